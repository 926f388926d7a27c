"""The colours of other runs can be read on a panel and told from each other and from those of G and D."""

import itertools

import pytest

from studio.ui.theme import DARK, LIGHT, Palette
from studio.ui.widgets import tones
from tests.ui.test_theme import contrast, linear, oklab


@pytest.mark.parametrize(("palette", "colours"), [(LIGHT, tones.LIGHT), (DARK, tones.DARK)], ids=["light", "dark"])
def test_the_colours_of_other_runs_are_legible_and_apart(palette: Palette, colours: tuple[str, ...]):
    assert all(contrast(colour, palette.panel) >= 4.5 for colour in colours)
    every = [*colours, palette.G, palette.D]
    assert min(float(((oklab(linear(a)) - oklab(linear(b))) ** 2).sum() ** 0.5) for a, b in itertools.combinations(every, 2)) > 0.05
