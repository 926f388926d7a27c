"""The Inception weights: told of, checked, read as numbers alone; and, where torch-fidelity is installed, what is seen through them."""

import hashlib
import pickle
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from studio.errors import ConfigError
from studio.gan import inception
from studio.gan.datasets import Stored
from studio.gan.datasets.digits import Digits
from studio.gan.datasets.shapes import Shapes
from studio.gan.evaluate import Pretrained, evaluate
from studio.gan.inception import Inception, Look, check, find_weights, read_weights
from studio.gan.metrics import Metric, PretrainedMetric, choose
from studio.gan.reference import gather
from studio.gan.slices import whole


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A small file of tensors."""
    path = tmp_path / "weights.pth"
    torch.save({"a": torch.arange(6.0)}, path)
    return path


def published(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """This file is what the publisher gave."""
    monkeypatch.setattr(check, "__kwdefaults__", {"size": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()})


def test_nothing_is_fetched_unasked_and_the_notice_tells_size_and_sum(tmp_path):
    with pytest.raises(ConfigError) as refusal:
        find_weights(tmp_path)
    assert "95.6 MB" in str(refusal.value)
    assert inception.WEIGHTS_SHA256 in str(refusal.value)
    assert "--allow-download" in str(refusal.value)
    assert "--inception-weights" in str(refusal.value)
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_another_size_or_sum_is_refused(file, monkeypatch):
    with pytest.raises(ConfigError, match="95,628,359"):
        find_weights(file.parent, file=file)
    published(monkeypatch, file)
    assert find_weights(file.parent, file=file) == file
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    with pytest.raises(ConfigError, match="SHA-256"):
        find_weights(file.parent, file=file)
    with pytest.raises(ConfigError, match="cannot be read"):
        find_weights(file.parent, file=file.with_name("none.pth"))


def test_what_lies_in_the_cache_is_used_and_checked_each_time(file, tmp_path, monkeypatch):
    kept = tmp_path / "cache" / "downloads" / "inception" / inception.WEIGHTS_NAME
    kept.parent.mkdir(parents=True)
    kept.write_bytes(file.read_bytes())
    published(monkeypatch, file)
    assert find_weights(tmp_path / "cache") == kept
    kept.write_bytes(b"x")
    with pytest.raises(ConfigError, match="bytes"):
        find_weights(tmp_path / "cache")


def test_a_torn_file_is_refused(file):
    for size in (0, 5, 100, file.stat().st_size - 20):
        torn = file.with_name(f"{size}.pth")
        torn.write_bytes(file.read_bytes()[:size])
        with pytest.raises(ConfigError, match="cannot be read as weights"):
            read_weights(torn)


class Trap:
    """Runs when it is unpickled without restriction."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> Any:
        return (Path.touch, (self.path,))


def test_a_file_that_would_run_something_is_refused_and_runs_nothing(tmp_path):
    sprung = tmp_path / "sprung"
    torch.save({"a": Trap(sprung)}, tmp_path / "new.pth")
    (tmp_path / "old.pth").write_bytes(pickle.dumps({"a": Trap(sprung)}, protocol=2))
    for name in ("new.pth", "old.pth"):
        with pytest.raises(ConfigError, match="cannot be read as weights"):
            read_weights(tmp_path / name)
    assert not sprung.exists()


def test_something_else_than_weights_is_refused(tmp_path):
    torch.save([1, 2], tmp_path / "list.pth")
    with pytest.raises(ConfigError, match="does not hold a network's weights"):
        read_weights(tmp_path / "list.pth")


def test_without_the_extra_the_command_that_installs_it_is_named(tmp_path, monkeypatch):
    source = Digits()
    digits = whole(gather(source.open(tmp_path), source, 100))
    monkeypatch.setitem(sys.modules, "torch_fidelity", None)
    with pytest.raises(ConfigError, match=r"pip install gan-studio\[metrics\]"):
        choose(["fid"], digits)
    assert "fid" not in choose(None, digits)


def test_points_have_no_looks():
    points = whole(gather(Stored("points", np.zeros((100, 2), np.float32), None), None, 100))
    assert "images" in Metric.read("kid").misfit(points)


# --- with the extra installed; the network and its 2048 × 2048 matrices take minutes on a processor --------------------------


