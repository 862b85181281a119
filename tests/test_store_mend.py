import os
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from tinydb import TinyDB

from advisory_cli.errors import ArchiveError, Damaged, Locked
from advisory_cli.log import Disk
from advisory_cli.log.lock import lock_path
from advisory_cli.ports import Finding
from advisory_cli.store import TinyStore
from tests.disks import REFUSALS, Death, refusal, sweep
from tests.written import a_revision, add, content_of, findings, reopened, rules, stock_numbers, written

HARMED = {"chain", "number", "record", "outside", "original"}
"""What mending cannot put right: a revision that says something else than was written."""


@pytest.fixture
def store(tmp_path: Path) -> TinyStore:
    return written(tmp_path / "archive" / "advisories.json")


def numbers(store: TinyStore) -> list[int | None]:
    return [entry.advisory.id for entry in store.entries()]


def harm(store: TinyStore, *harmed: int) -> bytes:
    """Make lines unreadable; the file as it was."""
    whole = bytearray(store.path.read_bytes())
    before = bytes(whole)
    for line in list(reopened(store)._log.lines()):
        if int(line.content[1:2]) in harmed:
            whole[line.offset + 30 : line.offset + 32] = b"\x00\xff"
    store.path.write_bytes(whole)
    return before


def serious(found: list[Finding]) -> list[Finding]:
    """Findings but those of what was set aside for people to look at."""
    return [finding for finding in found if finding.rule not in {"leftover", "orphan"}]


