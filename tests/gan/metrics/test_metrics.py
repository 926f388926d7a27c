"""What every metric keeps to."""

import math

import pytest
import torch

from studio.errors import ConfigError
from studio.gan.config import Evaluation
from studio.gan.datasets.ring import Ring
from studio.gan.datasets.stacked_digits import StackedDigits
from studio.gan.metrics import Metric, PretrainedMetric, choose, describe
from studio.gan.reference import gather
from studio.gan.slices import whole


@pytest.fixture(scope="module")
def ring(tmp_path_factory):
    source = Ring(points=1000)
    return whole(gather(source.open(tmp_path_factory.mktemp("ring")), source, 500))


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    source = StackedDigits()
    return whole(gather(source.open(tmp_path_factory.mktemp("stack")), source, 500))


@pytest.fixture
def fitting(ring, digits, stack):
    """Data that a metric fits."""
    return lambda metric: next(reference for reference in (ring, digits, stack) if not metric.misfit(reference))


KINDS = sorted(Metric.kinds())
LOOKING = [kind for kind, metric in Metric.kinds().items() if issubclass(metric, PretrainedMetric)]  # see test_inception
MEASURING = sorted(set(KINDS) - set(LOOKING))


@pytest.mark.parametrize("kind", KINDS)
def test_every_metric_says_what_its_values_mean_and_where_it_comes_from(kind):
    metric = Metric.kinds()[kind]
    assert metric.values
    assert all(value.text.endswith(".") for value in metric.values.values())
    assert "Source" in metric.__doc__
    assert "Cost" in metric.__doc__


def test_no_two_metrics_give_a_value_of_one_name_for_the_same_data(ring, digits, stack):
    for reference in (ring, digits, stack):
        names = [name for metric in choose(None, reference).values() for name in metric.values]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("kind", MEASURING)
def test_every_metric_is_deterministic_and_leaves_torchs_generator_alone(kind, fitting):
    metric = Metric.read(kind)
    reference = fitting(metric)
    fakes = reference.x.flip(0)[:400] * 0.9
    state = torch.random.get_rng_state()
    first = whole(metric.measure(fakes, None, reference))
    torch.rand(5)
    assert whole(metric.measure(fakes, None, reference)) == first
    torch.random.set_rng_state(state)
    whole(metric.measure(fakes, None, reference))
    assert torch.equal(torch.random.get_rng_state(), state)
    assert all(math.isfinite(value) for value in first.values())


@pytest.mark.parametrize("kind", MEASURING)
def test_every_metric_tells_how_many_samples_and_reals_it_rests_on(kind, fitting):
    metric = Metric.read(kind)
    assert all(0 < a <= b for a, b in zip(metric.taken(300, 500), (300, 500), strict=True))
    assert all(a <= b for a, b in zip(metric.taken(100_000, 300), (100_000, 300), strict=True))


@pytest.mark.parametrize("kind", MEASURING)
def test_two_fakes_are_enough_to_measure(kind, fitting):
    metric = Metric.read(kind)
    reference = fitting(metric)
    assert all(math.isfinite(value) for value in whole(metric.measure(reference.x[:2], None, reference)).values())


def test_all_that_fit_are_chosen(ring, digits):
    always = {"nearest", "phi_fd", "phi_mmd", "precision_recall", "sliced_wasserstein"}
    assert set(choose(None, ring)) == {"mixture", *always}
    assert set(choose(None, digits)) == {"classifier", *always}


def test_a_metric_is_chosen_by_its_kind_or_a_value(ring):
    assert list(choose(["recall", "modes", "reverse_kl"], ring)) == ["precision_recall", "mixture"]


@pytest.mark.parametrize("name", ["fid", "classifier", "class_share/3"])
def test_an_unknown_or_unfit_metric_is_refused_by_name(name, ring):
    with pytest.raises(ConfigError, match=name):
        choose([name], ring)


def test_values_are_described_by_name():
    assert describe("recall").better == "higher"
    assert describe("swd").better == "lower"
    assert "classed" in describe("class_share/cat").text
    assert describe("nothing") is None


def test_every_figure_that_a_run_may_be_judged_by_is_a_value_with_a_direction():
    metric = next(option for option in Evaluation.options() if option.name == "metric")
    assert all(describe(name).better in ("lower", "higher") for name in set(metric.choices) - {"auto", "none"})
