"""`advisory add` of folders, lists and much at once: nothing lost, nothing taken that is none, everything said."""

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.crew import _Worker
from advisory_cli.failures import read_failures, write_failures
from advisory_cli.model import Accession
from advisory_cli.reading import Reading
from advisory_cli.walk import Input, Skipped, find_inputs
from tests.cli.screen import screen, without_colour
from tests.conftest import Run, archived
from tests.letters import letters, write_letters
from tests.sources.files import as_html, as_zip


def ids(run: Run) -> list[str]:
    return [line.partition("@")[0] for line in run("list --sort added --limit 0 --format ids").stdout.splitlines()]


def found(folder: Path, archive: Path | None = None) -> list[str]:
    """Inputs below a folder, by their names below it."""
    inputs = find_inputs([str(folder)], archive or folder.parent / "elsewhere.json")
    return [one.name.removeprefix(f"{folder}/") for one in inputs if isinstance(one, Input)]


def test_a_folder_is_taken_with_all_that_is_below_it_in_the_order_of_names(run: Run, home: Path) -> None:
    write_letters(home / "in", ["b/2.txt", "a.txt", "b/10.txt", "c/d/e.txt"])
    assert found(home / "in") == ["a.txt", "b/10.txt", "b/2.txt", "c/d/e.txt"]
    result = run("add in")
    assert result.exit_code == 0
    assert result.stderr == "added 4, revised 0, unchanged 0, failed 0\n"
    assert result.stdout.count("\n") == 4


def test_files_and_folders_mix(run: Run, home: Path) -> None:
    write_letters(home, ["in/a.txt", "b.txt"])
    assert run("add b.txt in").stderr.startswith("added 2,")


