"""Six steps that point at the real controls: where to train, what shows how it goes, what names a failure, what keeps a moment, where own pictures go.

The window stays usable beneath. It is offered once on the welcome page, and is always in the Help menu.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.theme import SPACE
from studio.ui.widgets.action_button import ActionButton
from studio.ui.widgets.quiet_button import QuietButton
from studio.ui.widgets.words import Words
from studio.words import mark, say

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow

SEEN = "tour/seen"  # in the settings: taken, or not wanted
WIDTH = 320  # px, of the bubble
GAP = SPACE + 4  # px between it and what it points at


@dataclass(frozen=True)
class Step:
    """One stop: what it is called, what is said, the buttons and the panel, or the part of it, that it points at."""

    title: str
    text: str
    buttons: tuple[str, ...] = ()  # names of actions; the first that is shown
    panel: str = ""
    part: str = ""  # the name of a widget in the panel; the whole panel where it does not show


STEPS = (
    Step(
        mark("Train"),
        mark(
            "Choose a template or drop a folder of pictures, then press Train. While it trains, Pause and Stop are here too; nothing that was learned is lost."
        ),
        buttons=("train", "resume", "pause"),
    ),
    Step(
        mark("Samples"),
        mark(
            "The pictures that the generator makes, always from the same random numbers, so that you see each one grow up. "
            "Once it trains, a bar below them leads back to any moment."
        ),
        panel="Samples",
    ),
    Step(
        mark("Curves"),
        mark(
            "How the two networks do against each other: the generator (G), which makes pictures, and the discriminator (D), "
            "which judges whether a picture is real or made. Neither should win for good."
        ),
        panel="Curves",
    ),
    Step(
        mark("Doctor"),
        mark("It looks at the run while it trains. When something begins to fail it says what, shows why, and mends it at one press."),
        panel="Doctor",
    ),
    Step(
        mark("Checkpoints and export"),
        mark("A checkpoint is a saved moment: it can be restored, compared, and continued as another run. Export writes as many pictures as you like."),
        buttons=("export",),
        panel="Checkpoints",
    ),
    Step(
        mark("Your own pictures"),
        mark(
            "Drop a folder or zip of your pictures here, or anywhere on the window. A few hundred that have something in common are a start. "
            "Or press Train now, and watch this example learn first."
        ),
        panel="Dataset",
        part="own_pictures",
    ),
)


class Tour(QObject):
    """One walk through the steps over a window."""

    ended = Signal()

    def __init__(self, window: "MainWindow", *, from_home: bool) -> None:
        super().__init__(window)
        self._window = window
        self.step = 0
        self._is_over = False
        self._from_home = from_home
        self._draft = window.session.draft
        self._targets: list[QWidget] = []
        self.veil = Veil(window)
        self.bubble = Bubble(window)
        self.bubble.back.clicked.connect(lambda: self.go(-1))
        self.bubble.next.clicked.connect(lambda: self.go(1))
        self.bubble.skip.clicked.connect(self.skip)
        self.bubble.installEventFilter(self)
        for button in (self.bubble.back, self.bubble.next, self.bubble.skip):
            button.installEventFilter(self)
        window.installEventFilter(self)
        window.pages.currentChanged.connect(self._page_changed)
        window.session.theme.changed.connect(self.veil.update)

    def begin(self) -> None:
        """Shows the workspace, with a template in it where there is nothing yet, and the first step."""
        self._window.session.settings.setValue(SEEN, True)
        self._window.welcome.offer.hide()
        self._window.notices.clear("info", "ok")  # they would lie over the bubble
        if self._window.session.view is None:
            self._window.new_run() if self._window.session.draft is None else self._window.show_setup()
        self.go(0)

    def go(self, by: int) -> None:
        """To a step before or after; after the last one it ends. What it points at is opened and raised."""
        self.step = max(0, self.step + by)
        if self.step >= len(STEPS):
            self.end()
            return
        for target in self._targets:
            target.removeEventFilter(self)
        self._targets = list(self._find(STEPS[self.step]))
        for target in self._targets:
            target.installEventFilter(self)
        self.bubble.say(STEPS[self.step], self.step, len(STEPS))
        self._place()
        self.bubble.next.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._settle)  # a dock that was just opened gets its place when the event loop comes round

    def skip(self) -> None:
        """Ends it early, and goes back to where it began."""
        self.end()
        if self._from_home:
            self._window.session.set_draft(self._draft)
            self._window.go_home()

    def end(self) -> None:
        """Takes everything away; the keyboard goes to the window."""
        if self._is_over:
            return
        self._is_over = True
        for watched in (self._window, *self._targets):
            watched.removeEventFilter(self)
        self._window.pages.currentChanged.disconnect(self._page_changed)
        for widget in (self.veil, self.bubble):
            widget.hide()
            widget.deleteLater()
        self._window.setFocus()
        self.deleteLater()
        self.ended.emit()

    def holes(self) -> list[QRect]:
        """What is pointed at now, in the window's pixels; nothing of what floats elsewhere or is hidden."""
        window = self._window
        return [QRect(t.mapTo(window, QPoint()), t.size()) for t in self._targets if t.isVisible() and t.window() is window]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide) and watched is not self.bubble:
            QTimer.singleShot(0, self, self._place)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is not self._window:
            return self._key(Qt.Key(event.key()), watched)
        return False

    def _key(self, key: Qt.Key, where: QObject) -> bool:
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.go(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.go(-1)
        elif key == Qt.Key.Key_Escape:
            self.skip()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            where.click() if isinstance(where, QPushButton) else self.go(1)
        else:
            return False
        return True

    def _find(self, step: Step) -> Iterator[QWidget]:
        """The controls of a step; a panel that is closed is opened."""
        workspace = self._window.workspace
        assert workspace is not None
        if step.panel:
            workspace.raise_panel(step.panel)
            panel = next(panel for panel in workspace.panels if panel.title == step.panel)
            parts = [part for part in panel.findChildren(QWidget, step.part) if part.isVisibleTo(panel)] if step.part else []
            yield from parts[:1] or [panel]
        shown = [button for name in step.buttons if (button := self._window.findChild(ActionButton, f"button_{name}")) is not None]
        yield from [button for button in shown if button.isVisible()][:1] or shown[:1]

    @Slot()
    def _settle(self) -> None:
        """Scrolls to what is pointed at, once it has its place."""
        for target in self._targets:
            above = target.parentWidget()
            while above is not None and not isinstance(above, QScrollArea):
                above = above.parentWidget()
            if above is not None:
                above.ensureWidgetVisible(target)
        self._place()

    @Slot()
    def _place(self) -> None:
        if self._is_over:
            return
        holes = self.holes()
        self.veil.show_holes(holes)
        self.bubble.place(holes[0] if holes else QRect())
        self.bubble.show()
        self.bubble.raise_()

    @Slot(int)
    def _page_changed(self, _: int) -> None:
        """The person went elsewhere, which ends it; going to the workspace is its own beginning."""
        if self._window.pages.currentWidget() is self._window.welcome:
            self.end()


class Veil(QWidget):
    """Dims the window but for what is pointed at. The mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window = window
        self._holes: list[QRect] = []
        self.hide()

    def show_holes(self, holes: list[QRect]) -> None:
        """Covers the window anew, with these places left clear."""
        self._holes = holes
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dimmed, clear = QPainterPath(), QPainterPath()
        dimmed.addRect(QRectF(self.rect()))
        for hole in self._holes:
            clear.addRoundedRect(QRectF(hole).adjusted(-2, -2, 2, 2), theme.RADIUS, theme.RADIUS)
        shade = QColor("#000000")
        shade.setAlphaF(0.5 if now.dark else 0.32)
        painter.fillPath(dimmed.subtracted(clear), shade)
        painter.setPen(QPen(QColor(now.accent), 2))
        painter.drawPath(clear)


class Bubble(QFrame):
    """A title, a few sentences, and the way on."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("notice")
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = Words("", scale=theme.TITLE, bold=True)
        self.text = Words("")
        self.count = Words("", "muted", scale=theme.SMALL)
        self.skip, self.back, self.next = QPushButton(say("Skip")), QPushButton(say("Back")), QPushButton(say("Next"))
        self.next.setProperty("primary", True)
        self.skip.setProperty("quiet", True)
        self.skip.setToolTip(say("End the tour (Esc); Help has it again"))
        self.back.setToolTip(say("The step before (←)"))
        self.next.setToolTip(say("On (→ or Enter)"))
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        for button in (self.skip, self.back, self.next):
            row.addWidget(button)
        body = QVBoxLayout(self)
        body.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE + 4)
        body.setSpacing(SPACE)
        for widget in (self.title, self.text):
            body.addWidget(widget)
        body.addLayout(row)
        self.hide()

    def say(self, step: Step, number: int, count: int) -> None:
        """Another step."""
        last = number == count - 1
        self.title.setText(say(step.title))
        self.text.setText(say(step.text))
        self.count.setText(say("{n} of {total}", n=number + 1, total=count))
        self.back.setEnabled(number > 0)
        self.next.setText(say("Done" if last else "Next"))
        self.skip.setVisible(not last)
        self.setAccessibleName(say("Tour, step {n} of {total}: {title}", n=number + 1, total=count, title=say(step.title)))
        self.setAccessibleDescription(say(step.text))

    def place(self, target: QRect) -> None:
        """Beside what it points at, where there is room; else in its lower corner, or in the middle where there is nothing."""
        body = self.layout()
        assert body is not None
        self.resize(WIDTH, body.totalHeightForWidth(WIDTH))
        room = self._window.rect().adjusted(SPACE, SPACE, -SPACE, -SPACE)
        me = self.rect()
        if target.isNull():
            me.moveCenter(room.center())
        else:
            beside = (
                QPoint(target.right() + GAP, target.top()),
                QPoint(target.left() - GAP - me.width(), target.top()),
                QPoint(target.left(), target.bottom() + GAP),
                QPoint(target.left(), target.top() - GAP - me.height()),
            )
            whole = [place for place in beside if room.contains(QRect(place, me.size()))]
            me.moveTopLeft(whole[0] if whole else target.bottomRight() - QPoint(me.width() + GAP, me.height() + GAP))
        me.moveLeft(max(room.left(), min(me.left(), room.right() - me.width())))
        me.moveTop(max(room.top(), min(me.top(), room.bottom() - me.height())))
        self.move(me.topLeft())


