"""In what runs differ: only that, in the form's words, and copied as a table."""

import copy
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableWidgetSelectionRange
from pytestqt.qtbot import QtBot

from studio.presets import preset
from studio.ui.compare_settings import CompareSettings
from studio.ui.comparing import ABSENT, as_text, compared
from studio.ui.form import Catalogue, describe_everything


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return describe_everything()


def changed(config: Any, **sections: dict[str, Any]) -> dict[str, Any]:
    made = copy.deepcopy(dict(config))
    for name, values in sections.items():
        made[name] = {**made[name], **values}
    return made


def differing(catalogue: Catalogue, *options: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {setting.words: setting.values for setting in compared(catalogue, options) if setting.differs}


def test_only_what_differs_is_told_in_the_words_of_the_form(catalogue: Catalogue):
    one = {**preset("digits").config, "name": "one"}
    other = changed({**one, "name": "other"}, optimizer={"lr": 0.0005}, training={"batch": 128, "kimg": 800})
    found = differing(catalogue, one, other)
    assert set(found) == {"Optimiser: Learning rate", "Training: Batch size", "Training: Length of the run"}
    assert found["Optimiser: Learning rate"][1] == "0.0005"
    assert found["Training: Length of the run"][1] == "800 kimg"


def test_the_same_said_in_another_way_does_not_differ(catalogue: Catalogue):
    one = changed(preset("digits").config, optimizer={"lr": 0.001}, training={"kimg": 400})
    other = changed(one, optimizer={"lr": {"start": 0.001, "end": 0.001, "shape": "constant", "kimg": None}}, training={"kimg": 400.0})
    assert differing(catalogue, one, other) == {}


def test_an_option_that_only_one_kind_has_is_absent_for_the_other(catalogue: Catalogue):
    one = dict(preset("digits").config)
    other = {**one, "optimizer": {"kind": "sgd", "lr": 0.01}}
    found = differing(catalogue, one, other)
    assert found["Optimiser"] == ("Adam", "SGD")
    assert found["Optimiser: Gradient memory (β₂)"][1] == ABSENT
    assert found["Optimiser: Gradient memory (β₂)"][0] != ABSENT


def test_what_the_options_left_out_means_its_default(catalogue: Catalogue):
    assert differing(catalogue, {"network": "dcgan"}, {"network": {"kind": "dcgan"}}) == {}


def test_the_dialog_shows_and_copies_what_differs_or_everything(qtbot: QtBot, theme: object, catalogue: Catalogue):
    one = dict(preset("digits").config)
    runs = [("0001-one", one), ("0002-two", changed(one, training={"batch": 8})), ("0003-three", changed(one, training={"batch": 16}))]
    dialog = CompareSettings(catalogue, runs)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.heading.text() == "1 setting differs between 3 runs"
    assert [dialog.table.horizontalHeaderItem(n).text() for n in range(4)] == ["Setting", "0001-one", "0002-two", "0003-three"]
    dialog.copy_button.click()
    batch = one["training"].get("batch", 64)
    assert QGuiApplication.clipboard().text() == f"Setting\t0001-one\t0002-two\t0003-three\nTraining: Batch size\t{batch} images\t8 images\t16 images"
    dialog.everything.click()
    assert dialog.table.rowCount() > 40
    assert len(as_text(["a"], dialog.shown).splitlines()) == dialog.table.rowCount() + 1
    dialog.everything.click()
    dialog.table.setRangeSelected(QTableWidgetSelectionRange(0, 2, 0, 3), True)
    qtbot.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    dialog.copy_chosen()
    assert QGuiApplication.clipboard().text() == "8 images\t16 images"


def test_runs_that_are_set_up_alike_say_so(qtbot: QtBot, theme: object, catalogue: Catalogue):
    one = dict(preset("digits").config)
    dialog = CompareSettings(catalogue, [("a", one), ("b", {**one, "name": "another"})])
    qtbot.addWidget(dialog)
    assert dialog.heading.text() == "No setting differs"
    assert dialog.pages.currentIndex() == 1
    assert not dialog.copy_button.isEnabled()
