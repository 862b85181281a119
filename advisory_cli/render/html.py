"""Texts as one small web page that stands alone: no script, nothing fetched, everything of the documents escaped."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape
from typing import Final

from advisory_cli.render.clean import clean
from advisory_cli.render.facts import Fact, Piece, head_of, masthead_of, tail_of, warnings_of
from advisory_cli.render.quoted import Paragraph, paragraphs_of
from advisory_cli.render.words import name_of, title_of
from advisory_cli.results import Shown

_RIGHT_TO_LEFT: Final = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

_STYLE: Final = """
:root { color-scheme: light dark }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 serif }
p, h1, blockquote { white-space: pre-line; overflow-wrap: anywhere }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: .25rem solid }
dt { font-weight: bold }
dd { overflow-wrap: anywhere }
.warning { border: .2rem solid; padding: .5rem; font-weight: bold }
""".strip()

_POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'"
)


def show_html(*texts: Shown) -> str:
    """A complete page of one or more texts; the labels are English, each text has its own language and direction."""
    title = "; ".join(f"{name_of(shown.advisory)} {title_of(shown.advisory)}" for shown in texts)
    return "\n".join(html_lines(texts, title))


def html_lines(texts: Iterable[Shown], title: str) -> Iterator[str]:
    """The same under a title, piece by piece, so that any number of texts needs the memory of one."""
    yield from (
        "<!DOCTYPE html>",
        '<html lang="en" dir="ltr">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{escape(title)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
    )
    yield from map(_article, texts)
    yield from ("</body>", "</html>")


def _article(shown: Shown) -> str:
    advisory = shown.advisory
    script = _script(advisory.language)
    blocks = (
        "<article>",
        *(f'<p class="warning">{escape(warning)}</p>' for warning in warnings_of(shown)),
        f'<p dir="auto">{escape(masthead_of(advisory))}</p>',
        _facts(head_of(advisory)),
        f"<div{script}>",
        f"<h1>{escape(title_of(advisory))}</h1>",
        *((f"<p><strong>{escape(clean(advisory.subtitle))}</strong></p>",) if advisory.subtitle else ()),
        *map(_paragraph, paragraphs_of(advisory)),
        "</div>",
        "<hr>",
        _facts(tail_of(shown)),
        "</article>",
    )
    return "\n".join(blocks)


def _script(language: str) -> str:
    """Language and direction of the text; where the language is not known the browser looks at the letters."""
    if language == "und" or not language.isalpha() or not language.isascii():
        return ' lang="" dir="auto"'
    return f' lang="{language}" dir="{"rtl" if language in _RIGHT_TO_LEFT else "ltr"}"'


def _facts(facts: Iterable[Fact]) -> str:
    entries = (
        f"<dt>{fact.label}</dt>\n" + "\n".join(f'<dd dir="auto">{_line(line)}</dd>' for line in fact.lines)
        for fact in facts
    )
    return "<dl>\n" + "\n".join(entries) + "\n</dl>"


def _line(pieces: tuple[Piece, ...]) -> str:
    return "; ".join(map(_piece, pieces))


def _piece(piece: Piece) -> str:
    if not piece.href:
        return escape(piece.text)
    return f'<a href="{escape(piece.href)}" rel="noreferrer noopener">{escape(piece.text)}</a>'


def _paragraph(paragraph: Paragraph) -> str:
    if not paragraph.quoted:
        return f"<p>{escape(paragraph.text)}</p>"
    speakers = "".join(f"\n<footer>— {escape(speaker)}</footer>" for speaker in paragraph.speakers)
    return f"<blockquote>{escape(paragraph.text)}{speakers}</blockquote>"
