"""Which countries a document is about: by title, lines of their own, subject of the case, class of index numbers."""

from collections.abc import Iterable, Sequence
from typing import Final

from advisory_cli.model import Confidence
from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.pieces import Row
from advisory_cli.parse.wrappers import record_title_start
from advisory_cli.places import class_countries, country_named, opens_country
from advisory_cli.reference import Reference

_HEAD_END: Final = pattern(r"\s?[:：]|\.\s|\s[–—-]\s|$")
_JOINTS: Final = frozenset({"and", "et", "y", "und", "e", "и", "та", "ve", "و"})
_AND: Final = pattern(rf"\s*[/,&|]\s*|\s+(?:{'|'.join(sorted(_JOINTS))})\s+")
_GLUED: Final = pattern(r"[^\W\da-zà-öø-ÿ_]{4,40}(?=[^\W\da-zà-öø-ÿ_][a-zà-öø-ÿ])")
_HEAD_WORDS: Final = 6
_LONGEST_NAME: Final = 50


def find_countries(
    title: str, rows: Sequence[Row], header: Sequence[Row], subject: str, reference: Reference | None
) -> tuple[tuple[str, ...], Confidence]:
    """Alpha-3 codes and how sure they are; the class of the index is but a hint, because countries changed theirs."""
    named = head_countries(title) or _in_header(header) or _opening(title, reference)
    if not named and subject[:4].isupper():
        named = head_countries(subject) or _opening(subject, reference)
    named = named or _in_line_heads(header) or _in_facets(rows)
    if named:
        return named, "found"
    hint = countries_in(title, reference) or _hint(reference)
    return hint, "guessed" if hint else "missing"


def _hint(reference: Reference | None) -> tuple[str, ...]:
    return class_countries(reference.region, reference.topic, reference.year) if reference else ()


def head_countries(title: str) -> tuple[str, ...]:
    """Countries that a title names before its colon or full stop: ``Türkei | Syrien: ...``, ``Tunisie. ...``."""
    end = _HEAD_END().search(title, 0, 80)
    head = title[: end.start()] if end else ""
    if not head or head.count(" ") > _HEAD_WORDS:
        return ()
    whole = country_named(head)
    return (whole,) if whole else _all_named(_parted(head))


def _all_named(names: Iterable[str]) -> tuple[str, ...]:
    codes = [country_named(name) for name in names if name]
    return tuple(dict.fromkeys(code for code in codes if code)) if codes and all(codes) else ()


def is_country(words: str) -> bool:
    """Whether words are but the name of a country, or of several (``Türkei | Syrien``, ``ISRAEL/LEBANON``)."""
    if len(words) > _LONGEST_NAME:
        return False
    return country_named(words) is not None or (_may_pair(words) and _named_in(words) != ())


def _may_pair(words: str) -> bool:
    """Whether there is what stands between two countries on a line of their own, or before a second name of one."""
    return "|" in words or "/" in words or "(" in words


def _named_in(words: str) -> tuple[str, ...]:
    """All countries of a line that names nothing else: ``Türkei | Syrien``, ``REPUBLIC OF KOREA (SOUTH KOREA)``."""
    return _all_named(words.rstrip(" )").split("(") if "(" in words else _parted(words))


def _parted(words: str) -> list[str]:
    """Names between which there is a sign or ``and``; most words are one name or none."""
    is_joined = any(map(words.__contains__, "/,&|")) or not _JOINTS.isdisjoint(words.split())
    return _AND().split(words) if is_joined else [words]


def opening_country(words: str) -> str | None:
    """The country that a line begins with, the longest name: ``Kazakhstan's failure``, ``HONDURAS Dr Juan``."""
    parts = words.split(maxsplit=_HEAD_WORDS)[:_HEAD_WORDS]
    if parts and parts[0][-2:] in {"'s", "’s"}:
        parts = [parts[0][:-2]]
    likely = parts and opens_country(parts[0])
    for count in range(min(len(parts), _HEAD_WORDS - 1), 0, -1) if likely else ():
        name = " ".join(parts[:count]).rstrip(".,:;'’")
        if len(name) > 2 and (code := country_named(name)):
            return code
    return country_named(words[: glued_country(words)])


