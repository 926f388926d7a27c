"""What `make verify` trains: settings, seeds, the judge, and what the field has published for the same question."""

from dataclasses import dataclass, field
from typing import Any, Literal

Judge = Literal["ring", "grid", "stacked digits", "stacked mnist"]


@dataclass(frozen=True)
class Experiment:
    """One row of a table.

    preset and changes: as `gan-studio train --preset … --set …` takes them. then: what `gan-studio resume … --set …` changes for a last
    stretch, its `training.kimg` among it. samples: how many are judged. bounds: figure → (least, most) over all seeds, and `median …` for
    the median seed.
    """

    name: str
    table: str
    preset: str
    changes: dict[str, Any]
    seeds: int
    judge: Judge
    samples: int
    bounds: dict[str, tuple[float, float]] = field(default_factory=dict)
    then: dict[str, Any] = field(default_factory=dict)


NEVER = float("inf")

# Published figures, by table: method → what its authors or the named replication report.
PUBLISHED: dict[str, list[tuple[str, str]]] = {
    "Ring of 8": [
        ("GAN (VEEGAN's run)", "1 mode, 99.3 % high quality"),
        ("GAN (PacGAN's run)", "6.3 modes, 98.2 %"),
        ("Unrolled GAN", "7.6 modes, 35.6 %"),
        ("VEEGAN", "8 modes, 52.9 %"),
        ("PacGAN2", "7.9 modes, 95.6 %"),
    ],
    "Grid of 25": [
        ("GAN (VEEGAN's run)", "3.3 modes, 0.5 % high quality"),
        ("GAN (PacGAN's run)", "17.3 modes, 94.8 %"),
        ("Unrolled GAN", "23.6 modes, 16 %"),
        ("VEEGAN", "24.6 modes, 40 %"),
        ("PacGAN4", "24.8 modes, 93.6 %"),
    ],
    "Stacked digits (8×8)": [],
    "Stacked MNIST": [
        ("DCGAN", "99 modes, KL 3.40"),
        ("VEEGAN", "150 modes, KL 2.95"),
        ("WGAN-GP", "959 modes, KL 0.73"),
        ("PacGAN", "992 modes, KL 0.28"),
        ("StyleGAN2", "940 modes, KL 0.42"),
        ("PresGAN", "1000 modes, KL 0.12"),
        ("R3GAN", "1000 modes, KL 0.029"),
        ("R3GAN's ablation: RpGAN + R1 + R2", "1000 modes, KL 0.078"),
        ("R3GAN's ablation: GAN + R1 + R2", "693 modes, KL 0.927"),
        ("R3GAN's ablation: R1 alone, either loss", "diverges"),
    ],
}

_STACKED_DIGITS = {
    "dataset": {"kind": "stacked_digits"},
    "network": {"kind": "mlp", "z_dim": 64, "width": 256, "depth": 3, "d_width": 256, "d_depth": 3},
    "objective": {"kind": "relativistic", "penalty": "r1_r2", "gamma": {"start": 2.0, "end": 0.5, "shape": "cosine", "kimg": None}},
    "optimizer": {"kind": "adam", "lr": {"start": 0.0014, "end": 0.00014, "shape": "cosine", "kimg": None}, "beta1": 0.0, "beta2": 0.95},
    "ema.half_life_kimg": 4.4,
    "training.batch": 128,
    "evaluation.metric": "none",
}

_STACKED_MNIST = {
    "network": {"kind": "dcgan", "z_dim": 64, "width": 24, "norm": "none"},
    "optimizer": {"kind": "adam", "lr": 0.0005, "beta1": 0.0, "beta2": 0.99},
    "training.batch": 64,
    "training.kimg": 640,
    "evaluation.metric": "none",
}


def _slow(start: float, end: float, kimg: float) -> dict[str, Any]:
    return {"start": start, "end": end, "shape": "cosine", "kimg": kimg}


