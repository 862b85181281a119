"""What a header line is made of: index, date, number of a series, organisation, distribution mark, embargo, address."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import Final, Literal, NamedTuple

from advisory_cli.parse.dates import find_dates
from advisory_cli.parse.kinds import kind_at_start, opening_kind
from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.lines import Line
from advisory_cli.parse.phrases import MarkName, find_marks, has_figures
from advisory_cli.parse.wrappers import is_wrapper, record_title_start
from advisory_cli.places import country_named
from advisory_cli.reference import Found

PieceName = MarkName | Literal["reference", "date", "kind"]


class Piece(NamedTuple):
    """A recognised part of a line: its place in the text and what it says.

    `value` is the canonical index, the ISO date, the slug of the kind, or the words as printed.
    """

    name: PieceName
    start: int
    end: int
    value: str
    flagged: bool = False
    """Of an index: it has a label. Of a date: day and month could be exchanged."""


class Row(NamedTuple):
    """A line of the header window with its pieces and with what is left between them."""

    line: Line
    pieces: tuple[Piece, ...] = ()
    rest: tuple[tuple[int, int], ...] = ()
    """Places of the words that no piece explains."""
    wrapper: bool = False
    is_core: bool = False
    """Whether the line belongs to a header: nothing but pieces, or a telling piece before the rest."""

    def has(self, *names: PieceName) -> bool:
        """Whether there is a piece of these names."""
        for piece in self.pieces:  # noqa: SIM110 - any() takes twice as long, and every row is asked many times
            if piece.name in names:
                return True
        return False

    def of(self, *names: PieceName) -> Sequence[Piece]:
        """The pieces of these names, in order."""
        return [piece for piece in self.pieces if piece.name in names] if self.pieces else ()


def pieces_of(rows: Iterable[Row], *names: PieceName) -> list[Piece]:
    """All pieces of these names, in order; most rows have none, and asking each of them takes three times as long."""
    return [piece for row in rows for piece in row.pieces if piece.name in names]


_PROSE: Final = 140
_COUNTRY: Final = 28
"""Characters of a country before a labelled date, where a line is broken: ``Egypt Date: 3 May 2012``."""
_DATELINE: Final = pattern(r"(?:[^.]|(?<=\d)\.(?=\d)){0,44}(?:19|20)\d\d[\s).]{0,3}[-–—:]")
_TELLING: Final = frozenset({"reference", "series", "embargo", "kind"})


def read_row(line: Line, references: Sequence[Found]) -> Row:
    """Take a line apart; `references` are those of the whole text."""
    own = [found for found in references if line.start <= found.start < line.end] if references else []
    if own or len(line.text) > _REPEATED:
        return _read(line if line.gap or line.start else line._replace(gap=1), own)
    row = _repeated_row(line.text, is_under_gap=line.gap > 0 or not line.start)
    at = line.start
    pieces = tuple(
        [Piece(name, at + start, at + end, value, flagged) for name, start, end, value, flagged in row.pieces]
    )
    return Row(line, pieces, tuple([(at + start, at + end) for start, end in row.rest]), row.wrapper, row.is_core)


_REPEATED: Final = 40
"""Shorter lines without an index stand in many documents: organisations, kinds, days, addresses, menus."""


@lru_cache(maxsize=1_024)
def _repeated_row(text: str, *, is_under_gap: bool) -> Row:
    """A line as if the text began with it."""
    return _read(Line(text, 0, len(text), int(is_under_gap)), [])


def _read(line: Line, own: Sequence[Found]) -> Row:
    """Take a line apart that has these indexes."""
    if record_title_start(line.text) or is_wrapper(line.text):
        return Row(line, wrapper=True)
    if not own and _is_story(line.text):
        return Row(line, rest=((line.start, line.end),))
    pieces = _pieces(line, own)
    rest = _rest(line, pieces)
    kinds = [kind for segment in rest if (kind := _kind(line, segment))]
    if kinds:
        pieces = sorted((*pieces, *kinds), key=_START)
        rest = _rest(line, pieces)
    return Row(line, tuple(pieces), tuple(rest), is_core=bool(pieces) and (not rest or _leads(line, pieces, rest)))


def _leads(line: Line, pieces: Sequence[Piece], rest: Sequence[tuple[int, int]]) -> bool:
    """Whether a telling piece stands first, so that the rest is a title, a concern or a country."""
    first = next((piece for piece in pieces if piece.name in _TELLING), None)
    if first is None and pieces[0].name == "date" and line.gap and _is_stamp(line, pieces[0], rest):
        return True
    if first is None:
        is_labelled_date = {"label", "date"} <= {piece.name for piece in pieces}
        return is_labelled_date and len(rest) == 1 and rest[0][1] - line.start < _COUNTRY
    if first.start == first.end and not line.text.isupper():
        return False
    return rest[0][0] >= first.start or _is_filed(line, pieces, rest)


def _is_stamp(line: Line, date: Piece, rest: Sequence[tuple[int, int]]) -> bool:
    """Whether a day opens a line and only what a page files itself under is behind it: ``3 May 2012 // News``."""
    behind = line.text[date.end - line.start : rest[0][0] - line.start].strip()
    return date.start == line.start and len(rest) == 1 and behind in _BARS and rest[0][1] - rest[0][0] < _LONGEST_FILE


