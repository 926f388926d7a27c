"""How much of its room on the disk something takes, in one thin line."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from studio.ui import theme
from studio.ui.theme import SPACE
from studio.ui.widgets import quantities
from studio.ui.widgets.elided import Elided
from studio.ui.widgets.words import set_mark, tip
from studio.words import say, say_n

NEARLY = 0.9  # of the room: from here on it is said


class BudgetLine(QWidget):
    """`1.2 GB of 10 GB for checkpoints` behind a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(8 * SPACE)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(say("Room taken by the checkpoints"))
        self.words = Elided("", "muted", scale=theme.SMALL)
        self.words.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, 3, SPACE, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.bar)
        row.addWidget(self.words, 1)

    def show_use(self, used: int, budget: float, *, pinned: int = 0, pinned_bytes: int = 0) -> None:
        """Bytes taken, bytes allowed (0: not known), and how many of them are pinned and how much those take."""
        share = used / budget if budget > 0 else 0.0
        full = share >= NEARLY
        self.bar.setVisible(budget > 0)
        self.bar.setValue(round(1000 * min(share, 1.0)))
        set_mark(self.bar, "full", full)
        taken, allowed = quantities.size(used), quantities.size(budget)
        if share > 1:
            text = say("{used} of {budget}: over", used=taken, budget=allowed)
        elif full:
            text = say("{used} of {budget}: nearly full", used=taken, budget=allowed)
        elif budget > 0:
            text = say("{used} of {budget} for checkpoints", used=taken, budget=allowed)
        else:
            text = say("{used} for checkpoints", used=taken)
        self.words.setText(text)
        set_mark(self.words, "role", "warning" if full else "muted")
        lines = [say("What the checkpoints of this run take, of what the settings allow them (saving, budget).")]
        if full:
            lines.append(say("At each save the one that is missed least is given up. Allow more room, or unpin or delete some."))
        if pinned:
            kept = say_n(
                pinned,
                "{n} pinned checkpoint takes {size} of it and is never given up.",
                "{n} pinned checkpoints take {size} of it and are never given up.",
                size=quantities.size(pinned_bytes),
            )
            lines.append(kept)
        self.setToolTip(tip(*lines))
        self.setAccessibleName(" ".join((self.words.text(), *lines)))
