"""What every augmentation promises."""

import json

import pytest
import torch
from torch import Tensor

from studio.errors import ConfigError
from studio.gan.augment import Augment
from studio.gan.draws import spans
from tests.gan.augment.rolling import Rolled, applied

EVERYTHING = {"ada": {"p": 1.0, "cutout": 1.0}}  # what a kind needs beside its defaults to do all it can
ALL = [Augment.read({"kind": kind, **EVERYTHING.get(kind, {})}) for kind in sorted(Augment.kinds())]
CHANGING = [a for a in ALL if a.active]
SHAPES = [(1, 8, 8), (2, 5, 7), (3, 12, 12), (4, 9, 16), (8, 6, 6), (3, 1, 1), (1, 1, 6), (3, 28, 20)]


def ids(value: object) -> str:
    return value.kind if isinstance(value, Augment) else "x".join(map(str, value)) if isinstance(value, tuple) else str(value)


def pictures(n: int, shape: tuple[int, ...], dtype: torch.dtype = torch.float32, seed: int = 1) -> Tensor:
    return torch.rand(n, *shape, generator=torch.Generator().manual_seed(seed), dtype=dtype) * 2 - 1


def test_the_published_ones_are_there() -> None:
    assert {a.kind for a in ALL} >= {"none", "ada", "diffaugment"}


@pytest.mark.parametrize("augment", ALL, ids=ids)
def test_an_augmentation_survives_json(augment: Augment) -> None:
    assert Augment.read(json.loads(json.dumps(augment.dump()))) == augment


@pytest.mark.parametrize("augment", CHANGING, ids=ids)
def test_the_docstring_names_its_source_and_p_may_change_while_a_run_trains(augment: Augment) -> None:
    assert "arXiv" in (augment.__doc__ or "")
    assert {o.name for o in augment.options() if o.live} >= {"p"}


@pytest.mark.parametrize("shape", SHAPES, ids=ids)
@pytest.mark.parametrize("augment", ALL, ids=ids)
def test_at_p_zero_every_bit_stays(augment: Augment, shape: tuple[int, ...]) -> None:
    x = pictures(6, shape)
    x[0] = -0.0
    for given in (x, x.contiguous(memory_format=torch.channels_last)):
        assert torch.equal(applied(augment, given, 0.0).view(torch.int32), x.view(torch.int32))


@pytest.mark.parametrize("shape", SHAPES, ids=ids)
@pytest.mark.parametrize("augment", CHANGING, ids=ids)
def test_at_p_one_images_change_and_keep_their_shape(augment: Augment, shape: tuple[int, ...]) -> None:
    x = pictures(32, shape)
    out = applied(augment, x, 1.0)
    assert out.shape == x.shape
    assert out.dtype == x.dtype
    assert out.isfinite().all()
    if min(shape[1:]) > 1:
        assert (out != x).flatten(1).any(1).float().mean() > 0.9


@pytest.mark.parametrize("augment", CHANGING, ids=ids)
def test_it_works_in_full_precision_under_autocast(augment: Augment) -> None:
    x = pictures(16, (3, 12, 12))
    with torch.autocast("cpu", torch.bfloat16):
        lower = applied(augment, x, 0.7)
    assert torch.equal(lower, applied(augment, x, 0.7))
    assert applied(augment, x.bfloat16(), 0.7).shape == x.shape


