"""Lines are found in bytes whatever is read at a time, and however long or damaged the lines beside them are."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.log import layout
from advisory_cli.log.layout import (
    EMPTY,
    HEAD,
    Line,
    find_lines,
    head_length,
    last_line,
    number_of,
    numbered_line,
    read_lines,
    read_lines_back,
    read_number,
)

LONGEST, CHUNK = 64, 16
"""Small enough for a test; in the archive 64 MiB and 1 MiB."""


@contextmanager
def opened(path: Path, content: bytes) -> Iterator[int]:
    path.write_bytes(content)
    fd = os.open(path, os.O_RDONLY)
    try:
        yield fd
    finally:
        os.close(fd)


@contextmanager
def small_bounds() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "LONGEST", LONGEST)
        patch.setattr(layout, "CHUNK", CHUNK)
        patch.setattr(layout, "_PROBE", CHUNK)
        yield


def laid_out(lengths: list[int]) -> tuple[bytes, list[Line]]:
    """A file, and its good lines; a negative length is a damaged line's, which may be longer than any record."""
    content, good = HEAD, []
    for number, length in enumerate(lengths, 1):
        line = b'"%d": {%s}' % (number, b"a" * length) if length >= 0 else b"x" * -length
        if length >= 0:
            good.append(Line(len(content), line))
        content += line + (b",\n" if number < len(lengths) else b"")
    return content, good


def are_good(lines: Iterator[Line]) -> list[Line]:
    return [line for line in lines if line.content.startswith(b'"')]


@given(
    lengths=st.lists(st.integers(-300, 50), max_size=12), chunk=st.integers(1, 80), start=st.integers(0, 900),
    behind=st.integers(0, 90),
)  # fmt: skip
def test_a_line_is_found_whatever_is_read_at_a_time_and_whatever_is_beside_it(
    tmp_path_factory: pytest.TempPathFactory, lengths: list[int], chunk: int, start: int, behind: int
) -> None:
    content, good = laid_out(lengths)
    end, later = len(content), [line for line in good if line.offset >= start]
    with opened(tmp_path_factory.getbasetemp() / "laid", content + b',\n"9": ' * behind) as fd, small_bounds():
        assert are_good(read_lines(fd, start, end, chunk=chunk)) == later
        assert are_good(read_lines_back(fd, len(HEAD), end, chunk=chunk)) == good[::-1]
        assert list(find_lines(fd, b"aaa", start, end)) == [line for line in later if b"aaa" in line.content]
        for number, line in enumerate(lengths, 1):
            found = [one for one in good if number_of(one.content) == number]
            assert list(find_lines(fd, b'\n"%d"' % number, 0, end)) == found
            assert numbered_line(fd, number, end) == (found[0] if line >= 0 else None)
        assert numbered_line(fd, len(lengths) + 1, end) is None


@pytest.mark.parametrize("length", [1, 65_520, 65_536, 70_000, 262_144, 300_000, 1_100_000])
def test_the_last_line_is_found_however_long_it_is(tmp_path: Path, length: int) -> None:
    content, good = laid_out([5, length])
    with opened(tmp_path / "laid", content) as fd:
        assert last_line(fd, len(content)) == good[-1]


def test_above_the_first_line_there_is_none(tmp_path: Path) -> None:
    with opened(tmp_path / "laid", EMPTY) as fd:
        assert last_line(fd, len(HEAD) - 1) is None


@pytest.mark.parametrize("chunk", [1, 7, 16, 17, 33, 34, 35, 1 << 20])
@pytest.mark.parametrize(
    ("content", "length"),
    [
        (b'{"advisories": {\n"1": {}\n}}\n', 17),
        (b'{"_default": {"1": {}}, "advisories": {\n"1": {}\n}}\n', 40),
        (b'{"advisories": {"1": {}}, "x": {\n', None),
        (b'{"advisories": {"1": {}}}', None),
        (b'{\n"advisories": {\n"1": {}\n}}\n', None),
        (b'{"x": {}, "advisories": {', None),
        (b"", None),
    ],
)
def test_the_first_line_ends_with_the_opening_of_our_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, length: int | None, chunk: int
) -> None:
    monkeypatch.setattr(layout, "CHUNK", chunk)
    with opened(tmp_path / "laid", content) as fd:
        assert head_length(fd) == length


@pytest.mark.parametrize(
    ("key", "number"),
    [
        (b'"1"', 1), (b'"17"', 17), (b'"100000000000000000"', 10**17), (b'"999999999999999999"', 10**18 - 1),
        (b'"1000000000000000000"', None), (b'"0"', None), (b'"01"', None), (b'"-1"', None), (b'"1', None),
        (b'1"', None), (b"17", None), (b"x17x", None), (b'""', None), (b'"1 "', None), ('"²"'.encode(), None),
    ],
)  # fmt: skip
def test_a_name_is_a_number_of_at_most_eighteen_digits_without_zeros_in_front(key: bytes, number: int | None) -> None:
    assert read_number(key) == number


@pytest.mark.parametrize(("line", "number"), [(b'"17": {', 17), (b'"17":', 17), (b'"17"', None), (b' "1": {}', None)])
def test_a_damaged_line_may_still_say_its_number(line: bytes, number: int | None) -> None:
    assert number_of(line) == number
