"""Whom the press may call: cells, JSON, vCards, a table; what is out of date said in words."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from advisory_cli.model import SCHEMA
from advisory_cli.render.clean import clean
from advisory_cli.render.dates import date_in_words
from advisory_cli.render.letters import dump

if TYPE_CHECKING:
    from rich.console import RenderableType

    from advisory_cli.actions.people import AsOf, Person, Roll, Seen

HEADINGS: Final = (
    *("name", "role", "organisation", "phones", "emails", "first date", "first text", "last date", "last text"),
    "standing",
)
"""Columns of a table of people."""


def cells_of(person: "Person") -> tuple[str, ...]:
    """The cells under `HEADINGS`, not yet cleaned."""
    return (
        person.name or "",
        person.role or "",
        person.organisation or "",
        ", ".join(person.phones),
        ", ".join(person.emails),
        person.first.date or "",
        _text(person.first),
        person.last.date or "",
        _text(person.last),
        standing_of(person) or "current",
    )


def people_json(roll: "Roll", shown: Iterable["Person"], *, stale: int) -> str:
    """People with the texts that name them first and last; `stale` is how many are out of date, shown or not."""
    people = [_record(person) for person in shown]
    counts = {"as_of": roll.as_of._asdict(), "total": len(people), "stale": stale}
    return dump({"schema": SCHEMA, **counts, "contacts": people})


def vcard(person: "Person") -> str:
    r"""A vCard (RFC 6350, version 4.0) with ``\n`` at line ends; what is out of date is said in its note."""
    said = standing_of(person)
    note = f"last named in {_text(person.last)}, {date_in_words(person.last.date or 'undated')}"
    lines = (
        *("BEGIN:VCARD", "VERSION:4.0", "KIND:individual" if person.name else "KIND:org"),
        f"FN:{_escaped(person.name or person.organisation or person.role or 'Press office')}",
        *((f"TITLE:{_escaped(person.role)}",) if person.role else ()),
        *((f"ORG:{_escaped(person.organisation)}",) if person.organisation else ()),
        *(map(_tel, person.phones)),
        *(f"EMAIL:{_escaped(email)}" for email in person.emails),
        f"NOTE:{_escaped('; '.join(part for part in (note, said) if part))}",
        "END:VCARD",
    )
    return "\n".join(map(_folded, lines))


def people_table(people: Iterable["Person"]) -> "RenderableType":
    """Who, how to reach them, and in which texts they stand; what is out of date is dim, and said."""
    from advisory_cli.render.columns import columns  # only for a terminal

    table = columns("Who", "Reached by", "Named in", leading=1)
    for person in people:
        table.add_row(*_columns(person), style="dim" if person.stale else "")
    return table


def standing_of(person: "Person") -> str:
    """``out of date``, ``named last in a text that was withdrawn``, ``... that is internal``, several, or nothing."""
    against = (
        ("out of date" if person.last.date else "out of date: in undated texts alone") if person.stale else "",
        f"named last in a text that was {clean(person.last.status, lines=False)}" if person.withdrawn else "",
        "named last in a text that is internal" if person.last.internal else "",
        "named last in a text that is redacted" if person.last.redacted else "",
    )
    return "; ".join(filter(None, against))


def rule_in_words(as_of: "AsOf") -> str:
    """As of which day, and what is out of date then."""
    return (
        f"as of {date_in_words(as_of.day)}; out of date is who stands in no text of {date_in_words(as_of.since)} "
        f"or later ({as_of.months} months)"
    )


def _text(seen: "Seen") -> str:
    return clean(f"{seen.reference or f'#{seen.id}'} ({seen.language})", lines=False)


def _record(person: "Person") -> dict[str, Any]:
    return {**person._asdict(), "first": person.first._asdict(), "last": person.last._asdict()}


def _columns(person: "Person") -> Iterator["RenderableType"]:
    from rich.text import Text  # only for a terminal

    who = [clean(part, lines=False) for part in (person.name, person.role, person.organisation) if part]
    also = [f"also {clean(', '.join(person.spellings), lines=False)}"] if person.spellings else []
    yield Text("\n").join([Text(who[0], style="advisory.reference") if who else Text("?"), *map(Text, who[1:] + also)])
    yield Text("\n".join(clean(part, lines=False) for part in (*person.phones, *person.emails)))
    seen = [f"{clean(person.last.date or 'undated', lines=False)} {_text(person.last)}"]
    if person.first != person.last:
        seen.append(f"first {clean(person.first.date or 'undated', lines=False)} {_text(person.first)}")
    said = standing_of(person)
    yield Text("\n").join([*map(Text, seen), *((Text(said, style="advisory.standing"),) if said else ())])


def _tel(phone: str) -> str:
    """A number as an address where it is one."""
    return (
        f"TEL;VALUE=uri:tel:{phone}" if re.fullmatch(r"\+[0-9]{5,15}", phone) else f"TEL;VALUE=text:{_escaped(phone)}"
    )


def _escaped(text: str) -> str:
    return re.sub(r"([\\,;])", r"\\\1", clean(text, lines=False))


def _folded(line: str) -> str:
    """No line longer than 75 octets; what is broken goes on behind a blank."""
    pieces, room = [""], _OCTETS
    for letter in line:
        size = len(letter.encode())
        if room < size:
            pieces.append("")
            room = _OCTETS - 1
        pieces[-1] += letter
        room -= size
    return "\n ".join(pieces)


_OCTETS: Final = 75
