"""The setup form: every option of every kind can be seen and edited, faults are named, and another kind keeps what both know."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio import words
from studio.errors import ConfigError
from studio.gan.config import SECTIONS, RunConfig
from studio.gan.schedule import Schedule
from studio.gan.spec import Option, Spec
from studio.presets import preset, presets
from studio.ui.command_words import change_words
from studio.ui.form import Catalogue, completed, describe_everything, fault_of, label, number_shown, number_text, problems_of, same, switched, title
from studio.ui.form_fields import GroupForm
from studio.ui.form_rows import OptionRow, value_text
from studio.ui.widgets.number_line import NumberLine
from tests.ui.pressing import typed

CATALOGUE = describe_everything()
KINDS = [(group, kind) for group in CATALOGUE.groups.values() for kind in group.kinds]
IDS = [f"{group.name}.{kind.name}" for group, kind in KINDS]


def other_value(option: Option) -> object:
    """A sound value that is not the default."""
    if option.type == "bool":
        return not option.default
    if option.type in ("int", "float"):
        tried = [option.default + 1 if option.default is not None else 3, 1, 2, 0.5, 0.25, 8]
        whole = [v for v in tried if option.type == "float" or v == int(v)]
        return next(v for v in whole if v != option.default and not option.fault(v))
    if option.type == "enum":
        return next(c for c in option.choices if c != option.default)
    if option.type == "schedule":
        high = min(v for v in (option.le, option.lt, 1.0) if v is not None) * 0.75
        return {"start": high, "end": high / 3, "shape": "cosine", "kimg": 12.5}
    return "/some/place" if option.type == "path" else "cpu"


@pytest.fixture
def comma() -> Iterator[None]:
    """A language that writes 1.234,5 and has a word of its own for the learning rate."""
    german = {"Learning rate": "Lernrate", "small first letter": "wie es ist"}
    words.speak(lambda text, _sense, _n: german.get(text, text), point=",", group=".")
    yield
    words.speak()


@pytest.mark.parametrize(("group", "kind"), KINDS, ids=IDS)
def test_every_option_of_every_kind_has_a_row_that_gives_its_values_back(qtbot: QtBot, group, kind):
    form = GroupForm(group)
    qtbot.addWidget(form)
    data = {"kind": kind.name} if group.chooses else {}
    form.show_data(data)
    assert list(form.rows) == [o.name for o in kind.options]
    for option in kind.options:
        row = form.rows[option.name]
        assert same(row.value(), option.default)
        row.show_value(other_value(option))
        assert row.value() == other_value(option)
        assert row.editor.parts()[0].accessibleName()
        assert option.help in row.caption.toolTip().replace("&lt;", "<").replace("&amp;", "&")


@pytest.mark.parametrize(("group", "kind"), KINDS, ids=IDS)
def test_what_the_rows_hold_is_read_as_settings_and_written_back_the_same(qtbot: QtBot, group, kind):
    form = GroupForm(group)
    qtbot.addWidget(form)
    start = {"kind": kind.name} if group.chooses else {}
    form.show_data({**start, **{o.name: other_value(o) for o in kind.options if o.type in ("float", "int", "bool", "schedule")}})
    held = json.loads(json.dumps({**start, **{name: row.value() for name, row in form.rows.items()}}))
    section = SECTIONS[group.name]
    try:
        dumped = section.read(held, group.name).dump()
    except ConfigError:  # a fault between two options of a kind, not of the form
        assert not any(fault_of(o, held[o.name]) for o in kind.options)
        return
    assert all(same(dumped[name], value) or str(dumped[name]) == str(value) for name, value in held.items())


def test_the_catalogue_holds_every_family_and_kind():
    assert list(CATALOGUE.groups) == list(SECTIONS)
    for name, section in SECTIONS.items():
        if issubclass(section, Spec):
            assert sorted(k.name for k in CATALOGUE.groups[name].kinds) == list(section.kinds())
            assert CATALOGUE.groups[name].kinds[0].name == (section.default or min(section.kinds()))  # what a draft without it means
            assert all(kind.about for kind in CATALOGUE.groups[name].kinds)


def test_no_label_or_title_is_a_name_of_the_code():
    words = [label(o.name, o.unit) for _, kind in KINDS for o in kind.options] + [title(kind.name) for _, kind in KINDS if kind.name]
    assert not [w for w in words if "_" in w]
    assert all(w[0].isupper() or not w[0].isalpha() for w in words)
    assert label("label_smoothing") == "Label smoothing"
    assert label("anneal_kimg", "kimg") == "Anneal"
    assert title("non_saturating") == "Non-saturating"


@pytest.mark.parametrize("name", [p.name for p in presets()])
def test_a_template_completed_by_the_form_means_the_same_run(name):
    if name == "pictures":
        return
    config = preset(name).config
    assert RunConfig.read(completed(CATALOGUE, config)).dump() == RunConfig.read(config).dump()
    assert problems_of(CATALOGUE, completed(CATALOGUE, config)) == ()


@pytest.mark.parametrize("gpu", [False, True])
def test_pictures_without_a_place_are_a_fault_of_that_field(gpu):
    draft = completed(CATALOGUE, preset("pictures").settings(gpu=gpu))
    assert "dataset.path" in [p.path for p in problems_of(CATALOGUE, draft)]


def test_every_problem_is_found_at_once_and_once():
    draft = completed(CATALOGUE, preset("ring").config)
    draft["training"]["batch"] = 0
    draft["optimizer"]["lr"] = {"start": "fast", "end": 1, "shape": "linear", "kimg": None}
    draft["network"]["kind"] = "unheard"
    found = dict(problems_of(CATALOGUE, draft))
    assert found["training.batch"] == "must be at least 1, at most 65,536; got 0"
    assert found["optimizer.lr"] == "start: must be a number, such as 0.0002; got fast"
    assert "unknown kind 'unheard'" in found["network.kind"]
    assert len(found) == len(problems_of(CATALOGUE, draft)) == 3


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (3, ""),
        (3.0, ""),
        (2.5, "must be a whole number; got 2.5"),
        ("x", "must be a number, such as 64; got x"),
        (None, "needs a number, at least 1, at most 65,536"),
    ],
)
def test_a_fault_is_said_in_words(value, fault):
    batch = CATALOGUE.find({}, "training.batch")
    assert fault_of(batch, value) == fault


def test_another_kind_keeps_what_both_know_as_the_command_line_does():
    draft = completed(CATALOGUE, preset("ring").config)
    config = RunConfig.read(draft)
    made = switched(CATALOGUE.groups["objective"], draft["objective"], "hinge")
    assert made == config.with_option("objective.kind", "hinge").objective.dump()
    back = switched(CATALOGUE.groups["optimizer"], draft["optimizer"], "sgd")
    assert back["lr"] == config.optimizer.lr.model_dump()


@pytest.mark.parametrize("value", [0.0002, 1e-8, 400.0, 0.1, 1 / 3, 123456789.5, 1e22, 0, 64, 2**62 + 1])
def test_a_number_is_written_so_that_it_reads_back_exactly(value):
    assert type(value)(number_text(value)) == value
    assert not number_text(value).endswith(".0")


def wheel(widget) -> QWheelEvent:
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(widget, event)
    return event


def test_the_wheel_passes_over_fields_that_do_not_have_the_keyboard(qtbot: QtBot):
    form = GroupForm(CATALOGUE.groups["objective"])
    qtbot.addWidget(form)
    form.show_data({"kind": "relativistic"})
    before = form.rows["gamma"].value()
    for widget in (form.box, form.rows["gamma"].editor.start, form.rows["penalty"].editor.box):
        assert not wheel(widget).isAccepted()
    assert form.rows["gamma"].value() == before
    assert form.box.currentData() == "relativistic"


@pytest.mark.parametrize(
    ("text", "value", "left"),
    [
        ("0,001", 0.001, "0,001"),
        ("0.001", 0.001, "0,001"),
        ("1,5e-4", 0.00015, "1,5e-4"),
        ("1.234,5", 1234.5, "1234,5"),
        ("1.000", 1.0, "1"),  # as C reads it; the field shows so
        ("1.000.000", "1.000.000", "1.000.000"),  # no number in C, and none with a comma
        ("1,000,000", "1,000,000", "1,000,000"),
    ],
)
def test_a_number_line_reads_the_languages_digits_and_those_of_c(qtbot: QtBot, comma, text, value, left):
    line = NumberLine(Option("lr", "float", 1.0, "", gt=0))
    qtbot.addWidget(line)
    qtbot.keyClicks(line, text)
    assert line.value() == value
    line.settle()
    assert (line.text(), line.value()) == (left, value)


def test_a_language_with_a_comma_has_it_in_fields_and_sentences_and_not_in_files(qtbot: QtBot, comma):
    line = NumberLine(Option("beta", "float", 0.9, "", ge=0, lt=1))
    qtbot.addWidget(line)
    line.show_value(0.9)
    assert line.text() == "0,9"
    line.step(-1)
    assert (line.text(), line.value()) == ("0,8", 0.8)
    assert (number_text(0.00025), number_shown(0.00025), number_shown(1e-8), number_shown("a.b")) == ("0.00025", "0,00025", "1e-8", "a.b")
    assert value_text({"start": 0.2, "end": 0.002, "shape": "cosine", "kimg": 12.5}) == "0,2 → 0,002 cosine over 12,5 kimg"


def test_a_search_finds_a_setting_by_its_name_in_the_language_in_force(qtbot: QtBot, comma):
    row = OptionRow("optimizer.lr", CATALOGUE.find({"optimizer": {"kind": "adam"}}, "optimizer.lr"))
    qtbot.addWidget(row)
    assert row.words == "Lernrate"
    assert row.matches("lernrate")
    assert not row.matches("verlust")
    assert change_words("optimizer.lr", 0.00025, {"optimizer": {"kind": "adam", "lr": 0.001}}) == "Optimiser, Lernrate: 0,001 → 0,00025"


def test_a_schedule_is_edited_part_by_part(qtbot: QtBot):
    row = OptionRow("objective.gamma", CATALOGUE.find({"objective": {"kind": "relativistic"}}, "objective.gamma"))
    qtbot.addWidget(row)
    row.show()
    row.show_value("0.2 -> 0.002 cosine 50")
    assert row.value() == {"start": 0.2, "end": 0.002, "shape": "cosine", "kimg": 50}
    typed(qtbot, row.editor.end, "0.02")
    assert Schedule.model_validate(row.value()).at(50_000, 100) == 0.02
    row.editor.shape.setCurrentIndex(row.editor.shape.findData("constant"))
    row.editor.shape.activated.emit(0)
    assert row.value() == {"start": 0.2, "end": 0.2, "shape": "constant", "kimg": None}
    assert not row.editor.kimg.isVisible()


def test_the_small_curve_falls_where_the_value_does(qtbot: QtBot):
    row = OptionRow("a.b", Option("lr", "schedule", 1.0, "", ge=0))
    qtbot.addWidget(row)
    row.show_value({"start": 1, "end": 0, "shape": "linear", "kimg": None})
    heights = [p.y() for p in row.editor.curve.points()]
    assert heights == sorted(heights)  # y grows downwards
    row.show_value({"start": 0, "end": 1, "shape": "cosine", "kimg": None})
    assert row.editor.curve.points()[0].y() > row.editor.curve.points()[-1].y()


def test_the_reset_arrow_shows_only_where_something_was_changed_and_takes_it_back(qtbot: QtBot):
    row = OptionRow("training.batch", CATALOGUE.find({}, "training.batch"))
    qtbot.addWidget(row)
    row.show()
    row.show_baseline(128)
    row.show_value(128)
    assert not row.reset.isVisible()
    typed(qtbot, row.editor.line, "32")
    assert row.reset.isVisible()
    with qtbot.waitSignal(row.committed) as told:
        row.reset.click()
    assert told.args == ["training.batch", 128]
    assert not row.reset.isVisible()


def test_a_fault_stands_beside_its_field_in_red(qtbot: QtBot):
    row = OptionRow("training.batch", CATALOGUE.find({}, "training.batch"))
    qtbot.addWidget(row)
    row.show()
    row.show_fault("must be at least 1")
    assert row.note.isVisible()
    assert row.note.property("role") == "danger"
    assert row.editor.line.property("fault") is True
    row.show_fault("")
    assert not row.note.isVisible()
    assert row.editor.line.property("fault") is False


def test_only_the_part_of_a_schedule_that_is_wrong_is_marked(qtbot: QtBot):
    row = OptionRow("objective.gamma", CATALOGUE.find({"objective": {"kind": "relativistic"}}, "objective.gamma"))
    qtbot.addWidget(row)
    row.show_value({"start": 1, "end": -1, "shape": "linear", "kimg": 5})
    row.show_fault(fault_of(row.option, row.value()))
    assert row.note.text() == "end: must be at least 0; got -1"
    assert [bool(part.property("fault")) for part in row.editor.parts()] == [False, True, False, False]


def test_rare_options_are_folded_and_a_search_brings_them_out(qtbot: QtBot):
    form = GroupForm(CATALOGUE.groups["objective"])
    qtbot.addWidget(form)
    form.show()
    form.show_data({"kind": "relativistic"})
    form.fold.open()
    noise = form.rows["instance_noise"]
    assert not noise.isVisible()
    assert form.search("standard deviation")  # words of its help
    assert noise.isVisible()
    assert not form.rows["gamma"].isVisible()
    assert not form.search("no such thing")
    assert not form.isVisible()
    assert form.search("") is True
    assert not noise.isVisible()
    assert form.rows["gamma"].isVisible()


def test_choosing_another_kind_reports_it_with_what_was_changed(qtbot: QtBot):
    form = GroupForm(CATALOGUE.groups["optimizer"])
    qtbot.addWidget(form)
    form.show_data({"kind": "adam", "lr": 0.5})
    form.box.setCurrentIndex(form.box.findData("sgd"))
    with qtbot.waitSignal(form.kind_chosen) as told:
        form.box.activated.emit(form.box.currentIndex())
    assert told.args[0] == "optimizer"
    assert told.args[1]["kind"] == "sgd"
    assert told.args[1]["lr"] == 0.5


def test_an_unknown_kind_shows_as_a_fault_and_not_as_a_crash(qtbot: QtBot):
    form = GroupForm(CATALOGUE.groups["network"])
    qtbot.addWidget(form)
    form.show_data({"kind": "from_the_future", "depth": 3})
    assert form.rows == {}
    assert form.box.currentIndex() == -1


def test_a_value_reads_as_words():
    assert value_text({"start": 0.2, "end": 0.002, "shape": "cosine", "kimg": None}) == "0.2 → 0.002 cosine"
    assert [value_text(v) for v in (True, 1e-8, None, "r1_r2", "")] == ["yes", "1e-8", "automatic", "R1 and R2", "empty"]


def test_an_option_without_a_default_is_described():
    needed = replace(CATALOGUE.find({"dataset": {"kind": "folder"}}, "dataset.path"), optional=False)
    assert fault_of(needed, None) == "choose a file or folder"


def test_describing_gives_plain_data():
    def plain(catalogue: Catalogue) -> str:
        return json.dumps([o.default for g in catalogue.groups.values() for k in g.kinds for o in k.options])

    assert plain(describe_everything()) == plain(CATALOGUE)


def test_a_tooltip_writes_limits_as_people_do_and_names_the_templates_value(qtbot: QtBot):
    row = OptionRow("training.kimg", CATALOGUE.find({}, "training.kimg"))
    qtbot.addWidget(row)
    assert "Above 0, at most 1,000,000,000; default 400." in row.toolTip()
    row.show_baseline(5000.0, "{value} in the template")
    assert "Above 0, at most 1,000,000,000; 5,000 in the template." in row.toolTip()
    assert "400" not in row.toolTip()
    row.show_baseline(400.0, "{value} in the template")
    assert "default 400." in row.toolTip()


def test_a_tooltip_writes_limits_as_the_language_does(qtbot: QtBot, comma: None):
    row = OptionRow("training.kimg", CATALOGUE.find({}, "training.kimg"))
    qtbot.addWidget(row)
    assert "1.000.000.000" in row.toolTip()


def test_switches_of_an_older_run_are_read_as_on_and_off():
    for was, now in ((True, "on"), (False, "off"), ("auto", "auto")):
        made = completed(CATALOGUE, {"precision": {"dtype": "fp32", "channels_last": was}})
        assert made["precision"]["channels_last"] == now
