"""The body: paragraphs joined, nothing dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.parse.body import body_of


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("one\n\ntwo", "one\n\ntwo"),
        ("one\r\n\r\n\r\ntwo\r\n", "one\n\ntwo"),
        (
            "The first line of this paragraph is broken by the mail programme\nand goes on here.",
            "The first line of this paragraph is broken by the mail programme and goes on here.",
        ),
        (
            "A line that a typewriter has broken where the paper came to its end, at the\nMargin of the page.",
            "A line that a typewriter has broken where the paper came to its end, at the Margin of the page.",
        ),
        ("RECOMMENDED ACTION:\n- urging care;\n- asking.", "RECOMMENDED ACTION:\n- urging care;\n- asking."),
        ("> quoted mail goes on\n> in the next line", "quoted mail goes on in the next line"),
        ("恐怖の\n中で", "恐怖の中で"),
        ("infor-\nmation", "infor- mation"),
        ("one\ftwo", "one\n\ntwo"),
    ],
)
def test_lines_are_joined_into_paragraphs(text: str, body: str) -> None:
    assert body_of(text, 0) == body


def test_double_spaced_lines_are_one_paragraph() -> None:
    lines = [f"this is line number {number} of a text that was written with" for number in range(10)]
    assert "\n" not in body_of("\n\n".join(lines), 0)


@given(st.text())
def test_no_letter_is_dropped_and_none_invented(text: str) -> None:
    letters = [character for character in text if character.isalnum()]
    assert [character for character in body_of(text, 0) if character.isalnum()] == letters
