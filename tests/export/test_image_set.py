import hashlib
import json
import zipfile
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from torchvision.datasets import ImageFolder

from studio.errors import ConfigError, RunError
from studio.export import ExportPlan, export
from studio.export.plan import PlaceTakenError
from studio.gan.sampling import Sampler

CLASSES = ("cat", "dog", "owl")


def run(checkpoint: Path, target: Path, **options) -> list:
    return list(export(checkpoint, ExportPlan(target=target, **options), device="cpu"))


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def images(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in contents(folder).items() if name.endswith((".png", ".jpg", ".webp"))}


def manifest(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "manifest.jsonl").read_text().splitlines()]


def test_class_folders_load_as_an_image_dataset(make_checkpoint, tmp_path):
    run(make_checkpoint((3, 8, 6), CLASSES), tmp_path / "set", count=60)
    loaded = ImageFolder(str(tmp_path / "set"))
    assert loaded.classes == list(CLASSES)
    assert len(loaded) == 60
    assert loaded[0][0].size == (6, 8)


def test_the_pictures_are_the_samplers_own(make_checkpoint, tmp_path):
    checkpoint = make_checkpoint((1, 8, 8))
    run(checkpoint, tmp_path / "set", seeds=[3, 11], psi=0.7)
    drawn, _ = Sampler.from_checkpoint(checkpoint, device="cpu").draw([11], psi=0.7)
    expected = np.clip(np.rint((drawn[0, 0].numpy() + 1) * 127.5), 0, 255).astype(np.uint8)
    with Image.open(tmp_path / "set" / "seed0000000011.png") as picture:
        np.testing.assert_array_equal(np.asarray(picture), expected)


@pytest.mark.parametrize("shape", [(1, 8, 6), (3, 8, 6)])
def test_an_enlarged_picture_shows_each_pixel_as_a_square(make_checkpoint, tmp_path, shape):
    checkpoint = make_checkpoint(shape)
    run(checkpoint, tmp_path / "own", count=2)
    run(checkpoint, tmp_path / "large", count=2, enlarge=4)
    with Image.open(tmp_path / "own" / "seed0000000001.png") as own, Image.open(tmp_path / "large" / "seed0000000001.png") as large:
        assert large.size == (24, 32)
        assert large.mode == own.mode
        np.testing.assert_array_equal(np.asarray(large), np.asarray(own.resize((24, 32), Image.Resampling.NEAREST)))
    assert [line["enlarged"] for line in manifest(tmp_path / "large")] == [4, 4]
    assert json.loads((tmp_path / "large" / "export.json").read_text())["plan"]["enlarge"] == 4


@pytest.mark.parametrize("shape", [(1, 8, 6), (3, 8, 6)])
def test_a_smooth_enlargement_has_the_same_size_and_softer_edges(make_checkpoint, tmp_path, shape):
    checkpoint = make_checkpoint(shape)
    run(checkpoint, tmp_path / "squares", count=1, enlarge=2)
    run(checkpoint, tmp_path / "smooth", count=1, enlarge=2, smooth=True)
    with Image.open(tmp_path / "squares" / "seed0000000000.png") as squares, Image.open(tmp_path / "smooth" / "seed0000000000.png") as smooth:
        assert squares.size == smooth.size == (12, 16)
        assert squares.mode == smooth.mode
        across = [np.abs(np.diff(np.asarray(p).astype(int), axis=1)).max() for p in (squares, smooth)]
    assert across[1] < across[0]


def test_another_size_is_another_export_and_a_sheet_from_before_there_were_sizes_goes_on(make_checkpoint, tmp_path):
    checkpoint = make_checkpoint((1, 8, 8))
    run(checkpoint, tmp_path / "set", count=2)
    with pytest.raises(PlaceTakenError, match=r"another size.*choose another place"):
        run(checkpoint, tmp_path / "set", count=2, enlarge=2)
    sheet = json.loads((tmp_path / "set" / "export.json").read_text())
    del sheet["plan"]["enlarge"], sheet["plan"]["smooth"]
    (tmp_path / "set" / "export.json").write_text(json.dumps(sheet))
    run(checkpoint, tmp_path / "set", count=2)
    with pytest.raises(PlaceTakenError, match="another size"):
        run(checkpoint, tmp_path / "set", count=2, enlarge=2)


