"""The runs of a home, looked at again and again: what has not changed is not read twice. Opens no journal."""

from collections.abc import Callable
from pathlib import Path

from studio.runs.fold import LIVE
from studio.runs.home import run_folders
from studio.runs.summary import RunSummary, read_summary

Seen = Callable[[list[RunSummary]], None]
LOT = 100  # runs between two reports of a first look


class Shelf:
    """What is known of each run. A look reads the new ones and those that somebody trains; a thorough one also those whose summary changed."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._known: dict[Path, tuple[int, RunSummary]] = {}

    def look(self, *, thorough: bool = True, seen: Seen | None = None, check: Callable[[], None] = lambda: None) -> list[RunSummary]:
        """Every run, newest first. `seen` gets what is known so far after every LOT runs read; `check` is called before each run and may raise Cancelled.

        RunError when the folder cannot be read.
        """
        paths, read = run_folders(self.home), 0
        self._known = {path: self._known[path] for path in paths if path in self._known}
        for path in paths[::-1]:
            check()
            if not self._is_new(path, thorough):
                continue
            stamp = _stamp(path)
            self._known[path] = (stamp, read_summary(path))
            read += 1
            if seen is not None and read % LOT == 0:
                seen(self._all())
        return self._all()

    def _is_new(self, path: Path, thorough: bool) -> bool:
        if path not in self._known:
            return True
        stamp, known = self._known[path]
        return known.state in LIVE or (thorough and _stamp(path) != stamp)

    def _all(self) -> list[RunSummary]:
        return sorted((known for _, known in self._known.values()), key=lambda s: (s.created, s.path.name), reverse=True)


def _stamp(path: Path) -> int:
    """Changes when the run writes its summary, is resumed (its lock is signed) or is put right (its run.json)."""
    total = 0
    for name in ("summary.json", "lock", "run.json"):
        try:
            total += (path / name).stat().st_mtime_ns
        except OSError:
            continue
    return total
