"""A person's own templates on the welcome page: cards that can be renamed and thrown away, and the files among them that cannot be used."""

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from studio.presets import Preset
from studio.templates import BrokenTemplate
from studio.ui import theme
from studio.ui.theme import SPACE
from studio.ui.welcome import CardGrid, TemplateCard
from studio.ui.widgets.words import Words
from studio.words import say


class OwnCard(TemplateCard):
    """A card with a menu of its own: by its button, a press of the right button, F2 and Delete."""

    rename_wanted = Signal(object)  # Preset
    bin_wanted = Signal(object)

    def __init__(self, preset: Preset, parent: QWidget | None = None) -> None:
        super().__init__(preset, parent)
        self.rename_action = self._action("edit", say("Rename…"), "F2", self.rename_wanted)
        self.bin_action = self._action("trash", say("Move to bin"), "Delete", self.bin_wanted)
        self._more = QToolButton(self)
        self._more.setIcon(theme.icon("more"))
        self._more.setToolTip(say("Rename {template} or move it to the bin", template=preset.title))
        self._more.setAccessibleName(say("More to do with {template}", template=preset.title))
        self._more.setStyleSheet("padding: 3px; background: palette(base); border: 1px solid palette(mid)")  # over any picture
        self._more.clicked.connect(lambda: self._open(self._more.mapToGlobal(QPoint(0, self._more.height()))))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._more.sizeHint()
        self._more.setGeometry(self.width() - size.width() - SPACE, SPACE, size.width(), size.height())
        self._more.raise_()

    def _open(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.rename_action, self.bin_action])
        menu.popup(where)

    def _action(self, icon: str, text: str, key: str, wanted: SignalInstance) -> QAction:
        action = QAction(theme.icon(icon), text, self)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: wanted.emit(self.preset))
        self.addAction(action)
        return action


class OwnTemplates(QWidget):
    """Their cards under a heading; hidden while there are none."""

    chosen = Signal(object)  # Preset
    rename_wanted = Signal(object)
    bin_wanted = Signal(object, str)  # Path, title

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[OwnCard] = []
        self._shown: tuple[list[Preset], list[BrokenTemplate]] = ([], [])
        heading = QLabel(say("Your templates"))
        heading.setFont(theme.font(theme.TITLE, bold=True))
        self.told = Words("", "danger", scale=theme.SMALL)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, SPACE, 0, 0)
        self._column.setSpacing(SPACE)
        self._column.addWidget(heading)
        self._column.addWidget(self.told)
        self._grid: QWidget | None = None
        self.hide()

    def show_templates(self, sound: list[Preset], broken: list[BrokenTemplate]) -> None:
        """Shows these, and why others cannot be used. The cards are made anew only where anything is another."""
        if (sound, broken) == self._shown:
            return
        self._shown = (sound, broken)
        self.cards = [OwnCard(p) for p in sound]
        for card in self.cards:
            card.chosen.connect(self.chosen)
            card.rename_wanted.connect(self.rename_wanted)
            card.bin_wanted.connect(lambda p: self.bin_wanted.emit(p.file, p.title))
        if self._grid is not None:
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = CardGrid(self.cards) if self.cards else None
        if self._grid is not None:
            self._column.insertWidget(1, self._grid)
        self.told.say("\n".join(say("{reason}. It lies in {folder}.", reason=b.reason, folder=b.path.parent) for b in broken))
        self.setVisible(bool(sound or broken))
