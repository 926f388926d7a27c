"""What goes wrong for a user: each error names the field or file, the fault and the remedy. No traceback is ever shown for one."""

from collections.abc import Iterable
from typing import NamedTuple

from studio.words import say


class StudioError(Exception):
    """A fault that a person can act on; its text is one or more plain sentences."""

    def __str__(self) -> str:
        text = self.args[0] if len(self.args) == 1 else None
        return text if isinstance(text, str) else super().__str__()  # as it was said, which Exception would forget


class Problem(NamedTuple):
    """One fault of a configuration: the field's dotted path and what to change."""

    path: str
    message: str


class ConfigError(StudioError):
    """Settings that cannot be used. `problems` holds every one found, not the first alone."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        lines = [f"{{path{i}}}: {{message{i}}}" if p.path else f"{{message{i}}}" for i, p in enumerate(self.problems)]
        values = {f"path{i}": p.path for i, p in enumerate(self.problems)} | {f"message{i}": p.message for i, p in enumerate(self.problems)}
        form = "\n".join(lines)
        super().__init__(say(form, **values))


class DataError(StudioError):
    """A data set or file that cannot be read; the text names it and the remedy."""


class RunError(StudioError):
    """A run folder, checkpoint or command that cannot be used."""


class Cancelled(StudioError):
    """Long work ended because its person asked for that; what was there before is untouched."""
