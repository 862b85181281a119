"""What a check of a manuscript found: by place for a terminal, one line each for a pipe, one object for programs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from advisory_cli.actions.history import Span
from advisory_cli.check import Change, Cited, Marked, Passage, Quotation, Report
from advisory_cli.model import SCHEMA
from advisory_cli.release import Hold
from advisory_cli.render.changes import STYLES, shortened, signed
from advisory_cli.render.clean import clean, tabbed
from advisory_cli.render.holds import hold_in_words, hold_record
from advisory_cli.render.letters import dump
from advisory_cli.render.words import counted, language_in_words

if TYPE_CHECKING:
    from rich.console import RenderableType


def report_lines(report: Report) -> Iterator[str]:
    """Line of the manuscript, what it is, what was found, the text of the archive, the words, what to do; all of it."""
    for entry in _entries(report):
        words = "".join(signed(*span) for span in entry.words)
        lines = ",".join(map(str, entry.lines))
        cells = (lines, entry.part, entry.verdict, entry.where, words, entry.advice)
        yield tabbed(cells)


def report_view(report: Report) -> "RenderableType":
    """What there is something to say of, by place in the manuscript."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    parts: list[RenderableType] = []
    for entry in _entries(report):
        if entry.is_finding or entry.advice:
            lines = ", ".join(map(str, entry.lines[:_FEW])) + (" …" if len(entry.lines) > _FEW else "")
            style = "advisory.warning" if entry.is_finding else "advisory.label"
            head = Text.assemble(f"line {lines}  ", (entry.verdict, style), f" {entry.part}")
            head.append(f"  {clean(entry.where, lines=False)}", "advisory.reference")
            parts += [head, Padding(_words(entry.words), (0, 0, 0, 4))]
            parts.append(Padding(Text(clean(entry.advice, lines=False), "advisory.label"), (0, 0, 1, 4)))
    return Group(*parts)


def report_json(report: Report, *, source: str, findings: int) -> str:
    """``references``, ``quotations`` and ``passages`` in the order of the manuscript, and ``totals``."""
    data = {
        "schema": SCHEMA,
        "source": source,
        "language": report.language,
        "references": [{**_plain(one), "finding": one.is_finding} for one in report.references],
        "quotations": [{**_plain(one), "finding": one.is_finding} for one in report.quotations],
        "passages": [_plain(one) for one in report.passages],
        "marked": [_plain(one) for one in report.marked],
        "totals": {
            "references": _counts(_STANDINGS, (one.standing for one in report.references)),
            "quotations": {**_counts(_VERDICTS, (one.verdict for one in report.quotations)), "short": report.short},
            "passages": len(report.passages),
            "marked": len(report.marked),
            "findings": findings,
        },
    }
    return dump(data)


def summary(report: Report, findings: int) -> str:
    """Totals in one sentence."""
    references = _counts(_STANDINGS, (one.standing for one in report.references))
    quotations = _counts(_VERDICTS, (one.verdict for one in report.quotations))
    marked = [f"{counted(len(report.marked), 'marked passage')} that must not go out"] if report.marked else []
    short = [f"{report.short:,} too short to look for"] if report.short else []
    parts = (
        _total(len(report.references), "reference", _told(references)),
        _total(len(report.quotations) + report.short, "quotation", [*_told(quotations), *short]),
        _total(len(report.passages), "passage", []) + " taken over without credit",
        *marked,
        _total(findings, "finding", []),
    )
    return "; ".join(parts)


_STANDINGS: Final = ("standing", "corrected", "withdrawn", "removed", "unknown")
_VERDICTS: Final = ("verbatim", "altered", "absent", "translated")
_DAY: Final = len("2012-03-22")
_FEW: Final = 8
_KEPT: Final = 8
"""Words that did not change and are shown on each side of a change."""
_CHANGES: Final = {
    "words": "other words",
    "left out": "words left out without …",
    "put in": "words put in without [ ]",
    "joined": "sentences joined that stand apart",
    "sentences": "another end of a sentence",
    "letters": "other letters",
    "ellipsis": "words left out with …",
    "brackets": "words in [ ]",
    "hyphens": "other blanks or hyphens",
    "punctuation": "other punctuation",
}


class _Entry(NamedTuple):
    """One thing that was looked at."""

    lines: tuple[int, ...]
    part: str
    verdict: str
    where: str
    words: tuple[Span, ...]
    advice: str
    """What was found and what to do; nothing where all is well."""
    is_finding: bool


def _entries(report: Report) -> list[_Entry]:
    found = [
        *map(_reference, report.references),
        *map(_quotation, report.quotations),
        *map(_passage, report.passages),
        *map(_marked, report.marked),
    ]
    return sorted(found, key=lambda entry: entry.lines[0])


def _reference(one: Cited) -> _Entry:
    return _Entry(
        one.lines,
        "reference",
        one.standing,
        one.reference,
        (Span(" ", one.title or one.printed),),
        "; ".join(_about_reference(one)),
        one.is_finding,
    )


