"""All samples in one file: .npz, .npy or .csv. Image sets of many files are `image_set`'s job."""

import hashlib
import io
import json
from collections.abc import Generator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.errors import ConfigError, Problem, RunError
from studio.export.plan import ARRAYS, ExportPlan, ExportProgress
from studio.gan.media import medium
from studio.gan.sampling import Sampler
from studio.runs.files import replace_file
from studio.words import mark, say

SLICE = 128  # samples between two chances to pause


def export_samples(checkpoint: Path, plan: ExportPlan, *, device: str = "auto") -> Generator[ExportProgress, None, Path]:
    """Writes the plan's samples into one file, whole or not at all; an older file of that name is replaced.

    .npz: see `write_npz`. .npy: the samples alone. .csv: points, with columns seed, x, y and, where there are classes, class.
    ConfigError for a target of another kind, for images as .csv and for unknown classes; RunError for a torn checkpoint, NoSpace for a full disk.
    """
    digest(checkpoint)
    sampler = Sampler.from_checkpoint(checkpoint, device=device)
    kind = medium("points" if len(sampler.shape) == 1 else "image")
    suffix = plan.target.suffix.lower()
    if suffix not in ARRAYS or (suffix == ".csv" and kind.kind != "points"):
        texts = {
            "image": mark("{name}: images can be written as .npz, .npy"),
            "points": mark("{name}: points can be written as .npz, .npy or .csv"),
        }
        raise ConfigError([Problem("target", say(texts[kind.kind], name=plan.target.name))])
    total, done = len(plan.all_seeds()), 0
    parts, seeds, labels = [], [], []
    yield ExportProgress(0, total, say("Sampling"))
    for c, some in plan.jobs(sampler.classes, SLICE):
        x, given = draw(sampler, some, plan, c)
        parts.append(kind.to_array(x))
        seeds += some
        labels += [] if given is None else given.tolist()
        done += len(some)
        yield ExportProgress(done, total, say("Sampling {done:,} of {total:,}", done=done, total=total))
    try:
        _write(plan.target, np.concatenate(parts), np.array(seeds, np.int64), np.array(labels, np.int64) if labels else None)
    except OSError as error:
        raise unwritable(plan.target, error) from error
    yield ExportProgress(total, total, say("Wrote {name}", name=plan.target.name))
    return plan.target


def write_npz(path: Path, samples: NDArray[Any], seeds: NDArray[np.int64], labels: NDArray[np.int64] | None = None) -> None:
    """Arrays `samples` (points float32 [N, 2], images uint8 [N, H, W, C]), `seeds` int64 [N] and, with classes, `labels` int64 [N]."""
    arrays = {"samples": samples, "seeds": seeds} | ({} if labels is None else {"labels": labels})
    out = io.BytesIO()
    np.savez(out, allow_pickle=False, **arrays)
    replace_file(path, out.getvalue())


def draw(sampler: Sampler, seeds: list[int], plan: ExportPlan, c: int | None) -> tuple[Tensor, Tensor | None]:
    """Samples of these seeds as the plan wants them. RunError when the generator is broken and makes no finite numbers."""
    x, labels = sampler.draw(seeds, psi=plan.psi, c=c)
    if not torch.isfinite(x).all():
        raise RunError(say("the generator makes numbers that are not finite, so there is nothing to export; choose an earlier checkpoint"))
    return x, labels


def digest(checkpoint: Path) -> str:
    """SHA-256 of the checkpoint's EMA generator, which names it in everything exported. RunError when it is damaged or cannot be read."""
    try:
        with (checkpoint / "generator_ema.safetensors").open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        noted = json.loads((checkpoint / "checkpoint.json").read_bytes()).get("sums", {}).get("generator_ema.safetensors", found)
    except (OSError, ValueError, AttributeError) as error:
        raise RunError(say("{path} holds no generator that can be read ({fault}); choose another checkpoint", path=checkpoint, fault=error)) from None
    if found != noted:
        damaged = checkpoint / "generator_ema.safetensors"
        raise RunError(say("{file} is damaged: its sum is not the one noted when it was saved; choose another checkpoint", file=damaged))
    return found


def unwritable(place: Path, error: OSError) -> RunError:
    """What to tell of a place that the system will not write to."""
    return RunError(say("{path} cannot be written ({fault}); choose another place", path=place, fault=error.strerror or error))


def _write(path: Path, samples: NDArray[Any], seeds: NDArray[np.int64], labels: NDArray[np.int64] | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    out = io.BytesIO()
    match path.suffix.lower():
        case ".npz":
            return write_npz(path, samples, seeds, labels)
        case ".npy":
            np.save(out, samples, allow_pickle=False)
        case _:
            names = "seed,x,y" if labels is None else "seed,x,y,class"
            rows = [f"{seed},{x:.9g},{y:.9g}" for seed, (x, y) in zip(seeds.tolist(), samples.tolist(), strict=True)]
            rows = rows if labels is None else [f"{row},{c}" for row, c in zip(rows, labels.tolist(), strict=True)]
            out.write(("\n".join([names, *rows]) + "\n").encode())
    replace_file(path, out.getvalue())
    return None
