"""The run's lock: a lock of the operating system's, so that it ends with the process that holds it, however that dies."""

import json
import os
import socket
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from studio.errors import RunError
from studio.locking import BINARY, lock_file, unlock_file
from studio.runs.space import writing_to
from studio.words import say

_PATIENCE = 0.5  # seconds: someone who only asks for the holder locks the file for an instant


@dataclass(frozen=True)
class Holder:
    """Who trains a run: host and process, and when it last gave a sign of life, in seconds since the epoch."""

    host: str
    pid: int
    heartbeat: float

    @property
    def is_here(self) -> bool:
        """Whether it is a process of this machine, as far as it has signed."""
        return not self.pid or self.host == socket.gethostname()

    def __str__(self) -> str:
        if not self.pid:
            return say("another process")
        return say("process {pid} on {host}", pid=str(self.pid), host=self.host)


class RunLock:
    """Held from `acquire` until `release`, or until the process ends."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._file = descriptor

    @classmethod
    def acquire(cls, path: Path) -> Self:
        """Take the lock; RunError naming host and pid when it is held."""
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | BINARY, 0o644)
        except OSError as error:
            text = say("{path} cannot be written: {fault}; training needs a folder that you may write to", path=path, fault=error.strerror or error)
            raise RunError(text) from error
        lock = cls(path, descriptor)
        try:
            lock._take()
            lock.beat()
        except BaseException:
            os.close(descriptor)
            raise
        return lock

    def _take(self) -> None:
        until = time.monotonic() + _PATIENCE
        try:
            while not lock_file(self._file):
                if time.monotonic() > until:
                    raise RunError(
                        say(
                            "{run} is being trained already, by {holder}: stop it there first, or steer it with `gan-studio send`",
                            run=self._path.parent,
                            holder=str(_read(self._file)),
                        )
                    )
                time.sleep(0.01)
        except OSError as error:
            text = say("{path} cannot be locked ({fault}): keep runs on a disk that knows locks", path=self._path, fault=error.strerror or error)
            raise RunError(text) from error

    def beat(self) -> None:
        """Write a sign of life; for people to read, since the lock itself needs none."""
        text = json.dumps({"host": socket.gethostname(), "pid": os.getpid(), "heartbeat": round(time.time(), 3)})
        with writing_to(self._path.parent):
            os.lseek(self._file, 0, os.SEEK_SET)
            os.write(self._file, text.ljust(200).encode())

    def release(self) -> None:
        """Give the run free. The file stays: deleting it would let two others each lock their own."""
        if self._file < 0:
            return
        os.ftruncate(self._file, 0)
        unlock_file(self._file)
        os.close(self._file)
        self._file = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def holder(path: Path) -> Holder | None:
    """Who holds the lock at `path`; None when nobody does."""
    try:
        descriptor = os.open(path, os.O_RDWR | BINARY)
    except FileNotFoundError:
        return None
    except OSError:  # a folder that may only be read; a shared lock needs no more
        try:
            descriptor = os.open(path, os.O_RDONLY | BINARY)
        except OSError:
            return None
    try:
        if lock_file(descriptor, shared=True):
            unlock_file(descriptor)
            return None
        return _read(descriptor)
    finally:
        os.close(descriptor)


def _read(descriptor: int) -> Holder:
    os.lseek(descriptor, 0, os.SEEK_SET)
    try:
        found = json.loads(os.read(descriptor, 4096))
        return Holder(str(found["host"]), int(found["pid"]), float(found["heartbeat"]))
    except (ValueError, TypeError, KeyError):
        return Holder("", 0, 0.0)  # taken an instant ago, not yet signed
