"""Quotations of a text, verbatim, and who is named as their speaker.

Marks are paired within each paragraph, the words beside each pair are read for a speaker, and speakers are carried on
to quotations that continue or follow. What is not said stays unknown.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from advisory_cli.model import Quote
from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.names import Speaker
from advisory_cli.parse.quote_marks import Run, has_too_many_marks, paragraphs_with_marks, runs_of
from advisory_cli.parse.speakers import attributions_within, named_after, named_before, named_source


class _Found(NamedTuple):
    """A quotation and what its own paragraph tells of it."""

    text: str
    paragraph: int
    speaker: Speaker | None
    leads: bool
    """Nothing stands before it in its paragraph."""
    ends: bool
    """Nothing but its attribution stands behind it in its paragraph."""
    before: str
    """What stands between it and the quotation before it in its paragraph, without what names that one's speaker."""
    unclosed: bool
    """It goes on in the next paragraph."""
    whole: bool
    """Its paragraph is nothing but quotation."""
    inherited: bool = False


def find_quotes(body: str, language: str) -> tuple[Quote, ...]:
    """Quotations in order, verbatim without their outer marks, each with the speaker as far as one is named.

    `body` has its paragraphs separated by a blank line; `language` is its BCP 47 tag, `und` for any. Where the marks
    are more than in any document there are none.
    """
    if has_too_many_marks(body):
        return ()
    paragraphs = body.split("\n\n")
    marked = paragraphs_with_marks(body, paragraphs)
    if not marked:
        return ()
    found = list(_found(paragraphs, marked, language))
    resolved = _handed_on(_handed_back(found), paragraphs)
    times = Counter([quote.text for quote in resolved] if len(resolved) > 1 else ())
    return tuple(_quote(quote) for quote in resolved if _is_quotation(quote) and not _is_name(quote, times))


def _is_name(quote: _Found, times: Mapping[str, int]) -> bool:
    """Whether words that nobody says stand in marks again and again, as names of groups and laws do."""
    return quote.speaker is None and times[quote.text] > 1 and not quote.text.endswith((".", "!", "?"))


def _found(paragraphs: Sequence[str], marked: set[int], language: str) -> Iterator[_Found]:
    """The quotations of all paragraphs, each with the speaker that its own or an announcement before it names."""
    carried: str | None = None
    for at, paragraph in enumerate(paragraphs):
        if at in marked or carried:
            runs, carried = runs_of(paragraph, paragraphs[at + 1 : at + 7], carried)
            if spoken := _parted(paragraph, runs, language):
                yield from _quotes_of(paragraphs, at, spoken, language, goes_on=bool(carried))


def _parted(paragraph: str, runs: Sequence[Run], language: str) -> list[Run]:
    """The quotations without what names their speaker within the marks, which parts them."""
    spoken = (run for run in runs if not _is_organisation(paragraph[run.start : run.end]))
    return [part for run in spoken for part in _parts(paragraph, run, language)]


def _is_organisation(text: str) -> bool:
    """Names of organisations stand in marks in some languages: «Международная амнистия»."""
    return len(text) < _LONGEST_NAME and text.lower().endswith(_NAMES) and len(text.split()) <= 4


_LONGEST_NAME: Final = 40
_NAMES: Final = (
    "амнистия", "амнистии", "амнистию", "амнистией", "амністія", "amnesty international", "мемориал",
    "мемориала", "вотч", "без границ", "human rights watch", "amnistía internacional",
)  # fmt: skip


def _parts(paragraph: str, run: Run, language: str) -> list[Run]:
    parts: list[Run] = []
    before, start = run.before, run.start
    for begin, end in attributions_within(paragraph[run.start : run.end], language):
        if run.start + begin >= start:
            parts.append(Run(before, start, run.start + begin, run.start + begin))
            before = start = run.start + end
    if not parts:
        return [run]
    return [*parts, Run(before, start, run.end, run.after)] if start < run.end or start == run.start else parts


def _quotes_of(
    paragraphs: Sequence[str], at: int, runs: Sequence[Run], language: str, *, goes_on: bool
) -> Iterator[_Found]:
    paragraph = paragraphs[at]
    gaps = _gaps(paragraph, runs)
    whole = not any(gap.strip() for gap in gaps)
    prior: _Found | None = None
    before = gaps[0]
    for run, after in zip(runs, gaps[1:], strict=True):
        text = paragraph[run.start : run.end].strip()
        speaker, rest = _beside(text, before, after, language)
        last = run is runs[-1]
        if speaker is None and not before.strip(_BLANK):
            speaker = prior.speaker if prior else _announced(paragraphs[at - 1], language) if at else None
        if speaker is None and last:
            speaker = named_source(after, paragraphs[at + 1 : at + 3])
        prior = _Found(
            text,
            at,
            speaker,
            leads=prior is None and not before.strip(),
            ends=last and not rest.strip(),
            before=before,
            unclosed=last and goes_on,
            whole=whole,
        )
        yield prior
        before = rest


_BLANK: Final = " \n\t\xa0\u202f–—-"
"""What may stand between two parts of one quotation."""


