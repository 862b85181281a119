"""Draw docs/advisory.svg: the shipped document as a terminal shows it, without fonts from elsewhere.

.venv/bin/python scripts/picture.py
"""

import io
import re
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI

from advisory_cli import open_archive
from advisory_cli.render import terminal
from advisory_cli.render.theme import THEME

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Write the picture."""
    (shown,) = open_archive(ROOT / "data" / "advisories.json").show("EUR 57/002/2012")
    console = Console(record=True, width=92, theme=THEME, file=io.StringIO(), force_terminal=True, highlight=False)
    console.print(terminal.show(shown))
    picture = console.export_svg(title="advisory show EUR 57/002/2012", theme=MONOKAI)
    own_fonts = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL).replace("Fira Code", "monospace")
    (ROOT / "docs").mkdir(exist_ok=True)
    (ROOT / "docs" / "advisory.svg").write_text(own_fonts, encoding="utf-8")


if __name__ == "__main__":
    main()
