"""What a header line is made of: index, date, number of a series, organisation, distribution mark, embargo, address."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, cast

from advisory_cli.parse.dates import find_dates
from advisory_cli.parse.kinds import kind_at_start, opening_kind
from advisory_cli.parse.lines import Line
from advisory_cli.parse.wrappers import is_wrapper, record_title_start
from advisory_cli.reference import Found

PieceName = Literal[
    "reference", "date", "series", "organisation", "kind", "public", "internal", "embargo", "label", "memo", "filler"
]


@dataclass(frozen=True, slots=True)
class Piece:
    """A recognised part of a line: its place in the text and what it says.

    `value` is the canonical index, the ISO date, the slug of the kind, or the words as printed.
    """

    name: PieceName
    start: int
    end: int
    value: str
    flagged: bool = False
    """Of an index: it has a label. Of a date: day and month could be exchanged."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the header window with its pieces and with what is left between them."""

    line: Line
    pieces: tuple[Piece, ...] = ()
    rest: tuple[tuple[int, int], ...] = ()
    """Places of the words that no piece explains."""
    wrapper: bool = False

    @property
    def is_core(self) -> bool:
        """Whether the line belongs to a header: nothing but pieces, or a telling piece before the rest."""
        return bool(self.pieces) and (not self.rest or self.leads)

    @property
    def leads(self) -> bool:
        """Whether a telling piece stands first, so that the rest is a title, a concern or a country."""
        first = next((piece for piece in self.pieces if piece.name in _TELLING), None)
        if first is None or (first.start == first.end and not self.line.text.isupper()):
            return False
        return not (self.rest and self.rest[0][0] < first.start)

    def of(self, *names: PieceName) -> Iterator[Piece]:
        """The pieces of these names, in order."""
        return (piece for piece in self.pieces if piece.name in names)


_TELLING: Final = frozenset({"reference", "series", "embargo", "kind"})


def read_row(line: Line, references: Sequence[Found]) -> Row:
    """Take a line apart; `references` are those of the whole text."""
    if record_title_start(line.text) or is_wrapper(line.text):
        return Row(line, wrapper=True)
    pieces = _pieces(line, references)
    rest = _rest(line, pieces)
    kinds = [kind for segment in rest if (kind := _kind(line, segment))]
    if kinds:
        pieces = sorted((*pieces, *kinds), key=lambda piece: piece.start)
        rest = _rest(line, pieces)
    return Row(line, tuple(pieces), tuple(rest))


def _pieces(line: Line, references: Sequence[Found]) -> list[Piece]:
    """Indexes, numbers and dates stand fast; words that run on to the end of a line end before them."""
    firm = [_index(line, found) for found in references if line.start <= found.start < line.end]
    marks = [_mark(line, match) for match in _marks().finditer(line.text)]
    embargoes = [mark for mark in marks if mark.name == "embargo"]
    firm += [mark for mark in marks if mark.name == "series"]
    firm += [date for date in _dates(line, firm) if not any(e.start <= date.start < e.end for e in embargoes)]
    firm.sort(key=lambda piece: piece.start)
    loose = [mark for mark in marks if mark.name != "series"]
    return sorted((*firm, *_cut(loose, firm)), key=lambda piece: piece.start)


def _index(line: Line, found: Found) -> Piece:
    label = _label().search(line.text, max(0, found.start - line.start - 40), found.start - line.start)
    start = line.start + label.start() if label else found.start
    return Piece("reference", start, found.end, str(found.reference), flagged=label is not None)


@cache
def _label() -> re.Pattern[str]:
    """What stands before an own index: 24 spellings in four scripts, ``Al Index`` of scans among them."""
    return re.compile(
        r"(?:,\s?)?(?:N[°º]\s?d['’]\s?)?(?<![^\W\d_])(?:A[Il]|UA)?[\s-]?"
        r"(?:In\s?dex|[IÍ]ndice|Индекс|Індекс|رقم\sالوثيقة|رقم\sالفهرس|文書番号|索引号|索引編號|インデックス|Ref(?:erence|\.)?)"
        r"(?:\s(?:de\s)?(?:A[Il]|МА))?(?:\s?(?:Number|No\.?|Nr\.?|番号))?\s?[:：.]?\s?$",
        re.IGNORECASE,
    )


def _mark(line: Line, match: re.Match[str]) -> Piece:
    name = cast("PieceName", match.lastgroup)
    return Piece(name, line.start + match.start(), line.start + match.end(), match[0])


