import builtins
import json
import math
import os
import sys
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.messages import (
    AlarmCleared,
    AlarmRaised,
    Applied,
    AutoChose,
    CheckpointDeleted,
    DataOpened,
    Ended,
    Evaluated,
    Event,
    Evidence,
    Failed,
    FramesThinned,
    Logged,
    PauseBegan,
    PauseEnded,
    Probed,
    Progressed,
    Refused,
    Remedy,
    Tick,
)
from studio.runs.journal import JournalReader, JournalWriter
from studio.runs.space import NoSpace
from tests.runs.making import frame, python, saved, started, tick

ONE_OF_EACH: list[Event] = [
    Progressed(what="data", done=1, total=2),
    DataOpened(medium="image", shape=(1, 8, 8), classes=("0", "1"), train=100, held=5),
    started(gamma=0.5, nested={"a": [1, None]}),
    AutoChose(device="cpu", asked={"dtype": "auto"}, dtype="bf16", channels_last=True, threads=2, why="faster", table=(("fp32", 0.25, "0 % off"),)),
    tick(64),
    frame(64),
    FramesThinned(files=("samples/frames/64-0.png",)),
    saved(1, 64),
    CheckpointDeleted(id=1, why="budget"),
    Evaluated(checkpoint=1, metrics={"swd": 0.25}),
    Probed(segment=0, check=3, signals={"pdr": 0.97, "gap": math.inf}, health="Healthy: variety 0.93 of the data's", armed=True, seconds=0.02, every=40),
    AlarmRaised(
        segment=0,
        alarm="mode_drop",
        title="Mode dropping",
        severity="high",
        onset=32,
        text="Some kinds are missing.",
        why="4 parts have no sample (usual: 0).",
        remedies=(Remedy(title="Mend", text="It does.", commands=({"kind": "rollback", "checkpoint": 1, "options": "keep"},), checkpoint=1),),
        evidence=(Evidence(kind="histogram", title="Shares", series={"reals": (0.5, 0.5)}, edges=(0.0, 1.0, 2.0)),),
    ),
    AlarmCleared(segment=0, alarm="mode_drop", why="well again"),
    Applied(id="a", command={"kind": "pause"}, options={"x": 1}),
    Refused(id="b", command={}, reason="no"),
    PauseBegan(nimg=64),
    PauseEnded(nimg=64),
    Probed(segment=0, check=3, signals={"pdr": 0.9, "gap": math.inf}, health="Healthy", armed=True, seconds=0.02, share=0.01, every=90),
    AlarmRaised(
        segment=0,
        alarm="mode_drop",
        title="Mode dropping",
        severity="high",
        onset=1000,
        text="lost",
        why="4 are empty",
        remedies=(Remedy(title="mend", text="it", commands=({"kind": "pause"},), restart={"network.z_dim": 64}, checkpoint=2),),
        evidence=(
            Evidence(kind="histogram", title="shares", series={"reals": (0.5, 0.5)}, edges=(0.0, 1.0, 2.0)),
            Evidence(kind="pairs", title="b", file="doctor/a.png"),
        ),
    ),
    AlarmCleared(segment=0, alarm="mode_drop", why="well again"),
    Failed(error="data", text="größer\nals 2\u2028 zwei"),
    Logged(level="warning", text='a "quoted" line\r\n'),
    Ended(why="done"),
]

texts = st.text(max_size=12)
numbers = st.floats(allow_nan=False, width=64)
events = st.one_of(
    st.builds(Logged, text=texts),
    st.builds(Failed, error=texts, text=texts),
    st.builds(
        Tick,
        nimg=st.integers(0, 10**12),
        segment=st.integers(0, 9),
        seconds=numbers,
        scalars=st.dictionaries(texts, st.tuples(numbers, numbers, numbers), max_size=2),
        values=st.dictionaries(texts, numbers, max_size=2),
    ),
)


def all_of(reader: JournalReader, limit: int = 1 << 20) -> list[Event]:
    out: list[Event] = []
    while True:
        before = reader.offset
        out += reader.poll(limit)
        if reader.offset == before:
            return out


def test_the_list_above_has_every_kind() -> None:
    assert {type(e) for e in ONE_OF_EACH} == set(get_args(Event))


