"""Where the header of a document lies among its lines, where its title stands, and where the body begins."""

import re
from collections.abc import Sequence
from functools import partial
from itertools import dropwhile, pairwise
from typing import Final, NamedTuple

from advisory_cli.parse.beginnings import by_letter
from advisory_cli.parse.blocks import block_at, blocks_of
from advisory_cli.parse.kinds import kind_behind_country, opening_kind
from advisory_cli.parse.lazy import pattern
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
from advisory_cli.parse.wrappers import download_start, record_title_start

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
        return _without_header(rows)
    title, subtitle, end = _title(rows, first, last, text)
    body_start = max(end, _left_over(rows[last], title, text))
    if preamble > len(text) - body_start:
        return _without_header(rows)
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
            if first is not None and (is_prose(words) or blocks == _BLOCKS_BETWEEN):
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
    if found := _number(header) if any(map(_is_of_memo, header)) else None:
        return found, None, 0
    if _is_letter(rows, last):
        return (
            _titled_letter(rows, first) or _regarding(rows) or _headline(rows, last) or _open_letter(rows, first),
            None,
            0,
        )
    if found := _behind_kind(rows[last : last + 1], text) or _trailing(rows[last], text):
        found = _wrapped(found, rows, last)
        return found, None, _behind_date(found, rows[last], text)
    if found := _recorded(rows) or _repeated(rows) or _tabbed(rows):
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
    if continued := _continued(rows, last):
        title = _above(rows, first)[0]
        return (title, continued, continued.end) if title else (continued, None, continued.end)
    if rows[first].line.text[0] in "([" and rows[first].has("reference") and (titles := _above(rows, first))[0]:
        return *titles, 0
    title, subtitle = _below(rows, last + 1)
    if title and (label := _REGARDING().match(title.text)):
        title = Title(title.text[label.end() :], title.start + label.end(), title.end)
    if title and not _stands_above(title, rows, first, header):
        return title, subtitle, (subtitle or title).end
    above = _catalogued(rows, first) or _above(rows, first)
    if not above[0] and last + 1 < len(rows) and _is_imprint(rows[last + 1].line.text):
        above = _below(rows[:first], opening_at(rows[:first]))
    return *above, 0


def _catalogued(rows: Sequence[Row], first: int) -> tuple[Title, None] | None:
    """The line over the comma and number of a library's page, also where it ends like a sentence."""
    if not first or not rows[first].line.text.startswith(",") or rows[first - 1].wrapper:
        return None
    row = rows[first - 1]
    return Title(row.line.text, row.line.start, row.line.end), None


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


def _is_of_memo(row: Row) -> bool:
    """Whether a row is of a paper for press officers: addressed, internal, or in the class of the news service."""
    return row.has("memo", "internal") or any(piece.value.startswith("NWS 11/") for piece in row.of("reference"))


def _number(header: Sequence[Row]) -> Title | None:
    """A memo is called by its number: ``WEEKLY UPDATE SERVICE 44/92``."""
    return next((Title(piece.value, piece.start, piece.end) for piece in pieces_of(header, "series")), None)


def _is_letter(rows: Sequence[Row], last: int) -> bool:
    if _are_of_action(rows[: last + 1]):
        return False
    near = rows[max(0, last - 8) : last + 8]
    saluted = [row for row in near if row.line.text[:1] in _SALUTATIONS and _is_salutation(row)]
    return bool(saluted) and not any(row.line.text.startswith(_ASSEMBLED) for row in near)


def _is_salutation(row: Row) -> bool:
    words = row.line.text
    return words.startswith(_SALUTATIONS.get(words[:1], ())) and len(words) <= _LONGEST_SALUTATION


def _are_of_action(header: Sequence[Row]) -> bool:
    """Whether header lines are of an urgent action, whose salutations are those of a model letter."""
    told = pieces_of(header, "series", "kind")
    return any(piece.value == "urgent_action" or _ACTION().search(piece.value) for piece in told)


_SALUTATIONS: Final = by_letter((
    "Dear", "Your Excellenc", "Excellenc", "Estimad", "Señor", "Monsieur", "Madame", "Sehr geehrte", "Уважаем",
    "Gentile", "Egregio", "Prezad", "Excelent", "Respetable", "Apreciable", "Шановн",
))  # fmt: skip
_ASSEMBLED: Final = (
    "Mr. President,", "Mr President,", "Madam President,", "Madame President,", "Ladies and", "Distinguished ",
    "Mesdames et", "Señoras y", "Signore e", "Sehr geehrte Damen und Herren, liebe",
)  # fmt: skip
"""Whom a speech is held to."""
_LONGEST_SALUTATION: Final = 90


def _regarding(rows: Sequence[Row]) -> Title | None:
    """What a letter is about, in its own words: ``Re: Administrative detention``."""
    for above, row in pairwise([rows[0], *rows[:_LETTER_LINES]]):
        match = _REGARDING().match(row.line.text)
        if match and not (row.wrapper and above.wrapper):
            return _with_tail(row, match.end(), rows)
    return None


def _with_tail(row: Row, start: int, rows: Sequence[Row]) -> Title:
    """The words of a line from `start` on, with the next line where they are broken."""
    following = rows[rows.index(row) + 1 : rows.index(row) + 2]
    words, end = row.line.text[start:], row.line.end
    if following and goes_on(words, following[0].line.text) and not is_prose(f"{words} {following[0].line.text}"):
        words, end = f"{words} {following[0].line.text}", following[0].line.end
    return Title(words, row.line.start + start, end)


