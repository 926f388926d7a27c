"""What a person reads, in the language that they chose. Sources are English; the window brings the catalogue of another language. No Qt here.

`say` and `say_n` are called where a text is made, never while a module is imported: only then the language is known. What stands in a table of a module
is marked there and said where it is used: `TITLES = {"log": mark("Log")}` … `say(TITLES[name])`. `python -m tests.texts` gathers every text.
"""

import string
from collections.abc import Callable, Iterable, Mapping, Sequence
from numbers import Integral, Real
from typing import Any, NamedTuple

LookUp = Callable[[str, str, int], str]  # source, sense, number (-1: none) → the text in the language; the source where it has none


class _Language(NamedTuple):
    look_up: LookUp | None = None
    point: str = "."
    group: str = ","


_language = _Language()


def speak(look_up: LookUp | None = None, *, point: str = ".", group: str = ",") -> None:
    """From here on texts come from this catalogue, and numbers have this decimal point and this mark between thousands; without it English and C."""
    global _language  # noqa: PLW0603 - one language a process, as Qt has it
    _language = _Language(look_up, point, group)


class Said(str):
    """A text that remembers how it was said, so that whoever reads it from a journal hears it in their own language."""

    record: dict[str, Any]


def mark(text: str) -> str:
    """The text as it is: a sign for the catalogue that `say` gets it later."""
    return text


def say(text: str, /, *, sense: str = "", **values: object) -> str:
    """The text in the language in force, its places filled: `say("{n} of {total:,} pictures", n=3, total=1200)`.

    Numbers are written as the language does. sense tells apart what English has one word for and others have not. Without values braces are braces.
    """
    return _said(_record(text, sense, values))


def say_n(n: int, one: str, many: str, /, *, sense: str = "", **values: object) -> str:
    """As `say`, by number: `say_n(n, "{n} picture", "{n} pictures")`; `n` is a value, too."""
    return _said({"one": one, **_record(many, sense, {"n": n, **values})})


def say_again(record: object, otherwise: str) -> str:
    """What was said elsewhere, in the language of here; the text `otherwise` where the record is none that can be said."""
    try:
        return _said(record) if isinstance(record, dict) else otherwise
    except (KeyError, ValueError, TypeError, AttributeError):  # a torn or a foreign line
        return otherwise


def in_english(said: Said) -> str:
    """The same text as it is written to disk."""
    return _worded(said.record, _Language())


def joined(texts: Iterable[str], between: str = ", ") -> str:
    """Texts one after the other; each is said in the language of whoever reads the whole. `between` has no braces."""
    held = {f"t{n}": text for n, text in enumerate(texts)}
    return _said(_record(between.join(f"{{{name}}}" for name in held), "", held)) if held else ""


def figure(value: float, form: str = "") -> str:
    """A number in this format, as the language in force writes it: 1234.5 with `,.1f` as `1,234.5` or `1.234,5`."""
    return localised(format(value, form))


def localised(text: str) -> str:
    """Digits as C writes them, with the decimal point and the mark between thousands of the language in force."""
    return _localised(text, _language)


def plain(text: str) -> str:
    """Digits as a person of this language types them, as C writes them; marks between thousands go. What C reads already stays as it is."""
    if _language.point == "." or "," not in text:
        return text
    return text.replace(_language.group, "").replace(_language.point, ".")


class _Filler(string.Formatter):
    """Fills places by plain names: a text from a file reaches into no object."""

    def __init__(self, language: _Language) -> None:
        self._language = language

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[Any, str]:
        return kwargs[field_name], field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        text: str = format(value, format_spec)
        return _localised(text, self._language) if isinstance(value, int | float) and not isinstance(value, bool) else text


def _localised(text: str, language: _Language) -> str:
    return text.translate({ord("."): language.point, ord(","): language.group})


def _record(text: str, sense: str, values: Mapping[str, object]) -> dict[str, Any]:
    kept = {name: _kept(value) for name, value in values.items()}
    return {"text": text, **({"sense": sense} if sense else {}), **({"values": kept} if kept else {})}


def _kept(value: object) -> Any:
    if isinstance(value, Real) and not isinstance(value, int | float):  # numpy's, too
        value = int(value) if isinstance(value, Integral) else float(value)
    if not isinstance(value, str | int | float):
        value = str(value)  # of an error it is the text that it was said with
    return value.record if isinstance(value, Said) else value


def _said(record: dict[str, Any]) -> Said:
    made = Said(_worded(record, _language))
    made.record = record
    return made


def _worded(record: Mapping[str, Any], language: _Language) -> str:
    text, one, values = record["text"], record.get("one"), record.get("values", {})
    n = int(values["n"]) if one is not None else -1
    found = language.look_up(text, record.get("sense", ""), n) if language.look_up is not None else text
    if found == text and n == 1:
        found = one
    held = {name: _worded(value, language) if isinstance(value, Mapping) else value for name, value in values.items()}
    if not isinstance(found, str):  # of a foreign record
        raise TypeError(found)
    return _Filler(language).vformat(found, (), held) if held else found
