"""Renews the pictures of the help's pages about alarms: `python -m tests.screenshots.alarms [ALARM]…`, or `… --run FOLDER ALARM` from a run that has it.

Each plant is trained by the real worker under the real doctor until its alarm is raised; drawn is what the doctor showed, as the window shows it.
"""

import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from studio.doctor.detectors import Detector
from studio.messages import AlarmRaised
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalReader
from studio.ui.theme import SPACE, Theme
from studio.ui.widgets.evidence import EvidenceView
from tests.screenshots.plants import PLANTS, grow, write_data

ROOT = Path(__file__).parent.parent.parent
PICTURES = ROOT / "resources" / "help" / "pictures"
WIDTH, MOST = 300, 2  # px of a piece of evidence; so many beside each other


def main(wanted: list[str]) -> int:
    if wanted[:1] == ["--run"]:
        return draw_of(RunFolder(Path(wanted[1])), wanted[2])
    assert set(Detector.kinds()) - set(PLANTS) == {"underfit"}
    with tempfile.TemporaryDirectory(prefix="gan-studio-plants-") as name:
        place = Path(name)
        write_data(place)
        with ProcessPoolExecutor(2) as hands:
            grown = {alarm: hands.submit(_grow, alarm, place) for alarm in wanted or PLANTS}
            missing = []
            app = QApplication.instance() or QApplication(["alarms", "-platform", "offscreen"])
            assert isinstance(app, QApplication)
            theme = Theme(app, "light")
            for alarm, work in grown.items():
                folder, raised, others, seconds = work.result()
                print(f"{alarm}: {'drawn' if raised else 'NOT RAISED'} after {seconds:.0f} s; {', '.join(others) or 'no alarm'}", flush=True)
                if raised is None:
                    missing.append(alarm)
                else:
                    draw(folder, raised, PICTURES / f"{alarm.replace('_', '-')}.png")
            theme.deleteLater()
    return 1 if missing else 0


def _grow(alarm: str, place: Path) -> tuple[Path, AlarmRaised | None, list[str], float]:
    os.environ["GAN_STUDIO_HOME"] = str(place / "home")
    began = time.monotonic()
    folder, raised, others = grow(alarm, place)
    return folder.path, raised, others, time.monotonic() - began


def draw_of(run: RunFolder, alarm: str) -> int:
    """The picture of an alarm that a run had."""
    reader, found = JournalReader(run.journal), []
    while new := reader.poll():
        found += [event for event in new if isinstance(event, AlarmRaised) and event.alarm == alarm]
    app = QApplication.instance() or QApplication(["alarms", "-platform", "offscreen"])
    assert isinstance(app, QApplication)
    theme = Theme(app, "light")
    draw(run.path, found[-1], PICTURES / f"{alarm.replace('_', '-')}.png")
    theme.deleteLater()
    return 0


def draw(folder: Path, alarm: AlarmRaised, path: Path) -> None:
    """What shows the alarm, side by side, in few colours."""
    shown = QWidget()
    shown.setProperty("panel", True)
    row = QHBoxLayout(shown)
    row.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
    row.setSpacing(2 * SPACE)
    for evidence in alarm.evidence[:MOST]:
        view = EvidenceView(folder, evidence)
        view.setFixedWidth(WIDTH)
        row.addWidget(view, 0, Qt.AlignmentFlag.AlignTop)
    shown.adjustSize()
    QApplication.processEvents()
    shown.adjustSize()
    assert shown.grab().save(str(path))
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(128, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
