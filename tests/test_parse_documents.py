"""Whole documents that the layouts do not show: other families, years, languages and issuers, wrapped, glued, faulty.

In the files of `fixtures/documents` each begins with ``%%%%`` and its name; on the next line stands what is to be read.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from advisory_cli.parse import parse_advisory


def documents() -> Iterator[Any]:
    for file in sorted((Path(__file__).parent / "fixtures" / "documents").glob("*.txt")):
        for document in file.read_text(encoding="utf-8").split("%%%% ")[1:]:
            name, expected, text = document.split("\n", 2)
            yield pytest.param(text, json.loads(expected), id=f"{file.stem}: {name}")


@pytest.mark.parametrize(("text", "expected"), [*documents()])
def test_document_is_read(text: str, expected: dict[str, Any]) -> None:
    advisory = parse_advisory(text).advisory
    read = {name: getattr(advisory, name) for name in expected}
    assert json.loads(json.dumps(read)) == expected
