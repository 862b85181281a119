import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB, where

from advisory_cli.errors import Damaged
from advisory_cli.log import Disk, Log, foreign, parse_line, write_line

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=9,
)
TRICKY = {"a": '}{"\\ [', "b": [[], {}, "é\u2028"], 'c"}': {"1": {"x": "\\"}}, "d": -1.5e-7, "e": ""}


def log_at(path: Path, told: list[str] | None = None) -> Log:
    return Log(path, tell=(told if told is not None else []).append)


def documents(log: Log) -> dict[int, Any]:
    return dict(parse_line(line.content) for line in log.lines())


def add(log: Log, number: int, document: Any) -> None:
    with log.writing():
        log.append([write_line(number, document)])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "advisories.json"


@pytest.mark.parametrize(
    "options", [{}, {"indent": 2}, {"ensure_ascii": False}, {"separators": (",", ":")}, {"sort_keys": True}]
)
def test_what_the_stock_library_rewrote_is_taken_over(path: Path, options: dict[str, Any]) -> None:
    for number in range(1, 12):
        add(log_at(path), number, {**TRICKY, "n": number})
    before = path.read_bytes()
    with TinyDB(path, encoding="utf-8", **options) as db:
        added = db.table("advisories").insert({"stock": "é"})
        db.table("advisories").update({"changed": True}, where("n") == 3)
        db.table("advisories").remove(doc_ids=[5, added])
    assert path.read_bytes() != before
    told: list[str] = []
    taken = documents(log_at(path, told))
    assert taken == {n: {**TRICKY, "n": n} | ({"changed": True} if n == 3 else {}) for n in range(1, 12) if n != 5}
    assert told == ["advisories.json had been rewritten by another program; took over 10 documents"]
    add(log_at(path, told), 12, {})
    with TinyDB(path, encoding="utf-8", access_mode="r") as db:
        assert db.table("advisories").get(doc_id=12) == {}
        assert len(db.table("advisories")) == 11
    assert len(told) == 1
    assert sorted(file.name for file in path.parent.iterdir()) == ["advisories.json", "advisories.json.lock"]


def test_a_rewrite_of_the_same_documents_comes_back_to_the_same_bytes(path: Path) -> None:
    add(log_at(path), 1, TRICKY)
    add(log_at(path), 2, {})
    before = path.read_bytes()
    with TinyDB(path, encoding="utf-8") as db:
        db.storage.write(db.storage.read() or {})
    log_at(path).end()
    assert path.read_bytes() == before


def test_other_tables_are_kept_in_front_and_appending_goes_on(path: Path) -> None:
    with TinyDB(path, encoding="utf-8", indent=1) as db:
        db.insert({"mine": "ü\n"})
        db.table("advisories").insert({"a": 1})
        db.table('odd "name"\n').insert({"b": [1]})
    log = log_at(path)
    assert documents(log) == {1: {"a": 1}}
    add(log, 2, {"c": 3})
    assert path.read_bytes().endswith(b'"advisories": {\n"1": {"a": 1},\n"2": {"c": 3}\n}}\n')
    assert log.others() == {"_default": {"1": {"mine": "ü\n"}}, 'odd "name"\n': {"1": {"b": [1]}}}
    with TinyDB(path, encoding="utf-8", access_mode="r") as db:
        assert db.all() == [{"mine": "ü\n"}]
        assert db.table("advisories").all() == [{"a": 1}, {"c": 3}]
    assert log.numbered(2) == log.last()


@pytest.mark.parametrize(
    "bad",
    [
        '"x": {}',
        '"01": {}',
        '"0": {}',
        '"-1": {}',
        '"1": {"second": 1}',
        '"3": []',
        '"3": 7',
        '"3": "text"',
        '"3": null',
        '"3": {"a": NaN}',
        '"3": {"a": 1e999}',
        '"3": {"a": Infinity}',
        '"3": {"a": 1, "a": 2}',
        '"3": {"a" 1}',
        '"3": ',
        '"3": ' + '{"a":' * 101 + "1" + "}" * 101,
        '"3": ' + "[" * 50_000 + "]" * 50_000,
        '"3": {"a": ' + "9" * 5_000 + "}",
        '"3": {"a": "\udcff"}',
        '"3": {"a": "raw\nnewline"}',
        '"3": {"a": "\\x"}',
        '"99999999999999999999": {}',
    ],
    ids=lambda bad: ascii(bad[:30]).replace("\\", "/"),
)
def test_a_document_that_cannot_be_taken_hides_no_other_and_is_kept(path: Path, bad: str) -> None:
    foreign = f'{{"advisories": {{"1": {{"a": 1}}, {bad}, "2": {{"b": 2}}}}}}'.encode("utf-8", "surrogateescape")
    path.write_bytes(foreign)
    told: list[str] = []
    assert documents(log_at(path, told)) == {1: {"second": 1} if "second" in bad else {"a": 1}, 2: {"b": 2}}
    assert path.with_name("advisories.json.foreign-1").read_bytes() == foreign
    assert path.with_name("advisories.json.foreign-1").stat().st_mode & 0o777 == 0o600
    assert "could not be taken over: 1;" in told[0]


