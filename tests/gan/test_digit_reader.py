"""The reader of larger digits, on scikit-learn's brought to 28 × 28."""

from pathlib import Path

import numpy as np
import pytest
import torch

from studio.gan.digit_reader import train_reader
from studio.gan.slices import whole
from studio.gan.stacked import Digits


@pytest.fixture
def large(tmp_path: Path) -> Digits:
    from sklearn.datasets import load_digits

    digits = load_digits()
    x = np.rint(digits.images * (255 / 16)).astype(np.uint8).repeat(3, 1).repeat(3, 2)
    return Digits(np.pad(x, ((0, 0), (2, 2), (2, 2)))[..., None], digits.target.astype(np.int64), tmp_path)


def pictures(digits: Digits) -> torch.Tensor:
    return torch.from_numpy(digits.x).permute(0, 3, 1, 2).float() / 127.5 - 1


def test_it_reads_digits_it_was_not_trained_on_and_says_how_well(large):
    reader = whole(train_reader(large))
    assert reader.accuracy >= 0.9  # of 1,400 pictures; of MNIST's 50,000 it makes 98.8 %
    assert (whole(reader.read(pictures(large))) == large.c).mean() >= reader.accuracy - 0.02


def test_it_is_trained_once_and_found_again(large):
    state = torch.random.get_rng_state()
    first, steps = train_reader(large), 0
    while True:
        try:
            next(first)
            steps += 1
        except StopIteration as end:
            reader = end.value
            break
    kept = next(large.cache.rglob("*.safetensors")).read_bytes()
    again = sum(1 for _ in train_reader(large))
    assert again < steps / 5
    assert whole(train_reader(large)).accuracy == reader.accuracy
    assert torch.equal(torch.random.get_rng_state(), state)
    next(large.cache.rglob("*.safetensors")).write_bytes(kept[:100])  # torn: trained again, and to the same
    assert whole(train_reader(large)).accuracy == reader.accuracy
    assert next(large.cache.rglob("*.safetensors")).read_bytes() == kept
    assert len(list(large.cache.rglob("*"))) == 2
