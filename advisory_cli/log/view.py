"""What can be seen of an open file."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from advisory_cli.log.layout import Line, find_lines, head_length, numbered_line, read_lines, read_lines_back
from advisory_cli.log.lock import Promise

if TYPE_CHECKING:
    from advisory_cli.log.foreign import Contents


class View(NamedTuple):
    """The part of an open file that can be read now."""

    fd: int
    end: int
    contents: "Contents | None" = None
    """Where another program laid the file out and it cannot be taken over now."""

    def lines(self, start: int, needle: bytes = b"") -> Iterator[Line]:
        """Lines from byte `start` on, or those that hold these bytes."""
        if self.contents is not None:
            from advisory_cli.log.foreign import lines_of  # hardly ever needed

            lines = lines_of(self.fd, self.contents)
            return (line for line in lines if line.offset >= start and needle in b"\n" + line.content)
        return find_lines(self.fd, needle, start, self.end) if needle else read_lines(self.fd, start, self.end)

    def backwards(self) -> Iterator[Line]:
        """All lines, last first."""
        if self.contents is not None:
            return iter(sorted(self.lines(0), key=lambda line: line.offset, reverse=True))
        return read_lines_back(self.fd, head_length(self.fd) or 0, self.end)

    def numbered(self, number: int) -> Line | None:
        """The line with that number."""
        if self.contents is not None:
            return next(self.lines(0, b'\n"%d"' % number), None)
        return numbered_line(self.fd, number, self.end)


class Unsettled(NamedTuple):
    """The open file as it is, and what was promised about it."""

    fd: int
    size: int
    promise: Promise
