import hashlib
import json
import random
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from studio.errors import RunError
from studio.runs.checkpoints import Checkpoint, CheckpointStore
from studio.runs.folder import RunFolder
from studio.runs.space import NoSpace
from tests.runs.making import names, python

FILES = {"generator.safetensors": b"g" * 5000, "state.safetensors": b"s" * 20_000, "thumbnail.png": b"png"}


def save(store: CheckpointStore, number: int, nimg: int, **more: Any) -> Checkpoint:
    facts = {"segment": 0, "options": {"lr": 0.5}, "shape": [1, 8, 8], "classes": ["a"], "medium": "image", **more}
    with store.writing(number, nimg=nimg, **facts) as draft:
        for name, data in FILES.items():
            (draft.path / name).write_bytes(data)
        draft.metrics["swd"] = 0.25
    assert draft.checkpoint is not None
    return draft.checkpoint


@pytest.fixture
def store(folder: RunFolder) -> CheckpointStore:
    return CheckpointStore(folder)


def test_a_checkpoint_comes_back_as_it_was_written(store: CheckpointStore, folder: RunFolder) -> None:
    made = save(store, 12, 120_500, note="sharp\nfrom here", pinned=True)
    assert made.path == folder.checkpoints / "000012-000120kimg"
    assert store.list() == (made,)
    assert store.get(12) == made
    assert (made.id, made.nimg, made.segment, made.pinned, made.note) == (12, 120_500, 0, True, "sharp\nfrom here")
    assert (made.kimg, made.bytes, made.metrics, made.options) == (120.5, 25_003, {"swd": 0.25}, {"lr": 0.5})
    assert made.sums == {name: hashlib.sha256(data).hexdigest() for name, data in FILES.items()}
    sheet = json.loads((made.path / "checkpoint.json").read_text())
    assert (sheet["shape"], sheet["classes"], sheet["medium"], sheet["config"]) == ([1, 8, 8], ["a"], "image", {"lr": 0.5})
    assert made.about == sheet
    store.verify(made)
    assert abs(made.created - time.time()) < 60