def test_numbers_out_of_order_are_put_in_order(path: Path) -> None:
    path.write_text('{"advisories": {"7": {"a": 7}, "3": {"a": 3}, "10": {"a": 10}}}')
    log = log_at(path)
    assert list(documents(log)) == [3, 7, 10]
    last = log.last()
    assert last is not None
    assert parse_line(last.content)[0] == 10


@pytest.mark.parametrize("prefix", [b"\xef\xbb\xbf", b" \n\t", b""])
def test_a_byte_order_mark_and_white_space_do_no_harm(path: Path, prefix: bytes) -> None:
    path.write_bytes(prefix + b' {"advisories" :\r\n {"1" : {"a" : 1 } , "2":{}\r\n} } \r\n')
    assert documents(log_at(path)) == {1: {"a": 1}, 2: {}}


@pytest.mark.parametrize(
    "content",
    [
        b"x",
        b"[]",
        b"7",
        b'"text"',
        b"\x00" * 5000,
        b"{",
        b'{"advisories"',
        b'{"advisories": {"1": {}',
        b"SQLite format 3\x00",
        b'{"advisories": {"1": {}}',
        b'{"advisories": {"1": {"a": "',
        b'{"advisories": {}} more',
        b'{"advisories": [1]}',
        b'{"advisories": {"1": {}}, "advisories": {"2": {}}}',
        b'{"name": "my-package", "version": "1"}',
        b'{"advisories": {"1" {}}}',
        b'{"advisories": {"1": {}, }}',
        b'{"advisories": {"1": "no document"}}',
        '{"advisories": {"1": {}}}'.encode("utf-16"),
        b'{"advisories": {"1": {"a": \\',
        b'{"advisories": {"3": {]}, "2": {}}}',
        b'{"advisories": 7}',
        b"{" * 99_999,
        b'{"a":' * 99_999,
    ],
    ids=lambda content: ascii(content[:30]).replace("\\", "/"),
)
def test_what_is_no_archive_is_named_and_not_touched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    for attempt in (lambda: log_at(path).end(), lambda: list(log_at(path).lines()), lambda: add(log_at(path), 1, {})):
        with pytest.raises(Damaged):
            attempt()
    assert path.read_bytes() == content
    assert {file.name for file in path.parent.iterdir()} <= {"advisories.json", "advisories.json.lock"}


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"x", "not JSON: no { at byte 0"),
        (b"{", "not JSON: no name at byte 1"),
        (b'{"advisories" 1', "not JSON: no : at byte 14"),
        (b'{"advisories": ', "not JSON: no { at byte 15"),
        (b'{"advisories": [1]}', "not JSON: no { at byte 15"),
        (b'{"advisories": {"1": {}', "not JSON: no , at byte 23"),
        (b'{"advisories": {"1": {} "2": {}}}', "not JSON: no , at byte 24"),
        (b'{"advisories": {1: {}}}', "not JSON: no name at byte 16"),
        (b'{"advisories": {"1": {}, }}', "not JSON: no name at byte 25"),
        (b'{"advisories": {"1": {"a": "', "not JSON: the file ends in the middle of what begins at byte 21"),
        (b'{"advisories": {}} x', "more text behind the end, at byte 19"),
        (
            b'{"advisories": {"1": {}}, "advisories": {}}',
            'the table "advisories" stands there twice: the second at byte 26',
        ),
        (b'{"name": "package"}', 'it holds no table "advisories"'),
        (b'{"advisories": {"1": 7, "2": []}}', "not one document in it can be read"),
    ],
)
@pytest.mark.parametrize("chunk", [1, 5, 64, 1 << 20])
def test_what_is_no_archive_is_told_with_the_byte_where_that_shows(
    path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, what: str, chunk: int
) -> None:
    monkeypatch.setattr(foreign, "CHUNK", chunk)
    path.write_bytes(content)
    with pytest.raises(Damaged) as damaged:
        log_at(path).end()
    assert (damaged.value.path, damaged.value.what) == (str(path), what)


