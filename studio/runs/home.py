"""Where the runs of a person lie, how they are named and found. Opens no journal."""

import difflib
import os
import re
import unicodedata
from pathlib import Path

import platformdirs

from studio.errors import RunError
from studio.runs.files import replace_file
from studio.runs.folder import RunFolder
from studio.runs.summary import RunSummary, read_summary
from studio.words import say

APP = "gan-studio"
_SERIAL = re.compile(r"(\d{4,})(?:-|$)")


def default_home() -> Path:
    """The folder that holds `runs` and `cache`: GAN_STUDIO_HOME, else the one chosen with `choose_home`, else the user's data folder."""
    if home := os.environ.get("GAN_STUDIO_HOME"):
        return Path(home).expanduser().absolute()
    try:
        chosen = _choice().read_text(encoding="utf-8").strip()
    except OSError:
        chosen = ""
    return Path(chosen) if chosen else platformdirs.user_data_path(APP, appauthor=False)


def choose_home(home: Path | None) -> None:
    """Remember another home for the window and the command line alike; None returns to the user's data folder."""
    choice = _choice()
    if home is None:
        choice.unlink(missing_ok=True)
        return
    choice.parent.mkdir(parents=True, exist_ok=True)
    replace_file(choice, f"{home.expanduser().absolute()}\n".encode())


def _choice() -> Path:
    return platformdirs.user_config_path(APP, appauthor=False) / "home"


def runs_folder(home: Path) -> Path:
    """Where the runs of a home lie."""
    return home / "runs"


def cache_folder(home: Path) -> Path:
    """Where a home keeps decoded and downloaded data, shared between its runs."""
    return home / "cache"


def new_run_path(home: Path, name: str) -> Path:
    """A path for a new run, such as runs/0007-digits: the next serial number, and the name fit for a folder. Makes nothing."""
    serials = [int(found[1]) for path in run_folders(home) if (found := _SERIAL.match(path.name))]
    return runs_folder(home) / f"{max(serials, default=0) + 1:04d}-{slug(name)}"


def slug(name: str) -> str:
    """A name as part of a folder's: lower-case letters, digits and single dashes, at most 40 of them."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "run"


def find_run(text: str, home: Path) -> RunFolder:
    """The run that `text` names: its folder's path, its folder's name, its serial number, or its name where only one run has it.

    RunError lists the runs whose names are near.
    """
    entries = run_folders(home)
    by_name = {path.name: path for path in entries}
    if text in by_name:
        return RunFolder.open(by_name[text])
    if text and (Path(text).is_dir() or len(Path(text).parts) > 1):
        return RunFolder.open(Path(text).expanduser())
    matches = [path for path in entries if _answers_to(path.name, text)]
    if len(matches) == 1:
        return RunFolder.open(matches[0])
    if matches:
        raise RunError(say("{text} may mean {runs}: say which", text=text, runs=", ".join(path.name for path in matches)))
    if not entries:
        raise RunError(say("there is no run {text}: {folder} holds none yet", text=text, folder=runs_folder(home)))
    near = difflib.get_close_matches(text, [*by_name, *(_title(n) for n in by_name)], n=3, cutoff=0.5)
    names = [n for n in by_name if n in near or _title(n) in near] or sorted(by_name, reverse=True)[:3]
    raise RunError(say("there is no run {text} in {folder}; there are {runs}", text=text, folder=runs_folder(home), runs=", ".join(names)))


def list_runs(home: Path) -> list[RunSummary]:
    """Every run of a home, newest first, from their small summaries; broken ones too, with the reason."""
    return sorted((read_summary(path) for path in run_folders(home)), key=lambda s: (s.created, s.path.name), reverse=True)


def run_folders(home: Path) -> list[Path]:
    """The folders of the runs of a home, by name. Names with a dot are on their way in or out."""
    try:
        with os.scandir(runs_folder(home)) as found:
            return [Path(e.path) for e in sorted(found, key=lambda e: e.name) if not e.name.startswith(".") and e.is_dir()]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise RunError(say("{path} cannot be read: {fault}", path=runs_folder(home), fault=error.strerror or error)) from error


def _answers_to(name: str, text: str) -> bool:
    serial = _SERIAL.match(name)
    if text.isdecimal():
        return serial is not None and int(serial[1]) == int(text)
    return _title(name) == slug(text)


def _title(name: str) -> str:
    return _SERIAL.sub("", name, count=1)
