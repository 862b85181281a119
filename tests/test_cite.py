"""Citations: each style as its manual has press releases and reports of organisations; data that programs read back."""

import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from advisory_cli.cite import DATA, STYLES, Work, as_file, cite, manuals, write_citations
from advisory_cli.cite.notes import notes_of
from advisory_cli.cite.shapes import Style
from advisory_cli.errors import Misuse
from advisory_cli.model import KINDS, Advisory, Number, Source
from advisory_cli.results import Shown, Tie
from tests.render.look import Page

SEED = Advisory(
    id=1,
    first=1,
    reference="EUR 57/002/2012",
    language="en",
    organisation="AMNESTY INTERNATIONAL",
    kind="media_advisory",
    date="2012-03-22",
    title="Kazakhstan's failure to find truth about violent clashes",
    at="2026-11-22T10:00:00Z",
)
RUSSIAN = replace(
    SEED,
    id=2,
    first=2,
    language="ru",
    organisation="Международная Амнистия",
    title="Казахстан: Правда о событиях в Жанаозене остается не выясненной",
)
REPORT = replace(SEED, kind="report", title="Old habits", date="2013", reference="EUR 57/001/2013")
NUMBERLESS = replace(SEED, reference=None)
UNDATED = replace(SEED, date=None)
FETCHED = replace(SEED, source=Source("x", "text/html", "0" * 64, 3, url="https://www.amnesty.org/x"))

FAILURE = "Kazakhstan's failure to find truth about violent clashes"
TRUTH = "Казахстан: Правда о событиях в Жанаозене остается не выясненной"
TO_PRESS = "Сообщение для прессы EUR 57/002/2012"