@pytest.fixture(scope="module")
def eye(tmp_path_factory) -> Inception:
    """The network with random weights: what it sees means nothing, how it is looked through is the same."""
    extractor = pytest.importorskip("torch_fidelity.feature_extractor_inceptionv3")
    with pytest.MonkeyPatch.context() as patch, torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        patch.setattr(extractor.FeatureExtractorInceptionV3, "load_state_dict", lambda *_: None)
        patch.setattr(extractor, "load_state_dict_from_url", lambda *_, **__: {})
        weights = extractor.FeatureExtractorInceptionV3("made", ["2048"]).state_dict()
    return Inception(weights, identity="made", device="cpu", cache=tmp_path_factory.mktemp("eye"))


@pytest.fixture(scope="module")
def shapes(tmp_path_factory) -> Stored:
    x, _ = Shapes(resolution=16).open(tmp_path_factory.mktemp("shapes")).sample(20, torch.Generator().manual_seed(0))
    return Stored("image", ((x + 1) * 127.5).round().byte().permute(0, 2, 3, 1).numpy(), None)


class Replay:
    """Gives the rows of an array by seed."""

    def __init__(self, x: torch.Tensor) -> None:
        self.x = x

    def draw(self, seeds: Any, *, psi: float = 1.0, c: int | None = None) -> tuple[torch.Tensor, None]:
        return self.x[torch.tensor(list(seeds)) % len(self.x)], None


def pictures(data: Stored, index: Any) -> torch.Tensor:
    return torch.from_numpy(data.x[index]).permute(0, 3, 1, 2).float() / 127.5 - 1


@pytest.mark.slow
def test_the_figures_compare_fakes_with_the_training_images_and_say_so(eye, shapes):
    """Fakes that are the reals lie at 0; the reals are looked at once and then found in the cache."""
    fakes = Replay(pictures(shapes, shapes.train))
    count = len(shapes.train)
    metrics = [kind for kind, metric in Metric.kinds().items() if issubclass(metric, PretrainedMetric)]
    found = whole(evaluate(fakes, shapes, metrics, count=count, pretrained=Pretrained(eye)))
    assert set(found.metrics) == {"fid", "kid", "kid_std", "inception_precision", "inception_recall"}
    assert found.metrics["fid"] == pytest.approx(0, abs=1e-3)
    assert found.metrics["kid"] <= 1e-6
    assert found.metrics["inception_precision"] == found.metrics["inception_recall"] == 1
    assert str(found.basis["fid"]) == f"{count} samples against {count} of {count} training images"
    kept = list((eye.cache / "reference").iterdir())
    assert len(kept) == 1
    before = kept[0].stat().st_mtime_ns
    assert whole(evaluate(fakes, shapes, ["fid"], count=count, pretrained=Pretrained(eye))).metrics["fid"] == found.metrics["fid"]
    assert kept[0].stat().st_mtime_ns == before


@pytest.mark.slow
def test_the_distance_is_that_of_the_features_by_our_own_formula(eye, shapes):
    """torch-fidelity's matrix product and ours agree where the covariances are far from singular in what matters."""
    from studio.gan.frechet import frechet

    look, other = Look(eye), Look(eye)
    look.add(pictures(shapes, slice(0, 8)))
    other.add(pictures(shapes, slice(6, 16)) * 0.5)
    one, two = look.seen(), other.seen()
    expected = frechet(one.moments.mean, one.moments.covariance, two.moments.mean, two.moments.covariance)
    assert Metric.read("fid").compare(one, two)["fid"] == pytest.approx(expected, rel=1e-4, abs=1e-4)


@pytest.mark.slow
def test_grey_images_are_shown_in_three_equal_colours_and_rounded_as_files_are(eye):
    grey = torch.rand(2, 1, 20, 20, generator=torch.Generator().manual_seed(0)) * 2 - 1
    assert torch.equal(eye.features(grey), eye.features(grey.expand(-1, 3, -1, -1)))
    levels = torch.from_numpy(np.rint((grey.numpy() + 1) * 127.5)).float() / 127.5 - 1
    assert torch.equal(eye.features(grey), eye.features(levels))


@pytest.mark.slow
def test_held_out_images_are_compared_with_where_that_is_asked(eye, shapes):
    seen = whole(eye.reals(shapes, None, held=True))
    assert seen.moments.count == len(shapes.held)
    assert seen.text == f"{len(shapes.held)} held-out images"


def test_weights_of_another_network_are_refused():
    pytest.importorskip("torch_fidelity")
    with pytest.raises(ConfigError, match="do not fit Inception-v3"):
        Inception({"a": torch.zeros(3)}, device="cpu")


def test_without_weights_the_figures_are_not_measured(shapes):
    pytest.importorskip("torch_fidelity")
    with pytest.raises(ConfigError, match="weights of Inception-v3"):
        whole(evaluate(Replay(pictures(shapes, slice(0, 9))), shapes, ["fid"], count=9))
