"""A folder or zip dropped on the window becomes the data set of the next run; a run's folder is opened."""

import copy
from pathlib import Path

from studio.presets import own_pictures, preset
from studio.ui.session import Session

PICTURES = "pictures"  # the template for one's own images
OWN = ("folder", "zip")  # sources of a person's own pictures
LIKE_OWN = (*OWN, "mnist", "fashion_mnist", "cifar10")  # sources whose template suits the same pictures from elsewhere


def take_dropped(session: Session, path: Path) -> None:
    """Open a run's folder; set up a run on anything else."""
    if (path / "run.json").is_file():
        session.open_run(path)
        return
    take_pictures(session, path)
    session.setup_requested.emit()


def take_pictures(session: Session, path: Path) -> None:
    """Sets up a run on a folder or zip. The settings of a template for pictures stay; those for other data give way to the pictures' own."""
    source = {} if session.view is not None or session.draft is None else session.draft.get("dataset", {})
    if not isinstance(source, dict) or source.get("kind") not in LIKE_OWN:
        session.draft_preset(preset(PICTURES))
    assert session.draft is not None
    draft = copy.deepcopy(session.draft)
    session.set_draft({**draft, "name": path.stem[:80] or PICTURES, "dataset": own_pictures(draft.get("dataset", {}), path)})
