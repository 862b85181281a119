import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tinydb import TinyDB

from advisory_cli.errors import Damaged
from advisory_cli.log.lock import lock_path
from advisory_cli.model import Advisory, digest
from advisory_cli.ports import Original
from advisory_cli.store import TinyStore
from tests.written import a_revision, add, content_of, findings, reopened, rules, stock_numbers, written


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive" / "advisories.json"


@pytest.fixture
def store(path: Path) -> TinyStore:
    return written(path)


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the documents as the stock library would, and lay the file out as it does."""
    with TinyDB(path, encoding="utf-8") as db:
        data = db.storage.read() or {}
        change(data["advisories"])
        db.storage.write(data)


def original_of(store: TinyStore, number: int) -> Path:
    (found,) = (file for file in store.path.parent.rglob("*.txt") if file.read_bytes() == content_of(number))
    return found


def test_an_archive_as_it_was_written_has_no_findings(store: TinyStore) -> None:
    assert findings(store) == []


def test_where_nothing_was_ever_written_there_is_nothing_to_find(path: Path) -> None:
    assert list(TinyStore(path, tell=pytest.fail).check()) == []
    assert not path.parent.exists()


def test_a_check_changes_nothing(store: TinyStore) -> None:
    harmed = store.path.read_bytes()[:-3] + b"torn"
    store.path.write_bytes(harmed)
    before = {file: file.read_bytes() for file in store.path.parent.rglob("*") if file.is_file()}
    assert findings(store)
    assert {file: file.read_bytes() for file in store.path.parent.rglob("*") if file.is_file()} == before


def test_every_flipped_byte_of_the_archive_is_found(store: TinyStore) -> None:
    whole, chance = store.path.read_bytes(), Random(5)  # noqa: S311 - not a secret
    places = {*range(20), *range(len(whole) - 20, len(whole)), *chance.sample(range(len(whole)), 700)}
    for place in sorted(places):
        harmed = bytearray(whole)
        harmed[place] ^= 1 << chance.randrange(8)
        store.path.write_bytes(harmed)
        assert findings(store), f"byte {place}: {whole[place]} became {harmed[place]}"


@pytest.mark.parametrize("byte", [0x00, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x2C, 0x5C, 0x7D, 0xFF])
def test_a_byte_that_became_another_is_named_by_its_record(store: TinyStore, byte: int) -> None:
    lines = list(reopened(store)._log.lines())
    whole, third = store.path.read_bytes(), lines[2]
    for place in range(third.offset + 6, third.end, 29):
        if whole[place] != byte:
            store.path.write_bytes(whole[:place] + bytes([byte]) + whole[place + 1 :])
            assert any("#3" in finding.where for finding in findings(store)), f"byte {place}"


def test_every_flipped_byte_of_an_original_is_named_by_it(store: TinyStore) -> None:
    for number in (1, 5):
        file = original_of(store, number)
        whole = file.read_bytes()
        for place in range(0, len(whole), 7):
            file.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
            (finding,) = findings(store)
            assert finding.rule == "original"
            assert file.name in finding.where
            assert f"#{number} EUR 57/00{number}/2012 (en)" in finding.where
        file.write_bytes(whole)


def test_without_originals_they_are_looked_for_and_not_read(store: TinyStore) -> None:
    original_of(store, 1).write_bytes(b"decayed")
    original_of(store, 2).unlink()
    (finding,) = reopened(store).check(originals=False)
    assert (finding.rule, finding.where) == ("original", "#2 EUR 57/002/2012 (en)")


def test_a_line_that_cannot_be_read_is_named_by_number_line_and_byte(store: TinyStore) -> None:
    offset = list(reopened(store)._log.lines())[2].offset
    harmed = bytearray(store.path.read_bytes())
    harmed[offset + 9] = 0
    store.path.write_bytes(harmed)
    found = findings(store)
    assert [(finding.rule, finding.fixable) for finding in found] == [("line", True), ("orphan", False)]
    assert found[0].where == f"#3, line 4, byte {offset}"
    assert "add this file again" in found[1].what


def test_an_edit_made_outside_is_named_before_and_after_the_take_over(store: TinyStore) -> None:
    def change(table: dict[str, Any]) -> None:
        table["2"]["title"] = "Changed"
        del table["4"], table["5"]
        table["9"] = {"title": "by hand"}

    edit(store.path, change)
    before = findings(store)
    assert before[0].what.startswith("was rewritten by another program")
    assert [entry.advisory.id for entry in reopened(store).entries()] == [1, 2, 3, 9]
    after = findings(store)
    assert [finding for finding in before if finding.where != "advisories.json"] == after
    said = [(finding.rule, finding.where) for finding in after if finding.rule != "orphan"]
    assert said == [("chain", "#2 EUR 57/002/2012 (en)"), ("outside", "#9")]
    assert "#3 EUR 57/003/2012 (en)" in after[0].what


@pytest.mark.parametrize("change", [lambda table: table.pop("5"), lambda table: table["5"].update(title="Changed")])
def test_the_last_revision_cannot_be_changed_or_go_unseen(store: TinyStore, change: Any) -> None:
    edit(store.path, change)
    assert [entry.advisory.id for entry in reopened(store).entries()][:4] == [1, 2, 3, 4]
    expected = ("chain", "#5 EUR 57/005/2012 (en)") if len(stock_numbers(store.path)) == 5 else ("chain", "#5")
    assert expected in [(finding.rule, finding.where) for finding in findings(store)]
    assert add(reopened(store), a_revision(6), content_of(6)).id == 6
    assert expected in [(finding.rule, finding.where) for finding in findings(store)]


def test_a_number_that_was_given_once_is_not_given_again(store: TinyStore) -> None:
    edit(store.path, lambda table: table.pop("5"))
    assert add(reopened(store), a_revision(6), content_of(6)).id == 6


def relaid(table: list[tuple[str, str]]) -> bytes:
    return b'{"advisories": {\n' + ",\n".join(f'"{key}": {value}' for key, value in table).encode() + b"\n}}\n"


def documents(store: TinyStore) -> list[tuple[str, str]]:
    return [(str(e.advisory.id), json.dumps(e.advisory.to_dict(), ensure_ascii=False)) for e in store.entries()]


@pytest.mark.parametrize(
    ("change", "rule", "words"),
    [
        (lambda table: table.insert(4, table[1]), "number", "stands behind #4"),
        (lambda table: table.__setitem__(2, ("3", table[2][1].replace('"id": 3', '"id": 4'))), "number", "it is #4"),
        (lambda table: table.__setitem__(2, ("3", '{"a": NaN}')), "line", "cannot be read"),
        (lambda table: table.__setitem__(2, ("3", '{"a": 1, "a": 2}')), "line", "twice"),
        (lambda table: table.__setitem__(2, ("3", '{"a":' * 9000)), "line", "cannot be read"),
        (lambda table: table.__setitem__(2, ("3", "[" * 99_999)), "line", "nested too deeply"),
        (lambda table: table.__setitem__(2, ("3", "[1]")), "line", "no object"),
        (lambda table: table.__setitem__(2, ("03", "{}")), "line", "no number"),
        (lambda table: table.__setitem__(2, ("3", '{"language": 7, "first": []}')), "record", "no advisory"),
        (lambda table: table.__setitem__(2, ("3", '{"previous": [], "at": {}, "id": []}')), "number", "#[]"),
        (lambda table: table.__setitem__(2, ("3", '{"title": "mine"}')), "outside", "another program"),
        (lambda table: table.__setitem__(2, ("3", table[2][1].replace(": ", ":", 1))), "line", "says the same"),
        (lambda table: table.pop(2), "chain", "missing"),
    ],
)  # fmt: skip
def test_what_does_not_belong_is_a_finding_and_hides_nothing_else(
    store: TinyStore, change: Any, rule: str, words: str
) -> None:
    table = documents(store)
    change(table)
    store.path.write_bytes(relaid(table))
    original_of(store, 5).write_bytes(b"decayed")
    found = findings(store)
    assert [finding for finding in found if finding.rule == rule and words in finding.what]
    assert [finding for finding in found if finding.rule == "original" and "decayed" not in finding.where]


def test_invalid_utf_8_is_a_finding(store: TinyStore) -> None:
    store.path.write_bytes(store.path.read_bytes().replace("“".encode(), b"\xff\xfe\xfd", 1))
    assert [finding.where.partition(",")[0] for finding in findings(store) if finding.rule == "line"] == ["#1"]


@pytest.mark.parametrize("content", [b"x", b"[]", b"\x00" * 600, b'{"name": "package"}', b'{"advisories": {"1": '])
def test_what_is_no_archive_is_a_finding(store: TinyStore, content: bytes) -> None:
    store.path.write_bytes(content)
    assert "archive" in rules(store)


def test_an_archive_that_is_gone_is_damage(store: TinyStore) -> None:
    store.path.unlink()
    with pytest.raises(Damaged, match="safely written"):
        findings(store)


def test_a_file_shorter_than_what_was_acknowledged_is_a_finding_and_the_rest_is_checked(store: TinyStore) -> None:
    store.path.write_bytes(store.path.read_bytes()[:-300])
    original_of(store, 1).write_bytes(b"decayed")
    assert {"archive", "line", "original"} <= rules(store)


def test_originals_that_are_missing_foreign_or_left_over_are_found(store: TinyStore) -> None:
    folder = store.path.parent / "originals"
    original_of(store, 2).unlink()
    store.keep_original(Original(b"nobody names me", "txt"))
    (folder / "zz").mkdir(mode=0o700)
    for name in ("note.txt", "zz/also.txt"):
        (folder / name).write_text("not ours")
        (folder / name).chmod(0o600)
    found = sorted((finding.rule, finding.what.partition(" ")[0]) for finding in findings(store))
    assert found == [("original", "its"), ("orphan", "is"), ("orphan", "is"), ("orphan", "is")]
    assert any("harmless" in finding.what for finding in findings(store))


def test_what_others_can_read_is_one_finding(store: TinyStore) -> None:
    for number in (1, 2, 3):
        original_of(store, number).chmod(0o640)
    lock_path(store.path).chmod(0o644)
    (finding,) = findings(store)
    assert (finding.rule, finding.fixable) == ("permissions", True)
    assert finding.where == "advisories.json.lock and 3 more"


@pytest.mark.parametrize("kind", ["torn", "foreign", "damaged"])
def test_copies_that_lie_about_are_found(store: TinyStore, kind: str) -> None:
    copy = store.path.with_name(f"advisories.json.{kind}-1")
    copy.write_bytes(b"text")
    assert [(finding.rule, finding.where) for finding in findings(store)] == [("leftover", copy.name)]


@pytest.mark.parametrize("name", [".import-abc", ".edit-abc"])
def test_what_a_killed_command_left_is_found(store: TinyStore, name: str) -> None:
    store.path.with_name(name).mkdir()
    assert [(finding.rule, finding.where) for finding in findings(store)] == [("leftover", name)]


@pytest.mark.parametrize(("content", "words"), [(b"garbage", "cannot be read"), (None, "less than there are")])
def test_a_lock_file_that_promises_too_little_is_found(store: TinyStore, content: bytes | None, words: str) -> None:
    lock = lock_path(store.path)
    short = {**json.loads(lock.read_bytes()), "length": 1000, "last": 0}
    lock.write_bytes(json.dumps(short).encode() if content is None else content)
    (finding,) = findings(store)
    assert finding.rule == "lock"
    assert words in finding.what


def test_a_check_beside_a_writer_finds_nothing_of_what_is_under_way(store: TinyStore) -> None:
    checking = reopened(store).check()
    with store.writing():
        store.keep_original(Original(content_of(6), "txt"))
        found = [*checking]
        store.append([a_revision(6)])
    assert [finding.rule for finding in found] in ([], ["orphan"])
    checking = reopened(store).check()
    assert next(checking, None) is None


def test_progress_goes_up_to_the_end(store: TinyStore) -> None:
    seen: list[tuple[int, int]] = []
    list(store.check(progress=lambda done, total: seen.append((done, total))))
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1] > store.path.stat().st_size


def test_the_head_is_the_last_revision(store: TinyStore, tmp_path: Path) -> None:
    *_, last = store.entries()
    assert store.head() == (5, digest(last.advisory.to_dict()))
    assert TinyStore(tmp_path / "none.json", tell=pytest.fail).head() == (0, None)


_CHECK_UNDER_A_LIMIT = """
import resource, sys
from pathlib import Path
import advisory_cli.store.check
from advisory_cli.store import TinyStore
resource.setrlimit(resource.RLIMIT_AS, (160 << 20, 160 << 20))
print(sum(1 for _ in TinyStore(Path(sys.argv[1]), tell=print).check()))
"""


def test_a_check_needs_bounded_memory(path: Path) -> None:
    store = TinyStore(path, tell=pytest.fail)
    with store.writing():
        for _ in range(20):
            store.append([Advisory(body="A text. " * 100_000, at="2012")] * 10)
    assert path.stat().st_size > 150 << 20
    done = subprocess.run(
        [sys.executable, "-c", _CHECK_UNDER_A_LIMIT, path], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("0\n", "")
