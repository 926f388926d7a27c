"""One run, several processes: by the command line as torchrun starts it, with real kills and real commands."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
import torch
from safetensors.torch import load_file

from studio.cli import main
from studio.founding import create_run
from studio.messages import Failed, FreshDiscriminator, Mend, Pause, Resume, Rollback, SaveCheckpoint, SetOption, Stop, Tick
from studio.runs.checkpoints import CheckpointStore
from studio.runs.commands import send
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalReader
from studio.runs.view import RunView
from tests.gan.making import config
from tests.gan.ranks import start

SMALL = {"network.width": 16, "network.d_width": 16, "network.depth": 1, "network.d_depth": 1, "training.batch": 16, "precision.dtype": "fp64"}
QUICK = {"precision.channels_last": "off", "precision.compile": "off", "precision.threads": 1, "evaluation.metric": "none"}  # nothing to be measured
CONSTANT = {"optimizer.lr": 0.001, "objective.gamma": 0.1, "objective.instance_noise": 0, "optimizer.beta2": 0.9, "ema.half_life_kimg": 1}
SETTINGS = [text for path, value in {**SMALL, **QUICK, **CONSTANT}.items() for text in ("--set", f"{path}={value}")]
PATIENCE_S = 90.0


def train(path: Path, kimg: float) -> list[str]:
    return ["train", "--preset", "ring", "--device", "cpu", "--kimg", str(kimg), "--folder", str(path), "--quiet", *SETTINGS]


def resume(path: Path, kimg: float) -> list[str]:
    return ["resume", str(path), "--kimg", str(kimg), "--quiet"]


class Ranks:
    """A training's processes, ended at the latest with the block."""

    def __init__(self, arguments: list[str], *, size: int = 2) -> None:
        self.children = start(size, ["-m", "studio", *arguments, "--distributed"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)

    def __enter__(self) -> "Ranks":
        return self

    def __exit__(self, *_: object) -> None:
        for child in self.children:
            child.kill()
            child.communicate()

    def codes(self, timeout: float = PATIENCE_S) -> tuple[list[int], list[str]]:
        """Exit codes and last words, once all have ended."""
        said = [child.communicate(timeout=timeout)[1] for child in self.children]
        return [child.returncode for child in self.children], said


def until(path: Path, done: Callable[[Any], bool], *, timeout: float = PATIENCE_S) -> Any:
    """The run once this is so."""
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        if (path / "run.json").exists():
            run = RunView(RunFolder.open(path)).run
            if done(run):
                return run
        time.sleep(0.05)
    raise AssertionError(f"it never came: {run.state} at {run.nimg}" if (path / "run.json").exists() else "no run began")


def newest_weights(path: Path) -> dict[str, torch.Tensor]:
    [newest] = [max(CheckpointStore(RunFolder.open(path)).list(), key=lambda c: c.id)]
    return {f"{file.stem}.{k}": v for file in newest.path.glob("*.safetensors") for k, v in load_file(file).items()}


def assert_same(a: dict[str, torch.Tensor], b: dict[str, torch.Tensor]) -> None:
    assert a.keys() == b.keys()
    for name in a:
        torch.testing.assert_close(a[name], b[name], rtol=1e-9, atol=1e-9, msg=lambda said, name=name: f"{name}: {said}")


@pytest.fixture(scope="module")
def straight(tmp_path_factory: pytest.TempPathFactory) -> dict[str, torch.Tensor]:
    """What one process has after 100 steps."""
    path = tmp_path_factory.mktemp("straight") / "run"
    assert main(train(path, 1.6)) == 0
    return newest_weights(path)


def test_torchrun_trains_one_run_and_one_process_goes_on_with_it(home: Path, straight: dict[str, torch.Tensor]) -> None:
    path = home / "runs" / "0001-two"
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", "-m", "studio", *train(path, 0.8), "--distributed"]
    made = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    assert made.returncode == 0, made.stderr
    run = RunView(RunFolder.open(path)).run
    assert (run.state, run.nimg) == ("done", 800)
    assert [s.processes for s in run.segments] == [2]
    ticks = [e for e in JournalReader(path / "journal.jsonl").poll() if isinstance(e, Tick)]
    assert {"loss/G", "d/real", "grad/D"} <= {name for tick in ticks for name in tick.scalars}
    assert main(resume(path, 1.6)) == 0
    run = RunView(RunFolder.open(path)).run
    assert [s.processes for s in run.segments] == [2, 1]
    assert_same(newest_weights(path), straight)


def test_two_processes_go_on_with_the_run_of_one(home: Path, straight: dict[str, torch.Tensor]) -> None:
    path = home / "runs" / "0001-one"
    assert main(train(path, 0.8)) == 0
    with Ranks(resume(path, 1.6)) as ranks:
        codes, said = ranks.codes()
    assert codes == [0, 0], said
    assert [s.processes for s in RunView(RunFolder.open(path)).run.segments] == [1, 2]
    assert_same(newest_weights(path), straight)


def test_torchrun_without_the_flag_is_refused(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("TORCHELASTIC_RUN_ID", "x")
    monkeypatch.setenv("WORLD_SIZE", "2")
    assert main(train(home / "run", 1)) == 2
    assert "--distributed" in capsys.readouterr().err
    assert not (home / "run").exists()


def test_the_flag_without_torchrun_says_how_to_start(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*train(home / "run", 1), "--distributed"]) == 2
    assert "torchrun" in capsys.readouterr().err
    assert not (home / "run").exists()


def test_a_batch_that_cannot_be_shared_ends_all_before_a_folder_is_made(home: Path) -> None:
    path = home / "runs" / "0001-odd"
    with Ranks([*train(path, 1), "--set", "training.batch=15"]) as ranks:
        codes, said = ranks.codes()
    assert codes == [2, 0], said
    assert "training.batch" in said[0]
    assert "14 or 16" in said[0]
    assert not path.exists()


def test_a_killed_process_ends_the_run_with_a_word_and_a_checkpoint_to_resume(home: Path) -> None:
    path = home / "runs" / "0001-killed"
    with Ranks([*train(path, 10_000), "--set", "saving.checkpoint_kimg=1"]) as ranks:
        until(path, lambda run: run.last_checkpoint >= 2)
        ranks.children[1].kill()
        killed = time.monotonic()
        codes, said = ranks.codes(30)
    assert time.monotonic() - killed < 20
    assert codes == [1, -signal.SIGKILL], said
    run = RunView(RunFolder.open(path)).run
    assert run.state == "failed"
    assert isinstance(run.failure, Failed)
    assert run.failure.error == "lost"
    assert "rank 1 of 2" in run.failure.text
    last = run.checkpoints[-1]
    assert f"checkpoint {last.id} " in run.failure.remedy
    assert run.failure.text in said[0]
    assert main(resume(path, last.nimg / 1000 + 0.16)) == 0
    assert RunView(RunFolder.open(path)).run.state == "done"


def test_under_torchrun_a_process_killed_in_a_pause_is_told_of_too(home: Path) -> None:
    path = home / "runs" / "0001-killed"
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", "-m", "studio", *train(path, 10_000), "--distributed"]
    agent = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        until(path, lambda run: run.state == "running")
        assert send(RunFolder.open(path), Pause(), timeout=30).kind == "applied"
        [follower] = [p for p in psutil.Process(agent.pid).children(recursive=True) if p.environ().get("RANK") == "1"]
        follower.kill()
        said = agent.communicate(timeout=60)[1]
    finally:
        agent.kill()
        agent.communicate()
    run = RunView(RunFolder.open(path)).run
    assert agent.returncode == 1, said
    assert (run.state, run.failure.error) == ("failed", "lost"), said
    assert "rank 1 of 2" in run.failure.text


def test_followers_end_when_the_first_process_is_killed(home: Path) -> None:
    path = home / "runs" / "0001-headless"
    with Ranks(train(path, 10_000)) as ranks:
        until(path, lambda run: run.state == "running")
        ranks.children[0].kill()
        codes, said = ranks.codes(30)
    assert codes == [-signal.SIGKILL, 1]
    assert "rank 0 of 2" in said[1]
    assert main(resume(path, 0.16)) == 0


def test_a_signal_to_all_processes_twice_at_once_saves_and_stops(home: Path) -> None:
    """A cluster signals every process of a job, and torchrun passes the same signal on."""
    path = home / "runs" / "0001-signal"
    with Ranks(train(path, 10_000)) as ranks:
        until(path, lambda run: run.state == "running" and run.nimg > 0)
        for _ in range(2):
            for child in reversed(ranks.children):
                child.send_signal(signal.SIGTERM)
            time.sleep(0.02)
        codes, said = ranks.codes(30)
    assert codes == [0, 0], said
    run = RunView(RunFolder.open(path)).run
    assert run.state == "stopped"
    assert run.checkpoints[-1].nimg == run.nimg > 0


PRECISION = {"dtype": "fp64", "channels_last": "off", "compile": "off", "threads": 1}
REMEDY = (
    {"kind": "rollback", "checkpoint": 2, "options": "keep"},
    {"kind": "set_option", "path": "augment", "value": {"kind": "ada", "adaptive": True, "p": 0.2, "speed_kimg": 0.1}},
    {"kind": "set_option", "path": "optimizer.clip", "value": 0.5},
    {"kind": "fresh_discriminator"},
)
SCRIPT = [
    [7, SetOption(path="optimizer.lr", value=0.004)],
    [6, SaveCheckpoint()],
    [5, SetOption(path="objective.gamma", value=0.7)],
    [4, Pause()],
    [9, Resume()],
    [6, Rollback(checkpoint=2, options="keep")],
    [8, Rollback(checkpoint=1)],
    [5, SetOption(path="objective", value="hinge")],
    [4, FreshDiscriminator()],
    [5, Mend(alarm="mode_drop", title="Mend", commands=REMEDY)],
    [12, Stop()],
]


@pytest.mark.parametrize("network", [None, {"kind": "r3gan", "width": 8, "blocks": 1, "z_dim": 4, "group_size": 4}], ids=["mlp", "r3gan"])
def test_commands_happen_on_every_process_between_the_same_steps(tmp_path: Path, home: Path, network: dict[str, Any] | None) -> None:
    settings = config(
        network,
        evaluation={"metric": "none"},
        training={"batch": 8, "kimg": 100, "device": "cpu"},
        precision=PRECISION,
        objective={"kind": "relativistic", "gamma": 0.1},
    )
    script = json.dumps([[steps, command.model_dump()] for steps, command in SCRIPT])
    folders = [create_run(home / "runs" / name, settings) for name in ("0001-two", "0002-one")]
    for folder, out, size in zip(folders, ("two", "one"), (2, 1), strict=True):
        (tmp_path / out).mkdir()
        arguments = ["-m", "tests.following", str(folder.path), str(tmp_path / out), script]
        children = start(size, arguments, stderr=subprocess.PIPE) if size > 1 else [_plain(arguments)]
        said = [child.communicate(timeout=PATIENCE_S)[1] for child in children]
        assert [child.returncode for child in children] == [0] * size, said
    views = [RunView(folder).run for folder in folders]
    assert [a.kind for a in views[0].answers] == ["applied"] * len(SCRIPT)
    assert [(a.nimg, a.command["kind"]) for a in views[0].answers] == [(a.nimg, a.command["kind"]) for a in views[1].answers]
    leader, follower, single = (load_file(tmp_path / name) for name in ("two/0.safetensors", "two/1.safetensors", "one/0.safetensors"))
    assert [key for key in leader if not torch.equal(leader[key], follower[key])] == []
    assert_same(leader, single)


def _plain(arguments: list[str]) -> "subprocess.Popen[str]":
    environment = {k: v for k, v in os.environ.items() if k not in ("RANK", "WORLD_SIZE")}
    return subprocess.Popen([sys.executable, *arguments], env=environment, stderr=subprocess.PIPE, text=True)
