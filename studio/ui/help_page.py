"""The help: the pages of resources/help in a window of their own, and the table of shortcuts."""

from pathlib import Path

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from studio.resources import resource
from studio.ui.actions import Deed
from studio.ui.panels import Panel
from studio.ui.theme import SPACE

FIRST = "start"
KEYS = "Shortcuts"


class HelpDialog(QDialog):
    """Pages on the left, text on the right. Nothing blocks the window."""

    def __init__(self, deeds: list[Deed], parent: QWidget | None = None, *, page: str = FIRST) -> None:
        super().__init__(parent)
        self.setWindowTitle("Help")
        self.resize(900, 640)
        folder = resource("help")
        self._files = sorted(folder.glob("*.md"), key=lambda f: (f.stem != FIRST, f.stem))
        self._keys = _keys(deeds)
        self.pages = QListWidget()
        self.pages.setAccessibleName("Help pages")
        self.pages.addItems([*(_title(file) for file in self._files), KEYS])
        self.pages.setFixedWidth(self.pages.sizeHintForColumn(0) + 2 * SPACE)
        for n in range(self.pages.count()):
            self.pages.item(n).setSizeHint(QSize(0, 4 * SPACE))
        self.text = QTextBrowser()
        self.text.setAccessibleName("Help text")
        self.text.setOpenExternalLinks(True)
        self.text.sourceChanged.connect(self._follow)
        row = QHBoxLayout()
        row.addWidget(self.pages)
        row.addWidget(self.text, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addLayout(row)
        self.pages.currentRowChanged.connect(self._show)
        names = [file.stem for file in self._files]
        self.pages.setCurrentRow(names.index(page) if page in names else 0)

    def _show(self, row: int) -> None:
        if row < len(self._files):
            url = QUrl.fromLocalFile(str(self._files[row]))
            if self.text.source().fileName() != self._files[row].name:
                self.text.setSource(url, QTextDocument.ResourceType.MarkdownResource)
        else:
            self.text.setSource(QUrl())
            self.text.setMarkdown(self._keys)
        self.text.document().setDocumentMargin(2 * SPACE)

    def _follow(self, url: QUrl) -> None:
        """A link inside the help moves the list along."""
        names = [file.name for file in self._files]
        if url.fileName() in names:
            self.pages.setCurrentRow(names.index(url.fileName()))


def page_of(asked: str) -> str:
    """The page for what was asked, a page's name or an alarm's: its own where there is one, for an alarm else the doctor's."""
    pages = {file.stem for file in resource("help").glob("*.md")}
    own = next((name for name in (asked, asked.replace("_", "-")) if name in pages), "")
    return own or ("doctor" if asked else FIRST)


def page_here() -> str:
    """The page of the panel that has the keyboard; empty outside of them."""
    here = QApplication.focusWidget()
    while here is not None and not isinstance(here, Panel):
        here = here.parentWidget()
    return here.help if here is not None else ""


def _title(file: Path) -> str:
    first = file.read_text(encoding="utf-8").lstrip().partition("\n")[0]
    return first.lstrip("# ").strip() if first.startswith("#") else file.stem


def _keys(deeds: list[Deed]) -> str:
    rows = "\n".join(f"| {deed.text.rstrip('…')} | `{deed.shortcut}` | {deed.tip} |" for deed in deeds if deed.shortcut)
    return f"# {KEYS}\n\n| What | Keys | What it does |\n|---|---|---|\n{rows}\n"
