"""Pictures of every panel and dialog of the real application over real runs, in light and dark, at one and two pixels to the pixel.

`python -m tests.screenshots [--only PART]… [--language CODE] [--runs DIR] [--readme]` writes screenshots/ with an index.html, for eyes to
judge; it asserts nothing but that every state is reached. With --readme it only renews the pictures of the README.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from tests.screenshots.camera import LANGUAGE
from tests.screenshots.index import write_index
from tests.screenshots.runs import furnish

ROOT = Path(__file__).parent.parent.parent
OUT = ROOT / "screenshots"
WIDTH, HEIGHT = 1280, 800
README = {"window": "window", "window-doctor": "a4-doctor-alarm", "window-runs": "95-runs", "window-compare": "85-compare-digits"}


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.screenshots")
    asked.add_argument("--only", action="append", default=[], help="a part of tests/screenshots/scenes.py, such as broken; several may be given")
    asked.add_argument("--scale", action="append", type=int, choices=(1, 2), default=[], help="device pixels to the pixel; both unless told")
    asked.add_argument("--readme", action="store_true", help="renew the four pictures of the README in resources/help/pictures")
    asked.add_argument("--language", default="en", help="a language's code, or marked: what the catalogue knows stands in ⟦brackets⟧, the rest is listed")
    asked.add_argument("--runs", type=Path, help="a folder that keeps what is trained to be shown, so that the next call need not train again")
    given = asked.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="gan-studio-screenshots-") as place:
        stage = Path(place)
        _furnish(stage, given.runs)
        if given.readme:
            return renew_readme(stage)
        shutil.rmtree(OUT, ignore_errors=True)
        scales: Sequence[int] = given.scale or (1, 2)
        takes = [_take(stage, OUT / f"{scale}x", scale, scheme, given.only, given.language) for scale in scales for scheme in ("light", "dark")]
        codes = [take.wait() for take in takes]
    write_index(OUT, scales)
    print(f"{len(list(OUT.glob('*/*.png')))} pictures in {time.monotonic() - began:.0f} s: {OUT / 'index.html'}")
    return max(codes)


def _furnish(stage: Path, kept: Path | None) -> None:
    if kept is not None and not kept.exists():
        fresh = kept.with_name(f"{kept.name}.{os.getpid()}")
        fresh.mkdir(parents=True)
        furnish(fresh)
        fresh.rename(kept)
    if kept is None:
        furnish(stage)
    else:
        shutil.copytree(kept, stage, dirs_exist_ok=True)


def renew_readme(stage: Path) -> int:
    """Trains the demo in the window, shows what else there is, and keeps a picture of each, small enough for a front page."""
    code = _take(stage, stage / "out", 1, "light", ["table", "comparing", "doctor", "readme"]).wait()
    for name, scene in README.items() if code == 0 else ():
        with Image.open(stage / "out" / f"{scene}-light.png") as picture:
            small = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
            small.save(ROOT / "resources" / "help" / "pictures" / f"{name}.png", optimize=True)
    return code


def _take(stage: Path, out: Path, scale: int, scheme: str, parts: Sequence[str], language: str = "en") -> subprocess.Popen[bytes]:
    """The application in a process of its own, on a screen of its own, over a copy of the runs."""
    mine = stage / f"{scale}x-{scheme}"
    shutil.copytree(stage / "home", mine / "home")
    screen = {"name": "screen", "x": 0, "y": 0, "width": WIDTH * scale, "height": HEIGHT * scale, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    (mine / "screen.json").write_text(json.dumps({"screens": [screen]}))
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={mine / 'screen.json'}",
        "QT_SCALE_FACTOR": str(scale),
        "OMP_NUM_THREADS": "1",
        LANGUAGE: language,
        "GAN_STUDIO_HOME": str(mine / "home"),
        "XDG_CONFIG_HOME": str(mine / "config"),
        "XDG_DATA_HOME": str(mine / "data"),
    }
    command = [sys.executable, "-m", "tests.screenshots.scenes", str(stage), str(mine / "home"), str(out), scheme, *parts]
    return subprocess.Popen(command, env=environment, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
