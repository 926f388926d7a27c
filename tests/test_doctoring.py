"""The doctor beside training: checks are journalled, alarms come with evidence and remedies, and training never notices."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from safetensors.torch import load_file

from studio.founding import create_run
from studio.messages import COMMAND, AlarmRaised, Probed, Rollback, SetOption
from studio.runs.checkpoints import CheckpointStore
from studio.runs.commands import ask
from studio.runs.fold import Run
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalReader
from studio.runs.view import RunView
from studio.worker import Worker
from tests.gan.making import config

OFTEN = {"share": 0.5}
PLAIN = {"dtype": "fp32", "channels_last": "off", "compile": "off", "threads": 1}  # two runs that are compared may not choose for themselves
# D learns much faster than G, without anything that holds it: it soon tells every sample from the data.
PLANTED: dict[str, Any] = {
    "network": {"kind": "mlp", "z_dim": 16, "width": 32, "depth": 2, "d_width": 64, "d_depth": 2},
    "objective": {"kind": "non_saturating", "penalty": "none"},
    "optimizer": {"kind": "adam", "lr": 5e-5, "lr_ratio": 100},
    "game": {"kind": "generation", "d_steps": 3},
}


@pytest.fixture(autouse=True)
def every_step_looks_for_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studio.worker.LOOK_S", 0.0)


@pytest.fixture
def run_of(home: Path) -> Callable[..., RunFolder]:
    """run_of(doctor, kimg=…): a new run of the digits."""
    made = iter(range(100))

    def make(doctor: dict[str, Any], *, kimg: float = 20, **over: Any) -> RunFolder:
        settings = config(training={"batch": 16, "kimg": kimg, "device": "cpu"}, evaluation={"metric": "none"}, doctor=doctor, precision=PLAIN, **over)
        return create_run(home / "runs" / f"{next(made):04d}-test", settings)

    return make


def events(folder: RunFolder) -> list[Any]:
    reader, found = JournalReader(folder.journal), []
    while new := reader.poll():
        found += new
    return found


def of(kind: type, found: list[Any]) -> list[Any]:
    return [event for event in found if isinstance(event, kind)]


def train(folder: RunFolder, until: Callable[[list[Any]], bool] | None = None, **how: Any) -> list[Any]:
    """To the end, or until the events are enough, and then to a stop; every event."""
    worker = Worker(folder, **how)
    for n, _ in enumerate(worker.run()):
        if until is not None and n % 20 == 0 and until(events(folder)):
            worker.ask_to_stop()
            until = None
    assert worker.failure is None, worker.failure
    return events(folder)


def on_to(folder: RunFolder, steps: Iterator[float], done: Callable[[Run], bool], limit: int = 60_000) -> Run:
    """Trains on until the run is so."""
    view = RunView(folder)
    for _ in range(limit):
        next(steps)
        view.poll()
        if done(view.run):
            return view.run
    raise AssertionError(f"never came: {view.run.state} at {view.run.nimg}, {view.run.last_check}")


def has(kind: type, at_least: int) -> Callable[[list[Any]], bool]:
    return lambda found: len(of(kind, found)) >= at_least


def weights(folder: RunFolder) -> dict[str, Any]:
    last = CheckpointStore(folder).list()[-1].path
    return {f"{file.name}.{k}": v for file in last.glob("*.safetensors") for k, v in load_file(file).items()}


def test_training_with_the_doctor_equals_training_without_it_bit_for_bit(run_of):
    seen, unseen = run_of(OFTEN), run_of({"on": False})
    assert len(of(Probed, train(seen))) >= 2
    assert not of(Probed, train(unseen))
    ours, theirs = weights(seen), weights(unseen)
    assert ours.keys() == theirs.keys()
    for name in ours:
        assert ours[name].equal(theirs[name]), name


def test_a_check_tells_its_signals_its_cost_and_how_the_run_is(run_of):
    folder = run_of(OFTEN)
    checks = of(Probed, train(folder, has(Probed, 3)))
    assert [check.check for check in checks] == list(range(len(checks)))
    for check in checks:
        assert {"pdr", "rke", "precision", "recall", "auc", "memo", "grad_G"} <= check.signals.keys()
        assert check.seconds > 0
        assert check.every >= 1
        assert check.health
    view = RunView(folder)
    assert view.run.last_check is not None
    assert "doctor/pdr" in view.columns.names


def test_a_resumed_doctor_counts_on(run_of):
    folder = run_of(OFTEN, kimg=10_000)
    before = of(Probed, train(folder, has(Probed, 2)))
    after = of(Probed, train(folder, has(Probed, len(before) + 2), why="resume"))
    assert [check.check for check in after] == list(range(len(after)))


def test_a_planted_failure_is_named_with_evidence_and_remedies_that_mend_it(run_of):
    folder = run_of(OFTEN, kimg=200, **PLANTED)
    found = train(folder, has(AlarmRaised, 1))
    alarm = of(AlarmRaised, found)[0]
    assert alarm.severity in ("high", "critical")
    assert alarm.onset <= alarm.nimg
    assert RunView(folder).run.alarms[0].alarm == alarm.alarm
    assert alarm.evidence
    for piece in alarm.evidence:
        assert piece.series or (folder.path / piece.file).is_file()
    assert alarm.remedies
    assert alarm.remedies[0].commands
    for remedy in alarm.remedies:
        for command in remedy.commands:
            COMMAND.validate_python(command)


def test_a_rollback_takes_the_alarm_with_it(run_of):
    folder = run_of(OFTEN, kimg=200, **PLANTED)
    steps = Worker(folder).run()
    on_to(folder, steps, lambda run: bool(run.alarms))
    ask(folder, Rollback(checkpoint=CheckpointStore(folder).list()[0].id, options="keep"))
    run = on_to(folder, steps, lambda run: len(run.segments) == 2)
    assert run.alarms == ()
    assert run.past_alarms
    assert on_to(folder, steps, lambda run: bool(run.alarms)).alarms, "the cause is still there, and so it is named again"
    steps.close()


def test_switched_off_it_looks_no_more_and_on_again_it_goes_on(run_of):
    folder = run_of(OFTEN, kimg=10_000)
    steps = Worker(folder).run()
    on_to(folder, steps, lambda run: run.last_check is not None)
    ask(folder, SetOption(path="doctor.on", value=False))
    on_to(folder, steps, lambda run: not run.options["doctor"]["on"])
    checks, nimg = len(of(Probed, events(folder))), RunView(folder).run.nimg
    on_to(folder, steps, lambda run: run.nimg > nimg + 10_000)
    assert len(of(Probed, events(folder))) == checks
    ask(folder, SetOption(path="doctor.on", value=True))
    on_to(folder, steps, lambda run: run.last_check is not None and run.last_check.check >= checks)
    steps.close()