class TourOffer(QFrame):
    """One quiet line on the welcome page, until the tour was taken or is not wanted."""

    wanted = Signal()

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setObjectName("card")
        self.take = QPushButton(theme.icon("eye"), say("Take the tour"))
        self.take.setToolTip(say("A few steps that point at what matters; Esc ends it"))
        self.take.clicked.connect(self.wanted)
        self.dismiss = QuietButton("close")
        self.dismiss.setToolTip(say("No, thanks; the Help menu has it"))
        self.dismiss.setAccessibleName(say("Do not offer the tour again"))
        self.dismiss.clicked.connect(self._refuse)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 4, SPACE // 2, SPACE, SPACE // 2)
        row.addWidget(Words(say("New here? A tour of one minute points at what matters.")), 1)
        row.addWidget(self.take)
        row.addWidget(self.dismiss)
        self.setVisible(not settings.value(SEEN, False, bool))

    def _refuse(self) -> None:
        self._settings.setValue(SEEN, True)
        self.hide()


def begin(window: "MainWindow") -> None:
    """Begins the tour, from its first step where one is on its way; waits for panels that are being built, and for the run that trains here to fill them."""
    workspace, session = window.workspace, window.session
    if workspace is None:
        return
    if not workspace.is_built():
        workspace.built.connect(lambda: begin(window), Qt.ConnectionType.SingleShotConnection)
        return
    from_home = window.pages.currentWidget() is window.welcome
    if session.view is None and session.draft is None and session.torch.training is not None:
        session.open_run(session.torch.training)
        assert session.reading is not None
        session.reading.opened.connect(lambda *_: QTimer.singleShot(0, window, lambda: _walk(window, from_home=from_home)))  # once the toolbar shows Pause
    else:
        _walk(window, from_home=from_home)


def _walk(window: "MainWindow", *, from_home: bool) -> None:
    for old in window.findChildren(Tour):
        old.end()
    Tour(window, from_home=from_home).begin()
