"""Dates in Chinese figures, Japanese eras and years of the Republic, and Kazakh dates with the year in front."""

import re
from collections.abc import Iterator
from typing import Final

from advisory_cli.parse.lazy import pattern

_ERAS: Final = {
    "明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911,
}  # fmt: skip
"""The year before the first of each."""
_KAZAKH: Final = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша",
    "желтоқсан",
)  # fmt: skip
_HAN: Final = "〇一二三四五六七八九"
_NUMBER: Final = rf"[\d{_HAN}十]{{1,3}}"


def far_dates(text: str) -> Iterator[tuple[int, int, int | None, int, int]]:
    """Year, month, day, start and end of each; the numbers are as printed and may be no date."""
    if "年" in text:
        for match in _EASTERN().finditer(text.replace("○", "〇").replace("零", "〇")):
            yield (
                _year(match),
                _number(match["month"]),
                _number(match["day"]) if match["day"] else None,
                *match.span(),
            )
    if "жыл" in text:
        for match in _YEAR_FIRST().finditer(text):
            month = next((at for at, name in enumerate(_KAZAKH, 1) if match["month"].lower().startswith(name)), 0)
            yield int(match["year"]), month, int(match["day"]), *match.span()


_EASTERN: Final = pattern(
    rf"(?:(?:(?:19|20)\d\d\s?年?\s?[(（])?(?P<era>{'|'.join(_ERAS)})\s?(?P<count>元|{_NUMBER})[)）]?|(?<![{_HAN}])(?P<year>[一二][{_HAN}]{{3}}))\s?年[)）]?"
    rf"\s?(?P<month>{_NUMBER})\s?月(?:\s?(?P<day>{_NUMBER})\s?[日号號])?"
)
_YEAR_FIRST: Final = pattern(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s(?:жылғы|жылдың|жылы)\s(?P<day>\d\d?)[\s-]{1,2}(?P<month>[^\W\d_]{5,12})"
)


def _year(match: re.Match[str]) -> int:
    if not match["era"]:
        return _number(match["year"])
    return _ERAS[match["era"]] + (1 if match["count"] == "元" else _number(match["count"]))


def _number(printed: str) -> int:
    """A number in figures, figure by figure (二〇一二) or with tens (二十二)."""
    tens, ten, ones = printed.partition("十")
    if ten:
        return (_plain(tens) if tens else 1) * 10 + (_plain(ones) if ones else 0)
    return _plain(printed)


def _plain(printed: str) -> int:
    figures = "".join(str(_HAN.index(figure)) if figure in _HAN else figure for figure in printed if figure != "十")
    return int(figures or "0")
