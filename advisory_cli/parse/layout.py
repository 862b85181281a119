"""Where the header of a document lies among its lines, where its title stands, and where the body begins."""

import re
from collections.abc import Sequence
from functools import partial
from itertools import dropwhile
from typing import Final, NamedTuple

from advisory_cli.parse.blocks import block_at, blocks_of
from advisory_cli.parse.columns import column_title
from advisory_cli.parse.datelines import dateline_in
from advisory_cli.parse.given_titles import (
    catalogued_title,
    is_of_record,
    recorded_title,
    repeated_title,
    tabbed_title,
)
from advisory_cli.parse.kinds import kind_behind_country, opening_kind
from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.letters import is_saluted, regarding, title_of_letter, without_label
from advisory_cli.parse.opening import is_unspaced, opening_at
from advisory_cli.parse.pieces import Piece, PieceName, Row, pieces_of
from advisory_cli.parse.subjects import glued_country, head_countries, is_country, opening_country
from advisory_cli.parse.title import (
    MOST_LINES,
    Title,
    goes_on,
    is_capitals,
    is_prose,
    leading_capitals,
    reads_as_title,
    title_of_block,
)

_PREAMBLE: Final = 1_500
"""A header below more characters of prose than this is not the header of the document."""
_BLOCKS_BETWEEN: Final = 3
"""So many blocks of plain words may stand between two lines of a header: title, country, addressee."""
_INITIALS: Final = 3
"""What translators leave behind a date: ``24. Mai 2019 - sd``."""
_STRONG: Final[frozenset[PieceName]] = frozenset(
    {"reference", "series", "embargo", "kind", "organisation", "date", "public", "internal", "memo"}
)


class Layout(NamedTuple):
    """A document taken apart: the rows of its header, its title and subtitle, and where its body begins."""

    rows: tuple[Row, ...]
    """From the first row of the file to the last of the header and the title below it."""
    title: Title | None
    subtitle: Title | None
    body_start: int
    subject: str
    """The first words of the body: urgent actions name the country there."""


def lay_out(rows: Sequence[Row], text: str) -> Layout:
    """Find header, title and body among the rows of the header window."""
    first, last, preamble = _header(rows)
    if first is None:
        return _without_header(rows, text)
    title, subtitle, end = _title(rows, first, last, text)
    body_start = max(end, _left_over(rows[last], title, text))
    if preamble > len(text) - body_start:
        return _without_header(rows, text)
    body = list(dropwhile(_is_furniture, (row for row in rows if row.line.end > body_start)))
    body_start = max(body_start, body[0].line.start) if body else body_start
    used = [row for row in rows if row.line.start < body_start]
    return Layout(tuple(used), title, subtitle, body_start, body[0].line.text if body else "")


def _is_furniture(row: Row) -> bool:
    """Whether a line under the header says nothing: reading times, addresses, marks of translation services."""
    return row.wrapper or (row.is_core and not _is_strong(row))


def _header(rows: Sequence[Row]) -> tuple[int | None, int, int]:
    """First and last row of the header, with only a few title-like blocks between, and the prose above it.

    More prose above than below makes it a footer: the caller drops it, lest it take the body away.
    """
    first, last, index, preamble, blocks = None, -1, 0, 0, 0
    while index < len(rows) and preamble <= _PREAMBLE:
        row = rows[index]
        if _is_imprint(row.line.text) and not (index <= _CREDITED and row.line.text.startswith("©")):
            break
        if _is_strong(row):
            first, last, blocks = (index if first is None else first), index, 0
        elif not row.wrapper and not row.is_core:
            block = block_at(rows, index)
            words = " ".join(row.line.text for row in block)
            if first is not None and (is_prose(words) or (blocks >= _BLOCKS_BETWEEN and not is_of_record(words, rows))):
                break
            preamble += len(words) if first is None and is_prose(words) else 0
            blocks += 1
            index += len(block) - 1
        index += 1
    return first, last, preamble


_CREDITED: Final = 2
"""The first lines of a page, in which this mark stands beside a picture and not on an imprint."""


