"""Draws the templates' pictures that hold no sample of a data set: `python -m tests.screenshots.cards` renews them in resources/presets.

Everything is drawn here: no picture of MNIST, CIFAR-10 or of a person is copied.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from tests.screenshots.runs import landscape

PRESETS = Path(__file__).parent.parent.parent / "resources" / "presets"
FINE = 4  # times larger while drawing, for smooth edges
SIDE, GAP = 56, 6  # px of a tile on the card
# Pen strokes of the ten figures in a unit square, each a list of points that a curve runs through.
STROKES: dict[int, list[list[tuple[float, float]]]] = {
    0: [[(0.52, 0.2), (0.32, 0.32), (0.28, 0.58), (0.42, 0.8), (0.62, 0.74), (0.72, 0.5), (0.66, 0.28), (0.52, 0.2)]],
    1: [[(0.36, 0.34), (0.54, 0.2), (0.5, 0.5), (0.48, 0.8)]],
    2: [[(0.32, 0.32), (0.48, 0.2), (0.66, 0.3), (0.6, 0.5), (0.32, 0.78)], [(0.32, 0.78), (0.52, 0.74), (0.72, 0.78)]],
    3: [[(0.34, 0.26), (0.54, 0.2), (0.64, 0.34), (0.46, 0.47)], [(0.46, 0.47), (0.68, 0.56), (0.6, 0.76), (0.32, 0.76)]],
    4: [[(0.42, 0.2), (0.36, 0.4), (0.32, 0.54)], [(0.32, 0.54), (0.52, 0.52), (0.74, 0.5)], [(0.62, 0.3), (0.58, 0.56), (0.56, 0.82)]],
    5: [
        [(0.68, 0.2), (0.5, 0.21), (0.38, 0.24)],
        [(0.38, 0.24), (0.36, 0.36), (0.35, 0.46)],
        [(0.35, 0.46), (0.6, 0.46), (0.66, 0.64), (0.5, 0.8), (0.3, 0.74)],
    ],
    6: [[(0.6, 0.2), (0.4, 0.38), (0.32, 0.62), (0.46, 0.8), (0.64, 0.7), (0.58, 0.54), (0.36, 0.6)]],
    7: [[(0.3, 0.26), (0.5, 0.23), (0.7, 0.22)], [(0.7, 0.22), (0.54, 0.5), (0.44, 0.82)]],
    8: [[(0.56, 0.46), (0.36, 0.34), (0.52, 0.2), (0.66, 0.32), (0.48, 0.5), (0.34, 0.68), (0.5, 0.81), (0.64, 0.68), (0.56, 0.46)]],
    9: [[(0.64, 0.34), (0.48, 0.22), (0.34, 0.36), (0.46, 0.5), (0.64, 0.36)], [(0.64, 0.34), (0.62, 0.58), (0.52, 0.82)]],
}


def curve(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A smooth line through the points (Catmull–Rom)."""
    p = np.array([points[0], *points, points[-1]])
    t = np.linspace(0, 1, 16)[:, None]
    parts = [
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        for a, b, c, d in zip(p[:-3], p[1:-2], p[2:-1], p[3:], strict=True)
    ]
    return [(float(x), float(y)) for x, y in np.concatenate(parts)]


def figure(number: int) -> Image.Image:
    """A figure in pen strokes, light on dark."""
    side = SIDE * FINE
    image = Image.new("RGBA", (side, side), "#0b0c0f")
    draw = ImageDraw.Draw(image)
    for stroke in STROKES[number]:
        for x, y in curve(stroke):
            r = 0.052 * side
            draw.ellipse((x * side - r, y * side - r, x * side + r, y * side + r), fill="#e9ecf1")
    return image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def photograph(number: int) -> Image.Image:
    """A thing on a ground, coarse as a picture of 32×32 pixels."""
    random = np.random.default_rng(number)
    side = 32 * FINE
    sky, ground, thing = SCENES[number]
    image = Image.new("RGB", (side, side), sky)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0.68 * side, side, side), fill=ground)
    x, y, w, h = random.uniform(0.2, 0.28), random.uniform(0.42, 0.5), random.uniform(0.46, 0.54), random.uniform(0.2, 0.26)
    draw.ellipse(((x - 0.02) * side, (y + h - 0.02) * side, (x + w + 0.04) * side, (y + h + 0.07) * side), fill=_mixed(ground, "#000000", 0.35))
    (draw.rounded_rectangle if number % 2 else draw.ellipse)(
        (x * side, y * side, (x + w) * side, (y + h) * side), fill=thing, **({"radius": side // 16} if number % 2 else {})
    )
    top = (x + 0.3 * w, y - 0.13, x + 0.78 * w, y + 0.06)
    draw.ellipse(tuple(v * side for v in top), fill=_mixed(thing, "#ffffff", 0.28))
    return image.resize((32, 32), Image.Resampling.BOX).resize((SIDE, SIDE), Image.Resampling.BICUBIC).convert("RGBA")


SCENES = [
    ("#9fb7d3", "#6f8f5a", "#b5563c"),
    ("#b9c9d8", "#7d7b74", "#3f6ea8"),
    ("#8fb0a4", "#5d7a4c", "#8a6a44"),
    ("#c7b99f", "#9a8a68", "#5c5248"),
    ("#a9c6dc", "#4f7ba0", "#e3e0d8"),
    ("#d3cdbd", "#8b9a6b", "#a8763e"),
    ("#91a9c4", "#66806a", "#d9a441"),
    ("#b3b7bd", "#686b70", "#a33c3c"),
    ("#a7bfae", "#72885a", "#6a7f3f"),
    ("#cfd8e2", "#8694a3", "#4b5a73"),
]


def _mixed(colour: str, other: str, share: float) -> tuple[int, int, int]:
    a, b = (np.array([int(c[i : i + 2], 16) for i in (1, 3, 5)]) for c in (colour, other))
    red, green, blue = (int(v) for v in a * (1 - share) + b * share)
    return red, green, blue


def tiles(draw: Callable[[int], Image.Image]) -> Image.Image:
    """Ten of a kind in two rows, on nothing."""
    sheet = Image.new("RGBA", (5 * SIDE + 4 * GAP, 2 * SIDE + GAP))
    for n in range(10):
        sheet.paste(draw(n), ((n % 5) * (SIDE + GAP), (n // 5) * (SIDE + GAP)))
    return sheet


def prints() -> Image.Image:
    """Photographs of several shapes, as people have them."""
    sheet = Image.new("RGBA", (304, 128))
    at = 0
    for number, (width, night) in enumerate(((150, False), (76, True), (66, False)), 11):
        frame = Image.new("RGBA", (width, 118), "#ffffff")
        inside = (width - 8, 110)
        frame.paste(landscape(number, (inside[0] * FINE, inside[1] * FINE), night=night).resize(inside, Image.Resampling.LANCZOS), (4, 4))
        sheet.paste(frame, (at, 5))
        at += width + 6
    return sheet


def main() -> None:
    for name, picture in {"mnist": tiles(figure), "cifar10": tiles(photograph), "pictures": prints()}.items():
        picture.save(PRESETS / f"{name}.png", optimize=True)
        print(PRESETS / f"{name}.png")


if __name__ == "__main__":
    main()
