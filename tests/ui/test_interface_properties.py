"""What holds of the whole window, whatever its panels are: reached by keys, named, explained, whole, legible."""

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAction, QColor, QImage, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from studio.presets import preset
from studio.resources import resource
from studio.templates import save_template
from studio.ui.main_window import MainWindow
from studio.ui.session import Notice
from studio.ui.theme import DARK, LIGHT, Palette, qt_palette
from studio.ui.widgets.fold import Fold
from studio.words import say
from tests.ui.made_home import made_run, settings
from tests.ui.pressing import Until
from tests.ui.test_theme import contrast

INPUTS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextBrowser)
STATES = ("welcome", "draft", "run", "runs")
LEGIBLE = 4.5


@pytest.fixture(params=["en", "de"])
def tongue(request: pytest.FixtureRequest) -> str:
    """The language of the window, chosen before it is made."""
    if request.param == "de":
        request.getfixturevalue("german")
    return request.param


@pytest.fixture(params=STATES)
def scene(request: pytest.FixtureRequest, tongue: str, window: MainWindow, qtbot: QtBot, until: Until) -> MainWindow:
    """The window at 1280×800: its first page with a template of one's own, a draft with faults, or a run that trains, with a notice."""
    if request.param == "welcome":
        save_template(window.session.home, "My own ring", "Quick to look at.", preset("ring").config)
        window.go_home()
        return window
    if request.param == "runs":
        for n, state in enumerate(("done", "crashed", "failed"), 1):
            made_run(window.session.home, n, settings(f"run {n}"), state=state, alarm="Mode drop" if n == 1 else "")
        window.show_runs()
        until(lambda: len(window.runs_page.table.shown()) == 3)
        window.queue.add([run.path for run in window.runs_page.table.shown() if run.state != "done"])
        window.runs_page.table.selectRow(1)
        return window
    if request.param == "run":
        window.session.start(request.getfixturevalue("small"))
        qtbot.waitUntil(lambda: window.session.state() == "running" and window.session.view.run.nimg > 1000, timeout=60_000)
        window.session.notice.emit(Notice("64 samples are in pictures/first set", "ok", "Show folder", lambda: None))
        return window
    draft = preset("digits").config
    until(lambda: window.session.catalogue is not None)
    window.session.draft_preset(preset("digits"))
    window.session.set_draft({**draft, "training": {"batch": 0}, "name": ""})
    until(lambda: window.session.draft_train is not None)
    until(lambda: all(label.width() for label in in_sight(window) if isinstance(label, QLabel)))  # what the look at the data made the form say, too
    return window


# --- where to look --------------------------------------------------------------------------------------------------------


def inputs(of: QWidget) -> Iterator[QWidget]:
    """What a person can press, type in or choose from, in sight now."""
    return (w for w in in_sight(of) if isinstance(w, INPUTS) and not _is_part(w))


def in_sight(of: QWidget) -> Iterator[QWidget]:
    """What shows of a window, scrolled away or not; Qt keeps docks that lie behind others outside of it, and shown."""
    behind = [w for w in of.findChildren(QWidget) if w.property("panel") is True and w.mapTo(of, QPoint()).x() < 0] if isinstance(of, MainWindow) else []
    return (w for w in of.findChildren(QWidget) if w.isVisible() and w.window() is of and not any(b is w or b.isAncestorOf(w) for b in behind))


def _is_part(widget: QWidget) -> bool:
    """A piece that Qt makes inside of another widget: the line of a spin box, the cross of a line, the arrows of tabs."""
    if isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_") or type(widget).__name__ in ("QTableCornerButton", "CloseButton"):
        return True
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit | QAbstractItemView) or type(parent).__name__ == "QTabBar":
            return True
        parent = parent.parentWidget()
    return False


def place(widget: QWidget) -> str:
    """Where a widget is, for the words of a failure."""
    around, parent = [], widget.parentWidget()
    while parent is not None and len(around) < 4:
        around += [type(parent).__name__] if type(parent).__module__.startswith("studio") else []
        parent = parent.parentWidget()
    said = widget.text() if isinstance(widget, QAbstractButton | QLabel | QLineEdit) else ""
    return f"{type(widget).__name__} {said!r} in {' < '.join(around)}"


