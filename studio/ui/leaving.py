"""What a wish to close the window comes to while a run trains in it: a question, saving, or a hand-over to the background. No run is lost."""

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget

from studio.ui import settings
from studio.ui.background import Background
from studio.ui.closing import Closing, Veil
from studio.ui.notices import question
from studio.ui.session import Session
from studio.words import say

LOGOUT_MS = 20000  # how long the end of the desktop's session is held up for a checkpoint


class Leaving(QObject):
    """Asks at most one question at a time, and never when the system wants to end. `going`: the window will close, so nothing else may begin."""

    going = Signal()

    def __init__(self, session: Session, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._background, self._window = session, background, window
        self.closing: Closing | None = None
        self.box: QMessageBox | None = None
        self.veil: Veil | None = None  # over the window while it waits for a hand-over
        background.settled.connect(self._settled)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.commitDataRequest.connect(self.end_session)

    def may_go(self) -> bool:
        """Whether the window may close now. If not, it is seen to that it closes later, or that a person is asked."""
        if self.closing is not None:
            return self.closing.is_over
        if self._background.is_busy():
            self._wait()
        elif self._session.torch.training is None:
            return True
        elif self.box is not None:
            self.box.raise_()
            self.box.activateWindow()
        else:
            self._do(settings.leave_of(self._session.settings))
        return False

    @Slot()
    def save_and_quit(self) -> None:
        """Stop the run that trains here, show that it is saving, then close. A second call gives up on saving."""
        if self.closing is not None:
            self.closing.give_up()
            return
        self.going.emit()
        self._withdraw()
        self._background.call_off()
        self._session.stay_idle()
        self.closing = Closing(self._session, self._window)
        self.closing.over.connect(self._window.close)
        self.closing.begin()

    @Slot()
    def keep_and_quit(self) -> None:
        """Hand the run to a process of its own, show that, and close once it trains there. If that fails, the window stays and tells why."""
        from studio.runs.folder import RunFolder

        path = self._session.torch.training
        if path is None:
            self._window.close()
            return
        self.going.emit()
        self._session.stay_idle()
        self._background.hand_over(RunFolder(path))
        if self._background.is_busy():
            self._wait()

    def end_session(self, *_: object) -> None:
        """The system logs out or goes down, and waits for this to return: save, and ask nothing."""
        if self.closing is None and self._session.torch.training is not None:
            self.save_and_quit()
        if self.closing is not None and not self.closing.is_over:
            loop = QEventLoop()
            self.closing.over.connect(loop.quit)
            QTimer.singleShot(LOGOUT_MS, loop.quit)
            loop.exec()

    def _do(self, way: settings.Leave) -> None:
        if way == "ask":
            self._ask()
        elif way == "save":
            self.save_and_quit()
        else:
            self.keep_and_quit()

    # --- the question -----------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        path = self._session.torch.training
        assert path is not None
        text = say("It can train on in a process of its own, without the window, or be saved now and resumed any day.")
        box = question(self._window, say("{name} is training.", name=path.name), text)
        self._keep = box.addButton(say("&Keep training in the background"), QMessageBox.ButtonRole.YesRole)
        self._save = box.addButton(say("&Save and quit"), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(say("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(self._save)
        box.setEscapeButton(cancel)
        remember = QCheckBox(say("&Remember, and do not ask again"), box)  # a child from the first: the box alone does not keep it alive
        remember.setToolTip(say("The settings change it back"))
        box.setCheckBox(remember)
        self._remember = remember
        box.finished.connect(self._answered)
        self.box = box
        box.open()

    @Slot()
    def _answered(self) -> None:
        box = self.box
        if box is None:
            return
        ways: dict[object, settings.Leave] = {self._keep: "keep", self._save: "save"}
        way, remember = ways.get(box.clickedButton()), self._remember.isChecked()
        self._withdraw()
        if way is None:
            return
        if remember:
            self._session.settings.setValue(settings.CLOSING, way)
        self._do(way)

    def _withdraw(self) -> None:
        box, self.box = self.box, None
        if box is not None:
            box.hide()
            box.deleteLater()

    # --- the hand-over ----------------------------------------------------------------------------------------------------

    def _wait(self) -> None:
        """Cover the window until the hand-over is over, which goes on also when a person decides to stay."""
        if self.veil is None and (path := self._session.handing) is not None:
            note = say("The window closes as soon as the run trains in a process of its own.")
            title, stay = say("Handing over {name} …", name=path.name), say("Stay in the window")
            self.veil = Veil(self._window, title, note, stay, say("The hand-over goes on, and the window stays open"))
            self.veil.left.connect(self._stay)
            self.veil.show()

    @Slot()
    def _stay(self) -> None:
        veil, self.veil = self.veil, None
        if veil is not None:
            veil.hide()
            veil.deleteLater()
            self._window.setFocus()

    @Slot(bool)
    def _settled(self, well: bool) -> None:
        """The window wants to go still, if nobody decided otherwise; where the run does not train on, it stays and tells why."""
        wanted = self.veil is not None
        self._stay()
        if wanted and well:
            self._window.close()