@pytest.mark.parametrize(("shape", "target"), [((1, 8, 8), "x.npz"), ((2,), "folder")])
def test_what_has_no_image_files_is_not_enlarged(make_checkpoint, tmp_path, shape, target):
    with pytest.raises(ConfigError, match="enlarg"):
        run(make_checkpoint(shape), tmp_path / target, count=2, enlarge=2)
    assert not (tmp_path / target).exists()


def test_the_manifest_tells_file_seed_class_truncation_and_checkpoint(make_checkpoint, tmp_path):
    checkpoint = make_checkpoint((1, 8, 8), CLASSES)
    run(checkpoint, tmp_path / "set", seeds=20, count=5, psi=0.5, classes=("dog",))
    sha = hashlib.sha256((checkpoint / "generator_ema.safetensors").read_bytes()).hexdigest()
    assert manifest(tmp_path / "set") == [
        {"file": f"dog/seed{seed:010d}.png", "seed": seed, "class": "dog", "truncation": 0.5, "enlarged": 1, "checkpoint": sha} for seed in range(20, 25)
    ]


def test_without_asking_every_seed_draws_its_own_class_and_lies_in_its_folder(make_checkpoint, tmp_path):
    checkpoint = make_checkpoint((1, 8, 8), CLASSES)
    run(checkpoint, tmp_path / "set", count=40)
    _, labels = Sampler.from_checkpoint(checkpoint, device="cpu").draw(range(40))
    assert [line["class"] for line in manifest(tmp_path / "set")] == [CLASSES[i] for i in labels.tolist()]
    assert all(line["file"].startswith(line["class"] + "/") and (tmp_path / "set" / line["file"]).is_file() for line in manifest(tmp_path / "set"))


@pytest.mark.parametrize("network", ["mlp", "dcgan", {"kind": "r3gan", "width": 16}], ids=["mlp", "dcgan", "r3gan"])
def test_the_same_seed_gives_the_same_bytes_whatever_the_batch_and_order(make_checkpoint, tmp_path, network):
    checkpoint = make_checkpoint((3, 16, 16), network=network)
    run(checkpoint, tmp_path / "all", count=100)
    run(checkpoint, tmp_path / "some", seeds=[97, 3, 41])
    run(checkpoint, tmp_path / "one", seeds=[41])
    whole, some, one = (images(tmp_path / name) for name in ("all", "some", "one"))
    assert len(whole) == 100
    assert some == {name: whole[name] for name in some}
    assert one == {name: whole[name] for name in one}


@pytest.mark.parametrize("target", ["set", "set.zip"])
@pytest.mark.parametrize("steps", [2, 7, 15])
def test_an_interrupted_export_continues_to_the_same_bytes(make_checkpoint, tmp_path, target, steps):
    checkpoint = make_checkpoint((1, 8, 8), CLASSES)
    options = {"count": 150, "classes": (0, 2)}
    run(checkpoint, tmp_path / "whole" / target, **options)
    plan = ExportPlan(target=tmp_path / "cut" / target, **options)
    work = export(checkpoint, plan, device="cpu")
    for _ in range(steps):
        next(work)
    work.close()
    assert not (tmp_path / "cut" / "set.zip").exists()
    assert not (tmp_path / "cut" / target / "manifest.jsonl").exists()
    list(export(checkpoint, plan, device="cpu"))
    assert contents(tmp_path / "cut") == contents(tmp_path / "whole")


