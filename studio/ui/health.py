"""How the shown run is: a level and a sentence, as the doctor's last check and the alarms tell. Reads the fold; draws nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

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
_ALARMS = {  # by their kinds: what is said to be over
    "aug_leak": mark("aug leak"),
    "checker": mark("checker"),
    "d_dominates": mark("d dominates"),
    "d_overfit": mark("d overfit"),
    "d_too_weak": mark("d too weak"),
    "grad_vanish": mark("grad vanish"),
    "hopping": mark("hopping"),
    "label_ignored": mark("label ignored"),
    "latent_ignored": mark("latent ignored"),
    "low_variety": mark("low variety"),
    "memorised": mark("memorised"),
    "mode_drop": mark("mode drop"),
    "not_learning": mark("not learning"),
    "numeric_blowup": mark("numeric blowup"),
    "total_collapse": mark("total collapse"),
    "underfit": mark("underfit"),
}


@dataclass(frozen=True)
class Health:
    """The level and the sentence, such as `Mode dropping since 84 kimg: 5 parts of the data get no samples`."""

    level: Level
    sentence: str

    @property
    def headline(self) -> str:
        """What is read across the room."""
        title = _english(self.sentence).partition(": ")[0].partition(" since ")[0]  # an alarm's, where the sentence begins with one
        return next((words for words in (say(title), title) if self.sentence.startswith(words)), self.sentence.partition(": ")[0])

    @property
    def rest(self) -> str:
        """What follows it."""
        return self.sentence[len(self.headline) :].removeprefix(":").strip()


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
        return Health(level, run.gravest.title)
    if level == "warming" and run.last_check is not None:
        return Health(level, say("Warming up: the run went back; its next check tells how it is"))
    return Health(level, say("Waiting: the first check comes soon") if level == "waiting" else say(WORDS[level]))


def alarm_words(kind: str) -> str:
    """The name of an alarm inside a sentence, where no more than its kind is at hand."""
    if kind == "colour":
        return say("colour", sense="alarm")
    return say(_ALARMS[kind]) if kind in _ALARMS else kind.replace("_", " ")


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
