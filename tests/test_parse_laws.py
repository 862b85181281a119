"""What holds for every text: no error, nothing lost, places that show their value, notes where something is odd."""

import re
import textwrap
import unicodedata
from collections.abc import Callable
from functools import partial
from operator import add

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.model import Advisory
from advisory_cli.parse import parse_advisory
from benchmarks.score_layouts import cases

COVERS = {
    "English": "FYI, for the archive.\n\n---------- Forwarded message ---------\nFrom: N <n@example.org>\n"
    "Date: Mon, 2 Jun 2025 at 09:12\nSubject: for you\n\n",
    "English, with a salutation": "Dear all,\n\nplease see below, to be filed with the others.\n\nBest,\nAnna\n\n"
    "-----Original Message-----\nFrom: N [mailto:n@example.org]\nSent: Monday, June 02, 2025 9:12 AM\n\n",
    "French": "Bonjour,\n\nci-joint.\n\nAnne\n\n---------- Message transféré ---------\nDe : N <n@example.org>\n"
    "Date : lun. 2 juin 2025 à 09:12\nObjet : un texte\nÀ : <m@example.org>\n\n",
    "German": "Zur Ablage.\n\nGruß\nAnna\n\n-------- Weitergeleitete Nachricht --------\nBetreff: 	Text\n"
    "Datum: 	Mon, 2 Jun 2025 09:12:00 +0200\nVon: 	N <n@example.org>\nAn: 	m@example.org\n\n",
    "Spanish": "Para el archivo.\n\n---------- Mensaje reenviado ---------\nDe: N <n@example.org>\n"
    "Fecha: lun, 2 jun 2025 a las 9:12\nAsunto: texto\nPara: <m@example.org>\n\n",
    "Italian": "Per archivio\n\n---------- Messaggio inoltrato ---------\nDa: N <n@example.org>\n"
    "Data: lun 2 giu 2025 alle ore 09:12\nOggetto: testo\n\n",
    "Portuguese": "Para arquivo.\n\n---------- Forwarded message ---------\nDe: N <n@example.org>\n"
    "Data: seg., 2 de jun. de 2025 às 09:12\nAssunto: texto\n\n",
    "Russian": "Для архива.\n\n-------- Пересылаемое сообщение --------\n02.06.2025, 09:12, N <n@example.org>:\n\n",
}
"""Notes and heads over mails that were passed on."""

COPIES: dict[str, Callable[[str], str]] = {
    "quoted": lambda text: "".join(f"> {line}\n" for line in text.split("\n")),
    "from another system": lambda text: text.replace("\n", "\r\n"),
    "indented": lambda text: "\n".join(line and f"     {line}" for line in text.split("\n")),
    "with trailing blanks": lambda text: text.replace("\n", "   \n"),
    "with hard blanks": lambda text: text.replace(" ", "\u00a0"),
    "with hard blanks behind colons": lambda text: text.replace(": ", ":\u00a0"),
    "with tabs for columns": lambda text: re.sub(" {2,}", "\t", text),
    "with a tab behind every colon": lambda text: text.replace(": ", ":\t"),
    "with a mark of byte order": lambda text: f"\ufeff{text}",
    "with marks without width": lambda text: text.replace("\n", "\u200b\n\u200b"),
    "with marks of direction": lambda text: text.replace("\n", "\u200e\n\u200f"),
    "with soft hyphens": lambda text: re.sub("([a-z]{4})([a-z]{4})", "\\1\u00ad\\2", text),
    "with accents apart": lambda text: unicodedata.normalize("NFD", text),
    "of an old Macintosh": lambda text: text.replace("\n", "\r"),
    "with breaks of a typesetter": lambda text: text.replace("\n", "\u2028"),
    "with breaks of a word processor": lambda text: text.replace("\n", "\v"),
    "with a page break before it": lambda text: f"\f{text}",
    "with more blank lines": lambda text: re.sub(r"\n\s*\n", "\n\n\n", text),
    "quoted twice": lambda text: "".join(f">> {line}\n" for line in text.split("\n")),
    "under a menu": lambda text: f"Home | News | Library | Donate | Contact\n\nSkip to main content\n\n{text}",
    "above a footer": lambda text: f"{text}\n\nShare this\n\nPrint page\n",
    "under a banner": lambda text: f"Annual Report 2013\nThe state of the world's human rights\n\n{text}",
    "in a Russian viewer": lambda text: f"Вы находитесь на странице 1из 12\n\n{text}",
    "of a first page": lambda text: f"Page 1 of 4\n\n{text}",
    "under a rule": lambda text: f"{'=' * 70}\n{text}",
    "in bold": lambda text: (
        "\n".join(line and f"**{line}**" for line in text.split("\n")[:6]) + "\n" + "\n".join(text.split("\n")[6:])
    ),
    **{f"passed on in {name}": partial(add, cover) for name, cover in COVERS.items()},
    "under a menu of a line each": lambda text: (
        f"Home\nAbout us\nWhat we do\nPress releases\nGet involved\nDonate\nEnglish | Français | Español\n\n{text}"
    ),
    "with the stamp of a library": lambda text: (
        f"RECEIVED 14 JUN 1999\nShelf: B 12/3\nAccession no. 2019/115\n\n{text}"
    ),
    "out of a fax machine": lambda text: f"14-JUN-99 11:42 FROM:AMNESTY INTL ID:441714135815 PAGE 1/2\n\n{text}",
    "out of another fax machine": lambda text: (
        f"FROM : AI PRESS OFFICE    PHONE NO. : 0171 956 1157    Jun. 14 1999 11:42AM P1\n{text}"
    ),
    "of the Wayback Machine": lambda text: f"The Wayback Machine - https://web.archive.org/web/20130512/x\n\n{text}",
    "printed by a browser": lambda text: f"02/06/2025, 09:12\tA site | Its motto\n\n{text}",
    "forwarded": lambda text: f"From: N <n@example.org>\nDate: Tue, 5 Aug 2003 10:11:12 +0200\nSubject: news\n\n{text}",
}
SAME = ("reference", "date", "title", "kind", "language", "organisation", "countries", "mentions")