_BARS: Final = frozenset({"//", "|", "·", "•"})
_LONGEST_FILE: Final = 48


def _is_filed(line: Line, pieces: Sequence[Piece], rest: Sequence[tuple[int, int]]) -> bool:
    """Whether but the word of a shelf stands before index, date and number: ``LIBRARY: LEBANON AI Index: ...``."""
    named = {piece.name for piece in pieces if piece.flagged or piece.name != "reference"}
    return {"reference", "date", "series"} <= named and len(rest) == 1 and rest[0][1] - line.start < _COUNTRY


def _is_story(text: str) -> bool:
    """Long lines without an index are of the story, unless they begin in capitals or are an imprint run together."""
    return len(text) > _PROSE and not (text[:12].isupper() or "ublish" in text or _is_dateline(text))


def _is_dateline(text: str) -> bool:
    return has_figures(text[:_DATELINE_CHARACTERS]) and bool(_DATELINE().match(text))


_DATELINE_CHARACTERS: Final = 52


def _pieces(line: Line, own: Sequence[Found]) -> Sequence[Piece]:
    """Indexes, numbers and dates stand fast; words that run on to the end of a line end before them."""
    firm = [index_piece(line, found) for found in own]
    if len(firm) == 1 and firm[0].start == line.start and firm[0].end == line.end:
        return firm  # as most indexes stand: no other piece begins within one
    marks = [_mark(line, *mark) for mark in find_marks(line.text)]
    if not marks:
        return _in_order([*firm, *_dates(line, firm)])
    firm += [mark for mark in marks if mark.name == "series"]
    loose = _without_overlaps([mark for mark in marks if mark.name != "series"])
    embargoes = [_without_story(mark) for mark in loose if mark.name == "embargo"]
    if embargoes:
        loose = _in_order([*embargoes, *(mark for mark in loose if mark.name != "embargo")])
    firm += [date for date in _dates(line, firm) if not any(e.start <= date.start < e.end for e in embargoes)]
    return _in_order([*firm, *_cut(loose, _in_order(firm))] if firm else loose)


def _in_order(pieces: list[Piece]) -> list[Piece]:
    return sorted(pieces, key=_START) if len(pieces) > 1 else pieces


_START: Final = attrgetter("start")


def _mark(line: Line, name: MarkName, start: int, end: int) -> Piece:
    end = section_end(line.text, end) if name == "organisation" else end
    return Piece(name, line.start + start, line.start + end, line.text[start:end])


def section_end(text: str, end: int) -> int:
    """Where the name of an organisation ends, with the country of its section: ``Amnesty International Italia``."""
    if end == len(text):
        return end
    if branch := _branch().match(text, end):
        return branch.end()
    match = _section().match(text, end) if text[end + 1 : end + 2].isalpha() else None
    return match.end() if match and country_named(match[1]) else end


_branch: Final = pattern(
    r"\s?[-–,]?\s?(?:Se[zc]ione|Section|Sección|Sektion|Sec?ção)\s[^\W\d_]+(?=\s?$|\s?[,;.|(–—-])", re.IGNORECASE
)


@cache
def _section() -> re.Pattern[str]:
    return re.compile(r"\s((?:(?:of|de|di)\s)?[^\W\d_]{2,20}(?:\s[^\W\d_]{2,20})?)(?=\s?$|\s?[,;.|(–—-])")


def index_piece(line: Line, found: Found) -> Piece:
    """An index with the label before it."""
    at = found.start - line.start
    label = _label_start(line.text, at) if at else -1
    start = line.start + label if label >= 0 else found.start
    return Piece("reference", start, found.end, str(found.reference), flagged=label >= 0)


def _label_start(text: str, at: int) -> int:
    """Where the label begins that ends there; -1 without one. Most have the plain one; ``n° de AI Index`` is longer."""
    plain = at - len(_PLAIN_LABEL)
    if plain >= 0 and text[plain:at].lower() == _PLAIN_LABEL and text[plain : plain + 2] == "AI":
        before = text[max(0, plain - 3) : plain].lower()
        if not before or (before[-1] == " " and before[-2:-1].isalnum() and before != "de "):
            return plain
    label = _label().search(text, max(0, at - _LABEL), at)
    return label.start() if label else -1


_PLAIN_LABEL: Final = "ai index: "
_LABEL: Final = 40
"""Characters of the longest label."""


