"""What `auto` came to: journalled, kept for a resume and for the next run like it, measured anew on another machine."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import torch

from studio.founding import create_run
from studio.gan.config import RunConfig
from studio.messages import AutoChose, SetOption, Stop
from studio.runs.commands import ask
from studio.runs.folder import RunFolder
from studio.runs.view import RunView
from studio.settling import computed
from tests.gan.making import config
from tests.test_worker import Hosted, lines, run_whole

R3GAN = {"kind": "r3gan", "width": 8, "blocks": 1, "z_dim": 4, "group_size": 4}


@pytest.fixture(autouse=True)
def a_quiet_machine_that_is_looked_at_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studio.worker.LOOK_S", 0.0)
    monkeypatch.setattr("studio.settling.psutil.getloadavg", lambda: (0.0, 0.0, 0.0))


def settings(**over: Any) -> RunConfig:
    return config(R3GAN, **{"training": {"batch": 4, "kimg": 0.04, "device": "cpu"}, **over})


def started(home: Path, name: str = "0001-auto", **over: Any) -> RunFolder:
    return create_run(home / "runs" / name, settings(**over))


def choices(folder: RunFolder) -> list[dict[str, Any]]:
    return [e for e in lines(folder) if e["kind"] == "auto_chose"]


def measurements(folder: RunFolder) -> int:
    """Steps of measuring that the journal tells of."""
    return sum(e["kind"] == "progressed" and "fastest" in e["what"] for e in lines(folder))


def halfway(folder: RunFolder) -> None:
    hosted = Hosted(folder)
    hosted.go(3)
    ask(folder, Stop())
    assert 0 < hosted.finish().nimg < 40


def test_what_was_chosen_and_why_is_journalled_with_what_was_measured(home: Path) -> None:
    folder = started(home)
    run = run_whole(folder)
    assert run.state == "done"
    assert run.chosen is not None
    assert run.chosen.why
    assert len(run.chosen.table) > 1
    assert {"fp32 · 1 thread"} <= {row[0] for row in run.chosen.table}
    assert run.chosen.words().startswith(run.chosen.dtype)
    assert run.options["precision"]["dtype"] == "auto"  # what was asked for stays what was asked for
    kinds = [e["kind"] for e in lines(folder)]
    assert kinds.index("auto_chose") < kinds.index("segment_started")
    assert measurements(folder) > 0


def test_a_resume_takes_the_same_choice_and_measures_nothing(home: Path) -> None:
    folder = started(home)
    halfway(folder)
    shutil.rmtree(home / "cache" / "auto")  # the run itself knows
    tried = measurements(folder)
    assert tried > 0
    run = run_whole(folder, why="resume")
    assert run.state == "done"
    assert (len(choices(folder)), measurements(folder)) == (1, tried)


def test_another_run_like_it_takes_what_the_first_one_found(home: Path) -> None:
    first, second = started(home), started(home, "0002-again")
    found, again = run_whole(first).chosen, run_whole(second).chosen
    assert found.model_copy(update={"time": 0, "nimg": 0}) == again.model_copy(update={"time": 0, "nimg": 0})
    other = run_whole(started(home, "0003-other", training={"batch": 8, "kimg": 0.04, "device": "cpu"})).chosen
    assert other.asked != found.asked


def test_what_a_busy_machine_shows_is_not_kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studio.settling.psutil.getloadavg", lambda: (64.0, 64.0, 64.0))
    found = run_whole(started(home)).chosen
    assert "busy" in found.why
    assert not list((home / "cache").glob("auto/*"))


def test_a_file_in_the_cache_that_cannot_be_read_is_measured_again(home: Path) -> None:
    run_whole(started(home))
    (kept,) = (home / "cache" / "auto").iterdir()
    kept.write_text("{")
    assert run_whole(started(home, "0002-again")).state == "done"
    assert AutoChose.model_validate_json(kept.read_text()).why


def test_on_another_machine_it_is_measured_anew_and_noted_as_the_end_of_bitwise_equality(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = started(home)
    halfway(folder)
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"cpu_name": "another one"})
    run = run_whole(folder, why="resume")
    assert run.state == "done"
    first, second = choices(folder)
    assert "another one" in second["device"]
    assert "another one" not in first["device"]
    (said,) = [line for line in run.log if "bit for bit" in line.text]
    assert said.level == "warning"
    assert first["device"] in said.text


def test_another_setting_at_a_resume_is_obeyed(home: Path) -> None:
    folder = started(home)
    halfway(folder)
    run = run_whole(folder, why="resume", changes={"precision.dtype": "bf16", "precision.channels_last": "off", "precision.threads": 1})
    assert (run.chosen.dtype, run.chosen.channels_last, run.chosen.threads) == ("bf16", False, 1)


def test_a_run_of_an_older_version_goes_on_as_it_was(home: Path) -> None:
    """Its journal holds no choice, and its settings neither `compile` nor `threads`."""
    folder = started(home, precision={"dtype": "fp32", "channels_last": False})
    halfway(folder)
    kept = [line for line in folder.journal.read_text().splitlines(keepends=True) if '"auto_chose"' not in line]
    folder.journal.write_text("".join(kept))
    run = run_whole(folder, why="resume")
    assert (run.chosen.dtype, run.chosen.channels_last, run.chosen.compile, run.chosen.table) == ("fp32", False, False, ())
    assert not any("bit for bit" in line.text for line in run.log)


def test_a_resume_with_what_auto_chose_equals_the_uninterrupted_run_bit_for_bit(home: Path) -> None:
    from tests.test_worker import sums

    straight, broken = started(home), started(home, "0002-broken")
    run_whole(straight)
    halfway(broken)
    run_whole(broken, why="resume")
    names = ("generator.safetensors", "generator_ema.safetensors", "discriminator.safetensors", "state.safetensors")
    assert [sums(broken)[n] for n in names] == [sums(straight)[n] for n in names]


def test_a_batch_too_large_for_the_memory_passes_in_parts_and_the_log_says_so(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "memory.max").write_text("112000000\n")  # as in a container that allows no more
    (tmp_path / "memory.current").write_text("100000000\n")
    monkeypatch.setattr("studio.machine.CGROUP", tmp_path)
    folder = started(home, training={"batch": 256, "kimg": 0.5, "device": "cpu"})
    run = run_whole(folder)
    assert run.state == "done"
    assert 0 < run.chosen.micro_batch < 256
    assert "does not fit" in run.chosen.why
    assert not list((home / "cache").glob("auto/*"))  # tomorrow there may be more


def test_a_live_edit_leaves_the_choice_in_force(home: Path) -> None:
    folder = started(home, precision={"dtype": "bf16", "channels_last": "on", "compile": "off", "threads": 1})
    hosted = Hosted(folder)
    hosted.go(1)
    hosted.tell(SetOption(path="optimizer.lr", value=1e-4))
    trainer = hosted.worker._trainer
    assert trainer.config.precision.dtype == "bf16"
    assert trainer.config.optimizer.lr.start == 1e-4
    hosted.finish()


def test_stopping_while_it_measures_ends_the_run(home: Path) -> None:
    folder = started(home)
    hosted = Hosted(folder)
    for _ in hosted.steps:
        if any("fastest" in e.get("what", "") for e in lines(folder)):
            break
    ask(folder, Stop())
    assert hosted.finish().state == "stopped"
    assert RunView(folder).run.nimg == 0


@pytest.mark.filterwarnings("ignore:The .grad attribute of a Tensor that is not a leaf")
def test_compiling_that_was_asked_for_and_cannot_be_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(graph: object, examples: object) -> None:
        raise RuntimeError("no compiler here")

    real = torch.compile
    monkeypatch.setattr(torch, "compile", lambda network: real(network, backend=broken))
    run = run_whole(started(home, precision={"dtype": "fp32", "channels_last": "off", "compile": "on", "threads": 1}))
    assert run.state == "done"
    assert not run.chosen.compile
    assert any("no compiler here" in line.text for line in run.log)


def test_what_the_trainer_computes_names_every_setting() -> None:
    chosen = AutoChose(device="", asked={}, dtype="bf16", channels_last=True, threads=2, micro_batch=2)
    made = computed(settings(), chosen)
    assert made.precision.dump() == {"dtype": "bf16", "channels_last": "on", "compile": "off", "threads": 2}
    assert made.training.micro_batch == 2
    assert chosen.words() == "bf16 · channels last · 2 threads · parts of 2"
