"""A run has begun and has nothing to show yet."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from studio.runs.fold import Run
from studio.ui.widgets.empty_state import EmptyState
from studio.words import mark, say

WAITING = mark("The first samples appear soon: the fastest way to compute is looked for before.")


class Preparing(QWidget):
    """What it is doing, and how far that is."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(240)
        self._bar.setAccessibleName(say("How far the preparation is"))
        self.words = EmptyState("clock", "", "")
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.addWidget(self._bar)
        column.addLayout(row)
        column.addStretch(3)

    def tell(self, run: Run) -> None:
        """What it is doing, as far as it has said."""
        step = run.progress
        what = f"{step.what[:1].upper()}{step.what[1:]}. " if step is not None else ""
        self.words.say(say("Preparing" if run.state in ("new", "preparing") else "Training"), what + say(WAITING))
        self._bar.setRange(0, step.total if step is not None else 0)
        self._bar.setValue(min(step.done, step.total) if step is not None else 0)
