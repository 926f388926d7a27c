"""Messages over the window: notices that block nothing, a question, and the one dialog for a fault of our own."""

import platform
import traceback

import shiboken6
from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio import __version__
from studio.ui import theme
from studio.ui.session import Notice
from studio.ui.theme import SPACE
from studio.words import mark, say

STAY_MS = {"info": 6000, "ok": 6000, "warning": 15000, "error": 0}  # 0: until closed
ICONS = {"info": ("info", "accent"), "ok": ("ok", "ok"), "warning": ("warning", "warning"), "error": ("error", "danger")}
SPOKEN = {"info": mark("info: {text}"), "ok": mark("ok: {text}"), "warning": mark("warning: {text}"), "error": mark("error: {text}")}  # read aloud
ACT_MS = 10_000  # at least, where there is something to do about it
WIDTH, MOST = 420, 4
ABOVE = 84  # px over the window's foot: the status line and the buttons at the foot of a panel stay in sight


class NoticeCard(QFrame):
    """One notice: a sign of its level, the text, an action, a cross."""

    def __init__(self, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        self._first: QPushButton | None = None
        self.setObjectName("notice")
        self.setProperty("level", notice.level)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(say(SPOKEN[notice.level], text=notice.text))
        sign = QLabel()
        sign.setPixmap(theme.icon(*ICONS[notice.level]).pixmap(QSize(20, 20)))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        text = QLabel(notice.text)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        text.setContentsMargins(0, 2, 0, 2)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton()
        self._close.setIcon(theme.icon("close", "muted"))
        self._close.setToolTip(say("Dismiss"))
        self._close.setAccessibleName(say("Dismiss this notice"))
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        body = QVBoxLayout(self)
        body.setContentsMargins(SPACE + 4, SPACE, SPACE, SPACE)
        body.addLayout(row)
        if notice.action is not None or notice.details:
            body.addLayout(self._buttons())
        if stay := STAY_MS[notice.level]:
            stay = max(stay, ACT_MS) if notice.action is not None else stay
            QTimer.singleShot(stay, self, self.dismiss)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20 + SPACE, 0, 0, 0)
        if self.notice.action is not None:
            act = QPushButton(self.notice.action_label)
            act.setToolTip(say("{action}, and dismiss this notice", action=self.notice.action_label))
            act.clicked.connect(self._act)
            self._first = act
            row.addWidget(act)
        if self.notice.details:
            details = QPushButton(say("Copy details"))
            details.setProperty("quiet", True)
            details.setToolTip(say("Copy what there is to know, to paste it where you ask for help"))
            details.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.notice.details))
            row.addWidget(details)
        row.addStretch(1)
        return row

    def take_keyboard(self) -> None:
        """The keyboard to what can be done about it, else to its cross."""
        (self._first or self._close).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def dismiss(self) -> None:
        """Take the card away. The keyboard goes to the window, not to whatever Qt finds next in line, which would light up."""
        here = self.window().focusWidget()
        if here is not None and self.isAncestorOf(here):
            self.window().setFocus()
        self.hide()
        self.deleteLater()

    def _act(self) -> None:
        action = self.notice.action
        self.dismiss()
        if action is not None:
            action()


class NoticeStack(QObject):
    """The cards in the window's lower right corner, the newest lowest."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._cards: list[NoticeCard] = []
        window.installEventFilter(self)

    def cards(self) -> list[NoticeCard]:
        """Those shown now, oldest first."""
        self._cards = [c for c in self._cards if shiboken6.isValid(c) and not c.isHidden()]
        return list(self._cards)

    @Slot(object)
    def show_notice(self, notice: Notice) -> None:
        """Another card; one that says the same goes away first, and so does the oldest of too many."""
        cards = self.cards()
        for card in [c for c in cards if c.notice.text == notice.text] + cards[: max(0, len(cards) + 1 - MOST)]:
            card.dismiss()
        card = NoticeCard(notice, self._window)
        card.installEventFilter(self)
        card.show()
        self._cards.append(card)
        self._place()

    @Slot(object)
    def withdraw(self, notice: Notice) -> None:
        """What it says holds no more."""
        for card in self.cards():
            if card.notice is notice:
                card.dismiss()

    def take_keyboard(self) -> None:
        """The keyboard to the newest one."""
        for card in self.cards()[-1:]:
            card.take_keyboard()

    def clear(self, *levels: str) -> None:
        """Dismiss the cards of these levels."""
        for card in self.cards():
            if card.notice.level in levels:
                card.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.LayoutRequest):
            self._place()
        return False

    def _place(self) -> None:
        y = self._window.height() - ABOVE
        for card in reversed(self.cards()):
            card.resize(WIDTH, card.heightForWidth(WIDTH))  # not its size hint, which allows for text in a narrower shape
            y -= card.height() + SPACE
            card.move(self._window.width() - card.width() - 2 * SPACE, y)
            card.raise_()


class ErrorDialog(QDialog):
    """A fault of ours: a plain sentence, details to unfold, a report to copy. The window stays usable behind it."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Something went wrong"))
        self.setModal(False)
        self.report = report(error)
        text = QLabel(
            say("GAN Studio met a fault of its own. The window goes on, and a run that trains goes on with it.")
            + f"\n\n{type(error).__name__}: {error}\n\n"
            + say("Its report says where. Copy it when you tell of the fault.")
        )
        text.setWordWrap(True)
        text.setMinimumWidth(440)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = QPlainTextEdit(self.report)
        self._details.setReadOnly(True)
        self._details.setFont(theme.font(theme.SMALL, mono=True))
        self._details.setMinimumHeight(220)
        self._details.setVisible(False)
        self._details.setAccessibleName(say("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        unfold = buttons.addButton(say("Show details"), QDialogButtonBox.ButtonRole.ActionRole)
        unfold.setCheckable(True)
        unfold.toggled.connect(self._unfold)
        unfold.toggled.connect(lambda shown: unfold.setText(say("Hide details" if shown else "Show details")))
        copy = buttons.addButton(say("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report))
        buttons.rejected.connect(self.reject)
        body = QVBoxLayout(self)
        body.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        body.setSpacing(2 * SPACE)
        body.addWidget(text)
        body.addWidget(self._details, 1)
        body.addWidget(buttons)

    def _unfold(self, shown: bool) -> None:
        self._details.setVisible(shown)
        self.adjustSize()


def question(parent: QWidget, title: str, text: str) -> QMessageBox:
    """A question without buttons yet."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle("GAN Studio")
    box.setText(title)
    box.setInformativeText(text)
    return box


def report(error: BaseException) -> str:
    """What a developer needs, and nothing that tells of the person: versions and the traceback."""
    where = f"GAN Studio {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return where + "\n\n" + "".join(traceback.format_exception(error))
