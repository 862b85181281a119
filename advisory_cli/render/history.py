"""Revisions and what changed in them, and the writes that can be taken back: for a pipe, for a terminal, for programs.

What changed is marked by signs, which colour only repeats. Rich is imported by the functions for a terminal alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from advisory_cli.actions.history import Change, Line, changes, compare
from advisory_cli.model import SCHEMA, Advisory
from advisory_cli.render.changes import STYLES, shortened, signed
from advisory_cli.render.clean import clean
from advisory_cli.render.letters import dump
from advisory_cli.render.words import name_of, some_of, title_of
from advisory_cli.results import Write

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text


def history_text(revisions: Sequence[Advisory], number: int | None = None) -> str:
    """One text through time: what it is called, then every revision, or that one, with what it changed."""
    blocks = ("\n".join((_head(one), *_plain(before, one))) for before, one in _pairs(revisions, number))
    return "\n\n".join(("\n".join(_heading(revisions)), *blocks))


def history_view(revisions: Sequence[Advisory], number: int | None = None) -> "RenderableType":
    """`history_text` for a terminal."""
    from rich.console import Group
    from rich.text import Text

    name, *others = _heading(revisions)
    parts = [Text(name, style="advisory.title"), *(Text(line, style="advisory.warning") for line in others)]
    for before, one in _pairs(revisions, number):
        parts += [Text(), Text(_head(one), style="advisory.reference"), *_coloured(before, one)]
    return Group(*parts, Text())


def history_json(texts: Iterable[tuple[Sequence[Advisory], int | None]]) -> str:
    """Every revision of each text, or the one named, with ``changes``: field to ``before`` and ``after``."""
    records = [
        one.to_dict() | {"changes": {name: change._asdict() for name, change in changes(before, one).items()}}
        for revisions, number in texts
        for before, one in _pairs(revisions, number)
    ]
    return dump({"schema": SCHEMA, "total": len(records), "revisions": records})


def changes_text(before: Advisory, after: Advisory) -> str:
    """What is another than before, field by field."""
    return "\n".join(_plain(before, after))


def changes_view(before: Advisory, after: Advisory) -> "RenderableType":
    """`changes_text` for a terminal."""
    from rich.console import Group

    return Group(*_coloured(before, after))


def writes_text(writes: Iterable[Write], *, brief: bool = False) -> str:
    """Writes for a pipe: a number to give to ``undo``, batch, when, by whom, what was done, to which texts.

    All of these, or with `brief` the first few.
    """
    rows = (_cells(number, write, _FEW if brief else len(write.names)) for number, write in enumerate(writes, 1))
    return "\n".join(map("\t".join, rows))


def writes_table(writes: Iterable[Write]) -> "RenderableType":
    """Writes for a terminal, of each the first few texts."""
    from rich.text import Text

    from advisory_cli.render.columns import columns

    table = columns("Undo", "Write", "When", "By", "What", "Texts")
    for number, write in enumerate(writes, 1):
        table.add_row(*(Text(cell) for cell in _cells(number, write, _FEW)))
    return table


def write_lines(verb: str, write: Write) -> str:
    """A write and each of its texts, one a line: ``took back write 17 (edit 1)``."""
    names = (f"  {clean(name, lines=False)}" for name in write.names.values())
    return "\n".join((f"{verb} write {write.batch} ({_actions(write)})", *names))


def writes_json(name: str, writes: Iterable[Write]) -> str:
    """Writes as objects: ``batch``, ``at``, ``by``, ``actions`` and ``texts`` with ``first`` and ``name``."""
    return dump({"schema": SCHEMA, name: [_record(write) for write in writes]})


_FEW: Final = 5
"""Texts of a write that tell which one it was."""

_KEPT: Final = 5
"""Words that stayed and are shown on each side of a change within a long line."""

_LABELS: Final = {"confidence": "how sure", "extra": "other"}


class _Piece(NamedTuple):
    """A stretch of a printed line and what happened to it."""

    sign: str
    text: str


def _pairs(revisions: Sequence[Advisory], number: int | None) -> Iterator[tuple[Advisory | None, Advisory]]:
    """Each revision with the one before it, or that one alone."""
    pairs = zip((None, *revisions), revisions, strict=False)
    return (pair for pair in pairs if number is None or pair[1].revision == number)


def _heading(revisions: Sequence[Advisory]) -> Iterator[str]:
    """What the text is called, what it was called before, and that it is gone."""
    last = revisions[-1]
    yield f"{name_of(last)}  {title_of(last)}"
    for name, group in groupby(revisions, name_of):
        numbers = [one.revision for one in group]
        if name != name_of(last):
            yield f"was {name} in revision {_range(numbers)}"
    if last.action == "purge":
        yield f"purged: its text is erased for good ({clean(last.reason or 'no reason given', lines=False)})"
    elif last.status == "removed":
        yield "removed: gone from list and search; all of it is still here"


def _range(numbers: Sequence[int]) -> str:
    return f"{numbers[0]}" if len(numbers) == 1 else f"{numbers[0]} to {numbers[-1]}"


def _head(one: Advisory) -> str:
    """``revision 2  edit  2026-01-02T03:04:05Z  by Lydia  from report.txt (sha256 9b73e1803e5b)``."""
    source = one.source and f"from {one.source.name or 'a file'} (sha256 {one.source.sha256[:12]})"
    undoes = one.undoes and f"takes back write {one.undoes}"
    parts = (f"revision {one.revision}", one.action, one.at, one.by and f"by {one.by}", undoes, source)
    return "  ".join(clean(part, lines=False) for part in parts if part)


def _plain(before: Advisory | None, after: Advisory) -> Iterator[str]:
    for line in _lines(before, after):
        yield "".join(piece.text for piece in line)


def _coloured(before: Advisory | None, after: Advisory) -> "Iterator[Text]":
    from rich.text import Text

    for line in _lines(before, after):
        yield Text.assemble(*((piece.text, STYLES.get(piece.sign, "")) for piece in line))


def _lines(before: Advisory | None, after: Advisory) -> Iterator[tuple[_Piece, ...]]:
    """A field and under it what changed, line by line."""
    changed = changes(before, after)
    if after.action == "release":
        from advisory_cli.render.holds import release_in_words  # hardly any text is held

        yield (_Piece(" ", f"  {release_in_words(after)}"),)
    elif before is not None and not changed and after.action != "purge":
        yield (_Piece(" ", "  no change"),)
    for name, change in changed.items():
        yield (_Piece(" ", f"  {clean(_LABELS.get(name, name.replace('_', ' ')), lines=False)}"),)
        yield from map(_pieces, _compared(change))


def _compared(change: Change) -> Iterator[Line]:
    """What changed line by line; around lines of a text what stayed, for the reader to find the place."""
    lines = compare(*(tuple(_values(value)) for value in change))
    is_text = any(isinstance(value, str) for value in change)
    return (line for line in lines if is_text or line.sign in "-+~")


def _pieces(line: Line) -> tuple[_Piece, ...]:
    """A compared line as it is printed; in one that changed in places the signs stand where it did."""
    if line.sign != "~":
        text = f"    {line.sign} {''.join(clean(span.text) for span in line.spans)}"
        return (_Piece(line.sign, text.rstrip() if line.sign in " …" else text),)
    pieces = [_Piece(" ", "    ~ ")]
    for sign, text in line.spans:
        words = clean(text)
        kept = shortened(words, _KEPT) if sign == " " else words.rstrip() or words
        behind = "" if sign == " " else words[len(kept) :]
        pieces += [_Piece(sign, signed(sign, kept)), _Piece(" ", behind)]
    return tuple(pieces)


def _values(value: Any) -> Iterator[str]:
    """A value of the record line by line."""
    if isinstance(value, str):
        yield from value.split("\n") if value else ()
    elif isinstance(value, Mapping):
        yield from (f"{name}: {_in_line(part)}" for name, part in value.items() if part is not None)
    elif isinstance(value, list):
        yield from map(_in_line, value)
    elif value is not None:
        yield str(value)


def _in_line(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(_in_line(part) for part in value.values() if part)
    if isinstance(value, list):
        return ", ".join(map(_in_line, value))
    return " ".join(str(value).split("\n"))


def _cells(number: int, write: Write, names: int) -> tuple[str, ...]:
    texts = some_of([*write.names.values()], names)
    cells = (str(number), str(write.batch), write.at or "", write.by or "", _actions(write), texts)
    return tuple(clean(cell, lines=False) for cell in cells)


def _actions(write: Write) -> str:
    return ", ".join(f"{clean(action, lines=False)} {count}" for action, count in write.actions.items())


def _record(write: Write) -> dict[str, Any]:
    return {
        "batch": write.batch,
        "at": write.at,
        "by": write.by,
        "actions": dict(write.actions),
        "texts": [{"first": first, "name": name} for first, name in write.names.items()],
        "purged": list(write.purged),
    }
