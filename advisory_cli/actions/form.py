"""The readable form of a record that goes to an editor, and back.

Lines ``field: value``, a blank line, the body. What cannot be written so (quotations, links) is read from the body
again when the body was changed.
"""

import re
from dataclasses import replace

from advisory_cli.actions.accession import FIELDS, field_text, with_changes
from advisory_cli.errors import Misuse
from advisory_cli.model import Advisory
from advisory_cli.parse.links import find_links
from advisory_cli.parse.quotes import find_quotes

_HEAD = """\
# Change what is wrong, save and leave. Lines with # at the top are left out.
# An empty value clears a field. The text begins behind the empty line.
"""


def to_form(advisory: Advisory) -> str:
    """The record as text to edit."""
    lines = (f"{name}: {' '.join(field_text(advisory, name).split())}" for name in FIELDS if name != "body")
    return _HEAD + "\n".join(lines) + "\n\n" + advisory.body + "\n"


def from_form(text: str, advisory: Advisory) -> Advisory:
    """The record with what was changed in the form; raises `Misuse` naming the line that cannot be read.

    A form that was only looked at gives back the very same record.
    """
    head, *rest = re.split(r"\n[^\S\n]*\n", _lines(text), maxsplit=1)
    lines = [line for line in head.split("\n") if line.strip() and not line.startswith("#")]
    if not lines:
        raise Misuse("the form is empty; leave it as it is where nothing is to change")
    if not rest and advisory.body.strip():
        raise Misuse("the empty line before the text is missing; put it back between the fields and the text")
    changes = dict(map(_field, lines)) | {"body": "".join(rest).strip("\n")}
    _refuse_fields_in_body(changes)
    asked = {name: value for name, value in changes.items() if value != _shown(advisory, name)}
    return with_body_read(with_changes(advisory, asked), advisory)


def with_body_read(changed: Advisory, before: Advisory) -> Advisory:
    """The record with quotations and links as its body has them, if that is another than before."""
    if changed.body == before.body:
        return changed
    return replace(changed, quotes=find_quotes(changed.body, changed.language), links=find_links(changed.body))


def _field(line: str) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    if not colon or name.strip() not in FIELDS:
        raise Misuse(f"{line[:60]!r} is no line of the form; write it as field: value")
    return name.strip(), value.strip()


def _refuse_fields_in_body(changes: dict[str, str]) -> None:
    """Where an empty line stands too high, the text would begin with fields and these be left out."""
    begin = changes["body"].partition(":")[0].strip()
    if begin in FIELDS and begin not in changes:
        raise Misuse(f"an empty line stands before {begin!r}, which is no part of the text; take that line out")


def _shown(advisory: Advisory, name: str) -> str:
    text = field_text(advisory, name)
    return _lines(f"{text}\n").strip("\n") if name == "body" else " ".join(text.split())


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")
