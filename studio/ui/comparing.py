"""In what the settings of several runs differ, in the words of the form. Text only; no widget, no torch."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from studio.gan.spec import Option
from studio.messages import Json
from studio.ui.command_words import value_words
from studio.ui.form import TITLES, Catalogue, Draft, completed, label, same, title
from studio.words import say

ABSENT = "–"  # an option that this run's choice does not have


class Setting(NamedTuple):
    """One option of every run: where it stands in the form, what it is called, its value for each, and whether those differ."""

    section: str
    name: str
    values: tuple[str, ...]
    differs: bool

    @property
    def words(self) -> str:
        """Where and what, such as `Optimiser: Learning rate`."""
        return f"{self.section}: {self.name}" if self.name else self.section


def compared(catalogue: Catalogue, options: Sequence[Mapping[str, Json]]) -> list[Setting]:
    """Every setting of these runs in the order of the form; the name of the run itself is left out."""
    drafts = [completed(catalogue, one) for one in options]
    return [setting for section in catalogue.groups for setting in _of_section(catalogue, drafts, section)]


def as_text(names: Sequence[str], settings: Sequence[Setting]) -> str:
    """A table with tabs, for a spreadsheet or a letter."""
    rows = [(say("Setting"), *names), *((setting.words, *setting.values) for setting in settings)]
    return "\n".join("\t".join(row) for row in rows)


def _of_section(catalogue: Catalogue, drafts: Sequence[Draft], section: str) -> Iterator[Setting]:
    group = catalogue.groups[section]
    place = say(TITLES.get(section, label(section)))
    held = [draft[section] for draft in drafts]
    kinds = [group.kind(data) for data in held]
    if group.chooses:
        chosen = tuple(title(kind.name) for kind in kinds)
        yield Setting(place, "", chosen, len(set(chosen)) > 1)
    known: dict[str, Option] = {}
    for kind in kinds:
        known |= {option.name: option for option in kind.options if option.name not in known}
    for name, option in known.items():
        there = [kind.option(name) is not None for kind in kinds]
        values = [data.get(name) if has else None for data, has in zip(held, there, strict=True)]
        differs = len(set(there)) > 1 or any(not same(values[0], value) for value in values[1:])
        texts = tuple(_words(option, value) if has else ABSENT for value, has in zip(values, there, strict=True))
        yield Setting(place, label(name, option.unit), texts, differs)


def _words(option: Option, value: Json) -> str:
    if option.zero and not isinstance(value, bool) and value in (0, "", None):
        return say(option.zero)
    said = str(value) if option.type == "path" and value else value_words(value)
    return f"{said} {say(option.unit)}" if option.unit and isinstance(value, int | float) and not isinstance(value, bool) else said
