import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from studio.gan import texts
from studio.gan.texts import Texts, find

strings = st.lists(st.binary(max_size=12).map(lambda b: b.replace(b"\0", b"x")), max_size=40)


@given(strings)
def test_what_went_in_comes_out_in_any_order(given):
    made = Texts.of(given)
    assert list(made) == given
    assert [made[i] for i in range(len(made))] == given
    assert list(made.take(made.order())) == sorted(given)


@given(strings)
def test_long_names_are_sorted_as_short_ones_are(given):
    before, texts._SORT_BYTES = texts._SORT_BYTES, 0
    try:
        assert list(Texts.of(given).take(Texts.of(given).order())) == sorted(given)
    finally:
        texts._SORT_BYTES = before


def test_texts_longer_than_one_part_come_out_whole():
    names = [b"%d" % (i * 7919 % 50_000) for i in range(50_000)]
    made = Texts.of(names)
    assert list(made) == names
    assert list(made.take(made.order())) == sorted(names)


@given(st.lists(st.integers(0, 9)), st.lists(st.integers(0, 9)))
def test_find_gives_the_last_row_that_is_equal(wanted, among):
    found = find(np.array(wanted, "S16").astype("S16"), np.array(among, "S16"))
    assert found.tolist() == [max((k for k, other in enumerate(among) if other == one), default=-1) for one in wanted]
