"""The figures of the doctor's suite as Markdown: what it finds, how soon, by which name, and how often it is wrong."""

import datetime
import subprocess
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tests.verify.doctor_baselines import Run, baselines
from tests.verify.doctor_cases import NAMES, Case
from tests.verify.doctor_overhead import FEWEST, MOST
from tests.verify.doctor_recovery import AUTOPILOT, NOTHING, recovered
from tests.verify.doctor_score import Trace, Verdict, alarms_of, judged, wilson

Judged = Sequence[tuple[Verdict, Trace]]
Results = Iterable[Mapping[str, Any]]


def judge_all(traces: Iterable[Mapping[str, Any]]) -> list[tuple[Verdict, Trace]]:
    """Every trace with its verdict."""
    found = [(Case(**trace["job"]), trace) for trace in traces]
    return [(judged(case, trace), trace) for case, trace in found]


def page(report: Judged, recovery: Results, overhead: Results, planned: int = 0) -> str:
    """The whole page. planned: trainings that the suite has, so that an unfinished one says so."""
    planted = [(v, t) for v, t in report if v.case.family in NAMES]
    parts = [
        "# How surely the doctor finds failures\n",
        _preface(report, planned),
        _summary(planted, report),
        _families(planted),
        _names(planted),
        _healthy(report),
        _rivals(report),
        _controls(report),
        _recovery(list(recovery)),
        _overhead(list(overhead)),
    ]
    return "\n".join(part for part in parts if part) + "\n"


def missed(report: Judged, recovery: Results, overhead: Results) -> list[str]:
    """The aims that are not reached, in words."""
    planted = [(v, t) for v, t in report if v.case.family in NAMES]
    there = took(planted)
    found = [v for v in there if v.delay is not None]
    delays = [v.delay for v in found if v.delay is not None] or [0]
    aims = [
        (f"pooled recall {len(found)} of {len(there)}, wanted 95 %", len(found) >= 0.95 * len(there)),
        (f"median delay {np.median(delays):g}, wanted 3", np.median(delays) <= 3),
        ("95th percentile of the delay, wanted 6", np.quantile(delays, 0.95, method="higher") <= 6),
        ("right names, wanted 85 %", sum(v.right for v in found) >= 0.85 * len(found)),
        ("at least 60 healthy runs", len(truly_healthy(report)) >= 60),
        ("grave false alarms, wanted below 0.1 a run", false_alarms(report, grave=True) < 0.1),
    ]
    for family in NAMES:
        mine = [v for v in there if v.case.family == family]
        hits = sum(v.delay is not None for v in mine)
        aims.append((f"recall of {family}: {hits} of {len(mine)}, wanted 85 %", hits >= 0.85 * len(mine)))
    first = [recovered(after) for result in recovery if result["alarm"] and (after := _first(result["treated"])) is not None]
    aims.append((f"recovered with the first remedy: {sum(first)} of {len(first)}, wanted 70 %", sum(first) >= 0.7 * len(first)))
    aims += [(f"overhead of {r['name']}: {100 * r['share']:.2f} %", r["checks"] >= FEWEST and r["share"] <= MOST.get(r["name"], 1.0)) for r in overhead]
    return [text for text, kept in aims if not kept]


def took(planted: Judged) -> list[Verdict]:
    """Those whose failure is really there."""
    return [v for v, _ in planted if v.took]


def truly_healthy(report: Judged) -> list[tuple[Verdict, Trace]]:
    return [(v, t) for v, t in report if v.case.family == "healthy" and v.took]


def false_alarms(report: Judged, *, grave: bool) -> float:
    """Alarms a healthy run, of high or critical severity, or all that count."""
    well = truly_healthy(report)
    return sum((a.grave if grave else a.counts) for v, _ in well for a in v.alarms) / max(len(well), 1)