def _about_reference(one: Cited) -> Iterator[str]:
    reason = f" ({one.reason})" if one.reason else ""
    if one.by:
        yield f"corrected or superseded by {_listed(one.by)}: read that first"
    if one.standing == "withdrawn":
        yield f"withdrawn{reason}: do not rely on it"
    if one.standing == "removed":
        yield f'removed from the archive{reason}; "advisory history {one.reference}" still has it'
    if one.standing == "unknown":
        yield f"not in the archive; did you mean {' or '.join(one.near)}?" if one.near else "not in the archive"
    if one.corrected:
        before = f'"advisory history {one.reference}" has what it said before'
        yield f"its text was corrected on {one.corrected[:_DAY]}: {before}"
    if one.is_foreign:
        yield f"held only in {_listed(map(language_in_words, one.languages))}"
    yield from map(_held_back, one.holds)


def _quotation(one: Quotation) -> _Entry:
    return _Entry(
        (one.line,),
        "quotation",
        one.verdict,
        one.source.name if one.source else "",
        one.difference or (Span(" ", one.text),),
        "; ".join(_about_quotation(one)),
        one.is_finding,
    )


def _about_quotation(one: Quotation) -> Iterator[str]:
    told = _listed(dict.fromkeys(_allowed(change) for change in one.changes if change.is_allowed))
    if one.older:
        when = f" on {one.older.replaced[:_DAY]}" if one.older.replaced else ""
        yield f"stood so in revision {one.older.revision}, which was replaced{when}: quote what stands now"
    elif one.verdict == "altered":
        wrong = _listed(dict.fromkeys(_CHANGES[change.kind] for change in one.changes if not change.is_allowed))
        yield f"{wrong}: quote it as it stands, or mark what you changed"
    if one.verdict == "absent" and not one.older:
        yield "not in the archive: check it where you have it from"
    if one.verdict == "translated" and one.source:
        languages = _listed(map(language_in_words, one.languages))
        yield f"held only in {languages}: a translation cannot be compared word by word"
    if told:
        yield f"allowed: {told}"
    if one.archive_speaker:
        yield f"here said by {one.speaker}, in the archive by {one.archive_speaker}"
    if one.elsewhere:
        yield f"not in {_listed(one.elsewhere)}, which is named beside it: name the text it stands in"
    if one.source and one.source.standing != "standing" and one.verdict in {"verbatim", "altered"}:
        yield f"from a text that is {one.source.standing}"
    if one.source and one.verdict != "translated":
        yield from map(_held_back, one.source.holds)


def _allowed(change: Change) -> str:
    """What was changed; of insertions also what they stand for."""
    if change.kind == "brackets" and change.archive:
        return f"{change.theirs} for {change.archive}"
    return _CHANGES[change.kind]


def _passage(one: Passage) -> _Entry:
    return _Entry(
        (one.line,),
        "passage",
        "uncredited",
        _listed(source.name for source in one.sources),
        (Span(" ", one.text),),
        "; ".join(
            (
                f"{one.words} words as in the archive, without marks or number: quote it, or name its source",
                *dict.fromkeys(_held_back(hold) for source in one.sources for hold in source.holds),
            )
        ),
        is_finding=True,
    )


def _marked(one: Marked) -> _Entry:
    reason = f" ({one.reason})" if one.reason else ""
    advice = f"marked in the archive as not to go out{reason}: take it out"
    return _Entry(one.lines, "passage", "marked", _listed(one.names), (Span(" ", one.text),), advice, is_finding=True)


def _held_back(hold: Hold) -> str:
    return f"{hold_in_words(hold)}: it must not go out yet" if hold.why == "embargoed" else "for internal use only"


def _words(spans: Sequence[Span]) -> "RenderableType":
    """The words with what differs marked, what did not change cut short."""
    from rich.text import Text

    text, is_all = Text(), len(spans) == 1
    for at, (sign, words) in enumerate(spans):
        edges = {"begins": at > 0 or is_all, "ends": at < len(spans) - 1 or is_all}  # there a change stands beside it
        shown = shortened(words, _KEPT, **edges) if sign == " " else words
        text.append(signed(sign, clean(shown, lines=False)), STYLES.get(sign))
    return text


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _total(count: int, noun: str, told: Sequence[str]) -> str:
    return f"{counted(count, noun)} ({', '.join(told)})" if told else counted(count, noun)


def _counts(names: Sequence[str], values: Iterable[str]) -> dict[str, int]:
    counted = Counter(values)
    return {name: counted[name] for name in names}


def _told(counts: dict[str, int]) -> list[str]:
    return [f"{count:,} {name}" for name, count in counts.items() if count]


def _plain(value: Any) -> Any:
    """A value of the check as JSON has it."""
    if isinstance(value, Hold):
        return hold_record(value)
    if hasattr(value, "_fields"):
        return {name: _plain(getattr(value, name)) for name in value._fields}
    return list(map(_plain, value)) if isinstance(value, tuple) else value
