"""The bank of reals and the sight of one check."""

import numpy as np
import pytest
import torch

from studio.doctor.sight import LEAST, Asked, gather, middle, see
from studio.errors import DataError
from studio.gan.datasets import Drawn, Stored
from studio.gan.datasets.shapes import Shapes
from studio.gan.features import shrink
from studio.gan.slices import whole
from tests.doctor.examining import bank_of, noise, stored
from tests.gan.making import images


def test_a_bank_keeps_training_reals_apart_from_held_out_ones():
    dataset = images(3000, (8, 8, 3), classes=4)
    bank = whole(gather(dataset))
    assert len(bank.phi) == len(bank.pictures) == len(bank.c) == 2048
    assert set(bank.rows) <= set(dataset.train)
    assert len(set(bank.rows)) == 2048
    assert np.array_equal(bank.pictures, dataset.x[bank.rows])
    assert np.array_equal(bank.c.numpy(), dataset.c[bank.rows])
    assert len(bank.held) == len(dataset.held)
    assert len(bank.known) == len(dataset.train)
    assert torch.equal(bank.known[:2048], bank.reals().flatten(1))
    assert torch.equal(whole(bank.likeness.of(bank.reals())), bank.phi)


def test_a_bank_is_the_same_every_time_and_leaves_torchs_generator_alone():
    state = torch.random.get_rng_state()
    first, second = (whole(gather(images(500))) for _ in range(2))
    assert torch.equal(first.phi, second.phi)
    assert torch.equal(first.bins.of_reals, second.bins.of_reals)
    assert torch.equal(torch.random.get_rng_state(), state)


def test_a_set_without_end_gives_reals_and_others_in_place_of_held_out_ones(tmp_path):
    bank = whole(gather(Shapes(resolution=16).open(tmp_path)))
    assert bank.rows is None
    assert bank.known is None
    assert len(bank.phi) == len(bank.held)
    reals = bank.reals().flatten(1).numpy().round(3)
    assert not set(map(bytes, reals)) & set(map(bytes, bank.held.numpy().round(3)))


def test_large_pictures_are_kept_small_with_their_middles_at_full_size():
    x = np.random.default_rng(0).integers(0, 256, (40, 93, 130, 3), dtype=np.uint8)
    dataset = Stored("image", x, None)
    bank = whole(gather(dataset))
    assert bank.pictures.shape == (32, 46, 64, 3)
    assert bank.sharp.shape == (32, 3, 64, 64)
    first = torch.from_numpy(x[bank.rows[0]]).permute(2, 0, 1).float() / 127.5 - 1
    assert len(whole(see(bank, shrink(noise(20, 3, 93, 130), 64), middle(noise(20, 3, 93, 130)))).blocks) == 1
    assert torch.allclose(bank.sharp[0], first[:, 8:72, 32:96], atol=1e-6)


def test_the_middle_keeps_the_phase_of_what_repeats():
    x = torch.arange(100.0)[None, None, :, None].expand(1, 1, 100, 70)
    assert middle(x).shape == (1, 1, 64, 64)
    assert float(middle(x)[0, 0, 0, 0]) % 8 == 0
    assert torch.equal(middle(x[:, :, :20, :20]), x[:, :, :20, :20])


def test_too_few_reals_are_a_fault_that_says_what_to_do():
    with pytest.raises(DataError, match="add more"):
        whole(gather(images(LEAST)))


def test_work_is_cut_into_slices(tmp_path):
    slices = 0
    for _ in gather(Shapes(resolution=32).open(tmp_path)):
        slices += 1
    assert slices > 40


def test_what_is_found_of_a_bank_is_found_once():
    bank, asked = bank_of(noise(200, 2)), []

    def find(bank):
        asked.append(bank)
        yield
        return len(bank.phi)

    assert whole(bank.once(find)) == whole(bank.once(find)) == 160
    assert len(asked) == 1


def test_a_sight_holds_distances_block_by_block():
    bank = bank_of(noise(2600, 2))
    fakes = noise(1024, 2, seed=1)
    sight = whole(see(bank, fakes))
    assert len(sight.blocks) == 4
    block = sight.blocks[1]
    assert torch.equal(block.phi, fakes[256:512])
    assert torch.allclose(block.within, (fakes[256:512, None] - fakes[256:512]).norm(dim=2), atol=1e-6)
    assert torch.allclose(block.across, (fakes[256:512, None] - bank.phi).norm(dim=2), atol=1e-6)
    assert torch.equal(sight.of, torch.cdist(fakes, bank.bins.centres).argmin(1))


def test_distances_of_pictures_are_right_to_a_hundredth(digits):
    sight = whole(see(digits.bank, digits.some(256)))
    block = sight.blocks[0]
    exact = (block.phi[:, None].double() - digits.bank.phi.double()).norm(dim=2)
    assert float((block.across - exact).abs().max()) < 0.01


def test_what_was_asked_for_stays_beside_its_fake():
    bank = bank_of(noise(300, 2))
    fakes, asked = noise(64, 2, seed=1), Asked(noise(64, 3), torch.arange(64))
    fakes[::2] = torch.nan
    sight = whole(see(bank, fakes, asked=asked))
    assert sight.finite == 0.5
    assert torch.equal(sight.x, fakes[1::2])
    assert torch.equal(sight.asked.z, asked.z[1::2])
    assert torch.equal(sight.asked.c, asked.c[1::2])


def test_pictures_out_of_range_are_seen_as_a_person_sees_them():
    bank = bank_of(noise(300, 1, 8, 8).tanh())
    assert float(whole(see(bank, 5 * noise(64, 1, 8, 8))).x.abs().max()) == 1


def test_a_labelled_set_without_end_has_classes_too():
    bank = whole(gather(Drawn("points", (2,), ("a", "b"), lambda n, r: (torch.randn(n, 2, generator=r), torch.randint(2, (n,), generator=r)))))
    assert set(bank.c.tolist()) == {0, 1}


def test_bins_follow_the_clusters_of_the_data():
    centres = 10 * noise(8, 2)
    x = centres[torch.arange(2600) % 8] + 0.01 * noise(2600, 2, seed=1)
    bins = bank_of(x).bins
    assert torch.cdist(bins.centres, centres).amin(1).max() < 0.1
    assert set(torch.cdist(bins.centres, centres).argmin(1).tolist()) == set(range(8))
    assert float(bins.shares.sum()) == pytest.approx(1)
    assert float(bins.counts.min()) >= 0.25 * len(bins.of_reals) / 32


def test_few_or_equal_reals_have_few_bins():
    assert len(bank_of(noise(50, 2)).bins.centres) == 5
    assert len(bank_of(torch.zeros(100, 2)).bins.centres) == 1
    assert len(whole(gather(stored(torch.tensor([[0.0, 0], [5, 5], [9, 0]])[torch.arange(300) % 3]))).bins.centres) == 3
