"""A strip that looks closer at one sample: enlarged, through time, with its latent's neighbours and the training pictures nearest to it.

It shows what it is given. What is found out is `studio.ui.inspection`'s to ask for.
"""

from PySide6.QtCore import QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.widgets.pages import see_through
from studio.ui.widgets.picture_row import PictureRow
from studio.ui.widgets.quiet_button import QuietButton
from studio.ui.widgets.sample_section import Section
from studio.ui.widgets.words import Words
from studio.words import say

WIDTH = 256  # px, at first
LARGEST = 136  # px, of the enlarged sample's height
ROW = 6  # pictures beside one another


class SampleInspector(QFrame):
    """Esc closes it."""

    closed = Signal()
    copy_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(200)
        self.setAccessibleName(say("A closer look at one sample"))
        self.title = QLabel()
        self.title.setFont(theme.font(theme.TITLE, bold=True))
        self.buttons = (
            _button("copy", say("Copy its picture (Ctrl+C)"), self.copy_wanted),
            _button("download", say("Save its picture… (Ctrl+Shift+S)"), self.save_wanted),
            _button("close", say("Close the closer look (Esc)"), self.closed),
        )
        self.enlarged = Enlarged()
        self.moment = Words("", "muted", scale=theme.SMALL)
        self.film = Section(say("Through time"), (PictureRow(say("The same sample at moments of the run"), ROW, choosable=True),))
        near, far, towards = (PictureRow(name, ROW) for name in (say("Close by"), say("Farther away"), say("On the way to the next seed")))
        self.neighbours = Section(say("Neighbours of its latent"), (near, far, towards), again=say("Draw them again from the newest checkpoint"))
        found = PictureRow(say("Training pictures, the nearest first"), 4)
        self.nearest = Section(say("Nearest training pictures"), (found,), again=say("Look them up again"))
        self._lay_out()

    def _lay_out(self) -> None:
        head, body = QHBoxLayout(), QWidget()
        head.setSpacing(2)
        head.addWidget(self.title, 1)
        for button in self.buttons:
            head.addWidget(button)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE // 2)
        column.addWidget(self.enlarged)
        column.addWidget(self.moment)
        for section in (self.film, self.neighbours, self.nearest):
            column.addSpacing(theme.SPACE)
            column.addWidget(section)
        column.addStretch(1)
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setWidget(body)
        see_through(self.scroller)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.SPACE, 0, 0, 0)
        outer.setSpacing(theme.SPACE // 2)
        outer.addLayout(head)
        outer.addWidget(self.scroller, 1)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 400)

    def forget(self) -> None:
        """Nothing is known of another sample."""
        for section in (self.film, self.neighbours, self.nearest):
            section.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _button(icon: str, tip: str, signal: SignalInstance) -> QuietButton:
    button = QuietButton(icon)
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition(" (")[0].rstrip("… "))
    button.clicked.connect(signal)
    return button


class Enlarged(QWidget):
    """One picture, in whole factors where it is larger than life."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("The sample, enlarged"))

    def show_picture(self, picture: QPixmap) -> None:
        """Another one."""
        other = picture.size() != self._picture.size()
        self._picture = picture
        if other:
            self._fit()
        self.update()

    def picture(self) -> QPixmap:
        """The one that is shown, in its own pixels."""
        return self._picture

    def scale(self) -> float:
        """Pixels of the screen for each of the picture."""
        if self._picture.isNull():
            return 1.0
        room = min(self.width() / self._picture.width(), LARGEST / self._picture.height())
        return float(int(room)) if room >= 1 else room

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, LARGEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        painter, scale = QPainter(self), self.scale()
        size = QSize(round(self._picture.width() * scale), round(self._picture.height() * scale))
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 1)
        painter.fillRect(place, theme.between_samples())
        painter.drawPixmap(place, self._picture)
        painter.end()

    def _fit(self) -> None:
        self.setFixedHeight(max(1, round(self._picture.height() * self.scale())))
