"""Few pictures: whether the template for one's own pictures keeps the discriminator from learning a hundred of them by heart.

    python -m tests.verify.verify_fewshot [--data pictures.zip] [--count 100] [--side 32] [--kimg 300] [--folder DIR]

Trains the template `pictures` on so many pictures of one kind twice: as it is, and without augmentation. At every checkpoint D is asked
about the pictures that it trained on and those that were held out, unaugmented. AUC: how often a training picture seems more real than a
held-out one, .5 where D has learnt none by heart. Lead: by how much, ÷ how much more real a training picture seems than a fake. Both
must end, and be on the average of the second half, lower with the template's augmentation. Without --data the pictures are cut from
scikit-learn's photograph of a flower.
"""

import argparse
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from PIL import Image
from sklearn.datasets import load_sample_images
from sklearn.metrics import roc_auc_score
from torch import Tensor

from studio.gan.checkpoint import read
from studio.gan.config import RunConfig
from studio.gan.datasets import Stored

RECIPES = {"as the template has it": [], "without augmentation": ["--set", "augment.kind=none"]}
STEPS = 10  # checkpoints looked at


class Look(NamedTuple):
    """What a checkpoint's D made of training and held-out pictures."""

    kimg: float
    auc: float
    lead: float


def pictures(folder: Path, data: Path | None, count: int, side: int) -> Path:
    """A folder with so many pictures of one kind: from a zip, or cut from a photograph."""
    out = folder / f"pictures-{count}-{side}"
    out.mkdir(parents=True, exist_ok=True)
    if len(list(out.glob("*.png"))) == count:
        return out
    random = np.random.default_rng(0)
    if data is None:
        photograph = Image.fromarray(load_sample_images().images[1])
        for i in range(count):
            size = int(random.integers(96, 200))
            x, y = int(random.integers(0, photograph.width - size)), int(random.integers(0, photograph.height - size))
            photograph.crop((x, y, x + size, y + size)).resize((side, side)).save(out / f"{i:03d}.png")
        return out
    with zipfile.ZipFile(data) as archive:
        names = sorted(n for n in archive.namelist() if n.lower().endswith((".png", ".jpg", ".jpeg")))
        kind = Path(names[0]).parent
        names = [n for n in names if Path(n).parent == kind]
        for i, k in enumerate(random.permutation(len(names))[:count]):
            with archive.open(names[k]) as file:
                Image.open(file).convert("RGB").resize((side, side)).save(out / f"{i:03d}.png")
    return out


def trained(run: Path, data: Path, kimg: float, settings: list[str]) -> Path:
    """The run's folder, trained to its end; one that was cut off is taken up again."""
    studio = [sys.executable, "-m", "studio"]
    if not (run / "run.json").exists():
        every = ["--set", f"saving.checkpoint_kimg={kimg / STEPS}", "--set", f"saving.keep={STEPS + 2}", "--set", "evaluation.metric=none"]
        subprocess.run(
            [
                *studio,
                "train",
                "--preset",
                "pictures",
                "--data",
                str(data),
                "--kimg",
                str(kimg),
                "--device",
                "cpu",
                "--run",
                str(run),
                "--quiet",
                *every,
                *settings,
            ],
            check=True,
        )
    elif b'"why":"done"' not in (run / "journal.jsonl").read_bytes().splitlines()[-1]:
        subprocess.run([*studio, "resume", str(run), "--quiet"], check=True)
    return run


def looks(run: Path, cache: Path) -> Iterator[Look]:
    """What D makes of the pictures, checkpoint by checkpoint, the untrained first one left out."""
    for folder in sorted((run / "checkpoints").iterdir()):
        about: dict[str, Any] = json.loads((folder / "checkpoint.json").read_text())
        if not about["nimg"]:
            continue
        config = RunConfig.read(about["config"])
        dataset = config.dataset.open(cache)
        assert isinstance(dataset, Stored)
        generator, discriminator = config.network.generator(dataset.shape, 0), config.network.discriminator(dataset.shape, 0)
        generator.load_state_dict(read(folder / "generator_ema.safetensors"))
        discriminator.load_state_dict(read(folder / "discriminator.safetensors"))
        generator.eval()
        discriminator.eval()
        with torch.no_grad():
            train, held = (judged(discriminator, dataset.x[rows], mirror=dataset.mirror) for rows in (dataset.train, dataset.held))
            fake = discriminator(generator(torch.randn(256, config.network.z_dim, generator=torch.Generator().manual_seed(0))))
        auc = roc_auc_score(np.r_[np.ones(len(train)), np.zeros(len(held))], torch.cat((train, held)).numpy())
        yield Look(about["nimg"] / 1000, float(auc), float((train.mean() - held.mean()) / (train.mean() - fake.mean())))


def judged(discriminator: torch.nn.Module, x: np.ndarray[Any, Any], *, mirror: bool) -> Tensor:
    """Logits of uint8 pictures [N, H, W, C], of their mirror images too where the data mirrors."""
    images = torch.from_numpy(np.ascontiguousarray(x)).permute(0, 3, 1, 2).float() / 127.5 - 1
    out: Tensor = discriminator(torch.cat((images, images.flip(3))) if mirror else images)
    return out


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.verify.verify_fewshot", description="Trains on few pictures with and without augmentation.")
    parser.add_argument("--data", type=Path, help="A zip of pictures; those of its first folder are used.")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--side", type=int, default=32)
    parser.add_argument("--kimg", type=float, default=300)
    parser.add_argument("--folder", type=Path, default=Path("verification") / "fewshot")
    given = parser.parse_args()
    data = pictures(given.folder, given.data, given.count, given.side)
    found: dict[str, list[Look]] = {}
    for name, settings in RECIPES.items():
        run = trained(given.folder / f"{data.name} {name}", data, given.kimg, settings)
        found[name] = list(looks(run, given.folder / "cache"))
        print(f"{given.count} pictures, {name}")
        for look in found[name]:
            print(f"  {look.kimg:8.1f} kimg   AUC of training above held-out {look.auc:.3f}   lead {look.lead:+.3f}")
    ours, bare = found.values()
    half = len(ours) // 2
    missed = 0
    for figure in ("auc", "lead"):
        for what, part in (("at the end", -1), ("mean of the second half", half)):
            mine, theirs = (float(np.mean([getattr(look, figure) for look in each[part:]])) for each in (ours, bare))
            missed += not mine < theirs
            print(f"{figure} {what}: {mine:.3f} with augmentation, {theirs:.3f} without   {'ok' if mine < theirs else 'MISSED'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
