"""Files are made whole, for their owner alone, and are on the disk before anybody is told."""

import errno
import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

import pytest

from advisory_cli.log.disk import (
    BLOCK,
    Disk,
    delete,
    make_folder,
    put,
    put_all,
    read_pieces,
    set_aside,
    write_new,
)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def everything(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def fail(*_: object) -> NoReturn:
    raise OSError(errno.EIO, "Input/output error")


def files_at(*paths: Path | str) -> list[int]:
    return [Path(path).stat().st_ino for path in paths]


def watched() -> tuple[Disk, list[int]]:
    """A disk without a call that brings all to it, and what was brought there, or put in place, one by one."""
    synced: list[int] = []

    def fsync(fd: int) -> None:
        os.fsync(fd)
        synced.append(os.fstat(fd).st_ino)

    return Disk(fsync=fsync, sync_all=lambda _: False), synced


@pytest.mark.parametrize("sizes", [[], [0], [3], [BLOCK], [BLOCK - 1, 1, 1], [1, BLOCK, 2 * BLOCK + 5, 7]])
def test_all_pieces_are_written_and_their_length_is_told(tmp_path: Path, sizes: list[int]) -> None:
    pieces = [bytes([65 + at]) * size for at, size in enumerate(sizes)]
    assert write_new(Disk(), tmp_path / "new", pieces) == sum(sizes)
    assert (tmp_path / "new").read_bytes() == b"".join(pieces)
    assert mode(tmp_path / "new") == 0o600


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    (tmp_path / "new").write_bytes(b"precious")
    with pytest.raises(FileExistsError):
        write_new(Disk(), tmp_path / "new", [b"x"])
    assert everything(tmp_path) == {"new": b"precious"}


def test_of_a_new_file_that_does_not_reach_the_disk_nothing_is_left(tmp_path: Path) -> None:
    for disk in (Disk(fsync=fail), Disk(pwrite=fail)):
        with pytest.raises(OSError, match="Input/output"):
            write_new(disk, tmp_path / "new", [b"x"])
        assert everything(tmp_path) == {}


def test_a_file_is_replaced_when_all_of_the_new_one_is_on_the_disk_and_its_name_too(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    (tmp_path / ".file.new").write_bytes(b"left by a crash")
    disk, synced = watched()

    def replace(new: str | Path, old: str | Path) -> None:
        assert synced == files_at(new)
        Path(new).replace(old)

    assert put(disk._replace(replace=replace), path, [b"new", b"er"]) == 5
    assert everything(tmp_path) == {"file": b"newer"}
    assert synced == files_at(path, tmp_path)


def test_a_file_that_cannot_be_replaced_stays_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(OSError, match="Input/output"):
        put(Disk(replace=fail), tmp_path / "file", [b"new"])
    assert everything(tmp_path) == {"file": b"old"}


@pytest.mark.parametrize("count", [1, 8, 9, 20])
def test_many_files_are_made_or_replaced_and_all_of_them_and_their_folders_are_on_the_disk(
    tmp_path: Path, count: int
) -> None:
    files = {str(tmp_path / f"{at % 3}" / "deep" / f"file{at}"): b"%d" % at for at in range(count)}
    (tmp_path / "0" / "deep").mkdir(parents=True)
    (tmp_path / "0" / "deep" / "file0").write_bytes(b"old")
    (tmp_path / "0" / "deep" / ".file0.new").write_bytes(b"left by a crash")
    disk, synced = watched()
    put_all(disk, tmp_path, files)
    assert {str(tmp_path / name): content for name, content in everything(tmp_path).items()} == files
    assert set(files_at(*files, *(Path(path).parent for path in files))) <= set(synced)
    assert all(mode(Path(path)) == 0o600 for path in files)
    assert {mode(tmp_path / name) for name in ("1", "1/deep") if count > 1} <= {0o700}


def test_many_files_wait_for_the_disk_twice_where_it_takes_all_at_once(tmp_path: Path) -> None:
    calls: list[int] = []

    def sync_all(fd: int) -> bool:
        calls.append(os.fstat(fd).st_ino)
        return True

    put_all(Disk(sync_all=sync_all, fsync=fail), tmp_path, {str(tmp_path / f"file{at}"): b"x" for at in range(9)})
    assert calls == files_at(tmp_path) * 2


@pytest.mark.parametrize(
    ("system", "release", "promised"),
    [
        ("Linux", "5.8.0-1-generic", True), ("Linux", "6.1", True), ("Linux", "10.0", True), ("Linux", "5.7.19", False),
        ("Linux", "4.19", False), ("Linux", "unknown", False), ("Darwin", "23.1.0", False),
    ],
)  # fmt: skip
def test_all_at_once_is_promised_by_linux_since_it_tells_of_failed_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, release: str, *, promised: bool
) -> None:
    monkeypatch.setattr(os, "uname", lambda: SimpleNamespace(sysname=system, release=release))
    fd = os.open(tmp_path, os.O_RDONLY)
    try:
        assert Disk().sync_all(fd) is (promised and sys.platform == "linux")
    finally:
        os.close(fd)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked")
def test_a_disk_that_cannot_take_all_at_once_is_told_with_its_reason() -> None:
    with pytest.raises(OSError, match=os.strerror(errno.EBADF)) as failed:
        Disk().sync_all(-1)
    assert failed.value.errno == errno.EBADF


def test_of_many_files_that_do_not_reach_the_disk_nothing_is_left_but_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "file3").write_bytes(b"old")
    files = {str(tmp_path / f"file{at}"): b"new" for at in range(9)}
    for disk in (Disk(sync_all=fail), Disk(replace=fail), Disk(sync_all=lambda _: False, fsync=fail)):
        with pytest.raises(OSError, match="Input/output"):
            put_all(disk, tmp_path, files)
        assert everything(tmp_path) == {"file3": b"old"}


