"""How a run is, in one sentence, and by when it should have begun to learn. Words and figures only."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, get_args

from studio.doctor.detectors import Case, Detector, number, share
from studio.doctor.remedies import value_at
from studio.doctor.watch import Active
from studio.messages import Json, Severity

GRAVITY = get_args(Severity)  # the gravest last


class _Deadline(NamedTuple):
    steps: int
    share: float  # of the planned images


DEADLINES = {"mlp": _Deadline(1000, 0.1), "r3gan": _Deadline(2000, 0.1), "dcgan": _Deadline(2000, 0.15), "fastgan": _Deadline(3000, 0.15)}
_OTHER = _Deadline(4000, 0.15)
LEARNS = {"precision": 0.5, "pdr": 0.6}  # at least so much at once shows that a run learns
FAR = 0.97  # AUC from which D is far ahead
_LEADS = ((0.45, "behind"), (0.6, "level with the generator"), (0.85, "ahead by a little"), (FAR, "well ahead"), (2.0, "far ahead"))


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
    """A headline, `: `, and the rest.

    standing: the active alarms, each with the last check that its detector judged; signals: those of the last check; doubted: detectors that found that
    check bad, though an alarm needs more of them.
    """
    if standing:
        detector, active, case = max(standing, key=lambda one: GRAVITY.index(one[0].severity))
        words = f"{detector.title} since {number(active.onset / 1000)} kimg"
        brief = detector.brief(case) if case is not None else "found before the last start"
        others = f"; and {len(standing) - 1} more" if len(standing) > 1 else ""
        return f"{words}: {brief}{others}"
    if signals is None:
        return "Waiting: no check was made since the run went on from here" if armed else "Waiting: the first check comes soon"
    if not armed:
        return f"Warming up: the samples do not look like the data yet ({_unlike(signals)}); usually they do by {number(deadline / 1000)} kimg"
    said = [part for part in (_variety(signals), _lead(signals)) if part]
    if grave := [detector for detector in doubted if detector.severity != "info"]:
        return f"Under watch: a sign of “{max(grave, key=lambda one: GRAVITY.index(one.severity)).title}”{''.join(f', {part}' for part in said)}"
    if signals.get("auc", 0.5) >= FAR:
        return f"No alarm: {', '.join(said)}"
    return f"Healthy: {', '.join(said) or 'no alarm'}"


def _unlike(signals: Mapping[str, float]) -> str:
    """What keeps the samples from being called like the data."""
    if signals.get("precision", 0.0) >= LEARNS["precision"] and "pdr" in signals:
        return f"spread {share(signals['pdr'])} of the data's"
    return f"precision {share(signals['precision'])}" if "precision" in signals else "too early to tell"


def _variety(signals: Mapping[str, float]) -> str:
    figure = signals.get("rke", signals.get("pdr"))
    return "" if figure is None else f"variety {share(figure)} of the data's"


def _lead(signals: Mapping[str, float]) -> str:
    if "auc" not in signals:
        return ""
    return "discriminator " + next(words for limit, words in _LEADS if signals["auc"] < limit)