def _is_imprint(words: str) -> bool:
    """How the page begins on which a report names its publisher; its index and date are read, its lines are body."""
    folded = words[:70].lower()
    return folded.startswith(_IMPRINTS) or ("publi" in folded and any(phrase in folded for phrase in _PUBLISHED))


_IMPRINTS: Final = (
    "erstveröffentlich", "primera publicación", "prima pubblicazione", "primeira publicação", "©", "(c) ", "copyright",
    "except where otherwise noted",
)  # fmt: skip
_PUBLISHED: Final = (
    "édition originale en", "first published", "publicado por primera vez", "publicado originalmente",
    "première publication",
)  # fmt: skip


def _is_strong(row: Row) -> bool:
    return row.is_core and not _STRONG.isdisjoint([piece.name for piece in row.pieces])


def _title(rows: Sequence[Row], first: int, last: int, text: str) -> tuple[Title | None, Title | None, int]:
    """Title, subtitle and the end of what they take from the body; the surest place is looked at first."""
    header = rows[first : last + 1]
    if found := _concern(header, text):
        tail = _tail_of(found, rows)
        return tail or found, None, tail.end if tail else 0
    if found := _number(header) if _is_of_memo(header) else None:
        return found, None, 0
    if _is_letter(rows, last):
        return (
            _titled_letter(rows, first) or regarding(rows) or _headline(rows, last) or _open_letter(rows, first),
            None,
            0,
        )
    if found := _behind_kind(rows[last : last + 1], text) or _trailing(rows[last], text):
        found = _wrapped(found, rows, last)
        return found, None, _behind_date(found, rows[last], text)
    if found := recorded_title(rows) or repeated_title(rows) or tabbed_title(rows) or column_title(rows):
        return found, None, found.end
    return _title_of_lines(rows, first, last, text)


def _behind_date(title: Title, row: Row, text: str) -> int:
    """Where the body begins behind a title in a line, and behind its place and date: ``... Londres, octobre 1997``."""
    date = next((piece for piece in row.of("date") if piece.start >= title.end), None)
    return date.end if date and _PLACE().fullmatch(text, title.end, date.start) else title.end


_PLACE: Final = pattern(r"\W{0,3}(?:[^\W\d_]{3,20},\s)?")


def _title_of_lines(rows: Sequence[Row], first: int, last: int, text: str) -> tuple[Title | None, Title | None, int]:
    """The same where lines of its own are the title: within the header, below it or above."""
    header = rows[first : last + 1]
    inside = list(blocks_of(rows, first + 1, last))
    named = [place for place, block in enumerate(inside) if len(block) <= MOST_LINES and reads_as_title(block)]
    if named and (titles := title_of_block(*inside[named[0] : named[0] + 2]))[0]:
        return *titles, 0
    if found := _behind_kind(header, text):
        return found, None, 0
    if continued := next(filter(None, (_continued(rows, at) for at in range(last, first - 1, -1))), None):
        title = _above(rows, first)[0]
        return (title, continued, continued.end) if title else (continued, None, continued.end)
    if rows[first].line.text[0] in "([" and rows[first].has("reference") and (titles := _above(rows, first))[0]:
        return *titles, 0
    title, subtitle = _below(rows, last + 1)
    title = without_label(title) if title else None
    if title and not _stands_above(title, rows, first, header):
        return title, subtitle, (subtitle or title).end
    listed = catalogued_title(rows, first)
    above = (listed, None) if listed else _above(rows, first)
    if not above[0] and last + 1 < len(rows) and _is_imprint(rows[last + 1].line.text):
        above = _below(rows[:first], opening_at(rows[:first]))
    return *above, 0


def _stands_above(title: Title, rows: Sequence[Row], first: int, header: Sequence[Row]) -> bool:
    """Whether what stands below a header of an action, or of place and day, is but a name, and the title above it."""
    if not (_are_of_action(header) or not pieces_of(header, *_STRONG - {"date", "organisation"})):
        return False
    above = _above(rows, first)[0] if _is_name(title.text) else None
    is_name = above is not None and title.text.count(" ") < _NAME_BLANKS and above.text.count(" ") > _NAME_BLANKS
    dated = not pieces_of(header, *_STRONG - {"date"}) or _are_of_action(header)
    return is_name or (dated and _names_country(above))


