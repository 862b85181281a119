"""Lines around a document that are none of it: by their own words, or by those beside them."""

import pytest

from advisory_cli.parse.lines import header_lines
from advisory_cli.parse.pieces import read_row
from advisory_cli.parse.surroundings import without_surroundings
from advisory_cli.parse.wrappers import is_forwarding, is_mailed, is_wrapper, record_title_start, subject_start
from advisory_cli.reference import find_references

LONG = (
    "Dear colleagues, please find below the text that was sent to the press this morning. It may be quoted in full, "
    "and the contacts in it are those of our office, where we will answer all questions of the next days."
)


@pytest.mark.parametrize(
    "line",
    [
        "From: press@example.org", "To: list of sections", "From : London", "Subject:", "Status: closed",
        "X-Mailer: Pine 3", "Content-Type: text/plain", "件名: 声明", "Date: Mon, 3 May 1999 10:11:12 +0200",
        "Date: 3 May, 9:05", "posted at 10:11:12 today", "owner-list at lists.example", "ai-news@lists.example.org",
        "conf: 12.3", "3/5/99, 10:15 AM http://example.org", "13.05.2009, 9:15 Page",
        "03 May 99 10:15 FROM AI SECRETARIAT TO 5550 P.1", "TEL 555 0134 9:07 PAGE 02/03",
        "Home | News | Media | Press | Contact", "-- Forwarded message", "Begin forwarded message:", "Page 2 of 3",
        "• Share this", "(1) AI Press Release", "On Monday 3 May N. N. wrote:", "12 results found", "Box 3 folder 12",
        "Retrieved from: http://example.org", "id AA12345; ", "Skip to content",
    ],
)  # fmt: skip
def test_what_mails_pages_and_machines_put_around_a_document_is_none_of_it(line: str) -> None:
    assert is_wrapper(line)


@pytest.mark.parametrize(
    "line",
    [
        "To: all sections INDEX: EUR 57/02/99", "From: press office INDEX: EUR 57/02/99", "From:London", "London: From",
        "X-Ray of a prison: what we saw", "Content of the report: prisons", "Contents: of the report",
        "Kosovo: no way back", "Date: 3 May 1999", "Message of the day: 12.3", "Ratio:1.5",
        "we met at noon in the hall", "N. N. at Geneva", "Write to the ministry x@example.org or call",
        "3/5/99 and later", "13.05.2009, noon", "FAX 10:15 P 3 of it", "FAX to the minister P 3",
        "Trial at 10:15 in hall P 3", "One | two | three | four", "- Forwarded by hand",
        "Beginning in May, forwarded messages were read", "Page one of the papers", "Box of letters",
        "(a) AI Press Release", "12 people arrested", "From the prison", "On Monday he was released", "•",
        "id cards for refugees;",
    ],
)  # fmt: skip
def test_words_of_documents_that_look_alike_are_kept(line: str) -> None:
    assert not is_wrapper(line)


@pytest.mark.parametrize(
    "line",
    [
        "-----Original Message-----", "-------- Messaggio originale --------", "-- 转发的邮件",
        "Begin forwarded message:", "Début du message transféré :", "Inicio del mensaje reenviado:",
        "Inizio messaggio inoltrato:", "Anfang der weitergeleiteten Nachricht:",
    ],
)  # fmt: skip
def test_a_line_says_that_the_mail_below_it_was_passed_on(line: str) -> None:
    assert is_forwarding(line)


@pytest.mark.parametrize(
    "line",
    ["- Forwarded message", "Forwarded message", "Begin here", "-- ", "The original message", "A Begin forwarded", ""],
)
def test_other_lines_pass_nothing_on(line: str) -> None:
    assert not is_forwarding(line)


@pytest.mark.parametrize("line", ["Von: n@example.org", "Enviado: lunes 10:15", "Sent 9.05", "time 11:15AM"])
def test_a_line_below_it_tells_of_the_mail(line: str) -> None:
    assert is_mailed(line)


def test_other_lines_tell_of_no_mail() -> None:
    assert not is_mailed("Angola: 30 years")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Subject: Angola: three men released", "Angola: three men released"),
        ("Subject: [ai-news] Re: Fwd: Angola: three men released", "Angola: three men released"),
        ("Betreff : WG: AW: Drei Männer sind frei", "Drei Männer sind frei"),
        ("件名: 三人 の 男性 釈放", "三人 の 男性 釈放"),
    ],
)
def test_the_words_of_a_subject_begin_behind_what_programs_of_mail_put_in_front(line: str, words: str) -> None:
    assert line[subject_start(line) :] == words


