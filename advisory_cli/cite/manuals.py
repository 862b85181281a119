"""Citations as the manuals of style have them: citeproc lays them out, with marks in the place of the document's words.

So no style can change the case of a title, swallow its signs or take them for markup.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

from citeproc import (
    LANGUAGE_NAMES,
    PRIMARY_DIALECTS,
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
)
from citeproc.source.json import CiteProcJSON

from advisory_cli.cite.shapes import REPORTS, STYLES, Shape, Style
from advisory_cli.cite.spans import Span
from advisory_cli.cite.work import Work, date_parts
from advisory_cli.errors import Misuse


def manual_spans(works: Sequence[Work], style_name: str, *, locale: str | None = None) -> list[tuple[Span, ...]]:
    """Each work as the style has it, in the order given; raises `Misuse` for a locale that there is not."""
    style = STYLES[style_name]
    engine = _engine(style, locale or style.locale)
    suffixes = _suffixes(works) if style.has_suffix else [""] * len(works)
    values = [_values(work, engine) for work in works]
    items = [
        {**_item(work, style, engine, known), "id": str(place), "year-suffix": suffix}
        for place, (work, known, suffix) in enumerate(zip(works, values, suffixes, strict=True))
    ]
    in_quote = engine.root.get_locale_option("punctuation-in-quote") == "true"
    return [
        _spans(_punctuated(laid_out, known, in_quote=in_quote), known, style)
        for laid_out, known in zip(_laid_out(items, style, engine), values, strict=True)
    ]


_FOLDER: Final = Path(__file__).parent / "styles"

_MARKS: Final = {
    name: chr(0xE000 + place) for place, name in enumerate(("author", "title", "genre", "number", "day", "url"))
}
_NAMES: Final = {mark: name for name, mark in _MARKS.items()}
_OPEN: Final = "\ue020"
_CLOSE: Final = "\ue021"

_FORMATTER: Final = SimpleNamespace(
    preformat=str,
    Italic=lambda text: f"{_OPEN}{text}{_CLOSE}",
    **dict.fromkeys(("Oblique", "Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps"), str),
)


def _engine(style: Style, locale: str) -> CitationStylesStyle:
    if locale not in LANGUAGE_NAMES and locale not in PRIMARY_DIALECTS:
        raise Misuse(f"there is no locale {locale!r}; take a language as in de, or a dialect as in {_SOME_DIALECTS}")
    engine = CitationStylesStyle(str(_FOLDER / f"{style.file}.csl"), locale=locale, validate=False)
    engine.root.formatter = _FORMATTER
    return engine


_SOME_DIALECTS: Final = "en-GB, fr-FR, ru-RU"


def _suffixes(works: Sequence[Work]) -> list[str]:
    """``a``, ``b``, ... for works that share organisation and year; nothing for others."""
    groups = [(work.author, work.date[:1]) for work in works]
    return [
        _letters(groups[:place].count(group)) if groups.count(group) > 1 else "" for place, group in enumerate(groups)
    ]


def _letters(count: int) -> str:
    """``a`` to ``z``, then ``aa``."""
    return (_letters(count // 26 - 1) if count >= 26 else "") + chr(ord("a") + count % 26)


def _values(work: Work, engine: CitationStylesStyle) -> dict[str, str]:
    """The words that stand for each mark."""
    known = {
        "author": work.author,
        "title": work.title or (None if work.author else "[untitled]"),
        "genre": work.genre,
        "number": work.number,
        "day": _day(work.date, engine),
        "url": work.url,
    }
    return {name: value for name, value in known.items() if value}


def _day(date: Sequence[int], engine: CitationStylesStyle) -> str | None:
    """Day and month without the year."""
    if len(date) < 2:
        return None
    month = str(engine.root.get_single_term(name=f"month-{date[1]:02}"))
    return f"{date[2]} {month}" if len(date) == 3 else month


def _item(work: Work, style: Style, engine: CitationStylesStyle, known: Mapping[str, str]) -> dict[str, Any]:
    """The work as CSL-JSON with marks in it; without an author the title stands in its place."""
    shape = style.report if style.report and work.advisory.kind in REPORTS else style.shape
    has_author = "author" in known
    places = {"title": "title", **shape.places} if has_author else _without(shape.places, shape.beside_title)
    placed = {
        variable: " ".join(_MARKS[name] for name in names.split() if name in known)
        for variable, names in {**places, "URL": "url"}.items()
    }
    dates = {"issued": work.date, "accessed": date_parts(work.accessed) if work.url else ()}
    return {
        "type": shape.type,
        "author": [{"literal": _MARKS["author"] if has_author else _title_first(shape, engine, known)}],
        **{variable: marks for variable, marks in placed.items() if marks},
        **{variable: {"date-parts": [list(parts)]} for variable, parts in dates.items() if parts},
    }


def _without(places: Mapping[str, str], bracketed: Sequence[str]) -> dict[str, str]:
    names = [part[1:-1] for part in bracketed]
    return {variable: name for variable, name in places.items() if name not in names}


def _title_first(shape: Shape, engine: CitationStylesStyle, known: Mapping[str, str]) -> str:
    """The title as the style sets it off from the rest, with what belongs to it."""
    opening, closing = (_OPEN, _CLOSE) if shape.is_italic else _quotation_marks(engine)
    beside = [f" {part[0]}{_MARKS[part[1:-1]]}{part[-1]}" for part in shape.beside_title if part[1:-1] in known]
    return f"{opening}{_MARKS['title']}{closing}{''.join(beside)}"


def _quotation_marks(engine: CitationStylesStyle) -> tuple[str, str]:
    opening, closing = (str(engine.root.get_single_term(name=f"{side}-quote")) for side in ("open", "close"))
    return opening, closing


def _laid_out(items: Sequence[dict[str, Any]], style: Style, engine: CitationStylesStyle) -> list[str]:
    """Each item as the style prints it."""
    bibliography = CitationStylesBibliography(engine, CiteProcJSON(items), _FORMATTER)
    citations = [Citation([CitationItem(item["id"])]) for item in items]
    for citation in citations:
        bibliography.register(citation)
    if style.is_note:
        return [str(bibliography.cite(citation, str)) for citation in citations]
    # one by one: an item of which a style prints nothing is left out of the list without a word
    entries = ("".join(map(str, engine.render_bibliography([item]))) for item in bibliography.items)
    return [_NUMBERED.sub(r"\g<0> ", entry) for entry in entries]


_NUMBERED: Final = re.compile(r"^\[\d+\](?=\S)")


def _punctuated(laid_out: str, known: Mapping[str, str], *, in_quote: bool) -> str:
    """Stops as English has them: inside quotation marks where America has them, and none behind another stop."""
    ended = re.sub(r",(”?)\s*\Z", r".\1", laid_out)  # where all that would follow is unknown
    moved = re.sub("”([.,])", r"\1”", ended) if in_quote else ended
    return re.sub(
        f"([{_FIRST}-{_LAST}])([{_OPEN}{_CLOSE}]*)[.]",
        lambda seam: seam[1] + seam[2] if known[_NAMES[seam[1]]].endswith(_STOPS) else seam[0],
        moved,
    )


_FIRST: Final = min(_NAMES)
_LAST: Final = max(_NAMES)
_STOPS: Final = (".", "?", "!", "…", "؟", "。", "！", "？")


def _spans(laid_out: str, known: Mapping[str, str], style: Style) -> tuple[Span, ...]:
    """The words in the place of the marks."""
    spans = []
    italic = False
    before = ""
    for piece in re.split(f"([{_FIRST}-{_LAST}{_OPEN}{_CLOSE}])", laid_out):
        if piece in (_OPEN, _CLOSE):
            italic = piece == _OPEN
        elif piece in _NAMES:
            name = _NAMES[piece]
            spans.append(Span(_in_place(name, known[name], before, style), italic, printed=name != "day"))
        elif piece:
            spans.append(Span(piece, italic))
        before = piece
    return tuple(spans)


def _in_place(name: str, value: str, before: str, style: Style) -> str:
    """A title inside quotation marks has others; what is within the sentence of a note begins small."""
    if name == "title" and before.endswith("“"):
        return value.translate(_INNER)
    if name == "genre" and style.is_note and re.search(",”? $", before):
        return value[0].lower() + value[1:]
    return value


_INNER: Final = str.maketrans('“”"', "‘’'")
