"""`advisory redact`: what is marked is in no form that leaves the archive, and whole within it."""

import json
from base64 import b64encode
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import bagit
import pytest
from docx import Document
from fpdf import FPDF

from advisory_cli.cite import DATA, STYLES
from advisory_cli.exchange.writers import WRITERS
from advisory_cli.redaction import BLOCK
from tests.conftest import FIXTURES, Run

NAME = "John Dalhuisen"
OTHER = """AMNESTY INTERNATIONAL
PRESS RELEASE

AI Index: EUR 57/009/2012
2 April 2012

A letter

A letter by JOHN
DALHUISEN was sent.
"""
EVERYTHING = ["--include-internal", "--include-contacts", "expired"]


@pytest.fixture
def marked(run: Run, seed: Path) -> Run:
    """The seed with a passage marked that stands in all its texts, in a tag and in its file name; and another text."""
    text = seed.read_text(encoding="utf-8").replace("failure to find truth", f"failure ({NAME}) to find truth")
    Path(f"{NAME}.txt").write_text(text, encoding="utf-8")
    Path("other.txt").write_text(OTHER, encoding="utf-8")
    run(["add", f"{NAME}.txt", str(FIXTURES / "layouts" / "007.txt")])
    run(["edit", "#1", "--note", f"ask {NAME}", "--yes"])
    run(["tag", "#1", "+john dalhuisen"])
    result = run(["redact", "#1", "--text", NAME, "--reason", f"{NAME} is at risk", "--yes"])
    assert result.exit_code == 0
    return run


def forms_of(passage: str) -> list[bytes]:
    """A passage as it may stand in a file."""
    parts = passage.split()
    plain = [
        passage,
        passage.upper(),
        passage.lower(),
        *parts,
        quote(passage),
        escape(passage),
        f"{parts[0]}+{parts[1]}",
    ]
    found = [one.encode(name) for one in plain for name in ("utf-8", "utf-16-le", "utf-16-be")]
    based = [b64encode(b"x" * skip + passage.encode())[skip and 4 :][:-4] for skip in range(3)]
    return [*found, *based, passage.encode().hex().encode()]


def assert_hidden(folder: Path, passage: str = NAME) -> None:
    """Raise where a file below a folder, or its name, has the passage in any form."""
    for path in folder.rglob("*"):
        content = str(path.relative_to(folder)).encode() + (path.read_bytes() if path.is_file() else b"")
        assert [form for form in forms_of(passage) if form.lower() in content.lower()] == []


