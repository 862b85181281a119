"""The one theme: named styles that can be read on dark and on light backgrounds; colour only repeats what words say."""

from typing import Final

from rich.theme import Theme

THEME: Final = Theme(
    {
        "advisory.reference": "bold",
        "advisory.title": "bold",
        "advisory.subtitle": "italic",
        "advisory.label": "italic",
        "advisory.frame": "magenta",
        "advisory.speaker": "italic",
        "advisory.mark": "bold underline",
        "advisory.warning": "bold red",
        "advisory.standing": "bold red",
        "advisory.sure": "green",
        "advisory.unsure": "bold magenta",
        "advisory.gone": "red",
        "advisory.new": "green",
    }
)
"""For the consoles of the command line: ``Console(theme=THEME, highlight=False, emoji=False, markup=False)``."""
