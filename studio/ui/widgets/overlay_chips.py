"""The row of runs that lie over the curves, each in its colour with a way to take it away, and the menu that adds one."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QToolButton, QWidget

from studio.errors import StudioError
from studio.runs.home import list_runs, runs_folder
from studio.ui import theme
from studio.ui.overlays import Overlay, Overlays
from studio.ui.session import Session
from studio.ui.widgets.flow import FlowLayout
from studio.ui.widgets.run_list import about, title
from studio.ui.widgets.tones import tone_icon
from studio.words import say

RECENT = 12  # runs that the menu lists
NAME = 28  # characters of a name on a chip


class OverlayChips(QWidget):
    """A chip a run; pressing it takes the run away. Hidden while there is none."""

    def __init__(self, overlays: Overlays, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overlays = overlays
        self.chips: dict[Path, QToolButton] = {}
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setStyleSheet(f"QToolButton {{ padding: 2px {theme.SPACE - 2}px; }}")
        overlays.listed.connect(self._list)
        overlays.changed.connect(self._say)
        self._list()

    def _list(self) -> None:
        there = {overlay.path: overlay for overlay in self._overlays.list()}
        for path in set(self.chips) - set(there):
            chip = self.chips.pop(path)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for path, overlay in there.items():
            if path not in self.chips:
                self.chips[path] = self._chip(overlay)
                self._flow.addWidget(self.chips[path])
        self.setVisible(bool(there))
        self._say()

    def _chip(self, overlay: Overlay) -> QToolButton:
        chip = QToolButton()
        chip.setIcon(tone_icon(overlay.tone))
        chip.setIconSize(QSize(14, 14))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setAccessibleName(say("Take {name} away from the curves", name=overlay.name))
        path = overlay.path
        chip.clicked.connect(lambda: self._overlays.remove(path))
        return chip

    def _say(self) -> None:
        for overlay in self._overlays.list():
            if (chip := self.chips.get(overlay.path)) is None:
                continue
            name = overlay.name if len(overlay.name) <= NAME else overlay.name[: NAME - 1] + "…"
            text = (name if overlay.is_read() else say("{name}: reading, {percent} %", name=name, percent=overlay.percent)) + "  ✕"
            if chip.text() != text:
                chip.setText(text)
                chip.setToolTip(f"{overlay.path}\n{say('Press to take it away from the curves')}")


class OverlayMenu(QMenu):
    """The recent runs, and any other folder."""

    def __init__(self, session: Session, overlays: Overlays, parent: QWidget | None = None) -> None:
        super().__init__(say("Overlay a run"), parent)
        self._session, self._overlays = session, overlays
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the runs as they are now; those that lie over the curves are ticked."""
        self.clear()
        try:
            runs = [run for run in list_runs(self._session.home) if not run.broken]
        except StudioError as error:
            self._session.warn(str(error), "error")
            runs = []
        view = self._session.view
        shown = Path(view.folder.path) if view is not None else None
        over = {overlay.path for overlay in self._overlays.list()}
        others = sorted((run for run in runs if run.path != shown), key=lambda run: run.updated, reverse=True)
        for run in others[:RECENT]:
            path = Path(run.path)
            entry = self.addAction(f"{title(run)}   {about(run)}".replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(path in over)
            entry.setToolTip(str(path))
            entry.triggered.connect(lambda on, path=path: self._overlays.add([path]) if on else self._overlays.remove(path))
        if not others:
            self.addAction(say("No other run yet")).setEnabled(False)
        self.addSeparator()
        self.addAction(theme.icon("folder"), say("Other folder…"), self._ask)
        self.addAction(theme.icon("close"), say("Take all away"), self._overlays.clear).setEnabled(bool(over))

    def _ask(self) -> None:
        title, runs = say("The folder of a run whose curves to overlay"), str(runs_folder(self._session.home))
        chosen = QFileDialog.getExistingDirectory(self.parentWidget(), title, runs)
        if chosen:
            self._overlays.add([Path(chosen)])
