"""Templates: named settings to start from. Plain data; needs no torch."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.errors import ConfigError, Problem
from studio.resources import resource
from studio.words import say


@dataclass(frozen=True)
class Preset:
    """A template: `config` suits a laptop's processor; `gpu` holds what is better where there is a GPU."""

    name: str
    title: str
    summary: str
    order: int
    config: dict[str, Any]
    gpu: dict[str, Any]
    picture: Path | None
    file: Path | None = None  # of a person's own: studio.templates reads and writes those

    def settings(self, *, gpu: bool) -> dict[str, Any]:
        """The settings for this machine."""
        return merged(self.config, self.gpu) if gpu else self.config


def presets() -> list[Preset]:
    """All templates in the order to show them."""
    return _all_in("presets")


def papers() -> list[Preset]:
    """The exact recipes of papers, which need GPUs: kept apart from the templates, in the order to show them."""
    return _all_in("presets/papers")


def preset(name: str) -> Preset:
    """The template or recipe of that name; ConfigError listing all when there is none."""
    known = {p.name: p for p in (*presets(), *papers())}
    if name not in known:
        raise ConfigError([Problem("preset", say("there is no template {name}; choose one of {known}", name=repr(name), known=", ".join(known)))])
    return known[name]


def merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """`base` with the values of `over`, group by group; another kind replaces the whole group."""
    out = dict(base)
    for key, value in over.items():
        mine = out.get(key)
        both = isinstance(mine, dict) and isinstance(value, dict) and value.get("kind", mine.get("kind")) == mine.get("kind")
        out[key] = merged(mine, value) if both else value  # type: ignore[arg-type]
    return out


def own_pictures(template: dict[str, Any], path: Path) -> dict[str, Any]:
    """The data of a person's own folder or zip, with those options of a template's data that every source of pictures knows."""
    kept = {k: v for k, v in template.items() if k in ("mirror", "height", "width", "fit", "channels", "labelled")}
    return {**kept, "kind": "zip" if path.suffix.lower() == ".zip" and not path.is_dir() else "folder", "path": str(path)}


def _all_in(folder: str) -> list[Preset]:
    return sorted((_read(path) for path in resource(folder).glob("*.json")), key=lambda p: p.order)


def _read(path: Path) -> Preset:
    data = json.loads(path.read_text(encoding="utf-8"))
    picture = path.with_suffix(".png")
    return Preset(path.stem, data["title"], data["summary"], data["order"], data["config"], data.get("gpu", {}), picture if picture.exists() else None)
