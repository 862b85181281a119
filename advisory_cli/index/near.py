"""Words and references of the archive that are spelled nearly like one that was not found."""

from collections.abc import Iterable, Sequence

from advisory_cli.index.asking import ask
from advisory_cli.index.part import Part
from advisory_cli.index.vocabulary import SEPARATOR
from advisory_cli.nearness import Kind
from advisory_cli.query import Query, Word
from advisory_cli.query.fields import TEXT_FIELDS
from advisory_cli.text import fold


def nearest_words(parts: Sequence[Part], word: str) -> tuple[str, ...]:
    """Words of texts as most of these write them, nearest first, none of texts that were removed."""
    folded = fold(word)
    for beginning in dict.fromkeys((folded[:1], "")):
        known = {fold(name) for part in parts for name in part.terms("entry", beginning)} - {folded}
        near = _nearest(known, folded, 4 * _TOLD, most=max(1, len(folded) // 4))
        found = [name for name in near if _is_live(parts, name)]
        if found:
            return tuple(_as_written(parts, name) for name in found[:_TOLD])
    return ()


def nearest_references(known: Iterable[str], reference: str) -> tuple[str, ...]:
    """Canonical references that differ in up to three signs, nearest first."""
    return _nearest(set(known) - {reference}, reference, _TOLD, most=3)


_TOLD = 3
"""Words or references that anybody wants to choose from."""


def _nearest(known: Iterable[str], wanted: str, limit: int, *, most: int) -> tuple[str, ...]:
    """By distance (insert, delete, replace, swap), then in order of the alphabet."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(wanted, list(known), scorer=OSA.distance, score_cutoff=most, limit=None)
    return tuple(name for name, distance, _ in sorted(found, key=lambda one: (one[1], one[0])))[:limit]


def _as_written(parts: Sequence[Part], folded: str) -> str:
    """The spelling that most texts have of a folded word."""
    behind = (term for part in parts for term in part.terms("written", f"{folded}{SEPARATOR}"))
    written = dict.fromkeys((folded, *(term.partition(SEPARATOR)[2] for term in behind)))
    return max(written, key=lambda one: sum(part.frequency(field, one) for part in parts for field in TEXT_FIELDS))


def _is_live(parts: Sequence[Part], word: str) -> bool:
    """Whether a text still holds the word: terms of replaced texts stay in an index for a while."""
    query = ask(Query(Word(word, reach=Kind.FOLDED)), parts)
    return any(part.count(query) for part in parts)
