"""Texts that were said and are kept, put together or told again. Says nothing of its own accord; needs no torch."""

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Any

from studio.words import Said, say, say_again

_REALS = re.compile(
    r"(?:(?P<drawn>[0-9,]+) freshly drawn|(?P<held>[0-9,]+) held-out(?: and (?P<more>[0-9,]+) training)?|(?P<train>[0-9,]+) training)"
    r" (?P<noun>points|images)(?: of (?P<source>\w+))?"
)


def to_keep(text: str) -> Any:
    """As it goes into a JSON file: how it was said, where it was."""
    return text.record if isinstance(text, Said) else text


def told(kept: Any) -> str:
    """What `to_keep` gave, in the language of here."""
    return say_again(kept, str(kept.get("text", "")) if isinstance(kept, dict) else str(kept))


def reason_of(fault: BaseException) -> str:
    """The fault's text as it was said: `str` would forget that."""
    return fault.args[0] if fault.args and isinstance(fault.args[0], Said) else str(fault)


def in_a_row(texts: Sequence[str], between: str) -> str:
    """The texts joined, each still as it was said. between: a sign that is the same in every language."""
    if len(texts) < 2:
        return texts[0] if texts else ""
    form = between.join(f"{{t{i}}}" for i in range(len(texts)))
    return say(form, **{f"t{i}": text for i, text in enumerate(texts)})


def either(texts: Iterable[str]) -> str:
    """`a or b or c`."""
    return reduce(lambda some, other: say("{one} or {other}", one=some, other=other), texts)


def reals_in_words(text: str) -> str:
    """A set of reals as a figure's basis names it, such as `128 held-out and 1,669 training images of digits`, in the language of here."""
    found = _REALS.fullmatch(text)
    if found is None:
        return text
    drawn, held, more, train = (None if n is None else int(n.replace(",", "")) for n in found.group("drawn", "held", "more", "train"))
    if found["noun"] == "points":
        if drawn is not None:
            made = say("{n:,} freshly drawn points", n=drawn)
        elif more is not None:
            made = say("{n:,} held-out and {more:,} training points", n=held, more=more)
        else:
            made = say("{n:,} held-out points", n=held) if train is None else say("{n:,} training points", n=train)
    elif drawn is not None:
        made = say("{n:,} freshly drawn images", n=drawn)
    elif more is not None:
        made = say("{n:,} held-out and {more:,} training images", n=held, more=more)
    else:
        made = say("{n:,} held-out images", n=held) if train is None else say("{n:,} training images", n=train)
    return say("{reals} of {source}", reals=made, source=found["source"]) if found["source"] else made