@pytest.mark.parametrize("augment", CHANGING, ids=ids)
def test_the_memory_layout_changes_no_number(augment: Augment) -> None:
    x = pictures(16, (3, 12, 10))
    other = applied(augment, x.contiguous(memory_format=torch.channels_last), 0.7)
    torch.testing.assert_close(other, applied(augment, x, 0.7), rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("shape", [(3, 6, 6), (1, 4, 5), (4, 5, 4)], ids=ids)
@pytest.mark.parametrize("augment", CHANGING, ids=ids)
def test_it_can_be_differentiated_twice(augment: Augment, shape: tuple[int, ...]) -> None:
    x = pictures(5, shape, torch.float64).requires_grad_()

    def changed(x: Tensor) -> Tensor:
        return applied(augment, x, 0.8)

    assert torch.autograd.gradcheck(changed, x)
    assert torch.autograd.gradgradcheck(lambda x: changed(x) * changed(x).sin(), x)  # itself linear, so a second derivative needs something that is not


@pytest.mark.parametrize("augment", CHANGING, ids=ids)
def test_parts_of_a_batch_see_what_the_whole_batch_would(augment: Augment) -> None:
    x = pictures(7, (3, 8, 8), torch.float64)
    expected = applied(augment, x, 0.8)
    rows = spans(7, 3)
    pieces = [augment.apply(x[slice(*span)], torch.tensor(0.8), part) for span, part in zip(rows, Rolled(7).split(rows), strict=True)]
    assert torch.equal(torch.cat(pieces), expected)


@pytest.mark.parametrize("augment", CHANGING, ids=ids)
def test_reals_and_fakes_joined_are_changed_independently(augment: Augment) -> None:
    x = pictures(1, (3, 8, 8)).expand(64, -1, -1, -1)
    real, fake = applied(augment, x, 1.0, batch=32).chunk(2)
    assert len(torch.cat((real, fake)).flatten(1).unique(dim=0)) == 64


@pytest.mark.parametrize("augment", CHANGING, ids=ids)
def test_reals_and_fakes_are_changed_with_the_same_distribution(augment: Augment) -> None:
    """Two samples of 3,000: every pixel's mean and mean square agree to 5 standard errors, though each pixel has a different one."""
    x = torch.linspace(-1, 1, 3 * 8 * 8).view(1, 3, 8, 8).expand(6000, -1, -1, -1)
    out = applied(augment, x, 0.5, batch=3000).flatten(1)
    for seen in (out, out.square()):
        real, fake = seen.chunk(2)
        error = ((real.var(0) + fake.var(0)) / 3000).sqrt()
        assert ((real.mean(0) - fake.mean(0)).abs() <= 5 * error).all()
        assert real.mean(0).std() > 0.01


@pytest.mark.parametrize("augment", CHANGING, ids=ids)
def test_nothing_waits_for_the_device(augment: Augment) -> None:
    """On torch's device without numbers: whoever asked for one would fail."""

    class Empty(Rolled):
        def normal(self, *shape: int) -> Tensor:
            return torch.empty(shape, device="meta")

        def uniform(self, *shape: int) -> Tensor:
            return torch.empty(shape, device="meta")

    x = torch.empty(6, 3, 8, 8, device="meta", requires_grad=True)
    out = augment.apply(x, torch.empty((), device="meta"), Empty(6).whole())
    (gradient,) = torch.autograd.grad(out.square().sum(), x, create_graph=True)
    gradient.sum().backward()  # type: ignore[no-untyped-call]
    assert out.shape == x.shape


@pytest.mark.parametrize("augment", CHANGING, ids=ids)
def test_points_are_refused_with_the_remedy(augment: Augment) -> None:
    problem = augment.misfit((2,))
    assert problem is not None
    assert problem.path == "augment.kind"
    assert "none" in problem.message
    assert augment.misfit((3, 8, 8)) is None


@pytest.mark.parametrize("augment", CHANGING, ids=ids)
@pytest.mark.parametrize("p", [-0.1, 1.1, "0 -> 2 cosine", "much"])
def test_p_is_kept_between_nothing_and_certainty(augment: Augment, p: object) -> None:
    with pytest.raises(ConfigError, match=r"augment\.p"):
        Augment.read({"kind": augment.kind, "p": p}, "augment")


@pytest.mark.parametrize("augment", CHANGING, ids=ids)
def test_what_never_happens_is_not_active(augment: Augment) -> None:
    assert not Augment.read({**augment.dump(), "p": 0.0}).active
    assert Augment.read({**augment.dump(), "p": "0 -> 0.5 cosine"}).active
    off = {
        name: False if isinstance(value, bool) else 0.0
        for name, value in augment.dump().items()
        if name in ("blit", "geometry", "colour", "translation", "cutout")
    }
    assert not Augment.read({**augment.dump(), **off}).active


@pytest.mark.parametrize("augment", CHANGING, ids=ids)
def test_a_schedule_drives_p(augment: Augment) -> None:
    scheduled = Augment.read({"kind": augment.kind, "p": "0 -> 0.5 linear"})
    assert [scheduled.strength(n, 2.0) for n in (0, 1000, 2000, 9000)] == [0.0, 0.25, 0.5, 0.5]
