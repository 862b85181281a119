"""Index numbers: one grammar for what documents print and for what people type.

Three eras: ``MDE 13/09/91`` until about 2000, ``EUR 57/002/2012`` until 2014, and one worldwide counter of four
digits since 2015 (``ASA 17/8490/2018``), where a leading zero counts.
A number is kept as printed and shown canonical; a damaged one is never repaired.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple, Self

from advisory_cli.errors import Misuse

REGIONS: Final = ("AFR", "AMR", "ASA", "EUR", "MDE", "REG", "ACT", "POL", "IOR", "ORG", "NWS", "PRE", "DOC", "FIN")
"""First parts of index numbers: five world regions, then topics and internal series."""

_PIVOT: Final = 50
"""Two-digit years from 50 on are of the twentieth century, as in Amnesty International's own document system."""

_COUNTER_BEGINS: Final = 2015
"""Since then numbers come from one worldwide counter and are printed with four digits."""


class Reference(NamedTuple):
    """An index number, taken apart: ``EUR``, ``57``, ``002``, 2012."""

    region: str
    topic: str
    serial: str
    year: int

    def __str__(self) -> str:
        return f"{self.region} {self.topic}/{self.serial}/{self.year}"

    @classmethod
    def of(cls, region: str, topic: str, serial: str, year: str) -> Self:
        """Build the canonical form from parts as printed: padded, upper case, the year in full."""
        head = serial.rstrip("0123456789")
        full_year = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= _PIVOT else 2000)
        number = f"{head.strip().upper()} {serial[len(head) :].zfill(2)}" if head else serial.zfill(3)
        return cls(region.upper(), topic.zfill(2), number, full_year)

    @property
    def sort_key(self) -> tuple[int, str, str, str]:
        """By year, then region, topic and number."""
        return self.year, self.region, self.topic, self.serial.zfill(6)

    @property
    def spellings(self) -> tuple[str, ...]:
        """Canonical numbers that may be meant: a short number of the four-digit era may lack its zero."""
        if self.year >= _COUNTER_BEGINS and len(self.serial) == 3:
            return str(self), str(Reference(self.region, self.topic, self.serial.zfill(4), self.year))
        return (str(self),)


class Found(NamedTuple):
    """A reference in running text: where it stands, and as it is printed (suffix included)."""

    reference: Reference
    start: int
    end: int
    printed: str


class Target(NamedTuple):
    """What one REF argument names: a work by its reference or a text by its id, perhaps one language or revision."""

    reference: Reference | None = None
    id: int | None = None
    language: str | None = None
    revision: int | None = None

    def __str__(self) -> str:
        name = str(self.reference) if self.reference else f"#{self.id}"
        revision = f"#{self.revision}" if self.revision else ""
        return f"{name}{revision}" + (f"@{self.language}" if self.language else "")


def parse_reference(text: str) -> Reference | None:
    """The reference that the whole text is, in any accepted spelling; None if it is none."""
    match = _typed().fullmatch(_with_blanks(text.strip()))
    return _reference_of(match) if match and not match["revision"] and not match["language"] else None


def find_references(text: str) -> list[Found]:
    """Every reference in running text, in order; no look-alikes: other letters, dates behind a word, prices."""
    figures = text if text.isascii() or not any(map(text.__contains__, _SIGNS)) else text.translate(_WIDE)
    found: list[_Place] = []
    more: list[_Place] = []
    for match in _matches(figures):  # of which each takes some hundred bytes
        found.append((_reference_of(match), *match.span()))
        if "/" in figures[match.end() : match.end() + _TO_SLASH]:
            more += _continued(figures, match)
    begun = {start for _, start, _ in found}
    more += (*_in_addresses(figures), *_behind_labels(figures, begun))
    return [Found(*one, text[one[1] : one[2]]) for one in (_in_order([*found, *more]) if more else found)]


_Place = tuple[Reference, int, int]
"""A reference, where it begins and where it ends."""


def _matches(text: str) -> Iterator[re.Match[str]]:
    return (
        match
        for start, end in _slashed(text)
        for match in _printed().finditer(text, start, end)
        if (not _is_doubtful(match) or _has_label(text, match.start())) and not _ends_in_day(match)
    )


def _in_order(places: Iterable[_Place]) -> list[_Place]:
    """Without those that lie within another: a labelled number that is spelled as all are may be found twice."""
    ordered: list[_Place] = []
    for place in sorted(places, key=lambda place: (place[1], -place[2])):
        if not ordered or place[1] >= ordered[-1][2]:
            ordered.append(place)
    return ordered


