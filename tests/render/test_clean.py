import unicodedata
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from advisory_cli.render.clean import clean, clean_marks, safe_link

ANY_TEXT = st.text(st.characters(exclude_categories=())).filter(bool)
HOSTILE_CHARACTERS = "".join(
    chr(code)
    for code in (
        *(*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029),
        *(*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFFF9, 0xFFFC)),
        *(*range(0xD800, 0xE000), *range(0xE0000, 0xE0080)),
    )
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "^[[31mred^[[0m"),
        ("\x1b]52;c;aGk=\x07", "^[]52;c;aGk=^G"),
        ("\x00\r\x7f", "^@^M^?"),
        ("\x9b31m\x85", "\\u009b31m\\u0085"),
        ("a\u202eb\u2069", "a\\u202eb\\u2069"),
        ("\u2028\u2029\ufff9", "\\u2028\\u2029\\ufff9"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("می‌خواهم 👩‍👩‍👧 \u200e\u200f e\u0301", "می‌خواهم 👩‍👩‍👧 \u200e\u200f e\u0301"),
        ("[sic] [/b] :smile:", "[sic] [/b] :smile:"),
    ],
)
def test_what_acts_or_deceives_becomes_visible_and_the_rest_stays(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_newlines_and_tabs_become_blanks_where_one_line_is_wanted() -> None:
    assert clean("a\nb\tc\x1b", lines=False) == "a b c^["


def test_every_unsafe_character_becomes_printable_ascii_of_its_own() -> None:
    shown = [clean(character) for character in HOSTILE_CHARACTERS]
    assert all(text.isascii() and text.isprintable() for text in shown)
    assert len(set(shown)) == len(HOSTILE_CHARACTERS)


@given(ANY_TEXT)
def test_clean_is_idempotent_and_leaves_nothing_unsafe(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not set(cleaned) & set(HOSTILE_CHARACTERS)


@given(ANY_TEXT)
def test_clean_loses_no_letter_mark_number_or_sign(text: str) -> None:
    kept = [c for c in text if unicodedata.category(c)[0] in "LMNPS" and c not in HOSTILE_CHARACTERS]
    rest = iter(clean(text))
    assert all(c in rest for c in kept)


@given(st.text(st.sampled_from("ab\x1b\u202e")), st.integers(0, 20), st.integers(0, 20))
def test_a_mark_covers_the_same_words_after_cleaning(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    [(a, b)] = clean_marks(text, [(start, end)])
    assert clean(text)[a:b] == clean(text[start:end])


@pytest.mark.parametrize("url", ["http://a.org/", "HTTPS://a.org/?q=1&r=ü", "mailto:a@b.org"])
def test_web_and_mail_addresses_may_be_followed(url: str) -> None:
    assert safe_link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        *(None, "", "#", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http:", "//a.org"),
        *(" http://a.org", "http://a.org/\x1b]8;;", "http://a.org/\u202egro", "http://a.org/ b", "http://a.org/\n"),
        "http://\u200ba.org",
    ],
)
def test_nothing_else_may_be_followed(url: str | None) -> None:
    assert safe_link(url) is None


@given(st.text(alphabet="\u200d\ufe0fa日 é\u0301❤\u200c\u0b95\u0bcd", max_size=14), st.integers(1, 9))
def test_joiners_never_break_a_line_of_a_terminal(text: str, width: int) -> None:
    screen = Console(file=StringIO(), width=width, markup=False, emoji=False, highlight=False)
    screen.print(Text(clean(text)))
    assert "\u200d\u200d" not in clean(text)
