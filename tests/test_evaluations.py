"""Measuring beside training: what is measured, what it costs, and that training never notices."""

import itertools
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from safetensors.torch import load_file

from studio.founding import create_run
from studio.gan.config import RunConfig
from studio.messages import CancelEvaluation, Evaluated, Logged, Progressed, Rollback, SaveCheckpoint, SetOption, Stop, Tick
from studio.runs.checkpoints import CheckpointStore
from studio.runs.commands import ask
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalReader
from studio.runs.view import RunView
from studio.terminal.measuring import evaluate_checkpoint
from studio.worker import Worker
from tests.gan.making import config

ON = {"metric": "swd", "count": 200, "share": 1.0}


@pytest.fixture(autouse=True)
def every_step_looks_for_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studio.worker.LOOK_S", 0.0)


@pytest.fixture
def run_of(home: Path) -> Callable[..., RunFolder]:
    """run_of(evaluation, kimg=…): a new run of the digits."""
    made = iter(range(100))

    def make(evaluation: dict[str, Any], **over: Any) -> RunFolder:
        training = {"batch": 4, "kimg": over.pop("kimg", 0.4), "device": "cpu"}
        return create_run(home / "runs" / f"{next(made):04d}-test", small(evaluation, training, **over))

    return make


def small(evaluation: dict[str, Any], training: dict[str, Any], **over: Any) -> RunConfig:
    return config(training=training, evaluation=evaluation, **over)


def finish(folder: RunFolder) -> list[Any]:
    """Trains to the end; every event."""
    for _ in Worker(folder).run():
        pass
    return events(folder)


def events(folder: RunFolder) -> list[Any]:
    reader, found = JournalReader(folder.journal), []
    while new := reader.poll():
        found += new
    return found


def of(kind: type, found: list[Any]) -> list[Any]:
    return [event for event in found if isinstance(event, kind)]


def weights(folder: RunFolder) -> dict[str, Any]:
    last = CheckpointStore(folder).list()[-1].path
    return {f"{file.name}.{k}": v for file in last.glob("*.safetensors") for k, v in load_file(file).items()}


def test_the_last_checkpoint_is_measured_and_its_figures_are_kept_with_what_they_rest_on(run_of):
    folder = run_of(ON)
    (event,) = of(Evaluated, finish(folder))
    run = RunView(folder).run
    assert run.state == "done"
    assert event.checkpoint == run.checkpoints[-1].id
    assert event.nimg == 400
    assert (event.figure, event.better, event.count) == ("swd", "lower", 200)
    assert set(event.metrics) == {"swd", "swd_floor"}
    assert event.basis["swd"] == {"count": 200, "reals": 400, "reference": "128 held-out and 1,669 training images of digits"}
    kept = CheckpointStore(folder).list()[-1]
    assert kept.metrics == event.metrics == run.metrics(kept.id)
    assert kept.basis == event.basis


def test_the_command_line_finds_the_same_figures(run_of):
    folder = run_of(ON)
    (event,) = of(Evaluated, finish(folder))
    found = evaluate_checkpoint(folder, event.checkpoint, ["sliced_wasserstein"], count=200, device="cpu", quiet=True)
    assert found["metrics"] == event.metrics


def test_training_is_the_same_bit_for_bit_with_and_without_measuring(run_of):
    saving = {"checkpoint_kimg": 0.1}
    measured = run_of({**ON, "metric": "phi_fd", "every_kimg": 0.05}, saving=saving)
    plain = run_of({"metric": "none"}, saving=saving)
    assert len(of(Evaluated, finish(measured))) >= 1
    assert of(Evaluated, finish(plain)) == []
    one, other = weights(measured), weights(plain)
    assert one.keys() == other.keys()
    assert all(one[k].equal(other[k]) for k in one)


def test_while_it_trains_measuring_takes_its_share_of_the_time_and_no_more(run_of):
    folder = run_of({**ON, "share": 0.1, "count": 4000}, kimg=1000)
    steps = Worker(folder).run()
    run_until(steps, folder, lambda found: of(Tick, found))
    ask(folder, SaveCheckpoint())
    run_until(steps, folder, lambda found: of(Progressed, found))
    begun = time.monotonic()
    while time.monotonic() - begun < 3:
        next(steps)
    steps.close()
    ticks = of(Tick, events(folder))
    pairs = [(b.time - a.time, b.values.get("share/evaluation", 0.0)) for a, b in itertools.pairwise(ticks) if b.time > time.time() - 2.5]
    assert 0 < sum(length * share for length, share in pairs) / sum(length for length, _ in pairs) < 0.2


def run_until(steps: Any, folder: RunFolder, done: Callable[[list[Any]], Any], limit: int = 20_000) -> list[Any]:
    """Advances until the events so far satisfy `done`; looked at every hundredth step."""
    for n in range(limit):
        next(steps)
        if n % 100 == 0 and done(found := events(folder)):
            return found
    raise AssertionError("never came")


