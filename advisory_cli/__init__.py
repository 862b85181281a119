"""An archive of the press advisories of human rights organisations, as a library.

from pathlib import Path
from advisory_cli import open_archive, read_file

archive = open_archive("data/advisories.json")
archive.add(read_file(Path("EUR-57-002-2012.txt")))
archive.get("EUR 57/002/2012").title
[row.advisory.reference for row in archive.find("Zhanaozen").rows]
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from advisory_cli.archive import Archive
    from advisory_cli.errors import ArchiveError
    from advisory_cli.model import Accession, Advisory, Document
    from advisory_cli.results import Outcome, Results
    from advisory_cli.sources import read_bytes, read_file
    from advisory_cli.wiring import open_archive

_HOMES = {
    "Accession": "model",
    "Advisory": "model",
    "Archive": "archive",
    "ArchiveError": "errors",
    "Document": "model",
    "Outcome": "results",
    "Results": "results",
    "open_archive": "wiring",
    "read_bytes": "sources",
    "read_file": "sources",
}

__all__ = [
    "Accession",
    "Advisory",
    "Archive",
    "ArchiveError",
    "Document",
    "Outcome",
    "Results",
    "open_archive",
    "read_bytes",
    "read_file",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used: commands do not pay for what they do not need."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