MANUALS = [
    # Chicago Manual of Style, 17th ed., 14.220: reports and the like as books; press releases in quotation marks
    ("chicago", SEED, f"Amnesty International. “{FAILURE}.” Media advisory EUR 57/002/2012. March 22, 2012."),
    ("chicago", RUSSIAN, f"Международная Амнистия. “{TRUTH}.” {TO_PRESS}. March 22, 2012."),
    ("chicago", REPORT, "Amnesty International. *Old habits*. Report EUR 57/001/2013. 2013."),
    ("chicago", NUMBERLESS, f"Amnesty International. “{FAILURE}.” Media advisory. March 22, 2012."),
    ("chicago", UNDATED, f"Amnesty International. “{FAILURE}.” Media advisory EUR 57/002/2012. n.d."),
    ("chicago-note", SEED, f"Amnesty International, “{FAILURE},” media advisory EUR 57/002/2012, March 22, 2012."),
    ("chicago-note", REPORT, "Amnesty International, *Old habits*, report EUR 57/001/2013, 2013."),
    ("chicago-note", UNDATED, f"Amnesty International, “{FAILURE},” media advisory EUR 57/002/2012, n.d."),
    (
        "chicago-author-date",
        SEED,
        f"Amnesty International. 2012. “{FAILURE}.” Media advisory EUR 57/002/2012. March 22.",
    ),
    ("chicago-author-date", REPORT, "Amnesty International. 2013. *Old habits*. Report EUR 57/001/2013."),
    ("chicago-author-date", UNDATED, f"Amnesty International. n.d. “{FAILURE}.” Media advisory EUR 57/002/2012."),
    # Publication Manual, 7th ed., 10.4: what it is in square brackets
    ("apa", SEED, f"Amnesty International. (2012, March 22). *{FAILURE}* (EUR 57/002/2012) [Media advisory]."),
    ("apa", RUSSIAN, f"Международная Амнистия. (2012, March 22). *{TRUTH}* (EUR 57/002/2012) [Сообщение для прессы]."),
    ("apa", REPORT, "Amnesty International. (2013). *Old habits* (EUR 57/001/2013) [Report]."),
    ("apa", NUMBERLESS, f"Amnesty International. (2012, March 22). *{FAILURE}* [Media advisory]."),
    ("apa", UNDATED, f"Amnesty International. (n.d.). *{FAILURE}* (EUR 57/002/2012) [Media advisory]."),
    (
        "apa",
        FETCHED,
        f"Amnesty International. (2012, March 22). *{FAILURE}* (EUR 57/002/2012) [Media advisory]. https://www.amnesty.org/x",
    ),
    # MLA Handbook, 9th ed.: what it is stands last; a date that is not known is left out
    ("mla", SEED, f"Amnesty International. *{FAILURE}*. EUR 57/002/2012, 22 Mar. 2012. Media advisory."),
    ("mla", UNDATED, f"Amnesty International. *{FAILURE}*. EUR 57/002/2012. Media advisory."),
    ("mla", NUMBERLESS, f"Amnesty International. *{FAILURE}*. 22 Mar. 2012. Media advisory."),
    # OSCOLA, 4th ed., 3.4: author, 'title' (additional information, date) <address> accessed date
    ("oscola", SEED, f"Amnesty International, ‘{FAILURE}’ (Media advisory EUR 57/002/2012, 22 March 2012)."),
    ("oscola", UNDATED, f"Amnesty International, ‘{FAILURE}’ (Media advisory EUR 57/002/2012)."),
    ("oscola", NUMBERLESS, f"Amnesty International, ‘{FAILURE}’ (Media advisory, 22 March 2012)."),
    (
        "oscola",
        FETCHED,
        (
            f"Amnesty International, ‘{FAILURE}’ (Media advisory EUR 57/002/2012, 22 March 2012) "
            "<https://www.amnesty.org/x> accessed 22 November 2026."
        ),
    ),
    # Cite Them Right, 12th ed., press releases
    ("harvard", SEED, f"Amnesty International (2012) *{FAILURE}* [Media advisory]. 22 March. EUR 57/002/2012."),
    ("harvard", UNDATED, f"Amnesty International (no date) *{FAILURE}* [Media advisory]. EUR 57/002/2012."),
    (
        "harvard",
        FETCHED,
        (
            f"Amnesty International (2012) *{FAILURE}* [Media advisory]. 22 March. EUR 57/002/2012. "
            "Available at: https://www.amnesty.org/x (Accessed: 22 November 2026)."
        ),
    ),
    # IEEE Reference Guide: title in quotation marks, then what and which it is, and when
    ("ieee", SEED, f"[1] Amnesty International, “{FAILURE},” Media advisory EUR 57/002/2012, Mar. 22, 2012."),
    ("ieee", UNDATED, f"[1] Amnesty International, “{FAILURE},” Media advisory EUR 57/002/2012."),
    ("ieee", Advisory(id=3, title="Old habits"), "[1] “Old habits.”"),
]


def marked(advisory: Advisory, style: str, **changes: Any) -> str:
    """The citation with asterisks around what is italic."""
    (citation,) = cite([Work(advisory, accessed="2026-11-22", **changes)], style)
    return "".join(f"*{span.text}*" if span.italic else span.text for span in citation.spans)


def plain(advisory: Advisory, style: str = "chicago", *, locale: str | None = None) -> str:
    (citation,) = cite([Work(advisory)], style, locale=locale)
    return citation.text


def in_file(works: list[Work], style: str) -> str:
    return "".join(as_file((one.text for one in cite(works, style)), style))


@pytest.mark.parametrize(("style", "advisory", "expected"), MANUALS)
def test_a_style_prints_what_its_manual_has(style: str, advisory: Advisory, expected: str) -> None:
    assert marked(advisory, style) == expected


