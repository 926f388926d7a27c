"""The p that follows how well D knows the reals."""

import copy

import pytest
import torch

from studio.errors import ConfigError
from studio.gan.adaptive import EVERY, AdaptiveP, Control
from studio.gan.config import RunConfig
from studio.gan.objectives import Objective
from tests.gan.making import config

CPU = torch.device("cpu")
CONTROL = Control(start=0.3, target=0.6, speed_kimg=0.5, p_max=0.8)


def turns(adaptive: AdaptiveP, logits: torch.Tensor, n: int = EVERY, control: Control = CONTROL) -> AdaptiveP:
    for _ in range(n):
        adaptive.hear(logits)
        adaptive.turn(control, len(logits))
    return adaptive


def test_p_moves_after_every_fourth_turn_by_its_images_over_the_speed() -> None:
    adaptive, sure = AdaptiveP(0.3, CPU), torch.ones(10)
    seen = [float(turns(adaptive, sure, 1).p) for _ in range(8)]
    assert seen == pytest.approx([0.3] * 3 + [0.38] * 4 + [0.46])  # 4·10 of 500 images


@pytest.mark.parametrize(("right", "direction"), [(10, 1), (9, 1), (8, 0), (7, -1), (5, -1), (0, -1)])
def test_p_rises_above_the_target_and_falls_below(right: int, direction: int) -> None:
    """r_t = E sign D = (right − wrong)/10; the target .6 is eight right of ten."""
    logits = torch.cat((torch.full((right,), 0.01), torch.full((10 - right,), -50.0)))
    adaptive = turns(AdaptiveP(0.3, CPU), logits)
    assert float(adaptive.p) == pytest.approx(0.3 + 0.08 * direction)
    assert float(AdaptiveP(0.3, CPU).hear(logits)) == pytest.approx((2 * right - 10) / 10)


def test_p_stays_between_nothing_and_its_highest() -> None:
    high = turns(AdaptiveP(0.3, CPU), torch.ones(10), 100 * EVERY)
    assert float(high.p) == pytest.approx(0.8)
    assert float(turns(high, -torch.ones(10), 100 * EVERY).p) == 0.0


def test_a_logit_that_is_no_number_does_not_spoil_p() -> None:
    adaptive = turns(AdaptiveP(0.3, CPU), torch.full((10,), float("nan")))
    assert float(adaptive.p) == pytest.approx(0.22)


def test_parts_of_a_batch_count_as_the_whole() -> None:
    logits = torch.linspace(-1, 3, 12)
    whole, split = (AdaptiveP(0.3, CPU) for _ in range(2))
    for _ in range(EVERY):
        whole.hear(logits)
        for part in logits.split(5):
            split.hear(part)
        for one in (whole, split):
            one.turn(CONTROL, 12)
    assert torch.equal(whole.p, split.p)


@pytest.mark.parametrize("before", range(2 * EVERY))
def test_it_goes_on_from_its_state_at_any_turn(before: int) -> None:
    generator = torch.Generator().manual_seed(0)
    heard = [torch.randn(10, generator=generator) + 1 for _ in range(20)]
    straight = AdaptiveP(0.3, CPU)
    for logits in heard:
        turns(straight, logits, 1)
    first, second = AdaptiveP(0.3, CPU), AdaptiveP(0.0, CPU)
    for logits in heard[:before]:
        turns(first, logits, 1)
    second.load(copy.deepcopy(first.state()))
    for logits in heard[before:]:
        turns(second, logits, 1)
    assert torch.equal(straight.p, second.p)


@pytest.mark.parametrize("kind", sorted(Objective.kinds()))
def test_an_adaptive_p_needs_a_loss_whose_sign_means_something(kind: str) -> None:
    data = {**config().dump(), "augment": {"kind": "ada", "adaptive": True}, "objective": kind}
    if Objective.kinds()[kind].signed:
        assert RunConfig.read(data).augment.control is not None
        return
    with pytest.raises(ConfigError) as caught:
        RunConfig.read(data)
    (problem,) = caught.value.problems
    assert problem.path == "augment.adaptive"
    assert "non_saturating" in problem.message
    assert RunConfig.read({**data, "augment": "ada"}).augment.control is None


@pytest.mark.parametrize("kind", sorted(Objective.kinds()))
def test_a_loss_is_signed_where_a_d_that_cannot_tell_does_best_by_answering_nothing(kind: str) -> None:
    """With equal reals and fakes, D's best constant answer is 0 where its sign means real or fake; elsewhere it is another one, or none."""
    objective = Objective.read(kind)

    def loss(t: float) -> float:
        answer = torch.full((4,), t, dtype=torch.float64)
        return float(objective.d_loss(answer, answer))

    signed = all(loss(t) >= loss(0) - 1e-12 for t in (-0.3, 0.3, 5, -5)) and min(loss(5), loss(-5)) > loss(0) + 0.1
    assert objective.signed == signed


def test_the_loss_cannot_be_changed_under_an_adaptive_p() -> None:
    running = config(augment={"kind": "ada", "adaptive": True}, objective="non_saturating")
    with pytest.raises(ConfigError, match=r"augment\.adaptive"):
        running.with_option("objective", "relativistic", live=True)
    assert running.with_option("objective", "hinge", live=True).objective.kind == "hinge"
