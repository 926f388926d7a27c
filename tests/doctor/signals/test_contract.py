"""What every family of signals keeps to."""

import math
from typing import ClassVar

import pytest
import torch

from studio.doctor.sight import Verdicts, see
from studio.doctor.signals import Signal, describe, examine, fitting
from studio.gan.slices import whole
from tests.doctor.examining import bank_of, noise

KINDS = sorted(Signal.kinds())
PLAIN = {
    *("pdr", "rke", "nnr", "precision", "recall", "coverage", "chi2", "empty", "worst_z", "hop", "hop_floor", "auc", "auc_tv", "r_v", "gap", "memo"),
    *("grad_real", "grad_fake", "grad_G", "saturation", "checker", "chroma", "label_use", "label_told", "label_hit", "latent_use"),
}


def coloured(n, size=16, seed=0):
    return (noise(n, 3, size, size, seed=seed).cumsum(3).cumsum(2) / size).tanh()


def test_every_name_of_the_journal_is_given_by_one_family():
    names = [name for kind in Signal.kinds().values() for name in kind.values]
    assert len(names) == len(set(names))
    assert set(names) >= PLAIN


@pytest.mark.parametrize("kind", KINDS)
def test_every_family_says_what_its_values_are_what_they_cost_and_where_they_come_from(kind):
    signal = Signal.kinds()[kind]
    assert "Source" in signal.__doc__
    assert "Cost" in signal.__doc__
    for name, about in signal.values.items():
        assert describe(name) == about
        assert about.text.endswith(".")
        assert about.range[0] <= about.healthy[0] <= about.healthy[1] <= about.range[1]
    assert describe("nothing") is None


def test_families_that_say_nothing_about_points_or_grey_pictures_are_left_out():
    points = {signal.kind for signal in fitting(bank_of(noise(200, 2)))}
    assert points == {"bins", "finite", "judgement", "manifold", "memory", "slopes", "spread"}
    grey = {signal.kind for signal in fitting(bank_of(coloured(200).mean(1, keepdim=True)))}
    assert grey == {*points, "saturation", "stride"}
    colour = {signal.kind for signal in fitting(bank_of(coloured(200)))}
    assert colour == {*grey, "chroma"}
    labelled = fitting(bank_of(coloured(200), torch.arange(200) % 3, told=True))
    assert {signal.kind for signal in labelled} == {*colour, "use"}
    assert {signal.kind for signal in fitting(bank_of(coloured(200), torch.arange(200) % 3))} == colour  # known, but the run is not told


def test_families_are_deterministic_and_leave_torchs_generator_alone(digits):
    fakes, state = digits.some(300), torch.random.get_rng_state()
    verdicts = Verdicts(noise(300), noise(300, seed=1), noise(90, seed=2))
    sights = [whole(see(digits.bank, fakes, verdicts=verdicts)) for _ in range(2)]
    first, second = (whole(examine(fitting(digits.bank), sight, digits.bank)) for sight in sights)
    assert first == second
    assert all(math.isfinite(value) and type(value) is float for value in first.values())
    assert torch.equal(torch.random.get_rng_state(), state)


def test_a_thousand_fakes_say_the_same_as_a_quarter_of_them(digits):
    """On average: what depends on the number of samples is measured in blocks of 256."""
    kinds = [signal for signal in fitting(digits.bank) if signal.kind in ("bins", "manifold", "spread")]
    many = digits.some(1024, x=digits.of(0, 1, 2, 3, 4, 5, 6))
    whole_set = whole(examine(kinds, whole(see(digits.bank, many)), digits.bank))
    parts = [whole(examine(kinds, whole(see(digits.bank, part)), digits.bank)) for part in many.split(256)]
    for name in ("pdr", "rke", "nnr", "precision", "recall", "coverage", "chi2", "worst_z"):
        assert whole_set[name] == pytest.approx(sum(part[name] for part in parts) / 4, rel=0.03), name


@pytest.mark.parametrize("share", [0.0, 0.03, 0.5])
def test_fakes_that_are_not_finite_are_told_and_take_no_part(digits, share):
    fakes = digits.some(256)
    n = round(256 * share)
    broken = torch.cat((fakes, torch.full((n, 1, 8, 8), math.nan)))
    broken[256 : 256 + n // 2, 0, 3, 3] = math.inf
    families = fitting(digits.bank)
    found = whole(examine(families, whole(see(digits.bank, broken)), digits.bank))
    clean = whole(examine(families, whole(see(digits.bank, fakes)), digits.bank))
    assert found.pop("finite") == pytest.approx(256 / (256 + n))
    assert found == {name: value for name, value in clean.items() if name != "finite"}


@pytest.mark.parametrize("fill", [math.nan, math.inf, -math.inf])
def test_no_finite_fakes_at_all_leave_that_one_answer(digits, fill):
    verdicts = Verdicts(torch.full((256,), math.nan), noise(256), noise(90))
    sight = whole(see(digits.bank, torch.full((256, 1, 8, 8), fill), verdicts=verdicts))
    assert whole(examine(fitting(digits.bank), sight, digits.bank)) == {"finite": 0.0}


def test_huge_numbers_are_finite_too():
    for reals in (noise(300, 2), coloured(300)):
        bank = bank_of(reals)
        found = whole(examine(fitting(bank), whole(see(bank, 1e37 * noise(256, *reals.shape[1:]))), bank))
        assert found["finite"] == 1
        assert found["precision"] < 0.1
        assert all(math.isfinite(value) for value in found.values())


def test_a_value_that_is_no_number_is_told_as_well():
    class Broken(Signal):
        values: ClassVar[dict] = {}

        def misfit(self, bank):
            return ""

        def measure(self, sight, bank):
            yield
            return {"pdr": math.nan, "rke": 0.5, "finite": 1.0}

    bank = bank_of(noise(100, 2))
    assert whole(examine([Broken()], whole(see(bank, noise(100, 2))), bank)) == {"rke": 0.5, "finite": 0.0}
