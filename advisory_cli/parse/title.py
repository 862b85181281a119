"""What reads as a title: a block of lines of its own, the first lines of a block, words in capitals."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from advisory_cli.parse.blocks import is_paragraph
from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.pieces import Row
from advisory_cli.parse.subjects import head_countries, is_country, opening_country

_LONGEST: Final = 260
_WRAPPED: Final = 12
"""Shorter lines are not wrapped titles but debris of scans."""


class Title(NamedTuple):
    """A title and its place in the text."""

    text: str
    start: int
    end: int


def is_prose(words: str) -> bool:
    """Whether words are sentences rather than a title."""
    if len(words) > _LONGEST or "。" in words or words.endswith("؛"):
        return True
    if _is_upper(words):
        return False
    if words.endswith(_ENDINGS) and words.count(" ") >= 4 and not words.endswith(".."):
        return True
    return _has_sentence_mark(words) and _has_sentences(words)


def _has_sentences(words: str) -> bool:
    """Whether one sentence ends and another begins; not where a full stop closes the country (``Tunisie. Titre``)."""
    found = _SENTENCES().search(words, 25)
    if found and (is_country(words[: found.start() + 3]) or _opens_title(words, found.start() + 3)):
        found = _SENTENCES().search(words, found.end())
    return found is not None


def _opens_title(words: str, end: int) -> bool:
    """Whether a short head with a full stop stands before a title that has none (``Заявление по России. Власти``)."""
    return words[end : end + 1] == "." and end <= _HEAD and words[-1:].isalpha()


_HEAD: Final = 60


def _has_sentence_mark(words: str) -> bool:
    """Six searches of a whole line, which take a tenth of looking at each character."""
    return "." in words or '"' in words or "?" in words or "!" in words or "”" in words or "»" in words


_SENTENCES: Final = pattern(
    r"[^\W\d_]{3}[.!?][”\"»)]?\s+[^\W\d_a-z]"
    r"|[”\"»],?\s(?:–\s)?(?:said|a déclaré|dijo|sagte|ha detto|ha dichiarato|сказал|заявил)\b"
)
_FULL_STOPS: Final = (".", ".”", '."', ".»", ". »", ".\u00a0»", ".“", "”.", '".', "».")
_ENDINGS: Final = (*_FULL_STOPS, ";", ":", ",")


def title_of_block(block: Sequence[Row], following: Sequence[Row] = ()) -> tuple[Title | None, Title | None]:
    """The title of a block of lines and a subtitle in other letters under it.

    A country on a line of its own is no part of it; where the block is but that, `following` is the title under it.
    Where a block goes on as body, its first lines are the title.
    """
    if not block or is_heading(block[0].line.text):
        return None, None
    block = _before_heading(block[len(block) // 2 :] if _is_twice(block) else block)
    if len(block) > 1 and (is_country(block[0].line.text) or _are_codes(block[0].line.text)):
        return title_of_block(block[1:], following)
    if len(block) > MOST_LINES or not reads_as_title(block):
        return _first_lines(block, over_paragraph=bool(following) and is_paragraph(following[0])), None
    if _runs_on(block, following):
        block, following = [*block, *following], ()
    if is_country(_words(block)):
        return title_of_block(following) if following else (None, None)
    while is_country(block[-1].line.text):
        block = block[:-1]
    capitals = _capitals(block)
    if 0 < len(capitals) < len(block) and _is_whole(capitals) and not _is_head(_words(capitals)):
        return _title(capitals), _title(block[len(capitals) :])
    return _title(block), None


def _before_heading(block: Sequence[Row]) -> Sequence[Row]:
    """The first line of a block and those below it up to a heading: ``When: 23 May``."""
    for at in range(1, min(len(block), MOST_LINES + 1)):
        if is_heading(block[at].line.text) or _is_case(block, at):
            return block[:at]
    return block


def _is_case(block: Sequence[Row], at: int) -> bool:
    """Whether a line names the case of an action by its country: ``TURKEY: Ali N, student``."""
    line, over = block[at].line.text, block[at - 1].line.text
    if not over[-1].isalpha() or goes_on(over, line):
        return False
    country, colon, words = line.partition(": ")
    if colon and "," in words and words[:1].isupper() and is_country(country):
        return True
    return not over.isupper() and line[:_CAPITALS_OF_COUNTRY].isupper() and opening_country(line) is not None


_CAPITALS_OF_COUNTRY: Final = 4


def _are_codes(words: str) -> bool:
    """Whether a line has figures but no word: ``BHR 004 / 0412 / OBS 036``; or is the letter of a button."""
    if len(words) == 1 and words.isascii():
        return True
    return words.isascii() and any(map(str.isdigit, words)) and not _WORD().search(words)


_WORD: Final = pattern(r"[A-Za-z]{4}|[a-z]{2}")


def _is_twice(block: Sequence[Row]) -> bool:
    """Whether all lines stand once more, as pages print a title for the tab and for the eye."""
    half = len(block) // 2
    return len(block) == 2 * half and all(block[at].line.text == block[half + at].line.text for at in range(half))


def _is_head(words: str) -> bool:
    """Whether words in capitals open the title on the next line: a country, or what a colon follows."""
    return is_country(words) or words.endswith(":")


def _runs_on(block: Sequence[Row], following: Sequence[Row]) -> bool:
    """Whether a title is broken over lines with a blank line between, as web pages break it."""
    if not following or len(block) + len(following) > MOST_LINES:
        return False
    return goes_on(block[-1].line.text, following[0].line.text) and not is_prose(_words(following))


MOST_LINES: Final = 4
"""Longer blocks are menus or a body."""


def reads_as_title(block: Sequence[Row]) -> bool:
    """Whether all lines of a block together can be a title."""
    words = _words(block)
    if (words.isascii() and words.isalpha() and not words.isupper()) or _is_list(block):
        return False
    if any(piece.flagged for row in block for piece in row.pieces if piece.name == "reference"):
        return False
    if _is_no_title(block, words):
        return False
    if is_prose(words) or not _is_whole(block) or is_heading(words) or _is_issuers(block):
        return False
    figures = len(_FIGURE().findall(words))
    if figures >= _LEAST_OF_NUMBER and has_number_to_call(words):
        return False
    has_more_letters = sum(map(str.isalpha, words)) > figures if figures else any(map(str.isalpha, words))
    return not words[:1].islower() and has_more_letters


def _is_no_title(block: Sequence[Row], words: str) -> bool:
    """Whether a line is a salutation, a section, a viewer's name, a symbol, a place, or place and days of an event."""
    if len(block) > 1:
        return False
    if words.endswith((",", "،")) and words.count(" ") < _SALUTATION_BLANKS:
        return True
    if words.startswith("1. ") or words.endswith((" –", " —", " -")) or (words.endswith(_CUT_OFF) and " · " in words):
        return True
    if words.endswith(")") and _CREDIT().search(words):
        return True
    is_symbol = "/" in words and _SYMBOL().fullmatch(words) is not None
    return is_symbol or (block[0].has("date") and _EVENT().match(words) is not None)


