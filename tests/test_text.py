"""Words of any script: cut, folded, marked, in a snippet."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.text import Snippet, Word, fold, mark, snippet, snippets, spellings, words

TEXTS = st.text() | st.text(alphabet="ab's’ _ée\u0301Жتَـ人かกे한½\n…\ud800", max_size=60)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Kazakhstan's KAZAKHSTAN’S kazakhstan", ["Kazakhstan", "KAZAKHSTAN", "kazakhstan"]),
        ("O'Brien’s d’Amnesty don't", ["O", "Brien", "d", "Amnesty", "don", "t"]),
        ("'S' is 'a's'", ["S", "is", "a"]),
        ("snake_case EUR57/002", ["snake", "case", "EUR57", "002"]),
        ("cafe\u0301 café", ["café", "café"]),
        ("2012年3月、人権宣言 韓", ["2012", "年", "3", "月", "人権", "権宣", "宣言", "韓"]),
        ("アムネスティ", ["アム", "ムネ", "ネス", "ステ", "ティ"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("مُحَمَّد، أحمد", ["مُحَمَّد", "أحمد"]),
        ("한국어 조선", ["한국어", "조선"]),
        ("ก่อน", ["ก่", "่อ", "อน"]),
        ("— … “!”", []),
        ("", []),
    ],
)
def test_words_are_cut_in_any_script(text: str, cut: list[str]) -> None:
    assert [word.text for word in words(text)] == cut


@pytest.mark.parametrize(
    "same",
    [
        ("Kazakhstan", "KAZAKHSTAN", "kazakhstan"),
        ("Zhañaözen", "Zhanaozen", "ZHANAOZEN"),
        ("Đorđe", "dorde"),
        ("Łódź", "Lodz"),
        ("København", "kobenhavn"),
        ("Straße", "STRASSE"),
        ("İstanbul", "Istanbul", "ıstanbul"),
        ("Æther", "aether"),
        ("ёлка", "Елка"),
        ("ΟΔΟΣ", "οδος", "ὁδός"),
        ("مُحَمَّد", "محـــمد", "محمد"),
        ("أحمد", "احمد", "ٱحمد"),
        ("على", "علي", "علی"),
        ("שָׁלוֹם", "שלום"),
        ("٢٠١٢", "2012", "２０１２"),
    ],
)
def test_words_that_are_the_same_fold_alike(same: tuple[str, ...]) -> None:
    assert len({fold(word) for word in same}) == 1


@pytest.mark.parametrize(("one", "other"), [("कि", "का"), ("คน", "คิน"), ("한국", "한글"), ("мир", "мор")])
def test_vowels_make_other_words(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(TEXTS)
def test_spellings_are_the_words(text: str) -> None:
    assert spellings(text) == [word.text for word in words(text)]


@given(TEXTS)
def test_words_lie_where_they_say_and_hold_no_blank(text: str) -> None:
    found = list(words(text))
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(first.start < second.start for first, second in pairwise(found))
    assert not any(re.search(r"\s", word.text + fold(word.text)) for word in found)
    assert all(fold(word.text) for word in found)


@given(TEXTS)
def test_folding_what_is_folded_changes_nothing_for_plain_words(text: str) -> None:
    assert all(fold(fold(word)) == fold(word) for word in spellings(text) if word.isalpha() and word.isascii())


@given(st.text(st.characters(min_codepoint=0x80, max_codepoint=0x6FF)))
def test_what_stands_beside_a_letter_changes_nothing_about_how_it_folds(text: str) -> None:
    assert all(fold(f"{word}人") in {f"{fold(word)}人", "人"} for word in spellings(text))


@given(TEXTS, st.integers(10, 80))
def test_a_snippet_is_not_wider_than_asked_and_marks_words_it_holds(text: str, width: int) -> None:
    found = snippet(text, lambda word: "a" in word, width=width)
    assert len(found.text) <= width
    assert found.marks == mark(found.text, lambda word: "a" in word)
    assert "\n" not in found.text


def test_a_word_knows_its_span() -> None:
    assert list(words("in Zhanaozen.")) == [Word("in", 0, 2), Word("Zhanaozen", 3, 12)]


def test_spans_of_pairs_that_touch_are_marked_as_one() -> None:
    assert mark("人権宣言。人", {"人権", "権宣"}.__contains__) == ((0, 3),)


def test_a_short_text_is_its_own_snippet() -> None:
    assert snippet("Torture\n\nin prison", {"prison"}.__contains__) == Snippet("Torture in prison", ((11, 17),))


def test_a_snippet_is_the_passage_with_most_different_words() -> None:
    text = f"police police police {'x ' * 200} police and torture {'y ' * 200} torture"
    found = snippet(text, {"police", "torture"}.__contains__, width=60)
    assert "police and torture" in found.text
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert [found.text[start:end] for start, end in found.marks] == ["police", "torture"]


@given(st.text(alphabet="ab \n人", max_size=400), st.integers(1, 5), st.integers(8, 60))
def test_snippets_are_at_most_so_many_the_best_first_and_show_no_word_twice(text: str, count: int, width: int) -> None:
    def matches(word: str) -> bool:
        return "a" in word

    found = snippets(text, matches, count=count, width=width)
    assert 1 <= len(found) <= count
    assert found[0] == snippet(text, matches, width=width)
    assert all(len(one.text) <= width for one in found)
    assert all(one.marks for one in found[1:])
    shown = sum(end - start for one in found for start, end in one.marks)
    assert shown <= sum(end - start for start, end in mark(" ".join(text.split()), matches))


def test_snippets_of_places_far_apart_show_each() -> None:
    text = "police " + "one two three " * 40 + "torture " + "four five six " * 40 + "prison"
    found = snippets(text, {"police", "torture", "prison"}.__contains__, count=5)
    assert [one.text[start:end] for one in found for start, end in one.marks] == ["police", "torture", "prison"]


def test_a_snippet_of_nothing_looked_for_is_the_beginning() -> None:
    assert snippet("one two three four five", lambda _: False, width=12) == Snippet("one two…", ())


def test_a_snippet_of_what_stands_at_the_end_reaches_the_end() -> None:
    assert snippet(f"{'x ' * 50}end.", {"end"}.__contains__, width=20).text.endswith("end.")


@pytest.mark.parametrize("unit", ["a", "'", "_", "\u0301", "人", "ก", "ـ", " ", "a ", "a's", "\n", "½", "\ud800", "’s"])
def test_a_megabyte_of_the_worst_sign_is_read(unit: str) -> None:
    text = (unit * 1_000_000)[:1_000_000]
    assert len(snippet(text, lambda _: True).text) <= 200
    assert all(len(word) <= 200 for word in spellings(text))
