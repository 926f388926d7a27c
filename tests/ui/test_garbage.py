"""When the interface's thread looks for garbage: seldom at all that is old, for such a look holds the window up."""

import gc
import weakref
from collections.abc import Iterator
from typing import Any

import pytest

from studio.ui.garbage import GROWN, OLD, Collector


@pytest.fixture
def looks() -> Iterator[list[int]]:
    """The generations that were looked through."""
    found: list[int] = []

    def note(phase: str, info: dict[str, Any]) -> None:
        if phase == "stop":
            found.append(info["generation"])

    before = gc.get_threshold()
    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)
    gc.set_threshold(*before)


def look_when_all_is_due(collector: Collector) -> None:
    """As often as makes the oldest generation's turn."""
    gc.set_threshold(1, 1, 1)
    for _ in range(4):
        for generation in (0, 1, 1):
            gc.collect(generation)
        kept = [[] for _ in range(10)]
        collector.look()
        del kept


def test_all_that_is_old_is_looked_through_again_only_when_it_has_grown(looks: list[int]):
    collector = Collector()
    look_when_all_is_due(collector)
    assert OLD in looks
    looks.clear()
    look_when_all_is_due(collector)
    assert looks
    assert OLD not in looks
    grown = [[] for _ in range(int(GROWN * len(gc.get_objects(OLD))))]
    look_when_all_is_due(collector)
    assert OLD in looks
    assert grown


def test_a_cycle_that_grew_old_is_found_once_there_is_more(looks: list[int]):
    collector = Collector()
    look_when_all_is_due(collector)
    cycle: list[Any] = []
    cycle.append(cycle)
    marker = type("Marker", (), {})()
    cycle.append(marker)
    gone = weakref.ref(marker)
    del cycle, marker
    kept = [[] for _ in range(int(GROWN * len(gc.get_objects(OLD))))]
    look_when_all_is_due(collector)
    assert gone() is None
    assert kept
