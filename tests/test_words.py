"""What a person reads, in another language; and what of it a journal keeps."""

import json
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio import words
from studio.errors import ConfigError, Problem, RunError
from studio.messages import COMMAND, EVENT, AutoChose, DataOpened, Event, Evidence, Logged, Mend, Progressed
from studio.words import Said, figure, in_english, joined, localised, mark, plain, say, say_again, say_n

GERMAN: dict[str, str | tuple[str, str]] = {
    "{n} pictures": ("{n} Bild", "{n} Bilder"),
    "{total:,} pictures at {rate:.1f}": "{total:,} Bilder bei {rate:.1f}",
    "Log": "Protokoll",
    "Mode dropping": "Modenverlust",
    "{alarm} since {kimg:g} kimg": "seit {kimg:g} kimg: {alarm}",
    "sample": "Probe",
    "its double": "Doppelgänger",
    "no space in {folder}": "kein Platz in {folder}",
}


def look_up(text: str, sense: str, n: int) -> str:
    """As Qt does: by number where there is one, the source where nothing is known."""
    if (text, sense) == ("Log", "scale"):
        return "log"
    found = GERMAN.get(text, text)
    return found if isinstance(found, str) else found[0 if n == 1 else 1]


def in_german() -> None:
    words.speak(look_up, point=",", group=".")


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    words.speak()
    yield
    words.speak()


def again(event: Event) -> Event:
    """Through the journal."""
    return EVENT.validate_json(event.line())


def test_without_a_catalogue_texts_are_english() -> None:
    assert say("{total:,} pictures at {rate:.1f}", total=1200, rate=0.25) == "1,200 pictures at 0.2"
    assert say("Braces {stay} where nothing is to be filled") == "Braces {stay} where nothing is to be filled"
    assert mark("Log") == "Log"


def test_a_catalogue_says_it_and_numbers_are_written_as_the_language_does() -> None:
    in_german()
    assert say("{total:,} pictures at {rate:.1f}", total=1234567, rate=0.25) == "1.234.567 Bilder bei 0,2"
    assert say("unknown {rate:.2f}", rate=1.5) == "unknown 1,50"
    assert (say("Log"), say("Log", sense="scale")) == ("Protokoll", "log")


def test_only_numbers_are_localised() -> None:
    in_german()
    assert say("{path}, {flag}", path="a.b,c", flag=True) == "a.b,c, True"


@pytest.mark.parametrize(("n", "english", "german"), [(0, "0 pictures", "0 Bilder"), (1, "1 picture", "1 Bild"), (2, "2 pictures", "2 Bilder")])
def test_by_number(n: int, english: str, german: str) -> None:
    said = say_n(n, "{n} picture", "{n} pictures")
    assert said == english
    in_german()
    assert say_n(n, "{n} picture", "{n} pictures") == german
    assert isinstance(said, Said)
    assert say_again(said.record, "") == german


def test_by_number_where_the_catalogue_lacks_it() -> None:
    in_german()
    assert [say_n(n, "{n} thread", "{n} threads") for n in (1, 2)] == ["1 thread", "2 threads"]


def test_figures_and_what_a_person_types() -> None:
    assert (figure(1234.5, ",.1f"), localised("0.5"), plain("1,5")) == ("1,234.5", "0.5", "1,5")
    in_german()
    assert (figure(1234.5, ",.1f"), localised("0.5"), plain("1.234,5"), plain("0.5")) == ("1.234,5", "0,5", "1234.5", "0.5")


# --- said once, heard in another language -----------------------------------------------------------------------------------


def test_a_text_in_a_text_is_said_anew_with_it() -> None:
    text = say("{alarm} since {kimg:g} kimg", alarm=say("Mode dropping"), kimg=1.5)
    assert isinstance(text, Said)
    in_german()
    assert say_again(text.record, text) == "seit 1,5 kimg: Modenverlust"
    assert in_english(text) == text == "Mode dropping since 1.5 kimg"


