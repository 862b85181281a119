import errno
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from advisory_cli.errors import ArchiveError, Damaged, NotErased, NotFound
from advisory_cli.log import Disk
from advisory_cli.log.lock import lock_path
from advisory_cli.model import Advisory, digest
from advisory_cli.ports import Store
from advisory_cli.store import TinyStore
from tests.disks import REFUSALS, Death, refusal, sweep
from tests.fakes import MemoryStore, an_advisory
from tests.written import a_revision, add, content_of, findings, reopened, rules, written

TOMBSTONE = Advisory(
    status="removed", action="purge", reason="court order 7", at="2026-01-02T03:04:05Z", by="archivist"
)
SECRETS = [b"street 2", b"Witness number 2", b"trial 2", b"Speaker 2", b"I saw it 2 times", b"file2.txt", b"Corrected"]


@pytest.fixture
def store(tmp_path: Path) -> TinyStore:
    """Five texts, of which the second has a second revision at the end."""
    store = written(tmp_path / "archive" / "advisories.json")
    add(store, a_revision(2, first=2, revision=2, title="Corrected", action="edit"), content_of(2))
    return store


def purge(store: Store, first: int = 2) -> Advisory:
    with store.writing():
        return store.purge(first, TOMBSTONE)


def secrets_in(folder: Path) -> list[tuple[str, bytes]]:
    """Whatever of the erased text is left in any file, whatever its spelling."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    held = [(file.name, one) for file in files for one in SECRETS if one in file.read_bytes()]
    return held + [(file.name, b"the original") for file in files if content_of(2)[:30] in file.read_bytes()]


def check_whole(path: Path) -> None:
    """Stock TinyDB reads it, and the chain is whole."""
    with TinyDB(path, encoding="utf-8", access_mode="r") as db:
        documents = db.table("advisories").all()
    assert [document.doc_id for document in documents] == [1, 2, 3, 4, 5, 6]
    assert [after["previous"] for after in documents] == [
        None,
        *(digest(before) for before, _ in pairwise(documents)),
    ]


def test_no_byte_of_an_erased_text_is_left(store: TinyStore) -> None:
    assert len(secrets_in(store.path.parent)) >= len(SECRETS)
    purge(store)
    assert secrets_in(store.path.parent) == []
    assert findings(store) == []
    check_whole(store.path)


def test_what_remains_is_that_it_was_there_and_why_it_went(store: TinyStore) -> None:
    before = list(store.entries())
    head = store.head().digest
    erased = purge(store)
    after = [entry.advisory for entry in store.entries()]
    assert after[5] == erased
    for old, new in zip(before, after, strict=True):
        if old.advisory.first != 2:
            assert (new.title, new.body, new.source, new.quotes) == tuple(
                getattr(old.advisory, name) for name in ("title", "body", "source", "quotes")
            )
            continue
        assert old.advisory.source is not None
        assert new == Advisory(
            reference="EUR 57/002/2012",
            language="en",
            status="removed",
            action="purge",
            reason="court order 7",
            at="2026-01-02T03:04:05Z",
            by="archivist",
            id=old.advisory.id,
            first=2,
            batch=old.advisory.batch,
            revision=old.advisory.revision,
            previous=new.previous,
            extra={"old_head": head, "source_sha256": old.advisory.source.sha256},
        )


def test_revisions_before_an_erased_one_keep_their_bytes(store: TinyStore) -> None:
    first = next(iter(store._log.lines()))
    purge(store)
    assert next(iter(store._log.lines())) == first


def test_writing_goes_on_after_an_erasure(store: TinyStore) -> None:
    with store.writing():
        store.purge(2, TOMBSTONE)
        store.append([a_revision(7, source=None)])
    assert add(reopened(store), a_revision(8), content_of(8)).id == 8
    assert findings(store) == []
    assert secrets_in(store.path.parent) == []


def test_an_original_that_another_text_was_read_from_stays(store: TinyStore) -> None:
    add(store, a_revision(2, title="A translation", body="Other words.", quotes=()), content_of(2))
    purge(store)
    assert findings(store) == []
    purge(store, 7)
    assert secrets_in(store.path.parent) == []
    assert findings(store) == []


@pytest.mark.parametrize("options", [{}, {"ensure_ascii": False}, {"indent": 1}])
@pytest.mark.parametrize("kind", ["torn", "foreign", "damaged"])
def test_copies_lose_the_erased_text_and_nothing_else(store: TinyStore, kind: str, options: dict[str, Any]) -> None:
    lines = [line.content for line in store._log.lines()]
    with TinyDB(store.path.with_name("all.json"), encoding="utf-8", **options) as db:
        for entry in store.entries():
            db.table("advisories").insert(entry.advisory.to_dict())
    foreign = store.path.with_name("all.json").read_bytes()
    store.path.with_name("all.json").unlink()
    pieces = {"torn": b",\n" + lines[1][:700], "damaged": b"\n".join([lines[2][:400], lines[1][90:]]) + b"\n"}
    copy = store.path.with_name(f"advisories.json.{kind}-1")
    copy.write_bytes(pieces.get(kind, foreign))
    other = store.path.with_name("advisories.json.torn-7")
    other.write_bytes(lines[2])
    purge(store)
    assert secrets_in(store.path.parent) == []
    assert other.read_bytes() == lines[2]
    assert copy.exists() == (kind != "torn")
    if kind == "foreign":
        assert all(f"Witness number {number}".encode() in copy.read_bytes() for number in (1, 3, 4, 5))
    if kind == "damaged":
        assert copy.read_bytes().startswith(lines[2][:400])


def test_a_text_that_is_not_there_is_not_found(store: TinyStore) -> None:
    before = store.path.read_bytes()
    for first in (6, 7, 0):
        with pytest.raises(NotFound):
            purge(store, first)
    assert store.path.read_bytes() == before


def test_erasing_outside_of_writing_is_refused(store: TinyStore) -> None:
    with pytest.raises(RuntimeError):
        store.purge(2, TOMBSTONE)
    assert findings(store) == []


def test_a_line_that_cannot_be_read_may_hold_the_text_so_nothing_is_erased(store: TinyStore) -> None:
    harmed = store.path.read_bytes().replace(b'"title": "Corrected"', b'"title" "Corrected"!')
    store.path.write_bytes(harmed)
    with pytest.raises(Damaged, match="--fix"):
        purge(store)
    assert store.path.read_bytes() == harmed
    store.mend()
    purge(store)
    assert secrets_in(store.path.parent) == []


def test_traces_of_a_change_made_outside_survive_an_erasure(store: TinyStore) -> None:
    harmed = store.path.read_bytes().replace(b"trial 1", b"TRIAL 1").replace(b"trial 4", b"TRIAL 4")
    store.path.write_bytes(harmed)
    before = [finding.where for finding in findings(store)]
    assert before == ["#1 EUR 57/001/2012 (en)", "#4 EUR 57/004/2012 (en)"]
    purge(store)
    assert [finding.where for finding in findings(store)] == before


def test_a_change_of_the_last_revision_survives_an_erasure(store: TinyStore) -> None:
    add(store, a_revision(7), content_of(7))
    store.path.write_bytes(store.path.read_bytes().replace(b"trial 7", b"TRIAL 7"))
    purge(store)
    assert [finding.where for finding in findings(store)] == ["#7 EUR 57/007/2012 (en)"]


@pytest.mark.parametrize("first", [1, 2, 4, 5])
def test_what_mending_noted_survives_an_erasure(store: TinyStore, first: int) -> None:
    whole = store.path.read_bytes()
    third = [line.offset for line in store._log.lines()][2]
    store.path.write_bytes(whole[: third + 30] + b"\x00" + whole[third + 31 :])
    store.mend()
    add(store, a_revision(8), content_of(8))
    assert rules(store) == {"leftover", "orphan"}
    purge(store, first)
    assert rules(store) == {"leftover", "orphan"}


def test_a_document_of_another_program_is_erased_like_any_other(store: TinyStore) -> None:
    store.db.table("advisories").insert({"title": "by hand", "colour": "red"})
    add(store, a_revision(8), content_of(8))
    assert purge(store, 7).first == 7
    assert findings(store) == []
    assert b"by hand" not in store.path.read_bytes()


def test_a_revision_that_is_no_advisory_is_erased_with_its_text(store: TinyStore) -> None:
    store.db.table("advisories").insert({"first": 2, "language": 7, "body": "Witness number 2 again"})
    assert purge(store).id == 7
    assert secrets_in(store.path.parent) == []


def test_what_could_not_be_deleted_is_told_and_erasing_again_goes_on(store: TinyStore) -> None:
    def refuse(_: object) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    with pytest.raises(NotErased, match="Permission denied"):
        purge(TinyStore(store.path, tell=pytest.fail, disk=Disk(unlink=refuse)))
    assert {name for name, _ in secrets_in(store.path.parent)} == {
        file.name for file in store.path.parent.rglob("*.txt") if file.read_bytes() == content_of(2)
    }
    assert [(finding.rule, finding.fixable) for finding in findings(store)] == [("orphan", True)]
    erased = store.path.read_bytes()
    purge(store)
    assert store.path.read_bytes() == erased
    assert findings(store) == []


def test_mending_deletes_the_originals_that_an_erasure_left(store: TinyStore) -> None:
    (original,) = [file for file in store.path.parent.rglob("*.txt") if file.read_bytes() == content_of(2)]
    purge(store)
    original.write_bytes(content_of(2))
    original.chmod(0o600)
    assert [finding.rule for finding in findings(store)] == ["orphan"]
    store.mend()
    assert findings(store) == []
    add(store, a_revision(2), content_of(2))
    store.mend()
    assert original.read_bytes() == content_of(2)


def purged(path: Path, disk: Disk) -> object:
    try:
        return purge(TinyStore(path, tell=lambda _: None, disk=disk))
    except (Death, ArchiveError) as error:
        return error


def check_either(path: Path, whole: bytes, end: object) -> None:
    """The whole old archive or the whole new one; erasing again goes to the end."""
    store = TinyStore(path, tell=pytest.fail)
    titles = [entry.advisory.title for entry in store.entries()]
    assert titles[1] in (None, a_revision(2).title)
    if titles[1] is not None:
        assert path.read_bytes() == whole
        assert content_of(2) in [file.read_bytes() for file in path.parent.rglob("*.txt")]
        assert not isinstance(end, (Advisory, NotErased))
    check_whole(path)
    purge(store)
    assert secrets_in(path.parent) == []
    assert list(store.check()) == []


def set_aside_copies(path: Path) -> None:
    """Copies as a crash left them: they hold the second text, and the third."""
    lines = list(TinyStore(path, tell=pytest.fail)._log.lines())
    path.with_name("advisories.json.torn-1").write_bytes(lines[1].content[:600])
    path.with_name(".advisories.json.new").write_bytes(lines[1].content)


def test_death_at_any_call_of_an_erasure_leaves_the_old_archive_or_the_new_one(store: TinyStore) -> None:
    set_aside_copies(store.path)
    whole = store.path.read_bytes()
    ends: list[Any] = []
    for copy, disk, _ in sweep(store.path.parent, Death):
        ends.append(purged(copy / store.path.name, disk))
        check_either(copy / store.path.name, whole, ends[-1])
    assert sum(isinstance(end, Death) for end in ends) == len(ends) - 1 > 10


@pytest.mark.parametrize("code", REFUSALS)
def test_a_call_that_fails_while_erasing_leaves_the_old_archive_or_the_new_one(store: TinyStore, code: int) -> None:
    set_aside_copies(store.path)
    whole = store.path.read_bytes()
    refused = 0
    for copy, disk, _ in sweep(store.path.parent, lambda: refusal(code)):
        end = purged(copy / store.path.name, disk)
        refused += isinstance(end, ArchiveError)
        check_either(copy / store.path.name, whole, end)
    assert refused > 8


def test_a_lock_file_from_before_an_erasure_does_no_harm(store: TinyStore) -> None:
    """A power cut may take the latest words of the lock file, but not what was synced before the exchange."""
    seen: list[int] = []

    def replace(source: str | Path, target: str | Path) -> None:
        seen.append(int(lock_path(store.path).read_bytes().partition(b'"length": ')[2].partition(b",")[0]))
        Path(source).replace(target)

    purge(TinyStore(store.path, tell=pytest.fail, disk=Disk(replace=replace)))
    assert seen == [0]


def test_the_store_in_memory_erases_alike() -> None:
    memory = MemoryStore(an_advisory(title="one"), an_advisory(title="two"))
    memory.add(an_advisory(title="three", first=1, revision=2))
    head = memory.head().digest
    with memory.writing():
        erased = memory.purge(1, TOMBSTONE)
    assert (erased.id, erased.first, erased.title, erased.action) == (3, 1, None, "purge")
    assert erased.extra["old_head"] == head
    assert [entry.advisory.title for entry in memory.entries()] == [None, "two", None]
