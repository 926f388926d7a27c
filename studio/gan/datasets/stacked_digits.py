"""Three of scikit-learn's digits as the colours of one picture."""

from pathlib import Path

import numpy as np

from studio.gan.datasets import LABELLED_HELP, Progress, Source, silent
from studio.gan.spec import option
from studio.gan.stacked import Digits, DrawnStack


class StackedDigits(Source, kind="stacked_digits"):
    """Stacked digits: three handwritten digits of 8×8 pixels as red, green and blue, drawn anew for every picture; 1000 modes.

    A test of variety that trains in a minute: does G show every one of the 1000 combinations, and evenly? The digits are
    scikit-learn's 1,797. Source: after Stacked MNIST, Metz et al., arXiv 1611.02163.
    """

    labelled: bool = option(False, help=LABELLED_HELP)

    def open(self, cache: Path, progress: Progress = silent) -> DrawnStack:
        from sklearn.datasets import load_digits  # here, because it takes a second that other sources need not wait for

        digits = load_digits()
        x = np.rint(digits.images * (255 / 16)).astype(np.uint8)[..., None]
        return DrawnStack(Digits(x, digits.target.astype(np.int64), cache), labelled=self.labelled)
