"""ADA's pipeline against a slow one made of matrices and loops, in float64, and its frequencies against closed forms."""

import math

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from studio.gan.augment import Augment
from tests.gan.augment.rolling import Rolled, applied

Matrix = NDArray[np.float64]
NOTHING = {"blit": 0.0, "geometry": 0.0, "colour": 0.0, "cutout": 0.0}
GREY = np.array([1.0, 1.0, 1.0, 0.0]) / math.sqrt(3)  # the axis of the greys


def ada(**shares: float) -> Augment:
    return Augment.read({"kind": "ada", "p": 1.0, **NOTHING, **shares})


def scaling(x: float, y: float) -> Matrix:
    return np.diag([x, y, 1.0])


def turning(degrees: float) -> Matrix:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1.0]])


def shifting(x: float, y: float) -> Matrix:
    return np.array([[1, 0, x], [0, 1, y], [0, 0, 1.0]])


def folded(i: int, size: int) -> int:
    """Index i of a row that is mirrored at both ends without end."""
    while size > 1 and not 0 <= i < size:
        i = -i if i < 0 else 2 * (size - 1) - i
    return i if size > 1 else 0


def slow_warp(image: Matrix, change: Matrix) -> Matrix:
    """image [C, H, W], moved by a 3×3 matrix about its centre: every output pixel looks back, and takes its neighbours by a tent's height."""
    _, height, width = image.shape
    out, back = np.zeros_like(image), np.linalg.inv(change)
    for y in range(height):
        for x in range(width):
            u, v, _ = back @ np.array([x - (width - 1) / 2, y - (height - 1) / 2, 1.0])
            u, v = u + (width - 1) / 2, v + (height - 1) / 2
            for i in range(math.floor(v), math.floor(v) + 2):
                for j in range(math.floor(u), math.floor(u) + 2):
                    out[:, y, x] += (1 - abs(v - i)) * (1 - abs(u - j)) * image[:, folded(i, height), folded(j, width)]
    return out


def slow_colours(image: Matrix, colours: Matrix) -> Matrix:
    return np.asarray(np.einsum("ij,jhw->ihw", colours[:3, :3], image) + colours[:3, 3, None, None])


class Rolls:
    """One image's random numbers, taken one after the other, and what happens by them."""

    def __init__(self, uniforms: Matrix, normals: Matrix, p: float, share: dict[str, float]) -> None:
        self._uniforms, self._normals, self._p, self._share = iter(uniforms), iter(normals), p, share

    def u(self) -> float:
        return float(next(self._uniforms))

    def z(self) -> float:
        return float(next(self._normals))

    def happens(self, group: str) -> bool:
        return self.u() < self._p * self._share[group]

    def turn(self) -> Matrix:
        """By any angle, or by none: two such chances make up p together."""
        on, v = self.u() < 1 - math.sqrt(1 - self._p * self._share["geometry"]), self.u()
        return turning(360 * (v - 0.5)) if on else np.eye(3)

    def used_up(self) -> bool:
        return next(self._uniforms, None) is None and next(self._normals, None) is None


def slow_moves(rolls: Rolls, height: int, width: int) -> Matrix:
    """3×3 about the image's centre, one change after another."""
    moved = np.eye(3)
    on, v = rolls.happens("blit"), rolls.u()
    if on and v < 0.5:
        moved = scaling(-1, 1) @ moved
    on, v = rolls.happens("blit"), rolls.u()
    if on and height == width:
        moved = np.round(turning(90 * math.floor(4 * v))) @ moved
    on, a, b = rolls.happens("blit"), rolls.u(), rolls.u()
    if on:
        moved = shifting(np.round((2 * a - 1) * width / 8), np.round((2 * b - 1) * height / 8)) @ moved
    on, s = rolls.happens("geometry"), 2 ** (0.2 * rolls.z())
    moved = rolls.turn() @ (scaling(s, s) if on else np.eye(3)) @ moved
    on, s = rolls.happens("geometry"), 2 ** (0.2 * rolls.z())
    moved = rolls.turn() @ (scaling(s, 1 / s) if on else np.eye(3)) @ moved
    on, a, b = rolls.happens("geometry"), rolls.z(), rolls.z()
    return shifting(a * width / 8, b * height / 8) @ moved if on else moved


