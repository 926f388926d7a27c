"""Which classes the samples show, by a classifier trained on the real ones."""

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from studio.gan.features import Features, shrink, tiny
from studio.gan.metrics import Metric, Value
from studio.gan.reference import Reference
from studio.gan.slices import Slices
from studio.gan.stacked import Stack
from studio.words import say

SIDE = 32  # images are averaged down to this
MOST = 4000  # training samples
CALIBRATION = 5  # every fifth of them sets the probabilities
QUICK = 2000  # training samples up to which each fifth in turn is spared for that
DIMS = 100  # numbers a larger image is told in
MANY = 50  # classes beyond which pairs of them are too many for the support vector machine
FEW = 10  # samples that every class needs for calibration
LISTED = 100  # classes up to which every share is given
FOUND = 0.1
SLICE = 128


class Classifier(Metric, kind="classifier"):
    """The class histogram, by a classifier trained on the real samples.

    Trained on up to 4,000 training images, averaged down to at most 32 a side: on their pixels up to 16 × 16, else on 100 dimensions
    of `Features`. A support vector machine with an RBF kernel (C = 10), its probabilities by Platt's sigmoid on images that it was not
    trained on (cross-validated up to 2,000 images, else a fifth of them); multinomial logistic regression beyond 50 classes or with
    fewer than 10 images of a class.
    With s_k the share of fakes classed as k:

    - `classes_found` = #{k : s_k ≥ a tenth of k's share in the reference}, 0 to the number of classes;
    - `class_share/NAME` = s_k, for up to 100 classes; `class_share_min` and `class_share_max` = the least and the greatest;
    - `class_confidence` = mean of the greatest probability, 1/classes to 1; `class_confidence_real` = the same on held-out reals. A
      classifier is sure of much rubbish too (.86 for noise of 8 × 8, .96 for digits): read it beside `precision`;
    - `class_accuracy_real` = share of held-out reals classed rightly: how far all this can be trusted;
    - `class_agreement` = share of fakes classed as the class that G was asked for; only with labels.

    Cost: seconds to fit. Source: the inception score's idea, Salimans et al., arXiv 1606.03498; class-wise as in Ravuri and
    Vinyals, arXiv 1905.10887.
    """

    values: ClassVar[Mapping[str, Value]] = {
        "classes_found": Value("higher", "Classes that the samples show at least a tenth as often as the reals."),
        "class_share/": Value("neither", "Share of samples classed as this."),
        "class_share_min": Value("higher", "Share of the rarest class."),
        "class_share_max": Value("lower", "Share of the commonest class."),
        "class_confidence": Value("higher", "Mean probability that the classifier gives its choice; low: samples that look like no class."),
        "class_confidence_real": Value("neither", "The same on held-out reals."),
        "class_accuracy_real": Value("neither", "How often the classifier is right on held-out reals."),
        "class_agreement": Value("higher", "How often a sample is classed as the class it was asked to be."),
    }

    def misfit(self, reference: Reference) -> str:
        if reference.dataset.medium != "image":
            return say("it is for images")
        if isinstance(reference.dataset, Stack):
            return say("the modes of stacked digits are counted by `modes`")
        many = reference.c is not None and len(np.unique(reference.c.numpy())) >= 2
        return "" if many else say("it needs labelled images of at least 2 classes")

    def measure(self, fakes: Tensor, labels: Tensor | None, reference: Reference) -> Slices[dict[str, float]]:
        x, c = yield from reference.train(MOST, SIDE)
        assert c is not None
        assert reference.c is not None
        features = None if tiny(x) else (yield from Features.fit(x, DIMS))
        rows = yield from _rows(features, x)
        model = yield from _fit(rows, c.numpy())
        rows = yield from _rows(features, fakes)
        of_fakes = yield from _probabilities(model, rows)
        rows = yield from _rows(features, reference.x[: reference.held])
        of_reals = yield from _probabilities(model, rows)
        names = reference.dataset.known
        classed = model.classes_[of_fakes.argmax(1)]
        share = np.bincount(classed, minlength=len(names)) / len(fakes)
        usual = np.bincount(reference.c.numpy(), minlength=len(names)) / len(reference.c)
        result = {
            "classes_found": float((share >= np.maximum(FOUND * usual, 1e-12)).sum()),
            "class_share_min": float(share.min()),
            "class_share_max": float(share.max()),
            "class_confidence": float(of_fakes.max(1).mean()),
        }
        if reference.held:
            right = model.classes_[of_reals.argmax(1)] == reference.c[: reference.held].numpy()
            result |= {"class_accuracy_real": float(right.mean()), "class_confidence_real": float(of_reals.max(1).mean())}
        if labels is not None:
            result["class_agreement"] = float((classed == labels.numpy()).mean())
        if len(names) <= LISTED:
            result |= {f"class_share/{name}": float(share[i]) for i, name in enumerate(names)}
        return result


def _rows(features: Features | None, x: Tensor) -> Slices[NDArray[np.float32]]:
    x = shrink(x, SIDE)
    rows: NDArray[np.float32] = (x.flatten(1) if features is None else (yield from features.of(x))).numpy()
    return rows


def _fit(x: NDArray[np.float32], c: NDArray[np.int64]) -> Slices[Any]:
    """A fitted classifier with `classes_` and `predict_proba`."""
    from sklearn.calibration import CalibratedClassifierCV  # here, because it takes a second that other metrics need not wait for
    from sklearn.frozen import FrozenEstimator
    from sklearn.linear_model import LogisticRegression
    from sklearn.svm import SVC

    yield
    per_class = np.bincount(c)
    if len(per_class) > MANY or per_class[per_class > 0].min() < FEW:
        model = LogisticRegression(max_iter=300).fit(x, c)
        yield
        return model
    if len(x) <= QUICK:
        crossed = CalibratedClassifierCV(SVC(C=10), ensemble=False, cv=CALIBRATION).fit(x, c)
        yield
        return crossed
    kept = _calibration(c)
    model = SVC(C=10).fit(x[~kept], c[~kept])
    yield
    calibrated = CalibratedClassifierCV(FrozenEstimator(model)).fit(x[kept], c[kept])
    yield
    return calibrated


def _calibration(c: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Every fifth sample of each class."""
    kept = np.zeros(len(c), np.bool_)
    for k in np.unique(c):
        kept[np.flatnonzero(c == k)[::CALIBRATION]] = True
    return kept


def _probabilities(model: Any, x: NDArray[np.float32]) -> Slices[NDArray[np.float64]]:
    parts = []
    for start in range(0, len(x), SLICE):
        parts.append(model.predict_proba(x[start : start + SLICE]))
        yield
    return np.concatenate(parts) if parts else np.empty((0, len(model.classes_)))
