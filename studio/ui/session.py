"""The application's state that panels see: the shown run, the draft of the next one, the one position in time.

It starts, resumes, branches and commands runs; what has come of it is read from the run's folder, never assumed here.
A verb that cannot be done says why in a notice; nothing here raises for a person's mistake.
"""

import functools
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, Literal, ParamSpec

from PySide6.QtCore import QObject, QSettings, Signal, Slot

from studio.errors import Problem, StudioError
from studio.ui.notice import Level as Level
from studio.ui.notice import Notice as Notice
from studio.ui.reading import Reading
from studio.ui.starting import Settings, Starter
from studio.ui.theme import Theme
from studio.ui.thread import TorchThread, has_gpu
from studio.words import say

if TYPE_CHECKING:
    from studio.messages import Command, Event
    from studio.presets import Preset
    from studio.runs.folder import RunFolder
    from studio.runs.view import RunView
    from studio.ui.form import Catalogue
    from studio.ui.starting import Begin

LIVE = ("preparing", "running", "paused")

P = ParamSpec("P")


def _told(verb: "Callable[Concatenate[Session, P], None]") -> "Callable[Concatenate[Session, P], None]":
    """A verb whose StudioError becomes a notice."""

    def told(self: "Session", /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            verb(self, *args, **kwargs)
        except StudioError as error:
            self.warn(str(error), "error")

    return functools.update_wrapper(told, verb)


class Session(QObject):
    """What is open, what is drafted, where in time we look; and the verbs."""

    run_opened = Signal(object)  # RunView | None: another run is shown
    advanced = Signal(object)  # list[Event]: new events, already folded into the view
    position_changed = Signal(object)  # nimg: float | None; None follows the newest
    draft_changed = Signal(object)  # dict | None
    catalogue_ready = Signal()  # every kind and option is known: forms can be built
    notice = Signal(object)  # Notice
    notice_over = Signal(object)  # Notice: what it offers cannot be done any more
    reading_changed = Signal(object)  # Reading | None: a run's journal is being read, or that is over
    training_changed = Signal()  # a run began or ended to train in this process
    asked_changed = Signal()  # a command was asked, or answered
    setup_requested = Signal()  # show the workspace with the setup in front
    export_requested = Signal(object)  # checkpoint id, or None for the newest: the export dialog answers
    overlay_requested = Signal(list)  # run folders whose curves are to lie over those of the shown run
    alarm_wanted = Signal(str)  # an alarm is to be looked at: its kind
    help_requested = Signal(str)  # a page of the help, or an alarm

    def __init__(self, home: Path, settings: QSettings, torch: TorchThread, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.home = home
        self.settings = settings
        self.torch = torch
        self.theme = theme
        self.view: RunView | None = None
        self.position: float | None = None
        self.draft: dict[str, Any] | None = None
        self.draft_source: tuple[Path, int] | None = None  # the run and checkpoint that the draft branches from
        self.draft_first: dict[str, Any] | None = None  # the draft as it was proposed: what a reset goes back to
        self.draft_origin: Preset | None = None  # the template that it was proposed from
        self.draft_shape: tuple[int, ...] | None = None  # of the draft's data, once they were looked at
        self.draft_train: int | None = None  # how many of these are trained on; None without end
        self.draft_note = ""  # in what a proposed draft differs from the run it comes from
        self.draft_problems: tuple[Problem, ...] = ()  # what must be mended before the draft can train; empty until torch has loaded
        self._faults: Notice | None = None  # that tells of them, once Train was pressed in vain
        self.catalogue: Catalogue | None = None
        self.asked: dict[str, str] = {}  # commands without an answer yet: id → kind
        self.reading: Reading | None = None
        self.handing: Path | None = None  # a run that is on its way from this process to another one, or back
        self._preset: Preset | None = None  # the template that the draft came from, until the GPU is known
        self._held = (0.0, False)  # when we last looked, and whether someone held the shown run's lock then
        torch.training_changed.connect(self._training_changed)
        self._starter = Starter(torch, self)
        self._starter.changed.connect(self.training_changed)
        self._starter.notice.connect(self.notice)
        self._starter.refused.connect(self._refused)
        torch.torch_ready.connect(self._suit_machine)
        torch.submit(_describe, done=self._described)

    # --- the draft of the next run ----------------------------------------------------------------------------------------

    def set_draft(self, draft: dict[str, Any] | None) -> None:
        """The settings being edited for the next run. An edit keeps the checkpoint that the draft branches from."""
        if draft is None:
            self.draft_source, self.draft_note, self.draft_origin = None, "", None
        if draft is None or self.draft is None:
            self.draft_first = draft
        self.draft = draft
        self._check_draft()
        self.draft_changed.emit(draft)

    def know_shape(self, shape: tuple[int, ...] | None) -> None:
        """What the draft's data were found to be: networks that do not fit them are a fault of the draft."""
        if shape != self.draft_shape:
            self.draft_shape = shape
            self._check_draft()
            self.draft_changed.emit(self.draft)

    def new_draft(self, draft: dict[str, Any], *, source: tuple[Path, int] | None = None, note: str = "", origin: "Preset | None" = None) -> None:
        """Leave the shown run and set up a new one from these settings; with `source`, one that continues from that run's checkpoint."""
        self.close_run()
        self.draft_source, self.draft_note, self._preset, self.draft_first, self.draft_origin = source, note, None, draft, origin
        self.set_draft(draft)
        self.setup_requested.emit()

    def draft_preset(self, preset: "Preset") -> None:
        """Leave the shown run and set up a new one from a template, as it suits this machine."""
        self.new_draft(preset.settings(gpu=self.torch.has_gpu), origin=preset)
        self._preset = None if self.torch.is_ready else preset

    @_told
    def propose_branch(self, checkpoint_id: int) -> None:
        """Leave the shown run and set up a new one that continues from its checkpoint, with the options of then."""
        from studio.runs.checkpoints import CheckpointStore

        view = self._shown()
        options = dict(CheckpointStore(view.folder).get(checkpoint_id).options) or dict(view.run.options)
        name = say("{name} branch", name=options.get("name", "run"))[:80]
        self.new_draft({**options, "name": name}, source=(Path(view.folder.path), checkpoint_id))

    @_told
    def propose_restart(self, changes: Mapping[str, Any], checkpoint_id: int | None) -> None:
        """Leave the shown run and set up a new one with the options now in force and these changes; from its checkpoint where one is named."""
        from studio.ui.command_words import changes_words, with_changes

        view = self._shown()
        options = with_changes(view.run.options, changes)
        source = (Path(view.folder.path), checkpoint_id) if checkpoint_id is not None else None
        note = say("Changed from {name}: {changes}.", name=view.folder.name, changes="; ".join(changes_words(changes, view.run.options)))
        name = say("{name} mended", name=options.get("name", "run"))[:80]
        self.new_draft({**options, "name": name}, source=source, note=note)

    @_told
    def start_draft(self, then: "Begin | None" = None) -> None:
        """Train the draft: as a new run, or as a branch of the checkpoint it came from. While another one trains, that one is offered to be stopped first.

        `then` takes the new run in place of training it here, whatever else trains.
        """
        if self.draft is None:
            raise StudioError(say("There are no settings to train yet; choose a template or a data set first."))
        if self.draft_problems:
            self._tell_faults()
            return
        self._begin(self.draft, self.draft_source, then)

    @Slot()
    def _suit_machine(self) -> None:
        preset, self._preset = self._preset, None
        if preset is not None and self.torch.has_gpu and self.draft == preset.config:
            self.draft_first = preset.settings(gpu=True)
            self.set_draft(self.draft_first)

    def _described(self, catalogue: "Catalogue") -> None:
        self.catalogue = catalogue
        self._check_draft()
        self.catalogue_ready.emit()

    def _tell_faults(self) -> None:
        """What must be mended first, by the names that the form has."""
        assert self.catalogue is not None
        assert self.draft is not None
        draft, names = self.draft, self.catalogue.name
        self._take_back_faults()
        self._faults = Notice("\n".join(f"{names(draft, p.path)}: {p.message}" if p.path else p.message for p in self.draft_problems), "error")
        self.notice.emit(self._faults)

    def _check_draft(self) -> None:
        from studio.ui.form import problems_of  # pydantic comes after the first paint

        before = self.draft_problems
        self.draft_problems = problems_of(self.catalogue, self.draft, self.draft_shape) if self.catalogue is not None and self.draft is not None else ()
        if self.draft_problems != before:
            self._take_back_faults()

    def _take_back_faults(self) -> None:
        """What was told is not so any more, or is told anew."""
        if self._faults is not None:
            self.notice_over.emit(self._faults)
            self._faults = None

    # --- the shown run ----------------------------------------------------------------------------------------------------

    def open_run(self, path: Path) -> None:
        """Show a run. Its journal is read on a plain thread: `reading_changed` gives its progress, `run_opened` the end."""
        self.cancel_reading()
        self.reading = Reading(path, self)
        self.reading.opened.connect(self._show)
        self.reading.failed.connect(self._unreadable)
        self.reading.start()
        self.reading_changed.emit(self.reading)

    def cancel_reading(self) -> None:
        """Give up on a journal that is being read."""
        if self.reading is not None:
            self.reading.cancel()
            self._end_reading()

    def close_run(self) -> None:
        """Show no run. One that trains here goes on."""
        self.cancel_reading()
        if self.view is not None:
            self.view.save_cache()
            self._set_view(None)

    def set_position(self, nimg: float | None) -> None:
        """Look at another moment of the run; None follows the newest."""
        if nimg != self.position:
            self.position = nimg
            self.position_changed.emit(nimg)

    def took(self, events: "list[Event]") -> None:
        """New events, already folded: settle what was asked, then tell the panels."""
        for event in events:
            if event.kind in ("applied", "refused"):
                self.asked.pop(event.id, None)
            elif event.kind in ("ended", "failed"):
                self.asked.clear()
        if any(event.kind != "tick" for event in events):
            self._held = (0.0, False)
            self.asked_changed.emit()
        self.advanced.emit(events)

    def state(self) -> str:
        """What the shown run is doing, as its folder and its lock say; empty when none is shown."""
        if self.view is None:
            return ""
        said = self.view.run.state
        if said not in LIVE and (self.is_training_here() or (self.view.run.progress is not None and self.is_trained())):
            return "preparing"
        return "crashed" if said in LIVE and not self.is_trained() else said

    def is_training_here(self) -> bool:
        """Whether the shown run trains in this process."""
        return self.view is not None and self.torch.training is not None and self.torch.training == Path(self.view.folder.path)

    def is_trained(self) -> bool:
        """Whether anyone trains the shown run, in this process or another; looked up once a second."""
        if self.view is None or self.is_training_here():
            return self.view is not None
        from studio.runs.lock import holder

        now = time.monotonic()
        if now - self._held[0] > 1.0:
            self._held = (now, holder(self.view.folder.lock) is not None)
        return self._held[1]

    @Slot(object)
    def _show(self, view: "RunView") -> None:
        self._end_reading()
        self._set_view(view)

    @Slot(object)
    def _unreadable(self, error: StudioError) -> None:
        self._end_reading()
        self.warn(str(error), "error")

    def _end_reading(self) -> None:
        if self.reading is not None:
            self.reading.deleteLater()
            self.reading = None
            self.reading_changed.emit(None)

    def _set_view(self, view: "RunView | None") -> None:
        self.view = view
        self.position = None
        self.asked.clear()
        self._held = (0.0, False)
        self.run_opened.emit(view)
        self.position_changed.emit(None)

    # --- training ---------------------------------------------------------------------------------------------------------

    @property
    def starting(self) -> bool:
        """Whether a run is being made, or waits until another one is saved."""
        return self._starter.is_on

    @_told
    def start(self, config: dict[str, Any]) -> None:
        """Make the run and train it."""
        self._begin(config)

    @_told
    def start_preset(self, preset: "Preset") -> None:
        """Train a template at once, as it suits this machine."""
        self._create(preset.name, lambda: preset.settings(gpu=has_gpu()))

    @_told
    def branch(self, checkpoint_id: int, config: dict[str, Any]) -> None:
        """Make a new run that continues from a checkpoint of the shown one with other settings, and train it."""
        self._begin(config, (Path(self._shown().folder.path), checkpoint_id))

    @_told
    def resume_run(self, checkpoint: int | None = None, *, options: Literal["last", "restore"] = "last", changes: dict[str, Any] | None = None) -> None:
        """Train the shown run on: from its newest sound checkpoint or from this one, with the options of now or of then, and with changes."""
        folder = self._shown().folder
        train = functools.partial(self.torch.train, failed=self._starter.refuse, checkpoint=checkpoint, options=options, changes=changes)
        self._starter.when_free(self.home, folder.path.name, lambda: train(folder, "resume"))

    @_told
    def send(self, command: "Command") -> None:
        """Ask whoever trains the shown run; the answer shows in its journal."""
        from studio.runs.commands import ask

        view = self._shown()
        if not self.is_trained():
            raise StudioError(say("Nobody trains {name} now; press Resume first.", name=view.folder.name))
        ask(view.folder, command)
        self.asked[command.id] = command.kind
        self.asked_changed.emit()

    def warn(self, text: str, level: Level = "warning") -> None:
        """A notice without an action."""
        self.notice.emit(Notice(text, level))

    def _begin(self, config: dict[str, Any], source: tuple[Path, int] | None = None, then: "Begin | None" = None) -> None:
        self._create(str(config.get("name") or "run"), lambda: config, source, then)

    def _create(self, name: str, settings: Settings, source: tuple[Path, int] | None = None, then: "Begin | None" = None) -> None:
        """Make the folder, then train it and show it; while another one trains here, offer to stop that first."""
        train: Begin = functools.partial(self.torch.train, why="start", failed=self._starter.refuse)
        make = functools.partial(self._starter.make, self.home, name, settings, source)
        if then is None or self.starting:
            self._starter.when_free(self.home, name, lambda: make(lambda folder: self._made(folder, train)))
        else:
            make(lambda folder: self._made(folder, then))

    @_told
    def _made(self, folder: "RunFolder", begin: "Begin") -> None:
        self.draft_source, self.draft_note = None, ""
        begin(folder)
        self.open_run(Path(folder.path))

    @Slot(object)
    def _refused(self, error: StudioError) -> None:
        self.warn(str(error), "error")

    @Slot(object)
    def _training_changed(self, _: object) -> None:
        self._held = (0.0, False)
        self.training_changed.emit()

    def stay_idle(self) -> None:
        """Begin nothing when the run that is being saved has ended."""
        self._starter.stay_idle()

    def _shown(self) -> "RunView":
        if self.view is None:
            raise StudioError(say("No run is open; open one, or train a template."))
        return self.view


def _describe() -> Any:
    """Every kind and option; runs on the torch thread, where the engine is loaded."""
    from studio.ui.form import describe_everything

    return describe_everything()
