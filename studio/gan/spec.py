"""A choice is a frozen model: its fields are options, its `kind` its name; a registry walks a folder.

`Objective`, `Network`, `Source` … are families (direct children of `Spec`); the classes below them are kinds, one file each.
The form, the command line, the JSON of a run and the contract tests all read the same fields.
"""

import importlib
import pkgutil
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, SerializerFunctionWrapHandler, ValidationError, model_serializer
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, ErrorDetails, core_schema

from studio.errors import ConfigError, Problem
from studio.gan.schedule import Schedule
from studio.told import either, reason_of
from studio.words import mark, say


def option(
    default: Any,
    *,
    help: str,
    ge: float | None = None,
    gt: float | None = None,
    le: float | None = None,
    lt: float | None = None,
    unit: str = "",
    zero: str = "",
    live: bool = False,
    advanced: bool = False,
) -> Any:
    """A field with what the form needs. Limits of a `Schedule` field bind both its ends.

    zero: what 0, or an empty text, means in a word or two, where it is no amount. live: may be changed while a run trains. advanced: the form's second tier.
    """
    if isinstance(default, int | float) and not isinstance(default, bool) and (ge, gt, le, lt) == (None, None, None, None):
        raise ValueError(f"the numeric option '{help}' needs a limit")
    extra: dict[str, Any] = {"unit": unit, "zero": zero, "live": live, "advanced": advanced, "ge": ge, "gt": gt, "le": le, "lt": lt}
    return Field(default, description=help, json_schema_extra={k: v for k, v in extra.items() if v is not None})


def scheduled(value: float | str, **about: Any) -> Any:
    """An option that follows a schedule; `value` as `Schedule` reads it."""
    return option(Schedule.model_validate(value), **about)


_LIMITS = {
    ("least", ""): mark("at least {low:,.10g}"),
    ("above", ""): mark("above {low:,.10g}"),
    ("", "most"): mark("at most {high:,.10g}"),
    ("", "below"): mark("below {high:,.10g}"),
    ("least", "most"): mark("at least {low:,.10g}, at most {high:,.10g}"),
    ("least", "below"): mark("at least {low:,.10g}, below {high:,.10g}"),
    ("above", "most"): mark("above {low:,.10g}, at most {high:,.10g}"),
    ("above", "below"): mark("above {low:,.10g}, below {high:,.10g}"),
}
_FAULTS = {
    "int_type": mark("input should be a valid integer"),
    "int_parsing": mark("input should be a valid integer, unable to parse string as an integer"),
    "int_from_float": mark("input should be a valid integer, got a number with a fractional part"),
    "float_type": mark("input should be a valid number"),
    "float_parsing": mark("input should be a valid number, unable to parse string as a number"),
    "finite_number": mark("input should be a finite number"),
    "bool_type": mark("input should be a valid boolean"),
    "bool_parsing": mark("input should be a valid boolean, unable to interpret input"),
    "string_type": mark("input should be a valid string"),
    "string_too_short": mark("string should have at least {min_length} character"),
    "string_too_long": mark("string should have at most {max_length} characters"),
    "greater_than": mark("input should be greater than {gt}"),
    "greater_than_equal": mark("input should be greater than or equal to {ge}"),
    "less_than": mark("input should be less than {lt}"),
    "less_than_equal": mark("input should be less than or equal to {le}"),
    "missing": mark("field required"),
}  # pydantic's words for what a person may well write


@dataclass(frozen=True)
class Option:
    """One field as a form or a help text shows it."""

    name: str
    type: Literal["bool", "int", "float", "text", "enum", "schedule", "path"]
    default: Any
    help: str
    unit: str = ""
    zero: str = ""
    live: bool = False
    advanced: bool = False
    optional: bool = False
    choices: tuple[str, ...] = ()
    ge: float | None = None
    gt: float | None = None
    le: float | None = None
    lt: float | None = None

    def limits(self) -> str:
        """The limits in words, such as `at least 0, at most 65,536`; empty when there are none."""
        lower = "least" if self.ge is not None else "above" if self.gt is not None else ""
        upper = "most" if self.le is not None else "below" if self.lt is not None else ""
        if not lower and not upper:
            return ""
        low, high = self.ge if self.ge is not None else self.gt, self.le if self.le is not None else self.lt
        return say(_LIMITS[lower, upper], low=low, high=high)

    def fault(self, value: Any) -> str:
        """Why a number lies outside the limits; empty when it does not."""
        bad = (
            (self.ge is not None and value < self.ge)
            or (self.gt is not None and value <= self.gt)
            or (self.le is not None and value > self.le)
            or (self.lt is not None and value >= self.lt)
        )
        return say("must be {limits}; got {value:,.10g}", limits=self.limits(), value=value) if bad else ""


