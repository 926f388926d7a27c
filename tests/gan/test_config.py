"""RunConfig: round trips, every problem at once, and the edits that a form, a command line and a running trainer make."""

import json

import pytest

from studio.errors import ConfigError
from studio.gan.config import SECTIONS, RunConfig, flat
from studio.gan.schedule import Schedule
from studio.gan.spec import Spec

CHOICES = {"game": "generation", "dataset": "ring", "network": "mlp", "objective": "relativistic", "optimizer": "adam"}


@pytest.fixture
def config():
    return RunConfig.read(CHOICES)


def problems(make):
    with pytest.raises(ConfigError) as caught:
        make()
    return {p.path: p.message for p in caught.value.problems}


def test_bare_names_are_enough(config):
    assert config.network.kind == "mlp"
    assert config.training.batch == 64
    assert config.name == "run"


def test_a_config_survives_json(config):
    assert RunConfig.read(json.loads(json.dumps(config.dump()))) == config


def test_every_field_is_written(config):
    written = config.dump()
    assert written.keys() == RunConfig.model_fields.keys()
    for name, section in SECTIONS.items():
        chosen = getattr(config, name)
        expected = set(type(chosen).model_fields) | ({"kind"} if issubclass(section, Spec) else set())
        assert written[name].keys() == expected


def test_the_input_may_be_a_config_of_made_parts(config):
    assert RunConfig.read({**CHOICES, "network": config.network, "training": {"batch": 8}}).training.batch == 8


def test_every_problem_of_every_part_is_told_at_once():
    found = problems(
        lambda: RunConfig.read(
            {
                "game": "generation",
                "dataset": "nowhere",
                "network": {"kind": "mlp", "width": 0, "wide": 3},
                "objective": {"kind": "hinge", "gamma": "1 -> -1 linear"},
                "training": {"batch": 0, "seed": -1},
                "name": "",
                "extra": 1,
            }
        )
    )
    assert found.keys() == {"dataset.kind", "network.wide", "objective.gamma", "optimizer", "training.batch", "training.seed", "name", "extra"}
    assert "adam, adamw, rmsprop, sgd" in found["optimizer"]
    assert "unknown option" in found["extra"]


@pytest.mark.parametrize("data", [None, [], "digits", 3])
def test_what_is_no_config_is_refused(data):
    assert list(problems(lambda: RunConfig.read(data))) == [""]


def test_another_versions_format_is_refused_by_number():
    assert "format 99" in problems(lambda: RunConfig.read({**CHOICES, "format": 99}))["format"]


@pytest.mark.parametrize("section", ["ema", "training", "precision", "saving", "transfer"])
def test_a_group_must_be_a_group(section):
    assert list(problems(lambda: RunConfig.read({**CHOICES, section: 3}))) == [section]


def test_a_part_that_does_not_fit_another_is_told_by_the_game():
    found = problems(lambda: RunConfig.read({**CHOICES, "network": "dcgan", "training": {"batch": 1}}))
    assert "training.batch" in found


# --- with_option --------------------------------------------------------------------------------------------------------


def test_one_option_changes_and_nothing_else(config):
    changed = config.with_option("training.batch", 128)
    assert config.differences(changed) == {"training.batch": (64, 128)}
    assert config.training.batch == 64


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("training.batch", "32", 32),
        ("dataset.labelled", "true", True),
        ("precision.channels_last", "true", "on"),  # as older runs and command lines have it
        ("training.device", "cuda:1", "cuda:1"),
        ("training.device", "1", "1"),
        ("precision.dtype", "bf16", "bf16"),
        ("optimizer.lr", "1e-3", Schedule(start=1e-3, end=1e-3)),
        ("optimizer.lr", "1e-3 -> 1e-4 linear 5", Schedule(start=1e-3, end=1e-4, shape="linear", kimg=5)),
        ("objective.gamma", '{"start": 1, "end": 2, "shape": "linear"}', Schedule(start=1, end=2, shape="linear")),
    ],
)
def test_text_from_a_command_line_is_read_by_what_the_option_holds(config, path, text, expected):
    section, name = path.split(".")
    assert getattr(getattr(config.with_option(path, text), section), name) == expected


@pytest.mark.parametrize("name", ["2024", "my run", "true", '"quoted"'])
def test_a_name_stays_as_it_was_typed(config, name):
    assert config.with_option("name", name).name == name


def test_one_end_of_a_schedule_may_be_set(config):
    changed = config.with_option("optimizer.lr", "1e-3 -> 1e-4 linear").with_option("optimizer.lr.end", 1e-5)
    assert (changed.optimizer.lr.start, changed.optimizer.lr.end) == (1e-3, 1e-5)


@pytest.mark.parametrize("path", ["colour", "colour.red", ""])
def test_an_unknown_group_is_refused_with_those_there_are(config, path):
    found = problems(lambda: config.with_option(path, 1))
    assert "network" in found[path]


@pytest.mark.parametrize("path", ["network.colour", "training.colour", "training.batch.size", "network.width.x"])
def test_an_unknown_option_is_refused_by_its_path(config, path):
    found = problems(lambda: config.with_option(path, 1))
    assert all(p.startswith(path.rsplit(".", 1)[0]) for p in found)


def test_limits_hold_for_edits_too(config):
    assert list(problems(lambda: config.with_option("training.batch", 0))) == ["training.batch"]


