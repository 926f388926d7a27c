"""The torch thread: what is urgent comes first, the latest render wins, jobs get their share, faults arrive where they belong."""

import threading
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Slot

from studio.errors import Cancelled, DataError, StudioError
from studio.ui.thread import SHARE, TorchThread

Until = Callable[[Callable[[], bool]], None]


class Gate:
    """Holds the torch thread until opened, so that a queue can be filled."""

    def __init__(self, thread: TorchThread) -> None:
        self._event, entered = threading.Event(), threading.Event()
        thread.submit(lambda: (entered.set(), self._event.wait(10)))
        end = time.monotonic() + 60
        while not entered.is_set():  # the thread serves once the interface knows that torch is loaded
            assert time.monotonic() < end
            QCoreApplication.processEvents()

    def open(self) -> None:
        self._event.set()


def spin(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def test_work_runs_on_the_thread_and_its_answer_comes_back_here(torch_thread: TorchThread, until: Until):
    heard: list[object] = []
    torch_thread.submit(threading.get_ident, done=lambda ident: heard.append((ident, threading.get_ident())))
    until(lambda: bool(heard))
    there, here = heard[0]
    assert there != here == threading.get_ident()


def test_torch_is_loaded_before_anything_is_served(torch_thread: TorchThread, until: Until):
    heard: list[bool] = []
    torch_thread.submit(lambda: "torch" in __import__("sys").modules, done=heard.append)
    until(lambda: bool(heard) and torch_thread.is_ready)
    assert heard == [True]


def test_the_latest_render_of_a_key_wins_and_commands_come_before_renders(torch_thread: TorchThread, until: Until):
    gate, order = Gate(torch_thread), []
    for n in range(5):
        torch_thread.submit(lambda n=n: order.append(f"grid {n}"), key="grid")
    torch_thread.submit(lambda: order.append("other"), key="other")
    torch_thread.submit(lambda: order.append("command"))
    gate.open()
    until(lambda: len(order) == 3)
    assert order == ["command", "grid 4", "other"]


def test_a_studio_error_reaches_failed_with_its_words(torch_thread: TorchThread, until: Until):
    heard: list[StudioError] = []

    def fail() -> None:
        raise DataError("x.zip is damaged")

    torch_thread.submit(fail, done=lambda _: pytest.fail("it did not fail"), failed=heard.append)
    until(lambda: bool(heard))
    assert str(heard[0]) == "x.zip is damaged"


def test_another_exception_reaches_the_window_and_the_thread_lives_on(torch_thread: TorchThread, until: Until):
    crashed: list[Exception] = []
    after: list[int] = []
    torch_thread.crashed.connect(crashed.append)
    torch_thread.submit(lambda: 1 / 0)
    torch_thread.submit(lambda: 7, done=after.append)
    until(lambda: after == [7])
    assert isinstance(crashed[0], ZeroDivisionError)


def test_a_job_tells_its_progress_and_its_result(torch_thread: TorchThread, until: Until):
    progress: list[int] = []
    done: list[str] = []

    def work() -> Generator[int, None, str]:
        yield 1
        yield 2
        return "made"

    torch_thread.job(work, progress=progress.append, done=done.append)
    until(lambda: bool(done))
    assert (progress, done) == ([1, 2], ["made"])


def test_a_cancelled_job_cleans_up_and_says_so(torch_thread: TorchThread, until: Until):
    cleaned: list[bool] = []
    failed: list[StudioError] = []

    def work() -> Generator[int, None, None]:
        try:
            yield from range(10**9)
        finally:
            cleaned.append(True)

    job = torch_thread.job(work, progress=lambda n: n == 3 and job.cancel(), failed=failed.append)
    until(lambda: bool(failed))
    assert cleaned == [True]
    assert isinstance(failed[0], Cancelled)


def test_finishing_closes_jobs_that_are_not_done(qapp, until: Until):
    thread, cleaned, begun = TorchThread(), [], []

    def work() -> Generator[int, None, None]:
        try:
            while True:
                begun.append(True)
                yield 0
        finally:
            cleaned.append(True)

    thread.start()
    thread.job(work)
    until(lambda: bool(begun))
    thread.finish()
    assert cleaned == [True]
    assert thread.isFinished()


def test_cycles_are_collected_on_the_interface_thread_alone(torch_thread: TorchThread, until: Until):
    ends: list[int] = []

    class Cycle:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            ends.append(threading.get_ident())

    def litter() -> None:
        for _ in range(5000):
            Cycle()

    torch_thread.submit(litter)  # at the first moment that the thread serves: what it drops then is collected too
    until(lambda: len(ends) >= 5000)
    assert set(ends) == {threading.get_ident()}


class Receiver(QObject):
    """A widget stands for any that may be gone when the answer comes."""

    heard: list[object] = []  # noqa: RUF012 shared on purpose: the object itself is gone

    @Slot(object)
    def take(self, value: object) -> None:
        self.heard.append(value)


def test_an_answer_for_one_who_is_gone_is_dropped(torch_thread: TorchThread, until: Until):
    import shiboken6

    gate, receiver = Gate(torch_thread), Receiver()
    torch_thread.submit(lambda: 1, done=receiver.take)
    shiboken6.delete(receiver)
    last: list[int] = []
    torch_thread.submit(lambda: 2, done=last.append)
    gate.open()
    until(lambda: last == [2])
    assert Receiver.heard == []


def train_by(thread: TorchThread, steps: Iterator[float]) -> None:
    """Host a generator in the worker's place: the thread knows it only as a generator."""

    def begin() -> None:
        thread._worker, thread._worker_path = steps, Path("run")

    thread.submit(begin)


def test_a_job_gets_its_share_beside_training_and_training_the_rest(torch_thread: TorchThread, until: Until):
    spent = SimpleNamespace(training=0.0, job=0.0)

    def training() -> Iterator[float]:
        while not torch_thread._quit:
            spin(0.003)
            spent.training += 0.003
            yield 0.0

    def job() -> Generator[None, None, None]:
        while spent.training < 1.5:
            spin(0.005)
            spent.job += 0.005
            yield

    done: list[object] = []
    until(lambda: torch_thread.is_ready)
    train_by(torch_thread, training())
    torch_thread.job(job, done=done.append)
    until(lambda: bool(done))
    share = spent.job / (spent.job + spent.training)
    assert 0.15 <= share <= SHARE + 0.06


def test_a_worker_that_sleeps_leaves_the_time_to_jobs(torch_thread: TorchThread, until: Until):
    looks, steps = [], []

    def paused() -> Iterator[float]:
        while not torch_thread._quit:
            looks.append(time.monotonic())
            yield 0.05

    def job() -> Generator[None, None, None]:
        end = time.monotonic() + 0.5
        while time.monotonic() < end:
            steps.append(1)
            spin(0.001)
            yield

    done: list[object] = []
    until(lambda: torch_thread.is_ready)
    train_by(torch_thread, paused())
    torch_thread.job(job, done=done.append)
    until(lambda: bool(done))
    assert len(steps) > 20
    assert 2 <= sum(1 for t in looks if t >= looks[0]) <= 14


def test_a_command_is_served_between_steps_of_training(torch_thread: TorchThread, until: Until):
    def training() -> Iterator[float]:
        while not torch_thread._quit:
            spin(0.002)
            yield 0.0

    until(lambda: torch_thread.is_ready)
    train_by(torch_thread, training())
    waits: list[tuple[float, float]] = []
    for _ in range(10):
        asked = time.perf_counter()
        torch_thread.submit(lambda asked=asked: (asked, time.perf_counter() - asked), done=waits.append)
        until(lambda asked=asked: bool(waits) and waits[-1][0] == asked)
    assert sorted(wait for _, wait in waits)[5] < 0.1
