"""Several documents in one text: where each of them begins.

A document is never cut in two: one that cites others, has annexes or a quoted mail below stays one, and so does all
that is not certain. Several there are where the header of the first comes again, with another number and with text of
its own (digests, service sheets, mails with several releases), or in a list of dated items, newest first.
"""

from collections.abc import Sequence
from itertools import pairwise

from advisory_cli.parse.labels import labels_in


def split_text(text: str) -> tuple[str, ...]:
    """The documents of a text, in order; joined they are the text again.

    What stands above the first belongs to the first, what stands between two to the one above.
    """
    return tuple(text[start:end] for start, end in pairwise((0, *_starts(text), len(text))))


def _starts(text: str) -> Sequence[int]:
    """Where documents begin, without the first."""
    labels = labels_in(text)
    if labels > 1:
        from advisory_cli.parse.repeated import starts_behind_headers  # few texts have two labels

        return starts_behind_headers(text)
    if labels:
        return ()
    from advisory_cli.parse.listed import starts_in_list  # most documents have a label

    return starts_in_list(text)
