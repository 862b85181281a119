from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.model import Advisory, Quote
from advisory_cli.render.clean import clean
from advisory_cli.render.quoted import paragraphs_of, quotes_elsewhere, quotes_within
from tests.render.records import SEED

A, B, C = (Quote(text=text, speaker=text) for text in ("first words", "second words", "third\n\nand fourth"))


def quoted(body: str, *quotes: Quote) -> list[tuple[bool, int]]:
    return [(p.quoted, len(p.speakers)) for p in paragraphs_of(Advisory(body=body, quotes=quotes))]


@pytest.mark.parametrize(
    ("body", "quotes", "expected"),
    [
        ("plain\n\n“first words”, she said", (A,), [(False, 0), (True, 1)]),
        ("first words\n\nfirst words", (A, A), [(True, 1), (True, 1)]),
        ("first words\n\nfirst words", (A,), [(True, 1), (False, 0)]),
        ("second words\n\nfirst words", (A, B), [(True, 1), (True, 1)]),
        ("first words and second words", (A, B), [(True, 2)]),
        ("third\n\nand fourth\n\nend", (C,), [(True, 0), (True, 1), (False, 0)]),
        ("first\nwords", (A,), [(True, 1)]),
        ("other", (A,), [(False, 0)]),
        ("other", (Quote(text=" "),), [(False, 0)]),
        ("", (A,), []),
    ],
)
def test_paragraphs_with_a_quotation_are_marked_and_its_speaker_stands_where_it_ends(
    body: str, quotes: tuple[Quote, ...], expected: list[tuple[bool, int]]
) -> None:
    assert quoted(body, *quotes) == expected


def test_the_quotations_of_the_seed_stand_in_its_body() -> None:
    assert [p.speakers for p in paragraphs_of(SEED) if p.quoted] == [
        ("John Dalhuisen, Europe and Central Asia Programme Director (stated)",),
        ("John Dalhuisen, Europe and Central Asia Programme Director (inherited from the quotation before)",),
    ]


def test_every_quotation_stands_within_the_body_or_elsewhere() -> None:
    advisory = replace(SEED, quotes=(A, *SEED.quotes, B))
    assert quotes_within(advisory) == SEED.quotes
    assert quotes_elsewhere(advisory) == (A, B)


@given(st.text(st.sampled_from("ab \n\t\x1b")), st.lists(st.text(st.sampled_from("ab \n"))))
def test_nothing_of_the_body_is_dropped_or_repeated(body: str, quotes: list[str]) -> None:
    paragraphs = paragraphs_of(Advisory(body=body, quotes=tuple(Quote(text=text) for text in quotes)))
    assert "".join(p.text for p in paragraphs).replace("\n", "") == clean(body).replace("\n", "")
