"""A manuscript held against an archive: quotations word by word, speakers, translations, passages taken over."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory_cli.actions.lookup import Lookup
from advisory_cli.check import Checking, Quotation, Report
from advisory_cli.check.aligning import align
from advisory_cli.check.differences import differences
from advisory_cli.check.tokens import marked_tokens, tokens
from advisory_cli.check.words import Words
from advisory_cli.index import TantivyIndex
from advisory_cli.model import Advisory, Contact, Quote
from tests.fakes import MemoryStore, an_advisory

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
SPOKEN = (
    "Despite official declarations they are committed to upholding their obligations, the authorities have a very poor "
    "record of investigating and prosecuting their own security forces."
)
BODY = (
    "On 16 December 2011 oil workers tore down festive displays in the town's central square. A group of young men "
    "reportedly attacked police and local town officials.\n\n"
    f'"{SPOKEN} This is the only way to prevent such well-known events," said John Dalhuisen, Programme Director.\n\n'
    "The video then shows those lying injured on the ground being beaten. Nobody was charged. No investigation was "
    "opened by the authorities of the region until the following spring."
)
SOURCE = an_advisory(
    body=BODY, organisation="Amnesty International", quotes=(Quote(SPOKEN, "John Dalhuisen", "Director", "stated"),)
)


def check(folder: Path, text: str, *texts: Advisory) -> Report:
    store = MemoryStore(*(texts or (SOURCE,)))
    index = TantivyIndex(folder / ".advisories.index")
    index.catch_up(store)
    return Checking(store, index, Lookup(store, index), NOW).report(text)


def one(folder: Path, text: str, *texts: Advisory) -> Quotation:
    (quotation,) = check(folder, text, *texts).quotations
    return quotation


def compared(quotation: str, text: str = BODY) -> dict[str, bool]:
    """Kinds of changes, and whether each is allowed."""
    words, quote = Words(text), marked_tokens(quotation)
    alignment = align(quote, words)
    assert alignment
    return {change.kind: change.is_allowed for change in differences(quotation, quote, words, alignment).changes}


@pytest.mark.parametrize(
    "quotation",
    [
        "the authorities have a very poor record of investigating",
        "The authorities have a very poor record of investigating",
        "the authori-\nties have a very\n  poor record of investigating",
        "the authori\xadties have a very poor record of\xa0investigating",
        "tore down festive displays in the town’s central square",
        "to prevent such well-\nknown events",
        "This is the only way to prevent such well\u2011known events,",
    ],
)
def test_marks_case_of_the_first_letter_and_line_ends_are_no_changes(quotation: str) -> None:
    assert compared(quotation) == {}


@pytest.mark.parametrize(
    ("quotation", "kind"),
    [
        ("Despite official declarations … the authorities have a very poor record", "ellipsis"),
        ("Despite official declarations [...] the authorities have a very poor record", "ellipsis"),
        ("Despite official declarations (...) the authorities have a very poor record", "ellipsis"),
        ("On 16 December 2011 oil workers tore down … Nobody was charged.", "ellipsis"),
        ("… the authorities have a very poor record …", "ellipsis"),
        ("[T]he authorities have a very poor record", "brackets"),
        ("the authorities [sic] have a very poor record", "brackets"),
        ("[the police] are committed to upholding their obligations", "brackets"),
        ("Despite official declarations [the police] are committed to upholding", "brackets"),
        ("the authorit[y] have a very poor record", "brackets"),
        ("to prevent such well known events", "hyphens"),
        ("committed to upholding their obligations the authorities have", "punctuation"),
    ],
)
def test_what_a_quotation_may_change_is_allowed_and_told(quotation: str, kind: str) -> None:
    assert compared(quotation) == {kind: True}


@pytest.mark.parametrize(
    ("quotation", "kind"),
    [
        ("the authorities have a very bad record of investigating", "words"),
        ("the authorities have a poor record of investigating", "left out"),
        ("the authorities have a very very poor record of investigating", "put in"),
        ("the Authorities have a very poor record of investigating", "letters"),
        ("lying injured on the ground being beaten. No investigation was opened by the authorities", "joined"),
        ("lying injured on the ground being beaten, Nobody was charged", "sentences"),
        ("On 16 December 2011 oil workers tore down festive displays. No investigation was opened by the", "joined"),
        ("On 17 December 2011 oil workers tore down", "words"),
        ("the very poor record of investigating", "left out"),
        ("a poor record of investigating and prosecuting", "left out"),
        ("This is the only way to prevent such well-known events?", "sentences"),
        ("The authorities have a very poor record and every minister must go at once", "put in"),
    ],
)
def test_any_other_change_is_told_by_its_kind(quotation: str, kind: str) -> None:
    changes = compared(quotation)
    assert changes[kind] is False


def test_another_number_is_never_only_another_hyphen() -> None:
    assert compared("they took 15 tons of oil", "they took 1.5 tons of oil") == {"words": False}


@pytest.mark.parametrize("marks", ["“%s”", '"%s"', "«%s»", "„%s“", "‘%s’", "「%s」", "\n\n> %s\n\n", "\n\n    %s\n\n"])
def test_a_quotation_is_found_in_any_marks(tmp_path: Path, marks: str) -> None:
    words = "the authorities have a very poor record of investigating and prosecuting their own security forces"
    assert one(tmp_path, f"They wrote: {marks % words}.").verdict == "verbatim"


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("the authorities have a very poor record", "verbatim"),
        ("a group of young men reportedly attacked police", "verbatim"),
        ("Kazakhstan’s failure to find truth about violent clashes", "verbatim"),
        ("the authorities have a rather poor record", "altered"),
        ("the moon is made of green cheese and of nothing else", "absent"),
        ("of the and in the to a very", "absent"),
    ],
)
def test_quotations_and_running_text_are_looked_for(tmp_path: Path, words: str, verdict: str) -> None:
    assert one(tmp_path, f"They said “{words}”.").verdict == verdict


@pytest.mark.parametrize(("word", "verdict"), [("poor", "verbatim"), ("bad", "altered")])
def test_a_quotation_within_another_is_looked_for_by_itself(tmp_path: Path, word: str, verdict: str) -> None:
    text = f"“He told us ‘the authorities have a very {word} record of investigating’ and left,” said a witness."
    outer, inner = check(tmp_path, text).quotations
    assert (outer.verdict, inner.verdict) == ("absent", verdict)


def test_short_quotations_are_counted_and_not_looked_for(tmp_path: Path) -> None:
    report = check(tmp_path, "They are “very poor”.")
    assert (report.quotations, report.short) == ((), 1)


def test_the_text_cited_beside_it_comes_first(tmp_path: Path) -> None:
    copy = an_advisory(reference="EUR 57/009/2012", body=BODY)
    text = "They said “the authorities have a very poor record” (EUR 57/009/2012)."
    source = one(tmp_path, text, SOURCE, copy).source
    assert source
    assert source.reference == "EUR 57/009/2012"


def test_the_one_text_that_has_it_word_by_word_is_found_among_many_alike(tmp_path: Path) -> None:
    words = "they have a very poor record of investigating and prosecuting their own forces in the year"
    texts = [an_advisory(reference=f"EUR 57/{year}/2012", body=f"Today {words} {year}.") for year in range(100, 130)]
    quotation = one(tmp_path, f"They said “{words} 129”.", *texts)
    assert (quotation.verdict, quotation.source and quotation.source.reference) == ("verbatim", "EUR 57/129/2012")


def test_words_that_stand_in_another_text_than_the_one_named_are_told(tmp_path: Path) -> None:
    other = an_advisory(reference="EUR 57/009/2012", body="Nothing of the kind.")
    text = "They said “the authorities have a very poor record” (EUR 57/009/2012)."
    quotation = one(tmp_path, text, SOURCE, other)
    assert (quotation.verdict, quotation.elsewhere, quotation.is_finding) == ("verbatim", ("EUR 57/009/2012",), True)


def test_a_text_to_rely_on_no_more_is_told(tmp_path: Path) -> None:
    withdrawn = an_advisory(body=BODY, status="withdrawn", reason="wrong")
    quotation = one(tmp_path, "They said “the authorities have a very poor record”.", withdrawn)
    assert (quotation.verdict, quotation.source and quotation.source.standing) == ("verbatim", "withdrawn")
    assert quotation.is_finding


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({}, []),
        ({"distribution": "internal"}, ["internal"]),
        ({"embargo": "2026-01-02T04:00:00+00:00"}, ["embargoed"]),
        ({"embargo": "2026-01-02T03:00:00+00:00"}, []),
    ],
)
def test_what_must_not_go_out_yet_is_told(tmp_path: Path, changes: dict[str, str], why: list[str]) -> None:
    source = an_advisory(body=BODY, **changes)
    report = check(tmp_path, f"“The authorities have a very poor record” (EUR 57/002/2012).\n\nOne.\n\n{TAKEN}", source)
    (cited,), (quotation,), (passage,) = report.references, report.quotations, report.passages
    assert quotation.source
    assert [
        [hold.why for hold in held] for held in (cited.holds, quotation.source.holds, passage.sources[0].holds)
    ] == [why] * 3
    assert (cited.is_finding, quotation.is_finding) == (bool(why), bool(why))


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        ("John Dalhuisen", None),
        ("Dalhuisen", None),
        ("Amnesty International", None),
        ("Mary Robinson", "John Dalhuisen"),
    ],
)
def test_speakers_are_compared(tmp_path: Path, speaker: str, told: str | None) -> None:
    quotation = one(tmp_path, f"“The authorities have a very poor record of investigating,” said {speaker} today.")
    assert quotation.archive_speaker == told


def test_a_translation_is_not_absent(tmp_path: Path) -> None:
    russian = an_advisory(language="ru", title="Казахстан", body="Остаётся много вопросов о столкновениях.")
    text = "They said that “many questions about the clashes remain open today” (EUR 57/002/2012), which is so."
    quotation = one(tmp_path, text, russian)
    assert (quotation.verdict, quotation.languages) == ("translated", ("ru",))
    assert not quotation.is_finding


def test_removed_texts_are_no_sources(tmp_path: Path) -> None:
    removed = an_advisory(body=BODY, status="removed", action="remove", reason="wrong")
    report = check(tmp_path, "“The authorities have a very poor record” (EUR 57/002/2012).", removed)
    assert [quotation.verdict for quotation in report.quotations] == ["absent"]
    assert [(cited.standing, cited.reason) for cited in report.references] == [("removed", "wrong")]


TAKEN = "No investigation was opened by the authorities of the region until the following spring."


def test_words_taken_over_are_told_with_their_place(tmp_path: Path) -> None:
    (passage,) = check(tmp_path, f"Our report.\n\nWe found this. {TAKEN} So it goes.").passages
    assert (passage.line, passage.words, passage.text) == (3, 14, TAKEN.removesuffix("."))
    assert [source.reference for source in passage.sources] == ["EUR 57/002/2012"]


@pytest.mark.parametrize(
    "text",
    [
        f"“{TAKEN}”",
        f"{TAKEN} (EUR 57/002/2012)",
        f"{TAKEN}\n\nSource: EUR 57/2/2012",
        f"> {TAKEN}",
        "No investigation was opened by the authorities of the region",
    ],
)
def test_what_is_quoted_named_or_short_is_not_taken_over(tmp_path: Path, text: str) -> None:
    assert check(tmp_path, f"We found this.\n\n{text}").passages == ()


def test_what_stands_in_many_texts_belongs_to_nobody(tmp_path: Path) -> None:
    texts = [an_advisory(reference=f"EUR 57/{number:03}/2012", body=BODY) for number in range(1, 7)]
    assert check(tmp_path, TAKEN, *texts).passages == ()


def test_scripts_without_blanks_are_compared_by_characters(tmp_path: Path) -> None:
    body = "警方必须立即停止对和平示威者使用过度武力，并进行独立调查。"
    source = an_advisory(language="zh", body=body)
    assert one(tmp_path, "他说：“警方必须立即停止对和平示威者使用过度武力”。", source).verdict == "verbatim"
    assert one(tmp_path, "他说：“警方应当立即停止对和平示威者使用过度武力”。", source).verdict == "altered"


WORDS = BODY.replace("\n\n", " ").split()


@given(st.integers(0, len(WORDS) - 12), st.integers(6, 12), st.data())
@settings(max_examples=60)
def test_every_piece_of_a_text_is_verbatim_and_no_other_word_is(start: int, size: int, data: st.DataObject) -> None:
    piece = WORDS[start : start + size]
    words = Words(BODY)
    quote = marked_tokens(" ".join(piece))
    alignment = align(quote, words)
    assert alignment
    assert differences(" ".join(piece), quote, words, alignment).is_verbatim
    piece[data.draw(st.integers(0, size - 1))] = "xylophone"
    changed = " ".join(piece)
    quote = marked_tokens(changed)
    alignment = align(quote, words)
    assert alignment is None or not differences(changed, quote, words, alignment).is_verbatim


@given(st.text(alphabet="ab .…[]()\"“”'‘’->\n\t\xad-", max_size=80))
@settings(max_examples=200)
def test_nothing_in_a_quotation_stops_the_comparison(text: str) -> None:
    words, quote = Words("a b ab ba. A b [a] … b-a"), marked_tokens(text)
    assert [token.start for token in quote.tokens] == sorted(token.start for token in quote.tokens)
    alignment = align(quote, words)
    if alignment:
        assert differences(text, quote, words, alignment)


@pytest.mark.parametrize(
    "sign", ["“", '"', "'", "a-", "[", "…", ".", "> ", "\n", " ", "EUR 57/", "a ", "词", "\xad", "’s"]
)
def test_a_long_row_of_the_worst_is_read(tmp_path: Path, sign: str) -> None:
    report = check(tmp_path, sign * (200_000 // len(sign)))
    assert report.passages == ()


def test_the_words_of_a_text_are_those_between_its_signs() -> None:
    assert [token.text for token in tokens("It’s a well-known “U.S.” re-\n  port² of 1,5")] == [
        "It's", "a", "wellknown", "U", "S", "report", "of", "1", "5",
    ]  # fmt: skip


FORMULA = "The organization called on the authorities to release at once all those who were tried before them."
CALL = "For more information please contact the press office of the organisation in London on +44 20 7413 5566."


@pytest.mark.parametrize(
    ("body", "text", "is_told"),
    [
        (FORMULA, FORMULA, True),
        (CALL, CALL, False),
        (
            "x",
            "John Dalhuisen, Europe and Central Asia Programme Director at Amnesty International, was in town.",
            False,
        ),
    ],
)
def test_names_with_offices_and_whom_to_call_may_be_repeated(
    tmp_path: Path, body: str, text: str, *, is_told: bool
) -> None:
    office = "Europe and Central Asia Programme Director at Amnesty International"
    quote = Quote("They waited.", "John Dalhuisen", office, "stated")
    body = f"{body}\n\nJohn Dalhuisen, {office}, was in town."
    held = an_advisory(body=body, quotes=(quote,), contacts=(Contact(phones=("+442074135566",)),))
    assert bool(check(tmp_path, text, held).passages) is is_told


def test_a_formula_of_several_works_is_nobodys_and_one_of_two_is_told(tmp_path: Path) -> None:
    works = [an_advisory(id=number, reference=f"EUR 57/00{number}/2012", body=FORMULA) for number in (1, 2, 3)]
    assert check(tmp_path / "three", FORMULA, *works).passages == ()
    assert len(check(tmp_path / "two", FORMULA, *works[:2]).passages) == 1


@pytest.mark.parametrize("printed", ["EUR 57/O02/2012", "EUR 57-002-2012", "EUR57.002.2012", "EUR 57/0O2/2O12"])
def test_what_is_nearly_a_number_is_told_with_the_one_that_is_meant(tmp_path: Path, printed: str) -> None:
    (cited,) = check(tmp_path, f"This is in {printed} as they said.").references
    assert (cited.printed, cited.standing, cited.near) == (printed, "unknown", ("EUR 57/002/2012",))


@pytest.mark.parametrize("text", ["They paid EUR 10.500.000 for it.", "ISO 19-011-2018", "EUR 57/002/2012s/x"])
def test_other_figures_are_no_numbers(tmp_path: Path, text: str) -> None:
    assert [one.near for one in check(tmp_path, text).references if one.standing == "unknown"] == []


def test_speakers_without_blanks_in_their_names_are_compared(tmp_path: Path) -> None:
    said = "陈光诚一家多年来遭受非法软禁和殴打,当局必须立即停止一切迫害并追究责任人。"
    held = an_advisory(
        language="zh", body=f"凯瑟琳·巴伯说:“{said}”", quotes=(Quote(said, "凯瑟琳·巴伯", None, "stated"),)
    )
    assert one(tmp_path / "same", f"凯瑟琳·巴伯说:“{said}”", held).archive_speaker is None
    assert one(tmp_path / "other", f"王小明说:“{said}”", held).archive_speaker == "凯瑟琳·巴伯"


def test_a_change_within_a_quotation_in_a_quotation_is_told_once(tmp_path: Path) -> None:
    held = an_advisory(body="\"We met many. 'They beat me with sticks until I fell,' one told us.\"")
    found = check(tmp_path, "\"We met many. 'They beat me with clubs until I fell,' one told us.\"", held)
    assert [quotation.verdict for quotation in found.quotations] == ["altered"]
