"""The styles that there are, and under which type and names each prints what its manual asks for."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple


class Shape(NamedTuple):
    """An item of CSL that makes a style print a press release, or a report, as its manual has them.

    CSL has no type for press releases: most styles print the day of issue only for other types.
    """

    type: str
    places: Mapping[str, str]
    """Variables of CSL, and the parts of a `Work` that go there: ``{"publisher": "genre number"}``."""
    is_italic: bool = False
    """Whether it prints titles in italics, instead of in quotation marks."""
    beside_title: tuple[str, ...] = ()
    """Parts that go with the title, in their brackets, where it stands in the place of the author: ``[genre]``."""


class Style(NamedTuple):
    """How to print with a style of the folder ``styles/``."""

    manual: str
    file: str
    shape: Shape
    report: Shape | None = None
    """For reports, where they are printed in another way."""
    is_note: bool = False
    """Whether it is a footnote, instead of an entry of the bibliography."""
    has_suffix: bool = False
    """Whether two works of one organisation and year are told apart as ``2012a`` and ``2012b``."""
    locale: str = "en-US"


_NAMED: Final = MappingProxyType({"genre": "genre", "number": "number"})
_DESCRIBED: Final = MappingProxyType({"medium": "genre", "number": "number"})
_QUOTED: Final = Shape("post", _NAMED)
_ITALIC: Final = Shape("standard", _NAMED, is_italic=True)
_NOTES: Final = "chicago-notes-bibliography-17th-edition"

STYLES: Final[Mapping[str, Style]] = {
    "chicago": Style("Chicago Manual of Style, 17th ed.: bibliography", _NOTES, _QUOTED, _ITALIC),
    "chicago-note": Style("Chicago Manual of Style, 17th ed.: footnote", _NOTES, _QUOTED, _ITALIC, is_note=True),
    "chicago-author-date": Style(
        "Chicago Manual of Style, 17th ed.: author and date",
        "chicago-author-date-17th-edition",
        _QUOTED,
        _ITALIC,
        has_suffix=True,
    ),
    "apa": Style(
        "APA Style, 7th ed.",
        "apa",
        Shape("document", _DESCRIBED, is_italic=True, beside_title=("(number)", "[genre]")),
        has_suffix=True,
    ),
    "mla": Style(
        "MLA Handbook, 9th ed.",
        "modern-language-association",
        Shape("report", _DESCRIBED, is_italic=True),
    ),
    "oscola": Style(
        "OSCOLA, 4th ed.: footnote",
        "oscola",
        Shape("article", {"publisher": "genre number"}),
        is_note=True,
        locale="en-GB",
    ),
    "harvard": Style(
        "Cite Them Right, 12th ed. (Harvard)",
        "harvard-cite-them-right",
        Shape("report", {"medium": "genre", "edition": "day", "number": "number"}, is_italic=True),
        has_suffix=True,
        locale="en-GB",
    ),
    "ieee": Style("IEEE Reference Guide", "ieee", Shape("manuscript", {"publisher": "genre number"})),
}
"""By the names they are asked for; see ``styles/NOTICE``."""

DATA: Final[Mapping[str, str]] = {
    "bibtex": "BibTeX, for LaTeX and programs that keep references",
    "ris": "RIS, for Zotero, EndNote, Mendeley",
    "csl-json": "CSL-JSON, for Zotero, Pandoc and citeproc",
}
"""Forms that programs read."""

REPORTS: Final = ("report", "briefing", "annual_report", "newsletter")
"""Kinds that are published as a book is; all others are cited as a press release is."""
