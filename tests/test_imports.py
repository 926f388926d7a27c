"""Who may import whom, seen from outside: each test is a Python of its own, for what this one has loaded would hide the fault.

The contracts between the packages themselves are import-linter's (`make lint`); these see what really happens at run time.
"""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

# Put before a script, makes these packages impossible to import, as on a server where they are not installed.
BLOCK = """
import importlib.abc, sys
class Absent(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {absent!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Absent())
"""
QT = {"PySide6", "shiboken6", "pyqtgraph"}
TORCH = {"torch", "torchvision"}


def python(script: str, *arguments: str, absent: set[str] = frozenset()) -> subprocess.CompletedProcess[str]:
    """Runs a script in a fresh Python in which `absent` packages cannot be imported."""
    whole = BLOCK.format(absent=absent) + textwrap.dedent(script)
    return subprocess.run([sys.executable, "-c", whole, *arguments], capture_output=True, text=True, timeout=240, check=False)


def assert_runs(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_block_blocks():
    assert "No module named 'PySide6'" in python("import PySide6.QtCore", absent=QT).stderr


def test_every_module_outside_the_window_imports_without_qt():
    script = """
        import importlib, pkgutil, studio
        for found in pkgutil.walk_packages(studio.__path__, "studio.", onerror=lambda name: None):
            if not found.name.startswith("studio.ui"):
                importlib.import_module(found.name)
    """
    assert_runs(python(script, absent=QT))


def test_trains_and_samples_without_qt(tmp_path: Path, home: Path):
    run, pictures = tmp_path / "run", tmp_path / "made.npz"
    script = f"""
        from studio.cli import main
        assert main(["train", "--preset", "digits", "--kimg", "0.128", "--run", {str(run)!r}, "--quiet"]) == 0
        assert main(["sample", {str(run)!r}, "--count", "3", "--out", {str(pictures)!r}]) == 0
    """
    assert_runs(python(script, absent=QT))
    assert pictures.stat().st_size > 0


@pytest.mark.parametrize("module", ["studio.runs", "studio.messages", "studio.errors", "studio.resources"])
def test_run_folders_need_neither_torch_nor_qt(module):
    script = f"""
        import importlib, pkgutil, sys
        package = importlib.import_module({module!r})
        for found in pkgutil.iter_modules(getattr(package, "__path__", [])):
            importlib.import_module({module!r} + "." + found.name)
    """
    assert_runs(python(script, absent=TORCH | QT))


@pytest.mark.parametrize("module", ["studio.__main__", "studio.ui.app", "studio.ui.main_window"])
def test_the_window_appears_before_torch_is_imported(module):
    assert_runs(python(f"import sys, {module}; assert not {{'torch', 'torchvision', 'sklearn', 'scipy'}} & set(sys.modules)"))


def test_every_panel_is_imported_without_torch():
    script = """
        import importlib, pkgutil, sys
        import studio.ui.panels as panels
        for found in pkgutil.iter_modules(panels.__path__):
            importlib.import_module("studio.ui.panels." + found.name)
        assert "torch" not in sys.modules
    """
    assert_runs(python(script))


def test_pictures_are_looked_through_and_opened_without_torch(tmp_path: Path):
    script = f"""
        from pathlib import Path
        from PIL import Image
        from studio.gan.datasets import Source
        from studio.gan.scan import scan
        folder, cache = Path({str(tmp_path)!r}) / "pictures", Path({str(tmp_path)!r}) / "cache"
        folder.mkdir()
        for i in range(4):
            Image.new("RGB", (8, 8), (i, 0, 0)).save(folder / f"{{i}}.png")
        assert scan(folder, cache=cache).images == 4
        for _ in range(2):
            data = Source.read({{"kind": "folder", "path": str(folder), "height": 8, "width": 8}}).open(cache)
            assert data.shape == (3, 8, 8) and data.x.shape == (4, 8, 8, 3)
    """
    assert_runs(python(script, absent=TORCH))
