"""Passages that must not go out: marking them, finding them in every spelling, and records without them."""

from advisory_cli.redaction.hiding import Hidden, Leak, hide, wanted_of
from advisory_cli.redaction.letters import BLOCK
from advisory_cli.redaction.manuscripts import found_in_draft
from advisory_cli.redaction.marking import FIELDS, field_marked, found_in, marking, unmarking
from advisory_cli.redaction.nearly import nearly
from advisory_cli.redaction.spans import is_in, spans
from advisory_cli.redaction.wanted import Wanted, check_passage, wanted_by

__all__ = [
    "BLOCK",
    "FIELDS",
    "Hidden",
    "Leak",
    "Wanted",
    "check_passage",
    "field_marked",
    "found_in",
    "found_in_draft",
    "hide",
    "is_in",
    "marking",
    "nearly",
    "spans",
    "unmarking",
    "wanted_by",
    "wanted_of",
]
