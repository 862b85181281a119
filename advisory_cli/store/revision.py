"""What a document of the file is to the archive."""

from collections.abc import Mapping
from typing import Any

from advisory_cli.model import Advisory


def revision_of(number: int, document: Mapping[str, Any]) -> Advisory:
    """The revision in a document; one written by another program is the first of its own text.

    Raises `InvalidRecord`.
    """
    first = number if document.get("first") is None else document["first"]
    return Advisory.from_dict({**document, "id": number, "first": first}, where=f"#{number}")
