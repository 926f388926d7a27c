import numpy as np
import pytest
import torch

from studio.gan.datasets import Stored
from studio.gan.datasets.shapes import Shapes
from studio.gan.media import medium
from studio.gan.metrics import Metric
from studio.gan.reference import gather
from studio.gan.slices import whole


def test_the_reals_own_histogram_is_found(measure, digits):
    found = measure("classifier", digits.x, digits)
    assert found["classes_found"] == 10
    assert found["class_accuracy_real"] >= 0.97
    assert found["class_confidence_real"] >= 0.93
    truth = np.bincount(digits.c.numpy(), minlength=10) / len(digits.c)
    for k in range(10):
        assert found[f"class_share/{k}"] == pytest.approx(truth[k], abs=0.005)
    assert sum(found[f"class_share/{k}"] for k in range(10)) == pytest.approx(1)


def test_a_dropped_class_is_missed(measure, digits):
    found = measure("classifier", digits.x[digits.c != 4], digits)
    assert found["classes_found"] == 9
    assert found["class_share_min"] == found["class_share/4"] < 0.01


def test_a_class_that_crowds_out_the_rest_shows(measure, digits):
    ones = digits.x[digits.c == 1]
    found = measure("classifier", torch.cat([digits.x[:500], ones, ones, ones]), digits)
    assert found["class_share_max"] == found["class_share/1"] > 0.5


def test_noise_is_less_sure_than_digits(measure, digits, normal):
    found = measure("classifier", normal(500, 1, 8, 8).clamp(-1, 1), digits)
    assert found["class_confidence"] < found["class_confidence_real"] - 0.05


def test_agreement_is_the_share_that_shows_what_was_asked(measure, digits):
    asked = digits.c.clone()
    asked[:450] = (asked[:450] + 1) % 10
    found = measure("classifier", digits.x, digits, labels=asked)
    assert found["class_agreement"] == pytest.approx(1 - 450 / len(asked), abs=0.005)
    assert "class_agreement" not in measure("classifier", digits.x[:50], digits)


def test_larger_pictures_are_told_apart_by_their_features(measure, tmp_path):
    x, c = Shapes(resolution=20).open(tmp_path).sample(2500, torch.Generator().manual_seed(0))
    dataset = Stored("image", medium("image").to_array(x), c.numpy(), (), known=Shapes.names)
    reference = whole(gather(dataset, None, 2000))
    found = measure("classifier", reference.x[reference.c != 0][:500], reference)
    assert found["class_accuracy_real"] > 0.6  # six shapes of any colour anywhere; guessing gives .17
    assert found["class_share/circle"] < 0.06


def test_few_images_of_a_class_are_no_obstacle(measure, digit_images):
    x, c = digit_images
    kept = np.concatenate([np.flatnonzero(c != 9), np.flatnonzero(c == 9)[:6]])
    reference = whole(gather(Stored("image", x[kept], c[kept], tuple("0123456789")), None, 2000))
    assert measure("classifier", reference.x, reference)["class_accuracy_real"] > 0.9


@pytest.mark.parametrize("c", [None, np.zeros(300, np.int64)], ids=["no labels", "one class"])
def test_unlabelled_images_do_not_fit(digit_images, c):
    reference = whole(gather(Stored("image", digit_images[0][:300], c, () if c is None else ("a",)), None, 300))
    assert "labelled" in Metric.read("classifier").misfit(reference)
