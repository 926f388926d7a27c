"""One line that tells how far long work has come."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.live import Live
from rich.text import Text

PLAIN_EVERY_S = 10.0


@contextmanager
def line(quiet: bool) -> Iterator[Callable[[str], None]]:
    """Gives a function that shows the line on stderr: live on a terminal, every ten seconds in a log, never when quiet."""
    console = Console(stderr=True)
    if quiet:
        yield lambda _: None
    elif console.is_terminal:
        with Live(Text(""), console=console, transient=True, refresh_per_second=8) as live:
            yield lambda words: live.update(Text(words, no_wrap=True, overflow="ellipsis"))
    else:
        yield _plain(console)


def _plain(console: Console) -> Callable[[str], None]:
    last = -PLAIN_EVERY_S

    def show(words: str) -> None:
        nonlocal last
        if time.monotonic() - last >= PLAIN_EVERY_S:
            last = time.monotonic()
            console.print(words, highlight=False, soft_wrap=True)

    return show


def progress_words(done: int, total: int, what: str) -> str:
    """How far work has come; a total of 0 is not known yet."""
    return f"{what}: {done:,} of {total:,}" if total else f"{what}: {done:,}"