@pytest.mark.parametrize("path", ["network", "network.kind"])
def test_another_kind_takes_over_what_was_changed_and_both_know(config, path):
    edited = config.with_option("network.z_dim", 17).with_option("network.slope", 0.3)
    switched = edited.with_option(path, "dcgan")
    assert switched.network.kind == "dcgan"
    assert switched.network.z_dim == 17
    assert switched.network.width == 32  # dcgan's own default: mlp's was not changed


def test_another_kind_keeps_its_own_default_where_nothing_was_changed(config):
    switched = config.with_option("objective", "wasserstein")
    assert (switched.objective.penalty, switched.objective.gamma.start) == ("wgan_gp", 10)


def test_the_same_kind_again_changes_nothing(config):
    edited = config.with_option("network.width", 99)
    assert edited.with_option("network.kind", "mlp") == edited


def test_a_kind_may_be_left_for_the_one_that_it_extends(config):
    assert config.with_option("optimizer", "adamw").with_option("optimizer", "adam") == config


def test_a_whole_choice_may_be_given(config):
    assert config.with_option("network", {"kind": "mlp", "width": 7}).network.width == 7
    assert config.with_option("training", {"batch": 7}).training.batch == 7
    assert config.with_option("network", '{"kind": "mlp", "width": 7}').network.width == 7


@pytest.mark.parametrize("kind", ["transformer", "3", ""])
def test_an_unknown_kind_is_refused(config, kind):
    assert list(problems(lambda: config.with_option("network.kind", kind))) == ["network.kind"]


# --- live edits ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("optimizer.lr", 1e-5),
        ("objective.gamma", "1 -> 0.1 linear"),
        ("objective", "hinge"),
        ("objective.kind", "hinge"),
        ("objective", {"kind": "non_saturating", "label_smoothing": 0.1}),
        ("training.kimg", 500),
        ("ema.half_life_kimg", 5),
        ("game.d_steps", 2),
        ("ema", {"half_life_kimg": 3}),
        ("optimizer.clip", 1.0),
        ("augment", "diffaugment"),
        ("augment", {"kind": "ada", "p": 0.3}),
        ("doctor.on", False),
        ("doctor", {"autopilot": True, "attempts": 1}),
    ],
)
def test_what_may_change_while_training_does(config, path, value):
    changed = config.with_option(path, value, live=True)
    assert {where.split(".")[0] for where in config.differences(changed)} == {path.split(".")[0]}


def test_one_end_of_a_schedule_may_change_while_training(config):
    falling = config.with_option("optimizer.lr", "2e-4 -> 1e-4 cosine")
    assert falling.with_option("optimizer.lr.end", 3e-5, live=True).optimizer.lr.end == 3e-5


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("training.batch", 128),
        ("training.seed", 1),
        ("network.width", 8),
        ("network.kind", "dcgan"),
        ("network", "dcgan"),
        ("network", {"kind": "mlp", "width": 8}),
        ("optimizer.kind", "sgd"),
        ("optimizer", "sgd"),
        ("dataset", "grid"),
        ("precision.dtype", "bf16"),
        ("precision", {"dtype": "bf16"}),
        ("training", {"batch": 8}),
    ],
)
def test_what_may_not_change_while_training_is_refused_with_the_way_out(config, path, value):
    found = problems(lambda: config.with_option(path, value, live=True))
    assert all(p.split(".")[0] == path.split(".")[0] for p in found)
    assert all("branch a checkpoint" in message for message in found.values())


def test_a_probability_can_begin_to_follow_d_while_training_only_where_its_sign_has_a_meaning(config):
    adaptive = {"kind": "ada", "adaptive": True}
    assert list(problems(lambda: config.with_option("augment", adaptive, live=True))) == ["augment.adaptive"]
    assert config.with_option("objective", "hinge").with_option("augment", adaptive, live=True).augment.adaptive


def test_a_run_from_before_the_doctor_is_examined_and_clips_nothing(config):
    old = config.dump()
    del old["doctor"], old["optimizer"]["clip"]
    read = RunConfig.read(old)
    assert (read.doctor.on, read.doctor.autopilot, read.optimizer.clip) == (True, False, 0.0)
    assert read == config


def test_setting_what_is_in_force_already_is_no_change(config):
    assert config.with_option("training.batch", 64, live=True) == config


def test_a_live_fault_is_told_as_a_fault(config):
    assert list(problems(lambda: config.with_option("optimizer.lr", -1, live=True))) == ["optimizer.lr"]
    assert list(problems(lambda: config.with_option("optimizer.speed", 1, live=True))) == ["optimizer.speed"]


# --- comparing ----------------------------------------------------------------------------------------------------------


def test_differences_are_dotted_and_schedules_in_words(config):
    other = config.with_option("optimizer.lr", "1e-3 -> 1e-4 linear").with_option("network", "dcgan")
    found = config.differences(other)
    assert found["optimizer.lr"] == ("0.0002", "0.001 -> 0.0001 linear")
    assert found["network.kind"] == ("mlp", "dcgan")
    assert found["network.norm"] == (None, "batch")
    assert "training.batch" not in found
    assert config.differences(config) == {}


def test_flat_options_lead_back_to_the_config(config):
    other = config.with_option("objective.gamma", "0.2 -> 0.002 cosine 50")
    rebuilt = config
    for path, value in flat(other.dump()).items():
        if path not in ("format",):
            rebuilt = rebuilt.with_option(path, value)
    assert rebuilt == other
