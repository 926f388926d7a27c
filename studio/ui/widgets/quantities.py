"""Numbers as a person reads them: kimg, durations, sizes, moments. Text only; no widget."""

import time

from studio.words import figure, mark, say

DAYS = 48 * 3600  # seconds from which a duration is said in days
MONTHS = (
    mark("Jan"),
    mark("Feb"),
    mark("Mar"),
    mark("Apr"),
    mark("May"),
    mark("Jun"),
    mark("Jul"),
    mark("Aug"),
    mark("Sep"),
    mark("Oct"),
    mark("Nov"),
    mark("Dec"),
)


def kimg(nimg: float) -> str:
    """Images as thousands, without a unit: `0.5`, `120`, `1,240`."""
    value = nimg / 1000
    if value >= 100 or value == int(value):
        return figure(value, ",.0f")
    return figure(value, ".1f" if value >= 1 else ".2f")


def length_words(nimg: float, train: int | None, *, points: bool = False) -> str:
    """What a length comes to: how many samples are shown, and how often each of those to train on. train: None without end, or not known yet."""
    if points:
        return say("{n:,.0f} points are shown in all.", n=nimg)
    if not train or nimg < 1.5 * train:
        return say("{n:,.0f} pictures are shown in all.", n=nimg)
    times = float(f"{nimg / train:.2g}")
    return say("{n:,.0f} pictures are shown in all: each of the {train:,} to train on about {times:,.0f} times.", n=nimg, train=train, times=times)


def duration(seconds: float) -> str:
    """`0:42`, `12:05`, `3:10:00`, `4 d 3 h`."""
    whole = max(0, round(seconds))
    minutes, s = divmod(whole, 60)
    hours, m = divmod(minutes, 60)
    if whole >= DAYS:
        return say("{days} d {hours} h", days=hours // 24, hours=hours % 24)
    return f"{hours}:{m:02d}:{s:02d}" if hours else f"{m}:{s:02d}"


def roughly(seconds: float) -> str:
    """A time to come, no finer than it can be foreseen: `50 s`, `12 min`, `2 h 10 min`, `4 d 3 h`."""
    if seconds < 60:
        return say("{n} s", n=10 * max(1, round(seconds / 10)))
    minutes = round(seconds / 60)
    if seconds >= DAYS:
        return duration(seconds)
    if minutes < 60:
        return say("{n} min", n=minutes)
    hours, rest = divmod(5 * round(minutes / 5), 60)
    return say("{hours} h {minutes} min", hours=hours, minutes=rest) if rest else say("{hours} h", hours=hours)


def size(count: float) -> str:
    """Bytes: `640 kB`, `1.2 GB`."""
    for unit, factor in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= factor:
            value = count / factor
            return f"{figure(value, '.0f' if value >= 10 else '.1f')} {unit}"
    return f"{count:.0f} B"


def rate(images: float) -> str:
    """Images a second, to three figures."""
    return figure(images, ",.0f" if images >= 100 else ".3g")


def when(moment: float, now: float | None = None) -> str:
    """A moment near enough to say in words: `just now`, `5 min ago`, `14:02`, `3 Mar 14:02`, `3 Mar 2024`."""
    now = time.time() if now is None else now
    past = now - moment
    then, today = time.localtime(moment), time.localtime(now)
    if 0 <= past < 60:
        return say("just now")
    if 0 <= past < 3600:
        return say("{minutes:.0f} min ago", minutes=past / 60)
    clock, day, month = time.strftime("%H:%M", then), then.tm_mday, say(MONTHS[then.tm_mon - 1])
    if then[:3] == today[:3]:
        return clock
    if then.tm_year == today.tm_year:
        return say("{day} {month} {clock}", day=day, month=month, clock=clock)
    return say("{day} {month} {year}", day=day, month=month, year=then.tm_year)