def test_continuing_makes_only_what_is_missing_or_torn(make_checkpoint, tmp_path):
    checkpoint, folder = make_checkpoint((1, 8, 8)), tmp_path / "set"
    run(checkpoint, folder, count=40)
    before, first = contents(folder), folder / "seed0000000000.png"
    (folder / "seed0000000005.png").unlink()
    (folder / "seed0000000006.png").write_bytes(before["seed0000000006.png"][:50])
    (folder / "seed0000000007.png").write_bytes(b"")
    (folder / ".seed0000000008.png-0123abcd").write_bytes(b"left by a kill")
    written = first.stat().st_mtime_ns
    run(checkpoint, folder, count=40)
    assert contents(folder) == before
    assert first.stat().st_mtime_ns == written


def test_the_same_plan_in_other_words_is_the_same_export(make_checkpoint, tmp_path):
    checkpoint, folder = make_checkpoint((1, 8, 8), CLASSES), tmp_path / "set"
    run(checkpoint, folder, seeds=5, count=6, classes=("dog", "owl"))
    before = contents(folder)
    run(checkpoint, folder, seeds=list(range(5, 11)), classes=(1, "2"), quality=50)
    assert contents(folder) == before


def test_a_zip_is_sound_and_holds_what_the_folder_would(make_checkpoint, tmp_path):
    checkpoint = make_checkpoint((3, 8, 8), CLASSES)
    run(checkpoint, tmp_path / "set", count=30)
    run(checkpoint, tmp_path / "set.zip", count=30)
    with zipfile.ZipFile(tmp_path / "set.zip") as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == contents(tmp_path / "set")
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith("set")) == ["set", "set.zip"]


def test_a_finished_zip_is_left_alone_and_another_export_is_refused_its_name(make_checkpoint, tmp_path):
    checkpoint = make_checkpoint((1, 8, 8))
    run(checkpoint, tmp_path / "set.zip", count=10)
    before = (tmp_path / "set.zip").stat()
    assert run(checkpoint, tmp_path / "set.zip", count=10)[-1].done == 10
    assert (tmp_path / "set.zip").stat().st_mtime_ns == before.st_mtime_ns
    with pytest.raises(RunError, match="count"):
        run(checkpoint, tmp_path / "set.zip", count=11)


def test_another_plan_or_checkpoint_in_the_same_folder_is_refused_with_the_remedy(make_checkpoint, tmp_path):
    checkpoint = make_checkpoint((1, 8, 8))
    run(checkpoint, tmp_path / "set", count=4)
    before = contents(tmp_path / "set")
    with pytest.raises(RunError, match=r"another psi.*choose another place"):
        run(checkpoint, tmp_path / "set", count=4, psi=0.5)
    with pytest.raises(RunError, match="another checkpoint"):
        run(make_checkpoint((1, 8, 8), seed=1), tmp_path / "set", count=4)
    assert contents(tmp_path / "set") == before


@pytest.mark.parametrize("target", ["mine", "mine.zip"])
def test_what_is_not_ours_is_never_written_into(make_checkpoint, tmp_path, target):
    place = tmp_path / target
    if target == "mine":
        place.mkdir()
        (place / "holiday.png").write_bytes(b"mine")
    else:
        place.write_bytes(b"mine")
    with pytest.raises(RunError, match="choose"):
        run(make_checkpoint((1, 8, 8)), place, count=4)
    assert (contents(place) if target == "mine" else place.read_bytes()) == ({"holiday.png": b"mine"} if target == "mine" else b"mine")


@pytest.mark.parametrize(("kind", "suffix", "channels"), [("png", "png", 4), ("jpeg", "jpg", 3), ("jpeg", "jpg", 1), ("jpeg", "jpg", 4), ("webp", "webp", 4)])
def test_every_format_is_what_it_says_and_deterministic(make_checkpoint, tmp_path, kind, suffix, channels):
    checkpoint = make_checkpoint((channels, 8, 8))
    for name in ("a", "b"):
        run(checkpoint, tmp_path / name, count=3, format=kind, quality=80)
    assert images(tmp_path / "a") == images(tmp_path / "b")
    with Image.open(tmp_path / "a" / f"seed0000000002.{suffix}") as picture:
        assert picture.format == kind.upper()
        assert picture.size == (8, 8)


