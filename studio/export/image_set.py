"""A set of generated images as files: a folder, or a zip of one. Continues where it was left; sampling itself is the engine's."""

import json
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from studio.errors import ConfigError, Problem, RunError
from studio.export.archive import about_in, pack
from studio.export.encoding import encode, enlarged, whole_image
from studio.export.plan import SUFFIXES, ExportPlan, ExportProgress, PlaceTakenError
from studio.export.samples import digest, draw, export_samples, unwritable
from studio.gan.media import medium
from studio.gan.sampling import Sampler, labels
from studio.runs.files import replace_file
from studio.runs.space import NoSpace, writing_to
from studio.words import joined, mark, say

ABOUT = "export.json"  # what is being exported: by this a later call knows whether it may continue
MANIFEST = "manifest.jsonl"  # there once the set is complete
DRAFT = "manifest.jsonl.partial"
SLICE = 64  # samples drawn at once
_FACETS = {
    "checkpoint": mark("checkpoint"),
    "device": mark("device"),
    "seeds": mark("seeds"),
    "count": mark("count"),
    "psi": mark("psi"),
    "classes": mark("classes"),
    "class_folders": mark("class folders"),
    "format": mark("format"),
    "quality": mark("quality"),
    "enlarge": mark("size"),
    "smooth": mark("way to enlarge"),
}  # by which two exports differ
_ADDED = {"enlarge": 1, "smooth": False}  # what an older export's sheet does not say of it
PAUSE = 8  # images written between two chances to pause


@dataclass(frozen=True)
class Item:
    """One image of the set."""

    seed: int
    label: int | None
    file: str  # relative to the set


def export_images(checkpoint: Path, plan: ExportPlan, *, device: str = "auto") -> Generator[ExportProgress, None, Path]:
    """Writes the images of a plan; yields its progress, returns the target. Close it to cancel; call it again to continue.

    In the folder: `CLASS/seed0000000042.png` (no CLASS without class folders), `export.json`, and, once all is there, `manifest.jsonl`
    with one line an image: file, seed, class, truncation, how often enlarged, SHA-256 of the checkpoint's generator. Every file appears whole.
    An image that is there and sound is not made again; the same checkpoint, seeds, truncation and class give the same bytes on
    the same kind of device. A target `NAME.zip` is filled as the folder `NAME.zip.partial` first, then packed under a temporary name.
    Points are no pictures: a folder receives them as one `samples.npz`.

    ConfigError for classes that the network does not know, for points into a zip and for enlarged points; PlaceTakenError when the target holds
    something else; NoSpace for a full disk: what is written stays.
    """
    sampler = Sampler.from_checkpoint(checkpoint, device=device)
    zipped = plan.target.suffix.lower() == ".zip"
    if len(sampler.shape) != 3:
        if zipped:
            text = say("{name}: this run makes points; export them to a file ending in .npz, .npy or .csv", name=plan.target.name)
            raise ConfigError([Problem("target", text)])
        if plan.enlarge > 1:
            raise ConfigError([Problem("enlarge", say("this run makes points, which have no pixels; leave enlarging out"))])
        return (yield from export_samples(checkpoint, plan.model_copy(update={"target": plan.target / "samples.npz"}), device=device))
    names = _folders(plan, sampler.classes)
    sha = digest(checkpoint)
    about = {"plan": _identity(plan, sampler.classes, bool(names)), "checkpoint": sha, "device": sampler.device.type}
    total = len(plan.all_seeds())
    if zipped and plan.target.exists():
        _must_agree(about_in(plan.target, ABOUT), about, plan.target)
        yield ExportProgress(total, total, say("{name} is complete already", name=plan.target.name))
        return plan.target
    folder = plan.target.with_name(plan.target.name + ".partial") if zipped else plan.target
    files: list[str] = []
    try:
        _claim(folder, about)
        yield from _fill(folder, plan, sampler, names, sha, files)
        if zipped:
            for done in pack(folder, [ABOUT, MANIFEST, *files], plan.target):
                yield ExportProgress(total, total, say("Packing {done:,} of {total:,} files", done=done, total=len(files) + 2))
    except NoSpace as full:
        raise RunError(say("{fault} What has been written stays: export to the same place again to continue.", fault=str(full))) from full
    except OSError as error:
        raise unwritable(plan.target, error) from error
    yield ExportProgress(total, total, say("Wrote {total:,} images to {name}", total=total, name=plan.target.name))
    return plan.target


def _fill(folder: Path, plan: ExportPlan, sampler: Sampler, names: tuple[str, ...], sha: str, files: list[str]) -> Generator[ExportProgress, None, None]:
    """Makes what is missing, in the plan's order; `files` receives every name."""
    total = len(plan.all_seeds())
    yield ExportProgress(0, total, say("Looking at what is there"))
    with (folder / DRAFT).open("w", encoding="utf-8", newline="\n") as manifest:
        for c, seeds in plan.jobs(sampler.classes, SLICE):
            items = [_item(seed, label, plan, names) for seed, label in zip(seeds, _labels(seeds, sampler, c), strict=True)]
            for place in {(folder / item.file).parent for item in items}:  # an empty class folder would be no sound image dataset
                place.mkdir(exist_ok=True)
            missing = [item for item in items if not whole_image(folder / item.file)]
            for written in _make(folder, missing, c, plan, sampler):
                yield ExportProgress(len(files) + written, total, say("{done:,} of {total:,} images", done=len(files) + written, total=total))
            with writing_to(folder):
                manifest.writelines(_line(item, plan, sampler.classes, sha) for item in items)
                manifest.flush()
            files += [item.file for item in items]
            yield ExportProgress(len(files), total, say("{done:,} of {total:,} images", done=len(files), total=total))
    (folder / DRAFT).replace(folder / MANIFEST)


