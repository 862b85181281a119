"""Quotation marks of a paragraph, paired by shape and by what stands beside them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from advisory_cli.parse.lazy import pattern


class Run(NamedTuple):
    """A quotation in its paragraph: `before` and `after` lie outside the marks, `start` and `end` inside."""

    before: int
    start: int
    end: int
    after: int


class Runs(NamedTuple):
    """The outermost quotations of a paragraph, in order."""

    runs: list[Run]
    open_mark: str | None = None
    """The mark of the last of them, if it goes on in the next paragraph."""


def has_too_many_marks(body: str) -> bool:
    """Whether a text has more marks than any document: it is damaged or hostile, and pairing them is not worth it."""
    if len(body) <= _MOST_MARKS:
        return False
    return sum(map(body.count, _SIGNS)) + sum(1 for _ in _APOSTROPHE_OPENS().finditer(body)) > _MOST_MARKS


def paragraphs_with_marks(body: str, paragraphs: Sequence[str]) -> set[int]:
    """Numbers of the paragraphs in which a quotation can begin or end."""
    marked = {at for sign in _SIGNS if sign[0] in body for at, text in enumerate(paragraphs) if sign in text}
    if "'" in body or "’" in body:
        likely = ((at, text) for at, text in enumerate(paragraphs) if "'" in text or "’" in text)
        marked |= {at for at, text in likely if at not in marked and _APOSTROPHE_OPENS().search(text)}
    return marked


def runs_of(paragraph: str, following: Sequence[str], carried: str | None = None) -> Runs:
    """Outermost quotations of a paragraph; one that is still open ends with it if a paragraph `following` goes on.

    `carried` is the mark of a quotation that is open from the paragraph before.
    """
    paired = _Pairing(paragraph)
    if carried:
        paired.carry(carried)
    paired.read()
    runs = _outermost(paired.pairs)
    if paired.stray and (headless := _headless(paragraph, paired.stray)):
        runs.insert(0, headless)
    if not paired.stack:
        return Runs(runs)
    going_on = {text for text in dict.fromkeys(mark.text for mark in paired.stack) if _goes_on(text, following)}
    mark = next((mark for mark in paired.stack if mark.text in going_on), None)
    if mark is None:
        return Runs(runs)
    end = len(paragraph)
    return Runs([*(run for run in runs if run.after <= mark.start), Run(mark.start, mark.end, end, end)], mark.text)


_MARK: Final = pattern(
    "[\"“”„‟«»‹›「」『』‘’‚'`](?:(?<!['`])|(?<=')'|(?<=`)`"
    r"|(?<=')(?<![^\W_]')(?=[^\W\d_])|(?<=')(?<!\s')(?![^\W_]))"
)
_APOSTROPHE_OPENS: Final = pattern(r"['’](?:(?<![^\W_].)(?=[^\W\d_])|(?<=''))")
_SIGNS: Final = (*'"“”„‟«»‹›「」『』‘‚', "``")
"""What only quotations have."""
_MOST_MARKS: Final = 120_000
"""Six times those of the longest reports; the two of a quotation cost a twentieth of a millisecond."""
_FAMILY: Final = {
    **dict.fromkeys(['"', "“", "”", "„", "‟", "''", "``"], "double"),
    **dict.fromkeys("«»", "angle"),
    **dict.fromkeys("‹›", "small angle"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
    **dict.fromkeys("‘’‚'", "single"),
}
_CLOSED_BY: Final = {"“": "“„”", "«": "»", "‹": "›"}
"""Opening marks that also close, and after which mark."""
_ONE_WAY: Final = {"“": "”", "«": "»", "„": "“”", "「": "」", "『": "』"}
"""Opening marks whose closing ones cannot open where these do."""
_TERM: Final = 60
"""A run in single marks up to this length may end before a small letter; in a longer one that is an apostrophe."""
_SHORTENED: Final = pattern(r"(?:em|til|tis|twas|cause|n|cos|round)\b", re.IGNORECASE)
"""Words that are printed with an apostrophe in front."""
_MOST_PARAGRAPHS: Final = 6
"""So far ahead the end of a quotation is looked for that does not repeat its mark."""


class _Mark(NamedTuple):
    text: str
    start: int
    end: int


class _Pairing:
    """The marks of one paragraph as they are read: pairs, those still open, and a closing one that none opened."""

    def __init__(self, paragraph: str) -> None:
        self.paragraph = paragraph
        self.pairs: list[Run] = []
        self.stack: list[_Mark] = []
        self.stray: _Mark | None = None
        self._open: dict[str, int] = defaultdict(int)

    def carry(self, text: str) -> None:
        """Begin inside a quotation, unless the paragraph repeats its mark."""
        first = _MARK().match(self.paragraph.lstrip())
        if not first or _FAMILY[first[0]] != _FAMILY[text]:
            self._push(_Mark(text, 0, 0))

    def read(self) -> None:
        """Pair all marks."""
        for match in _MARK().finditer(self.paragraph):
            mark = _Mark(match[0], *match.span())
            role = self._role(mark)
            if role == "open":
                self._push(mark)
            elif role == "close" and self._open[_FAMILY[mark.text]]:
                self._close(mark)
            elif role == "close" and not (self.pairs or self.stack or self.stray or mark.text == "’"):
                self.stray = mark

    def _push(self, mark: _Mark) -> None:
        self.stack.append(mark)
        self._open[_FAMILY[mark.text]] += 1

    def _close(self, mark: _Mark) -> None:
        """Pair it with the nearest of its family; what was opened in between never closed."""
        while True:
            opening = self.stack.pop()
            self._open[_FAMILY[opening.text]] -= 1
            if _FAMILY[opening.text] == _FAMILY[mark.text]:
                break
        self.pairs.append(Run(opening.start, opening.end, mark.start, mark.end))

    def _role(self, mark: _Mark) -> str:
        before = self.paragraph[mark.start - 1] if mark.start else ""
        after = self.paragraph[mark.end : mark.end + 1]
        if _FAMILY[mark.text] == "single":
            return self._single(mark, before, after)
        return self._double(mark.text, before, after)

    def _single(self, mark: _Mark, before: str, after: str) -> str:
        """What a single mark does: most of them are apostrophes."""
        inside = bool(self.stack) and _FAMILY[self.stack[-1].text] == "single"
        if before and not before.isspace() and not after.isalnum():
            if inside and self._is_apostrophe(mark, before):
                return ""
            if inside or mark.text not in "‚'":
                return "close"
        if mark.text == "'" and (inside or _SHORTENED().match(self.paragraph, mark.end)):
            return ""
        opens = not before.isalnum() and (after.isupper() if mark.text == "’" else after.isalpha())
        return "open" if opens else ""

    def _is_apostrophe(self, mark: _Mark, before: str) -> bool:
        """Whether words go on behind it: ``the judges' ruling``."""
        goes_on = before.isalnum() and re.match(r"\s+[^\W\dA-Z]", self.paragraph[mark.end : mark.end + 3])
        return bool(goes_on) and (before in "sS" or mark.start - self.stack[-1].end > _TERM)

    def _double(self, shape: str, before: str, after: str) -> str:
        """What any other mark does, by its shape and, where that leaves it open, by the characters beside it."""
        opened = self._open[_FAMILY[shape]] > 0
        looks_closing = bool(before) and not before.isspace() and not after.isalnum()
        looks_opening = not looks_closing and bool(after) and not after.isspace() and not before.isalnum()
        if shape in {"``", "„", "‟", "「", "『"}:
            return "open"
        if shape in _CLOSED_BY:
            closes = opened and looks_closing and self.stack[-1].text in _CLOSED_BY[shape]
            return "close" if closes else "open"
        if shape in {"”", "»", "›", "」", "』"}:
            return "open" if looks_opening and not opened and shape in "”»›" else "close"
        if opened:
            return "open" if looks_opening else "close"
        return "close" if looks_closing else "open"


