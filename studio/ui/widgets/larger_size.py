"""The offer to train at a larger size, where the pictures' files have more to show than the networks would see."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from studio.ui import theme
from studio.ui.widgets.words import Words
from studio.words import say

WORTH = 1.25  # times as long a side, from which on the offer is made
MOST = 2048  # pixels a side: what the engine takes


class LargerSize(QWidget):
    """A button and what it costs, hidden while there is nothing to gain."""

    chosen = Signal(int, int)  # width, height

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = (0, 0)
        self.words = Words("", "muted", scale=theme.SMALL)
        self.button = QPushButton()
        self.button.setToolTip(say("Sets height and width; the arrows behind them take that back"))
        self.button.clicked.connect(lambda: self.chosen.emit(*self._size))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.button)
        row.addWidget(self.words, 1)
        self.hide()

    def offer(self, now: tuple[int, int], usual: tuple[int, int]) -> None:
        """now: width and height that are trained at; usual: those of most files."""
        size = larger(now, usual)
        self.setVisible(size is not None)
        if size is None:
            return
        self._size = size
        times = size[0] * size[1] / (now[0] * now[1])
        text = say("Takes about {times:.2g} times as long; the middle of your pictures is {width}×{height}.", times=times, width=usual[0], height=usual[1])
        self.words.say(text)
        self.button.setText(say("Train at {width}×{height}", width=size[0], height=size[1]))


def larger(now: tuple[int, int], usual: tuple[int, int]) -> tuple[int, int] | None:
    """The next size to offer, as (width, height): twice the sides, or as much as the pictures have; None where that is hardly more."""
    factor = min(2.0, *(have / side for have, side in zip(usual, now, strict=True)), *(MOST / side for side in now))
    width, height = (int(side * factor) // 8 * 8 for side in now)
    return (width, height) if factor >= WORTH and width > now[0] and height > now[1] else None
