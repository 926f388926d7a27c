"""What a check of every picture found: counts, sizes, formats, the files that cannot be used and those that equal each other, to read and to copy."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.ui import theme
from studio.ui.widgets.facts import Facts
from studio.ui.widgets.file_list import FileList
from studio.words import figure, mark, say, say_n

if TYPE_CHECKING:
    from studio.gan.scan import ScanReport

MOST = 4  # sizes and formats that are named
MODES = {
    "RGB": mark("colour"),
    "L": mark("grey"),
    "P": mark("palette"),
    "RGBA": mark("with transparency"),
    "LA": mark("grey with transparency"),
    "1": mark("black and white"),
    "I;16": mark("16-bit grey"),
}


def colours_of(mode: str) -> str:
    """Pillow's name of a picture's colours, in words."""
    return say(MODES[mode]) if mode in MODES else mode


class ScanReportView(QWidget):
    """Shows one report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = Facts()
        self.broken, self.copies = FileList(say("Files that cannot be used")), FileList(say("Pictures that are there more than once"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        for part in (self.facts, self.broken, self.copies):
            column.addWidget(part)

    def show_report(self, report: "ScanReport") -> None:
        """Counts above; broken files, and then copies, below."""
        self.facts.show_facts(report_facts(report))
        count, copies = len(report.broken), report.copies
        heading = say_n(count, "{n:,} file left out", "{n:,} files left out") if count else say("Every file can be used.")
        self.broken.show_lines(heading, "warning" if count else "ok", count, lambda: (f"{b.file}: {b.reason}" for b in report.broken))
        heading = say_n(len(copies), "{n:,} picture is there more than once", "{n:,} pictures are there more than once")
        self.copies.show_lines(heading, "", len(copies), lambda: (" = ".join(group) for group in copies))
        self.copies.setVisible(len(copies) > 0)


def report_facts(report: "ScanReport") -> list[tuple[str, str]]:
    """The counts that a person would ask for; those that are 0 are left out."""
    facts: list[tuple[str, str]] = [
        (say("Pictures"), figure(report.images, ",")),
        (say("Sizes"), _counted({s.replace("x", "×"): n for s, n in report.sizes.items()})),
        (say("Colours"), _counted({colours_of(mode): n for mode, n in report.modes.items()})),
        (say("Classes"), _counted(report.classes, most=12)),
        (say("No class"), figure(report.unclassed, ",") if report.classes and report.unclassed else ""),
        (say("Copies"), say("{n:,}, equal to another byte for byte", n=report.duplicates) if report.duplicates else ""),
        (say("Animations"), say("{n:,}, the first frame is used", n=report.animated) if report.animated else ""),
        (say("Other files"), say("{n:,}, no pictures", n=report.others) if report.others else ""),
        *((say("Note", sense="remark"), note) for note in report.notes),
    ]
    return [(name, fact) for name, fact in facts if fact]


def _counted(counts: dict[str, int], most: int = MOST) -> str:
    named = ", ".join(f"{name} ({figure(count, ',')})" for name, count in list(counts.items())[:most])
    rest = len(counts) - most
    return say("{named} and {n:,} more", named=named, n=rest) if rest > 0 else named
