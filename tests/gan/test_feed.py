import numpy as np
import pytest
import torch

from studio.gan.datasets import Source, Stored
from studio.gan.feed import StoredFeed, feed
from tests.gan.making import images

CPU = torch.device("cpu")


def generator() -> torch.Generator:
    return torch.Generator().manual_seed(0)


@pytest.mark.parametrize("resident", [True, False])
def test_an_epoch_gives_every_training_image_once_and_never_a_held_out_one(resident: bool) -> None:
    data = images(200)
    given = StoredFeed(data, CPU, 0, resident=resident)
    firsts = []
    for _ in range(len(data.train) // 8):
        x, _ = given.next(8, generator())
        firsts += ((x[:, 0, 0, 0] + 1) * 127.5).round().int().tolist()
    assert sorted(firsts) == sorted(data.train.tolist())
    assert not set(firsts) & set(data.held.tolist())


def test_resident_and_streamed_feeds_give_the_same_batches() -> None:
    a, b = (StoredFeed(images(200, classes=3), CPU, 4, resident=resident) for resident in (True, False))
    for _ in range(60):
        (x, c), (y, d) = a.next(8, generator()), b.next(8, generator())
        assert torch.equal(x, y)
        assert c is not None
        assert d is not None
        assert torch.equal(c, d)


def test_looking_ahead_changes_no_batch_and_no_position() -> None:
    a, b = (StoredFeed(images(200, classes=3), CPU, 4, resident=False, ahead=ahead) for ahead in (False, True))
    for n in [8] * 50 + [5, 8, 8, 3]:
        (x, c), (y, d) = a.next(n, generator()), b.next(n, generator())
        assert torch.equal(x, y)
        assert c is not None
        assert d is not None
        assert torch.equal(c, d)
        assert a.position == b.position
    a.position = b.position = 24  # a checkpoint was loaded: what was staged is of no use
    assert torch.equal(a.next(8, generator())[0], b.next(8, generator())[0])


def test_the_position_alone_restores_the_order_across_epochs() -> None:
    a = StoredFeed(images(200), CPU, 0, resident=True)
    for _ in range(31):
        a.next(8, generator())
    b = StoredFeed(images(200), CPU, 0, resident=True)
    b.position = a.position
    assert torch.equal(a.next(50, generator())[0], b.next(50, generator())[0])


def test_images_span_minus_one_to_one_channels_first() -> None:
    x = np.zeros((1000, 2, 3, 3), np.uint8)
    x[..., 1] = 255
    batch, _ = StoredFeed(Stored("image", x, None), CPU, 0, resident=True).next(5, generator())
    assert batch.shape == (5, 3, 2, 3)
    assert batch[:, 0].unique().tolist() == [-1.0]
    assert batch[:, 1].unique().tolist() == [1.0]


def test_mirroring_turns_about_half_of_the_images_and_nothing_else() -> None:
    x = np.zeros((2000, 2, 2, 1), np.uint8)
    x[:, :, 0] = 255
    batch, _ = StoredFeed(Stored("image", x, None, mirror=True), CPU, 0, resident=True).next(1000, generator())
    left = (batch[:, 0, 0, 0] > 0).float().mean()
    assert 0.4 < float(left) < 0.6
    assert torch.equal(batch[:, 0, :, 0], -batch[:, 0, :, 1])


def test_labels_are_drawn_as_the_data_has_them() -> None:
    data = Stored("image", np.zeros((1000, 2, 2, 1), np.uint8), np.repeat([0, 1], [900, 100]).astype(np.int64), ("many", "few"))
    c = feed(data, CPU, 0).labels(4000, generator())
    assert c is not None
    assert 0.07 < float((c == 1).float().mean()) < 0.13


def test_points_keep_data_units(tmp_path_factory: pytest.TempPathFactory) -> None:
    data = Source.read("ring").open(tmp_path_factory.mktemp("cache"))
    x, c = feed(data, CPU, 0).next(64, generator())
    assert c is None
    assert torch.allclose(x.norm(dim=1), torch.ones(64), atol=0.06)
