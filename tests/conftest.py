"""What every test shares: threads counted, a home of its own, and a loud word where a real window cannot be had."""

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

# Before torch and Qt are imported, here and in every child process: one thread, so that tests on two cores do not fight over them
# and numbers are the same everywhere; and no window on the screen of whoever runs the tests.
os.environ["OMP_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = "1"
os.environ["QT_QPA_PLATFORM"] = "offscreen"

ROOT = Path(__file__).parent.parent


def load_prepare() -> ModuleType:
    """packaging/prepare.py, which is a script and no part of the package."""
    spec = importlib.util.spec_from_file_location("prepare", ROOT / "packaging" / "prepare.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session", autouse=True)
def _nothing_of_the_person_is_touched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Runs, settings and data of whoever runs the tests stay as they are, whatever a test forgets."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("GAN_STUDIO_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home of the studio, for this test alone and the processes it starts."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("GAN_STUDIO_HOME", str(folder))
    return folder


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests marked `xvfb` are left out where their programs are missing and may not be installed; the last lines of the run say so."""
    windowed = [item for item in items if item.get_closest_marker("xvfb")]
    prepare = load_prepare()
    lacking = prepare.missing(prepare.X11, prepare.loads) | prepare.missing(prepare.PROGRAMS, prepare.has_program) if windowed else {}
    for item in windowed:
        if lacking:
            item.add_marker(pytest.mark.skip(reason=f"needs {prepare.describe(lacking)}"))
    config.stash[_NOTICE] = (
        f"{len(windowed)} tests in a real window did NOT run. Missing: {prepare.describe(lacking)}.\n{prepare.remedy(lacking)}" if lacking else ""
    )


_NOTICE = pytest.StashKey[str]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if notice := config.stash.get(_NOTICE, ""):
        terminalreporter.section("NOTICE", yellow=True)
        terminalreporter.write_line(notice)
