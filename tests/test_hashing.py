"""A hash is the same whoever works it out."""

from hashlib import sha256

import pytest

from advisory_cli import hashing
from advisory_cli.hashing import hex_sha256


@pytest.mark.parametrize("content", [b"", b"a", b"x" * (hashing._SHORT - 1), b"x" * hashing._SHORT])
def test_the_first_hashes_and_the_later_ones_are_those_of_hashlib(content: bytes) -> None:
    wanted = {sha256(content).hexdigest()}
    assert {hex_sha256(content) for _ in range(2 * hashing._FEW)} == wanted
    assert {algorithm(content).hexdigest() for algorithm in (hashing._of_python(), hashing._of_openssl())} == wanted
