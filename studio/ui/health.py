"""How the shown run is: a level and a sentence, as the doctor's last check and the alarms tell. Reads the fold; draws nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from studio.messages import AlarmRaised, Json, Probed
from studio.runs.fold import GRAVITY, LIVE, Run
from studio.ui.widgets.quantities import kimg

Level = Literal["unknown", "waiting", "warming", "healthy", "info", "medium", "high", "critical"]
WORDS: dict[Level, str] = {
    "unknown": "Not examined",
    "waiting": "Waiting",
    "warming": "Warming up",
    "healthy": "Healthy",
    "info": "Worth knowing",
    "medium": "Needs a look",
    "high": "In trouble",
    "critical": "Failing",
}


@dataclass(frozen=True)
class Health:
    """The level and the sentence, such as `Mode dropping since 84 kimg: 5 parts of the data get no samples`."""

    level: Level
    sentence: str

    @property
    def headline(self) -> str:
        """What is read across the room."""
        return self.sentence.partition(": ")[0].partition(" since ")[0]

    @property
    def rest(self) -> str:
        """What follows it."""
        return self.sentence[len(self.headline) :].removeprefix(":").strip()


def health_of(run: Run) -> Health:
    """The health of a run now."""
    check = last_check(run)
    level = _level(run, check)
    if level == "unknown":
        return Health(level, f"{WORDS[level]}: {'the doctor is off' if is_off(run) else 'no check was made while it trained'}")
    if check is not None and check.health:
        over = level == "warming" and run.state not in LIVE
        return Health(level, f"Not there yet: {check.health.partition(': ')[2]}" if over else check.health)
    if run.gravest is not None:
        return Health(level, run.gravest.title)
    if level == "warming" and run.last_check is not None:
        return Health(level, f"{WORDS[level]}: the run went back; its next check tells how it is")
    return Health(level, f"{WORDS[level]}: the first check comes soon" if level == "waiting" else WORDS[level])


def last_check(run: Run) -> Probed | None:
    """The newest check, unless a rollback left it behind."""
    check = run.last_check
    return check if check is not None and run.on_lineage(check.segment, check.nimg) else None


def by_gravity(alarms: Sequence[AlarmRaised]) -> list[AlarmRaised]:
    """The gravest first, equally grave ones in the order they were raised."""
    return sorted(alarms, key=lambda alarm: -GRAVITY.index(alarm.severity))


def is_off(run: Run) -> bool:
    """Whether the run's settings say that nothing is examined."""
    return _section(run).get("on") is False


def _section(run: Run) -> Mapping[str, Json]:
    found = (run.options or run.config).get("doctor")
    return found if isinstance(found, Mapping) else {}


def overhead(run: Run) -> str:
    """What the checks cost, and when the last one was: `Checks take 0.8 % of the time · last at 96 kimg`."""
    check = run.last_check
    if check is None:
        return ""
    share = f"Checks take {100 * check.share:.1f} % of the time" if check.share else f"{check.check + 1:,} check{'s' * (check.check > 0)}"
    words = [share, f"last\xa0at\xa0{kimg(check.nimg)}\xa0kimg"]
    return " · ".join([*words, "autopilot\xa0on"] if _section(run).get("autopilot") is True else words)


def _level(run: Run, check: Probed | None) -> Level:
    if run.gravest is not None:
        return run.gravest.severity
    if is_off(run):
        return "unknown"
    if check is not None:
        if check.armed and check.health and not check.health.startswith(WORDS["healthy"]):
            return "info"  # no alarm, and yet not called healthy
        return "healthy" if check.armed else "warming"
    if run.last_check is not None:
        return "warming"
    return "waiting" if run.state in {*LIVE, "new"} else "unknown"