def test_an_error_on_the_way_leaves_nothing(store: CheckpointStore, folder: RunFolder) -> None:
    with pytest.raises(ZeroDivisionError), store.writing(1, nimg=0, segment=0, options={}) as draft:
        (draft.path / "half").write_bytes(bytes([1 // 0]))
    assert names(folder.checkpoints) == []


def test_a_checkpoint_is_never_overwritten(store: CheckpointStore) -> None:
    made = save(store, 1, 0)
    with pytest.raises(RunError, match="never overwritten"):
        save(store, 1, 0)
    store.verify(made)
    assert store.list() == (made,)


@pytest.mark.parametrize("name", [*FILES, "checkpoint.json"])
@pytest.mark.parametrize("how", ["changed", "cut", "missing"])
def test_a_damaged_checkpoint_is_refused_by_name_and_the_newest_sound_one_offered(store: CheckpointStore, name: str, how: str) -> None:
    save(store, 10, 0)
    save(store, 11, 440_000)
    made = save(store, 12, 450_000)
    file = made.path / name
    data = file.read_bytes()
    if how == "missing":
        file.unlink()
    else:
        file.write_bytes(data[: len(data) // 2] + (b"" if how == "cut" else b"\0" * (len(data) - len(data) // 2)))
    with pytest.raises(RunError, match=r"checkpoint 12 of 0001-digits") as caught:
        store.verify(store.get(12))
    text = str(caught.value)
    assert name in text
    assert "the newest sound one is 11 (440 kimg)" in text
    assert "rollback 11" in text
    sound, skipped = store.newest_sound()
    assert sound.id == 11
    assert [s.path for s in skipped] == [made.path]
    assert name in skipped[0].reason
    assert [c.id for c in store.list()] == ([10, 11] if name == "checkpoint.json" else [10, 11, 12])


def test_the_choice_of_the_newest_can_be_narrowed(store: CheckpointStore) -> None:
    for number in (1, 2, 3):
        save(store, number, number * 1000, segment=number)
    assert store.newest_sound(lambda c: c.segment < 3)[0].id == 2
    with pytest.raises(RunError, match=r"no sound checkpoint.*\nNothing was changed"):
        store.newest_sound(lambda c: c.segment > 3)


def test_when_none_is_sound_every_reason_is_told(store: CheckpointStore) -> None:
    for number in (1, 2):
        (save(store, number, number * 1000).path / "state.safetensors").unlink()
    with pytest.raises(RunError) as caught:
        store.newest_sound()
    assert "000001-000001kimg: state.safetensors is missing" in str(caught.value)
    assert "000002-000002kimg: state.safetensors is missing" in str(caught.value)
    with pytest.raises(RunError, match="no other checkpoint is sound"):
        store.verify(store.get(2))


def test_an_unknown_id_says_which_there_are(store: CheckpointStore) -> None:
    with pytest.raises(RunError, match=r"no checkpoint 7; the run has none yet"):
        store.get(7)
    save(store, 1, 0)
    with pytest.raises(RunError, match=r"no checkpoint 7; there are 1 \(0 kimg\)"):
        store.get(7)
    with pytest.raises(RunError, match="no checkpoint 7"):
        store.delete(7)


def test_a_format_of_a_later_version_is_told(store: CheckpointStore) -> None:
    made = save(store, 1, 0)
    sheet = json.loads((made.path / "checkpoint.json").read_text())
    (made.path / "checkpoint.json").write_text(json.dumps({**sheet, "format": 2}))
    with pytest.raises(RunError, match="update GAN Studio"):
        store.get(1)


def test_pins_and_notes_can_be_set_and_taken_back(store: CheckpointStore) -> None:
    made = save(store, 1, 0)
    store.pin(1, True)
    store.note(1, "größer")
    assert (store.get(1).pinned, store.get(1).note) == (True, "größer")
    store.verify(store.get(1))
    store.pin(1, False)
    store.note(1, "")
    assert store.get(1) == made


def test_a_name_stands_beside_the_serial_number_and_harms_no_sum(store: CheckpointStore) -> None:
    made = save(store, 1, 0)
    assert made.name == ""  # as one of an older version, which had no names
    store.rename(1, "before the crash · größer")
    assert (store.get(1).id, store.get(1).name) == (1, "before the crash · größer")
    store.verify(store.get(1))
    store.rename(1, "")
    assert store.get(1).name == ""
    assert not list(made.path.glob("name*"))


def test_ids_go_on_from_the_highest(store: CheckpointStore) -> None:
    assert store.next_id() == 1
    assert store.next_id(at_least=9) == 9
    save(store, 12, 0)
    assert store.next_id(at_least=9) == 13
    store.delete(12)
    assert store.next_id(at_least=13) == 13


def test_pruning_spares_first_last_named_and_pinned(store: CheckpointStore) -> None:
    for number in range(1, 11):
        save(store, number, number * 1000, pinned=number == 4)
    assert store.prune(keep=2, budget_bytes=10**12, spared=[6]) == (2, 5, 7, 9)
    assert [c.id for c in store.list()] == [1, 3, 4, 6, 8, 10]
    assert store.prune(keep=2, budget_bytes=0, spared=[6]) == (3, 8)
    assert [c.id for c in store.list()] == [1, 4, 6, 10]
    assert store.prune(keep=2, budget_bytes=0, spared=[6]) == ()
    for checkpoint in store.list():
        store.verify(checkpoint)


def test_a_damaged_checkpoint_can_be_deleted(store: CheckpointStore, folder: RunFolder) -> None:
    (save(store, 1, 0).path / "checkpoint.json").write_text("{")
    store.delete(1)
    assert names(folder.checkpoints) == []


def test_too_little_room_is_told_before_a_byte_is_written(store: CheckpointStore, folder: RunFolder) -> None:
    save(store, 1, 0)
    with (
        pytest.raises(NoSpace, match=r"about 1e\+06 TB are needed") as caught,
        store.writing(2, nimg=1, segment=0, options={}, expected_bytes=10**18),
    ):
        pytest.fail("nothing may be written")
    assert caught.value.needed == 10**18
    assert names(folder.checkpoints) == ["000001-000000kimg"]


FILL = """
import resource, signal, sys
from pathlib import Path
from studio.runs.checkpoints import CheckpointStore
from studio.runs.folder import RunFolder
from studio.runs.space import NoSpace
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    with CheckpointStore(RunFolder(Path(sys.argv[1]))).writing(2, nimg=5000, segment=0, options={"x": "y" * 1000}) as draft:
        (draft.path / "generator.safetensors").write_bytes(b"g" * 5000)
        (draft.path / "state.safetensors").write_bytes(b"s" * 20_000)
except NoSpace as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits on a file's size are of POSIX")
@pytest.mark.parametrize("room", [0, 1200, 10_000])
def test_a_disk_that_fills_up_leaves_the_others_and_nothing_half_made(store: CheckpointStore, folder: RunFolder, room: int) -> None:
    made = save(store, 1, 0)
    out, _ = python(FILL, folder.path, room).communicate(timeout=60)
    assert f"no space left in {folder.checkpoints}" in out
    assert names(folder.checkpoints) == [made.path.name]
    store.verify(made)


WRITE_ON = """
import sys
from pathlib import Path
from studio.runs.checkpoints import CheckpointStore
from studio.runs.folder import RunFolder
store = CheckpointStore(RunFolder(Path(sys.argv[1])))
store.clear_unfinished()
print("ready", flush=True)
number = store.next_id()
while True:
    with store.writing(number, nimg=number * 1000, segment=0, options={}) as draft:
        for name in ("generator", "discriminator", "state"):
            (draft.path / f"{name}.safetensors").write_bytes(name.encode() * 100_000)
    print(number, flush=True)
    store.prune(3, 10**12)
    number += 1
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")
def test_kills_at_any_moment_leave_only_whole_checkpoints(store: CheckpointStore, folder: RunFolder) -> None:
    chance = random.Random(0)
    unfinished = 0
    for _ in range(8):
        with python(WRITE_ON, folder.path) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0.005, 0.12))
            other.send_signal(signal.SIGKILL)
            said = [int(line) for line in other.stdout.read().split()]
            other.wait()
        there = store.list()
        assert store.damaged() == ()
        for checkpoint in there:
            store.verify(checkpoint)
        if said:
            assert there[-1].id >= said[-1]
            assert there[0].id == 1
        left = [n for n in names(folder.checkpoints) if n.startswith(".")]
        assert len(left) <= 1, "the start before cleared nothing"
        unfinished += len(left)
    assert store.list()
    assert unfinished
    assert store.clear_unfinished() <= 1
    assert not [n for n in names(folder.checkpoints) if n.startswith(".")]


POINTS = ["mkdir", "hash", "fsync", "sheet", "rename", "renamed"]
DIE = """
import os, signal, sys
from pathlib import Path
from studio.runs.checkpoints import CheckpointStore
from studio.runs.folder import RunFolder
store = CheckpointStore(RunFolder(Path(sys.argv[1])))
point = sys.argv[2]
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
def watch(event, arguments):
    path = str(arguments[0]) if arguments else ""
    name = os.path.basename(path)
    inside = ".writing-" in path
    if point == "hash" and event == "open" and inside and name == "state.safetensors" and not arguments[2] & (os.O_WRONLY | os.O_RDWR): die()
    if point == "fsync" and event == "open" and inside and name == "state.safetensors" and arguments[2] & os.O_RDWR and arguments[1] is None: die()
    if point == "sheet" and event == "os.rename" and inside and "checkpoint.json" in name: die()
    if point == "rename" and event == "os.rename" and name.startswith(".writing-"): die()
    if point == "renamed" and event == "open" and name == "checkpoints" and not inside: die()
sys.addaudithook(watch)
with store.writing(2, nimg=5000, segment=0, options={}) as draft:
    if point == "mkdir": die()
    for name in ("generator", "state"):
        (draft.path / f"{name}.safetensors").write_bytes(name.encode() * 1000)
print("survived")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")
@pytest.mark.parametrize("point", POINTS)
def test_a_kill_at_each_step_of_a_save_leaves_it_whole_or_absent(store: CheckpointStore, folder: RunFolder, point: str) -> None:
    first = save(store, 1, 0)
    with python(DIE, folder.path, point) as other:
        out, _ = other.communicate(timeout=60)
    assert other.returncode == -signal.SIGKILL, out
    assert [c.id for c in store.list()] == ([1, 2] if point == "renamed" else [1])
    assert store.damaged() == ()
    for checkpoint in store.list():
        store.verify(checkpoint)
    assert store.newest_sound()[0].id == (2 if point == "renamed" else 1)
    assert store.clear_unfinished() == (0 if point == "renamed" else 1)
    assert first.path.name in names(folder.checkpoints)


def test_a_deletion_that_was_cut_short_leaves_no_torn_checkpoint(store: CheckpointStore, folder: RunFolder) -> None:
    made = save(store, 1, 0)
    made.path.rename(folder.checkpoints / f".deleting-{made.path.name}")
    assert store.list() == ()
    assert store.damaged() == ()
    assert store.next_id() == 2
    assert store.clear_unfinished() == 1


def test_a_run_without_the_folder_has_no_checkpoints(tmp_path: Path) -> None:
    store = CheckpointStore(RunFolder(tmp_path))
    assert store.list() == ()
    assert store.clear_unfinished() == 0
    assert store.next_id() == 1


def test_the_best_is_chosen_by_a_metric_and_its_direction_and_its_basis_is_kept(store: CheckpointStore) -> None:
    for number, values in enumerate(({"swd": 0.5, "recall": 0.9}, {"swd": 0.2, "recall": 0.1}, {"recall": 0.8}, {}), 1):
        with store.writing(number, nimg=1000 * number, segment=0, options={}) as draft:
            (draft.path / "x").write_bytes(b"x")
        store.measured(number, values, {name: {"count": number} for name in values})
    assert store.best() == store.best("swd", "lower") == 2
    assert store.best("recall", "higher") == 1
    assert store.best("recall", "near 1") == 1
    assert store.best("recall", "neither") is None
    assert store.best("fid", "lower") is None
    store.measured(2, {"recall": float("nan"), "swd": 0.9})
    assert store.get(2).metrics == {"swd": 0.9, "recall": 0.1}
    assert store.get(2).basis == {"recall": {"count": 2}}
    store.verify(store.get(2))
