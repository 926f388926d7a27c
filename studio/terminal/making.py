"""Samples and scans on the terminal: the same generators that the window hosts, run to their end."""

from collections.abc import Generator
from pathlib import Path
from typing import Any, TypeVar

from studio.runs.checkpoints import Checkpoint, CheckpointStore
from studio.runs.folder import RunFolder
from studio.terminal.line import line, progress_words

T = TypeVar("T")


def checkpoint_of(folder: RunFolder, number: int | None) -> Checkpoint:
    """The one named, checked against its sums, or the newest sound one. RunError naming what is damaged."""
    store = CheckpointStore(folder)
    if number is None:
        return store.newest_sound()[0]
    found = store.get(number)
    store.verify(found)
    return found


def make_samples(folder: RunFolder, number: int | None, out: Path, *, options: dict[str, Any], device: str, quiet: bool) -> None:
    """Writes samples; `options` are the fields of the export's plan beside its target. ConfigError before anything is written."""
    from studio.export import export
    from studio.export.plan import ExportPlan
    from studio.gan.config import RunConfig
    from studio.gan.precision import use_threads

    plan = ExportPlan(target=out.absolute(), **options)
    checkpoint = checkpoint_of(folder, number)
    use_threads(RunConfig.read(checkpoint.options).network.parallel)
    target = run_whole(export(checkpoint.path, plan, device=device), quiet=quiet)
    if not quiet:
        print(target)


def scan_images(path: Path, *, quiet: bool) -> dict[str, Any]:
    """Looks through a folder or zip; the JSON document of `scan`."""
    from studio.gan.scan import scan
    from studio.runs.home import cache_folder, default_home

    with line(quiet) as show:
        report = scan(path, lambda done, total, what: show(progress_words(done, total, what)), cache_folder(default_home()))
    return report.to_json()


def run_whole(work: Generator[Any, None, T], *, quiet: bool) -> T:
    """Runs to the end, showing each step; Ctrl-C closes the generator, which leaves what can be continued."""
    with line(quiet) as show:
        while True:
            try:
                step = next(work)
            except StopIteration as end:
                result: T = end.value
                return result
            show(progress_words(step.done, step.total, step.text))
