import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from studio.messages import FramesThinned
from studio.runs.fold import Run, fold
from studio.runs.folder import RunFolder
from studio.runs.timeline import FrameKeeper
from tests.runs.making import frame


def keep(keeper: FrameKeeper, seconds: float, nimg: int, size: int = 100) -> str:
    path = keeper.file(nimg, ".png")
    path.write_bytes(b"x" * size)
    return keeper.kept(path, seconds=seconds, nimg=nimg)


def train(keeper: FrameKeeper, seconds: float, *, start: float = 0.0, size: int = 100) -> tuple[list[str], int]:
    """A run with a step every quarter of a second; the names left, and how often frames were thinned."""
    left: list[str] = []
    thinnings = 0
    for i in range(int(start * 4), int((start + seconds) * 4)):
        if keeper.due(i / 4, i * 100):
            left.append(keep(keeper, i / 4, i * 100, size))
            while gone := keeper.thin():
                left = [name for name in left if name not in gone]
                keeper.delete(gone)
                thinnings += 1
    return left, thinnings


def on_disk(folder: RunFolder) -> list[str]:
    return sorted(p.relative_to(folder.path).as_posix() for p in folder.frames.iterdir())


def test_a_frame_a_second_at_first(folder: RunFolder) -> None:
    left, thinnings = train(FrameKeeper(folder), 10)
    assert len(left) == 10
    assert thinnings == 0
    assert left[0] == "samples/frames/000000000000-0.png"
    assert on_disk(folder) == left


def test_a_long_run_stays_within_its_number_and_evenly_spaced(folder: RunFolder) -> None:
    left, thinnings = train(FrameKeeper(folder, max_frames=20), 500)
    assert 10 <= len(left) <= 20
    assert thinnings == 5
    assert on_disk(folder) == sorted(left)
    at = [int(name.split("/")[-1].split("-")[0]) for name in left]
    gaps = [b - a for a, b in itertools.pairwise(at)]
    assert at[0] == 0
    assert max(gaps) <= 2 * min(gaps)


def test_the_disk_budget_thins_as_well(folder: RunFolder) -> None:
    left, thinnings = train(FrameKeeper(folder, budget_bytes=1000), 60)
    assert thinnings > 0
    assert sum((folder.path / name).stat().st_size for name in left) <= 1000
    assert on_disk(folder) == sorted(left)


def test_nothing_learned_nothing_kept(folder: RunFolder) -> None:
    keeper = FrameKeeper(folder)
    assert keeper.due(0, 0)
    keep(keeper, 0, 0)
    assert not keeper.due(100, 0)
    assert keeper.due(100, 64)
    assert not keeper.due(0.5, 64)


def test_a_resume_goes_on_at_the_pace_that_was_reached(folder: RunFolder) -> None:
    keeper = FrameKeeper(folder, max_frames=8)
    left, thinnings = train(keeper, 100)
    run = Run()
    for name in left:
        run = fold(run, frame(1).model_copy(update={"file": name}))
    for _ in range(thinnings):
        run = fold(run, FramesThinned(files=()))
    again = FrameKeeper(folder, [f.file for f in run.frames], thinnings=run.thinnings, seconds=100.0, max_frames=8)
    assert again.interval == keeper.interval == 2.0**thinnings
    assert not again.due(100 + again.interval - 0.5, 50_000)
    assert again.due(100 + again.interval, 50_000)
    for _ in range(9 - len(left)):
        keep(again, 200, 50_000)
    assert again.thin()


def test_frames_of_a_repeated_place_do_not_overwrite_each_other(folder: RunFolder) -> None:
    keeper = FrameKeeper(folder)
    assert keep(keeper, 0, 64) != keep(keeper, 1, 64)
    assert len(on_disk(folder)) == 2


def test_files_that_no_event_names_are_cleared(folder: RunFolder) -> None:
    left, _ = train(FrameKeeper(folder), 3)
    (folder.frames / "000000000999-0.png").write_bytes(b"x")
    again = FrameKeeper(folder, left)
    assert again.clear_strays() == 1
    assert on_disk(folder) == left
    assert FrameKeeper(folder, [*left, "samples/frames/lost.png"]).thin() == ()


@settings(max_examples=40, deadline=None)
@given(sizes=st.lists(st.integers(0, 500), min_size=1, max_size=40), limit=st.integers(4, 12), budget=st.integers(0, 4000))
def test_first_and_last_always_stay(tmp_path_factory, sizes: list[int], limit: int, budget: int) -> None:
    folder = RunFolder(tmp_path_factory.mktemp("run"))
    keeper = FrameKeeper(folder, max_frames=limit, budget_bytes=budget)
    left: list[str] = []
    for i, size in enumerate(sizes):
        left.append(keep(keeper, i, i, size))
        while gone := keeper.thin():
            assert left[0] not in gone
            assert left[-1] not in gone
            left = [name for name in left if name not in gone]
        assert len(left) <= limit
        assert len(left) <= 3 or sum(sizes[int(name.split("/")[-1].split("-")[0])] for name in left) <= budget
