"""Several documents in one text: found where they surely are, and one document is never cut."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.parse.advisory import parse_advisory
from advisory_cli.parse.split import split_text

LAYOUTS = sorted((Path(__file__).parent / "fixtures" / "layouts").glob("*.txt"))

STORY = (
    "The authorities must open an inquiry now, Amnesty International said today. Witnesses were not heard.\n\n"
    "“Nobody has been brought to justice,” said the delegate. The organisation asks for an answer.\n"
)
FOOTER = "Amnesty International, International Secretariat, 1 Easton Street, WC1X 8DJ, London, United Kingdom\n"
CONTACT = "For more information please call the press office in London on +44 20 7946 0500\n"


def statement(number: str, day: str, title: str) -> str:
    return f"AMNESTY INTERNATIONAL\nPUBLIC STATEMENT\n\nAI Index: {number}\n{day}\n\n{title}\n\n{STORY}"


def release(number: str, day: str, title: str) -> str:
    return (
        "* News Release Issued by the International Secretariat of Amnesty International *\n\n"
        f"News Service 100/99\nAI INDEX: {number}\n{day}\n\n{title}\n\n{STORY}\n{FOOTER}"
    )


def urgent(number: str, day: str, title: str) -> str:
    mark = "EXTERNAL (for general distribution)"
    return f"{mark} AI Index: {number}\nDistr: UA/SC\nUA 313/92 Death threats {day}\n{title}\n{STORY}"


def index_first(number: str, day: str, title: str) -> str:
    return f"AI Index: {number} (Public)\nDate: {day}\n\n{title}\n\n{STORY}\n{CONTACT}"


def title_first(number: str, day: str, title: str) -> str:
    return f"{title}\n\nDéclaration publique\nIndex AI : {number}\n{day}\n{STORY}"


def report(number: str, day: str, title: str) -> str:
    return f"AMNISTÍA INTERNACIONAL\n\n{title}\n\n{day}\nÍndice AI: {number}\nDistr: SC/CO/GR\n\n{STORY}"


def russian(number: str, day: str, title: str) -> str:
    return f"МЕЖДУНАРОДНАЯ АМНИСТИЯ\nСООБЩЕНИЕ ДЛЯ ПРЕССЫ\n\nИндекс AI: {number}\n{day}\n\n{title}\n\n{STORY}"


def german(number: str, day: str, title: str) -> str:
    return f"UA-Nr: UA-123/2012  AI-Index: {number}  Datum: {day}\n\n{title}\n\n{STORY}"


def one_line_kind(number: str, day: str, title: str) -> str:
    return f"AMNISTÍA INTERNACIONAL - DECLARACIÓN PÚBLICA\n{day} Índice: {number}\n{title}\n{STORY}"


def arabic(number: str, day: str, title: str) -> str:
    return f"منظمة العفو الدولية\nبيان صحفي\n\nرقم الوثيقة: {number}\n28 مايو/أيار 2012\n\n{title} {day}\n\n{STORY}"


def japanese(number: str, day: str, title: str) -> str:
    story = "政府は調査しなければならない。誰も起訴されていない。証人の話は聞かれなかった。さらに文章が続く。\n" * 2
    return f"アムネスティ\n国際メディア・ブリーフィング\n文書番号: {number}\n2012年3月22日\n\n{title} {day}\n\n{story}"


def quoted(number: str, day: str, title: str) -> str:
    return "".join(f"> {line}\n" for line in statement(number, day, title).split("\n"))


Family = Callable[[str, str, str], str]
FAMILIES: list[Family] = [
    *(statement, release, urgent, index_first, russian, german, one_line_kind, arabic, japanese, quoted),
]
HEADERS = [
    ("EUR 57/002/2012", "22 March 2012", "Kazakhstan: No justice for the victims of Zhanaozen"),
    ("MDE 13/09/91", "28 August 1991", "IRAN: Prisoners of conscience held without trial"),
    ("ASA 17/8490/2018", "28 May 2018", "China: Missing lawyer at risk of torture"),
]
SEPARATORS = ["\n", "\n\n\n", "\n----------\n\n", "\n* * *\n\n************\n", "\n\f"]


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("separator", SEPARATORS)
def test_the_same_header_with_another_number_begins_a_document(family: Family, separator: str) -> None:
    documents = [family(*header) for header in HEADERS]
    parts = split_text(separator.join(documents))
    assert [part.strip("\n\f-*> ") for part in parts] == [document.strip("\n\f-*> ") for document in documents]


@pytest.mark.parametrize("family", FAMILIES)
def test_each_part_reads_as_the_document_alone(family: Family) -> None:
    documents = [family(*header) for header in HEADERS]
    for part, document in zip(split_text("\n\n".join(documents)), documents, strict=True):
        read, alone = parse_advisory(part).advisory, parse_advisory(document).advisory
        assert read.reference
        assert read == alone


@pytest.mark.parametrize("separator", ["\n----------\n\n", "\nENDS\n\n", "\n\f\n", "\n*****\n", "\n* * *\n\n"])
def test_a_title_above_the_header_goes_with_it_where_a_mark_parts_it_from_the_text_before(separator: str) -> None:
    documents = [title_first(*header) for header in HEADERS]
    parts = split_text(separator.join(documents))
    assert [part.partition("\n")[0] for part in parts] == [title for _, _, title in HEADERS]


@pytest.mark.parametrize("separator", ["\n----------\n\n", "\nENDS\n\n", "\f\n"])
def test_an_organisation_above_the_title_goes_with_it_too(separator: str) -> None:
    documents = [report(*header) for header in HEADERS]
    parts = split_text(separator.join(documents))
    assert [part.splitlines()[:3] for part in parts] == [document.splitlines()[:3] for document in documents]


@pytest.mark.parametrize("family", [title_first, report])
@pytest.mark.parametrize(
    "separator", ["\n\n", "\n----------\nA. Nyone\n\n", "\n----------\n\nOne line\n\nAnother line\n\n"]
)
def test_without_such_a_mark_a_title_above_keeps_all_in_one(family: Family, separator: str) -> None:
    assert len(split_text(separator.join(family(*header) for header in HEADERS))) == 1


def test_mails_with_a_release_each_are_parted_above_their_headers() -> None:
    mail = "From: somebody@example.org\nDate: Mon, 1 Feb 1999 10:00:00 +0000\nSubject: News\n\n"
    parts = split_text("\n\n".join(mail + release(*header) for header in HEADERS))
    assert len(parts) == 3
    assert all(part.startswith("From: ") for part in parts)


def test_what_stands_above_the_first_belongs_to_it() -> None:
    parts = split_text("Home\nLibrary banner\n\n" + statement(*HEADERS[0]) + "\n\n" + statement(*HEADERS[1]))
    assert len(parts) == 2
    assert parts[0].startswith("Home\n")


def test_a_cover_sheet_of_the_news_service_is_like_none_of_its_items() -> None:
    cover = (
        "Amnesty International\nInternational Secretariat\n\nTO: PRESS OFFICERS\nAI INDEX: NWS 11/38/95\nDISTR: SC/PO\n"
        "DATE: 1 MARCH 1995\n\nNEWS SERVICE 38/95\n\n"
        "Contained in this news service is an item on Russia. It is external.\n\n"
    )
    items = [f"News Service 38/95\nAI INDEX: {number}\n{day}\n\n{title}\n\n{STORY}\n" for number, day, title in HEADERS]
    assert split_text(cover + "".join(items)) == (cover, *items)


ONE = {
    "citations": statement(*HEADERS[0])
    + "\nSee Turkey: Walls of glass (AI Index: EUR 44/075/1992), and\nAI Index: EUR 44/076/1992, 3 May 1992. It is.\n",
    "a list of documents": statement(*HEADERS[0])
    + "\nSee also:\n\nAI Index: EUR 44/075/1992\n3 May 1992\nTurkey: Walls of glass\n\n"
    + "AI Index: EUR 44/076/1992\n4 May 1992\nTurkey: Other\n",
    "a running head": statement(*HEADERS[0]) + "\n\n" + statement(*HEADERS[0]),
    "an annex": statement(*HEADERS[0]) + "\n\nAPPENDIX 1\n\n" + statement(*HEADERS[1]),
    "another language with the same number": statement(*HEADERS[0]) + "\n\n" + russian(*HEADERS[0]),
    "another family": statement(*HEADERS[0]) + "\n\n" + urgent(*HEADERS[1]),
    "an answered mail": statement(*HEADERS[0])
    + "\n-----Original Message-----\nFrom: x@example.org\nSubject: y\n\n"
    + statement(*HEADERS[1]),
    "a quoted mail": statement(*HEADERS[0])
    + "\nOn 3 May 1999 somebody wrote:\n\n"
    + "".join(f"> {line}\n" for line in statement(*HEADERS[1]).split("\n")),
    "a mail below": statement(*HEADERS[0]) + "\nFrom: x@example.org\nSubject: y\n\n" + statement(*HEADERS[1]),
    "a header without text": statement(*HEADERS[0]) + "\n\n" + statement(*HEADERS[1]).partition("The authorities")[0],
    "a chronicle": "Chronology\n\n" + "\n\n".join(f"{day} May 2001\n\nArrests\n\n{STORY}" for day in (1, 2, 3)),
    "a chronicle of two days": "\n\n".join(f"{day} May 2001\n\nArrests\n\n{STORY}" for day in (2, 1)),
    "dates without text": "\n\n".join(f"{day} May 2001\n\nArrests" for day in (3, 2, 1)),
}


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_one_document_is_not_cut(text: str) -> None:
    assert split_text(text) == (text,)


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_of_the_known_layouts_only_the_list_page_holds_several(path: Path) -> None:
    assert len(split_text(path.read_text(encoding="utf-8"))) == (3 if path.stem == "079" else 1)


def test_items_of_a_list_page_begin_with_their_dates() -> None:
    items = [f"{day} May 2001\n\nCountry: Title of the item\n\n{STORY}\n" for day in (3, 2, 1)]
    assert split_text("Press releases\n\n" + "".join(items)) == ("Press releases\n\n" + items[0], *items[1:])


def test_items_of_a_list_page_may_end_with_their_dates() -> None:
    items = [f"Country: Title of the item\n{STORY}\nPosted: {day} May 2000\n" for day in (31, 30, 29)]
    assert split_text("".join(items)) == tuple(items)


def test_items_of_a_list_page_may_have_their_days_behind_their_last_words() -> None:
    items = [f"\nCountry: Title of the item\n\n{STORY.rstrip()} Posted: {day} May 2000\n" for day in (31, 31, 30)]
    page = ["March 2001\n" + items[0], *items[1:]]
    assert split_text("".join(page)) == tuple(page)
    assert split_text("".join(reversed(page))) == ("".join(reversed(page)),)


def test_items_of_a_list_page_may_have_their_dates_under_the_title() -> None:
    items = [f"Country: Title of the item\nPosted: {day} May 2000\n{STORY}\n" for day in (31, 30, 29)]
    assert split_text("News archive\n\n" + "".join(items)) == ("News archive\n\n" + items[0], *items[1:])
    assert split_text("".join(items)) == tuple(items)


@given(
    st.lists(
        st.sampled_from(
            [family(*header) for family in FAMILIES for header in HEADERS]
            + [*SEPARATORS, *ONE.values(), STORY, FOOTER, "3 May 2001\n", "2 May 2001\n", "From: x\n", "> ", "\n"]
        ),
        max_size=12,
    )
)
def test_nothing_is_lost(pieces: list[str]) -> None:
    text = "".join(pieces)
    parts = split_text(text)
    assert "".join(parts) == text
    assert all(part.strip() for part in parts) or not text.strip()


@pytest.mark.parametrize(
    "piece",
    [
        "AI Index: EUR 57/{n:03}/2012\n1 May 2012\n",
        "Index",
        "1 May 2001\n\nA\n",
        "AI Index: EUR 57/{n:03}/2012 ",
        "> \n",
        "AI Index: EUR 57/{n:03}/2012\n1 May 2012\n" + STORY + "\n",
    ],
)
def test_any_text_is_taken(piece: str) -> None:
    text = "".join(piece.format(n=n) for n in range(1000))
    assert "".join(split_text(text)) == text
