"""A run with checkpoints in its folder, as tests of what is seen of them need it. No torch."""

from PySide6.QtCore import QItemSelectionModel

from studio.messages import CheckpointSaved, Ended, Evaluated, SegmentStarted, Tick
from studio.runs.checkpoints import CheckpointStore
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from studio.ui.panels.checkpoints import CheckpointsPanel

OPTIONS = {"name": "digits", "optimizer": {"kind": "adam", "lr": 0.002}, "saving": {"keep": 12, "budget_gb": 0.0001}}


def rolled_back(folder: RunFolder) -> None:
    """Checkpoint 3 lies on a part that was abandoned; 4 is the newest and was measured."""
    store = CheckpointStore(folder)
    with JournalWriter(folder.journal) as journal:
        journal.write(SegmentStarted(segment=0, why="start", options=OPTIONS))
        for number, nimg in ((1, 0), (2, 2000), (3, 4000)):
            save(store, journal, number, nimg, 0)
        journal.write(SegmentStarted(segment=1, parent=0, nimg=2000, why="rollback", checkpoint=2, options=OPTIONS))
        save(store, journal, 4, 3000, 1)
        journal.write(Evaluated(nimg=3000, checkpoint=4, metrics={"precision": 0.815}))
        journal.write(Tick(nimg=3200, segment=1, seconds=3.0))
        journal.write(Ended(nimg=3200, why="stopped"))


def save(store: CheckpointStore, journal: JournalWriter, number: int, nimg: int, segment: int, size: int = 5000) -> None:
    with store.writing(number, nimg=nimg, segment=segment, options=OPTIONS) as draft:
        (draft.path / "generator.safetensors").write_bytes(b"x" * size)
    path = draft.checkpoint.path.relative_to(store._run.path).as_posix()
    journal.write(CheckpointSaved(id=number, nimg=nimg, segment=segment, folder=path, why="interval", bytes=size))


def ids(panel: CheckpointsPanel) -> list[int]:
    """Of the lines, from the top."""
    return [row.checkpoint.id for row in panel.model.rows]


def choose(panel: CheckpointsPanel, *numbers: int) -> None:
    """Select these, as a person does one after another."""
    model = panel.list.selectionModel()
    model.clear()
    for number in numbers:
        model.setCurrentIndex(panel.model.index(ids(panel).index(number)), QItemSelectionModel.SelectionFlag.Select)