EXTRACTED = {
    *("reference", "language", "organisation", "kind", "date", "title", "subtitle", "quotes", "contacts", "links"),
    *("mentions", "relations", "countries", "numbers", "distribution", "printed_embargo"),
}

PIECES = (
    "AMNESTY INTERNATIONAL",
    "AI Index: EUR 57/002/2012",
    "UA 31/00",
    "22 March 2012",
    "PUBLIC",
    "EMBARGO: 0001 hrs GMT 3 May 2001",
    "Document - Title",
    "Iran: Fear of torture",
    "MEDIA ADVISORY",
    "They said nothing. Nobody came to the court that day.",
    "TO: PRESS",
    "Dear Minister,",
    "• ",
    "\u064b",
    "",
)


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert parse_advisory(text).advisory.body is not None


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["\n", "\n\n", " ", "\r\n"]))
def test_any_order_of_header_lines_is_read_and_survives_the_file(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    parsed = parse_advisory(text)
    assert Advisory.from_dict(parsed.advisory.to_dict()) == parsed.advisory
    assert all(0 <= start < end <= len(text) for start, end in parsed.found.values())


STORIES = ("They said nothing. Nobody came to the court that day.", "A delegation is on its way", "Lawyer detained")
AROUND = ("TO: PRESS", "Document - Title", "• ")
"""What makes a line one that others put around a document, or one of a memo; whole sentences behind it are kept."""


@given(
    st.lists(st.sampled_from(sorted({*PIECES, *STORIES} - {*AROUND})), max_size=9),
    st.sampled_from([" ", "\n", "\n\n"]),
)
def test_no_sentence_is_dropped_from_one_line_nor_where_nothing_stands_below_the_header(
    pieces: list[str], joint: str
) -> None:
    advisory = parse_advisory(joint.join(pieces)).advisory
    kept = f"{advisory.title} {advisory.subtitle} {advisory.printed_embargo} {advisory.body}".split()
    if joint == " " or not advisory.body:
        assert {word for piece in pieces if piece in STORIES for word in piece.split()} <= set(kept)


@pytest.mark.parametrize("around", AROUND)
def test_sentences_behind_an_addressee_or_a_wrapper_on_the_same_line_are_kept(around: str) -> None:
    assert parse_advisory(f"{around} {STORIES[0]}").advisory.body.endswith(STORIES[0])


def test_a_story_that_names_who_tells_it_begins_with_its_first_word() -> None:
    story = (
        "A delegation from Amnesty International is meeting officials on Monday 14 February in Brussels. It will talk."
    )
    text = f"Issued by Amnesty International News Service 029/00 AI INDEX: EUR 70/09/00 {story} It will report later."
    assert "A delegation from Amnesty International is meeting" in parse_advisory(text).advisory.body


@pytest.mark.parametrize(
    "unit", ["\n", " \n", "> ", "AI Index: ", "EUR 57/", "1/", "a\n", "News Service 1/96\n", "م", "A. "]
)
@pytest.mark.parametrize("above", ["", "Title of Amnesty International\n\n", "Title\n\nIssued by Amnesty"])
def test_a_megabyte_of_one_thing_is_read(above: str, unit: str) -> None:
    text = above + (unit * 1_000_000)[:1_000_000]
    assert parse_advisory(text).advisory.reference is None


def test_every_field_that_is_there_is_rated() -> None:
    for _, text, _ in cases():
        advisory = parse_advisory(text).advisory
        there = {name for name in EXTRACTED if getattr(advisory, name)}
        assert there <= advisory.confidence.keys()
        assert not {name for name, how in advisory.confidence.items() if how == "missing"} & (
            there - {"kind", "language"}
        )


def test_language_given_by_the_caller_overrules_the_words() -> None:
    advisory = parse_advisory("The men are held in the city.", language="fr").advisory
    assert (advisory.language, advisory.confidence["language"]) == ("fr", "inherited")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            "AI Index: AFR 17/01/93\n10 February 1992\n\nTitle of this text",
            "the index is of 1993, the date is 1992-02-10",
        ),
        ("AI Index: AFR 17/01/2001\n05/04/2001\n\nTitle of this text", "could be exchanged"),
        ("AI Index: AFR 17/01/93\nEMBARGO: 10 May 1993\n\nTitle of this text", "no exact time and zone"),
        ("AI Index: AFR 17/01/93\nEMBARGO: 10 May 1993\n\nTitle of this text", "the only date is that of the embargo"),
        (
            "AI Index: AFR 17/01/93\nAI Index: AFR 17/02/93\n\nTitle of this text",
            "another labelled index, AFR 17/002/1993",
        ),
    ],
)
def test_what_does_not_fit_together_is_told(text: str, note: str) -> None:
    assert any(note in sentence for sentence in parse_advisory(text).notes)


