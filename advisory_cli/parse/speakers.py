"""Who said it: the words beside a quotation that hold a verb of saying and a name."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.names import EDGES, NOBODY, Speaker, is_full_name, is_named, is_role, speaker_in, words_in
from advisory_cli.parse.saying import (
    UNSPACED,
    VERB_LAST,
    WITHIN,
    according,
    according_last,
    aside_by_comma,
    aside_by_dash,
    saying,
    verbs,
)


class Attribution(NamedTuple):
    """A speaker named behind a quotation, and where in that text the naming ends."""

    speaker: Speaker
    end: int


def named_after(text: str, *, quote: str, before: str, language: str) -> Attribution | None:
    """The speaker in `text`, which follows `quote`: `said NAME`, or `NAME said` where the sentence runs on.

    `before` stands in front of the quotation: some languages have the name there and the verb behind.
    """
    clause = _first_clause(text)
    if verb := saying(language).match(clause, len(clause) - len(clause.lstrip(_LEAD))):
        tail = clause[verb.end() :]
        speaker = speaker_in(_ADDRESSEE().sub("", tail, count=1) if tail.lstrip().startswith(("a ", "à ")) else tail)
        if speaker and verb[0].lower() in _PARTICIPLES:
            speaker = Speaker(speaker.name)
        if speaker is None and language in VERB_LAST:
            speaker = speaker_in(_last_clause(before))
        return Attribution(speaker or Speaker(), len(clause))
    if not _runs_on(clause, quote, language):
        return None
    if inverted := _inverted(clause, quote):
        return Attribution(inverted, len(clause))
    if verb := next(_verbs_in(clause, language), None):
        subject = clause[: verb.start()]
        if clause[verb.end() :].lstrip()[:1] in _COLONS and not quote.endswith(_COMMAS):
            return None
        if len(subject.split()) <= _LONGEST_SUBJECT and not _CONJUNCTION().match(subject):
            return Attribution(speaker_in(subject.removeprefix("と")) or Speaker(), len(clause))
    return None


def named_before(text: str, *, language: str) -> Speaker | None:
    """The speaker at the end of `text`, which a quotation follows: `NAME said:`, `said NAME:`, `according to NAME,`."""
    clause = _last_clause(_ANNOUNCED_JA().sub("：", text[-_LONGEST_CLAUSE:]) if language == "ja" else text)
    found = list(_verbs_in(clause, language))
    if not found:
        return _according(clause, language) or _introduced(clause)
    head, tail = clause[: found[-1].start()], clause[found[-1].end() :]
    head = _TO_US().sub("", head)
    if head[:1] == "(" or head[:_DATED].count(",") > 1:
        head = _DATELINE().sub("", head, count=1)
    if language == "tr" and (described := _DESCRIBED_TR().search(head)):
        head = described[1]
    if head.strip(EDGES).casefold() in _CONNECTIVES:
        head = ""
    announced = clause.rstrip().endswith((*_COLONS, *_COMMAS))
    told = found[-1][0].lower() in _TOLD
    that = _THAT().search(tail) or _REPORTED().fullmatch(tail) or (told and _TO_WHOM().fullmatch(tail))
    if not announced and not that and tail.strip():
        return _according(clause, language)
    rest = tail[: that.start()] if that else tail
    if not told and head.strip().partition(" ")[0].lower() in _PREPOSITIONS and _is_presented(rest):
        return speaker_in(rest)
    is_subject = told or (head.strip() and not head.rstrip().endswith(","))
    if is_named(head) or is_subject:
        return _subject(head)
    return speaker_in(rest) or _subject(head)


def _is_presented(words: str) -> bool:
    """Whether a full name stands there with an office behind it."""
    name, _, role = words.strip(EDGES + "\n").partition(", ")
    return is_full_name(name) and is_role(role)


def named_source(text: str, following: Sequence[str]) -> Speaker | None:
    """The speaker of a pull quote: `Source:` with a name on its line, the next, in the next paragraph; or `– NAME`.

    `text` stands behind the quotation in its paragraph, `following` are the next paragraphs.
    """
    parts = [part for part in (text, *following) if part.strip()]
    if not parts or len(parts[0]) > _LONGEST_CLAUSE:
        return None
    if (dash := parts[0].lstrip())[:1] in {"–", "—", "―", "-"}:
        return _signature(dash)
    label = _SOURCE().match(parts[0]) if ":" in parts[0] else None
    if label is None:
        return _signed(text)
    name = parts[0][label.end() :].strip() or "".join(parts[1:2]).strip()
    line = name.partition("\n")[0]
    return speaker_in(line) if len(line) <= _LONGEST_CLAUSE else None


def _signed(text: str) -> Speaker | None:
    """Name and office, and nothing else, behind a quotation: `« ... » Ann Lee, directrice d’une section`."""
    line = text.strip()
    first, comma, role = line.partition(", ")
    if not comma or "\n" in line or line.endswith((".", ":", ",")) or len(line) > _LONGEST_NAMING:
        return None
    return speaker_in(line) if is_full_name(first) and is_role(role) else None


_LONGEST_NAMING: Final = 120


def attributions_within(quote: str, language: str) -> list[tuple[int, int]]:
    """Where in a quotation its speaker is named: `« La loi, a déclaré NAME, doit changer »`."""
    if language not in WITHIN or not ("," in quote or "—" in quote or "–" in quote):
        return []
    found = [(match.start() + 1, match.end()) for match in aside_by_comma(language).finditer(quote)]
    if "—" in quote or "–" in quote:
        found += [match.span() for match in aside_by_dash(language).finditer(quote)]
    return sorted(span for span in found if quote[: span[0]].strip())


_LONGEST_CLAUSE: Final = 300
"""Characters beside a quotation in which a speaker is looked for."""
_LONGEST_SUBJECT: Final = 25
_COMMAS: Final = (",", "،", "，")
_RUNS_ON: Final = (*_COMMAS, "!", "?", "？", "！", "…", "–", "—", "-")
_COLONS: Final = (":", "：")
_LEAD: Final = " \t\n\xa0,،，、;–—―-"
_CLAUSE_END: Final = pattern(
    r"[.!?؟。！？;\n](?:(?<=[。！？;])|(?<=\n)\s*\n"
    r"|(?<=[.!?؟])(?<!\b\w.)(?<!\b[DMS][rst].)(?<!\bMrs.)(?<!\bMme.)(?<!\bProf.)(?=\s+[^\sa-z]|\s*$))"
)
"""The end of a sentence, not of an abbreviation; its first character decides quickly."""
_THAT: Final = pattern(r"\s*\b(?:that|que|che|dass|daß|что|що|że|إن|إنّ|أن|بأن|که)\s*$", re.IGNORECASE)
_CONJUNCTION: Final = pattern(
    r"[\s,–—-]*(?:and|but|which|that|while|who|although|as|y|pero|et|mais|und|aber|и|но|e|ma)\b"
)
_SOURCE: Final = pattern(r"\W*(?:source|fuente|quelle|fonte|источник|المصدر)\s*:", re.IGNORECASE)
_INVERTED: Final = pattern(
    r"[\s,–—-]+(?:(?:a|ha|han|ont)\s)?([^\W\d_A-ZÀ-ÝА-ЯЁІЇЄ]{4,20})\s(?=[A-ZÀ-ÝА-ЯЁІЇЄ][\w’'-]+\s[A-ZÀ-ÝА-ЯЁІЇЄ][\w’'-]+)"
)
"""A verb that no list has, in front of a full name: only what is said is followed so."""
_NO_VERBS: Final = words_in(
    "with from when while after before that which where against since because under over about into upon than like "
    "both near whose what pour avec dans mais chez sous vers sans comme lors para como pero sobre desde entre contra "
    "cuando donde nach über beim oder aber wenn doch dass nella dalla dopo come quando presso também quando pela pelo "
    "который когда после перед через около также против між після проти"
)
_REPORTED: Final = pattern(
    r"\s*\b(?:that|que|che|dass|что|що|the|his|her|their|it|he|she|they|there|this)\s[^,;:]{1,80}", re.IGNORECASE
)
"""Reported speech of which only the end is quoted: `said that the ruling “sends a message”`."""
_TO_WHOM: Final = pattern(r"\s[^,;:.]{1,40}\s")
_TO_US: Final = pattern(r"(?<=[\w»”\"],)\s(?:nous|m['’]|me|lui|leur|nos|mi|ci|le|les)\s?$|(?<=\w)\s(?:nous|nos|ci)\s?$")
"""Whom it was told, in front of the verb: `Marie nous a dit`."""
_DESCRIBED_TR: Final = pattern(r"[^\W\d_]{2,30}[ae]n\s((?:[A-ZÇĞİÖŞÜ][\w-]{1,30}\s){1,8}[A-ZÇĞİÖŞÜ][\w-]{1,30}\s?)$")
"""Who is described by a participle, with the name of another before that: `NAME’ın sözlerine yanıt veren NAME`."""
_DATED: Final = 40
_DATELINE: Final = pattern(r"\(?[^()\n]{3,50}(?:19|20)\d\d\)?\s?[-–—]{1,3}\s?(?=\S)")
"""Place and day that open a story and say nothing: `(New York - July 10, 1997) --`."""
_TOLD: Final = frozenset({"told", "tells", "has told", "have told", "had told", "告诉", "告訴"})
"""Verbs behind which stands who was spoken to."""
_ANNOUNCED_JA: Final = pattern(r"(?<=(?:語った|述べた|話した))。\s*$")
_SOURCE_WORD: Final = pattern(r"^\s*根?[据據]")
_ADDRESSEE: Final = pattern(
    r"^\s*(?:a|à)\s(?:(?:los|las|la|el|les|des)\s|l['’])?(?:\w+\s){1,3}?"
    r"(?=(?:una?|une|uma?|el|la|le|o|a)\s|[A-ZÁÉÍÓÚ]\w+\s[A-ZÁÉÍÓÚ])"
)
"""Whom it was told, in front of who told it: `contó a Amnistía Internacional un testigo`."""
_PARTICIPLES: Final = frozenset({"diyen"})
"""Verbs behind which the sentence goes on past the name."""
_CONNECTIVES: Final = words_in(
    "según como selon as wie come secondo segundo como как як и y e et und and l'a l’a comme dazu hierzu"
) | {"comme le", "comme la", "come", "como lo", "comme l'", "comme l’", "comme l'a", "comme l’a"}


def _subject(head: str) -> Speaker:
    """Who says it, in front of the verb; `In a letter the Ministry` is the Ministry, without `the` nobody we know."""
    plain = _SOURCE_WORD().sub("", head, count=1).strip()
    opens_aside = plain[:1].islower() or plain.partition(" ")[0].lower() in _PREPOSITIONS
    if "," in plain and opens_aside and (described := _described(plain)):
        return described
    if "," not in plain and plain.partition(" ")[0].lower() in _PREPOSITIONS:
        last = _LAST_NAME().search(plain) or _LAST_NOUN().search(plain)
        return (speaker_in(last[0]) if last else None) or NOBODY
    return speaker_in(plain) or Speaker()


def _described(clause: str) -> Speaker | None:
    """The last full name that an office follows, behind words on what it is about: `In response to X, NAME, chair`."""
    parts = clause.split(", ")
    named = (at for at in range(len(parts) - 2, 0, -1) if is_full_name(parts[at]) and is_role(parts[at + 1]))
    at = next(named, 0)
    return speaker_in(", ".join(parts[at:])) if at else None


_PREPOSITIONS: Final = words_in(
    "in on at after during for from as with asked dans lors en après tras durante nach bei nel dopo no na em в на "
    "после following speaking als angesichts anlässlich zu zum zur"
)
_LAST_NAME: Final = pattern(r"(?:[A-ZÀ-ÝА-ЯЁ][\w’'-]+ ){1,3}[A-ZÀ-ÝА-ЯЁ][\w’'-]+$")
_ARTICLES: Final = "the|a|an|his|her|la|le|el|il|der|die|das"
_LAST_NOUN: Final = pattern(rf"\b(?:{_ARTICLES})(?: (?!(?:{_ARTICLES}) )[\w’'-]+){{1,4}}$")


def _verbs_in(clause: str, language: str) -> Iterator[re.Match[str]]:
    """Verbs of saying; with a capital they are names, but for the first word: `Omar Said`, `Añadió:`."""
    return (
        verb
        for verb in verbs(language).finditer(clause)
        if not verb[0][0].isupper() or not clause[: verb.start()].strip(_LEAD)
    )


def _first_clause(text: str) -> str:
    text = text[:_LONGEST_CLAUSE]
    end = _CLAUSE_END().search(text)
    return text[: end.end()] if end else text


def _last_clause(text: str) -> str:
    near = text[-_LONGEST_CLAUSE:]
    ends = [end.end() for end in _CLAUSE_END().finditer(near.rstrip())]
    if ends or near == text:
        return near[ends[-1] :] if ends else near
    return near.partition(", ")[2] or near  # the sentence is longer, and its first words here may be half a name


def _inverted(clause: str, quote: str) -> Speaker | None:
    """The full name behind a verb that no list has; behind a mere term it is no verb: `the “law”, including ...`."""
    verb = _INVERTED().match(clause) if quote.endswith(_RUNS_ON) or quote.count(" ") >= _A_SENTENCE else None
    known = verb and verb[1] not in _NO_VERBS and not verb[1].endswith(("ing", "ando", "endo", "ant"))
    return speaker_in(clause[verb.end() :]) if verb and known else None


_A_SENTENCE: Final = 3
"""Blanks in a quotation that is no term."""


def _runs_on(clause: str, quote: str, language: str) -> bool:
    """Whether the sentence of the quotation goes on in the clause behind it, and does not announce the next one."""
    if clause.rstrip().endswith(_COLONS) and not quote.endswith(_COMMAS):
        return False
    if language in UNSPACED:
        return clause.startswith(("と", *_RUNS_ON)) or (
            quote.endswith(_COMMAS) or bool(_SHORT_SUBJECT().fullmatch(clause))
        )
    return quote.endswith(_RUNS_ON) or clause.lstrip().startswith(_RUNS_ON)


_SHORT_SUBJECT: Final = pattern(r"\w{2,20}(?:说|說|表示|指出|强调|強調)(?:道)?[。，]?\s*")


def _according(clause: str, language: str) -> Speaker | None:
    """The speaker of a sentence that begins with `according to`, or has `によると` behind the name."""
    if (lead := according(language).match(clause, len(clause) - len(clause.lstrip()))) is None:
        last = according_last(language).search(clause)
        return speaker_in(clause[: last.start()]) if last else None
    name, *rest = _COMMA().split(clause[lead.end() :].strip(), maxsplit=2)
    first = name.split(maxsplit=1)[0].lower() if name.strip(EDGES) else ""
    if not first or not (is_named(name) or first in _DETERMINERS):
        return None
    described = len(rest) > 1 and (not rest[1].strip() or is_role(rest[0]))
    return speaker_in(f"{name}, {rest[0]}" if described else name)


_COMMA: Final = pattern(r"[,،，]")
_DETERMINERS: Final = words_in(
    "the a an one his her their el la los las un una le les il lo i gli der die das den dem einem einer o os as um uma"
)


def _introduced(clause: str) -> Speaker | None:
    """`NAME (organisation):` and `NAME, Director:`; a name alone may be a heading, but not behind `Dazu`."""
    if not clause.rstrip().endswith(_COLONS):
        return None
    plain = clause.strip(EDGES + "\n")
    name = plain.removeprefix("Dazu ").removeprefix("Hierzu ")
    first, *rest = re.split(r",\s|\s\(", name, maxsplit=1)
    described = bool(rest) and (is_role(rest[0]) or "nternational" in rest[0])
    return speaker_in(name) if is_full_name(first) and (described or name != plain) else None


def _signature(text: str) -> Speaker | None:
    """The name behind a dash that ends a paragraph or line: `– Fatima Noor, refugee from Darfur`."""
    line = text.strip(EDGES + "\n")
    return speaker_in(line) if "\n" not in line and is_full_name(re.split(r",|\s\(", line, maxsplit=1)[0]) else None