_NAME_BLANKS: Final = 2


def _concern(header: Sequence[Row], text: str) -> Title | None:
    """What urgent actions of 1991 to 2006 have for a title: ``UA 313/92 Death Threats/Intimidation 8 October 1992``."""
    for row in reversed(header):
        if not row.has("series"):
            continue
        series = next((piece for piece in row.of("series") if _ACTION().search(piece.value)), None)
        title = _concern_of(row, series, text) if series else None
        if title:
            return title
    return None


def _tail_of(concern: Title, rows: Sequence[Row]) -> Title | None:
    """The concern with its last words, which stand in the same column of the next line, below its first ones."""
    at = next((at for at, row in enumerate(rows) if row.line.start <= concern.start < row.line.end), len(rows))
    below = rows[at + 1] if at + 1 < len(rows) else None
    if not below or below.pieces or below.line.gap or is_country(below.line.text) or is_prose(below.line.text):
        return None
    if (wrapped := _wrapped(concern, rows, at)) is not concern:
        return wrapped
    words = below.line.text
    parted = not concern.text.endswith(words) and goes_on(concern.text, words)
    if not parted or len(words) > _LONGEST_TAIL or rows[at].line.end <= concern.end:
        return None
    return Title(f"{concern.text} {words}", concern.start, below.line.end)


_LONGEST_TAIL: Final = 60


def _wrapped(title: Title, rows: Sequence[Row], at: int) -> Title:
    """A title that goes to the end of a long line, with the lines below it up to a blank one."""
    tail, line = block_at(rows, at + 1), rows[at].line
    if not tail or tail[0].line.gap or len(line.text) < _FULL_LINE or title.end < line.end - 1:
        return title
    words = " ".join([line.text[title.start - line.start :], *(row.line.text for row in tail)])
    ends = len(rows) > at + len(tail) + 1 and rows[at + len(tail) + 1].line.gap
    if not ends or len(tail) >= MOST_LINES or is_prose(words):
        return title
    return Title(words, title.start, tail[-1].line.end)


_FULL_LINE: Final = 60
"""Characters of a line that can have been broken because it was full."""


def _behind_kind(header: Sequence[Row], text: str) -> Title | None:
    """A title behind the kind and a colon: ``Opinion: The world cannot wait``."""
    for row in header:
        kind = row.pieces[0] if row.pieces else None
        if not kind or not row.rest or kind.name != "kind" or kind.start != row.line.start:
            continue
        start, end = row.rest[0]
        mark = text[kind.start : start].rstrip()[-1:]
        if len(row.pieces) == len(row.rest) == 1 and mark in {":", "："} and text.count(" ", start, end) > 1:
            return Title(" ".join(text[start:end].split()), start, end)
        if mark in _DASHES and start - kind.end <= _INITIALS and text.count(" ", start, end) > _INITIALS:
            return Title(" ".join(text[start : row.line.end].split()), start, row.line.end)
    return None


def _concern_of(row: Row, series: Piece, text: str) -> Title | None:
    """The words behind the number; in an update only those behind a dash, else it is called by what it updates."""
    update = " on " in series.value or "información" in series.value
    behind = [segment for segment in row.rest if segment[0] >= series.end]
    dashed = next((segment for segment in behind if _is_behind_dash(segment, text)), None)
    segment, behind_dash = dashed or next(iter(behind), None), dashed is not None
    if segment and not update and (length := _before_country(text[slice(*segment)])):
        return Title(" ".join(text[segment[0] : segment[0] + length].split()), segment[0], segment[0] + length)
    if segment and (behind_dash or not update) and _follows(row, series, segment, text):
        return Title(" ".join(text[slice(*segment)].split()), *segment)
    if update and row.has("reference") and not any(piece.flagged for piece in row.of("reference")):
        return Title(series.value, series.start, series.end)
    return None