def _gaps(paragraph: str, runs: Sequence[Run]) -> list[str]:
    """Text before, between and behind the quotations."""
    edges = [0, *(edge for run in runs for edge in (run.before, run.after)), len(paragraph)]
    return [paragraph[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _beside(quote: str, before: str, after: str, language: str) -> tuple[Speaker | None, str]:
    """The speaker named behind or in front of a quotation, and the text behind it that names nobody."""
    if before.rstrip().endswith((":", "：")) and (first := named_before(before, language=language)) and first.name:
        return first, after
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


def _handed_on(found: Sequence[_Found], paragraphs: Sequence[str]) -> list[_Found]:
    """Speakers carried on: to what continues a quotation, to a paragraph of nothing else, to `he said`."""
    handed: list[_Found] = []
    person: _Found | None = None
    for quote in found:
        one = _continued(quote, handed[-1]) if quote.speaker is None and handed else quote
        one = _resolved(one, person, paragraphs) if one.speaker and one.speaker.name is None else one
        handed.append(one)
        if one.speaker and one.speaker.name:
            is_person = not any(map(one.speaker.name.lower().__contains__, _ORGANISATIONS))
            person = one if is_person else None
    return handed


_ORGANISATIONS: Final = (
    "amnest",
    "amnist",
    "international",
    "organi",
    "watch",
    "амнист",
    "організац",
    "организац",
    "منظمة",
    "örgüt",
)
"""Parts of words by which a speaker is no person."""


def _continued(quote: _Found, prior: _Found) -> _Found:
    """The quotation with the speaker of the one before it, where it follows at once."""
    if prior.speaker is None or quote.paragraph - prior.paragraph > 1:
        return quote
    if prior.unclosed and quote.leads:
        return quote._replace(speaker=prior.speaker, inherited=prior.inherited)
    follows = quote.whole and (prior.ends or quote.paragraph == prior.paragraph)
    return quote._replace(speaker=prior.speaker, inherited=True) if follows else quote


def _resolved(quote: _Found, person: _Found | None, paragraphs: Sequence[str]) -> _Found:
    """The quotation with the person for whom `he` or a bare verb stands, if nobody else was named since."""
    if person is None or person.speaker is None or quote.paragraph - person.paragraph > _FARTHEST:
        return quote
    if named := _presented(quote.before):
        return quote._replace(speaker=Speaker(named))
    between = " ".join((*paragraphs[person.paragraph + 1 : quote.paragraph], quote.before))
    if any(not set(name[0].split()) & set(str(person.speaker.name).split()) for name in _NAME().finditer(between)):
        return quote
    return quote._replace(speaker=person.speaker, inherited=True)


def _presented(before: str) -> str | None:
    """The person whom the words before a quotation tell of: ``Ahmed, a 19-year-old from Aleppo, was in tears: ...``."""
    match = _PERSON().match(before.lstrip()) if before.rstrip().endswith((":", "：")) else None
    return match[1] if match else None


_PERSON: Final = pattern(
    r"([A-ZÀ-ÝА-ЯЁІЇЄ][\w’'-]+(?: [A-ZÀ-ÝА-ЯЁІЇЄ][\w’'.-]*){0,3}),? "
    r"(?:\(?\d\d\b|an? |une? |una |eine? |who |whose |qui |que |der |die |aged |which )"
)
_FARTHEST: Final = 3
"""Paragraphs over which `she said` still means the last who spoke."""
_NAME: Final = pattern(r"(?<![.!?] )\b[A-ZÀ-ÝА-ЯЁІЇЄ][\w’'-]+ [A-ZÀ-ÝА-ЯЁІЇЄ][\w’'.-]*")


def _is_quotation(quote: _Found) -> bool:
    """Whether it is speech: somebody says it, or it is longer than a term and not a title."""
    return bool(quote.text) and (
        quote.speaker is not None or quote.unclosed or (_is_long(quote.text) and not _is_title(quote))
    )


_FEWEST_WORDS: Final = 5
"""Without a verb of saying beside it, a shorter run is a term or a title."""
_FEWEST_UNSPACED: Final = 12
"""The same in characters, for scripts that put no blanks between words."""


def _is_long(text: str) -> bool:
    unspaced = "\u3040" <= text[:1] <= "\u9fff"
    return len(text.split()) >= _FEWEST_WORDS or (unspaced and len(text) >= _FEWEST_UNSPACED)


def _is_title(quote: _Found) -> bool:
    """Whether words before it announce a title, or nearly all its longer words have capitals."""
    longer = [word for word in quote.text.split() if len(word) > 3]
    capitals = sum(word[0].isupper() for word in longer)
    headline = len(longer) > 2 and capitals > 0.7 * len(longer) and not quote.text.endswith((".", "!", "?"))
    return headline or bool(_titled().search(quote.before[-40:]))


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(
        r"(?:titled|entitled|called|known as|report|document|article|book|film|song|law|campaign|slogan|theme|"
        r"intitulée?s?|rapport|loi|titulad[oa]|informe|documento|ley|lema|intitolat[oa]|rapporto|legge|bericht|titel|"
        r"gesetz|relatório|lei|под названием|доклад[еау]?|закон[еау]?|лозунгом|доповідь|"
        r"بعنوان|عنون\w{0,4} ب|تقرير|حملة|شعار|بإطلاق|"
        r"başlıklı|adlı)\W*$",
        re.IGNORECASE,
    )


def _quote(found: _Found) -> Quote:
    speaker = found.speaker or Speaker()
    if not speaker.name:
        return Quote(text=found.text)
    return Quote(
        text=found.text,
        speaker=speaker.name,
        role=speaker.role,
        attribution="inherited" if found.inherited else "stated",
    )
