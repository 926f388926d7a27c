"""The one thread on which all torch work of the application runs, torch's import included. It knows no widget and no run.

An operation on the interface's thread would give that thread a second OpenMP team, and training a third less speed
(measured in the reference notes); so networks are built, trained, sampled and rendered here for the application's life.
"""

import importlib
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import shiboken6
from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from studio.errors import Cancelled, StudioError
from studio.ui.garbage import Collector
from studio.words import say

SHARE = 0.2  # of the time that jobs get while a run trains
SLICE = 0.004  # s of training between two looks at what else is waiting
MAX_CREDIT = 1.0  # s of jobs that may follow at once after a long wait

Done = Callable[[Any], None]
Fault = Callable[[StudioError], None]


@dataclass(eq=False)
class Job:
    """Long work in steps: a generator whose items are its progress and whose return value is its result."""

    steps: Generator[Any, None, Any] | None
    start: Callable[[], Generator[Any, None, Any]]
    progress: Done | None
    done: Done | None
    failed: Fault | None
    cancelled: bool = field(default=False)

    def cancel(self) -> None:
        """Ask for its end: at the next step its generator is closed and `failed` gets Cancelled."""
        self.cancelled = True


@dataclass(frozen=True, eq=False)
class _Task:
    fn: Callable[[], Any]
    done: Done | None
    failed: Fault | None


