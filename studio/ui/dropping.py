"""A folder or zip dropped on the window becomes the data set of the next run; a run's folder is opened."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from studio.presets import preset
from studio.ui.session import Session

PICTURES = "pictures"  # the template for one's own images


def dropped_path(data: QMimeData) -> Path | None:
    """The one folder or zip that is being dropped; None when it is something else."""
    urls = [u for u in data.urls() if u.isLocalFile()]
    if len(urls) != 1:
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_dir() or path.suffix.lower() == ".zip" else None


def take_dropped(session: Session, path: Path) -> None:
    """Open a run's folder; set up a run on anything else."""
    if (path / "run.json").is_file():
        session.open_run(path)
        return
    draft = session.draft if session.draft is not None and _has_path(session.draft) else preset(PICTURES).settings(gpu=session.torch.has_gpu)
    kind = "zip" if path.suffix.lower() == ".zip" and path.is_file() else "folder"
    kept = {k: v for k, v in draft["dataset"].items() if k not in ("kind", "path")}
    session.new_draft({**draft, "name": path.stem[:80] or "pictures", "dataset": {**kept, "kind": kind, "path": str(path)}})


def _has_path(draft: dict[str, object]) -> bool:
    dataset = draft.get("dataset")
    return isinstance(dataset, dict) and dataset.get("kind") in ("folder", "zip")