def test_headlines_of_other_texts_above_a_labelled_index_give_no_title_and_no_date() -> None:
    others = "Latest news\nIran: Court upholds sentence\n3 May 2019\nTurkey: Release journalists now\n1 May 2019\n\n"
    own = "PRESS RELEASE\nAI Index: EUR 57/002/2012\n22 March 2012\n\nKazakhstan: Truth is missing\n\nNobody came.\n"
    assert parse_advisory(others + own).advisory == parse_advisory(own).advisory


@pytest.mark.parametrize("joint", ["\n", "  \t\n", "\n    "])
def test_a_kind_in_capitals_over_two_lines_is_printed_whole_whatever_blanks_stand_at_their_ends(joint: str) -> None:
    head = f"SUBMISSION FOR THE UN UNIVERSAL PERIODIC{joint}REVIEW, 36TH SESSION"
    text = f"AMNESTY INTERNATIONAL\n\nIndex: EUR 49/2280/2020\n\n{head}\n\nThe law was changed. Nobody was heard.\n"
    assert parse_advisory(text).advisory.printed_kind == "SUBMISSION FOR THE UN UNIVERSAL PERIODIC REVIEW"


def test_a_document_above_a_mail_that_it_answers_keeps_its_title() -> None:
    text = "A title for the text\n\nThe court met. No one came.\n\n---Original Message---\nFrom: n@example.org\n\nHello"
    assert parse_advisory(text).advisory.title == "A title for the text"


def test_an_update_follows_the_action_it_names() -> None:
    update = "Further information on UA 165/98 (AMR 23/33/98, 8 June 1998) - Fear for safety"
    text = f"EXTERNAL AI Index: AMR 23/35/98\n\n{update}\n"
    (relation,) = parse_advisory(text).advisory.relations
    assert (relation.type, relation.reference) == ("follows", "AMR 23/033/1998")
    assert parse_advisory(text).advisory.title == "Fear for safety"


