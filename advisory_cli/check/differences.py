"""What an alignment says: changes that a quotation may have, those it may not have, and both marked word by word."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from advisory_cli.actions.history import Span
from advisory_cli.check.aligning import Alignment, Step
from advisory_cli.check.tokens import Marked, Token, is_ellipsis, plain
from advisory_cli.check.values import ALLOWED, Change, Kind
from advisory_cli.check.words import Words
from advisory_cli.text import fold


class Differences(NamedTuple):
    """The changes of a quotation, and the quotation with them marked."""

    changes: tuple[Change, ...]
    spans: tuple[Span, ...]

    @property
    def is_verbatim(self) -> bool:
        """Whether every change is one that a quotation may have."""
        return all(change.is_allowed for change in self.changes)


def differences(text: str, quote: Marked, words: Words, alignment: Alignment) -> Differences:
    """How the quotation with this text differs from the words that it is aligned with."""
    found = _Comparison(text, quote, words)
    parts = list(_merged(part for step in alignment.steps for part in found.parts(step)))
    if quote.signs.get(0) or quote.signs.get(len(quote.tokens)):
        parts += [found.edge(at) for at in (0, len(quote.tokens)) if at in quote.signs]
    changes = tuple(dict.fromkeys(Change(part.kind, found.theirs(part), found.ours(part)) for part in parts))
    return Differences(changes, tuple(found.spans([part for part in parts if part.kind not in ALLOWED])))


class _Part(NamedTuple):
    """Words of both that are not the same, and how."""

    kind: Kind
    quote: int
    quote_end: int
    text: int
    text_end: int


_ENDS: Final = frozenset(".?")
_MOST_REPLACED: Final = 12
"""Words for which an insertion in brackets may stand."""
_SHOWN: Final = 40
"""Words of one change that are shown whole."""
_MOST: Final = 10_000
"""Words of the archive that are looked at for one change."""


class _Comparison:
    """A quotation and the text beside it."""

    def __init__(self, text: str, quote: Marked, words: Words) -> None:
        self._text = text
        self._tokens, self._signs = quote
        self._words = words

    def parts(self, step: Step) -> Iterator[_Part]:
        """What is not the same in one step."""
        _, quote, quote_end, text, text_end = step
        if step.is_equal:
            yield from self._in_equal(quote, text, quote_end - quote)
        else:
            yield _Part(self._kind(step), quote, quote_end, text, text_end)

    def edge(self, at: int) -> _Part:
        """A sign at the beginning or the end, which stands for nothing."""
        return _Part(_kind_of_signs(self._signs[at]), at, at, 0, 0)

    def theirs(self, part: _Part) -> str:
        """What the manuscript has, with the signs before it."""
        words = plain(self._text[slice(*self._place(part))])
        signs = self._signs.get(part.quote, []) if part.kind in {"ellipsis", "brackets"} else []
        return _shortened(" ".join((*map(plain, signs), *([words] if words else []))))

    def ours(self, part: _Part) -> str:
        """What the archive has."""
        if part.kind == "sentences":
            end = self._words.token(part.text_end - 1).end
            return plain(self._words.text[self._words.start(part.text) : _with_mark(self._words.text, end)])
        if part.text_end - part.text <= _SHOWN:
            return plain(self._words.raw(part.text, part.text_end))
        ends = (part.text, part.text + _SHOWN // 2), (part.text_end - _SHOWN // 2, part.text_end)
        return " … ".join(plain(self._words.raw(*end)) for end in ends)

    def spans(self, parts: Sequence[_Part]) -> Iterator[Span]:
        """The quotation in pieces, with what is not allowed taken out and what the archive has put in."""
        for sign, group in groupby(self._pieces(parts), key=lambda span: span.sign):
            yield Span(sign, "".join(span.text for span in group))

    def _pieces(self, parts: Sequence[_Part]) -> Iterator[Span]:
        at = 0
        for part in parts:
            start, end = self._place(part)
            yield from _span(" ", plain_between(self._text[at:start]))
            yield from _span("-", plain(self._text[start:end]))
            yield from _span(" ", " " if start < end and part.text < part.text_end else "")
            yield from _span("+", self.ours(part))
            yield from _span(" ", " " if start == end else "")
            at = end
        yield from _span(" ", plain_between(self._text[at:]))

    def _place(self, part: _Part) -> tuple[int, int]:
        """Where the words of the quotation stand; where they are missing, before the next one."""
        if part.quote < part.quote_end:
            end = self._tokens[part.quote_end - 1].end
            return self._tokens[part.quote].start, _with_mark(self._text, end) if part.kind == "sentences" else end
        at = self._tokens[part.quote].start if part.quote < len(self._tokens) else len(self._text)
        return at, at

    def _in_equal(self, quote: int, text: int, size: int) -> Iterator[_Part]:
        """Other letters of the same word, another end of the same sentence, signs that stand for nothing."""
        ours = self._ours(text, text + size)
        theirs = self._tokens[quote : quote + size]
        if quote + size == len(self._tokens) and theirs[-1].stop == "?" != ours[-1].stop:
            yield _Part("sentences", quote + size - 1, quote + size, text + size - 1, text + size)
        for far, (one, other) in enumerate(zip(theirs, ours, strict=True)):
            if kind := self._letters(quote + far, one, other):
                yield _Part(kind, quote + far, quote + far + 1, text + far, text + far + 1)
        pairs = enumerate(pairwise(zip(theirs, ours, strict=True)))
        for far, ((one, other), _) in pairs:
            place = (quote + far, quote + far + 2, text + far, text + far + 2)
            if signs := self._signs.get(quote + far + 1):
                yield _Part(_kind_of_signs(signs), quote + far + 1, quote + far + 1, 0, 0)
            elif one.stop != other.stop:
                yield _Part("sentences" if {one.stop, other.stop} & _ENDS else "punctuation", *place)

    def _letters(self, at: int, one: Token, other: Token) -> Kind | None:
        if one.stem:
            return "brackets"
        if one.text == other.text:
            return None
        begins = at == 0 or at in self._signs
        first_alone = one.text[1:] == other.text[1:] and one.text[:1].casefold() == other.text[:1].casefold()
        return None if begins and first_alone else "letters"

    def _kind(self, step: Step) -> Kind:
        """What kind of change it is that these words stand for those."""
        _, quote, quote_end, text, text_end = step
        ours, theirs = self._ours(text, text_end), self._tokens[quote:quote_end]
        if not theirs:
            if signs := self._signs.get(quote):
                if any(map(is_ellipsis, signs)):
                    return "ellipsis"
                if len(ours) <= _MOST_REPLACED:
                    return "brackets"
            return "joined" if self._ends_sentence(text, text_end) else "left out"
        if not ours:
            return "put in"
        if len(theirs) == len(ours) == 1 and theirs[0].stem and _fits(theirs[0].stem, ours[0]):
            return "brackets"
        return "hyphens" if _same_letters(theirs, ours) else "words"

    def _ours(self, start: int, end: int) -> list[Token]:
        return [self._words.token(at) for at in range(start, min(end, start + _MOST))]

    def _ends_sentence(self, start: int, end: int) -> bool:
        return any(token.stop in _ENDS for token in self._ours(max(0, start - 1), end) if token.stop)


def plain_between(text: str) -> str:
    """In one line, with a blank where there was white space at an end."""
    flat = plain(text)
    if not flat:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{flat}{' ' if text[-1].isspace() else ''}"


def _with_mark(text: str, end: int) -> int:
    """Behind the mark that ends a sentence, if one stands there."""
    return end + 1 if text[end : end + 1] in {".", "!", "?"} else end


def _span(sign: str, text: str) -> Iterator[Span]:
    if text:
        yield Span(sign, text)


def _merged(parts: Iterator[_Part]) -> Iterator[_Part]:
    """Changes in order; those that share words, and are not allowed, as one."""
    waiting: _Part | None = None
    for part in sorted(parts, key=lambda part: (part.quote, part.quote_end)):
        if waiting and _belong_together(waiting, part):
            kind: Kind = "sentences" if "sentences" in {waiting.kind, part.kind} else waiting.kind
            end, text_end = max(waiting.quote_end, part.quote_end), max(waiting.text_end, part.text_end)
            waiting = _Part(kind, waiting.quote, end, min(waiting.text, part.text), text_end)
            continue
        if waiting:
            yield waiting
        waiting = part
    if waiting:
        yield waiting


def _belong_together(one: _Part, following: _Part) -> bool:
    """Whether two changes that are not allowed share words, or are of other letters word after word."""
    if one.kind in ALLOWED or following.kind in ALLOWED:
        return False
    touches = one.kind == following.kind == "letters" and (one.quote_end, one.text_end) == (
        following.quote,
        following.text,
    )
    return touches or following.quote < one.quote_end


def _kind_of_signs(signs: Sequence[str]) -> Kind:
    return "ellipsis" if any(map(is_ellipsis, signs)) else "brackets"


def _fits(stem: str, other: Token) -> bool:
    key = fold(stem)
    return other.key.startswith(key) or other.key.endswith(key)


def _same_letters(theirs: Sequence[Token], ours: Sequence[Token]) -> bool:
    """Whether only blanks or hyphens are between others; of numbers they would make other numbers."""
    one, other = ("".join(token.key for token in side) for side in (theirs, ours))
    return one == other and not any(char.isdigit() for char in one)


def _shortened(text: str) -> str:
    words = text.split(" ")
    if len(words) <= _SHOWN:
        return text
    return " ".join((*words[: _SHOWN // 2], "…", *words[-_SHOWN // 2 :]))
