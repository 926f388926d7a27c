"""The grid of samples by itself: zoom, pan, and which cell lies where."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication

from studio.ui.widgets.grid_view import Cells, GridView


def grid_of(qtbot, side: int = 16) -> GridView:
    view = GridView()
    qtbot.addWidget(view)
    view.resize(200, 200)
    view.show()
    picture = QPixmap(side, side)
    picture.fill(QColor("red"))
    view.set_picture(picture, None)
    return view


def test_the_wheel_zooms_about_the_cursor_in_whole_factors(qtbot):
    view = grid_of(qtbot)
    assert view.scale() == 12  # 200 // 16
    at = QPointF(60, 80)
    before = (at - view._origin) / view.scale()
    none, plain, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(at, view.mapToGlobal(at), QPoint(), QPoint(0, 240), none, plain, phase, False)
    QApplication.sendEvent(view, turn)
    after = (at - view._origin) / view.scale()
    assert view.scale() == int(view.scale()) > 12
    assert abs(before.x() - after.x()) < 0.1
    assert abs(before.y() - after.y()) < 0.1
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton)
    assert view.scale() == 12


def test_a_large_picture_is_shrunk_to_fit_and_can_be_dragged_when_enlarged(qtbot):
    view = grid_of(qtbot, side=800)
    assert view.scale() == 0.25
    for _ in range(12):
        view.zoom(1)
    origin = QPointF(view._origin)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(view, QPoint(60, 70))
    qtbot.mouseMove(view, QPoint(50, 60))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(50, 60))
    assert view._origin.x() < origin.x()
    assert view._origin.y() < origin.y()


def test_cells_find_their_seed_and_not_the_gaps():
    cells = Cells(columns=3, width=4, height=4, count=8, gap=1)
    assert [cells.at(*p) for p in ((0, 0), (5, 0), (12, 5), (9, 12))] == [0, 1, 5, 7]
    assert cells.at(11, 12) is None
    assert cells.at(-1, 0) is None
    assert cells.at(16, 0) is None
    assert cells.rect(4).getRect() == (5, 5, 4, 4)
