"""The rows of the setup form: one option a row, one question a group. They show and report; they own no settings."""

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.gan.spec import Option
from studio.messages import Json
from studio.ui import theme
from studio.ui.form import Draft, Group, Kind, heading, label, number_shown, same, schedule_of, shape_words, switched, title
from studio.ui.widgets.editor import ChoiceBox, ChoiceEditor, Editor, NumberEditor, SwitchEditor, TextEditor
from studio.ui.widgets.fold import Fold
from studio.ui.widgets.path_edit import PathEdit
from studio.ui.widgets.quiet_button import QuietButton
from studio.ui.widgets.schedule_edit import ScheduleEdit
from studio.ui.widgets.words import Words, set_mark, tip
from studio.words import mark, say

LIVE_HINT = mark("May be changed while training.")
KIMG_HINT = mark("1 kimg is a thousand real images shown to the discriminator.")


def make_editor(option: Option, kind: str = "", parent: QWidget | None = None) -> Editor:
    """The editor for an option's type; `kind` is the choice it belongs to, which tells what a path leads to."""
    if option.type == "bool":
        return SwitchEditor(parent)
    if option.type in ("int", "float"):
        return NumberEditor(option, parent)
    if option.type == "schedule":
        return ScheduleEdit(option, parent)
    if option.type == "enum":
        none: dict[Any, str] = {None: say("Automatic")} if option.optional else {}
        return ChoiceEditor(none | {choice: title(choice) for choice in option.choices}, parent)
    if option.type == "path":
        return PathEdit("file", pattern=say("Zip files (*.zip)"), parent=parent) if kind == "zip" else PathEdit("folder", parent=parent)
    return TextEditor(optional=option.optional, empty=say(option.zero), parent=parent)