@cache
def _marks() -> re.Pattern[str]:
    """Everything of a header line that words alone give away; each named group is a piece."""
    begins = r"(?:^|(?<=[\d)]\s)|(?<=\s\s)|(?<=[-–|*(]\s)|(?<=\())"
    update = (
        r"(?:(?:Further|More|Additional)\sinformation\son|Información\s(?:complementaria|adicional)\s(?:de|sobre)(?:\sla|\sel)?"
        r"|Más\sinformación\s(?:sobre|de)(?:\sla)?|(?:Weitere|Neue)\sInformationen?\szu[rm]?"
        r"|Informations?\scomplémentaires?\ssur(?:\sl['’])?|First|Primera|Première|Erste|Update\son|Actualización\sde(?:\sla)?)\s?"
    )
    day = (
        r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?=,)|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag"
        r"|Mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di(?=\s\d)|dimanche(?=\s\d)|(?:lunes|martes|miércoles|jueves|viernes|sábado)(?=,?\s\d)"
    )
    return re.compile(
        rf"(?P<series>(?<![A-Za-z])(?:{update})?(?:UA-?Nr\.?\s?:?\s?)?(?:"
        r"(?:UA|AU|EXTRA)\s?[:-]?\s?\d{1,3}/\d\d(?:\d\d)?(?!\d)(?::\s\d{1,3}/\d\d\b)?"
        r"|(?:News\sService|Weekly\sUpdate(?:\sService)?|Servicio\sde\sNoticias)\s?(?:No\.?|Nr\.?)?\s?[:.]?\s?\d{1,3}(?:/\d\d(?:\d\d)?)?(?![\d/])"
        r"|CS\s\d{1,4}[-/]\d{4}|Vol(?:\.|ume)?\s?[IVXL\d]{1,6}[,.]?\s(?:No|Number|Issue)\.?\s?\d{1,3}))"
        rf"|(?P<embargo>{begins}(?-i:E(?:mbargo|MBARGO)(?:ed|ED)?\b|EMBARGADO|Embargado|SPERRFRIST|Sperrfrist|Sous embargo|SOUS EMBARGO"
        r"|Эмбарго|ЭМБАРГО|حظر النشر|N(?:ot|OT) (?:for|FOR) (?:release|publication|RELEASE|PUBLICATION)\b).*)"
        r"|(?P<organisation>Amnesty\s+International(?!\s(?:is|has|today|said|calls?|urges?|members)\b)|Amnist[íi]a\sInternacional"
        r"|Anistia\sInternacional|Международная\sАмнистия|Міжнародна\sАмністія"
        r"|منظمة العفو الدولية|Uluslararası\sAf\sÖrgütü|アムネスティ(?:・?インターナショナル)?|国际特赦组织|國際特赦組織|Διεθνής\sΑμνηστία"
        r"|Human\sRights\sWatch|Reporters\s(?:Without\sBorders|sans\sFrontières)|Front\sLine\sDefenders|(?-i:ARTICLE\s19|FIDH|OMCT)\b)"
        rf"|(?P<public>{begins}(?-i:DOCUMENT (?:PUBLIC|EXTERNE)|Document (?:public|externe)|\(Public\)|\(PUBLIC\)|Public(?=$|\s\W)"
        r"|(?:EXTERNAL|EXTERNO|EXTERNE|EXTERN|External|Externo)(?:\s\([^)\n]{3,60}\))?(?=\s|$)(?!\s(?:DOCUMENT|RELATIONS|DEBT))"
        r"|(?:PUBLIC|PÚBLICO|PUBLICO|Público|ÖFFENTLICH|ПУБЛИЧНЫЙ)(?=$|\s\W|\s+A[IIl][\s-]I|\s+[IÍ]nd|\s\s)))"
        r"|(?P<internal>^(?-i:INTERNAL|INTERNO|INTERNE|Internal)(?:\s\([^)\n]{3,60}\))?(?=$|\s\W|\s+A[Il][\s-]I|\s+[IÍ]nd|\s\s)"
        r"|Distr\s?[:.]\s?SC/PO\b)"
        r"|(?P<memo>^(?-i:TO|FROM|CC)\s?:.*)"
        r"|(?P<label>(?:^|(?<=\W))(?:Date(?:\s(?:Published|of\sissue|issued))?|Datum|Fecha(?:\sde\semisión)?|Data|Дата|التاريخ"
        r"|Published|Posted|Issued|日付|日期)\s?[:：])"
        r"|(?P<filler>(?-i:FOR IMMEDIATE RELEASE|For immediate release|É?EFAI\b|ÉFAI\b)"
        rf"|\b(?:{day})\b,?|(?<=\d\s)(?:г\.|года|року)(?!\w)|Distr\s?[:.]\s?[A-Z]{{2}}(?:/[A-Z]{{2}})*"
        r"|Issued\sby\s(?:the\s)?(?:International(?:\sSecretariat(?:\sof\sAmnesty\sInternational)?)?$|International\sSecretariat\sof\sAmnesty\sInternational)"
        r"|^Secretariat\sof\sAmnesty\sInternational$|^from\b(?=\sAmnesty\sInternational\sNews)|^for\sgeneral\sdistribution$"
        r"|(?:^|(?<=\W))(?:International\sSecretariat\b|Secretariado\sInternacional\b|Secrétariat\sinternational\b|Peter\sBenenson\sHouse"
        r"|1\sEaston\sSt).*|^London\sWC1X.*|^United\sKingdom$|^Royaume-Uni$|^Reino\sUnido$|^WC1X.*"
        r"|^(?:Tel|Telephone|Phone|Fax|Telegrams|Telex|E-?mail|web\s?site|website|http|www\.|T:|E:)\b.*"
        r"|^No\.?\sof\swords.*|^Original\slanguage.*|^ISBN.*|^(?:©|Copyright|\(c\)).*|^Printed\s(?:by|in)\b.*|^Categories:.*|^All\srights\sreserved.*"
        r"|^(?:Region|Country|Countries|Topics?|Issues?)\s?:?\s[A-Z][\w .,'-]{1,60}$|^Electronic\sdistribution\sauthori[sz]ed|^Bulletin$)",
        re.IGNORECASE,
    )


