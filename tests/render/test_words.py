import pytest

from advisory_cli.model import KINDS, Advisory, Number, Quote
from advisory_cli.render.dates import date_in_words
from advisory_cli.render.words import (
    country_in_words,
    kind_in_words,
    language_in_words,
    name_of,
    number_in_words,
    region_in_words,
    speaker_in_words,
    standing_of,
    title_of,
)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2012-03-22", "22 March 2012"),
        ("2001-06", "June 2001"),
        ("2013", "2013"),
        ("1999-12-01", "1 December 1999"),
        ("2012-13-01", "2012-13-01"),
        ("2012-00", "2012-00"),
        ("spring 2012", "spring 2012"),
        ("٢٠١٢-٠٣", "٢٠١٢-٠٣"),
        ("-", "-"),
        ("", ""),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(date: str, words: str) -> None:
    assert date_in_words(date) == words


def test_every_kind_has_words_of_its_own() -> None:
    words = {kind_in_words(kind) for kind in KINDS}
    assert len(words) == len(KINDS)
    assert {"Media advisory", "News service", "Document"} <= words


@pytest.mark.parametrize(
    ("language", "words"),
    [("ru", "Russian (ru)"), ("und", "not known (und)"), ("tlh", "tlh"), ("\x1b[31m", "^[[31m")],
)
def test_a_language_keeps_its_code(language: str, words: str) -> None:
    assert language_in_words(language) == words


def test_countries_and_regions_are_named_and_unknown_codes_kept() -> None:
    assert country_in_words("KAZ") == "Kazakhstan"
    assert country_in_words("Q\x1bQ") == "Q^[Q"
    assert region_in_words("EUR") == "Europe and Central Asia (EUR)"
    assert region_in_words("Q\x1bQ") == "Q^[Q"


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        (Quote(text="x", speaker="A B", role="Director", attribution="stated"), "A B, Director (stated)"),
        (Quote(text="x", speaker="A B", attribution="inherited"), "A B (inherited from the quotation before)"),
        (Quote(text="x", speaker="A B"), "A B (not certain)"),
        (Quote(text="x"), "speaker not named"),
    ],
)
def test_a_speaker_comes_with_how_it_is_known(quote: Quote, words: str) -> None:
    assert speaker_in_words(quote) == words


@pytest.mark.parametrize(
    ("advisory", "name"),
    [
        (Advisory(reference="EUR 57/002/2012", language="ru", id=5), "EUR 57/002/2012 (ru)"),
        (Advisory(id=5, first=3), "#3 (und)"),
        (Advisory(id=5), "#5 (und)"),
        (Advisory(), "no number (und)"),
    ],
)
def test_a_text_without_number_goes_by_its_first_id(advisory: Advisory, name: str) -> None:
    assert name_of(advisory) == name


@pytest.mark.parametrize("title", [None, "", " \n"])
def test_a_missing_title_is_said(title: str | None) -> None:
    assert title_of(Advisory(title=title)) == "(no title)"


@pytest.mark.parametrize(
    ("scheme", "text", "words"),
    [("UA", "UA 31/00", "UA 31/00"), ("News Service", "38/95", "News Service: 38/95"), ("", "38/95", "38/95")],
)
def test_the_series_of_a_number_is_named_once(scheme: str, text: str, words: str) -> None:
    assert number_in_words(Number(scheme=scheme, text=text)) == words


@pytest.mark.parametrize(
    ("advisory", "corrected_by", "standing"),
    [
        (Advisory(), (), "current"),
        (Advisory(action="tag", revision=2), (), "current"),
        (Advisory(action="revise", revision=2), (), "corrected"),
        (Advisory(), ("EUR 57/003/2012 (en)",), "corrected by EUR 57/003/2012 (en)"),
        (Advisory(status="withdrawn"), ("EUR 57/003/2012 (en)",), "withdrawn, corrected by EUR 57/003/2012 (en)"),
        (Advisory(status="removed"), (), "removed"),
    ],
)
def test_the_gravest_standing_is_said(advisory: Advisory, corrected_by: tuple[str, ...], standing: str) -> None:
    assert standing_of(advisory, corrected_by) == standing