@pytest.mark.parametrize("form", WRITERS)
def test_no_format_of_an_export_has_a_marked_passage(marked: Run, form: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    result = marked(["export", *EVERYTHING, "-f", form, "-o", "out/file"])
    assert result.exit_code == 0
    (out / "file.left-out.json").unlink()
    assert_hidden(out)
    assert BLOCK in (out / "file").read_text(encoding="utf-8")
    assert "violent clashes" in (out / "file").read_text(encoding="utf-8")
    assert not any(
        form.lower() in marked(["export", *EVERYTHING, "-f", form]).stdout_bytes.lower() for form in forms_of(NAME)
    )


def test_a_bag_has_neither_the_passage_nor_the_original_nor_the_archive(marked: Run, tmp_path: Path) -> None:
    result = marked("export -f bag -o bag")
    assert result.exit_code == 0
    assert "without history and original" in result.stderr
    assert_hidden(tmp_path / "bag")
    assert bagit.Bag("bag").is_valid()
    assert len(list(Path("bag/data/originals").rglob("*.txt"))) == 1
    taken = marked(["--archive", str(tmp_path / "second.json"), "import", "bag"])
    assert (taken.exit_code, taken.stdout.count("added")) == (0, 2)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_originals_of_other_texts_are_looked_through_also_where_they_are_packed(
    marked: Run, tmp_path: Path, kind: str
) -> None:
    for author in (NAME, "Nobody"):
        _packed(Path(f"{len(author)}.{kind}"), author)
        assert marked(["add", f"{len(author)}.{kind}"]).exit_code == 0
    result = marked("export -f bag -o bag")
    assert "1 original of other texts left out" in result.stderr
    assert len([path for path in Path("bag/data/originals").rglob("*.*") if path.suffix != ".txt"]) == 1
    assert marked(["--archive", str(tmp_path / "second.json"), "import", "bag"]).exit_code == 0


def _packed(path: Path, author: str) -> None:
    """A document that names its author where nobody reads it, compressed."""
    if path.suffix == ".docx":
        document = Document()
        document.core_properties.author = author
        document.add_paragraph(f"AI Index: EUR 57/{len(author):03}/2012")
        document.save(str(path))
        return
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    pdf.cell(text=f"AI Index: EUR 57/{len(author):03}/2012")
    pdf.embed_file(
        bytes=f"by {author} for the files, many times: {author}".encode() * 20, basename="a.txt", compress=True
    )
    pdf.output(str(path))


def test_an_export_of_everything_is_whole_and_says_so(marked: Run) -> None:
    for words in (["--full", "-o", "whole.jsonl"], ["--full", "-f", "bag", "-o", "bag"]):
        assert "marked as not to go out" in marked(["export", *words]).stderr
    assert NAME in Path("whole.jsonl").read_text(encoding="utf-8")
    assert NAME in Path("bag/data/advisories.json").read_text(encoding="utf-8")


def test_a_list_of_what_is_hidden_goes_along_and_does_not_say_it(marked: Run) -> None:
    marked(["export", *EVERYTHING, "-o", "out.jsonl"])
    listed = json.loads(Path("out.jsonl.removals.json").read_text(encoding="utf-8"))["removals"]
    assert {one["field"] for one in listed} == {"title", "body", "quotes", "note", "tags"}
    assert {one["length"] for one in listed} == {"a few words"}
    assert {one["reason"] for one in listed} == {f"{BLOCK} is at risk"}


def test_a_list_of_an_earlier_export_does_not_stay(marked: Run) -> None:
    marked(["export", "-o", "out.jsonl"])
    marked(["redact", "#1", "--remove", "1", "--yes"])
    marked(["export", "-o", "out.jsonl", "--force"])
    assert json.loads(Path("out.jsonl.removals.json").read_text(encoding="utf-8"))["removals"] == []


def test_what_is_marked_in_one_text_is_hidden_in_all_of_the_same_file(marked: Run, tmp_path: Path) -> None:
    marked("add other.txt")
    assert "DALHUISEN" in marked("export EUR 57/009/2012").stdout
    result = marked(["export", "-o", "out.txt"])
    assert "not marked there, but in another text" in result.stderr
    Path("out").mkdir()
    Path("out.txt").rename("out/text")
    marked("export -f bag -o out/bag")
    assert_hidden(tmp_path / "out")


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_show_redacted_hides_and_show_tells_that_it_does_not(marked: Run, form: str) -> None:
    shown, whole = marked(f"show #1 --redacted --format {form}"), marked(f"show #1 --format {form}")
    assert (NAME in shown.stdout + shown.stderr, NAME in whole.stdout) == (False, True)
    assert BLOCK in shown.stdout
    assert form == "json" or "1 mark on passages" in whole.stdout.replace("\\", "")


@pytest.mark.parametrize("line", ["show #1#1 --redacted", "show #1 --as-of 2100 --redacted --json", "cite #1#1"])
def test_an_older_revision_is_shown_and_cited_without_what_is_marked_now(marked: Run, line: str) -> None:
    result = marked(line)
    assert (result.exit_code, NAME in result.stdout, BLOCK in result.stdout) == (0, False, True)


@pytest.mark.parametrize("style", [*STYLES, *DATA])
def test_no_citation_has_a_marked_passage(marked: Run, style: str) -> None:
    result = marked(f"cite #1 --style {style}")
    assert result.exit_code == 0
    assert "Dalhuisen" not in result.stdout


@pytest.mark.parametrize("line", ["show #1 --redacted --raw", "show #1 --redacted --related"])
def test_what_hides_nothing_is_refused_together_with_redacted(marked: Run, line: str) -> None:
    assert marked(line).exit_code == 2


@pytest.mark.parametrize("line", ["list is:redacted", "search Dalhuisen", "quotes #1", "contacts --stale"])
def test_the_archive_is_searched_whole_and_says_that_it_is_marked(marked: Run, line: str) -> None:
    assert "redacted" in marked(line).stdout
    assert NAME in marked("show #1 --raw").stdout


def test_a_new_revision_keeps_the_marks(marked: Run) -> None:
    Path("again.txt").write_text(Path(f"{NAME}.txt").read_text(encoding="utf-8") + "\nMore.", encoding="utf-8")
    marked("add again.txt --revise")
    assert NAME not in marked("export EUR 57/002/2012").stdout
    assert "More." in marked("show #1").stdout


def test_undo_takes_a_mark_off(marked: Run) -> None:
    marked("undo --yes")
    assert marked("redact #1 --list").exit_code == 1
    assert NAME in marked("export #1").stdout


def test_the_history_says_who_marked_what_and_why(marked: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISORY_USER", "ana")
    marked("redact #1 --names --yes")
    listed = json.loads(marked("redact #1 --list --json").stdout)["redactions"]
    assert [(one["number"], one["passage"], one["field"]) for one in listed[:3]] == [
        (1, NAME, None),
        (2, None, "names"),
        (3, NAME, "names"),
    ]
    assert (listed[0]["reason"], listed[0]["by"] == "ana", listed[1]["by"]) == (f"{NAME} is at risk", False, "ana")


def test_marks_are_told_by_where_they_stand_and_nothing_is_written_in_a_dry_run(run: Run, seed: Path) -> None:
    run(["add", str(seed)])
    result = run(["redact", "#1", "--text", "zhanaozen", "--dry-run"])
    assert "would be redacted EUR 57/002/2012 (en)" in result.stdout
    assert "body: 1 (a word)" in result.stdout
    assert run("redact #1 --list").exit_code == 1


def test_what_is_read_is_not_typed(run: Run, seed: Path) -> None:
    run(["add", str(seed)])
    run("redact #1 --text - --yes", stdin=b"John Dalhuisen\n\nLydia Aroyo\n")
    assert [one["passage"] for one in rows(run)] == ["John Dalhuisen", "Lydia Aroyo"]


def exported(run: Run) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(["export", *EVERYTHING]).stdout.splitlines()]


def rows(run: Run) -> list[dict[str, Any]]:
    return list(json.loads(run("redact #1 --list --json").stdout)["redactions"])


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("redact #1", 2, "say what must not go out"),
        ("redact #1 --names --list", 2, "say what must not go out"),
        ("redact #1 --text a", 2, "fewer than 2 letters"),
        ("redact #1 --text nonesuch", 1, "does not stand in EUR 57/002/2012 (en)"),
        ("redact #1 --field nonesuch", 2, "take one of title"),
        ("redact #1 --remove 3", 2, "has 0 marks"),
        ("redact #7 --names", 1, "no advisory"),
        ("redact #1#1 --names", 2, "one revision"),
    ],
)
def test_what_cannot_be_marked_is_said(run: Run, seed: Path, line: str, code: int, said: str) -> None:
    run(["add", str(seed)])
    result = run(line)
    assert (result.exit_code, said in result.stderr) == (code, True)
    assert json.loads(run("history #1 --json").stdout)["total"] == 1


