"""Fetches real pictures of the shown run's training set, for as long as they are wanted beside its samples. It shows none itself."""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QToolButton

from studio.errors import Cancelled, StudioError
from studio.runs.home import cache_folder
from studio.runs.view import RunView
from studio.ui.looking import Look, Looking
from studio.ui.session import Session
from studio.ui.widgets.beside import Beside
from studio.ui.widgets.grid_view import Cells
from studio.ui.widgets.picture_grid import to_image
from studio.words import say


class RealSamples(QObject):
    """Always the same ones of a data set, as many as there are samples. Where the data cannot be read, a notice says why and the button goes off."""

    def __init__(self, session: Session, beside: Beside, button: QToolButton) -> None:
        super().__init__(beside)
        self._session, self._beside, self._button = session, beside, button
        self._view: RunView | None = None
        self._wanted = button.isChecked()  # by the person, whatever the present data allows
        self._looking: Looking | None = None
        self._have = self._asked = 0  # pictures that are shown, or on their way
        self._count = 0  # samples that are shown
        button.toggled.connect(self._toggled)
        button.clicked.connect(self._choose)
        beside.given_up.connect(lambda: button.setChecked(False))

    def show_run(self, view: RunView | None) -> None:
        """Another run is shown."""
        self._forget()
        self._view, self._count = view, 0
        self._button.setChecked(self._wanted)

    def follow(self, cells: Cells | None) -> None:
        """So many samples are shown now."""
        self._count = 0 if cells is None else cells.count
        self._fetch()

    def _choose(self, on: bool) -> None:
        self._wanted = on

    def _toggled(self, on: bool) -> None:
        if on:
            self._fetch()
        else:
            self._forget()

    def _forget(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking.deleteLater()
        self._looking, self._have, self._asked = None, 0, 0
        self._beside.hide_reals()

    def _fetch(self) -> None:
        """More of them, where more are wanted than are there or on their way."""
        if self._view is None or not self._button.isChecked() or self._count <= max(self._have, self._asked):
            return
        if self._looking is not None:
            self._looking.cancel()
            self._looking.deleteLater()
        source: Any = self._view.run.options.get("dataset", {})
        self._asked = self._count
        if not self._have:
            self._beside.wait_for_reals(0, 0, say("Opening the data"))
        self._looking = Looking(self._session.torch, dict(source), cache_folder(self._session.home), count=self._count, parent=self)
        self._looking.progressed.connect(self._progressed)
        self._looking.done.connect(self._show)
        self._looking.failed.connect(self._fail)

    def _progressed(self, step: tuple[int, int, str]) -> None:
        if not self._have:
            self._beside.wait_for_reals(*step)

    def _show(self, found: Look) -> None:
        self._looking, self._have = None, self._asked  # a small set has no more
        self._beside.set_reals([to_image(picture) for picture in found.samples], found.labels)

    def _fail(self, error: StudioError) -> None:
        self._looking = None
        self._button.setChecked(False)
        if not isinstance(error, Cancelled):
            self._session.warn(say("The reals cannot be shown: {why}", why=error), "warning")
