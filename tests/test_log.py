import errno
import json
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from advisory_cli.errors import Damaged, Locked, Unreadable, WriteFailed
from advisory_cli.log import Disk, Log, parse_line, write_line
from advisory_cli.log.layout import CHUNK, LONGEST, read_lines, read_lines_back
from advisory_cli.log.lock import Promise, read_promise
from tests.disks import REFUSALS, Death, Faults, dying_after, refusal, slow_disk, sweep
from tests.written import stock_numbers

HARD = {"body": 'é\n}}\n "9": {"x": 1},\n\\" \u2028 \u202e \u200f', "empty": {}, "list": [1, 2.5, None, True]}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive" / "advisories.json"


@pytest.fixture
def told() -> list[str]:
    return []


def log_at(path: Path, told: list[str] | None = None, *, disk: Disk | None = None, lock_timeout: float = 10.0) -> Log:
    messages: list[str] = [] if told is None else told
    return Log(path, tell=messages.append, disk=disk, lock_timeout=lock_timeout)


def add(log: Log, *numbers: int) -> None:
    with log.writing():
        log.append([write_line(number, {**HARD, "n": number}) for number in numbers])


def numbers(log: Log) -> list[int]:
    return [parse_line(line.content)[0] for line in log.lines()]


@pytest.fixture
def three(path: Path) -> Path:
    """An archive with lines 1, 2 and 3, acknowledged."""
    add(log_at(path), 1)
    add(log_at(path), 2, 3)
    return path


def test_the_file_is_laid_out_one_record_a_line(path: Path) -> None:
    log = log_at(path)
    with log.writing():
        log.create()
        assert path.read_bytes() == b'{"advisories": {\n}}\n'
        log.append([b'"1": {"a": 1}'])
        log.append([b'"2": {"b": 2}', b'"3": {}'])
    assert path.read_bytes() == b'{"advisories": {\n"1": {"a": 1},\n"2": {"b": 2},\n"3": {}\n}}\n'


def test_no_file_is_no_lines(path: Path) -> None:
    log = log_at(path)
    assert (log.end(), numbers(log), log.last(), log.read(0, 9)) == (0, [], None, b"")
    assert (list(log.backwards()), log.numbered(1), log.others(), log.sealed()) == ([], None, {}, (0, None))
    assert not path.parent.exists()


def test_nothing_is_created_for_no_lines(path: Path) -> None:
    add(log_at(path))
    assert not path.exists()


def test_lines_come_back_as_they_were_written(three: Path) -> None:
    log = log_at(three)
    assert [parse_line(line.content) for line in log.lines()] == [(n, {**HARD, "n": n}) for n in (1, 2, 3)]
    assert all(log.read(line.offset, len(line.content)) == line.content for line in log.lines())
    assert stock_numbers(three) == [1, 2, 3]


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=9))
def test_any_document_survives_its_line(value: object) -> None:
    line = write_line(7, {"value": value})
    assert b"\n" not in line
    assert parse_line(line) == (7, {"value": value})


