"""The append-only log: bytes, lines, offsets, recovery, the lock. Knows nothing of advisories or TinyDB."""

from advisory_cli.log.disk import Disk
from advisory_cli.log.layout import TABLE, Line, is_whole, parse_line, write_line
from advisory_cli.log.log import Log
from advisory_cli.log.view import Unsettled

__all__ = ["TABLE", "Disk", "Line", "Log", "Unsettled", "is_whole", "parse_line", "write_line"]