def test_quality_changes_jpeg_but_a_png_knows_none(make_checkpoint, tmp_path):
    checkpoint = make_checkpoint((3, 8, 8))
    for quality in (20, 95):
        run(checkpoint, tmp_path / f"jpeg{quality}", count=2, format="jpeg", quality=quality)
    assert images(tmp_path / "jpeg20") != images(tmp_path / "jpeg95")
    run(checkpoint, tmp_path / "png", count=2, quality=20)
    run(checkpoint, tmp_path / "png", count=2, quality=95)


def test_class_names_become_safe_and_distinct_folders(make_checkpoint, tmp_path):
    names = ("../up", "a/b", "A:B", "a:b", "..")
    run(make_checkpoint((1, 8, 8), names), tmp_path / "in" / "set", count=50)
    assert {p.name for p in (tmp_path / "in").iterdir()} == {"set"}
    folders = [p.name for p in (tmp_path / "in" / "set").iterdir() if p.is_dir()]
    assert len({name.casefold() for name in folders}) == 5
    assert {line["class"] for line in manifest(tmp_path / "in" / "set")} == set(names)


def test_only_classes_that_are_shown_get_a_folder(make_checkpoint, tmp_path):
    run(make_checkpoint((1, 8, 8), CLASSES), tmp_path / "set", count=4, classes=("cat", "owl"))
    assert ImageFolder(str(tmp_path / "set")).classes == ["cat", "owl"]


def test_a_broken_generator_is_refused_before_a_picture_is_written(make_checkpoint, tmp_path):
    checkpoint = make_checkpoint((1, 8, 8), broken=True)
    with pytest.raises(RunError, match="not finite"):
        run(checkpoint, tmp_path / "set", count=4)
    assert images(tmp_path / "set") == {}


def test_class_folders_without_classes_are_refused(make_checkpoint, tmp_path):
    with pytest.raises(ConfigError, match="without labels"):
        run(make_checkpoint((1, 8, 8)), tmp_path / "set", count=2, class_folders=True)


def test_a_full_disk_says_so_and_the_export_goes_on_afterwards(make_checkpoint, tmp_path):
    resource = pytest.importorskip("resource")
    checkpoint = make_checkpoint((3, 16, 16))
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600, old[1]))  # export.json fits, a picture does not
    try:
        with pytest.raises(RunError, match=r"no space left.*again to continue"):
            run(checkpoint, tmp_path / "set", count=4)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert images(tmp_path / "set") == {}
    assert not (tmp_path / "set" / "manifest.jsonl").exists()
    run(checkpoint, tmp_path / "set", count=4)
    assert len(images(tmp_path / "set")) == 4


def test_a_damaged_checkpoint_is_refused_by_name(make_checkpoint, tmp_path):
    checkpoint = make_checkpoint((1, 8, 8))
    path = checkpoint / "generator_ema.safetensors"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    with pytest.raises(RunError, match=r"generator_ema\.safetensors is damaged"):
        run(checkpoint, tmp_path / "set", count=1)
    assert not (tmp_path / "set").exists()


def test_progress_rises_to_the_total(make_checkpoint, tmp_path):
    steps = run(make_checkpoint((1, 8, 8)), tmp_path / "set", count=100)
    done = [step.done for step in steps]
    assert done == sorted(done)
    assert steps[-1][:2] == (100, 100)
    assert max(b - a for a, b in pairwise(done)) <= 8


def test_points_go_into_a_folder_as_one_file_and_into_no_zip(make_checkpoint, tmp_path):
    run(make_checkpoint((2,)), tmp_path / "set", count=7)
    with np.load(tmp_path / "set" / "samples.npz") as arrays:
        assert arrays["samples"].shape == (7, 2)
    with pytest.raises(ConfigError, match=r"\.npz"):
        run(make_checkpoint((2,)), tmp_path / "set.zip", count=1)