def test_a_citation_in_a_sentence_is_not_the_own_index() -> None:
    text = "Title of a text\n\nPRESS RELEASE\n\nThe report (AI Index: MDE 13/010/2001) says so. It is long."
    advisory = parse_advisory(text).advisory
    assert (advisory.reference, advisory.mentions) == (None, ("MDE 13/010/2001",))


def test_an_index_under_the_text_is_a_footer_and_takes_nothing_away() -> None:
    story = "The court heard the families. They had waited for years, and nobody had spoken to them before that day."
    advisory = parse_advisory(f"Families are heard at last\n\n{story}\n\nAI Index: AMR 22/003/2004\n").advisory
    assert (advisory.reference, advisory.title) == ("AMR 22/003/2004", "Families are heard at last")
    assert advisory.body.startswith(story)


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize("text", [pytest.param(text, id=number) for number, text, _ in cases()])
def test_a_copy_is_read_like_its_original(text: str, copy: str) -> None:
    original, copied = parse_advisory(text).advisory, parse_advisory(COPIES[copy](text)).advisory
    assert [_seen(copied, name) for name in SAME] == [_seen(original, name) for name in SAME]


def _seen(advisory: Advisory, name: str) -> object:
    """A value as it is seen: what a copy adds to blanks and accents is not."""
    value = getattr(advisory, name)
    return (
        " ".join(unicodedata.normalize("NFC", value).replace("\u00ad", "").split())
        if name == "organisation" and value
        else value
    )


SLOPPY: dict[str, Callable[[str], str]] = {
    "with a bar before every line": lambda text: "".join(f"| {line}\n" for line in text.split("\n")),
    "broken at 72": lambda text: _wrapped(text, 72),
    "broken at 60": lambda text: _wrapped(text, 60),
    "without blank lines": lambda text: re.sub(r"\n\s*\n", "\n", text),
    "with a blank line behind every line": lambda text: text.replace("\n", "\n\n"),
    "under a library's title": lambda text: f"Document - A title that the library gave it\n\n{text}",
    "with no blank in numbers": lambda text: re.sub(r"\b([A-Z]{3}) (\d\d/\d)", r"\1\2", text),
    "with values glued to labels": lambda text: re.sub(r"(?i)(index|índice|индекс)( AI)? ?: ", r"\1\2:", text),
}


def _wrapped(text: str, width: int) -> str:
    return "\n".join("\n".join(textwrap.wrap(line, width) or [""]) for line in text.split("\n"))


@pytest.mark.parametrize("copy", SLOPPY)
@pytest.mark.parametrize("text", [pytest.param(text, id=number) for number, text, _ in cases()])
def test_a_sloppy_copy_keeps_its_index_its_language_and_its_citations(text: str, copy: str) -> None:
    original, copied = parse_advisory(text).advisory, parse_advisory(SLOPPY[copy](text)).advisory
    assert (copied.reference, copied.language) == (original.reference, original.language)
    assert set(copied.mentions) == set(original.mentions)


@pytest.mark.parametrize("text", [pytest.param(text, id=number) for number, text, _ in cases()])
def test_a_copy_on_one_line_gets_no_index_that_is_another_s(text: str) -> None:
    original, copied = parse_advisory(text).advisory, parse_advisory(" ".join(text.split())).advisory
    assert copied.reference in {original.reference, None, *original.mentions}
    assert {copied.reference, *copied.mentions} <= {None, original.reference, *original.mentions}


def test_found_places_lie_in_the_text_as_it_was_given() -> None:
    header = "\ufeffPUBLIC STATE\u00adMENT\r\nAI\u00a0Index:\u00a0AFR 17/01/93\r\n\r\n"
    text = f"{header}Came\u00adroon: A title of this text\r\n"
    found = {name: text[start:end] for name, (start, end) in parse_advisory(text).found.items()}
    assert found == {
        "reference": "AFR 17/01/93",
        "kind": "PUBLIC STATE\u00adMENT",
        "title": "Came\u00adroon: A title of this text",
    }


def test_an_index_behind_sentences_is_a_citation_also_where_all_is_one_line() -> None:
    text = "Amnesty International PUBLIC STATEMENT The step is late. It follows letters. See AI Index: AMR 23/003/2007."
    advisory = parse_advisory(text).advisory
    assert (advisory.reference, advisory.mentions) == (None, ("AMR 23/003/2007",))


