"""The doctor in a real window: a collapse is planted, named, looked at and mended; and a remedy that needs a new run opens its settings."""

from collections.abc import Callable

import pytest

LONG = 3000.0  # s


@pytest.mark.xvfb
@pytest.mark.slow
@pytest.mark.timeout(0)
def test_a_planted_collapse_is_named_looked_at_and_mended_by_one_click(session: Callable[..., None]) -> None:
    session("doctored", "collapse", LONG)


@pytest.mark.xvfb
@pytest.mark.slow
@pytest.mark.timeout(0)
def test_a_remedy_that_needs_a_new_run_opens_its_settings_filled_in(session: Callable[..., None]) -> None:
    session("doctored", "latent", LONG)
