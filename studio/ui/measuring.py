"""Measures checkpoints because a person asks: a job beside whatever trains, with progress, which can be given up. It shows nothing itself.

The figures are those that are measured while a run trains, and lie where those lie: with the checkpoint. The journal hears of them too, unless
somebody trains the run, who alone may write there.
"""

from collections.abc import Generator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from studio.errors import StudioError
from studio.messages import Evaluated, Event, Logged, Progressed
from studio.runs.folder import RunFolder
from studio.ui.looking import Background, open_data
from studio.ui.thread import TorchThread
from studio.words import say

if TYPE_CHECKING:
    from studio.gan.config import RunConfig
    from studio.gan.datasets import Progress

Step = tuple[int, int, str]  # done, total, what; total 0 means not known


class Measuring(Background):
    """The checkpoints of these numbers, one after the other. `done` has the reasons why some could not be measured."""

    def __init__(
        self, torch: TorchThread, folder: RunFolder, options: Mapping[str, Any], numbers: Sequence[int], cache: Path, parent: QObject | None = None
    ) -> None:
        """options: of the run, as they are in force. cache: where decoded data is kept, the worker's own."""
        super().__init__(parent)

        def steps() -> Generator[Step, None, list[str]]:
            yield (0, 0, say("Opening the data"))
            return (yield from measure(folder, options, numbers, cache, self._progress))

        self._job = torch.job(steps, progress=self._stepped, done=self._measured, failed=self._refused)

    def cancel(self) -> None:
        """Give up; the figures of checkpoints that are measured already stay."""
        super().cancel()
        self._job.cancel()

    def _stepped(self, step: Step) -> None:
        self._hear("progressed", step)

    def _measured(self, faults: list[str]) -> None:
        self._hear("done", faults)

    def _refused(self, error: StudioError) -> None:
        self._hear("failed", error)


def measure(folder: RunFolder, options: Mapping[str, Any], numbers: Sequence[int], cache: Path, progress: "Progress") -> Generator[Step, None, list[str]]:
    """Measures them by the run's figure of merit; why some could not be. For the torch thread. ConfigError or DataError where the data cannot be opened."""
    from studio.evaluations import Evaluations
    from studio.gan.config import RunConfig
    from studio.gan.precision import pick_device
    from studio.runs.checkpoints import CheckpointStore

    config, store, told = _wanted(RunConfig.read(options)), CheckpointStore(folder), list[Event]()
    dataset = open_data(dict(options["dataset"]), cache, progress)
    work = Evaluations(store, dataset, told.append, device=pick_device(config.training.device), cache=cache)
    try:
        for number in numbers:
            what = say("Measuring checkpoint {number}", number=number)
            step: Step = (0, 0, what)
            yield step
            work.consider(config, store.get(number), "asked")
            heard = len(told)
            while work.advance(config, whole=True):
                for event in told[heard:]:
                    step = (event.done, event.total, what) if isinstance(event, Progressed) else step
                heard = len(told)
                yield step
            _note(folder, [event for event in told[heard:] if isinstance(event, Evaluated)])
    finally:
        work.cancel()
    return [event.text for event in told if isinstance(event, Logged)]


def _wanted(config: "RunConfig") -> "RunConfig":
    """The run's own, as if it had asked for checkpoints to be measured."""
    metric = "auto" if config.evaluation.metric == "none" else config.evaluation.metric
    return config.model_copy(update={"evaluation": config.evaluation.model_copy(update={"metric": metric, "checkpoints": True})})


def _note(folder: RunFolder, events: Sequence[Evaluated]) -> None:
    """For the record, where nobody trains the run; the figures lie with the checkpoint in any case."""
    from studio.runs.journal import JournalWriter
    from studio.runs.lock import RunLock, holder

    if not events or holder(folder.lock) is not None:
        return
    try:
        with RunLock.acquire(folder.lock), JournalWriter(folder.journal) as journal:
            for event in events:
                journal.write(event)
    except StudioError:
        return  # somebody began to train it just now, or it may only be read