def slow_tints(rolls: Rolls, channels: int) -> Matrix:
    """4×4 over red, green, blue and 1, one change after another."""
    colours = np.eye(4)
    on, a = rolls.happens("colour"), 0.2 * rolls.z()
    if on:
        colours = (np.eye(4) + a * np.outer([1, 1, 1, 0], [0, 0, 0, 1])) @ colours
    on, a = rolls.happens("colour"), 2 ** (0.5 * rolls.z())
    if on:
        colours = np.diag([a, a, a, 1]) @ colours
    on, v = rolls.happens("colour"), rolls.u()
    if on and v < 0.5 and channels in (1, 3):
        colours = (np.eye(4) - 2 * np.outer(GREY, GREY)) @ colours
    on, v = rolls.happens("colour"), rolls.u()
    if on and channels == 3:
        colours = hue_turning(360 * (v - 0.5)) @ colours
    on, a = rolls.happens("colour"), 2 ** rolls.z()
    if on and channels == 3:
        colours = (np.outer(GREY, GREY) + a * (np.diag([1, 1, 1, 0]) - np.outer(GREY, GREY)) + np.diag([0, 0, 0, 1])) @ colours
    return colours


def hue_turning(degrees: float) -> Matrix:
    """About the axis of the greys, by Rodrigues' formula."""
    angle, axis = math.radians(degrees), GREY[:3]
    a, b, c = axis
    cross = np.array([[0, -c, b], [c, 0, -a], [-b, a, 0]])
    turned = np.eye(4)
    turned[:3, :3] = math.cos(angle) * np.eye(3) + math.sin(angle) * cross + (1 - math.cos(angle)) * np.outer(axis, axis)
    return turned


def slow_hole(rolls: Rolls, image: Matrix) -> Matrix:
    """image [C, H, W] with nothing within a quarter of each side of a point."""
    _, height, width = image.shape
    on, a, b = rolls.happens("cutout"), rolls.u(), rolls.u()
    out = image.copy()
    for y in range(height):
        for x in range(width):
            if on and abs((x + 0.5) / width - a) < 0.25 and abs((y + 0.5) / height - b) < 0.25:
                out[:, y, x] = 0
    return out


def slow_ada(image: Matrix, rolls: Rolls) -> Matrix:
    """The paper's appendix B for one image [C, H, W]."""
    channels, height, width = image.shape
    moved = slow_warp(image, slow_moves(rolls, height, width))
    colours = slow_tints(rolls, channels)
    if channels == 3:
        tinted = slow_colours(moved, colours)
    else:  # as if each channel were a grey image
        tinted = np.concatenate([slow_colours(np.repeat(moved[k : k + 1], 3, 0), colours)[:1] for k in range(channels)])
    return slow_hole(rolls, tinted)


@pytest.mark.parametrize("shape", [(3, 8, 8), (1, 8, 8), (2, 6, 9), (5, 7, 4), (3, 1, 5)], ids=lambda s: "x".join(map(str, s)))
@pytest.mark.parametrize("groups", ["blit", "geometry", "colour", "cutout", "all"])
def test_the_pipeline_equals_the_papers_matrices(groups: str, shape: tuple[int, int, int]) -> None:
    share = dict.fromkeys(NOTHING, 0.9) if groups == "all" else {**NOTHING, groups: 1.0}
    n, p = 24, 0.8
    rolled = Rolled(n, seed=3)
    x = torch.rand(n, *shape, generator=torch.Generator().manual_seed(4), dtype=torch.float64) * 2 - 1
    out = ada(**share).apply(x, torch.tensor(p, dtype=torch.float64), rolled.whole()).numpy()
    uniforms, normals = (given.numpy() for given in rolled.given)
    for i in range(n):
        rolls = Rolls(uniforms[i], normals[i], p, share)
        np.testing.assert_allclose(out[i], slow_ada(x[i].numpy(), rolls), rtol=0, atol=1e-10)
        assert rolls.used_up()


