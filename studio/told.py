"""Texts that were said and are kept, put together or told again; and what the system says of files, in words of ours. Needs no torch."""

import errno
from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Any

from studio.words import Said, mark, say, say_again

_REFUSALS = {
    errno.EACCES: mark("no permission to read it"),
    errno.EPERM: mark("no permission to read it"),
    errno.ENOENT: mark("it is not there any more"),
    errno.EIO: mark("its disk reports an error"),
    errno.EISDIR: mark("it is a folder"),
}


def to_keep(text: str) -> Any:
    """As it goes into a JSON file: how it was said, where it was."""
    return text.record if isinstance(text, Said) else text


def told(kept: Any) -> str:
    """What `to_keep` gave, in the language of here."""
    return say_again(kept, str(kept.get("text", "")) if isinstance(kept, dict) else str(kept))


def reason_of(fault: BaseException) -> str:
    """The fault's text as it was said: `str` would forget that."""
    return fault.args[0] if fault.args and isinstance(fault.args[0], Said) else str(fault)


def system_reason(fault: OSError) -> str:
    """Why the system refused a file, in words of ours for what is common; else in its own."""
    if fault.errno in _REFUSALS:
        return say(_REFUSALS[fault.errno])
    return fault.strerror or str(fault)


def either(texts: Iterable[str]) -> str:
    """`a or b or c`."""
    return reduce(lambda some, other: say("{one} or {other}", one=some, other=other), texts)


def title_of(command: Mapping[str, Any]) -> str:
    """What the remedy of a command is called, in the language of here."""
    title, said = str(command.get("title", "")), command.get("said")
    return say_again(said.get("title"), title) if isinstance(said, Mapping) else title
