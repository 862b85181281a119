"""Tags: what a tag may be, and how a text gets and loses them."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import Final, NamedTuple, Self

from advisory_cli.errors import Misuse
from advisory_cli.model import Advisory
from advisory_cli.ports import SearchIndex, Store
from advisory_cli.query import EVERYTHING, Query
from advisory_cli.query.fields import folded_tag

LONGEST = 100
"""Characters of a tag."""


class Tags(NamedTuple):
    """Tags to put on texts and to take off them. Two that differ in case, accents or blanks are one."""

    more: tuple[str, ...]
    less: tuple[str, ...] = ()

    def change(self, text: Advisory) -> Advisory | None:
        """The text with these tags, those it had before first; None where it has them so already."""
        gone = set(map(folded_tag, self.less))
        tags = unique(tag for tag in (*text.tags, *self.more) if folded_tag(tag) not in gone)
        return None if tags == text.tags else replace(text, tags=tags, action="tag")


class Tagged(NamedTuple):
    """A text that got or lost tags, without what it says."""

    reference: str | None
    language: str
    first: int | None
    revision: int
    tags: tuple[str, ...]

    @classmethod
    def of(cls, text: Advisory) -> Self:
        """The little that tells which text it is, and its tags now."""
        return cls(text.reference, text.language, text.first, text.revision, text.tags)


def read_tags(words: Iterable[str]) -> Tags:
    """The tags of ``+put`` and ``-take`` words; raises `Misuse` for one that is no tag, or both put and taken."""
    signed = [(word[0], _tag(word[1:])) for word in words]
    tags = Tags(*(unique(tag for sign, tag in signed if sign == wanted) for wanted in "+-"))
    both = set(map(folded_tag, tags.more)).intersection(map(folded_tag, tags.less))
    if both:
        raise Misuse(f"{min(both)!r} is both put (+) and taken off (-); say one of the two")
    return tags


def tags_of(store: Store, index: SearchIndex) -> tuple[str, ...]:
    """Tags of the archive as written, the most frequent first; builds nothing, and looks only a little further."""
    covered = index.covered(store)
    counts = Counter(index.facets(Query(EVERYTHING), ["tag"])["tag"] if covered else ())
    for entry in islice(store.entries(covered), _GLIMPSE):
        counts.update(entry.advisory.tags)
    return tuple(tag for tag, _ in counts.most_common() if tag)


def unique(tags: Iterable[str]) -> tuple[str, ...]:
    """The tags without those that were there before in another spelling, in their order."""
    kept: dict[str, str] = {}
    for tag in tags:
        kept.setdefault(folded_tag(tag), tag)
    return tuple(kept.values())


_GLIMPSE: Final = 1000
"""Revisions behind the index that are looked through."""


def _tag(text: str) -> str:
    tag = unicodedata.normalize("NFC", " ".join(text.split()))
    seen = tag.translate(_JOINERS)
    if not seen or len(tag) > LONGEST or tag[0] in "+-" or "," in tag or not seen.isprintable():
        raise Misuse(f"{text[:60]!r} is no tag; take letters and digits, no comma, at most {LONGEST} characters")
    return tag


_JOINERS: Final = dict.fromkeys((0x200C, 0x200D))
"""Invisible, but part of how Persian and Indic words are spelled."""
