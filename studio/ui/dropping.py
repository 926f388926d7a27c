"""A folder or zip dropped on the window becomes the data set of the next run; a run's folder is opened."""

import copy
from pathlib import Path
from typing import Any

from studio.errors import StudioError
from studio.presets import own_pictures, preset
from studio.ui.session import Session

PICTURES = "pictures"  # the template for one's own images
OWN = ("folder", "zip")  # sources of a person's own pictures
LIKE_OWN = (*OWN, "mnist", "fashion_mnist", "cifar10")  # sources whose template suits the same pictures from elsewhere


def take_dropped(session: Session, path: Path) -> None:
    """Open a run's folder; set up a run on anything else. What cannot be done is a notice."""
    if (path / "run.json").is_file():
        session.open_run(path)
        return
    try:
        take_pictures(session, path)
    except StudioError as error:
        session.warn(str(error), "error")
    else:
        session.setup_requested.emit()


def take_pictures(session: Session, path: Path) -> None:
    """Sets up a run on a folder or zip. The settings of a template for pictures stay; those for other data give way to the pictures' own."""
    source = {} if session.view is not None or session.draft is None else session.draft.get("dataset", {})
    if not isinstance(source, dict) or source.get("kind") not in LIKE_OWN:
        session.draft_preset(preset(PICTURES))
    assert session.draft is not None
    draft = copy.deepcopy(session.draft)
    session.set_draft({**draft, "name": named_after(session, str(path)), "dataset": own_pictures(draft.get("dataset", {}), path)})


def named_after(session: Session, path: Any) -> str:
    """What the draft is called once its pictures are there: as their folder or zip, unless a person named it or it continues another run."""
    draft, first = session.draft or {}, session.draft_first or {}
    source = draft.get("dataset")
    before = source.get("path") if isinstance(source, dict) else None
    name, given = str(draft.get("name", "")), str(first.get("name", ""))
    if session.draft_source is not None or name not in ("", given, _name_of(before)):
        return name
    return _name_of(path) or given or PICTURES


def _name_of(path: Any) -> str:
    place = Path(path).expanduser() if isinstance(path, str) else Path()
    return (place.name if place.is_dir() else place.stem)[:80]
