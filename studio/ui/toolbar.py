"""The window's toolbar: the actions that matter at this moment, the run's name, the templates, the palette."""

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from studio.presets import Preset, papers, presets
from studio.ui import theme
from studio.ui.actions import Actions, Standing
from studio.ui.session import Session
from studio.ui.theme import SPACE
from studio.ui.welcome import preset_words
from studio.ui.widgets.action_button import ActionButton
from studio.ui.widgets.words import tip
from studio.words import say

SHOWN = ("train", "resume", "pause", "stop", "snapshot", "export")
PRIMARY = {"train", "resume"}
SIGNS = ("snapshot", "palette")  # what is known by its sign where the window is narrow
NARROW = 1040  # px of width below which it is


class Toolbar(QToolBar):
    """Follows the table of actions; what does not apply is hidden."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__(say("Actions"))
        self._table, self._session = actions, session
        self.setObjectName("actions")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(theme.ICON, theme.ICON))
        for name in ("home", "runs"):
            self.addWidget(ActionButton(actions[name], actions.deeds[name].icon, text=False))
        self._line = self.addSeparator()
        self._buttons: dict[str, Any] = {name: self.addWidget(ActionButton(actions[name], actions.deeds[name].icon, primary=name in PRIMARY)) for name in SHOWN}
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._name = QLabel()
        self._name.setFont(theme.font(bold=True))
        self._name.setAccessibleName(say("Name of the run"))
        self._name.setContentsMargins(SPACE, 0, 2 * SPACE, 0)
        self._whole_name = ""
        self.addWidget(spacer)
        self.addWidget(self._name)
        self.addWidget(self._template_button())
        self.addWidget(ActionButton(actions["palette"], "search"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What does not fit would be gone: no arrow shows what Qt leaves out."""
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if self.width() < NARROW else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in self.findChildren(ActionButton):
            if button.action_shown.objectName() in SIGNS:
                button.setToolButtonStyle(style)
        super().resizeEvent(event)
        self._shorten_name()

    def event(self, event: QEvent) -> bool:
        """The buttons took or gave back room: Qt tells of it only afterwards."""
        heard = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._shorten_name()
            self.update()  # Qt moves the pixels of buttons that give way, and leaves a stripe of what was between them
        return heard

    def refresh(self, standing: Standing) -> None:
        """Show what applies as things stand."""
        self._line.setVisible(any(self._table.deeds[name].shown(standing) for name in self._buttons))
        for name, shown in self._buttons.items():
            shown.setVisible(self._table.deeds[name].shown(standing))
            shown.setEnabled(self._table[name].isEnabled())  # the toolbar's own action rules its widget: else a dead button looks alive

    def name_run(self) -> str:
        """Shows the name of the run or draft, with the run's folder as the hint; the name."""
        view, draft = self._session.view, self._session.draft
        name = say("{name} (not started)", name=draft.get("name", "run")) if draft is not None else ""
        self._whole_name = view.folder.name if view is not None else name
        self._shorten_name()
        self._name.setToolTip(str(view.folder.path) if view is not None else "")
        return self._whole_name

    def _shorten_name(self) -> None:
        """To a quarter of the window, or to what the buttons leave of it."""
        metrics = self._name.fontMetrics()
        others = self.sizeHint().width() - metrics.horizontalAdvance(self._name.text())
        room = min(self.window().width() // 4, self.width() - others)
        words = metrics.elidedText(self._whole_name, Qt.TextElideMode.ElideMiddle, max(60, room))
        if words != self._name.text():
            self._name.setText(words)

    def _template_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(say("Templates"))
        button.setIcon(theme.icon("plus"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(say("Set up a run from a template"))
        button.setAccessibleName(say("Templates"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.template_menu = QMenu(button)
        self.template_menu.aboutToShow.connect(self._look_for_own)
        self._fill_templates([])
        self.template_menu.aboutToHide.connect(lambda: button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False))  # else it stays lit
        button.setMenu(self.template_menu)
        return button

    def _look_for_own(self) -> None:
        from studio.templates import own_templates  # and with it the runs' code, which comes after the first paint

        self._fill_templates(own_templates(self._session.home)[0])

    def _fill_templates(self, own: list[Preset]) -> None:
        """Those that come with the studio, a person's own as they are now, the recipes of papers."""
        menu = self.template_menu
        menu.clear()
        self._offer(presets(), menu)
        if own:
            menu.addSection(say("Your templates"))
            self._offer(own, menu)
        menu.addSeparator()
        self._offer(papers(), menu.addMenu(say("Recipes of papers")))

    def _offer(self, found: list[Preset], menu: QMenu) -> None:
        menu.setToolTipsVisible(True)
        for one in found:
            title, summary = preset_words(one)
            action = menu.addAction(title)
            action.setToolTip(tip(summary))
            action.triggered.connect(lambda _=False, p=one: self._session.draft_preset(p))
