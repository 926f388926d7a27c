import shutil

from studio.messages import CheckpointDeleted
from studio.runs.checkpoints import CheckpointStore
from studio.runs.fold import Run, fold
from studio.runs.folder import RunFolder
from studio.runs.reconcile import unsaid
from tests.runs.making import saved, started
from tests.runs.test_checkpoints import save


def test_the_journal_is_told_what_a_killed_process_did_not_say(folder: RunFolder) -> None:
    store = CheckpointStore(folder)
    run = fold(Run(), started())
    for number in (1, 2, 3):
        save(store, number, number * 1000, why="asked")
        run = fold(run, saved(number, number * 1000))
    made = save(store, 4, 4500, segment=2, why="stop")
    shutil.rmtree(store.get(2).path)
    (store.get(3).path / "checkpoint.json").write_text("{")
    found = unsaid(store, run)
    assert [(e.kind, e.id) for e in found] == [("checkpoint_saved", 4), ("checkpoint_deleted", 2)]
    new = found[0]
    assert not isinstance(new, CheckpointDeleted)
    assert (new.nimg, new.segment, new.why, new.bytes) == (4500, 2, "stop", made.bytes)
    assert folder.path / new.folder == made.path
    for event in found:
        run = fold(run, event)
    assert [c.id for c in run.checkpoints] == [1, 3, 4]
    assert unsaid(store, run) == []
