"""SHA-256 for short commands: OpenSSL, which `hashlib` loads for it, takes a thirtieth of their time to load."""

import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from itertools import count
from typing import Any, Final

_FEW: Final = 10
"""Hashes from which on it pays to load OpenSSL, which is five times as fast then."""

_SHORT: Final = 100_000
"""Bytes from which on it pays for one hash."""

_calls: Final = count()


def hex_sha256(content: bytes) -> str:
    """The SHA-256 of bytes, in hex."""
    few = len(content) < _SHORT and next(_calls) < _FEW
    digest: str = (_of_python() if few else _of_openssl())(content).hexdigest()
    return digest


@cache
def _of_openssl() -> Callable[[bytes], Any]:
    from hashlib import sha256

    return sha256


@cache
def _of_python() -> Callable[[bytes], Any]:
    """That of the interpreter itself, as the module `random` uses it, where it was built with it."""
    try:
        found: Callable[[bytes], Any] = import_module("_sha2" if sys.version_info >= (3, 12) else "_sha256").sha256
    except ImportError:
        return _of_openssl()
    return found
