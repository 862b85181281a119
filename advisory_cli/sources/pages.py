"""The text of web pages: the document in them, without the menus before and the boxes after it."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from typing import Final

import lxml.html
from lxml import etree

from advisory_cli.errors import Unreadable
from advisory_cli.reference import find_references
from advisory_cli.sources.decoding import decode
from advisory_cli.sources.extracted import Extracted, check_length

_CHARSET: Final = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?\b(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.IGNORECASE
)
_HEAD: Final = 4096
"""Bytes in which a page says its encoding."""
_UNSEEN: Final = (
    "head",
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "select",
    "textarea",
    "nav",
)
_HIDDEN: Final = (
    "//*[@hidden or contains(translate(@style, ' ', ''), 'display:none')]"
    "|//footer[not(ancestor::article or ancestor::main)]"  # of the site, not of the document
)
_PARAGRAPHS: Final = frozenset(
    {
        "address", "article", "aside", "blockquote", "center", "div", "dl", "fieldset", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "ol", "p", "pre",
        "section", "table", "ul",
    }
)  # fmt: skip
_LINES: Final = frozenset({"br", "dt", "li", "tr"})
_CELLS: Final = frozenset({"dd", "td", "th"})
_PARAGRAPH, _LINE, _CELL = "\r", "\n", "\t"
"""What stands for a break until the text is whole; white space that a page has itself is a blank by then."""
_LABEL: Final = re.compile(rf":[ {_LINE}]*{_CELL}")
"""A label in one cell or term and its value in the next are one line."""
_CONTROLS: Final = {
    **dict.fromkeys((*range(9), *range(0x0E, 0x20), 0x7F, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), ""),
    0x0B: " ",
    0x0C: "\n",
    **{code: bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)},
}
"""What is no letter, and what ``&#147;`` means in old pages (https://html.spec.whatwg.org, character references)."""
_WHITE: Final = re.compile(r"\s+")
_LINK: Final = re.compile(r"\[([^\[\]]*)\]\(https?://[^()\s]*\)")
_CONTACT: Final = re.compile(r"[\w.]@[\w.]|\+\d[\d ()-]{6}")
_NEAR: Final = 12
"""Lines below the main text in which contacts of the document stand."""
_LETTERHEAD: Final = 4
"""Lines above heading and index number that may name the organisation and the kind."""
_EDGE: Final = 2000
"""Characters from either end of the main text in which lines of its header and its contacts stand."""
_LONG: Final = 40
"""Characters of a line that is no menu's even where it stands in the middle of another."""
_SEARCHED: Final = 2000
"""Lines from either end of a page in which the main text must begin and end."""


def read(content: bytes, longest: int, declared: str | None = None) -> Extracted:
    """The text between the first and the last line of the document, nothing left out there; links as in Markdown."""
    markup, encoding, notes = decode(content, declared=declared or _declared(content))
    tree = _parsed(markup)
    main, title = _main_text(tree), _title(tree)
    lines = _lines(tree)
    check_length(sum(map(len, lines)), longest)
    if not any(lines):
        raise Unreadable("", "there is no text in it; if a script draws the text, save the page as PDF and add that")
    first, last = _span([_LINK.sub(r"\1", line) for line in lines], main, title)
    return Extracted("\n".join(lines[first:last]).strip(), encoding, notes)


def _declared(content: bytes) -> str | None:
    found = _CHARSET.search(content[:_HEAD])
    return found[1].decode("ascii", errors="replace") if found else None


def _parsed(markup: str) -> lxml.html.HtmlElement:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    tree = lxml.html.document_fromstring(markup.encode("utf-8", errors="replace"), parser=parser)
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):  # the rest was dropped
        raise Unreadable("", "its elements lie too deep in each other to be read whole")
    for node in tree.iter():
        if node.tag == "q":  # browsers draw its marks
            node.text, node.tail = f"“{node.text or ''}", f"”{node.tail or ''}"
        if node.text and not node.text.isprintable():
            node.text = node.text.translate(_CONTROLS)
        if node.tail and not node.tail.isprintable():
            node.tail = node.tail.translate(_CONTROLS)
    return tree