class LiveDot(QWidget):
    """A small dot in the accent colour: this option may be changed while training."""

    def __init__(self, live: bool = True, parent: QWidget | None = None) -> None:
        """An option that is not live has only the room for it."""
        super().__init__(parent)
        self._live = live
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(say(LIVE_HINT) if live else "")

    def sizeHint(self) -> QSize:
        return QSize(10, 24)

    def paintEvent(self, event: Any) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().highlight())
        if self._live:
            painter.drawEllipse(0, self.height() // 2 - 3, 6, 6)


class OptionRow(QWidget):
    """One option: its name, editor, unit, a way back to its first value, and what is wrong with it."""

    edited = Signal(str, object)  # path, value: at every change
    committed = Signal(str, object)  # path, value: when the person is done with one

    def __init__(self, path: str, option: Option, kind: str = "", *, gutter: bool = True, parent: QWidget | None = None) -> None:
        """gutter: leave room at the left for the dot of live options."""
        super().__init__(parent)
        self.path, self.option = path, option
        self.baseline: Json = option.default
        self.words, unit = label(option.name, option.unit), say(option.unit)
        self.editor = make_editor(option, kind, self)
        named = say("{setting}, in {unit}", setting=self.words, unit=unit) if unit else self.words
        self.editor.name(named, f"{say(option.help)} {option.limits()}")
        self.caption = Words(f"{self.words} ({unit})" if unit and option.type == "schedule" else self.words, parent=self)
        self._bold = False
        self.caption.setBuddy(self.editor.parts()[0])
        self.note = Words("", "danger", scale=theme.SMALL, parent=self)
        self.note.hide()
        self.reset = self._reset_button()
        self._arrange(gutter)
        self.editor.edited.connect(self._edited)
        self.editor.committed.connect(lambda: self.committed.emit(self.path, self.editor.value()))
        self._describe()

    def value(self) -> Json:
        """What the editor holds."""
        return self.editor.value()

    def show_value(self, value: Json) -> None:
        """Shows a value without reporting it."""
        self.editor.show_value(value)
        self._mark_change()

    def is_changed(self) -> bool:
        """Whether it differs from the first value, and so is marked."""
        return not same(self.editor.value(), self.baseline)

    def show_baseline(self, value: Json) -> None:
        """The value that the reset arrow goes back to: the template's or the run's first."""
        self.baseline = value
        self.reset.setToolTip(say("Back to {value}", value=value_text(value)))
        self._mark_change()

    def show_fault(self, message: str) -> None:
        """Says beside the field what is wrong with it; empty when nothing is."""
        self.editor.mark(bool(message))
        self.note.say(message, "danger")

    def show_note(self, message: str, role: str = "muted") -> None:
        """Says something else about the field, such as that a change is on its way."""
        self.note.say(message, role)

    def allow(self, yes: bool, why: str = "") -> None:
        """Lets the field be edited or not; `why` joins its tooltip."""
        self.editor.setEnabled(yes)
        self.reset.setEnabled(yes)
        self._describe(why)

    def matches(self, words: str) -> bool:
        """Whether a search for these words should show this row."""
        choices = " ".join(f"{choice} {title(choice)}" for choice in self.option.choices)
        text = f"{self.words} {self.option.name} {say(self.option.help)} {self.path} {choices}".lower()
        return all(word in text for word in words.lower().split())

    def has_keyboard(self) -> bool:
        """Whether it is being edited."""
        return any(part.hasFocus() for part in self.editor.parts())

    def focus(self) -> None:
        """Gives it the keyboard."""
        self.editor.parts()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Takes the first value again, as if the person had typed it."""
        self.editor.show_value(self.baseline)
        self._edited()
        self.committed.emit(self.path, self.editor.value())

    def paintEvent(self, event: Any) -> None:
        """A bar at the left of what differs from the first value."""
        if self.is_changed():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().highlight())
            painter.drawRoundedRect(QRectF(0, 2, 2, self.height() - 4), 1, 1)

    def _edited(self) -> None:
        self._mark_change()
        self.edited.emit(self.path, self.editor.value())

    def _mark_change(self) -> None:
        changed = self.is_changed()
        self.reset.setVisible(changed)
        if changed != self._bold:
            self._bold = changed
            self.caption.setFont(theme.font(bold=changed))
        self.update()

    def _reset_button(self) -> QuietButton:
        button = QuietButton("reset", self)
        button.setAccessibleName(say("Reset {setting}", setting=self.words))
        button.clicked.connect(self.go_back)
        return button

    def _arrange(self, gutter: bool) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(6, 0, 0, 0)  # room for the bar of what is changed
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 9)
        grid.setColumnStretch(2, 10)
        if gutter:
            grid.addWidget(LiveDot(self.option.live, self), 0, 0)
        wide = isinstance(self.editor, ScheduleEdit | PathEdit)
        self.editor.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if wide:
            grid.addWidget(self.caption, 0, 1, 1, 2)
            grid.addWidget(self.editor, 1, 1, 1, 2)
        else:
            grid.addWidget(self.caption, 0, 1)
            grid.addWidget(self.editor, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.reset, 0, 3)
        grid.addWidget(self.note, 2, 1, 1, 3)

    def _describe(self, why: str = "") -> None:
        lines: list[str] = [say(self.option.help)]
        facts = "; ".join(f for f in (self.option.limits(), say("default {value}", value=value_text(self.option.default))) if f)
        lines.append(f"{facts[:1].upper()}{facts[1:]}.")
        lines += [say(KIMG_HINT)] if self.option.unit == "kimg" else []
        lines += [say(LIVE_HINT)] if self.option.live and not why else []
        lines += [why] if why else []
        words = tip(*lines)
        for widget in (self, self.caption, *self.editor.parts()):
            if not isinstance(widget, ChoiceBox):
                widget.setToolTip(words)
        self.editor.setToolTip(words)


class GroupForm(QWidget):
    """One question of a run: its kind where there is a choice, its options, and the rarer ones folded under More."""

    edited = Signal(str, object)  # path, value
    committed = Signal(str, object)
    kind_chosen = Signal(str, object)  # section, the group's data with another kind chosen

    def __init__(self, group: Group, parent: QWidget | None = None, *, headed: bool = True) -> None:
        """headed: under a heading that folds; without one the group always shows."""
        super().__init__(parent)
        self.group, self._headed = group, headed
        self.fold = Fold(heading(group.name), parent=self)
        self.fold.head.setVisible(headed)
        self.fold.head.setToolTip(tip(f"{say(group.about).rstrip('.')}."))
        self.fold.open(not headed)
        self.rows: dict[str, OptionRow] = {}
        self._shown: Kind | None = None
        self._data: Any = {}
        self._first: Any = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.fold)
        self._head()
        self._rows = QWidget(self.fold.body)
        self.fold.column.addWidget(self._rows)

    def _head(self) -> None:
        self.box = ChoiceBox(self.fold.body)
        self.box.setAccessibleName(say("{group} kind", group=self.fold.head.text()))  # the heading has its own name
        self.box.setAccessibleDescription(say(self.group.about))
        for kind in self.group.kinds:
            self.box.addItem(title(kind.name), kind.name)
            self.box.setItemData(self.box.count() - 1, say(kind.about), Qt.ItemDataRole.ToolTipRole)
        self.box.activated.connect(self._choose)
        self.about = Words("", "muted", scale=theme.SMALL, parent=self.fold.body)
        self.fault = Words("", "danger", scale=theme.SMALL, parent=self.fold.body)
        self.fault.hide()
        self.kind_reset = QuietButton("reset", self.fold.body)
        self.kind_reset.setAccessibleName(say("Reset {group} kind", group=self.fold.head.text()))
        self.kind_reset.clicked.connect(self.go_back)
        self.kind_reset.hide()
        self._choice = QWidget(self.fold.body)
        indent = QHBoxLayout(self._choice)
        indent.setSpacing(4)
        indent.setContentsMargins(20 if self._headed else 6, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(4)
        for widget in (self.box, self.about, self.fault):
            column.addWidget(widget)
        indent.addLayout(column)
        if self.group.chooses:  # it keeps its room while it is hidden
            indent.addWidget(self.kind_reset, 0, Qt.AlignmentFlag.AlignTop)
        self.fold.column.addWidget(self._choice)
        self.box.setVisible(self.group.chooses)

    def show_data(self, data: Any, baseline: Any = None) -> None:
        """Shows the group's data; `baseline` is what the reset arrows go back to where it is of the same kind."""
        kind = self.group.kind(data)
        self._data, self._first = data, baseline
        if self._shown != kind:
            self._build(kind)
        held = data if isinstance(data, dict) else {}
        first = baseline if isinstance(baseline, dict) and self.group.kind(baseline) == kind else {}
        self.box.show_data(kind.name)
        for name, row in self.rows.items():
            row.show_baseline(first.get(name, row.option.default))
            row.show_value(held.get(name, row.option.default))
        self.kind_reset.setVisible(self.is_kind_changed())
        self.kind_reset.setToolTip(say("Back to {kind}, as it was", kind=title(self._first_kind())))
        set_mark(self.box, "changed", self.is_kind_changed())
        self.box.setToolTip(say(kind.about))
        self.say_aside()

    def say_aside(self) -> None:
        """Beside the heading while it is folded: the kind, and how many settings differ from the first ones."""
        parts = [title(self.group.kind(self._data).name)] if self.group.chooses else []
        count = len(self.changes())
        self.fold.head.say_aside(" · ".join([*parts, *([say("{n} changed", n=count)] if count else [])]))

    def changes(self) -> list[str]:
        """The paths of what differs from the first settings: the kind, and options."""
        return [*([f"{self.group.name}.kind"] if self.is_kind_changed() else []), *(row.path for row in self.rows.values() if row.is_changed())]

    def is_kind_changed(self) -> bool:
        """Whether another kind is chosen than at first."""
        return self.group.chooses and bool(self._first_kind()) and self._first_kind() != self.group.kind(self._data).name

    def go_back(self) -> None:
        """Takes the kind again that it had at first, with that kind's first options."""
        self.kind_chosen.emit(self.group.name, dict(self._first))

    def _first_kind(self) -> str:
        return str(self._first.get("kind", "")) if isinstance(self._first, dict) else ""

    def show_fault(self, message: str) -> None:
        """Says what is wrong with the choice itself."""
        set_mark(self.box, "fault", bool(message))
        self.fault.say(message)

    def search(self, words: str, *, changed: bool = False) -> bool:
        """Shows only the rows that match, with `changed` only those that differ; whether any does. Without either all show as they were."""
        narrow = bool(words) or changed
        kinds = " ".join(f"{k.name} {title(k.name)} {say(k.about)}" for k in self.group.kinds) if self.group.chooses else ""
        about = f"{self.fold.head.text()} {self.group.name} {kinds}"
        whole = bool(words) and all(word in about.lower() for word in words.lower().split())
        found = [row for row in self.rows.values() if (whole or not words or row.matches(words)) and (not changed or row.is_changed() or row.has_keyboard())]
        choice = not narrow or (whole and not changed) or (changed and self.is_kind_changed() and (whole or not words))
        for row in self.rows.values():
            row.setVisible(row in found)
        self._choice.setVisible(choice or bool(self.fault.text()))
        self.box.setVisible(choice and self.group.chooses)
        self.about.setVisible(choice and bool(self.about.text()))
        self.kind_reset.setVisible(choice and self.is_kind_changed())
        if self.more is not None:
            inside = [row for row in found if row.option.advanced]
            self.more.setVisible(bool(inside))
            self.more.reveal(True if narrow else None)
        self.fold.reveal(True if narrow or not self._headed else None)
        shown = bool(found) or choice
        self.setVisible(shown)
        return shown

    def reveal(self, name: str) -> QWidget:
        """Opens what hides an option and gives it the keyboard; the widget to scroll to."""
        self.fold.open()
        row = self.rows.get(name)
        if row is None:
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
            return self.box
        if row.option.advanced and self.more is not None:
            self.more.open()
        row.focus()
        return row

    def _build(self, kind: Kind) -> None:
        """New rows for another kind."""
        self._shown = kind
        was_open = self.more.is_open() if self.more is not None else False
        fresh = QWidget(self.fold.body)
        column = QVBoxLayout(fresh)
        column.setContentsMargins(4 if self._headed else 0, theme.SPACE // 2 if self.group.chooses else 0, 0, 0)
        column.setSpacing(6)
        rare = sum(o.advanced for o in kind.options)
        self.more = Fold(say("More ({n})", n=rare), bold=False, parent=fresh) if rare else None
        if self.more is not None:
            self.more.head.setToolTip(say("Settings that are rarely needed"))
        self.rows = {o.name: self._row(o, kind, fresh) for o in kind.options}
        for row in self.rows.values():
            (self.more.column if self.more is not None and row.option.advanced else column).addWidget(row)
        if self.more is not None:
            self.more.open(was_open)
            column.addWidget(self.more)
        self.fold.column.replaceWidget(self._rows, fresh)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = fresh
        fresh.show()
        self.about.say(short(kind.about) if self.group.chooses else "")

    more: Fold | None = None

    def _row(self, option: Option, kind: Kind, common: QWidget) -> OptionRow:
        within = self.more.body if self.more is not None and option.advanced else common
        row = OptionRow(f"{self.group.name}.{option.name}", option, kind.name, gutter=self._headed, parent=within)
        row.edited.connect(self.edited)
        row.committed.connect(self.committed)
        return row

    def _choose(self) -> None:
        kind = self.box.currentData()
        if kind != self.group.kind(self._data).name:
            made: Draft = switched(self.group, self._data, kind)
            self.kind_chosen.emit(self.group.name, made)


def short(about: str) -> str:
    """A kind's line without where it comes from, which its tooltip tells."""
    text = say(about).partition(say(" Source: "))[0].partition(" Source: ")[0].rstrip(".")
    return f"{text}." if text else ""


def value_text(value: Json) -> str:
    """A value in a sentence: `yes`, `0.0002`, `0.2 → 0.002 cosine`, `automatic`."""
    if isinstance(value, bool):
        return say("yes" if value else "no")
    if isinstance(value, dict):
        parts = schedule_of(value)
        if parts["shape"] == "constant":
            return number_shown(parts["start"])
        start, end, shape = number_shown(parts["start"]), number_shown(parts["end"]), shape_words(parts["shape"])
        if not parts["kimg"]:
            return say("{start} → {end} {shape}", start=start, end=end, shape=shape)
        return say("{start} → {end} {shape} over {kimg} kimg", start=start, end=end, shape=shape, kimg=number_shown(parts["kimg"]))
    if isinstance(value, int | float):
        return number_shown(value)
    return title(value) if value else say("automatic" if value is None else "empty")
