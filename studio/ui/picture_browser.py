"""Every picture of a set in a window of its own: a wall to scroll, filters, and the chosen picture beside it. Opens no data itself and runs no torch."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QSettings, QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QHBoxLayout, QLabel, QLineEdit, QSlider, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.ui import theme
from studio.ui.looking import Gathering
from studio.ui.settings import clamp
from studio.ui.theme import SPACE
from studio.ui.widgets.empty_state import EmptyState
from studio.ui.widgets.file_list import FileList
from studio.ui.widgets.picture_detail import PictureDetail
from studio.ui.widgets.picture_wall import SIDES, PictureWall
from studio.ui.widgets.words import Words
from studio.ui.widgets.work_line import WorkLine
from studio.words import figure, say, say_n

if TYPE_CHECKING:
    from studio.gan.album import Album
    from studio.gan.datasets import Stored
    from studio.ui.album_pictures import AlbumPictures

GEOMETRY, SIDE, SPLIT = "pictures/geometry", "pictures/side", "pictures/split"
TYPING_MS = 200  # after the last key, before the search
EVERY, ASIDE, COPIES, BROKEN = -2, -3, -4, -5  # filters beside the classes' numbers; −1 is no class
WALL, LINES, NOTHING, WORK = range(4)  # pages


class PictureBrowser(QDialog):
    """Nothing here blocks the window: it stays open beside it, and shows the set anew when that was opened otherwise."""

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        """settings: where its size is remembered."""
        super().__init__(parent)
        self._settings = settings
        self._gathering: Gathering | None = None
        self._pictures: AlbumPictures | None = None
        self._later = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._later.timeout.connect(self._select)
        self._make_parts()
        self._lay_out()
        self._restore()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._go_search)
        app = QApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.let_go)

    # --- building ---------------------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.filter = QComboBox()
        self.filter.setAccessibleName(say("Which pictures are shown"))
        self.filter.setToolTip(say("All pictures, those of one class, set aside, there more than once, or broken"))
        self.filter.setMinimumContentsLength(18)
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.filter.currentIndexChanged.connect(self._select)
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("Search file names"))
        self.search.setAccessibleName(say("Search file names"))
        self.search.setToolTip(say("Shows the pictures whose file name or folder has these letters in it (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textEdited.connect(lambda _: self._later.start())
        self.search.textChanged.connect(lambda text: None if text else self._later.start())
        self.search.returnPressed.connect(self._go_wall)
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self.zoom.setRange(0, len(SIDES) - 1)
        self.zoom.setPageStep(1)
        self.zoom.setFixedWidth(96)
        self.zoom.setAccessibleName(say("Size of the small pictures"))
        self.zoom.setToolTip(say("Size of the small pictures (+ and −, or Ctrl with the wheel)"))
        self.wall, self.detail = PictureWall(), PictureDetail()
        self.zoom.valueChanged.connect(lambda k: self.wall.set_side(SIDES[k]))
        self.wall.resized.connect(self._resized)
        self.wall.chosen.connect(self._choose)
        self.lines = FileList(say("Files that cannot be used"), tall=True)
        self.nothing = EmptyState("search", "", "")
        self.work = WorkLine()
        self.work.cancelled.connect(self.reject)
        self.told = Words("", "muted", scale=theme.SMALL)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(SPACE)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.search, 2)
        bar.addWidget(QLabel(say("Size")))
        bar.addWidget(self.zoom)
        waiting = QWidget()
        middle = QVBoxLayout(waiting)
        middle.addStretch(1)
        middle.addWidget(self.work)
        middle.addStretch(2)
        self.pages = QStackedWidget()
        for page in (self.wall, self.lines, self.nothing, waiting):
            self.pages.addWidget(page)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.pages)
        self.split.addWidget(self.detail)
        self.split.setStretchFactor(0, 1)
        self.split.setChildrenCollapsible(False)
        body = QVBoxLayout(self)
        body.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        body.setSpacing(SPACE)
        body.addLayout(bar)
        body.addWidget(self.split, 1)
        body.addWidget(self.told)

    def _restore(self) -> None:
        said = self._settings.value(GEOMETRY)
        if not (isinstance(said, QByteArray) and self.restoreGeometry(said)):
            self.resize(QSize(1080, 700).boundedTo(self.screen().availableGeometry().size() * 0.94))
        clamp(self)
        split = self._settings.value(SPLIT)
        if not (isinstance(split, QByteArray) and self.split.restoreState(split)):
            self.split.setSizes([self.width() - 340, 340])
        side = str(self._settings.value(SIDE, "96"))
        self.wall.set_side(int(side) if side.isdecimal() else 96)
        self._resized(self.wall.side)

    # --- the set ----------------------------------------------------------------------------------------------------------

    def show_set(self, path: Path | None, cache: Path, dataset: "Stored | None") -> None:
        """path: of one's own pictures. dataset: the set as it is decoded, where it is open; then it is shown even without files."""
        self.let_go()
        self.setWindowTitle(say("Pictures of {folder}", folder=path.name or path) if path is not None else say("Pictures of the data set"))
        self.detail.say_nothing()
        self.told.say("")
        self._progressed((0, 0, say("Looking for pictures")))
        self.pages.setCurrentIndex(WORK)
        for part in (self.filter, self.search, self.zoom):
            part.setEnabled(False)
        self._gathering = Gathering(path, cache, dataset, self)
        self._gathering.progressed.connect(self._progressed)
        self._gathering.done.connect(self._gathered)
        self._gathering.failed.connect(self._failed)

    def let_go(self) -> None:
        """Ends what is on its way, and its threads; closes the files."""
        self._later.stop()
        if self._gathering is not None:
            self._gathering.cancel()
            self._gathering = None
        if self._pictures is not None:
            self.wall.show_rows(np.empty(0, np.int64))
            self._pictures.close()
            self._pictures.deleteLater()
            self._pictures = None

    @property
    def album(self) -> "Album | None":
        """What is shown."""
        return self._pictures.album if self._pictures is not None else None

    def _progressed(self, progress: tuple[int, int, str]) -> None:
        self.work.show_progress(*progress)

    def _failed(self, error: StudioError) -> None:
        self._gathering = None
        text = str(error)
        self.nothing.say(say("The pictures cannot be shown"), text[:1].upper() + text[1:])
        self.pages.setCurrentIndex(NOTHING)

    def _gathered(self, album: Any) -> None:
        from studio.ui.album_pictures import AlbumPictures

        self._gathering = None
        self._pictures = AlbumPictures(album, self)
        self.wall.show_pictures(self._pictures, album.held, self._words)
        self._pictures.full_came.connect(self.detail.show_full)
        for part in (self.filter, self.zoom):
            part.setEnabled(True)
        self.search.setEnabled(album.listing is not None)
        self.search.setVisible(album.listing is not None)
        self._offer_filters(album)
        self._select()
        self.wall.setFocus()

    def _offer_filters(self, album: "Album") -> None:
        """Every filter that has anything, with how many; the one in force stays where it is still there."""
        before = self.filter.currentData()
        usable = album.labels[album.usable]
        counts = np.bincount(usable + 1, minlength=len(album.classes) + 1).tolist()
        offers: list[tuple[str, int, int]] = [(say("All pictures"), EVERY, len(usable))]
        offers += [(name, number, counts[number + 1]) for number, name in enumerate(album.classes)]
        if album.classes:
            offers.append((say("No class"), -1, counts[0]))
        offers.append((say("Set aside"), ASIDE, len(album.set_aside())))
        offers.append((say("More than once"), COPIES, len(album.copies())))
        offers.append((say("Broken"), BROKEN, len(album.broken())))
        with QSignalBlocker(self.filter):
            self.filter.clear()
            for name, number, count in offers:
                if count or number == EVERY:
                    self.filter.addItem(f"{name} ({figure(count, ',')})", number)
            self.filter.setCurrentIndex(max(0, self.filter.findData(before)))

    # --- selections -------------------------------------------------------------------------------------------------------

    def _select(self) -> None:
        """Shows what the filter and the search leave."""
        self._later.stop()
        album = self.album
        if album is None:
            return
        chosen, text = self.filter.currentData(), self.search.text().strip() if album.listing is not None else ""
        if chosen == BROKEN:
            self._show_broken(album, text)
            return
        ways: dict[int, Callable[[], NDArray[np.int64]]] = {EVERY: album.all, ASIDE: album.set_aside, COPIES: album.copies}
        rows = ways[chosen]() if chosen in ways else album.of_class(chosen)
        if text:
            rows = rows[album.named(text)[rows]]
        self.wall.show_rows(rows)
        self.pages.setCurrentIndex(WALL if len(rows) else NOTHING)
        if text:
            self.nothing.say(say("No picture"), say("No file name has “{letters}” in it.", letters=text))
        else:
            self.nothing.say(say("No picture can be used"), say("The filter Broken says why."))
        told: list[str] = [say_n(len(rows), "{n:,} picture", "{n:,} pictures")]
        if marked := int(np.count_nonzero(album.held[rows])):
            told.append(say("{n:,} set aside and never trained on: those with a corner mark", n=marked))
        self.told.say(" · ".join(told))

    def _show_broken(self, album: "Album", text: str) -> None:
        files, wanted = album.broken(), text.lower()
        count = sum(wanted in b.file.lower() for b in files) if wanted else len(files)
        heading = say_n(count, "{n:,} file that cannot be used", "{n:,} files that cannot be used")
        self.lines.show_lines(heading, "warning", count, lambda: (f"{b.file}: {b.reason}" for b in files if wanted in b.file.lower()))
        self.wall.show_rows(np.empty(0, np.int64))
        self.pages.setCurrentIndex(LINES)
        self.told.say(say("A file that cannot be used is left out; it never stops a run."))

    def _choose(self, row: int | None) -> None:
        album, pictures = self.album, self._pictures
        if album is None or pictures is None or row is None:
            self.detail.say_nothing()
            return
        self.detail.show_picture(album, row)
        if album.listing is not None:
            pictures.want_full(row)

    def _words(self, row: int) -> str:
        assert self.album is not None
        named = self.album.class_of(row)
        told = [self.album.name(row), *([say("class {name}", name=named)] if named else [])]
        return ", ".join([*told, *([say("set aside")] if self.album.held[row] else [])])

    def _resized(self, side: int) -> None:
        with QSignalBlocker(self.zoom):
            self.zoom.setValue(min(range(len(SIDES)), key=lambda k: abs(SIDES[k] - side)))
        self._settings.setValue(SIDE, str(side))

    def _go_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _go_wall(self) -> None:
        self.wall.setFocus(Qt.FocusReason.TabFocusReason)

    # --- leaving ----------------------------------------------------------------------------------------------------------

    def done(self, result: int) -> None:
        """Closed by a key, a button or the frame: the size is remembered, files and threads are let go."""
        self._settings.setValue(GEOMETRY, self.saveGeometry())
        self._settings.setValue(SPLIT, self.split.saveState())
        self.let_go()
        super().done(result)
