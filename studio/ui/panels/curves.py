"""Curves of the run's numbers: which ones, over which part of the run, smoothed how. It fetches columns; `curve_plot` draws them."""

import math
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QCursor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QGridLayout,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from studio.messages import Event, Tick
from studio.runs.fold import LIVE
from studio.runs.view import RunView
from studio.ui import theme
from studio.ui.curve_data import GROUPS, Clock, Overlaid, points_of, series_of, write_table
from studio.ui.curve_saving import CurveSaving
from studio.ui.overlays import Overlay, Overlays
from studio.ui.panels import Area, Panel
from studio.ui.session import Session
from studio.ui.widgets.curve_bar import SMOOTH_STEPS, CurveBar
from studio.ui.widgets.empty_state import EmptyState
from studio.ui.widgets.marks import Mark, marks_of
from studio.ui.widgets.overlay_chips import OverlayChips, OverlayMenu
from studio.ui.widgets.quantities import duration, kimg
from studio.words import mark, say

if TYPE_CHECKING:
    from studio.ui.widgets.curve_plot import CurvePlot

EMPTY = mark("No curves yet")
NO_DRAFT = mark("Losses and other numbers of a run appear here while it trains. Choose a template or your own pictures, then press Train.")
NOT_STARTED = mark("Press Train: the losses and other numbers of the run appear here while it trains.")
NO_TICK, WITHIN_A_SECOND = mark("Waiting for the first numbers"), mark("They come within a second of the first training step.")
NEVER_TRAINED = mark("It has not trained yet. Press Resume: its losses and other numbers appear here.")
REFRESH_MS = 100  # the least time between two redraws
LEAST, CROWDED = 116, 112  # px of a plot's height; less where the names of other runs take a row above all plots
EDGE = 0.012  # of the run, left empty on both sides so that marks at the ends are whole


