import hashlib
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB, where

from advisory_cli.errors import Damaged, Misuse, NotFound, WriteFailed
from advisory_cli.model import Advisory, Quote, Source, digest
from advisory_cli.ports import Key, Original, Place, Store
from advisory_cli.store import TinyStore
from tests.disks import Death, sweep

FULL = Advisory(
    reference="EUR 57/002/2012",
    language="en",
    title='A "title" \u202e of {EUR 57/009/2012}',
    body='First.\n\nSecond: "reference": "EUR 57/009/2012", "first": 2, \n}}\n',
    quotes=(Quote(text="We are watching.", speaker="N. N."),),
    source=Source(name="a.txt", media_type="text/plain", sha256="ab" * 32, bytes=3),
    confidence={"title": "found"},
    at="2012-03-22T10:00:00Z",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "advisories.json"


@pytest.fixture
def store(path: Path) -> TinyStore:
    return TinyStore(path, tell=pytest.fail)


def add(store: TinyStore, *revisions: Advisory) -> tuple[Advisory, ...]:
    with store.writing():
        return store.append(revisions)


def ids(store: TinyStore, key: Key, value: str | int, start: int = 0) -> list[int | None]:
    return [entry.advisory.id for entry in store.holding(key, value, start)]


def stock(path: Path) -> list[dict[str, Any]]:
    with TinyDB(path, encoding="utf-8", access_mode="r") as db:
        return [dict(document) for document in db.table("advisories").all()]


def test_it_is_a_store(store: TinyStore) -> None:
    port: Store = store
    assert port.end() == 0
    assert list(port.entries()) == []


def test_revisions_are_numbered_and_begin_their_own_text(store: TinyStore) -> None:
    one, two = add(store, FULL, FULL)
    (three,) = add(store, Advisory(first=1, revision=2))
    assert [(r.id, r.first, r.revision) for r in (one, two, three)] == [(1, 1, 1), (2, 2, 1), (3, 1, 2)]


def test_what_is_appended_is_what_is_read(store: TinyStore, path: Path) -> None:
    written = add(store, FULL, Advisory(extra={"later": [1.5, None]}))
    assert tuple(entry.advisory for entry in store.entries()) == written
    assert tuple(store.read(entry.place) for entry in store.entries()) == written
    assert stock(path) == [revision.to_dict() for revision in written]


@given(st.text(), st.text(), st.lists(st.text()))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, title: str, body: str, tags: list[str]) -> None:
    store = TinyStore(tmp_path_factory.mktemp("any") / "advisories.json", tell=pytest.fail)
    written = add(store, Advisory(title=title, body=body, tags=tuple(tags)))
    assert tuple(entry.advisory for entry in store.entries()) == written


def test_each_revision_carries_the_digest_of_the_one_before(store: TinyStore, path: Path) -> None:
    add(store, FULL)
    add(store, FULL, FULL)
    documents = stock(path)
    assert [document["previous"] for document in documents] == [None, *map(digest, documents[:-1])]


def test_a_digest_is_that_of_the_canonical_json() -> None:
    canonical = '{"a":"é\ud800","b":[1,{"c":null}]}'.encode("utf-8", "surrogatepass")
    assert digest({"b": [1, {"c": None}], "a": "é\ud800"}) == hashlib.sha256(canonical).hexdigest()


def test_the_chain_survives_a_rewrite_by_the_stock_library(path: Path) -> None:
    store = TinyStore(path, tell=lambda _: None)
    add(store, FULL, FULL)
    with TinyDB(path, encoding="utf-8", indent=2, sort_keys=True) as db:
        db.storage.write(db.storage.read() or {})
    add(store, FULL)
    documents = stock(path)
    assert [document["previous"] for document in documents] == [None, *map(digest, documents[:-1])]


def test_a_store_follows_what_another_process_wrote(path: Path) -> None:
    one, other = (TinyStore(path, tell=pytest.fail) for _ in range(2))
    assert [add(store, FULL)[0].id for store in (one, other, one, other)] == [1, 2, 3, 4]


def test_entries_begin_where_the_store_ended_before(store: TinyStore) -> None:
    add(store, FULL)
    end = store.end()
    assert list(store.entries(end)) == []
    add(store, Advisory(title="new"))
    assert [entry.advisory.title for entry in store.entries(end)] == ["new"]


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("reference", "EUR 57/002/2012", [1, 3]),
        ("reference", "EUR 57/009/2012", [2]),
        ("reference", "EUR 57/00", []),
        ("sha256", "ab" * 32, [1, 3]),
        ("sha256", "cd" * 32, []),
        ("id", 2, [2]),
        ("id", 5, []),
        ("id", 0, []),
        ("first", 1, [1, 3]),
        ("first", 2, [2]),
        ("first", 3, []),
    ],
)
def test_revisions_are_found_by_their_keys_and_by_nothing_else(
    store: TinyStore, key: Key, value: str | int, expected: list[int]
) -> None:
    add(store, FULL, Advisory(reference="EUR 57/009/2012"))
    add(store, replace(FULL, first=1, revision=2))
    assert ids(store, key, value) == expected
    second = list(store.entries())[1].place.offset
    assert ids(store, key, value, second) == [number for number in expected if number >= 2]
    assert ids(store, key, value, store.end()) == []