@pytest.mark.parametrize(
    ("date", "chicago", "apa"),
    [("2001-06", ". June 2001.", "(2001, June)"), ("1984", ". 1984.", "(1984)"), ("some day", ". n.d.", "(n.d.)")],
)
def test_a_date_is_as_precise_as_it_is_known(date: str, chicago: str, apa: str) -> None:
    advisory = replace(SEED, date=date)
    assert plain(advisory).endswith(chicago)
    assert apa in plain(advisory, "apa")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "title",
    [
        "AMNESTY calls on McDonald's & iPhone users: 100% {of} #1 $5 a_b ~x^2",
        "*stars* _and_ <i>italics</i> [not](markup) `code`",
        "العفو الدولية: يجب إطلاق سراح السجناء",
        "זכויות (אדם)",
        "the rights of the child in the united states",
        "Ends with an ellipsis...",
        "\ue000\ue001\ue005\ue020\ue021 private signs",
        "{0} %s {author} </text>",
    ],
)
def test_a_title_stands_letter_by_letter_as_printed(style: str, title: str) -> None:
    assert title in plain(replace(SEED, title=title), style)


@pytest.mark.parametrize("style", STYLES)
def test_an_organisation_is_one_name(style: str) -> None:
    name = "Observatory for the Protection of Human Rights Defenders, a Joint Programme of OMCT and FIDH, and Others"
    assert name in plain(replace(SEED, organisation=name), style)


@pytest.mark.parametrize(
    ("printed", "cited"),
    [
        ("AMNESTY INTERNATIONAL", "Amnesty International"),
        ("PHYSICIANS FOR HUMAN RIGHTS", "Physicians for Human Rights"),
        ("OMCT AND FIDH", "OMCT and FIDH"),
        ("МЕЖДУНАРОДНАЯ АМНИСТИЯ", "Международная Амнистия"),
        ("UNHCR", "UNHCR"),
        ("Amnesty International UK", "Amnesty International UK"),
    ],
)
def test_capitals_of_a_letterhead_are_not_the_name(printed: str, cited: str) -> None:
    assert plain(replace(SEED, organisation=printed)).startswith(f"{cited}. ")


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago", f"“{FAILURE}.” Media advisory EUR 57/002/2012. March 22, 2012."),
        ("chicago-author-date", f"“{FAILURE}.” 2012. Media advisory EUR 57/002/2012. March 22."),
        ("apa", f"*{FAILURE}* (EUR 57/002/2012) [Media advisory]. (2012, March 22)."),
        ("mla", f"*{FAILURE}*. EUR 57/002/2012, 22 Mar. 2012. Media advisory."),
        ("oscola", f"‘{FAILURE}’ (Media advisory EUR 57/002/2012, 22 March 2012)."),
        ("harvard", f"*{FAILURE}* (2012) [Media advisory]. 22 March. EUR 57/002/2012."),
    ],
)
def test_without_an_organisation_the_title_comes_first(style: str, expected: str) -> None:
    assert marked(replace(SEED, organisation=None), style) == expected


@pytest.mark.parametrize("style", STYLES)
def test_what_has_nothing_is_cited_as_untitled(style: str) -> None:
    assert "[untitled]" in plain(Advisory(id=3), style)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Who is next?", "“Who is next?” Media"),
        ("Stop!", "“Stop!” Media"),
        ("Ends.", "“Ends.” Media"),
        ("“Foreign agents” again", "“‘Foreign agents’ again.” Media"),
        ('"Foreign agents" again', "“'Foreign agents' again.” Media"),
    ],
)
def test_signs_at_a_seam_are_those_of_america(title: str, expected: str) -> None:
    assert expected in plain(replace(SEED, title=title))


def test_a_stop_of_the_title_is_not_doubled_in_italics() -> None:
    assert ". *Why?* Report" in marked(replace(REPORT, title="Why?"), "chicago")


@pytest.mark.parametrize("style", [name for name, style in STYLES.items() if style.has_suffix])
def test_works_of_one_year_are_told_apart(style: str) -> None:
    works = [Work(SEED), Work(replace(SEED, title="Another")), Work(REPORT)]
    first, second, other = (citation.text for citation in cite(works, style))
    assert "2012a" in first
    assert "2012b" in second
    assert "2013a" not in other


