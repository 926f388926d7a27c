"""Remedies in words: each step in order, with what is in force before; and the settings that a new run begins with."""

import pytest

from studio.messages import CheckpointSaved, Remedy
from studio.runs.fold import Run, fold
from studio.ui.command_words import change_words, missing_checkpoint, steps_of, with_changes

OPTIONS = {
    "objective": {"kind": "non_saturating", "penalty": "r1", "gamma": 0.1},
    "optimizer": {"kind": "adam", "lr": {"start": 0.001, "end": 0.0001, "shape": "cosine", "kimg": None}, "lr_ratio": 1.0},
    "network": {"kind": "mlp", "z_dim": 1},
    "doctor": {"autopilot": False},
}


@pytest.fixture
def run() -> Run:
    return fold(Run(config=OPTIONS, options=OPTIONS), CheckpointSaved(id=12, nimg=84000, segment=0, folder="checkpoints/12", why="interval"))


def test_the_steps_of_a_remedy_stand_in_their_order_with_what_they_change(run: Run):
    loss = {"kind": "relativistic", "penalty": "r1_r2", "gamma": 0.05}
    commands = (
        {"kind": "rollback", "checkpoint": 12, "options": "keep"},
        {"kind": "set_option", "path": "objective", "value": loss},
        {"kind": "set_option", "path": "optimizer.lr_ratio", "value": 0.25},
        {"kind": "fresh_discriminator"},
    )
    assert steps_of(Remedy(title="Mend", text="", commands=commands), run) == [
        "Go back to checkpoint 12 (84 kimg), keeping the settings of now",
        "Loss: Non-saturating → Relativistic (gradient penalty R1 and R2, penalty weight (γ) 0.05)",
        "Optimiser, D's rate ÷ G's: 1 → 0.25",
        "Begin the discriminator anew; the generator stays as it is",
    ]


def test_after_the_settings_of_a_checkpoint_come_back_no_old_value_is_claimed(run: Run):
    commands = ({"kind": "rollback", "checkpoint": 12}, {"kind": "set_option", "path": "optimizer.lr_ratio", "value": 0.25})
    steps = steps_of(Remedy(title="Mend", text="", commands=commands), run)
    assert steps == ["Go back to checkpoint 12 (84 kimg), with the settings it was saved with", "Optimiser, D's rate ÷ G's: 0.25"]


def test_a_new_run_tells_where_it_continues_and_what_is_changed(run: Run):
    remedy = Remedy(title="Larger latent", text="", restart={"network.z_dim": 64}, checkpoint=12)
    assert steps_of(remedy, run) == [
        "Set up a new run that continues from checkpoint 12 (84 kimg), with these settings changed:",
        "Networks, latent numbers (z): 1 → 64",
    ]
    assert steps_of(remedy.model_copy(update={"checkpoint": None}), run)[0].startswith("Set up a new run from the start")


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("optimizer.lr", 0.00025, "Optimiser, learning rate: 0.001 to 0.0001 (cosine) → 0.00025"),
        ("optimizer.lr.start", 0.00025, "Optimiser, learning rate: 0.001 → 0.00025"),
        ("doctor.autopilot", True, "Doctor, autopilot: off → on"),
        ("optimizer.lr_ratio", 1, "Optimiser, D's rate ÷ G's: 1"),
        ("augment", {"kind": "ada"}, "Augmentation: ADA"),
        ("objective", {"kind": "non_saturating", "penalty": "r1", "gamma": 1}, "Loss (Non-saturating), penalty weight (γ): 0.1 → 1"),
    ],
)
def test_a_change_is_told_with_both_values(path, value, words):
    assert change_words(path, value, OPTIONS) == words


def test_a_checkpoint_that_is_gone_is_found_wherever_the_remedy_needs_it(run: Run):
    assert missing_checkpoint(Remedy(title="a", text="", commands=({"kind": "rollback", "checkpoint": 11},)), run) == 11
    assert missing_checkpoint(Remedy(title="a", text="", restart={"network.z_dim": 2}, checkpoint=11), run) == 11
    assert missing_checkpoint(Remedy(title="a", text="", commands=({"kind": "rollback", "checkpoint": 12},)), run) is None


def test_changes_go_to_their_paths_and_leave_what_they_came_from_alone():
    changed = with_changes(OPTIONS, {"network.z_dim": 64, "optimizer.lr.start": 0.5, "objective": {"kind": "hinge"}, "augment.p": 0.2})
    assert changed["network"] == {"kind": "mlp", "z_dim": 64}
    assert changed["optimizer"]["lr"] == {"start": 0.5, "end": 0.0001, "shape": "cosine", "kimg": None}
    assert changed["objective"] == {"kind": "hinge"}
    assert changed["augment"] == {"p": 0.2}
    assert OPTIONS["network"]["z_dim"] == 1
    assert OPTIONS["optimizer"]["lr"]["start"] == 0.001


def test_another_kind_takes_the_place_of_a_choice_whose_options_it_may_not_know():
    assert with_changes(OPTIONS, {"objective.kind": "hinge"})["objective"] == {"kind": "hinge"}
    assert with_changes(OPTIONS, {"objective.kind": "non_saturating"})["objective"] == OPTIONS["objective"]