def views(window: MainWindow) -> Iterator[QWidget]:
    """The window with each panel raised in turn and all its folds open, then each dialog over it."""
    assert window.workspace is not None
    QApplication.processEvents()
    yield window
    if window.session.view is not None or window.session.draft is not None:
        for panel in window.workspace.panels:
            window.workspace.raise_panel(panel.title)
            for fold in panel.findChildren(Fold):
                fold.open()
            for _ in range(3):  # a layout that grew lays out its children in a round of its own
                QApplication.processEvents()
            yield window
    for show in (window.show_settings, window.show_help, window.show_palette, window.export):
        before = {w for w in QApplication.topLevelWidgets() if w.isVisible()}
        show()
        QApplication.processEvents()
        dialogs = [w for w in QApplication.topLevelWidgets() if w not in before and w.isVisible()]
        yield from dialogs or [window]
        for dialog in dialogs:
            dialog.close()
        window.palette_box.hide()


# --- the properties -------------------------------------------------------------------------------------------------------


def lacking(view: QWidget) -> Iterator[str]:
    """Each control is reached by the tab key, has a name and says what it does."""
    for widget in inputs(view):
        heard = QAccessible.queryAccessibleInterface(widget)
        if not heard.text(QAccessible.Text.Name).strip():
            yield f"{place(widget)} has no name"
        if not (widget.toolTip() or heard.text(QAccessible.Text.Description).strip()):
            yield f"{place(widget)} does not say what it does"
        if widget.isEnabled() and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.accessibleName() != say("Commands"):
            yield f"{place(widget)} is for the mouse alone"  # the palette's list is steered from the line above it


def cut_off(view: QWidget) -> Iterator[str]:
    """No words lack room, unless they end in … and are told whole by the pointer; no panel hangs out of the window."""
    for widget in in_sight(view):
        if isinstance(widget, QLabel | QAbstractButton) and widget.text() and not hasattr(widget, "drawn"):
            if _lacks_room(widget):
                QApplication.processEvents()  # words that a run said just now get their room when the event loop comes round
            if _lacks_room(widget):
                need = _needs(widget)
                yield f"{place(widget)} has {widget.width()} × {widget.height()} of {need.width()} × {need.height()} px"
        if widget.property("panel") is True and not view.rect().contains(QRect(widget.mapTo(view, QPoint()), widget.size())):
            yield f"{place(widget)} hangs out of the window"


def _needs(widget: QLabel | QAbstractButton) -> QSize:
    return QSize(0, widget.heightForWidth(widget.width())) if widget.hasHeightForWidth() else widget.sizeHint()


def _lacks_room(widget: QLabel | QAbstractButton) -> bool:
    need = _needs(widget)
    return widget.width() < need.width() - 1 or widget.height() < need.height() - 3


def faint(view: QWidget) -> Iterator[str]:
    """The words that are drawn stand out from what lies under them: the strongest ink against the commonest colour."""
    picture = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits(), np.uint32).reshape(picture.height(), -1)[:, : picture.width()]
    for label in in_sight(view):
        if isinstance(label, QLabel) and label.isEnabled() and label.text().strip() and _is_whole(label, view):
            area = QRect(label.mapTo(view, QPoint()), label.size())
            colours, times = np.unique(pixels[area.top() : area.bottom() + 1, area.left() : area.right() + 1], return_counts=True)
            ground = QColor(int(colours[times.argmax()])).name()
            inks = colours[np.argsort(times)[-60:]]
            if (best := max(contrast(QColor(int(ink)).name(), ground) for ink in inks)) < LEGIBLE:
                yield f"{place(label)} is drawn with a contrast of {best:.1f}"


def _is_whole(label: QLabel, view: QWidget) -> bool:
    """All of it is to be seen: not scrolled away, and not under a notice or the palette."""
    return label.visibleRegion().boundingRect().size() == label.size() and view.childAt(label.mapTo(view, label.rect().center())) is label


