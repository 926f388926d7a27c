"""What a panel is, and the walk that finds them: one file in this folder, one panel."""

import importlib
import pkgutil
from typing import ClassVar, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from studio.messages import Event
from studio.runs.view import RunView
from studio.ui.session import Session
from studio.words import say

Area = Literal["left", "centre", "bottom", "right"]


class Panel(QWidget):
    """One dock of the window. It reads the session and the shown run; it never keeps state that the run's folder does not."""

    title: ClassVar[str]  # also what docks and places know it by: marked, and said only where it is shown
    area: ClassVar[Area]
    order: ClassVar[int] = 100  # of the docks in one area, from first to last
    icon: ClassVar[str] = "grid"
    help: ClassVar[str] = ""  # page in resources/help
    sign_changed = Signal(object)  # QIcon | None: what stands at the dock's name instead of the panel's icon, for something to look at

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setAccessibleName(say(self.title))
        self.setProperty("panel", True)  # the style sheet's ground
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def show_run(self, view: RunView | None) -> None:
        """Another run is shown, or none: then the panel says what will appear in it and how to get there."""

    def advance(self, events: list[Event]) -> None:
        """New events of the shown run, already folded; at most 30 times a second."""


def panel_kinds() -> list[type[Panel]]:
    """Every panel of this folder, sorted by area and order."""
    found: list[type[Panel]] = []
    for module in pkgutil.iter_modules(__path__):
        content = vars(importlib.import_module(f"{__name__}.{module.name}"))
        found += [c for c in content.values() if isinstance(c, type) and issubclass(c, Panel) and c.__module__ == f"{__name__}.{module.name}"]
    return sorted(found, key=lambda kind: (kind.area, kind.order, kind.title))
