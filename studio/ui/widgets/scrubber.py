"""The line of time under the samples: where the shown frame lies in the run, and ways to move it. It shows no frame itself.

Positions are `nimg`; None is "live", the newest there is, at the right end.
"""

import bisect
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QToolTip, QWidget

from studio.ui import theme
from studio.ui.widgets.marks import FIRST, Mark, mark_colour, mark_shape
from studio.ui.widgets.quantities import kimg
from studio.ui.widgets.still import Still
from studio.words import figure, localised, say

NARROW = 340  # px of width below which the line needs the room that speed and loop take
MARGIN = 12  # pixels left and right of the line, so that a handle at its end is whole
SPEEDS = {"0.25×": 3, "0.5×": 6, "1×": 12, "2×": 24, "4×": 48, "8×": 96}  # frames a second
USUAL = "1×"
TIMER_MS = 33  # the picture changes no oftener than this; faster play leaves frames out
_SPEED, _LOOP = "samples/speed", "samples/loop"

STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_Home: -(10**9),
    Qt.Key.Key_End: 10**9,
}  # frames that a key goes on


class Track(QWidget):
    """The line itself: frames as fine strokes, marks on it, a handle to drag. Arrows go from frame to frame, Home and End to the ends."""

    moved = Signal(object)  # nimg: float | None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frames: list[float] = []
        self._marks: list[Mark] = []
        self._begin, self._end = 0.0, 0.0
        self._position: float | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("Position in the run"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_history(self, frames: Sequence[float], marks: Sequence[Mark], end: float, *, begin: float = 0.0) -> None:
        """The places of the kept frames in rising order, the marks, where the run is now, and where it began: a branch where its checkpoint was."""
        self._frames, self._marks, self._end = list(frames), list(marks), max(end, frames[-1] if frames else 0.0)
        self._begin = min(begin, self._end)
        self.update()

    def set_end(self, end: float) -> None:
        """Where the run is now."""
        self._end = max(end, self._frames[-1] if self._frames else 0.0)
        self.update()

    def end(self) -> float:
        """Where the run is now."""
        return self._end

    def frames(self) -> list[float]:
        """Places of the kept frames."""
        return self._frames

    def position(self) -> float | None:
        """Where the handle is."""
        return self._position

    def set_position(self, nimg: float | None) -> None:
        """Moves the handle without saying so."""
        self._position = nimg
        self.setAccessibleDescription(say("live") if nimg is None else f"{kimg(nimg)} kimg")
        self.update()

    def frame_at(self, nimg: float | None) -> int | None:
        """Which frame stands for a position: the nearest; None for live."""
        if nimg is None or not self._frames:
            return None
        right = bisect.bisect_left(self._frames, nimg)
        near = [i for i in (right - 1, right) if 0 <= i < len(self._frames)]
        return min(near, key=lambda i: abs(self._frames[i] - nimg))

    def step(self, frames: int) -> None:
        """Goes some frames on or back; beyond the last one is live."""
        if not self._frames:
            return
        here = self.frame_at(self._position)
        to = (len(self._frames) if here is None else here) + frames
        self.moved.emit(None if to >= len(self._frames) else self._frames[max(to, 0)])

    def place(self, nimg: float | None) -> float:
        """Where a position lies, in pixels from the left."""
        width = max(1, self.width() - 2 * MARGIN)
        whole = self._end - self._begin
        share = 1.0 if nimg is None or whole <= 0 else min(max((nimg - self._begin) / whole, 0.0), 1.0)
        return MARGIN + share * width

    def _nimg_at(self, x: float) -> float:
        share = (x - MARGIN) / max(1, self.width() - 2 * MARGIN)
        return self._begin + min(max(share, 0.0), 1.0) * (self._end - self._begin)

    def sizeHint(self) -> QSize:
        """As tall as a button."""
        return QSize(200, 34)

    def _move_to(self, x: float) -> None:
        """To the frame nearest a place; the line's right end is live."""
        if not self._frames:
            return
        frame = self.frame_at(self._nimg_at(x))
        beyond = abs(x - self.place(None)) < abs(x - self.place(self._frames[-1])) or x >= self.place(None) - 3
        self.moved.emit(None if beyond or frame is None else self._frames[frame])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            mark = self._mark_at(event.position().x()) if event.position().y() < self.height() / 2 else None
            self._move_to(event.position().x() if mark is None else self.place(mark.nimg))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(x)
            return
        mark = self._mark_at(x)
        text = mark.text if mark is not None else f"{kimg(self._nimg_at(x))} kimg"
        QToolTip.showText(event.globalPosition().toPoint(), text if self._end > 0 else "", self)

    def _mark_at(self, x: float) -> Mark | None:
        near = [m for m in self._marks if abs(self.place(m.nimg) - x) <= 5]
        return min(near, key=lambda m: (m.kind not in FIRST, abs(self.place(m.nimg) - x)), default=None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS:
            self.step(STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    # --- painting -----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = theme.colours()
        middle, left, right = self.height() * 0.6, self.place(0.0), self.place(None)
        handle = self.place(self._position)
        painter.setPen(QPen(QColor(c.border), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        if not self._frames:
            return
        painter.setPen(QPen(QColor(c.accent), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(left, middle), QPointF(handle, middle))
        self._paint_frames(painter, middle + 6)
        for mark in self._marks:
            self._paint_mark(painter, mark, middle - 11)
        painter.setPen(QPen(QColor(c.panel), 2))
        painter.setBrush(QColor(c.ok if self._position is None else c.accent))
        painter.drawEllipse(QPointF(handle, middle), 7, 7)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.accent), 1))
            painter.drawEllipse(QPointF(handle, middle), 9.5, 9.5)

    def _paint_frames(self, painter: QPainter, top: float) -> None:
        """A stroke for each pixel column that holds a frame: two thousand frames are no more work than fit."""
        painter.setPen(QPen(QColor(theme.colours().muted), 1))
        for x in sorted({int(self.place(nimg)) for nimg in self._frames}):
            painter.drawLine(QPointF(x + 0.5, top), QPointF(x + 0.5, top + 4))

    def _paint_mark(self, painter: QPainter, mark: Mark, y: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark_colour(mark.kind))
        painter.drawPolygon(mark_shape(mark.kind, QPointF(self.place(mark.nimg), y), 4.5))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)


class Scrubber(QWidget):
    """Play, speed, loop, the track, and a way back to live. Space plays and pauses while the track has the keyboard."""

    moved = Signal(object)  # nimg: float | None

    def __init__(self, settings: QSettings | None = None, parent: QWidget | None = None) -> None:
        """settings: where speed and loop are remembered."""
        super().__init__(parent)
        self._settings = settings
        self.track = Track()
        self._play = _button(say("Play the frames from the beginning or from here (Space)"), say("Play"))
        self._play.setCheckable(True)
        self._loop = _button(say("Begin anew when the end is reached"), say("Loop"))
        self._loop.setIcon(theme.icon("loop"))
        self._loop.setCheckable(True)
        self._live = _button(say("Back to the newest samples (End)"), say("Newest"))
        self._live.setCheckable(True)
        self._where = QLabel()
        self._where.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._speed = QComboBox()
        for name in SPEEDS:
            self._speed.addItem(localised(name), name)
        self._speed.setCurrentIndex(self._speed.findData(USUAL))
        self._speed.setAccessibleName(say("Speed of play"))
        self._speed.setToolTip(say("Speed of play: {usual} shows {frames} frames a second", usual=USUAL, frames=SPEEDS[USUAL]))
        self._timer = QTimer(self, interval=TIMER_MS)
        self._timer.timeout.connect(self._tick)
        self._due = 0.0
        self._lay_out()
        self._recall()
        self.track.moved.connect(self._by_hand)
        self._play.toggled.connect(self._set_playing)
        self._loop.toggled.connect(self._remember)
        self._speed.currentIndexChanged.connect(self._remember)
        self._live.clicked.connect(lambda: self._by_hand(None))
        self.retint()
        self.set_trained(True)
        self.set_history([], [], 0)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(self._play)
        row.addWidget(self._speed)
        row.addWidget(self._loop)
        row.addWidget(self.track, 1)
        row.addWidget(Still(self._where))
        row.addWidget(self._live)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for widget in (self._speed, self._loop):
            widget.setVisible(self.width() >= NARROW)

    def minimumSizeHint(self) -> QSize:
        """Without speed and loop."""
        return QSize(NARROW // 2, super().minimumSizeHint().height())

    def retint(self) -> None:
        """Draws the icons in the colours of the present scheme."""
        self._play.setIcon(theme.icon("pause" if self._timer.isActive() else "play"))
        self.track.update()

    def set_history(self, frames: Sequence[float], marks: Sequence[Mark], end: float, *, begin: float = 0.0) -> None:
        """See `Track.set_history`; without frames there is nothing to move to."""
        self.track.set_history(frames, marks, end, begin=begin)
        for widget in (self._play, self._speed, self._loop, self._live):
            widget.setEnabled(bool(frames))
        if not frames:
            self.stop()
        self._tell()

    def set_end(self, end: float) -> None:
        """See `Track.set_end`."""
        self.track.set_end(end)
        self._tell()

    def set_trained(self, on: bool) -> None:
        """Whether newer samples are to come: only then the newest are live."""
        word = say("Live") if on else say("Newest")
        if self._live.text() != word:
            self._live.setText(word)
            self._live.setAccessibleName(word)

    def set_position(self, nimg: float | None) -> None:
        """Shows a position that others have set."""
        self.track.set_position(nimg)
        self._tell()

    def position(self) -> float | None:
        """Where the handle is."""
        return self.track.position()

    def playing(self) -> bool:
        """Whether frames advance by themselves."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Ends the play."""
        self._play.setChecked(False)

    def _tell(self) -> None:
        nimg = self.position()
        at = self.track.end() if nimg is None else nimg
        words = self._where.fontMetrics()
        widest = (f"{figure(88.8, '.1f')} kimg", f"{kimg(self.track.end())} kimg")
        self._where.setMinimumWidth(max(words.horizontalAdvance(text) for text in widest))  # the track stays where it is
        self._where.setText(f"{kimg(at)} kimg" if self.track.frames() else "")
        self._live.setChecked(nimg is None)

    def _by_hand(self, nimg: float | None) -> None:
        self.stop()
        self._go(nimg)

    def _go(self, nimg: float | None) -> None:
        self.set_position(nimg)
        self.moved.emit(nimg)

    def _set_playing(self, on: bool) -> None:
        if on and self.position() is None and self.track.frames():
            self._go(self.track.frames()[0])
        self._due = 0.0
        self._timer.start() if on else self._timer.stop()
        self._play.setAccessibleName(say("Pause" if on else "Play"))
        self.retint()

    def _recall(self) -> None:
        if self._settings is not None:
            kept = self._speed.findData(str(self._settings.value(_SPEED, USUAL)))
            self._speed.setCurrentIndex(kept if kept >= 0 else self._speed.findData(USUAL))
            self._loop.setChecked(str(self._settings.value(_LOOP, "false")) == "true")

    def _remember(self) -> None:
        if self._settings is not None:
            self._settings.setValue(_SPEED, self._speed.currentData())
            self._settings.setValue(_LOOP, "true" if self._loop.isChecked() else "false")

    def _tick(self) -> None:
        """Goes on by as many frames as the speed asks for; at the end it begins anew or is live again."""
        self._due += SPEEDS[self._speed.currentData()] * TIMER_MS / 1000
        frames, here = int(self._due), self.track.frame_at(self.position())
        if frames < 1:
            return
        self._due -= frames
        there = self.track.frames()
        if here is not None and here + frames < len(there):
            self._go(there[here + frames])
        elif self._loop.isChecked():
            self._go(there[-1] if here is not None and here + 1 < len(there) else there[0])  # the end is always seen
        else:
            self._by_hand(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._play.isEnabled():
            if not event.isAutoRepeat():
                self._play.toggle()
        else:
            super().keyPressEvent(event)


def _button(tip: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setToolTip(tip)
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    return button
