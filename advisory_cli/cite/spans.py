"""A citation as stretches of text, and how they are written: plain, HTML, Markdown."""

from html import escape
from typing import NamedTuple

from advisory_cli.cite.work import Work
from advisory_cli.render.markdown import escape_markdown


class Span(NamedTuple):
    """A stretch of a citation."""

    text: str
    italic: bool = False
    printed: bool = False
    """Whether it is of the document, and may be in any script and direction."""


class Citation(NamedTuple):
    """One text as one style cites it."""

    work: Work
    style: str
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """Without italics."""
        return "".join(span.text for span in self.spans)

    @property
    def html(self) -> str:
        """A paragraph; what is of the document keeps its own direction."""
        return f'<p class="citation" dir="auto">{"".join(map(_html, self.spans))}</p>'

    @property
    def markdown(self) -> str:
        """A paragraph."""
        return "".join(map(_markdown, self.spans))


def _html(span: Span) -> str:
    text = escape(span.text)
    text = f"<bdi>{text}</bdi>" if span.printed else text
    return f"<i>{text}</i>" if span.italic else text


def _markdown(span: Span) -> str:
    """Signs of emphasis do not work beside blanks, which stay outside."""
    inner = span.text.strip()
    if not inner:
        return span.text
    before, _, after = span.text.partition(inner)
    sign = "*" if span.italic else ""
    return f"{before}{sign}{escape_markdown(inner)}{sign}{after}"
