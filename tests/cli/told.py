"""What a command of the command line said, and settings of trainings that take moments."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

SMALL = ("--quiet", "--device", "cpu", "--set", "network.width=16", "--set", "network.depth=1", "--set", "network.d_width=16", "--set", "network.d_depth=1")


@dataclass
class Told:
    """What a command said."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """The one document on stdout, of a command that ended well."""
        assert self.code == 0, self.err
        return json.loads(self.out, parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))

    def refused(self, *words: str, code: int = 2) -> None:
        """One plain message on stderr with all these words in it, and nothing on stdout."""
        assert (self.code, self.out) == (code, ""), self.err
        assert self.err.strip()
        assert "Traceback" not in self.err
        for word in words:
            assert word in self.err


Run = Callable[..., Told]


def nothing_was_left(home: Path) -> bool:
    return not (home / "runs").exists() or not list((home / "runs").iterdir())
