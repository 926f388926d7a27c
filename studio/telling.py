"""Messages with words for a person: English on disk, and heard by every reader in their own language."""

from typing import Annotated, Any

from pydantic import BaseModel, SerializerFunctionWrapHandler, ValidatorFunctionWrapHandler, WrapValidator, model_serializer, model_validator

from studio.words import Said, in_english, say_again


def _as_said(value: Any, rest: ValidatorFunctionWrapHandler) -> Any:
    return value if isinstance(value, Said) else rest(value)


Words = Annotated[str, WrapValidator(_as_said)]  # for a person to read


class Telling(BaseModel):
    """A part of a message. How its words were said is kept beside them, under `said`."""

    @model_serializer(mode="wrap")
    def _with_records(self, rest: SerializerFunctionWrapHandler) -> dict[str, Any]:
        made: dict[str, Any] = rest(self)
        said: dict[str, Any] = {}
        english = {name: _english(getattr(self, name), name, said) for name in type(self).model_fields}
        if not said:
            return made
        return {**made, **{name: english[name] for name in {place.partition(".")[0] for place in said}}, "said": said}

    @model_validator(mode="before")
    @classmethod
    def _in_words_of_here(cls, data: Any) -> Any:
        said = data.get("said") if isinstance(data, dict) else None
        if not isinstance(said, dict):
            return data
        made = dict(data)
        for place, record in said.items():
            name, *steps = str(place).split(".")
            if name in made:
                made[name] = _heard(made[name], steps, record)
        return made


def _english(value: Any, place: str, said: dict[str, Any]) -> Any:
    """The value as it is written to disk; how its texts were said goes into `said`, by their places, such as `text` or `labels.2`."""
    if isinstance(value, Said):
        said[place] = value.record
        return in_english(value)
    if isinstance(value, tuple):
        return tuple(_english(one, f"{place}.{n}", said) for n, one in enumerate(value))
    return value


def _heard(value: Any, steps: list[str], record: object) -> Any:
    """The value with the text at that place said anew; as it was where there is none."""
    if not steps:
        return say_again(record, value) if isinstance(value, str) else value
    here, *further = steps
    if not isinstance(value, list | tuple) or not here.isdecimal() or int(here) >= len(value):
        return value
    n = int(here)
    return [*value[:n], _heard(value[n], further, record), *value[n + 1 :]]
