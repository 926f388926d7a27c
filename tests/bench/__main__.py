"""`make bench`: every bench_*.py beside this file, one after the other, each in a process of its own, and a table of their figures.

A module measures what its docstring's first line says: `measure()` gives names and figures, interleaved medians taken inside it, and
`python -m tests.bench.bench_x` prints them as JSON in its last line. Figures are of this machine at this moment: nothing is judged here.
"""

import importlib.util
import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).parent


def measured(module: str) -> dict[str, Any] | None:
    """The figures of one module; None when it failed, with its complaint left on stderr."""
    done = subprocess.run([sys.executable, "-m", module], stdout=subprocess.PIPE, text=True, check=False)
    lines = done.stdout.strip().splitlines()
    return json.loads(lines[-1]) if done.returncode == 0 and lines else None


def about(module: str) -> str:
    """First line of the module's docstring, read without importing torch and Qt here."""
    spec = importlib.util.find_spec(module)
    source = Path(spec.origin).read_text(encoding="utf-8") if spec and spec.origin else ""
    return source.lstrip('"').splitlines()[0].rstrip('"') if source.startswith('"""') else module


def shown(value: Any) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def main(console: Console, wanted: list[str]) -> int:
    """Prints the table; the number of modules that failed."""
    names = [p.stem for p in sorted(HERE.glob("bench_*.py")) if not wanted or p.stem.removeprefix("bench_") in wanted]
    table = Table("bench", "figure", "value", title=f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    failed = 0
    for name in names:
        console.print(f"{name}: {about(f'tests.bench.{name}')}")
        figures = measured(f"tests.bench.{name}")
        failed += figures is None
        for figure, value in (figures or {"FAILED": "see above"}).items():
            table.add_row(name.removeprefix("bench_"), figure, shown(value))
        table.add_section()
    console.print(table)
    return failed


if __name__ == "__main__":
    sys.exit(main(Console(), sys.argv[1:]))
