"""Write into docs/reference.md what the program itself can tell: commands, topics, errors, record, words of queries.

python scripts/build_reference.py

Such a piece stands between ``<!-- generated: NAME -->`` and ``<!-- end -->``; the rest of the page is written by hand.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import typer

from advisory_cli import errors, model
from advisory_cli.cli.app import COMMANDS, app
from advisory_cli.cli.topics import TOPICS
from advisory_cli.query import fields, values
from advisory_cli.reference import REGIONS

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference.md"

PARTS = ("Quote", "Contact", "Link", "Relation", "Number", "Redaction", "Source")

MEANINGS = {
    "printed_reference": "As it stood in the document.",
    "organisation": "Who issued it, as printed.",
    "printed_kind": "As it stood in the document.",
    "title": "As printed.",
    "subtitle": "As printed.",
    "quotes": "What was said, see below.",
    "contacts": "Whom the press may call, see below.",
    "links": "Links as printed, see below.",
    "relations": "How this text stands to others, see below.",
    "region": f"One of {', '.join(REGIONS)}.",
    "numbers": "Numbers of other series, see below.",
    "printed_embargo": "As it stood in the document.",
    "status": "`current`, `withdrawn` or `removed`.",
    "reason": "Why it was withdrawn or removed.",
    "tags": "The archivist's own.",
    "note": "The archivist's own.",
    "source": "What it was read from, see below.",
    "confidence": f"For each field that was read how sure it is: {', '.join(get_args(model.Confidence))}.",
    "revision": "Number within the revisions of this text.",
    "action": "What made this revision: `add`, `revise`, `edit`, `tag`, `withdraw`, `remove`, ...",
    "kind": "See below.",
    "schema": "1.",
}
"""What a field means, where its own documentation says it for programmers or not at all."""


def build(page: str) -> str:
    """The page with every generated piece as it would be now."""
    return re.sub(r"(<!-- generated: ([a-z -]+) -->\n).*?(<!-- end -->)", _renewed, page, flags=re.DOTALL)


def _renewed(match: re.Match[str]) -> str:
    return "\n".join([match[1], *_PIECES[match[2]](), "", match[3]])


def _commands() -> Iterator[str]:
    group = typer.main.get_command(app)
    whole = _context(group, "advisory", None)
    yield from _help("advisory", group.get_help(whole))
    for name in COMMANDS:
        command = group.get_command(whole, name)  # type: ignore[attr-defined]
        yield ""
        yield from _help(f"advisory {name}", command.get_help(_context(command, name, whole)))


def _context(command: Any, name: str, parent: typer.Context | None) -> typer.Context:
    own = {**command.context_settings, "terminal_width": _WIDTH, "max_content_width": _WIDTH}
    return typer.Context(command, info_name=name, parent=parent, **own)


_WIDTH = 100


def _help(name: str, text: str) -> Iterator[str]:
    yield from (f"### {name}", "", "```text", *(line.rstrip() for line in text.rstrip().splitlines()), "```")


def _topic(name: str) -> Iterator[str]:
    yield from ("```text", TOPICS[name].rstrip(), "```")


def _errors() -> Iterator[str]:
    by_code: dict[int, list[str]] = defaultdict(list)
    for error in _below(errors.ArchiveError):
        by_code[error.exit_code].append(_sentence(error.__doc__))
    yield from ("| code | error |", "| --- | --- |")
    for code in sorted(by_code):
        yield from (f"| {code} | {meaning} |" for meaning in by_code[code])


def _below(error: type[errors.ArchiveError]) -> Iterator[type[errors.ArchiveError]]:
    for one in error.__subclasses__():
        if one.__module__ == errors.__name__:
            yield one
            yield from _below(one)


def _record() -> Iterator[str]:
    documented = _documented()
    yield from _table("Advisory", documented)
    for part in PARTS:
        yield from ("", f"**{part}**: {_sentence(getattr(model, part).__doc__)}", "")
        yield from _table(part, documented)
    yield from ("", f"Kinds: {_code(model.KINDS)}.", "", f"Relations: {_code(model.RELATIONS)}.")


def _table(name: str, documented: dict[tuple[str, str], tuple[str, str]]) -> Iterator[str]:
    yield from ("| name | holds | meaning |", "| --- | --- | --- |")
    for (owner, field), (type_, said) in documented.items():
        if owner == name and field != "extra":
            meaning = MEANINGS.get(field, "") if owner == "Advisory" else ""
            yield f"| `{field}` | {_holds(type_)} | {meaning or _sentence(said)} |"


def _documented() -> dict[tuple[str, str], tuple[str, str]]:
    """Type and documentation of each field of the model, as they stand in its source."""
    source = ast.parse(Path(model.__file__).read_text(encoding="utf-8"))
    classes = [one for one in source.body if isinstance(one, ast.ClassDef)]
    return {
        (owner.name, ast.unparse(field.target)): (ast.unparse(field.annotation), _said(behind))
        for owner in classes
        for field, behind in pairwise([*owner.body, ast.Pass()])
        if isinstance(field, ast.AnnAssign)
    }


def _said(node: ast.stmt) -> str:
    """The text of a documentation that stands behind its field."""
    value = node.value if isinstance(node, ast.Expr) else None
    return str(value.value) if isinstance(value, ast.Constant) else ""


def _holds(type_: str) -> str:
    """A type in words."""
    names = {"str": "text", "int": "number", "Status": "text", "Attribution": "text"}
    base, _, rest = type_.partition(" | ")
    many = re.fullmatch(r"tuple\[(\w+), \.\.\.\]", base)
    if many:
        word = f"list of {names.get(many[1], many[1])}"
    else:
        word = "object" if "Mapping" in base else names.get(base, base)
    return f"{word} or null" if rest == "None" else word


def _query_words() -> Iterator[str]:
    keywords = ("language", "date", "year", "country", "region", "kind", "tag", "status", "has", "is", "saved")
    text = [name for name in fields.TEXT_FIELDS if name != "other"]
    yield f"Fields of text: {_code(f'{name}:' for name in text)}."
    yield ""
    yield f"Fields of values: {_code(f'{name}:' for name in keywords)}."
    yield ""
    yield f"After `is:` {_code(fields.IS)}."
    yield ""
    yield f"After `has:` {_code(fields.HAS)}."
    yield ""
    yield f"After `status:` {_code(values.STATUSES)}; after `region:` {_code(REGIONS)}."
    yield ""
    yield f"After `kind:` {_code(model.KINDS)}."


def _code(words: Iterable[str]) -> str:
    return " ".join(f"`{word}`" for word in words)


def _sentence(text: str | None) -> str:
    """What a docstring says first, as Markdown."""
    plain = re.sub(r"``(.+?)``", r"`\1`", " ".join((text or "").split()))
    return re.split(r"(?<=\.) ", plain)[0].replace("None", "null")


_PIECES: dict[str, Callable[[], Iterator[str]]] = {
    "commands": _commands,
    "errors": _errors,
    "record": _record,
    "query words": _query_words,
} | {f"topic {name}": partial(_topic, name) for name in TOPICS}


def main() -> None:
    """Renew the page."""
    PAGE.write_text(build(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
