"""Links of a text: Markdown links and bare addresses."""

import re
from functools import cache

from advisory_cli.model import Link


def find_links(text: str) -> tuple[Link, ...]:
    """Links in order, each once; the url of one that leads nowhere, or by another scheme than web or mail, is None."""
    bare = "://" in text or "ww." in text or "WW." in text
    if not bare and ("]" not in text or "](" not in text):
        return ()
    matches = _links(bare=bare).finditer(text)
    return tuple(
        dict.fromkeys(_markdown(match) if match["target"] is not None else _bare(match[0]) for match in matches)
    )


@cache
def _links(*, bare: bool) -> re.Pattern[str]:
    """Markdown links, and bare addresses where there may be any; the first character decides quickly."""
    markdown = r"(?P<text>[^\[\]]*)\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"\n]*\")?\)"
    scheme = r"(?<=[Hh])(?<![\w@].)[Tt][Tt][Pp][Ss]?://"
    host = r"(?<=[Ww])(?<![\w@].)[Ww][Ww]\."
    rest = r"[^\s<>\[\]\"«»“”„「」]+"
    return re.compile(rf"[\[HhWw](?:(?<=\[){markdown}|(?:{scheme}|{host}){rest})" if bare else rf"\[{markdown}")


def _markdown(match: re.Match[str]) -> Link:
    return Link(text=" ".join(match["text"].split()), url=_followable(match["target"]))


def _bare(address: str) -> Link:
    """The address without the punctuation of the sentence around it; a closing bracket stays if it was opened."""
    end = len(address)
    opened = address.count("(") - address.count(")")
    while end and (address[end - 1] in ".,;:!?*_'’‘»…|}" or (address[end - 1] == ")" and opened < 0)):
        opened += address[end - 1] == ")"
        end -= 1
    return Link(text=address[:end], url=_followable(address[:end]))


def _followable(target: str) -> str | None:
    """The target if it is an address that may be opened; a bare host name gets its scheme."""
    scheme = target[:8].lower()
    if scheme.startswith("www."):
        return f"http://{target}"
    return target if scheme.startswith(("http://", "https://", "mailto:")) else None
