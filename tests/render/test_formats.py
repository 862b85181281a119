"""Every format of a shown text and of lists, held against snapshots and against hostile records."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from advisory_cli.model import Advisory, Contact, Link, Number, Quote, Relation, Source
from advisory_cli.render.clean import UNSAFE, clean
from advisory_cli.render.entry import found_rows, found_table, marked_source
from advisory_cli.render.html import show_html
from advisory_cli.render.machine import advisories_json, groups_json
from advisory_cli.render.markdown import show_markdown
from advisory_cli.render.plain import ids, outcome_line, tsv
from advisory_cli.render.shown import show_text
from advisory_cli.render.terminal import list_table, search_results, show
from advisory_cli.results import Row, Shown
from advisory_cli.text import Snippet
from tests.render.look import Page, like_snapshot, on_terminal
from tests.render.records import EMPTY, JAPANESE, RUSSIAN, SEED, TITLE_ONLY, WITHDRAWN

RECORDS = {
    "seed": Shown(SEED, others=("EUR 57/002/2012 (ru)",)),
    "arabic-withdrawn": Shown(WITHDRAWN, revisions=3),
    "japanese": Shown(JAPANESE),
    "russian-corrected": Shown(RUSSIAN, corrected_by=("EUR 57/009/2012 (ru)",)),
    "empty": Shown(EMPTY),
    "title-only": Shown(TITLE_ONLY),
}
SHOWS: dict[str, Callable[[Shown], str]] = {
    "txt": show_text,
    "md": show_markdown,
    "html": show_html,
    "json": lambda shown: advisories_json([Row(shown.advisory)], total=1),
    "80.terminal": lambda shown: on_terminal(show(shown), 80),
    "40.terminal": lambda shown: on_terminal(show(shown), 40),
}
ROWS = (
    Row(
        SEED,
        Snippet("…clashes that left 15 dead and dozens injured…", ((2, 9), (19, 26))),
        title_marks=((50, 57),),
        score=12.5,
        matched="exact",
    ),
    Row(WITHDRAWN),
    Row(JAPANESE),
    Row(RUSSIAN, corrected_by=("EUR 57/009/2012 (ru)",)),
    Row(EMPTY),
)
HOSTILE = (
    *("[sic]", "[name withheld]", "[/b]", "[link=http://evil]x[/link]", ":smile:", "[bold red]x", r"\[x]", "%s {0}"),
    *("\x1b[31mred", "\x1b]52;c;aGk=\x07", "\x07", "\x9b31m", "\x85", "\x00\x7f\r", "a\u202eb\u2066c", "\U000e0041"),
    *("\ud800", "<script>alert(1)</script>", "\"'><img src=x onerror=a>", "&#27;[31m", "</style>", "`code` **b** <b>"),
    *("![x](http://evil/x.png)", "[x]: http://evil", "<http://evil>", "| a | b |", "two\tcells\nand lines"),
)


def hostile(bad: str) -> Advisory:
    """A record with the string in every field that takes one, each field with its own name behind it."""

    def text(name: str) -> str:
        return f"{bad}{name}"

    names = (
        *("reference", "printed_reference", "language", "organisation", "printed_kind", "date", "title", "subtitle"),
        *("region", "distribution", "embargo", "printed_embargo", "reason", "note", "action", "at", "previous"),
    )
    return replace(
        Advisory.from_dict({name: text(name) for name in names}),
        id=7,
        revision=2,
        kind="report",
        status="withdrawn",
        body=f"{text('body')}\n\n{text('quoted')}",
        quotes=(Quote(text=text("quoted"), speaker=text("who"), role=text("as")), Quote(text=text("elsewhere"))),
        contacts=(
            Contact(
                name=text("name"),
                role=text("role"),
                organisation=text("of"),
                phones=(text("phone"),),
                emails=(text("email"),),
            ),
        ),
        links=(Link(text=text("link"), url=text("url")),),
        mentions=(text("mention"),),
        relations=(Relation(type=text("type"), reference=text("related")),),
        countries=(text("country"),),
        numbers=(Number(scheme=text("scheme"), text=text("number")),),
        tags=(text("tag"),),
        source=Source(
            name=text("file"),
            media_type=text("media"),
            sha256=text("sha"),
            bytes=3,
            encoding=text("enc"),
            url=text("source"),
        ),
        confidence={text("unsure"): "guessed"},
        extra={text("key"): text("value")},
    )


def strings_of(advisory: Advisory) -> Iterator[str]:
    """Every string of a record that stands in each format."""
    waiting: list[object] = [getattr(advisory, field.name) for field in fields(Advisory)]
    while waiting:
        match waiting.pop():
            case str() as text:
                yield text
            case tuple() as parts:  # also what a record is made of: named tuples
                waiting.extend(parts)
            case dict() as mapping:
                waiting.extend(mapping)


CODES = {"guessed", "unknown", "withdrawn", "report"}


def squeezed(text: str) -> str:
    """Without what wrapping, bars and frames add."""
    return re.sub(r"[\s│]", "", text)


def missing(advisory: Advisory, output: str) -> list[str]:
    """Lines of the record that the output does not have, white space apart."""
    have = squeezed(output)
    lines = [line for text in strings_of(advisory) if text not in CODES for line in text.split("\n")]
    return [line for line in lines if squeezed(clean(line)) not in have]


def read_markdown(markdown: str) -> tuple[str, set[str]]:
    """What a reader of CommonMark makes of it: the text and the kinds of its elements."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    return "".join(token.content for token in inline), {token.type for token in (*tokens, *inline)}


