"""Citations of advisories: for readers in the styles of the manuals, for programs as BibTeX, RIS and CSL-JSON."""

from advisory_cli.cite.citations import as_file, cite, write_citations
from advisory_cli.cite.shapes import DATA, STYLES
from advisory_cli.cite.spans import Citation, Span
from advisory_cli.cite.work import Work

__all__ = ["DATA", "STYLES", "Citation", "Span", "Work", "as_file", "cite", "write_citations"]
