"""CONTRIBUTING.md's worked examples are run as written, and the documents' links lead somewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from studio.cli import app
from studio.presets import papers, presets
from tests.conftest import ROOT

EXAMPLES = re.findall(r"```python\n# (studio/\S+)\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), flags=re.S)
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "resources" / "help").glob("**/*.md"))]

# Run after each example, in another Python than this one: the kinds that an example declares must not be found by other tests.
CHECKS = {
    "studio/gan/objectives/tempered.py": """
import torch
from studio.gan.objectives import Objective
made = Objective.read({"kind": "tempered", "temperature": 2})
assert Objective.read(made.dump()) == made
assert torch.isclose(made.d_loss(torch.zeros(4), torch.zeros(4)), torch.tensor(2.0).log() * 2)
""",
    "studio/gan/networks/linear.py": """
import torch
from studio.gan.networks import Network
made = Network.read({"kind": "linear", "z_dim": 3})
x = made.generator((1, 8, 8), 0)(torch.randn(5, 3), None)
assert x.shape == (5, 1, 8, 8)
assert made.discriminator((1, 8, 8), 0)(x, None).shape == (5,)
assert made.misfit((3, 64, 64)) and not made.misfit((2,))
""",
    "studio/gan/datasets/spiral.py": """
import torch
from pathlib import Path
from studio.gan.datasets import Source
x, c = Source.read({"kind": "spiral", "sigma": 0}).open(Path("unused")).draw(1000, torch.Generator())
assert x.shape == (1000, 2) and c is None and .9 < x.norm(dim=1).max() <= 1
""",
    "studio/gan/metrics/brightness.py": """
import torch
from studio.gan.datasets import Drawn
from studio.gan.metrics import Metric
from studio.gan.reference import Reference
from studio.gan.slices import whole
data = Drawn("image", (1, 4, 4), (), lambda n, g: (torch.zeros(n, 1, 4, 4), None))
reference = Reference(None, data, torch.zeros(8, 1, 4, 4), None, 8)
metric = Metric.read("brightness")
assert not metric.misfit(reference)
assert whole(metric.measure(torch.full((8, 1, 4, 4), 0.5), None, reference)) == {"brightness": 0.5}
""",
    "studio/ui/panels/speed.py": """
import sys
from pathlib import Path
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from studio.messages import Tick
application = QApplication(sys.argv)
class Session(QObject):
    view = None
panel = SpeedPanel(Session())
assert "press Train" in panel.label.text()
panel.advance([Tick(segment=0, seconds=1.0, rate=1234.0)])
assert panel.label.text() == "1,234 images/s"
""",
}


def test_every_kind_of_addition_has_an_example():
    assert [path for path, _ in EXAMPLES] == list(CHECKS)


@pytest.mark.parametrize("room", ["studio/gan/", "studio/ui/"])
def test_examples_work_as_written(room):
    """Each in a namespace of its own; those of one room share a Python, for torch takes seconds to import."""
    script = "".join(
        f"exec(compile({code + CHECKS[path]!r}, {path!r}, 'exec'), {{'__name__': {path!r}}})\n" for path, code in EXAMPLES if path.startswith(room)
    )
    assert script
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)
def test_links_lead_somewhere(document: Path):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_command_line_page_tells_of_every_command_and_of_every_field_that_show_prints():
    page = (ROOT / "resources" / "help" / "command-line.md").read_text(encoding="utf-8")
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert [name for name in commands if f"gan-studio {name}" not in page] == []
    fields = re.findall(r"\w+", (commands["show"].help or "").partition("JSON:")[2])
    assert [field for field in fields if field not in page] == []


def test_every_template_and_help_page_has_its_place():
    pages = {p.stem for p in (ROOT / "resources" / "help").glob("*.md")}
    assert pages >= {"start", "templates", "command-line", "checkpoints", "runs"}
    templates = (ROOT / "resources" / "help" / "templates.md").read_text(encoding="utf-8").lower()
    assert [p.name for p in (*presets(), *papers()) if p.name not in templates] == []
