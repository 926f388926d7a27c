"""How the shown run is: a level and a sentence, as the doctor's last check and the alarms tell. Reads the fold; draws nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal

from studio.doctor.detectors import Case, Detector
from studio.messages import AlarmRaised, Json, Probed
from studio.runs.fold import GRAVITY, LIVE, Run
from studio.ui.widgets.quantities import kimg
from studio.words import Said, in_english, mark, say, say_n

Level = Literal["unknown", "waiting", "warming", "healthy", "info", "medium", "high", "critical"]
WORDS: dict[Level, str] = {
    "unknown": mark("Not examined"),
    "waiting": mark("Waiting"),
    "warming": mark("Warming up"),
    "healthy": mark("Healthy"),
    "info": mark("Worth knowing"),
    "medium": mark("Needs a look"),
    "high": mark("In trouble"),
    "critical": mark("Failing"),
}


@dataclass(frozen=True)
class Health:
    """The level and the sentence, such as `Mode dropping since 84 kimg: 5 parts of the data get no samples`."""

    level: Level
    sentence: str

    @property
    def headline(self) -> str:
        """What is read across the room."""
        return say(title) if (title := self._title) else self.sentence.partition(": ")[0]

    @property
    def rest(self) -> str:
        """What follows it."""
        begins = next((words for words in (self.headline, self._title) if words and self.sentence.startswith(words)), "")
        return self.sentence[len(begins) :].removeprefix(":").strip()

    @property
    def _title(self) -> str:
        """English, what the sentence begins with, such as an alarm's name; empty where another language does not begin with it."""
        title = _english(self.sentence).partition(": ")[0].partition(" since ")[0]
        return title if any(self.sentence.startswith(words) for words in (say(title), title)) else ""


def health_of(run: Run) -> Health:
    """The health of a run now."""
    check = last_check(run)
    level = _level(run, check)
    if level == "unknown":
        return Health(level, say("Not examined: the doctor is off") if is_off(run) else say("Not examined: no check was made while it trained"))
    if check is not None and check.health:
        over = level == "warming" and run.state not in LIVE
        return Health(level, say("Not there yet: {rest}", rest=check.health.partition(": ")[2]) if over else check.health)
    if run.gravest is not None:
        return Health(level, alarm_title(run.gravest))
    if level == "warming" and run.last_check is not None:
        return Health(level, say("Warming up: the run went back; its next check tells how it is"))
    return Health(level, say("Waiting: the first check comes soon") if level == "waiting" else say(WORDS[level]))


def alarm_name(kind: str) -> str:
    """What an alarm is called, where no more than its kind is at hand."""
    known = Detector.kinds().get(kind)
    return say(known.title) if known is not None else kind.replace("_", " ").capitalize()


def alarm_title(alarm: AlarmRaised) -> str:
    """What an alarm is called in the language of the window, in journals too that do not tell how it was said."""
    return alarm.title if isinstance(alarm.title, Said) else say(alarm.title)


def brief_now(run: Run, alarm: AlarmRaised) -> str:
    """What the last check says of an active alarm, in a few words; empty when that is the check which raised it, or says nothing of it."""
    check, detector = last_check(run), Detector.kinds().get(alarm.alarm)
    if check is None or detector is None or detector.by_usual or check.nimg <= alarm.nimg:
        return ""
    sound = {name: value for name, value in check.signals.items() if isfinite(value)}
    case = Case(check.nimg, sound, run.options or run.config, run.data.medium if run.data is not None else "image", armed=check.armed)
    return "" if any(name not in case for name in detector.needs) else detector().brief(case)


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


def _english(text: str) -> str:
    return in_english(text) if isinstance(text, Said) else text


def _section(run: Run) -> Mapping[str, Json]:
    found = (run.options or run.config).get("doctor")
    return found if isinstance(found, Mapping) else {}


def overhead(run: Run) -> str:
    """What the checks cost, and when the last one was: `Checks take 0.8 % of the time · last at 96 kimg`."""
    check = run.last_check
    if check is None:
        return ""
    share = say("Checks take {share:.1f} % of the time", share=100 * check.share) if check.share else say_n(check.check + 1, "{n:,} check", "{n:,} checks")
    words = [share, say("last\xa0at\xa0{at}\xa0kimg", at=kimg(check.nimg))]
    return " · ".join([*words, say("autopilot\xa0on")] if _section(run).get("autopilot") is True else words)


def _level(run: Run, check: Probed | None) -> Level:
    if run.gravest is not None:
        return run.gravest.severity
    if is_off(run):
        return "unknown"
    if check is not None:
        if check.armed and check.health and not _english(check.health).startswith(WORDS["healthy"]):
            return "info"  # no alarm, and yet not called healthy
        return "healthy" if check.armed else "warming"
    if run.last_check is not None:
        return "warming"
    return "waiting" if run.state in {*LIVE, "new"} else "unknown"
