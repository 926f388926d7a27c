"""The row above the curves: which groups are shown, how they are drawn, and what can be saved. What was chosen is remembered."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QSizePolicy, QSlider, QToolButton, QWidget

from studio.ui import theme
from studio.ui.curve_data import DOCTOR, GROUPS, MORE, Group
from studio.ui.widgets.flow import FlowLayout
from studio.ui.widgets.words import tip
from studio.words import mark, say

SMOOTH_STEPS = 20  # of the slider; 0 is off
SHOWN_FIRST = "losses,outputs"
MENUS = {DOCTOR: mark("What the doctor measured at each check"), MORE: mark("Augmentation, learning rates, speed, and what else follows a schedule")}
_GROUPS, _SMOOTHING = "curves/groups", "curves/smoothing"


class CurveBar(QWidget):
    """Toggles for the groups, a slider for smoothing, log, the unit along the bottom, follow, save."""

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.menus: dict[str, QToolButton] = {}  # of groups that share a button
        self.groups = self._make_toggles()
        self.smoothing = QSlider(Qt.Orientation.Horizontal)
        about = say("A logarithmic axis of values; where there are values below zero it is linear near zero")
        self.log = _button(say("Log", sense="logarithmic"), about, checkable=True)
        self.axis = QComboBox()
        self.follow = _button(say("Follow"), say("Show the whole run and keep up with it (0, or double click on a plot)"), checkable=True)
        self.overlay = _button(say("Overlay"), say("Lay the curves of other runs over these, by kimg or by time as these are"))
        self.save = _button("", say("Save what is shown as a picture, or the numbers as a table"))
        self._set_up_controls()
        self._lay_out()

    def _make_toggles(self) -> dict[str, QToolButton | QAction]:
        shown = str(self._settings.value(_GROUPS, SHOWN_FIRST)).split(",")
        made: dict[str, QToolButton | QAction] = {}
        for group in GROUPS:
            toggle = self._make_entry(group) if group.menu else _button(say(group.title), say(group.about), checkable=True)
            if isinstance(toggle, QToolButton):
                toggle.setAccessibleName(say("Show {what}", what=say(group.title)))
            toggle.setChecked(group.key in shown)
            toggle.toggled.connect(self._remember)
            made[group.key] = toggle
        return made

    def _make_entry(self, group: Group) -> QAction:
        """A group in the menu of a button that it shares with others."""
        if group.menu not in self.menus:
            button = _button(say(group.menu), say(MENUS[group.menu]))
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setAccessibleName(say("Show curves: {what}", what=say(group.menu)))
            button.setMenu(QMenu(button))
            button.menu().setToolTipsVisible(True)
            self.menus[group.menu] = button
        entry = QAction(say(group.title), self)
        entry.setToolTip(tip(say(group.about)))
        entry.setCheckable(True)
        self.menus[group.menu].menu().addAction(entry)
        entry.changed.connect(lambda: self._follow_entries(group.menu))
        return entry

    def _follow_entries(self, menu: str) -> None:
        """A button is alive as long as one of its entries is."""
        self.menus[menu].setEnabled(any(entry.isEnabled() for entry in self.menus[menu].menu().actions()))

    def _set_up_controls(self) -> None:
        self.smoothing.setRange(0, SMOOTH_STEPS)
        self.smoothing.setValue(int(str(self._settings.value(_SMOOTHING, 8))))
        self.log.setAccessibleName(say("Log axis"))
        self.smoothing.setFixedWidth(72)
        self.smoothing.setAccessibleName(say("Smoothing"))
        self.smoothing.setToolTip(say("How much of the run each point of a thick curve averages; 0 shows each number as it was measured"))
        self.smoothing.valueChanged.connect(self._remember)
        self.axis.addItems([say("by kimg"), say("by time")])
        self.axis.setToolTip(say("Along the bottom: thousands of real images shown (kimg), or training time with pauses left out"))
        self.axis.setAccessibleName(say("Unit of the horizontal axis"))
        self.follow.setChecked(True)
        self.overlay.setAccessibleName(say("Overlay a run"))
        self.overlay.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.save.setAccessibleName(say("Save the curves"))
        self.save.setIcon(theme.icon("download"))
        self.save.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _lay_out(self) -> None:
        arrow = 'QToolButton[popupMode="2"] { padding-right: 20px; }'  # beside the words, not over them
        self.setStyleSheet(f"QToolButton {{ padding: 3px {theme.SPACE - 2}px; }} {arrow} QComboBox {{ padding: 2px 4px; }}")
        smooth = QWidget()
        row = QHBoxLayout(smooth)
        row.setContentsMargins(theme.SPACE, 0, 0, 0)
        row.addWidget(QLabel(say("Smooth")))
        row.addWidget(self.smoothing)
        flow = FlowLayout(self)
        toggles = [toggle for toggle in self.groups.values() if isinstance(toggle, QToolButton)]
        for widget in (*toggles, *(self.menus[name] for name in MENUS), smooth, self.log, self.axis, self.follow, self.overlay, self.save):
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # Minimum would ask for the rows of the narrowest bar
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def shown(self) -> list[str]:
        """Keys of the groups that are asked for and that the run has numbers of."""
        return [key for key, button in self.groups.items() if button.isChecked() and button.isEnabled()]

    def _remember(self) -> None:
        self._settings.setValue(_GROUPS, ",".join(key for key, button in self.groups.items() if button.isChecked()))
        self._settings.setValue(_SMOOTHING, self.smoothing.value())


def _button(text: str, tip: str, *, checkable: bool = False) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(text)
    button.setCheckable(checkable)
    return button