CITATIONS = (
    "In its report Nepal: Missing (AI Index: ASA 31/001/2011) it named twelve men.",
    "For more information, see Uganda: Time to act (Index: AFR 59/001/2009), published in May.",
    "See AI Index: AFR 59/001/2009.",
    "As was said in AFR 59/001/2009, nothing has changed.",
    "The organization's earlier statement, AI Index: AFR 59/001/2009, was sent to the minister.",
    "1. Amnesty International, Uganda: Time to act, AI Index: AFR 59/001/2009, May 2009, p. 12.",
    "Voir le document intitulé Ouganda. Il est temps d'agir (index AI : AFR 59/001/2009).",
    "Véase Uganda: Es hora de actuar (Índice AI: AFR 59/001/2009), mayo de 2009.",
    "См. доклад Уганда: Пора действовать (Индекс AI: AFR 59/001/2009).",
    "انظر: أوغندا: حان الوقت (رقم الوثيقة: AFR 59/001/2009).",
    "Read the report at http://www.example.org/en/library/info/AFR59/001/2009/en",
    "This follows UA 12/09 (AFR 59/001/2009, 3 March 2009) and its follow-ups AFR 59/002/2009 and AFR 59/003/2009.",
)


@pytest.mark.parametrize("above", ["", "Press release\n\n", "PRESS RELEASE\n3 May 2011\n\nUganda: Families heard\n\n"])
@pytest.mark.parametrize("citation", CITATIONS)
def test_a_citation_is_no_own_index_wherever_lines_are_broken(citation: str, above: str) -> None:
    story = "The court heard the families this week. They had waited for years, and nobody had spoken to them."
    for body in (citation, f"{story} {citation}", f"{citation} {story}", f"{story}\n\n{citation}\n\n{story}"):
        for width in (30, 36, 40, 44, 50, 56, 60, 66, 72, 78, 1_000):
            text = above + "\n\n".join(textwrap.fill(paragraph, width) for paragraph in body.split("\n\n"))
            assert parse_advisory(text).advisory.reference is None, text


@pytest.mark.parametrize(
    "cited", ["Uganda: Title of a report AI Index: AFR 59/001/2009", "(AI Index: AFR 59/001/2009) says it."]
)
def test_an_index_below_the_story_that_belongs_to_another_title_is_no_own_one(cited: str) -> None:
    story = "The court heard the families. They had waited for years, and nobody had spoken to them before that day."
    advisory = parse_advisory(f"Families are heard at last\n\n{story}\n\nFurther reading\n\n{cited}\n").advisory
    assert (advisory.reference, advisory.mentions) == (None, ("AFR 59/001/2009",))


def test_a_story_on_the_line_of_its_header_keeps_the_names_and_dates_it_begins_with() -> None:
    story = (
        "Uluslararası Af Örgütü, 18 Ocak 2007 tarihinde gazetecinin öldürülmesini kınadı ve yetkilileri göreve çağırdı."
    )
    header = "Uluslararası Af Örgütü Basın Açıklaması AI Index: EUR 44/021/2007 19 Ocak 2007"
    advisory = parse_advisory(f"{header} {story} Bu olay bir darbedir.").advisory
    assert (advisory.reference, advisory.date) == ("EUR 44/021/2007", "2007-01-19")
    assert "gazetecinin öldürülmesini kınadı" in advisory.body
    assert "18 Ocak 2007 tarihinde" in advisory.body


def test_a_document_glued_to_a_line_of_a_viewer_is_read() -> None:
    story = "The woman named above is held in a prison. Her family has not seen her since the summer of last year."
    text = f"Total Page:16 PUBLIC AI Index: ASA 17/25/98 UA 210/98 Fear for safety 24 July 1998 CHINA N N {story}"
    advisory = parse_advisory(text).advisory
    assert (advisory.reference, advisory.date, advisory.title) == ("ASA 17/025/1998", "1998-07-24", "Fear for safety")
    assert advisory.body.endswith(story)


def test_a_title_broken_by_blank_lines_is_joined() -> None:
    text = (
        "AI Index: AFR 16/64/2017\n\nBurundi. Il faut libérer les membres\n\nd'une association\n\nIls sont en prison.\n"
    )
    assert parse_advisory(text).advisory.title == "Burundi. Il faut libérer les membres d'une association"