class TorchThread(QThread):
    """Serves, in this order of urgency: commands, slices of training, renders (latest wins), jobs with a share of their own."""

    torch_ready = Signal()  # torch and the engine are imported: forms can be built
    training_changed = Signal(object)  # Path of the run that trains here, or None
    crashed = Signal(object)  # an exception that is nobody's fault but ours
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("torch")
        self.training: Path | None = None  # as the interface may see it: set at once by `train`, cleared when the worker has ended
        self.is_ready = False  # torch is imported
        self.has_gpu = False
        self._collector = Collector(self)
        self._bell = threading.Condition()
        self._urgent: deque[_Task] = deque()
        self._renders: dict[str, _Task] = {}
        self._jobs: deque[Job] = deque()
        self._worker: Iterator[float] | None = None
        self._worker_path: Path | None = None
        self._next_slice = 0.0
        self._credit = 0.0
        self._train_failed: Fault | None = None
        self._settled = False  # the engine is loaded and the interface has been told
        self._quit = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin; garbage is collected on the interface's thread until `finish`."""
        self._collector.start()
        super().start()

    # --- called on the interface's thread ---------------------------------------------------------------------------------

    def submit(self, fn: Callable[[], Any], *, key: str | None = None, done: Done | None = None, failed: Fault | None = None) -> None:
        """Run `fn` on the torch thread. With a key it is a render: a later one of the same key replaces one that still waits.

        `done(result)` or `failed(StudioError)` runs on the interface's thread; other exceptions reach `crashed`.
        """
        task = _Task(fn, done, failed)
        with self._bell:
            if key is None:
                self._urgent.append(task)
            else:
                self._renders.pop(key, None)
                self._renders[key] = task
            self._bell.notify()

    def job(
        self,
        generator_fn: Callable[[], Generator[Any, None, Any]],
        *,
        progress: Done | None = None,
        done: Done | None = None,
        failed: Fault | None = None,
    ) -> Job:
        """Run a generator a step at a time, between slices of training; its items go to `progress`, its return value to `done`."""
        made = Job(None, generator_fn, progress, done, failed)
        with self._bell:
            self._jobs.append(made)
            self._bell.notify()
        return made

    def train(self, folder: Any, why: Literal["start", "resume"] = "start", *, failed: Fault | None = None, **how: Any) -> None:
        """Host a Worker on a RunFolder; `how` goes to the Worker. StudioError when another run trains here already."""
        if self.training is not None:
            raise StudioError(say("{name} is training here already; stop it first", name=self.training.name))
        from studio.runs.commands import waiting

        stale = waiting(folder)  # what is asked from here on is meant for this training, though it begins only when the torch thread comes to it
        self.training = Path(folder.path)
        self.training_changed.emit(self.training)

        def begin() -> None:
            from studio.worker import Worker

            self._worker_path = Path(folder.path)
            self._worker = Worker(folder, why=why, stale=stale, **how).run()
            self._next_slice = 0.0

        def refused(error: StudioError) -> None:
            self._trained(None)
            if failed is not None:
                failed(error)

        self._train_failed = failed
        self.submit(begin, failed=refused)

    def finish(self) -> None:
        """End the thread after the present step; a run that trains is left as the worker's generator leaves it when closed."""
        with self._bell:
            self._quit = True
            self._bell.notify()
        if self.isRunning():
            self.wait()
            self._collector.stop()

    @Slot(object)
    def _deliver(self, answer: tuple[Callable[[Any], None], Any]) -> None:
        call, value = answer
        owner = getattr(call, "__self__", None)
        if not isinstance(owner, QObject) or shiboken6.isValid(owner):
            call(value)

    def _trained(self, _: Any) -> None:
        self.training = None
        self.training_changed.emit(None)

    # --- the thread itself ------------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Qt's entry: import torch, then serve until `finish`."""
        if self._guard(_Task(_load_engine, self._loaded, None)):
            with self._bell:
                self._bell.wait_for(lambda: self._settled or self._quit)
        while not self._quit:
            self._turn()
        for job in list(self._jobs):
            if job.steps is not None:
                job.steps.close()
        if self._worker is not None:
            self._guard(_Task(self._worker.close, None, None))  # type: ignore[attr-defined]

    def _loaded(self, has_gpu: bool) -> None:
        self.is_ready, self.has_gpu = True, has_gpu
        self._collector.spare()
        with self._bell:
            self._settled = True
            self._bell.notify()
        self.torch_ready.emit()

    def _turn(self) -> None:
        """One look at everything: urgent work, a slice of training, one render, jobs within their credit; else sleep."""
        while self._urgent:
            self._guard(self._urgent.popleft())
        now = time.monotonic()
        busy = self._worker is not None and now >= self._next_slice
        if busy:
            self._train_slice(now)
        if self._renders:
            with self._bell:
                task = self._renders.pop(next(iter(self._renders)))
            self._guard(task)
        if self._jobs and (not busy or self._credit > 0):
            began = time.monotonic()
            self._step(self._jobs.popleft())
            if busy:
                self._credit -= time.monotonic() - began
        self._sleep()

    def _train_slice(self, now: float) -> None:
        end = now + SLICE
        wait = 0.0
        worker = self._worker
        assert worker is not None
        try:
            while wait == 0.0 and not self._urgent:
                wait = next(worker)
                if (after := time.monotonic()) >= end:
                    break
            else:
                after = time.monotonic()
        except StopIteration:
            self._end_training()
            return
        except StudioError as error:
            self._end_training()
            if self._train_failed is not None:
                self._answered.emit((self._train_failed, error))
            return
        except Exception as error:  # outermost of this thread: shown in the window
            self._end_training()
            self._crash(error)
            return
        self._next_slice = after + wait
        if self._jobs:
            self._credit = min(MAX_CREDIT, self._credit + (after - now) * SHARE / (1 - SHARE))

    def _end_training(self) -> None:
        self._worker, self._credit = None, 0.0
        self._answered.emit((self._trained, None))

    def _step(self, job: Job) -> None:
        try:
            if job.cancelled:
                if job.steps is not None:
                    job.steps.close()
                raise Cancelled(say("cancelled"))
            if job.steps is None:
                job.steps = job.start()
            item = next(job.steps)
        except StopIteration as end:
            self._answer(job.done, end.value)
        except StudioError as error:
            self._answer(job.failed, error)
        except Exception as error:  # outermost of this thread: shown in the window
            self._crash(error)
        else:
            self._answer(job.progress, item)
            self._jobs.append(job)

    def _guard(self, task: _Task) -> bool:
        """Whether it did what it should; if not, somebody has been told."""
        try:
            result = task.fn()
        except StudioError as error:
            self._answer(task.failed, error)
        except Exception as error:  # outermost of this thread: shown in the window
            self._crash(error)
        else:
            self._answer(task.done, result)
            return True
        return False

    def _answer(self, call: Callable[[Any], None] | None, value: Any) -> None:
        if call is not None:
            self._answered.emit((call, value))

    def _crash(self, error: BaseException) -> None:
        self.crashed.emit(error)

    def _sleep(self) -> None:
        with self._bell:
            if self._quit or self._urgent or self._renders or self._jobs:
                return
            if self._worker is None:
                self._bell.wait(1.0)
            elif (wait := self._next_slice - time.monotonic()) > 0:
                self._bell.wait(wait)


def _load_engine() -> bool:
    """Imports torch first, then every family, so that forms open at once; whether there is a GPU."""
    importlib.import_module("torch")
    config = importlib.import_module("studio.gan.config")
    for section in config.SECTIONS.values():
        if hasattr(section, "kinds"):
            section.kinds()
    importlib.import_module("studio.worker")
    return has_gpu()


def has_gpu() -> bool:
    """Whether torch finds one; asked on the torch thread."""
    torch = importlib.import_module("torch")
    return bool(torch.cuda.is_available() or torch.backends.mps.is_available())
