"""No command writes over the archive, what belongs to it, or a file that nobody meant."""

from pathlib import Path

import pytest

from advisory_cli.exchange.failed import is_rows
from advisory_cli.failures import is_list
from tests.conftest import Run

WRITING = ("add missing.txt --failures", "add --retry", "import bad.csv --failures", "export --force -o")


@pytest.fixture
def kept(filled: Run, home: Path) -> Run:
    """The archive with all that can lie beside it, and inputs of which something fails."""
    filled("search --save kaz country:KAZ")
    filled("search Zhanaozen")
    for name in ("advisories.json.torn-1", "taken-apart.tsv"):
        (home / "archive" / name).write_text("x")
    (home / "bad.csv").write_text("title,date\nA title,some day\n")
    return filled


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("command", WRITING)
@pytest.mark.parametrize(
    "name",
    [
        "advisories.json",
        "advisories.json.lock",
        "advisories.json.torn-1",
        "saved-searches.json",
        "taken-apart.tsv",
        "originals",
        ".index",
    ],
)
def test_what_belongs_to_the_archive_stays(kept: Run, home: Path, command: str, name: str) -> None:
    folders = {"originals": "originals/*/*", ".index": ".advisories.index/*"}
    path = next((home / "archive").glob(folders.get(name, name)))
    (home / "link").symlink_to(path)
    before = everything(home / "archive")
    for named in (path, home / "link"):
        result = kept([*command.split(), str(named)])
        assert (result.exit_code, result.stdout) == (2, "")
        assert "belongs to the archive; name another file" in result.stderr
    assert everything(home / "archive") == before


@pytest.mark.parametrize("command", WRITING[:3])
@pytest.mark.parametrize("text", ["A letter\n\nabout a strike\n", "title\tdate\nA\t2012\n", "{}\n", "x"])
def test_no_list_of_failures_is_written_over_another_file(kept: Run, home: Path, command: str, text: str) -> None:
    (home / "mine.txt").write_text(text)
    result = kept([*command.split(), "mine.txt"])
    assert result.exit_code == 2
    assert "mine.txt is there and is no list of what failed; name another file" in result.stderr
    assert (home / "mine.txt").read_text() == text
    assert len(kept("list --format ids").stdout.splitlines()) == 3


@pytest.mark.parametrize("command", WRITING[:3:2])
def test_such_a_list_gives_way_to_the_next(kept: Run, home: Path, command: str) -> None:
    for _ in range(2):
        assert kept(f"{command} list").exit_code in {3, 4}
        assert (home / "list").stat().st_size


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (b"", True),
        (b"/a/b.txt\tcannot read\n", True),
        (b"/a/b.txt\tcannot read\nhttps://example.org/\tgone\n\n/cut", True),
        (b"/a/b.txt\n", False),
        (b"a.txt\tcannot read\n", False),
        (b"/a\tb\nDear Sir,\n", False),
        (b"\x00" * 100, False),
    ],
)
def test_a_list_of_inputs_has_a_path_or_an_address_and_an_error_in_each_line(head: bytes, *, is_one: bool) -> None:
    assert is_list(head) == is_one


@pytest.mark.parametrize(
    ("head", "is_one"),
    [(b"", True), (b'{"where": "x"}\n', True), (b'{"where": "x"}\n{"wh', True), (b'{"a": 1}\n', False), (b"x", False)],
)
def test_a_file_of_failed_rows_says_of_each_where_it_stood(head: bytes, *, is_one: bool) -> None:
    assert is_rows(head) == is_one


@pytest.mark.parametrize("name", ["failures.tsv", "import-failures.jsonl"])
def test_an_export_takes_the_place_of_no_list_of_what_failed(kept: Run, home: Path, name: str) -> None:
    (home / "archive" / name).write_text("x")
    result = kept(["export", "--force", "-o", str(home / "archive" / name)])
    assert (result.exit_code, (home / "archive" / name).read_text()) == (2, "x")
    assert "belongs to the archive; name another file" in result.stderr
