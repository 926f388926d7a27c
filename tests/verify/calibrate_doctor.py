"""Proposes the detectors' thresholds from the calibration half of the labelled suite alone.

    python -m tests.verify.calibrate_doctor [--folder DIR]

An alarm needs three bad checks in a row. So for every run the figure that counts is the threshold at which it would just have alarmed: the greatest over
all times of the smallest of three neighbours. Between where the healthy runs end and where nearly all failing ones lie is room for a threshold; proposed
is the middle of it. The detectors hold what was chosen; this prints what it should be beside what it is.
"""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from studio.doctor.detectors import Case as Reading
from studio.doctor.detectors import Detector
from studio.doctor.detectors.label_ignored import LabelIgnored
from tests.verify.doctor_cases import Case
from tests.verify.doctor_keeper import Keeper
from tests.verify.doctor_score import IN_A_ROW, Trace, Verdict, alarms_of, judged

Check = dict[str, float]
SURE = 0.1  # of the failing runs may lie below the threshold's room


class Rule(NamedTuple):
    """A figure that a detector raises on: of which families it should speak, what it looks at, and the name of its threshold."""

    detector: str
    threshold: str
    families: tuple[str, ...]
    figure: Callable[[Check], float | None]
    sign: int = 1  # −1: low is bad


def _of(name: str) -> Callable[[Check], float | None]:
    return lambda signals: signals.get(name)


def _lead(signals: Check) -> float | None:
    return signals["gap"] if signals.get("auc", 0.0) > 0.99 else 0.0


def _lag(signals: Check) -> float | None:
    return signals.get("r_v", 0.0) if signals.get("auc", 0.0) > 0.6 else 0.0


def _label(signals: Check) -> float | None:
    return LabelIgnored.figure(Reading(0, signals)) if "label_use" in signals else None


RULES = (
    Rule("total_collapse", "below", ("strong D", "frozen D"), _of("pdr"), -1),
    Rule("mode_drop", "empty", ("strong D", "weak D"), _of("empty")),
    Rule("mode_drop", "uneven", ("strong D", "weak D"), _of("chi2")),
    Rule("low_variety", "variety", ("narrow latent",), _of("rke"), -1),
    Rule("low_variety", "nearest", ("narrow latent",), _of("nnr"), -1),
    Rule("hopping", "times", ("weak D",), lambda s: s["hop"] / s["hop_floor"] if s.get("hop_floor") else None),
    Rule("d_dominates", "lead", ("strong D",), _lead),
    Rule("d_overfit", "known", ("few pictures",), _of("auc_tv")),
    Rule("d_overfit", "lag", ("few pictures",), _lag),
    Rule("d_too_weak", "auc", ("frozen D", "weak D"), _of("auc"), -1),
    Rule("memorised", "below", ("few pictures",), _of("memo"), -1),
    Rule("grad_vanish", "pull", ("vanishing",), _of("grad_G"), -1),
    Rule("label_ignored", "below", ("labels ignored",), _label, -1),
    Rule("checker", "above", ("checkerboard",), _of("checker")),
    Rule("numeric_blowup", "limit", ("divergence",), lambda s: abs(s.get("gap", 0.0))),
    Rule("aug_leak", "precision", ("leak",), _of("precision"), -1),
)


def read(file: Path) -> list[tuple[Case, Trace]]:
    """The traces, each with its case."""
    return [(Case(**trace["job"]), trace) for trace in Keeper(file).known().values()]


def brink(rule: Rule, trace: Trace, start: int) -> float | None:
    """The threshold at which this run would just alarm, from this check on; None where it never says anything."""
    series = [value for check in trace["checks"][start:] if (value := rule.figure(check["signals"])) is not None]
    if len(series) < IN_A_ROW:
        return None
    return rule.sign * max(min(rule.sign * value for value in series[i : i + IN_A_ROW]) for i in range(len(series) - IN_A_ROW + 1))


def row(rule: Rule, judged_: Iterable[tuple[Verdict, Trace]]) -> str:
    healthy: list[float] = []
    failing: list[float] = []
    for verdict, trace in judged_:
        if not verdict.took:
            continue
        start = alarms_of(trace).open_at if verdict.case.family in ("healthy", "control") else verdict.from_
        value = brink(rule, trace, start)
        if value is not None and verdict.case.family == "healthy":
            healthy.append(value)
        elif value is not None and verdict.case.family in rule.families:
            failing.append(value)
    if not healthy or not failing:
        return f"{rule.detector:<16}{rule.threshold:<11} nothing to compare"
    s = rule.sign
    ends = sorted(healthy, key=lambda v: s * v)
    edge = float(np.quantile([s * v for v in failing], SURE)) * s
    middle = (ends[-1] + edge) / 2
    now = getattr(Detector.kinds()[rule.detector], rule.threshold, None)
    room = "" if s * edge > s * ends[-1] else "   no room"
    return (
        f"{rule.detector:<16}{rule.threshold:<11}{now!s:<14} healthy median {np.median(healthy):<8.3g} worst {', '.join(f'{v:.3g}' for v in ends[-3:]):<24}"
        f" failing ({len(failing)}): tenth {edge:<8.3g} median {np.median(failing):<8.3g} → {middle:.3g}{room}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.verify.calibrate_doctor", description="Proposes thresholds from the calibration half.")
    parser.add_argument("--folder", type=Path, default=Path("verification") / "doctor")
    given = parser.parse_args()
    traces = read(given.folder / "calibration.jsonl")
    found: list[tuple[Verdict, Any]] = [(judged(case, trace), trace) for case, trace in traces]
    print(f"{len(found)} runs, {sum(v.case.family == 'healthy' and v.took for v, _ in found)} of them healthy and truly so")
    for rule in RULES:
        print(row(rule, found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
