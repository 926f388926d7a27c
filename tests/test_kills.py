"""Real SIGKILLs to a training process: whatever the moment, nothing that was saved is lost, and the end is as if nothing had happened."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.cli import main
from studio.messages import CheckpointDeleted, CheckpointSaved, Event, SegmentStarted
from studio.runs.checkpoints import Checkpoint, CheckpointStore
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalReader
from studio.runs.view import RunView

PATIENCE_S = 120.0
KEEP = 4
# Checkpoints of some 20 MB, so that a save takes a good part of the time; nothing scheduled, so that the length changes no number.
NETWORK = {"network.width": 512, "network.depth": 4, "network.d_width": 512, "network.d_depth": 4}
CONSTANT = {"optimizer.lr": 0.001, "objective.gamma": 0.1, "saving.checkpoint_kimg": 0.5, "saving.keep": KEEP}


def settings(preset: str, seed: int) -> list[str]:
    changes = [text for path, value in {**NETWORK, **CONSTANT}.items() for text in ("--set", f"{path}={value}")]
    return ["train", "--preset", preset, "--device", "cpu", "--seed", str(seed), "--quiet", *changes]


class Victim:
    """One process of the command line on the way to its death."""

    def __init__(self, path: Path, arguments: list[str], log: Path) -> None:
        self.path, self.before, self.log = path, (len(segments(path)), newest(path)), log
        with log.open("w") as errors:
            self.process = subprocess.Popen([sys.executable, "-m", "studio", *arguments], stdout=subprocess.DEVNULL, stderr=errors)

    def until(self, done: Callable[[], object], *, look_s: float) -> None:
        end = time.monotonic() + PATIENCE_S
        while not done():
            assert self.process.poll() is None, f"it ended by itself: {self.log.read_text()}"
            assert time.monotonic() < end, "the moment never came"
            time.sleep(look_s)

    def kill(self, moment: str, chance: random.Random) -> None:
        """At a random moment: of the whole `start`, or after up to two more checkpoints while it is `training` or inside a `save`."""
        more, share = chance.randrange(3), chance.random()
        try:
            if moment == "start":
                time.sleep(4 * share)
            else:
                self.until(lambda: len(segments(self.path)) > self.before[0], look_s=0.05)
                self.until(lambda: newest(self.path) >= self.before[1] + more, look_s=0.01)
                if moment == "save":
                    self.until(lambda: unfinished(self.path, ".writing-"), look_s=0.001)
                time.sleep(share * (0.03 if moment == "save" else 0.7))
        finally:
            self.process.kill()
            self.process.wait()
        assert self.process.returncode == -signal.SIGKILL, self.log.read_text()


class Ledger:
    """What was there at each kill, and what must hold at the next."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sums: dict[int, dict[str, str]] = {}  # of every checkpoint ever seen
        self.newest: Checkpoint | None = None
        self.segments = 0
        self.unsaid: set[int] = set()  # deleted, when the journal could not be told any more
        self.torn_saves = 0

    def check(self) -> None:
        """Call it when a process has died, or ended well."""
        if not self.path.exists():
            return
        there = sound_checkpoints(self.path)
        started = segments(self.path)[self.segments :]
        assert len(started) <= 1
        for segment in started:
            assert (segment.checkpoint, segment.nimg) == ((self.newest.id, self.newest.nimg) if self.newest else (None, 0))
        self._nothing_is_lost({c.id: c.sums for c in there}, resumed=bool(started))
        self.newest = there[-1] if there else None
        self.segments += len(started)
        self.torn_saves += bool(unfinished(self.path, ".writing-"))

    def _nothing_is_lost(self, there: dict[int, dict[str, str]], *, resumed: bool) -> None:
        newest_known = max(self.sums, default=0)
        for number, sums in there.items():
            assert number > newest_known or self.sums.get(number) == sums, f"checkpoint {number} is another than before"
        self.sums |= there
        journal = events(self.path)
        known = self.sums.keys() | {e.id for e in journal if isinstance(e, CheckpointSaved)}
        told = {e.id: e.why for e in journal if isinstance(e, CheckpointDeleted)}
        assert told.keys() & there.keys() == set()
        if resumed:
            assert self.unsaid <= told.keys()
        assert all(why == "retention" or number in self.unsaid for number, why in told.items())
        self.unsaid |= known - there.keys() - told.keys()
        assert len(there) >= min(len(self.sums), KEEP + 2)  # retention keeps the first and the last beside the spaced ones
        assert not self.sums or min(self.sums) in there


def kill_and_resume(home: Path, kills: int, seed: int, preset: str = "ring") -> Ledger:
    """Trains, kills, resumes and checks so many times, and then to the end."""
    chance = random.Random(seed)
    path = home / "runs" / "0001-killed"
    ledger = Ledger(path)
    for i in range(kills):
        moment = "save" if i % 2 == 0 else chance.choice(("start", "training"))
        arguments = ["resume", str(path), "--quiet"] if path.exists() else [*settings(preset, seed), "--kimg", "1000000", "--run", str(path)]
        Victim(path, arguments, home / "stderr.txt").kill(moment, chance)
        ledger.check()
        assert not path.exists() or RunView(RunFolder.open(path)).run.state in ("crashed", "new")
    assert ledger.newest is not None
    length = str(ledger.newest.kimg + 1)
    assert main(["resume", str(path), "--kimg", length, "--quiet"]) == 0
    ledger.check()
    assert not unfinished(path, ".")
    assert RunView(RunFolder.open(path)).run.state == "done"
    straight = home / "runs" / "0002-straight"
    assert main([*settings(preset, seed), "--kimg", length, "--run", str(straight)]) == 0
    assert last_sums(path) == last_sums(straight)
    return ledger


def sound_checkpoints(path: Path) -> tuple[Checkpoint, ...]:
    store = CheckpointStore(RunFolder.open(path))
    assert store.damaged() == ()
    for checkpoint in store.list():
        store.verify(checkpoint)
    return store.list()


def last_sums(path: Path) -> dict[str, str]:
    """Of all tensors: the networks, the average, and the state of optimisers and random numbers."""
    return {name: value for name, value in sound_checkpoints(path)[-1].sums.items() if name.endswith(".safetensors")}


def names(path: Path) -> list[str]:
    try:
        return [entry.name for entry in (path / "checkpoints").iterdir()]
    except FileNotFoundError:
        return []


def unfinished(path: Path, prefix: str) -> list[str]:
    return [name for name in names(path) if name.startswith(prefix)]


def newest(path: Path) -> int:
    """The highest id of a checkpoint; 0 when there is none."""
    return max((int(name.partition("-")[0]) for name in names(path) if not name.startswith(".")), default=0)


def events(path: Path) -> list[Event]:
    """Every event; a damaged line fails the test."""
    if not (path / "journal.jsonl").exists():
        return []
    reader, found = JournalReader(path / "journal.jsonl"), []
    while some := reader.poll():
        found += some
    assert not reader.bad_lines
    return found


def segments(path: Path) -> list[SegmentStarted]:
    return [e for e in events(path) if isinstance(e, SegmentStarted)]


def test_five_kills_lose_nothing(home: Path) -> None:
    ledger = kill_and_resume(home, 5, seed=23)  # three inside a save, one at the start, one while training
    assert ledger.torn_saves >= 1
    assert max(ledger.sums) > 3


@pytest.mark.slow
def test_fifty_kills_lose_nothing(home: Path) -> None:
    ledger = kill_and_resume(home, 50, seed=2, preset="digits")
    assert ledger.torn_saves >= 10
    assert max(ledger.sums) > 30
