"""What a document says of its relation to another one: it corrects, replaces, updates it or points to it."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from advisory_cli.model import Relation
from advisory_cli.parse.lazy import pattern
from advisory_cli.reference import Found


def relations_of(text: str, references: Sequence[Found], own: str | None) -> tuple[Relation, ...]:
    """The relations that words before a number name, each once; those of updates and corrections near the header.

    Further down such words speak of laws and other papers.
    """
    found: dict[str, str] = {}
    for reference in references:
        cited = str(reference.reference)
        if cited != own and cited not in found and (kind := _kind(text, reference.start)):
            found[cited] = kind
    return tuple(Relation(type=kind, reference=cited) for cited, kind in found.items())


def _kind(text: str, start: int) -> str | None:
    before = text[max(0, start - _REACH) : start]
    folded = " ".join(before.casefold().split())
    if not any(map(folded.__contains__, _SIGNS)):
        return None
    match = (_ALL if start < _NEAR else _SEE)().search(before)
    return match.lastgroup if match else None


_REACH: Final = 110
_NEAR: Final = 2_500
"""Characters from the beginning in which a document says what it updates."""

_CORRECTS: Final = {
    "correct": r"correct(?:s|ed|ion|ions|ing)(?:\s(?:to|of|for))?",
    "errat": r"errat(?:um|a)",
    "corrige": r"corrige(?:ndum|\s|nt)",
    "rectifi": r"rectifi(?:e|cation|catif|ca)",
    "correc": "corrección|correção",
    "berichtig": "berichtigt|berichtigung",
    "rettifica": "rettifica",
    "исправл": r"исправл\w+",
    "поправка": "поправка",
    "виправлення": "виправлення",
    "تصحيح": "تصحيح",
    "düzelt": r"düzelt\w+",
    "正": "更正|訂正",
}
"""Words by what must stand in a text for any of them to be in it, in small letters and with single blanks; so below."""
_SUPERSEDES: Final = {
    "replac": r"replac(?:es|ing)",
    "supersed": r"supersed(?:es|ing)",
    "remplace": r"remplace|annule\set\sremplace",
    "sustituye": "sustituye",
    "reemplaza": "reemplaza",
    "ersetzt": "ersetzt",
    "sostituisce": "sostituisce",
    "substitui": "substitui",
    "заменяет": "заменяет",
    "взамен": "взамен",
    "замінює": "замінює",
    "محل": r"يحل\sمحل|تحل\sمحل",
    "取代": "取代",
}
_FOLLOWS: Final = {
    "information on": r"(?:further|more|additional)\sinformation\son",
    "weitere info": r"weitere\sinformation(?:en)?\szu[rm]?",
    "neue info": r"neue\sinformation(?:en)?\szu[rm]?",
    "complémentaire": r"informations?\scomplémentaires?",
    "informazioni": r"informazioni\s(?:aggiuntive|ulteriori)",
    "informações": r"mais\sinformações\ssobre",
    "información": r"(?:más\sinformación|información\s(?:complementaria|adicional))\s(?:sobre|de)",
    "updat": r"updat(?:es|ing)|update\s(?:on|to|of)",
    "follow-up": r"follow-up\s(?:to|on|of)",
    "followup": r"followup\s(?:to|on|of)",
    "jour": r"mise\sà\sjour",
    "actualiza": r"actualiza(?:ción)?",
    "aggiorna": r"aggiorna(?:mento)?",
    "atualiza": r"atualiza(?:ção)?",
    "информаци": r"дополнительн\w+\sинформаци\w+",
    "новл": r"обновл\w+|оновл\w+",
    "معلومات": r"معلومات\sإضافية",
    "تحديث": "تحديث",
    "متابعة": "متابعة",
    "güncelleme": "güncelleme",
    "更新": "更新",
    "続報": "続報",
}
_RELATED: Final = {
    "see": r"see\salso",
    "voir": r"voir\s(?:aussi|également)",
    "véase": r"véase\stambién",
    "siehe": r"siehe\sauch",
    "vedi": r"vedi\sanche",
    "ver": r"ver\stambém",
    "см": r"см\.\sтакже",
    "див": r"див\.\sтакож",
    "انظر": r"انظر\sأيضًا|انظر\sأيضا",
    "bkz": r"ayrıca\sbkz\.?",
    "见": "参见|另见",
    "併せて": "併せて",
}
_CITES: Final = {
    **{word: word for word in ("see", "voir", "véase", "siehe", "vedi", "ver", "انظر")},
    "см": r"см\.",
    "див": r"див\.",
    "bkz": r"bkz\.?",
    "参照": "参照",
    "见": "见",
}
_SIGNS: Final = tuple({**_CORRECTS, **_SUPERSEDES, **_FOLLOWS, **_RELATED, **_CITES})


def _group(name: str, words: Mapping[str, str]) -> str:
    return f"(?P<{name}>{'|'.join(words.values())})"


_LEADS_ON: Final = r"(?:(?!\n\s*\n)[^.;!?。]|(?<=\bNo)\.|(?<=\bNr)\.)"
_RENEWS: Final = f"{_group('corrects', _CORRECTS)}|{_group('supersedes', _SUPERSEDES)}"
_SEE_ALSO: Final = f"{_group('related', _RELATED)}|{_group('cites', _CITES)}"
_ALL: Final = pattern(
    rf"(?<![^\W_])(?:(?:{_RENEWS}){_LEADS_ON}{{0,40}}|{_group('follows', _FOLLOWS)}{_LEADS_ON}{{0,80}}"
    rf"|(?:{_SEE_ALSO}){_LEADS_ON}{{0,50}})$",
    re.IGNORECASE,
)
_SEE: Final = pattern(rf"(?<![^\W_])(?:{_SEE_ALSO}){_LEADS_ON}{{0,50}}$", re.IGNORECASE)
