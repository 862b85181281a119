"""What belongs to a text: in words for readers, as lines for a pipe, as JSON for programs."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from advisory_cli.model import SCHEMA, Advisory
from advisory_cli.render.clean import clean, tabbed
from advisory_cli.render.letters import dump
from advisory_cli.render.words import RELATIONS, language_in_words, name_of, title_of
from advisory_cli.results import Related


def related_lines(related: Iterable[Related]) -> Iterator[str]:
    """Relation, direction, reference, language, date, title, id, why or why not: a line for each."""
    return (tabbed(_cells(one)) for one in related)


def related_json(advisory: Advisory, related: Iterable[Related]) -> str:
    """One object: the text that was asked about, and what belongs to it."""
    return dump({"schema": SCHEMA, "advisory": _brief(advisory), "related": related_records(related)})


def related_records(related: Iterable[Related]) -> list[dict[str, Any]]:
    """What belongs to a text, for JSON; ``id`` and what follows are null where the archive does not hold it."""
    return [
        {
            "relation": one.relation,
            "direction": one.direction,
            **(_brief(one.advisory) if one.advisory else dict.fromkeys(_BRIEF)),
            "reference": one.reference,
            "held": one.advisory is not None,
            "shared": list(one.shared),
        }
        for one in related
    ]


def relation_in_words(one: Related) -> str:
    """How the other text stands to this one: ``corrected by``, ``in Russian (ru)``."""
    if one.relation == "language" and one.advisory:
        return f"in {language_in_words(one.advisory.language)}"
    if one.relation == "revision" and one.advisory:
        return f"revision {one.advisory.revision}"
    said, said_back = _WORDS.get(one.relation, (one.relation, f"{one.relation} of it:"))
    return clean(said_back if one.direction == "in" else said, lines=False)


def related_name(one: Related) -> str:
    """The other text as every command takes it; a revision with its number."""
    if one.advisory is None:
        return clean(one.reference or "", lines=False)
    name = name_of(one.advisory)
    return f"#{one.advisory.first}#{one.advisory.revision}" if one.relation == "revision" else name


def why_related(one: Related) -> str:
    """What readers must know besides: that it is not held, or which words are shared."""
    if one.advisory is None:
        return "removed from the archive" if one.removed else "not in the archive"
    withdrawn = one.advisory.status if one.advisory.status != "current" else ""
    shared = f"shares {', '.join(one.shared[:_SHARED])}" if one.shared else ""
    return clean("; ".join(filter(None, (withdrawn, shared))), lines=False)


def in_one_line(one: Related) -> str:
    """``corrected by EUR 57/003/2012 (en), 2012-04-01: Correction``."""
    date = f", {one.advisory.date}" if one.advisory and one.advisory.date else ""
    title = f": {title_of(one.advisory)}" if one.advisory else ""
    why = why_related(one)
    return clean(f"{relation_in_words(one)} {related_name(one)}{date}{title}{why and f' ({why})'}", lines=False)


_WORDS: Final = RELATIONS | {
    "mentions": ("mentions", "mentioned by"),
    "same number": ("same number as", ""),
    "similar": ("similar to", ""),
}
"""What this text says of the other, and what the other says of this one."""

_SHARED: Final = 8
_BRIEF: Final = ("id", "reference", "language", "date", "kind", "title", "revision", "status")


def _brief(advisory: Advisory) -> dict[str, Any]:
    record = advisory.to_dict()
    return {name: record[name] for name in _BRIEF} | {"id": advisory.known_by}


def _cells(one: Related) -> tuple[str, ...]:
    text = one.advisory
    known = (text.language, text.date or "", text.title or "", str(text.first or "")) if text else ("", "", "", "")
    return (one.relation, one.direction or "", one.reference or "", *known, why_related(one))
