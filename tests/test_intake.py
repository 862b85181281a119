"""Groups of additions come to what they come to one by one, whatever else is written in between."""

import errno
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory_cli.actions.tail import Tail
from advisory_cli.archive import Archive
from advisory_cli.errors import ArchiveError, WriteFailed
from advisory_cli.index import TantivyIndex
from advisory_cli.log import Disk
from advisory_cli.model import Accession
from advisory_cli.results import Outcome
from advisory_cli.store import TinyStore
from tests.disks import refusal
from tests.fakes import MemoryStore, from_file


def taken(number: int, *, content: int | None = None, **options: Any) -> Accession:
    text = f"content {number if content is None else content}"
    return from_file(text, reference=f"EUR 57/{number:03}/2012", title=f"T {number}", **options)


def opened(path: Path, disk: Disk | None = None) -> Archive:
    store = TinyStore(path / "advisories.json", tell=lambda _: None, disk=disk)
    return Archive(store, TantivyIndex(path / ".advisories.index"), now=lambda: "2026-01-02T03:04:05Z")


def in_memory() -> Archive:
    return Archive(MemoryStore(), TantivyIndex(Path("/nowhere/index")), now=lambda: "2026-01-02T03:04:05Z")


def told(results: list[Outcome | ArchiveError]) -> list[tuple[object, ...]]:
    return [
        (one.action, one.advisory.reference, one.advisory.language, one.advisory.revision)
        if isinstance(one, Outcome)
        else (type(one).__name__,)
        for one in results
    ]


ITEMS = st.builds(taken, st.integers(0, 4), content=st.integers(0, 6), language=st.sampled_from(["en", "fr"]))


@settings(max_examples=60)
@given(
    st.lists(st.lists(ITEMS, max_size=8), max_size=6),
    st.sampled_from([{}, {"revise": True}, {"keep_both": True}, {"revise": True, "keep_both": True}]),
)
def test_groups_come_to_what_they_come_to_one_by_one(groups: list[list[Accession]], how: dict[str, bool]) -> None:
    together, alone = in_memory(), in_memory()
    with together.batch():
        together._added = 1000  # as if many had been added: the keys of the end are held in memory
        for group in groups:
            assert told(together.add_many(group, **how)) == told(
                [outcome for one in group for outcome in alone.add_many([one], **how)]
            )
    assert together.find("", limit=None).total == alone.find("", limit=None).total


def test_what_others_write_between_groups_is_seen(tmp_path: Path) -> None:
    ours, theirs = opened(tmp_path), opened(tmp_path)
    with ours.batch():
        ours.add_many([taken(number) for number in range(30)])
        theirs.add(taken(40))
        assert told(ours.add_many([taken(40)]))[0][0] == "unchanged"
        assert told(ours.add_many([taken(40, content=41)])) == [("DuplicateDiffers",)]


def test_a_text_that_is_indexed_removed_or_erased_meanwhile_is_known_as_such(tmp_path: Path) -> None:
    ours, theirs = opened(tmp_path), opened(tmp_path)
    with ours.batch():
        ours.add_many([taken(number) for number in range(30)])
        theirs.find("")  # builds the index
        theirs.remove([3])
        assert [one[0] for one in told(ours.add_many([taken(2), taken(5)]))] == ["added", "unchanged"]
        theirs.purge(theirs.get("#7"), reason="court order")
        assert [one[0] for one in told(ours.add_many([taken(6), taken(7)]))] == ["Erased", "unchanged"]


def test_the_same_text_is_known_when_the_index_covers_it(tmp_path: Path) -> None:
    opened(tmp_path).add_many([taken(number) for number in range(10)])
    ours = opened(tmp_path)
    ours.find("")
    with ours.batch():
        ours._added = 1000
        assert {one[0] for one in told(ours.add_many([taken(number) for number in range(10)]))} == {"unchanged"}
        assert told(ours.add_many([taken(3, content=99)], revise=True)) == [("revised", "EUR 57/003/2012", "en", 2)]
        assert told(ours.add_many([taken(3, content=98)], revise=True)) == [("revised", "EUR 57/003/2012", "en", 3)]


def test_all_of_a_group_has_its_original_on_the_disk(tmp_path: Path) -> None:
    archive = opened(tmp_path)
    archive.add_many([taken(number) for number in range(30)])
    for number in range(30):
        assert archive.original(archive.get(f"EUR 57/{number:03}/2012")) == f"content {number}".encode()
    assert list(tmp_path.rglob("*.new")) == []