@pytest.mark.parametrize("chunk", [1, 2, 3, 7, 16, 61, 250])
@pytest.mark.parametrize("indent", [None, 3])
def test_a_database_is_taken_over_whole_however_little_is_read_at_a_time(
    path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int, indent: int | None
) -> None:
    monkeypatch.setattr(foreign, "CHUNK", chunk)
    table = {str(number): {**TRICKY, "n": number} for number in (1, 2, 30)}
    written = {"_default": {"1": {"mine": ["}", "]"]}}, "empty": {}, "advisories": table, "behind": {"9": {}}}
    path.write_text(json.dumps(written, indent=indent), encoding="utf-8")
    told: list[str] = []
    assert documents(log_at(path, told)) == {1: table["1"], 2: table["2"], 30: table["30"]}
    assert log_at(path).others() == {name: value for name, value in written.items() if name != "advisories"}
    assert told == ["advisories.json had been rewritten by another program; took over 3 documents"]


def test_all_that_cannot_be_taken_over_is_counted(path: Path) -> None:
    path.write_bytes(b'{"advisories": {"1": {}, "x": {}, "y": {}, "2": 7}, "a\xff": {}, "b\xff": {}, "c": {"d": NaN}}')
    told: list[str] = []
    assert documents(log_at(path, told)) == {1: {}}
    assert told[0].startswith("parts of advisories.json that could not be taken over: 6;")


def test_a_database_without_documents_that_nobody_can_take_over_now_has_no_last_line(path: Path) -> None:
    path.write_bytes(b'{"advisories": {}, "other": {"1": {}}}')
    log = Log(path, tell=print, disk=Disk(try_lock=lambda _: False), lock_timeout=0)
    assert (log.last(), list(log.lines()), log.numbered(1)) == (None, [], None)


@pytest.mark.parametrize("chunk", [1, 4, 1 << 20])
@pytest.mark.parametrize(
    ("content", "values"),
    [(b"[]", []), (b" [ ] ", []), (b'[1, "]", {"a": [2]} ,[]]', [b"1", b'"]"', b'{"a": [2]}', b"[]"])],
)
def test_the_values_of_a_list_are_found_one_after_the_other(
    path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, values: list[bytes], chunk: int
) -> None:
    monkeypatch.setattr(foreign, "CHUNK", chunk)
    path.write_bytes(content)
    with path.open("rb") as file:
        scanner = foreign.Scanner(file.fileno(), len(content))
        assert [scanner.raw(value) for value in scanner.elements(0)] == values
        scanner.finish()


@pytest.mark.parametrize(("content", "position"), [(b"{}", 0), (b"[1", 2), (b"[1 2]", 3), (b"[", 1), (b"[1] x", 4)])
def test_the_byte_where_a_list_breaks_off_is_named(path: Path, content: bytes, position: int) -> None:
    path.write_bytes(content)
    with path.open("rb") as file:
        scanner = foreign.Scanner(file.fileno(), len(content))

        def walk() -> None:
            assert list(map(scanner.raw, scanner.elements(0)))
            scanner.finish()

        with pytest.raises(foreign.Broken, match=f"at byte {position}$"):
            walk()


def test_what_has_no_end_is_not_read_to_the_end_of_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "CHUNK", 16)
    monkeypatch.setattr(foreign, "LONGEST", 64)
    path.write_bytes(b'{"advisories": {"1": {"a": "' + b"x" * 30 + b'"}}}')
    assert list(documents(log_at(path))) == [1]
    path.write_bytes(b'{"advisories": {"1": {"a": "' + b"x" * 900 + b'"}}}')
    with pytest.raises(Damaged, match="not an archive: there is no end to what begins at byte 21;"):
        log_at(path).end()


def test_a_database_that_nobody_can_take_over_now_is_read_as_it_is(path: Path) -> None:
    content = (
        b'{"mine": {"1": {}}, "advisories": {"7": {"a": 7}, "3": {"a": 3}, "10": {"b": 10}, "9": {}, "9": {"a": 9}}}'
    )
    path.write_bytes(content)
    log = Log(path, tell=print, disk=Disk(try_lock=lambda _: False), lock_timeout=0)
    places = [content.rindex(name) for name in (b'"3"', b'"7"', b'"9"', b'"10"')]
    assert [(parse_line(line.content)[0], line.offset) for line in log.lines()] == list(
        zip([3, 7, 9, 10], places, strict=True)
    )
    assert [parse_line(line.content)[0] for line in log.lines(places[0] + 1)] == [9, 10]
    assert [parse_line(line.content)[0] for line in log.lines(holding=b'"a"')] == [3, 7, 9]
    assert [parse_line(line.content)[0] for line in log.backwards()] == [9, 10, 3, 7]
    found = [log.numbered(number) for number in (3, 7, 9, 10)]
    assert [line and line.offset for line in found] == places
    assert log.numbered(8) is None
    assert (log.last(), log.end(), log.others()) == (found[2], len(content), {})
    assert path.read_bytes() == content