def test_another_language_that_has_the_passage_is_told_and_can_be_marked_too(run: Run, seed: Path) -> None:
    translation = str(FIXTURES / "layouts" / "001.txt")
    run(["add", str(seed), translation])
    result = run(["redact", "EUR 57/002/2012@en", "--names", "--yes"])
    assert "TAKE CARE: EUR 57/002/2012 (ru)" in result.stderr
    result = run(["redact", "EUR 57/002/2012", "--names", "--yes"])
    assert result.exit_code == 2
    result = run(["redact", "EUR 57/002/2012", "--names", "--all-languages", "--yes"])
    assert "TAKE CARE" not in result.stderr
    assert not any(quote["speaker"].strip(BLOCK) for text in exported(run) for quote in text["quotes"])


def test_marks_move_with_a_record_to_another_archive(marked: Run, tmp_path: Path) -> None:
    Path("record.json").write_text(marked("show #1 --json").stdout, encoding="utf-8")
    second = ["--archive", str(tmp_path / "second.json")]
    marked([*second, "import", "record.json"])
    assert NAME not in marked([*second, "export", *EVERYTHING]).stdout


def test_another_text_with_the_passage_is_told_and_marked_with_everywhere(run: Run, seed: Path) -> None:
    Path("other.txt").write_text(OTHER, encoding="utf-8")
    run(["add", str(seed), "other.txt"])
    told = run(["redact", "#1", "--text", NAME, "--dry-run"]).stderr
    assert "stands unmarked also in EUR 57/009/2012 (en)" in told
    assert NAME not in told
    result = run(["redact", "#1", "--text", NAME, "--everywhere"])
    assert result.stdout.count("redacted EUR") == 2
    assert "unmarked" not in result.stderr
    assert "DALHUISEN" not in run("export #2").stdout


