"""Of a damaged file every document is found whose own bytes are whole; all other bytes are kept aside."""

import os
from pathlib import Path

import pytest

from advisory_cli.log.salvage import Salvage


@pytest.mark.parametrize(
    ("content", "whole", "aside"),
    [
        (b'{"advisories": {\n"1": {"a": 1},\n"2": {"b": 2}\n}}\n', [b'"1": {"a": 1}', b'"2": {"b": 2}'], []),
        (b'{"advisories": {\n"1": {},\n"2": {"b" 2},\n"3": {}\n}}\n', [b'"1": {}', b'"3": {}'], [b'"2": {"b" 2}\n']),
        (b'{"advisories": {\n"2": {},\n"1": {}\n}}\n', [b'"1": {}', b'"2": {}'], []),
        # the chain goes on from the first of two
        (b'{"advisories": {\n"1": {"a": 1},\n"1": {"a": 2}\n}}\n', [b'"1": {"a": 1}'], [b'"1": {"a": 2}\n']),
        # the end is missing, in part or with half a line before it
        (b'{"advisories": {\n"1": {},\n"2": {}\n}', [b'"1": {}', b'"2": {}'], []),
        (b'{"advisories": {\n"1": {},\n"2": {}', [b'"1": {}', b'"2": {}'], []),
        (b'{"advisories": {\n"1": {},\n"2": {"x', [b'"1": {}'], [b'"2": {"x\n']),
        # other bytes behind a document, behind the end, and in front
        (b'{"advisories": {\n"1": {}garbage,\n"2": {}\n}}\n', [b'"1": {}', b'"2": {}'], [b"garbage\n"]),
        (b'{"advisories": {\n"1": {}garbage\n}}\n', [b'"1": {}'], [b"garbage\n"]),
        (b'{"advisories": {\n"1": {}\n}}x\n', [b'"1": {}'], [b"}}x\n"]),
        (b'\x00\x01"advisories": {\n"1": {}\n}}\n', [b'"1": {}'], [b'\x00\x01"advisories": {\n']),
        # in our layout a line ends what is open in it
        (b'{"advisories": {\n"1": {"a": {,\n"2": {}\n}}\n', [b'"2": {}'], [b'"1": {"a": {\n']),
        (b'\x00"1": {"a": ",\n"2": {},\n"3": {}\n}}\n', [b'"2": {}', b'"3": {}'], [b'\x00"1": {"a": "\n']),
        # laid out by another program
        (b'{"advisories": {"1": {"a": {"2": {}}}, "3": {}}}', [b'"1": {"a": {"2": {}}}', b'"3": {}'], []),
        (b'{ "advisories" :\n{ "1" : {"a":\n1},\n "3": {} } }', [b'"1" : {"a":\n1}', b'"3": {}'], []),
        (b'{"advisories": {"1": {"a": "}"}, "x": [], "2": {"b": ', [b'"1": {"a": "}"}'], [b'"x": [], "2": {"b":\n']),
        (b'{"advisories": {"0": {}, "01": {}, "1": {}}}', [b'"1": {}'], [b'{"advisories": {"0": {}, "01": {}\n']),
    ],
)  # fmt: skip
def test_what_is_whole_is_found_and_all_the_rest_is_kept(
    tmp_path: Path, content: bytes, whole: list[bytes], aside: list[bytes]
) -> None:
    path = tmp_path / "advisories.json"
    path.write_bytes(content)
    fd = os.open(path, os.O_RDONLY)
    try:
        found = Salvage.of(fd, len(content))
        assert [line.content for line in found.lines()] == whole
        assert all(content[line.offset : line.end] == line.content for line in found.lines())
        assert list(found.bytes_aside()) == aside
    finally:
        os.close(fd)
