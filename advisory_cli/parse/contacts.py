"""Press contacts of a text: names, telephone numbers and e-mail addresses meant for journalists.

Only what follows an invitation such as "For further information please contact" is read, so that the officials whom
an urgent action asks to write to, and the senders of mails, are never taken for press officers.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from advisory_cli.model import Contact
from advisory_cli.parse.lazy import pattern


def find_contacts(text: str, *, kind: str, region_hint: str = "GB") -> tuple[Contact, ...]:
    """Press contacts in order, each once; an urgent action has at most those of the notice that posts it.

    `region_hint` (ISO 3166-1 alpha-2) reads numbers without a country code where the text names no national section.
    """
    blocks = list(_blocks(text, only_posted=kind == "urgent_action"))
    if not blocks:
        return ()
    from advisory_cli.parse.contact_block import read_block  # noqa: PLC0415 - patterns that few texts need

    read = (read_block(block.text, posted=block.posted, region_hint=region_hint) for block in blocks)
    return tuple(dict.fromkeys(contact for contacts in read for contact in contacts))


_INVITATIONS: Final = (
    "to arrange an interview",
    "for further information",
    "for more information",
    "for interviews",
    "request an interview",
    "please contact",
    "press contact",
    "media contact",
    "media enquir",
    "media inquir",
    "contact:",
    "contacts:",
    "per interviste",
    "per informazioni",
    "per ulteriori informazioni",
    "per maggiori informazioni",
    "ufficio stampa",
    "pour plus d'informations",
    "pour plus d’informations",
    "pour toute information",
    "pour de plus amples",
    "contact presse",
    "contacts presse",
    "para más información",
    "para obtener más información",
    "para mayor información",
    "para concertar",
    "contacto:",
    "contactos:",
    "para mais informações",
    "contato:",
    "für weitere informationen",
    "für rückfragen",
    "für interviews",
    "pressekontakt",
    "pressestelle",
    "voor meer informatie",
    "więcej informacji",
    "за дополнительной информацией",
    "для получения дополнительной",
    "контакты для",
    "контакты:",
    "за додатковою інформацією",
    "daha fazla bilgi",
    "للمزيد من المعلومات",
    "لمزيد من المعلومات",
    "詳しくは",
    "問い合わせ先",
    "更多信息",
    "更多資料",
    "is posted by",
)
"""How press documents invite journalists to call, in small letters."""


_POSTED: Final = "is posted by"
_BLOCK: Final = 1000
"""Characters behind an invitation in which contacts stand."""
_MOST_BLOCKS: Final = 20
"""Invitations that are followed: no document has as many, and each costs a millisecond."""
_LONG: Final = 300
"""Characters of a paragraph that is prose and ends the contacts, unless it has a number or address itself."""
_REACHABLE: Final = pattern(r"@|[\s\[(]at[\s\])]\s?\S+\.\w|\d[\d ()./-]{5}")
_OTHER_MATTER: Final = (
    "appeals to", "copies to", "please send", "recommended action", "further recommended action",
    "acciones recomendadas", "salutation",
)  # fmt: skip
_MAIL_HEADERS: Final = frozenset(
    {
        "from", "to", "cc", "sender", "subject", "reply-to", "date", "newsgroups", "message-id",
    }
)  # fmt: skip


def _is_other_matter(folded: str) -> bool:
    """Whether a paragraph begins as mail headers do, or tells whom to write to."""
    return folded.startswith(_OTHER_MATTER) or folded.partition(":")[0].rstrip() in _MAIL_HEADERS


class _Block(NamedTuple):
    text: str
    posted: bool
    """A notice that says who posts the text."""


def _blocks(text: str, *, only_posted: bool) -> Iterator[_Block]:
    """Passages that begin with an invitation and hold a number or an address; those that overlap are one."""
    end = -1
    for start, invitation in _invited(text, (_POSTED,) if only_posted else _INVITATIONS):
        if start < end:
            continue
        passage = _passage(text[start : start + _BLOCK], alone=invitation == _POSTED)
        if _REACHABLE().search(passage):
            end = start + len(passage)
            yield _Block(passage, invitation == _POSTED)


def _invited(text: str, invitations: Sequence[str]) -> list[tuple[int, str]]:
    """Where each invitation stands, in order of the text."""
    small = text.lower()
    if len(small) != len(text):  # a few capitals become two characters, which would shift every place behind them
        small = "".join(character.lower()[0] for character in text)
    found = ((match.start(), phrase) for phrase in invitations if phrase in small for match in _each(phrase, small))
    return sorted(found)[:_MOST_BLOCKS]


def _each(phrase: str, text: str) -> Iterator[re.Match[str]]:
    return islice(re.finditer(re.escape(phrase), text), _MOST_BLOCKS)


def _passage(text: str, *, alone: bool) -> str:
    """The invitation's paragraph, and those behind it up to the last that can be called or written to."""
    paragraphs = re.split(r"(?<=\n)[ \t]*\n+", text)
    kept = 1
    for at, paragraph in enumerate(paragraphs[1:], start=2):
        reachable = _REACHABLE().search(paragraph)
        if alone or _is_other_matter(paragraph.lstrip().lower()) or (not reachable and len(paragraph) > _LONG):
            break
        kept = at if reachable else kept
    return "\n".join(paragraphs[:kept])