def _before_country(words: str) -> int:
    """How many characters of a whole document on one line stand before the country in capitals: the concern."""
    for match in _CAPITALS().finditer(words, 0, _LONGEST_CONCERN):
        if opening_country(words[match.start() : match.end() + _LONGEST_CONCERN]):
            concern = words[: match.start()].rstrip()
            return len(concern) if len(concern) > _INITIALS and not is_prose(concern) else 0
    return 0


_CAPITALS: Final = pattern(r"(?<=\s)[^\W\da-zß-öø-ÿ_]{4,}")
_LONGEST_CONCERN: Final = 120


def _is_behind_dash(segment: tuple[int, int], text: str) -> bool:
    return text[max(0, segment[0] - 4) : segment[0]].rstrip()[-1:] in _DASHES


_DASHES: Final = tuple("-–—")
_ACTION: Final = pattern(r"(?:UA|AU|AE|EXTRA)\b", re.IGNORECASE)


def _follows(row: Row, series: Piece, segment: tuple[int, int], text: str) -> bool:
    """Whether words between the number of an action and the date, or up to the end of its line, are a concern."""
    words = text[slice(*segment)]
    between = [piece for piece in row.pieces if series.end <= piece.start < segment[0]]
    barred = any(piece.name in {"date", "kind"} or piece.flagged for piece in between)
    return (
        (_is_behind_dash(segment, text) or not barred)
        and len(words) > _INITIALS
        and not words[0].islower()
        and not words.endswith(("...", "…"))
        and not text.startswith(":", segment[1])
        and not is_prose(words)
        and not is_country(words)
    )


def _is_of_memo(header: Sequence[Row]) -> bool:
    """Whether a header is of a paper for press officers: addressed, internal, or in the class of the news service."""
    told = pieces_of(header, "memo", "internal", "reference")
    return any(piece.name != "reference" or piece.value.startswith("NWS 11/") for piece in told)


def _number(header: Sequence[Row]) -> Title | None:
    """A memo is called by its number: ``WEEKLY UPDATE SERVICE 44/92``."""
    return next((Title(piece.value, piece.start, piece.end) for piece in pieces_of(header, "series")), None)


def _is_letter(rows: Sequence[Row], last: int) -> bool:
    if _are_of_action(rows[: last + 1]):
        return False
    return is_saluted(rows[max(0, last - 8) : last + 8])


def _are_of_action(header: Sequence[Row]) -> bool:
    """Whether header lines are of an urgent action, whose salutations are those of a model letter."""
    told = pieces_of(header, "series", "kind")
    return any(piece.value == "urgent_action" or _ACTION().search(piece.value) for piece in told)


def _headline(rows: Sequence[Row], last: int) -> Title | None:
    """What an open letter is called between its header and its salutation: ``Mali: Open letter to the President``."""
    title = _below(rows, last + 1)[0]
    return title if title and (head_countries(title.text) or opening_kind(title.text)) else None


def _titled_letter(rows: Sequence[Row], first: int) -> Title | None:
    """A title over the header that says whose open letter it is to whom: ``Honduras: Open letter to the President``."""
    title = _above(rows, first)[0]
    return title if title and kind_behind_country(title.text) else None


def _open_letter(rows: Sequence[Row], first: int) -> Title | None:
    """What it is called above its header: ``Open letter to the President``."""
    title = _above(rows, first)[0]
    named = title and any(row.has("kind") for row in rows[:first] if row.line.end > title.start)
    return title if named else None


def _trailing(row: Row, text: str) -> Title | None:
    """A title behind index or kind on their line; where all of a document is one line, its words in capitals."""
    for start, end in row.rest:
        words = text[start:end]
        capitals = leading_capitals(words)
        goes_on = len(capitals) < len(words) or end < row.rest[-1][0]
        if capitals and goes_on and start >= row.pieces[0].end and not is_country(capitals):
            return Title(" ".join(capitals.split()), start, start + len(capitals))
    if not row.rest or row.rest[-1][0] < row.pieces[-1].end:
        return None
    start, end = row.rest[-1]
    if [piece.name for piece in row.pieces] == ["date"] and "|" in text[row.pieces[0].end : start]:
        return None
    start += glued_country(text[start:end])
    words = text[start:end]
    plain = is_country(words) or is_prose(words) or not reads_as_title([Row(row.line)]) or words.count(" ") < 2
    return None if plain or row.pieces[-1].start == start else Title(words, start, end)