_SALUTATION_BLANKS: Final = 8
_CUT_OFF: Final = ("...", "…")
_CREDIT: Final = pattern(r"\((?:Photo|Screenshot|AP|AFP|Reuters|REUTERS|EPA|Getty)\b[^()]{0,90}\)$")
"""Who made the picture that a line tells of."""
_SYMBOL: Final = pattern(r"(?:Comunicado|Communiqué)\s\d{1,4}/\d{2,4}|[A-Z][A-Z0-9.]{0,9}(?:/[A-Z0-9.-]{1,12}){1,6}")
_EVENT: Final = pattern(r"(?:[^\W\d_a-z][^\W\d_]{2,15}(?:\s[^\W\d_]{2,15}){0,2},\s){1,3}\d\d?\s?[-–]\s?\d\d?\s")


def _is_list(block: Sequence[Row]) -> bool:
    """Whether a line announces what the next one begins to list."""
    return len(block) > 1 and block[0].line.text.endswith(":") and block[1].line.text.startswith(_BULLETS)


_BULLETS: Final = ("•", "·", "- ", "– ", "o ", "1)", "1.", "(1)")


_FIGURE: Final = pattern(r"\d")


def has_number_to_call(words: str) -> bool:
    """Whether a telephone number stands in a line; that of a book is none."""
    return _NUMBER().search(words) is not None and "ISBN" not in words


_LEAST_OF_NUMBER: Final = 9
_NUMBER: Final = pattern(r"(?:\d[ ().-]{0,2}){9}")


def _is_issuers(block: Sequence[Row]) -> bool:
    """Whether a line names the organisations that speak together, and hardly anything else."""
    names = [piece for piece in block[0].pieces if piece.name == "organisation"]
    others = sum(end - start for start, end in block[0].rest)
    if len(block) > 1 or not names:
        return False
    words = block[0].line.text.replace(",", " ").split()
    are_names = names[0].start == block[0].line.start and all(w[0].isupper() or w in _SMALL_WORDS for w in words)
    is_list = are_names and len(_BETWEEN_NAMES().findall(block[0].line.text)) > 1
    return is_list or (len(names) > 1 and others < sum(name.end - name.start for name in names))


