"""Runs that pass from this window to a process of their own, and back. What comes of it is read from the run's folder, never assumed."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from studio.errors import StudioError
from studio.ui import settings
from studio.ui.notice import Notice
from studio.ui.session import LIVE, Session
from studio.words import mark, say

if TYPE_CHECKING:
    from studio.background import Detached
    from studio.messages import Stop
    from studio.runs.folder import RunFolder
    from studio.runs.lock import Holder

LOOK_MS = 100
PATIENCE_S = 60.0  # for a process to take the command to stop
SIGN_S = 60.0  # for the journal to tell of the process that has taken the run
LINES = 4  # of the process's last words in a notice

WORDS = {
    "new": mark("new"),
    "preparing": mark("preparing"),
    "running": mark("running"),
    "paused": mark("paused"),
    "done": mark("done"),
    "stopped": mark("stopped"),
    "aborted": mark("aborted"),
    "failed": mark("failed"),
    "crashed": mark("crashed"),
}

Steps = Iterator[None]  # of a hand-over; between two of them the window lives


class Background(QObject):
    """One hand-over at a time. While it is on its way `session.handing` names the run's folder."""

    settled = Signal(bool)  # it is over: whether the run trains where it was to

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps: Steps | None = None
        self._well = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._advance)

    def is_busy(self) -> bool:
        """Whether a run is between two processes."""
        return self._steps is not None

    # --- verbs ------------------------------------------------------------------------------------------------------------

    def send_away(self) -> None:
        """Train the shown run in a process of its own, whether it trains here now or nobody trains it; without one the draft, as a new run."""
        view = self._session.view
        if view is None:
            self._session.start_draft(then=self.hand_over)
        elif self._session.is_trained() and not self._session.is_training_here():
            self._session.warn(say("{name} trains in a process of its own already.", name=view.folder.name), "info")
        else:
            self.hand_over(view.folder)

    def hand_over(self, folder: "RunFolder") -> None:
        """Have a run trained by a process of its own; one that trains here is saved and stopped first."""
        if self._may_begin():
            self._begin(folder, self._away(folder))

    def bring_here(self) -> None:
        """Train the shown run in this window, which another process on this machine trains now: that one saves and ends first."""
        from studio.runs.lock import holder

        view = self._session.view
        held = holder(view.folder.lock) if view is not None else None
        if view is None or held is None or not self._may_begin():
            return
        if why := self._why_not_here(held):
            self._session.warn(say("{name} cannot be trained here: {why}", name=view.folder.name, why=why))
        else:
            self._begin(view.folder, self._here(view.folder, held))

    def call_off(self) -> None:
        """The window goes now. A process that was started already trains on by itself."""
        if self._steps is not None:
            self._end(well=False)

    # --- the ways ---------------------------------------------------------------------------------------------------------

    def _away(self, folder: "RunFolder") -> Steps:
        from studio.background import Detached

        if self._session.torch.training == folder.path:
            self._ask_to_stop(folder)
            while self._session.torch.training is not None:
                yield
            if (state := _state(folder)) != "stopped":  # it came to an end of its own just then
                text = say("{name} was not handed over: it is {state} already.", name=folder.name, state=say(WORDS[state]))
                self._session.warn(text, "info" if state == "done" else "warning")
                return
        process = Detached(folder, awake=settings.keeps_awake(self._session.settings))
        while not process.has_begun():
            if why := process.why_not():
                self._session.notice.emit(self._failure(folder, process, why))
                return
            yield
        while not (self._is_told(folder) or process.ended() or process.seconds() > SIGN_S):
            yield
        self._well = not process.ended()
        if self._well:
            text = say("{name} trains in the background now, as process {pid}. It goes on when this window closes.", name=folder.name, pid=process.pid)
            self._session.warn(text, "ok")

    def _here(self, folder: "RunFolder", held: "Holder") -> Steps:
        from studio.runs.commands import withdraw
        from studio.runs.lock import holder

        asked = self._ask_to_stop(folder)
        since = time.monotonic()
        while holder(folder.lock) is not None:
            if time.monotonic() - since > PATIENCE_S and withdraw(folder, asked):
                text = say(
                    "{who} did not hear that {name} is wanted here, so it trains on there. It may be busy; try again in a while.", who=held, name=folder.name
                )
                raise StudioError(text)
            yield
        if (state := _state(folder)) in ("done", "failed"):
            text = say("{name} was not taken over: it is {state} already.", name=folder.name, state=say(WORDS[state]))
            self._session.warn(text, "info" if state == "done" else "warning")
            return
        self._train_here(folder)
        self._well = True

    def _ask_to_stop(self, folder: "RunFolder") -> "Stop":
        from studio.messages import Stop
        from studio.runs.commands import ask

        command = Stop(sender="window")
        if self._shows(folder):
            self._session.send(command)
        else:
            ask(folder, command)
        return command

    def _train_here(self, folder: "RunFolder") -> None:
        self._session.torch.train(folder, "resume", failed=lambda error: self._session.warn(str(error), "error"))

    def _failure(self, folder: "RunFolder", process: "Detached", why: str) -> Notice:
        said = process.last_words()
        last = "\n".join(said.splitlines()[-LINES:])
        text = say("{name} does not train in the background: {why}.", name=folder.name, why=why)
        if last:
            text = f"{text} {say('Its last words:')}\n{last}"
        return Notice(text, "error", say("Resume here"), lambda: self._resume_here(folder, process), said)

    def _resume_here(self, folder: "RunFolder", process: "Detached") -> None:
        """After a hand-over that came to nothing."""
        if process.has_begun() and not process.ended():
            self._session.warn(say("{name} has begun to train in the background meanwhile.", name=folder.name), "info")
        elif self._may_begin():
            process.kill()
            self._train_here(folder)
            if not self._shows(folder):
                self._session.open_run(folder.path)

    # --- on the way -------------------------------------------------------------------------------------------------------

    def _may_begin(self) -> bool:
        """Not while another hand-over or start is on its way."""
        if self.is_busy() or self._session.starting:
            self._session.warn(say("A run is being started or handed over already; wait until that is done."))
            return False
        return True

    def _why_not_here(self, held: "Holder") -> str:
        view, training = self._session.view, self._session.torch.training
        assert view is not None
        if not held.is_here:
            return say("{who} trains it. Stop it there, then press Resume.", who=held)
        if view.run.segments and view.run.segments[-1].processes > 1:
            count = view.run.segments[-1].processes
            return say("{n} processes of torchrun train it together. Press Stop, then Resume, to go on with it in one.", n=count)
        if training is not None:
            return say("{name} trains in this window, and one run does at a time. Stop that one or send it to the background first.", name=training.name)
        return ""

    def _begin(self, folder: "RunFolder", steps: Steps) -> None:
        self._steps, self._well = steps, False
        self._session.handing = Path(folder.path)
        self._timer.start()
        self._advance()
        self._session.training_changed.emit()

    @Slot()
    def _advance(self) -> None:
        steps = self._steps
        if steps is None:
            return
        try:
            next(steps)
        except StopIteration:
            self._end(well=self._well)
        except StudioError as error:
            self._session.warn(str(error), "error")
            self._end(well=False)

    def _end(self, *, well: bool) -> None:
        self._timer.stop()
        self._steps = self._session.handing = None
        self._session.training_changed.emit()
        self.settled.emit(well)

    def _shows(self, folder: "RunFolder") -> bool:
        return self._session.view is not None and self._session.view.folder.path == folder.path

    def _is_told(self, folder: "RunFolder") -> bool:
        """Whether the window shows by now that someone trains it, where it shows it at all."""
        return not self._shows(folder) or self._session.state() in LIVE


def _state(folder: "RunFolder") -> str:
    from studio.runs.summary import read_summary

    return read_summary(folder.path).state
