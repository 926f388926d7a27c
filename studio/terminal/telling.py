"""What a command found, on stdout: a JSON document for scripts, lines and tables for people. Finds nothing itself."""

import json
import math
from collections.abc import Callable
from typing import Any


def tell(document: Any, as_json: bool, human: Callable[[], None]) -> None:
    """One JSON document, or what `human` prints."""
    if as_json:
        print(json.dumps(_finite(document), ensure_ascii=False, indent=2, allow_nan=False))
    else:
        human()


def table(head: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
    """Rows under a head, as wide as the terminal."""
    from rich.console import Console
    from rich.table import Table

    shown = Table(*head, box=None, header_style="bold", pad_edge=False)
    for row in rows:
        shown.add_row(*(str(cell) for cell in row))
    Console().print(shown)


def print_figures(found: dict[str, Any]) -> None:
    """Figures, those of one basis together."""
    about = {name: (f"{b['count']:,}", f"{b['reals']:,}", b["reference"]) for name, b in found["basis"].items()}
    table(("metric", "value", "samples", "reals", "of"), [(name, f"{value:.4g}", *about[name]) for name, value in found["metrics"].items()])


def print_scan(found: dict[str, Any]) -> None:
    """What a folder or zip of images holds."""
    print(f"{found['images']} images")
    for title in ("classes", "sizes", "modes"):
        if found[title]:
            print(f"{title}: " + ", ".join(f"{k} ({v})" for k, v in found[title].items()))
    for group in found["copies"]:
        print(f"copies: {' = '.join(group)}")
    for entry in found["broken"]:
        print(f"broken: {entry['file']}: {entry['reason']}")


def _finite(value: Any) -> Any:
    """JSON knows no NaN and no infinity: they become null."""
    if isinstance(value, dict):
        return {k: _finite(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(v) for v in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
