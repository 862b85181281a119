"""Score the parser on the layouts of tests/fixtures/layouts, field by field; exit 1 below the recorded levels."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from advisory_cli.model import Advisory
from advisory_cli.parse import parse_advisory
from advisory_cli.places import country_named
from advisory_cli.reference import parse_reference

LAYOUTS = Path(__file__).resolve().parents[1] / "tests" / "fixtures" / "layouts"

FIELDS = (
    "reference",
    "date",
    "title",
    "kind",
    "language",
    "mentions",
    "organisation",
    "printed_kind",
    "countries",
)

LEVELS = dict.fromkeys(FIELDS, 28)
"""Cases that must be right, of 28; raise them when the parser gets better, never lower them."""


def cases() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Number, text and expectation of every layout."""
    for path in sorted(LAYOUTS.glob("*.txt")):
        yield (
            path.stem,
            path.read_text(encoding="utf-8"),
            json.loads(path.with_suffix(".json").read_text(encoding="utf-8")),
        )


def verdict(field: str, advisory: Advisory, expected: dict[str, Any]) -> str:
    """``right``, ``wrong`` or ``missing`` for one field of one layout."""
    actual, accepted = _compared(field, advisory, expected)
    if actual in accepted:
        return "right"
    return "wrong" if actual else "missing"


def _compared(field: str, advisory: Advisory, expected: dict[str, Any]) -> tuple[Any, list[Any]]:
    """What was read and all that counts as right."""
    match field:
        case "reference":
            return advisory.reference, [
                _canonical(expected["index"]),
                *map(_canonical, expected.get("index_accept", [])),
            ]
        case "date":
            return advisory.date, [expected["date"] or expected.get("date_partial")]
        case "title":
            return _folded(advisory.title), [
                _folded(title) for title in (expected["title"], *expected.get("title_accept", []))
            ]
        case "mentions":
            cited = {_canonical(index) for index in expected["index_all"]} - {advisory.reference}
            return set(advisory.mentions), [cited]
        case "countries":
            return _named(advisory, expected), [
                _codes(name) for name in (expected["country"], *expected.get("country_accept", []))
            ]
    name = {"kind": "kind_canonical", "printed_kind": "kind"}.get(field, field)
    return getattr(advisory, field), [expected[name], *expected.get(f"{name}_accept", [])]


def _named(advisory: Advisory, expected: dict[str, Any]) -> tuple[str, ...]:
    """Countries read; those that only the class of the index gives are a hint, and right or nothing."""
    return () if advisory.confidence["countries"] == "guessed" and expected["country"] is None else advisory.countries


def _codes(name: str | None) -> tuple[str, ...]:
    code = country_named(name) if name else None
    return (code,) if code else ()


def _canonical(index: str | None) -> str | None:
    return str(parse_reference(index)) if index else None


def _folded(title: str | None) -> str | None:
    return " ".join(title.casefold().split()) if title else None


def main() -> int:
    """Print a line per field and the cases that are not right."""
    counts = {field: {"right": 0, "wrong": 0, "missing": 0} for field in FIELDS}
    for number, text, expected in cases():
        advisory = parse_advisory(text).advisory
        for field in FIELDS:
            result = verdict(field, advisory, expected)
            counts[field][result] += 1
            if result != "right":
                print(number, field, result, *_compared(field, advisory, expected), sep="  ")
    for field, count in counts.items():
        print(f"{field:10}", *(f"{name} {number:2}" for name, number in count.items()), f"(level {LEVELS[field]})")
    return int(any(counts[field]["right"] < LEVELS[field] for field in FIELDS))


if __name__ == "__main__":
    sys.exit(main())
