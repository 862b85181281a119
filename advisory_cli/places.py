"""Countries and the classes of index numbers: names in many languages to codes, and back.

The tables are read once, when first asked for. `scripts/build_tables.py` says where their facts come from.
"""

import json
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

_TABLES: Final = Path(__file__).with_name("tables")
_ASCII: Final = {code: " " for code in range(128) if not chr(code).isalnum()} | {ord("&"): " and "}
"""What `fold_name` does to plain letters; four times as fast as the way for all."""
_LETTERS: Final = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "&": " and "})


@lru_cache(maxsize=4_096)
def country_named(name: str) -> str | None:
    """Alpha-3 code of a country or territory by its name in any of the languages, old names included."""
    folded = fold_name(name)
    spellings = _countries().spellings
    return spellings.get(folded) or spellings.get(folded.removeprefix("the "))


@lru_cache(maxsize=4_096)
def opens_country(word: str) -> bool:
    """Whether any name of a country may begin with this word: a title is held against its first words, longest first.

    Of letters set apart and of words with other signs it is not known: they may.
    """
    folded = fold_name(word)
    return not word.isalpha() or len(folded) < _SET_APART or folded == "the" or folded in _first_words()


_SET_APART: Final = 2


@cache
def _first_words() -> frozenset[str]:
    return frozenset(spelling.partition(" ")[0] for spelling in _countries().spellings)


@cache
def country_name(alpha3: str) -> str:
    """English name for display; the code itself where it is unknown.

    Reads one line of the table: all of it takes 3 ms, and `show` has 30 in all.
    """
    _, line, behind = _table().partition(f'\n"{alpha3}": ')
    if not line or not alpha3.isalnum():
        return alpha3
    _, name, _ = json.loads(behind.partition("\n")[0].rstrip(","))
    return str(name)


def country_names() -> tuple[str, ...]:
    """All English names, for suggestions."""
    return tuple(_countries().english.values())


def country_alpha2(alpha3: str) -> str | None:
    """Two-letter code, as telephone numbering plans are named by."""
    return _countries().two_letters.get(alpha3)


def countries_of(value: str) -> tuple[str, ...]:
    """Alpha-3 codes for what a user types: a name, a code of two or three letters, or a class (`EUR 57`)."""
    if code := country_named(value):
        return (code,)
    code = value.strip().upper()
    if code in _countries().english:
        return (code,)
    if code in (two_letters := {two: three for three, two in _countries().two_letters.items()}):
        return (two_letters[code],)
    index_class = re.fullmatch(r"([A-Z]{3})[ /]?(\d\d)", code)
    return tuple(country for country, _ in _class_periods(*index_class.groups())) if index_class else ()


def class_countries(region: str, topic: str, year: int) -> tuple[str, ...]:
    """Alpha-3 codes of the country an index class stood for in that year; none for topics and parts of the world."""
    return next(((country,) for country, last in _class_periods(region, topic) if year <= last), ())


def class_name(region: str, topic: str) -> str | None:
    """What an index class stands for: a country, a part of the world or a topic; None where it is not known."""
    found = _classes().get((region, topic))
    return found.name if found else None


def region_name(region: str) -> str | None:
    """What the three letters of an index number stand for."""
    return class_name(region, "")


def fold_name(name: str) -> str:
    """A name without case, accents, dots and doubled spaces; letters set apart (`M É X I C O`, `U.S.A.`) are joined."""
    if name.isascii():
        words = name.lower().translate(_ASCII).split()
        return "".join(words) if all(len(word) == 1 for word in words) else " ".join(words)
    small = unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", small)
    bare = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    words = bare.split()
    return "".join(words) if all(len(word) == 1 for word in words) else " ".join(words)


class _Countries(NamedTuple):
    english: dict[str, str]
    two_letters: dict[str, str]
    spellings: dict[str, str]


class _Class(NamedTuple):
    name: str | None
    countries: str
    """Codes in order of time, each but the last with the last year it was used: ``SUN-1991 RUS``."""


@cache
def _table() -> str:
    return (_TABLES / "countries.json").read_text(encoding="utf-8")


@cache
def _countries() -> _Countries:
    table = json.loads(_table())
    return _Countries(
        english={code: name for code, (_, name, _) in table.items()},
        two_letters={code: two for code, (two, _, _) in table.items() if two},
        spellings={spelling: code for code, (_, _, spellings) in table.items() for spelling in spellings},
    )


@cache
def _classes() -> dict[tuple[str, str], _Class]:
    lines = (_TABLES / "classes.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {(region, topic): _Class(name or None, countries) for region, topic, name, countries in rows}


def _class_periods(region: str, topic: str) -> list[tuple[str, int]]:
    """Countries of a class, each with the last year it had that code, in order of time."""
    found = _classes().get((region, topic))
    parts = (part.partition("-") for part in found.countries.split()) if found else ()
    return [(country, int(last or 9999)) for country, _, last in parts]
