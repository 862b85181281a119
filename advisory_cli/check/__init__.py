"""A manuscript held against the archive: its references, its quotations, and what it took over without saying so."""

from advisory_cli.check.checking import Checking
from advisory_cli.check.values import Change, Cited, Marked, Passage, Quotation, Report, Stands

__all__ = ["Change", "Checking", "Cited", "Marked", "Passage", "Quotation", "Report", "Stands"]
