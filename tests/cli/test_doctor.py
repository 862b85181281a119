"""`advisory doctor`: what it finds, what it leaves alone, and what it mends."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from advisory_cli.render.findings import RULES, SHOWN
from tests.cli.screen import screen, without_colour
from tests.conftest import Run, archived

SHIPPED = Path(__file__).parent.parent.parent / "data"


@pytest.fixture
def shipped(run: Run, home: Path) -> Run:
    """A command line on a copy of the archive in the repository, as private as the program makes it."""
    shutil.copytree(SHIPPED, home / "archive", ignore=shutil.ignore_patterns(".*"))
    for path in (home / "archive").rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return run


@pytest.fixture
def clean(run: Run, home: Path) -> Run:
    """An archive of one text in which nothing is odd."""
    (home / "calm.txt").write_text(document("EUR 57/003/2012", "a calm day", "Nothing happened."))
    assert run("add calm.txt").exit_code == 0
    return run


def document(reference: str, title: str, text: str) -> str:
    return (
        f"AMNESTY INTERNATIONAL\n\nPRESS RELEASE\n\nAI Index: {reference}\n22 March 2012\n\nKazakhstan: {title}\n\n"
        f"The police and the courts of Kazakhstan were at rest on this day, and so were we. {text}\n"
    )


def rules(run: Run, line: str = "doctor") -> list[str]:
    return [row.split("\t")[0] for row in run(line).stdout.splitlines()]


def test_the_shipped_archive_has_a_dead_link_and_a_slip_in_a_name_and_nothing_else(shipped: Run) -> None:
    result = shipped("doctor")
    assert result.exit_code == 1
    found = [row.split("\t") for row in result.stdout.splitlines()]
    assert [row[:2] for row in found] == [["link", "EUR 57/002/2012@en"], ["spelling", "EUR 57/002/2012@en"]]
    assert "Zhanaozen and ZHANAQZEN" in found[1][2]


def test_what_is_right_is_exit_0(clean: Run) -> None:
    result = clean("doctor")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "checked 1 revision, 1 text, 1 original\n" in result.stderr


def test_json_tells_findings_counts_and_versions(shipped: Run) -> None:
    told = json.loads(shipped("doctor --json").stdout)
    assert told["schema"] == 1
    assert [finding["rule"] for finding in told["findings"]] == ["link", "spelling"]
    assert set(told["findings"][0]) == {"rule", "where", "what", "fixable"}
    counts = ("revisions", "texts", "indexed", "originals")
    assert [told["checked"][name] for name in counts] == [1, 1, 1, 1]
    assert told["checked"]["bytes"]["archive"] == (SHIPPED / "advisories.json").stat().st_size
    assert {"advisory", "schema", "python", "tinydb", "tantivy"} <= set(told["versions"])


def test_an_archive_that_is_not_there_is_not_healthy(run: Run) -> None:
    result = run("doctor")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nothing to check" in result.stderr


@pytest.mark.usefixtures("shipped", "clean")  # of which the second adds a text
@pytest.mark.parametrize("line", ["doctor EUR 57/002/2012", "doctor #1", "doctor Zhanaozen", "doctor --year 2012"])
def test_only_the_texts_asked_for_are_looked_at(run: Run, line: str) -> None:
    result = run(line)
    named = {row.split("\t")[1] for row in result.stdout.splitlines()}
    assert named == {"EUR 57/002/2012@en"}
    assert "not the archive around" in result.stderr


@pytest.mark.parametrize("line", ["doctor EUR 57/009/2012", "doctor nonesuch"])
def test_texts_that_are_not_there_are_exit_1(clean: Run, line: str) -> None:
    assert (clean(line).exit_code, clean(line).stdout) == (1, "")


def damage_original(folder: Path) -> None:
    (original,) = folder.glob("originals/*/*")
    original.write_bytes(original.read_bytes().replace(b"calm", b"Calm"))


def lose_original(folder: Path) -> None:
    shutil.rmtree(folder / "originals")


def change_a_letter(folder: Path) -> None:
    file = folder / "advisories.json"
    file.write_bytes(file.read_bytes().replace(b"a calm day", b"a calm May"))


@pytest.mark.parametrize(
    ("damage", "rule"), [(damage_original, "original"), (lose_original, "original"), (change_a_letter, "chain")]
)
def test_a_changed_byte_is_found(clean: Run, home: Path, damage: Callable[[Path], None], rule: str) -> None:
    damage(home / "archive")
    assert clean("doctor").exit_code == 1
    assert rules(clean) == [rule]


def test_an_original_of_a_text_asked_for_is_read_unless_it_shall_be_quick(clean: Run, home: Path) -> None:
    damage_original(home / "archive")
    assert rules(clean, "doctor #1") == ["original"]
    assert rules(clean, "doctor #1 --quick") == rules(clean, "doctor --quick") == []


def test_an_index_that_lost_a_text_is_found_and_built_anew(clean: Run, seed: Path, home: Path) -> None:
    from tantivy import Index

    clean(["add", str(seed)])
    clean("list")
    writer = Index.open(str(home / "archive" / ".advisories.index")).writer(15_000_000, 1)
    writer.delete_documents_by_term("key", "text:1")
    writer.commit()
    del writer
    assert "index" in rules(clean)
    clean("doctor --fix --yes")
    assert "index" not in rules(clean)
    assert clean("list --format ids").stdout.count("\n") == 2


def test_citations_are_looked_up_in_the_whole_archive(clean: Run, home: Path) -> None:
    text = document("EUR 57/004/2012", "another day", "See EUR 57/003/2012 and EUR 57/001/2012.")
    (home / "cites.txt").write_text(text)
    clean("add cites.txt")
    for line in ("doctor", "doctor EUR 57/004/2012"):
        assert clean(line).stdout == (
            "unresolved\tEUR 57/004/2012@en\tcites what is not in the archive: EUR 57/001/2012\n"
        )


def test_a_damaged_archive_is_a_finding_and_stays_as_it_is(clean: Run, home: Path) -> None:
    file = home / "archive" / "advisories.json"
    file.write_bytes(file.read_bytes()[:40])
    before = file.read_bytes()
    result = clean("doctor")
    assert result.exit_code == 1
    assert "archive" in rules(clean)
    assert file.read_bytes() == before


@pytest.mark.parametrize("content", [None, b"", b"{}", b"null"])
def test_an_archive_that_is_gone_or_empty_is_a_finding(clean: Run, home: Path, content: bytes | None) -> None:
    file = home / "archive" / "advisories.json"
    file.unlink()
    if content is not None:
        file.touch(0o600)
        file.write_bytes(content)
    assert rules(clean).count("archive") == 1
    assert clean("doctor").exit_code == 1


def test_the_proof_is_the_end_of_the_chain_and_says_what_it_is_worth(clean: Run, seed: Path) -> None:
    first = clean("doctor --proof")
    assert first.exit_code == 0
    assert first.stdout.startswith("1 revision, SHA-256 ")
    digest = first.stdout.split(", ")[1].removeprefix("SHA-256 ")
    assert len(digest) == 64
    assert "proves nothing" in first.stderr
    clean(["add", str(seed)])
    assert json.loads(clean("show #2 --json").stdout)["advisories"][0]["previous"] == digest
    proof = json.loads(clean("doctor --proof --json").stdout)["proof"]
    assert (proof["revisions"], proof["digest"] == digest) == (2, False)


@pytest.mark.parametrize("line", ["doctor --fix EUR 57/003/2012", "doctor --proof --year 2012", "doctor --fix --proof"])
def test_options_that_make_no_sense_together_are_misuse(clean: Run, line: str) -> None:
    assert clean(line).exit_code == 2


def test_without_a_terminal_nothing_is_mended_unasked(clean: Run) -> None:
    result = clean("doctor --fix")
    assert result.exit_code == 2
    assert "--yes" in result.stderr


def test_a_dry_run_of_fix_only_checks(clean: Run, home: Path) -> None:
    before = archived(home)
    assert clean("doctor --fix --dry-run").exit_code == 0
    assert archived(home) == before


def test_fix_says_what_it_did_and_keeps_every_byte_of_a_sound_archive(clean: Run, home: Path) -> None:
    before = archived(home)
    result = clean("doctor --fix --yes")
    assert result.exit_code == 0
    assert "search index was built anew" in result.stderr
    assert archived(home) == before


def test_fix_sets_a_damaged_line_aside_and_keeps_the_others(clean: Run, seed: Path, home: Path) -> None:
    clean(["add", str(seed)])
    file = home / "archive" / "advisories.json"
    file.write_bytes(file.read_bytes().replace(b'"title": "Kazakhstan: a', b'"title": *Kazakhstan: a'))
    assert "line" in rules(clean)
    assert clean("show #2").exit_code == 0
    result = clean("doctor --fix --yes")
    assert "set aside" in result.stderr
    assert "line" not in rules(clean)
    assert clean("show #2").exit_code == 0
    assert any(b"a calm day" in path.read_bytes() for path in (home / "archive").glob("advisories.json.damaged-*"))


def test_what_was_set_aside_is_noted_until_it_is_deleted_and_is_no_finding(clean: Run, home: Path) -> None:
    copy = home / "archive" / "advisories.json.damaged-1"
    copy.write_text("{")
    copy.chmod(0o600)
    result = clean("doctor")
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"note: {copy} was set aside and holds text; look into it, then delete it\n" in result.stderr
    assert json.loads(clean("doctor --json").stdout)["checked"]["set_aside"] == [copy.name]
    copy.unlink()
    assert "set aside" not in clean("doctor").stderr


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1)])
def test_a_terminal_is_asked_before_anything_is_mended(clean: Run, answer: str, code: int) -> None:
    assert clean("list").exit_code == 0
    with screen("doctor", "--fix") as terminal:
        terminal.wait_for("Nothing is lost. [y/N]")
        terminal.keys(f"{answer}\n")
        assert terminal.end() == code
        assert ("built anew" in terminal.text) == (code == 0)


@pytest.mark.usefixtures("shipped")
def test_a_terminal_gets_groups_with_their_sizes() -> None:
    with screen("doctor") as terminal:
        assert terminal.end() == 1
        shown = without_colour(terminal.text)
    assert shown.index(f"{RULES['spelling']} (1)") < shown.index(f"{RULES['link']} (1)")


def test_of_many_findings_a_terminal_shows_the_first_and_a_pipe_all(run: Run, home: Path) -> None:
    for number in range(SHOWN + 5):
        (home / f"{number}.txt").write_text(f"Title of text {number}\n\nText {number}.\n")
    run(["add", *(f"{number}.txt" for number in range(SHOWN + 5))])
    assert rules(run).count("missing") == SHOWN + 5
    with screen("doctor") as terminal:
        assert terminal.end() == 1
        shown = without_colour(terminal.text)
    assert "and 5 more: advisory doctor | grep ^missing" in shown


def test_control_characters_of_a_document_do_not_reach_the_terminal(run: Run, home: Path) -> None:
    text = document("EUR 57/004/2012", "another day", "[Read \u202e \x1b[2J more](#)")
    (home / "odd.txt").write_text(text)
    run("add odd.txt")
    assert rules(run) == ["link"]
    for line in ("doctor", "doctor --json"):
        assert not {"\x1b", "\u202e"} & set(run(line).output)
    assert "\u202e" not in run("--color always doctor").output
    assert "\x1b[2J" not in run("--color always doctor").output


def test_what_git_checked_out_is_noted_to_be_open_and_is_no_finding(clean: Run, home: Path) -> None:
    archive = home / "archive" / "advisories.json"
    archive.chmod(0o644)
    assert "permissions" in clean("doctor").stdout
    (home / ".git").mkdir()
    result = clean("doctor")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "note: advisories.json can be read by other users, as all that git checks out" in result.stderr
    assert len(json.loads(clean("doctor --json").stdout)["checked"]["notes"]) == 1
    archive.chmod(0o646)
    assert "permissions" in clean("doctor").stdout
    clean("doctor --fix --yes")
    assert archive.stat().st_mode & 0o777 == 0o600
