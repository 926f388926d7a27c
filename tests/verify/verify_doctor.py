"""The doctor's labelled suite: trains planted failures, controls and healthy runs, and tells what the doctor makes of them.

    python -m tests.verify.verify_doctor [--part calibration|report|recovery|overhead] [--only TEXT] [--seeds N] [--jobs N] [--folder DIR] [--for SECONDS]
    python -m tests.verify.verify_doctor --print [--page FILE]

Takes an hour or two and can be interrupted: what is trained is kept, a line a case, and not done again. `--for` begins no more after so many seconds, so
that a long suite can be worked off in pieces; the exit code is 3 while something is left. `--print` trains nothing. Thresholds come from
`tests.verify.calibrate_doctor`, which reads the calibration half alone, so that half is trained only when it is asked for. The exit code is 1 when an
aim was missed.
"""

import argparse
import dataclasses
import functools
import random
import sys
from pathlib import Path
from typing import Any

from tests.verify.doctor_cases import Half, cases
from tests.verify.doctor_keeper import Keeper, Result, work_off

SEEDS = {"calibration": 2, "report": 4, "recovery": 3}
PARTS = ("calibration", "report", "recovery", "overhead")
LEFT = 3  # exit code while something is not trained yet


def chosen(part: str, seeds: int | None, only: str) -> dict[str, Any]:
    """What there is to do of a part, by name."""
    found: dict[str, Any]
    if part == "recovery":
        from tests.verify.doctor_recovery import collapses

        found = {case.name: case for case in collapses(seeds or SEEDS[part])}
    else:
        half: Half = "calibration" if part == "calibration" else "report"
        found = {case.name: case for case in cases(half, seeds or SEEDS[part])}
    return {name: case for name, case in found.items() if only.lower() in name.lower()}


def one_case(part: str, seeds: int | None, name: str) -> Result:
    """Trains a case; in a process of its own."""
    case = chosen(part, seeds, "")[name]
    if part == "recovery":
        from tests.verify.doctor_recovery import treated

        return {**treated(case), "job": dataclasses.asdict(case)}
    from tests.verify.doctor_trace import traced

    return {**traced(case), "job": dataclasses.asdict(case)}


def done(part: str, given: argparse.Namespace) -> bool:
    """Does what is missing of a part; whether all is there."""
    if part == "overhead":
        from tests.verify import doctor_overhead

        keeper = Keeper(given.folder / "overhead.jsonl")
        for name in doctor_overhead.MOST:
            if name not in keeper.known():
                keeper.keep(doctor_overhead.measured(name, 90.0))
        return True
    wanted = chosen(part, given.seeds, given.only)
    keeper = Keeper(given.folder / f"{part}.jsonl")
    missing = keeper.missing({name: dataclasses.asdict(case) for name, case in wanted.items()})
    print(f"{part}: {len(wanted) - len(missing)} of {len(wanted)} cases are trained", flush=True)
    random.Random(0).shuffle(missing)  # so that what there is of an unfinished suite is a fair sample
    do = functools.partial(one_case, part, given.seeds)
    return work_off(missing, do, keeper, jobs=given.jobs, seconds=given.seconds, tell=lambda line: print(line, flush=True))


def told(given: argparse.Namespace) -> int:
    """Prints the figures, and writes the page where one is wanted; 1 when an aim is missed."""
    from tests.verify import doctor_report as report

    results = {part: list(Keeper(given.folder / f"{part}.jsonl").known().values()) for part in PARTS}
    verdicts = report.judge_all(results["report"])
    text = report.page(verdicts, results["recovery"], results["overhead"], planned=len(chosen("report", given.seeds, "")))
    print(text)
    if given.page:
        report.write(given.page, text)
    missed = report.missed(verdicts, results["recovery"], results["overhead"])
    print("\n".join(f"MISSED: {line}" for line in missed) or "Every aim is reached.")
    return 1 if missed else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.verify.verify_doctor", description="The doctor's labelled suite; long, and can be resumed.")
    parser.add_argument("--part", choices=PARTS, help="Only this one; all but the calibration when left out.")
    parser.add_argument("--only", default="", help="Only cases whose name has this text.")
    parser.add_argument("--seeds", type=int, help="Seeds of every plant on every data set.")
    parser.add_argument("--folder", type=Path, default=Path("verification") / "doctor", help="Where results are kept.")
    parser.add_argument("--jobs", type=int, default=1, help="Trainings at once.")
    parser.add_argument("--for", dest="seconds", type=float, default=float("inf"), help="Begin no more after so many seconds.")
    parser.add_argument("--print", dest="print_only", action="store_true", help="Train nothing; tell what is there.")
    parser.add_argument("--page", type=Path, help="Write the figures there, as Markdown.")
    return parser.parse_args()


def main() -> int:
    given = arguments()
    if not given.print_only:
        finished = [done(part, given) for part in ([given.part] if given.part else PARTS[1:])]
        if not all(finished):
            return LEFT
        if given.part or given.only:
            return 0
    return told(given)


if __name__ == "__main__":
    sys.exit(main())
