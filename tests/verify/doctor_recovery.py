"""Whether remedies bring a collapsed run back: each of those that the alarm offers, on a copy of the same run, beside doing nothing, and the autopilot alone.

The run is a real one: a folder, a worker, commands. It trains well for a while; then what makes it collapse is set, as a person would; the first grave
alarm ends that. What the samples are at the end of the budget is told by `doctor_truth`, of the live generator.
"""

import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from PIL import Image
from safetensors.torch import load_file

from studio.founding import create_run
from studio.gan.config import RunConfig
from studio.gan.media import medium
from studio.messages import Command, Mend, Remedy, SetOption
from studio.runs.checkpoints import CheckpointStore
from studio.runs.commands import ask
from studio.runs.fold import GRAVITY, Run
from studio.runs.folder import RunFolder
from studio.runs.view import RunView
from studio.worker import Worker
from tests.verify import doctor_truth as truth
from tests.verify.doctor_cases import PLANTS, base
from tests.verify.doctor_data import SIDE, drawn, source
from tests.verify.doctor_trace import changed

SETS = ("ring", "shapes", "stacked digits")
COLLAPSES = ("frozen D",)  # with a strong one these small runs keep their variety for thousands of steps
FIRST_SEED = 9500
WARM, UNTIL, BUDGET = 1000, 2000, 1000  # steps: before the plant, in which an alarm must come, for the remedy
BATCH = 64
BACK, GOOD = 0.75, 0.4  # of the modes are there and of the samples are good: recovered
OFTEN = 0.3  # of the time goes into checks, for the suite's sake
JUDGED = 512
NOTHING, AUTOPILOT = "nothing", "autopilot"


@dataclass(frozen=True)
class Collapse:
    """One run to be broken and mended."""

    data: str
    plant: str
    seed: int

    @property
    def name(self) -> str:
        return f"{self.plant}, {self.data}, {self.seed}"


def collapses(seeds: int) -> list[Collapse]:
    """Every plant on every data set."""
    return [Collapse(d, plant, FIRST_SEED + n) for plant in COLLAPSES for d in SETS for n in range(seeds)]


def treated(case: Collapse) -> dict[str, Any]:
    """What each treatment comes to: modes there and samples good, before and after."""
    torch.set_num_threads(1)
    began, found = time.perf_counter(), dict[str, Any]()
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        config = _settings(case, root)
        sick = create_run(root / "sick", config)
        alarm, remedies = _broken(case, sick)
        before = _judged(case, sick)
        if alarm:
            offers = {NOTHING: None, **{remedy.title: remedy for remedy in remedies if remedy.commands}}
            for title, remedy in offers.items():
                copied = RunFolder(Path(shutil.copytree(sick.path, root / f"run {len(found)}")))
                found[title] = _mended(case, copied, alarm, remedy)
            found[AUTOPILOT] = _piloted(case, create_run(root / "piloted", config.with_option("doctor.autopilot", True)))
    return {"name": case.name, "alarm": alarm, "before": before, "treated": found, "seconds": round(time.perf_counter() - began, 1)}


def recovered(after: dict[str, float]) -> bool:
    """Whether most of the data is made again."""
    return after["kept"] >= BACK and after["good"] >= GOOD


def _settings(case: Collapse, root: Path) -> RunConfig:
    dataset: dict[str, Any] = source(case.data).dump()
    if case.data == "shapes":  # from files, for drawing them anew takes longer than training
        (root / "shapes").mkdir()
        for n, picture in enumerate(drawn("shapes", 2000, seed=7)[0]):
            Image.fromarray(picture).save(root / "shapes" / f"{n}.png")
        dataset = {"kind": "folder", "path": str(root / "shapes"), "height": SIDE, "width": SIDE}
    changes = {
        "objective.gamma": 0.02 if case.data == "ring" else 0.5,
        "training.seed": case.seed,
        "training.kimg": (WARM + UNTIL + BUDGET) * BATCH / 1000,
        "saving.checkpoint_kimg": 200 * BATCH / 1000,
        "saving.keep": 60,
        "evaluation.metric": "none",
        "doctor.share": OFTEN,
    }
    return changed(RunConfig.read({**base(case.data), "dataset": dataset}), changes)


