"""The help: the pages of resources/help in a window of their own, those of the alarms below the others, and the table of shortcuts.

Pages are written in English; a folder named by a language's code holds them in that language, under the same names. Where it has none, the English is shown.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QColor, QImage, QKeyEvent, QKeySequence, QShortcut, QShowEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QTextBrowser, QTextEdit, QVBoxLayout, QWidget

from studio.resources import resource
from studio.ui import theme
from studio.ui.language import LANGUAGES, language
from studio.ui.panels import Panel
from studio.ui.theme import SPACE
from studio.ui.widgets.words import Words
from studio.words import mark, say

FIRST = "start"
KEYS = mark("Shortcuts")
ALARMS = "alarms"  # the folder of their pages
ALARMS_TITLE = mark("Alarms of the doctor")
_TARGET = re.compile(r"\]\([^)]*\)")  # of a link or picture, which no reader sees
ABOVE = {1: 0, 2: 18, 3: 12}  # px over a heading of that level


class HelpDialog(QDialog):
    """Pages on the left, text on the right, a search over all of them. Nothing blocks the window."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None, *, page: str = FIRST) -> None:
        """actions: those with keys of their own, for the table of shortcuts."""
        super().__init__(parent)
        self.setWindowTitle(say("Help"))
        self.resize(900, 640)
        self._keys = _keys(actions)
        self._texts: dict[int, str] = {}  # by row, once they were searched
        self.pages = QListWidget()
        self.pages.setAccessibleName(say("Help pages"))
        self.pages.setAccessibleDescription(say("The page chosen here shows at the right"))
        self.pages.ensurePolished()
        self._fill()
        self.pages.setFixedWidth(self.pages.sizeHintForColumn(0) + 4 * SPACE)
        self.search = _Search()
        self.search.setPlaceholderText(say("Search the help"))
        self.search.setAccessibleName(say("Search the help"))
        self.search.setToolTip(say("Lists the pages that have all of these words; Return goes to the next place (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._go_to_next)
        self.search.left.connect(self.pages.setFocus)
        QShortcut(QKeySequence.StandardKey.Find, self, self._begin_search)
        self._nothing = Words("", "muted", scale=theme.SMALL)
        self._nothing.hide()
        self.text = _Reader()
        self.text.setAccessibleName(say("Help text"))
        self.text.setAccessibleDescription(say("The page that is chosen at the left"))
        self.text.setOpenExternalLinks(True)
        self.text.sourceChanged.connect(self._follow)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE // 2, SPACE // 2, SPACE // 2, 0)
        head.addWidget(self.search)
        head.addWidget(self._nothing)
        left = QVBoxLayout()
        left.setSpacing(SPACE // 2)
        left.addLayout(head)
        left.addWidget(self.pages)
        row = QHBoxLayout()
        row.addLayout(left)
        row.addWidget(self.text, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addLayout(row)
        self.setTabOrder(self.search, self.pages)
        self.pages.currentRowChanged.connect(self._show)
        self.pages.setCurrentRow(max(0, self._row_of(lambda file: file.stem == page)))
        self.pages.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the page has its width, which pictures keep to."""
        super().showEvent(event)
        if not self.text.source().isEmpty():
            self.text.reload()
            self._space()

    def file_of(self, row: int) -> Path | None:
        """The page's file; None for the table of shortcuts and for what only parts the list."""
        item = self.pages.item(row)
        said = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return Path(said) if said else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends a search before it closes the help."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.pages.setFocus()
        else:
            super().keyPressEvent(event)

    def _begin_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _words(self) -> list[str]:
        return self.search.text().lower().split()

    def _search(self) -> None:
        """Lists what has all of the words; while the page on show is one of these it stays."""
        words, rows = self._words(), range(self.pages.count())
        hits = [n for n in rows if (text := self._text_of(n)) and all(word in text for word in words)]
        heading = next(n for n in rows if not self._text_of(n))
        for n in rows:
            self.pages.item(n).setHidden(n not in hits and not (n == heading and any(hit > heading for hit in hits)))
        self._nothing.say("" if hits else say("No page has all of these words."))
        if hits and self.pages.currentRow() not in hits:
            self.pages.setCurrentRow(hits[0])
        else:
            self._mark(words if hits else [])

    def _text_of(self, row: int) -> str:
        """What is searched of a page; empty for what only parts the list."""
        if row not in self._texts:
            file, keys = self.file_of(row), self.pages.item(row).text() == say(KEYS)
            text = file.read_text(encoding="utf-8") if file is not None else self._keys if keys else ""
            self._texts[row] = _TARGET.sub("]", text).lower()
        return self._texts[row]

    def _mark(self, words: list[str]) -> None:
        """Every place of these words in the page on show; the first one comes in sight."""
        marks = []
        for word in words:
            at = self.text.document().find(word)
            while not at.isNull():
                found = QTextEdit.ExtraSelection()
                found.cursor = at
                found.format.setBackground(QColor(theme.colours().accent_soft))
                found.format.setForeground(QColor(theme.colours().text))
                marks.append(found)
                at = self.text.document().find(word, at)
        self.text.setExtraSelections(marks)
        if marks:
            self._go_to(min(mark.cursor.selectionStart() for mark in marks))

    def _go_to_next(self) -> None:
        """The next marked place below the last one, then from the top again."""
        places = sorted(mark.cursor.selectionStart() for mark in self.text.extraSelections())
        if places:
            here = self.text.textCursor().position()
            self._go_to(next((place for place in places if place > here), places[0]))

    def _go_to(self, place: int) -> None:
        cursor = self.text.textCursor()
        cursor.setPosition(place)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()

    def _fill(self) -> None:
        folder = resource("help")
        files = sorted(folder.glob("*.md"), key=lambda f: (f.stem != FIRST, f.stem))
        for file in map(_spoken, files):
            self._add(_title(file), file)
        self._add(say(KEYS))
        heading = self._add(say(ALARMS_TITLE))
        heading.setFlags(Qt.ItemFlag.NoItemFlags)  # nothing to choose
        heading.setFont(theme.font(theme.SMALL, bold=True))
        for file in sorted(map(_spoken, (folder / ALARMS).glob("*.md")), key=_title):
            self._add(_title(file), file)

    def _add(self, title: str, file: Path | None = None) -> QListWidgetItem:
        item = QListWidgetItem(title)
        item.setSizeHint(QSize(self.pages.fontMetrics().horizontalAdvance(title) + 2 * SPACE, 4 * SPACE))
        if file is not None:
            item.setData(Qt.ItemDataRole.UserRole, str(file))
        self.pages.addItem(item)
        return item

    def _show(self, row: int) -> None:
        file = self.file_of(row)
        if file is None:
            self.text.setSource(QUrl())
            self.text.setMarkdown(self._keys)
            self._space()
        elif self.text.source().toLocalFile() != str(file):
            self.text.setSource(QUrl.fromLocalFile(str(file)), QTextDocument.ResourceType.MarkdownResource)

    def _follow(self, url: QUrl) -> None:
        """Another page is shown, perhaps by a link inside the help: the list moves along."""
        self._space()
        row = self._row_of(lambda file: file == Path(url.toLocalFile()))
        if row >= 0:
            self.pages.setCurrentRow(row)

    def _row_of(self, fits: Callable[[Path], bool]) -> int:
        return next((n for n in range(self.pages.count()) if (file := self.file_of(n)) is not None and fits(file)), -1)

    def _space(self) -> None:
        """Air over the headings, which a page from Markdown has not."""
        document = self.text.document()
        document.setDocumentMargin(2 * SPACE)
        block = document.begin()
        while block.isValid():
            if level := block.blockFormat().headingLevel():
                change = QTextBlockFormat()
                change.setTopMargin(ABOVE.get(level, 8))
                change.setBottomMargin(4)
                QTextCursor(block).mergeBlockFormat(change)
            block = block.next()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark(self._words())


class _Search(QLineEdit):
    """The arrow leads from here to the list below."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Reader(QTextBrowser):
    """Shows the page of the window's language, whichever language's page a link names, with its pictures no wider than the page."""

    def loadResource(self, type: int, name: QUrl, /) -> object:
        """Qt's hook for what a page names."""
        found = super().loadResource(type, name)
        if type != QTextDocument.ResourceType.ImageResource.value:
            return found
        picture = QImage(self.source().resolved(name).toLocalFile())
        room = self.viewport().width() - 7 * SPACE
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation) if picture.width() > room > 0 else picture

    def doSetSource(self, name: QUrl, type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource, /) -> None:
        """Qt's hook for every change of the page."""
        asked = Path(name.toLocalFile())
        if name.isLocalFile() and (spoken := _spoken(asked)) != asked:
            name = QUrl.fromLocalFile(str(spoken))
        super().doSetSource(name, type)


def open_help(window: QWidget, asked: str) -> None:
    """The page for what was asked, beside the window; in place of the help that is open already."""
    if (already := window.findChild(HelpDialog)) is not None:
        already.close()
    keys = [action for action in window.actions() if not action.shortcut().isEmpty()]
    dialog = HelpDialog(keys, window, page=page_of(asked))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()


def page_of(asked: str) -> str:
    """The page for what was asked, a page's name or an alarm's: its own where there is one, for an alarm else the doctor's."""
    folder = resource("help")
    pages = {file.stem for file in (*folder.glob("*.md"), *(folder / ALARMS).glob("*.md"))}
    own = next((name for name in (asked, asked.replace("_", "-")) if name in pages), "")
    return own or ("doctor" if asked else FIRST)


def page_here() -> str:
    """The page of the panel that has the keyboard; empty outside of them."""
    here = QApplication.focusWidget()
    while here is not None and not isinstance(here, Panel):
        here = here.parentWidget()
    return here.help if here is not None else ""


def _spoken(page: Path) -> Path:
    """This page of the help in the window's language where there is one, else in English; any other file as it is."""
    folder = resource("help")
    if not page.is_relative_to(folder):
        return page
    name = page.relative_to(folder)
    if name.parts[0] in LANGUAGES:
        name = name.relative_to(name.parts[0])
    own = folder / language() / name
    return own if own.exists() else folder / name


def _title(file: Path) -> str:
    first = file.read_text(encoding="utf-8").lstrip().partition("\n")[0]
    return first.lstrip("# ").strip() if first.startswith("#") else file.stem


def _keys(actions: Sequence[QAction]) -> str:
    rows = "\n".join(f"| {action.text().rstrip('…')} | `{_pressed(action.shortcut())}` | {action.statusTip()} |" for action in actions)
    return f"# {say(KEYS)}\n\n| {say('What')} | {say('Keys')} | {say('What it does')} |\n|---|---|---|\n{rows}\n"


def _pressed(keys: QKeySequence) -> str:
    """Keys as they are called in the window's language and on this system."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
