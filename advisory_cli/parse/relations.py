"""What a document says of its relation to another one: it corrects, replaces, updates it or points to it."""

import re
from collections.abc import Sequence
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
    match = next(_phrases(start).finditer(before), None)
    return match.lastgroup if match else None


_REACH: Final = 110
_NEAR: Final = 2_500
"""Characters from the beginning in which a document says what it updates."""


def _phrases(start: int) -> re.Pattern[str]:
    return _ALL() if start < _NEAR else _SEE()


_LEADS_ON: Final = r"(?:(?!\n\s*\n)[^.;!?。]|(?<=\bNo)\.|(?<=\bNr)\.)"
_SEE_ALSO: Final = (
    r"(?P<related>see\salso|voir\s(?:aussi|également)|véase\stambién|siehe\sauch|vedi\sanche|ver\stambém|см\.\sтакже"
    r"|див\.\sтакож|انظر\sأيضًا|انظر\sأيضا|ayrıca\sbkz\.?|参见|另见|併せて)"
    r"|(?P<cites>see|voir|véase|siehe|vedi|ver|см\.|див\.|انظر|bkz\.?|参照|见)"
)
_RENEWS: Final = (
    r"(?P<corrects>correct(?:s|ed|ion|ions|ing)(?:\s(?:to|of|for))?|errat(?:um|a)|corrige(?:ndum|\s|nt)|rectifi(?:e|cation|catif|ca)"
    r"|corrección|correção|berichtigt|berichtigung|rettifica|исправл\w+|поправка|виправлення|تصحيح|düzelt\w+|更正|訂正)"
    r"|(?P<supersedes>replac(?:es|ing)|supersed(?:es|ing)|remplace|annule\set\sremplace|sustituye|reemplaza|ersetzt|sostituisce"
    r"|substitui|заменяет|взамен|замінює|يحل\sمحل|تحل\sمحل|取代)"
)
_FOLLOWS: Final = (
    r"(?P<follows>(?:further|more|additional)\sinformation\son|updat(?:es|ing)|update\s(?:on|to|of)|follow-?up\s(?:to|on|of)"
    r"|mise\sà\sjour|actualiza(?:ción)?|aggiorna(?:mento)?|atualiza(?:ção)?|(?:weitere|neue)\sinformation(?:en)?\szu[rm]?"
    r"|informations?\scomplémentaires?|(?:más\sinformación|información\s(?:complementaria|adicional))\s(?:sobre|de)"
    r"|informazioni\s(?:aggiuntive|ulteriori)|mais\sinformações\ssobre|дополнительн\w+\sинформаци\w+|обновл\w+|оновл\w+"
    r"|معلومات\sإضافية|تحديث|متابعة|güncelleme|更新|続報)"
)
_ALL: Final = pattern(
    rf"(?<![^\W_])(?:(?:{_RENEWS}){_LEADS_ON}{{0,40}}|(?:{_FOLLOWS}){_LEADS_ON}{{0,80}}|(?:{_SEE_ALSO}){_LEADS_ON}{{0,50}})$",
    re.IGNORECASE,
)
_SEE: Final = pattern(rf"(?<![^\W_])(?:{_SEE_ALSO}){_LEADS_ON}{{0,50}}$", re.IGNORECASE)
