"""What each word of a query stands for: the words of the archive it finds, by how near they are."""

from collections.abc import Iterable, Sequence

from advisory_cli.index.documents import encodable
from advisory_cli.index.forms import Speller
from advisory_cli.index.part import Part
from advisory_cli.nearness import Kind
from advisory_cli.query import Forms, Phrase, Query, Word
from advisory_cli.query.fields import TEXT_FIELDS
from advisory_cli.query.nodes import leaves, sought


def words_found(parts: Sequence[Part], query: Query) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each word as typed and each `Kind` the words that texts have, as they are written there."""
    speller = Speller(parts)
    return {
        word.key: _by_kind(parts, _forms(speller.forms(encodable(word.text), leaf.loosest, wide=word.wide)))
        for leaf in leaves(query.root)
        if isinstance(leaf, (Word, Phrase))
        for word in sought(leaf)
    }


def _forms(found: Forms) -> Iterable[tuple[str, Kind]]:
    yield from found.anywhere.items()
    yield from ((form, Kind.STEM) for words in found.stems.values() for form in words)


def _by_kind(parts: Sequence[Part], forms: Iterable[tuple[str, Kind]]) -> dict[str, tuple[str, ...]]:
    """Each once, as near as it can be, and only if it stands in a text: vocabularies remember words that are gone."""
    nearest: dict[str, Kind] = {}
    for form, kind in forms:
        nearest[form] = min(kind, nearest.get(form, kind))
    held = {
        form: kind
        for form, kind in nearest.items()
        if any(part.frequency(field, encodable(form)) for part in parts for field in TEXT_FIELDS)
    }
    kinds = {kind.name.lower(): tuple(sorted(form for form in held if held[form] is kind)) for kind in Kind}
    return {kind: found for kind, found in kinds.items() if found}