def _preface(report: Judged, planned: int) -> str:
    commit = subprocess.run(["git", "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True, check=False).stdout.strip() or "unknown"
    sets = ", ".join(sorted({v.case.data for v, _ in report}))
    unfinished = f"**Not finished: {len(report)} of {planned} trainings are done.** " if len(report) < planned else ""
    return unfinished + (
        f"How well the [doctor](doctor.md) finds what was planted, measured on {datetime.date.today():%d %B %Y} at commit `{commit}` with "
        f"`make verify-doctor`. {len(report)} trainings of small networks ({sets}), a check every 100 steps. The detectors' thresholds were chosen on other "
        "data sets and other seeds; what the samples really were is told by the known distribution or by a classifier that the doctor does not know.\n"
    )


def _share(hits: int, of: int) -> str:
    low, high = wilson(hits, of)
    return f"{hits} of {of}, {100 * hits / max(of, 1):.0f} % ({100 * low:.0f} to {100 * high:.0f})"


def _delays(verdicts: Iterable[Verdict]) -> tuple[str, str]:
    delays = [v.delay for v in verdicts if v.delay is not None]
    return (f"{np.median(delays):g}", f"{np.quantile(delays, 0.95, method='higher'):g}") if delays else ("", "")


def _summary(planted: Judged, report: Judged) -> str:
    there = took(planted)
    found = [v for v in there if v.delay is not None]
    right = [v for v in found if v.right]
    middle, late = _delays(found)
    rows = [
        ("planted failures found", _share(len(found), len(there)), "95 %"),
        ("delay in checks after the onset or the doctor's beginning, median", middle, "at most 3"),
        ("the same, 95th percentile", late, "at most 6"),
        ("first name is right", _share(len(right), len(found)), "85 %"),
        (
            "false alarms of high or critical severity, a healthy run",
            f"{false_alarms(report, grave=True):.3f} in {len(truly_healthy(report))} runs",
            "below 0.1",
        ),
        ("false alarms of any severity but info, a healthy run", f"{false_alarms(report, grave=False):.3f}", ""),
    ]
    return _table("## In short", ("", "reached (95 % interval)", "aim"), rows)


def _families(planted: Judged) -> str:
    rows = []
    for family in NAMES:
        mine = [v for v, _ in planted if v.case.family == family]
        there = [v for v in mine if v.took]
        found = [v for v in there if v.delay is not None]
        middle, late = _delays(found)
        rows.append((family, _share(len(found), len(there)), middle, late, _share(sum(v.right for v in found), len(found)), str(len(mine) - len(there))))
    return _table("## By planted failure", ("planted", "found", "median delay", "95th percentile", "right name", "plants that did no harm"), rows)


def _names(planted: Judged) -> str:
    """Which alarm came first."""
    counts: dict[str, Counter[str]] = {family: Counter() for family in NAMES}
    for v, _ in planted:
        if v.took:
            counts[v.case.family][v.first.kind if v.first else "none"] += 1
    names = sorted({name for count in counts.values() for name in count}, key=lambda n: (n == "none", n))
    rows = [(family, *(str(counts[family][name] or "") for name in names)) for family in NAMES]
    return _table("## What was said first", ("planted", *(name.replace("_", " ") for name in names)), rows)


def _healthy(report: Judged) -> str:
    rows = []
    for loss in dict.fromkeys(v.case.variant.split(",")[0] for v, _ in report if v.case.family == "healthy"):
        mine = [v for v, _ in report if v.case.family == "healthy" and v.case.variant.startswith(loss)]
        well = [v for v in mine if v.took]
        alarms = Counter(f"{a.kind.replace('_', ' ')} ({a.severity})" for v in well for a in v.alarms if a.counts)
        said = ", ".join(f"{n} × {name}" for name, n in alarms.most_common())
        rows.append((loss, f"{len(well)} of {len(mine)}", str(sum(a.grave for v in well for a in v.alarms)), said))
    return _table("## Healthy runs", ("loss", "truly healthy at the end", "high or critical alarms", "all alarms"), rows)


def _rivals(report: Judged) -> str:
    runs = []
    for v, t in report:
        if v.took and v.case.family in NAMES:
            runs.append(Run(t["checks"][v.from_ :], failing=True))
        elif v.took and v.case.family == "healthy":
            runs.append(Run(t["checks"][alarms_of(t).open_at :], failing=False))
    failing = [v for v, _ in report if v.took and v.case.family in NAMES]
    rows = []
    for grave in (False, True):
        allowed = false_alarms(report, grave=grave)
        ours = sum(any((a.grave if grave else a.counts) for a in v.alarms) and v.delay is not None for v in failing)
        rows.append((f"the doctor, {'high and critical alarms' if grave else 'all alarms'}", _share(ours, len(failing)), f"{allowed:.3f}"))
        rows += [(one.name, _share(one.hits, len(failing)), f"{one.false_alarms:.3f}") for one in baselines(runs, allowed)]
    text = "\nThe other three have the best thresholds that these very runs allow at no more false alarms, and the same three checks in a row."
    return _table("## Beside what is watched today", ("", "failures found", "false alarms a healthy run"), rows) + text


def _controls(report: Judged) -> str:
    mine = [v for v, _ in report if v.case.family == "control"]
    well = [v for v in mine if v.took]
    clear = [v for v in well if all(a.cleared is not None for a in v.alarms if a.grave)]
    raised = sum(any(a.grave for a in v.alarms) for v in well)
    return (
        f"\n## Runs that recover by themselves\n\nOf {len(mine)} controls {len(well)} were well at the end; {raised} of these had a high or critical alarm on "
        f"the way, and in {len(clear)} of {len(well)} none was left at the end.\n"
    )


def _recovery(results: Sequence[Mapping[str, Any]]) -> str:
    if not results:
        return ""
    alarmed = [result for result in results if result["alarm"]]
    outcomes = {title: [found for result in alarmed if (found := pick(result["treated"])) is not None] for title, pick in _TREATMENTS.items()}
    for title in dict.fromkeys(title for result in alarmed for title in result["treated"] if title not in (NOTHING, AUTOPILOT)):
        outcomes[f"“{title}”"] = [result["treated"][title] for result in alarmed if title in result["treated"]]
    rows = [
        (title, _share(sum(recovered(one) for one in after), len(after)), *(f"{np.mean([one[k] for one in after]):.2f}" for k in ("kept", "good")))
        for title, after in outcomes.items()
        if after
    ]
    text = (
        f"\n{len(results)} runs trained well, then a collapse was planted; {len(alarmed)} raised a high or critical alarm. Recovered: three "
        "quarters of the data's kinds are there and 40 % of the samples are good, 1,000 steps (64 kimg) after the remedy, and 2,000 for the autopilot. "
        "The autopilot acts on critical alarms alone."
    )
    return _table("## Remedies", ("treatment", "recovered", "kinds there, mean", "samples good, mean"), rows) + text


def _first(treated: Mapping[str, Any]) -> Any:
    return next((after for title, after in treated.items() if title not in (NOTHING, AUTOPILOT)), None)


def _piloted(treated: Mapping[str, Any]) -> Any:
    after = treated.get(AUTOPILOT)
    return after if after is not None and after.get("acted") else None


_TREATMENTS = {
    "nothing": lambda treated: treated[NOTHING],
    "the first remedy offered": _first,
    "the autopilot, where it acted": _piloted,
}


def _overhead(results: Sequence[Mapping[str, Any]]) -> str:
    if not results:
        return ""
    newest = {result["name"]: result for result in results}
    rows = [
        (name, f"{100 * r['share']:.2f} %", f"{100 * MOST[name]:.0f} %", str(r["checks"]), f"{r['every']:,}", f"{r['trained']:.0f} s")
        for name, r in newest.items()
        if name in MOST
    ]
    return _table("## Overhead", ("run", "share of training's time", "at most", "checks", "steps between two, at the end", "trained"), rows)


def _table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"\n{title}\n", f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"


def write(file: Path, text: str) -> None:
    """One file, whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
