import errno
import json

import pytest
from pydantic import BaseModel, Field, ValidationError

from studio import words
from studio.errors import ConfigError, DataError, Problem
from studio.gan.broken import Broken, BrokenFiles
from studio.gan.spec import _FAULTS, fault_in_words
from studio.told import either, reason_of, system_reason, to_keep, told
from studio.words import Said, joined, say

GERMAN = {
    "is empty": "ist leer",
    "{n} of {total:,}": "{n} von {total:,}",
    "{one} or {other}": "{one} oder {other}",
    "is missing": "fehlt",
}


@pytest.fixture
def german():
    def speak() -> None:
        words.speak(lambda text, _sense, _n: GERMAN.get(text, text), point=",", group=".")

    yield speak
    words.speak()


def test_a_kept_text_is_told_in_the_language_of_who_reads_it(german):
    kept = json.loads(json.dumps([to_keep(say("{n} of {total:,}", n=2, total=1500)), to_keep("as it is")]))
    assert [told(one) for one in kept] == ["2 of 1,500", "as it is"]
    german()
    assert [told(one) for one in kept] == ["2 von 1.500", "as it is"]


def test_texts_in_a_row_stay_as_they_were_said(german):
    row = joined([say("is empty"), "a {brace}", say("{n} of {total:,}", n=1, total=1000)], "; ")
    assert row == "is empty; a {brace}; 1 of 1,000"
    assert joined([], "; ") == ""
    german()
    assert told(to_keep(row)) == "ist leer; a {brace}; 1 von 1.000"


def test_either():
    assert either(["a"]) == "a"
    assert either(["a", "b", "c"]) == "a or b or c"


def test_an_error_keeps_how_it_was_said(german):
    error = ConfigError([Problem("dataset.path", say("is missing")), Problem("", "a {brace}")])
    assert str(error) == "dataset.path: is missing\na {brace}"
    fault = DataError(say("is empty"))
    assert isinstance(str(fault), Said)
    assert isinstance(reason_of(ValueError(say("is empty"))), Said)
    assert reason_of(OSError(2, "gone")) == "[Errno 2] gone"
    german()
    assert told(to_keep(str(error))) == "dataset.path: fehlt\na {brace}"


def test_reasons_of_broken_files_come_back_as_they_were_said(german):
    files = BrokenFiles([Broken("a.png", say("is empty")), Broken("b.png", "odd\0one"), Broken("c.png", "{no record")])
    kept = files.arrays()
    assert [b.reason for b in BrokenFiles.of_arrays(kept)] == ["is empty", "odd one", "{no record"]
    german()
    assert [b.reason for b in BrokenFiles.of_arrays(kept)] == ["ist leer", "odd one", "{no record"]


class Everything(BaseModel):
    whole: int = 0
    number: float = Field(0.0, allow_inf_nan=False)
    switch: bool = False
    text: str = Field("x", min_length=1, max_length=3)
    low: int = Field(1, ge=1, le=2)
    high: float = Field(1.0, gt=0.5, lt=2)
    needed: int


@pytest.mark.parametrize(
    "data",
    [
        {"whole": []},
        {"whole": "x"},
        {"whole": 1.5},
        {"number": []},
        {"number": "x"},
        {"number": float("inf")},
        {"switch": []},
        {"switch": "x"},
        {"text": 1},
        {"text": ""},
        {"text": "long"},
        {"low": 0},
        {"low": 3},
        {"high": 0.5},
        {"high": 2},
        {},
    ],
)
def test_the_words_for_a_fault_are_pydantics(data):
    with pytest.raises(ValidationError) as caught:
        Everything.model_validate({"needed": 1, **data} if data else {})
    (fault,) = caught.value.errors()
    assert fault["type"] in _FAULTS
    assert fault_in_words(fault) == fault["msg"][0].lower() + fault["msg"][1:]


def test_what_the_system_says_of_a_file_is_said_in_words_of_ours_where_it_is_common():
    assert system_reason(PermissionError(errno.EACCES, "Permission denied")) == "no permission to read it"
    assert system_reason(OSError(errno.EIO, "Input/output error")) == "its disk reports an error"
    assert system_reason(OSError(errno.ENOTCONN, "Transport endpoint is not connected")) == "Transport endpoint is not connected"
