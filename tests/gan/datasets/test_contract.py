"""What every source promises, over the whole registry; those that would fetch from the network are opened in test_published."""

import json
import shutil

import numpy as np
import pytest
import torch
from PIL import Image

from studio.gan.datasets import Dataset, Drawn, Source, Stored
from studio.gan.media import medium
from studio.gan.published import Published

KINDS = Source.kinds()
LOCAL = [name for name, kind in KINDS.items() if not issubclass(kind, Published)]


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """Small pictures for the sources that need a path."""
    folder = tmp_path_factory.mktemp("pictures")
    random = np.random.default_rng(0)
    for name in ("cat", "dog"):
        (folder / name).mkdir()
        for i in range(20):
            Image.fromarray(random.integers(0, 256, (8, 8, 3), dtype=np.uint8)).save(folder / name / f"{i}.png")
    archive = shutil.make_archive(str(tmp_path_factory.mktemp("archive") / "pictures"), "zip", folder)
    digits = tmp_path_factory.mktemp("digits")
    for d in range(10):
        (digits / str(d)).mkdir()
        Image.fromarray(random.integers(0, 256, (28, 28), dtype=np.uint8)).save(digits / str(d) / "0.png")
    stacked = {"path": str(digits), "triples": 1000}
    return {"folder": {"path": str(folder)}, "zip": {"path": archive}, "ring": {"points": 1000}, "grid": {"points": 1000}, "stacked_mnist": stacked}


@pytest.fixture
def source(request, places):
    return KINDS[request.param].read({"kind": request.param, **places.get(request.param, {})})


def test_the_registry_holds_what_the_design_names():
    assert set(KINDS) >= {"ring", "grid", "digits", "shapes", "folder", "zip", "mnist", "fashion_mnist", "cifar10"}


@pytest.mark.parametrize("name", KINDS)
def test_every_option_survives_json(name, places):
    source = KINDS[name].read({"kind": name, **places.get(name, {})})
    assert Source.read(json.loads(json.dumps(source.dump()))) == source
    assert all(option.help for option in source.options())


def same(a: Dataset, b: Dataset) -> bool:
    if isinstance(a, Drawn):
        return all(torch.equal(p, q) for p, q in zip(*(d.sample(8, torch.Generator().manual_seed(3)) for d in (a, b)), strict=True))
    return np.array_equal(a.x, b.x) and np.array_equal(a.c, b.c) and np.array_equal(a.held, b.held) and np.array_equal(a.train, b.train)


@pytest.mark.parametrize("source", LOCAL, indirect=True)
def test_opening_twice_gives_the_same(source, tmp_path):
    assert same(source.open(tmp_path / "one"), source.open(tmp_path / "two"))
    assert same(source.open(tmp_path / "one"), source.open(tmp_path / "one"))


@pytest.mark.parametrize("source", LOCAL, indirect=True)
def test_samples_have_the_declared_shape_type_and_range(source, tmp_path):
    data = source.open(tmp_path)
    kind = medium(data.medium)
    if isinstance(data, Drawn):
        x, c = data.sample(64, torch.Generator().manual_seed(0))
        assert x.shape == (64, *data.shape)
        assert x.dtype == torch.float32
        assert -1 <= x.min() < x.max() <= 1
    else:
        assert isinstance(data, Stored)
        x, c = kind.to_tensor(data.x[:64]), torch.from_numpy(data.c[:64])
        assert tuple(x.shape[1:]) == data.shape
        assert data.x.dtype == (np.float32 if data.medium == "points" else np.uint8)
        assert len(data.x) == len(data.c)
        np.testing.assert_array_equal(kind.to_array(x), data.x[:64])
    assert c.dtype == torch.int64
    assert 0 <= c.min() <= c.max() < len(data.known)


@pytest.mark.parametrize("source", LOCAL, indirect=True)
def test_a_run_is_unconditional_unless_it_is_asked_to_be_labelled(source, tmp_path):
    plain, labelled = source.open(tmp_path), type(source).read({**source.dump(), "labelled": True}).open(tmp_path)
    assert plain.classes == ()
    assert labelled.classes == labelled.known == plain.known != ()
    for data in (plain, labelled):
        if isinstance(data, Drawn):
            assert (data.draw(4, torch.Generator())[1] is not None) == bool(data.classes)
        else:
            assert data.c is not None, "metrics need the labels of an unconditional run too"


@pytest.mark.parametrize("source", LOCAL, indirect=True)
def test_a_part_of_every_finite_set_is_held_out(source, tmp_path):
    data = source.open(tmp_path)
    if isinstance(data, Drawn):
        return
    n = len(data.x)
    assert len(data.held) == int(min(max(0.05 * n, 128), 0.2 * n))
    assert np.array_equal(np.sort(np.concatenate([data.held, data.train])), np.arange(n))


@pytest.mark.parametrize(("n", "held"), [(1, 0), (10, 2), (640, 128), (2560, 128), (10_000, 500)])
def test_the_held_out_part_follows_its_rule(n, held):
    data = Stored("points", np.zeros((n, 2), np.float32), None)
    assert (len(data.held), len(data.train)) == (held, n - held)


def test_another_seed_holds_others_out():
    x = np.zeros((1000, 2), np.float32)
    assert not np.array_equal(Stored("points", x, None, seed=0).held, Stored("points", x, None, seed=1).held)
