"""New run folders: from settings alone, or as a branch of another run's checkpoint. Trains nothing."""

import shutil
from pathlib import Path
from typing import Any

from studio.gan.config import RunConfig
from studio.runs.checkpoints import CheckpointStore
from studio.runs.folder import RunFolder
from studio.runs.home import new_run_path


def found(home: Path, name: str, settings: dict[str, Any], source: tuple[Path, int] | None = None) -> RunFolder:
    """A new run of a home from settings as they are written; with `source`, a run and the number of its checkpoint, as a branch of that.

    ConfigError for settings with faults, else as below.
    """
    config, path = RunConfig.read(settings), new_run_path(home, name)
    return create_run(path, config) if source is None else branch_run(RunFolder.open(source[0]), source[1], path, config)


def create_run(path: Path, config: RunConfig) -> RunFolder:
    """A new folder for a run of these settings. RunError when it exists."""
    return RunFolder.create(path, config.dump())


def branch_run(source: RunFolder, checkpoint: int, path: Path, config: RunConfig) -> RunFolder:
    """A new run that starts from another's checkpoint, with other settings if wanted. RunError when the checkpoint is damaged."""
    store = CheckpointStore(source)
    parent = store.get(checkpoint)
    store.verify(parent)
    made = RunFolder.create(path, config.dump(), branched_from={"run": str(source.path), "checkpoint": checkpoint, "nimg": parent.nimg})
    about = {key: parent.about[key] for key in ("medium", "shape", "classes")}
    with CheckpointStore(made).writing(1, nimg=parent.nimg, segment=0, options=config.dump(), expected_bytes=parent.bytes, why="start", **about) as draft:
        for name in parent.sums:
            shutil.copyfile(parent.path / name, draft.path / name)
    return made
