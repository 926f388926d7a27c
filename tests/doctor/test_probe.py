"""Checks of a run in training: that it never notices, what they tell, and what they cost."""

import math
import subprocess

import pytest
import torch
from safetensors.torch import load_file
from torch import Tensor

from studio.doctor.probe import FAKES, MANY
from studio.gan.datasets import Dataset
from studio.gan.datasets.ring import Ring
from studio.gan.datasets.shapes import Shapes
from studio.gan.slices import whole
from tests.doctor.probing import FAMILIES, probe_of, tensors, train, trainer_of
from tests.gan.making import images
from tests.gan.ranks import start

ALWAYS = {"pdr", "rke", "nnr", "precision", "recall", "coverage", "chi2", "empty", "worst_z", "auc", "gap", "grad_real", "grad_fake", "grad_G", "finite"}


def same(a: dict[str, Tensor], b: dict[str, Tensor]) -> list[str]:
    """The names whose tensors differ in a bit; none when all are the same."""
    assert a.keys() == b.keys()
    return [name for name in a if not torch.equal(a[name], b[name])]


@pytest.mark.parametrize("family", FAMILIES)
def test_training_with_checks_equals_training_without_bit_for_bit(family):
    """With classes, so that every network takes part; batch statistics, spectral norms, random numbers and their positions among what is compared."""
    without, none = train(trainer_of(family, images(400, (16, 16, 3), classes=3)), 14, checks=False)
    state = torch.random.get_rng_state()
    with_checks, made = train(trainer_of(family, images(400, (16, 16, 3), classes=3)), 14, checks=True)
    assert (none, made >= 3) == (0, True)
    assert same(without, with_checks) == []
    assert torch.equal(torch.random.get_rng_state(), state)


def test_what_is_compared_would_tell_a_touched_batch_statistic():
    touched = trainer_of("dcgan batch", images(400, (16, 16, 3)))
    before = tensors(touched)
    with torch.no_grad():
        touched.networks["discriminator"](torch.randn(4, 3, 16, 16, generator=torch.Generator().manual_seed(0)), None)
    assert same(before, tensors(touched))


@pytest.mark.parametrize("precision", ["bf16", "fp64"])
def test_checks_leave_training_alone_in_other_arithmetic_and_with_adaptive_augmentation(precision):
    def trained(checks):
        over = {"precision": {"dtype": precision}, "augment": {"kind": "ada", "adaptive": True}, "objective": "non_saturating"}
        return train(trainer_of("r3gan", images(400, (16, 16, 3)), **over), 6, checks=checks)[0]

    assert same(trained(False), trained(True)) == []


def test_an_endless_set_is_left_at_its_place(tmp_path):
    def trained(checks):
        return train(trainer_of("mlp", Shapes(resolution=8).open(tmp_path)), 8, checks=checks)[0]

    assert same(trained(False), trained(True)) == []


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """checked(family, dataset) → the signals of the first check of a run that has just begun."""

    def signals(family: str, dataset: Dataset, **over) -> dict[str, float]:
        trainer = trainer_of(family, dataset, **over)
        for _ in range(3):
            trainer.step()
        return whole(probe_of(trainer).slices())

    return signals


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_is_examined_in_grey_and_in_colour_without_and_with_classes(checked, family):
    grey = checked(family, images(200, (16, 16, 1)))
    assert set(grey) - {"r_v"} == ALWAYS | {"auc_tv", "memo", "saturation", "checker"}
    labelled = checked(family, images(200, (16, 16, 3), classes=3))
    assert set(labelled) - {"r_v"} == (set(grey) - {"r_v"}) | {"chroma", "tint", "latent_use", "label_use", "label_told"}
    assert all(math.isfinite(value) for value in [*grey.values(), *labelled.values()])


def test_points_and_sets_without_end_are_examined_too(checked, tmp_path):
    ring = checked("mlp", Ring(points=1000).open(tmp_path))
    assert set(ring) - {"r_v"} == ALWAYS | {"auc_tv", "memo"}
    shapes = checked("mlp", Shapes(resolution=8, labelled=True).open(tmp_path))
    used = {"latent_use", "label_use", "label_told", "label_hit"}
    assert set(shapes) - {"r_v"} == ALWAYS | {"saturation", "checker", "chroma", "tint"} | used  # nothing there is known by heart


def test_a_check_and_its_seed_decide_what_is_drawn_and_the_next_one_draws_anew():
    def found(check):
        trainer = trainer_of("mlp", images(400))
        trainer.step()
        probe = probe_of(trainer, check=check)
        return whole(probe.slices()), probe.sight.x

    (first, x), (again, y), (other, z) = found(0), found(0), found(1)
    assert first == again
    assert torch.equal(x, y)
    assert first != other
    assert not torch.equal(x, z)


