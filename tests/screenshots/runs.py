"""What the application is shown over: real runs, trained by the command line in a home of their own, and folders of good and bad pictures."""

import io
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from studio.runs.home import list_runs

SMALL_SHAPES = "--kimg 25 --set dataset.labelled=true --set dataset.resolution=16 --set network.kind=mlp --set optimizer.lr=0.001"
TOO_FAST = "--set objective.kind=least_squares --set optimizer.kind=sgd --set optimizer.lr=10"
TRAININGS = {
    "digits": ["--preset", "digits", "--kimg", "2000"],
    "ring": ["--preset", "ring", "--kimg", "4000"],
    "shapes": ["--preset", "shapes", *SMALL_SHAPES.split(), "--set", "name=labelled shapes"],
    "failed": ["--preset", "digits", *TOO_FAST.split(), "--set", "name=too fast"],
    "killed": ["--preset", "ring", "--kimg", "100000", "--set", "name=interrupted"],
}
NUMBERS = {name: n for n, name in enumerate(TRAININGS, 1)}
STOP_AT = {"digits": 150_000, "ring": 150_000}  # images; the window resumes them
KILL_AT = {"killed": 40_000}


def furnish(stage: Path) -> None:
    """Fills stage/home with runs, stage/pictures with a folder that has broken files, stage/empty with nothing."""
    (stage / "empty").mkdir()
    (stage / "home").mkdir()
    write_pictures(stage / "pictures")
    with ThreadPoolExecutor(2) as hands:
        list(hands.map(lambda name: _train(stage / "home", name), TRAININGS))
    _spoil(stage / "home" / "runs" / "0006-spoiled")


def run_path(home: Path, name: str) -> Path:
    """Where the run of that name of TRAININGS lies."""
    return next((home / "runs").glob(f"{NUMBERS[name]:04d}-*"))


def _train(home: Path, name: str) -> None:
    path = home / "runs" / f"{NUMBERS[name]:04d}-{name}"
    command = [sys.executable, "-m", "studio", "train", *TRAININGS[name], "--run", str(path), "--quiet", "--device", "cpu"]
    training = subprocess.Popen(command, env={**os.environ, "GAN_STUDIO_HOME": str(home), "OMP_NUM_THREADS": "1"}, stderr=subprocess.DEVNULL)
    for images, how in ((STOP_AT.get(name), signal.SIGINT), (KILL_AT.get(name), signal.SIGKILL)):
        if images is not None:
            while training.poll() is None and all(run.nimg < images for run in list_runs(home) if run.path == path):
                time.sleep(0.1)
            training.send_signal(how)
    code = training.wait()
    assert code == {"failed": 1, "killed": -signal.SIGKILL}.get(name, 0), f"the training of {name} ended with {code}"


def _spoil(path: Path) -> None:
    """A run whose description was cut off."""
    path.mkdir()
    (path / "run.json").write_text('{"config": {"name": "spoi')


def write_pictures(folder: Path) -> None:
    """Two classes of drawn landscapes of several sizes, and files that are not the pictures that they claim to be."""
    for group, night in (("day", False), ("night", True)):
        (folder / group).mkdir(parents=True)
        for n in range(40):
            width, height = 48 + 16 * (n % 3), 48 + 16 * (n % 2)
            landscape(n, (4 * width, 4 * height), night=night).resize((width, height), Image.Resampling.LANCZOS).save(folder / group / f"{n:03d}.png")
    whole = io.BytesIO()
    landscape(0, (256, 256)).save(whole, "JPEG", quality=95)
    (folder / "day" / "cut off.jpg").write_bytes(whole.getvalue()[: len(whole.getvalue()) // 3])
    (folder / "day" / "a letter.png").write_text("This is no picture.")
    (folder / "night" / "nothing.png").write_bytes(b"")


def landscape(number: int, size: tuple[int, int], *, night: bool = False) -> Image.Image:
    """A sky, a sun or moon, and hills. size: (width, height)."""
    random = np.random.default_rng((number, night))
    width, height = size
    top, low = ((12, 18, 48), (52, 62, 112)) if night else ((70, 130, 200), (220, 232, 240))
    shade = np.linspace(0, 1, height)[:, None, None]
    sky = np.array(top) * (1 - shade) + np.array(low) * shade
    image = Image.fromarray(np.broadcast_to(sky, (height, width, 3)).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    x, y, r = random.uniform(0.2, 0.8) * width, random.uniform(0.12, 0.4) * height, 0.08 * height
    draw.ellipse((x - r, y - r, x + r, y + r), fill=(240, 240, 225) if night else (255, 224, 130))
    for layer in range(3):
        level, slope = (0.55 + 0.15 * layer) * height, random.uniform(0.05, 0.12) * height
        turns, start = random.uniform(1, 2.5), random.uniform(0, 6)
        ridge = [(i, level + slope * np.sin(start + turns * 2 * np.pi * i / width)) for i in range(width + 1)]
        green = np.array((96, 150, 84)) * (0.35 if night else 1.0) * (1 - 0.22 * layer)
        draw.polygon([*ridge, (width, height), (0, height)], fill=tuple(int(v) for v in green))
    return image
