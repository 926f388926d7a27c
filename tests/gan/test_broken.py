import tracemalloc

import numpy as np
import pytest

from studio.gan.broken import Broken, BrokenFiles

SOME = [Broken("b.png", "is empty"), Broken("a ü.png", "is cut short"), Broken("c.png", "is empty")]


def test_files_come_out_as_they_went_in_and_sorted_by_name():
    files = BrokenFiles(SOME)
    assert list(files) == SOME
    assert (files[0], files[-1], files[1:]) == (SOME[0], SOME[2], SOME[1:])
    assert list(files.sorted()) == sorted(SOME)
    with pytest.raises(IndexError):
        files[3]


def test_two_sorted_rows_become_one():
    both = BrokenFiles(sorted(SOME)).with_others(BrokenFiles([Broken("b", "x"), Broken("z", "x")]))
    assert [one.file for one in both] == ["a ü.png", "b", "b.png", "c.png", "z"]


@pytest.mark.parametrize("files", [[], SOME])
def test_arrays_bring_them_back(files):
    assert list(BrokenFiles.of_arrays(BrokenFiles(files).arrays())) == files


def test_arrays_that_do_not_fit_are_refused():
    arrays = BrokenFiles(SOME).arrays()
    with pytest.raises(ValueError, match="fit"):
        BrokenFiles.of_arrays({**arrays, "broken_codes": np.array([0, 1, 2], np.int32)})


def test_a_hundred_thousand_of_them_take_little_memory():
    tracemalloc.start()
    files = BrokenFiles(Broken(f"folder/{i:08d}.png", f"is cut short: {i % 7}") for i in range(100_000))
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(files) == 100_000
    assert size < 5_000_000
