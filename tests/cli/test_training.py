"""Starting runs and going on with them: in this process where that says as much, real processes for streams."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio.runs.checkpoints import CheckpointStore
from studio.runs.folder import RunFolder
from studio.runs.view import RunView
from tests.cli.told import SMALL, Run, Told, nothing_was_left

# Training


def test_train_obeys_all_its_options(home: Path, run: Run) -> None:
    told = run("train", "--preset", "ring", "--kimg", 1, "--seed", 7, "--run", home / "mine", *SMALL, "--set", "optimizer.lr=0.002", "--set", "objective=hinge")
    assert (told.code, told.out, told.err) == (0, "", "")
    about = run("show", home / "mine", "--json").json()
    assert (about["state"], about["nimg"], about["total_kimg"]) == ("done", 1024, 1)
    options = about["options"]
    assert (options["training"]["seed"], options["training"]["device"]) == (7, "cpu")
    assert (options["optimizer"]["lr"]["start"], options["objective"]["kind"], options["network"]["width"]) == (0.002, "hinge", 16)
    assert [c["nimg"] for c in about["checkpoints"]] == [0, 1024]
    assert all(Path(c["folder"]).is_dir() and c["bytes"] > 0 for c in about["checkpoints"])


def test_train_says_where_the_run_lies_unless_quiet(home: Path, run: Run) -> None:
    told = run("train", "--preset", "ring", "--kimg", 0.2, *SMALL[1:])
    assert told.code == 0
    assert told.out == f"run: {home / 'runs' / '0001-ring'}\n"


def test_the_same_seed_trains_the_same_weights(home: Path, run: Run) -> None:
    def weights(name: str, seed: int) -> str:
        assert run("train", "--preset", "ring", "--kimg", 0.5, "--seed", seed, "--run", home / name, *SMALL).code == 0
        return CheckpointStore(RunFolder(home / name)).list()[-1].sums["generator_ema.safetensors"]

    assert weights("a", 3) == weights("b", 3) != weights("c", 4)


def test_mixed_pictures_that_are_not_square_train_at_48_by_32(home: Path, run: Run, pictures: Path, tmp_path: Path) -> None:
    size = ("--set", "dataset.height=48", "--set", "dataset.width=32", "--set", "network.width=4", "--set", "training.batch=4")
    told = run("train", "--preset", "pictures", "--data", pictures, "--device", "cpu", "--kimg", 0.03, "--quiet", *size)
    assert (told.code, told.err) == (0, "")
    assert run("sample", 1, "--count", 3, "--out", tmp_path / "x.npz", "--quiet").code == 0
    with np.load(tmp_path / "x.npz", allow_pickle=False) as arrays:
        assert (arrays["samples"].shape, arrays["samples"].dtype) == ((3, 48, 32, 3), np.uint8)
    assert run("show", 1, "--json").json()["data"]["shape"] == [3, 48, 32]


def test_a_zip_of_pictures_trains_too(home: Path, run: Run, pictures: Path, tmp_path: Path) -> None:
    archive = tmp_path / "pictures.ZIP"
    with zipfile.ZipFile(archive, "w") as out:
        for file in pictures.rglob("*.*"):
            out.write(file, file.relative_to(pictures))
    size = ("--set", "dataset.height=8", "--set", "dataset.width=8", "--set", "network.width=4", "--set", "training.batch=4", "--set", "dataset.labelled=true")
    assert run("train", "--preset", "pictures", "--data", archive, "--device", "cpu", "--kimg", 0.02, "--quiet", *size).code == 0
    assert run("show", 1, "--json").json()["data"]["classes"] == ["cats", "dogs"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--preset", "nothing"], ["preset", "nothing", "digits", "ring"]),
        (["--preset", "ring", "--set", "network.widht=8"], ["network.widht", "width"]),
        (["--preset", "ring", "--set", "networks.width=8"], ["networks.width", "network"]),
        (["--preset", "ring", "--set", "optimizer.lr=fast"], ["optimizer.lr", "fast"]),
        (["--preset", "ring", "--set", "optimizer.lr"], ["--set", "path=value"]),
        (["--preset", "ring", "--kimg", "-1"], ["training.kimg", "above 0"]),
        (["--preset", "ring", "--kimg", "long"], ["--kimg", "number"]),
        (["--preset", "ring", "--seed", "-1"], ["training.seed", "at least 0"]),
        (["--preset", "ring", "--device", "abacus"], ["training.device", "abacus", "cpu"]),
        (["--preset", "ring", "--set", "network.kind=dcgan"], ["network.kind", "mlp"]),
        (["--preset", "pictures"], ["dataset.path"]),
        (["--preset", "pictures", "--data", "/nowhere/at/all"], ["/nowhere/at/all"]),
        (["--preset", "pictures", "--data", "/nowhere/at/all.zip"], ["/nowhere/at/all.zip"]),
        (["--preset", "ring", "--frobnicate"], ["--frobnicate"]),
        ([], ["--preset"]),
    ],
    ids=lambda v: " ".join(v) if v and str(v[0]).startswith("--") else "",
)
def test_bad_input_to_train_is_refused_by_name_and_leaves_nothing(home: Path, run: Run, arguments: list[str], words: list[str]) -> None:
    run("train", *arguments).refused(*words)
    assert nothing_was_left(home)


def test_a_folder_without_pictures_is_refused_and_leaves_nothing(home: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("no picture")
    run("train", "--preset", "pictures", "--data", tmp_path / "texts").refused("texts")
    assert nothing_was_left(home)


def test_an_existing_run_folder_is_refused_and_untouched(home: Path, run: Run) -> None:
    kept = home / "kept" / "thesis.txt"
    kept.parent.mkdir()
    kept.write_text("years of work")
    run("train", "--preset", "ring", "--run", kept.parent, *SMALL).refused(str(kept.parent), "exists")
    assert [p.name for p in kept.parent.iterdir()] == ["thesis.txt"]


def test_a_run_that_fails_ends_with_1_and_says_what_to_do(home: Path, run: Run) -> None:
    told = run("train", "--preset", "digits", "--kimg", 1, *SMALL, "--set", "optimizer=sgd", "--set", "optimizer.lr=10", "--set", "objective=least_squares")
    told.refused("infinite or not a number", "checkpoint 1", "learning rate", code=1)
    about = run("show", 1, "--json").json()
    assert (about["state"], about["failure"]["error"]) == ("failed", "non_finite")
    assert [c["nimg"] for c in about["checkpoints"]] == [0]
    assert run("resume", "1:1", "--set", "optimizer.lr=0.001", "--kimg", 0.2, "--quiet").code == 0


def test_a_run_that_finds_no_memory_ends_with_1_and_says_what_to_lower_with_numbers(home: Path) -> None:
    wide = [text for name in ("batch=65536", "micro_batch=65536") for text in ("--set", f"training.{name}")] + ["--set", "network.width=8192"]
    least = "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (4 << 30,) * 2); from studio.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", least, "train", "--preset", "ring", *SMALL, *wide, "--set", "precision.dtype=fp32", "--set", "precision.compile=off"]
    told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)
    Told(told.returncode, told.stdout, told.stderr).refused("memory did not suffice", "GB are free", "training.batch from 65536 to 32768", code=1)
    assert RunView(RunFolder(home / "runs" / "0001-ring")).run.failure.error == "out_of_memory"


# Resuming


def test_resume_goes_on_to_a_larger_length(home: Path, run: Run) -> None:
    assert run("train", "--preset", "ring", "--kimg", 0.5, *SMALL).code == 0
    run("resume", 1).refused("--kimg", "larger")
    assert run("resume", 1, "--kimg", 1, "--set", "optimizer.lr=0.004", "--quiet").code == 0
    about = run("show", 1, "--json").json()
    assert (about["state"], about["nimg"], about["options"]["optimizer"]["lr"]["start"]) == ("done", 1024, 0.004)
    assert [(s["why"], s["checkpoint"]) for s in about["segments"]] == [("start", None), ("resume", 2)]


def test_resume_from_a_checkpoint_named_is_a_rollback(home: Path, run: Run) -> None:
    assert run("train", "--preset", "ring", "--kimg", 0.5, *SMALL).code == 0
    assert run("resume", "1:1", "--quiet").code == 0
    about = run("show", 1, "--json").json()
    assert [(s["why"], s["nimg"]) for s in about["segments"]] == [("start", 0), ("rollback", 0)]
    assert [(c["id"], c["nimg"]) for c in about["checkpoints"]] == [(1, 0), (2, 512), (3, 512)]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["1:9"], ["checkpoint 9", "1 (0 kimg)"]),
        (["1", "--kimg", "0"], ["training.kimg"]),
        (["1", "--kimg", "3", "--set", "network.width=8"], ["network.width"]),
        (["1", "--kimg", "3", "--set", "optimizer.nothing=8"], ["optimizer.nothing"]),
    ],
    ids=["no such checkpoint", "no length", "another network", "unknown option"],
)
def test_bad_input_to_resume_is_refused_and_the_run_untouched(there: Path, run: Run, arguments: list[str], words: list[str]) -> None:
    journal = (there / "runs" / "0001-ring" / "journal.jsonl").read_bytes()
    run("resume", *arguments).refused(*words)
    assert (there / "runs" / "0001-ring" / "journal.jsonl").read_bytes() == journal


def test_resume_without_the_data_is_refused_and_can_be_told_where_it_went(home: Path, run: Run, pictures: Path) -> None:
    size = ("--set", "dataset.height=8", "--set", "dataset.width=8", "--set", "network.width=4", "--set", "training.batch=4")
    assert run("train", "--preset", "pictures", "--data", pictures, "--device", "cpu", "--kimg", 0.02, "--quiet", *size).code == 0
    moved = pictures.rename(pictures.with_name("moved"))
    run("resume", 1, "--kimg", 0.04).refused(str(pictures))
    assert run("show", 1, "--json").json()["state"] == "done"
    assert run("resume", 1, "--kimg", 0.04, "--set", f"dataset.path={moved}", "--quiet").code == 0


def test_a_damaged_checkpoint_is_refused_by_name_and_the_soundest_offered(home: Path, run: Run) -> None:
    assert run("train", "--preset", "ring", "--kimg", 0.5, *SMALL).code == 0
    torn = CheckpointStore(RunFolder(home / "runs" / "0001-ring")).get(2).path / "generator_ema.safetensors"
    torn.write_bytes(torn.read_bytes()[:-1])
    for command in (["resume"], ["sample", "--count", "1"], ["evaluate"]):
        run(command[0], "1:2", *command[1:]).refused("checkpoint 2", "generator_ema.safetensors", "rollback 1")


# Streams of real processes


def test_the_demo_without_a_display_trains_here_and_says_where(home: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    told = subprocess.run([sys.executable, "-m", "studio", "demo", "--kimg", "1"], env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert told.returncode == 0, told.stderr
    first, grid, path = told.stdout.splitlines()
    assert "no display" in first
    assert Path(grid.removeprefix("sample grid: ")).is_file()
    assert Path(path.removeprefix("run: ")) == home / "runs" / "0001-digits"
    with Image.open(grid.removeprefix("sample grid: ")) as image:
        assert image.width >= 8 * 8


def test_a_failure_and_a_refusal_speak_plainly_on_stderr(home: Path) -> None:
    told = subprocess.run([sys.executable, "-m", "studio", "train", "--preset", "rign"], capture_output=True, text=True, check=False, timeout=120)
    Told(told.returncode, told.stdout, told.stderr).refused("rign", "ring")
    assert nothing_was_left(home)