@pytest.mark.parametrize("harm", ["missing", "changed"])
def test_adding_a_file_again_mends_its_original(tmp_path: Path, harm: str) -> None:
    archive = opened(tmp_path)
    kept = archive.add(taken(1)).advisory
    (original,) = tmp_path.glob("originals/*/*.txt")
    if harm == "missing":
        original.unlink()
    else:
        original.write_bytes(b"decayed")
    assert archive.add(taken(1)).action == "unchanged"
    assert archive.original(kept) == b"content 1"


def test_parts_of_one_text_are_texts_of_their_own(tmp_path: Path) -> None:
    archive = opened(tmp_path)
    parts = [taken(number, content=9, name=f"a.txt: part {number} of 3") for number in (1, 2, 3)]
    assert [one[0] for one in told(archive.add_many(parts))] == ["added"] * 3
    assert [one[0] for one in told(archive.add_many(parts))] == ["unchanged"] * 3


def test_a_disk_that_is_full_refuses_all_that_is_not_written(tmp_path: Path) -> None:
    def full(_: int) -> None:
        raise refusal(errno.ENOSPC)

    opened(tmp_path).add(taken(0))
    before = (tmp_path / "advisories.json").read_bytes()
    results = opened(tmp_path, Disk(fdatasync=full)).add_many([taken(number) for number in range(1, 20)])
    assert {type(one) for one in results} == {WriteFailed}
    assert (tmp_path / "advisories.json").read_bytes() == before


def test_a_disk_that_fails_to_keep_originals_writes_no_records(tmp_path: Path) -> None:
    def broken(_: int) -> bool:
        raise refusal(errno.EIO)

    opened(tmp_path).add(taken(0))
    results = opened(tmp_path, Disk(sync_all=broken)).add_many([taken(number) for number in range(1, 20)])
    assert {type(one) for one in results} == {WriteFailed}
    assert opened(tmp_path).find("").total == 1
    assert list(tmp_path.rglob("*.new")) == []


def test_where_nobody_promises_all_each_file_is_waited_for(tmp_path: Path) -> None:
    synced: list[int] = []
    disk = Disk(sync_all=lambda _: False, fsync=synced.append)
    opened(tmp_path, disk).add_many([taken(number) for number in range(20)])
    assert len(synced) >= 20 + len(list((tmp_path / "originals").iterdir()))


@pytest.mark.parametrize("loose", [1, 4, 1000])
def test_packed_keys_are_found_like_loose_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loose: int) -> None:
    monkeypatch.setattr("advisory_cli.actions.tail._LOOSE", loose)
    archive = opened(tmp_path)
    archive.add_many([taken(number % 5, content=number) for number in range(20)], revise=True)
    store, index = TinyStore(tmp_path / "advisories.json", tell=print), TantivyIndex(tmp_path / "none")
    tail = Tail(store, index)
    tail.catch_up()
    for number in range(5):
        held = [place for place, one in store.entries() if one.reference == f"EUR 57/{number:03}/2012"]
        assert len(held) == 4
        assert tail.places("reference", f"EUR 57/{number:03}/2012") == held
        assert tail.places("first", number + 1) == held


def test_the_tail_finds_only_what_was_asked_for_or_its_like(tmp_path: Path) -> None:
    archive = opened(tmp_path)
    archive.add_many([taken(number) for number in range(5)])
    store = TinyStore(tmp_path / "advisories.json", tell=print)
    tail = Tail(store, TantivyIndex(tmp_path / ".advisories.index"))
    tail.catch_up()
    (place,) = tail.places("reference", "EUR 57/003/2012")
    assert store.read(place).id == 4
    assert tail.places("first", 2) == [place for place, one in store.entries() if one.id == 2]
    assert tail.places("sha256", "no such") == []


def test_two_ways_to_one_text_revise_it_one_after_the_other(tmp_path: Path) -> None:
    archive = opened(tmp_path)
    archive.add(taken(1))
    results = archive.add_many([taken(2, content=1), taken(1, content=9)], revise=True)
    assert told(results) == [("revised", "EUR 57/002/2012", "en", 2), ("added", "EUR 57/001/2012", "en", 1)]
