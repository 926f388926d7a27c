"""A run as it is seen: its folder's journal followed, folded and put in columns. Reads only, but for the cache."""

import time
from collections.abc import Callable
from dataclasses import replace

from studio.messages import Event, Json, Probed, Progressed, SegmentStarted, Tick
from studio.runs import cache
from studio.runs.columns import Columns
from studio.runs.fold import LIVE, Run, fold
from studio.runs.folder import RunFolder
from studio.runs.journal import BadLine, JournalReader, end_of, tick_of
from studio.runs.lock import holder

CHUNK = 1 << 20  # bytes of journal between two reports of progress; more only keeps the garbage collector busy
_LOOK = 1.5  # seconds between looks whether anyone still trains the run
_SAVE_ROWS = 2000  # fewer new ticks are read again from the journal sooner than a cache is written

_SHED_ROWS = 50_000  # ticks in memory, of which each takes some 200 bytes, from which on they are better on the disk

_Record = Event | dict[str, Json]
_Latest = Tick | Progressed | Probed  # each replaces all that the one before it said


class RunView:
    """Opens a run's folder and reads all its journal, from the cache as far as that goes.

    `progress(done_bytes, total_bytes)` is called on the way; it may raise Cancelled, and nothing is left behind. RunError when
    the folder holds no run. Made and polled on one thread at a time.
    """

    columns: Columns
    _folded: Run
    _shown: Run
    _reader: JournalReader
    _kept: list[Event | None]  # the events that, folded, give this run; None where a later one replaced it
    _places: dict[type[Event], int]
    _saved_rows: int
    _mapped_rows: int
    _next_look: float

    def __init__(self, folder: RunFolder, progress: Callable[[int, int], None] | None = None) -> None:
        self.folder = folder
        self._config = folder.config()
        self._clear()
        cached = cache.load(folder)
        if cached is not None:
            self._restore(cached)
        self._read_on(progress)
        self.poll()

    def poll(self, limit_bytes: int = 1 << 20) -> list[Event]:
        """New events, already folded and in the columns, from at most about `limit_bytes` of journal."""
        alone = self._is_alone()  # looked at before the journal is read: an end written in between is then seen
        records = self._records(limit_bytes)
        self._fold_all(records)
        if records:
            self._alone, self._next_look = False, time.monotonic() + _LOOK
        self._crashed = alone and not records and self._folded.state in LIVE
        self._show()
        return [tick_of(record) if isinstance(record, dict) else record for record in records]

    @property
    def run(self) -> Run:
        """The run after the last event polled; `crashed` when nobody trains it though no event ended it."""
        return self._shown

    @property
    def bad_lines(self) -> list[BadLine]:
        """Damaged lines of the journal met so far."""
        return self._reader.bad_lines

    def save_cache(self, *, always: bool = False) -> bool:
        """Write the cache when enough is new in it (with `always`, anything); whether it was written."""
        new = len(self.columns) - self._saved_rows
        if new <= (0 if always else max(_SAVE_ROWS, self._saved_rows // 20)):
            return False
        done = cache.save(self.folder, cache.Cached(self._reader.offset, self._reader.lines, self.columns, self._kept_events(), self.bad_lines))
        if done:
            self._saved_rows = len(self.columns)
        return done

    def shed(self) -> bool:
        """Write ticks that have piled up in memory into the cache and map them from there, as a run does that is opened; whether that was done."""
        if len(self.columns) - self._mapped_rows < max(_SHED_ROWS, self._mapped_rows // 10):
            return False
        self._mapped_rows = len(self.columns)  # where it cannot be, not tried again for a while
        cached = cache.load(self.folder) if self.save_cache(always=True) else None
        if cached is None or len(cached.columns) != len(self.columns):
            return False
        cached.columns.lineage = self.columns.lineage
        self.columns = cached.columns
        return True

    def _clear(self) -> None:
        self._reader = JournalReader(self.folder.journal)
        self.columns = Columns()
        self._folded = self._shown = Run(config=self._config, options=self._config)
        self._kept, self._places = [], {}
        self._saved_rows = self._mapped_rows = 0
        self._crashed = self._alone = False
        self._next_look = 0.0

    def _restore(self, cached: cache.Cached) -> None:
        self._reader = JournalReader(self.folder.journal, cached.offset, lines=cached.lines)
        self._reader.bad_lines.extend(cached.bad_lines)
        self.columns = cached.columns
        self._saved_rows = self._mapped_rows = len(cached.columns)
        for event in cached.events:
            self._take(event)

    def _read_on(self, progress: Callable[[int, int], None] | None) -> None:
        offset = -1
        while offset != self._reader.offset:
            offset = self._reader.offset
            self._fold_all(self._records(CHUNK))
            if progress is not None and offset != self._reader.offset:
                progress(self._reader.offset, max(end_of(self.folder.journal), self._reader.offset))

    def _records(self, limit_bytes: int) -> list[_Record]:
        restarts = self._reader.restarts
        records = self._reader.records(limit_bytes)
        if self._reader.restarts != restarts:  # another journal than the one we know: all that came from the old one goes
            reader = self._reader
            self._clear()
            self._reader = reader
        return records

    def _fold_all(self, records: list[_Record]) -> None:
        """Fold records and put them in columns. Of ticks and checks in a row only the last of each is folded, for each replaces the one before."""
        numbers: list[dict[str, Json] | Probed] = []
        for record in records:
            if isinstance(record, dict | Probed):
                numbers.append(record)
                continue
            self._take_numbers(numbers)
            numbers = []
            self._take(record)
        self._take_numbers(numbers)

    def _take_numbers(self, records: list[dict[str, Json] | Probed]) -> None:
        self.columns.extend(records)
        checks = [record for record in records if isinstance(record, Probed)]
        if checks:
            self._take(checks[-1])
        ticks = [record for record in records if isinstance(record, dict)]
        if not ticks:
            return
        named = next((t["samples"] for t in reversed(ticks) if t.get("samples")), "")
        last = tick_of(ticks[-1])
        self._take(last if last.samples or not named else last.model_copy(update={"samples": named}))

    def _take(self, event: Event) -> None:
        self._folded = fold(self._folded, event)
        if isinstance(event, SegmentStarted):
            self.columns.lineage = self._folded.lineage
        if isinstance(event, Tick):
            event = self._folded.last_tick or event  # with the newest grid, which an earlier tick may have named
        if isinstance(event, _Latest):
            if (place := self._places.get(type(event))) is not None:
                self._kept[place] = None
            self._places[type(event)] = len(self._kept)
        self._kept.append(event)

    def _kept_events(self) -> list[Event]:
        events = [event for event in self._kept if event is not None]
        self._kept = [*events]
        self._places = {type(event): i for i, event in enumerate(events) if isinstance(event, _Latest)}
        return events

    def _is_alone(self) -> bool:
        """Whether nobody holds the run's lock, asked seldom."""
        if self._folded.state in LIVE and time.monotonic() >= self._next_look:
            self._alone = holder(self.folder.lock) is None
            self._next_look = time.monotonic() + _LOOK
        return self._alone

    def _show(self) -> None:
        self._shown = replace(self._folded, state="crashed") if self._crashed else self._folded