class Curves(Panel):
    """Plots in groups, all over the same part of the run, with one line at the shared position."""

    title: ClassVar[str] = mark("Curves")
    area: ClassVar[Area] = "bottom"
    order: ClassVar[int] = 10
    icon: ClassVar[str] = "curves"
    help: ClassVar[str] = "curves"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._view: RunView | None = None
        self._clock = Clock()
        self._following = True
        self._plots: dict[str, CurvePlot] = {}
        self._hovered: float | None = None
        self._marks: list[Mark] = []
        self.overlays = Overlays(session, self)
        self._over: dict[tuple[Path, str], tuple[tuple[object, ...], Overlaid]] = {}  # what was drawn last of each other run in each plot, and of what
        self._reach: dict[Path, tuple[float, float]] = {}  # x of where each of them begins and ends
        self._timer = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._build()
        self.overlays.listed.connect(self._overlays_listed)
        self.overlays.changed.connect(self._soon)
        session.overlay_requested.connect(self._come_forward)
        session.position_changed.connect(self._place_line)
        session.draft_changed.connect(self.refresh)
        session.theme.changed.connect(self._retint)
        self.show_run(session.view)

    # --- building -----------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.bar = CurveBar(self.session.settings)
        self.bar.overlay.setMenu(OverlayMenu(self.session, self.overlays, self))
        for button in self.bar.groups.values():
            button.toggled.connect(self._groups_changed)
        self.bar.smoothing.valueChanged.connect(self._smoothing_changed)
        self.bar.log.toggled.connect(self._log_changed)
        self.bar.axis.currentIndexChanged.connect(self._axis_changed)
        self.bar.follow.clicked.connect(lambda _: self.follow())
        self._sheet = QWidget()
        self._grid = QGridLayout(self._sheet)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.SPACE // 2)
        self.saving = CurveSaving(self.session, self._sheet, self._save_table)
        self.bar.save.setMenu(self.saving.add_to(QMenu(self)))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self._sheet)
        self._sheet.setAutoFillBackground(False)  # the panel's own ground shows between the plots
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE // 2)
        column.addWidget(self.bar)
        column.addWidget(OverlayChips(self.overlays))
        column.addWidget(scroll, 1)
        self._pages = QStackedWidget()
        self._no_run, self._no_tick = EmptyState("curves", say(EMPTY), say(NO_DRAFT)), EmptyState("curves", say(NO_TICK), say(WITHIN_A_SECOND))
        for page in (self._no_run, self._no_tick, self._content):
            self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.SPACE, theme.SPACE // 2, theme.SPACE, theme.SPACE // 2)
        outer.addWidget(self._pages)

    def _plot(self, key: str) -> "CurvePlot":
        """The plot of a group, made once, when it is first shown."""
        if key not in self._plots:
            from studio.ui.widgets.curve_plot import CurvePlot

            group = next(g for g in GROUPS if g.key == key)
            plot = CurvePlot(say(group.title), say(group.unit))
            plot.placed.connect(self._placed)
            plot.hovered.connect(self._hover)
            plot.turned.connect(lambda: self._turned(plot))
            plot.fit_wanted.connect(self.follow)
            plot.menu_wanted.connect(self._open_menu)
            plot.set_log(self.bar.log.isChecked())
            plot.set_time(self._clock.time)
            plot.set_marks(self._marks, self._clock.to_x)
            self._plots[key] = plot
        return self._plots[key]

    # --- the run ------------------------------------------------------------------------------------------------------------

    def show_run(self, view: RunView | None) -> None:
        """Its curves from the start to now."""
        self._view = view
        self._hovered = None
        for plot in self._plots.values():
            plot.set_series([])
        self._set_following(True)
        self._take_marks()
        self.refresh()

    def advance(self, events: list[Event]) -> None:
        """New numbers are drawn soon; several polls share one redraw."""
        if any(not isinstance(event, Tick) for event in events):
            self._take_marks()
        self._soon()

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def shown(self) -> list[str]:
        """Keys of the groups that are drawn."""
        return self.bar.shown()

    def plot(self, key: str) -> "CurvePlot":
        """The plot of a shown group."""
        return self._plots[key]

    def refresh(self) -> None:
        """Draws what the columns hold for the part in view; nothing while the panel is hidden."""
        view = self._view
        if view is None or not len(view.columns):
            self._no_run.say(say(EMPTY), say(NO_DRAFT if self.session.draft is None else NOT_STARTED))
            waits = view is not None and view.run.state in LIVE
            self._no_tick.say(*((say(NO_TICK), say(WITHIN_A_SECOND)) if waits else (say(EMPTY), say(NEVER_TRAINED))))
            self._pages.setCurrentWidget(self._no_run if view is None else self._no_tick)
            return
        self._pages.setCurrentWidget(self._content)
        if not self.isVisible():
            return
        self._clock = Clock.of(view.columns, time=self._clock.time)
        names = {*view.columns.names, *(name for overlay in self.overlays.list() for name in overlay.names)}
        for group in GROUPS:
            self.bar.groups[group.key].setEnabled(bool(series_of(group.key, names)))
        self._arrange()
        for key in self.shown():
            self._fill(key, view)
        self._place_line()
        for key in self.shown():
            self._plots[key].settle()

    def _fill(self, key: str, view: RunView) -> None:
        """Fetches a group's columns for the range in view, with so much before it as smoothing looks back on."""
        plot = self._plot(key)
        plot.set_series(series_of(key, view.columns.names))
        plot.setMinimumHeight(LEAST if not self.overlays.list() else CROWDED)
        if self._following:
            begin, end = self._extent(view)
            edge = EDGE * max(end - begin, 1e-3)
            plot.set_view(begin - edge, max(end, begin + 1e-3) + edge)
        left, right = (self._clock.to_nimg(x) for x in plot.view_range())
        half_life = self.half_life()
        plot.set_points({s.name: points_of(view.columns, s.name, self._clock, left, right, plot.width(), half_life=half_life) for s in plot.series()})
        plot.set_others([self._overlaid(o, key, plot, half_life) for o in self.overlays.list() if o.is_read()])
        if self._following:
            plot.fit_values()

    def _extent(self, view: RunView) -> tuple[float, float]:
        """x of the beginning and the end of the run and of those that lie over it."""
        for overlay in self.overlays.list():
            if (other := overlay.at_rest()) is not None:
                self._reach[overlay.path] = _reach(other, Clock.of(other.columns, time=self._clock.time))
        reaches = [_reach(view, self._clock), *(self._reach[o.path] for o in self.overlays.list() if o.path in self._reach)]
        return min(begin for begin, _ in reaches), max(end for _, end in reaches)

    def _overlaid(self, overlay: Overlay, key: str, plot: "CurvePlot", half_life: float) -> Overlaid:
        """What another run has of a group, for the part in view by its own clock; while it is being read on, what it had."""
        view = overlay.at_rest()
        if view is None:
            return self._over.get((overlay.path, key), ((), Overlaid(overlay.name, overlay.tone, (), {})))[1]
        if half_life > 0:  # it grows with the shown run; the others are fetched and drawn anew only where it has doubled
            half_life = 2.0 ** round(math.log2(half_life))
        of = (len(view.columns), *plot.view_range(), plot.width(), half_life, self._clock.time)
        if (before := self._over.get((overlay.path, key))) is not None and before[0] == of:
            return before[1]
        clock = Clock.of(view.columns, time=self._clock.time)
        left, right = (clock.to_nimg(x) for x in plot.view_range())
        series = tuple(series_of(key, view.columns.names))
        pixels = plot.width() // 4  # a point every two pixels is enough for a thin line
        points = {s.name: points_of(view.columns, s.name, clock, left, right, pixels, half_life=half_life) for s in series}
        made = Overlaid(overlay.name, overlay.tone, series, points)
        self._over[overlay.path, key] = (of, made)
        return made

    def half_life(self) -> float:
        """Images after which a number counts half in the smoothed curve: from a thousandth to a tenth of the run; 0 is off."""
        step = self.bar.smoothing.value()
        end = float(self._view.run.nimg) if self._view is not None else 0.0
        return end * 10 ** (-3 + 2 * (step - 1) / (SMOOTH_STEPS - 1)) if step else 0.0

    def _take_marks(self) -> None:
        self._marks = marks_of(self._view.run) if self._view is not None else []
        for plot in self._plots.values():
            plot.set_marks(self._marks, self._clock.to_x)

    # --- what a person does -------------------------------------------------------------------------------------------------

    def follow(self) -> None:
        """The whole run, and what comes."""
        self._set_following(True)
        self.refresh()

    def following(self) -> bool:
        """Whether the view keeps up with the run."""
        return self._following

    def _set_following(self, on: bool) -> None:
        self._following = on
        self.bar.follow.setChecked(on)

    def _turned(self, plot: "CurvePlot") -> None:
        """A zoom or a pan: the view stays put from now on, and all plots show the same part."""
        self._set_following(False)
        for other in self._plots.values():
            if other is not plot:
                other.set_view(*plot.view_range())
        self._soon()

    def _overlays_listed(self) -> None:
        there = {overlay.path for overlay in self.overlays.list()}
        self._over = {key: over for key, over in self._over.items() if key[0] in there}
        self._reach = {path: reach for path, reach in self._reach.items() if path in there}
        self.refresh()

    def _come_forward(self, _: object) -> None:
        """The dock before those that share its place: what was asked for is in it."""
        dock = self.parentWidget()
        if isinstance(dock, QDockWidget):
            dock.show()
            dock.raise_()

    def _groups_changed(self) -> None:
        known = self._plots.get(next(iter(self.shown()), ""))
        self.refresh()
        if not self._following and known is not None:
            self._turned(known)
            for plot in self._plots.values():
                plot.fit_values()

    def _smoothing_changed(self) -> None:
        half = self.half_life()
        tip = say("A number counts half after {after:,.2f} kimg", after=half / 1000) if half else say("Off: each number as it was measured")
        self.bar.smoothing.setToolTip(tip)
        self.refresh()

    def _log_changed(self, on: bool) -> None:
        for plot in self._plots.values():
            plot.set_log(on)
            plot.fit_values()

    def _axis_changed(self, index: int) -> None:
        self._clock = replace(self._clock, time=index == 1)
        for plot in self._plots.values():
            plot.set_time(index == 1)
        self._take_marks()
        self.follow()

    # --- the position -------------------------------------------------------------------------------------------------------

    def _placed(self, x: float) -> None:
        """Clicked or dragged: everything goes there; beyond the newest is live."""
        if self._view is not None:
            nimg = max(0.0, self._clock.to_nimg(x))
            self.session.set_position(None if nimg >= self._view.run.nimg else nimg)

    def _place_line(self) -> None:
        if self._view is None:
            return
        position = self.session.position
        x = self._clock.to_x(float(self._view.run.nimg) if position is None else position)
        for plot in self._plots.values():
            plot.set_line(x, live=position is None)
        self._tell()

    def _hover(self, x: float | None) -> None:
        self._hovered = x
        for plot in self._plots.values():
            plot.cross(x)
        self._tell()

    def _tell(self) -> None:
        """Values under the cursor, else at the position, else the newest."""
        if self._view is None:
            return
        position = self.session.position
        live = position is None and self._hovered is None
        x = self._hovered if self._hovered is not None else self._clock.to_x(float(self._view.run.nimg) if position is None else position)
        where = "" if live else say("at {place}", place=self._words(x))
        for key in self.shown():
            self._plot(key).tell(x, where)

    def _words(self, x: float) -> str:
        place = f"{kimg(max(0.0, self._clock.to_nimg(x)))} kimg"
        return f"{duration(x)}, {place}" if self._clock.time else place

    # --- place and looks ----------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Shown plots side by side or one over the other, whichever brings them nearest to twice as wide as high."""
        plots = [self._plot(key) for key in self.shown()]
        for plot in self._plots.values():
            plot.setVisible(plot in plots)
        width, height = max(1, self._pages.width()), max(1, self._pages.height())
        columns = min(range(1, len(plots) + 1), key=lambda n: abs(np.log((width / n) / max(float(LEAST), height / -(-len(plots) // n)) / 2.0)), default=1)
        for i, plot in enumerate(plots):
            place = self._grid.indexOf(plot)
            if place < 0 or self._grid.getItemPosition(place)[:2] != divmod(i, columns):  # type: ignore[index]
                self._grid.addWidget(plot, *divmod(i, columns))
                plot.show()
        for column in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, int(column < columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def sizeHint(self) -> QSize:
        """Wide and low: it lies under the samples."""
        return QSize(700, 260)

    def _retint(self) -> None:
        for plot in self._plots.values():
            plot.retint()
        self._place_line()

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(theme.icon("fit"), say("Follow the run"), self.follow)
        menu.addSeparator()
        self.saving.add_to(menu)
        menu.popup(place if not place.isNull() else QCursor.pos())

    def _save_table(self, path: Path) -> bool:
        assert self._view is not None
        others = {o.name: held for o in self.overlays.list() if (held := o.columns()) is not None}
        every = [self._view.columns, *others.values()]
        names = list(dict.fromkeys(s.name for key in self.shown() for columns in every for s in series_of(key, columns.names)))
        try:
            write_table(path, self._view.columns, names, run=self._view.folder.name, others=others)
        except OSError:
            return False
        return True


def _reach(view: RunView, clock: Clock) -> tuple[float, float]:
    """x of where a run begins, which for a branch is where its checkpoint was, and of where it is."""
    begin = float(view.run.segments[0].nimg) if view.run.segments else 0.0
    return clock.to_x(begin), clock.to_x(float(view.run.nimg))
