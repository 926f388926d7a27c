"""A place to drop a folder or a zip on, with buttons for those who browse."""

from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.widgets.path_edit import browse_for, dropped_path
from studio.ui.widgets.words import Words
from studio.words import say


class DropArea(QWidget):
    """Takes one folder or zip, dropped or browsed for."""

    chosen = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._over = False
        self.picture = QLabel()
        self._draw_sign()
        self.words = Words(say("Drop a folder or zip of your pictures here"), bold=True)
        self.folder = QPushButton(theme.icon("folder"), say("Folder…"))
        self.zip = QPushButton(theme.icon("zip"), say("Zip…"))
        self.folder.setAccessibleName(say("Browse for a folder of pictures"))
        self.zip.setAccessibleName(say("Browse for a zip of pictures"))
        self.folder.setToolTip(say("Choose a folder of pictures to train on"))
        self.zip.setToolTip(say("Choose a zip of pictures to train on"))
        self.folder.clicked.connect(lambda: self._take(browse_for(self, "folder", "", "")))
        self.zip.clicked.connect(lambda: self._take(browse_for(self, "file", say("Zip files (*.zip)"), "")))
        column, buttons = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(theme.SPACE, 2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE)
        column.setSpacing(theme.SPACE)
        for words in (self.picture, self.words):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        buttons.addStretch(1)
        buttons.addWidget(self.folder)
        buttons.addWidget(self.zip)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_pictures(dropped_path(event)):
            event.acceptProposedAction()
            self._highlight(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._highlight(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._highlight(False)
        path = dropped_path(event)
        if is_pictures(path):
            event.acceptProposedAction()
            self._take(path)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_sign()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole.Highlight if self._over else QPalette.ColorRole.PlaceholderText
        pen = QPen(self.palette().color(role), 1.6 if self._over else 1.2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self.palette().alternateBase() if self._over else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.SPACE, theme.SPACE)

    def _draw_sign(self) -> None:
        self.picture.setPixmap(theme.icon("download", "muted").pixmap(QSize(28, 28)))

    def _highlight(self, on: bool) -> None:
        self._over = on
        self.update()

    def _take(self, path: Path | None) -> None:
        if path is not None:
            self.chosen.emit(path)


def is_pictures(path: Path | None) -> bool:
    """Whether a path may hold pictures: a folder, or a file that calls itself a zip."""
    return path is not None and (path.is_dir() or path.suffix.lower() == ".zip")
