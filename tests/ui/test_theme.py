"""The palettes are legible and the four roles stay apart for the colour-blind; icons are of one hand."""

import itertools
import re

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton, QWidget

from studio.resources import resource
from studio.ui import theme as look
from studio.ui.theme import DARK, LIGHT, Palette, Theme

# Machado, Oliveira and Fernandes 2009, severity 1: what a dichromat sees, in linear RGB.
SIGHT = {
    "all cones": np.eye(3),
    "protanope": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deuteranope": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "tritanope": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
}
ICONS = sorted(resource("icons").glob("*.svg"))
LINE_ICONS = [f for f in ICONS if not f.stem.startswith(("arrow-", "check-", "dialog-", "gan-studio"))]


def linear(colour: str) -> np.ndarray:
    c = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """WCAG 2's ratio."""
    light, dark = sorted((linear(c) @ [0.2126, 0.7152, 0.0722] for c in (one, other)), reverse=True)
    return float((light + 0.05) / (dark + 0.05))


def oklab(rgb: np.ndarray) -> np.ndarray:
    """Björn Ottosson's perceptual space: distances are near what the eye tells."""
    to_lms = np.array([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]])
    to_lab = np.array([[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099], [0.0259040371, 0.7827717662, -0.8086757660]])
    return to_lab @ np.cbrt(to_lms @ np.clip(rgb, 0, 1))


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "ok", "warning", "danger", "G", "D", "real", "fake"])
@pytest.mark.parametrize("ground", ["window", "panel", "raised"])
def test_text_is_legible_on_every_ground(palette: Palette, ink: str, ground: str):
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_on_the_accent_and_on_a_selected_row_is_legible(palette: Palette):
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.text, palette.accent_soft) >= 4.5
    assert contrast(palette.muted, palette.accent_soft) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("sight", SIGHT)
def test_the_four_roles_stay_apart_for_every_eye(palette: Palette, sight: str):
    seen = [oklab(SIGHT[sight] @ linear(c)) for c in (palette.G, palette.D, palette.real, palette.fake)]
    assert min(np.linalg.norm(a - b) for a, b in itertools.combinations(seen, 2)) >= 0.12


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_style_sheet_knows_every_name_it_uses(scheme):
    assert "@" not in look.style_sheet(LIGHT if scheme == "light" else DARK).replace("/* Names after @", "")


def test_a_chosen_scheme_is_in_force_at_once_and_told(qapp: QApplication, theme: Theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert look.colours() is DARK
    assert QWidget().palette().color(QPalette.ColorRole.Window).name() == DARK.window
    theme.choose("light")
    assert look.colours() is LIGHT


@pytest.mark.parametrize("file", LINE_ICONS, ids=lambda f: f.stem)
def test_an_icon_is_drawn_with_the_one_pen(file):
    text = file.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert re.findall(r'stroke="([^"]*)"', text) == ["currentColor"]
    assert re.findall(r'stroke-width="([^"]*)"', text) == ["1.7"]


@pytest.mark.parametrize("file", LINE_ICONS, ids=lambda f: f.stem)
def test_an_icon_shows_in_the_colour_of_the_scheme(file, theme: Theme):
    for scheme, palette in (("light", LIGHT), ("dark", DARK)):
        theme.choose(scheme)
        image = look.icon(file.stem).pixmap(QSize(48, 48)).toImage()
        inks = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() == 255}
        assert inks == {palette.text}
    theme.choose("light")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_signs_of_qts_file_dialog_show_on_the_schemes_ground(scheme, theme: Theme, qtbot):
    theme.choose(scheme)
    dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    ground = dialog.palette().color(QPalette.ColorRole.Window).name()
    for name in ("backButton", "forwardButton", "toParentButton", "newFolderButton", "listModeButton", "detailModeButton"):
        image = dialog.findChild(QToolButton, name).icon().pixmap(QSize(48, 48)).toImage()
        solid = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() == 255]
        assert min(contrast(colour.name(), ground) for colour in solid) >= 3.0, name
    theme.choose("light")


def test_a_font_keeps_the_scale(qapp: QApplication, theme: Theme):
    sizes = [look.font(s).pointSizeF() for s in (look.SMALL, look.BODY, look.TITLE, look.DISPLAY)]
    assert sizes == sorted(set(sizes))
