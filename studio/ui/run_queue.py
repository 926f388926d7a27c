"""Runs that train one after another in this window. The list is a file of the home; what becomes of a run is read from its folder.

Another window over the same home shares the list: each takes up what the other did to it before it changes it itself.
"""

import contextlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from studio.errors import RunError, StudioError
from studio.ui.session import Notice, Session
from studio.ui.starting import trained_beside
from studio.words import say, say_n

if TYPE_CHECKING:
    from studio.runs.summary import RunSummary

FILE = "queue.json"  # in the home
FORMAT = 1
LOOK_MS = 2000  # between two looks at a run that another process trains


class RunQueue(QObject):
    """While `is_going`, the first of `paths` trains, and the next begins when its folder says that it is done or failed.

    One that was handed to a process of its own on this machine is waited for as one that trains here, and so is any other run of the home that
    a process of this machine trains, unless a person says `begin_now`. The queue never begins by itself after a start of the program.
    """

    changed = Signal()
    show_requested = Signal()  # a notice's button: show the queue

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.paths: list[Path] = []
        self.is_going = False
        self._file = session.home / FILE
        self._present: Path | None = None  # what trains here, or trained until this moment; the queue's own or not
        self._away: Path | None = None  # the first, while another process on this machine trains it
        self._beside = ""  # the name of a run that is none of the queue's and that another process on this machine trains: the first waits for it
        self._refusal = ""  # why the present one never began
        self._kept: list[Path] | None = []  # what the file said last; None where it could not be written
        self._clock = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._clock.timeout.connect(self._settle_later)
        session.training_changed.connect(self._training_changed)

    # --- the list ---------------------------------------------------------------------------------------------------------

    def load(self) -> None:
        """What the home's file says. One that cannot be read is told, and kept under another name."""
        if self.is_going:
            return
        self._file = self._session.home / FILE
        try:
            self.paths = _read(self._file)
        except FileNotFoundError:
            self.paths = []
        except (OSError, ValueError) as error:
            self.paths = []
            text = say("The queue in {file} cannot be read ({why}). The list begins anew; the runs themselves are all there.", file=self._file, why=error)
            self._session.warn(text)
            if isinstance(error, ValueError):
                with contextlib.suppress(OSError):
                    self._file.replace(self._file.with_suffix(".damaged.json"))
        self._kept = list(self.paths)
        self.changed.emit()

    def remind(self) -> None:
        """After a start: what still waits, and that it does not begin by itself."""
        if self.paths and not self.is_going:
            text = say("{runs} in the queue. It does not begin by itself; press Start queue on the page of runs.", runs=_count(len(self.paths)))
            self._session.notice.emit(Notice(text, "info", say("Show the queue"), self.show_requested.emit))

    def add(self, paths: Iterable[Path]) -> None:
        """At the end. What cannot train is left out, and a notice says why."""
        self._take_up()
        for path in paths:
            if fault := self._misfit(path):
                self._session.warn(fault)
            elif path not in self.paths:
                self.paths.append(path)
        self._save()
        if self.is_going:
            self._settle_later()

    def add_open(self) -> None:
        """The session's shown run, or its draft made into a new run, at the end."""
        if (view := self._session.view) is None:
            self.add_draft()
        else:
            before = len(self.paths)
            self.add([Path(view.folder.path)])
            if len(self.paths) > before:
                self._tell_added(view.folder.name)

    def add_draft(self) -> None:
        """Make the session's draft into a run that waits at the end; the folder is made on the torch thread."""
        draft, source, home = self._session.draft, self._session.draft_source, self._session.home
        if draft is None:
            return
        if self._session.draft_problems:
            self._session.warn(say("These settings cannot train yet: {why}.", why=self._session.draft_problems[0].message), "error")
            return

        def create() -> Any:
            from studio.founding import found

            return found(home, str(draft.get("name") or "run"), draft, source)

        self._session.torch.submit(create, done=self._made, failed=lambda error: self._session.warn(str(error), "error"))

    def remove(self, path: Path) -> None:
        """Out of the queue. The run itself stays, and trains on if it does."""
        self._leave(path)
        if path == self._away:
            self._away = None
            self._settle_later()

    def move(self, path: Path, by: int) -> None:
        """Further to the front or the end; what trains now keeps its place."""
        self._take_up()
        if path not in self.paths or self.is_training(path):
            return
        at = self.paths.index(path)
        first = 1 if self.is_training(self.paths[0]) else 0
        self.paths.insert(max(first, at + by), self.paths.pop(at))
        self._save()

    def is_training(self, path: Path) -> bool:
        """Whether this one trains now: here, or as the queue's present one in a process of its own."""
        return path in (self._session.torch.training, self._away)

    def busy_with(self) -> str:
        """The name of a run that is none of the queue's and trains here or beside the window, so that the first waits; else empty."""
        training = self._session.torch.training
        if training is not None:
            return training.name if training not in self.paths else ""
        return self._beside

    # --- one after another ------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Go on with the first, now or when what trains here has ended."""
        if not self.is_going and self.paths:
            self._present = self._session.torch.training
            self.is_going = True
            self.changed.emit()
            self._settle_later()

    def may_begin_now(self) -> bool:
        """Whether the first waits for nothing but a run in another process, beside which it could train."""
        session = self._session
        return self.is_going and bool(self._beside) and session.torch.training is None and not session.starting and session.handing is None

    def begin_now(self) -> None:
        """Do not wait for the run that another process trains: both train at once, and slower."""
        if self.may_begin_now():
            self._clock.stop()
            self._begin(beside=True)

    def pause(self) -> None:
        """Begin no other; what trains goes on."""
        if self.is_going:
            self._halt()

    def _halt(self) -> None:
        self.is_going, self._away, self._beside = False, None, ""
        self._clock.stop()
        self.changed.emit()

    @Slot()
    def _training_changed(self) -> None:
        training = self._session.torch.training
        if training is not None:
            self._present = training
        elif self.is_going:
            self._settle_later()
        self.changed.emit()

    def _settle_later(self) -> None:
        """After everything that the torch thread has still to say of the run before."""
        self._session.torch.submit(lambda: None, done=self._settle)

    def _settle(self, _: object) -> None:
        """What trained here has ended, or nothing did: read how, then begin the next."""
        session = self._session
        if not self.is_going or session.torch.training is not None or session.starting:
            return
        if session.handing is not None:  # on its way to another process, or back
            self._clock.start()
            return
        before, self._present, self._away = self._present or self._away, None, None
        if before is not None and not self._came_to_an_end(before):
            return
        self._take_up()
        if self.paths:
            self._begin()
        else:
            self._halt()
            session.warn(say("The queue is done."), "ok")

    def _came_to_an_end(self, path: Path) -> bool:
        """Whether the next may begin; one that a person stopped holds the queue."""
        from studio.runs.summary import read_summary

        told, refusal = read_summary(path), self._refusal
        self._refusal = ""
        if told.holder is not None:  # handed to a process of its own, or another window was faster
            return True
        if told.state == "failed" or refusal or told.broken:
            why = (refusal or told.broken or told.failure).rstrip(".")
            self._drop(path, say("{name} failed: {why}.", name=path.name, why=why), "error")
        elif told.state == "done":
            self._leave(path)
        else:
            text = say("{name} was stopped, so the queue is paused.", name=path.name)
            if self.paths:
                text = say("{name} was stopped, so the queue is paused; {runs}.", name=path.name, runs=_count(len(self.paths)))
            self._halt()
            self._session.notice.emit(Notice(text, "info", say("Start queue"), self.start))
            return False
        return True

    def _begin(self, *, beside: bool = False) -> None:
        """The first that can train, once no other process of this machine trains one of the home's; with `beside` at once."""
        from studio.runs.folder import RunFolder

        while self.paths:
            path = self.paths[0]
            if self._is_beside(path):
                self._away = path
                self._look_again("")
                return
            if fault := self._misfit(path):
                self._drop(path, fault, "warning")
                continue
            if not beside and (other := trained_beside(self._session.home)):
                self._look_again(other)
                return
            self._beside = ""
            self._refusal = ""
            self._session.torch.train(RunFolder(path), "start" if self._told(path).state == "new" else "resume", failed=self._refused)
            text = say("{name} trains now, the last of the queue.", name=path.name)
            if len(self.paths) > 1:
                text = say("{name} trains now; {runs}.", name=path.name, runs=_count(len(self.paths) - 1))
            self._tell(text, "info", path)
            return
        self._halt()

    def _look_again(self, beside: str) -> None:
        """In a while, at what another process trains."""
        self._beside = beside
        self._clock.start()
        self.changed.emit()

    def _refused(self, error: StudioError) -> None:
        self._refusal = str(error)

    def _drop(self, path: Path, text: str, level: Any) -> None:
        self._leave(path)
        rest = say("The queue goes on: {runs}.", runs=_count(len(self.paths))) if self.paths else say("Nothing else waits in the queue.")
        self._tell(f"{text} {rest}", level, path)

    def _tell(self, text: str, level: Any, path: Path) -> None:
        self._session.notice.emit(Notice(text, level, say("Show it"), lambda: self._session.open_run(path)))

    def _leave(self, path: Path) -> None:
        self._take_up()
        if path in self.paths:
            self.paths.remove(path)
            self._save()

    def _misfit(self, path: Path) -> str:
        """Why it cannot wait or train here, in a sentence; empty when it can."""
        told = self._told(path)
        if told.broken:
            return say("{name} cannot be queued: {why}.", name=path.name, why=told.broken)
        if told.state == "done":
            return say("{name} is done already: duplicate its settings, or resume it with a greater length.", name=path.name)
        if told.holder is not None and not self.is_training(path):
            return say("{name} is being trained elsewhere, by {who}.", name=path.name, who=told.holder)
        return ""

    def _is_beside(self, path: Path) -> bool:
        """Whether another process of this machine trains it: two at once would only slow each other down."""
        held = self._told(path).holder
        return held is not None and held.is_here

    def _told(self, path: Path) -> "RunSummary":
        from studio.runs.summary import read_summary

        return read_summary(path)

    def _made(self, folder: Any) -> None:
        self.add([Path(folder.path)])
        self._tell_added(folder.name)

    def _tell_added(self, name: str) -> None:
        text = say("{name} is in the queue.", name=name)
        if not self.is_going:
            text = f"{text} {say('Start queue, on the page of runs, begins it.')}"
        self._session.notice.emit(Notice(text, "ok", say("Show the queue"), self.show_requested.emit))

    def _take_up(self) -> None:
        """What another window has done to the list since this one looked."""
        if self._kept is not None:
            with contextlib.suppress(OSError, ValueError):
                if (found := _read(self._file)) != self._kept:
                    self.paths, self._kept = found, list(found)
                    self.changed.emit()

    def _save(self) -> None:
        from studio.runs.files import write_json
        from studio.runs.home import runs_folder

        home = runs_folder(self._file.parent)
        names = [path.name if path.parent == home else str(path) for path in self.paths]
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_json(self._file, {"format": FORMAT, "runs": names})
            self._kept = list(self.paths)
        except (OSError, RunError) as error:
            self._kept = None
            self._session.warn(say("The queue cannot be kept in {file} ({why}); it lasts until the window closes.", file=self._file, why=error))
        self.changed.emit()


def _read(file: Path) -> list[Path]:
    """ValueError when it holds anything but a list of runs."""
    from studio.runs.home import runs_folder

    found = json.loads(file.read_bytes())
    names = found.get("runs") if isinstance(found, dict) and found.get("format") == FORMAT else None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueError(say("it holds no list of runs"))
    paths = [runs_folder(file.parent) / name for name in names]  # an absolute one stays as it is
    return [path for path in paths if path.is_dir()]


def _count(number: int) -> str:
    return say_n(number, "{n} run waits", "{n} runs wait")