def test_a_snapshot_is_measured_while_training_goes_on(run_of):
    folder = run_of(ON, kimg=1000)
    steps = Worker(folder).run()
    run_until(steps, folder, lambda found: of(Tick, found))
    ask(folder, SaveCheckpoint())
    found = run_until(steps, folder, lambda found: of(Evaluated, found))
    assert of(Progressed, found)
    assert RunView(folder).run.progress is None
    at = of(Evaluated, found)[0].nimg
    run_until(steps, folder, lambda found: of(Tick, found)[-1].nimg > at)
    ask(folder, Stop())
    assert len(of(Evaluated, [*[None for _ in steps], *events(folder)])) == 1
    assert RunView(folder).run.state == "stopped"


def test_a_checkpoint_that_goes_before_its_turn_comes_is_not_missed(run_of):
    folder = run_of({**ON, "share": 0.01}, kimg=1000)
    steps = Worker(folder).run()
    run_until(steps, folder, lambda found: of(Tick, found))
    ask(folder, SaveCheckpoint())
    run_until(steps, folder, lambda found: any("Measuring checkpoint 2" in e.what for e in of(Progressed, found)))
    shutil.rmtree(CheckpointStore(folder).get(2).path)
    found = run_until(steps, folder, lambda _: RunView(folder).run.progress is None)
    at = RunView(folder).run.nimg
    found = run_until(steps, folder, lambda found: of(Tick, found)[-1].nimg > at)
    steps.close()
    assert of(Evaluated, found) == []
    assert not [e for e in of(Logged, found) if e.level == "warning"]


def test_the_averaged_g_is_measured_every_so_many_images_without_a_checkpoint(run_of):
    folder = run_of({**ON, "every_kimg": 0.2, "checkpoints": False}, kimg=1000)
    steps = Worker(folder).run()
    found = run_until(steps, folder, lambda found: len(of(Evaluated, found)) >= 2)
    steps.close()
    first, second = of(Evaluated, found)[:2]
    assert first.checkpoint is second.checkpoint is None
    assert second.nimg - first.nimg >= 200


def test_measuring_is_cancelled_by_command_and_training_goes_on(run_of):
    folder = run_of({**ON, "share": 0.01, "count": 50_000}, kimg=1000)
    steps = Worker(folder).run()
    run_until(steps, folder, lambda found: of(Tick, found))
    ask(folder, CancelEvaluation())
    run_until(steps, folder, lambda _: RunView(folder).run.answers)
    assert "nothing is being measured" in RunView(folder).run.answers[-1].reason
    ask(folder, SaveCheckpoint())
    run_until(steps, folder, lambda found: any("Measuring checkpoint" in e.what for e in of(Progressed, found)))
    ask(folder, CancelEvaluation())
    found = run_until(steps, folder, lambda _: len(RunView(folder).run.answers) == 3)
    run = RunView(folder).run
    assert run.answers[-1].kind == "applied"
    assert "checkpoint 2 not measured" in run.answers[-1].text
    assert run.progress is None
    at = run.nimg
    run_until(steps, folder, lambda found: of(Tick, found)[-1].nimg > at)
    steps.close()
    assert of(Evaluated, found) == []


def test_a_stop_while_only_measuring_is_left_ends_a_run_that_is_done(run_of):
    folder = run_of({**ON, "count": 200_000}, kimg=0.02)
    steps = Worker(folder).run()
    run_until(steps, folder, lambda found: any("Measuring" in e.what for e in of(Progressed, found)))
    ask(folder, Stop())
    for _ in steps:
        pass
    run = RunView(folder).run
    assert run.state == "done"
    assert len(run.checkpoints) == 2
    assert of(Evaluated, events(folder)) == []


def test_a_rollback_while_only_measuring_is_left_trains_on(run_of):
    folder = run_of({**ON, "count": 200_000}, kimg=0.02)
    steps = Worker(folder).run()
    run_until(steps, folder, lambda found: any("Measuring" in e.what for e in of(Progressed, found)))
    ask(folder, SetOption(path="evaluation.metric", value="none"))
    ask(folder, Rollback(checkpoint=1, options="keep"))
    for _ in steps:
        pass
    run = RunView(folder).run
    assert run.state == "done"
    assert [c.nimg for c in run.checkpoints] == [0, 20, 20]


def test_what_cannot_be_measured_is_said_once_and_training_goes_on(run_of):
    folder = run_of({**ON, "metric": "modes"}, saving={"checkpoint_kimg": 0.1})
    found = finish(folder)
    assert RunView(folder).run.state == "done"
    assert of(Evaluated, found) == []
    (warning,) = [e for e in of(Logged, found) if e.level == "warning"]
    assert "modes does not fit this data" in warning.text


@pytest.mark.parametrize(
    ("dataset", "figure", "better"), [("ring", "high_quality", "higher"), ("stacked_digits", "reverse_kl", "lower"), ("digits", "swd", "lower")]
)
def test_auto_takes_what_tells_most_of_the_data(run_of, dataset, figure, better):
    folder = run_of({"count": 300, "share": 1.0}, dataset=dataset, kimg=0.02)
    (event,) = of(Evaluated, finish(folder))
    assert (event.figure, event.better) == (figure, better)
    assert figure in event.metrics