_BETWEEN_NAMES: Final = pattern(r",\s|\s(?:and|et|y|und|e)\s")


def is_capitals(words: str) -> bool:
    """Whether words are set in capitals throughout, and enough of them to tell."""
    return len(words) >= _WRAPPED and _is_upper(words)


def _is_upper(words: str) -> bool:
    """Whether words are in capitals, and not in a script that has none, with initials of an organisation in it."""
    return words.isupper() and not _WITHOUT_CAPITALS().search(words)


_WITHOUT_CAPITALS: Final = pattern(r"[\u0590-\u06ff\u3040-\u9fff]")


def leading_capitals(words: str) -> str:
    """The three or more words in capitals that a text begins with, before it goes on in small letters."""
    run = list(takewhile(lambda word: not any(map(str.islower, word)), words.split()))
    while run and run[-1] not in _APART and len(run[-1].strip(".,:;-–—'\"“”")) < 2:
        run.pop()
    if len(run) < 3 or not any(map(str.isupper, run[0])):
        return ""
    end = _end_of(words, run)
    glued = _GLUED().match(words, end)
    return words[: glued.end() if glued else end]


_APART: Final = ("?", "!")
"""What French sets apart from the last word."""
_GLUED: Final = pattern(r"\s[^\W\da-zß-öø-ÿ_]{4,40}(?=[^\W\da-zß-öø-ÿ_][a-zß-öø-ÿ])")
"""A last word in capitals to which the next is glued: ``DEFENSORAAcción``."""


def _end_of(words: str, run: Sequence[str]) -> int:
    position = 0
    for word in run:
        position = words.index(word, position) + len(word)
    return position


def _words(block: Sequence[Row]) -> str:
    return " ".join(row.line.text for row in block)


def _title(block: Sequence[Row]) -> Title:
    words = _words(block)
    if len(block) == 1 and words.count(_BAR) > 1:
        return _longest_part(block[0])
    bullets = len(words) - len(words.lstrip("•"))
    return Title(" ".join(words[bullets:].split()), block[0].line.start + bullets, block[-1].line.end)


def _longest_part(row: Row) -> Title:
    """What of a page's name for its tab is the title: ``Site | News | Title``."""
    part = max(row.line.text.split(_BAR), key=len)
    start = row.line.start + row.line.text.index(part)
    return Title(part.strip(), start, start + len(part))


_BAR: Final = " | "


def _is_whole(block: Sequence[Row]) -> bool:
    longest = max(len(row.line.text) for row in block)
    return longest >= (_WRAPPED if len(block) > 1 else 4)


_HEADINGS: Final = frozenset(
    {
        "contents", "table of contents", "introduction", "introducción", "introduzione", "einleitung", "background",
        "background information", "summary", "resume", "resumé", "résumé", "resumen", "sommaire", "índice", "indice",
        "inhalt", "sumário", "sumario", "executive summary", "take action",
        "overview", "要約", "要 約", "要\u3000約", "目次", "目 次",
        "目\u3000次", "はじめに", "tabla de contenidos", "table des matières", "введение", "содержание",
        "оглавление", "краткое содержание", "краткое изложение", "вступ", "зміст", "короткий зміст", "içindekiler",
        "giriş", "özet", "目录", "摘要", "المحتويات", "مقدمة", "ملخص",
    }
)  # fmt: skip
_SALUTATIONS: Final = frozenset(
    {
        "dear", "estimado", "estimada", "estimados", "estimadas", "monsieur", "madame", "excelentíssimo",
        "excelentíssima", "respetable", "respetables", "apreciable", "apreciables", "prezado", "prezada", "prezados",
        "prezadas", "excellency", "excellencies", "уважаемый", "уважаемая", "уважаемые", "шановний", "шановна",
        "шановні", "sayın", "distinguished", "excellences",
    }
)  # fmt: skip
_OPENINGS: Final = frozenset({("sehr", "geehrte"), ("sehr", "geehrter"), ("recommended", "action"), ("head", "of")})
_PARTICULARS: Final = frozenset(
    {
        "what", "when", "where", "who", "was", "wann", "wo", "wer", "qué", "cuándo", "dónde", "quién", "quoi", "quand",
        "où", "qui", "cosa", "quando", "dove", "chi", "onde", "quem", "что", "когда", "где", "кто",
    }
)  # fmt: skip
"""What opens the lines of an invitation: ``When: 23 May``."""
_FIRST_WORDS: Final = _SALUTATIONS | _PARTICULARS | {"page", *(first for first, _ in _OPENINGS)}
_HEADING_ENDS: Final = " .,:;!?-–—…*"


