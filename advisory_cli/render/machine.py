"""JSON for programs: records letter by letter, and nothing in it that a terminal acts on."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from advisory_cli.model import SCHEMA, Advisory
from advisory_cli.render.letters import dump
from advisory_cli.results import Row


def advisories_json(rows: Iterable[Row], *, total: int, **extra: Any) -> str:
    """Records of a list, a search or `show`; hits carry ``score``, ``snippet`` and ``matched`` as well."""
    return "\n".join(advisories_lines(rows, total=total, **extra))


def advisories_lines(rows: Iterable[Row], *, total: int, **extra: Any) -> Iterator[str]:
    """The same piece by piece, each of whole lines, so that any number of records needs the memory of one."""
    empty = dump({"schema": SCHEMA, "total": total, **extra, "advisories": []})
    before = empty.removesuffix("]\n}")
    record = None
    for row in rows:
        yield before if record is None else f"{record},"
        record = "    " + dump(record_of(row)).replace("\n", "\n    ")
    yield from (empty,) if record is None else (record, "  ]\n}")


def counts_of(facets: Mapping[str, Mapping[str, int]]) -> dict[str, list[dict[str, Any]]]:
    """Counts for JSON, in their order; ``null`` is the value of texts that have none."""
    return {
        facet: [{"value": value or None, "count": count} for value, count in values.items()]
        for facet, values in facets.items()
    }


def groups_json(groups: Mapping[str, Iterable[Advisory]]) -> str:
    """What was done to which texts: records as they are written now, by what was done."""
    done = {name: [advisory.to_dict() for advisory in texts] for name, texts in groups.items()}
    return dump({"schema": SCHEMA, **done})


def tagged_json(tagged: Iterable[NamedTuple]) -> str:
    """Which texts got or lost tags, without what they say: there may be many."""
    return dump({"schema": SCHEMA, "tagged": [one._asdict() for one in tagged]})


def record_of(row: Row) -> dict[str, Any]:
    """A record letter by letter; of a hit also why and where it was found."""
    found: dict[str, Any] = {
        "score": row.score,
        "snippet": row.snippet and row.snippet.text,
        "snippets": [one.text for one in row.snippets] or None,
        "found_in": row.found_in,
        "matched": row.matched,
        "forms": row.forms,
    }
    if row.related is not None:
        from advisory_cli.render.related import related_records  # hardly ever asked for

        found["related"] = related_records(row.related)
    if row.corrected_by:
        found["corrected_by"] = list(row.corrected_by)
    if row.held:
        from advisory_cli.render.holds import hold_record  # hardly any text is held

        found["held"] = [hold_record(hold) for hold in row.held]
    return row.advisory.to_dict() | {name: value for name, value in found.items() if value is not None}
