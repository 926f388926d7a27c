"""Setting up: the Makefile's targets, pinned versions, what the wheel holds, and the search for system libraries."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import distribution, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from studio import resources
from tests.conftest import ROOT, load_prepare

prepare = load_prepare()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins() -> dict[str, Version]:
    lines = [line for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return {canonicalize_name(name): Version(version) for name, version in (line.split("==") for line in lines)}


def wanted(name: str, extras: set[str], seen: set[str]) -> set[str]:
    """Names of everything that a distribution needs here, through and through."""
    for text in requires(name) or []:
        need = Requirement(text)
        here = need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in {"", *extras})
        if here and canonicalize_name(need.name) not in seen:
            seen.add(canonicalize_name(need.name))
            wanted(need.name, need.extras, seen)
    return seen


def tracked() -> list[Path]:
    """Every file that is in the project, or is about to be."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


# --- the Makefile and the pins ---


@pytest.mark.parametrize("target", ["run", "env", "test", "lint", "bench", "verify", "screenshots", "clean", "help"])
def test_make_knows(target):
    done = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_make_help_lists_every_target():
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {line.split()[1] for line in listed.splitlines()} >= {"run", "env", "test", "lint", "bench", "verify", "screenshots", "clean"}


def test_an_old_python_is_refused_with_the_remedy(tmp_path):
    old = tmp_path / "python"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    done = subprocess.run(["make", "python", f"PYTHON={old}"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "needs Python 3.11 or newer" in done.stderr


def test_every_declared_dependency_is_pinned_within_its_limits():
    project = PROJECT["project"]
    declared = [Requirement(r) for r in project["dependencies"] + project["optional-dependencies"]["dev"]]
    assert [str(r) for r in declared if pins().get(canonicalize_name(r.name), Version("0")) not in r.specifier] == []


def test_everything_installed_with_the_studio_is_pinned():
    assert wanted("gan-studio", {"dev"}, set()) - pins().keys() == set()


def test_pins_name_releases_that_any_index_has():
    assert [str(v) for v in pins().values() if v.local] == []


def test_continuous_integration_runs_lint_and_tests():
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert [line for line in script.read_text(encoding="utf-8").splitlines() if line.startswith("make")] == ["make lint", "make test"]


# Written in pieces, so that this file does not hold what it forbids.
FORBIDDEN = re.compile(
    "|".join(
        [
            "pypi" + r"\.org",
            "pythonhosted" + r"\.org",
            "download" + r"\.pytorch",
            "--(extra-)?index-" + "url",
            "--find" + "-links",
            r"/opt" + "/[a-z]",
            "/wo" + "rk/",
            "/ro" + "ot/",
            "/ho" + r"me/[a-z]+/",
        ]
    )
)


def test_no_file_names_a_registry_or_a_machine():
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in FORBIDDEN.finditer(text)]
    assert found == []


# --- what is installed ---


def test_the_command_is_installed():
    scripts = {e.name: e.value for e in distribution("gan-studio").entry_points if e.group == "console_scripts"}
    assert scripts == {"gan-studio": "studio.__main__:main"}


def test_the_wheel_carries_the_resources_to_where_they_are_looked_for():
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["packages"] == ["studio"]
    assert wheel["force-include"] == {"resources": resources._INSTALLED.relative_to(ROOT).as_posix()}


# --- system libraries ---


def test_missing_libraries_are_named_with_their_packages():
    gone = {"libEGL.so.1", "libxcb-cursor.so.0"}
    lacking = prepare.missing(prepare.DRAWING | prepare.X11, lambda library: library not in gone)
    assert lacking == {"libEGL.so.1": "libegl1", "libxcb-cursor.so.0": "libxcb-cursor0"}
    assert prepare.describe(lacking) == "libEGL.so.1 (package libegl1), libxcb-cursor.so.0 (package libxcb-cursor0)"


def test_the_loader_is_really_asked():
    assert prepare.loads("libc.so.6") or sys.platform != "linux"
    assert not prepare.loads("libnobodyhasthis.so.7")
    assert "libnobodyhasthis.so.7" in prepare.load_fault("libnobodyhasthis.so.7")


def test_one_command_installs_all_each_package_once():
    glib_twice = {"libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0", "libEGL.so.1": "libegl1"}
    assert prepare.apt_command(glib_twice.values()) == ["sudo", "apt-get", "install", "-y", "--no-install-recommends", "libegl1", "libglib2.0-0"]


def test_a_library_outside_the_table_is_named_too():
    assert "Find the package that holds libnew.so.9" in prepare.remedy({"libnew.so.9": ""})


def test_nothing_is_asked_of_apt_for_a_library_of_unknown_package():
    assert prepare.install({"libnew.so.9": ""}) is False


@pytest.mark.skipif(sys.platform != "linux", reason="Qt brings its libraries along on other systems")
def test_without_a_display_a_window_needs_nothing(monkeypatch, capsys):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert prepare.prepare_window(ROOT / ".venv") == 0
    assert "No display" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="Qt brings its libraries along on other systems")
def test_where_apt_may_not_be_used_the_one_command_is_printed(monkeypatch, capsys, tmp_path):
    for program in ("apt-get", "sudo"):
        (tmp_path / program).write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / program).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setitem(prepare.X11, "libnobodyhasthis.so.7", "libnobodyhasthis7")
    assert prepare.prepare_window(ROOT / ".venv") == 1
    said = capsys.readouterr().err
    assert "libnobodyhasthis.so.7 (package libnobodyhasthis7)" in said
    asked = [line for line in said.splitlines() if line.startswith("    sudo apt-get install -y --no-install-recommends ")]
    assert len(asked) == 1
    assert "libnobodyhasthis7" in asked[0].split()  # perhaps beside what else is missing here


@pytest.mark.skipif(sys.platform != "linux", reason="Qt brings its libraries along on other systems")
def test_apt_is_used_where_it_may_and_its_lists_renewed_when_they_are_old(monkeypatch, tmp_path):
    (tmp_path / "apt-get").write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/said\ntest "$1" = update && touch {tmp_path}/fresh\ntest -e {tmp_path}/fresh\n')
    (tmp_path / "sudo").write_text('#!/bin/sh\ntest "$1" = -n && shift\nexec "$@"\n')
    for program in ("apt-get", "sudo"):
        (tmp_path / program).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert prepare.install({"libnobodyhasthis.so.7": "libnobodyhasthis7"})
    install = "install -y --no-install-recommends libnobodyhasthis7"
    assert (tmp_path / "said").read_text().splitlines() == [install, "update", install]


def test_a_half_made_environment_is_not_taken_for_a_whole_one(tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").symlink_to(sys.executable + "-that-is-gone")
    assert not prepare.pip_works(tmp_path)


# --- the launcher ---

APP_ID = "io.github.ganstudio.GanStudio"


def test_launcher_and_metadata_carry_one_id():
    folder = ROOT / "packaging" / "linux"
    metainfo = (folder / f"{APP_ID}.metainfo.xml").read_text(encoding="utf-8")
    assert f"<id>{APP_ID}</id>" in metainfo
    assert f'<launchable type="desktop-id">{APP_ID}.desktop</launchable>' in metainfo
    desktop = (folder / f"{APP_ID}.desktop").read_text(encoding="utf-8")
    assert f"Icon={APP_ID}\n" in desktop
    assert f"StartupWMClass={APP_ID}\n" in desktop
    assert "Exec=gan-studio" in desktop
