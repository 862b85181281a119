"""The quotations of a manuscript, each looked for in the texts cited beside it and then in the whole archive."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from advisory_cli.check.aligning import Alignment, align
from advisory_cli.check.differences import Differences, differences
from advisory_cli.check.holdings import Held, Holdings
from advisory_cli.check.manuscript import Manuscript, Quoted
from advisory_cli.check.speakers import other_speaker
from advisory_cli.check.tokens import Marked, is_character, marked_tokens, plain
from advisory_cli.check.values import Older, Quotation, Verdict
from advisory_cli.parse.language import detect_language
from advisory_cli.text import spellings


class _Match(NamedTuple):
    """A quotation beside one text."""

    held: Held
    alignment: Alignment
    differences: Differences


class Quotations:
    """Looks for the quotations of one manuscript."""

    def __init__(self, manuscript: Manuscript, holdings: Holdings) -> None:
        self._manuscript = manuscript
        self._holdings = holdings
        self._cited = {name for found in manuscript.references for name in found.reference.spellings}

    def check_all(self, quoted: Quoted) -> list[Quotation | None]:
        """What `check` says of a quotation, and of those within it where it is not all of it in the archive."""
        outer = self.check(quoted)
        if outer is None or outer.verdict == "verbatim":
            return [outer]
        inner = [one for part in self._manuscript.within(quoted) if (one := self.check(part))]
        told = [one for one in inner if one.verdict in {"verbatim", "altered"}]
        if outer.verdict == "altered" and any(_is_most(one, outer) for one in told):
            outer = Quotation(outer.line, outer.text, "absent", speaker=outer.speaker)
        return [outer, *(one for one in told if one.source != outer.source or outer.verdict != "altered")]

    def check(self, quoted: Quoted) -> Quotation | None:
        """What the archive says of a quotation; None where it is too short to be told from any other words."""
        text = self._manuscript.text[quoted.start : quoted.end]
        quote = marked_tokens(text)
        if len(quote.tokens) < (_SHORTEST if _has_blanks(quote) else _SHORTEST_UNSPACED):
            return None
        found = Quotation(self._manuscript.line(quoted.start), plain(text), "absent", speaker=quoted.speaker)
        beside = self._beside(quoted)
        match = self._best(text, quote, beside)
        told = self._told(found, match, quoted) if match else self._foreign(found, text, quoted)
        if told.verdict == "verbatim":
            return told
        return self._in_older(told, text, quote, [match.held, *beside] if match else beside)

    def _in_older(self, told: Quotation, text: str, quote: Marked, texts: Sequence[Held]) -> Quotation:
        """The same; where one of these texts had it before it was corrected, with the revision that had it."""
        for held in texts:
            replaced_by = held
            for older in self._holdings.older(held):
                match = self._match(text, quote, older)
                if match and match.differences.is_verbatim:
                    since = Older(older.advisory.revision, replaced_by.advisory.at)
                    verdict: Verdict = "altered" if told.verdict == "altered" else "absent"
                    return told._replace(verdict=verdict, source=self._holdings.stands(held), languages=(), older=since)
                replaced_by = older
        return told

    def _beside(self, quoted: Quoted, *, reach: int = 1) -> list[Held]:
        """The texts that are cited near it and held, the nearest first."""
        near = self._manuscript.cited_near(quoted.start, quoted.end, reach=reach)
        numbers = dict.fromkeys(found.reference for found in near[:_MOST_CITED])
        return [held for number in numbers for held in self._holdings.named(number) if _is_kept(held)]

    def _best(self, text: str, quote: Marked, beside: Sequence[Held]) -> _Match | None:
        """The text that has it, else the one that has most of it: those cited beside it, then all others."""
        best: _Match | None = None
        tried: set[int] = set()
        pieces = (self._with_pieces(text, quote, size) for size in (_PIECE, _SMALL_PIECE))
        for candidates in (beside, self._with_all(text, quote), *pieces, self._with_words(text)):
            for held in candidates:
                if held.first not in tried:
                    tried.add(held.first)
                    best = self._better(best, self._match(text, quote, held))
            if best and (best.differences.is_verbatim or best.alignment.matched > _SURE * len(quote.tokens)):
                break
        return best

    def _match(self, text: str, quote: Marked, held: Held) -> _Match | None:
        alignment = align(quote, held.words)
        if alignment is None or not _is_alike(alignment, len(quote.tokens)):
            return None
        return _Match(held, alignment, differences(text, quote, held.words, alignment))

    def _better(self, one: _Match | None, other: _Match | None) -> _Match | None:
        """The one that is nearer to the archive; of two alike the one that is cited, then the one that stands."""
        if one is None or other is None:
            return one or other
        return other if self._rank(other) > self._rank(one) else one

    def _rank(self, match: _Match) -> tuple[bool, int, int, bool, bool]:
        wrong = sum(not change.is_allowed for change in match.differences.changes)
        advisory = match.held.advisory
        return (
            match.differences.is_verbatim,
            match.alignment.matched,
            -wrong,
            advisory.reference in self._cited,
            self._holdings.standing(advisory) == "standing",
        )

    def _with_all(self, text: str, quote: Marked) -> Iterator[Held]:
        """Texts in which it stands as it is, or the longest part of it without signs; the first word may differ."""
        edges = sorted({1, len(quote.tokens), *quote.signs})
        start, end = max(pairwise(edges), key=lambda edge: edge[1] - edge[0], default=(0, 0))
        if row := _row(text, quote, start, end):
            yield from self._holdings.with_row(row, limit=_MOST_TEXTS)[1]

    def _with_pieces(self, text: str, quote: Marked, size: int) -> Iterator[Held]:
        """Texts in which pieces of it stand as they are, those with most pieces first."""
        counts: Counter[int] = Counter()
        texts: dict[int, Held] = {}
        for row in _pieces(text, quote, size):
            for held in self._holdings.with_row(row, limit=_MOST_TEXTS)[1]:
                counts[held.first] += 1
                texts[held.first] = held
        most = sorted(counts, key=lambda first: (-counts[first], texts[first].advisory.reference not in self._cited))
        yield from (texts[first] for first in most[:_MOST_TEXTS])

    def _with_words(self, text: str) -> Iterator[Held]:
        """Texts that have most of its rare words."""
        yield from self._holdings.with_most(spellings(plain(text))[:_MOST_WORDS], limit=_MOST_TEXTS)

    def _told(self, found: Quotation, match: _Match, quoted: Quoted) -> Quotation:
        changes, spans = match.differences
        is_verbatim = match.differences.is_verbatim
        return found._replace(
            verdict="verbatim" if is_verbatim else "altered",
            source=self._holdings.stands(match.held),
            changes=changes,
            difference=() if is_verbatim else spans,
            archive_speaker=other_speaker(quoted.speaker, match.held, match.alignment),
            elsewhere=tuple(self._elsewhere(quoted, match.held)),
        )

    def _elsewhere(self, quoted: Quoted, held: Held) -> Iterator[str]:
        """The numbers in its paragraph, where all are held and none is that of the text."""
        near = self._manuscript.cited_near(quoted.start, quoted.end, reach=0)
        numbers = dict.fromkeys(found.reference for found in near)
        texts = [self._holdings.named(number) for number in numbers]
        same = held.advisory.reference in {text.advisory.reference for work in texts for text in work}
        if all(any(map(_is_kept, work)) for work in texts) and not same:
            yield from map(str, numbers)

    def _foreign(self, found: Quotation, text: str, quoted: Quoted) -> Quotation:
        """A quotation that stands nowhere: in translation, where the text that is cited is held in other languages."""
        beside = self._beside(quoted, reach=int(self._manuscript.is_set_off(quoted)))
        language, is_sure = detect_language(text)
        language = language if is_sure or len(text.split()) >= _TELLING else self._manuscript.language
        languages = tuple(dict.fromkeys(held.advisory.language for held in beside))
        if not beside or language in {"und", *languages} or "und" in languages:
            return found
        return found._replace(verdict="translated", source=self._holdings.stands(beside[0]), languages=languages)


_SHORTEST: Final = 4
"""Words from which on a quotation is looked for."""
_SHORTEST_UNSPACED: Final = 8
"""The same in characters."""
_TELLING: Final = 8
"""Words by which a language is known that is not that of the manuscript."""
_MOST_CITED: Final = 8
"""References near a quotation whose texts are looked into first."""
_MOST_TEXTS: Final = 6
_MOST_WORDS: Final = 80
_PIECE: Final = 5
"""Words that are looked for in a row."""
_SMALL_PIECE: Final = 3
"""The same where no such row leads to the text: short quotations with a change in the middle."""
_MOST_PIECES: Final = 7
_SURE: Final = 0.85
"""Part of a quotation that stands in a text from which on no other text is looked for by single words."""
_ALIKE: Final = 0.6
"""Part of a quotation that must stand in a text for it to be meant."""
_LONG_RUN: Final = 8
"""Words in a row that are enough where a smaller part stands in the text."""
_SMALLER: Final = 0.4


def _is_most(inner: Quotation, outer: Quotation) -> bool:
    """Whether hardly a word of the quotation around it stands in the archive too."""
    theirs = sum(len(span.text.split()) for span in outer.difference if span.sign == " ")
    return theirs <= len(inner.text.split()) + _BY_CHANCE


_BY_CHANCE: Final = 3
"""Words that any two texts share."""


def _has_blanks(quote: Marked) -> bool:
    return not quote.tokens or not is_character(quote.tokens[0].text)


def _is_kept(held: Held) -> bool:
    return held.advisory.status != "removed"


def _is_alike(alignment: Alignment, words: int) -> bool:
    part = alignment.matched / words
    return part >= _ALIKE or (part >= _SMALLER and alignment.longest >= _LONG_RUN)


def _pieces(text: str, quote: Marked, most: int) -> Iterator[list[str]]:
    """Rows of words as they stand in the index, spread over the quotation; the first word may have another case."""
    count = len(quote.tokens)
    size = min(most, count - 1)
    last = count - size
    step = max(1, last // _MOST_PIECES)
    for at in dict.fromkeys((*range(1 if count > most else 0, last + 1, step), last)):
        if any(sign in quote.signs for sign in range(at + 1, at + size)):
            continue
        if row := _row(text, quote, at, at + size):
            yield row


def _row(text: str, quote: Marked, start: int, end: int) -> list[str]:
    """Words of the quotation as they stand in the index."""
    return spellings(plain(text[quote.tokens[start].start : quote.tokens[end - 1].end])) if start < end else []