def _of_letter(rows: Sequence[Row]) -> Title | None:
    """What a letter without any other header is about, or the one line that it is called by over its salutation."""
    saluted = [row for row in rows[:_ADDRESSEES] if row.line.text[:1] in _SALUTATIONS and _is_salutation(row)]
    if not saluted:
        return None
    above = [
        row
        for row in rows[: rows.index(saluted[0])]
        if row.line.text.count(" ") > _NAME_BLANKS and not row.line.text.endswith(",")
    ]
    return _regarding(rows) or (title_of_block(above)[0] if len(above) == 1 else None)


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


_ADDRESSEES: Final = 20
"""Lines of addressees above a salutation."""
_LETTER_LINES: Final = 60
_REGARDING: Final = pattern(
    r"(?:(?:Re|RE|Subject|SUBJECT|Betreff|Objet|Asunto|Oggetto|Assunto|Тема)\s?:\s+|R(?:ef|EF)\.?\s?:\s+(?![A-Z]{2,6}\b))"
    r"(?=[^\W\d_])(?!TIGO)"
)


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
    start += glued_country(text[start:end])
    words = text[start:end]
    plain = is_country(words) or is_prose(words) or not reads_as_title([Row(row.line)]) or words.count(" ") < 2
    return None if plain or row.pieces[-1].start == start else Title(words, start, end)


def _recorded(rows: Sequence[Row]) -> Title | None:
    """The lines of the document that say what the record page around it gives as its title."""
    given = ((row.line.text, _given_start(row.line.text)) for row in rows if row.wrapper)
    title = next((words[start:].removesuffix('"').casefold() for words, start in given if start), "")
    for at, row in enumerate(rows if title else ()):
        if row.wrapper or row.pieces or row.line.text.count(" ") < _FEWEST_BLANKS:
            continue
        for count in range(1, MOST_LINES + 1):
            words = " ".join(line.line.text for line in rows[at : at + count])
            if words.casefold() == title:
                return Title(words, row.line.start, rows[at + count - 1].line.end)
            if not title.startswith(words.casefold()):
                break
    return None


def _given_start(words: str) -> int:
    """Where in a library's line the title of the document begins; 0 for any other line."""
    return record_title_start(words) or download_start(words)


def _repeated(rows: Sequence[Row]) -> Title | None:
    """A title that stands twice, as on web pages: the second time, with all lines that it has both times."""
    own = [row for row in rows[:_REPEATED_LINES] if not row.wrapper]
    lines = [row.line.text for row in own]
    for second in range(1, len(own)):
        first = lines.index(lines[second])
        if first == second or own[second].pieces or lines[second].count(" ") < _FEWEST_BLANKS:
            continue
        count = 1
        while first + count < second and lines[first + count] == "".join(lines[second + count : second + count + 1]):
            if own[second + count].is_core:
                break
            count += 1
        while _continues(own[second : second + count + 1], count):
            count += 1
        block = own[second : second + count]
        if reads_as_title(block):
            return Title(" ".join(lines[second : second + count]), block[0].line.start, block[-1].line.end)
    return None


def _tabbed(rows: Sequence[Row]) -> Title | None:
    """The line that a page's name for its tab repeats on the first line with the name of the site: ``Title - Site``."""
    own = [row for row in rows[:_REPEATED_LINES] if not row.wrapper]
    tab = own[0].line.text if own else ""
    titles = {tab.rpartition(bar)[0] for bar in (" - ", " | ", " – ") if bar in tab}
    row = next((row for row in own[1:] if row.line.text in titles), None) if titles else None
    is_title = row is not None and row.line.text.count(" ") >= _FEWEST_BLANKS and reads_as_title([row])
    return Title(row.line.text, row.line.start, row.line.end) if row and is_title else None


def _continues(rows: Sequence[Row], count: int) -> bool:
    """Whether a title that a site cut off goes on in the document itself."""
    following = rows[count].line if len(rows) > count else None
    return following is not None and not following.gap and following.text[:1].islower() and not is_prose(following.text)


_REPEATED_LINES: Final = 25
_FEWEST_BLANKS: Final = 2


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
    if above and _heads_page(above[-1], rows[first]):
        above[-1] = above[-1][-1:]
    if not above or not reads_as_title(above[-1]) or len(above[-1]) > MOST_LINES:
        return None, None
    nearest = above[-1]
    words = " ".join(row.line.text for row in nearest)
    touching = rows[first].line.gap == 0 and rows[first - 1] is nearest[-1]
    if (words.isascii() and words.count(" ") == 0) or (
        touching
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


def _without_header(rows: Sequence[Row]) -> Layout:
    """A text without any header line, or with an imprint only: the first block may be its title."""
    own = [row for row in rows if not row.wrapper]
    start = own[0].line.start if own else 0
    title, subtitle = _recorded(rows) or _tabbed(rows) or _of_letter(own), None
    if own and not title:
        title, subtitle = _below(rows, opening_at(rows))
    body_start = (subtitle or title).end if title else start
    return Layout(
        tuple(row for row in rows if row.line.start < body_start),
        title,
        subtitle,
        body_start,
        own[0].line.text if own else "",
    )
