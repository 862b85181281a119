"""What was said last of a text is what is told of it, whatever its number."""

from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.actions.latest import Latest

numbers = st.integers(-3, 12) | st.sampled_from((2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 10**30))


@given(st.lists(st.tuples(numbers, st.binary(max_size=3))))
def test_it_tells_what_a_dictionary_would(said: list[tuple[int, bytes]]) -> None:
    latest = Latest()
    for number, words in said:
        latest.put(number, words)
    assert sorted(latest) == sorted((number, words) for number, words in dict(said).items() if words)


def test_texts_in_order_are_told_in_order() -> None:
    latest = Latest()
    for number in (1, 2, 3, 1):
        latest.put(number, b"%d" % number)
    assert list(latest) == [(1, b"1"), (2, b"2"), (3, b"3")]
