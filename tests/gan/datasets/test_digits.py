import numpy as np
from sklearn.datasets import load_digits

from studio.gan.datasets import Source


def test_digits_are_sklearns_with_16_at_255(tmp_path):
    data = Source.read("digits").open(tmp_path)
    assert data.x.shape == (1797, 8, 8, 1)
    assert data.shape == (1, 8, 8)
    truth = load_digits()
    np.testing.assert_array_equal(data.x[..., 0][truth.images == 16], 255)
    assert np.abs(data.x[..., 0] - truth.images * 255 / 16).max() <= 0.5
    np.testing.assert_array_equal(data.c, truth.target)
    assert data.known == tuple("0123456789")
