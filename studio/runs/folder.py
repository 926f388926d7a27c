"""A run's folder: the names of what lies in it, and run.json. Holds nothing open."""

import json
import os
import shutil
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from studio import __version__
from studio.errors import RunError
from studio.messages import Json
from studio.runs.files import sync_folder, write_json
from studio.runs.space import writing_to
from studio.words import say

FORMAT = 1


@dataclass(frozen=True)
class RunFolder:
    """A path, and where things lie in it."""

    path: Path

    @classmethod
    def create(cls, path: Path, config: Mapping[str, Json], **about: Json) -> Self:
        """Make the folder with its run.json in one step: it is there whole or not at all.

        `about` adds further facts, such as the medium. RunError when `path` exists already or cannot be made.
        """
        path = path.absolute()
        if os.path.lexists(path):
            raise RunError(say("{path} exists already: choose another folder, or `gan-studio resume {path}` to go on with the run in it", path=path))
        temporary = path.with_name(f".creating-{path.name}-{uuid.uuid4().hex[:8]}")
        try:
            with writing_to(path.parent):
                temporary.mkdir(parents=True)
                for name in ("commands", "checkpoints", "samples"):
                    (temporary / name).mkdir()
                facts = {"format": FORMAT, "studio": __version__, "created": time.time(), **about, "config": dict(config)}
                write_json(temporary / "run.json", facts)
                temporary.rename(path)
        except OSError as error:
            text = say("the run folder {path} cannot be made: {fault}; choose a place where you may write", path=path, fault=error.strerror or error)
            raise RunError(text) from error
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
        sync_folder(path.parent)
        return cls(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """An existing run; RunError naming the folder when it holds no sound run.json."""
        folder = cls(path.absolute())
        folder.info()
        return folder

    def info(self) -> dict[str, Json]:
        """What run.json says: format, config, studio, created (seconds since the epoch) and what was added."""
        if not self.path.is_dir():
            raise RunError(say("there is no run folder {path}", path=self.path))
        file = self.path / "run.json"
        try:
            found = json.loads(file.read_bytes())
        except FileNotFoundError:
            raise RunError(say("{path} is no run folder: it holds no run.json", path=self.path)) from None
        except OSError as error:
            raise RunError(say("{path} cannot be read: {fault}", path=file, fault=error.strerror or error)) from error
        except (ValueError, RecursionError) as error:
            text = say("{file} is damaged ({fault}); put back a copy of it, or start a new run from one of this run's checkpoints", file=file, fault=error)
            raise RunError(text) from error
        if not isinstance(found, dict) or not isinstance(found.get("config"), dict):
            raise RunError(say("{file} is damaged: it holds no settings; put back a copy of it", file=file))
        if found.get("format") != FORMAT:
            there = repr(found.get("format"))
            raise RunError(say("{file} has format {there}, and this version reads format {here}: update GAN Studio", file=file, there=there, here=FORMAT))
        return found

    def config(self) -> dict[str, Json]:
        """The settings as the run was started with; fields that an older version lacked are missing."""
        config: dict[str, Json] = self.info()["config"]
        return config

    def amend(self, **facts: Json) -> None:
        """Add to run.json or replace there, such as the medium or the place of a data set that moved."""
        write_json(self.path / "run.json", {**self.info(), **facts})

    @property
    def name(self) -> str:
        """The folder's name, such as 0007-digits."""
        return self.path.name

    @property
    def journal(self) -> Path:
        """Every event, one line each."""
        return self.path / "journal.jsonl"

    @property
    def commands(self) -> Path:
        """Every command asked; those taken lie in its `done`."""
        return self.path / "commands"

    @property
    def checkpoints(self) -> Path:
        """One folder a checkpoint."""
        return self.path / "checkpoints"

    @property
    def samples(self) -> Path:
        """The live grid."""
        return self.path / "samples"

    @property
    def frames(self) -> Path:
        """The timeline's frames."""
        return self.path / "samples" / "frames"

    @property
    def exports(self) -> Path:
        """Image sets, videos, models, reports."""
        return self.path / "exports"

    @property
    def cache(self) -> Path:
        """Columns and pyramids; may be deleted at any time."""
        return self.path / "cache"

    @property
    def lock(self) -> Path:
        """Locked by whoever trains the run."""
        return self.path / "lock"

    @property
    def background_log(self) -> Path:
        """What a process that trained it in the background said at last."""
        return self.path / "background.log"

    @property
    def summary(self) -> Path:
        """A few numbers for the list of runs."""
        return self.path / "summary.json"
