"""Joins the form's rows to the session: they edit the draft of the next run, or steer the run that is shown.

Rows know no session and the session no rows. A live edit is a command: the field shows what was applied, never what is hoped.
"""

import copy
from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.messages import Applied, Ended, Event, Failed, Json, PauseBegan, PauseEnded, Refused, SegmentStarted, SetOption
from studio.runs.fold import LIVE
from studio.ui.dropping import named_after
from studio.ui.form import Draft, completed, fault_of, same
from studio.ui.form_fields import GroupForm
from studio.ui.form_rows import OptionRow
from studio.ui.session import Notice, Session
from studio.ui.widgets.quantities import length_words
from studio.words import mark, say

LIVE_CHOICES = ("objective", "augment")  # whole choices that a trainer can change while it trains
FROZEN = mark("Fixed for this run: branch a checkpoint into a new run to use another value.")
RESTING = mark("Nobody trains this run: resume it to change this, or make a new run with these settings.")
FIRST_VALUES = {"template": mark("{value} in the template"), "run": mark("{value} when the run began"), "draft": mark("{value} when this was set up")}
APPLIED_MS = 4000


class SetupForm(QWidget):
    """Some groups of a run's settings, one below the other."""

    refreshed = Signal()  # what is shown, or what is wrong with it, may be another now

    def __init__(self, session: Session, sections: Sequence[str], *, opened: Sequence[str] = (), headed: bool = True, parent: QWidget | None = None) -> None:
        """sections: of RunConfig, in the order to show them; `opened` are unfolded at first.

        Built a group each time the event loop comes round once the session knows every kind, so that the window answers meanwhile.
        """
        super().__init__(parent)
        self.session = session
        self.sections, self.opened, self.headed = tuple(sections), tuple(opened), headed
        self.groups: dict[str, GroupForm] = {}
        self._typing: set[str] = set()  # live fields with something typed that was not sent yet
        self._asked: dict[str, str] = {}  # path → command that waits for its answer
        self._noted: set[str] = set()
        self._awaited: set[str] = set()  # empty fields whose fault is said aloud: they were left, or Train was pressed
        self._fresh: object = None  # the draft that these belong to, as it was proposed
        self._kimg: float | None = None  # the length of the run on show
        self._fade = QTimer(self, singleShot=True, interval=APPLIED_MS)
        self._fade.timeout.connect(self._clear_notes)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._build_one)
        session.catalogue_ready.connect(self._next.start)
        session.draft_changed.connect(self.refresh)
        session.notice.connect(self._noticed)
        if session.catalogue is not None:
            self._next.start()

    # --- what is shown ----------------------------------------------------------------------------------------------------

    def is_built(self) -> bool:
        """Whether the rows are there."""
        return len(self.groups) == len(self.sections)

    def drafting(self) -> bool:
        """Whether edits go to the draft of the next run."""
        return self.session.view is None and self.session.draft is not None

    def steering(self) -> bool:
        """Whether edits go to a run that somebody trains."""
        return self.session.view is not None and self.session.view.run.state in LIVE and self.session.is_trained()

    def shown(self) -> Draft:
        """The settings on show, with every option written: the run's that are in force, or the draft's."""
        assert self.session.catalogue is not None
        view = self.session.view
        return completed(self.session.catalogue, view.run.options or view.run.config if view is not None else self.session.draft or {})

    def _build_one(self) -> None:
        """The next group; what is shown when the last one is there."""
        catalogue = self.session.catalogue
        assert catalogue is not None
        name = self.sections[len(self.groups)]
        form = GroupForm(catalogue.groups[name], self, headed=self.headed)
        form.edited.connect(self._edited)
        form.committed.connect(self._committed)
        form.kind_chosen.connect(self._kind_chosen)
        form.left.connect(self._left)
        form.fold.open(name in self.opened or not self.headed)
        self._column.addWidget(form)
        self.groups[name] = form
        self._show_group(name)
        if self.is_built():
            self.refresh()
        else:
            self._next.start()

    def refresh(self, _: object = None) -> None:
        """Shows what the session holds now; a field that is being typed in, or waits for an answer, keeps its text."""
        if self._fresh is not self.session.draft_first:
            self._fresh = self.session.draft_first
            self._awaited.clear()
        if self.is_built() and (self.session.view is not None or self.session.draft is not None):
            for name in self.groups:
                self._show_group(name)
            self._show_faults()
        self.refreshed.emit()

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Path and message of every fault of the draft; none for a run."""
        return tuple(self.session.draft_problems) if self.drafting() else ()

    def is_quiet(self, path: str) -> bool:
        """Whether the fault at a path is no more than that nobody filled the field in yet."""
        section, _, name = path.partition(".")
        here, first = (_part(draft, section).get(name) for draft in (self.session.draft, self.session.draft_first))
        return path.count(".") == 1 and here in (None, "") and first in (None, "") and path not in self._awaited

    def row(self, path: str) -> OptionRow | None:
        """The row of `optimizer.lr`, or of anything inside it."""
        section, _, rest = path.partition(".")
        form = self.groups.get(section)
        return form.rows.get(rest.partition(".")[0]) if form is not None else None

    def search(self, words: str, *, changed: bool = False) -> int:
        """Shows only what matches, and with `changed` what differs from the first settings; how many groups have anything."""
        return sum(form.search(words, changed=changed) for form in self.groups.values())

    def changes(self) -> list[str]:
        """The paths of what differs from the template, or from what the run began with."""
        return [path for form in self.groups.values() for path in form.changes()]

    def reset_all(self) -> None:
        """These groups of the draft as they were at first."""
        assert self.session.catalogue is not None
        first = completed(self.session.catalogue, self._first())
        self.session.set_draft({**copy.deepcopy(self.shown()), **{name: copy.deepcopy(first[name]) for name in self.sections}})

    def reveal(self, path: str) -> QWidget | None:
        """Opens what hides a field and gives it the keyboard; None when the field is not in this form."""
        section, _, rest = path.partition(".")
        form = self.groups.get(section)
        return form.reveal(rest.partition(".")[0]) if form is not None else None

    def _show_group(self, name: str) -> None:
        assert self.session.catalogue is not None
        form = self.groups[name]
        kept = {row.path: row.value() for row in form.rows.values() if row.path in self._typing or row.path in self._asked}
        shown = self.shown()
        form.show_data(shown[name], completed(self.session.catalogue, self._first())[name], self._first_values())
        length = shown["training"].get("kimg")
        self._kimg = float(length) if isinstance(length, int | float) and length > 0 else None
        self._tell_time(form)
        self._tell_size()
        for row in form.rows.values():
            if row.path in kept:
                row.show_value(kept[row.path])
        self._allow(form)

    def _tell_time(self, form: GroupForm) -> None:
        view = self.session.view
        now = view.run.nimg if view is not None and view.run.state in LIVE else None
        for row in form.rows.values():
            row.editor.show_time(self._kimg, now)
        if (length := self.row("training.kimg")) is not None:
            length.tell(self._length_words())

    def _tell_size(self) -> None:
        """What the sides come to that are chosen by the pictures' own."""
        view, shape = self.session.view, self.session.draft_shape
        if view is not None:
            shape = view.run.data.shape if view.run.data is not None else None
        for name, axis in (("height", 1), ("width", 2)):
            if (row := self.row(f"dataset.{name}")) is not None:
                row.editor.show_automatic(shape[axis] if shape is not None and len(shape) == 3 else None)

    def _length_words(self) -> str:
        view = self.session.view
        if view is None:
            shape, train = self.session.draft_shape, self.session.draft_train
        else:
            shape, train = (view.run.data.shape, view.run.data.train) if view.run.data is not None else (None, None)
        words = length_words(1000 * self._kimg, train, points=shape is not None and len(shape) == 1) if self._kimg is not None else ""
        return f"{words} {say('The time left shows once it trains.')}" if words and self.drafting() else words

    def _first(self) -> Draft:
        view = self.session.view
        return dict((view.run.config if view is not None else self.session.draft_first) or {})

    def _first_values(self) -> str:
        return FIRST_VALUES["run" if self.session.view is not None else "template" if self.session.draft_origin is not None else "draft"]

    def _allow(self, form: GroupForm) -> None:
        drafting, steering = self.drafting(), self.steering()
        frozen = say(FROZEN)
        why = frozen if steering else say(RESTING)
        for row in form.rows.values():
            yes = drafting or (steering and row.option.live)
            row.allow(yes, "" if yes else why if row.option.live else frozen)
        choice = drafting or (steering and form.group.name in LIVE_CHOICES)
        form.box.setEnabled(choice)
        form.kind_reset.setEnabled(choice)

    def _show_faults(self) -> None:
        found: dict[str, str] = {}
        for path, message in self.problems():
            row = self.row(path)
            found.setdefault(row.path if row is not None else path.partition(".")[0], message)
        for name, form in self.groups.items():
            form.show_fault(found.get(name, ""))
            for row in form.rows.values():
                if row.path in found or (row.path not in self._typing and row.path not in self._noted and row.path not in self._asked):
                    row.show_fault(found.get(row.path, ""), quiet=self.is_quiet(row.path))

    def _left(self, path: str) -> None:
        """A field that was left empty is asked for aloud."""
        if self.drafting() and path not in self._awaited:
            self._awaited.add(path)
            self._show_faults()
            self.refreshed.emit()

    def _noticed(self, notice: Notice) -> None:
        """Train was pressed in vain: what the notice asks for is asked for here too."""
        asked = {path for path, message in self.problems() if message in notice.text} if notice.level == "error" else set()
        if not asked <= self._awaited:
            self._awaited |= asked
            self._show_faults()
            self.refreshed.emit()

    # --- edits ------------------------------------------------------------------------------------------------------------

    def _edited(self, path: str, value: Json) -> None:
        if self.drafting():
            self._write(path, value)
        else:
            self._typing.add(path)
            self._say_fault(path, value)

    def _write(self, path: str, value: Json) -> None:
        section, _, name = path.partition(".")
        draft = copy.deepcopy(self.shown())
        draft[section][name] = value
        self.session.set_draft({**draft, "name": named_after(self.session, value)} if path == "dataset.path" else draft)

    def _say_fault(self, path: str, value: Json) -> str:
        row = self.row(path)
        assert row is not None
        fault = fault_of(row.option, value)
        row.show_fault(fault)
        return fault

    def _committed(self, path: str, value: Json) -> None:
        if not self.steering() or path not in self._typing:
            return
        if self._say_fault(path, value):
            return
        self._typing.discard(path)
        section, _, name = path.partition(".")
        if path in self._asked or not same(value, self.shown()[section][name]):
            self._ask(path, value)

    def _kind_chosen(self, section: str, data: Draft) -> None:
        if self.drafting():
            self.session.set_draft({**copy.deepcopy(self.shown()), section: data})
        else:
            self._ask(section, data)

    def _ask(self, path: str, value: Json) -> None:
        command = SetOption(path=path, value=value, sender="window")
        self.session.send(command)
        if command.id in self.session.asked:
            self._asked[path] = command.id
            self._say(path, say("applying…"), "muted")
        else:
            self._give_back(path, say("nobody trains this run any more"))

    # --- answers ----------------------------------------------------------------------------------------------------------

    def advance(self, events: list[Event]) -> None:
        """News of the shown run: answers to what was asked, changes that others made, its end."""
        changed = False
        for form in self.groups.values():
            self._tell_time(form)
        for event in events:
            if isinstance(event, Applied):
                self._answered(event.id, say("applied"), "ok")
                changed |= event.options is not None
            elif isinstance(event, Refused):
                self._answered(event.id, event.reason, "danger")
                changed = True
            elif isinstance(event, Ended | Failed):
                for path in list(self._asked):
                    self._give_back(path, say("the run ended before this was applied"))
                changed = True
            elif isinstance(event, SegmentStarted | PauseBegan | PauseEnded):
                changed = True
        if changed:
            self.refresh()

    def forget(self) -> None:
        """Another run, or none, is shown: nothing is typed or asked any more."""
        self._typing.clear()
        self._asked.clear()
        self._clear_notes()

    def _answered(self, command: str, words: str, role: str) -> None:
        for path in [p for p, asked in self._asked.items() if asked == command]:
            del self._asked[path]
            self._say(path, words, role)

    def _give_back(self, path: str, reason: str) -> None:
        self._asked.pop(path, None)
        self._say(path, reason, "danger")
        self.refresh()

    def _say(self, path: str, words: str, role: str) -> None:
        row = self.row(path) if "." in path else None
        if row is not None:
            row.show_note(words, role)
        else:
            self.groups[path].fault.say(words, role)
        self._noted.add(path)
        if role == "ok":
            self._fade.start()

    def _clear_notes(self) -> None:
        for path in self._noted - self._asked.keys():
            row = self.row(path)
            if row is not None and row.note.property("role") != "danger":
                row.show_note("")
            elif path in self.groups:
                self.groups[path].fault.say("")
        self._noted &= self._asked.keys()


def _part(draft: Draft | None, section: str) -> Draft:
    """A group of a draft; an empty one where it holds no options."""
    held = (draft or {}).get(section)
    return held if isinstance(held, dict) else {}
