"""The catalogues of other languages: whole, with the places of their sources, and compiled as they stand."""

from pathlib import Path

import pytest

from tests import texts

LANGUAGES = sorted(file.stem for file in texts.CATALOGUES.glob("*.ts"))


def test_there_is_german():
    assert LANGUAGES == ["de"]


@pytest.fixture(scope="module")
def sources() -> list[texts.Text]:
    return texts.gathered()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_has_a_translation_and_none_is_left_over(language: str, sources: list[texts.Text]):
    held = texts.read(texts.CATALOGUES / f"{language}.ts")
    assert {(text.source, text.sense) for text in sources} == held.keys(), "run python -m tests.texts"
    assert [text.source for text, said in texts.in_step(sources, held) if not said] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_the_same_places(language: str, sources: list[texts.Text]):
    held = texts.read(texts.CATALOGUES / f"{language}.ts")
    faults = {text.source: fault for text, said in texts.in_step(sources, held) if said and (fault := texts.fault_of(text, said))}
    assert faults == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_window_loads_is_made_of_what_is_written(language: str, tmp_path: Path):
    made = tmp_path / "made.qm"
    texts.release(texts.CATALOGUES / f"{language}.ts", made)
    assert made.read_bytes() == (texts.CATALOGUES / f"{language}.qm").read_bytes(), "run python -m tests.texts"
