"""A person's own templates, and settings as files to carry elsewhere: read, checked for what they are, written, thrown away. Needs no torch.

A file holds `title`, `summary` and `config`, as those of `resources/presets` do. What the settings say is checked where they are used.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.errors import ConfigError, DataError, Problem
from studio.presets import Preset, papers, presets
from studio.runs.files import replace_file, write_json
from studio.runs.home import default_home, slug
from studio.words import say

FORMAT = 1
MOST_BYTES = 4_000_000  # settings are a few thousand


@dataclass(frozen=True)
class BrokenTemplate:
    """A file among the templates that cannot be used: which, why, and the remedy."""

    path: Path
    reason: str


def templates_folder(home: Path) -> Path:
    """Where the templates of a home lie."""
    return home / "templates"


def own_templates(home: Path) -> tuple[list[Preset], list[BrokenTemplate]]:
    """A person's templates by title, and the files that cannot be used."""
    sound, broken = [], []
    taken = {p.name for p in (*presets(), *papers())}
    for path in sorted(templates_folder(home).glob("*.json")):
        try:
            if path.stem in taken:
                raise DataError(say("{name} has the name of a template that comes with GAN Studio; rename the file", name=path.name))
            sound.append(_template(path))
        except DataError as error:
            broken.append(BrokenTemplate(path, str(error)))
    return sorted(sound, key=lambda p: p.title.casefold()), broken


def template_named(name: str, home: Path | None = None) -> Preset:
    """The template or recipe of that name, a person's own among them; ConfigError listing all when there is none, or why it cannot be used."""
    shipped = [*presets(), *papers()]
    sound, broken = own_templates(home or default_home())
    known = {p.name: p for p in (*sound, *shipped)}
    if name in known:
        return known[name]
    reason = next((b.reason for b in broken if b.path.stem == name), "")
    listed = ", ".join(p.name for p in (*shipped, *sound))
    raise ConfigError([Problem("preset", reason or say("there is no template {name}; choose one of {known}", name=repr(name), known=listed))])


def free_name(home: Path, title: str) -> str:
    """A name for a new template: the title as a file's name, with a number where that is taken."""
    taken = {p.name for p in (*presets(), *papers())} | {path.stem for path in templates_folder(home).glob("*.json")}
    stem = slug(title)
    return next(name for n in range(1, len(taken) + 2) if (name := stem if n == 1 else f"{stem}-{n}") not in taken)


def save_template(home: Path, title: str, summary: str, config: dict[str, Any], *, picture: bytes = b"") -> Path:
    """Keeps settings as a new template; its file. picture: a small PNG, or nothing. DataError when the place cannot be written."""
    folder = templates_folder(home)
    path = folder / f"{free_name(home, title)}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if picture:
            replace_file(path.with_suffix(".png"), picture)
        write_settings(path, config, title=title, summary=summary)
    except OSError as error:
        text = say(
            "the template cannot be kept in {folder}: {fault}; choose a home where you may write in the settings", folder=folder, fault=error.strerror or error
        )
        raise DataError(text) from error
    return path


def retitle(template: Preset, title: str, summary: str) -> None:
    """Gives an own template other words; its name for the command line stays."""
    assert template.file is not None
    write_settings(template.file, template.config, title=title, summary=summary)


def throw_away(path: Path) -> None:
    """An own template and its picture go to the bin. DataError when there is none to take them."""
    import send2trash

    for file in (path, path.with_suffix(".png")):
        if file.exists():
            try:
                send2trash.send2trash(str(file))
            except OSError as error:
                raise DataError(say("{file} cannot be moved to the bin: {fault}; delete it in the file manager", file=file, fault=error)) from error


def write_settings(path: Path, config: dict[str, Any], *, title: str = "", summary: str = "") -> None:
    """Settings as a file that `read_settings` takes back, whole or not at all. DataError when the place cannot be written."""
    try:
        write_json(path, {"format": FORMAT, "title": title, "summary": summary, "config": config})
    except OSError as error:
        raise DataError(say("{path} cannot be written: {fault}; choose another place", path=path, fault=error.strerror or error)) from error


def read_settings(path: Path) -> dict[str, Any]:
    """The settings that a file holds: an exported one, a template, a run's run.json, or bare settings. DataError when it holds none."""
    found = _object(path)
    config = found.get("config", found)
    if not isinstance(config, dict) or not {"dataset", "network", "training", "objective"} & config.keys():
        raise DataError(say("{path} holds no settings of a run; choose a file that was exported here, a template, or a run's run.json", path=path))
    if (version := config.get("format", FORMAT)) != FORMAT:
        raise DataError(say("{path} was written by another version (format {version}); update GAN Studio", path=path, version=version))
    return config


def _template(path: Path) -> Preset:
    data = _object(path)
    if not isinstance(data.get("config"), dict):
        raise DataError(say("{name} is no template: it holds no settings; export them here, or delete the file", name=path.name))
    if data.get("format", FORMAT) != FORMAT:
        raise DataError(say("{name} was written by a newer version (format {version}); update GAN Studio", name=path.name, version=data["format"]))
    title, summary = data.get("title"), data.get("summary")
    picture = path.with_suffix(".png")
    return Preset(
        path.stem,
        title if isinstance(title, str) and title.strip() else path.stem,
        summary if isinstance(summary, str) else "",
        0,
        data["config"],
        {},
        picture if picture.exists() else None,
        path,
    )


def _object(path: Path) -> dict[str, Any]:
    """A file's JSON object; DataError says where it breaks off."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise DataError(say("{name} is far too large to hold settings; choose another file", name=path.name))
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError(say("{path} cannot be read: {fault}", path=path, fault=error.strerror or error)) from error
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError):
            text = say("{name} is no JSON file, or is torn at line {line}; mend it, or put back a copy", name=path.name, line=error.lineno)
        else:
            text = say("{name} is no JSON file, or is torn at its text; mend it, or put back a copy", name=path.name)
        raise DataError(text) from error
    if not isinstance(found, dict):
        raise DataError(say("{name} holds no settings: its outermost part must be an object in braces", name=path.name))
    return found