def test_a_place_without_a_revision_is_damage(store: TinyStore) -> None:
    add(store, FULL)
    (entry,) = store.entries()
    for place in (Place(entry.place.offset + 1, entry.place.length), Place(10**9, 7), Place(0, 5)):
        with pytest.raises(Damaged):
            store.read(place)
    assert store.raw(Place(entry.place.offset, 5)) == b'"1": '
    assert store.raw(Place(10**9, 7)) == b""


def test_what_is_no_advisory_is_passed_over_and_the_number_still_used(store: TinyStore, path: Path) -> None:
    add(store, FULL)
    store.db.table("advisories").insert({"language": 7})
    add(store, FULL)
    assert [entry.advisory.id for entry in store.entries()] == [1, 3]
    assert ids(store, "id", 2) == []
    assert stock(path)[2]["previous"] == digest({"language": 7})


def test_a_document_of_another_program_is_the_first_of_its_own_text(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"advisories": {"4": {"title": "by hand", "colour": "red"}}}')
    store = TinyStore(path, tell=lambda _: None)
    (entry,) = store.holding("first", 4)
    assert (entry.advisory.id, entry.advisory.first, entry.advisory.at) == (4, 4, None)
    assert entry.advisory.extra == {"colour": "red"}
    add(store, Advisory(first=4, revision=2))
    assert ids(store, "first", 4) == [4, 5]
    assert stock(path)[0] == {"title": "by hand", "colour": "red"}


def test_a_damaged_last_revision_is_named_and_nothing_is_appended(store: TinyStore, path: Path) -> None:
    add(store, FULL, FULL)
    harmed = path.read_bytes().replace(b'"2": {"', b'"2": {x')
    path.write_bytes(harmed)
    with pytest.raises(Damaged, match="last revision, at byte"):
        add(store, FULL)
    assert path.read_bytes() == harmed


def test_append_outside_of_writing_is_refused(store: TinyStore) -> None:
    with pytest.raises(RuntimeError):
        store.append([FULL])


def test_the_database_reads_as_the_stock_library_does(store: TinyStore, path: Path) -> None:
    add(store, FULL, Advisory(title="other"))
    table = store.db.table("advisories")
    assert table.all() == stock(path)
    assert table.get(doc_id=2) == stock(path)[1]
    assert [document.doc_id for document in table.search(where("title") == "other")] == [2]
    assert (len(table), table.contains(doc_id=3), store.db.tables()) == (2, False, {"advisories"})
    add(store, Advisory(title="other"))
    assert [document.doc_id for document in table.search(where("title") == "other")] == [2, 3]


def test_the_database_of_no_archive_is_empty(store: TinyStore, path: Path) -> None:
    assert store.db.table("advisories").all() == []
    assert not path.exists()


def test_the_database_inserts_by_appending(store: TinyStore, path: Path) -> None:
    table = store.db.table("advisories")
    assert table.insert({"a": 1}) == 1
    assert table.insert_multiple([{"b": 2}, {"c": 3}]) == [2, 3]
    assert path.read_bytes() == b'{"advisories": {\n"1": {"a": 1},\n"2": {"b": 2},\n"3": {"c": 3}\n}}\n'


@pytest.mark.parametrize(
    "change",
    [
        lambda db: db.table("advisories").update({"a": 1}),
        lambda db: db.table("advisories").update_multiple([({"a": 1}, where("a") == 2)]),
        lambda db: db.table("advisories").upsert({"a": 1}, where("title") == "x"),
        lambda db: db.table("advisories").remove(doc_ids=[1]),
        lambda db: db.table("advisories").truncate(),
        lambda db: db.drop_table("advisories"),
        lambda db: db.drop_tables(),
        lambda db: db.insert({"a": 1}),
        lambda db: db.table("other").insert_multiple([{"a": 1}]),
    ],
)
def test_the_database_changes_nothing(store: TinyStore, path: Path, change: Any) -> None:
    add(store, Advisory(title="x"))
    before = path.read_bytes()
    with pytest.raises(Misuse):
        change(store.db)
    assert path.read_bytes() == before


SHA = hashlib.sha256(b"as it came").hexdigest()


def original_at(path: Path, ending: str = "txt") -> Path:
    return path.parent / "originals" / SHA[:2] / f"{SHA}.{ending}"


