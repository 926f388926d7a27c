"""The docks around the samples: panels found by walking the folder, built one at a time, their places saved and restored."""

import itertools
from collections.abc import Iterator

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QShowEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QTabBar, QTabWidget, QToolButton, QWidget

from studio.messages import Event
from studio.runs.view import RunView
from studio.ui import tab_order, theme
from studio.ui.panels import Panel
from studio.ui.session import Session
from studio.ui.theme import SPACE
from studio.words import say

LAYOUT = 1  # version of what saveState writes: raise it when docks are renamed
AREAS = {"left": Qt.DockWidgetArea.LeftDockWidgetArea, "right": Qt.DockWidgetArea.RightDockWidgetArea, "bottom": Qt.DockWidgetArea.BottomDockWidgetArea}
STACKED_FROM = 950  # px of height from which the setup's docks lie above one another instead of in tabs
BOTTOM = 0.38  # of the height for what lies below the samples, which are what people look at
FIRST_RIGHT = 0.55  # of the height for the first dock at the right
_ORDER = ("left", "centre", "bottom", "right")  # as Tab goes through them
NO_TABS = {"left"}  # areas whose docks are stacked where the height allows


class DockTitle(QWidget):
    """A dock's quiet head: sign, name, float, close. Not shown while a tab names the dock."""

    def __init__(self, dock: QDockWidget, icon: str) -> None:
        super().__init__(dock)
        sign, name = QLabel(), QLabel(dock.windowTitle())
        sign.setPixmap(theme.icon(icon, "muted").pixmap(QSize(16, 16)))
        self._sign, self._icon, self._own = sign, theme.icon(icon, "muted"), theme.icon(icon, "muted")
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name.setFont(theme.font(bold=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 2, 3, SPACE // 2, 3)
        row.setSpacing(SPACE // 2 + 2)
        row.addWidget(sign)
        row.addWidget(name, 1)
        row.addWidget(self._button("layout", say("Float or dock {panel}", panel=dock.windowTitle()), lambda: dock.setFloating(not dock.isFloating())))
        row.addWidget(self._button("close", say("Close {panel}; the View menu brings it back", panel=dock.windowTitle()), dock.close))
        self.setFixedHeight(30)

    def show_sign(self, icon: QIcon | None) -> None:
        """Another sign at the name; None for the panel's own."""
        self._icon = self._own if icon is None else icon
        self.redraw()

    def redraw(self) -> None:
        """After a change of scheme."""
        self._sign.setPixmap(self._icon.pixmap(QSize(16, 16)))

    def _button(self, icon: str, tip: str, do: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(theme.icon(icon, "muted"))
        button.setIconSize(QSize(14, 14))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setStyleSheet("padding: 2px")
        button.clicked.connect(do)
        return button


class Workspace(QMainWindow):
    """All panels. `built` tells when the last one is there."""

    built = Signal()
    wanted = Signal()  # a person goes to one of the panels: they are to show

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self._session = session
        self.panels: list[Panel] = []
        self.docks: dict[str, QDockWidget] = {}
        self._heads: dict[str, tuple[DockTitle, QWidget]] = {}  # of each dock: its head, and nothing
        self._signs: dict[str, QIcon] = {}  # of panels that have something to look at
        self._waiting: list[type[Panel]] = []
        self._is_built = False
        self._default: QByteArray | None = None  # where every dock belongs
        self._around: QByteArray | None = None  # the docks' places while the samples are alone
        self._wanted: QByteArray | None = None  # places to take up once there is a size to lay out in
        self._to_raise: tuple[str, bool] | None = None  # an area, and whether its last dock, until the docks have their places
        self._centre = QTabWidget()
        self._centre.setDocumentMode(True)
        self._centre.tabBar().setAutoHide(True)
        self.setCentralWidget(self._centre)
        self.setDockOptions(QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AnimatedDocks)
        for corner, side in ((Qt.Corner.BottomLeftCorner, "left"), (Qt.Corner.BottomRightCorner, "right")):
            self.setCorner(corner, AREAS[side])
        for area in AREAS.values():
            self.setTabPosition(area, QTabWidget.TabPosition.North)
        session.run_opened.connect(self._show_run)
        session.advanced.connect(self._advance)
        session.theme.changed.connect(self._redraw)

    def build(self, kinds: list[type[Panel]]) -> None:
        """Make these panels, one each time the event loop comes round, so that the window answers meanwhile."""
        self._waiting = list(kinds)
        self._build_next()

    def is_built(self) -> bool:
        """Whether every panel is there."""
        return self._is_built

    def restore_default(self) -> None:
        """Every panel where it belongs."""
        self._around = None
        if self._default is not None:
            self.restoreState(self._default, LAYOUT)
            self._retitle_soon()

    def saved(self) -> QByteArray | None:
        """The places of the docks, as bytes for the settings; None while they were never seen and so have no places of their own."""
        if self._default is None:
            return None
        return self._around if self._around is not None else self.saveState(LAYOUT)

    def restore(self, state: QByteArray) -> None:
        """Put the docks where they were, as soon as they are seen; what the state does not know stays where it belongs."""
        self._wanted = state
        if self.isVisible():
            self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        """Sizes hold only once the page is laid out: before its first sight all docks have their least size."""
        if not self._is_built:
            return
        if self._default is None:
            self._arrange()
            self._default = self.saveState(LAYOUT)
        if self._wanted is not None:
            self.restoreState(self._wanted, LAYOUT)
            self._wanted = None
        if self._to_raise is not None:
            (area, last), self._to_raise = self._to_raise, None
            self.raise_panels(area, last=last)
        self._retitle_soon()

    def raise_panels(self, area: str, *, last: bool = False) -> None:
        """Bring the first dock of an area to the front, or the last one, as soon as the docks have their places."""
        if self._default is None or self._wanted is not None:
            self._to_raise = (area, last)
            return
        for panel in reversed(self.panels) if last else self.panels:
            if panel.area == area and panel.title in self.docks:
                dock = self.docks[panel.title]
                dock.show()
                dock.raise_()
                return

    def turn_alone(self) -> None:
        """The samples alone, as large as the window allows; and back."""
        if self._around is not None:
            self._come_back()
            return
        self._around = self.saveState(LAYOUT)
        for dock in self.docks.values():
            dock.hide()

    def _come_back(self) -> None:
        if self._around is not None:
            around, self._around = self._around, None
            self.restoreState(around, LAYOUT)
            self._retitle_soon()

    def raise_panel(self, title: str) -> None:
        """Bring one panel to the front, wherever it lies."""
        self._come_back()
        for panel in self.panels:
            if panel.title == title and title in self.docks:
                self.docks[title].show()
                self.docks[title].raise_()
            elif panel.title == title:
                self._centre.setCurrentWidget(panel)

    def in_order(self) -> Iterator[QWidget]:
        """What shows, from the left to the right: of each dock the tabs, the head, the panel."""
        bars = self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for panel in self._as_they_lie():
            dock = self.docks.get(panel.title)
            if dock is None:
                yield from tab_order.inside(self._centre)
            elif not panel.visibleRegion().isEmpty() and not dock.isFloating():  # one behind another is visible to Qt
                yield from (bar for bar in bars if bar.isVisible() and bar.tabText(bar.currentIndex()) == say(panel.title))
                yield from tab_order.inside(dock)

    def ways(self) -> list[QAction]:
        """Actions that bring each panel to the front and give it the keyboard: Ctrl+1 and so on, in the order of their first places."""
        made = []
        for number, panel in enumerate(sorted(self.panels, key=lambda panel: _ORDER.index(panel.area)), 1):
            action = QAction(theme.icon(panel.icon), say("Go to {panel}", panel=say(panel.title)), self)
            action.setShortcut(f"Ctrl+{number}")
            action.setStatusTip(say("Bring this panel to the front and give it the keyboard"))
            action.triggered.connect(lambda _=False, panel=panel: self._enter(panel))
            made.append(action)
        return made

    def _as_they_lie(self) -> list[Panel]:
        """By the area where each lies now, in it from above and from the left; those behind one another as they were made."""
        return sorted(self.panels, key=self._place)

    def _place(self, panel: Panel) -> tuple[int, int, int]:
        dock = self.docks.get(panel.title)
        if dock is None:
            return (_ORDER.index("centre"), 0, 0)
        here = self.dockWidgetArea(dock)
        area = next((name for name, at in AREAS.items() if at == here), panel.area)
        over = min((other.y(), other.x()) for other in (dock, *self.tabifiedDockWidgets(dock)))
        return (_ORDER.index(area), *over)

    def _enter(self, panel: Panel) -> None:
        self.wanted.emit()
        self.raise_panel(panel.title)
        panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        tab_order.go(list(tab_order.inside(panel)), on=True)

    def toggles(self) -> list[QAction]:
        """Actions that show and hide each dock."""
        return [dock.toggleViewAction() for dock in self.docks.values()]

    def _build_next(self) -> None:
        if not self._waiting:
            self._is_built = True
            self.built.emit()  # whoever remembers places says so now
            if self.isVisible():
                self._settle()
            return
        panel = self._waiting.pop(0)(self._session)
        self.panels.append(panel)
        panel.sign_changed.connect(lambda icon: self._take_sign(panel, icon))
        if panel.area == "centre":
            self._centre.addTab(panel, theme.icon(panel.icon, "muted"), say(panel.title))
        else:
            self._dock(panel)
        panel.show_run(self._session.view)
        QTimer.singleShot(0, self, self._build_next)

    def _dock(self, panel: Panel) -> None:
        dock = QDockWidget(say(panel.title), self)
        dock.setObjectName(f"dock_{type(panel).__module__.rpartition('.')[2]}")
        dock.setWidget(panel)
        head = DockTitle(dock, panel.icon)
        self._heads[panel.title] = (head, QWidget(dock))
        dock.setTitleBarWidget(head)
        dock.toggleViewAction().setIcon(theme.icon(panel.icon))
        dock.topLevelChanged.connect(self._retitle_soon)
        dock.visibilityChanged.connect(self._retitle_soon)
        dock.dockLocationChanged.connect(self._retitle_soon)
        self.docks[panel.title] = dock
        self.addDockWidget(AREAS[panel.area], dock)

    def _arrange(self) -> None:
        """The default places and sizes."""
        width, height = max(self.width(), 800), max(self.height(), 500)
        for area in AREAS:
            docks = [self.docks[p.title] for p in self.panels if p.area == area]
            for before, dock in itertools.pairwise(docks):
                if area == "bottom" or (area in NO_TABS and height < STACKED_FROM):
                    self.tabifyDockWidget(before, dock)
                else:
                    self.splitDockWidget(before, dock, Qt.Orientation.Vertical)
            if docks:
                docks[0].raise_()
        self._retitle()  # before the sizes, which a head that goes away would shift
        firsts = {p.area: self.docks[p.title] for p in reversed(self.panels) if p.title in self.docks}
        sides = [area for area in ("left", "right") if area in firsts]
        self.resizeDocks([firsts[a] for a in sides], [int({"left": 0.25, "right": 0.215}[a] * width) for a in sides], Qt.Orientation.Horizontal)
        right = [self.docks[p.title] for p in self.panels if p.area == "right"]
        if others := len(right) - 1:
            shares = [FIRST_RIGHT, *[(1 - FIRST_RIGHT) / others] * others]
            self.resizeDocks(right, [int(share * height) for share in shares], Qt.Orientation.Vertical)
        if "bottom" in firsts:
            self.resizeDocks([firsts["bottom"]], [int(BOTTOM * height)], Qt.Orientation.Vertical)

    def _retitle_soon(self) -> None:
        QTimer.singleShot(0, self, self._retitle)

    def _retitle(self) -> None:
        """A dock that a tab names needs no head of its own."""
        for name, dock in self.docks.items():
            named = bool(self.tabifiedDockWidgets(dock)) and not dock.isFloating()
            title = self._heads[name][int(named)]
            if dock.titleBarWidget() is not title:
                dock.setTitleBarWidget(title)
                title.setVisible(not named)
        self._sign_tabs()

    def _take_sign(self, panel: Panel, icon: QIcon | None) -> None:
        if icon is None:
            self._signs.pop(panel.title, None)
        else:
            self._signs[panel.title] = icon
        if panel.title in self._heads:
            self._heads[panel.title][0].show_sign(icon)
        self._sign_tabs()

    def _sign_tabs(self) -> None:
        """The tabs of docks that lie behind one another are Qt's own: they know a dock by its title alone, as it is shown."""
        signs = {say(title): icon for title, icon in self._signs.items()}
        for bar in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            for n in range(bar.count()):
                bar.setTabIcon(n, signs.get(bar.tabText(n), QIcon()))

    def _redraw(self) -> None:
        for head, _ in self._heads.values():
            head.redraw()

    def _show_run(self, view: RunView | None) -> None:
        for panel in self.panels:
            panel.show_run(view)

    def _advance(self, events: list[Event]) -> None:
        for panel in self.panels:
            panel.advance(events)