def test_links_devices_and_hidden_files_are_no_documents(run: Run, home: Path) -> None:
    write_letters(
        home, ["in/a.txt", "in/.hidden.txt", "in/.git/b.txt", "in/desktop.ini", "in/~$a.docx", "outside/c.txt"]
    )
    (home / "in" / "link.txt").symlink_to(home / "outside" / "c.txt")
    (home / "in" / "folder").symlink_to(home / "outside")
    os.mkfifo(home / "in" / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("in/socket")
        result = run("add in")
    assert result.exit_code == 0
    assert result.stderr.endswith("added 1, revised 0, unchanged 0, failed 0, skipped 8\n")
    for name in ("link.txt", "folder", "pipe", "socket"):
        assert f"skipped in/{name}: it is" in result.stderr
    assert "hidden" not in result.stderr


DATA = {"a.json": b'{"title": "x"}', "a.csv": b"title,body\na,b\n", "a.xml": b'<?xml version="1.0"?><a/>'}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_data_beside_documents_is_skipped_with_a_word_and_is_no_failure(run: Run, home: Path, jobs: str) -> None:
    write_letters(home / "in", ["a.txt"])
    for name, content in DATA.items():
        (home / "in" / name).write_bytes(content)
    result = run(f"add in --jobs {jobs}")
    assert result.exit_code == 0
    assert result.stderr.endswith("added 1, revised 0, unchanged 0, failed 0, skipped 3\n")
    assert 'skipped in/a.json: it is data (JSON); rows and exports are taken in with "advisory import"' in result.stderr
    assert not (home / "archive" / "failures.tsv").exists()


@pytest.mark.parametrize("name", DATA)
def test_data_that_is_named_is_refused(run: Run, home: Path, name: str) -> None:
    (home / name).write_bytes(DATA[name])
    result = run(["add", name])
    assert (result.exit_code, result.stdout) == (3, "")
    assert "it is" in result.stderr
    assert "skipped" not in result.stderr


def test_data_in_archives_and_mails_is_skipped_too(run: Run, home: Path) -> None:
    text = letters(1)[0].encode()
    (home / "x.zip").write_bytes(as_zip([("a.txt", text), ("b.json", DATA["a.json"])]))
    result = run("add x.zip")
    assert (result.exit_code, result.stdout.count("added")) == (0, 1)
    assert "skipped x.zip: b.json: it is data (JSON)" in result.stderr
    assert result.stderr.endswith("added 1, revised 0, unchanged 0, failed 0, skipped 1\n")
    assert run("add x.zip").stderr.endswith("added 0, revised 0, unchanged 1, failed 0, skipped 1\n")


def test_what_is_skipped_among_many_is_counted_on_a_terminal(home: Path) -> None:
    write_letters(home / "in", [f"{number}.txt" for number in range(30)])
    for number in range(12):
        (home / "in" / f"{number}.json").write_bytes(DATA["a.json"])
    with screen("add", "in") as opened:
        assert opened.end() == 0
        said = without_colour(opened.text)
    assert "12 notes like this one: skipped in/0.json: it is data (JSON)" in said
    assert said.count("skipped in/") == 1
    assert "failed 0, skipped 12" in said


def test_a_link_that_is_named_is_followed(run: Run, home: Path) -> None:
    write_letters(home, ["outside/c.txt"])
    (home / "link").symlink_to(home / "outside")
    assert run("add link").stderr == ""
    assert len(ids(run)) == 1


def test_the_archive_never_takes_itself_in(run: Run, home: Path) -> None:
    write_letters(home / "archive", ["a.txt", "b.txt"])
    assert run("add archive").stderr.startswith("added 2,")
    run("search word")
    for name in ("failures.tsv", "import-failures.jsonl"):
        (home / "archive" / name).write_text("x\ty\n", encoding="utf-8")
    assert run("add archive").stderr.startswith("added 0, revised 0, unchanged 2, failed 0")
    assert "belongs to the archive" in run("add archive/originals").stderr
    assert found(home / "archive", home / "archive" / "advisories.json") == ["a.txt", "b.txt"]


def test_a_folder_that_cannot_be_opened_is_a_failure(users_folder: Path) -> None:
    write_letters(users_folder, ["in/a.txt", "in/closed/b.txt"])
    (users_folder / "in" / "closed").chmod(0)
    inputs = list(find_inputs([str(users_folder / "in")], users_folder / "x.json"))
    (users_folder / "in" / "closed").chmod(0o700)
    assert [type(one).__name__ for one in inputs] == ["Input", "Unreadable"]
    assert "closed: the folder cannot be opened" in str(inputs[1])


def test_the_depth_of_folders_does_not_matter(tmp_path: Path) -> None:
    levels = [f"{tmp_path}{'/d' * depth}" for depth in range(1, 1500)]
    try:
        for level in levels:
            Path(level).mkdir()
        inputs = find_inputs([levels[0]], tmp_path / "x.json")
        assert list(inputs) == []
    finally:  # nobody else could
        for level in reversed(levels):
            Path(level).rmdir()


def test_names_that_are_no_valid_text_are_read_said_and_tried_again(run: Run, home: Path) -> None:
    write_letters(home, ["in/a.txt"])
    odd = os.fsdecode(b"in/b\xff\t\n.txt")
    Path(odd).write_bytes(b"")
    result = run("add in")
    assert result.exit_code == 4
    assert "\ufffd" in result.stderr
    Path(odd).write_text(letters(1, first=1)[0], encoding="utf-8")
    again = run("add --retry archive/failures.tsv")
    assert (again.exit_code, again.stdout[:6]) == (0, "added ")
    assert (home / "archive" / "failures.tsv").read_bytes() == b""


@pytest.mark.parametrize(
    ("page", "parts"), [("A page.html", "A page_files"), ("a.htm", "a-Dateien"), ("b.htm", "b.files")]
)
def test_parts_of_a_saved_page_are_no_documents(run: Run, home: Path, page: str, parts: str) -> None:
    write_letters(home / "in", ["a.txt", f"{parts}/script.js", f"{parts}/frames/ad.html", "c_files/d.txt"])
    (home / "in" / page).write_bytes(as_html(letters(1, first=9)[0]))
    result = run("add in")
    assert f"skipped in/{parts}: it holds parts of the saved page beside it" in result.stderr
    assert result.stderr.endswith("added 3, revised 0, unchanged 0, failed 0, skipped 1\n")


def test_parts_of_a_saved_page_in_an_archive_are_skipped_with_one_word(run: Run, home: Path) -> None:
    page = as_html(letters(1)[0])
    parts = [(f"a/page_files/{name}", b"x") for name in ("script.js", "frames/ad.html", "logo.png")]
    (home / "x.zip").write_bytes(as_zip([("a/page.html", page), *parts, ("b_files/c.txt", letters(2)[1].encode())]))
    result = run("add x.zip")
    assert "skipped x.zip: a/page_files: it holds parts of the saved page beside it" in result.stderr
    assert result.stderr.endswith("added 2, revised 0, unchanged 0, failed 0, skipped 1\n")


def test_an_empty_folder_is_no_failure(run: Run, home: Path) -> None:
    (home / "in").mkdir()
    result = run("add in")
    assert (result.exit_code, result.stderr) == (0, "added 0, revised 0, unchanged 0, failed 0\n")


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_any_number_of_processes_comes_to_the_same(run: Run, home: Path, jobs: str) -> None:
    names = write_letters(home / "in", [f"{number:03}.txt" for number in range(70)])
    (home / "in" / "0405.txt").write_bytes(b"")
    result = run(f"add --jobs {jobs} in -", stdin=letters(71)[70].encode())
    assert result.exit_code == 4
    assert result.stderr.splitlines()[-1] == "added 71, revised 0, unchanged 0, failed 1"
    assert ids(run) == [*names, "ASA 11/070/1999"][::-1]
    assert archived(home).count(b'"batch": 1,') == 71


def test_a_second_run_changes_nothing(run: Run, home: Path) -> None:
    write_letters(home / "in", [f"{number}.txt" for number in range(30)])
    run("add in")
    before = archived(home)
    assert run("add in").stderr == "added 0, revised 0, unchanged 30, failed 0\n"
    assert archived(home) == before


def test_a_folder_is_taken_back_as_one(run: Run, home: Path) -> None:
    write_letters(home / "in", [f"{number}.txt" for number in range(30)])
    run("add in")
    assert run("undo --yes").exit_code == 0
    assert ids(run) == []


def test_twins_in_one_folder_are_one_text(run: Run, home: Path) -> None:
    write_letters(home / "in", ["a.txt", "c.txt"])
    (home / "in" / "b.txt").write_bytes((home / "in" / "a.txt").read_bytes())
    result = run("add in")
    assert [line.split()[0] for line in result.stdout.splitlines()] == ["added", "unchanged", "added"]


def test_versions_in_one_folder_become_revisions_in_the_order_of_names(run: Run, home: Path) -> None:
    text = letters(1)[0]
    for number in range(4):
        path = home / "in" / f"{number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{text}\nVersion {number}.\n", encoding="utf-8")
    refused = run("add in")
    assert refused.exit_code == 4
    assert "in/1.txt: ASA 11/000/1999 (en) is in the archive with another content" in refused.stderr
    assert run("add --revise in").stderr == "added 0, revised 3, unchanged 1, failed 0\n"
    assert "Version 3." in run("show ASA 11/000/1999").stdout


