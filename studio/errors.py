"""What goes wrong for a user: each error names the field or file, the fault and the remedy. No traceback is ever shown for one."""

from collections.abc import Iterable
from typing import NamedTuple

from studio.words import Said, joined


class StudioError(Exception):
    """A fault that a person can act on; its text is one or more plain sentences."""

    def __str__(self) -> str:
        """As it was said: a journal's reader hears it in their own language."""
        said = self.args[0] if self.args else ""
        return said if isinstance(said, Said) else super().__str__()


class Problem(NamedTuple):
    """One fault of a configuration: the field's dotted path and what to change."""

    path: str
    message: str


class ConfigError(StudioError):
    """Settings that cannot be used. `problems` holds every one found, not the first alone."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(joined([joined((p.path, p.message), ": ") if p.path else p.message for p in self.problems], "\n"))


class DataError(StudioError):
    """A data set or file that cannot be read; the text names it and the remedy."""


class RunError(StudioError):
    """A run folder, checkpoint or command that cannot be used."""


class Cancelled(StudioError):
    """Long work ended because its person asked for that; what was there before is untouched."""