def _continued(rows: Sequence[Row], last: int) -> Title | None:
    """A subtitle in capitals that names the kind and runs on over the next lines (``SUBMISSION FOR THE ...``)."""
    row = rows[last]
    opens = any(piece.start == piece.end for piece in row.of("kind"))
    if not opens or not is_capitals(row.line.text):
        return None
    end = row
    for following in rows[last + 1 : last + 4]:
        if following.line.gap or not is_capitals(following.line.text):
            break
        end = following
    lines = [line.line.text for line in rows[last : rows.index(end) + 1]]
    return Title(" ".join(lines), row.line.start, end.line.end)


def _below(rows: Sequence[Row], index: int) -> tuple[Title | None, Title | None]:
    while index < len(rows) and (rows[index].wrapper or (rows[index].is_core and not _is_strong(rows[index]))):
        index += 1
    block = block_at(rows, index)
    if block and _is_imprint(block[0].line.text):
        return None, None
    return title_of_block(block, block_at(rows, index + len(block)))


def _above(rows: Sequence[Row], first: int) -> tuple[Title | None, Title | None]:
    """The nearest block over the header; what touches the header must be in capitals or begin with a country."""
    above = list(blocks_of(rows, 0, first))[-3:]
    is_headed = bool(above) and _is_dated_twice(rows, first) and above[-1][-1].line.text.count(" ") >= _TITLE
    if above and (is_headed or _heads_page(above[-1], rows[first])):
        above[-1] = above[-1][-1:]
    if not above or not reads_as_title(above[-1]) or len(above[-1]) > MOST_LINES:
        return None, None
    nearest = above[-1]
    words = " ".join(row.line.text for row in nearest)
    touching = rows[first].line.gap == 0 and rows[first - 1] is nearest[-1]
    if (words.isascii() and words.count(" ") == 0) or (
        touching
        and not is_headed
        and not _opens_in_capitals(nearest)
        and not (opening_country(words) or head_countries(words))
        and not _heads_index(rows[first:], words)
    ):
        return None, None
    if len(above) > 1 and reads_as_title(above[-2]):
        over = " ".join(row.line.text for row in above[-2])
        if is_country(words) and not is_country(over):
            return title_of_block(above[-2])
        if is_country(over):
            return title_of_block(nearest)
        if is_capitals(over) and not words.isupper():
            country = len(above) > 2 and is_country(" ".join(row.line.text for row in above[-3]))
            return title_of_block(*above[-3:-1] if country else above[-2:-1])[0], title_of_block(nearest)[0]
    return title_of_block(nearest)


def _is_dated_twice(rows: Sequence[Row], at: int) -> bool:
    """Whether a day stands alone on a line and again behind the place that the story below opens with."""
    if at + 1 >= len(rows) or rows[at].rest or [piece.name for piece in rows[at].pieces] != ["date"]:
        return False
    opening = rows[at + 1]
    return opening.has("date") and opening.of("date")[0].value == rows[at].pieces[0].value and bool(opening.rest)


def _heads_page(block: Sequence[Row], below: Row) -> bool:
    """Whether only the last of the lines that touch a header is its title: names of sites and rubrics stand above."""
    last, over = block[-1].line.text, [row.line.text for row in block[:-1]]
    named = head_countries(last) != () and ": " in last
    if below.line.gap or not over or not (named or is_capitals(last)) or goes_on(over[-1], last):
        return False
    return not any(is_country(words) or words.isupper() for words in over)