def test_citations_stand_in_the_order_given_and_are_numbered_so() -> None:
    citations = cite([Work(RUSSIAN), Work(REPORT), Work(SEED)], "ieee")
    assert [citation.text[:4] for citation in citations] == ["[1] ", "[2] ", "[3] "]
    assert [citation.work.advisory for citation in citations] == [RUSSIAN, REPORT, SEED]


def test_a_number_of_another_series_stands_in_for_the_index_number() -> None:
    assert "Media advisory UA 31/00." in plain(replace(NUMBERLESS, numbers=(Number("UA", "UA 31/00"),)))


@pytest.mark.parametrize(
    ("kind", "language", "printed", "words"),
    [
        ("press_release", "fr", "COMMUNIQUE", "Communiqué de presse"),
        ("urgent_action", "es", None, "Acción urgente"),
        ("press_release", "ar", None, "بيان صحفي"),
        ("medical_action", "de", None, "Medical action"),
        ("press_release", "ja", None, "Press release"),
        ("other", "en", "POSTCARD", "Postcard"),
    ],
)
def test_the_kind_is_said_in_the_language_of_the_document_or_english(
    kind: str, language: str, printed: str | None, words: str
) -> None:
    assert f"” {words} EUR" in plain(replace(SEED, kind=kind, language=language, printed_kind=printed))


@pytest.mark.parametrize(
    ("style", "locale", "expected"),
    [
        ("chicago", "de", "22. März 2012"),
        ("mla", "fr-FR", "22 mars 2012"),
        ("harvard", "es", "22 marzo"),
        ("chicago", "en-GB", f"‘{FAILURE}’."),
    ],
)
def test_a_locale_is_of_the_words_around(style: str, locale: str, expected: str) -> None:
    assert expected in plain(SEED, style, locale=locale)


def test_a_locale_that_there_is_not_is_said() -> None:
    with pytest.raises(Misuse, match="klingon"):
        plain(SEED, locale="klingon")


@pytest.mark.parametrize("style", [name for name, style in STYLES.items() if not style.has_suffix and name != "ieee"])
def test_a_citation_is_the_same_alone_and_among_others(style: str) -> None:
    texts = [SEED, RUSSIAN, REPORT, FETCHED, UNDATED, replace(SEED, date="2001-06"), NUMBERLESS, SEED]
    together = cite([Work(text, accessed="2026-11-22") for text in texts], style)
    assert [one.text for one in together] == [cite([one.work], style)[0].text for one in together]


@pytest.mark.parametrize("style", STYLES)
def test_notes_stand_behind_a_citation(style: str) -> None:
    assert marked(SEED, style, notes=("withdrawn", "corrected by X")).endswith(" [withdrawn; corrected by X]")


def test_notes_tell_what_became_of_a_text() -> None:
    old = replace(SEED, revision=2)
    shown = Shown(
        old, corrected_by=("A (en)", "B (en)"), named_by=(Tie("corrects", "A (en)"), Tie("supersedes", "B (en)"))
    )
    assert notes_of(shown) == ("corrected by A (en)", "superseded by B (en)")
    assert notes_of(Shown(old), names_revision=True) == ("revision 2, archive date 2026-11-22",)
    assert notes_of(Shown(replace(SEED, status="withdrawn"))) == ("withdrawn",)
    assert notes_of(Shown(SEED, current=replace(SEED, status="withdrawn"))) == ("withdrawn",)
    assert notes_of(Shown(replace(SEED, status="withdrawn"), current=SEED)) == ("withdrawn, reinstated since",)
    assert notes_of(Shown(replace(SEED, status="withdrawn"), current=replace(SEED, status="removed"))) == ("withdrawn",)
    assert notes_of(Shown(replace(SEED, reason="it holds"))) == ()
    corrected = replace(SEED, revision=2, corrected="2026-11-22T10:00:00Z")
    assert notes_of(Shown(corrected)) == ("corrected",)
    assert notes_of(Shown(SEED, current=corrected)) == ("corrected since",)