@pytest.mark.parametrize(
    "line", ["Subject: Angola news", "Subject to appeal: one two three", "Angola: one two three", ""]
)
def test_two_words_or_other_lines_are_no_subject(line: str) -> None:
    assert subject_start(line) == 0


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Document - Angola: men released", "Angola: men released"),
        ("Documento - Angola: libres", "Angola: libres"),
        ("Document Angola", "Document Angola"),
        ("A Document - x", "A Document - x"),
    ],
)
def test_the_title_of_a_record_stands_behind_its_prefix(line: str, words: str) -> None:
    assert line[record_title_start(line) :] == words


def around(text: str) -> list[str]:
    """The lines of a header that are none of the document."""
    references = find_references(text)
    rows = [read_row(line, references) for line in header_lines(text)]
    return [row.line.text for row in without_surroundings(rows) if row.wrapper]


MENU = ["Startseite", "About us", "News", "Countries of the region"]
NUMBER = "AI Index: AFR 12/001/2001\n3 May 2001"


@pytest.mark.parametrize(
    "menu",
    [
        MENU,
        ["ABOUT US", "Über uns", "ニュース", "Angola"],
        [*MENU, "x" * 40],
        [*MENU, "one | two of a line that is longer than forty characters"],
    ],
)
def test_a_menu_is_no_part_of_the_document(menu: list[str]) -> None:
    assert around("\n".join(menu)) == menu
    assert around("\n".join(menu) + f"\n\n{NUMBER}") == menu
    assert around("Angola\n\n" + "\n".join(menu) + f"\n\n{NUMBER}") == menu


@pytest.mark.parametrize("lines", [[*MENU, "x" * 41], MENU[:3], ["Startseite", "News", "Angola", "Zambia"]])
def test_three_lines_two_known_words_or_a_long_line_are_no_menu(lines: list[str]) -> None:
    assert around("\n".join(lines)) == []
    assert around("\n".join(lines) + f"\n\n{NUMBER}") == []


OTHERS = ["Zambia: a trial begins", "2 May 2001", "Malawi: three men are free", "1 May 2001"]
HEADER = f"{NUMBER}\nAngola: no answer"


def test_headlines_of_other_texts_with_their_days_above_a_labelled_index_are_no_part_of_the_document() -> None:
    assert around("\n".join(OTHERS) + f"\n\n{HEADER}") == OTHERS
    assert around(f"{HEADER}\n\n" + "\n".join(OTHERS)) == []


@pytest.mark.parametrize(
    "above",
    [
        [*OTHERS[:3], "2 May 2001"],  # the day of one text
        ["Zambia: a trial begins on 2 May 2001", "and goes on", "Malawi: free since 1 May 2001", "and well"],
        [*OTHERS, "Press release"],
        OTHERS[:2],
    ],
)
def test_lines_with_one_day_or_with_days_in_them_or_a_kind_are_no_headlines_of_others(above: list[str]) -> None:
    assert around("\n".join(above) + f"\n\n{HEADER}") == []


PASSED_ON = ["-----Original Message-----", "Von: n@example.org", "Gesendet: Montag, 3. Mai 10:15"]
MAIL = "AI Index: AFR 12/001/2001\n3 May 2001\n\nAngola: no answer"


@pytest.mark.parametrize(
    ("note", "outside"),
    [
        ("Greetings from the office", ["Greetings from the office"]),
        (LONG, []),
        (f"Greetings\n{LONG}", ["Greetings"]),
        ("AI Index: AFR 12/001/2001\n\nAngola", []),
    ],
)
def test_of_a_mail_that_was_passed_on_only_sentences_of_the_note_above_it_are_kept(
    note: str, outside: list[str]
) -> None:
    assert around(f"{note}\n\n" + "\n".join(PASSED_ON) + f"\n\n{MAIL}") == [*outside, *PASSED_ON]


def test_a_note_stays_where_the_mail_below_it_is_no_document() -> None:
    assert around(f"Greetings\n{LONG}\n\n" + "\n".join(PASSED_ON) + "\n\nSee you tomorrow") == PASSED_ON
    assert around("Greetings\n\n" + "\n".join(PASSED_ON) + "\n\nSee you tomorrow") == ["Greetings", *PASSED_ON]