def _outermost(pairs: list[Run]) -> list[Run]:
    """The pairs in order, without those that lie within another."""
    reach, runs = 0, []
    for pair in sorted(pairs):
        if pair.before >= reach:
            runs.append(pair)
            reach = pair.after
    return runs


def _headless(paragraph: str, mark: _Mark) -> Run | None:
    """A quotation from the beginning of the paragraph whose opening mark was lost: one sentence, then a dash."""
    sentence = not re.search(r"[.!?]\s", paragraph[: mark.start])
    goes_on = re.match(r"\s*[,–—-]", paragraph[mark.end : mark.end + 3])
    return Run(0, 0, mark.start, mark.end) if sentence and goes_on else None


def _goes_on(mark: str, following: Sequence[str]) -> bool:
    """Whether the next paragraph repeats the mark, or one of the next closes it before any other opens."""
    if not following:
        return False
    taken_up = _MARK().match(following[0].lstrip())
    if taken_up and _FAMILY[taken_up[0]] == _FAMILY[mark]:
        return True
    closing = _ONE_WAY.get(mark, "")
    marks = (match[0] for paragraph in following[:_MOST_PARAGRAPHS] for match in _MARK().finditer(paragraph))
    return next((sign in closing for sign in marks if closing and _FAMILY[sign] == _FAMILY[mark]), False)
