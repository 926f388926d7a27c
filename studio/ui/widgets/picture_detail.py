"""One picture of a set: its file with zoom, beside it what the networks get of it, and what is known of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.opening import open_place
from studio.ui.theme import SPACE
from studio.ui.widgets.empty_state import EmptyState
from studio.ui.widgets.facts import Facts
from studio.ui.widgets.grid_view import GridView
from studio.ui.widgets.picture_grid import to_image
from studio.ui.widgets.quantities import size as bytes_in_words
from studio.ui.widgets.scan_report import colours_of
from studio.ui.widgets.words import Words
from studio.words import say

if TYPE_CHECKING:
    from studio.gan.album import Album
    from studio.ui.album_pictures import Full


class PictureDetail(QWidget):
    """Empty until a picture is chosen. The file's own pixels come a moment later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._album: Album | None = None
        self._row = -1
        self.name = Words("", bold=True)
        self.facts = Facts()
        self.file_words = Words(say("The file"), "muted", scale=theme.SMALL)
        self.network_words = Words(say("What the networks see"), "muted", scale=theme.SMALL)
        self.file, self.network = GridView(), GridView()
        for view, words in ((self.file, say("The file at its own size")), (self.network, say("The picture as the networks see it"))):
            view.setAccessibleName(words)
            view.setAccessibleDescription(say("Plus and minus zoom, 0 fits the picture to its place."))
            view.setToolTip(say("Wheel: zoom. Drag: move. Double click: fit."))
        self.fault = Words("", "warning", scale=theme.SMALL)
        self.copy = QPushButton(theme.icon("copy"), say("Copy name"))
        self.copy.setToolTip(say("Puts the file's path on the clipboard"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._path_or_name()))
        self.folder = QPushButton(theme.icon("folder"), say("Show folder"))
        self.folder.setToolTip(say("Opens the folder that holds the file"))
        self.folder.clicked.connect(self._show_folder)
        empty = EmptyState("eye", say("No picture chosen"), say("Click a picture, or walk through them with the arrow keys."))
        body = QWidget()
        column, row = QVBoxLayout(body), QHBoxLayout()
        column.setContentsMargins(SPACE, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        row.addWidget(self.copy)
        row.addWidget(self.folder)
        row.addStretch(1)
        for part, stretch in (
            (self.name, 0),
            (self.file_words, 0),
            (self.file, 3),
            (self.fault, 0),
            (self.network_words, 0),
            (self.network, 2),
            (self.facts, 0),
        ):
            column.addWidget(part, stretch)
        column.addLayout(row)
        self.stack = QStackedWidget()
        self.stack.addWidget(empty)
        self.stack.addWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        self.setMinimumWidth(240)

    def say_nothing(self) -> None:
        """No picture is chosen."""
        self._album, self._row = None, -1
        self.stack.setCurrentIndex(0)

    def show_picture(self, album: "Album", row: int) -> None:
        """What is there at once; the file follows with `show_full`."""
        self._album, self._row = album, row
        self.stack.setCurrentIndex(1)
        has_file = album.listing is not None
        self.name.say(_breakable(album.name(row)) if has_file else say("Picture {name}", name=album.name(row)))
        for part in (self.file, self.file_words):
            part.setVisible(has_file)
        for button, there in ((self.copy, has_file), (self.folder, has_file and album.listing is not None and album.listing.path.is_dir())):
            button.setVisible(there)
        self.fault.say("")
        self.file.set_picture(QPixmap(), None)
        pixels = album.for_networks(row)
        self.network.setVisible(pixels is not None)
        if pixels is not None:
            self.network.set_picture(QPixmap.fromImage(to_image(pixels)), None)
            height, width = pixels.shape[:2]
            self.network_words.say(say("What the networks see, before any augmentation: {width}×{height}", width=width, height=height))
        else:
            self.network_words.say(say("What the networks see of it is known once the data is open."))
        self._say_facts()

    def show_full(self, full: "Full") -> None:
        """The file has come, or why it cannot."""
        if full.row != self._row or self._album is None:
            return
        if full.image is None:
            self.fault.say(say("The file {reason}.", reason=full.reason))
            return
        self.file.set_picture(QPixmap.fromImage(full.image), None)
        self._say_facts(full)

    def _say_facts(self, full: "Full | None" = None) -> None:
        album, row = self._album, self._row
        assert album is not None
        facts: list[tuple[str, str]] = []
        if album.listing is not None:
            about = full.about if full is not None else None
            facts += [(say("Size"), f"{about.width}×{about.height}" if about is not None else "…"), (say("File"), bytes_in_words(album.bytes_of(row)))]
            facts.append((say("Colours"), colours_of(about.mode) if about is not None else "…"))
        if named := album.class_of(row):
            facts.append((say("Class"), named))
        if album.x is not None:
            use = say("left out: not decoded" if album.at[row] < 0 else "set aside, never trained on" if album.held[row] else "trained on")
            facts.append((say("Use"), use))
        self.facts.show_facts(facts)

    def _path_or_name(self) -> str:
        assert self._album is not None
        name, listing = self._album.name(self._row), self._album.listing
        return str(listing.path / name) if listing is not None and listing.path.is_dir() else name

    def _show_folder(self) -> None:
        open_place(Path(self._path_or_name()).parent, lambda notice: self.fault.say(notice.text))


def _breakable(name: str) -> str:
    """A path that may be broken after each folder, where it is longer than a line."""
    return name.replace("/", "/\u200b").replace("_", "_\u200b")