@pytest.mark.parametrize(
    ("work", "key"),
    [
        (Work(SEED), "ai-eur57-002-2012-en"),
        (Work(RUSSIAN), "eur57-002-2012-ru"),
        (Work(NUMBERLESS), "ai-text1-en"),
        (Work(SEED, is_twin=True), "ai-eur57-002-2012-en-1"),
        (Work(replace(SEED, revision=3), ("revision 3, archive date 2026-11-22",)), "ai-eur57-002-2012-en-r3"),
        (Work(replace(SEED, organisation="Human Rights Watch")), "hrw-eur57-002-2012-en"),
        (Work(replace(SEED, organisation="Ärzte ohne Grenzen")), "aog-eur57-002-2012-en"),
        (Work(replace(SEED, organisation=None, reference="Ж", language="")), "text1"),
        (Work(replace(SEED, organisation=None, reference='x},\n@evil{"', language="{")), "x-evil"),
    ],
)
def test_a_key_is_stable_and_plain(work: Work, key: str) -> None:
    assert work.key == key


NASTY = 'R&D: 50% of {all} #1 "quoted" $5 a_b ~x^2 \\textbf{no} }{ é العفو *a*'


def test_bibtex_reads_back() -> None:
    works = [Work(replace(FETCHED, title=NASTY), ("withdrawn",), "2026-11-22"), Work(RUSSIAN)]
    entries = parse_string(in_file(works, "bibtex"), "bibtex").entries
    assert list(entries) == ["ai-eur57-002-2012-en", "eur57-002-2012-ru"]
    fields = entries["ai-eur57-002-2012-en"].fields
    assert from_latex(fields["title"]) == NASTY
    assert (fields["year"], fields["month"], fields["date"]) == ("2012", "March", "2012-03-22")
    assert (fields["number"], fields["type"], fields["note"]) == ("EUR 57/002/2012", "Media advisory", "withdrawn")
    assert (fields["url"], fields["urldate"]) == ("https://www.amnesty.org/x", "2026-11-22")
    (author,) = entries["eur57-002-2012-ru"].persons["author"]
    assert str(author) == "{Международная Амнистия}"
    assert entries["eur57-002-2012-ru"].fields["language"] == "Russian"


def from_latex(text: str) -> str:
    """What LaTeX sets of a field in double braces."""
    words = {"braceleft": "{", "braceright": "}", "backslash": "\\", "asciitilde": "~", "asciicircum": "^"}
    bare = text.removeprefix("{").removesuffix("}")
    return re.sub(r"\\text(\w+)\{\}|\\([&%$#_])", lambda sign: words[sign[1]] if sign[1] else sign[2], bare)


def test_ris_reads_back() -> None:
    works = [Work(replace(FETCHED, title=NASTY), ("withdrawn", "corrected by X"), "2026-11-22"), Work(UNDATED)]
    first, second = rispy.loads(in_file(works, "ris"))
    assert first["type_of_reference"] == "RPRT"
    assert (first["title"], first["authors"], first["publisher"]) == (
        NASTY,
        ["Amnesty International"],
        "Amnesty International",
    )
    assert (first["issn"], first["type_of_work"], first["language"]) == ("EUR 57/002/2012", "Media advisory", "en")
    assert (first["year"], first["date"], first["access_date"]) == ("2012", "2012/03/22", "2026/11/22")
    assert (first["urls"], first["notes"]) == (["https://www.amnesty.org/x"], ["withdrawn", "corrected by X"])
    assert "year" not in second


