"""Sheets of samples rearranged: fewer and so larger cells, or single pictures laid out as a sheet. Pixels stay what they are."""

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from studio.ui.widgets.grid_view import Cells

SIDES = (2, 3, 4, 6, 8, 12, 16, 24)  # cells along a side that are offered, where there are more of them


def sides_of(count: int) -> list[int]:
    """The sizes smaller than the whole that a sheet of so many cells can be shown at."""
    return [side for side in SIDES if side * side < count]


def first_of(sheet: QPixmap, cells: Cells, side: int) -> tuple[QPixmap, Cells]:
    """The first side × side cells as a sheet of their own; the whole where `side` is 0 or there are no more."""
    if not side or side * side >= cells.count:
        return sheet, cells
    fewer = replace(cells, columns=side, count=side * side)
    made = QPixmap(fewer.size())
    made.fill(Qt.GlobalColor.transparent if sheet.hasAlphaChannel() else Qt.GlobalColor.black)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for cell in range(fewer.count):
        painter.drawPixmap(fewer.rect(cell), sheet, cells.rect(cell))
    painter.end()
    return made, fewer


def sheet_of(pictures: Sequence[QImage], count: int) -> tuple[QPixmap, Cells]:
    """Pictures of one size, at most `count` of them, in as many columns as a worker would give `count` samples."""
    shown = list(pictures[:count])
    cells = Cells(max(1, math.ceil(math.sqrt(count))), shown[0].width(), shown[0].height(), len(shown))
    made = QPixmap(cells.size())
    made.fill(Qt.GlobalColor.transparent if shown[0].hasAlphaChannel() else Qt.GlobalColor.black)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for cell, picture in enumerate(shown):
        painter.drawImage(cells.rect(cell), picture)
    painter.end()
    return made, cells
