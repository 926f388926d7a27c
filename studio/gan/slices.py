"""Long work in slices: a generator that stops often, so that its host can train, draw or cancel in between."""

from collections.abc import Callable, Generator
from typing import TypeVar

T = TypeVar("T")
Y = TypeVar("Y")

Slices = Generator[None, None, T]  # every `yield` is a chance to pause; the result is what it returns


def whole(work: Generator[Y, None, T], progress: Callable[[Y], object] | None = None) -> T:
    """The result, with nobody served in between; `progress` is told whatever the work yields."""
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            result: T = end.value
            return result
        if progress is not None:
            progress(step)
