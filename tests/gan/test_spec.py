"""Specs on a family of the test's own: what is read, refused, written and described."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest

from studio.errors import ConfigError, Problem
from studio.gan.schedule import Schedule
from studio.gan.spec import Option, Section, Spec, option, scheduled


class Cake(Spec):
    """What to bake."""

    sugar: float = option(0.2, ge=0, le=1, live=True, unit="kg", help="Sweetness.")


class Sponge(Cake, kind="sponge"):
    """Sponge: light and simple. Rises well."""

    eggs: int = option(3, ge=1, lt=13, help="Eggs.")
    heat: Schedule = scheduled("180 -> 160 linear 10", gt=0, le=250, live=True, help="Oven.")
    shape: Literal["round", "square"] = option("round", help="Tin.")
    glazed: bool = option(False, help="Glaze.", advanced=True)
    layers: int | None = option(None, help="Layers; empty: as many as fit.", ge=1)
    recipe: Path = option(Path("book"), help="Where it is written.")
    note: str = option("", help="A word.")

    def check(self) -> Iterator[Problem]:
        if self.shape == "square" and 1 / self.eggs > 0.5:
            yield Problem("eggs", "a square tin needs 2 eggs")


class Tart(Cake, kind="tart"):
    """Tart."""

    sugar: float = option(0.1, ge=0, le=1, help="Sweetness.")


def problems(data: Any, path: str = "cake") -> list[Problem]:
    with pytest.raises(ConfigError) as caught:
        Cake.read(data, path)
    return list(caught.value.problems)


def test_the_kinds_of_a_family_are_found():
    assert Cake.kinds() == {"sponge": Sponge, "tart": Tart}


def test_a_bare_name_means_the_defaults():
    assert Cake.read("sponge") == Sponge()
    assert Cake.read({"kind": "tart", "sugar": 0.5}) == Tart(sugar=0.5)


def test_what_is_written_reads_back_equal():
    cake = Cake.read({"kind": "sponge", "eggs": 5, "heat": "200 -> 150 cosine 3", "layers": 2, "recipe": "a/b.txt", "glazed": True})
    written = cake.dump()
    assert written["kind"] == "sponge"
    assert written.keys() == {"kind", *Sponge.model_fields}
    assert Cake.read(written) == cake


def test_a_spec_is_taken_as_it_is():
    cake = Sponge(eggs=4)
    assert Cake.read(cake) is cake


def test_a_kind_may_be_read_by_its_own_class():
    assert Sponge.read({"eggs": 2}) == Sponge(eggs=2)
    with pytest.raises(ConfigError):
        Sponge.read({"kind": "tart"})


@pytest.mark.parametrize("kind", ["pie", "", None, 3, ["sponge"], {"a": 1}])
def test_an_unknown_kind_is_refused_with_those_there_are(kind):
    (problem,) = problems({"kind": kind})
    assert problem.path == "cake.kind"
    assert "sponge, tart" in problem.message


@pytest.mark.parametrize("data", [None, 3, ["sponge"], True])
def test_what_is_no_choice_is_refused(data):
    (problem,) = problems(data)
    assert problem.path == "cake"


def test_every_problem_is_told_with_its_path():
    found = problems({"kind": "sponge", "eggs": "many", "shape": "oval", "colour": "red", "heat": {"start": 1, "ends": 2}})
    assert {p.path for p in found} == {"cake.eggs", "cake.shape", "cake.colour", "cake.heat.ends"}
    unknown = next(p.message for p in found if p.path == "cake.colour")
    assert "unknown option" in unknown
    assert "eggs" in unknown


def test_every_limit_that_is_broken_is_told():
    found = {p.path: p.message for p in problems({"kind": "sponge", "eggs": 13, "sugar": -0.5, "layers": 0, "heat": 0})}
    assert found.keys() == {"cake.eggs", "cake.sugar", "cake.layers", "cake.heat"}
    assert found["cake.eggs"] == "must be at least 1, below 13; got 13"


@pytest.mark.parametrize("heat", ["300 -> 100 linear", "100 -> 300 linear", "100 -> 0 linear", 251, -1])
def test_limits_hold_at_both_ends_of_a_schedule(heat):
    assert [p.path for p in problems({"kind": "sponge", "heat": heat})] == ["cake.heat"]


def test_a_schedule_that_cannot_be_read_is_one_problem():
    (problem,) = problems({"kind": "sponge", "heat": "warm"})
    assert problem.path == "cake.heat"
    assert "got 'warm'" in problem.message


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "nan", True, "a lot", None, [1]])
def test_what_is_no_number_is_refused(value):
    assert [p.path for p in problems({"kind": "sponge", "sugar": value})] == ["cake.sugar"]


def test_a_fraction_is_no_count():
    assert [p.path for p in problems({"kind": "sponge", "eggs": 2.5})] == ["cake.eggs"]


def test_checks_run_once_the_limits_hold():
    assert problems({"kind": "sponge", "eggs": 1, "shape": "square"}) == [Problem("cake.eggs", "a square tin needs 2 eggs")]
    assert len(problems({"kind": "sponge", "eggs": 0, "shape": "square"})) == 1  # and would have divided by zero before


def test_the_error_reads_as_a_sentence_per_fault():
    error = ConfigError(problems({"kind": "sponge", "eggs": 0, "sugar": 2}))
    assert str(error) == "cake.sugar: must be at least 0, at most 1; got 2\ncake.eggs: must be at least 1, below 13; got 0"


def test_options_describe_every_field():
    described = {o.name: o for o in Sponge.options()}
    assert list(described) == ["sugar", "eggs", "heat", "shape", "glazed", "layers", "recipe", "note"]
    assert described["sugar"] == Option("sugar", "float", 0.2, "Sweetness.", unit="kg", live=True, ge=0, le=1)
    assert {o.name: o.type for o in described.values()} == {
        "sugar": "float", "eggs": "int", "heat": "schedule", "shape": "enum", "glazed": "bool", "layers": "int", "recipe": "path", "note": "text"
    }  # fmt: skip
    assert described["shape"].choices == ("round", "square")
    assert described["layers"].optional
    assert not described["eggs"].optional
    assert described["glazed"].advanced
    assert not described["glazed"].live


def test_a_group_within_a_group_is_no_option():
    class Kitchen(Section):
        """A kitchen."""

        oven: Sponge = Sponge()
        size: int = option(1, ge=1, help="Size.")

    assert [o.name for o in Kitchen.options()] == ["size"]


def test_a_number_without_limits_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="needs a limit"):
        option(1.0, help="Free.")


def test_options_cannot_be_changed_in_place():
    with pytest.raises(ValueError, match="frozen"):
        Sponge().eggs = 4


def test_the_first_line_is_what_a_menu_shows():
    assert Tart.about() == "Tart"
    assert Sponge.about() == "Sponge: light and simple. Rises well"