@pytest.mark.parametrize("form", SHOWS)
@pytest.mark.parametrize("name", RECORDS)
def test_a_shown_text_looks_as_it_was_approved(name: str, form: str) -> None:
    assert like_snapshot(f"show-{name}.{form}", SHOWS[form](RECORDS[name]))


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lists_look_as_they_were_approved(width: int) -> None:
    table = on_terminal(list_table(ROWS, total=134, offset=20), width)
    found = on_terminal(search_results(ROWS, total=134, offset=20, explain=True), width)
    assert like_snapshot(f"list.{width}.terminal", table)
    assert like_snapshot(f"search.{width}.terminal", found)


@pytest.mark.parametrize("bad", HOSTILE)
@pytest.mark.parametrize("form", ["txt", "80.terminal", "40.terminal"])
def test_every_field_is_shown_complete_and_nothing_of_it_acts(bad: str, form: str) -> None:
    advisory = hostile(bad)
    output = SHOWS[form](Shown(advisory, others=(f"{bad}other",), corrected_by=(f"{bad}by",)))
    assert missing(advisory, output) == []
    assert not UNSAFE.search(output)


@pytest.mark.parametrize("bad", HOSTILE)
def test_markdown_shows_every_field_and_none_as_markup(bad: str) -> None:
    advisory = hostile(bad)
    output = show_markdown(Shown(advisory))
    text, elements = read_markdown(output)
    assert missing(advisory, text) == []
    assert not UNSAFE.search(output)
    assert elements <= {
        *("inline", "text", "text_special", "softbreak", "hardbreak", "strong_open", "strong_close", "hr"),
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "blockquote_open", "blockquote_close"),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
    }


@pytest.mark.parametrize("bad", HOSTILE)
def test_html_shows_every_field_and_none_as_markup(bad: str) -> None:
    advisory = hostile(bad)
    output = show_html(Shown(advisory))
    page = Page(output)
    assert missing(advisory, page.text) == []
    assert not UNSAFE.search(output)
    assert page.elements <= {
        *("html", "head", "meta", "title", "style", "body", "article", "p", "dl", "dt", "dd", "div", "h1"),
        *("strong", "blockquote", "footer", "hr"),
    }


@pytest.mark.parametrize("bad", HOSTILE)
def test_json_reads_back_letter_by_letter_and_has_nothing_that_acts(bad: str) -> None:
    advisory = hostile(bad)
    output = advisories_json([Row(advisory)], total=1)
    assert json.loads(output) == {"schema": 1, "total": 1, "advisories": [advisory.to_dict()]}
    assert not UNSAFE.search(output)


