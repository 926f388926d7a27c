"""How a run is, in one sentence, and from when on it is judged whether it learns. Words and figures only."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, get_args

from studio.doctor.detectors import Case, Detector, number
from studio.doctor.remedies import value_at
from studio.doctor.watch import Active
from studio.messages import Json, Severity
from studio.words import joined, mark, say, say_n

GRAVITY = get_args(Severity)  # the gravest last


class _Deadline(NamedTuple):
    steps: int
    share: float  # of the planned images


DEADLINES = {"mlp": _Deadline(1000, 0.1), "r3gan": _Deadline(2000, 0.1), "dcgan": _Deadline(2000, 0.15), "fastgan": _Deadline(3000, 0.15)}
_OTHER = _Deadline(4000, 0.15)
LEARNS = {"precision": 0.5, "pdr": 0.6}  # at least so much at once shows that a run learns
FAR = 0.97  # AUC from which D is far ahead
_LEADS = (
    (0.45, mark("discriminator behind")),
    (0.6, mark("discriminator level with the generator")),
    (0.85, mark("discriminator ahead by a little")),
    (FAR, mark("discriminator well ahead")),
    (2.0, mark("discriminator far ahead")),
)


def deadline_of(options: Mapping[str, Json]) -> int:
    """The nimg by which a run should be armed, by its networks: so many steps of G or that share of the plan, whichever is more, but at most half the plan."""
    steps, part = DEADLINES.get(str(value_at(options, "network.kind", "")), _OTHER)
    planned = 1000 * float(value_at(options, "training.kimg", 400.0))
    images = int(value_at(options, "training.batch", 64)) * int(value_at(options, "game.d_steps", 1))  # that D sees while G makes a step
    return int(min(max(steps * images, part * planned), planned / 2))


def health(
    standing: Sequence[tuple[Detector, Active, Case | None]],
    signals: Mapping[str, float] | None,
    *,
    armed: bool,
    deadline: int,
    doubted: Sequence[Detector] = (),
) -> str:
    """A headline, `: `, and the rest, in every language.

    standing: the active alarms, each with the last check that its detector judged; signals: those of the last check; doubted: detectors that found that
    check bad, though an alarm needs more of them.
    """
    if standing:
        detector, active, case = max(standing, key=lambda one: GRAVITY.index(one[0].severity))
        headline = say("{alarm} since {kimg} kimg", alarm=say(detector.title), kimg=number(active.onset / 1000))
        brief = detector.brief(case) if case is not None else say("found before the last start")
        if others := len(standing) - 1:
            brief = say_n(others, "{brief}; and {n} more", "{brief}; and {n} more", brief=brief)
        return _told(headline, brief)
    if signals is None:
        return _told(say("Waiting"), say("no check was made since the run went on from here" if armed else "the first check comes soon"))
    if not armed:
        unlike, by = _unlike(signals), number(deadline / 1000)
        rest = say("the samples do not look like the data yet ({unlike}); this is judged from {kimg} kimg on", unlike=unlike, kimg=by)
        return _told(say("Warming up"), rest)
    said = [part for part in (_variety(signals), _lead(signals)) if part]
    if grave := [detector for detector in doubted if detector.severity != "info"]:
        gravest = max(grave, key=lambda one: GRAVITY.index(one.severity))
        return _told(say("Under watch"), joined([say("a sign of “{alarm}”", alarm=say(gravest.title)), *said]))
    if signals.get("auc", 0.5) >= FAR:
        return _told(say("No alarm"), joined(said))
    return _told(say("Healthy"), joined(said) or say("no alarm"))


def _told(headline: str, rest: str) -> str:
    return joined((headline, rest), ": ")


def _unlike(signals: Mapping[str, float]) -> str:
    """What keeps the samples from being called like the data."""
    if signals.get("precision", 0.0) >= LEARNS["precision"] and "pdr" in signals:
        return say("spread {spread:.2f} of the data's", spread=signals["pdr"])
    return say("precision {precision:.2f}", precision=signals["precision"]) if "precision" in signals else say("too early to tell")


def _variety(signals: Mapping[str, float]) -> str:
    figure = signals.get("rke", signals.get("pdr"))
    return "" if figure is None else say("variety {variety:.2f} of the data's", variety=figure)


def _lead(signals: Mapping[str, float]) -> str:
    if "auc" not in signals:
        return ""
    return say(next(words for limit, words in _LEADS if signals["auc"] < limit))