def test_every_kind_comes_back_equal(tmp_path: Path) -> None:
    with JournalWriter(tmp_path / "j") as journal:
        for event in ONE_OF_EACH:
            journal.write(event)
    reader = JournalReader(tmp_path / "j")
    assert all_of(reader) == ONE_OF_EACH
    assert reader.bad_lines == []
    assert reader.offset == (tmp_path / "j").stat().st_size
    assert reader.lines == len(ONE_OF_EACH)


def check_a_cut(path: Path, first: list[Event], then: Event, cut: int) -> None:
    """A journal of `first` cut after so many bytes: what is read, what the next writer makes of it, what is told."""
    whole = b"".join(e.line().encode() + b"\n" for e in first)
    path.write_bytes(whole[:cut])
    complete = whole[:cut].count(b"\n")
    reader = JournalReader(path)
    assert all_of(reader) == first[:complete]
    torn = cut > 0 and whole[cut - 1 : cut] != b"\n"
    assert reader.torn == torn
    assert reader.bad_lines == []
    with JournalWriter(path) as journal:
        journal.write(then)
    only_the_newline_was_missing = torn and whole[cut : cut + 1] == b"\n"
    assert all_of(reader) == ([first[complete]] if only_the_newline_was_missing else []) + [then]
    assert not reader.torn
    assert [line.number for line in reader.bad_lines] == ([complete + 1] if torn and not only_the_newline_was_missing else [])
    for line in reader.bad_lines:
        assert whole.split(b"\n")[complete].startswith(line.start.rstrip("\ufffd").encode())


def test_a_line_torn_at_any_byte_costs_only_itself(tmp_path: Path) -> None:
    first = [tick(64), Failed(error="größer", text="\u2028 zwei"), Logged(text="\r\n")]
    for cut in range(sum(len(e.line().encode()) + 1 for e in first) + 1):
        check_a_cut(tmp_path / "j", first, tick(128), cut)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.lists(events, min_size=1, max_size=4), then=events, share=st.floats(0, 1))
def test_any_journal_torn_anywhere_costs_only_the_torn_line(tmp_path: Path, first: list[Event], then: Event, share: float) -> None:
    size = sum(len(e.line().encode()) + 1 for e in first)
    check_a_cut(tmp_path / "j", first, then, round(share * size))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=st.lists(events, max_size=6), cuts=st.lists(st.integers(0, 2000), max_size=8), limit=st.integers(1, 400))
def test_a_reader_that_follows_gets_each_event_once(tmp_path: Path, written: list[Event], cuts: list[int], limit: int) -> None:
    path = tmp_path / "j"
    path.unlink(missing_ok=True)
    whole = b"".join(e.line().encode() + b"\n" for e in written)
    bounds = [0, *sorted(min(c, len(whole)) for c in cuts), len(whole)]
    reader = JournalReader(path)
    got: list[Event] = []
    for start, end in pairwise(bounds):
        with path.open("ab") as file:
            file.write(whole[start:end])
        got += reader.poll(limit)
    assert got + all_of(reader, limit) == written


def test_a_reader_can_begin_behind_what_is_known(tmp_path: Path) -> None:
    path = tmp_path / "j"
    with JournalWriter(path) as journal:
        journal.write(tick(1))
        first = JournalReader(path)
        all_of(first)
        journal.write(tick(2))
    assert JournalReader(path, first.offset, lines=first.lines).poll() == [tick(2)]


def test_kinds_of_a_later_version_are_skipped_and_damaged_lines_told(tmp_path: Path) -> None:
    path = tmp_path / "j"
    bad = [b"\0" * 300, b"[1]", b"{}", b'{"kind":"tick","nimg":1}', b'{"kind":"ended","why":"bored"}', b"\xff\xfe", b'{"kind":"logged","te', b"[" * 100_000]
    fine = [b'{"kind":"danced","time":1}', b"", b"  ", b'{"kind":"logged","text":"a","mood":"new field"}\r']
    path.write_bytes(b"\n".join([*bad, *fine, tick(5).line().encode(), b""]))
    reader = JournalReader(path)
    found = all_of(reader)
    assert [e.kind for e in found] == ["logged", "tick"]
    assert [line.number for line in reader.bad_lines] == list(range(1, len(bad) + 1))
    assert all(line.reason for line in reader.bad_lines)
    assert reader.bad_lines[1].start == "[1]"
    assert "why" in reader.bad_lines[4].reason
    assert len(reader.bad_lines[7].start) <= 80


