import pytest

from studio.errors import ConfigError
from studio.export.plan import ExportPlan


def paths(error: pytest.ExceptionInfo[ConfigError]) -> list[str]:
    return [problem.path for problem in error.value.problems]


def test_a_first_seed_and_a_count_name_the_seeds_in_a_row(tmp_path):
    assert list(ExportPlan(target=tmp_path, seeds=7, count=3).all_seeds()) == [7, 8, 9]


def test_listed_seeds_need_no_count(tmp_path):
    assert list(ExportPlan(target=tmp_path, seeds=[5, 2]).all_seeds()) == [5, 2]


@pytest.mark.parametrize(
    ("options", "path"),
    [
        ({}, "count"),
        ({"count": 0}, "count"),
        ({"seeds": [1, 2], "count": 3}, "count"),
        ({"seeds": [], "count": 1}, "seeds.tuple[int, ...]"),
        ({"seeds": [4, 4]}, "seeds"),
        ({"seeds": -1, "count": 2}, "seeds"),
        ({"seeds": 2**63 - 1, "count": 2}, "seeds"),
        ({"count": 1, "psi": float("nan")}, "psi"),
        ({"count": 1, "quality": 101}, "quality"),
        ({"count": 1, "format": "gif"}, "format"),
        ({"count": 1, "classes": []}, "classes"),
        ({"count": 1, "colour": 1}, "colour"),
    ],
)
def test_a_faulty_plan_is_refused_by_its_field(tmp_path, options, path):
    with pytest.raises(ConfigError) as error:
        ExportPlan(target=tmp_path, **options)
    assert path.split(".")[0] in paths(error)[0]


def test_seeds_are_dealt_to_the_classes_whatever_the_range(tmp_path):
    known = ("cat", "dog", "owl")

    def dealt(**options) -> dict[int, int | None]:
        plan = ExportPlan(target=tmp_path, classes=("owl", 0), **options)
        return {seed: c for c, seeds in plan.jobs(known, 4) for seed in seeds}

    whole = dealt(seeds=0, count=20)
    assert list(whole.values()).count(2) == 10
    assert list(whole.values()).count(0) == 10
    assert dealt(seeds=[13, 6, 19]) == {seed: whole[seed] for seed in (13, 6, 19)}


def test_a_class_is_known_by_name_before_number(tmp_path):
    plan = ExportPlan(target=tmp_path, count=1, classes=("1", "0", 2))
    assert plan.chosen(("1", "7", "9")) == (0, 0, 2)


@pytest.mark.parametrize(("known", "asked"), [((), "cat"), (("cat",), "dog"), (("cat",), 1), (("cat",), -1)])
def test_an_unknown_class_is_refused(tmp_path, known, asked):
    with pytest.raises(ConfigError, match="class"):
        ExportPlan(target=tmp_path, count=1, classes=(asked,)).chosen(known)