def _continued(text: str, match: re.Match[str]) -> Iterator[_Place]:
    """Numbers that share the region before them: ``ASA 17/10/96, 17/11/96 and 17/12/96``; dates are none."""
    at = match.end()
    while match["region"] and "/" in text[at : at + _TO_SLASH] and (number := _following().match(text, at)):
        topic, serial, year = number.group("topic", "serial", "year")
        if topic != match["topic"] and int(topic) <= _LAST_DAY and int(serial) <= _LAST_MONTH:
            break
        at = number.end()
        yield Reference.of(match["region"], topic, serial, year), number.start("topic"), at


_TO_SLASH: Final = 12
"""More characters than a number has before its slash that shares a region."""
_LAST_DAY: Final = 31
_LAST_MONTH: Final = 12


def _in_addresses(text: str) -> Iterator[_Place]:
    """File names in addresses: ``amnesty.org/download/Documents/EUR4689232018ENGLISH.pdf``."""
    for at in _places(text, ("amnesty.org/",)):
        if match := _addressed().match(text, at):
            yield _reference_of(match), match.start("file_region"), match.end("file_year")


def _behind_labels(text: str, begun: Collection[int]) -> Iterator[_Place]:
    """Numbers with another sign for the slash, or glued to a label: only that tells them from anything else.

    Most labelled numbers are spelled as all are and found already: they have `begun` behind the colon.
    """
    for at in _places(text, _LATIN_LABELS if text.isascii() else _SCRIPT_LABELS):
        if at + 2 not in begun and (match := _labelled().match(text, at)) and not _ends_in_day(match):
            yield _reference_of(match), match.start("region"), match.end()


def _places(text: str, words: Iterable[str]) -> Iterator[int]:
    """Where any of these words ends; that a text has not even a letter of another script is seen at once."""
    for word in words:
        at = text.find(word) if word[0] in text else -1
        while at >= 0:
            yield at + len(word)
            at = text.find(word, at + len(word))