def test_an_archive_whose_documents_another_program_removed_is_damage(path: Path) -> None:
    add(log_at(path), 1, {"a": 1})
    with TinyDB(path, encoding="utf-8") as db:
        db.insert({"other": 1})
        db.table("advisories").truncate()
    with pytest.raises(Damaged, match="safely written"):
        log_at(path).end()


@given(
    st.dictionaries(st.integers(1, 10**15), st.dictionaries(st.text(), JSON), min_size=1), st.sampled_from([None, 1])
)
def test_any_database_is_taken_over_whole(
    tmp_path_factory: pytest.TempPathFactory, table: dict[int, Any], indent: int | None
) -> None:
    path = tmp_path_factory.mktemp("any") / "advisories.json"
    path.write_text(json.dumps({"advisories": table}, indent=indent))
    assert documents(log_at(path)) == table


@pytest.mark.parametrize("hostile", ["{", "[", '"', "\\", "\\\\", '\\"', ",", ":", " ", "a", "}"])
def test_a_megabyte_of_any_character_is_taken_over_in_linear_time(path: Path, hostile: str) -> None:
    table = {str(number): {"body": hostile * 1_100_000} for number in (1, 2)}
    path.write_text(json.dumps({"advisories": table}))
    assert set(documents(log_at(path))) == {1, 2}


_READ_UNDER_A_LIMIT = """
import resource, sys
from pathlib import Path
import advisory_cli.log.takeover
from advisory_cli.log import Log
resource.setrlimit(resource.RLIMIT_AS, (150 << 20, 150 << 20))
print(sum(1 for _ in Log(Path(sys.argv[1]), tell=lambda message: None).lines()))
"""


def test_taking_over_needs_bounded_memory(path: Path) -> None:
    document = json.dumps({"body": "ü" * 3000, "quotes": [{"text": "x" * 500}] * 3})
    with path.open("w") as file:
        file.write('{"advisories": {"1": ' + document)
        file.writelines(f', "{number}": {document}' for number in range(2, 8501))
        file.write("}}")
    assert path.stat().st_size > 150 << 20
    done = subprocess.run([sys.executable, "-c", _READ_UNDER_A_LIMIT, path], capture_output=True, text=True, check=True)
    assert done.stdout == "8500\n"


_READ_ONLY = """
import os, sys
from pathlib import Path
import advisory_cli.log.takeover  # while the interpreter's own folder can still be read
from advisory_cli.errors import WriteFailed
from advisory_cli.log import Log, parse_line
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
log = Log(Path(sys.argv[1]), tell=print)
print([parse_line(line.content)[0] for line in log.lines()], log.end() > 0, log.numbered(2) is not None,
      [parse_line(line.content)[0] for line in log.lines(holding=b'"a"')], parse_line(log.last().content)[0])
try:
    with log.writing():
        print("wrote")
except WriteFailed:
    print("refused")
"""


@pytest.mark.parametrize(
    "content",
    [
        b'{"advisories": {\n"1": {"a": 1},\n"2": {}\n}}\n',
        b'{"advisories": {\n"1": {"a": 1},\n"2": {}\n}',
        b'{"advisories": {\n"1": {"a": 1},\n"2": {},\n"3": {"a": ',
        b'{"advisories": {"1": {"a": 1}, "2": {}}}',
    ],
    ids=["whole", "open", "torn", "foreign"],
)
def test_a_read_only_folder_can_be_read(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "advisories.json"
    path.write_bytes(content)
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    above = [
        folder
        for folder in tmp_path.parents
        if folder.stat().st_uid == os.getuid() and folder.stat().st_mode & 0o777 == 0o700
    ]
    try:
        for folder in above:
            folder.chmod(0o711)
        done = subprocess.run(
            [sys.executable, "-c", _READ_ONLY, path], capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}, cwd="/",
        )  # fmt: skip
    finally:
        for folder in above:
            folder.chmod(0o700)
        tmp_path.chmod(0o755)
    assert done.stdout == "[1, 2] True True [1] 2\nrefused\n"
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["advisories.json"]