def test_csl_json_has_only_what_its_schema_has() -> None:
    works = [Work(replace(FETCHED, title=NASTY), ("withdrawn",), "2026-11-22"), Work(Advisory(id=9))]
    first, second = json.loads(in_file(works, "csl-json"))
    assert first == {
        "id": "ai-eur57-002-2012-en",
        "type": "report",
        "author": [{"literal": "Amnesty International"}],
        "title": NASTY,
        "genre": "Media advisory",
        "number": "EUR 57/002/2012",
        "issued": {"date-parts": [[2012, 3, 22]]},
        "language": "en",
        "URL": "https://www.amnesty.org/x",
        "accessed": {"date-parts": [[2026, 11, 22]]},
        "note": "withdrawn",
    }
    assert second == {"id": "text9-und", "type": "report"}


@pytest.mark.parametrize("style", DATA)
def test_a_file_of_texts_is_that_of_their_citations(style: str) -> None:
    withdrawn = replace(FETCHED, status="withdrawn", reason="wrong date")
    written = "".join(write_citations([Shown(withdrawn), Shown(RUSSIAN)], style))
    assert written == in_file([Work(withdrawn, ("withdrawn: wrong date",), "2026-11-22"), Work(RUSSIAN)], style)
    assert "".join(write_citations([], style)) == ("[\n]\n" if style == "csl-json" else "")


def test_keys_of_a_file_are_told_apart() -> None:
    twin = replace(SEED, id=7, first=7)
    entries = parse_string(
        "".join(write_citations([Shown(SEED), Shown(twin), Shown(RUSSIAN)], "bibtex")), "bibtex"
    ).entries
    assert list(entries) == ["ai-eur57-002-2012-en", "ai-eur57-002-2012-en-7", "eur57-002-2012-ru"]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "https://user:secret@x.org/", "x", ""])
def test_an_address_is_cited_only_where_a_reader_may_be_led_there(url: str) -> None:
    work = Work(replace(SEED, source=Source("x", "text/html", "0" * 64, 3, url=url)))
    assert work.url is None


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text(
    "\ue000\ue005\ue020\ue021<>&*_“”’.?!,[]{}\\%\n\r\x1b\u202e a"
)


@settings(max_examples=60)
@given(
    changes=st.fixed_dictionaries(
        {
            "title": words | st.none(),
            "organisation": words | st.none(),
            "reference": words | st.none(),
            "printed_kind": words,
            "kind": st.sampled_from(KINDS),
            "language": words,
            "date": st.sampled_from([None, "2012", "2012-02", "0001-01-01", "9999-12-31"]) | words,
        }
    ),
    style=st.sampled_from([*STYLES, *DATA]),
)
def test_any_record_is_cited_without_harm(changes: dict[str, Any], style: str) -> None:
    (citation,) = cite([Work(replace(SEED, **changes))], style)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", citation.text)
    page = Page(citation.html)
    assert page.text == citation.text
    assert page.elements <= {"p", "i", "bdi"}
    assert page.attributes <= {("class", "citation"), ("dir", "auto")}
    if style == "bibtex":
        assert len(parse_string(citation.text, "bibtex").entries) == 1
    elif style == "ris":
        assert len(rispy.loads(citation.text)) == 1
    elif style in STYLES:
        assert "\n" not in citation.text


@pytest.mark.parametrize("sign", ["a", " ", "“", "\ue002", "{", "ﷺ", "\u0301"], ids=ascii)
def test_a_megabyte_of_anything_is_cited(sign: str) -> None:
    advisory = replace(SEED, title=sign * 1_000_000, organisation=sign * 1_000_000)
    assert "March 22, 2012" in plain(advisory)
    assert "2012-03-22" in plain(advisory, "bibtex")


@pytest.mark.parametrize("style", STYLES.values(), ids=lambda style: style.file)
def test_the_styles_are_named_with_their_licence(style: Style) -> None:
    folder = manuals._FOLDER
    notice = (folder / "NOTICE").read_text(encoding="utf-8")
    assert f"{style.file}.csl" in notice
    rights = ET.parse(folder / f"{style.file}.csl").find(".//{http://purl.org/net/xbiblio/csl}rights")  # noqa: S314
    assert rights is not None
    assert "by-sa/3.0" in rights.attrib["license"]
