"""The groups of the setup form: one question a group, with its kinds and the rows of its options. They show and report; they own no settings."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.gan.spec import Option
from studio.ui import theme
from studio.ui.form import Draft, Group, Kind, heading, switched, title
from studio.ui.form_rows import OptionRow
from studio.ui.widgets.editor import ChoiceBox
from studio.ui.widgets.fold import Fold
from studio.ui.widgets.quiet_button import QuietButton
from studio.ui.widgets.words import Words, set_mark, tip
from studio.words import say


class GroupForm(QWidget):
    """One question of a run: its kind where there is a choice, its options, and the rarer ones folded under More."""

    edited = Signal(str, object)  # path, value
    committed = Signal(str, object)
    left = Signal(str)  # path
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

    def show_data(self, data: Any, baseline: Any = None, source: str = "") -> None:
        """Shows the group's data; `baseline` is what the reset arrows go back to where it is of the same kind, `source` what rows call it."""
        kind = self.group.kind(data)
        self._data, self._first = data, baseline
        if self._shown != kind:
            self._build(kind)
        held = data if isinstance(data, dict) else {}
        first = baseline if isinstance(baseline, dict) and self.group.kind(baseline) == kind else {}
        self.box.show_data(kind.name)
        for name, row in self.rows.items():
            row.show_baseline(first.get(name, row.option.default), source if first else "")
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
        row.left.connect(self.left)
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
