"""Quotations of a text, verbatim, and who is named as their speaker.

Marks are paired within each paragraph, the words beside each pair are read for a speaker, and speakers are carried on
to quotations that continue or follow. What is not said stays unknown.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from advisory_cli.model import Quote
from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.speakers import Speaker, named_after, named_before, named_source

_MARK: Final = pattern("[\"“”„‟«»‹›「」『』‘’‚'`](?:(?<=')'|(?<=`)`|(?<!['`]))")
_FAMILY: Final = {
    **dict.fromkeys(['"', "“", "”", "„", "‟", "''", "``"], "double"),
    **dict.fromkeys("«»", "angle"),
    **dict.fromkeys("‹›", "small angle"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
    **dict.fromkeys("‘’‚", "single"),
}
_CLOSED_BY: Final = {"“": "“„”", "«": "»", "‹": "›"}
"""Opening marks that also close, and after which mark."""
_FEWEST_WORDS: Final = 5
"""Without a verb of saying beside it, a shorter run is a term or a title."""
_FEWEST_UNSPACED: Final = 12
"""The same in characters, for scripts that put no blanks between words."""
_TERM: Final = 60
"""A run in single marks up to this length may end before a small letter; in a longer one that is an apostrophe."""
_ORGANISATIONS: Final = ("amnest", "international", "organi", "watch", "амнист", "организац", "منظمة")
"""Parts of words by which a speaker is no person."""


class _Run(NamedTuple):
    """A quotation in its paragraph: `before` and `after` lie outside the marks, `start` and `end` inside."""

    before: int
    start: int
    end: int
    after: int


class _Found(NamedTuple):
    """A quotation and what its own paragraph tells of it."""

    text: str
    paragraph: int
    speaker: Speaker | None
    leads: bool
    """Nothing stands before it in its paragraph."""
    ends: bool
    """Nothing but its attribution stands behind it in its paragraph."""
    lead_in: str
    """The last words before it, which may announce a title."""
    unclosed: bool
    """It goes on in the next paragraph."""
    whole: bool
    """Its paragraph is nothing but quotation."""
    inherited: bool = False


def find_quotes(body: str, language: str) -> tuple[Quote, ...]:
    """Quotations in order, verbatim without their outer marks, each with the speaker as far as one is named.

    `body` has its paragraphs separated by a blank line; `language` is its BCP 47 tag, `und` for any.
    """
    if not _MARK().search(body):
        return ()
    paragraphs = body.split("\n\n")
    found = [quote for at in range(len(paragraphs)) for quote in _quotes_of(paragraphs, at, language)]
    return tuple(_quote(quote) for quote in _handed_on(_handed_back(found)) if _is_quotation(quote))


def _quotes_of(paragraphs: Sequence[str], at: int, language: str) -> list[_Found]:
    """The quotations of one paragraph, with the speakers that it or an announcement before it names."""
    paragraph = paragraphs[at]
    if not _MARK().search(paragraph):
        return []
    runs, unclosed = _runs(paragraph, "".join(paragraphs[at + 1 : at + 2]))
    gaps = _gaps(paragraph, runs)
    whole = not any(gap.strip() for gap in gaps)
    found: list[_Found] = []
    before = gaps[0]
    for run, after in zip(runs, gaps[1:], strict=True):
        text = paragraph[run.start : run.end].strip()
        speaker, rest = _beside(text, before, after, language)
        last = run is runs[-1]
        if speaker is None and not before.strip():
            speaker = found[-1].speaker if found else _announced(paragraphs[at - 1], language) if at else None
        if speaker is None and last:
            speaker = named_source(after, paragraphs[at + 1 : at + 3])
        found.append(
            _Found(
                text,
                at,
                speaker,
                leads=not found and not before.strip(),
                ends=last and not rest.strip(),
                lead_in=before[-40:],
                unclosed=last and unclosed,
                whole=whole,
            )
        )
        before = rest
    return found


def _runs(paragraph: str, following: str) -> tuple[list[_Run], bool]:
    """Outermost quotations of a paragraph, and whether the last one is still open where `following` takes it up."""
    pairs, opened, stray = _paired(paragraph)
    runs = [run for run, outer in zip(pairs, _reach(pairs), strict=True) if run.before >= outer]
    if stray and (headless := _headless(paragraph, stray)):
        runs.insert(0, headless)
    taken_up = _MARK().match(following.lstrip())
    mark = next((mark for mark in opened if taken_up and _FAMILY[mark[0]] == _FAMILY[taken_up[0]]), None)
    if mark is None:
        return runs, False
    end = len(paragraph)
    return [*(run for run in runs if run.after <= mark.start()), _Run(mark.start(), mark.end(), end, end)], True


def _paired(paragraph: str) -> tuple[list[_Run], list[re.Match[str]], re.Match[str] | None]:
    """Pairs of marks in order of their beginning, opening marks left over, and a closing one that none opened."""
    stack: list[re.Match[str]] = []
    open_now = dict.fromkeys(_FAMILY.values(), 0)
    pairs: list[_Run] = []
    stray: re.Match[str] | None = None
    for mark in _MARK().finditer(paragraph):
        family = _FAMILY[mark[0]]
        role = _single(mark, stack) if family == "single" else _paired_role(mark, stack, opened=open_now[family] > 0)
        if role == "open":
            stack.append(mark)
            open_now[family] += 1
        elif role == "close" and open_now[family]:
            opening = stack.pop()
            while _FAMILY[opening[0]] != family:
                open_now[_FAMILY[opening[0]]] -= 1
                opening = stack.pop()
            open_now[family] -= 1
            pairs.append(_Run(opening.start(), opening.end(), mark.start(), mark.end()))
        elif role == "close" and not pairs and not stack and not stray:
            stray = mark
    return sorted(pairs), stack, stray


def _single(mark: re.Match[str], stack: Sequence[re.Match[str]]) -> str:
    """What a single mark does: most of them are apostrophes."""
    before, after = _around(mark)
    inside = bool(stack) and _FAMILY[stack[-1][0]] == "single"
    if before and not before.isspace() and not after.isalnum():
        apostrophe = before.isalnum() and re.match(r"\s+[^\W\dA-Z]", mark.string[mark.end() : mark.end() + 3])
        if inside and apostrophe and (before in "sS" or mark.start() - stack[-1].end() > _TERM):
            return ""
        if inside or mark[0] != "‚":
            return "close"
    opens = not before.isalnum() and (after.isupper() if mark[0] == "’" else after.isalpha())
    return "open" if opens else ""


def _paired_role(mark: re.Match[str], stack: Sequence[re.Match[str]], *, opened: bool) -> str:
    """What any other mark does, by its shape and, where the shape leaves it open, by the characters beside it."""
    before, after = _around(mark)
    looks_closing = bool(before) and not before.isspace() and not after.isalnum()
    looks_opening = not looks_closing and bool(after) and not after.isspace() and not before.isalnum()
    shape = mark[0]
    if shape in {"``", "„", "‟", "「", "『"}:
        return "open"
    if shape in _CLOSED_BY:
        closes = opened and looks_closing and stack[-1][0] in _CLOSED_BY[shape]
        return "close" if closes else "open"
    if shape in {"”", "»", "›", "」", "』"}:
        return "open" if looks_opening and not opened and shape in "”»›" else "close"
    if opened:
        return "open" if looks_opening else "close"
    return "close" if looks_closing else "open"


def _around(mark: re.Match[str]) -> tuple[str, str]:
    return mark.string[max(mark.start() - 1, 0) : mark.start()], mark.string[mark.end() : mark.end() + 1]


def _reach(pairs: Sequence[_Run]) -> Iterator[int]:
    """For each pair, up to where the pairs before it go."""
    reach = 0
    for pair in pairs:
        yield reach
        reach = max(reach, pair.after)


def _headless(paragraph: str, mark: re.Match[str]) -> _Run | None:
    """A quotation from the beginning of the paragraph whose opening mark was lost: one sentence, then a dash."""
    sentence = not re.search(r"[.!?]\s", paragraph[: mark.start()])
    goes_on = re.match(r"\s*[,–—-]", paragraph[mark.end() : mark.end() + 3])
    return _Run(0, 0, mark.start(), mark.end()) if sentence and goes_on else None


def _gaps(paragraph: str, runs: Sequence[_Run]) -> list[str]:
    """Text before, between and behind the quotations."""
    edges = [0, *(edge for run in runs for edge in (run.before, run.after)), len(paragraph)]
    return [paragraph[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _beside(quote: str, before: str, after: str, language: str) -> tuple[Speaker | None, str]:
    """The speaker named behind or in front of a quotation, and the text behind it that names nobody."""
    if after.strip() and (named := named_after(after, quote=quote, before=before, language=language)):
        return named.speaker, after[named.end :]
    return (named_before(before, language=language) if before.strip() else None), after


def _announced(paragraph: str, language: str) -> Speaker | None:
    """The speaker whom a paragraph names that ends in a colon."""
    return named_before(paragraph, language=language) if paragraph.rstrip().endswith((":", "：")) else None


def _handed_back(found: Sequence[_Found]) -> list[_Found]:
    """A quotation that goes on in the next paragraph has the speaker who is named there."""
    handed: list[_Found] = []
    for quote in reversed(found):
        goes_on = quote.unclosed and quote.speaker is None and handed and handed[-1].leads
        handed.append(quote._replace(speaker=handed[-1].speaker) if goes_on else quote)
    return handed[::-1]


def _handed_on(found: Sequence[_Found]) -> list[_Found]:
    """Speakers carried on: to what continues a quotation, to a paragraph of nothing else, to `he said`."""
    handed: list[_Found] = []
    person: Speaker | None = None
    for quote in found:
        handed.append(_continued(quote, handed[-1]) if quote.speaker is None and handed else _resolved(quote, person))
        speaker = handed[-1].speaker
        if speaker and speaker.name:
            person = None if any(word in speaker.name.lower() for word in _ORGANISATIONS) else speaker
    return handed


def _continued(quote: _Found, prior: _Found) -> _Found:
    """The quotation with the speaker of the one before it, where it follows at once."""
    if prior.speaker is None or quote.paragraph - prior.paragraph > 1:
        return quote
    if prior.unclosed and quote.leads:
        return quote._replace(speaker=prior.speaker, inherited=prior.inherited)
    follows = quote.whole and (prior.ends or quote.paragraph == prior.paragraph)
    return quote._replace(speaker=prior.speaker, inherited=True) if follows else quote


def _resolved(quote: _Found, person: Speaker | None) -> _Found:
    """The quotation with the person for whom `he` or a bare verb stands, if one was named before."""
    stands_in = quote.speaker is not None and quote.speaker.name is None
    return quote._replace(speaker=person, inherited=True) if stands_in and person else quote


def _is_quotation(quote: _Found) -> bool:
    """Whether it is speech: somebody says it, or it is longer than a term and not a title."""
    return quote.speaker is not None or quote.unclosed or (_is_long(quote.text) and not _is_title(quote))


def _is_long(text: str) -> bool:
    unspaced = "\u3040" <= text[:1] <= "\u9fff"
    return len(text.split()) >= _FEWEST_WORDS or (unspaced and len(text) >= _FEWEST_UNSPACED)


def _is_title(quote: _Found) -> bool:
    """Whether words before it announce a title, or nearly all its longer words have capitals."""
    longer = [word for word in quote.text.split() if len(word) > 3]
    capitals = sum(word[0].isupper() for word in longer)
    headline = len(longer) > 2 and capitals > 0.7 * len(longer) and not quote.text.endswith((".", "!", "?"))
    return headline or bool(_titled().search(quote.lead_in))


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(
        r"(?:titled|entitled|called|known as|report|document|article|book|film|song|law|campaign|slogan|theme|"
        r"intitulée?|rapport|titulad[oa]|informe|documento|intitolat[oa]|rapporto|bericht|titel|под названием|"
        r"доклад[еау]?|بعنوان)\W*$",
        re.IGNORECASE,
    )


def _quote(found: _Found) -> Quote:
    speaker = found.speaker or Speaker()
    if speaker.name is None:
        return Quote(text=found.text)
    return Quote(
        text=found.text,
        speaker=speaker.name,
        role=speaker.role,
        attribution="inherited" if found.inherited else "stated",
    )
