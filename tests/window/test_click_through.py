"""The real window on the xcb platform, in processes of its own under an X server of its own."""

from collections.abc import Callable

import pytest


@pytest.mark.xvfb
@pytest.mark.timeout(600)
def test_train_steer_restore_export_close_and_come_back(session: Callable[..., None]) -> None:
    session("click_through", "evening")
    session("click_through", "morning")


@pytest.mark.xvfb
@pytest.mark.timeout(600)
def test_close_the_window_let_it_train_on_and_take_it_back(session: Callable[..., None]) -> None:
    session("click_through", "night")
    session("click_through", "night watch")