def _slashed(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text around slashes: without one there is no index, and all else is skipped fast."""
    at = text.find("/")
    while at >= 0:
        start = max(0, at - _BEFORE_SLASH)
        following = text.find("/", at + 1)
        while 0 <= following <= at + _BEHIND_SLASH:
            at, following = following, text.find("/", following + 1)
        yield start, min(len(text), at + _BEHIND_SLASH)
        at = following


_BEFORE_SLASH: Final = 14
_BEHIND_SLASH: Final = 60
"""More characters than an index has before its first slash; than it has behind its last and a window needs."""


def _is_doubtful(match: re.Match[str]) -> bool:
    """Whether numbers may be a date behind a word or host, or prices: ``act 12/10/2001``, ``EUR 5/10/15``."""
    region, year = match["region"], match["year"]
    if region is None:
        return False
    text, start, end = match.string, match.start(), match.end("region")
    word = not region.isupper() and region.upper() in _WORDS and text[end].isspace()
    host = text[max(0, start - 1) : end + 1].upper() == ".ORG/"
    price = region.upper() == "EUR" and len(year) == 2 and "10" <= year < str(_PIVOT)
    return word or host or price


def _ends_in_day(match: re.Match[str]) -> bool:
    """Whether the year is the day of a date of another year: ``EUR 57/02/22 March 2012`` has lost its own."""
    year = match["year"]
    if not year or len(year) != len("22") or int(year) > _LAST_DAY:
        return False
    date = _rest_of_date().match(match.string, match.end())
    return bool(date) and date[1][2:] != year  # type: ignore[index]


@cache
def _rest_of_date() -> re.Pattern[str]:
    return re.compile(r"\.?\s(?:de\s)?[^\W\d_]{3,12}\.?\s(?:de\s|del\s)?((?:19|20)[0-9]{2})(?![0-9])")


def _has_label(text: str, start: int) -> bool:
    before = text[max(0, start - 16) : start].lower()
    return any(label in before for label in _LABELS)


_WORDS: Final = frozenset({"REG", "ACT", "POL", "ORG", "PRE", "DOC", "FIN"})
"""Regions that are words or abbreviations in small letters."""
_SCRIPT_LABELS: Final = (
    "ndex",
    "NDEX",
    "ndice",
    "NDICE",
    "ndeks",
    "ндекс",
    "НДЕКС",
    "رقم",
    "番号",
    "编号",
    "編號",
    "索引",
    "インデックス",
)
_LATIN_LABELS: Final = _SCRIPT_LABELS[:2]
_LABELS: Final = tuple({label.lower() for label in _SCRIPT_LABELS})
_SIGNS: Final = "／０１٠١"
"""One of these stands in every number that is written with wide or Arabic figures."""
_WIDE: Final = str.maketrans(
    {chr(start + at): str(at) for start in (0xFF10, 0x0660) for at in range(10)}
    | {chr(0xFF21 + at): chr(65 + at) for at in range(26)}
    | {"／": "/"}
)


def without_labels(text: str) -> str:
    """What was typed without the labels that numbers were copied with: ``AI Index: EUR 57/002/2012``."""
    return _copied_label().sub("", text) if any(map(text.lower().__contains__, _LABELS)) else text


def parse_targets(words: Sequence[str]) -> list[Target]:
    """REF arguments, unquoted: the words are joined and cut by the grammar.

    Accepts references in any spelling, also behind a label (``AI Index:``), names of files (``eur570022012ru.pdf``),
    ``#17`` and ``17``, each with ``@ru`` and ``#2`` (revision) behind, in any order. Raises `Misuse` naming the words
    that are none of these.
    """
    text = _with_blanks(" ".join(words).strip())
    targets = list(_cut(re.sub(r"(?<=[0-9])(@[A-Za-z]{2,3})(#[0-9]{1,6})(?![^\s,])", r"\2\1", text)))
    if not targets:
        raise Misuse('no reference given; write one, as in "EUR 57/002/2012" or "#17"')
    return targets


def _with_blanks(text: str) -> str:
    """What was typed or pasted, with plain blanks for those at which no line may break."""
    return text if text.isascii() else text.translate(_BLANKS)


_BLANKS: Final = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")


def _cut(text: str) -> Iterator[Target]:
    position = 0
    while position < len(text):
        label = _label().match(text, position)
        match = _typed().match(text, label.end() if label else position) or _identity().match(text, position)
        if not match:
            words = text[position:].split(maxsplit=2)[:2]
            word = " ".join(words if words[0].upper() in REGIONS else words[:1])
            remedy = 'write it as in "EUR 57/002/2012" or "#17", or find it with "advisory search"'
            raise Misuse(f"{word!r} is no reference and no id; {remedy}")
        yield _target_of(match)
        position = match.end()


def _target_of(match: re.Match[str]) -> Target:
    language = match["language"].lower() if match["language"] else None
    revision = int(match["revision"]) if match["revision"] else None
    if "id" in match.re.groupindex:
        return Target(id=int(match["id"]), language=language, revision=revision)
    ending = match["ending"]
    return Target(_reference_of(match), language=language or _ENDINGS.get((ending or "").lower()), revision=revision)


def _reference_of(match: re.Match[str]) -> Reference:
    groups = match.re.groupindex
    for form in _FORMS:
        if form[0] in groups and match[form[0]]:
            break
    return Reference.of(*match.group(*form))


_FORMS: Final = tuple(
    tuple(form + name for name in ("region", "topic", "serial", "year")) for form in ("", "path_", "file_")
)
"""Groups of the parts, by where they stand: in text, in an address, in a file name."""


_ENDINGS: Final = {code: code for code in ("en", "fr", "es", "de", "it", "pt", "ar", "ru", "uk", "tr", "zh", "ja")} | {
    "eng": "en",
    "fra": "fr",
    "spa": "es",
    "deu": "de",
    "ita": "it",
    "por": "pt",
    "ara": "ar",
    "rus": "ru",
    "english": "en",
    "french": "fr",
    "spanish": "es",
    "arabic": "ar",
    "russian": "ru",
}
"""What file names of the web library end in: ``eur570022012ru``, ``mde300032010fra``, ``eur4917812020english``."""

_ANY_REGION: Final = "|".join(REGIONS)
_INITIALS: Final = "".join(sorted({region[0] for region in REGIONS}))
_FULL_YEAR: Final = r"(?:19[5-9][0-9]|20[0-9][0-9])"
_SHORT_YEAR: Final = r"(?!(?:19|20)[^\n0-9]{1,2}[0-9])[0-9]{2}(?![0-9]|[A-Za-z][0-9])"
"""Neither a year torn apart (``20 12``, ``20'12``) nor one with a letter among its figures (``2O12``)."""
_LETTER: Final = r"(?-i:[^\x00-@\[-`{-\xbf])"
"""A letter of any script, where classes are of ASCII; as a range up to the last it takes 5 ms to compile."""
_SERIAL: Final = r"(?:[0-9]{1,4}|WU\s?[0-9]{1,3})"
_PATH: Final = (
    rf"(?P<path_year>{_FULL_YEAR})/(?P<path_region>{_ANY_REGION})\s?"
    r"(?P<path_topic>[0-9]{2})/(?P<path_serial>[0-9]{3,4})"
)
_FILE_NAME: Final = (
    rf"(?P<file_region>{_ANY_REGION})(?P<file_topic>[0-9]{{2}})(?P<file_serial>[0-9]{{3,4}})(?P<file_year>{_FULL_YEAR})"
)
_ANY_ENDING: Final = "|".join(sorted(_ENDINGS, key=len, reverse=True))


@cache
def _printed() -> re.Pattern[str]:
    """What documents print. A year may have a date glued to it: ``200616 February 2006``, ``9912 May 1999``."""
    blank = r"[\s\u00a0\u2009\u202f]"
    slash = rf"{blank}{{0,2}}/{blank}{{0,2}}"
    glued = rf"(?=[0-3]?[0-9][\s\u00a0]?(?:de\s)?{_LETTER}{{3,12}}\.?,?\s(?:del?\s)?(?:19|20)[0-9]{{2}}(?![0-9]))"
    year = rf"(?P<year>{_FULL_YEAR}(?![0-9])|{_FULL_YEAR}{glued}|{_SHORT_YEAR}|[089][0-9]{glued})"
    number = (
        rf"(?P<region>{_ANY_REGION}){blank}{{0,3}}[/-]?{blank}{{0,2}}(?P<topic>[0-9]{{2}}|[0-9](?=/)){slash}"
        rf"(?P<serial>{_SERIAL}){slash}{year}(?:/[A-Za-z](?![A-Za-z0-9]))?"
    )
    begins = rf"(?=[12{_INITIALS}])(?<![A-Za-z0-9])"  # which character comes next rules out most places
    return re.compile(rf"{begins}(?:{_PATH}(?!/?[0-9])|{number})", re.ASCII | re.IGNORECASE)


@cache
def _following() -> re.Pattern[str]:
    return re.compile(
        r"(?:,|;|\s?[&–-]|,?\s(?:and|et|und|y|e|и|to))\s{0,2}"
        rf"(?P<topic>[0-9]{{2}})/(?P<serial>[0-9]{{1,4}})/(?P<year>{_FULL_YEAR}|[0-9]{{2}})(?![0-9/])"
    )


@cache
def _addressed() -> re.Pattern[str]:
    return re.compile(
        rf"[\w./-]{{0,60}}/(?:[A-Z]{{3}})?{_FILE_NAME}(?:{_ANY_ENDING})?(?![A-Z0-9])", re.ASCII | re.IGNORECASE
    )


@cache
def _labelled() -> re.Pattern[str]:
    gap = r"\s?(?P<gap>[-–\\.]|/{1,2})\s?"
    return re.compile(
        rf"(?:\s(?:AI|number|no))?[\s.:]{{0,4}}(?P<region>{_ANY_REGION})[\s/_:.-]{{0,3}}"
        rf"(?P<topic>[0-9]{{2}}){gap}(?P<serial>[0-9]{{2,4}})\s?(?P=gap)\s?(?P<year>{_FULL_YEAR}(?![0-9])|{_SHORT_YEAR})",
        re.ASCII | re.IGNORECASE,
    )


@cache
def _typed() -> re.Pattern[str]:
    """What people type: any of ``/ - _ .`` or blanks between the parts, also paths and file names."""
    gap = r"[\s/_.-]{1,3}"
    number = (
        rf"(?P<region>{_ANY_REGION})[\s/_.-]{{0,3}}(?P<topic>[0-9]{{1,2}}){gap}(?P<serial>{_SERIAL}){gap}"
        rf"(?P<year>{_FULL_YEAR}|[0-9]{{2}})(?![0-9])(?:/[A-Za-z](?![A-Za-z0-9]))?"
    )
    file_name = rf"{_FILE_NAME}(?![0-9])(?P<ending>{_ANY_ENDING})?(?:\.(?:pdf|html?|txt|docx?|eml)(?![A-Za-z0-9]))?"
    return re.compile(
        rf"(?:{_PATH}(?![0-9])|{number}|{file_name})(?:#(?P<revision>[0-9]{{1,6}}))?(?:\s?@(?P<language>[A-Za-z]{{2,3}}))?"
        r"(?:\s*,\s*|\s+|$)",
        re.ASCII | re.IGNORECASE,
    )


_LABEL: Final = (
    r"(?:AI[\s-]{1,2})?"
    "(?:index|[ií]ndice|[iİ]ndeks|endeks|индекс|індекс|رقم|文書番号|文件编号|文件編號|索引号|索引號|インデックス)"
    r"(?:\s(?:AI|МА|АІ|الوثيقة|الفهرس|number|no))?\s?[:：.]?\s{0,3}"
)
"""What stands before a number that was copied with its label."""


@cache
def _label() -> re.Pattern[str]:
    return re.compile(_LABEL, re.IGNORECASE)


@cache
def _copied_label() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_LABEL}(?=(?:{_ANY_REGION})[\s/_.-]{{0,3}}[0-9])", re.IGNORECASE)


@cache
def _identity() -> re.Pattern[str]:
    return re.compile(
        r"#?(?P<id>[1-9][0-9]{0,11})(?:#(?P<revision>[0-9]{1,6}))?(?:\s?@(?P<language>[A-Za-z]{2,3}))?(?:\s*,\s*|\s+|$)",
        re.ASCII,
    )
