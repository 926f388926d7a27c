"""Makes a checkout ready for `make`: a sound virtual environment, and the system libraries that Qt's wheels expect to find.

Standard library only, for it runs before anything is installed. Python packages are pip's work, in the Makefile.
"""

import ctypes
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

# What the Qt of PySide6's wheels loads from the system: library → Debian's package. The first group is needed to draw at all, even
# offscreen; the second for a window under X11; the third for one under Wayland.
DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {"libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0", "libwayland-egl.so.1": "libwayland-egl1"}
PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool"}  # the click-through drives a real window with them
FONT = {"a font": "fonts-dejavu-core"}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")


def loads(library: str) -> bool:
    """Whether the system's loader finds a library, by name or path."""
    return not load_fault(library)


def load_fault(library: str) -> str:
    """The loader's complaint about a library; empty when it loads."""
    try:
        ctypes.CDLL(library)
    except OSError as error:
        return str(error)
    return ""


def has_font(_: str = "") -> bool:
    """Whether any scalable font is installed; Qt draws empty boxes without one."""
    return any(f.suffix.lower() in {".ttf", ".otf", ".ttc"} for folder in FONT_FOLDERS for f in Path(folder).expanduser().rglob("*"))


def has_program(name: str) -> bool:
    return shutil.which(name) is not None


def missing(wanted: Mapping[str, str], present: Callable[[str], bool]) -> dict[str, str]:
    """The part of `wanted` (thing → package) that is not present."""
    return {thing: package for thing, package in wanted.items() if not present(thing)}


def missing_for_drawing() -> dict[str, str]:
    """What PySide6 needs to be imported and to draw offscreen."""
    return missing(DRAWING, loads) | missing(FONT, has_font)


def missing_for_window(environment: Path, wayland: bool) -> dict[str, str]:
    """What a real window needs. A library outside the tables, which a newer Qt may want, is found by loading Qt's own plugin."""
    lacking = missing_for_drawing() | missing(X11 | WAYLAND if wayland else X11, loads)
    plugin = next(environment.glob("lib/python3*/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so"), None)
    if not lacking and plugin and (fault := load_fault(str(plugin))):
        name = re.match(r"[^\s:]+\.so[.\d]*", fault)
        lacking[name.group() if name else fault] = ""
    return lacking


def apt_command(packages: Iterable[str], prefix: Iterable[str] = ("sudo",)) -> list[str]:
    """The one command that installs packages; each once, sorted."""
    return [*prefix, "apt-get", "install", "-y", "--no-install-recommends", *sorted(set(packages) - {""})]


def permission() -> list[str] | None:
    """What to put before apt-get where it may be run without a question: nothing for root, sudo where it asks no password; else None."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    asked = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo", "-n"] if asked else None


def install(lacking: Mapping[str, str]) -> bool:
    """Installs the packages where it may; False where it may not, or apt-get fails."""
    prefix = permission()
    if prefix is None or not any(lacking.values()):
        return False
    wanted = apt_command(lacking.values(), [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"])
    refresh = [*prefix, "apt-get", "update"]
    say("Installing: " + " ".join(apt_command(lacking.values(), prefix)))
    # Old package lists name files that are gone; they are renewed only when the first try fails, for that takes longest.
    return run(wanted) or (run(refresh) and run(wanted))


def run(command: list[str]) -> bool:
    return subprocess.run(command, check=False).returncode == 0


def remedy(lacking: Mapping[str, str]) -> str:
    """The one command to type, or what to look for where there is no apt-get."""
    unknown = [thing for thing, package in lacking.items() if not package]
    lines = []
    if any(lacking.values()):
        command = " ".join(apt_command(lacking.values()))
        lines.append(
            f"Run this once:\n\n    {command}\n" if shutil.which("apt-get") else f"Install them with your system's package manager; in Debian: {command}"
        )
    if unknown:
        lines.append(f"Find the package that holds {', '.join(unknown)} and install it.")
    return "\n".join(lines)


def describe(lacking: Mapping[str, str]) -> str:
    return ", ".join(f"{thing} (package {package})" if package else thing for thing, package in lacking.items())


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def make_environment(folder: Path) -> int:
    """A virtual environment with pip; one that was left half made, or whose Python is gone, is made anew."""
    if pip_works(folder):
        return 0
    if find_spec("ensurepip") is None:  # Debian ships venv without it
        name = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        say(f"This Python cannot make virtual environments. Run this once, then make again:\n\n    {' '.join(apt_command([name]))}\n")
        return 1
    say(f"Making {folder} with Python {sys.version.split()[0]}")
    venv.create(folder, with_pip=True, clear=folder.exists())
    return 0


def pip_works(folder: Path) -> bool:
    python = folder / "bin" / "python"
    return python.exists() and subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0


def prepare_window(environment: Path) -> int:
    """Makes sure that a window can open; 1, with the command to type, when it cannot."""
    wayland = bool(os.environ.get("WAYLAND_DISPLAY"))
    if sys.platform != "linux":
        return 0
    if not wayland and not os.environ.get("DISPLAY"):
        say("No display (neither DISPLAY nor WAYLAND_DISPLAY is set): Qt's system libraries are not needed here.")
        return 0
    lacking = missing_for_window(environment, wayland)
    if not lacking:
        return 0
    say(f"Qt's system libraries, missing here: {describe(lacking)}")
    if install(lacking) and not (lacking := missing_for_window(environment, wayland)):
        return 0
    say(remedy(lacking))
    say("Or train in this terminal: DISPLAY= WAYLAND_DISPLAY= make run")
    return 1


def prepare_tests(environment: Path) -> int:
    """Makes sure of what the tests need. What only the click-through in a real window needs may be missing: those tests say so."""
    if sys.platform != "linux":
        return 0
    lacking = missing_for_window(environment, wayland=False) | missing(PROGRAMS, has_program)
    if not lacking:
        return 0
    say(f"For the tests, missing here: {describe(lacking)}")
    if install(lacking) and not (lacking := missing_for_window(environment, wayland=False) | missing(PROGRAMS, has_program)):
        return 0
    say(remedy(lacking))
    if missing_for_drawing():
        return 1
    say("NOTICE: without them the tests that click through a real window do not run; all others do.")
    return 0


STEPS = {"environment": make_environment, "window": prepare_window, "tests": prepare_tests}

if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in STEPS:
        sys.exit(f"usage: prepare.py {'|'.join(STEPS)} ENVIRONMENT_FOLDER")
    sys.exit(STEPS[sys.argv[1]](Path(sys.argv[2])))
