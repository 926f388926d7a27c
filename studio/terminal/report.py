"""A run in words and as a JSON document; reads the folder alone, without torch."""

from typing import Any

from studio.runs.checkpoints import CheckpointStore
from studio.runs.folder import RunFolder
from studio.runs.view import RunView


def describe(folder: RunFolder) -> dict[str, Any]:
    """Everything `show --json` prints."""
    view = RunView(folder)
    view.poll()
    run = view.run
    options = run.options or folder.config()
    return {
        "name": folder.name,
        "path": str(folder.path),
        "state": run.state,
        "nimg": run.nimg,
        "kimg": run.nimg / 1000,
        "total_kimg": options["training"]["kimg"],
        "seconds": run.seconds,
        "rate": run.rate,
        "options": options,
        "checkpoints": [
            {
                "id": c.id,
                "nimg": c.nimg,
                "segment": c.segment,
                "folder": str(c.path),
                "bytes": c.bytes,
                "pinned": c.pinned,
                "note": c.note,
                "metrics": c.metrics,
            }
            for c in CheckpointStore(folder).list()
        ],
        "segments": [s.model_dump(include={"segment", "parent", "nimg", "why", "checkpoint"}) for s in run.segments],
        "scalars": {name: list(value) for name, value in run.last_tick.scalars.items()} if run.last_tick else {},
        "failure": {"error": run.failure.error, "text": run.failure.text, "remedy": run.failure.remedy} if run.failure else None,
        "data": run.data.model_dump(exclude={"time", "nimg", "kind"}) if run.data else None,
        "chosen": run.chosen.model_dump(exclude={"time", "nimg", "kind", "asked"}) if run.chosen else None,
    }


def print_description(about: dict[str, Any]) -> None:
    """The same for people."""
    length = f"{about['kimg']:g} of {about['total_kimg']:g} kimg in {about['seconds'] / 60:.1f} min"
    print(f"{about['name']}: {about['state']}, {length}, {about['rate']:.0f} images/s")
    if about["failure"]:
        print(f"  {about['failure']['text']}\n  {about['failure']['remedy']}")
    for name, (mean, low, high) in about["scalars"].items():
        print(f"  {name}: {mean:.4g} ({low:.4g} to {high:.4g})")
    for c in about["checkpoints"]:
        remarks = (", pinned" if c["pinned"] else "") + (f": {c['note']}" if c["note"] else "")
        print(f"  checkpoint {c['id']}: {c['nimg'] / 1000:g} kimg, {c['bytes'] / 1e6:.1f} MB{remarks}")
    print(f"  {about['path']}")
