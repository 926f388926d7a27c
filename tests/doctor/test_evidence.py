"""What is shown of a failure: the right pictures beside one another, and shares that add up."""

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
import torch
from PIL import Image
from sklearn.datasets import load_digits
from torch import Tensor

from studio.doctor.detectors import Detector
from studio.doctor.evidence import Scene, gather_evidence
from studio.doctor.sight import Asked, Bank, Verdicts, gather, see
from studio.gan.datasets import Stored
from studio.gan.media.image import Image as Pictures
from studio.gan.slices import whole
from studio.messages import Evidence


def digits(*, labelled: bool = False) -> Stored:
    x, c = load_digits(return_X_y=True)
    names = tuple(str(k) for k in range(10))
    pictures = np.round(x * (255 / 16)).astype(np.uint8).reshape(-1, 8, 8, 1)
    return Stored("image", pictures, c.astype(np.int64), names if labelled else (), known=names)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return whole(gather(digits()))


def scene(bank: Bank, fakes: Tensor, *, asked: Asked | None = None, verdicts: Verdicts | None = None, history: Sequence[Tensor] = ()) -> Scene:
    return Scene(whole(see(bank, fakes, asked=asked, verdicts=verdicts)), bank, history)


def held(bank: Bank, *classes: int, n: int = 256) -> Tensor:
    """Held-out and other digits of these classes, as a generator that knows only them would make them."""
    dataset = bank.dataset
    assert isinstance(dataset, Stored)
    assert dataset.c is not None
    rows = np.flatnonzero(np.isin(dataset.c, classes))[:n]
    return Pictures().to_tensor(dataset.x[rows])


def shown(kind: str, what: Scene, folder: Path) -> Evidence:
    (found,) = gather_evidence([kind], what, folder / "doctor", "000003-alarm")
    return found


def cells(folder: Path, evidence: Evidence, side: int, together: int) -> np.ndarray:
    """[rows, columns, h, w] of a sheet with a line of one pixel between rows and groups."""
    sheet = np.asarray(Image.open(folder / evidence.file))
    gap = 1 if together > 1 else 0
    rows = [sheet[y : y + side] for y in range(0, len(sheet), side + gap)]
    out = []
    for row in rows:
        groups = [row[:, x : x + together * side] for x in range(0, row.shape[1], together * side + gap)]
        out.append([group[:, k * side : (k + 1) * side] for group in groups for k in range(together)])
    return np.array(out)


def test_what_vanished_is_shown_by_reals_of_the_lost_classes(bank: Bank, tmp_path: Path) -> None:
    evidence = shown("missing", scene(bank, held(bank, 0, 1, 2, 3, 4, 5)), tmp_path)
    assert (evidence.kind, evidence.file) == ("pairs", "doctor/000003-alarm-missing.png")
    table = cells(tmp_path, evidence, 8, 2)
    assert table.shape[:2] == (4, len(evidence.labels))
    dataset = bank.dataset
    assert isinstance(dataset, Stored)
    assert dataset.c is not None
    known = {picture.tobytes(): int(c) for picture, c in zip(dataset.x, dataset.c, strict=True)}
    lost = [known[cell.tobytes()] for cell in table[:, ::2].reshape(-1, 8, 8)]
    near = [known[cell.tobytes()] for cell in table[:, 1::2].reshape(-1, 8, 8)]
    assert np.mean([c in (6, 7, 8, 9) for c in lost]) >= 0.9
    assert all(c <= 5 for c in near), "the nearest samples are of those that were made"


def test_memorised_samples_lie_beside_what_they_copy(bank: Bank, tmp_path: Path) -> None:
    evidence = shown("pairs", scene(bank, bank.reals()[100:164]), tmp_path)
    table = cells(tmp_path, evidence, 8, 2).reshape(-1, 2, 8, 8)
    assert len(table) == 12
    for sample, real in table:
        np.testing.assert_array_equal(sample, real)
    assert len({real.tobytes() for _, real in table}) > 6, "not the same picture again and again"


def test_near_duplicates_are_the_closest_pairs(bank: Bank, tmp_path: Path) -> None:
    fakes = held(bank, *range(10), n=64)
    twins = torch.cat((fakes, fakes[:12] + 0.004))
    table = cells(tmp_path, shown("duplicates", scene(bank, twins), tmp_path), 8, 2).reshape(-1, 2, 8, 8).astype(int)
    assert np.abs(table[:, 0] - table[:, 1]).max() <= 2
    seen = [cell.tobytes() for cell in table.reshape(-1, 8, 8)]
    assert len({*seen}) >= 12, "every sample is in one pair"


