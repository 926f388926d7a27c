"""Scikit-learn's handwritten digits: real, and part of the installation."""

from pathlib import Path

import numpy as np

from studio.gan.datasets import LABELLED_HELP, Progress, Source, Stored, silent
from studio.gan.spec import option


class Digits(Source, kind="digits"):
    """Digits: 1,797 handwritten digits of 8×8 pixels, grey, in 10 classes. Source: UCI Optical Recognition of Handwritten Digits, 1998."""

    labelled: bool = option(False, help=LABELLED_HELP)

    def open(self, cache: Path, progress: Progress = silent) -> Stored:
        from sklearn.datasets import load_digits  # here, because it takes a second that other sources need not wait for

        digits = load_digits()
        x = np.rint(digits.images * (255 / 16)).astype(np.uint8)[..., None]
        known = tuple(str(name) for name in digits.target_names)
        return Stored("image", x, digits.target.astype(np.int64), known if self.labelled else (), known=known)
