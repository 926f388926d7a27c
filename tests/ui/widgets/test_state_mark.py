"""The signs of health are told apart without colour, and large enough ones fill their place."""

import itertools
from typing import get_args

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from studio.ui.health import Level
from studio.ui.theme import DARK, LIGHT, Theme
from studio.ui.widgets.state_mark import ROLES, mark_icon, paint_mark

LEVELS = [level for level in get_args(Level) if level != "waiting"]  # which is drawn as unknown


def drawn(level: str, side: int = 32) -> np.ndarray:
    """Where there is ink, [side, side] from 0 to 1: no colour."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_mark(painter, QRectF(0, 0, side, side), level)  # type: ignore[arg-type]
    painter.end()
    lightness = [[image.pixelColor(x, y).lightnessF() * image.pixelColor(x, y).alphaF() for x in range(side)] for y in range(side)]
    shape = [[image.pixelColor(x, y).alphaF() for x in range(side)] for y in range(side)]
    return np.stack([np.array(lightness), np.array(shape)])


@pytest.mark.parametrize("side", [16, 40])
def test_every_level_has_a_shape_of_its_own(theme: Theme, side: int):
    seen = {level: drawn(level, side)[1] for level in LEVELS}
    glyphs = {level: drawn(level, side)[0] for level in LEVELS}
    for one, other in itertools.combinations(LEVELS, 2):
        apart = np.abs(seen[one] - seen[other]).mean() + np.abs(glyphs[one] - glyphs[other]).mean()
        assert apart > 0.02, (one, other)


@pytest.mark.parametrize(("scheme", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_an_icon_follows_the_scheme(theme: Theme, scheme, palette):
    icon = mark_icon("critical")
    theme.choose(scheme)
    image = icon.pixmap(QSize(32, 32)).toImage()
    colours = {image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255}
    theme.choose("light")
    assert {getattr(palette, ROLES["critical"]), palette.panel} <= colours