def test_numbers_that_are_not_finite_survive(tmp_path: Path) -> None:
    path = tmp_path / "j"
    with JournalWriter(path) as journal:
        journal.write(tick(1, loss=math.nan, values={"x": math.inf}))
        journal.write(Evaluated(metrics={"swd": math.nan}))
    for line in path.read_text().splitlines():
        json.loads(line, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
    reader = JournalReader(path)
    found, evaluated = all_of(reader)
    assert isinstance(found, Tick)
    assert isinstance(evaluated, Evaluated)
    assert all(math.isnan(x) for x in found.scalars["loss/G"])
    assert found.values["x"] == math.inf
    assert math.isnan(evaluated.metrics["swd"])


def test_null_in_a_tick_is_no_number(tmp_path: Path) -> None:
    path = tmp_path / "j"
    path.write_text('{"kind":"tick","nimg":1,"segment":0,"seconds":1.0,"scalars":{"a":[null,1,2]},"values":{"b":null}}\n')
    (found,) = JournalReader(path).poll()
    assert isinstance(found, Tick)
    assert math.isnan(found.scalars["a"][0])
    assert found.scalars["a"][1:] == (1, 2)
    assert math.isnan(found.values["b"])


def test_a_line_longer_than_the_limit_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "j"
    long = Logged(text="x" * 300_000)
    with JournalWriter(path) as journal:
        journal.write(long)
        journal.write(tick(1))
    assert all_of(JournalReader(path), 1000) == [long, tick(1)]


def test_the_limit_keeps_a_poll_small(tmp_path: Path) -> None:
    path = tmp_path / "j"
    line = tick(1).line().encode() + b"\n"
    path.write_bytes(line * 5000)
    reader = JournalReader(path)
    counts = []
    while got := reader.poll(20_000):
        counts.append(len(got))
    assert sum(counts) == 5000
    assert max(counts) <= 20_000 / len(line)


def test_nothing_new_opens_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "j"
    path.write_bytes(tick(1).line().encode() + b"\n" + b'{"half a line')
    reader = JournalReader(path)
    all_of(reader)
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("opened"))
    monkeypatch.setattr(builtins, "open", lambda *_, **__: pytest.fail("opened"))
    assert reader.poll() == []
    assert reader.torn


def test_a_journal_that_is_missing_has_no_events_yet(tmp_path: Path) -> None:
    reader = JournalReader(tmp_path / "j")
    assert reader.poll() == []
    with JournalWriter(tmp_path / "j") as journal:
        journal.write(tick(1))
    assert reader.poll() == [tick(1)]


@pytest.mark.parametrize("how", ["shrunk", "replaced", "gone"])
def test_another_journal_in_its_place_is_told_and_read_from_its_start(tmp_path: Path, how: str) -> None:
    path = tmp_path / "j"
    line = tick(1).line().encode() + b"\n"
    path.write_bytes(line * 3)
    reader = JournalReader(path)
    assert len(all_of(reader)) == 3
    if how == "shrunk":
        os.truncate(path, len(line))
    elif how == "replaced":
        (tmp_path / "new").write_bytes(tick(2).line().encode() + b"\n" + line * 5)
        (tmp_path / "new").replace(path)
    else:
        path.unlink()
    found = all_of(reader)
    assert found == {"shrunk": [tick(1)], "replaced": [tick(2), *[tick(1)] * 5], "gone": []}[how]
    assert reader.restarts == 1
    (told,) = reader.bad_lines
    assert told.number == 0
    assert {"shrunk": "shrunk", "replaced": "replaced", "gone": "gone"}[how] in told.reason


FILL = """
import resource, signal, sys
from pathlib import Path
from studio.messages import Logged
from studio.runs.journal import JournalWriter
from studio.runs.space import NoSpace
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
journal = JournalWriter(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, resource.RLIM_INFINITY))
written = 0
try:
    while True:
        journal.write(Logged(text="x" * 100))
        written += 1
except NoSpace as error:
    print(written, error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
journal.write(Logged(text="room again"))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits on a file's size are of POSIX")
def test_a_full_disk_costs_no_line_that_was_written(tmp_path: Path) -> None:
    path = tmp_path / "j"
    out, _ = python(FILL, path).communicate(timeout=60)
    written, text = out.split(" ", 1)
    assert "no space left" in text
    assert str(tmp_path) in text
    reader = JournalReader(path)
    found = all_of(reader)
    assert reader.bad_lines == []
    assert [e.text for e in found if isinstance(e, Logged)] == ["x" * 100] * int(written) + ["room again"]
    assert issubclass(NoSpace, Exception)