def glued_country(words: str) -> int:
    """How many letters are a country in capitals that the next word is glued to: ``COLOMBIATemor por la seguridad``."""
    glued = _GLUED().match(words)
    return glued.end() if glued and country_named(glued[0]) else 0


def _in_header(header: Sequence[Row]) -> tuple[str, ...]:
    """Countries on lines of their own, and between the pieces of a line (``UA: 123/12 Index: ... Honduras Date:``)."""
    for row in header:
        for start, end in () if row.wrapper else row.rest:
            named = _named_in(row.line.text[start - row.line.start : end - row.line.start])
            if named:
                return named
    return ()


def _in_line_heads(header: Sequence[Row]) -> tuple[str, ...]:
    """Countries before a colon on other lines than the title's: record titles, names of a case (``IRAN: Ali N``)."""
    for row in header:
        start = record_title_start(row.line.text)
        named = head_countries(row.line.text[start:]) if start or row.rest else ()
        if named:
            return named
    return ()


def _in_facets(rows: Sequence[Row]) -> tuple[str, ...]:
    """Countries that a web page lists under a document: ``Country USA``, ``Categories: Americas, Chile``."""
    dates = 0
    for row in rows:
        dates += not row.rest and row.has("date")
        if dates > 1:  # the next document of a list
            break
        match = _FACET().match(row.line.text) if row.line.text.startswith(_FACETS) else None
        names = [country_named(name) for name in _AND().split(row.line.text[match.end() :])] if match else ()
        if names and (codes := tuple(dict.fromkeys(code for code in names if code))):
            return codes
    return ()


_FACETS: Final = ("Countr", "Categor", "Pa", "Land")
_FACET: Final = pattern(r"(?:Country|Countries|Categor(?:y|ies)|Pays|País|Países|Paese|Land)(?:\s?:\s?|\s)(?=[A-ZÀ-Þ])")


def countries_in(words: str, reference: Reference | None = None) -> tuple[str, ...]:
    """Countries named anywhere in a title, or behind its colon: what stands before it was no country."""
    parts = [part.strip(_EDGES) for part in (words.partition(":")[2] or words).split()]
    codes: list[str] = []
    at = 0
    while at < len(parts):
        counts = range(min(_NAME_WORDS, len(parts) - at), 0, -1) if parts[at][:1].isupper() else ()
        found = ((count, country_named(" ".join(parts[at : at + count]))) for count in counts)
        count, code = next(((count, code) for count, code in found if code), (1, None))
        if code and _is_person(parts, at, code, reference):
            code = None
        codes += [code] if code else []
        at += count
    return tuple(dict.fromkeys(codes))


_NAME_WORDS: Final = 4
_EDGES: Final = ".,:;()[]\"'“”‘’«»"


def _opening(words: str, reference: Reference | None) -> tuple[str, ...]:
    first, slash, second = words[: 2 * _LONGEST_NAME].partition("/")
    if slash and (one := country_named(first.strip())) and (other := opening_country(second.lstrip())):
        return one, other
    code = opening_country(words)
    return (code,) if code and not _is_person(words.split(maxsplit=2), 0, code, reference) else ()


def _is_person(words: Sequence[str], at: int, code: str, reference: Reference | None) -> bool:
    """Whether a country's name is rather that of a person or state: the class of the index or a neighbour tells it."""
    if words[at].removesuffix("'s").casefold() not in _ALSO_PERSONS:
        return False
    if hint := _hint(reference):
        return code not in hint
    neighbours = (*words[max(1, at - 1) : at], *words[at + 1 : at + 2])
    return any(word[:1].isupper() and not word.isupper() for word in neighbours)


_ALSO_PERSONS: Final = frozenset(
    {"jordan", "georgia", "chad", "israel", "kenya", "india", "dominica", "america", "cuba"}
)
