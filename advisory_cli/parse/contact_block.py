"""Names, roles, numbers and addresses in a passage that invites journalists to call."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from advisory_cli.model import Contact
from advisory_cli.parse.invitations import is_other_matter
from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.opening import is_unspaced
from advisory_cli.parse.reaches import Reach, reaches_in
from advisory_cli.places import country_named


@lru_cache(maxsize=256)
def read_block(text: str, *, posted: bool, region_hint: str) -> tuple[Contact, ...]:
    """One contact for each label that numbers and addresses stand behind, each once.

    A press office invites in the same words for years, and numbers without a country code take long to read.
    `posted`: a notice that says who posts the text, of which only organisation and telephone count.
    """
    return tuple(dict.fromkeys(_contacts(_labelled(text, region_hint), posted=posted)))


def _contacts(labelled: Iterable[tuple[str, Sequence[Reach]]], *, posted: bool) -> Iterator[Contact]:
    for label, group in labelled:
        phones = tuple(dict.fromkeys(reach.phone for reach in group if reach.phone))
        emails = tuple(dict.fromkeys(reach.email for reach in group if reach.email and not posted))
        if not (phones or emails) or any(map(f"{label} ".__contains__, _OFFICIALS)):
            continue
        for one in _PAIR().split(label) if _is_pair(label) else (label,):
            who = _who(one, posted=posted)
            if who.organisation or not posted:
                yield who._replace(phones=phones, emails=emails)


_OFFICIALS: Final = (
    "Excellency", "Minister ", "Ministry of ", "President of the Republic", "Ambassador", "Embassy",
    "Attorney General", "Governor", "Dear Sir", "Dear Minister", "Dear President", "Señor Ministro",
    "Señor Presidente", "Señor Director", "Excelencia", "Excellence", "Ministre ", "Ministro ", "ministre ",
    "Ministério", "Ministerio", "Ministère", "Monsieur le", "Gouverneur", "Gobernador", "Ambassade", "Embajada",
    "Embaixada", "Ambasciata", "Botschaft", "Justizminister", "Innenminister", "Министр", "министр", "Посольств",
    "посольств", "Прокурор", "السفارة", "وزير", "部长", "大使",
)  # fmt: skip
"""Titles of those whom an action asks to write to."""


def _labelled(text: str, region_hint: str) -> list[tuple[str, list[Reach]]]:
    """Numbers and addresses by the label in front of them."""
    groups: list[tuple[str, list[Reach]]] = []
    end = 0
    for reach in reaches_in(text, region_hint):
        between = text[end : reach.start]
        own = _own_line(between) if groups else ""
        label = own or _label(between, first=not groups)
        if not groups or own or (label and (_is_named(label) or is_other_matter(label))):
            groups.append((label, []))
        groups[-1][1].append(reach)
        end = reach.end
    return groups


def _own_line(between: str) -> str:
    """The label on a line below that of the number before it; what goes on there belongs to that number.

    Empty where no other person or office begins on it.
    """
    _, newline, below = between.partition("\n")
    label = _label(below, first="\n\n" in between.rstrip()) if newline else ""
    return label if _is_named(label) or (" " in label and _is_role(label)) else ""


_PAIR: Final = pattern(r"\s(?:or|and|ou|et|o|y|oder|und|или|и|або|veya|ve)\s")


def _is_pair(label: str) -> bool:
    """Whether two people share what follows: `Ann Lee or Bo Ray`."""
    if "\n" in label or "," in label:
        return False
    names = _PAIR().split(label)
    return len(names) == 2 and all(_is_named(name) and len(name.split()) <= 3 and not _is_role(name) for name in names)


_LEADS: Final = (
    "contact", "contatt", "kontakt", "call ", "phone the ", "sich an ", "sich bitte an ", "обращ", "обрат", "зверта",
    "الاتصال", "联系", "聯絡", "問い合わせ", "iletişime geç", ":", "：",
)  # fmt: skip
"""Beginnings of what ends an invitation; the name stands behind the last of them."""
_WORD_END: Final = pattern(r" ?بـ?(?=ال| )|\w*(?:\s(?:con|with|avec|com|[кв]о?|до)(?=\s))?")
_BLANK: Final = pattern(r"[\s:：|ـ]*(?=\S)")
_FIELD: Final = pattern(
    r"\b(?:name|nom|nombre|nome|имя|position|title|function|funktion|fonction|cargo|должность|role)\s*[:|]\s*",
    re.IGNORECASE,
)
_FIELDS: Final = (
    "name",
    "nom",
    "имя",
    "position",
    "title",
    "function",
    "funktion",
    "fonction",
    "cargo",
    "должн",
    "role",
)
"""Names of fields in front of what stands in them."""
_HIDDEN: Final = pattern(r"\(?\[e?mail\W?protected\]\)?", re.IGNORECASE)
"""What sites print in place of an address."""
_WAYS: Final = (
    " at on or and via by in tel tél telephone telefono teléfono téléphone telefon phone ph mobile mob cell cellulare "
    "cel celular móvil portable e-mail email mail mailto correo correo-e courriel fax isdn direct after hours out of t "
    "m e f w o y et oder und ou или и тел моб телефон телефону почта почте по эл oppure al alle a en au par do em no "
    "el número nº no через através call ext poste nebenstelle "
    "هاتف الهاتف بالهاتف البريد الإلكتروني أو على الرقم رقم جوال 电话 電話 "
    "电邮 電郵 传真 傳真 手机 メール 邮箱 电子邮件 電子郵件 bis veya skype whatsapp "
)
"""Words between a name and its numbers."""


def _label(text: str, *, first: bool) -> str:
    """The text in front of a number without the invitation and without words such as `tel.` and `or`."""
    text = text[-_LONGEST:]
    if not text.isascii():
        text = text.translate(_WIDE)
    if "rotected" in text:
        text = _HIDDEN().sub(" ", text)
    folded = text.lower()
    if (":" in text or "|" in text) and any(map(folded.__contains__, _FIELDS)):
        text = _FIELD().sub("\n", text)
    return _trimmed(_uninvited(_trimmed(text))) if first or "\n\n" in text.rstrip() else _trimmed(text)


_LONGEST: Final = 250
"""Characters in front of a number in which its owner stands."""
_WIDE: Final = str.maketrans({"：": "： ", "，": "， ", "（": "（ ", "）": "） ", "、": "、 "})


def _uninvited(text: str) -> str:
    """What stands behind the last word of an invitation."""
    folded = text.lower()
    return text[max((_end_of(lead, folded) for lead in _LEADS if lead in folded), default=0) :]


def _end_of(lead: str, folded: str) -> int:
    """Behind the word that begins so, what ties it to the name, and the colon."""
    start = folded.rindex(lead) + len(lead)
    word = _WORD_END().match(folded, start) if lead[-1].isalpha() else None
    end = _BLANK().match(folded, word.end() if word else start)
    return end.end() if end else len(folded)


def _trimmed(text: str) -> str:
    """The text without the words between names and numbers at both its ends."""
    while (words := text.rsplit(maxsplit=1)) and _is_way(words[-1]):
        text = words[0] if len(words) > 1 else ""
    while (words := text.split(maxsplit=1)) and _is_way(words[0]):
        text = words[-1] if len(words) > 1 else ""
    return text.strip(" \n\t,;:：，、|(（")


def _is_way(word: str) -> bool:
    bare = word.strip(".,;:()[]–—-|/#：，（）、").lower()
    return not bare or f" {bare} " in _WAYS or ("/" in bare and all(f" {part} " in _WAYS for part in bare.split("/")))


def _is_named(label: str) -> bool:
    """Whether another contact begins here: two words in capitals, not a place such as `in New York`."""
    words = label.removeprefix("dr. ").removeprefix("prof. ").split(maxsplit=2)
    if is_unspaced(label):
        return len(label) > 1
    return len(words) > 1 and all(word[:1].isupper() or word[:1].lower() == word[:1].upper() for word in words[:2])


_ORGANISATION: Final = pattern(
    r"(?:Amnesty International|Amnist[ií]a Internacional|Anistia Internacional|Amnistie internationale|"
    r"Международн\w+ [Аа]мнисти\w+|Міжнародн\w+ [Аа]мністі\w+|منظمة العفو الدولية|Human Rights Watch|"
    r"Uluslararası Af Örgütü|アムネスティ[\w・]*|(?:国际特赦组织|國際特赦組織)(?:\w{2,4}分[会會])?)"
    r"(?:,? (?!Press|Media|Research|International)[A-ZÉ]\w+(?: (?:[A-ZÉ]\w+|francophone))?(?= *$| *[–,\n(-]))?"
)
_KNOWN: Final = (
    "mnest", "mnist", "nistia", "мнист", "мніст", "العفو", "Human Rights Watch", "Af Örgütü", "アムネスティ", "特赦",
)  # fmt: skip
"""Parts of the names of organisations, one of which stands in each."""
_ROLES: Final = frozenset(
    {
        "press", "media", "officer", "relations", "manager", "campaigner", "coordinator", "head", "editor",
        "ufficio", "stampa", "portavoce", "responsable", "porte", "service", "prensa", "comunicación", "jefe",
        "jefa", "pressestelle", "imprensa", "assessor", "woordvoerder", "basın", "attaché", "attachée",
    }
)  # fmt: skip
_ROLE_PARTS: Final = (
    "assessor", "director", "research", "spokes", "addett", "sprecher", "referent", "пресс", "прес-", "صحفي", "إعلام",
    "広報", "担当", "新闻", "新聞", "媒体", "媒體", "主任", "经理", "經理",
)  # fmt: skip
"""Words of roles, and parts of such words."""
_TIES: Final = pattern(
    r"^(?:(?:at|of|from|for|the|de|di|von|bei|le|la|el|il|con|в|во|у|до|к|في)\s+)+|^ب(?=ال)|"
    r"\s+(?:at|of|from|for|the|de|d[aou]|di|del|della|des|von|bei|d['’]|ل|في|в|in)$",
    re.IGNORECASE,
)
"""Words that tie a role to the organisation."""
_PARTS: Final = pattern(r"\s*[,،、;|\n，；：（）]\s*|\s+[–—-]\s+")
_PLACE: Final = pattern(r"\s(?:in|at|from|à|en|em|a)\s")


def _who(label: str, *, posted: bool) -> Contact:
    """Name, role and organisation in a label such as `Lydia Aroyo, Press Officer at Amnesty International`."""
    found = _ORGANISATION().search(label) if any(map(label.__contains__, _KNOWN)) else None
    named = _without_person(found[0]) if found else None
    organisation = named.replace(", ", " ") if named else None
    if posted or not label:
        return Contact(organisation=organisation)
    rest = label.replace(named, "\n", 1) if named else label
    parts = [part for whole in _split(rest) for part in _apart(_joined(whole)) if part]
    role = next((part for part in parts if _is_role(part)), None)
    name = next((part for part in parts[:2] if part != role and _is_named(part)), None)
    if name and parts.index(name) and not role:
        name = None
    if role is None and name and len(parts) > 1 and not any(map(str.isdigit, parts[1])):
        role = parts[1]
    return Contact(name=_PLACE().split(name, maxsplit=1)[0] if name else None, role=role, organisation=organisation)


def _without_person(named: str) -> str:
    """An organisation, with the country of its section behind a comma but not with a person there."""
    name, comma, section = named.partition(", ")
    return named if not comma or country_named(section) else name


def _apart(part: str) -> tuple[str, ...]:
    """A role and the name that stands behind it without a comma: `press officer Jane Doe`."""
    words = part.split()
    role, name = words[:-2], " ".join(words[-2:])
    if not role or not _OFFICE().search(role[-1]) or not (_is_named(name) and name.istitle()):
        return (part,)
    return (part,) if _is_role(name) or country_named(name) else (" ".join(role), name)


_OFFICE: Final = pattern(
    r"(?:officer|manager|campaigner|coordinator|director|researcher|spokes\w+|attachée?|portavo(?:ce|z)|sprecher(?:in)?"
    r"|sorumlusu|директор|секретарь?|секретарка)$",
    re.IGNORECASE,
)


def _split(text: str) -> Iterator[str]:
    """The parts of a label; where words have no blanks, blanks part them as well."""
    for part in _PARTS().split(text):
        yield from part.split() if is_unspaced(part) else (part,)


def _joined(part: str) -> str:
    """A part of a label without the words that tied it to the organisation."""
    bare = _TIES().sub("", part.strip(" .(:)–—-|")).removeprefix("'s ").removeprefix("’s ")
    bare = bare if ")" in bare else bare.partition(" (")[0]
    return "" if bare.lower() == "office" else " ".join(bare.split())


def _is_role(part: str) -> bool:
    folded = part.lower()
    words = folded.replace("-", " ").replace("/", " ").split()
    return any(word.strip(_MARKS) in _ROLES for word in words) or any(map(folded.__contains__, _ROLE_PARTS))


_MARKS: Final = ".,:;()[]'’\"“”"