# The learning rates have fallen before the penalty does, else the modes' shares drift; D sees the points through waves as short as the modes are wide.
_RING = {
    "network.depth": 7,
    "network.d_waves": 96,
    "network.d_finest": 0.045,
    "objective.gamma": _slow(0.1, 1.4e-6, 9_000),
    "optimizer.lr": _slow(0.001, 7e-6, 7_000),
    "ema.half_life_kimg": 60,
    "training.batch": 256,
    "training.kimg": 10_240,
}
_GRID = {
    "network.d_waves": 96,
    "network.d_finest": 0.2,
    "objective.gamma": _slow(0.5, 3e-5, 13_800),
    "optimizer.lr": _slow(0.001, 7e-6, 11_000),
    "optimizer.lr_ratio": 4,
    "ema.half_life_kimg": 60,
    "training.batch": 256,
    "training.kimg": 12_288,
}
# By then few points lie between the modes, but some modes are too narrow: a weaker penalty lets D see that, and a slow G beside a fast D mends it.
_GRID_THEN = {
    "objective.gamma": 0.004,
    "optimizer.lr": 3e-6,
    "optimizer.lr_ratio": 16,
    "ema.half_life_kimg": 100,
    "training.kimg": 14_336,
}


def _points(kind: str, modes: int, quality: float) -> Experiment:
    return Experiment(
        name=f"RpGAN + R1 + R2, {kind}",
        table={"ring": "Ring of 8", "grid": "Grid of 25"}[kind],
        preset=kind,
        changes={"evaluation.metric": "none", **(_RING if kind == "ring" else _GRID)},
        then={} if kind == "ring" else _GRID_THEN,
        seeds=10,
        judge="ring" if kind == "ring" else "grid",
        samples=100_000,
        bounds={
            f"modes of {modes}": (modes, NEVER),
            "median high quality": (quality, NEVER),
            "high quality": (0.97 if kind == "ring" else quality, NEVER),
            "least spread ÷ the data's": (0.7, NEVER),
            "greatest spread ÷ the data's": (0.0, 1.3),
            "reverse KL of the modes": (0.0, 0.01 if kind == "ring" else 0.03),
        },
    )


def _mnist(name: str, objective: dict[str, Any], **over: Any) -> Experiment:
    return Experiment(
        name=name,
        table="Stacked MNIST",
        preset="mnist",
        changes={**_STACKED_MNIST, "objective": objective, **over},
        seeds=1,
        judge="stacked mnist",
        samples=26_000,
    )


EXPERIMENTS = [
    _points("ring", 8, 0.98),
    _points("grid", 25, 0.95),
    Experiment(
        name="RpGAN + R1 + R2, MLP 3×256",
        table="Stacked digits (8×8)",
        preset="digits",
        changes={**_STACKED_DIGITS, "training.kimg": 1200},
        seeds=5,
        judge="stacked digits",
        samples=26_000,
        bounds={"modes of 1000": (1000, NEVER), "KL above the floor": (-NEVER, 0.02), "seconds": (0.0, 120.0)},
    ),
    _mnist("RpGAN + R1 + R2", {"kind": "relativistic", "penalty": "r1_r2", "gamma": 1.0}),
    _mnist("GAN + R1 + R2", {"kind": "non_saturating", "penalty": "r1_r2", "gamma": 1.0}),
    _mnist("RpGAN + R1", {"kind": "relativistic", "penalty": "r1", "gamma": 1.0}),
    _mnist("GAN + R1", {"kind": "non_saturating", "penalty": "r1", "gamma": 1.0}),
    _mnist(
        "DCGAN, no penalty",
        {"kind": "non_saturating", "penalty": "none"},
        network={"kind": "dcgan", "z_dim": 100, "width": 24, "norm": "batch"},
        optimizer={"kind": "adam", "lr": 0.0002, "beta1": 0.5, "beta2": 0.999},
    ),
]