def test_flips_quarter_turns_and_whole_shifts_are_exact_to_the_last_bit() -> None:
    """At p = 1 every image is a mirrored shift by −1, 0 or 1 pixels of one of the eight ways to lay a square."""
    x = torch.rand(1, 3, 8, 8, generator=torch.Generator().manual_seed(0))
    out = applied(ada(blit=1.0), x.expand(2000, -1, -1, -1), 1.0)
    laid = [torch.rot90(side, k, (2, 3)) for side in (x, x.flip(3)) for k in range(4)]
    padded = [torch.nn.functional.pad(image, (1, 1, 1, 1), mode="reflect") for image in laid]
    possible = {(q[0, :, i : i + 8, j : j + 8]).contiguous().numpy().tobytes() for q in padded for i in range(3) for j in range(3)}
    found = {image.contiguous().numpy().tobytes() for image in out}
    assert len(possible) == 72
    assert found == possible


def within(count: float, n: int, p: float) -> bool:
    """Whether `count` of n is what probability p gives, to 4.5 standard deviations."""
    return abs(count - n * p) <= 4.5 * math.sqrt(n * p * (1 - p))


@pytest.mark.parametrize("half", [0, 1], ids=["reals", "fakes"])
def test_every_change_is_as_frequent_on_reals_and_fakes_as_it_should_be(half: int) -> None:
    n, p, share = 4000, 0.6, 0.5
    ramp = torch.arange(8.0).expand(2 * n, 1, 4, 8)  # not square: no quarter turns; 4 high: hardly a shift up or down

    def seen(x: torch.Tensor, **shares: float) -> torch.Tensor:
        return applied(ada(**shares), x, p, seed=11, batch=n).chunk(2)[half]

    out = seen(ramp, blit=share)
    steps = out[:, 0, 1, 4] - out[:, 0, 1, 3]
    assert set(steps.tolist()) == {1.0, -1.0}
    assert within(float((steps < 0).sum()), n, p * share / 2)
    ends = torch.maximum(out[:, 0, 1, 0], out[:, 0, 1, 7])  # 7 where unshifted or where the far end was mirrored in
    assert within(float((out[:, 0, 1].sum(1) != ramp[0, 0, 1].sum()).sum()), n, p * share / 2)
    assert set(ends.tolist()) == {7.0, 6.0}

    noise = torch.rand(1, 1, 4, 8, generator=torch.Generator().manual_seed(2)).expand(2 * n, -1, -1, -1)
    moved = (seen(noise, geometry=share) != noise[:n]).flatten(1).any(1)
    assert within(float(moved.sum()), n, 1 - (1 - p * share) ** 4)  # two scalings, one chance of any turn, one shift

    black = torch.zeros(2 * n, 3, 4, 4)
    tinted = (seen(black, colour=share) != 0).flatten(1).any(1)
    assert within(float(tinted.sum()), n, p * share)  # of all colours, only brightness changes black

    white = torch.ones(2 * n, 1, 8, 8)
    out = seen(white, cutout=share)
    assert within(float((out == 0).flatten(1).any(1).sum()), n, p * share)
    assert within(float((out[:, 0, 3, 4] == 0).sum()), n, p * share / 4)  # the hole's centre is near enough along both sides half of the time


def test_quarter_turns_are_equally_frequent_and_the_random_angle_covers_the_circle() -> None:
    n = 4000
    corner = torch.zeros(n, 1, 9, 9)
    corner[:, 0, 1, 2] = 1
    places = applied(ada(blit=1.0), corner, 1.0, seed=5).flatten(1).argmax(1)
    quadrants = torch.stack((places // 9 < 4, places % 9 < 4))
    for vertical in (True, False):
        for horizontal in (True, False):
            assert within(float(((quadrants[0] == vertical) & (quadrants[1] == horizontal)).sum()), n, 0.25)


def test_a_hue_keeps_greys_and_a_luma_flip_turns_them_round() -> None:
    grey = torch.full((500, 3, 2, 2), 0.5, dtype=torch.float64)
    out = applied(ada(colour=1.0), grey, 1.0)
    assert (out.std(1) < 1e-12).all()
    assert ((out - out[:, :1, :1, :1]).abs() < 1e-12).all()
    assert within(float((out[:, 0, 0, 0] < 0).sum()), 500, 0.5)