def everything(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


@pytest.mark.parametrize("harmed", [(1,), (3,), (5,), (2, 3), (1, 3, 5), (4, 5)])
def test_damage_hides_no_other_revision_and_is_told_once(store: TinyStore, harmed: tuple[int, ...]) -> None:
    harm(store, *harmed)
    told: list[str] = []
    reader = reopened(store, told)
    left = [number for number in range(1, 6) if number not in harmed]
    assert numbers(reader) == numbers(reader) == left
    assert [stamp.id for stamp in reader.stamps()] == left[::-1]
    assert [[entry.advisory.id for entry in reader.holding("id", number)] for number in left] == [[n] for n in left]
    assert len(told) == 1
    assert f"line {harmed[0] + 1} of advisories.json" in told[0]
    assert "advisory doctor" in told[0]


def test_who_does_not_come_by_the_damage_is_warned_as_well(store: TinyStore) -> None:
    before = harm(store, 2)
    assert len(numbers(reopened(store))) == 4
    told: list[str] = []
    reopened(store, told).end()
    assert len(told) == 1
    store.path.write_bytes(before)
    reopened(store, told).end()
    assert len(told) == 1


@pytest.mark.parametrize("harmed", [(1,), (3,), (5,), (2, 3), (1, 3, 5), (4, 5)])
def test_bad_lines_are_set_aside_and_every_other_byte_stays(store: TinyStore, harmed: tuple[int, ...]) -> None:
    before = {line.content for line in store._log.lines()}
    harm(store, *harmed)
    bad = {line.content for line in store._log.lines()} - before
    done = reopened(store).mend()
    kept = store.path.with_name("advisories.json.damaged-1")
    assert {line.removesuffix(b",") for line in kept.read_bytes().splitlines()} == bad
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.name in done[0]
    lines = [line.content for line in store._log.lines()]
    assert set(lines[:-1]) == before & set(lines)
    assert len(lines) == 5 - len(harmed) + 1
    told: list[str] = []
    assert numbers(reopened(store, told)) == [number for number in range(1, 6) if number not in harmed]
    assert told == []
    assert stock_numbers(store.path)[-1] == 6


@pytest.mark.parametrize("harmed", [(1,), (3,), (5,), (2, 3), (1, 3, 5), (4, 5)])
def test_a_chain_that_was_cut_by_mending_is_explained_and_goes_on(store: TinyStore, harmed: tuple[int, ...]) -> None:
    harm(store, *harmed)
    done = reopened(store).mend()
    assert sum("cannot be read any more" in sentence for sentence in done) == (3 if harmed == (1, 3, 5) else 1)
    assert serious(findings(store)) == []
    assert add(reopened(store), a_revision(7), content_of(7)).id == 7
    assert serious(findings(store)) == []
    assert reopened(store).mend() == ()


def test_a_note_of_mending_hides_no_later_change(store: TinyStore) -> None:
    harm(store, 3)
    reopened(store).mend()
    add(reopened(store), a_revision(7), content_of(7))
    whole = store.path.read_bytes()
    for number in (1, 2, 4, 5):
        title = f"trial {number}".encode()
        store.path.write_bytes(whole.replace(title, title.upper(), 1))
        assert any(f"#{number} " in finding.where for finding in serious(findings(store))), number
    lines = whole.splitlines(keepends=True)
    for gone in (1, 2, 3, 4, 5):
        store.path.write_bytes(b"".join(lines[:gone] + lines[gone + 1 :]))
        lock_path(store.path).unlink(missing_ok=True)
        assert "chain" in rules(store), lines[gone][:6]


def test_mending_leaves_a_trace_of_a_change_made_outside(store: TinyStore) -> None:
    store.path.write_bytes(store.path.read_bytes().replace(b"trial 2", b"TRIAL 2", 1))
    harm(store, 4)
    reopened(store).mend()
    assert [finding.where for finding in serious(findings(store))] == ["#2 EUR 57/002/2012 (en)"]


@pytest.mark.parametrize("harmed", [b"}", b",", b"\n", b"\x00"])
def test_whole_documents_between_broken_separators_are_saved(store: TinyStore, harmed: bytes) -> None:
    whole = store.path.read_bytes()
    place = whole.index(b',\n"3": ')
    for length in (1, 2):
        store.path.write_bytes(whole[:place] + (harmed * 2)[:length] + whole[place + length :])
        reopened(store).mend()
        assert numbers(reopened(store)) == [1, 2, 3, 4, 5]
        assert serious(findings(store)) == []
        store.path.write_bytes(whole)


def test_any_flipped_byte_costs_one_revision_at_most(store: TinyStore) -> None:
    whole, chance = store.path.read_bytes(), Random(7)  # noqa: S311 - not a secret
    promise = lock_path(store.path).read_bytes()
    for place in {*range(18), *range(len(whole) - 8, len(whole)), *chance.sample(range(len(whole)), 120)}:
        harmed = bytearray(whole)
        harmed[place] ^= 1 << chance.randrange(8)
        store.path.write_bytes(harmed)
        lock_path(store.path).write_bytes(promise)
        reopened(store).mend()
        assert len(numbers(reopened(store))) >= 4, f"byte {place} became {harmed[place]}"
        assert {finding.rule for finding in serious(findings(store))} <= HARMED
        assert not any(finding.fixable for finding in findings(store))
        stock_numbers(store.path)


def test_a_first_line_that_is_damaged_is_written_anew(store: TinyStore) -> None:
    whole = store.path.read_bytes()
    for place in range(16):
        store.path.write_bytes(whole[:place] + b"\x01" + whole[place + 1 :])
        assert "archive" in rules(store)
        reopened(store).mend()
        assert numbers(reopened(store)) == [1, 2, 3, 4, 5]
        assert stock_numbers(store.path)[:5] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("indent", [None, 1])
def test_a_half_written_file_of_the_stock_library_is_saved_as_far_as_it_goes(
    store: TinyStore, indent: int | None
) -> None:
    with TinyDB(store.path, encoding="utf-8", indent=indent) as db:
        db.storage.write(db.storage.read() or {})
    whole = store.path.read_bytes()
    store.path.write_bytes(whole[: len(whole) * 7 // 10])
    with pytest.raises(Damaged):
        numbers(reopened(store))
    reopened(store).mend()
    assert numbers(reopened(store)) == [1, 2, 3]
    assert serious(findings(store)) == []
    assert add(reopened(store), a_revision(8), content_of(8)).id == 7


@pytest.mark.parametrize("cut", [3, 300, 1500, 3000])
def test_a_file_that_was_cut_is_gone_on_with_and_says_what_is_lost(store: TinyStore, cut: int) -> None:
    store.path.write_bytes(store.path.read_bytes()[:-cut])
    before = numbers(TinyStore(store.path, tell=lambda _: None)) if cut < 5 else None
    reopened(store).mend()
    left = numbers(reopened(store))
    assert left == list(range(1, len(left) + 1))
    assert before in (None, left)
    assert serious(findings(store)) == []
    assert add(reopened(store), a_revision(9), content_of(9)).id in (6, 7)


@pytest.mark.parametrize("content", [b"x", b"[]", b"\x00" * 600, b'{"name": "package"}', b'{"advisories": {"1": '])
def test_where_nothing_can_be_saved_nothing_is_changed(store: TinyStore, content: bytes) -> None:
    store.path.write_bytes(content)
    with pytest.raises(Damaged, match="restore it from a backup"):
        reopened(store).mend()
    assert store.path.read_bytes() == content
    assert not list(store.path.parent.glob("*.damaged-*"))


def test_where_nothing_is_wrong_nothing_is_written(store: TinyStore) -> None:
    before = store.path.read_bytes(), store.path.stat().st_mtime_ns
    assert reopened(store).mend() == ()
    assert (store.path.read_bytes(), store.path.stat().st_mtime_ns) == before


def test_another_spelling_of_the_same_is_put_right(store: TinyStore) -> None:
    whole = store.path.read_bytes()
    store.path.write_bytes(whole.replace(b'"language": "en"', b'"language":\t"en"', 1))
    assert rules(store) == {"line"}
    reopened(store).mend()
    assert store.path.read_bytes() == whole
    assert findings(store) == []


def test_other_tables_are_kept(store: TinyStore) -> None:
    with TinyDB(store.path, encoding="utf-8") as db:
        db.insert({"mine": "ü"})
    harm(reopened(store), 2)
    numbers(reopened(store))
    harm(reopened(store), 2)
    reopened(store).mend()
    assert store._log.others() == {"_default": {"1": {"mine": "ü"}}}
    assert len(numbers(reopened(store))) == 4


def test_what_others_can_read_is_closed_to_them(store: TinyStore) -> None:
    for file in [store.path, *(store.path.parent / "originals").rglob("*")]:
        file.chmod(file.stat().st_mode | 0o055)
    assert rules(store) == {"permissions"}
    reopened(store).mend()
    assert findings(store) == []


def test_what_a_crash_left_of_a_new_file_is_deleted(store: TinyStore) -> None:
    store.path.with_name(".advisories.json.new").write_bytes(b"half")
    assert rules(store) == {"leftover"}
    reopened(store).mend()
    assert findings(store) == []


def test_mending_waits_for_a_writer(store: TinyStore) -> None:
    harm(store, 3)
    harmed = store.path.read_bytes()
    with store.writing(), pytest.raises(Locked):
        reopened(store, lock_timeout=0.01).mend()
    assert store.path.read_bytes() == harmed


def mended(path: Path, disk: Disk) -> object:
    try:
        return TinyStore(path, tell=lambda _: None, disk=disk).mend()
    except (Death, ArchiveError) as error:
        return error


def check_mended(path: Path, harmed: bytes) -> None:
    """The whole old archive or the whole new one, and mending goes on from either."""
    now = path.read_bytes()
    assert now == harmed or b'"action": "mend"' in now
    TinyStore(path, tell=lambda _: None).mend()
    store = TinyStore(path, tell=pytest.fail)
    assert [entry.advisory.id for entry in store.entries()] == [1, 2, 4, 5]
    assert serious(list(store.check())) == []
    stock_numbers(path)


def test_death_at_any_call_of_mending_loses_nothing(store: TinyStore) -> None:
    harm(store, 3)
    harmed = store.path.read_bytes()
    ends = []
    for copy, disk, _ in sweep(store.path.parent, Death):
        ends.append(mended(copy / store.path.name, disk))
        check_mended(copy / store.path.name, harmed)
    assert sum(isinstance(end, Death) for end in ends) == len(ends) - 1 > 10


@pytest.mark.parametrize("code", REFUSALS)
def test_a_call_that_fails_while_mending_leaves_the_archive_as_it_was(store: TinyStore, code: int) -> None:
    harm(store, 3)
    harmed = store.path.read_bytes()
    refused = 0
    for copy, disk, _ in sweep(store.path.parent, lambda: refusal(code)):
        end = mended(copy / store.path.name, disk)
        if isinstance(end, ArchiveError):
            refused += 1
            assert os.strerror(code) in str(end)
        check_mended(copy / store.path.name, harmed)
    assert refused > 8


def mutated(whole: bytes, chance: Random) -> bytes:
    """The file after one of the accidents that happen to files."""
    start = chance.randrange(len(whole))
    end = min(len(whole), start + chance.choice([1, 7, 200, 1500]))
    match chance.randrange(6):
        case 0:
            return whole[:start]
        case 1:
            return whole[:start] + whole[end:]
        case 2:
            return whole[:start] + b"\x00" * (end - start) + whole[end:]
        case 3:
            return whole[:end] + whole[start:]
        case 4:
            other = chance.randrange(len(whole))
            return whole[:other] + whole[start:end] + whole[other:]
        case _:
            return whole[:start] + chance.randbytes(end - start) + whole[end:]


@pytest.mark.parametrize("seed", range(120))
def test_after_any_accident_all_that_is_whole_is_saved_and_nothing_crashes(store: TinyStore, seed: int) -> None:
    lines = {line.content: number for number, line in enumerate(store._log.lines(), 1)}
    harmed = mutated(store.path.read_bytes(), Random(seed))  # noqa: S311 - not a secret
    whole = {number for content, number in lines.items() if content in harmed}
    store.path.write_bytes(harmed)
    with suppress(ArchiveError):
        assert findings(store) or len(whole) == 5
        assert set(numbers(reopened(store))) <= set(range(1, 6))
    try:
        reopened(store).mend()
    except Damaged:
        assert not whole
        return
    assert whole <= set(numbers(reopened(store)))
    assert [finding for finding in findings(store) if finding.fixable] == []
    assert len(stock_numbers(store.path)) >= len(whole)
    assert reopened(store).mend() == ()
    assert add(reopened(store), a_revision(9), content_of(9)).id in range(6, 15)