class _Hosted:
    """A run that is advanced here."""

    def __init__(self, folder: RunFolder, why: str = "start") -> None:
        self.worker = Worker(folder, why=why)  # type: ignore[arg-type]
        self.folder, self.view, self.steps = folder, RunView(folder), self.worker.run()

    def until(self, done: Callable[[Run], bool]) -> Run:
        """Trains on until the run is so, or over."""
        for n, _ in enumerate(self.steps):
            if n % 10 == 0:
                self.view.poll()
                if done(self.view.run):
                    return self.view.run
        self.view.poll()
        return self.view.run

    def tell(self, *commands: Command) -> None:
        """Asks, and trains until it is answered."""
        for command in commands:
            ask(self.folder, command)
        ids = {command.id for command in commands}
        self.until(lambda run: ids <= {answer.id for answer in run.answers})

    def stop(self) -> None:
        """Saves and ends."""
        self.worker.ask_to_stop()
        for _ in self.steps:
            pass


def _plant(case: Collapse) -> list[SetOption]:
    """As a person would set it, with the ways of the data kept."""
    return [SetOption(path=path, value=value) for path, value in PLANTS[case.plant][0].items()]


def _broken(case: Collapse, folder: RunFolder) -> tuple[str, tuple[Remedy, ...]]:
    """Trains it well and then badly, until a grave alarm of the plant's is raised; that and what it offers."""
    host = _Hosted(folder)
    host.until(lambda run: run.nimg >= WARM * BATCH)
    host.tell(*_plant(case))
    planted = host.view.run.nimg
    run = host.until(lambda run: bool(_grave(run, planted)) or run.nimg >= planted + UNTIL * BATCH)
    found = _grave(run, planted)
    host.stop()
    host.view.poll()
    found = _grave(host.view.run, planted)
    gravest = max(found, key=lambda alarm: GRAVITY.index(alarm.severity), default=None)
    return (gravest.alarm, gravest.remedies) if gravest is not None else ("", ())


def _grave(run: Run, since: int) -> list[Any]:
    return [alarm for alarm in run.alarms if alarm.severity in ("high", "critical") and alarm.nimg > since]


def _mended(case: Collapse, folder: RunFolder, alarm: str, remedy: Remedy | None) -> dict[str, float]:
    """So many steps more, with this remedy or without."""
    host = _Hosted(folder, "resume")
    run = host.until(lambda run: run.state == "running")
    if remedy is not None:
        host.tell(Mend(alarm=alarm, title=remedy.title, commands=remedy.commands))
        run = host.view.run
    end = run.nimg + BUDGET * BATCH
    host.until(lambda run: run.nimg >= end)
    host.stop()
    host.view.poll()
    return _judged(case, folder) | {"alarms": float(len(_grave(host.view.run, -1)))}


def _piloted(case: Collapse, folder: RunFolder) -> dict[str, float]:
    """The same plant with no one there."""
    host = _Hosted(folder)
    host.until(lambda run: run.nimg >= WARM * BATCH)
    host.tell(*_plant(case))
    planted = host.view.run.nimg
    run = host.until(lambda run: any(a.command.get("sender") == AUTOPILOT for a in run.answers) or run.nimg >= planted + UNTIL * BATCH)
    acted = [a for a in run.answers if a.command.get("sender") == AUTOPILOT]
    end = run.nimg + 2 * BUDGET * BATCH
    host.until(lambda run: run.nimg >= end)
    host.stop()
    return _judged(case, folder) | {"acted": float(len(acted))}


def _judged(case: Collapse, folder: RunFolder) -> dict[str, float]:
    """The newest checkpoint's live generator."""
    newest = max(CheckpointStore(folder).list(), key=lambda one: one.id)
    config = RunConfig.read(newest.options)
    dataset_shape = tuple(newest.about["shape"])
    generator = config.network.generator(dataset_shape, 0)
    generator.load_state_dict(load_file(newest.path / "generator.safetensors"))
    z = torch.randn(JUDGED, config.network.z_dim, generator=torch.Generator().manual_seed(case.seed))
    with torch.no_grad():
        x = config.network.sample(generator.eval(), z, None)
    samples = x.numpy() if newest.about["medium"] == "points" else medium("image").to_array(x)
    return {name: round(value, 4) for name, value in truth.told(case.data, samples).items()}
