"""The references of a manuscript, and what the archive says of each."""

from collections.abc import Iterator, Sequence

from advisory_cli.check.holdings import Holdings
from advisory_cli.check.manuscript import Manuscript
from advisory_cli.check.values import Cited
from advisory_cli.model import Advisory
from advisory_cli.reference import Found, Reference


def citations(manuscript: Manuscript, holdings: Holdings) -> Iterator[Cited]:
    """Each reference once, in the order in which they first stand."""
    places: dict[Reference, list[Found]] = {}
    for found in manuscript.references:
        places.setdefault(found.reference, []).append(found)
    for reference, all_found in places.items():
        lines = tuple(dict.fromkeys(manuscript.line(one.start) for one in all_found))
        yield _resolved(reference, " ".join(all_found[0].printed.split()), lines, manuscript.language, holdings)


def _resolved(reference: Reference, printed: str, lines: tuple[int, ...], language: str, holdings: Holdings) -> Cited:
    texts = [held.advisory for held in holdings.named(reference)]
    kept = [text for text in texts if text.status != "removed"]
    if not texts:
        return Cited(str(reference), printed, lines, "unknown", near=holdings.near(reference))
    if not kept:
        return Cited(str(reference), printed, lines, "removed", texts[-1].title, reason=texts[-1].reason)
    chosen = _in_language(kept, language)
    languages = tuple(dict.fromkeys(text.language for text in kept))
    standing = holdings.standing(chosen)
    return Cited(
        chosen.reference or str(reference),
        printed,
        lines,
        standing,
        chosen.title,
        by=holdings.corrected_by(chosen.reference),
        reason=chosen.reason if standing == "withdrawn" else None,
        languages=languages,
        is_foreign=language != "und" and "und" not in languages and language not in languages,
        holds=holdings.holds(chosen),
    )


def _in_language(texts: Sequence[Advisory], language: str) -> Advisory:
    return next((text for text in texts if text.language == language), texts[0])
