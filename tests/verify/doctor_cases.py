"""What the doctor's suite trains: failures planted by a known recipe, controls that recover, and healthy runs. Settings alone.

Source of the recipes: the project's pilot on 8 × 8 digits (base: non-saturating loss, R1 at γ .1, learning rate 1e-3, β .0 and .99).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.verify.doctor_data import CALIBRATION, POINTS, REPORT

Half = Literal["calibration", "report"]
Options = dict[str, Any]  # dotted path → value

STEPS = 1600
HEALTHY_STEPS = 2000
EVERY = 100  # steps from one check to the next
SWITCH = 800  # step at which a plant that begins late is planted
FIRST_SEED = {
    "calibration": 1000,
    "report": 17000,
}  # no seed is in both halves; those of 5000, 9000 and 13000 were looked at while the suite and the detectors were made

VARIETY = frozenset({"total_collapse", "mode_drop", "low_variety"})

# What a family's first alarm may be called: its cause, or what it brings about.
NAMES: dict[str, frozenset[str]] = {
    "strong D": VARIETY | {"d_dominates"},
    "vanishing": frozenset({"grad_vanish"}),
    "weak D": frozenset({"d_too_weak", "hopping", "mode_drop", "total_collapse"}),
    "frozen D": frozenset({"d_too_weak", "total_collapse", "mode_drop"}),
    "few pictures": frozenset({"d_overfit", "memorised"}),
    "divergence": frozenset({"numeric_blowup"}),
    "narrow latent": frozenset({"low_variety"}),
    "labels ignored": frozenset({"label_ignored"}),
    "leak": frozenset({"aug_leak"}),
    "checkerboard": frozenset({"checker"}),
    "never learns": frozenset({"not_learning", "d_too_weak"}),
}


@dataclass(frozen=True)
class Case:
    """One training. family: of the plant, `healthy` or `control`; start: settings changed from the base; later: those changed while it runs."""

    half: Half
    family: str
    data: str
    variant: str
    seed: int
    start: Options = field(default_factory=dict)
    later: Options = field(default_factory=dict)
    steps: int = STEPS
    labelled: bool = False
    wrong_labels: bool = False
    chequered: bool = False

    @property
    def name(self) -> str:
        """Unlike that of any other."""
        return f"{self.half}: {self.family}, {self.data}, {self.variant}, {self.seed}"


FALLING: Options = {"optimizer.lr": {"start": 1e-3, "end": 1e-4, "shape": "cosine"}, "optimizer.lr_ratio": 2}
OBJECTIVES: dict[str, tuple[Options, float]] = {  # settings, and how strong the penalty is beside that of the first
    "relativistic": ({"objective": {"kind": "relativistic", "penalty": "r1_r2"}}, 1.0),
    "non-saturating": ({"objective": {"kind": "non_saturating", "penalty": "r1"}}, 1.0),
    "hinge": ({"objective": {"kind": "hinge", "penalty": "r1_r2"}}, 1.0),
    "least squares": ({"objective": {"kind": "least_squares", "penalty": "r1"}}, 0.5),
    "wasserstein": ({"objective": {"kind": "wasserstein", "penalty": "wgan_gp", "gamma": 10.0}, "game.d_steps": 2}, 0.0),
}
BARE = {"objective": {"kind": "non_saturating", "penalty": "none"}}
STRONG: Options = {**BARE, "optimizer.lr": 5e-5, "optimizer.lr_ratio": 60, "game.d_steps": 3}
PLANTS: dict[str, tuple[Options, bool]] = {  # settings, and whether they can be planted while a healthy run goes on
    "strong D": (STRONG, True),
    "vanishing": ({**STRONG, "objective": {"kind": "minimax", "penalty": "none"}}, True),
    "weak D": ({"network.d_width": 4, "network.d_depth": 1}, False),
    "frozen D": ({"optimizer.lr_ratio": 1e-4}, True),
    "divergence": ({**BARE, "optimizer.lr": 0.05, "optimizer.beta1": 0.9}, True),
    "never learns": ({"optimizer.lr": 1e-7}, False),
    "narrow latent": ({"network.z_dim": 1}, False),
    "few pictures": ({"objective.gamma": 0.01}, False),
    "leak": ({"augment": {"kind": "ada", "p": 1.0, "geometry": 0.0, "colour": 0.0}}, False),
    "labels ignored": ({}, False),
    "checkerboard": ({}, False),
}
ON_PICTURES = frozenset({"narrow latent", "few pictures", "leak", "checkerboard", "labels ignored"})
CONTROLS: dict[str, Options] = {
    "no penalty, momentum .5": {**BARE, "optimizer.beta1": 0.5},
    "G 50 times as fast": {"optimizer.lr": 5e-3, "optimizer.lr_ratio": 0.02},
}
DCGAN: Options = {"network": {"kind": "dcgan", "z_dim": 32, "width": 8, "norm": "none"}}


def base(data: str) -> Options:
    """A run that does well on this data."""
    points = data in POINTS
    width = 64 if points else 128 if data == "digits" else 192
    network = {"kind": "mlp", "z_dim": 2 if points else 32, "width": width, "depth": 4 if points else 2, "slope": 0.05 if points else 0.2}
    return {
        "game": "generation",
        "dataset": "digits",
        "network": {**network, "d_width": width, "d_depth": 3 if points else 2},
        "objective": {"kind": "non_saturating", "penalty": "r1", "gamma": 0.02 if points else 0.1},
        "optimizer": {"kind": "adam", "lr": 1e-3, "beta1": 0.0, "beta2": 0.99},
        "precision": {"dtype": "fp32", "channels_last": "off", "compile": "off", "threads": 1},
        "training": {"batch": 64, "device": "cpu"},
    }


def cases(half: Half, seeds: int) -> list[Case]:
    """All trainings of one half; `seeds` of every plant on every data set."""
    found = [*_planted(half, seeds), *_controls(half, seeds), *_healthy(half, seeds)]
    assert len({case.name for case in found}) == len(found)
    return found


def _sets(half: Half) -> tuple[str, ...]:
    return CALIBRATION if half == "calibration" else REPORT


def _planted(half: Half, seeds: int) -> Iterator[Case]:
    for family, (options, live) in PLANTS.items():
        for data in _sets(half):
            if family in ON_PICTURES and data in POINTS:
                continue
            for n in range(seeds + (seeds + 1) // 2 if family in ON_PICTURES else seeds):
                seed = FIRST_SEED[half] + n
                if live and n % 2:
                    yield Case(half, family, data, "late", seed, later=options)
                else:
                    yield _from_the_start(half, family, data, seed, options)


def _from_the_start(half: Half, family: str, data: str, seed: int, options: Options) -> Case:
    few, drawn = family == "few pictures", family == "checkerboard"
    return Case(
        half,
        family,
        f"few {data}" if few else data,
        "at once",
        seed,
        start={**(DCGAN if drawn else {}), **options},
        labelled=family == "labels ignored",
        wrong_labels=family == "labels ignored",
        chequered=drawn,
        steps=1000 if drawn or family == "leak" else STEPS,
    )


def _controls(half: Half, seeds: int) -> Iterator[Case]:
    for variant, options in CONTROLS.items():
        for data in _sets(half):
            for n in range((seeds + 1) // 2):
                yield Case(half, "control", data, variant, FIRST_SEED[half] + 100 + n, start=options, steps=HEALTHY_STEPS)


def _healthy(half: Half, seeds: int) -> Iterator[Case]:
    for variant, (options, strength) in OBJECTIVES.items():
        for data in (*_sets(half), *(("grid",) if half == "calibration" else ())):
            for labelled in (False, True) if data != "grid" else (True,):
                for n in range(seeds // 2 + 1):
                    seed = FIRST_SEED[half] + 200 + 10 * labelled + n
                    start = {**options, **(FALLING if data in POINTS else {}), **_gamma(data, strength)}
                    yield Case(half, "healthy", data, f"{variant}, {'labels' if labelled else 'none'}", seed, start, steps=HEALTHY_STEPS, labelled=labelled)


def _gamma(data: str, strength: float) -> Options:
    """Points are learnt with a penalty that falls."""
    if not strength:
        return {"objective.gamma": 1.0} if data in POINTS else {}
    return {"objective.gamma": {"start": 0.1 * strength, "end": 5e-4 * strength, "shape": "cosine"} if data in POINTS else 0.5 * strength}
