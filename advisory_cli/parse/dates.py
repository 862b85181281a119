"""Dates as documents print them, in twelve languages and four scripts.

An own table of month names, because the libraries that know more cost more to import than a whole command may take.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from advisory_cli.parse.lazy import pattern


class FoundDate(NamedTuple):
    """A date in running text: ISO 8601, as precise as printed; `ambiguous` if day and month could be exchanged."""

    iso: str
    start: int
    end: int
    ambiguous: bool = False


def find_dates(text: str) -> list[FoundDate]:
    """Every date with a year in a few lines of text, in order; times and bare years are none."""
    far = list(_far(text)) if "年" in text or "жыл" in text else []
    if far or not _YEAR_LIKE().search(text):
        return far
    figures = "年" in text or _IN_FIGURES_LIKE().search(text) is not None
    return [found for match in _dates(figures=figures).finditer(text) if (found := _read(match))]


def _far(text: str) -> Iterator[FoundDate]:
    from advisory_cli.parse.far_dates import far_dates  # few texts have such dates

    for year, month, day, start, end in far_dates(text):
        if iso := _iso(year, month, day):
            yield FoundDate(iso, start, end)


_YEAR_LIKE: Final = pattern(r"\d(?:[./-]\d|\d\d\d)")
_IN_FIGURES_LIKE: Final = pattern(r"\d(?:[./-]|\.\s)\d")

_MONTHS: Final = (
    # en, short forms included
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "- - - - - - - - sept - - -",
    # fr, also without accents
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "- fevrier - - - - - aout - - - decembre",
    "janv févr - avr - - juil - - - - déc",
    # es
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "- - - - - - - - setiembre - - -",
    "ene - - abr - - - - - - - dic",
    # de, Austrian forms and spellings without umlaut
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner feber maerz - - - - - - okt - dez",
    # it
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    # pt
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "- - marco - - - - - - - - -",
    # ru, genitive and nominative
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "янв фев - апр - июн июл авг сен окт ноя дек",
    "- февр - - - - - - сент - нояб -",
    # uk, genitive and nominative
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    # tr, also as capitals come back from lower()
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "- subat - ni̇san mayis hazi̇ran - agustos eylul eki̇m kasim aralik",
    # nl
    "januari februari maart april mei juni juli augustus - - - -",
    # pl, genitive
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    # sv, da, nb
    "- - marts - maj - - augusti - - - -",
    "- - - - - - - - - - - desember",
    # kk
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    # ar: Egypt and the Gulf, Maghreb, Levant (names of two words are written with an underscore here)
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "جانفي فيفري - إبريل ماي جوان جويلية أوت شتنبر - نونبر دجنبر",
    "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "- - اذار ابريل ايار يونيه يوليه اب ايلول اكتوبر - -",
)
_MONTH_OF: Final = {name: number for row in _MONTHS for number, name in enumerate(row.split(), start=1) if name != "-"}


_WORD: Final = r"(?:[^\W\d_]\u0307?){2,14}+"
_MONTH: Final = rf"{_WORD}(?:\s(?:الثاني|الأول))?"
_MONTH_NAMES: Final = rf"{_MONTH}(?:\s?/\s?{_MONTH})?"
_YEAR: Final = r"(?:1[89]|20|١٩|٢٠)\d\d(?!\d)"
_JOINT: Final = r"[\s.,\u00a0-]{0,3}(?:[dD](?:[eE][lL]?|[iI]|[oO]|’|')\s)?\s?"
_IN_WORDS: Final = (
    r"(?<![\d./:])(?P<day_3>\d\d?)(?:st|nd|rd|th|er|ST|ND|RD|TH|ER|[ºª°])?(?:\s{1,2}(?:of|OF)\b)?"
    rf"{_JOINT}(?P<month_3>{_MONTH_NAMES}){_JOINT}(?P<year_3>{_YEAR})"
    rf"|(?<![^\W\d_])(?P<month_4>{_WORD})[.,\s]\s{{0,2}}(?P<day_4>\d\d?)(?:st|nd|rd|th|ST|ND|RD|TH)?(?:,\s{{0,2}}|\s{{1,2}})(?P<year_4>{_YEAR})"
    rf"|(?<![^\W\d_])(?P<month_5>{_MONTH_NAMES}){_JOINT}(?P<year_5>{_YEAR})(?!\s?年|[./-]\d)"
)
_IN_FIGURES: Final = (
    rf"(?<![\d./-])(?P<year_1>{_YEAR})(?P<separator>[./-])(?P<month_1>\d\d?)(?P=separator)(?P<day_1>\d\d?)(?![\d/-]|\.\d)"
    rf"|(?<![\d./-])(?P<first>\d\d?)(?P<other>[/-]|\.\s?)(?P<second>\d\d?)(?P=other)(?P<third>{_YEAR}|\d\d)(?![\d/-]|\.\d)"
    r"|(?P<year_2>(?:1[89]|20)\d\d)\s?年\s?(?P<month_2>\d\d?)\s?月(?:\s?(?P<day_2>\d\d?)\s?日)?"
)


@cache
def _dates(*, figures: bool) -> re.Pattern[str]:
    """Ways to write a date; which words are months is looked up afterwards, so that the pattern stays small."""
    return re.compile(f"{_IN_FIGURES}|{_IN_WORDS}" if figures else _IN_WORDS)


def _read(match: re.Match[str]) -> FoundDate | None:
    form = str(match.lastgroup)[-1]
    if not form.isdecimal():  # first, second, third
        return _numeric(match)
    year, month, *days = match.group(*_GROUPS[form])
    number = int(month) if month.isdecimal() else _month_number(month)
    iso = _iso(int(year), number, int(days[0]) if any(days) else None)
    return FoundDate(iso, match.start(), match.end()) if iso else None


_GROUPS: Final = {form: (f"year_{form}", f"month_{form}", f"day_{form}") for form in "1234"} | {
    "5": ("year_5", "month_5")
}
"""Year, month and day of each form; the last has no day."""


def _month_number(printed: str) -> int:
    """1 to 12, or 0 for a word that is no month. Of two forms with a slash (مايو/أيار) both must agree."""
    numbers = {_MONTH_OF.get("_".join(part.lower().split()), 0) for part in printed.split("/")}
    return numbers.pop() if len(numbers) == 1 else 0


def _numeric(match: re.Match[str]) -> FoundDate | None:
    """Day first, unless only month first makes sense; year first if the first part can be no day (97.9.19)."""
    first, second, third = int(match["first"]), int(match["second"]), int(match["third"])
    if first > 31 and third <= 31:
        readings = [_iso(_full_year(first), second, third)]
    else:
        year = _full_year(third)
        readings = [iso for iso in (_iso(year, second, first), _iso(year, first, second)) if iso]
    if not readings or not readings[0]:
        return None
    return FoundDate(readings[0], match.start(), match.end(), ambiguous=len(set(readings)) > 1)


def _full_year(year: int) -> int:
    if year >= 100:
        return year
    return year + (1900 if year >= 50 else 2000)


def _iso(year: int, month: int, day: int | None) -> str | None:
    """ISO 8601 of a date that exists, else None. Counts days itself: importing `datetime` costs too much."""
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= _DAYS[month - 1] + leap else None


_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
