"""The timeline of the fixed latents: when a frame is due, and which to give up. It draws nothing and writes no event."""

from collections.abc import Iterable
from pathlib import Path

from studio.runs.folder import RunFolder

MAX_FRAMES = 2000
FIRST_INTERVAL = 1.0  # seconds of training


class FrameKeeper:
    """A frame a second at first; whenever they are too many or too large, every second one goes and the interval doubles.

    The state is what the journal tells, so a resume rebuilds it from the Run: its frames, its `thinnings`, its seconds.
    """

    def __init__(
        self,
        folder: RunFolder,
        frames: Iterable[str] = (),
        *,
        thinnings: int = 0,
        seconds: float | None = None,
        budget_bytes: int = 1 << 30,
        max_frames: int = MAX_FRAMES,
        first_interval: float = FIRST_INTERVAL,
    ) -> None:
        self._root = folder.path
        self._folder = folder.frames
        self._budget, self._max, self._first = budget_bytes, max_frames, first_interval
        self._sizes = {file: _size(self._root / file) for file in frames}  # in the order of making
        self._bytes = sum(self._sizes.values())
        self._thinnings = thinnings
        self._due = 0.0 if seconds is None or not self._sizes else seconds + self.interval
        self._nimg = -1

    @property
    def interval(self) -> float:
        """Seconds of training between frames now."""
        return self._first * 2.0**self._thinnings

    def due(self, seconds: float, nimg: int) -> bool:
        """Whether a frame should be kept now: the interval is over, and something was learned since the last one."""
        return seconds >= self._due and nimg != self._nimg

    def file(self, nimg: int, suffix: str) -> Path:
        """A new name for a frame, complete with its folder: samples/frames/000000120000-1.png."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for serial in range(len(self._sizes) + 1):
            path = self._folder / f"{nimg:012d}-{serial}{suffix}"
            if self.name(path) not in self._sizes and not path.exists():
                return path
        raise AssertionError("more names were tried than there are frames")

    def name(self, path: Path) -> str:
        """A frame's name in events: relative to the run's folder, with forward slashes."""
        return path.relative_to(self._root).as_posix()

    def kept(self, path: Path, *, seconds: float, nimg: int) -> str:
        """A frame lies complete at `path`; its name for FrameKept."""
        name = self.name(path)
        self._sizes[name] = _size(path)
        self._bytes += self._sizes[name]
        self._due = seconds + self.interval
        self._nimg = nimg
        return name

    def thin(self) -> tuple[str, ...]:
        """Every second frame, when they are too many or too large; else none. First and last stay.

        Write FramesThinned with them, then `delete` them, and ask again until none are left to give up.
        """
        if len(self._sizes) <= 3 or (len(self._sizes) <= self._max and self._bytes <= self._budget):
            return ()
        names = list(self._sizes)
        gone = tuple(names[1:-1:2])
        for name in gone:
            self._bytes -= self._sizes.pop(name)
        self._thinnings += 1
        self._due += self.interval / 2
        return gone

    def delete(self, files: Iterable[str]) -> None:
        """Remove the files of frames given up. A failure to do so costs room and nothing else."""
        for name in files:
            _remove(self._root / name)

    def clear_strays(self) -> int:
        """Remove files that no event names, left by a kill between file and event; how many there were."""
        strays = [p for p in self._folder.iterdir() if self.name(p) not in self._sizes] if self._folder.is_dir() else []
        for path in strays:
            _remove(path)
        return len(strays)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:  # open in a window on Windows; `clear_strays` tries again at the next start
        return
