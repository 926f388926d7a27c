"""What people watch today, at as many false alarms as the doctor has: a single diversity score, the losses, and the plot of D's two scores.

Every baseline waits for three checks in a row and for the same beginning as the doctor, and its threshold is the best that the report's own healthy runs
allow: it is tuned on what it is tried on, which the doctor is not.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from math import exp
from typing import Any, NamedTuple

import numpy as np

from tests.verify.doctor_score import IN_A_ROW

Check = Mapping[str, Any]
Rule = Callable[[Check, Sequence[float]], bool]
STEPS = 25  # thresholds tried of each kind


class Run(NamedTuple):
    """One run to be watched: its checks from when on alarms count, and whether it is failing."""

    checks: Sequence[Check]
    failing: bool


class Figure(NamedTuple):
    """A baseline at its best threshold."""

    name: str
    recall: float
    hits: int
    false_alarms: float


def by_pdr(check: Check, at: Sequence[float]) -> bool:
    """Samples too much alike."""
    return bool(check["signals"].get("pdr", 1.0) < at[0])


def by_losses(check: Check, at: Sequence[float]) -> bool:
    """D's loss too low, or G's too high."""
    losses = check["losses"]
    return bool(losses.get("loss/D", 1.0) < at[0] or losses.get("loss/G", 0.0) > at[1])


def by_scores(check: Check, at: Sequence[float]) -> bool:
    """D's mean score of reals and of fakes, as probabilities, too far apart, or D's of reals too low."""
    real, fake = (_probability(check["losses"].get(name, 0.0)) for name in ("d/real", "d/fake"))
    return real - fake > at[0] or real - fake < at[1]


def baselines(runs: Sequence[Run], allowed: float) -> list[Figure]:
    """Each at the threshold that finds most, with at most so many false alarms a healthy run."""
    d, g = (_spread(runs, lambda check, name=name: check["losses"].get(name)) for name in ("loss/D", "loss/G"))
    gap = [n / STEPS for n in range(STEPS + 1)]
    return [
        _best("PDR alone", by_pdr, [(t,) for t in np.linspace(0.02, 1.2, 60)], runs, allowed),
        _best("thresholds on the losses", by_losses, list(product([-np.inf, *d], [np.inf, *g])), runs, allowed),
        _best("the two-score plot", by_scores, list(product([*gap, 2.0], [-2.0, *(-x for x in gap)])), runs, allowed),
    ]


def _best(name: str, rule: Rule, thresholds: Iterable[Sequence[float]], runs: Sequence[Run], allowed: float) -> Figure:
    best = Figure(name, 0.0, 0, 0.0)
    failing, healthy = ([run for run in runs if run.failing is kind] for kind in (True, False))
    for at in thresholds:
        false = sum(_alarms(run.checks, rule, at) for run in healthy) / max(len(healthy), 1)
        if false > allowed:
            continue
        hits = sum(_alarms(run.checks, rule, at) > 0 for run in failing)
        if hits > best.hits:
            best = Figure(name, hits / max(len(failing), 1), hits, false)
    return best


def _alarms(checks: Sequence[Check], rule: Rule, at: Sequence[float]) -> int:
    """How often it is raised: after three bad checks, once until a good one."""
    bad = raised = 0
    for check in checks:
        bad = bad + 1 if rule(check, at) else 0
        raised += bad == IN_A_ROW
    return raised


def _spread(runs: Sequence[Run], figure: Callable[[Check], float | None]) -> list[float]:
    values = [value for run in runs for check in run.checks if (value := figure(check)) is not None]
    return sorted({float(q) for q in np.quantile(values, np.linspace(0, 1, STEPS))})


def _probability(logit: float) -> float:
    return 1 / (1 + exp(-max(min(logit, 60.0), -60.0)))
