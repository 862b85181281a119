"""What is doubtful in many texts that are added on a terminal: counted, so that the totals are not buried."""

import re
from collections import Counter
from collections.abc import Iterator


class Doubts:
    """Counts notes by kind: by their words up to what differs from text to text. Keeps the first of each kind."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._first: dict[str, str] = {}

    def take(self, line: str, note: str) -> None:
        """One note, and the line that says it of its text."""
        kind = re.split(r"[\d:,;'\"]", note.lstrip("0123456789"), maxsplit=1)[0]
        self._counts[kind] += 1
        self._first.setdefault(kind, line)

    def lines(self) -> Iterator[str]:
        """What there is to say of them in the end."""
        for kind, count in self._counts.most_common():
            yield f"{f'{count:,} notes like this one' if count > 1 else 'note'}: {self._first[kind]}"
        if self._counts.total() > len(self._counts):
            yield "to have every note in a file: the same command again with --dry-run 2> notes.txt"
