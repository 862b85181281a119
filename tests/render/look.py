"""How the tests look at what is rendered: as a terminal of some width would, or a browser."""

import os
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Literal

from rich.console import Console, RenderableType

from advisory_cli.render.theme import THEME

_SNAPSHOTS = Path(__file__).parent / "snapshots"


def on_terminal(renderable: RenderableType, width: int = 80, *, links: bool = False) -> str:
    """What a terminal gets; with `links` in colours and with links to follow."""
    file = StringIO()
    colours: Literal["standard"] | None = "standard" if links else None
    Console(file=file, force_terminal=True, width=width, color_system=colours, theme=THEME, legacy_windows=False).print(
        renderable
    )
    return file.getvalue()


def like_snapshot(name: str, text: str) -> bool:
    """Whether the text is what was kept under that name; RENEW_SNAPSHOTS=1 keeps the new one."""
    path = _SNAPSHOTS / name
    if os.environ.get("RENEW_SNAPSHOTS") == "1":
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8") == text


class Page(HTMLParser):
    """What a browser would make of a page: text, elements and addresses."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.elements: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes.update(attrs)

    def handle_data(self, data: str) -> None:
        self.text += data
