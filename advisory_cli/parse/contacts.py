"""Press contacts of a text: names, telephone numbers and e-mail addresses meant for journalists.

Only what follows an invitation such as "For further information please contact" is read, so that the officials whom
an urgent action asks to write to, and the senders of mails, are never taken for press officers.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from advisory_cli.model import Contact
from advisory_cli.parse.invitations import POSTED, invitations_in, is_other_matter
from advisory_cli.parse.lazy import pattern


def find_contacts(text: str, *, kind: str, region_hint: str = "GB") -> tuple[Contact, ...]:
    """Press contacts in order, each once; an urgent action has at most those of the notice that posts it.

    `region_hint` (ISO 3166-1 alpha-2) reads numbers without a country code where the text names no national section.
    """
    blocks = list(_blocks(text, only_posted=kind == "urgent_action"))
    if not blocks:
        return ()
    from advisory_cli.parse.contact_block import read_block  # patterns that few texts need

    read = [read_block(block.text, posted=block.posted, region_hint=region_hint) for block in blocks]
    return read[0] if len(read) == 1 else tuple(dict.fromkeys(chain.from_iterable(read)))


_BLOCK: Final = 1000
"""Characters behind an invitation in which contacts stand."""
_LONG: Final = 300
"""Characters of a paragraph that is prose and ends the contacts, unless it has a number or address itself."""
_NUMBER: Final = pattern(r"\d[\d ()./-]{5}")
_SPELT_OUT: Final = pattern(r" at \S+\.\w|[\[(]at[\])]")
_PARAGRAPH_END: Final = pattern(r"\n[ \t]*\n+")


class _Block(NamedTuple):
    text: str
    posted: bool
    """A notice that says who posts the text."""


def _blocks(text: str, *, only_posted: bool) -> Iterator[_Block]:
    """Passages that begin with an invitation and hold a number or an address; those that overlap are one."""
    end = -1
    for start, invitation in invitations_in(text, only_posted=only_posted):
        if start < end:
            continue
        passage = _passage(text[start : start + _BLOCK], alone=invitation == POSTED)
        if passage:
            end = start + len(passage)
            yield _Block(passage, invitation == POSTED)


def _passage(text: str, *, alone: bool) -> str:
    """The invitation's paragraph, and those behind it up to the last that can be called or written to."""
    paragraphs = _PARAGRAPH_END().split(text)
    kept = int(_can_be_reached(paragraphs[0]))
    for at, paragraph in enumerate(paragraphs[1:], start=2):
        reachable = _can_be_reached(paragraph)
        if alone or is_other_matter(paragraph) or (not reachable and len(paragraph) > _LONG):
            break
        kept = at if reachable else kept
    return "\n\n".join(paragraphs[:kept])


def _can_be_reached(paragraph: str) -> bool:
    if "@" in paragraph or _NUMBER().search(paragraph):
        return True
    spelt_out = " at " in paragraph or "at]" in paragraph or "at)" in paragraph
    return spelt_out and bool(_SPELT_OUT().search(paragraph))
