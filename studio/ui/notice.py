"""What is told without blocking: a notice. It knows no widget."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Level = Literal["info", "ok", "warning", "error"]


@dataclass(frozen=True)
class Notice:
    """A message that does not block: plain sentences, and at most one thing to do about it."""

    text: str
    level: Level = "info"
    action_label: str = ""
    action: Callable[[], None] | None = None
    details: str = ""
