"""One text as Markdown (CommonMark), in which nothing of the document acts as markup."""

import re
from collections.abc import Iterable
from typing import Final

from advisory_cli.render.clean import clean
from advisory_cli.render.facts import Fact, Piece, head_of, masthead_of, tail_of, warnings_of
from advisory_cli.render.quoted import Paragraph, paragraphs_of
from advisory_cli.render.words import title_of
from advisory_cli.results import Shown

_MARKUP: Final = re.compile(
    r"[\\`*_\[\]<>&#|~$]"  # inline markup, references, tables, mathematics
    r"|:(?=[\w+-]+:)"  # emoji names of GitHub
    r"|^[-+=]",  # lists, rules and underlined headings
    re.MULTILINE,
)
_NUMBERED: Final = re.compile(r"^(\d{1,9})(?=[.)])", re.MULTILINE)


def show_markdown(shown: Shown) -> str:
    """A whole text: title as heading, quotations as block quotes with their speakers; no newline at the end."""
    advisory = shown.advisory
    blocks = (
        *(f"**{escape_markdown(warning)}**" for warning in warnings_of(shown)),
        f"# {escape_markdown(title_of(advisory))}",
        escape_markdown(clean(advisory.subtitle or "")),
        escape_markdown(masthead_of(advisory)),
        _facts(head_of(advisory)),
        *map(_paragraph, paragraphs_of(advisory)),
        "---",
        _facts(tail_of(shown)),
    )
    return "\n\n".join(block for block in blocks if block)


def escape_markdown(text: str) -> str:
    """Text that reads as it stands, line by line; indents are dropped, as they would make code blocks."""
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return _NUMBERED.sub(r"\1\\", _MARKUP.sub(r"\\\g<0>", lines)).replace("\n", "\\\n")


def _facts(facts: Iterable[Fact]) -> str:
    return "\n".join(f"- **{fact.label}:** {_line(line)}" for fact in facts for line in fact.lines)


def _line(pieces: tuple[Piece, ...]) -> str:
    return "; ".join(map(_piece, pieces))


def _piece(piece: Piece) -> str:
    # an address in angle brackets may hold anything but these
    linked = piece.href and not any(sign in piece.href for sign in "<>\\")
    return f"[{escape_markdown(piece.text)}](<{piece.href}>)" if linked else escape_markdown(piece.text)


def _paragraph(paragraph: Paragraph) -> str:
    if not paragraph.quoted:
        return escape_markdown(paragraph.text)
    lines = (
        *escape_markdown(paragraph.text).split("\n"),
        *(f"\n— {escape_markdown(speaker)}" for speaker in paragraph.speakers),
    )
    return "\n".join(f"> {line}".rstrip() for line in "\n".join(lines).split("\n"))
