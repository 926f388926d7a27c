import numpy as np
import pytest

from studio.errors import DataError
from studio.gan import originals
from studio.gan.datasets import Drawn, Stored
from studio.gan.originals import Originals
from studio.gan.slices import whole
from tests.gan.making import images


def smooth(n: int, side: int) -> np.ndarray:
    """Pictures that differ in what is left of them at 16 pixels a side."""
    blocks = np.random.default_rng(1).integers(0, 256, (n, 8, 8, 3), dtype=np.uint8)
    return blocks.repeat(side // 8, 1).repeat(side // 8, 2)


@pytest.mark.parametrize("rows", [7, 4096])
def test_the_nearest_are_those_of_a_plain_search(monkeypatch, rows):
    monkeypatch.setattr(originals, "ROWS", rows)  # so that several slices are needed
    data = images(640)
    asked = np.random.default_rng(5).integers(0, 256, (8, 8, 1), dtype=np.uint8)
    found = whole(whole(Originals.gather(data)).nearest(asked, 4))
    every = np.linalg.norm((data.x[data.train].astype(float) - asked).reshape(len(data.train), -1), axis=1)
    order = np.argsort(every)[:4]
    np.testing.assert_array_equal(found.pictures, data.x[data.train[order]])
    np.testing.assert_allclose(found.distances, every[order] / 127.5, rtol=1e-4)
    assert (found.looked, found.of) == (len(data.train), len(data.train))


def test_a_copy_has_no_distance_and_something_new_the_usual_one():
    data = Stored("image", smooth(400, 32), None)
    known = whole(Originals.gather(data))
    copy = whole(known.nearest(data.x[data.train[17]], 2))
    np.testing.assert_array_equal(copy.pictures[0], data.x[data.train[17]])
    assert copy.ratio == pytest.approx(0, abs=1e-3)
    new = whole(known.nearest(smooth(401, 32)[400], 2))
    assert 0.7 < new.ratio < 1.4


def test_a_mirrored_copy_is_found_where_training_shows_mirror_images():
    plain, mirrored = (Stored("image", smooth(400, 16), None, mirror=m) for m in (False, True))
    asked = plain.x[plain.train[30]][:, ::-1]
    assert whole(whole(Originals.gather(mirrored)).nearest(asked, 1)).distances[0] == pytest.approx(0, abs=1e-3)
    assert whole(whole(Originals.gather(plain)).nearest(asked, 1)).distances[0] > 1


def test_few_pictures_set_aside_tell_no_usual_distance_and_all_are_offered_at_most():
    data = images(10)
    found = whole(whole(Originals.gather(data)).nearest(data.x[data.train[0]], 99))
    assert found.ratio is None
    assert len(found.pictures) == len(data.train)


def test_a_large_set_is_looked_through_in_part_and_says_so(monkeypatch):
    monkeypatch.setattr(originals, "MOST", 50)
    data = images(640)
    found = whole(whole(Originals.gather(data)).nearest(data.x[0], 1))
    assert (found.looked, found.of) == (50, len(data.train))


def test_data_without_end_say_that_nothing_can_be_copied():
    data = Drawn("image", (1, 8, 8), (), lambda n, _: (np.zeros(n), None))
    with pytest.raises(DataError, match="drawn anew"):
        whole(Originals.gather(data))