@pytest.mark.parametrize(
    ("extension", "ending"),
    [("txt", "txt"), ("PDF", "bin"), ("", "bin"), ("../x", "bin"), ("a" * 9, "bin"), ("md\n", "bin"), ("é", "bin")],
)
def test_an_original_is_kept_under_its_hash(store: TinyStore, path: Path, extension: str, ending: str) -> None:
    store.keep_original(Original(b"as it came", extension))
    assert original_at(path, ending).read_bytes() == b"as it came"
    assert store.original(SHA) == b"as it came"


def test_an_original_is_kept_once(store: TinyStore, path: Path) -> None:
    for extension in ("txt", "md", "txt"):
        store.keep_original(Original(b"as it came", extension))
    assert list(original_at(path).parent.iterdir()) == [original_at(path)]


def test_a_decayed_original_is_damage_until_it_is_kept_again(path: Path) -> None:
    told: list[str] = []
    store = TinyStore(path, tell=told.append)
    store.keep_original(Original(b"as it came", "txt"))
    original_at(path).write_bytes(b"as it cane")
    with pytest.raises(Damaged):
        store.original(SHA)
    store.keep_original(Original(b"as it came", "txt"))
    assert store.original(SHA) == b"as it came"
    assert len(told) == 1


@pytest.mark.parametrize("sha256", ["0" * 64, "", "../../../etc/passwd", "0" * 63 + "/", SHA.upper()])
def test_an_original_that_was_never_kept_is_not_found(store: TinyStore, sha256: str) -> None:
    store.keep_original(Original(b"as it came", "txt"))
    with pytest.raises(NotFound):
        store.original(sha256)


def test_originals_and_their_folders_belong_to_the_owner_alone(store: TinyStore, path: Path) -> None:
    before = os.umask(0)
    try:
        store.keep_original(Original(b"as it came", "txt"))
        add(store, FULL)
    finally:
        os.umask(before)
    made = [path.parent, *path.parent.rglob("*")]
    assert len(made) == 6
    assert {file.stat().st_mode & 0o777 for file in made if file.is_dir()} == {0o700}
    assert {file.stat().st_mode & 0o777 for file in made if file.is_file()} == {0o600}


def test_death_at_any_call_of_an_add_loses_nothing_acknowledged(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    copies = 0
    for copy, disk, _ in sweep(tmp_path / "empty", Death):
        copies += 1
        path = copy / "archive" / "advisories.json"
        acknowledged: list[Advisory] = []
        with suppress(Death):
            store = TinyStore(path, tell=pytest.fail, disk=disk)
            for content in (b"one", b"two"):
                with store.writing():
                    store.keep_original(Original(content, "txt"))
                    acknowledged += store.append([FULL, FULL])
        again = TinyStore(path, tell=lambda _: None)
        held = [entry.advisory for entry in again.entries()]
        assert held[: len(acknowledged)] == acknowledged
        assert len(held) in (len(acknowledged), len(acknowledged) + 2)
        again.keep_original(Original(b"three", "txt"))
        add(again, FULL)
        assert len(stock(path)) == len(held) + 1
        assert not list(path.parent.glob(".*.new"))
    assert copies > 20


def test_a_file_size_limit_refuses_the_write_and_leaves_the_archive(store: TinyStore, path: Path) -> None:
    add(store, FULL)
    before = path.read_bytes()
    program = f"""
import resource
from pathlib import Path
from advisory_cli.errors import WriteFailed
from advisory_cli.model import Advisory
from advisory_cli.store import TinyStore
resource.setrlimit(resource.RLIMIT_FSIZE, ({len(before) + 700}, {len(before) + 700}))
store = TinyStore(Path({str(path)!r}), tell=print)
try:
    with store.writing():
        store.append([Advisory(body="x" * 5000)])
except WriteFailed as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "File too large; the archive is as it was before" in done.stdout
    assert path.read_bytes() == before


def test_an_original_that_cannot_be_written_is_told(path: Path) -> None:
    store = TinyStore(path, tell=pytest.fail)
    add(store, FULL)
    (path.parent / "originals").write_text("in the way")
    with pytest.raises(WriteFailed, match="originals"):
        store.keep_original(Original(b"as it came", "txt"))


def test_reading_does_not_load_tinydb(store: TinyStore, path: Path) -> None:
    add(store, FULL)
    program = f"""
import sys
from pathlib import Path
from advisory_cli.store import TinyStore
store = TinyStore(Path({str(path)!r}), tell=print)
(entry,) = store.entries()
assert [*store.holding("reference", "EUR 57/002/2012")] == [entry] and store.read(entry.place) == entry.advisory
print([name for name in ("tinydb", "advisory_cli.log.takeover") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