def test_shares_add_up_and_show_what_is_lost(bank: Bank, tmp_path: Path) -> None:
    evidence = shown("shares", scene(bank, held(bank, 0, 1)), tmp_path)
    reals, samples = evidence.series["reals"], evidence.series["samples"]
    assert sum(reals) == pytest.approx(1, abs=1e-3)
    assert sum(samples) == pytest.approx(1, abs=1e-3)
    assert list(reals) == sorted(reals, reverse=True)
    assert sum(s == 0 for s in samples) > len(samples) / 2


def test_logits_share_their_bins(bank: Bank, tmp_path: Path) -> None:
    verdicts = Verdicts(torch.linspace(-6, -4, 100), torch.linspace(4, 6, 100), torch.empty(0))
    evidence = shown("logits", scene(bank, held(bank, 3), verdicts=verdicts), tmp_path)
    assert set(evidence.series) == {"samples", "reals"}
    assert (evidence.edges[0], evidence.edges[-1]) == (-6.0, 6.0)
    half = len(evidence.edges) // 2
    assert sum(evidence.series["samples"][:half]) == pytest.approx(1)
    assert sum(evidence.series["reals"][half:]) == pytest.approx(1)


def test_logits_that_are_no_numbers_are_left_out(bank: Bank, tmp_path: Path) -> None:
    verdicts = Verdicts(torch.full((5,), torch.nan), torch.tensor([1.0, torch.inf]), torch.empty(0))
    assert set(shown("logits", scene(bank, held(bank, 3), verdicts=verdicts), tmp_path).series) == {"reals"}


def test_hops_tell_the_checks_in_their_order(bank: Bank, tmp_path: Path) -> None:
    first, last = (bank.bins.count(scene(bank, held(bank, c)).sight.of) for c in (0, 1))
    evidence = shown("hops", scene(bank, held(bank, 1), history=[first, first, last]), tmp_path)
    assert list(evidence.series) == ["2 before", "1 before", "this check", "reals"]
    assert evidence.series["2 before"] == evidence.series["1 before"] != evidence.series["this check"]


def test_classes_stand_in_columns_of_their_own(tmp_path: Path) -> None:
    bank = whole(gather(digits(labelled=True)))
    asked = Asked(torch.zeros(40, 4), torch.arange(40) % 10)
    levels = (torch.arange(40) % 10) * 20
    fakes = (levels.float() / 127.5 - 1)[:, None, None, None].expand(-1, 1, 8, 8)
    evidence = shown("classes", scene(bank, fakes, asked=asked), tmp_path)
    assert evidence.labels == tuple("01234567")
    table = cells(tmp_path, evidence, 8, 1)
    assert (table == (np.arange(8) * 20)[None, :, None, None]).all()


def test_points_have_no_pictures(tmp_path: Path) -> None:
    x = np.random.default_rng(0).normal(size=(400, 2)).astype(np.float32)
    bank = whole(gather(Stored("points", x, None)))
    found = gather_evidence(["missing", "pairs", "duplicates", "samples", "shares"], scene(bank, torch.randn(64, 2)), tmp_path / "doctor", "a")
    assert [e.kind for e in found] == ["histogram"]
    assert not (tmp_path / "doctor").exists()


def test_a_generator_of_nothing_finite_shows_nothing(bank: Bank, tmp_path: Path) -> None:
    what = scene(bank, torch.full((32, 1, 8, 8), torch.nan))
    assert gather_evidence(["missing", "pairs", "duplicates", "samples", "shares"], what, tmp_path / "doctor", "a") == ()


def test_every_kind_that_a_detector_names_is_known(bank: Bank, tmp_path: Path) -> None:
    kinds = {kind for detector in Detector.kinds().values() for kind in detector.evidence}
    verdicts = Verdicts(torch.randn(8), torch.randn(8), torch.randn(8))
    what = scene(bank, held(bank, 1, 2), verdicts=verdicts, history=[torch.ones(4), torch.ones(4)])
    for evidence in gather_evidence(sorted(kinds - {"hops"}), what, tmp_path / "doctor", "a"):
        assert evidence.kind in get_args(Evidence.model_fields["kind"].annotation)
        assert evidence.title
        assert evidence.text
    names = [path.name for path in (tmp_path / "doctor").iterdir()]
    assert all(name.startswith("a-") and name.endswith(".png") for name in names), "no draft is left"
