"""Text of a document to record: lines, the window of the header, its fields, the body."""

from advisory_cli.parse.advisory import Parsed, parse_advisory

__all__ = ["Parsed", "parse_advisory"]