@cache
def _label() -> re.Pattern[str]:
    """What stands before an own index: 24 spellings in four scripts, ``Al Index`` of scans among them."""
    return re.compile(
        r"(?:,\s?)?(?:N(?:[°º]|um[eé]ro|úmero)\s?(?:d['’]|de\s)\s?)?(?:(?<![^\W\d_])|(?=A[Il]\sIn))(?:A[Il]|UA)?[\s-]{0,3}"
        r"(?:[Il]n\s?dex|Endeks|[IÍ\ufffd]ndice|Индекс|Індекс|[İI]ndeks[iı]?|Номер\sдокумента|(?:Citation\s/\s)?Document\sSymbol|رقم\s{1,2}(?:الوثيقة|الفهرس)|文書番号|文件[编編][号號]"
        r"|索引[号编編]?[号號]?|インデックス|Ref(?:erence|\.)?)"
        r"(?:\s{0,2}(?:de\s)?(?:A[Il]|МА|АІ))?(?:\s{0,2}(?:Num(?:ber|mer)|No\.?|Nr\.?|番号))?\s{0,3}[:：.|;]?[\s*]{0,4}$",
        re.IGNORECASE,
    )


def _without_overlaps(marks: list[Piece]) -> list[Piece]:
    """Of marks that overlap the one that begins first, of these the longest; an address behind another begins there."""
    if len(marks) < 2:
        return marks
    kept: list[Piece] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        reached = kept[-1].end if kept else 0
        if mark.start >= reached:
            kept.append(mark)
        elif mark.name == "filler" and mark.end > reached:
            kept.append(mark._replace(start=reached))
    return kept


def _without_story(embargo: Piece) -> Piece:
    """An embargo to the end of its date and time, where the whole document goes on behind it on the same line."""
    dates = find_dates(embargo.value)
    if not dates or len(embargo.value) < _PROSE:
        return embargo
    end = _behind_date().match(embargo.value, dates[0].end).end()  # type: ignore[union-attr]
    return embargo._replace(end=embargo.start + end, value=embargo.value[:end])


@cache
def _behind_date() -> re.Pattern[str]:
    return re.compile(r"(?:[\s,]+(?:at\s)?\d{1,2}[:.h]?\d\d(?:\s?(?:hrs|hours|GMT|UTC|BST|CET|[ap]m)\b)*)?")


def _dates(line: Line, firm: Sequence[Piece]) -> list[Piece]:
    """Dates outside of numbers: ``13/09/91`` of an index is none."""
    text = line.text
    if text.isascii() and not has_figures(text):
        return []
    for piece in firm:
        left, right = piece.start - line.start, piece.end - line.start
        text = text[:left] + "\0" * (right - left) + text[right:]
    return [
        Piece("date", line.start + date.start, line.start + date.end, date.iso, date.ambiguous)
        for date in find_dates(text)
    ]


def _cut(loose: Sequence[Piece], firm: Sequence[Piece]) -> Iterator[Piece]:
    for piece in loose:
        inside = [other.start for other in firm if piece.start <= other.start < piece.end]
        if not any(other.start <= piece.start < other.end for other in firm):
            yield Piece(piece.name, piece.start, min([piece.end, *inside]), piece.value)