def _heads_index(rows: Sequence[Row], words: str) -> bool:
    """Whether words that touch a labelled index, a kind, or whose it is above more of a header, are a headline."""
    issued = [piece.name for piece in rows[0].pieces] == ["organisation"]
    if words.count(" ") < (_TITLE if issued else _HEADLINE) and not (is_unspaced(words) and len(words) > 2 * _HEADLINE):
        return False
    told = any(piece.flagged or piece.name == "kind" for piece in rows[0].of("reference", "kind"))
    told = told or (rows[0].has("label") and rows[0].has("date"))
    return told or (issued and len(rows) > 1 and rows[1].is_core and rows[1].has(*_MORE))


_MORE: Final[tuple[PieceName, ...]] = ("date", "reference", "kind", "public")
_HEADLINE: Final = 6
_TITLE: Final = 4
"""Blanks in words that are no name or address, and in those above whose they are."""


def _names_country(title: Title | None) -> bool:
    return title is not None and head_countries(title.text) != ()


def _is_name(words: str) -> bool:
    """Whether words below the header of an action are rather whom it is for: ``Frau Ayşe Örnek, Anwältin``."""
    return not words.isupper() and not head_countries(words)


def _opens_in_capitals(block: Sequence[Row]) -> bool:
    return is_capitals(block[0].line.text) or is_country(block[0].line.text)


def _left_over(row: Row, title: Title | None, text: str) -> int:
    """Where words behind the last piece of the header begin the body; the end of the row if there are none."""
    behind = title.end if title and row.line.start <= title.start else 0
    for start, end in row.rest:
        if start < behind < end:
            return behind
        told = (
            start >= behind
            and (_is_told(row, start) or _tells(row, start, text[start:end], text))
            and end - start > _INITIALS
        )
        if told and not is_country(text[start:end]):
            names = (piece.start for piece in row.of("organisation") if piece.start >= behind)
            return min(start, next(filter(partial(_is_told, row), names), start))
    return row.line.end


def _is_told(row: Row, start: int) -> bool:
    """Whether the header is over at a place of its last row; the names and dates of a story may follow."""
    if start >= row.pieces[-1].end:
        return True
    before = {piece.name for piece in row.pieces if piece.end <= start}
    return len(row.line.text) > _LONG_ROW and {"reference", "date"} <= before


def _tells(row: Row, start: int, words: str, text: str) -> bool:
    """Whether words behind an index are sentences already, though others are named and numbers cited behind them."""
    if not any(piece.flagged and piece.end <= start for piece in row.of("reference")):
        return False
    named = all(piece.name in _NAMED for piece in row.pieces if piece.start >= start)
    return is_prose(words) or (named and len(row.line.text) > _LONG_ROW and is_prose(text[start : row.line.end]))


_NAMED: Final = frozenset({"organisation", "filler"})
"""What a sentence of the story may hold: who acts, and on which day of the week."""


_LONG_ROW: Final = 140


def _without_header(rows: Sequence[Row], text: str) -> Layout:
    """A text without any header line, or with an imprint only: the first block may be its title."""
    own = [row for row in rows if not row.wrapper]
    start = own[0].line.start if own else 0
    title, subtitle = recorded_title(rows) or tabbed_title(rows) or title_of_letter(own), None
    if own and not title and not _opens_with_place(own[0], text):
        title, subtitle = _below(rows, opening_at(rows))
        title = title or _over_dateline(own, text)
    body_start = (subtitle or title).end if title else start
    return Layout(
        tuple(row for row in rows if row.line.start < body_start),
        title,
        subtitle,
        body_start,
        own[0].line.text if own else "",
    )


def _opens_with_place(row: Row, text: str) -> bool:
    """Whether but the place of the story stands on the first line, and its day on the next."""
    date = dateline_in(text, row.line.start)
    return date is not None and date.start >= row.line.end


def _over_dateline(rows: Sequence[Row], text: str) -> Title | None:
    """The words between what is said of a picture and a story that opens with place and day."""
    for at, row in enumerate(rows[1:_CAPTIONS], start=1):
        if row.line.gap and row.has("date") and dateline_in(text, row.line.start):
            block = list(blocks_of(rows, 0, at))[-1]
            return title_of_block(block)[0] if block[0].line.text.count(" ") >= _TITLE else None
    return None


_CAPTIONS: Final = 6
"""Rows in which such a story can open."""
