"""`advisory add` of what is there already: told by the bytes, without parsing them, and never wrongly."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from advisory_cli.insides import Insides
from advisory_cli.reading import Recalled, recalled
from advisory_cli.walk import find_inputs
from advisory_cli.wiring import open_archive
from tests.conftest import Run
from tests.letters import letters, write_letters
from tests.sources.files import as_docx, as_html, as_mail, as_pdf, as_zip

(TEXT,) = letters(1)
DIGEST = "\n\n".join(letters(3, first=5))


PURGE = ["remove", "--purge", "#1", "--reason", "order", "--yes"]


def remembered(home: Path, *, split: bool = False) -> list[str]:
    """The files of the folder ``in`` that need not be parsed."""
    archive = home / "archive" / "advisories.json"
    insides = Insides(archive, split=split)
    given = recalled(find_inputs([str(home / "in")], archive), open_archive(archive), insides, split=split)
    return [Path(one.given.name).name for one in given if isinstance(one, Recalled)]


def write(home: Path, name: str, content: bytes) -> None:
    (home / "in").mkdir(exist_ok=True)
    (home / "in" / name).write_bytes(content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", TEXT.encode()),
        ("a.md", f"# Statement\n\n**Now**\n\n{TEXT}".encode()),
        ("a.html", as_html(TEXT, around="<html><body>{}</body></html>")),
        ("a.pdf", as_pdf(TEXT.replace("“", '"').replace("”", '"'))),
        ("a.docx", as_docx(TEXT)),
        ("a.eml", as_mail(TEXT)),
        ("a.eml", as_mail(TEXT, ("b.txt", letters(1, first=2)[0].encode()))),
        ("a.zip", as_zip([("a.txt", TEXT.encode()), ("b.txt", letters(1, first=2)[0].encode())])),
        ("a.zip", as_zip([("a.zip", as_zip([("a.txt", TEXT.encode())]))])),
    ],
)
def test_a_file_that_is_there_is_not_parsed_again(run: Run, home: Path, name: str, content: bytes) -> None:
    write(home, name, content)
    write(home, "other.txt", letters(1, first=1)[0].encode())
    assert remembered(home) == []
    assert run("add in").exit_code == 0
    assert remembered(home) == [name, "other.txt"]
    write(home, name, content + b"\n")
    assert remembered(home) == ["other.txt"]


def write_zip(home: Path, *texts: str) -> None:
    """A ZIP archive with these texts, and another file: of one alone nothing is remembered."""
    write(home, "a.zip", as_zip([(f"{number}.txt", text.encode()) for number, text in enumerate(texts)]))
    write(home, "b.txt", letters(1, first=99)[0].encode())


def test_a_file_of_which_something_failed_is_opened_each_time(run: Run, home: Path) -> None:
    write_zip(home, TEXT, "")
    for _ in range(2):
        assert "failed 1\n" in run("add in").stderr
        assert remembered(home) == ["b.txt"]


def test_a_file_of_which_a_text_was_taken_out_is_opened_again(run: Run, home: Path) -> None:
    write_zip(home, *letters(2))
    run("add in")
    assert remembered(home) == ["a.zip", "b.txt"]
    run(["remove", "ASA", "11/001/1999", "--yes"])
    assert remembered(home) == ["b.txt"]
    assert run("add in").stderr == "added 1, revised 0, unchanged 2, failed 0\n"
    assert remembered(home) == ["a.zip", "b.txt"]


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"decayed")])
def test_an_original_of_a_part_comes_back(run: Run, home: Path, harm: Callable[[Path], object]) -> None:
    write_zip(home, TEXT)
    run("add in")
    kept = home / "archive" / "originals" / (digest := sha256(TEXT.encode()).hexdigest())[:2] / f"{digest}.txt"
    harm(kept)
    assert remembered(home) == ["b.txt"]
    run("add in")
    assert kept.read_bytes() == TEXT.encode()


def test_what_is_remembered_of_a_file_is_all_of_it_or_nothing(run: Run, home: Path) -> None:
    write_zip(home, *letters(3))
    run("add in")
    path = home / "archive" / "taken-apart.tsv"
    whole = path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    for length in (*range(0, len(whole), 13), 71, 72, 73, 138, 203, len(whole) - 1):
        path.write_bytes(whole[:length])
        assert remembered(home) == ["b.txt"]
    assert run("add in").stderr == "added 0, revised 0, unchanged 4, failed 0\n"
    assert path.read_bytes() == whole[:-1] + whole
    path.write_bytes(whole + whole.replace(b"\t3\t", b"\t2\t"))
    assert remembered(home) == ["b.txt"]
    path.write_bytes(b"\xff\n\n\t\t\n" + whole)
    assert remembered(home) == ["a.zip", "b.txt"]


def test_a_file_that_was_split_is_another_than_one_that_was_not(run: Run, home: Path) -> None:
    write_zip(home, DIGEST)
    run("add in")
    assert (remembered(home), remembered(home, split=True)) == (["a.zip", "b.txt"], ["b.txt"])
    assert run("add in --split --keep-both").stderr.startswith("added 3, revised 0, unchanged 1,")
    assert remembered(home, split=True) == ["a.zip", "b.txt"]
    assert run("add in --split").stderr.startswith("added 0, revised 0, unchanged 4,")


def test_a_text_that_was_taken_out_is_taken_in_anew(run: Run, home: Path) -> None:
    write_letters(home / "in", ["a.txt", "b.txt"])
    run("add in")
    assert run(["remove", "ASA", "11/000/1999", "--yes"]).exit_code == 0
    assert remembered(home) == ["b.txt"]
    assert run("add in").stderr.startswith("added 1, revised 0, unchanged 1,")


@pytest.mark.parametrize("searched", [False, True])
def test_a_text_that_was_erased_comes_back_only_if_that_is_wanted(run: Run, home: Path, *, searched: bool) -> None:
    write_letters(home / "in", ["a.txt", "b.txt"])
    run("add in")
    assert run([*PURGE, "--confirm", "ASA 11/000/1999"]).exit_code == 0
    if searched:
        run("search anything")
    again = run("add in")
    assert (again.exit_code, "a.txt: ASA 11/000/1999 (en) was erased for good" in again.stderr) == (4, True)
    assert "added 0, revised 0, unchanged 1, failed 1" in again.stderr
    assert run("add in/a.txt").exit_code == run("add in/a.txt --revise").exit_code == 3
    assert not list(home.glob("archive/originals/*/" + sha256((home / "in/a.txt").read_bytes()).hexdigest() + "*"))
    assert run("add in/a.txt --keep-both").exit_code == 0
    assert run("add in").stderr.startswith("added 0, revised 0, unchanged 2,")


def test_a_withdrawn_text_stays_withdrawn(run: Run, home: Path) -> None:
    write_letters(home / "in", ["a.txt", "b.txt"])
    run("add in")
    run(["withdraw", "ASA", "11/000/1999", "--reason", "error"])
    assert remembered(home) == ["a.txt", "b.txt"]
    assert run("add in").stderr.startswith("added 0, revised 0, unchanged 2,")
    assert run("list is:withdrawn --format ids").stdout.count("\n") == 1


def test_the_bytes_of_an_earlier_revision_are_known(run: Run, home: Path) -> None:
    write_letters(home / "in", ["a.txt"])
    run("add in")
    write(home, "b.txt", (TEXT + "\nMore.\n").encode())
    assert run("add in --revise").stderr.startswith("added 0, revised 1, unchanged 1,")
    assert remembered(home) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("option", ["--language fr", "--set title=Another", "--keep-both"])
def test_what_is_forced_does_not_change_what_is_there(run: Run, home: Path, option: str) -> None:
    write_letters(home / "in", ["a.txt", "b.txt"])
    run("add in")
    assert run(f"add in {option}").stderr.startswith("added 0, revised 0, unchanged 2,")


def test_revise_and_a_dry_run_parse_again(run: Run, home: Path) -> None:
    write_letters(home / "in", ["a.txt", "b.txt"])
    run("add in")
    assert run("add in --language fr --revise").stderr.startswith("added 0, revised 2,")
    assert "reference\tASA 11/000/1999\tfound\t1" in run("add in --dry-run").stdout


def test_of_a_split_text_each_part_has_to_be_there(run: Run, home: Path) -> None:
    write(home, "digest.txt", DIGEST.encode())
    write(home, "one.txt", TEXT.encode())
    run("add in")
    assert remembered(home) == ["digest.txt", "one.txt"]
    assert remembered(home, split=True) == ["one.txt"]
    assert run("add in --split --keep-both").stderr.startswith("added 3, revised 0, unchanged 1,")
    assert remembered(home, split=True) == ["digest.txt", "one.txt"]
    assert run("add in --split").stderr.startswith("added 0, revised 0, unchanged 4,")
    run(["remove", "ASA", "11/006/1999", "--yes"])
    assert remembered(home, split=True) == ["one.txt"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_new_files_among_known_ones_are_taken_in_their_order(run: Run, home: Path, jobs: str) -> None:
    write_letters(home / "in", [f"{number:02}.txt" for number in range(0, 60, 2)])
    run("add in")
    write_letters(home / "in", [f"{number:02}.txt" for number in range(1, 60, 2)], first=500)
    write(home, "99.txt", b"")
    result = run(f"add in --jobs {jobs}")
    assert "added 30, revised 0, unchanged 30, failed 1\n" in result.stderr
    verbs = [line.partition(" ")[0] for line in result.stdout.splitlines()]
    assert verbs == ["unchanged", "added"] * 30


def test_an_original_that_was_lost_comes_back(run: Run, home: Path) -> None:
    write_letters(home / "in", ["a.txt", "b.txt"])
    run("add in")
    (kept, *_) = sorted((home / "archive" / "originals").rglob("*.txt"))
    content = kept.read_bytes()
    kept.unlink()
    run("add in")
    assert kept.read_bytes() == content
    kept.write_bytes(b"decayed")
    assert "it is whole again" in run("add in").stderr
    assert kept.read_bytes() == content


def test_a_large_addition_leaves_no_long_way_for_the_next_one(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advisory_cli.archive._MUCH", 20_000)
    write_letters(home / "in", [f"{number:02}.txt" for number in range(30)])
    run("add in --dry-run")
    assert not (home / "archive").exists()
    run("add in/00.txt in/01.txt")
    index = home / "archive" / ".advisories.index"
    assert not index.exists()
    run("add in")
    assert index.exists()
    assert run("search trial 29").exit_code == 0
