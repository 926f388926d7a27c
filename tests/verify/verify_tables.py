"""The field's tables: trains every experiment through the command line, judges its samples from outside, prints our row beside the published ones.

    python -m tests.verify.verify_tables [--only TEXT] [--seeds N] [--folder DIR] [--mnist mnist-train.zip] [--jobs N]

Takes hours and can be interrupted: what was trained and judged is kept in the folder, a run that was cut off is resumed. Stacked MNIST
needs MNIST's zip and is left out, and said to be, without it. The exit code is 1 when a bound was missed.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from tests.verify.experiments import EXPERIMENTS, PUBLISHED, Experiment
from tests.verify.independent import Figure, judge_mixture
from tests.verify.stacked import digits_reader, judge_stacked, mnist_reader

Result = dict[str, Any]


class Keeper:
    """What has been measured, one JSON object a line: survives an interruption."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, folder / "results.jsonl"
        folder.mkdir(parents=True, exist_ok=True)

    def known(self) -> dict[tuple[str, int], Result]:
        lines = self.file.read_text(encoding="utf-8").splitlines() if self.file.exists() else []
        return {(r["name"], r["seed"]): r for r in map(json.loads, lines)}

    def keep(self, result: Result) -> None:
        with self.file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(result) + "\n")


def studio(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "studio", *arguments], check=True)


def trained(experiment: Experiment, seed: int, folder: Path, mnist: Path | None) -> Path:
    """The run's folder: trained to its end, taken up where it was cut off, or trained already."""
    run = folder / f"{experiment.table}, {experiment.name}, {seed}".replace("/", "-")
    if not (run / "run.json").exists():
        shutil.rmtree(run, ignore_errors=True)
        changes = dict(experiment.changes)
        if experiment.judge == "stacked mnist":
            changes["dataset"] = {"kind": "stacked_mnist", "path": str(mnist), "resolution": "28"}
        studio("train", "--preset", experiment.preset, "--seed", str(seed), "--device", "cpu", "--run", str(run), "--quiet", *settings_of(changes))
    elif not is_done(run):
        studio("resume", str(run), "--quiet")
    if experiment.then and is_done(run) and last_of(run)["nimg"] < 1000 * experiment.then["training.kimg"]:
        studio("resume", str(run), "--quiet", *settings_of(experiment.then))
    if not is_done(run):
        raise SystemExit(f"{run} was stopped before its end, and is not judged; the same command goes on with it")
    return run


def settings_of(changes: dict[str, Any]) -> list[str]:
    """As the command line takes them."""
    return [part for path, value in changes.items() for part in ("--set", f"{path}={value if isinstance(value, str) else json.dumps(value)}")]


def last_of(run: Path) -> dict[str, Any]:
    """The journal's last event."""
    lines = (run / "journal.jsonl").read_bytes().splitlines()
    event: dict[str, Any] = json.loads(lines[-1])
    return event


def is_done(run: Path) -> bool:
    """Whether it came to its planned end; one that was stopped did not."""
    last = last_of(run)
    return last["kind"] == "ended" and last.get("why") == "done"


def seconds_of(run: Path) -> float:
    """How long it trained, by its own clock."""
    ticks = [json.loads(line) for line in (run / "journal.jsonl").read_bytes().splitlines() if b'"kind":"tick"' in line]
    return float(ticks[-1]["seconds"])


def judged(experiment: Experiment, samples: Any, mnist: Path | None) -> list[Figure]:
    match experiment.judge:
        case "ring" | "grid":
            return judge_mixture(samples, experiment.judge)
        case "stacked digits":
            return judge_stacked(samples, *digits_reader(), side=8)
        case "stacked mnist":
            assert mnist is not None
            return judge_stacked(samples, *mnist_reader(mnist), side=28)


def measured(experiment: Experiment, seed: int, keeper: Keeper, mnist: Path | None) -> Result:
    run = trained(experiment, seed, keeper.folder, mnist)
    file = keeper.folder / f"{run.name}.npz"
    studio("sample", str(run), "--count", str(experiment.samples), "--out", str(file), "--quiet")
    with np.load(file, allow_pickle=False) as arrays:
        figures = judged(experiment, arrays["samples"], mnist)
    file.unlink()
    last = last_of(run)
    result = {
        "name": f"{experiment.table}: {experiment.name}",
        "seed": seed,
        "figures": {f.name: f.value for f in figures} | {"seconds": seconds_of(run), "kimg": last["nimg"] / 1000},
    }
    keeper.keep(result)
    return result


def misses(experiment: Experiment, results: list[Result]) -> list[str]:
    """Which bounds were missed, in words."""
    out = []
    for name, (least, most) in experiment.bounds.items():
        values = [r["figures"][name.removeprefix("median ")] for r in results]
        values = [statistics.median(values)] if name.startswith("median ") else values
        out += [f"{name} {v:.4g}, wanted {least:g} to {most:g}" for v in values if not least <= v <= most]
    return out


def table_of(title: str, done: dict[str, tuple[Experiment, list[Result]]]) -> Table:
    table = Table("ours, then published", "seeds", "figures: median [least to greatest]", "bounds", title=title)
    for experiment, results in done.values():
        names = list(results[0]["figures"])
        rows = []
        for name in names:
            values = [r["figures"][name] for r in results]
            rows.append(f"{name} {statistics.median(values):.4g} [{min(values):.4g} to {max(values):.4g}]")
        missed = misses(experiment, results)
        table.add_row(experiment.name, str(len(results)), "\n".join(rows), "\n".join(missed) or ("kept" if experiment.bounds else ""))
        table.add_section()
    for method, figures in PUBLISHED[title]:
        table.add_row(method, "", figures, "")
    return table


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.verify.verify_tables", description="Trains and judges the field's tables; takes hours, can be resumed."
    )
    parser.add_argument("--only", default="", help="Only experiments whose table or name has this text.")
    parser.add_argument("--seeds", type=int, help="At most so many seeds of each.")
    parser.add_argument("--folder", type=Path, default=Path("verification"), help="Where runs and results are kept.")
    parser.add_argument("--mnist", type=Path, help="MNIST as a zip with a folder for each digit.")
    parser.add_argument("--jobs", type=int, default=1, help="Trainings at once.")
    given = parser.parse_args()
    console, keeper = Console(), Keeper(given.folder)
    chosen = [e for e in EXPERIMENTS if given.only.lower() in f"{e.table}: {e.name}".lower()]
    if given.mnist is None and any(e.judge == "stacked mnist" for e in chosen):
        console.print("Stacked MNIST is left out: name MNIST's zip with --mnist.")
        chosen = [e for e in chosen if e.judge != "stacked mnist"]
    wanted = [(e, seed) for e in chosen for seed in range(min(e.seeds, given.seeds or e.seeds))]
    known = keeper.known()
    todo = [(e, seed) for e, seed in wanted if (f"{e.table}: {e.name}", seed) not in known]
    with ThreadPoolExecutor(given.jobs) as pool:
        for result in pool.map(lambda job: measured(*job, keeper, given.mnist), todo):
            console.print(result["name"], "seed", result["seed"], {k: round(v, 4) for k, v in result["figures"].items()})
    known, missed = keeper.known(), 0
    for title in dict.fromkeys(e.table for e in chosen):
        done = {}
        for e in chosen:
            results = [known[key] for s in range(e.seeds) if (key := (f"{e.table}: {e.name}", s)) in known]
            if e.table == title and results:
                done[e.name] = (e, results)
                missed += len(misses(e, results))
        console.print(table_of(title, done))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