@pytest.mark.parametrize("bad", HOSTILE)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_lists_and_hits_show_the_title_complete_and_nothing_of_it_acts(bad: str, width: int) -> None:
    advisory = hostile(bad)
    row = Row(advisory, Snippet(f"{bad}snippet", ((0, len(bad)),)), title_marks=((0, 2),), matched="exact")
    table = on_terminal(list_table([row], total=1), width)
    hits = on_terminal(search_results([row], total=1), width)
    assert squeezed(clean(f"{bad}snippet")) in squeezed(hits)
    assert squeezed(clean(f"{bad}title")) in squeezed(hits)
    assert not UNSAFE.search(table + hits)


@pytest.mark.parametrize("bad", HOSTILE)
def test_lines_for_a_pipe_hold_one_record_each(bad: str) -> None:
    advisory = hostile(bad)
    lines = list(tsv([Row(advisory), Row(advisory, Snippet(f"{bad}snippet", ()))], snippets=True))
    assert [line.count("\t") for line in lines] == [8, 8]
    assert clean(f"{bad}title", lines=False) in lines[0].split("\t")
    output = "".join((*lines, outcome_line("added", advisory), *ids([Row(advisory)])))
    assert not UNSAFE.search(output)
    assert "\n" not in output


@pytest.mark.parametrize("bad", HOSTILE)
def test_what_was_found_is_shown_complete_and_nothing_of_it_acts(bad: str) -> None:
    advisory, text, found = hostile(bad), f"head {bad}\n{bad} foot", {"title": (5, 9), "body": (5, 12)}
    plain = found_rows(text, advisory, found, [f"{bad}note"])
    shown = on_terminal(found_table(advisory, [f"{bad}note"])) + on_terminal(marked_source(text, advisory, found))
    for output in (plain, shown):
        assert not UNSAFE.search(output)
        assert squeezed(clean(f"{bad}title")) in squeezed(output)
        assert squeezed(clean(f"{bad}note")) in squeezed(output)


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=200)
def test_markdown_of_any_body_reads_back_as_the_body(body: str) -> None:
    text, _ = read_markdown(show_markdown(Shown(Advisory(body=body))))
    assert squeezed(clean(body)) in squeezed(text)


@given(st.text(st.sampled_from("ab 日本ال\u0301\t\n👩‍[]:")), st.sampled_from([5, 20, 40, 80]))
@settings(max_examples=100)
def test_no_line_is_wider_than_the_terminal(body: str, width: int) -> None:
    advisory = Advisory(title=body, body=body, quotes=(Quote(text=body),), note=body)
    rows = [Row(advisory, Snippet(body, ()))]
    output = "".join(
        on_terminal(renderable, width)
        for renderable in (show(Shown(advisory)), list_table(rows, total=1), search_results(rows, total=1))
    )
    assert all(cell_len(line) <= width for line in output.split("\n"))


def test_running_text_is_never_wider_than_an_eye_follows() -> None:
    assert max(map(cell_len, on_terminal(show(Shown(SEED)), 300).split("\n"))) == 88


def test_text_for_a_pipe_has_the_body_letter_by_letter() -> None:
    assert SEED.body in show_text(Shown(SEED))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "http://a.org/\x1b]8;;x", "data:,x", "#"])
def test_no_format_leads_anywhere_but_to_the_web_and_mail(url: str) -> None:
    shown = Shown(Advisory(links=(Link(text="here", url=url),)))
    assert "\x1b]8;" not in on_terminal(show(shown), links=True)
    assert "a" not in Page(show_html(shown)).elements
    assert "](" not in show_markdown(shown)


def test_web_and_mail_addresses_can_be_followed() -> None:
    contact = Contact(emails=("press@a.org", "x@a.org?bcc=y@b.org"))
    shown = Shown(Advisory(links=(Link(text="here", url='http://a.org/?a=1&b="2"'),), contacts=(contact,)))
    terminal, page, markdown = on_terminal(show(shown), links=True), Page(show_html(shown)), show_markdown(shown)
    targets = ('http://a.org/?a=1&b="2"', "mailto:press@a.org")
    assert re.findall(r"\x1b]8;[^;]*;([^\x1b]+)\x1b", terminal) == list(targets)
    assert {value for name, value in page.attributes if name == "href"} == set(targets)
    assert ("rel", "noreferrer noopener") in page.attributes
    assert re.findall(r"\]\(<([^>]*)>\)", markdown) == list(targets)


