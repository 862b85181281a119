"""An export of everything: a line that says so, every original, every revision, and how many there were.

Only what an archive says decides on the bytes, never its numbers or its order: two archives with the same texts give
the same lines, and what one took over from another comes out of it in the same lines.
"""

from collections.abc import Mapping
from typing import Any, Final

from advisory_cli.model import SCHEMA

HEAD: Final = {"format": "advisory-archive", "version": 1, "schema": SCHEMA}


def is_whole_head(value: Mapping[str, Any]) -> bool:
    """Whether a first line says that everything follows."""
    return value.get("format") == HEAD["format"]
