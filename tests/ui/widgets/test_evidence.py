"""Evidence is drawn where its numbers are, in the colours of reals and fakes, and pictures keep their pixels."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from studio.messages import Evidence
from studio.ui.theme import DARK, LIGHT, Theme
from studio.ui.widgets.evidence import TALLEST, EvidenceView, _columns, period
from studio.ui.widgets.shares_plot import SharesPlot
from tests.ui.panels.made_runs import shown


def one_hot(n: int, of: int = 6) -> tuple[float, ...]:
    return tuple(float(i == n) for i in range(of))


MAP = Evidence(kind="histogram", title="Check by check", series={"2 before": one_hot(0), "1 before": one_hot(2), "this check": one_hot(4), "reals": one_hot(5)})
STEPS = Evidence(kind="histogram", title="D", series={"samples": (0.8, 0.2, 0, 0), "reals": (0, 0, 0.2, 0.8)}, edges=(-2.0, -1.0, 0.0, 1.0, 2.0))


@pytest.fixture
def plots(theme: Theme) -> Iterator[dict[str, SharesPlot]]:
    made = {"map": SharesPlot(MAP), "steps": SharesPlot(STEPS)}
    for plot in made.values():
        plot.resize(400, 300)
        plot.show()
        QApplication.processEvents()
    yield made
    for plot in made.values():
        plot.close()
        plot.deleteLater()


def colour(plot: SharesPlot, x: float, y: float) -> str:
    box = plot.plot.getPlotItem().getViewBox()
    at: QPoint = plot.plot.mapFromScene(box.mapViewToScene(QPointF(x, y)))
    return plot.plot.grab().toImage().pixelColor(at).name()


def test_a_map_has_a_row_for_each_check_the_newest_last_and_the_reals_apart(plots: dict[str, SharesPlot]):
    plot = plots["map"]
    assert plot.is_map()
    assert [colour(plot, bin_, row) for row, bin_ in enumerate((0, 2, 4))] == [LIGHT.fake] * 3
    assert colour(plot, 5, 3.5) == LIGHT.real
    assert colour(plot, 1, 0) == LIGHT.panel
    assert "newest last" in plot.legend()


def test_steps_lie_between_their_edges(plots: dict[str, SharesPlot]):
    plot = plots["steps"]
    assert not plot.is_map()
    veiled = QColor(colour(plot, -1.5, 40))
    assert veiled.name() != LIGHT.panel
    assert abs(veiled.hue() - QColor(LIGHT.fake).hue()) < 12
    assert abs(QColor(colour(plot, 1.5, 40)).hue() - QColor(LIGHT.real).hue()) < 12
    assert colour(plot, 0.5, 47) == LIGHT.panel
    assert LIGHT.fake in plot.legend()


def test_a_histogram_follows_the_scheme(plots: dict[str, SharesPlot], theme: Theme):
    theme.choose("dark")
    QApplication.processEvents()
    seen = colour(plots["map"], 0, 0), colour(plots["map"], 1, 0)
    theme.choose("light")
    assert seen == (DARK.fake, DARK.panel)


@pytest.mark.parametrize(
    ("labels", "repeated", "words"),
    [
        (("a", "b"), ["a", "b"], "From left to right: a, b."),
        (("a", "b", "a", "b"), ["a", "b"], "In each pair, from left to right: a, b."),
        (("a", "a"), ["a"], "Again and again, from left to right: a."),
        (("a", "b", "a"), ["a", "b", "a"], "From left to right: a, b, a."),
        ((), [], ""),
    ],
)
def test_columns_are_named_once_where_they_repeat(labels, repeated, words):
    assert period(labels) == repeated
    assert _columns(Evidence(kind="pairs", title="t", labels=labels)) == words


def test_a_picture_is_enlarged_by_a_whole_factor_and_a_tall_one_fades_out(tmp_path: Path, theme: Theme):
    pixels = np.random.default_rng(0).integers(0, 256, (300, 30, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "tall.png")
    view = EvidenceView(tmp_path, Evidence(kind="pictures", title="Tall", text="Words below it.", file="tall.png"))
    for _ in shown(view, 260, 300):
        frame = view.frame
        assert frame.scale() == 8
        assert frame.height() == TALLEST
        shot = frame.grab().toImage()
        for column in (0, 11, 29):
            at = frame.place().topLeft() + QPoint(8 * column + 4, 8 * 10 + 4)
            assert shot.pixelColor(at).getRgb()[:3] == tuple(pixels[10, column])
        below = next(label for label in view.findChildren(QLabel) if label.text() == "Words below it.")
        assert below.y() >= frame.geometry().bottom()


def test_in_another_width_the_picture_has_another_height_and_what_is_below_gives_way(tmp_path: Path, theme: Theme):
    Image.fromarray(np.zeros((20, 40), np.uint8)).save(tmp_path / "wide.png")
    view = EvidenceView(tmp_path, Evidence(kind="pictures", title="Wide", text="Words below it.", file="wide.png"))
    inside, place = QWidget(), QScrollArea()
    column = QVBoxLayout(inside)
    column.addWidget(view)
    column.addStretch(1)
    place.setWidgetResizable(True)
    place.setWidget(inside)
    heights = []
    for _ in shown(place, 240, 500):
        for width in (240, 420, 200):
            place.resize(width, 500)
            QApplication.processEvents()
            below = next(label for label in view.findChildren(QLabel) if label.text() == "Words below it.")
            assert below.y() > view.frame.geometry().bottom()
            assert view.frame.height() >= view.frame.place().bottom()
            heights.append(view.frame.height())
    assert heights[1] > heights[0] > heights[2]