def _make(folder: Path, items: list[Item], c: int | None, plan: ExportPlan, sampler: Sampler) -> Iterator[int]:
    """Draws and writes the items, which share the class asked for; yields how many are written."""
    if not items:
        return
    drawn, _ = draw(sampler, [item.seed for item in items], plan, c)
    pictures: NDArray[Any] = medium("image").to_array(drawn)
    yield 0
    for done, (item, picture) in enumerate(zip(items, pictures, strict=True), 1):
        large = enlarged(picture, plan.enlarge, smooth=plan.smooth)
        replace_file(folder / item.file, encode(large, plan.format, plan.quality), durable=False)
        if done % PAUSE == 0:
            yield done


def _labels(seeds: list[int], sampler: Sampler, c: int | None) -> list[int] | list[None]:
    given = labels(seeds, len(sampler.classes), c)
    return [None] * len(seeds) if given is None else given.tolist()


def _item(seed: int, label: int | None, plan: ExportPlan, names: tuple[str, ...]) -> Item:
    name = f"seed{seed:010d}{SUFFIXES[plan.format]}"
    return Item(seed, label, f"{names[label]}/{name}" if names and label is not None else name)


def _line(item: Item, plan: ExportPlan, classes: tuple[str, ...], sha: str) -> str:
    name = None if item.label is None else classes[item.label]
    about = {"file": item.file, "seed": item.seed, "class": name, "truncation": plan.psi, "enlarged": plan.enlarge, "checkpoint": sha}
    return json.dumps(about, ensure_ascii=False) + "\n"


def _folders(plan: ExportPlan, classes: tuple[str, ...]) -> tuple[str, ...]:
    """A folder's name for every class; empty when all images lie side by side."""
    wanted = bool(classes) if plan.class_folders is None else plan.class_folders
    if not wanted:
        return ()
    if not classes:
        text = say("this run was trained without labels, so there are no classes to sort by; turn class folders off")
        raise ConfigError([Problem("class_folders", text)])
    # A class may be called what no folder can be: such characters become _, and twins get their number.
    tidy = [re.sub(r'[\x00-\x1f<>:"/\\|?*]|[. ]+$|^\.+', "_", name) or "_" for name in classes]
    return tuple(name if [t.casefold() for t in tidy].count(name.casefold()) == 1 else f"{name}-{i}" for i, name in enumerate(tidy))


def _identity(plan: ExportPlan, classes: tuple[str, ...], folders: bool) -> dict[str, Any]:
    """What decides the files of a set, as JSON; plans that say the same in other words are one."""
    seeds = plan.all_seeds()
    chosen = plan.chosen(classes)
    in_a_row = isinstance(plan.seeds, int) or plan.seeds == tuple(range(seeds[0], seeds[0] + len(seeds)))
    return {
        "seeds": seeds[0] if in_a_row else list(seeds),
        "count": len(seeds),
        "psi": plan.psi,
        "classes": None if chosen is None else [classes[i] for i in chosen],
        "class_folders": folders,
        "format": plan.format,
        "quality": None if plan.format == "png" else plan.quality,
        "enlarge": plan.enlarge,
        "smooth": plan.smooth and plan.enlarge > 1,
    }


def _claim(folder: Path, about: dict[str, Any]) -> None:
    """Makes the folder ours, or goes on with one that is. RunError for a folder of anything else."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise PlaceTakenError(say("{folder} is a file; choose another place for the images", folder=folder)) from None
    if (folder / ABOUT).is_file():
        _must_agree(_read(folder / ABOUT), about, folder)
        for stray in folder.rglob(".*-" + "[0-9a-f]" * 8):  # what a killed export was just writing
            stray.unlink()
        return
    if any(folder.iterdir()):
        text = say("{folder} holds other files; choose a new or an empty folder, so that nothing of yours is mixed up with the images", folder=folder)
        raise PlaceTakenError(text)
    replace_file(folder / ABOUT, (json.dumps(about, indent=1, ensure_ascii=False) + "\n").encode())


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None


def _must_agree(there: Any, wanted: dict[str, Any], place: Path) -> None:
    if not isinstance(there, dict) or not isinstance(there.get("plan"), dict):
        raise PlaceTakenError(say("{path} exists and is no image set of ours; choose another name", path=place))
    there = {**there, "plan": {**_ADDED, **there["plan"]}}
    if there == wanted:
        return
    mine, theirs = {**wanted, **wanted["plan"]}, {**there, **there["plan"]}
    other = joined([say(_FACETS[k]) for k in mine if k != "plan" and mine[k] != theirs.get(k)])
    raise PlaceTakenError(say("{path} holds another export (another {other}); choose another place, or delete that export first", path=place, other=other))