def _rest(line: Line, pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """What is left between pieces, without punctuation and without the place before a date (``Londres,``)."""
    if not pieces:
        return [] if line.text.strip().isdecimal() else [*_trimmed(line.text, line.start)]
    if len(pieces) == 1 and pieces[0].start == line.start and pieces[0].end == line.end:
        return []
    segments: list[tuple[int, int]] = []
    position = line.start
    for piece in (*pieces, None):
        stop = piece.start if piece else line.end
        words = line.text[position - line.start : stop - line.start] if stop > position else ""
        if position == line.start and words.strip().isdecimal():
            words = ""  # the number of a page
        if ":" in words and not piece and pieces[-1].name == "date" and _clock().fullmatch(words):
            words = ""  # the time of day of a stamp
        if ":" in words and not piece and len(pieces) == 1 and _stamp().fullmatch(line.text):
            words = ""
        if words and piece and piece.name == "date":
            words = "" if _is_article(words, line) or _is_place(words) else _without_place(words)
        if words:
            segments += _trimmed(words, position)
        if piece and piece.end > position:
            position = piece.end
    return segments


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(r"\s\d\d?:\d\d:\d\d")


@cache
def _stamp() -> re.Pattern[str]:
    """Day and time of day in figures alone on a line: ``12.04.2022, 15:21``."""
    return re.compile(r"\d{1,4}([./-])\d\d?\1\d{2,4},?\s\d\d?:\d\d")


def _is_place(words: str) -> bool:
    return bool(_place().fullmatch(words)) and not kind_at_start(words)


def _without_place(words: str) -> str:
    """Words before a date without the place in a column of its own: ``Craintes de torture     Londres, le``."""
    column = _column().search(words) if "," in words[-_LONGEST_PLACE:] else None
    return words[: column.start()] if column else words


_LONGEST_PLACE: Final = 24


@cache
def _column() -> re.Pattern[str]:
    return re.compile(r"(?:\s{2,}|\s(?=Lond(?:res|on|ra)\b))[^\W\d_a-z][^\W\d_]{2,15},\s*(?:den\s|le\s|a\s)?$")


def _is_article(words: str, line: Line) -> bool:
    """Whether words before a date are but an article: ``le 8 juin, 2018`` on a line under a blank one."""
    return (line.gap > 0 or line.text[-1:].isdigit()) and words.lower() in _ARTICLES


_ARTICLES: Final = frozenset({"le ", "el ", "il ", "den ", "der ", "am ", "on "})


@cache
def _place() -> re.Pattern[str]:
    name = r"[^\W\d_a-z][^\W\d_]{2,15}(?:[\s/][^\W\d_]{2,15}){0,2}"
    pair = r"[^\W\d_a-z][^\W\d_]{2,15}\s?/\s?[^\W\d_a-z][^\W\d_]{2,15}(?:\s[^\W\d_]{2,15})?[,:]"
    return re.compile(rf"\W*(?:{name}(?:\s\([A-Z]{{2}}\))?,\s*(?:{name},)?|{pair})\s*(?:den\s|le\s|a\s)?")


def _trimmed(words: str, position: int) -> tuple[tuple[int, int], ...]:
    left = words.lstrip(_EDGES)
    inner = left.rstrip(_TAIL)
    start = position + len(words) - len(left)
    return ((start, start + len(inner)),) if any(map(str.isalnum, inner)) else ()


_EDGES: Final = " \t\u00a0.,:;|-–—+*/\\)]>•·＞】"
_TAIL: Final = " \t\u00a0,:;|-–—+*/\\([<•·"


def _kind(line: Line, segment: tuple[int, int]) -> Piece | None:
    """A kind that fills what is left, or that opens it in capitals (``URGENT ACTION LAWYER DETAINED``)."""
    start, end = segment
    words = line.text[start - line.start : end - line.start]
    found = kind_at_start(words)
    if found and not (words in _LAST_WORDS and not line.gap):
        slug, length = found
        after = words[length:]
        if words[:length].isupper() and after.strip().partition(" ")[0].lower() in (
            _TO if slug == "letter" else _ABOUT
        ):
            return Piece("kind", start, start, slug)
        if (
            not after.strip(_EDGES)
            or (words[:length].isupper() and " " in words[:length])
            or after.lstrip()[:1] in "-–—|:"
            or _is_kind(after.lstrip(" /"))
            or words[:length].endswith((":", "："))
            or after.strip().lower() in _BY
            or _of_initials().fullmatch(after)
        ):
            whole = after.strip().lower() in _BY or _of_initials().fullmatch(after)
            return Piece("kind", start, end if whole else start + length, slug)
    opening = opening_kind(words)
    return Piece("kind", start, start, opening[0]) if opening else None


def _is_kind(words: str) -> bool:
    """Whether words are but a kind, as behind a bar in another language: ``Press Release / Communiqué de presse``."""
    found = kind_at_start(words)
    return found is not None and found[1] == len(words)


@cache
def _of_initials() -> re.Pattern[str]:
    """Whose a kind is, by initials: ``Communiqué de la LDH.``."""
    return re.compile(r"\s(?:de la|de l['’]|de|du|des|del|della|der|of|by)\s?[A-ZÀ-Þ]{2,10}\.?")


_BY: Final = frozenset(
    {
        "by",
        "from",
        "of",
        "de",
        "di",
        "von",
        "da",
        "do",
        "par",
        "por",
        "d'",
        "d’",
        "de la",
        "de l'",
        "de l’",
        "del",
        "della",
    }
)
"""What stands between a kind and whose it is: ``Press release by Amnesty International``."""
_ABOUT: Final = frozenset(
    {"on", "about", "regarding", "concerning", "sur", "sobre", "su", "zu", "zum", "zur", "über", "о", "об", "про"}
)
"""What goes on to a title from a kind that opens it: ``NOTA PÚBLICA SOBRE A CHACINA``."""
_TO: Final = _ABOUT | {"to", "a", "à", "au", "aux", "al", "ai", "agli", "alla", "alle", "an", "ao", "aos", "к"}
"""The same for letters, in whose titles stands whom they are addressed to."""
_LAST_WORDS: Final = frozenset({"report", "statement", "letter", "summary", "rapport", "informe", "rapporto", "доклад"})
"""Words that a title broken over lines may end with: ``..., says`` and below it ``report``."""
