"""The pictures of an album as images: at once where they are decoded, else from plain threads that serve what is looked at now. Pillow alone: no torch."""

import threading
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from studio.errors import DataError
from studio.gan.album import Album
from studio.gan.images import Header
from studio.ui.widgets.picture_grid import to_image

WORKERS = 2
AT_ONCE_BYTES = 64 << 10  # of a decoded picture that is drawn without a thread: 128 × 128 in colour
KEPT_BYTES = 64 << 20  # of small pictures from files


@dataclass(frozen=True, eq=False)
class Full:
    """A file at its own size; without an image, why there is none."""

    row: int
    image: QImage | None
    about: Header | None = None
    reason: str = ""


class AlbumPictures(QObject):
    """Serves one album, and closes it in the end. `want` says what is on show: whatever was wanted before and is not on show any more is dropped."""

    came = Signal(int)  # the small picture of this row can be had now, or never
    full_came = Signal(object)  # Full
    _made = Signal(int, int, object)  # row, side, QImage or the reason

    def __init__(self, album: Album, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.album = album
        self._kept: OrderedDict[int, QImage | str] = OrderedDict()
        self._side, self._bytes = 0, 0
        self._bell = threading.Condition()
        self._wanted: list[int] = []  # on show and not there yet, what came into view last first
        self._on_show: set[int] = set()
        self._busy: set[int] = set()
        self._full: int | None = None
        self._quit = False
        x = album.x
        self._at_once = x is not None and x.nbytes <= AT_ONCE_BYTES * len(x)  # decoded pictures so small that none needs a thread
        self._made.connect(self._keep, Qt.ConnectionType.QueuedConnection)
        self._threads = [threading.Thread(target=self._serve, name=f"pictures {n}", daemon=True) for n in range(WORKERS)]
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        """Ends the threads, after the picture each is at, and lets go of the files."""
        with self._bell:
            self._quit = True
            self._bell.notify_all()
        for thread in self._threads:
            thread.join(5.0)
        self.album.close()

    # --- called on the interface's thread ---------------------------------------------------------------------------------

    def get(self, row: int) -> QImage | None:
        """A small picture, if it is there or can be had at once."""
        if self._at_once:
            pixels = self.album.for_networks(row)
            if pixels is not None:
                return to_image(pixels)
        kept = self._kept.get(row)
        if kept is None:
            return None
        self._kept.move_to_end(row)
        return kept if isinstance(kept, QImage) else None

    def reason(self, row: int) -> str:
        """Why there will be no small picture; empty where there may be."""
        kept = self._kept.get(row)
        return kept if isinstance(kept, str) else ""

    def want(self, rows: list[int], side: int) -> None:
        """The rows on show, and how large they are shown in device pixels."""
        with self._bell:
            if side != self._side:
                self._side, self._bytes = side, 0
                self._kept.clear()
            lacking = [row for row in rows if row not in self._kept and row not in self._busy and not (self._at_once and self.album.at[row] >= 0)]
            self._wanted = sorted(lacking, key=self._on_show.__contains__)  # whoever scrolls looks at what comes, not at what goes
            self._on_show = set(rows)
            if self._wanted:
                self._bell.notify_all()

    def want_full(self, row: int) -> None:
        """The whole file, before all else; the last one that was asked for counts."""
        with self._bell:
            self._full = row
            self._bell.notify()

    def pending(self) -> int:
        """Small pictures on their way."""
        with self._bell:
            return len(self._wanted) + len(self._busy)

    @Slot(int, int, object)
    def _keep(self, row: int, side: int, made: QImage | str) -> None:
        with self._bell:
            self._busy.discard(row)
        if side != self._side:
            return
        self._kept[row] = made
        self._bytes += _size(made)
        while self._bytes > KEPT_BYTES:
            self._bytes -= _size(self._kept.popitem(last=False)[1])
        self.came.emit(row)

    # --- the threads themselves -------------------------------------------------------------------------------------------

    def _serve(self) -> None:
        while True:
            with self._bell:
                self._bell.wait_for(lambda: self._quit or self._full is not None or self._wanted)
                if self._quit:
                    return
                full, self._full = self._full, None
                row = self._wanted.pop(0) if full is None else -1
                side = self._side
                if full is None:
                    self._busy.add(row)
            if full is not None:
                self.full_came.emit(self._whole(full))
            else:
                self._made.emit(row, side, self._small(row, side))

    def _small(self, row: int, side: int) -> QImage | str:
        pixels = self.album.for_networks(row)
        try:
            return to_image(self.album.small(row, side) if pixels is None else pixels)
        except DataError as fault:
            return str(fault)

    def _whole(self, row: int) -> Full:
        try:
            shown = self.album.full(row)
        except DataError as fault:
            return Full(row, None, reason=str(fault))
        return Full(row, to_image(shown.pixels), shown.about)


def _size(made: QImage | str) -> int:
    return made.sizeInBytes() if isinstance(made, QImage) else len(made)
