"""What a check of every picture found: counts, sizes, formats, and the files that cannot be used, to read and to copy."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.widgets.facts import Facts
from studio.ui.widgets.words import Words

if TYPE_CHECKING:
    from studio.gan.broken import Broken
    from studio.gan.scan import ScanReport

MOST = 4  # sizes and formats that are named
SHOWN = 1000  # broken files that are shown; the copied list has all of them
MODES = {
    "RGB": "colour",
    "L": "grey",
    "P": "palette",
    "RGBA": "with transparency",
    "LA": "grey with transparency",
    "1": "black and white",
    "I;16": "16-bit grey",
}


class ScanReportView(QWidget):
    """Shows one report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = Facts()
        self.heading = Words("", bold=True)
        self.broken = QPlainTextEdit()
        self.broken.setReadOnly(True)
        self.broken.setAccessibleName("Files that cannot be used")
        self.broken.setFixedHeight(120)
        self.broken.setFont(theme.font(theme.SMALL))
        self.copy = QPushButton(theme.icon("copy"), "Copy list")
        self._files: Sequence[Broken] = ()
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(_lines(self._files))))
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row.addWidget(self.heading, 1)
        row.addWidget(self.copy)
        column.addWidget(self.facts)
        column.addLayout(row)
        column.addWidget(self.broken)

    def show_report(self, report: "ScanReport") -> None:
        """Counts above, broken files below."""
        self.facts.show_facts(report_facts(report))
        self._files = report.broken
        count = len(report.broken)
        self.heading.say(f"{count:,} file{'s' if count != 1 else ''} left out" if count else "Every file can be used.", "warning" if count else "ok")
        more = [f"… and {count - SHOWN:,} more: Copy list takes all of them."] if count > SHOWN else []
        self.broken.setPlainText("\n".join([*_lines(islice(report.broken, SHOWN)), *more]))
        self.broken.setVisible(count > 0)
        self.copy.setVisible(count > 0)


def _lines(files: "Iterable[Broken]") -> Iterator[str]:
    return (f"{b.file}: {b.reason}" for b in files)


def report_facts(report: "ScanReport") -> list[tuple[str, str]]:
    """The counts that a person would ask for; those that are 0 are left out."""
    facts = [
        ("Pictures", f"{report.images:,}"),
        ("Sizes", _counted({s.replace("x", "×"): n for s, n in report.sizes.items()})),
        ("Colours", _counted({MODES.get(mode, mode): n for mode, n in report.modes.items()})),
        ("Classes", _counted(report.classes, most=12)),
        ("No class", f"{report.unclassed:,}" if report.classes and report.unclassed else ""),
        ("Twice there", f"{report.duplicates:,}, byte for byte" if report.duplicates else ""),
        ("Animations", f"{report.animated:,}, the first frame is used" if report.animated else ""),
        ("Other files", f"{report.others:,}, no pictures" if report.others else ""),
        *(("Note", note) for note in report.notes),
    ]
    return [(name, fact) for name, fact in facts if fact]


def _counted(counts: dict[str, int], most: int = MOST) -> str:
    named = [f"{name} ({count:,})" for name, count in list(counts.items())[:most]]
    rest = len(counts) - len(named)
    return ", ".join(named) + (f" and {rest:,} more" if rest > 0 else "")