@pytest.mark.parametrize("count", [0, 1, 45])
def test_the_json_is_one_object_however_many_there_are(run: Run, home: Path, count: int) -> None:
    write_letters(home / "in", [f"{number}.txt" for number in range(count)])
    run(["add", *[f"in/{number}.txt" for number in range(count // 2)], "--dry-run"])
    (home / "in").mkdir(exist_ok=True)
    (home / "in" / "x.txt").write_bytes(b"")
    text = run("add --json in").stdout
    outcome = json.loads(text)
    assert text == json.dumps(outcome, ensure_ascii=False, indent=2) + "\n"
    assert list(outcome) == ["schema", "added", "revised", "unchanged", "failed"]
    assert (len(outcome["added"]), len(outcome["failed"])) == (count, 1)


def test_failures_are_listed_where_it_is_asked_for(run: Run, home: Path) -> None:
    write_letters(home, ["a.txt"])
    assert run("add a.txt missing.txt --failures list.tsv").exit_code == 4
    assert not (home / "archive" / "failures.tsv").exists()
    assert (home / "list.tsv").read_text(encoding="utf-8") == (
        f"{home}/missing.txt\tcannot read missing.txt: there is no such file; look how its name is spelled\n"
    )


def test_a_retry_takes_nothing_but_the_list(run: Run, seed: Path) -> None:
    assert run(["add", "--retry", "list.tsv", str(seed)]).exit_code == 2
    assert "list.tsv" in run("add --retry list.tsv").stderr


def test_what_fails_again_stays_in_the_list(run: Run, home: Path) -> None:
    write_letters(home, ["in/a.txt"])
    (home / "in" / "b.txt").write_bytes(b"")
    (home / "in" / "c.txt").write_bytes(b"")
    run("add in")
    write_letters(home, ["in/b.txt"], first=1)
    assert run("add --retry archive/failures.tsv").exit_code == 4
    assert [one.name for one in read_failures(home / "archive" / "failures.tsv")] == [f"{home}/in/c.txt"]


@given(st.lists(st.binary(min_size=1, max_size=20).filter(lambda name: b"\0" not in name)), st.text(max_size=20))
def test_every_file_name_comes_back_from_the_list(names: list[bytes], error: str) -> None:
    folder = Path("/dev/shm") if Path("/dev/shm").is_dir() else Path("/tmp")  # noqa: S108
    path = folder / f"failures-{os.getpid()}.tsv"
    inputs = [Input(os.path.join("/", os.fsdecode(name).strip("/").replace("..", "_") or "x")) for name in names]  # noqa: PTH118
    try:
        write_failures(path, [(one, error) for one in inputs])
        assert [one.name for one in read_failures(path)] == [os.path.abspath(one.name) for one in inputs]  # noqa: PTH100
    finally:
        path.unlink(missing_ok=True)


def test_a_web_address_in_the_list_stays_one(tmp_path: Path) -> None:
    write_failures(tmp_path / "list", [(Input("https://example.org/a", is_url=True), "gone")])
    assert read_failures(tmp_path / "list") == [Input("https://example.org/a", is_url=True)]


class _Deadly(str):
    """The name of a file of which a reader dies."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Callable[[int], None], tuple[int]]:
        return os._exit, (1,)


def test_a_file_of_which_its_reader_dies_costs_only_itself(tmp_path: Path) -> None:
    write_letters(tmp_path, ["a.txt", "b.txt", "c.txt"])
    a, b, c = (str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt"))
    worker = _Worker(Reading())
    try:
        results = worker.read([Input(a), Input(_Deadly(b)), Input(c)])
    finally:
        worker.stop()
    assert [given for given, _ in results] == [Input(a), Input(b), Input(c)]
    assert [isinstance(one, Accession) for _, one in results] == [True, False, True]
    assert "broke down" in str(results[1][1])


def test_a_reader_hands_over_more_than_it_holds_at_once_in_order(tmp_path: Path) -> None:
    names = ("a.txt", "b.zip", "c.txt")
    for name, content in zip(
        names, (b"a " * 600_000, as_zip([("x", b"x " * 600_000), ("y", b"y")]), b"c"), strict=True
    ):
        (tmp_path / name).write_bytes(content)
    worker = _Worker(Reading())
    try:
        results = worker.read([Input(str(tmp_path / name)) for name in names])
    finally:
        worker.stop()
    bodies = [one.advisory.body[:1] for _, one in results if isinstance(one, Accession)]
    assert (len(results), bodies) == (4, ["a", "x", "y", "c"])


def test_a_reader_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    write_letters(tmp_path, ["a.txt", "b.txt", "c.txt"])
    worker = _Worker(Reading())
    try:
        worker._running().kill()
        results = worker.read([Input(str(tmp_path / name)) for name in ("a.txt", "b.txt", "c.txt")])
    finally:
        worker.stop()
    assert [isinstance(one, Accession) for _, one in results] == [True, True, True]


def test_many_on_a_terminal_get_a_line_only_where_something_is_wrong(home: Path) -> None:
    write_letters(home / "in", [f"{number}.txt" for number in range(40)])
    (home / "in" / "x.txt").write_bytes(b"")
    with screen("add", "in") as opened:
        assert opened.end() == 4
        assert "x.txt: it is empty" in opened.text
        assert "added 40, revised 0, unchanged 0, failed 1" in opened.text
        assert "added ASA" not in opened.text


def test_few_on_a_terminal_get_a_line_each(home: Path) -> None:
    write_letters(home / "in", ["a.txt", "b.txt"])
    with screen("add", "in") as opened:
        assert opened.end() == 0
        assert opened.text.count("added ASA") == 2


def test_what_is_skipped_says_why(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    (one,) = find_inputs([str(tmp_path)], tmp_path / "x.json")
    assert isinstance(one, Skipped)
    assert "symbolic link" in one.reason


def test_a_list_that_cannot_be_written_is_said_without_a_wrong_word_about_the_archive(run: Run, home: Path) -> None:
    write_letters(home, ["a.txt"])
    result = run("add a.txt missing.txt --failures nowhere/list.tsv")
    assert result.exit_code == 3
    assert "cannot be written to nowhere/list.tsv" in result.stderr
    assert "what was added is safe" in result.stderr
    assert len(ids(run)) == 1


def test_a_list_is_for_its_owner_alone(run: Run, home: Path) -> None:
    write_letters(home, ["a.txt"])
    run("add a.txt missing.txt")
    assert (home / "archive" / "failures.tsv").stat().st_mode & 0o077 == 0


def test_names_cannot_act_on_the_terminal(run: Run, home: Path) -> None:
    write_letters(home, ["in/a.txt"])
    (home / "in" / "\x1b[31m\u202etxt.exe").write_bytes(b"")
    result = run("add in")
    assert result.exit_code == 4
    assert "\x1b" not in result.stderr + result.stdout
    assert "\u202e" not in result.stderr + result.stdout


def doubtful(folder: Path, count: int) -> None:
    """Letters whose numbers are of other years than their dates, and one with an embargo that names no hour."""
    write_letters(folder, [f"{number}.txt" for number in range(count)])
    for number, path in enumerate(sorted(folder.glob("*.txt"))):
        path.write_text(
            f"AI Index: EUR 57/{number + 1:03}/1990\n{'EMBARGO: 10 DECEMBER 1996' if number == 3 else ''}\n"
            f"22 March 2012\n\nTitle {number}\n\nText {number}.\n"
        )


def test_notes_on_many_are_counted_on_a_terminal_and_said_one_by_one_into_a_file(run: Run, home: Path) -> None:
    doubtful(home / "in", 30)
    with screen("add", "in") as opened:
        assert opened.end() == 0
        said = without_colour(opened.text)
    assert "30 notes like this one: in/0.txt: the index is of 1990, the date is 2012-03-22; both were kept" in said
    assert said.count("the index is of 1990") == 1
    assert said.count("note: in/11.txt: the embargo names no exact time") == 1
    for option in ([], ["--json"]):
        again = run(["add", "in", "--dry-run", *option])
        assert again.stderr.count("the index is of 1990") == 30
        assert "note: in/7.txt: the index" in again.stderr


def test_what_was_skipped_is_said_beside_json_too(run: Run, home: Path) -> None:
    write_letters(home / "in", ["a.txt"])
    (home / "in" / "link.txt").symlink_to("a.txt")
    result = run("add in --json")
    assert "skipped in/link.txt: " in result.stderr
    assert len(json.loads(result.stdout)["added"]) == 1
