"""The editor of a path: a line, a button that browses, and whatever is dropped on it."""

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from studio.messages import Json
from studio.ui.settings import open_settings
from studio.ui.widgets.editor import Editor
from studio.words import say

LAST = "pictures/last"  # in the settings: the folder that was chosen last


class PathEdit(Editor):
    """A file or a folder. The value is its text, or None when empty."""

    def __init__(self, pick: Literal["folder", "file"] = "folder", *, pattern: str = "", parent: QWidget | None = None) -> None:
        """pick: what the button browses for. pattern: the dialog's filter for files, such as `Zip files (*.zip)`."""
        super().__init__(parent)
        self._pick, self._pattern = pick, pattern
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(say("no folder chosen" if pick == "folder" else "no file chosen"))
        self.line.setClearButtonEnabled(True)
        self.browse = QPushButton(say("Browse…"), self)
        self.browse.setAutoDefault(False)
        self.row.addWidget(self.line, 1)
        self.row.addWidget(self.browse)
        self.setAcceptDrops(True)
        self.line.setAcceptDrops(False)
        self.line.textChanged.connect(self.line.setToolTip)
        self.line.textEdited.connect(self.edited)
        self.line.editingFinished.connect(self.committed)
        self.browse.clicked.connect(self._browse)

    def value(self) -> Json:
        return self.line.text().strip() or None

    def show_value(self, value: Json) -> None:
        if self.value() != value:
            self.line.setText("" if value is None else str(value))
            self.line.setCursorPosition(len(self.line.text()))  # the end names the folder

    def parts(self) -> list[QWidget]:
        return [self.line, self.browse]

    def choose(self, path: Path) -> None:
        """Takes a path as if it had been typed."""
        self.show_value(str(path))
        self.edited.emit()
        self.committed.emit()

    def name(self, words: str, about: str) -> None:
        super().name(words, about)
        self.browse.setAccessibleName(say("Browse for the folder" if self._pick == "folder" else "Browse for the file"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_path(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_path(event)
        if path is not None:
            self.choose(path)
            event.acceptProposedAction()

    def _browse(self) -> None:
        found = browse_for(self, self._pick, self._pattern, str(self.value() or ""))
        if found is not None:
            self.choose(found)


def browse_for(parent: QWidget, pick: Literal["folder", "file"], pattern: str, start: str) -> Path | None:
    """Asks with the system's own dialog, which begins at `start`, else where pictures were chosen last; None when nothing was chosen."""
    settings = open_settings()
    start = str(first_folder(start, str(settings.value(LAST, ""))))
    if pick == "folder":
        text = QFileDialog.getExistingDirectory(parent, say("Choose a folder of images"), start)
    else:
        text, _ = QFileDialog.getOpenFileName(parent, say("Choose a file"), start, pattern)
    if not text:
        return None
    settings.setValue(LAST, text if pick == "folder" else str(Path(text).parent))
    return Path(text)


def first_folder(*places: str) -> Path:
    """The first of these places that is there, or the nearest folder above it that is; else where this person keeps pictures."""
    for place in places:
        if place:
            path = Path(place).expanduser().absolute()
            found = next((folder for folder in (path, *path.parents) if folder.is_dir()), None)
            if found is not None and found != Path(path.anchor):
                return found
    kept = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
    return kept if kept.is_dir() else Path.home()


def dropped_path(event: QDropEvent) -> Path | None:
    """The one local file or folder that is being dropped; None for anything else."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