def test_half_a_surrogate_pair_survives_its_line() -> None:
    assert parse_line(write_line(1, {"a": "\ud800"})) == (1, {"a": "\ud800"})


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_json_cannot_hold_is_not_written(value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_line(1, {"a": value})


@pytest.mark.parametrize(
    "line",
    [b"", b'"1"', b'"01": {}', b'"0": {}', b'"x": {}', b'"1": []', b'"1": {"a": NaN}', b'"1": {', b'"1": {} {}',
     b'"1": {"a": "\xff"}', b'"1": ' + b'{"a":' * 99_999, b'"1": {"a": ' + b"9" * 9_999 + b"}", b'"-1": {}'],
    ids=lambda line: ascii(line[:24]).replace("\\", "/"),
)  # fmt: skip
def test_what_is_no_whole_record_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_line(line)


def test_an_earlier_end_is_where_new_lines_begin(path: Path) -> None:
    log = log_at(path)
    for number in range(1, 5):
        end = log.end()
        add(log, number)
        assert [parse_line(line.content)[0] for line in log.lines(end)] == [number]
    assert [parse_line(line.content)[0] for line in log.lines(log.end())] == []


def test_a_line_can_be_where_reading_begins(three: Path) -> None:
    log = log_at(three)
    second = list(log.lines())[1]
    assert [parse_line(line.content)[0] for line in log.lines(second.offset)] == [2, 3]
    assert [parse_line(line.content)[0] for line in log.lines(second.offset + 1)] == [3]


def test_lines_are_found_by_their_bytes_across_chunks(path: Path) -> None:
    log = log_at(path)
    with log.writing():
        for number in range(1, 40):
            log.append([write_line(number, {"key": number % 7, "body": "x" * (CHUNK // 9 * (number % 5))})])
    held = [parse_line(line.content)[0] for line in log.lines(holding=b'"key": 3,')]
    assert held == [number for number in range(1, 40) if number % 7 == 3]
    assert [line.content for line in log.lines(holding=b'"key": ')] == [line.content for line in log.lines()]
    assert [parse_line(line.content)[0] for line in log.lines(holding=b'\n"17": ')] == [17]


def test_a_line_is_found_by_its_number(path: Path) -> None:
    log = log_at(path)
    with log.writing():
        log.append([write_line(number, {"body": "x" * (number * 37 % 500)}) for number in range(1, 200, 3)])
    for number in range(201):
        line = log.numbered(number)
        assert (line and parse_line(line.content)[0]) == (number if number % 3 == 1 and number < 200 else None)


def test_a_line_is_found_by_its_number_though_another_is_damaged(three: Path) -> None:
    three.write_bytes(three.read_bytes().replace(b'"2": {', b"XXXXXX"))
    line = log_at(three).numbered(3)
    assert line is not None
    assert parse_line(line.content)[0] == 3


def test_a_chunk_of_hostile_bytes_is_read_quickly_and_without_a_crash(three: Path) -> None:
    for hostile in (b"\n", b"{", b'"', b"\\", b",", b"\x00", b"\xff"):
        three.write_bytes(b'{"advisories": {\n"1": {},\n' + hostile * CHUNK + b'\n"2": {}\n}}\n')
        three.with_name("advisories.json.lock").unlink(missing_ok=True)
        assert [line.content for line in log_at(three).lines(holding=b'"2"')] == [b'"2": {}']


def test_writing_can_be_entered_again_inside(path: Path) -> None:
    log = log_at(path, lock_timeout=0)
    with log.writing(), log.writing():
        log.append([b'"1": {}'])
    assert numbers(log) == [1]


def test_append_outside_of_writing_is_refused(path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"^only inside writing\(\)$"):
        log_at(path).append([b'"1": {}'])


def test_short_writes_are_continued(path: Path) -> None:
    add(log_at(path, disk=slow_disk()), 1, 2)
    add(log_at(path, disk=slow_disk()), 3)
    assert stock_numbers(path) == [1, 2, 3]


def torn(three: Path, tmp_path: Path, new: tuple[int, ...]) -> Iterator[tuple[int, Path]]:
    """The archive after death at every byte of one write of these lines."""
    whole = len(b",\n" + b",\n".join(write_line(n, {**HARD, "n": n}) for n in new) + b"\n}}\n")
    for allowed in range(1, whole + 1):
        folder = tmp_path / f"torn{allowed}"
        shutil.copytree(three.parent, folder)
        path = folder / three.name
        with pytest.raises(Death):
            add(log_at(path, disk=dying_after(path, allowed)), *new)
        yield allowed, path
        shutil.rmtree(folder)


@pytest.mark.parametrize("new", [(4,), (4, 5, 6)])
@pytest.mark.parametrize("harm", [b"", b"\x00" * 5000, b'{"x": \xff"\n,\n\n}}garbage'], ids=["cut", "zeros", "garbage"])
def test_death_at_any_byte_of_a_write_leaves_all_of_it_or_nothing(
    three: Path, tmp_path: Path, new: tuple[int, ...], harm: bytes
) -> None:
    before = [1, 2, 3]
    for _, path in torn(three, tmp_path, new):
        with path.open("ab") as file:
            file.write(harm)
        told: list[str] = []
        assert numbers(log_at(path, told)) in (before, [*before, *new])
        add(log_at(path, told), 9)
        assert stock_numbers(path) in ([*before, 9], [*before, *new, 9])
        assert len(told) <= 1


def test_torn_bytes_are_set_aside_and_told(three: Path, told: list[str]) -> None:
    with pytest.raises(Death):
        add(log_at(three, disk=dying_after(three, 40)), 4)
    assert numbers(log_at(three, told)) == [1, 2, 3]
    kept = three.with_name("advisories.json.torn-1")
    assert kept.read_bytes() == (b",\n" + write_line(4, {**HARD, "n": 4}))[:40]
    assert kept.stat().st_mode & 0o777 == 0o600
    assert "recovered advisories.json" in told[0]
    assert "advisories.json.torn-1" in told[0]
    assert "nothing that was acknowledged is lost" in told[0]


@pytest.mark.parametrize("cut", [1, 40])
def test_without_the_lock_file_recovery_does_not_say_that_nothing_is_lost(
    three: Path, told: list[str], cut: int
) -> None:
    three.with_name("advisories.json.lock").unlink()
    three.write_bytes(three.read_bytes()[:-cut])
    log_at(three, told).end()
    assert "nothing that was acknowledged" not in told[0]
    assert "a revision may be lost: compare with a backup" in told[0]


def test_a_copy_between_whose_files_somebody_wrote_says_that_it_is_whole_and_what_accepts_it(three: Path) -> None:
    copied = three.read_bytes()
    add(log_at(three), 4)
    three.write_bytes(copied)
    with pytest.raises(Damaged, match=r'its lines are whole, as in an earlier copy.*"advisory doctor --fix"'):
        numbers(log_at(three))
    three.write_bytes(copied[:-9])
    with pytest.raises(Damaged, match=r'run "advisory doctor"$'):
        numbers(log_at(three))


def test_a_copy_with_an_older_lock_file_is_read_as_it_is(three: Path, told: list[str]) -> None:
    lock = three.with_name("advisories.json.lock")
    copied = lock.read_bytes()
    add(log_at(three), 4)
    lock.write_bytes(copied)
    assert numbers(log_at(three, told)) == [1, 2, 3, 4]
    assert told == []


def test_a_missing_closing_alone_is_put_back(three: Path, told: list[str]) -> None:
    whole = three.read_bytes()
    for cut in range(1, 5):
        three.write_bytes(whole[:-cut])
        assert numbers(log_at(three, told)) == [1, 2, 3]
        assert three.read_bytes() == whole
    what = "its last bytes were missing; nothing that was acknowledged is lost"
    assert told == [f"recovered advisories.json after an interrupted write: {what}"] * 4
    assert not list(three.parent.glob("*torn*"))


def test_a_page_of_an_unacknowledged_write_that_never_arrived_is_cut_away(three: Path, told: list[str]) -> None:
    size = three.stat().st_size
    lock = three.with_name("advisories.json.lock")
    promise = lock.read_bytes()
    add(log_at(three), *range(4, 40))
    lock.write_bytes(promise)
    with three.open("r+b") as file:
        file.seek(size + 3000)
        file.write(b"\x00" * 1000)
    held = numbers(log_at(three, told))
    assert held == list(range(1, len(held) + 1))
    assert 3 <= len(held) < 39
    assert stock_numbers(three) == held
    assert len(told) == 1


def test_while_a_write_goes_on_the_lock_file_says_how_far_it_will_go(three: Path) -> None:
    seen: list[Promise] = []
    before = three.stat().st_size
    add(log_at(three, disk=Disk(fdatasync=lambda _: seen.append(read_promise(three)))), 4, 5)
    after = three.stat().st_size
    assert [(promise.length, promise.until) for promise in seen] == [(before, after)]
    assert read_promise(three)[:2] == (after, 0)


def test_without_a_lock_file_half_of_the_first_line_is_cut_away(path: Path, told: list[str]) -> None:
    path.parent.mkdir()
    path.write_bytes(b'{"advisories": {\n"1": {"a": ')
    assert numbers(log_at(path, told)) == []
    assert path.read_bytes() == b'{"advisories": {\n}}\n'
    assert path.with_name("advisories.json.torn-1").read_bytes() == b'\n"1": {"a": '


def test_without_a_lock_file_all_whole_lines_are_kept(three: Path, told: list[str]) -> None:
    add(log_at(three), 4, 5)
    three.with_name("advisories.json.lock").unlink()
    with three.open("r+b") as file:
        file.truncate(three.stat().st_size - 20)
    assert numbers(log_at(three, told)) == [1, 2, 3, 4]
    assert stock_numbers(three) == [1, 2, 3, 4]


@pytest.mark.parametrize("content", [b"", b"null", b" \n", b"{}", b'{"_default": {}}', b'{"advisories": {}}', None])
def test_an_archive_that_is_empty_or_gone_is_damage(three: Path, content: bytes | None) -> None:
    if content is None:
        three.unlink()
    else:
        three.write_bytes(content)
    for attempt in (lambda: log_at(three).end(), lambda: numbers(log_at(three)), lambda: add(log_at(three), 4)):
        with pytest.raises(Damaged, match="safely written"):
            attempt()
    assert (three.read_bytes() if three.exists() else None) == content


@pytest.mark.parametrize("trace", ["originals", ".advisories.index"])
def test_a_missing_archive_beside_its_other_parts_is_damage(path: Path, trace: str) -> None:
    (path.parent / trace / "ab").mkdir(parents=True)
    for attempt in (lambda: log_at(path).end(), lambda: add(log_at(path), 1)):
        with pytest.raises(Damaged, match=trace) as damaged:
            attempt()
        assert damaged.value.path == str(path)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"null", b"{}", b'{"_default": {}}\n'])
def test_an_empty_file_with_nothing_beside_it_is_a_new_archive(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "advisories.json"
    path.write_bytes(content)
    assert numbers(log_at(path)) == []
    assert path.read_bytes() == content
    add(log_at(path), 1)
    assert stock_numbers(path) == [1]


def test_a_file_cut_below_what_was_acknowledged_is_damage_and_stays(three: Path) -> None:
    whole = three.read_bytes()
    for length in range(1, len(whole) - 4):
        three.write_bytes(whole[:length])
        with pytest.raises(Damaged):
            add(log_at(three), 4)
        with pytest.raises(Damaged):
            numbers(log_at(three))
        assert three.read_bytes() == whole[:length]
    assert {file.name for file in three.parent.iterdir()} == {three.name, f"{three.name}.lock"}


@pytest.mark.parametrize("length", [5, 20, 100, 200])
@pytest.mark.parametrize("behind", [b"", b',\n"4": {"a'])
def test_a_file_whose_acknowledged_end_was_overwritten_is_damage_and_stays(
    three: Path, length: int, behind: bytes
) -> None:
    whole = three.read_bytes()
    harmed = whole[:-length] + b"\x00" * length + behind
    three.write_bytes(harmed)
    for attempt in (lambda: numbers(log_at(three)), lambda: add(log_at(three), 4)):
        with pytest.raises(Damaged) as damaged:
            attempt()
        assert damaged.value.what == f"{len(whole)} bytes were safely written, but no line ends there any more"
    assert three.read_bytes() == harmed
    assert not list(three.parent.glob("*.torn-*"))


@pytest.mark.parametrize("code", REFUSALS)
def test_a_call_that_fails_changes_nothing(three: Path, code: int) -> None:
    failed = 0
    for copy, disk, _ in sweep(three.parent, lambda: refusal(code)):
        path = copy / three.name
        try:
            add(log_at(path, disk=disk), 4, 5)
        except WriteFailed as error:
            assert os.strerror(code) in str(error)  # noqa: PT017 - not every call fails the command
            failed += 1
            assert stock_numbers(path) == [1, 2, 3]
            add(log_at(path), 4, 5)
        assert stock_numbers(path) == [1, 2, 3, 4, 5]
    assert failed >= 5


def test_a_failed_sync_is_never_tried_again(three: Path) -> None:
    synced: list[int] = []

    def fail(fd: int) -> None:
        synced.append(fd)
        raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(WriteFailed):
        add(log_at(three, disk=Disk(fdatasync=fail)), 4)
    assert len(synced) == 1
    assert stock_numbers(three) == [1, 2, 3]


def test_death_at_any_call_of_the_first_write_leaves_all_or_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    deaths = 0
    for copy, disk, _ in sweep(tmp_path / "empty", Death):
        path = copy / "archive" / "advisories.json"
        try:
            add(log_at(path, disk=disk), 1, 2)
        except Death:
            deaths += 1
            assert numbers(log_at(path)) in ([], [1, 2])
        add(log_at(path), 3)
        assert stock_numbers(path) in ([3], [1, 2, 3])
    assert deaths > 7


def test_a_write_that_failed_does_not_cut_a_shorter_one_that_followed(three: Path) -> None:
    with pytest.raises(WriteFailed):
        add(log_at(three, disk=Disk(fdatasync=Faults(1, OSError(errno.EIO, "no")).disk().fdatasync)), 4, 5, 6)
    add(log_at(three), 4)
    with pytest.raises(Death):
        add(log_at(three, disk=dying_after(three, 9)), 5)
    assert numbers(log_at(three)) == [1, 2, 3, 4]


def test_an_edit_that_keeps_the_closing_is_followed(three: Path) -> None:
    three.write_bytes(three.read_bytes().replace(b'"n": 1}', b'"n": 1, "tags": ["by hand"]}'))
    add(log_at(three), 4)
    assert stock_numbers(three) == [1, 2, 3, 4]
    assert not list(three.parent.glob("*torn*"))


def test_a_damaged_line_in_the_middle_is_left_alone(three: Path, told: list[str]) -> None:
    harmed = three.read_bytes().replace(b'"n": 2}', b'"n" 22}')
    three.write_bytes(harmed)
    add(log_at(three, told), 4)
    assert three.read_bytes().startswith(harmed[:-4])
    assert told == []


def test_a_busy_archive_names_its_holder(three: Path) -> None:
    with log_at(three).writing(), pytest.raises(Locked, match=f"process {os.getpid()};"):
        add(log_at(three, lock_timeout=0.01), 4)


def test_a_reader_does_not_wait_for_a_writer_and_passes_over_its_unfinished_line(three: Path) -> None:
    log = log_at(three)
    with log.writing():
        with three.open("r+b") as file:
            file.seek(-4, os.SEEK_END)
            file.write(b',\n"4": {"a": ')
        assert numbers(log_at(three)) == [1, 2, 3]
        assert log_at(three).end() == three.stat().st_size - 13


SAFE = "but {length} bytes were safely written"


@pytest.mark.parametrize(
    ("content", "use", "what"),
    [
        (None, Log.end, f"it is missing, {SAFE}"),
        (b"", Log.end, f"it is empty, {SAFE}"),
        (b"{}", lambda log: add(log, 4), f"it is empty, {SAFE}"),
        (b'{"advisories": {\n"1": {}', Log.end, f"it ends at byte 24, {SAFE}"),
        (
            b'{"advisories": {\n"1": {}\n}}\n',
            Log.end,
            f"it ends at byte 28, {SAFE}: its lines are whole, as in an earlier copy",
        ),
        (b'{"x": {1}, "advisories": {\n"1": {}\n}}\n', Log.others, "its first line cannot be read"),
        (b'{"advisories": {"1": {', Log.last, "not JSON: the file ends in the middle of what begins at byte 21"),
        (
            b'{"advisories": {}, "x": {}}',
            Log.end,
            "it holds no documents, but {length} bytes of them were safely written",
        ),
    ],
)
def test_damage_is_told_with_the_file_and_what_is_wrong_with_it(
    three: Path, content: bytes | None, use: Callable[[Log], object], what: str
) -> None:
    length = three.stat().st_size
    three.unlink()
    if content is not None:
        three.write_bytes(content)
    with pytest.raises(Damaged) as damaged:
        use(log_at(three))
    assert (damaged.value.path, damaged.value.what) == (str(three), what.format(length=length))


@pytest.mark.parametrize(
    ("outside", "what"),
    [
        (lambda path: path.unlink(), "it was removed just now"),
        (lambda path: path.write_bytes(b'{"advisories": {\n"1": {}\n}}\n'), "another program wrote to it just now"),
        (lambda path: path.write_bytes(path.read_bytes()[:-4] + b"\n}x\n"), "another program wrote to it just now"),
    ],
)
def test_nothing_is_appended_to_what_another_program_changed_in_this_moment(
    three: Path, outside: Callable[[Path], object], what: str
) -> None:
    log = log_at(three)
    with log.writing():
        outside(three)
        with pytest.raises(Damaged) as damaged:
            log.append([b'"9": {}'])
    assert (damaged.value.path, damaged.value.what) == (str(three), what)


@pytest.mark.parametrize("before", [(), (1,), (1, 2)])
@pytest.mark.parametrize("cut", [0, 1, 3, 4, 5, 12, 18])
def test_of_a_write_that_was_interrupted_all_counts_or_nothing(path: Path, before: tuple[int, ...], cut: int) -> None:
    log = log_at(path)
    with log.writing():
        log.create()
        for number in before:
            log.append([write_line(number, {})])
    old, lock = path.read_bytes(), path.with_name("advisories.json.lock")
    promise = json.loads(lock.read_bytes())
    with log.writing():
        log.append([b'"7": {}', b'"8": {}'])
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) - cut])
    lock.write_text(json.dumps(promise | {"until": len(whole)}))
    told: list[str] = []
    assert numbers(log_at(path, told)) == ([*before, 7, 8] if cut < 4 else [*before])
    assert path.read_bytes() == (whole if cut < 4 else old)
    torn = b"".join(file.read_bytes() for file in path.parent.glob("*.torn-*"))
    assert torn == (whole[len(old) - 4 : len(whole) - cut] if cut >= 4 else b"")
    assert len(told) == (cut > 0)


@pytest.mark.parametrize("behind", [b'\n"7": {}\n}}\n', b',"7": {}\n}}\n', b'x,\n"7": {}\n}}\n', b',\n"7": 7\n}}\n'])
def test_behind_what_was_acknowledged_only_lines_count_that_are_laid_out_as_ours(three: Path, behind: bytes) -> None:
    three.write_bytes(three.read_bytes()[:-4] + behind)
    assert numbers(log_at(three)) == [1, 2, 3]
    assert three.with_name("advisories.json.torn-1").read_bytes() == behind


def test_lines_that_arrived_count_where_the_lock_file_does_not_say_how_far_the_write_was_to_go(three: Path) -> None:
    lock = three.with_name("advisories.json.lock")
    promise = lock.read_bytes()
    add(log_at(three), 4, 5, 6)
    lock.write_bytes(promise)
    three.write_bytes(three.read_bytes()[:-20])
    assert numbers(log_at(three)) == [1, 2, 3, 4, 5]


def test_the_seal_is_never_that_of_lines_that_are_not_in_the_file(three: Path) -> None:
    log = log_at(three)
    with log.writing():
        log.append([write_line(4, {})], seal="old")
    for copy, disk, _ in sweep(three.parent, Death):
        path = copy / three.name
        with suppress(Death):
            log = log_at(path, disk=disk)
            with log.writing():
                log.rewrite([write_line(4, {"new": True})], seal=lambda: (4, "new"))
        held = [parse_line(line.content)[1] for line in log_at(path).lines()]
        assert log_at(path).sealed()[1] in ({"new", None} if held == [{"new": True}] else {"old", None})


def test_a_rewrite_keeps_the_tables_of_other_programs(tmp_path: Path) -> None:
    path = tmp_path / "advisories.json"
    path.write_bytes(b'{"mine": {"1": {}}, "advisories": {\n"1": {}\n}}\n')
    log = log_at(path)
    with log.writing():
        log.rewrite([b'"1": {"a": 1}'], seal=lambda: (1, None))
    assert path.read_bytes() == b'{"mine": {"1": {}}, "advisories": {\n"1": {"a": 1}\n}}\n'


@pytest.mark.parametrize("calls", [0, 1, 2])
def test_a_line_that_cannot_be_read_is_told_once_though_nobody_can_note_it(three: Path, calls: int) -> None:
    done: list[int] = []

    def pwrite(fd: int, data: bytes | memoryview, offset: int) -> int:
        done.append(fd)
        if len(done) > calls:
            raise OSError(errno.EROFS, "Read-only file system")
        return os.pwrite(fd, data, offset)

    offset = list(log_at(three).lines())[1].offset
    told: list[str] = []
    log = log_at(three, told, disk=Disk(pwrite=pwrite))
    log.flaw(offset)
    log.flaw(offset)
    place = f"line 3 of advisories.json (byte {offset})"
    assert told == [f'{place} cannot be read and is passed over: run "advisory doctor"']
    assert read_promise(three).flaw == (offset if calls == 2 else 0)


def test_a_line_that_cannot_be_read_is_told_though_somebody_writes(three: Path, told: list[str]) -> None:
    with log_at(three).writing():
        log_at(three, told).flaw(17)
    assert len(told) == 1


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_file_system_without_locks_is_told_plainly(three: Path, code: int) -> None:
    def refuse(_: int) -> bool:
        raise OSError(code, "refused")

    before = three.read_bytes()
    with pytest.raises(WriteFailed, match="does not support locking"):
        add(log_at(three, disk=Disk(try_lock=refuse)), 4)
    assert three.read_bytes() == before
    assert numbers(log_at(three, disk=Disk(try_lock=refuse))) == [1, 2, 3]


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 512, b"[]", b"9", b'{"pid": "x"}', b'{"pid":1,"host":[],"length":"9"}']
)
def test_an_unreadable_lock_file_promises_nothing(three: Path, content: bytes) -> None:
    three.with_name("advisories.json.lock").write_bytes(content)
    assert numbers(log_at(three)) == [1, 2, 3]
    add(log_at(three), 4)
    assert stock_numbers(three) == [1, 2, 3, 4]


