"""How the window looks: two palettes, one type scale, one spacing unit, icons tinted to the palette. Nothing here knows a run.

The colours of G, D, real and fake are the same in every plot, badge and picture; in each scheme the four stay apart for
protanopes, deuteranopes and tritanopes and legible on the panels (tests/ui/test_theme.py computes both).
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QByteArray, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory

from studio.resources import resource

SPACE = 8  # px; every margin and gap is a multiple or a half of it
RADIUS = 6
SMALL, BODY, TITLE, DISPLAY = 0.9, 1.0, 1.25, 1.8  # the type scale, times the system font's size
ICON = 18  # px, of toolbar and lists

Scheme = Literal["system", "light", "dark"]


@dataclass(frozen=True)
class Palette:
    """Colours as `#rrggbb`; text on `window`, `panel` and `raised` reaches a contrast of 4.5."""

    dark: bool
    window: str  # behind the docks
    panel: str  # a dock's content, a card, an input
    raised: str  # a button, a header, a row under the pointer
    border: str
    text: str
    muted: str  # secondary text
    accent: str  # the one primary action, focus and selection
    on_accent: str
    accent_soft: str  # a selected row
    ok: str
    warning: str
    danger: str
    G: str
    D: str
    real: str
    fake: str


LIGHT = Palette(
    dark=False,
    window="#eef0f3",
    panel="#ffffff",
    raised="#f4f6f8",
    border="#d3d8df",
    text="#1b1f26",
    muted="#59626f",
    accent="#2257c9",
    on_accent="#ffffff",
    accent_soft="#dde7fb",
    ok="#1a7a3c",
    warning="#8f5a00",
    danger="#bd2030",
    G="#b84300",
    D="#3c24be",
    real="#077a7c",
    fake="#6e1a55",
)

DARK = Palette(
    dark=True,
    window="#14161a",
    panel="#1c1f25",
    raised="#262a32",
    border="#363c47",
    text="#e8ebf0",
    muted="#a0a9b8",
    accent="#7aa7ff",
    on_accent="#0d1526",
    accent_soft="#26375a",
    ok="#5fd08a",
    warning="#f0b84a",
    danger="#ff7a80",
    G="#f7aa1b",
    D="#4b93ff",
    real="#47fadf",
    fake="#ff4f9f",
)


def colours() -> Palette:
    """The palette in force, told from the application's own: light when there is none."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightnessF() < 0.5 else LIGHT


def between_samples() -> QColor:
    """The ground of a grid of samples: a grey that neither light nor dark strokes at a sample's edge run into."""
    now = colours()
    return QColor(now.border if now.dark else now.muted)


def font(scale: float = BODY, *, bold: bool = False, mono: bool = False) -> QFont:
    """The interface's font at a step of the type scale; `mono` has figures of one width."""
    made = QFont(QGuiApplication.font())
    if mono:
        made.setFamilies(["DejaVu Sans Mono", "Menlo", "Consolas", "monospace"])
        made.setStyleHint(QFont.StyleHint.Monospace)
    size = made.pointSizeF()
    made.setPointSizeF((size if size > 0 else 10.0) * scale)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def icon(name: str, role: str = "text") -> QIcon:
    """`resources/icons/<name>.svg`, drawn in a colour of the palette in force, at any size; it follows a change of scheme by itself."""
    return QIcon(_TintedIcon(name, role))


class Theme(QObject):
    """Puts the palette on the application and follows the system's scheme unless told otherwise."""

    changed = Signal()  # another scheme was chosen, and with it perhaps another palette

    def __init__(self, app: QApplication, scheme: Scheme = "system") -> None:
        super().__init__(app)
        self._app = app
        self.scheme: Scheme = scheme
        self._shown: Palette | None = None
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.choose(scheme)

    def choose(self, scheme: Scheme) -> None:
        """`system` follows the desktop; `light` and `dark` stay."""
        self.scheme = scheme
        dark = scheme == "dark" or (scheme == "system" and self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark)
        palette = DARK if dark else LIGHT
        if palette is not self._shown:  # dressing every widget anew takes a moment, and changes nothing where the colours stay
            self._shown = palette
            self._app.setPalette(qt_palette(palette))
            self._app.setStyleSheet(style_sheet(palette))
        self.changed.emit()

    def _system_changed(self) -> None:
        if self.scheme == "system":
            self.choose("system")


def qt_palette(colours: Palette) -> QPalette:
    """The same colours for the widgets that the style draws."""
    made = QPalette()
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    plain = {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.panel,
        role.AlternateBase: colours.raised,
        role.Text: colours.text,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.raised,
        role.Midlight: colours.border,
        role.Mid: colours.border,
        role.Dark: colours.border,
        role.Shadow: colours.border,
    }
    for which, value in plain.items():
        made.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        faded = QColor(colours.muted)
        faded.setAlphaF(0.65)
        made.setColor(group.Disabled, which, faded)
    return made


def style_sheet(colours: Palette) -> str:
    """The little that the Fusion style does not do by itself."""
    text = resource("style.qss").read_text(encoding="utf-8")
    tokens = {**{k: v for k, v in vars(colours).items() if k != "dark"}, "space": f"{SPACE}px", "half": f"{SPACE // 2}px", "radius": f"{RADIUS}px"}
    tokens["icons"] = resource("icons").as_posix()
    tokens["scheme"] = "dark" if colours.dark else "light"
    for name in sorted(tokens, key=len, reverse=True):
        text = text.replace(f"@{name}", tokens[name])
    return text


class DrawnIcon(QIconEngine):
    """An icon that is drawn whenever it is wanted, so that it follows a change of scheme by itself; kinds say how, and how they are copied."""

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture


class _TintedIcon(DrawnIcon):
    """Draws one line icon in a colour that is looked up at the time of drawing."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name, self._role = name, role
        self._svg = resource(f"icons/{name}.svg").read_text(encoding="utf-8")

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        now = colours()
        off = mode == QIcon.Mode.Disabled
        ink = now.muted if off else getattr(now, self._role)
        renderer = QSvgRenderer(QByteArray(self._svg.replace("currentColor", ink).encode()))
        painter.save()
        if off:
            painter.setOpacity(0.6)
        renderer.render(painter, QRectF(rect))
        painter.restore()

    def clone(self) -> "_TintedIcon":
        return _TintedIcon(self._name, self._role)