def test_texts_one_after_the_other() -> None:
    text = joined([say("Mode dropping"), "a.b", say_n(1, "{n} picture", "{n} pictures")], " · ")
    assert text == "Mode dropping · a.b · 1 picture"
    assert isinstance(text, Said)
    in_german()
    assert say_again(text.record, text) == "Modenverlust · a.b · 1 Bild"
    assert joined([]) == ""


def test_what_is_no_text_and_no_number_is_kept_as_its_words() -> None:
    text = say("no space in {folder}", folder=RunError(say("Mode dropping")))
    assert isinstance(text, Said)
    assert json.loads(json.dumps(text.record)) == text.record
    in_german()
    assert say_again(text.record, text) == "kein Platz in Modenverlust"


def test_an_error_keeps_how_it_was_said() -> None:
    faults = (RunError(say("Mode dropping")), ConfigError([Problem("a.b", say("Mode dropping")), Problem("", "else")]))
    assert [str(fault) for fault in faults] == ["Mode dropping", "a.b: Mode dropping\nelse"]
    assert str(RunError("as ever")) == "as ever"
    heard = [Logged(text=str(fault)) for fault in faults]
    in_german()
    assert [getattr(again(event), "text", "") for event in heard] == ["Modenverlust", "a.b: Modenverlust\nelse"]


def test_a_message_is_english_on_disk_and_heard_in_the_readers_language() -> None:
    in_german()
    event = Logged(text=say("{alarm} since {kimg:g} kimg", alarm=say("Mode dropping"), kimg=1.5))
    assert event.text == "seit 1,5 kimg: Modenverlust"
    assert json.loads(event.line())["text"] == "Mode dropping since 1.5 kimg"
    assert again(event) == event
    words.speak()
    assert again(event).model_dump()["text"] == "Mode dropping since 1.5 kimg"


def test_a_message_that_was_read_is_written_on_as_it_was() -> None:
    event = Logged(text=say("Mode dropping"))
    in_german()
    heard = again(event)
    assert getattr(heard, "text", "") == "Modenverlust"
    assert heard.line() == event.line()


def test_a_message_of_plain_text_has_no_record() -> None:
    event = Logged(text="as it is")
    assert "said" not in json.loads(event.line())
    assert again(event) == event


def test_texts_in_lists_are_heard_too() -> None:
    events = (
        DataOpened(medium="image", shape=(1,), notes=("a note", say("Mode dropping"))),
        AutoChose(device="cpu", asked={}, dtype="fp32", table=(("fp32", 1.0, "plain"), ("bf16", 0.0, say("Mode dropping")))),
    )
    in_german()
    opened, chose = (again(event) for event in events)
    assert isinstance(opened, DataOpened)
    assert opened.notes == ("a note", "Modenverlust")
    assert isinstance(chose, AutoChose)
    assert chose.table == (("fp32", 1.0, "plain"), ("bf16", 0.0, "Modenverlust"))
    assert [event.line() for event in (opened, chose)] == [event.line() for event in events]


def test_labels_of_evidence_are_heard_and_names_of_classes_stay() -> None:
    evidence = Evidence(kind="pairs", title=say("Log"), labels=(say("sample"), say("its double"), "sample"))
    in_german()
    assert Evidence.model_validate_json(evidence.line()).labels == ("Probe", "Doppelgänger", "sample")


def test_a_remedys_title_crosses_to_another_process() -> None:
    mend = Mend(alarm="mode_drop", title=say("Mode dropping"), commands=())
    in_german()
    heard = COMMAND.validate_json(mend.line())
    assert isinstance(heard, Mend)
    assert heard.title == "Modenverlust"
    assert heard.model_dump()["title"] == "Mode dropping"


