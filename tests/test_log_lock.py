"""What the lock file says, to whom, and what is told where there is none."""

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from advisory_cli.errors import Locked, WriteFailed
from advisory_cli.log import Disk
from advisory_cli.log.lock import Promise, hold, is_held, lock_path, read_promise

HERE = os.uname().nodename[:100]
OURS = {"pid": 7, "host": HERE, "length": 20, "until": 30, "last": 2, "seal": "ab", "flaw": 9}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "advisories.json"


def says(archive: Path, told: Any) -> Promise:
    lock_path(archive).write_text(json.dumps(told))
    return read_promise(archive)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Promise(20, 30, "process 7", 2, "ab", 9)),
        ({"host": "far"}, Promise(20, 30, "process 7 on far", 2, "ab", 9)),
        ({"length": -1, "until": -5, "last": -1, "flaw": -9}, Promise(0, 0, "process 7", 0, "ab", 0)),
        ({"seal": None}, Promise(20, 30, "process 7", 2, None, 9)),
        ({"seal": 17}, Promise(20, 30, "process 7", 2, "17", 9)),
        ({"length": "twenty"}, Promise()),
        ({"length": None}, Promise()),
        ({"pid": "x"}, Promise()),
    ],
)
def test_what_is_promised_is_read_and_nonsense_promises_nothing(
    archive: Path, changes: dict[str, Any], expected: Promise
) -> None:
    assert says(archive, OURS | changes) == expected


@pytest.mark.parametrize("missing", ["length", "until", "last", "seal", "flaw"])
def test_what_an_older_version_did_not_write_is_not_promised(archive: Path, missing: str) -> None:
    told = {name: value for name, value in OURS.items() if name != missing}
    assert says(archive, told) == says(archive, OURS)._replace(**{missing: Promise._field_defaults[missing]})


@pytest.mark.parametrize("missing", ["pid", "host"])
def test_without_its_holder_nothing_is_promised(archive: Path, missing: str) -> None:
    assert says(archive, {name: value for name, value in OURS.items() if name != missing}) == Promise()
    assert Promise().holder == "another process"


def test_each_promise_covers_all_of_the_one_before(archive: Path) -> None:
    with hold(archive, 0, Disk()) as held:
        held.seal(10**9, 10**9, "f" * 64)
        long = lock_path(archive).stat().st_size
        held.note(5, until=9)
        assert read_promise(archive)[:2] == (5, 9)
        held.seal(5, 10**9, "f" * 64)
        held.mark(3)
        assert read_promise(archive) == Promise(5, 0, f"process {os.getpid()}", 10**9, "f" * 64, 3)
        assert held.promise[:2] == (5, 0)
    assert lock_path(archive).stat().st_size == long == 512
    assert lock_path(archive).read_bytes().endswith(b" \n")


@pytest.mark.parametrize("seal", [None, "ab"])
def test_before_an_exchange_nothing_is_promised_of_the_bytes(archive: Path, seal: str | None) -> None:
    synced: list[int] = []
    with hold(archive, 0, Disk(fsync=synced.append)) as held:
        held.seal(100, 3, "ab")
        assert synced == []
        held.forget(seal=seal is None)
        assert synced == [held.fd]
        assert read_promise(archive)[:2] == (0, 0)
        assert read_promise(archive).seal == seal


def test_a_link_or_a_pipe_in_its_place_promises_nothing_and_holds_nobody_up(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "other").write_text(json.dumps(OURS))
    lock_path(archive).symlink_to(tmp_path / "other")
    assert read_promise(archive) == Promise()
    assert not is_held(archive)
    lock_path(archive).unlink()
    os.mkfifo(lock_path(archive))
    assert read_promise(archive) == Promise()


def test_it_is_held_while_somebody_writes_and_by_nobody_before_and_after(archive: Path) -> None:
    assert not is_held(archive)
    with hold(archive, 0, Disk()):
        assert is_held(archive)
    assert not is_held(archive)
    assert lock_path(archive).stat().st_mode & 0o777 == 0o600


def test_who_finds_it_held_is_told_which_archive_by_whom_and_how_long_it_waited(archive: Path) -> None:
    with hold(archive, 0, Disk()), pytest.raises(Locked) as refused, hold(archive, 0.02, Disk()):
        pass
    assert (refused.value.path, refused.value.seconds) == (str(archive), 0.02)
    assert refused.value.holder == f"process {os.getpid()}"


def test_who_waits_gets_it_as_soon_as_it_is_free(archive: Path) -> None:
    answers = [True, False, False]
    with hold(archive, 60, Disk(try_lock=lambda _: answers.pop())):
        assert answers == []


def test_a_lock_file_that_cannot_be_opened_is_told_with_its_reason(archive: Path) -> None:
    lock_path(archive).mkdir()
    with pytest.raises(WriteFailed) as failed, hold(archive, 0, Disk()):
        pass
    assert failed.value.path == str(archive)
    assert failed.value.reason == "no lock file beside it (Is a directory)"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOLCK, "this file system does not support locking"),
        (errno.ENOSYS, "this file system does not support locking"),
        (errno.EOPNOTSUPP, "this file system does not support locking"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_a_lock_that_fails_is_told_with_its_reason_and_what_to_do(archive: Path, code: int, reason: str) -> None:
    def fail(_: int) -> bool:
        raise OSError(code, os.strerror(code))

    with pytest.raises(WriteFailed) as failed, hold(archive, 0, Disk(try_lock=fail)):
        pass
    assert failed.value.path == str(archive)
    assert failed.value.reason == f"{reason}; keep the archive on a disk of this machine"


def test_a_lock_file_that_cannot_be_written_is_told_and_let_go_of(archive: Path) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(WriteFailed) as failed, hold(archive, 0, Disk(pwrite=full)):
        pass
    assert (failed.value.path, failed.value.reason) == (str(archive), os.strerror(errno.ENOSPC))
    assert not is_held(archive)
