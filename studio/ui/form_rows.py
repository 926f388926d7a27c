"""One row of the setup form: an option's name, its editor, and what is said of both. It shows and reports; it owns no settings."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from studio.gan.spec import Option
from studio.messages import Json
from studio.ui import theme
from studio.ui.form import label, number_said, same, schedule_of, shape_words, title
from studio.ui.widgets.editor import ChoiceBox, ChoiceEditor, Editor, NumberEditor, SwitchEditor, TextEditor
from studio.ui.widgets.path_edit import PathEdit
from studio.ui.widgets.quiet_button import QuietButton
from studio.ui.widgets.schedule_edit import ScheduleEdit
from studio.ui.widgets.words import Words, tip
from studio.words import mark, say

LIVE_HINT = mark("May be changed while training.")
LEAVING = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)  # a person goes on to another field
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
    left = Signal(str)  # path: the person went on to another field

    def __init__(self, path: str, option: Option, kind: str = "", *, gutter: bool = True, parent: QWidget | None = None) -> None:
        """gutter: leave room at the left for the dot of live options."""
        super().__init__(parent)
        self.path, self.option = path, option
        self.baseline: Json = option.default
        self._source = self._why = ""
        self.words, unit = label(option.name, option.unit), say(option.unit)
        self.editor = make_editor(option, kind, self)
        named = say("{setting}, in {unit}", setting=self.words, unit=unit) if unit else self.words
        self.editor.name(named, f"{say(option.help)} {option.limits()}")
        self.caption = Words(f"{self.words} ({unit})" if unit and option.type == "schedule" else self.words, parent=self)
        self._bold = False
        self.caption.setBuddy(self.editor.parts()[0])
        self.note = Words("", "danger", scale=theme.SMALL, parent=self)
        self.note.hide()
        self.about = Words("", "muted", scale=theme.SMALL, parent=self)
        self.about.hide()
        self.reset = self._reset_button()
        self._arrange(gutter)
        self.editor.edited.connect(self._edited)
        self.editor.committed.connect(lambda: self.committed.emit(self.path, self.editor.value()))
        for part in self.editor.parts():
            part.installEventFilter(self)
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

    def show_baseline(self, value: Json, source: str = "") -> None:
        """The value that the reset arrow goes back to. source: what it is, such as `{value} in the template`; the tooltip says it in place of the default."""
        if (value, source) != (self.baseline, self._source):
            self.baseline, self._source = value, source
            self._describe(self._why)
        self.reset.setToolTip(say("Back to {value}", value=value_text(value)))
        self._mark_change()

    def show_fault(self, message: str, *, quiet: bool = False) -> None:
        """Says beside the field what is wrong with it; empty when nothing is. quiet: as a hint, for what nobody had the time to fill in yet."""
        self.editor.mark(bool(message) and not quiet)
        self.note.say(message, "muted" if quiet else "danger")

    def show_note(self, message: str, role: str = "muted") -> None:
        """Says something else about the field, such as that a change is on its way."""
        self.note.say(message, role)

    def tell(self, words: str) -> None:
        """Says below the field what its value comes to; empty when there is nothing to say."""
        if words != self.about.text():
            self.about.say(words)

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() in LEAVING:
            self.left.emit(self.path)
        return False

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
        grid.addWidget(self.about, 3, 1, 1, 3)

    def _describe(self, why: str = "") -> None:
        self._why = why
        lines: list[str] = [say(self.option.help)]
        facts = "; ".join(f for f in (self.option.limits(), self._usual()) if f)
        lines.append(f"{facts[:1].upper()}{facts[1:]}.")
        lines += [say(KIMG_HINT)] if self.option.unit == "kimg" else []
        lines += [say(LIVE_HINT)] if self.option.live and not why else []
        lines += [why] if why else []
        words = tip(*lines)
        for widget in (self, self.caption, *self.editor.parts()):
            if not isinstance(widget, ChoiceBox):
                widget.setToolTip(words)
        self.editor.setToolTip(words)

    def _usual(self) -> str:
        """The value that a person would leave: the template's or the run's first, else the default."""
        if self._source and not same(self.baseline, self.option.default):
            return say(self._source, value=value_text(self.baseline))
        return say("default {value}", value=value_text(self.option.default))


def value_text(value: Json) -> str:
    """A value in a sentence: `yes`, `0.0002`, `0.2 → 0.002 cosine`, `automatic`."""
    if isinstance(value, bool):
        return say("yes" if value else "no")
    if isinstance(value, dict):
        parts = schedule_of(value)
        if parts["shape"] == "constant":
            return value_text(parts["start"])
        start, end, shape = value_text(parts["start"]), value_text(parts["end"]), shape_words(parts["shape"])
        if not parts["kimg"]:
            return say("{start} → {end} {shape}", start=start, end=end, shape=shape)
        return say("{start} → {end} {shape} over {kimg} kimg", start=start, end=end, shape=shape, kimg=value_text(parts["kimg"]))
    if isinstance(value, int | float):
        return number_said(value)
    return title(value) if value else say("automatic" if value is None else "empty")
