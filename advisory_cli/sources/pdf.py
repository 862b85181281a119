"""The text of PDFs, with pdfium."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import c_double
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from statistics import mean, mode
from typing import Final

import pypdfium2
from pypdfium2 import raw

from advisory_cli.errors import Unreadable
from advisory_cli.sources.extracted import Extracted, shorten

_HYPHENS: Final = ("\x02", "\ufffe")
"""How pdfium marks a hyphen at a line break."""
_BROKEN_WORD: Final = re.compile("[\x02\ufffe][\n ]?")
_APART: Final = 1.25
"""Times the usual distance of two lines; paragraphs are set at least half a line apart."""
_WRAPPED: Final = 100
"""Characters of a line."""
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_MUCH: Final = 0.2


def read(content: bytes, longest: int) -> Extracted:
    """The text page by page, pages apart by a form feed."""
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("", _reason()) from error
    pages = list(shorten(_pages(pdf), longest))
    text = "\f".join(pages)
    if not text.strip():
        raise Unreadable("", "there is no text in it, probably a scan; run text recognition (OCR) on it first")
    joined, breaks = _BROKEN_WORD.subn("", text)
    return Extracted(joined, notes=tuple(_notes(joined, breaks, pages)))


def _pages(pdf: pypdfium2.PdfDocument) -> Iterator[str]:
    for number in range(len(pdf)):
        try:
            page = pdf[number]
        except pypdfium2.PdfiumError:
            yield ""
            continue
        text = page.get_textpage()
        yield _with_paragraphs(text)
        text.close()
        page.close()


def _with_paragraphs(page: pypdfium2.PdfTextPage) -> str:
    """The text of a page with an empty line where the lines of the page stand farther apart than they mostly do."""
    lines = page.get_text_range().split("\r\n")
    heights = list(_heights(page, lines))
    gaps = [round(above - below, 1) for above, below in pairwise(heights)]
    usual = _usual(gaps, lines)
    wide = [gap > usual * _APART and not line.endswith(_HYPHENS) for gap, line in zip(gaps, lines, strict=False)]
    numbered = zip(accumulate(wide, initial=0), lines, strict=True)
    blocks = ["\n".join(line for _, line in group) for _, group in groupby(numbered, key=itemgetter(0))]
    return "\n\n".join(_in_one_line(block) if any(wide) else block for block in blocks).strip()


def _usual(gaps: Sequence[float], lines: Sequence[str]) -> float:
    """How far lines within a paragraph stand apart: mostly as most do, but not where most paragraphs are a line.

    Then lines are fuller before the smaller distance, at which they are wrapped.
    """
    below = Counter(gap for gap in gaps if gap > 0)
    if not below:
        return 0
    most = mode(gap for gap in gaps if gap > 0)
    wrapped = [gap for gap, count in below.items() if most / _TWICE <= gap < most / _APART and count > 1]
    closest = min(wrapped, default=most)
    return closest if _fullness(closest, gaps, lines) > _FULLER * _fullness(most, gaps, lines) else most


_TWICE: Final = 2.2
_FULLER: Final = 1.25


def _fullness(distance: float, gaps: Sequence[float], lines: Sequence[str]) -> float:
    """Characters of the lines that another stands below at this distance, on the average."""
    return mean(len(line) for gap, line in zip(gaps, lines, strict=False) if gap == distance)


def _in_one_line(paragraph: str) -> str:
    """Lines that are too long for a header are wrapped text, however short the others beside them."""
    return paragraph.replace("\n", " ") if max(map(len, paragraph.split("\n"))) > _WRAPPED else paragraph


def _heights(page: pypdfium2.PdfTextPage, lines: list[str]) -> Iterator[float]:
    """Where each line stands above the lower edge of the page, in points."""
    x, y, start = c_double(), c_double(), 0
    for line in lines:
        raw.FPDFText_GetCharOrigin(page, raw.FPDFText_GetCharIndexFromTextIndex(page, start), x, y)
        yield y.value
        start += len(line.encode("utf-16-le", errors="replace")) // 2 + 2


def _reason() -> str:
    if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD:
        return "it is protected by a password; open it, save it without the password and add that"
    return "it is a damaged PDF"


def _notes(text: str, breaks: int, pages: list[str]) -> Iterator[str]:
    if breaks:
        yield f"words hyphenated at line ends that were joined: {breaks}"
    if len(_RIGHT_TO_LEFT.findall(text)) > _MUCH * len(text):
        yield "letters of Arabic or Hebrew text in a PDF can stand in a wrong order; compare with the original"
    if empty := [str(number) for number, page in enumerate(pages, 1) if not page]:
        which = ", ".join(empty[:5]) + (" and more" if len(empty) > 5 else "")
        yield f"no text on page {which} of {len(pages)}: empty or a picture"