def test_every_fourth_check_has_more_fakes_and_hopping_needs_two():
    trainer = trainer_of("mlp", images(400))
    trainer.step()
    probe, sizes, hops = probe_of(trainer), [], []
    for _ in range(5):
        found = whole(probe.slices())
        sizes.append(len(probe.sight.x))
        hops.append({"hop", "hop_floor"} <= set(found))
    assert sizes == [FAKES, FAKES, FAKES, MANY, FAKES]
    assert hops == [False, True, True, True, True]
    assert probe.check == 5
    probe.went_back()
    assert "hop" not in whole(probe.slices())


def test_a_check_is_of_the_moment_of_its_first_slice():
    """Whatever training does to the networks meanwhile."""
    trainers = [trainer_of("dcgan batch", images(400, (16, 16, 3))) for _ in range(2)]
    for trainer in trainers:
        trainer.step()
    still, busy = (probe_of(trainer) for trainer in trainers)
    whole(still.slices())
    whole(busy.slices())
    assert whole(busy.slices(), lambda _: trainers[1].step()) == whole(still.slices())


def test_a_network_that_was_replaced_is_looked_at_anew():
    trainer = trainer_of("mlp", images(400))
    probe = probe_of(trainer)
    before = whole(probe.slices())["gap"]
    fresh = trainer_of("mlp", images(400), training={"batch": 4, "kimg": 1, "device": "cpu", "seed": 5})
    trainer.networks["discriminator"] = fresh.networks["discriminator"]
    probe.check = 0
    assert whole(probe.slices())["gap"] != before


def test_a_perfect_generator_is_told_beside_the_bank():
    trainer = trainer_of("mlp", images(1000))
    probe = probe_of(trainer)
    whole(probe.slices())
    assert probe.usual["pdr"] == pytest.approx(1, abs=0.1)
    assert probe.usual["precision"] > 0.5
    assert "gap" not in probe.usual
    assert probe.seconds > 0
    assert probe.bank_seconds > 0


@pytest.mark.parametrize("player", ["generator", "discriminator"])
def test_a_network_that_blew_up_gives_a_usable_answer(player):
    trainer = trainer_of("dcgan batch", images(400, (16, 16, 3)))
    trainer.step()
    with torch.no_grad():
        next(trainer.networks[player].parameters()).fill_(math.nan)
    probe = probe_of(trainer)
    found = [whole(probe.slices()) for _ in range(2)]
    assert [one["finite"] for one in found] == [0, 0]
    assert all(math.isfinite(value) for one in found for value in one.values())
    assert ("pdr" in found[0]) == (player == "discriminator")


def test_the_augmentations_probability_is_told_where_it_follows_d():
    trainer = trainer_of("r3gan", images(400, (16, 16, 3)), augment={"kind": "ada", "adaptive": True}, objective="non_saturating")
    assert trainer.adaptive is not None
    trainer.adaptive.p.fill_(0.25)
    assert whole(probe_of(trainer).slices())["augment/p"] == 0.25


def test_pictures_larger_than_the_doctor_keeps_are_examined_in_small_parts():
    trainer = trainer_of("r3gan", images(60, (96, 96, 3)))
    probe = probe_of(trainer)
    found = whole(probe.slices())
    assert set(found) >= ALWAYS - {"chi2"} | {"checker", "chroma"}
    assert probe.sight.x.shape[2:] == (64, 64)
    assert probe.sight.sharp.shape[2:] == (64, 64)


def test_the_share_is_what_checks_took_of_trainings_time():
    trainer = trainer_of("mlp", images(400))
    probe = probe_of(trainer)
    assert not probe.due(0, 0.01)
    assert probe.due(200, 0.01)
    whole(probe.slices())
    assert probe.share(10.0) == pytest.approx(probe.seconds / 10)
    assert probe.share(20.0) == 0
    assert probe.every(probe.seconds) == pytest.approx(7 / 4 / 0.015, abs=1)
    assert not probe.due(201, probe.seconds)
    assert probe.due(200 + probe.every(probe.seconds), probe.seconds)


def test_of_several_processes_only_the_first_checks_and_training_is_the_same(tmp_path):
    children = start(2, ["-m", "tests.doctor.probing", str(tmp_path)], stderr=subprocess.PIPE)
    said = [child.communicate(timeout=200)[1] for child in children]
    assert [child.returncode for child in children] == [0, 0], said
    made = {}
    for rank in (0, 1):
        without, with_checks = (load_file(tmp_path / f"{checks}.{rank}.safetensors") for checks in (False, True))
        assert int(without.pop("made")) == 0
        made[rank] = int(with_checks.pop("made"))
        assert same(without, with_checks) == []
    assert made[0] >= 1
    assert made[1] == 0
