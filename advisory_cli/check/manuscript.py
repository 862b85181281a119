"""A manuscript taken apart: quotations with their speakers, references, and what is neither, each with its place."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from advisory_cli.parse.language import detect_language
from advisory_cli.parse.quote_marks import paragraphs_with_marks, runs_of
from advisory_cli.parse.quotes import find_quotes
from advisory_cli.reference import Found, find_references


class Quoted(NamedTuple):
    """A quotation as it stands: characters from `start` to `end`, without its marks."""

    start: int
    end: int
    paragraph: int
    speaker: str | None = None


class Manuscript:
    """The text of a manuscript and what is in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.language = detect_language(text)[0]
        self.paragraphs = list(_paragraphs(text))
        self._starts = [start for start, _ in self.paragraphs]
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self.references = find_references(text)
        self._reference_starts = [found.start for found in self.references]
        self.quotations = list(_quotations(text, self.paragraphs, self.language))

    def line(self, offset: int) -> int:
        """The number of the line, from 1."""
        return bisect_right(self._lines, offset)

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph, from 0."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def cited_near(self, start: int, end: int, *, reach: int = 1) -> list[Found]:
        """References in the same paragraph, the nearest first, then those of so many paragraphs around it."""
        here = self.paragraph(start)
        around = self._around(here, reach)
        return sorted(around, key=lambda found: (abs(self.paragraph(found.start) - here), _distance(found, start, end)))

    def within(self, quoted: Quoted) -> list[Quoted]:
        """The quotations within a quotation."""
        runs = runs_of(_one_line(self.text[quoted.start : quoted.end]), ()).runs
        return [Quoted(quoted.start + run.start, quoted.start + run.end, quoted.paragraph) for run in runs]

    def is_set_off(self, quoted: Quoted) -> bool:
        """Whether a quotation is a paragraph of its own, so that its source is named before or behind it."""
        start, end = self.paragraphs[quoted.paragraph]
        return not self.text[start : quoted.start].strip(_EDGES) and not self.text[quoted.end : end].strip(_EDGES)

    def _around(self, paragraph: int, reach: int) -> Sequence[Found]:
        first = self._starts[max(0, paragraph - reach)] if self._starts else 0
        last = self.paragraphs[min(len(self.paragraphs) - 1, paragraph + reach)][1] if self._starts else len(self.text)
        starts = self._reference_starts
        return self.references[bisect_right(starts, first - 1) : bisect_right(starts, last)]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where lines stand together that have something in them, without the white space around."""
    at = first = 0
    end = -1
    for line in text.split("\n"):
        if line.strip():
            first, end = (at if end < 0 else first), at + len(line)
        elif end >= 0:
            yield first, end
            end = -1
        at += len(line) + 1
    if end >= 0:
        yield first, end


def _distance(found: Found, start: int, end: int) -> int:
    return max(start - found.end, found.start - end, 0)


def _quotations(text: str, paragraphs: Sequence[tuple[int, int]], language: str) -> Iterator[Quoted]:
    """What stands in quotation marks, and paragraphs that are set off as quotations, in order."""
    spans = [span for span in paragraphs if not _is_set_off(text[slice(*span)])]
    flat = [_one_line(text[start:end]) for start, end in spans]
    marked = list(_marked(flat, spans, paragraphs))
    spoken = _speakers(flat, spans, language)
    blocks = [Quoted(*_unset(text, *span), at) for at, span in enumerate(paragraphs) if _is_set_off(text[slice(*span)])]
    yield from sorted((*(one._replace(speaker=_speaker(one, spoken)) for one in marked), *blocks))


def _marked(
    flat: Sequence[str], spans: Sequence[tuple[int, int]], paragraphs: Sequence[tuple[int, int]]
) -> Iterator[Quoted]:
    numbers = {start: at for at, (start, _) in enumerate(paragraphs)}
    with_marks = paragraphs_with_marks("\n\n".join(flat), flat)
    carried: str | None = None
    for at, paragraph in enumerate(flat):
        if at in with_marks or carried:
            runs, carried = runs_of(paragraph, flat[at + 1 : at + 7], carried)
            start = spans[at][0]
            yield from (Quoted(start + run.start, start + run.end, numbers[start]) for run in runs)


def _speakers(flat: Sequence[str], spans: Sequence[tuple[int, int]], language: str) -> list[tuple[int, int, str]]:
    """Where somebody is named who speaks: quotations as the parser finds them, in the places of the manuscript."""
    body = "\n\n".join(flat)
    starts = [0]
    for one in flat:
        starts.append(starts[-1] + len(one) + 2)
    found, cursor = [], 0
    for quote in find_quotes(body, language):
        at = body.find(quote.text, cursor)
        if at < 0:
            continue
        cursor = at + len(quote.text)
        if quote.speaker and quote.attribution == "stated":
            paragraph = bisect_right(starts, at) - 1
            start = spans[paragraph][0] + at - starts[paragraph]
            found.append((start, start + len(quote.text), quote.speaker))
    return found


def _speaker(quoted: Quoted, spoken: Sequence[tuple[int, int, str]]) -> str | None:
    at = bisect_right(spoken, quoted.end, key=lambda one: one[0]) - 1
    return spoken[at][2] if at >= 0 and spoken[at][1] > quoted.start else None


def _is_set_off(paragraph: str) -> bool:
    """Whether every line begins with ``>``, or is indented and long enough to be no list or address."""
    lines = paragraph.split("\n")
    if all(line.lstrip().startswith(">") for line in lines):
        return True
    indented = all(_indented().match(line) for line in lines)
    return indented and not _item().match(paragraph) and len(paragraph.split()) >= _LEAST_INDENTED


def _unset(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without what sets it off at its beginning, and without marks around it."""
    block = text[start:end]
    return end - len(block.lstrip(_EDGES)), start + len(block.rstrip(_EDGES))


_EDGES: Final = '> \t\n"“”„«»‘’'
"""Blanks and marks around a quotation."""


_LEAST_INDENTED: Final = 12
"""Words of an indented paragraph that is taken for a quotation."""


def _one_line(paragraph: str) -> str:
    """The paragraph without line ends, as long as before."""
    return paragraph.replace("\n", " ").replace("\t", " ")


@cache
def _indented() -> re.Pattern[str]:
    return re.compile(r"(?: {4}|\t) {0,8}\S")


@cache
def _item() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[-*•–]|\d+[.)]|[\"“”„«‘'])")
