"""The sources that download, against a server on loopback that has small archives of the same formats."""

import gzip
import hashlib
import io
import struct
import tarfile

import numpy as np
import pytest
import torchvision.datasets as shelves

from studio.errors import Cancelled, DataError
from studio.gan.datasets import Source
from studio.gan.datasets.cifar10 import Cifar10
from tests.gan.loopback import Server, serving

random = np.random.default_rng(0)
IMAGES = random.integers(0, 256, (300, 28, 28), dtype=np.uint8)
LABELS = random.integers(0, 10, 300, dtype=np.uint8)
PHOTOS = random.integers(0, 256, (100, 32, 32, 3), dtype=np.uint8)
CLASSES = random.integers(0, 10, 100, dtype=np.uint8)
MNIST_LIKE = [("mnist", "MNIST"), ("fashion_mnist", "FashionMNIST")]


def idx(array: np.ndarray) -> bytes:
    return gzip.compress(struct.pack(f">I{array.ndim}I", 0x0800 + array.ndim, *array.shape) + array.tobytes())


def batch(photos: np.ndarray, classes: np.ndarray) -> bytes:
    return b"".join(bytes([c]) + x.transpose(2, 0, 1).tobytes() for x, c in zip(photos, classes, strict=True))


def archive(batches: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as tar:
        for name, data in batches.items():
            member = tarfile.TarInfo(f"cifar-10-batches-bin/{name}")
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    return file.getvalue()


BATCHES = {f"data_batch_{i + 1}.bin": batch(PHOTOS[i::5], CLASSES[i::5]) for i in range(5)} | {"test_batch.bin": batch(PHOTOS[:5], CLASSES[:5])}


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    with serving() as server:
        for _, shelf in MNIST_LIKE:
            serve_idx(server, monkeypatch, shelf, idx(IMAGES), idx(LABELS))
        serve_cifar(server, monkeypatch, archive({"batches.meta.txt": b"airplane", **BATCHES}))
        yield server


def serve_idx(server: Server, monkeypatch: pytest.MonkeyPatch, shelf: str, images: bytes, labels: bytes) -> None:
    files = {"train-images-idx3-ubyte.gz": images, "train-labels-idx1-ubyte.gz": labels, "t10k-images-idx3-ubyte.gz": b"not asked for"}
    monkeypatch.setattr(getattr(shelves, shelf), "mirrors", [f"{server.url}gone/", f"{server.url}{shelf}/"])
    monkeypatch.setattr(getattr(shelves, shelf), "resources", [(name, hashlib.md5(data).hexdigest()) for name, data in files.items()])
    server.files |= {f"{shelf}/{name}": data for name, data in files.items()}


def serve_cifar(server: Server, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(shelves.CIFAR10, "url", f"{server.url}kriz/cifar-10-python.tar.gz")
    monkeypatch.setattr(Cifar10, "md5", hashlib.md5(data).hexdigest())
    server.files["kriz/cifar-10-binary.tar.gz"] = data


@pytest.mark.parametrize(("kind", "shelf"), MNIST_LIKE)
def test_mnist_and_its_like_are_fetched_once_and_decoded(server, tmp_path, kind, shelf):
    for _ in range(2):
        data = Source.read({"kind": kind, "labelled": True}).open(tmp_path)
        np.testing.assert_array_equal(data.x[..., 0], IMAGES)
        np.testing.assert_array_equal(data.c, LABELS)
        assert data.shape == (1, 28, 28)
        assert len(data.classes) == 10
    assert [path for path, _ in server.asked if "/gone/" not in path] == [f"/{shelf}/train-images-idx3-ubyte.gz", f"/{shelf}/train-labels-idx1-ubyte.gz"]
    assert {p.name for p in tmp_path.iterdir()} == {"downloads", "published"}


def test_cifar_is_read_from_its_binary_archive(server, tmp_path):
    data = Source.read("cifar10").open(tmp_path)
    order = np.concatenate([np.arange(100)[i::5] for i in range(5)])
    np.testing.assert_array_equal(data.x, PHOTOS[order])
    np.testing.assert_array_equal(data.c, CLASSES[order])
    assert data.shape == (3, 32, 32)
    assert data.classes == ()
    assert data.known[5] == "dog"
    assert [path for path, _ in server.asked] == ["/kriz/cifar-10-binary.tar.gz"]


def test_a_file_that_is_not_the_published_one_is_refused(server, tmp_path):
    server.files["kriz/cifar-10-binary.tar.gz"] += b"x"
    with pytest.raises(DataError, match="checksum is wrong"):
        Source.read("cifar10").open(tmp_path)
    assert not [p for p in tmp_path.rglob("*") if p.is_file()]


def test_cancelling_a_download_leaves_nothing(server, tmp_path):
    def cancel(done: int, total: int, what: str) -> None:
        if done:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        Source.read("cifar10").open(tmp_path, cancel)
    assert not [p for p in tmp_path.rglob("*") if p.is_file()]


def test_a_cut_connection_is_taken_up_again(server, tmp_path):
    server.cuts = [5000]
    assert len(Source.read("cifar10").open(tmp_path).x) == 100
    assert [wanted for _, wanted in server.asked] == [None, "bytes=5000-"]


def test_files_that_lie_in_a_folder_already_are_used(server, tmp_path):
    (tmp_path / "mine").mkdir()
    source = Source.read({"kind": "cifar10", "folder": str(tmp_path / "mine")})
    with pytest.raises(DataError, match="put the published file cifar-10-binary"):
        source.open(tmp_path / "cache")
    (tmp_path / "mine" / "cifar-10-binary.tar.gz").write_bytes(b"another")
    with pytest.raises(DataError, match="is not the published file"):
        source.open(tmp_path / "cache")
    (tmp_path / "mine" / "cifar-10-binary.tar.gz").write_bytes(server.files["kriz/cifar-10-binary.tar.gz"])
    assert len(source.open(tmp_path / "cache").x) == 100
    assert server.asked == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (archive(dict(list(BATCHES.items())[:4])), "4 of 5 batches"),
        (archive({**BATCHES, "data_batch_2.bin": BATCHES["data_batch_2.bin"][:-1]}), r"data_batch_2\.bin is cut short"),
        (archive({**BATCHES, "data_batch_2.bin": b"\x0a" + BATCHES["data_batch_2.bin"][1:]}), "class above 9"),
        (archive(BATCHES)[:4000], "is damaged"),
        (b"no archive", "is damaged"),
    ],
    ids=["a batch missing", "a batch cut", "an odd class", "cut", "no archive"],
)
def test_an_odd_archive_is_named(server, monkeypatch, tmp_path, content, words):
    serve_cifar(server, monkeypatch, content)
    with pytest.raises(DataError, match=words):
        Source.read("cifar10").open(tmp_path)
    assert not list((tmp_path / "published").iterdir())


@pytest.mark.parametrize(
    ("images", "words"),
    [
        (idx(LABELS), "no IDX file of bytes with 3 axes"),
        (idx(IMAGES)[:5000], "damaged"),
        (gzip.compress(gzip.decompress(idx(IMAGES))[:-1]), "damaged"),
        (b"no gzip", "damaged"),
        (gzip.compress(b"1"), "damaged"),
    ],
    ids=["labels", "gzip cut", "rows missing", "no gzip", "no header"],
)
def test_an_odd_idx_file_is_named(server, monkeypatch, tmp_path, images, words):
    serve_idx(server, monkeypatch, "MNIST", images, idx(LABELS))
    with pytest.raises(DataError, match=words):
        Source.read("mnist").open(tmp_path)


def test_the_real_addresses_come_from_torchvision():
    for kind in ("mnist", "fashion_mnist"):
        remotes = Source.kinds()[kind].remotes()
        assert [r.name for r in remotes] == ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"]
        assert all(url.endswith("/" + r.name) for r in remotes for url in r.urls)
    (cifar,) = Cifar10.remotes()
    assert cifar.urls[0].endswith("/cifar-10-binary.tar.gz")
