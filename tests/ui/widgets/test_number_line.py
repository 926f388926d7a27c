"""A line for a number: what may be typed, how keys step it, what an empty one says, and when its unit gives way."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studio.gan.spec import Option
from studio.ui.widgets.number_line import NumberLine, stepped
from tests.ui.pressing import typed


def test_a_number_line_reads_scientific_notation_and_every_digit_of_a_seed(qtbot: QtBot):
    line = NumberLine(Option("lr", "float", 1.0, "", gt=0))
    qtbot.addWidget(line)
    line.show()
    typed(qtbot, line, "2e-4")
    assert line.value() == 0.0002
    line.show_value(0.0002)
    assert line.text() == "2e-4"  # what was typed stays
    typed(qtbot, line, "nan")
    assert line.value() == "nan"
    seed = NumberLine(Option("seed", "int", 0, "", ge=0))
    qtbot.addWidget(seed)
    seed.show_value(2**63 - 1)
    assert seed.value() == 2**63 - 1
    typed(qtbot, seed, "1e5")
    assert seed.value() == 100_000
    assert isinstance(seed.value(), int)


def test_arrow_keys_step_the_leading_digit_and_stop_at_the_limits(qtbot: QtBot):
    line = NumberLine(Option("beta", "float", 0.9, "", ge=0, lt=1))
    qtbot.addWidget(line)
    line.show_value(0.9)
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert line.value() == 0.9
    with qtbot.waitSignals([line.edited, line.committed], timeout=20_000):
        qtbot.keyClick(line, Qt.Key.Key_Down)
    assert line.value() == 0.8
    assert [stepped(v, s, whole=False) for v, s in ((0.0009, 1), (0.001, -1), (0.001, 1), (0.0, 1), (20.0, -1))] == [0.001, 0.0009, 0.002, 0.01, 10.0]
    assert stepped(64, 10, whole=True) == 74


def test_a_zero_that_is_no_amount_says_what_it_means(qtbot: QtBot):
    line = NumberLine(Option("height", "int", 0, "", unit="pixels", zero="automatic", ge=0))
    qtbot.addWidget(line)
    line.resize(200, line.sizeHint().height())
    line.show()
    line.show_value(0)
    assert (line.text(), line.placeholderText(), line.value(), line._unit.isVisible()) == ("", "automatic", 0, False)
    line.show_automatic(32)
    assert line.placeholderText() == "automatic: 32"
    line.show_value(64)
    assert (line._unit.text(), line._unit.isVisible()) == ("pixels", True)
    with qtbot.waitSignal(line.committed):
        typed(qtbot, line, "0")
        line.settle()
    assert (line.text(), line.value()) == ("", 0)


def test_the_unit_gives_way_to_a_number_that_needs_its_room(qtbot: QtBot):
    line = NumberLine(Option("points", "int", 100000, "", unit="points", ge=1))
    qtbot.addWidget(line)
    line.show_value(100000)
    line.resize(160, 28)
    line.show()
    wide = line.textMargins().right()
    assert wide > 0
    line.resize(95, 28)
    qtbot.waitUntil(lambda: line.textMargins().right() == 0)
    line.show_value(5)
    assert line.textMargins().right() == wide
