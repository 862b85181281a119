"""Telephone numbers and e-mail addresses in a passage, and where they stand."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from advisory_cli.parse.lazy import pattern
from advisory_cli.places import country_alpha2, country_named


class Reach(NamedTuple):
    """A number or address and where it stands; a fax number has neither."""

    start: int
    end: int
    phone: str = ""
    email: str = ""


def reaches_in(text: str, region_hint: str) -> list[Reach]:
    """Numbers (E.164; as printed where no country is known) and addresses in order, and places of fax numbers.

    `region_hint` (ISO 3166-1 alpha-2) reads numbers without a country code where the text names no national section.
    """
    emails = list(_emails(text))
    return sorted([*emails, *_phones(text, emails, region_hint)])


_SIGN: Final = pattern(r"@(?=[\w-])")
_SPELT: Final = pattern(r" at (?=[\w-]+\.\w)")
_BRACKETED: Final = pattern(r" ?[\[(](?:at|AT|arroba|ät)[\])] ?(?=[\w-])")
_USER: Final = pattern(r"[\w.%+-]{1,64}+(?!@)")
"""Read from right to left, which takes one step where a search from the left takes sixty."""
_HOST: Final = pattern(r"[\w-]{1,63}(?:(?:\.| ?[\[(](?:dot|punto|punkt|point)[\])] ?)[\w-]{1,63}){1,8}", re.IGNORECASE)
_DOT: Final = pattern(r" ?[\[(]\w+[\])] ?")
_TOP: Final = pattern(r"[A-Za-z]{2,6}$")


def _emails(text: str) -> Iterator[Reach]:
    """Addresses, also with `at`, `(at)` and `[dot]` in place of their signs."""
    end = 0
    for at in _signs(text):
        user = _USER().match(text[max(end, at.start() - _LONGEST) : at.start()][::-1])
        host = _HOST().match(text, at.end())
        if user and host and (at[0] == "@" or _TOP().search(host[0])):
            end = host.end()
            dotted = _DOT().sub(".", host[0]) if "[" in host[0] or "(" in host[0] else host[0]
            yield Reach(at.start() - user.end(), end, email=f"{user[0][::-1]}@{dotted}".lower().rstrip(".-_"))


_LONGEST: Final = 65
"""Characters of the part of an address before its sign, and the one before that."""


def _signs(text: str) -> list[re.Match[str]]:
    """What stands between user and host of addresses, in order."""
    found = list(_SIGN().finditer(text))
    if " at " in text:
        found += _SPELT().finditer(text)
    if ("(" in text or "[" in text) and any(map(text.lower().__contains__, ("at)", "at]", "arroba", "ät)", "ät]"))):
        found += _BRACKETED().finditer(text)
    return sorted(found, key=re.Match.start)


_NUMBER: Final = pattern(r"[+(\d][\d ().+/–-]{5,28}(?<=\d)")
_DAY_AND_YEAR: Final = pattern(r"\d\d? (?:19|20)\d\d")
_PLAIN: Final = pattern(r"\+(?!39)(?:[1-9]\d{7,14}|[1-9]\d{0,2}(?:[ .-]|[ .-]?\(0\)[ .-]?)[1-9]\d*(?:[ .-]\d+)*)")
"""A number with its country code that needs no table: not Italian, where a zero behind the code belongs to it."""
_FILLING: Final = pattern(r"\(0\)|[ ().-]")
_OLD_NUMBER: Final = pattern(r"\+ ?\(?\d[\d ().-]{7,20}\d")
_LABELLED: Final = pattern(r"(?i:\b(?:tel|tél|phone|telephone|cell|mobile|тел)\b[.:\s]{1,3})(\(?\d[\d ()./-]{4,18}\d)")
_AS_PRINTED: Final = pattern(r"(?<![\d/+.-])\(?0\d{1,4}\)?[ -]\d{2,4}(?:[ -]\d{2,4}){1,3}(?![\d/])")
"""How national numbers are written."""
_AMERICAN: Final = pattern(r"(?<![\d+])\(?[2-9]\d\d\)?[ .-]{1,2}[2-9]\d\d[ .-]\d{4}(?!\d)")
"""North American numbers are known by their shape."""


def _phones(text: str, emails: Sequence[Reach], region_hint: str) -> list[Reach]:
    """Numbers: valid ones, old ones with a country code, and as printed what stands behind `Tel.`."""
    printed = (number for number in _NUMBER().finditer(text) if _is_free(number.span(), emails))
    numbers = [number for number in printed if not _is_of_date(text, number)]
    plain = [_international(number[0]) for number in numbers]
    if all(plain):
        taken = [Reach(*number.span(), phone=phone) for number, phone in zip(numbers, plain, strict=True)]
    else:
        taken = [reach for reach in _national(text, region_hint) if _is_free((reach.start, reach.end), emails)]
        taken += _others(text, [*emails, *taken])
    return [reach._replace(phone="") if _is_fax(text, reach) else reach for reach in taken]


def _is_of_date(text: str, number: re.Match[str]) -> bool:
    """Whether it is day or second with a year (``March 22 2012``): reading it as a number loads all tables."""
    end = number.end()
    return bool(_DAY_AND_YEAR().fullmatch(number[0])) and not _LABELLED().search(text, max(0, end - 24), end)


def _international(printed: str) -> str:
    """E.164 of a number with its country code, also behind 00; empty where that takes a table."""
    number = f"+{printed[2:].lstrip()}" if printed.startswith("00") else printed
    if not _PLAIN().fullmatch(number):
        return ""
    digits = _FILLING().sub("", number)
    return digits if 8 <= len(digits) - 1 <= 15 else ""


def _national(text: str, region_hint: str) -> list[Reach]:
    """Valid numbers in any form, those without a country code read as of the region."""
    from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher, format_number  # 25 ms

    return [
        Reach(match.start, match.end, phone=format_number(match.number, PhoneNumberFormat.E164))
        for match in PhoneNumberMatcher(text, _region(text) or region_hint, leniency=Leniency.VALID)
    ]


def _others(text: str, taken: Sequence[Reach]) -> list[Reach]:
    """What is a number by its shape and stands in no table."""
    others: list[Reach] = []
    for match in _OLD_NUMBER().finditer(text):
        digits = re.sub(r"\(0\)|\D", "", match[0])
        if _is_free(match.span(), taken) and 8 <= len(digits) <= 15:
            others.append(Reach(*match.span(), phone=f"+{digits}"))
    for match in _AMERICAN().finditer(text):
        if _is_free(match.span(), (*taken, *others)):
            others.append(Reach(*match.span(), phone="+1" + re.sub(r"\D", "", match[0])))
    for match in (*_LABELLED().finditer(text), *_AS_PRINTED().finditer(text)):
        start, end = match.span(match.lastindex or 0)
        if _is_free((start, end), (*taken, *others)):
            others.append(Reach(start, end, phone=text[start:end]))
    return others


def _is_free(span: tuple[int, int], taken: Sequence[Reach]) -> bool:
    return all(span[1] <= reach.start or reach.end <= span[0] for reach in taken)


_FAX: Final = pattern(r"(?:fax|télécopie\w*|faks|факс\w*|فاكس|ファックス|传真|傳真|isdn|telex|\bf)\W*$", re.IGNORECASE)
_TEL_OR_FAX: Final = pattern(r"(?:tel|phone|тел)\w*\W{1,3}(?:and )?(?:fax|факс)\W*$", re.IGNORECASE)
_IS_FAX: Final = pattern(r"\s*\((?:fax|isdn|télécopie|факс)", re.IGNORECASE)


def _is_fax(text: str, reach: Reach) -> bool:
    before = text[max(reach.start - 25, 0) : reach.start]
    if before.isascii() and not any(map(before.lower().__contains__, ("f", "isdn", "telex"))):
        return bool(_IS_FAX().match(text, reach.end))
    return bool(_IS_FAX().match(text, reach.end) or (_FAX().search(before) and not _TEL_OR_FAX().search(before)))


_SECTION: Final = pattern(
    r"\b(?:Amnesty International|Amnist[ií]a Internacional|Anistia Internacional|Amnistie internationale) "
    r"(\w+)(?: (\w+))?"
)
_SECTION_HOST: Final = pattern(r"@(?:[\w.-]+\.)?(?:([a-z]{2})\.amnesty\.org|amnesty\.org\.([a-z]{2})|(aiusa)\.org)\b")


def _region(text: str) -> str | None:
    """The country of the national section that is named (`Amnesty International Italia`), or of an e-mail address."""
    for section in _SECTION().finditer(text):
        for name in (f"{section[1]} {section[2]}", section[1]):
            if code := country_named(name):
                return country_alpha2(code)
    if host := _SECTION_HOST().search(text.lower()):
        return "US" if host[3] else _country(host[1] or host[2])
    if _KANA().search(text):
        return "JP"
    endings = (reach.email.rpartition(".")[2] for reach in _emails(text))
    return next((_country(ending) for ending in endings if len(ending) == 2), None)


_KANA: Final = pattern("[\u3040-\u30ff]")


def _country(ending: str) -> str:
    return "GB" if ending == "uk" else ending.upper()
