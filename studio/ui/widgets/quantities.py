"""Numbers as a person reads them: kimg, durations, sizes, moments. Text only; no widget."""

import time


def kimg(nimg: float) -> str:
    """Images as thousands, without a unit: `0.5`, `120`, `1,240`."""
    value = nimg / 1000
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def duration(seconds: float) -> str:
    """`0:42`, `12:05`, `3:10:00`, `4 d 3 h`."""
    whole = max(0, round(seconds))
    minutes, s = divmod(whole, 60)
    hours, m = divmod(minutes, 60)
    if hours >= 48:
        return f"{hours // 24} d {hours % 24} h"
    return f"{hours}:{m:02d}:{s:02d}" if hours else f"{m}:{s:02d}"


def size(count: float) -> str:
    """Bytes: `640 kB`, `1.2 GB`."""
    for unit, factor in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= factor:
            value = count / factor
            return f"{value:.0f} {unit}" if value >= 10 else f"{value:.1f} {unit}"
    return f"{count:.0f} B"


def rate(images: float) -> str:
    """Images a second, to three figures."""
    return f"{images:,.0f}" if images >= 100 else f"{images:.3g}"


def when(moment: float, now: float | None = None) -> str:
    """A moment near enough to say in words: `just now`, `5 min ago`, `14:02`, `3 Mar 14:02`, `3 Mar 2024`."""
    now = time.time() if now is None else now
    past = now - moment
    then, today = time.localtime(moment), time.localtime(now)
    if 0 <= past < 60:
        return "just now"
    if 0 <= past < 3600:
        return f"{past / 60:.0f} min ago"
    if then[:3] == today[:3]:
        return time.strftime("%H:%M", then)
    day = f"{then.tm_mday} {time.strftime('%b', then)}"
    return f"{day} {time.strftime('%H:%M', then)}" if then.tm_year == today.tm_year else f"{day} {then.tm_year}"
