"""The references of a manuscript, and what the archive says of each."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from advisory_cli.check.holdings import Holdings
from advisory_cli.check.manuscript import Manuscript
from advisory_cli.check.values import Cited
from advisory_cli.model import Advisory
from advisory_cli.reference import REGIONS, Found, Reference, parse_reference


def citations(manuscript: Manuscript, holdings: Holdings) -> Iterator[Cited]:
    """Each reference once, in the order in which they first stand."""
    places: dict[Reference, list[Found]] = {}
    for found in manuscript.references:
        places.setdefault(found.reference, []).append(found)
    resolved = [
        (all_found[0].start, _resolved(reference, all_found, manuscript, holdings))
        for reference, all_found in places.items()
    ]
    yield from (one for _, one in sorted([*resolved, *_misspelled(manuscript, holdings)], key=lambda pair: pair[0]))


def _misspelled(manuscript: Manuscript, holdings: Holdings) -> Iterator[tuple[int, Cited]]:
    """What looks like a number but is none, and where it stands: a letter among the figures, other signs between."""
    known = [(found.start, found.end) for found in manuscript.references]
    for match in _nearly().finditer(manuscript.text):
        at = bisect_right(known, (match.end(), 0))
        if at and known[at - 1][1] > match.start():
            continue
        region, *parts = re.split(r"[^A-Z0-9a-z]+", f"{match[0][:3]} {match[0][3:].strip()}")
        meant = parse_reference(f"{region} {'/'.join(parts).translate(_FIGURES)}")
        if meant:
            near = (str(meant),) if holdings.named(meant) else holdings.near(meant)
            yield match.start(), Cited(match[0], match[0], (manuscript.line(match.start()),), "unknown", near=near)


@cache
def _nearly() -> re.Pattern[str]:
    part = "[0-9OoIlSB]"
    sign = "[ \xa0]?[-/._–][ \xa0]?"
    begin = rf"\b(?:{'|'.join(REGIONS)})[ \xa0_-]?{part}{{2}}"
    return re.compile(rf"{begin}{sign}{part}{{1,4}}{sign}(?:19|2[0Oo]){part}{{2}}\b")


_FIGURES: Final = str.maketrans("OoIlSB", "001158")
"""What is taken for a figure."""


def _resolved(reference: Reference, all_found: Sequence[Found], manuscript: Manuscript, holdings: Holdings) -> Cited:
    printed, language = " ".join(all_found[0].printed.split()), manuscript.language
    lines = tuple(dict.fromkeys(manuscript.line(one.start) for one in all_found))
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
        corrected=chosen.corrected,
    )


def _in_language(texts: Sequence[Advisory], language: str) -> Advisory:
    return next((text for text in texts if text.language == language), texts[0])
