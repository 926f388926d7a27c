"""Takes the curves along: what is shown as a picture or a drawing, the numbers as a table. It asks where; a fault is said in a notice."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from studio.ui import theme
from studio.ui.session import Session
from studio.words import mark, say

Write = Callable[[Path], bool]


class CurveSaving:
    """Three ways to save one sheet of plots; `table` writes the numbers and says whether it could."""

    def __init__(self, session: Session, sheet: QWidget, table: Write) -> None:
        self._session, self._sheet = session, sheet
        self._ways: dict[str, tuple[str, str, str, Write]] = {
            mark("Picture (PNG)…"): (say("Save the curves as a picture"), say("PNG pictures (*.png)"), ".png", self._picture),
            mark("Drawing (SVG)…"): (say("Save the curves as a drawing"), say("SVG drawings (*.svg)"), ".svg", self._drawing),
            mark("Table of numbers (CSV)…"): (say("Save the numbers of the shown curves"), say("Tables (*.csv)"), ".csv", table),
        }

    def add_to(self, menu: QMenu) -> QMenu:
        """The ways as entries of a menu."""
        for way in self._ways:
            menu.addAction(theme.icon("download"), say(way), lambda way=way: self.ask(way))
        return menu

    def ask(self, way: str) -> None:
        """Ask where, and save there. way: its name in English."""
        title, kinds, suffix, write = self._ways[way]
        view = self._session.view
        if view is None:
            return
        name, _ = QFileDialog.getSaveFileName(self._sheet.window(), title, f"{view.folder.name}-curves{suffix}", kinds)
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(name + suffix)
        if not write(path):
            self._session.warn(say("{path} could not be written; choose a folder that you may write to, on a disk with room.", path=path), "error")

    def _picture(self, path: Path) -> bool:
        return self._sheet.grab().save(str(path))

    def _drawing(self, path: Path) -> bool:
        """Lines and words stay lines and words, to be enlarged at will."""
        from PySide6.QtSvg import QSvgGenerator

        try:
            path.open("wb").close()  # the generator itself tells nothing
        except OSError:
            return False
        drawing = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # which can clip curves to their plots
        drawing.setFileName(str(path))
        drawing.setSize(self._sheet.size())
        drawing.setViewBox(QRect(QPoint(), self._sheet.size()))
        drawing.setTitle(say("Curves"))
        painter = QPainter(drawing)
        self._sheet.render(painter, QPoint())
        return painter.end() and path.stat().st_size > 0
