"""The line at the window's foot: what the run is doing, where, how fast, how far. Reads the fold; asks nothing."""

from collections import deque
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from studio.ui import theme
from studio.ui.session import Session
from studio.ui.theme import SPACE
from studio.ui.widgets import quantities
from studio.ui.widgets.elided import Elided
from studio.ui.widgets.still import Still
from studio.ui.widgets.words import tip
from studio.words import mark, say, say_n

if TYPE_CHECKING:
    from studio.runs.summary import RunSummary

STATES = {
    "": (mark("Ready"), "muted"),
    "new": (mark("New"), "muted"),
    "preparing": (mark("Preparing"), "accent"),
    "running": (mark("Training"), "ok"),
    "paused": (mark("Paused"), "warning"),
    "done": (mark("Done"), "ok"),
    "stopped": (mark("Stopped"), "muted"),
    "aborted": (mark("Aborted"), "muted"),
    "failed": (mark("Failed"), "danger"),
    "crashed": (mark("Interrupted"), "warning"),
}

PACE_S = 180.0  # of training, that the time left is reckoned by

ABOUT = (
    mark("Real images shown to the discriminator: in all, and each second. 1 kimg is a thousand."),
    mark("Time trained without pauses, and time left."),
    mark("Where the run is computed, and how."),
    mark("Memory in use."),
)


def far(nimg: float, total: float) -> str:
    """How far a run has come, of how much where that is known."""
    if total:
        return say("{n} of {total} kimg", n=quantities.kimg(nimg), total=quantities.kimg(total))
    return say("{n} kimg", n=quantities.kimg(nimg))


class StatusLine(QWidget):
    """Nimg of total · images/s · elapsed · left · device · dtype · memory, with a bar for the whole way; what is cut off first matters least."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._live: dict[Path, str] = {}  # state of each run that somebody trains, while a page looks at them
        self._behind: Path | None = None  # the run that trains while none is shown
        self._trail: deque[tuple[float, int]] = deque()  # seconds and nimg of the last minutes of the shown run
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, 2, SPACE, 2)
        row.setSpacing(2 * SPACE)
        self._state = QLabel()
        self._state.setFont(theme.font(bold=True))
        self._state.setAccessibleName(say("State of the run"))
        self._bar = _Bar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._bar.setAccessibleName(say("Progress of the run"))
        self._facts = Elided()
        self._facts.setWordWrap(False)
        self._facts.setAccessibleName(say("Progress, speed, device and memory"))
        self._facts.about = tip(*(say(line) for line in ABOUT))
        self._torch = QLabel()
        self._torch.setProperty("role", "muted")
        self._back = QPushButton(say("Show it"))
        self._back.setProperty("quiet", True)
        self._back.setToolTip(say("Show the run that trains"))
        self._back.clicked.connect(self._show_behind)
        row.addWidget(self._state)
        row.addWidget(self._back)
        row.addWidget(self._bar)
        row.addWidget(Still(self._facts), 1)
        row.addWidget(self._torch)
        session.run_opened.connect(lambda _: self._trail.clear())
        session.theme.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what the fold says now."""
        session = self._session
        word, role = STATES[session.state()]
        word = say(word)
        if session.handing is not None and (session.view is None or session.view.folder.path == session.handing):
            word, role = say("Handing over {name} …", name=session.handing.name), "accent"
        self._behind = None
        if session.view is None and session.handing is None:
            here = session.torch.training
            live = [here] if here is not None else list(self._live)
            if len(live) == 1:
                self._behind = live[0]
                paused, name = self._live.get(live[0]) == "paused", live[0].name
                word, role = (say("{name} is paused", name=name), "warning") if paused else (say("{name} is training", name=name), "ok")
            elif live:
                word, role = say_n(len(live), "{n} run is training", "{n} runs are training"), "ok"
        self._state.setText(f"● {word}")
        colour = f"color: {getattr(theme.colours(), role)}"
        if self._state.styleSheet() != colour:  # to set one is dear, even the same
            self._state.setStyleSheet(colour)
        self._torch.setText("" if session.torch.is_ready else say("loading the engine …"))
        run = session.view.run if session.view is not None else None
        self._bar.setVisible(run is not None)
        self._back.setVisible(self._behind is not None)
        if run is None:
            self._facts.setText("")
            return
        total = 1000 * _number(run.options or run.config, "training", "kimg")
        beside = run.is_measuring and run.nimg < total  # the bar stays with the training, the words tell of the measuring
        busy = session.state() == "preparing" or (run.progress is not None and session.is_trained() and not beside)
        known = run.progress is not None and run.progress.total > 0
        if busy and run.progress is not None:
            self._bar.setRange(0, 1000 if known else 0)
            self._bar.setValue(int(1000 * run.progress.done / max(1, run.progress.total)))
        else:
            self._bar.setRange(0, 0 if busy else 1000)
            self._bar.setValue(int(1000 * min(1.0, run.nimg / total)) if total else 0)
        self._facts.setText("  ·  ".join(self._words(run, total)))

    def tell_of(self, live: "list[RunSummary]") -> None:
        """The runs that somebody trains, to be named while none is shown."""
        self._live = {run.path: run.state for run in live}
        self.refresh()

    def _show_behind(self) -> None:
        if self._behind is not None:
            self._session.open_run(self._behind)

    def _words(self, run: Any, total: float) -> list[str]:
        words = [run.progress.what] if run.progress is not None and self._session.is_trained() else []
        words.append(far(run.nimg, total))
        training = self._session.state() == "running" and run.rate > 0
        if training:
            words.append(say("{n} images/s", n=quantities.rate(run.rate)))
        words.append(quantities.duration(run.seconds))
        if training and total > run.nimg:
            words.append(say("about {time} left", time=quantities.roughly((total - run.nimg) / self._pace(run))))
        if run.segments:
            words.append(run.segments[-1].device)
        dtype = str((run.options or run.config).get("precision", {}).get("dtype", "fp32"))
        words.append(run.chosen.words() if run.chosen is not None else dtype)
        if run.last_tick is not None and run.last_tick.memory:
            words.append(quantities.size(run.last_tick.memory))
        return words

    def _pace(self, run: Any) -> float:
        """Images a second over the last minutes: what a single tick had is no time to come."""
        trail = self._trail
        if trail and (run.nimg < trail[-1][1] or run.seconds < trail[-1][0]):  # it went back
            trail.clear()
        if not trail or run.seconds > trail[-1][0]:
            trail.append((run.seconds, run.nimg))
        while run.seconds - trail[0][0] > PACE_S and len(trail) > 2:
            trail.popleft()
        (began, first), (now, last) = trail[0], trail[-1]
        return float((last - first) / (now - began)) if last > first else float(run.rate)


class _Bar(QProgressBar):
    """Stands still once its end is known: with a style sheet Qt would go on to paint the busy animation, 30 times a second and unseen."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleAnimationUpdate and self.maximum() > 0:
            event.ignore()
            return True
        return super().event(event)


def _number(options: Mapping[str, Any], group: str, name: str) -> float:
    inside = options.get(group)
    value = inside.get(name) if isinstance(inside, Mapping) else None
    return float(value) if isinstance(value, int | float) else 0.0
