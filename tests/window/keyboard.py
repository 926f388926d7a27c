"""A person who has only keys: goes from control to control with Tab, and knows where the keyboard is by its name."""

import time
from typing import Any

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QTabBar, QWidget

from tests.window.desktop import Desktop
from tests.window.person import Person, name_of, xdotool

ROUND = 400  # controls that a way may lead over


class Keyboard(Person):
    """Never moves the pointer."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._desktop = Desktop()
        QApplication.instance().installEventFilter(self._desktop)

    # Where the keyboard is.

    def here(self) -> str:
        """The name of what has the keyboard."""
        return self.see(name_here)

    def wait_here(self, name: str) -> None:
        """Until the control of that name has the keyboard."""
        self.wait(f"the keyboard in {name!r}", lambda: name_here() == name)

    # Keys.

    def press(self, *names: str, times: int = 1) -> None:
        """One key after another, as fast as a person's."""
        xdotool("key", "--clearmodifiers", "--delay", "20", *names * times)

    def type(self, text: str, *, end: str = "") -> None:
        """Letters, into whatever has the keyboard."""
        if text:
            xdotool("type", "--delay", "8", "--", text)
        if end:
            self.press(end)

    def over(self, text: str, *, end: str = "Return") -> None:
        """Other letters in place of those of the field."""
        self.press("ctrl+a", "BackSpace")
        self.type(text, end=end)

    def tab(self, name: str, *, back: bool = False) -> None:
        """Goes on with Tab, or back with Shift+Tab, to the control of that name."""
        way: list[str] = []
        been: list[QWidget | None] = []
        while (now := self.see(QApplication.focusWidget)) not in been[:1] and len(way) < ROUND:
            if (here := self.here()) == name:
                return
            been, way = [*been, now], [*way, here]
            self.step("shift+Tab" if back else "Tab")
        self.picture("missing")
        raise AssertionError(f"Tab never came to {name!r}; it went over {way}")

    def step(self, key: str = "Tab") -> str:
        """One press that moves the keyboard, and where it is then."""
        before = self.see(QApplication.focusWidget)
        self.press(key)
        end = time.monotonic() + 5.0
        while (now := self.see(QApplication.focusWidget)) is before:
            assert time.monotonic() < end, f"{key} does not lead out of {self.here()!r}"
            time.sleep(0.01)
        return self.see(lambda: name_of(now)) if now is not None else ""

    def command(self, words: str) -> None:
        """Does something from the palette."""
        self.press("ctrl+k")
        self.wait_here("Search commands")
        self.type(words)
        self.wait(f"{words!r} found", lambda: self.studio.window.palette_box.line.text() == words)
        self.press("Return")

    def pick(self, item: str) -> None:
        """Opens the choice that has the keyboard and takes the item of that name."""
        box = self.see(QApplication.focusWidget)
        assert isinstance(box, QComboBox), box
        names = self.see(lambda: [box.itemText(n) for n in range(box.count())])
        self.press("space")
        self.wait("the open list", lambda: box.view().isVisible())
        self.press("Home", *["Down"] * names.index(item), "Return")
        self.wait(f"{item!r} chosen", lambda: box.currentText() == item)

    def entry(self, words: str) -> None:
        """Goes down the open menu to an entry and takes it."""
        menu = self.wait("an open menu", open_menu)
        self.wait(f"the entry {words!r}", lambda: any(text(a) == words for a in menu.actions()))
        for _ in range(len(self.see(menu.actions)) + 1):
            if self.see(lambda: (a := menu.activeAction()) is not None and text(a) == words):
                break
            before = self.see(menu.activeAction)
            self.press("Down")
            self.wait("another entry", lambda before=before: menu.activeAction() is not before)
        self.press("Return")


def open_menu() -> QMenu | None:
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None


def text(action: QAction) -> str:
    return action.text().replace("&", "")


def name_here() -> str:
    """Of the control that has the keyboard, or of the nearest around it that has a name."""
    here = QApplication.focusWidget()
    while here is not None and not _called(here):
        here = here.parentWidget()
    return _called(here) if here is not None else f"nothing, in {getattr(QGuiApplication.focusWindow(), 'title', str)()!r}"


def _called(widget: QWidget) -> str:
    if isinstance(widget, QTabBar):
        return widget.tabText(widget.currentIndex()).replace("&", "")
    return name_of(widget)