def _main_text(tree: lxml.html.HtmlElement) -> str:
    """What a library of rules takes for the document; nothing where it fails, and the whole page is taken."""
    import trafilatura  # 0.15 s

    try:
        return trafilatura.extract(deepcopy(tree), favor_recall=True, include_comments=False) or ""
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - the page can still be read
        return ""


def _lines(tree: lxml.html.HtmlElement) -> list[str]:
    """What a reader of the page sees, line by line; an empty line between paragraphs."""
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    for hidden in tree.xpath(_HIDDEN):
        hidden.clear(keep_tail=True)
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    literal = {node for block in tree.iter("pre") for node in block.iter()}
    for node in tree.iter():
        _mark(node, literal=node in literal)
    text = _LABEL.sub(": ", tree.text_content()).replace(_PARAGRAPH, "\n\n").replace(_CELL, "\n")
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [line for filled, group in groupby(lines, bool) for line in (group if filled else ("",))]


def _mark(node: lxml.html.HtmlElement, *, literal: bool) -> None:
    """Write the breaks that an element makes, and its address, into its text; `literal` where its line ends count."""
    tag, before, after = node.tag, "", ""
    if tag in _PARAGRAPHS:
        before = after = _PARAGRAPH
    elif tag in _LINES:
        after = _LINE
    elif tag in _CELLS:
        before = _CELL
    elif tag == "a" and (address := _address(node)):
        before, after = "[", f"]({address})"
    node.text = before + _white(node.text or "", literal=literal)
    node.tail = after + _white(node.tail or "", literal=literal and tag != "pre")


def _white(text: str, *, literal: bool) -> str:
    """The text with white space as a browser shows it."""
    return text.replace("\r", "").replace("\t", " ") if literal else _WHITE.sub(" ", text)


def _address(node: lxml.html.HtmlElement) -> str:
    """Where a link leads that can be followed from anywhere; those of headings and pictures are not the document's."""
    address = (node.get("href") or "").strip()
    if not address.startswith(("http://", "https://")) or not address.isprintable() or set(address) & set("() "):
        return ""
    text = node.text_content()
    heading = any(parent.tag in {"h1", "h2", "h3"} for parent, _ in zip(node.iterancestors(), range(3), strict=False))
    broken = heading or any(child.tag in _PARAGRAPHS or child.tag in _LINES for child in node.iterdescendants())
    return "" if broken or not text.strip() or text.strip() == address or "[" in text or "]" in text else address


def _title(tree: lxml.html.HtmlElement) -> str:
    return next(filter(None, (" ".join(title.text_content().split()) for title in tree.iter("h1"))), "")


def _span(lines: Sequence[str], main: str, title: str) -> tuple[int, int]:
    """The first line of the document and the one behind its last: those of the main text, and what belongs to it.

    Above it stand the heading and the index number, below it the contacts.
    """
    known, flat = {" ".join(line.split()) for line in main.split("\n")} - {""}, " ".join(main.split())
    first = _first(lines, known, flat)
    if first is None:
        return 0, len(lines)
    first -= _also(lines[:first][::-1], flat[:_EDGE])
    last = len(lines) - (_first(lines[::-1], known, flat) or 0)
    last += _also(lines[last:], flat[-_EDGE:])
    above = [number - _LETTERHEAD for number, line in enumerate(lines[:first]) if _belongs_above(line, title)]
    below = [number for number, line in enumerate(lines[last : last + _NEAR], last + 1) if _CONTACT.search(line)]
    return max(0, min([first, *above])), max([last, *below])


def _also(lines: Sequence[str], edge: str) -> int:
    """How many lines next to the main text are part of it too; a table of it is one long line there."""
    return next((number for number, line in enumerate(lines[:_SEARCHED]) if line not in edge), len(lines))


def _first(lines: Sequence[str], known: set[str], flat: str) -> int | None:
    found: Iterator[int] = (
        number
        for number, line in enumerate(lines[:_SEARCHED])
        if line in known or (len(line) >= _LONG and line in flat)
    )
    return next(found, None)


def _belongs_above(line: str, title: str) -> bool:
    return bool(line) and (line == title or bool(find_references(line)))
