"""A person with a mouse who knows more than to click: turns the wheel, drags, opens menus and lists. Letters are typed, and nothing else."""

import time
from typing import Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QMenu, QWidget

from tests.window.desktop import Desktop
from tests.window.person import Person, control, place_of, xdotool

DOWN, UP = "5", "4"  # buttons of the wheel


class Pointer(Person):
    """Everything by the mouse."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._desktop = Desktop()
        QApplication.instance().installEventFilter(self._desktop)

    def at(self, widget: QWidget, inside: QRect | QPoint | None = None) -> QPoint:
        """A place on the screen: the middle of a widget, or of a part of it."""

        def place() -> QPoint:
            return widget.mapToGlobal(widget.rect().center() if inside is None else inside.center() if isinstance(inside, QRect) else inside)

        return self.see(place)

    def reveal(self, name: str, *, over: QWidget) -> None:
        """Turns the wheel over a scrolled panel until the control is in sight, where it is not."""
        if self.see(lambda: place_of(name)) is None:
            self.roll_to(name, over=over)

    def wheel(self, point: QPoint, button: str = UP, times: int = 1) -> None:
        self.go(point)
        xdotool("click", "--repeat", str(times), "--delay", "20", button)

    def go(self, point: QPoint) -> None:
        xdotool("mousemove", str(point.x()), str(point.y()))
        time.sleep(0.05)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """With the left button, in a few strokes as a hand makes them."""
        self.go(start)
        xdotool("mousedown", "1")
        for part in (0.3, 0.6, 1.0):
            self.go(start + (end - start) * part)
        xdotool("mouseup", "1")

    def twice(self, point: QPoint) -> None:
        self.go(point)
        xdotool("click", "--repeat", "2", "--delay", "60", "1")

    def right(self, point: QPoint) -> None:
        self.go(point)
        xdotool("click", "3")

    def also(self, point: QPoint) -> None:
        """A press with Ctrl held, as to choose one more."""
        self.go(point)
        xdotool("keydown", "ctrl")
        xdotool("click", "1")
        xdotool("keyup", "ctrl")

    def type(self, name: str, text: str) -> None:
        """Replaces a line's text, and stays in it."""
        self.click(name)
        self.wait(f"the keyboard in {name!r}", lambda: (found := control(name)) is not None and found.hasFocus())
        self.keys("ctrl+a", "BackSpace")
        if text:
            xdotool("type", "--delay", "8", "--", text)

    def menu(self, *way: str) -> None:
        """Through the window's menus, such as File and Quit."""
        bar = self.studio.window.menuBar()
        action = self.see(lambda: next(a for a in bar.actions() if a.text().replace("&", "") == way[0]))
        self.press_at(self.at(bar, self.see(lambda: bar.actionGeometry(action))))
        for words in way[1:]:
            self.entry(words)

    def entry(self, words: str) -> None:
        """An entry of the menu that is open, once it can be pressed."""

        def place() -> QPoint | None:
            for menu in (w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()):
                for action in menu.actions():
                    if action.text().replace("&", "") == words and action.isEnabled() and action.isVisible():
                        return menu.mapToGlobal(menu.actionGeometry(action).center())
            return None

        self.press_at(self.wait(f"the entry {words!r}", place))

    def pick(self, name: str, item: str) -> None:
        """Opens a choice and presses one of its items."""
        box = self.wait(f"the choice {name!r}", lambda: control(name) if place_of(name) is not None else None)
        assert isinstance(box, QComboBox), box
        self.click(name)
        self.press_item(box.view(), item)
        self.wait(f"{item!r} chosen", lambda: box.currentText() == item)

    def press_item(self, view: QAbstractItemView, words: str) -> None:
        """The row of a list that begins with these words."""

        def place() -> QPoint | None:
            model = view.model()
            found = [n for n in range(model.rowCount()) if str(model.index(n, 0).data() or "").startswith(words)]
            if not found or not view.isVisible():
                return None
            view.scrollTo(model.index(found[0], 0))
            return view.viewport().mapToGlobal(view.visualRect(model.index(found[0], 0)).center())

        self.press_at(self.wait(f"the row {words!r}", place))
