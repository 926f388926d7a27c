"""The page that lists the pictures: every scene once, light beside dark, with links to the finer ones."""

import html
import json
from collections.abc import Sequence
from pathlib import Path

STYLE = """body { font: 15px system-ui, sans-serif; margin: 24px; background: #777c85; color: #fff }
h2 { font-size: 16px; margin: 32px 0 4px } p { margin: 0 0 8px; color: #eee } a { color: #fff } img { width: 49%; border-radius: 4px }"""


def write_index(out: Path, scales: Sequence[int]) -> None:
    """Reads the scenes' words from what the cameras left in each folder."""
    scenes: dict[str, str] = {}
    for scale in scales:
        words = out / f"{scale}x" / "scenes.json"
        scenes |= json.loads(words.read_text(encoding="utf-8")) if words.is_file() else {}
    rows = []
    for name in sorted(scenes):
        rows.append(f"<h2 id='{name}'>{name}</h2><p>{html.escape(scenes[name])} {_links(out, name, scales)}</p>")
        rows += [f"<img loading='lazy' src='{scales[0]}x/{name}-{scheme}.png' alt='{html.escape(scenes[name])}'>" for scheme in ("light", "dark")]
    page = f"<!doctype html><meta charset='utf-8'><title>GAN Studio</title><style>{STYLE}</style><h1>GAN Studio, every state</h1>{''.join(rows)}"
    (out / "index.html").write_text(page, encoding="utf-8")


def _links(out: Path, name: str, scales: Sequence[int]) -> str:
    files = [f"{scale}x/{name}-{scheme}.png" for scale in scales for scheme in ("light", "dark")]
    return " · ".join(f"<a href='{file}'>{file}</a>" for file in files if (out / file).is_file())