def test_everywhere_needs_no_reference_and_leaves_alone_what_is_marked(marked: Run) -> None:
    marked("add other.txt")
    result = marked(["redact", "--everywhere", "--text", NAME])
    assert result.stdout.splitlines()[0] == "redacted EUR 57/009/2012 (en)  A letter"
    again = marked(["redact", "--everywhere", "--text", NAME])
    assert (again.exit_code, "any text without a mark" in again.stderr) == (1, True)
    marked("undo --yes")
    assert "DALHUISEN" in marked("export EUR 57/009/2012").stdout


def test_names_that_are_marked_are_looked_for_elsewhere_too(run: Run, seed: Path) -> None:
    Path("other.txt").write_text(OTHER, encoding="utf-8")
    run(["add", str(seed), "other.txt"])
    assert "also in EUR 57/009/2012 (en)" in run("redact #1 --names").stderr
    assert run("redact --names --everywhere").exit_code == 2


def test_of_many_other_texts_some_are_named(run: Run, seed: Path) -> None:
    for number in range(1, 9):
        Path(f"{number}.txt").write_text(OTHER.replace("009", f"00{number + 10}"), encoding="utf-8")
    run(["add", str(seed), *(f"{number}.txt" for number in range(1, 9))])
    assert " and 3 more: mark it" in run(["redact", "#1", "--text", NAME]).stderr


def test_a_person_is_marked_by_each_word_of_the_name(marked: Run) -> None:
    Path("letter.txt").write_text(OTHER + "\nMr Dalhuisen wrote. J. Dalhuisen's letter was read.\n", encoding="utf-8")
    marked("add letter.txt")
    passage = marked(["redact", "EUR 57/009/2012", "--text", NAME, "--yes"])
    assert "may be the same name: Dalhuisen; --person NAME" in passage.stderr
    assert "may be a marked name" in marked("export EUR 57/009/2012").stderr
    assert "may be the same name" in marked("show EUR 57/009/2012 --redacted").stderr
    person = marked(["redact", "EUR 57/009/2012", "--person", NAME, "--yes"])
    shown = marked("show EUR 57/009/2012 --redacted")
    assert "TAKE CARE" not in person.stderr + shown.stderr + marked("export EUR 57/009/2012").stderr
    assert "Dalhuisen" not in shown.stdout
    assert f"Mr {BLOCK} wrote. {BLOCK}'s letter was read." in shown.stdout