def _dates(line: Line, firm: Sequence[Piece]) -> Iterator[Piece]:
    """Dates outside of numbers: ``13/09/91`` of an index is none."""
    text = line.text
    for piece in firm:
        left, right = piece.start - line.start, piece.end - line.start
        text = text[:left] + "\0" * (right - left) + text[right:]
    for date in find_dates(text):
        yield Piece("date", line.start + date.start, line.start + date.end, date.iso, flagged=date.ambiguous)


def _cut(loose: Sequence[Piece], firm: Sequence[Piece]) -> Iterator[Piece]:
    for piece in loose:
        inside = [other.start for other in firm if piece.start <= other.start < piece.end]
        if not any(other.start <= piece.start < other.end for other in firm):
            yield Piece(piece.name, piece.start, min([piece.end, *inside]), piece.value)


def _rest(line: Line, pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """What is left between pieces, without punctuation and without the place before a date (``Londres,``)."""
    segments = []
    position = line.start
    for piece in (*pieces, None):
        stop = piece.start if piece else line.end
        words = line.text[position - line.start : max(stop, position) - line.start]
        if not (piece and piece.name == "date" and _place().fullmatch(words)):
            segments += _trimmed(words, position)
        position = max(position, piece.end) if piece else position
    return segments


@cache
def _place() -> re.Pattern[str]:
    return re.compile(r"\W*[^\W\d_a-z][^\W\d_]{2,15}(?:\s[^\W\d_]{2,15})?,\s*(?:den\s|le\s|a\s)?")


def _trimmed(words: str, position: int) -> Iterator[tuple[int, int]]:
    left = words.lstrip(_EDGES)
    inner = left.rstrip(_TAIL)
    start = position + len(words) - len(left)
    if any(map(str.isalnum, inner)):
        yield start, start + len(inner)


_EDGES: Final = " \t\u00a0.,:;|-–—+*/\\)]>•·"
_TAIL: Final = " \t\u00a0,:;|-–—+*/\\([<•·"


def _kind(line: Line, segment: tuple[int, int]) -> Piece | None:
    """A kind that fills what is left, or that opens it in capitals (``URGENT ACTION LAWYER DETAINED``)."""
    start, end = segment
    words = line.text[start - line.start : end - line.start]
    found = kind_at_start(words)
    if found:
        slug, length = found
        after = words[length:]
        if not after.strip(_EDGES) or (words[:length].isupper() and " " in words[:length]) or after.lstrip()[:1] in "-–—|:":
            return Piece("kind", start, start + length, slug)
    opening = opening_kind(words)
    return Piece("kind", start, start, opening) if opening else None
