"""A manual page from its parts: as roff for ``man``, and as plain text."""

import re
import textwrap
from collections.abc import Iterable
from typing import NamedTuple


class Item(NamedTuple):
    """A term and what it means: an option, a command, a file."""

    term: str
    text: str


class Verbatim(NamedTuple):
    """Lines that stay as they are."""

    text: str


class Section(NamedTuple):
    """A part of a manual page, and what stands in it; a `level` of 2 is part of the section before."""

    title: str
    blocks: "tuple[str | Item | Verbatim, ...]"
    level: int = 1


def roff(name: str, version: str, sections: Iterable[Section]) -> str:
    """The page in the language of ``man``: man(7), in ASCII with escapes."""
    head = f'.TH "{name.upper()}" "1" "" "{name} {version}" "User commands"\n.nh\n.ad l\n'
    return head + "".join(map(_section, sections))


def text(sections: Iterable[Section]) -> str:
    """The page for a pipe and a pager."""
    return "\n".join(line for section in sections for line in _lines(section)) + "\n"


_WIDTH = 80


def _section(section: Section) -> str:
    macro = ".SH" if section.level == 1 else ".SS"
    return f'{macro} "{_escaped(section.title)}"\n' + "".join(map(_block, section.blocks))


def _block(block: "str | Item | Verbatim") -> str:
    match block:
        case Item(term, meaning):
            return f".TP\n\\fB{_escaped(term)}\\fR\n{_escaped(meaning)}\n"
        case Verbatim(lines):
            return f".PP\n.nf\n.RS 2\n{_escaped(lines.rstrip())}\n.RE\n.fi\n"
        case _:
            return f".PP\n{_escaped(block)}\n"


def _escaped(words: str) -> str:
    r"""Backslashes and hyphens as they are meant, no line that would be a request, other letters as ``\[u0416]``."""
    safe = words.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    safe = re.sub(r"^(?=\.)", r"\\&", safe, flags=re.MULTILINE)
    return re.sub(r"[^\x00-\x7f]", lambda match: f"\\[u{ord(match[0]):04X}]", safe)


def _lines(section: Section) -> Iterable[str]:
    yield section.title
    for block in section.blocks:
        match block:
            case Item(term, meaning):
                yield f"    {term}"
                yield from textwrap.wrap(meaning, _WIDTH, initial_indent=" " * 8, subsequent_indent=" " * 8)
            case Verbatim(lines):
                yield from ("", textwrap.indent(textwrap.dedent(lines).rstrip(), "  "), "")
            case _:
                yield textwrap.fill(block, _WIDTH, initial_indent="    ", subsequent_indent="    ")
    yield ""
