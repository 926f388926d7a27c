"""A new run that begins with another's weights: real folders, from the command line too."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from studio import cli
from studio.errors import ConfigError
from studio.founding import create_run
from studio.gan.config import RunConfig
from studio.messages import SetOption
from studio.runs.checkpoints import Checkpoint, CheckpointStore
from studio.runs.fold import Run
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalReader
from studio.runs.view import RunView
from studio.transfer import named_checkpoint
from studio.worker import Worker
from tests.gan.making import config
from tests.gan.test_trainer import R3GAN
from tests.test_worker import PLAIN, Hosted, answer

NETWORKS = ("generator", "discriminator", "generator_ema")


def settings(run: str = "", *, freeze_d: int = 0, seed: int = 0, network: dict[str, Any] | None = None, kimg: float = 0.04) -> RunConfig:
    training = {"batch": 4, "kimg": kimg, "seed": seed, "device": "cpu"}
    transfer = {"run": run, "freeze_d": freeze_d}
    return config(network or R3GAN, training=training, transfer=transfer, saving={"grid": 4}, evaluation={"checkpoints": False}, precision=PLAIN)


def host(folder: RunFolder, **how: Any) -> Run:
    for _ in Worker(folder, **how).run():
        pass
    return RunView(folder).run


@pytest.fixture
def old(home: Path) -> RunFolder:
    """A run with two checkpoints, its first and its last."""
    folder = create_run(home / "runs" / "0001-old", settings(seed=3))
    assert host(folder).state == "done"
    return folder


def new(home: Path, run: str, **over: Any) -> RunFolder:
    return create_run(home / "runs" / "0002-new", settings(run, **over))


def checkpoints(folder: RunFolder) -> tuple[Checkpoint, ...]:
    return CheckpointStore(folder).list()


def words(folder: RunFolder) -> list[Any]:
    return [event for event in JournalReader(folder.journal).poll() if event.kind == "logged" and "taken over" in event.text]


def tensors(checkpoint: Checkpoint, name: str) -> dict[str, torch.Tensor]:
    return load_file(checkpoint.path / f"{name}.safetensors")


def same(one: Checkpoint, other: Checkpoint, names: tuple[str, ...] = NETWORKS) -> bool:
    return all(torch.equal(value, tensors(other, name)[k]) for name in names for k, value in tensors(one, name).items())


def test_a_new_run_begins_with_the_newest_weights_and_says_how_many(home: Path, old: RunFolder) -> None:
    folder = new(home, str(old.path))
    run = host(folder)
    assert run.state == "done"
    first, *_ = checkpoints(folder)
    assert first.nimg == 0
    assert same(first, checkpoints(old)[-1])
    assert not same(first, checkpoints(old)[0])
    (said,) = words(folder)
    counted = {name: sum(t.numel() for t in tensors(first, name).values()) for name in NETWORKS}
    assert said.level == "info"
    assert str(checkpoints(old)[-1].path) in said.text
    for name in NETWORKS:
        count = len(tensors(first, name))
        assert f"\n{name}: {count} of {count} tensors, {counted[name]:,} of {counted[name]:,} parameters" in said.text


@pytest.mark.parametrize("naming", ["name", "number", "title", "path", "id", "checkpoint"])
def test_the_run_may_be_named_as_everywhere(home: Path, old: RunFolder, naming: str) -> None:
    first, last = checkpoints(old)
    text = {"name": "0001-old", "number": "1", "title": "old", "path": str(old.path), "id": f"0001-old:{first.id}", "checkpoint": str(first.path)}[naming]
    found = named_checkpoint(settings(text))
    assert found == (first if naming in ("id", "checkpoint") else last)
    assert named_checkpoint(settings(" ")) is None


def test_a_checkpoint_folder_may_lie_anywhere(home: Path, old: RunFolder, tmp_path: Path) -> None:
    shutil.copytree(checkpoints(old)[0].path, tmp_path / "elsewhere")
    folder = new(home, str(tmp_path / "elsewhere"))
    assert host(folder).state == "done"
    assert same(checkpoints(folder)[0], checkpoints(old)[0])


def test_a_damaged_newest_checkpoint_gives_way_to_the_one_before_but_not_where_it_was_named(home: Path, old: RunFolder) -> None:
    first, last = checkpoints(old)
    file = last.path / "discriminator.safetensors"
    file.write_bytes(file.read_bytes()[:-8])
    assert named_checkpoint(settings("old")) == first
    for text in (f"old:{last.id}", str(last.path)):
        with pytest.raises(ConfigError, match=r"transfer\.run: .*discriminator\.safetensors.*damaged"):
            named_checkpoint(settings(text))


@pytest.mark.parametrize("text", ["nowhere", "0001-old:99", "/", "old:x"])
def test_what_is_no_run_ends_with_the_field_and_leaves_no_checkpoint(home: Path, old: RunFolder, text: str) -> None:
    folder = new(home, text)
    run = host(folder)
    assert run.state == "failed"
    assert run.failure is not None
    assert run.failure.error == "config"
    assert run.failure.text.startswith("transfer.run: ")
    assert checkpoints(folder) == ()


def test_networks_that_share_nothing_end_with_the_field(home: Path, old: RunFolder) -> None:
    run = host(new(home, "old", network={"kind": "mlp", "z_dim": 4, "width": 8, "d_width": 8}))
    assert run.state == "failed"
    assert run.failure is not None
    assert run.failure.text.startswith("transfer.run: none of its weights")


def test_what_did_not_match_is_a_warning_with_names_and_reasons(home: Path, old: RunFolder) -> None:
    folder = new(home, "old", network={**R3GAN, "z_dim": 6})
    assert host(folder).state == "done"
    (said,) = words(folder)
    assert said.level == "warning"
    assert "of another shape: scale.weight (8×6 here, 8×4 there)" in said.text


def test_a_resume_does_not_transfer_again(home: Path, old: RunFolder) -> None:
    folder = new(home, "old", freeze_d=1)
    host(folder)
    shutil.rmtree(old.path)
    run = host(folder, why="resume", changes={"training.kimg": 0.06})
    assert run.state == "done"
    assert run.nimg == 60
    assert len(words(folder)) == 1


def test_a_frozen_transfer_resumes_bit_for_bit_and_its_frozen_stage_is_still_the_old_runs(home: Path, old: RunFolder) -> None:
    whole = create_run(home / "runs" / "0002-whole", settings("old", freeze_d=1, kimg=0.08))
    host(whole)
    halves = create_run(home / "runs" / "0003-halves", settings("old", freeze_d=1, kimg=0.04))
    host(halves)
    host(halves, why="resume", changes={"training.kimg": 0.08})
    last, again = checkpoints(whole)[-1], checkpoints(halves)[-1]
    assert last.nimg == again.nimg == 80
    assert same(last, again, (*NETWORKS, "state"))
    d, before = tensors(last, "discriminator"), tensors(checkpoints(old)[-1], "discriminator")
    frozen = [k for k in d if k.startswith("from_image")]
    assert frozen
    assert all(torch.equal(d[k], before[k]) == (k in frozen) for k in d)


def test_frozen_stages_may_change_while_it_trains_and_too_many_are_refused(home: Path, old: RunFolder) -> None:
    hosted = Hosted(new(home, "old", kimg=4.0))
    hosted.go(2)
    good, bad = SetOption(path="transfer.freeze_d", value=1), SetOption(path="transfer.freeze_d", value=40)
    for command in (good, bad):
        hosted.tell(command)
    run = RunView(hosted.folder).run
    assert answer(run, good).kind == "applied"
    assert answer(run, bad).kind == "refused"
    assert "at most" in answer(run, bad).reason
    assert run.options["transfer"]["freeze_d"] == 1
    assert hosted.worker._config.transfer.freeze_d == 1
    hosted.steps.close()


def test_the_command_line_names_it_and_refuses_what_is_no_run_before_a_folder_is_made(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = [text for name, value in PLAIN.items() for text in ("--set", f"precision.{name}={value}")]
    small = ["--kimg", "1", "--set", "training.batch=16", "--set", "saving.grid=4", *plain, "--device", "cpu", "--quiet"]
    assert cli.main(["train", "--preset", "ring", *small, "--run", str(home / "runs" / "0001-first")]) == 0
    again = ["train", "--preset", "ring", *small, "--run", str(home / "runs" / "0002-second"), "--set", "transfer.freeze_d=1"]
    assert cli.main([*again, "--set", "transfer.run=3"]) == 2
    assert "transfer.run: there is no run 3" in capsys.readouterr().err
    assert not (home / "runs" / "0002-second").exists()
    assert cli.main([*again, "--set", "transfer.run=1"]) == 0
    first, second = (RunFolder(home / "runs" / name) for name in ("0001-first", "0002-second"))
    assert same(checkpoints(second)[0], checkpoints(first)[-1])
