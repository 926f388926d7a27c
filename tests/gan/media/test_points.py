import numpy as np
import pytest
import torch

from studio.errors import DataError
from studio.gan.media import Medium, medium

points = medium("points")
SAMPLES = np.random.default_rng(0).normal(size=(7, 2)).astype(np.float32)


def test_points_stay_in_data_units_both_ways():
    x = points.to_tensor(SAMPLES)
    assert x.dtype == torch.float32
    np.testing.assert_array_equal(points.to_array(x.requires_grad_()), SAMPLES)


def test_a_preview_holds_all_that_a_panel_draws_under_the_very_name(tmp_path):
    heat = np.zeros((4, 4), np.float32)
    points.save_preview(tmp_path / "live.part", SAMPLES, real=SAMPLES[:2], heat=heat, extent=np.array([-1, 1, -1, 1]))
    assert [p.name for p in tmp_path.iterdir()] == ["live.part"]
    with np.load(tmp_path / "live.part", allow_pickle=False) as found:
        assert set(found) == {"fake", "real", "heat", "extent"}
        np.testing.assert_array_equal(found["fake"], SAMPLES)


@pytest.mark.parametrize("sample", [SAMPLES, SAMPLES[0]])
@pytest.mark.parametrize("suffix", points.formats)
def test_points_are_written_exactly(tmp_path, sample, suffix):
    path = tmp_path / f"a.{suffix}"
    points.save(path, sample)
    found = np.load(path, allow_pickle=False) if suffix == "npy" else np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    np.testing.assert_array_equal(found.astype(np.float32), np.atleast_2d(sample))
    assert suffix == "npy" or path.read_text().startswith("x,y\n")


def test_another_format_is_refused_by_name(tmp_path):
    with pytest.raises(DataError, match=r"a\.png.*choose csv or npy"):
        points.save(tmp_path / "a.png", SAMPLES)


@pytest.mark.parametrize("kind", ["points", "image"])
def test_a_medium_is_found_by_its_kind(kind):
    assert isinstance(medium(kind), Medium)
    assert medium(kind).kind == kind
