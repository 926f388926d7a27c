"""The doctor's labelled suite: trains planted failures, controls and healthy runs, and tells what the doctor makes of them.

    python -m tests.verify.verify_doctor [--half calibration|report] [--only TEXT] [--seeds N] [--jobs N] [--folder DIR] [--for SECONDS]

Takes an hour or two and can be interrupted: what is trained is kept, a line a case, and not done again. `--for` begins no more after so many seconds, so
that a long suite can be worked off in pieces. Thresholds come from `tests.verify.calibrate_doctor`, which reads the calibration half alone.
"""

import argparse
import dataclasses
import functools
import sys
from pathlib import Path
from typing import get_args

from tests.verify.doctor_cases import Case, Half, cases
from tests.verify.doctor_keeper import Keeper, Result, work_off

SEEDS: dict[Half, int] = {"calibration": 2, "report": 4}


def chosen(half: Half, seeds: int | None, only: str) -> dict[str, Case]:
    """The cases by name."""
    return {case.name: case for case in cases(half, seeds or SEEDS[half]) if only.lower() in case.name.lower()}


def one_case(half: Half, seeds: int | None, name: str) -> Result:
    """Trains a case; in a process of its own."""
    from tests.verify.doctor_trace import traced  # here, because the process that waits needs no torch

    case = chosen(half, seeds, "")[name]
    return {**traced(case), "job": dataclasses.asdict(case)}


def train(half: Half, given: argparse.Namespace) -> bool:
    """Trains what is missing of one half; whether all is there."""
    wanted = chosen(half, given.seeds, given.only)
    keeper = Keeper(given.folder / f"{half}.jsonl")
    missing = keeper.missing({name: dataclasses.asdict(case) for name, case in wanted.items()})
    print(f"{half}: {len(wanted) - len(missing)} of {len(wanted)} cases are trained", flush=True)
    do = functools.partial(one_case, half, given.seeds)
    return work_off(missing, do, keeper, jobs=given.jobs, seconds=given.seconds, tell=lambda line: print(line, flush=True))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.verify.verify_doctor", description="The doctor's labelled suite; long, and can be resumed.")
    parser.add_argument("--half", choices=get_args(Half), help="Only this one; both when left out.")
    parser.add_argument("--only", default="", help="Only cases whose name has this text.")
    parser.add_argument("--seeds", type=int, help="Seeds of every plant on every data set.")
    parser.add_argument("--folder", type=Path, default=Path("verification") / "doctor", help="Where results are kept.")
    parser.add_argument("--jobs", type=int, default=1, help="Trainings at once.")
    parser.add_argument("--for", dest="seconds", type=float, default=float("inf"), help="Begin no more after so many seconds.")
    return parser.parse_args()


def main() -> int:
    given = arguments()
    halves: list[Half] = [given.half] if given.half else list(get_args(Half))
    finished = [train(half, given) for half in halves]
    return 0 if all(finished) else 3


if __name__ == "__main__":
    sys.exit(main())