def test_what_is_set_aside_never_takes_the_place_of_what_was(tmp_path: Path) -> None:
    path = tmp_path / "file"
    (tmp_path / "file.torn-2").symlink_to(tmp_path / "nowhere")
    disk, synced = watched()
    names = [set_aside(disk, path, "torn", [b"%d" % at]).name for at in range(3)]
    assert names == ["file.torn-1", "file.torn-3", "file.torn-4"]
    assert [(tmp_path / name).read_bytes() for name in names] == [b"0", b"1", b"2"]
    assert synced == files_at(*(tmp_path / name for kept in names for name in (kept, "")))


def test_what_is_deleted_is_gone_for_good_and_need_not_be_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    disk, synced = watched()
    delete(disk, tmp_path / "file")
    assert synced == files_at(tmp_path)
    delete(disk, tmp_path / "file")
    assert everything(tmp_path) == {}


@pytest.mark.parametrize(
    ("start", "end"), [(0, 0), (0, 5), (3, 9), (5, 2 * BLOCK + 9), (BLOCK, BLOCK + 1), (7, 4 * BLOCK)]
)
def test_bytes_are_read_in_blocks_as_far_as_there_are_any(tmp_path: Path, start: int, end: int) -> None:
    content = os.urandom(2 * BLOCK + 20)
    (tmp_path / "file").write_bytes(content)
    fd = os.open(tmp_path / "file", os.O_RDONLY)
    try:
        pieces = list(read_pieces(fd, start, end))
    finally:
        os.close(fd)
    assert b"".join(pieces) == content[start:end]
    assert all(0 < len(piece) <= BLOCK for piece in pieces)


def test_folders_are_made_for_their_owner_and_each_name_is_on_the_disk(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir(mode=0o755)
    disk, synced = watched()
    make_folder(disk, tmp_path / "a" / "b" / "c")
    assert synced == files_at(tmp_path / "a", tmp_path / "a" / "b")
    assert [mode(tmp_path / name) for name in ("a", "a/b", "a/b/c")] == [0o755, 0o700, 0o700]
    make_folder(disk, tmp_path / "a" / "b" / "c")
    assert len(synced) == 2
