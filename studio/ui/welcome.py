"""The first page: one button that trains, templates, recent runs. Paints before torch, numpy and the runs' code are imported."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.presets import Preset, presets
from studio.resources import resource
from studio.ui import theme
from studio.ui.run_watch import RunWatch
from studio.ui.session import Session
from studio.ui.theme import SPACE
from studio.ui.tour import TourOffer
from studio.words import say

if TYPE_CHECKING:
    from studio.runs.summary import RunSummary
    from studio.ui.widgets.own_templates import OwnTemplates
    from studio.ui.widgets.run_list import RunList

LAST = "runs/last"  # in the settings: the run that was shown last
FIRST = "digits"  # the template of the one big button
CARD = 168  # px, least width of a card
SIGNS = {"ring": "points", "grid": "points", "folder": "folder", "zip": "zip"}


def preset_words(preset: Preset) -> tuple[str, str]:
    """A template's title and summary; those of a person's own stay as they wrote them."""
    return (preset.title, preset.summary) if preset.file is not None else (say(preset.title), say(preset.summary))


class TemplateCard(QFrame):
    """One template; a press or Enter chooses it."""

    chosen = Signal(object)  # Preset

    def __init__(self, preset: Preset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preset = preset
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name, about = preset_words(preset)
        self.setAccessibleName(say("Template: {title}", title=name))
        self.setAccessibleDescription(about)
        self.setToolTip(say("Set up a run: {title}", title=name))
        title, summary = QLabel(name), QLabel(about)
        title.setFont(theme.font(bold=True))
        summary.setProperty("role", "muted")
        summary.setWordWrap(True)
        summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        body = QVBoxLayout(self)
        body.setContentsMargins(SPACE, SPACE, SPACE, SPACE + 2)
        body.setSpacing(SPACE // 2)
        body.addWidget(CardPicture(preset))
        body.addSpacing(SPACE // 2)
        body.addWidget(title)
        body.addWidget(summary, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.preset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.preset)
        else:
            super().keyPressEvent(event)


class CardPicture(QWidget):
    """A template's picture, or a sign on a quiet ground where it has none."""

    def __init__(self, preset: Preset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(80)
        self._picture = QPixmap(str(preset.picture)) if preset.picture is not None else QPixmap()
        kind = str(preset.config.get("dataset", {}).get("kind", ""))
        self._icon = theme.icon(SIGNS.get(kind, "dataset"), "muted")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().raised))
        painter.drawRoundedRect(self.rect(), theme.RADIUS, theme.RADIUS)
        if self._picture.isNull():
            side = 34
            self._icon.paint(painter, (self.width() - side) // 2, (self.height() - side) // 2, side, side)
            return
        scaled = self._picture.size().scaled(self.size() - QSize(SPACE, SPACE), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF((self.width() - scaled.width()) / 2, (self.height() - scaled.height()) / 2, scaled.width(), scaled.height())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, self._picture, QRectF(self._picture.rect()))


class CardGrid(QWidget):
    """Cards in as many columns as there is room for."""

    def __init__(self, cards: Sequence[TemplateCard], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        columns = max(1, min(4, (event.size().width() + SPACE) // (CARD + SPACE)))
        if columns != self._columns:
            self._columns = columns
            for n, card in enumerate(self._cards):
                self._grid.addWidget(card, n // columns, n % columns)
            for column in range(5):
                self._grid.setColumnStretch(column, int(column < columns))


class WelcomePage(QWidget):
    """Where a newcomer starts and where one who returns finds the last run."""

    open_requested = Signal()  # choose a run's folder
    tour_requested = Signal()
    runs_requested = Signal()  # all runs in a table
    painted = Signal()  # the first time that the page is on the screen

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._was_painted = False
        self.runs: RunList | None = None  # made, as `own` is, at the first `refresh`
        self.own: OwnTemplates | None = None
        self.watch = RunWatch(session, self)  # only while the page is in sight
        self.watch.found.connect(self._show_runs)
        self.watch.failed.connect(self._tell_fault)
        found = presets()
        first = next((p for p in found if p.name == FIRST), found[0] if found else None)
        self.cards = [TemplateCard(p) for p in found]
        for card in self.cards:
            card.chosen.connect(session.draft_preset)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(SPACE)
        self._recent.setContentsMargins(0, 0, 0, 0)
        self.all_runs = QPushButton(say("All runs"))
        self.all_runs.setProperty("quiet", True)
        self.all_runs.setToolTip(say("Every run in a table: search, sort, compare, queue (Ctrl+Shift+R)"))
        self.all_runs.clicked.connect(self.runs_requested)
        self.all_runs.hide()  # until there are some
        head = QHBoxLayout()
        head.addWidget(_heading(say("Recent runs"), self.all_runs.sizeHint().height()), 1)
        head.addWidget(self.all_runs)
        self._recent.addLayout(head)
        self._hint = QLabel()
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._hint.hide()
        self._recent.addWidget(self._hint)
        self._recent.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(SPACE)
        left.addWidget(_heading(say("Templates"), self.all_runs.sizeHint().height()))
        drop = QLabel(say("Choose one, or drop a folder or zip of your own pictures anywhere on this window."))
        drop.setProperty("role", "muted")
        drop.setWordWrap(True)
        left.addWidget(drop)
        left.addWidget(CardGrid(self.cards))
        self._left = left
        left.addStretch(1)
        self.offer = TourOffer(session.settings)
        self.offer.wanted.connect(self.tour_requested)
        self._lay_out(self._hero(first), left)
        self._session.training_changed.connect(self._training_changed)

    def _lay_out(self, hero: QWidget, left: QVBoxLayout) -> None:
        recent = QWidget()
        recent.setLayout(self._recent)
        recent.setMinimumWidth(280)
        recent.setMaximumWidth(400)
        columns = QHBoxLayout()
        columns.setSpacing(4 * SPACE)
        columns.addLayout(left, 5)
        columns.addWidget(recent, 3)
        inside = QWidget()
        inside.setObjectName("page")
        inside.setMaximumWidth(1240)
        body = QVBoxLayout(inside)
        body.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 3 * SPACE)
        body.setSpacing(4 * SPACE)
        body.addWidget(hero)
        body.addWidget(self.offer)
        body.addLayout(columns, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setObjectName("page")
        scroll.setObjectName("page")
        centred = QWidget()
        centred.setObjectName("page")
        row = QHBoxLayout(centred)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inside, 1000)
        row.addStretch(1)
        scroll.setWidget(centred)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _hero(self, first: Preset | None) -> QWidget:
        mark = QLabel()
        mark.setPixmap(QPixmap(str(resource("icons/gan-studio.svg"))).scaledToHeight(72, Qt.TransformationMode.SmoothTransformation))
        title = QLabel("GAN Studio")
        title.setFont(theme.font(theme.DISPLAY, bold=True))
        words = QLabel(say("Train a generator against a discriminator, watch what it makes, steer it while it learns."))
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        what = say("Train handwritten digits") if first is None or first.name == FIRST else say("Train {title}", title=preset_words(first)[0])
        self.train = QPushButton(theme.icon("play", "on_accent"), what)
        self.train.setObjectName("train_first")
        self.train.setProperty("primary", True)
        self.train.setIconSize(QSize(theme.ICON, theme.ICON))
        self.train.setMinimumHeight(40)
        self.train.setEnabled(first is not None)
        self.train.setToolTip(say("Real 8×8 digits that come with GAN Studio: one press, and digits form"))
        self.train.clicked.connect(lambda: self._session.start_preset(first) if first is not None else None)
        self.open = QPushButton(theme.icon("folder"), say("Open a run…"))
        self.open.setMinimumHeight(40)
        self.open.setToolTip(say("Show a run from its folder"))
        self.open.clicked.connect(self.open_requested)
        text = QVBoxLayout()
        text.setSpacing(SPACE // 2)
        text.addStretch(1)
        text.addWidget(title)
        text.addWidget(words)
        text.addStretch(1)
        hero = QWidget()
        row = QHBoxLayout(hero)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(mark)
        row.addLayout(text, 1)
        row.addWidget(self.train)
        row.addWidget(self.open)
        return hero

    def refresh(self) -> None:
        """Read the own templates and the summaries of the runs again."""
        from studio.ui.widgets.run_list import RunList

        self._refresh_own()
        if self.runs is None:
            self.runs = RunList()
            self.runs.chosen.connect(self._session.open_run)
            self.runs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            self.runs.hide()
            self._recent.insertWidget(1, self.runs, 100)
        if self.isVisible():
            self.watch.start()

    def _refresh_own(self) -> None:
        from studio.templates import own_templates
        from studio.ui import settings_files
        from studio.ui.widgets.own_templates import OwnTemplates

        if self.own is None:
            session, again = self._session, self._refresh_own
            self.own = OwnTemplates()
            self.own.chosen.connect(session.draft_preset)
            self.own.rename_wanted.connect(lambda one: settings_files.rename_template(session, one, self.window(), again))
            self.own.bin_wanted.connect(lambda path, title: settings_files.bin_template(session, path, title, again))
            self._left.insertWidget(3, self.own)
        self.own.show_templates(*own_templates(self._session.home))

    def _show_runs(self, found: "list[RunSummary]") -> None:
        """The run that was shown last, then the newest."""
        assert self.runs is not None
        last = str(self._session.settings.value(LAST, ""))
        self.runs.runs.set_runs(sorted(found, key=lambda run: (str(run.path) == last, run.updated), reverse=True))
        self.runs.setVisible(bool(found))
        row = self.runs.sizeHintForRow(0)
        self.runs.setMinimumHeight(min(len(found), 6) * row + 6)
        self.runs.setMaximumHeight(len(found) * row + 6)
        self._show_hint(
            "" if found or not self.watch.is_read else say("A run appears here as soon as it trains. It can be opened, resumed and branched at any time.")
        )
        self.all_runs.setVisible(bool(found))

    def _tell_fault(self, error: StudioError) -> None:
        """The folder of the runs cannot be read; the page of all runs has what to do."""
        self._show_hint(str(error))
        self.all_runs.show()

    def _show_hint(self, words: str) -> None:
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    def _training_changed(self) -> None:
        """A run began or ended while its list is in sight."""
        if self.isVisible() and self.runs is not None:
            self.watch.look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.runs is not None:
            self.watch.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.watch.stop()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
        return done


def _heading(text: str, height: int) -> QLabel:
    """As high as a button, so that what lies below stands level beside a heading that has one."""
    label = QLabel(text)
    label.setMinimumHeight(height)
    label.setFont(theme.font(theme.TITLE, bold=True))
    return label
