"""Names, roles, numbers and addresses in a passage that invites journalists to call."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from advisory_cli.model import Contact
from advisory_cli.parse.lazy import pattern
from advisory_cli.places import country_alpha2, country_named


class _Reach(NamedTuple):
    """A number or address and where it stands."""

    start: int
    end: int
    phone: str = ""
    email: str = ""


def read_block(text: str, *, posted: bool, region_hint: str) -> Iterator[Contact]:
    """One contact for each label that numbers and addresses stand behind.

    `posted`: a notice that says who posts the text, of which only organisation and telephone count.
    """
    reaches = sorted([*_emails(text), *_phones(text, _region(text) or region_hint)])
    groups: list[tuple[str, list[_Reach]]] = []
    end = 0
    for reach in reaches:
        label = _label(text[end : reach.start], first=not groups)
        if not groups or (label and _is_named(label)):
            groups.append((label, []))
        groups[-1][1].append(reach)
        end = reach.end
    for label, group in groups:
        phones = tuple(dict.fromkeys(reach.phone for reach in group if reach.phone))
        emails = tuple(dict.fromkeys(reach.email for reach in group if reach.email and not posted))
        who = _who(label, posted=posted)
        if (
            (phones or emails)
            and not any(title in f"{label} " for title in _OFFICIALS)
            and (who.organisation or not posted)
        ):
            yield who._replace(phones=phones, emails=emails)


_EMAIL: Final = pattern(
    r"(?<![\w.@])(?P<user>[\w.%+-]{1,64})@(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})"
    r"|(?<![\w.@])(?P<user_at>[a-z0-9_.+-]{1,64})(?: at | ?\[at\] ?| ?\(at\) ?)"
    r"(?P<host_at>(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,6})\b"
)
_OFFICIALS: Final = (
    "Your Excellency", "Minister of ", "Ministry of ", "Prime Minister", "President of the Republic", "Ambassador",
    "Embassy", "Attorney General", "Governor of ", "Dear Sir", "Dear Minister", "Dear President", "Señor Ministro",
    "Señor Presidente", "Señor Director", "Excelencia",
)  # fmt: skip
"""Titles of those whom an action asks to write to."""


def _emails(text: str) -> Iterator[_Reach]:
    for match in _EMAIL().finditer(text):
        user, host = match["user"] or match["user_at"], match["host"] or match["host_at"]
        yield _Reach(match.start(), match.end(), email=f"{user}@{host}".lower().rstrip(".-_"))


_SECTION: Final = pattern(
    r"\b(?:Amnesty International|Amnist[ií]a Internacional|Anistia Internacional) (\w+)(?: (\w+))?"
)


def _region(text: str) -> str | None:
    """The country of the national section that is named (`Amnesty International Italia`), or of an e-mail address."""
    for section in _SECTION().finditer(text):
        for name in (f"{section[1]} {section[2]}", section[1]):
            if code := country_named(name):
                return country_alpha2(code)
    endings = (reach.email.rpartition(".")[2].upper() for reach in _emails(text))
    return next(("GB" if ending == "UK" else ending for ending in endings if len(ending) == 2), None)


_FAX: Final = pattern(r"(?:fax|télécopie|факс|فاكس|ファックス|传真|傳真)\W*$", re.IGNORECASE)
_TEL_OR_FAX: Final = pattern(r"(?:tel|phone|тел)\w*\W{1,3}(?:and )?(?:fax|факс)\W*$", re.IGNORECASE)
_OLD_NUMBER: Final = pattern(r"\+\(?\d[\d ().-]{7,20}\d")
_NUMBER: Final = pattern(r"[+(]*\d[\d ().-]{5,22}\d")
_PLAIN: Final = pattern(r"\+(?!39)(?:[1-9]\d{7,14}|[1-9]\d{0,2}(?:[ .-]|[ .-]?\(0\)[ .-]?)[1-9]\d*(?:[ .-]\d+)*)")
"""A number with its country code that needs no table: not Italian, where a zero behind the code belongs to it."""
_LABELLED: Final = pattern(r"(?i:\b(?:tel|tél|phone|telephone|cell|mobile|тел)\b[.:\s]{1,3})(\(?\d[\d ()./-]{4,18}\d)")


def _phones(text: str, region: str) -> Iterator[_Reach]:
    """Numbers that are no fax: valid ones, old ones with a country code, and as printed what stands behind `Tel.`."""
    numbers = list(_NUMBER().finditer(text))
    taken = [] if all(_PLAIN().fullmatch(number[0]) for number in numbers) else _national(text, region)
    for match in _OLD_NUMBER().finditer(text):
        digits = re.sub(r"\(0\)|\D", "", match[0])
        if _is_free(match.span(), taken) and 8 <= len(digits) <= 15:
            taken.append(_Reach(*match.span(), phone=f"+{digits}"))
    for match in _LABELLED().finditer(text):
        if _is_free(match.span(1), taken):
            taken.append(_Reach(*match.span(1), phone=match[1]))
    return (reach for reach in taken if not _is_fax(text[max(reach.start - 25, 0) : reach.start]))


def _national(text: str, region: str) -> list[_Reach]:
    """Valid numbers in any form, those without a country code read as of the region."""
    from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher, format_number  # noqa: PLC0415 - 25 ms

    return [
        _Reach(match.start, match.end, phone=format_number(match.number, PhoneNumberFormat.E164))
        for match in PhoneNumberMatcher(text, region, leniency=Leniency.VALID)
    ]


def _is_free(span: tuple[int, int], taken: Sequence[_Reach]) -> bool:
    return all(span[1] <= reach.start or reach.end <= span[0] for reach in taken)


def _is_fax(before: str) -> bool:
    return bool(_FAX().search(before)) and not _TEL_OR_FAX().search(before)


_LEAD_IN: Final = pattern(
    r"(?:\bcontact\w*|\bcall\b|\bcontattare|\bkontakt\w*|обра[щт]\w+\s+(?:к\s)?|يرجى الاتصال ب?|:)(?=\s*\S)[\s:]*",
    re.IGNORECASE,
)
"""What ends an invitation; the name stands behind the last of them."""
_WAYS: Final = (
    " at on or and via by in tel tél telephone telefono teléfono téléphone telefon phone ph mobile mob cell cellulare "
    "móvil portable e-mail email mail mailto correo correo-e courriel fax office direct after hours out of t m e f "
    "w o y et oder und ou или и тел моб телефон почта эл oppure al alle a en au par هاتف البريد الإلكتروني أو "
)
"""Words between a name and its numbers."""


def _label(text: str, *, first: bool) -> str:
    """The text in front of a number without the invitation and without words such as `tel.` and `or`."""
    if first:
        text = _trimmed(text)
        cut = [match.end() for match in _LEAD_IN().finditer(text)]
        text = text[cut[-1] :] if cut else text
    return _trimmed(text)


def _trimmed(text: str) -> str:
    words = list(re.finditer(r"\S+", text))
    while words and _is_way(words[-1][0]):
        words.pop()
    while words and _is_way(words[0][0]):
        words.pop(0)
    return text[words[0].start() : words[-1].end()].strip(" ,;:(") if words else ""


def _is_way(word: str) -> bool:
    parts = word.strip(".,;:()[]–—-|/").lower().split("/")
    return all(not part or f" {part} " in _WAYS for part in parts)


def _is_named(label: str) -> bool:
    """Whether another contact begins here: two words in capitals, not a place such as `in New York`."""
    words = label.split()
    return len(words) > 1 and all(word[:1].isupper() or word[:1].lower() == word[:1].upper() for word in words[:2])


_ORGANISATION: Final = pattern(
    r"(?:Amnesty International|Amnist[ií]a Internacional|Anistia Internacional|Международн\w+ [Аа]мнисти\w+|"
    r"منظمة العفو الدولية|Human Rights Watch|アムネスティ\w*)"
    r"(?:,? (?!Press|Media|Research|International)[A-ZÉ]\w+(?= *$| *[–,\n(-]))?"
)
_ROLES: Final = frozenset(
    {
        "press", "media", "officer", "relations", "manager", "campaigner", "coordinator", "head", "editor",
        "ufficio", "stampa", "portavoce", "responsable", "porte", "service", "prensa", "comunicación", "jefe",
        "jefa", "pressestelle", "imprensa", "assessor", "woordvoerder", "basın", "attaché", "attachée",
    }
)  # fmt: skip
_ROLE_PARTS: Final = ("assessor", "director", "research", "spokes", "addett", "sprecher", "referent", "пресс")
"""Words of roles, and parts of such words."""
_TIES: Final = pattern(
    r"^(?:(?:at|of|from|for|the|de|di|von|bei|le|la|el|il)\s+)+|\s+(?:at|of|from|for|the|de|di|von|bei|d['’])$",
    re.IGNORECASE,
)
"""Words that tie a role to the organisation."""
_PARTS: Final = pattern(r"\s*[,،、;|\n]\s*|\s+[–—-]\s+")


def _who(label: str, *, posted: bool) -> Contact:
    """Name, role and organisation in a label such as `Lydia Aroyo, Press Officer at Amnesty International`."""
    found = _ORGANISATION().search(label)
    organisation = found[0].replace(", ", " ") if found else None
    if posted or not label:
        return Contact(organisation=organisation)
    rest = label.replace(found[0], "\n", 1) if found else label
    parts = [part for part in (_joined(part) for part in _PARTS().split(rest)) if part]
    role = next((part for part in parts if _is_role(part)), None)
    name = next((part for part in parts[:1] if part != role and _is_named(part)), None)
    if role is None and name and len(parts) > 1 and not any(character.isdigit() for character in parts[1]):
        role = parts[1]
    return Contact(name=name, role=role, organisation=organisation)


def _joined(part: str) -> str:
    """A part of a label without the words that tied it to the organisation."""
    bare = _TIES().sub("", part.strip(" .(:)–—-")).removeprefix("'s ").removeprefix("’s ")
    return " ".join(bare.split())


def _is_role(part: str) -> bool:
    folded = part.lower()
    words = folded.replace("-", " ").replace("/", " ").split()
    return any(word.strip(_MARKS) in _ROLES for word in words) or any(stem in folded for stem in _ROLE_PARTS)


_MARKS: Final = ".,:;()[]'’\"“”"