def doubled_keys(window: MainWindow) -> list[str]:
    """Keys that mean two things at once, and so nothing: two of the window's, or one of the window's and one of a panel's."""
    keys = Counter(action.shortcut().toString() for action in window.actions() if not action.shortcut().isEmpty())
    mine = [s for s in window.findChildren(QShortcut) if s.parent().window() is window and not s.key().isEmpty()]
    keys.update(s.key().toString() for s in mine if s.context() == Qt.ShortcutContext.WindowShortcut)
    within = {s.key().toString() for s in mine if s.context() != Qt.ShortcutContext.WindowShortcut} & keys.keys()
    return [f"{key} means {times + (key in within)} things" for key, times in keys.items() if times > 1 or key in within]


def test_the_window_is_named_explained_whole_and_legible(scene: MainWindow, tongue: str):
    assert (scene.width(), scene.height()) == (1280, 800)
    faults = doubled_keys(scene)
    for view in views(scene):
        faults += [*lacking(view), *cut_off(view), *(faint(view) if tongue == "en" else ())]  # other words have the same ink
    if tongue != "en":
        assert not faults, "\n".join(sorted(set(faults)))
        return
    scene.set_scheme("dark")
    faults += [f"in dark, {fault}" for view in views(scene) for fault in faint(view)]
    scene.set_scheme("light")
    assert not faults, "\n".join(sorted(set(faults)))


def test_every_action_is_in_a_menu_and_found_by_its_name(window: MainWindow):
    in_menus = set(_actions_of([action.menu() for action in window.menuBar().actions()]))
    for name, action in window.actions_table.made.items():
        assert action in in_menus, f"{name} is in no menu"
        words = action.text().replace("&", "")
        assert name == "palette" or action in window.palette_box.matches(words), f"{name} is not found by {words!r}"
        assert action.toolTip()
        assert action.statusTip()


def _actions_of(menus: list[QMenu | None]) -> Iterator[QAction]:
    for menu in menus:
        for action in menu.actions() if menu is not None else []:
            yield action
            yield from _actions_of([action.menu()] if isinstance(action.menu(), QMenu) else [])


# --- legible --------------------------------------------------------------------------------------------------------------

INKS = {"WindowText": ("Window", "Base", "Button"), "Text": ("Base", "AlternateBase"), "ButtonText": ("Button",), "PlaceholderText": ("Base", "Window")}
INKS |= {"ToolTipText": ("ToolTipBase",), "HighlightedText": ("Highlight",), "Link": ("Base", "Window"), "BrightText": ("Base", "Window")}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), [(ink, ground) for ink, grounds in INKS.items() for ground in grounds])
def test_a_role_of_the_style_is_legible_on_its_grounds(palette: Palette, ink: str, ground: str):
    made = qt_palette(palette)
    colour = [made.color(QPalette.ColorGroup.Active, getattr(QPalette.ColorRole, name)).name() for name in (ink, ground)]
    assert contrast(*colour) >= LEGIBLE


def _rules() -> Iterator[tuple[str, str, str]]:
    """The rules of the style sheet that say both an ink and a ground: selector, and the palette's names of the two."""
    for selector, body in re.findall(r"([^{}]+)\{([^}]*)\}", re.sub(r"/\*.*?\*/", "", resource("style.qss").read_text(encoding="utf-8"))):
        said = dict(part.strip().split(":", 1) for part in body.split(";") if ":" in part)
        ink, ground = said.get("color", "").strip(), said.get("background", "").strip()
        if ink.startswith("@") and ground.startswith("@"):
            yield selector.strip(), ink[1:], ground[1:]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("rule", list(_rules()), ids=lambda rule: rule[0][:40])
def test_a_rule_of_the_style_sheet_is_legible(palette: Palette, rule: tuple[str, str, str]):
    assert contrast(getattr(palette, rule[1]), getattr(palette, rule[2])) >= LEGIBLE
