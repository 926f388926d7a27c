"""How much of a batch fits: bytes against closed forms, and limits that are given rather than met."""

import pytest
import torch

from studio.gan.config import RunConfig
from studio.gan.fitting import Fit, Watermark, fit, little, mixes_samples, with_rows
from studio.gan.slices import whole
from studio.gan.trainer import Trainer
from tests.gan.making import config, images

R3GAN = {"kind": "r3gan", "width": 8, "blocks": 1, "z_dim": 4, "group_size": 4}
DCGAN = {"kind": "dcgan", "width": 4, "z_dim": 4}
MB = 250_000  # floats


def settings(network: dict[str, object] = R3GAN, batch: int = 64) -> RunConfig:
    return config(network, training={"batch": batch, "device": "cpu"}, precision={"dtype": "fp32"})


def test_bytes_are_counted_while_they_live() -> None:
    with Watermark() as mark:
        a = torch.zeros(MB)
        b = a + 1
        view = b.view(-1, 2)[3:]
        assert mark.now == 8 * MB
        del a
        assert mark.now == 4 * MB
        del b
        assert mark.now == 4 * MB  # the view still holds it
        del view
    assert (mark.now, mark.peak) == (0, 8 * MB)


def test_what_was_there_before_is_not_counted() -> None:
    before = torch.zeros(MB)
    with Watermark() as mark:
        before.add_(1)
        before.view(2, -1)
    assert mark.peak == 0


def test_what_a_backward_pass_keeps_is_counted() -> None:
    x = torch.zeros(MB, requires_grad=True)
    with Watermark() as mark:
        y = x.exp().exp().exp()  # each keeps its result
        assert mark.now == 3 * 4 * MB
        y.sum().backward()
    assert 4 * 4 * MB <= mark.peak <= 5 * 4 * MB + 64  # and a few single numbers


def test_a_batch_that_fits_passes_whole() -> None:
    found = whole(fit(settings(), images(), 8 << 30))
    assert found.part == 0
    assert found.need > 0


def test_a_small_limit_gives_parts_that_keep_within_it() -> None:
    need = whole(fit(settings(), images(), 8 << 30)).need
    limits = [need // 2, need // 4]
    parts = [whole(fit(settings(), images(), limit)).part for limit in limits]
    assert 64 > parts[0] > parts[1] >= 1
    for limit, part in zip(limits, parts, strict=True):
        assert whole(fit(settings(batch=part), images(), 8 << 30)).need <= limit
        assert whole(fit(settings(batch=part + 2), images(), 8 << 30)).need > limit


def test_where_nothing_fits_images_pass_one_by_one_or_in_pairs_where_they_are_compared() -> None:
    assert whole(fit(settings(), images(), 0)).part == 1
    assert whole(fit(settings(DCGAN), images(), 0)) == Fit(2, whole(fit(settings(DCGAN), images(), 0)).need)


def test_the_whole_batch_is_foretold_from_two_small_ones() -> None:
    """Against the batch itself, counted."""
    trainer, most = Trainer(settings(), images()), 0
    for name in trainer.players:
        with Watermark() as mark:
            trainer.differentiate(name)
        most = max(most, mark.peak)
    weights = sum(p.nbytes for player in trainer.players.values() for p in player.parameters)
    assert whole(fit(settings(), images(), 0)).need == pytest.approx(1.6 * (5 * weights + most), rel=0.15)


def test_parts_change_the_result_only_where_samples_are_mixed() -> None:
    for network, mixes in ((R3GAN, False), (DCGAN, True), ({**DCGAN, "norm": "spectral"}, True), ({**DCGAN, "norm": "none"}, False)):
        chosen = settings(network)
        assert mixes_samples(iter(Trainer(chosen, images()).networks.values()), chosen) is mixes


def test_a_little_of_a_data_set_is_of_the_same_kind() -> None:
    data = little(images(2000, classes=3))
    assert (data.shape, data.classes) == (images(4).shape, images(4, classes=3).classes)
    trainer = Trainer(with_rows(settings(), batch=300, part=0), data)
    x, c = trainer.real()
    assert (len(x), c is not None) == (300, True)
