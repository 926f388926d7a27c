"""What the window remembers between starts, and the dialog for what a person may choose. The runs' home is kept by studio.runs.home."""

from pathlib import Path
from typing import Literal

import platformdirs
from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFileDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from studio.ui.language import LANGUAGE, LANGUAGES, language_of, resolved
from studio.ui.session import Session
from studio.ui.theme import SPACE, Scheme
from studio.ui.widgets.switch import Switch
from studio.words import mark, say

SCHEME, GEOMETRY, LAYOUT = "window/scheme", "window/geometry", "window/layout"
CLOSING, AWAKE = "window/closing", "training/awake"
Leave = Literal["ask", "save", "keep"]  # what closing the window does to a run that trains in it
LEAVES: dict[Leave, str] = {"ask": mark("Ask"), "save": mark("Save the run and quit"), "keep": mark("Keep training in the background")}
SCHEMES: dict[Scheme, str] = {"system": mark("As the system"), "light": mark("Light"), "dark": mark("Dark")}


def open_settings() -> QSettings:
    """The window's own settings, a small text file in the user's configuration folder."""
    return QSettings(str(platformdirs.user_config_path("gan-studio", appauthor=False) / "window.ini"), QSettings.Format.IniFormat)


def scheme_of(settings: QSettings) -> Scheme:
    """Light, dark, or as the system."""
    said = settings.value(SCHEME, "system")
    return next((s for s in SCHEMES if s == said), "system")


def leave_of(settings: QSettings) -> Leave:
    """What closing the window does to a run that trains in it."""
    said = settings.value(CLOSING, "ask")
    return next((way for way in LEAVES if way == said), "ask")


def keeps_awake(settings: QSettings) -> bool:
    """Whether the machine is kept from going to sleep while a run trains."""
    return bool(settings.value(AWAKE, True, type=bool))


def save_geometry(settings: QSettings, window: QWidget) -> None:
    """Remember place and size."""
    settings.setValue(GEOMETRY, window.saveGeometry())


def restore_geometry(settings: QSettings, window: QWidget) -> None:
    """Place and size of last time, on a screen that is there today; a good size the first time."""
    said = settings.value(GEOMETRY)
    if not (isinstance(said, QByteArray) and window.restoreGeometry(said)):
        screen = window.screen().availableGeometry()
        window.resize(QSize(1440, 900).boundedTo(screen.size() * 0.94))
        window.move(screen.center() - window.rect().center())
    clamp(window)


def clamp(window: QWidget) -> None:
    """Bring a window wholly onto the screen that holds most of it."""
    frame = window.geometry()
    screens = [s.availableGeometry() for s in QGuiApplication.screens()]
    screen = max(screens, key=lambda s: _area(s.intersected(frame)))
    size = frame.size().boundedTo(screen.size())
    x = min(max(frame.x(), screen.x()), screen.x() + screen.width() - size.width())
    y = min(max(frame.y(), screen.y()), screen.y() + screen.height() - size.height())
    if QRect(x, y, size.width(), size.height()) != frame:
        window.setGeometry(x, y, size.width(), size.height())


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())


class SettingsDialog(QDialog):
    """Where runs are kept, the scheme, and what becomes of a run that trains when the window closes or the machine is left alone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(say("Settings"))
        self.home = QLineEdit(str(session.home))
        self.home.setAccessibleName(say("Folder of the runs"))
        self.home.setMinimumWidth(360)
        self.home.setToolTip(say("New runs and decoded data sets go here"))
        browse = QPushButton(say("Choose…"))
        browse.setToolTip(say("Choose the folder"))
        browse.setAutoDefault(False)  # Enter in the line keeps the settings
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.home, 1)
        row.addWidget(browse)
        self.scheme = QComboBox()
        self.scheme.setAccessibleName(say("Theme"))
        self.scheme.setToolTip(say("Light or dark, or as the desktop is"))
        for scheme, words in SCHEMES.items():
            self.scheme.addItem(say(words), scheme)
        self.scheme.setCurrentIndex(self.scheme.findData(session.theme.scheme))
        self.language = QComboBox()
        self.language.setAccessibleName(say("Language"))
        self.language.setToolTip(say("Of all texts and numbers in the window, from the next start on"))
        for code, name in LANGUAGES.items():
            self.language.addItem(name or say(SCHEMES["system"]), code)
        self.language.setCurrentIndex(self.language.findData(language_of(session.settings)))
        self.leave = QComboBox()
        self.leave.setAccessibleName(say("When the window closes"))
        self.leave.setToolTip(say("What becomes of a run that trains in this window"))
        for way, words in LEAVES.items():
            self.leave.addItem(say(words), way)
        self.leave.setCurrentIndex(self.leave.findData(leave_of(session.settings)))
        self.awake = Switch()
        self.awake.setAccessibleName(say("Keep the machine awake while training"))
        self.awake.setToolTip(say("The screen may go dark; the machine does not go to sleep while a run trains"))
        self.awake.setChecked(keeps_awake(session.settings))
        note = QLabel(say("Runs and decoded data sets lie here. Runs made before stay where they are; open them from there."))
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        form = QFormLayout()
        form.setSpacing(SPACE)
        form.addRow(say("Runs are kept in"), row)
        form.addRow("", note)
        form.addRow(say("Theme"), self.scheme)
        form.addRow(say("Language from the next start on"), self.language)
        form.addRow(say("When the window closes"), self.leave)
        form.addRow(say("Keep the machine awake while training"), self.awake)
        body = QVBoxLayout(self)
        body.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        body.setSpacing(2 * SPACE)
        body.addLayout(form)
        body.addWidget(self._make_buttons())

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self.save.setToolTip(say("Keep these settings"))
        self.save.setProperty("primary", True)
        self.save.setDefault(True)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setToolTip(say("Leave everything as it was"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def accept(self) -> None:
        """Keep what was chosen; a home that cannot be made is said and nothing is kept."""
        from studio.runs.home import choose_home

        home = Path(self.home.text().strip()).expanduser().absolute()
        if home != self._session.home:
            try:
                home.mkdir(parents=True, exist_ok=True)
                choose_home(home)
            except OSError as error:
                text = say("{folder} cannot be the home of the runs: {why}. Choose a folder where you may write.", folder=home, why=error.strerror or error)
                self._session.warn(text, "error")
                return
            self._session.home = home
        scheme: Scheme = self.scheme.currentData()
        self._session.settings.setValue(SCHEME, scheme)
        self._session.theme.choose(scheme)
        self._choose_language(self.language.currentData())
        self._session.settings.setValue(CLOSING, self.leave.currentData())
        self._session.settings.setValue(AWAKE, self.awake.isChecked())
        super().accept()

    def _choose_language(self, code: str) -> None:
        before = language_of(self._session.settings)
        self._session.settings.setValue(LANGUAGE, code)
        if resolved(code) != resolved(before):
            self._session.warn(say("The window speaks the other language when GAN Studio is started again."), "info")

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, say("Folder of the runs"), self.home.text())
        if chosen:
            self.home.setText(chosen)
