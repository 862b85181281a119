"""Every error as its user reads it: what happened, with which value, and what to do next."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import advisory_cli
from advisory_cli import errors
from advisory_cli.errors import (
    Ambiguous,
    ArchiveError,
    Damaged,
    DuplicateDiffers,
    Erased,
    HistoryDiffers,
    InvalidRecord,
    Locked,
    Misuse,
    NameTaken,
    NoDate,
    NoDocument,
    NotErased,
    NotFetched,
    NotFound,
    NotHidden,
    NothingReleased,
    NothingToUndo,
    NotInText,
    NotKept,
    NotListed,
    Occupied,
    Outdated,
    Removed,
    Unreadable,
    Withheld,
    WriteFailed,
    why_unread,
)
from advisory_cli.render.clean import clean

TABLE: list[tuple[ArchiveError, int, str]] = [
    (
        NotFound("EUR 57/02/2013", near=["EUR 57/002/2012", "EUR 57/003/2012"]),
        1,
        "no advisory EUR 57/02/2013; did you mean EUR 57/002/2012 or EUR 57/003/2012?",
    ),
    (
        NotFound("EUR 57/02/2013"),
        1,
        'no advisory EUR 57/02/2013; "advisory search EUR 57/02/2013" finds texts that mention it',
    ),
    (NotFound("#17"), 1, 'no advisory #17; try "advisory list"'),
    (
        NotInText("John Dalhuisen", ["EUR 57/002/2012 (en)", "EUR 57/002/2012 (ru)"]),
        1,
        (
            "'John Dalhuisen' does not stand in EUR 57/002/2012 (en), EUR 57/002/2012 (ru); nothing was marked: "
            "give it as it is spelled there, other spellings and scripts are not guessed"
        ),
    ),
    (
        NotKept("of EUR 57/002/2012 (en)"),
        1,
        (
            'the original of EUR 57/002/2012 (en) is not in the archive; "advisory show" has the text, '
            '"advisory doctor" says what is missing'
        ),
    ),
    (
        Removed("EUR 57/002/2012 (en)", "EUR 57/002/2012", "2026-11-23T01:29:08Z"),
        1,
        (
            'EUR 57/002/2012 (en) was removed on 2026-11-23; "advisory history EUR 57/002/2012" still has it, '
            'and "advisory undo --list" shows what can be taken back'
        ),
    ),
    (
        Removed("EUR 57/002/2012 (en)", "#1", "2026-11-23T01:29:08Z"),
        1,
        (
            '#1, EUR 57/002/2012 (en), was removed on 2026-11-23; "advisory history #1" still has it, '
            'and "advisory undo --list" shows what can be taken back'
        ),
    ),
    (
        Removed("#17", "#17", None, purged=True),
        1,
        '#17 was purged; "advisory history #17" shows what is left of it',
    ),
    (NothingToUndo(), 1, 'there is nothing to take back; "advisory history REF" shows what happened to a text'),
    (
        Misuse("a revision and --as-of exclude each other; take one"),
        2,
        "a revision and --as-of exclude each other; take one",
    ),
    (NoDate("soon"), 2, "'soon' is no date; write it as in 2012-03-22, 2012-03 or 2012"),
    (
        Ambiguous("EUR 57/002/2012", ["EUR 57/002/2012@en", "EUR 57/002/2012@ru"]),
        2,
        "EUR 57/002/2012 fits several texts; name one of EUR 57/002/2012@en, EUR 57/002/2012@ru",
    ),
    (Unreadable("", "it is gone; look for it"), 3, "cannot read '': it is gone; look for it"),
    (
        Unreadable("report.txt", "the disk refuses"),
        3,
        "cannot read report.txt: the disk refuses; put that right and try again, or leave it out",
    ),
    (
        Unreadable("report.txt", why_unread(FileNotFoundError(2, "No such file or directory"))),
        3,
        "cannot read report.txt: there is no such file; look how its name is spelled",
    ),
    (
        Unreadable("report.txt", why_unread(PermissionError(13, "Permission denied"))),
        3,
        "cannot read report.txt: you have no permission to read it; put that right and try again, or leave it out",
    ),
    (
        Unreadable("report.txt", why_unread(OSError(24, "Too many open files"))),
        3,
        "cannot read report.txt: Too many open files; put that right and try again, or leave it out",
    ),
    (
        Unreadable("report.txt", why_unread(ValueError("embedded null byte"))),
        3,
        "cannot read report.txt: it has no valid file name; put that right and try again, or leave it out",
    ),
    (
        Unreadable("scan.png", "it is a picture (PNG); run text recognition (OCR) on it"),
        3,
        "cannot read scan.png: it is a picture (PNG); run text recognition (OCR) on it",
    ),
    (
        NoDocument("texts.csv", 'it is a table (CSV); rows and exports are taken in with "advisory import"'),
        3,
        'cannot read texts.csv: it is a table (CSV); rows and exports are taken in with "advisory import"',
    ),
    (
        NotFetched("https://example.org/a", "the server answers 404 Not Found"),
        3,
        (
            "cannot fetch https://example.org/a: the server answers 404 Not Found; "
            "or save the page yourself and add the file"
        ),
    ),
    (
        DuplicateDiffers("EUR 57/002/2012 (en)", "#1"),
        3,
        (
            "EUR 57/002/2012 (en) is in the archive with another content (as #1); add it with --revise to make it "
            "the new revision, or with --keep-both to keep a second text"
        ),
    ),
    (
        Erased("EUR 57/002/2012 (en)", "2026-01-02T03:04:05Z", "a witness asked for it"),
        3,
        (
            "EUR 57/002/2012 (en) was erased for good on 2026-01-02 (a witness asked for it), and this comes from its "
            "bytes; delete it too, or take it in with --keep-both if it may be kept after all"
        ),
    ),
    (
        DuplicateDiffers("EUR 57/002/2012 (en)", "#1", differing=["redactions"]),
        3,
        (
            "EUR 57/002/2012 (en) is in the archive with other redactions (as #1); import what failed, without its "
            "history, with --revise to make it the new revision, or with --keep-both to keep a second text"
        ),
    ),
    (
        NameTaken("EUR 57/002/2012 (en)", "#1"),
        3,
        (
            "EUR 57/002/2012 (en) is another text of the archive (#1); nothing was changed: give this one another "
            "reference or language, or remove the other one first"
        ),
    ),
    (
        HistoryDiffers("EUR 57/002/2012 (en)", 2),
        3,
        (
            "EUR 57/002/2012 (en) is here with another history, from its revision 2 on; it was not taken over: "
            'compare with "advisory history", and add what is missing as a new revision'
        ),
    ),
    (
        Occupied("all.jsonl"),
        3,
        "all.jsonl is there already; take another name, or write over it with --force",
    ),
    (
        NothingReleased(["EUR 57/002/2012 (en): under embargo", "#2: internal"]),
        3,
        (
            "nothing was exported, all was left out (EUR 57/002/2012 (en): under embargo, #2: internal); "
            "to hand it on all the same, see the options --include-... of advisory export"
        ),
    ),
    (
        Withheld("EUR 57/002/2012 (en)", "embargoed until 2027-01-01 00:01 GMT", "--include-embargoed"),
        3,
        (
            "EUR 57/002/2012 (en) is held back (embargoed until 2027-01-01 00:01 GMT); "
            "--include-embargoed takes it all the same"
        ),
    ),
    (
        NotHidden("the title of EUR 57/002/2012 (en)"),
        3,
        (
            "nothing was handed on: a passage that is marked as not to go out still stands in the title of "
            'EUR 57/002/2012 (en); look with "advisory redact REF --list", and mark more, or take another format'
        ),
    ),
    (
        Outdated("something was written", 'look at it with "advisory undo --list" and begin again'),
        3,
        (
            "something was written in the meantime; nothing was changed: "
            'look at it with "advisory undo --list" and begin again'
        ),
    ),
    (
        Locked("/home/maria/advisories.json", "maria (4711)", 10.0),
        3,
        (
            "/home/maria/advisories.json is being written by maria (4711); gave up after 10 s: "
            "try again when it is done, or wait longer with --lock-timeout"
        ),
    ),
    (
        Damaged("/home/maria/advisories.json", "it ends at byte 40, but 3311 bytes were safely written"),
        3,
        (
            "/home/maria/advisories.json is damaged: it ends at byte 40, but 3311 bytes were safely written; "
            'nothing was changed: run "advisory doctor"'
        ),
    ),
    (
        InvalidRecord("line 3", "date is 'soon'"),
        3,
        "line 3 is no advisory: date is 'soon'; put that right where it comes from",
    ),
    (
        NotErased("/home/maria/originals", "Permission denied"),
        3,
        (
            "the text is erased from the archive, but its original in /home/maria/originals could not be deleted: "
            'Permission denied; run "advisory doctor --fix" or delete it yourself'
        ),
    ),
    (
        WriteFailed("/home/maria/advisories.json", "No space left on device"),
        3,
        (
            "cannot write /home/maria/advisories.json: No space left on device; the archive is as it was before: "
            "put that right and try again"
        ),
    ),
    (
        NotListed("/home/maria/failures.tsv", "Permission denied"),
        3,
        (
            "the list of what failed cannot be written to /home/maria/failures.tsv: Permission denied; what was added "
            "is safe: run the same command again with --failures FILE in another place"
        ),
    ),
]


@pytest.mark.parametrize(("error", "code", "sentence"), TABLE, ids=lambda value: type(value).__name__)
def test_each_error_says_what_happened_with_which_value_and_what_to_do(
    error: ArchiveError, code: int, sentence: str
) -> None:
    assert (str(error), error.exit_code) == (sentence, code)


@pytest.mark.parametrize("sentence", [sentence for _, _, sentence in TABLE])
def test_all_sentences_are_of_one_kind(sentence: str) -> None:
    happened, _, remedy = sentence.partition("; ")
    assert happened
    assert remedy
    assert not sentence.endswith((".", "!"))
    assert not re.match(r"[A-Z][a-z]", sentence)
    assert not re.search(r"\b(error|invalid|fail(ed|ure)? to|exception|null|None|please|sorry)\b", happened)


def subclasses(of: type[ArchiveError]) -> Iterator[type[ArchiveError]]:
    for one in of.__subclasses__():
        yield one
        yield from subclasses(one)


def test_no_error_is_missing_from_the_table_and_from_the_drawing() -> None:
    for module in pkgutil.walk_packages(advisory_cli.__path__, "advisory_cli."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    everywhere = {one for one in subclasses(ArchiveError) if not one.__name__.startswith("_")}
    assert everywhere == {type(error) for error, _, _ in TABLE}
    drawn = dict(re.findall(r"── (\w+) +exit (\d)", errors.__doc__ or ""))
    assert drawn == {one.__name__: str(one.exit_code) for one in everywhere}


@pytest.mark.parametrize(
    "value",
    ["\x1b[2J\x1b]0;x\x07", "a\nb\r\nc", "\u202egnp.exe", "\x00", "\ud800", "x" * 1_000_000, "\u202e" * 1_000_000],
)
def test_what_a_sentence_quotes_cannot_act_and_has_an_end(value: str) -> None:
    for error in (NotFound(value), Misuse(f"{value} is no date; write it as in 2012"), Damaged(value, value)):
        assert clean(str(error), lines=False) == str(error)
        assert len(str(error)) <= 800
        assert error.args == (str(error),)
    assert str(Misuse(f"{value} is no date; write it as in 2012")).endswith("; write it as in 2012")


@given(st.text())
def test_no_sentence_has_a_character_that_drives_a_terminal_or_deceives(text: str) -> None:
    sentence = str(Misuse(text)).replace("\u200d", "")  # which joins nothing only in some places
    assert clean(sentence, lines=False) == sentence
