"""What a check of every picture found: counts, sizes, formats, the files that cannot be used and those that equal each other, to read and to copy."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.widgets.facts import Facts
from studio.ui.widgets.file_list import FileList

if TYPE_CHECKING:
    from studio.gan.scan import ScanReport

MOST = 4  # sizes and formats that are named
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
        self.broken, self.copies = FileList("Files that cannot be used"), FileList("Pictures that are there more than once")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        for part in (self.facts, self.broken, self.copies):
            column.addWidget(part)

    def show_report(self, report: "ScanReport") -> None:
        """Counts above; broken files, and then copies, below."""
        self.facts.show_facts(report_facts(report))
        count, copies = len(report.broken), report.copies
        heading, role = (f"{count:,} file{'s' if count != 1 else ''} left out", "warning") if count else ("Every file can be used.", "ok")
        self.broken.show_lines(heading, role, count, lambda: (f"{b.file}: {b.reason}" for b in report.broken))
        heading = f"{len(copies):,} picture{'s are' if len(copies) != 1 else ' is'} there more than once"
        self.copies.show_lines(heading, "", len(copies), lambda: (" = ".join(group) for group in copies))
        self.copies.setVisible(len(copies) > 0)


def report_facts(report: "ScanReport") -> list[tuple[str, str]]:
    """The counts that a person would ask for; those that are 0 are left out."""
    facts = [
        ("Pictures", f"{report.images:,}"),
        ("Sizes", _counted({s.replace("x", "×"): n for s, n in report.sizes.items()})),
        ("Colours", _counted({MODES.get(mode, mode): n for mode, n in report.modes.items()})),
        ("Classes", _counted(report.classes, most=12)),
        ("No class", f"{report.unclassed:,}" if report.classes and report.unclassed else ""),
        ("Copies", f"{report.duplicates:,}, equal to another byte for byte" if report.duplicates else ""),
        ("Animations", f"{report.animated:,}, the first frame is used" if report.animated else ""),
        ("Other files", f"{report.others:,}, no pictures" if report.others else ""),
        *(("Note", note) for note in report.notes),
    ]
    return [(name, fact) for name, fact in facts if fact]


def _counted(counts: dict[str, int], most: int = MOST) -> str:
    named = [f"{name} ({count:,})" for name, count in list(counts.items())[:most]]
    rest = len(counts) - len(named)
    return ", ".join(named) + (f" and {rest:,} more" if rest > 0 else "")