def test_a_choice_in_words() -> None:
    chose = AutoChose(device="cpu", asked={}, dtype="bf16", channels_last=True, compile=True, threads=1, micro_batch=8)
    assert chose.words() == "bf16 · channels last · compiled · 1 thread · parts of 8"
    assert chose.model_copy(update={"threads": 2}).words() == "bf16 · channels last · compiled · 2 threads · parts of 8"


# --- what nobody may trust --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "record",
    [
        None,
        "text",
        [],
        {},
        {"sense": "x"},
        {"text": 5},
        {"text": ["a"], "values": {"there": 1}},
        {"text": "{n} pictures", "one": "{n} picture"},
        {"text": "{n} pictures", "one": "{n} picture", "values": {"n": "many"}},
        {"text": "{there", "values": {"there": 1}},
        {"text": "{lost}", "values": {"there": 1}},
        {"text": "{there:.2f}", "values": {"there": "words"}},
        {"text": "{there}", "values": 5},
        {"text": "{there}", "values": {"there": {"no": "text"}}},
        {"text": "{}", "values": {"there": 1}},
        {"text": "{0}", "values": {"there": 1}},
        {"text": "{there.__class__}", "values": {"there": 1}},
        {"text": "{there[0]}", "values": {"there": "words"}},
        {"text": "{there.real.__class__.__mro__}", "values": {"there": 1}},
    ],
)
def test_a_torn_or_foreign_record_leaves_the_text_as_it_is(record: object) -> None:
    for speak in (words.speak, in_german):
        speak()
        assert say_again(record, "as it is") == "as it is"
        line = json.dumps({"kind": "logged", "text": "as it is", "said": {"text": record}})
        assert getattr(EVENT.validate_json(line), "text", "") == "as it is"


@pytest.mark.parametrize("said", [5, [], {"nothing": {"text": "x"}}, {"time": {"text": "x"}}, {"text.0": {"text": "x"}}, {"": {"text": "x"}}])
def test_a_record_of_something_else_changes_nothing(said: object) -> None:
    line = json.dumps({"kind": "logged", "time": 5.0, "text": "as it is", "said": said})
    assert EVENT.validate_json(line) == Logged(time=5.0, text="as it is")


@pytest.mark.parametrize("place", ["notes.2", "notes.-1", "notes.x", "notes.", "notes", "notes.0.0", "shape.0", "notes.²"])
def test_a_place_that_there_is_not_changes_nothing(place: str) -> None:
    line = json.dumps({"kind": "data_opened", "time": 5.0, "medium": "image", "shape": [1], "notes": ["a", "b"], "said": {place: {"text": "x"}}})
    assert EVENT.validate_json(line) == DataOpened(time=5.0, medium="image", shape=(1,), notes=("a", "b"))


@given(text=st.text(), values=st.dictionaries(st.text(min_size=1, max_size=5), st.one_of(st.text(), st.integers(), st.floats(), st.booleans())))
def test_whatever_a_record_holds_a_text_comes_of_it(text: str, values: dict[str, object]) -> None:
    heard = say_again(json.loads(json.dumps({"text": text, "values": values})), "as it is")
    assert isinstance(heard, str)


@given(n=st.integers(-3, 10**9), share=st.floats(allow_nan=True, allow_infinity=True), name=st.text())
def test_a_message_comes_back_from_disk(n: int, share: float, name: str) -> None:
    inner = say_n(n, "{n} picture", "{n} pictures")
    event = Progressed(what=say("{inner} of {name} at {share:.3g}", inner=inner, name=name, share=share), done=1, total=2)
    assert again(event) == event


@pytest.mark.parametrize(("value", "form", "text"), [(np.int64(1200), ",", "1,200"), (np.float32(0.5), ".2f", "0.50"), (np.float64(2.5), "g", "2.5")])
def test_numbers_of_numpy_are_numbers(value, form, text):
    said = say("{n:" + form + "}", n=value)
    assert said == text
    assert json.loads(json.dumps(said.record)) == said.record
