"""What the doctor makes of a trace: alarms are raised by the very `Course` that runs use, and judged by what was planted and what the samples were."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any, NamedTuple

from studio.doctor.course import Course, Raised
from tests.verify.doctor_cases import NAMES, SWITCH, VARIETY, Case

Trace = Mapping[str, Any]
GRADE = {"info": 0, "medium": 1, "high": 2, "critical": 3}
IN_A_ROW = 3  # checks that any alarm, a baseline's too, waits for
LOST, POOR = 0.6, 0.3  # of the modes are there, of the samples are good: less is a failure
WELL, FAIR = 0.8, 0.5  # of the modes are there, of the samples are good: no less is healthy
FAR = 1.0  # standard deviations that samples move between two looks: they are others altogether
SURE = 0.35  # D's training loss: less is a quarter of what guessing costs
DEAF = -6.0  # D's mean training logit of samples: less, and the saturating loss teaches G a 400th of what it could
STILL = 0.01  # standard deviations that the samples of a generator that stands still move between two looks


@dataclass
class Alarm:
    """An alarm, and the numbers of the checks at which it was raised and cleared."""

    kind: str
    severity: str
    raised: int
    cleared: int | None = None

    @property
    def counts(self) -> bool:
        """More than a hint."""
        return GRADE[self.severity] >= 1

    @property
    def grave(self) -> bool:
        """High or critical."""
        return GRADE[self.severity] >= 2


class Heard(NamedTuple):
    """What came of a trace: its alarms in order, and the number of the check from which loss of variety counts."""

    alarms: list[Alarm]
    open_at: int


class Verdict(NamedTuple):
    """One case judged.

    took: the failure is really there, or the healthy run really is healthy; from_: the check from which it can be named; first: the alarm that is told
    first from then on, of several at one check the gravest; right: whether its name is; delay: checks from `from_` to it.
    """

    case: Case
    took: bool
    from_: int
    alarms: list[Alarm]
    first: Alarm | None
    right: bool

    @property
    def delay(self) -> int | None:
        """None where nothing was said."""
        return None if self.first is None else max(self.first.raised - self.from_, 0)


def alarms_of(trace: Trace) -> Heard:
    """Plays a trace to the doctor."""
    course, later = Course(trace["options"], trace["medium"]), trace["later"]
    batch, found, open_at = int(trace["options"]["training"]["batch"]), list[Alarm](), len(trace["checks"])
    for number, check in enumerate(trace["checks"]):
        if later is not None and check["nimg"] > SWITCH * batch:
            course.change(later)
            later = None
        signals = check["signals"]
        for news in course.look(check["nimg"], signals):
            if isinstance(news, Raised):
                found.append(Alarm(news.alarm, news.severity, number))
            else:
                next(alarm for alarm in reversed(found) if alarm.kind == news.alarm).cleared = number
        if course.armed or check["nimg"] >= course.deadline:
            open_at = min(open_at, number)
    return Heard(found, open_at)


def judged(case: Case, trace: Trace) -> Verdict:
    """What was planted, beside what was said."""
    alarms, open_at = alarms_of(trace)
    told = [(number, {**check["truth"], **check["losses"]}) for number, check in enumerate(trace["checks"]) if "truth" in check]
    onset = onset_of(case, told)
    if case.family not in NAMES:
        last = [truth for _, truth in told[-5:]]
        well = bool(last) and _mean(last, "kept") >= WELL and _mean(last, "good") >= FAIR and not trace["ended"]
        return Verdict(case, well, 0, alarms, None, right=True)
    took = onset is not None or (case.family == "divergence" and bool(trace["ended"]))
    from_ = max(_switched(case) if onset is None else onset, open_at)
    after = [alarm for alarm in alarms if alarm.counts and alarm.raised >= _switched(case) and (alarm.cleared is None or alarm.cleared > from_)]
    first = max((alarm for alarm in after if alarm.raised == after[0].raised), key=lambda alarm: GRADE[alarm.severity], default=None)
    right = first is not None and any(_is_right(alarm, case, told) for alarm in after if (alarm.raised, alarm.severity) == (first.raised, first.severity))
    return Verdict(case, took, from_, alarms, first, right)


def onset_of(case: Case, told: list[tuple[int, Mapping[str, float]]]) -> int | None:
    """The check from which the failure was there, by the truth; None where the plant did not take."""
    begun = _switched(case)
    late = [(number, truth) for number, truth in told if number >= begun]
    if case.family in ("narrow latent", "labels ignored", "few pictures", "never learns"):
        return begun  # known by the recipe alone
    half = [truth for _, truth in late[len(late) // 2 :]]
    if not half:
        return None
    signs = [truth for truth in half if _failing(case, truth)]
    if len(signs) < 0.7 * len(half):
        return None
    return next(number for number, truth in late if _failing(case, truth))


def _failing(case: Case, truth: Mapping[str, float]) -> bool:
    """Whether these samples show what was planted."""
    if case.family == "leak":
        return truth.get("turned", 1.0) >= 0.25
    if case.family == "checkerboard":
        return truth.get("chequered", 0.0) >= 2
    if case.family == "divergence":
        return truth["good"] < POOR
    sure = case.family == "strong D" and truth.get("loss/D", 1.0) <= SURE
    still = case.family == "vanishing" and (truth.get("moved", 1.0) < STILL or truth.get("d/fake", 0.0) < DEAF)
    return sure or still or truth["kept"] <= LOST or truth["good"] < POOR


def _is_right(alarm: Alarm, case: Case, told: list[tuple[int, Mapping[str, float]]]) -> bool:
    """The plant's own name, or that of what the truth shows at that time."""
    if alarm.kind in NAMES[case.family]:
        return True
    near = min(told, key=lambda one: abs(one[0] - alarm.raised))[1] if told else {}
    if alarm.kind in VARIETY:
        return near.get("kept", 1.0) <= LOST
    if alarm.kind == "hopping":
        return near.get("moved", 0.0) >= FAR
    return alarm.kind == "not_learning" and near.get("good", 1.0) < POOR


def _switched(case: Case) -> int:
    from tests.verify.doctor_cases import EVERY

    return SWITCH // EVERY if case.later else 0


def _mean(told: list[Mapping[str, float]], name: str) -> float:
    return sum(truth[name] for truth in told) / len(told)


def wilson(hits: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """The interval that holds a share with 95 % certainty. Source: Wilson, 1927."""
    if not of:
        return 0.0, 1.0
    p = hits / of
    middle, reach = p + z * z / (2 * of), z * sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    return max((middle - reach) / (1 + z * z / of), 0.0), min((middle + reach) / (1 + z * z / of), 1.0)
