"""Texts that change at every tick leave the rest of the window alone."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from studio.ui.widgets.status import _Bar
from studio.ui.widgets.still import Still


class Counter(QObject):
    """Counts a widget's events of one kind."""

    def __init__(self, widget: QWidget, kind: QEvent.Type) -> None:
        super().__init__(widget)
        self.kind, self.count = kind, 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == self.kind
        return False


class Row(QWidget):
    """Widgets beside each other."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QHBoxLayout(self)
        self.resize(400, 40)


@pytest.fixture
def row(qtbot: QtBot) -> Row:
    made = Row()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_new_figure_lays_nothing_out(row: Row, qtbot: QtBot) -> None:
    label = QLabel("12.34")
    still = Still(label)
    row.line.addWidget(still)
    qtbot.wait(20)
    asked = Counter(row, QEvent.Type.LayoutRequest)
    label.setText("11.11")
    qtbot.wait(20)
    assert asked.count == 0
    assert label.isVisible()
    assert label.size() == still.size()


def test_a_longer_text_gets_its_room_and_keeps_it(row: Row, qtbot: QtBot) -> None:
    label = QLabel("1")
    still = Still(label)
    row.line.addWidget(still)
    row.line.addStretch(1)
    qtbot.waitUntil(lambda: still.width() < 20)
    label.setText("a hundred times as long")
    qtbot.waitUntil(lambda: label.width() >= label.sizeHint().width())
    wide = still.width()
    label.setText("1")
    qtbot.wait(20)
    assert still.width() == wide


def test_a_bar_that_was_busy_stands_still_once_its_end_is_known(row: Row, qtbot: QtBot) -> None:
    row.setStyleSheet("QProgressBar { border: 0; } QProgressBar::chunk { background: red; }")
    bar = _Bar()
    row.line.addWidget(bar)
    bar.setRange(0, 0)
    painted = Counter(bar, QEvent.Type.Paint)
    qtbot.waitUntil(lambda: painted.count > 4)
    bar.setRange(0, 1000)
    qtbot.wait(100)
    painted.count = 0
    qtbot.wait(300)
    assert painted.count <= 1
