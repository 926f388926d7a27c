"""The samples, and beside them as many reals, at one scale and place: what is done to one is done to the other. It loads nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.widgets.grid_view import Cells, GridView
from studio.ui.widgets.sheets import sheet_of
from studio.ui.widgets.swatch import swatch
from studio.ui.widgets.work_line import WorkLine
from studio.words import say


class Beside(QWidget):
    """Samples alone; with `wait_for_reals` and `set_reals` the real pictures at their right, each half named in its colour."""

    given_up = Signal()  # the reals that are on their way are not waited for

    def __init__(self, grid: GridView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid, self.reals, self.work = grid, RealsView(), WorkLine()
        self._pictures: Sequence[QImage] = ()
        self._cells: Cells | None = None  # of the samples
        self._heads = (_Head(say("Generated"), "fake"), _Head(say("Real"), "real"))
        self._right = QWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        for side, parts in ((QWidget(), (self._heads[0], grid)), (self._right, (self._heads[1], self.work, self.reals))):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.SPACE // 2)
            for part in parts:
                column.addWidget(part, int(isinstance(part, GridView)))
            if side is self._right:
                column.addStretch(0)
            row.addWidget(side, 1)
        self.work.cancelled.connect(self.given_up)
        for signal in (grid.moved, grid.resized, self.reals.resized):
            signal.connect(self._follow_samples)
        self.reals.moved.connect(self._follow_reals)
        self.hide_reals()

    def wait_for_reals(self, done: int, total: int, what: str) -> None:
        """The reals are on their way."""
        self._split(True)
        self.reals.hide()
        self.work.show_progress(done, total, what)

    def set_reals(self, pictures: Sequence[QImage], names: Sequence[str]) -> None:
        """Real pictures of one size, at least one; the class of each, or none."""
        self._pictures, self.reals.classes = pictures, names
        self._split(True)
        self.work.hide()
        self.reals.show()
        self._arrange()

    def hide_reals(self) -> None:
        """The samples alone."""
        self._pictures = ()
        self._split(False)

    def follow(self, cells: Cells | None) -> None:
        """The samples lie in these cells now: as many reals do."""
        if cells != self._cells:
            self._cells = cells
            self._arrange()

    def _arrange(self) -> None:
        if self._pictures and self._cells is not None:
            self.reals.set_picture(*sheet_of(self._pictures, self._cells.count))
            self._follow_samples()

    def _follow_samples(self) -> None:
        """Fitted to its own view, a half that is a pixel narrower might have another scale."""
        if self._pictures:
            self.reals.adopt(self.grid.outlook()._replace(fitted=False))

    def _follow_reals(self) -> None:
        if self._pictures:
            self.grid.adopt(self.reals.outlook())
            self._follow_samples()

    def _split(self, on: bool) -> None:
        self._right.setVisible(on)
        self._heads[0].setVisible(on)


class RealsView(GridView):
    """The grid of the reals."""

    def __init__(self) -> None:
        super().__init__()
        self.classes: Sequence[str] = ()
        self.setAccessibleName(say("Real pictures of the training set"))

    def words(self, cell: int) -> str:
        """Its class where one is known."""
        return say("real, {name}", name=self.classes[cell]) if cell < len(self.classes) else say("real")


class _Head(QWidget):
    """The name of a half, in its colour."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__()
        self.text, self._role = text, role
        self.setFont(theme.font(theme.SMALL, bold=True))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text) + 24, self.fontMetrics().height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        swatch(self._role).paint(painter, QRect(0, 0, 16, self.height()))
        painter.setPen(QColor(getattr(theme.colours(), self._role)))
        painter.drawText(self.rect().adjusted(20, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text)
        painter.end()