def test_the_lock_file_is_never_deleted_and_says_what_was_promised(three: Path) -> None:
    promise = json.loads(three.with_name("advisories.json.lock").read_text())
    assert promise["pid"] == os.getpid()
    assert promise["length"] == three.stat().st_size


def test_only_the_owner_can_read_what_is_made(path: Path) -> None:
    before = os.umask(0)
    try:
        add(log_at(path), 1)
        path.write_bytes(path.read_bytes()[:-4] + b"xx")
        add(log_at(path), 2)
    finally:
        os.umask(before)
    assert path.parent.stat().st_mode & 0o777 == 0o700
    made = list(path.parent.iterdir())
    assert {file.name for file in made} == {"advisories.json", "advisories.json.lock", "advisories.json.torn-1"}
    assert all(file.stat().st_mode & 0o777 == 0o600 for file in made)


def test_a_symbolic_link_to_the_archive_is_followed_and_kept(three: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(three)
    add(log_at(link), 4)
    assert link.is_symlink()
    assert stock_numbers(three) == [1, 2, 3, 4]
    assert {file.name for file in tmp_path.iterdir()} == {"archive", "link.json"}


@pytest.mark.parametrize("name", ["advisories.json.lock", ".advisories.json.new"])
def test_a_link_planted_under_a_name_of_ours_is_not_followed(path: Path, tmp_path: Path, name: str) -> None:
    path.parent.mkdir()
    target = tmp_path / "target"
    target.write_text("precious")
    (path.parent / name).symlink_to(target)
    try:
        add(log_at(path), 1)
    except WriteFailed:
        assert name.endswith(".lock")
    assert target.read_text() == "precious"


def test_reading_where_there_is_no_archive_makes_nothing(tmp_path: Path) -> None:
    log = log_at(tmp_path / "advisories.json")
    assert (log.end(), numbers(log)) == (0, [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("code", [errno.EIO, errno.EACCES])
def test_a_disk_that_cannot_be_read_is_told(three: Path, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise OSError(code, os.strerror(code))

    log = log_at(three)
    monkeypatch.setattr(os, "pread", fail)
    for attempt in (log.end, log.last, lambda: list(log.lines()), lambda: log.read(0, 1)):
        with pytest.raises(Unreadable, match=os.strerror(code)):
            attempt()


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="no file"):
        log_at(tmp_path).end()


@pytest.mark.parametrize("count", [0, 1, 3])
def test_lines_are_read_backwards(path: Path, count: int) -> None:
    log = log_at(path)
    assert list(log.backwards()) == []
    with log.writing():
        log.create()
    add(log, *range(1, count + 1))
    assert list(log.backwards()) == list(reversed(list(log.lines())))


def test_lines_of_another_layout_are_read_backwards(three: Path) -> None:
    three.with_name("advisories.json.lock").unlink()
    relaid = json.dumps(json.loads(three.read_bytes()))
    three.write_text(relaid, encoding="utf-8")
    log = log_at(three, disk=Disk(try_lock=lambda _: False))
    assert [parse_line(line.content)[0] for line in log.backwards()] == [3, 2, 1]
    assert three.read_text(encoding="utf-8") == relaid


@given(lengths=st.lists(st.integers(1, 40), max_size=12), chunk=st.integers(1, 64), cut=st.integers(0, 5))
def test_backwards_is_forwards_turned_round_whatever_is_read_at_a_time(
    lengths: list[int], chunk: int, cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "lines"
    content = b"{head\n" + b",\n".join(b"x" * length for length in lengths)
    file.write_bytes(content + b"y" * cut)
    fd = os.open(file, os.O_RDONLY)
    try:
        forwards = list(read_lines(fd, 6, len(content)))
        assert list(read_lines_back(fd, 6, len(content), chunk=chunk)) == forwards[::-1]
    finally:
        os.close(fd)


def test_a_reader_who_comes_between_an_exchange_and_its_promise_looks_again(
    three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stale = [read_promise(three)] * 2
    log = log_at(three)
    with log.writing():
        log.rewrite([write_line(1, {"shorter": True})], seal=lambda: (1, None))
        monkeypatch.setattr("advisory_cli.log.log.read_promise", lambda path: (stale or [read_promise(path)]).pop())
        assert numbers(log_at(three)) == [1]
    assert stale == []


def test_what_was_acknowledged_last_is_kept_beside_the_file(three: Path) -> None:
    log = log_at(three)
    with log.writing():
        log.append([write_line(4, {}), write_line(5, {})], seal="ab")
    assert log_at(three).sealed() == (5, "ab")
    with pytest.raises(WriteFailed):
        add(log_at(three, disk=Disk(fdatasync=Faults(1, OSError(errno.EIO, "no")).disk().fdatasync)), 6)
    assert log_at(three).sealed() == (5, "ab")


def test_a_take_over_that_died_after_the_exchange_is_no_damage(three: Path) -> None:
    with TinyDB(three, encoding="utf-8") as db:
        db.table("advisories").remove(doc_ids=[2, 3])
    copies = 0
    for copy, disk, _ in sweep(three.parent, Death):
        copies += 1
        path = copy / three.name
        with suppress(Death):
            numbers(log_at(path, disk=disk))
        assert numbers(log_at(path)) == [1]
        add(log_at(path), 4)
        assert stock_numbers(path) == [1, 4]
    assert copies > 5


@pytest.mark.parametrize("error", [Death, lambda: refusal(errno.ENOSPC)])
def test_an_exchange_that_fails_leaves_the_old_file_or_the_new_one(
    three: Path, error: Callable[[], BaseException]
) -> None:
    for copy, disk, _ in sweep(three.parent, error):
        path = copy / three.name
        try:
            log = log_at(path, disk=disk)
            with log.writing():
                log.rewrite([write_line(7, {})], seal=lambda: (7, None))
        except (Death, WriteFailed):
            assert numbers(log_at(path)) in ([1, 2, 3], [7])
        add(log_at(path), 8)
        assert stock_numbers(path) in ([1, 2, 3, 8], [7, 8])


def test_interrupted_calls_of_the_system_are_not_seen(three: Path) -> None:
    """Python calls again after EINTR (PEP 475); a signal in the middle of a write changes nothing."""
    before = signal.signal(signal.SIGALRM, lambda *_: None)
    signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)
    try:
        for number in range(4, 40):
            add(log_at(three, disk=slow_disk()), number)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert stock_numbers(three) == list(range(1, 40))


def test_a_line_without_end_hides_no_other(three: Path) -> None:
    three.write_bytes(b'{"advisories": {\n"1": {},\n' + b"\x00" * (LONGEST + 3 * CHUNK) + b'\n"2": {}\n}}\n')
    three.with_name("advisories.json.lock").unlink()
    assert [line.content for line in log_at(three).lines() if len(line.content) < 99] == [b'"1": {}', b'"2": {}']
    assert [line.content for line in log_at(three).lines(holding=b'"2"')] == [b'"2": {}']
    assert [line.content for line in log_at(three).backwards() if len(line.content) < 99] == [b'"2": {}', b'"1": {}']
