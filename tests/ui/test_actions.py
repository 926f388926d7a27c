"""The table of actions: names, shortcuts, and when each makes sense."""

import pytest

from studio.ui.actions import MENUS, Standing, table


def test_names_and_shortcuts_of_the_table_are_unique():
    deeds = table()
    assert len({d.id for d in deeds}) == len(deeds)
    keys = [d.shortcut for d in deeds if d.shortcut]
    assert len(set(keys)) == len(keys)
    assert all(d.tip and d.text and d.menu in MENUS for d in deeds)


@pytest.mark.parametrize(
    ("standing", "enabled"),
    [
        (Standing(ready=True), set()),
        (Standing(draft=True, ready=True), {"train"}),
        (Standing(draft=True, ready=True, starting=True), set()),
        (Standing(state="running", trained=True, here=True, ready=True), {"pause", "stop", "abort", "snapshot"}),
        (Standing(state="paused", trained=True, here=True, ready=True), {"resume", "stop", "abort", "snapshot"}),
        (Standing(state="running", trained=True, ready=True, asked=frozenset({"stop"})), {"abort"}),
        (Standing(state="stopped", checkpoints=True, ready=True), {"train", "resume", "export"}),
        (Standing(state="stopped", checkpoints=True, ready=True, starting=True), {"export"}),
    ],
)
def test_an_action_is_enabled_when_it_makes_sense(standing: Standing, enabled: set[str]):
    asked = {"train", "pause", "resume", "stop", "abort", "snapshot", "export"}
    assert {d.id for d in table() if d.id in asked and d.enabled(standing)} == enabled


@pytest.mark.parametrize(
    ("standing", "enabled"),
    [
        (Standing(ready=True), set()),
        (Standing(draft=True, ready=True), {"send_away"}),
        (Standing(state="running", trained=True, here=True, ready=True), {"send_away"}),
        (Standing(state="running", trained=True, here=True, ready=True, asked=frozenset({"stop"})), set()),
        (Standing(state="running", trained=True, ready=True), {"bring_here"}),
        (Standing(state="running", trained=True, ready=True, starting=True), set()),
        (Standing(state="stopped", ready=True), {"send_away"}),
        (Standing(state="done", ready=True), set()),
    ],
)
def test_a_run_goes_to_the_background_from_here_and_comes_from_there(standing: Standing, enabled: set[str]):
    assert {d.id for d in table() if d.id in {"send_away", "bring_here"} and d.enabled(standing)} == enabled