@pytest.mark.parametrize(
    ("language", "attributes"),
    [
        ("en", ' lang="en" dir="ltr"'),
        *((language, f' lang="{language}" dir="rtl"') for language in ("ar", "fa", "he", "ur")),
        ("und", ' lang="" dir="auto"'),
        ('en" onload="x', ' lang="" dir="auto"'),
    ],
)
def test_html_says_language_and_direction(language: str, attributes: str) -> None:
    assert f"<div{attributes}>" in show_html(Shown(Advisory(language=language)))


def test_html_allows_nothing_but_its_own_style() -> None:
    page = show_html(Shown(SEED))
    assert "default-src 'none'; style-src 'sha256-" in page
    assert "unsafe-inline" not in page


def test_one_page_holds_several_texts() -> None:
    assert show_html(Shown(SEED), Shown(RUSSIAN)).count("<article>") == 2


def test_words_found_are_marked_where_cleaning_moved_them() -> None:
    row = Row(Advisory(title="\x1b\x1bclash"), Snippet("a\x07b clash", ((4, 9),)), title_marks=((2, 7),))
    assert on_terminal(search_results([row], total=1), links=True).count("\x1b[1;4mclash\x1b[0m") == 2
    assert "\x1b[1;4mclash\x1b[0m" in on_terminal(list_table([row], total=1), links=True)


def test_a_withdrawn_text_says_so_and_why_before_anything_else() -> None:
    shown = Shown(WITHDRAWN)
    said = "WITHDRAWN: the name of a witness stood in it"
    assert show_text(shown).startswith(said)
    assert on_terminal(show(shown)).startswith(said)
    assert show_markdown(shown).startswith(f"**{said}**")
    assert Page(show_html(shown)).text.index(said) < Page(show_html(shown)).text.index("Press release")


def test_rows_for_a_pipe_have_their_columns_in_order() -> None:
    assert next(tsv(ROWS[1:4])).split("\t") == [
        *("MDE 12/003/2011", "ar", "2011-02", "press_release", "EGY", WITHDRAWN.title, "4", "withdrawn"),
    ]
    assert list(ids(ROWS[:4])) == ["EUR 57/002/2012@en", "MDE 12/003/2011@ar", "#17", "EUR 57/002/2012@ru"]
    assert [*tsv([]), *ids([])] == []


def test_an_outcome_is_one_line() -> None:
    assert outcome_line("added", SEED) == (
        "added EUR 57/002/2012 (en)  Kazakhstan's failure to find truth about violent clashes"
    )


def test_json_of_a_search_says_how_near_each_hit_is() -> None:
    data = json.loads(advisories_json(ROWS, total=134, query="clashes"))
    assert list(data) == ["schema", "total", "query", "advisories"]
    hit, other, *_ = data["advisories"]
    assert (hit["score"], hit["matched"], hit["snippet"]) == (
        *(12.5, "exact", "…clashes that left 15 dead and dozens injured…"),
    )
    assert "score" not in other


def test_json_of_changes_has_the_records_by_what_was_done() -> None:
    data = json.loads(groups_json({"withdrawn": [SEED], "revised": [RUSSIAN], "unchanged": []}))
    assert data == {"schema": 1, "withdrawn": [SEED.to_dict()], "revised": [RUSSIAN.to_dict()], "unchanged": []}


@pytest.mark.parametrize(("total", "said"), [(0, "nothing found"), (5, "none of 5")])
def test_an_empty_page_says_how_many_there_are(total: int, said: str) -> None:
    assert said in on_terminal(list_table([], total=total, offset=20))


@pytest.mark.parametrize(
    ("offset", "end"),
    [
        (0, "1-5 of 134; --offset 5 for the next, --limit 0 for all\n"),
        (129, "130-134 of 134\n"),
        (None, "1-5 of 134\n"),
    ],
)
def test_only_a_page_that_can_be_turned_says_how(offset: int | None, end: str) -> None:
    assert on_terminal(list_table(ROWS, total=134, offset=offset)).endswith(end)
