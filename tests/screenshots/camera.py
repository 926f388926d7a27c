"""Takes the pictures: the window with everything that lies over it, in the scheme in force; and advances a script while the window lives."""

import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from studio.ui import theme
from studio.ui.app import Studio
from studio.ui.theme import SPACE
from tests.ui.marked import unmarked

Ready = Callable[[], object]
Script = Iterator[Ready]
PATIENCE_S = 240.0
SETTLE_S = 0.3  # panels gather news before they redraw
LANGUAGE = "GAN_STUDIO_PICTURED_LANGUAGE"
TITLE = 28  # px, of the bar that a window manager would draw


class Camera:
    """Writes `<name>-<scheme>.png` for each scene, and what each shows."""

    def __init__(self, studio: Studio, out: Path) -> None:
        self.studio, self.out = studio, out
        self.words: dict[str, str] = {}
        out.mkdir(parents=True, exist_ok=True)

    def take(self, name: str, words: str, *, of: QWidget | None = None) -> Script:
        """A scene, of the whole window or of one widget alone."""
        self.words[name] = words
        yield after(SETTLE_S)
        picture = of.grab() if of is not None else window_picture(self.studio.window)
        scheme = "dark" if theme.colours().dark else "light"
        assert picture.save(str(self.out / f"{name}-{scheme}.png"))
        (self.out / "scenes.json").write_text(json.dumps(self.words), encoding="utf-8")
        if os.environ.get(LANGUAGE) == "marked":
            with (self.out / "unmarked.txt").open("a", encoding="utf-8") as listed:
                listed.writelines(f"{name}: {found}\n" for found in unmarked(of if of is not None else self.studio.window))


def window_picture(window: QWidget) -> QPixmap:
    """The window, and over it every dialog, menu and box that is open."""
    picture = window.grab()
    painter = QPainter(picture)
    others = [w for w in QApplication.topLevelWidgets() if w is not window and w.isVisible()]
    for widget in sorted(others, key=lambda w: w.windowType() == Qt.WindowType.Popup):
        at = widget.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint())
        if widget.windowType() == Qt.WindowType.Dialog:
            _draw_frame(painter, QRect(at, widget.size()), widget.windowTitle())
        painter.drawPixmap(at, widget.grab())
    painter.end()
    return picture


def _draw_frame(painter: QPainter, inside: QRect, title: str) -> None:
    """A plain window's frame, so that a dialog can be told from what lies under it."""
    now = theme.colours()
    outside = inside.adjusted(-1, -TITLE, 1, 1)
    painter.setPen(QPen(QColor(now.muted), 1))
    painter.setBrush(QColor(now.raised))
    painter.drawRect(outside.adjusted(0, 0, -1, -1))
    painter.setPen(QColor(now.text))
    painter.drawText(QRect(outside.x() + SPACE, outside.y(), outside.width() - 2 * SPACE, TITLE), int(Qt.AlignmentFlag.AlignVCenter), title)


def after(seconds: float) -> Ready:
    """Ready once so much time has passed since it was first asked."""
    ends: list[float] = []

    def ready() -> bool:
        now = time.monotonic()
        ends.append(now + seconds)
        return now >= ends[0]

    ready.__name__ = f"after {seconds} s"
    return ready


def until(what: str, so: Callable[[], object]) -> Ready:
    """Ready once it is so; the words tell what never came."""

    def ready() -> object:
        return so()

    ready.__name__ = what
    return ready


class Director(QObject):
    """Advances a script between two events of the window, also while a question is open; `done` gets whether it came to its end."""

    def __init__(self, script: Script, done: Callable[[bool], None]) -> None:
        super().__init__()
        self._script, self._done = script, done
        self._waiting: Ready = after(0)
        self._since = time.monotonic()
        self._busy = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._advance)
        self._timer.start(15)

    def _advance(self) -> None:
        if self._busy:
            return
        self._busy = True
        try:
            if self._waiting():
                self._waiting, self._since = next(self._script), time.monotonic()
            elif time.monotonic() - self._since > PATIENCE_S:
                self._script.throw(TimeoutError(f"never came: {self._waiting.__name__}"))
        except StopIteration:
            self._end(True)
        except Exception:
            traceback.print_exc(file=sys.stderr)
            self._end(False)
        finally:
            self._busy = False

    def _end(self, well: bool) -> None:
        self._timer.stop()
        self._done(well)