def is_heading(words: str) -> bool:
    """Headings, salutations and notes that open a body."""
    folded = words[:40].lower().lstrip("0123456789.) ")
    if folded.rstrip(_HEADING_ENDS) in _HEADINGS:
        return True
    parts = folded.split(maxsplit=2)
    first = parts[0].strip(_HEADING_ENDS) if parts else ""
    if first not in _FIRST_WORDS:
        return False
    second = parts[1].strip(_HEADING_ENDS) if len(parts) > 1 else ""
    if first in _PARTICULARS and words[len(first) : len(first) + 2].strip()[:1] in tuple(":："):
        return True
    return first in _SALUTATIONS or (first, second) in _OPENINGS or (first == "page" and second[:1].isdecimal())


def _capitals(block: Sequence[Row]) -> list[Row]:
    return list(takewhile(lambda row: row.line.text.isupper(), block))


def _first_lines(block: Sequence[Row], *, over_paragraph: bool = False) -> Title | None:
    """The title at the head of a block that goes on as body without a blank line."""
    capitals = _capitals(block)
    if 0 < len(capitals) < len(block) and len(capitals) <= 4 and _is_whole(capitals) and reads_as_title(capitals):
        return _title(capitals[:-1] if len(capitals) > 1 and is_country(capitals[-1].line.text) else capitals)
    count = 1
    while count < len(block) - 1 and goes_on(block[count - 1].line.text, block[count].line.text):
        count += 1
    count += _ends_below(block, count)
    if count >= len(block) or not reads_as_title(block[:count]):
        return None
    words = _words(block[:count])
    headline = head_countries(words) or _breaks_off(block, count, over_paragraph=over_paragraph)
    return _title(block[:count]) if headline and not words.endswith(_ENDINGS) else None


def _ends_below(block: Sequence[Row], count: int) -> bool:
    """Whether a long line of a title has its last words on a short line of their own, above the broader story."""
    if not 0 < count < min(4, len(block) - 1):
        return False
    line, following, story = (row.line.text for row in block[count - 1 : count + 2])
    if is_heading(following):
        return False
    short = len(following) * 2 < min(len(line), len(story)) and not following.endswith(_ENDINGS)
    return len(line) >= _LONG_LINE and short and not following.isupper() and not is_country(following)


_LONG_LINE: Final = 40


_BEFORE_WORDS: Final = "([\"'“«„‘"


def goes_on(line: str, following: str) -> bool:
    """Whether a line is broken within a title: the next begins in lower case, or this one ends in a small word."""
    return following[:1].islower() or line.endswith("-") or line[line.rfind(" ") + 1 :].lower() in _SMALL_WORDS


_SMALL_WORDS: Final = frozenset(
    {
        "of", "the", "to", "and", "in", "for", "by", "on", "with", "de", "du", "des", "para", "por", "con", "del",
        "pour", "dans", "sur", "für", "von", "mit", "per", "della", "dei", "la", "le", "les", "et", "en", "el", "los",
        "las", "y", "der", "die", "und", "di", "e", "a",
    }
)  # fmt: skip


def _breaks_off(block: Sequence[Row], count: int, *, over_paragraph: bool) -> bool:
    """Whether a title ends well before the margin that the lines after it keep, or before the country of a case."""
    line, following = block[count - 1].line.text, block[count].line.text
    if len(line) < _WRAPPED:
        return False
    if is_heading(following):
        return True
    if "\u3040" <= line[-1:] <= "\u9fff" and len(following) > _LONG_LINE and len(line) * 2 < len(following):
        return True
    subject = following.split(maxsplit=1)[0]
    if _are_paragraphs(block[count : count + 8]) and (
        len(block) - count > 1 or len(line) < _SHORT_LINE or over_paragraph
    ):
        return True
    case = subject.isupper() and opening_country(following) is not None
    margin = max(len(row.line.text) for row in block[count : count + 8])
    return case or (_opens_line(following) and len(line) < margin * 0.75)


def _are_paragraphs(lines: Sequence[Row]) -> bool:
    """Whether each line is a paragraph: all open and end as sentences do."""
    return all(_opens_line(row.line.text) and row.line.text.endswith(_SENTENCE_ENDS) for row in lines)


_SENTENCE_ENDS: Final = (*_FULL_STOPS, "。", "؟", "?", "!")
_SHORT_LINE: Final = 50
"""Characters of a line too short to have been broken because it was full."""


def _opens_line(words: str) -> bool:
    """Whether words may open a sentence, also in scripts that have no capitals."""
    first = words.lstrip(_BEFORE_WORDS)[:1]
    return first.isupper() or (first.isalpha() and not first.islower())
