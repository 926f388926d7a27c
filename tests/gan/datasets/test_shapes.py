import math

import pytest
import torch

from studio.gan.datasets import Source
from studio.gan.datasets.shapes import Factors, Shapes

AREAS = {
    "circle": math.pi,
    "ring": math.pi * 0.75,
    "triangle": 3 * math.sqrt(3) / 4,
    "square": 2.0,
    "star": 5 * 0.45 * math.sin(math.pi / 5),
    "cross": 4 * (2 * 0.95 * 0.3) - 4 * 0.3**2,
}  # of a shape of radius 1, by geometry


def one(shape: int, *, hue: float = 0.0, size: float = 0.3, x: float = 0.5, y: float = 0.5) -> Factors:
    return Factors(torch.tensor([shape]), *(torch.tensor([v]) for v in (hue, size, x, y)))


@pytest.mark.parametrize("resolution", [32, 256])
@pytest.mark.parametrize("name", Shapes.names)
def test_a_shape_covers_its_exact_area_around_its_centre(name, resolution):
    picture = Shapes(resolution=resolution).render(one(Shapes.names.index(name), size=0.28, x=0.42, y=0.61))[0]
    cover = (picture[0] + 1) / 2
    assert cover.mean().item() == pytest.approx(AREAS[name] * 0.28**2, rel=0.03 if resolution == 256 else 0.08)
    side = (torch.arange(resolution) + 0.5) / resolution
    assert (cover.sum(0) @ side / cover.sum()).item() == pytest.approx(0.42, abs=0.003)
    assert (cover.sum(1) @ side / cover.sum()).item() == pytest.approx(0.61, abs=0.003)


def test_no_shape_is_cut_by_the_edge():
    low, high = Shapes.truth()["x"]
    for shape, name in enumerate(Shapes.names):
        middle, *corners = (Shapes(resolution=64).render(one(shape, x=x, y=y)).add(1).sum() for x, y in ((0.5, 0.5), (low, low), (high, high), (low, high)))
        for corner in corners:
            assert corner / middle > 0.99, name


@pytest.mark.parametrize(("hue", "colour"), [(0, (1, -1, -1)), (1 / 6, (1, 1, -1)), (1 / 3, (-1, 1, -1)), (2 / 3, (-1, -1, 1)), (1 / 12, (1, 0, -1))])
def test_a_hue_is_its_colour(hue, colour):
    middle = Shapes().render(one(0, hue=hue))[0, :, 16, 16]
    torch.testing.assert_close(middle, torch.tensor(colour, dtype=torch.float32), atol=1e-5, rtol=0)


@pytest.mark.parametrize("name", ["triangle", "star"])
def test_tips_point_up(name):
    cover = Shapes(resolution=64).render(one(Shapes.names.index(name)))[0, 0] + 1
    assert cover[:13].sum() == 0
    assert cover[13:16].sum() > 0
    assert cover[13:16, :30].sum() == cover[13:16, 34:].sum() == 0  # the highest rows hold one tip, in the middle


def test_factors_have_the_distribution_that_truth_tells():
    drawn = Shapes().factors(60_000, torch.Generator().manual_seed(0))
    for name, (low, high) in Shapes.truth().items():
        values = getattr(drawn, name).double()
        assert low <= values.min()
        assert values.max() < high + 1e-6
        parts = 6 if name == "shape" else 10
        counts = torch.histc(values, parts, low, high - (1 if name == "shape" else 0))
        assert (counts / counts.mean() - 1).abs().max() < 0.07, name
    columns = torch.stack([column.double() for column in drawn])
    assert (torch.corrcoef(columns) - torch.eye(5)).abs().max() < 0.02


def test_the_generator_alone_decides_a_batch(tmp_path):
    data = Source.read({"kind": "shapes", "resolution": 16, "labelled": True}).open(tmp_path)
    one, two, three = (data.draw(8, torch.Generator().manual_seed(seed)) for seed in (1, 1, 2))
    assert torch.equal(one[0], two[0])
    assert torch.equal(one[1], two[1])
    assert not torch.equal(one[0], three[0])
    assert data.shape == (3, 16, 16)
    assert data.classes == Shapes.names