class Section(BaseModel):
    """A frozen group of options. Unknown fields, NaN and infinities are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    @classmethod
    def options(cls) -> tuple[Option, ...]:
        """Every field that is an option, in order of declaration; groups within this one are left out."""
        return tuple(_describe(name, field) for name, field in cls.model_fields.items() if not _is_group(field))

    @classmethod
    def read(cls, data: Any, path: str = "") -> Self:
        """Validated from JSON-like data; ConfigError lists every problem with its dotted path."""
        if not isinstance(data, Mapping):
            raise ConfigError([Problem(path, say("must be a group of options, got {value}", value=repr(data)))])
        wrong = [opt.name for opt in cls.options() if _is_wrong_bool(opt, data)]
        problems = [Problem(join(path, name), say("must be a number; got {value}", value=repr(data[name]))) for name in wrong]
        try:
            made = cls.model_validate(dict(data))
        except ValidationError as error:
            raise ConfigError([*problems, *_problems(error, path, cls)]) from None
        for opt in cls.options():
            faults = [fault for end in _numbers(getattr(made, opt.name)) if (fault := opt.fault(end))]
            problems += [Problem(join(path, opt.name), fault) for fault in faults[:1]]
        problems = problems or [Problem(join(path, p.path), p.message) for p in made.check()]  # check may trust the limits
        if problems:
            raise ConfigError(problems)
        return made

    def check(self) -> Iterator[Problem]:
        """Faults that need several fields of this group to see; paths relative to it."""
        return iter(())

    def dump(self) -> dict[str, Any]:
        """JSON-like data with every field written; `read` gives an equal object back."""
        return self.model_dump(mode="json")


class Spec(Section):
    """A choice among kinds. A family is a direct child; a kind is declared with `class Hinge(Objective, kind="hinge")`."""

    kind: ClassVar[str] = ""
    default: ClassVar[str] = ""  # of a family: the kind meant where none is named

    def __init_subclass__(cls, kind: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.kind = kind

    @classmethod
    def kinds(cls) -> dict[str, type[Self]]:
        """Every kind of this family by name, sorted; walks the family's folder on first use."""
        package = importlib.import_module(cls.__module__)
        for module in pkgutil.iter_modules(getattr(package, "__path__", [])):
            importlib.import_module(f"{package.__name__}.{module.name}")
        return {k.kind: k for k in sorted(_below(cls), key=lambda k: k.kind) if k.kind}

    @classmethod
    def read(cls, data: Any, path: str = "") -> Self:
        """From `{"kind": …, options}` or a bare kind name. ConfigError names the path and the known kinds."""
        if isinstance(data, cls) and data.kind:
            return data
        if isinstance(data, str):
            data = {"kind": data}
        if not isinstance(data, Mapping):
            raise ConfigError([Problem(path, say("must name a kind, got {value}", value=repr(data)))])
        rest = {k: v for k, v in data.items() if k != "kind"}
        name = data.get("kind", cls.kind)
        known = cls._alone(name) or ({cls.kind: cls} if cls.kind else cls.kinds())
        if not isinstance(name, str) or name not in known:
            text = say("unknown kind {name}; choose one of {known}", name=repr(name), known=", ".join(known))
            raise ConfigError([Problem(join(path, "kind"), text)])
        return super(Spec, known[name]).read(rest, path)

    @classmethod
    def _alone(cls, name: Any) -> dict[str, type[Self]]:
        """The kind of this name from the file that is called so, the family's other files left unread; nothing where there is no such file."""
        if cls.kind or not isinstance(name, str) or not name.isidentifier():
            return {}
        package = importlib.import_module(cls.__module__)
        if any(module.name == name for module in pkgutil.iter_modules(getattr(package, "__path__", []))):
            importlib.import_module(f"{package.__name__}.{name}")
        return {k.kind: k for k in _below(cls) if k.kind == name}

    @model_serializer(mode="wrap")
    def _with_kind(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {"kind": self.kind, **handler(self)}

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        if not cls.__dict__.get("__pydantic_complete__"):  # pydantic is still building this very class
            return handler(source)
        written = core_schema.plain_serializer_function_ser_schema(lambda chosen: chosen.dump())
        return core_schema.is_instance_schema(cls, serialization=written)

    @classmethod
    def about(cls) -> str:
        """The docstring's first line, without its full stop: what a menu shows."""
        return (cls.__doc__ or cls.kind).strip().splitlines()[0].rstrip(".")


def join(path: str, name: str) -> str:
    """A dotted path below another."""
    return f"{path}.{name}" if path and name else path or name


def _below(cls: type[Any]) -> Iterator[type[Any]]:
    for child in cls.__subclasses__():
        yield child
        yield from _below(child)


def _numbers(value: Any) -> tuple[float, ...]:
    if isinstance(value, Schedule):
        return (value.start, value.end)
    return (value,) if isinstance(value, int | float) and not isinstance(value, bool) else ()


def _is_group(field: FieldInfo) -> bool:
    return isinstance(field.annotation, type) and issubclass(field.annotation, Section)


def _is_wrong_bool(opt: Option, data: Mapping[str, Any]) -> bool:
    return opt.type in ("int", "float") and isinstance(data.get(opt.name), bool)  # pydantic would read true as 1


def _describe(name: str, field: FieldInfo) -> Option:
    extra = dict(field.json_schema_extra) if isinstance(field.json_schema_extra, dict) else {}
    shape, optional, choices = _shape(field.annotation)
    return Option(name, shape, field.default, field.description or "", optional=optional, choices=choices, **typing.cast(Any, extra))


def _shape(annotation: Any) -> tuple[Any, bool, tuple[str, ...]]:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        inner = [a for a in typing.get_args(annotation) if a is not type(None)]
        shape, _, choices = _shape(inner[0])
        return shape, True, choices
    if typing.get_origin(annotation) is Literal:
        return "enum", False, tuple(str(a) for a in typing.get_args(annotation))
    names = {"bool": "bool", "int": "int", "float": "float", "str": "text", "Schedule": "schedule", "Path": "path"}
    return names[annotation.__name__], False, ()


def _problems(error: ValidationError, path: str, cls: type[Section]) -> Iterator[Problem]:
    known = ", ".join(cls.model_fields)
    for fault in error.errors(include_url=False):
        where = join(path, ".".join(str(part) for part in fault["loc"]))
        if fault["type"] == "extra_forbidden":
            yield Problem(where, say("unknown option; known here: {known}", known=known))
        elif isinstance(fault["input"], dict):
            yield Problem(where, fault_in_words(fault))
        else:
            yield Problem(where, say("{fault}; got {value}", fault=fault_in_words(fault), value=repr(fault["input"])))


def fault_in_words(fault: ErrorDetails) -> str:
    """What pydantic found wrong with a value, such as `input should be a valid integer`; what a validator of ours says, as that says it."""
    about = fault.get("ctx", {})
    if isinstance(error := about.get("error"), ValueError):
        return reason_of(error)
    if fault["type"] == "literal_error":
        some, _, last = str(about["expected"]).rpartition(" or ")
        return say("input should be {choices}", choices=either([some, last] if some else [last]))
    if fault["type"] in _FAULTS:
        whole = {name: int(bound) for name, bound in about.items() if isinstance(bound, float) and bound.is_integer()}  # as pydantic writes them
        return say(_FAULTS[fault["type"]], **{**about, **whole})
    message = fault["msg"].removeprefix("Value error, ")
    return message[0].lower() + message[1:]
