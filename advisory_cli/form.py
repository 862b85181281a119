"""The readable form of a record that goes to an editor, and back.

Lines ``field: value``, a blank line, the body. What cannot be written so (quotations, links) is read from the body
again when the body was changed.
"""

from dataclasses import replace

from advisory_cli.accession import FIELDS, field_text, with_changes
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
    """The record with what was changed in the form; raises `Misuse` naming the line that cannot be read."""
    head, _, body = text.replace("\r\n", "\n").partition("\n\n")
    lines = [line for line in head.split("\n") if line.strip() and not line.startswith("#")]
    if not lines:
        raise Misuse("the form is empty")
    changes = dict(map(_field, lines)) | {"body": body.strip("\n")}
    asked = {name: value for name, value in changes.items() if value != _shown(advisory, name)}
    changed = with_changes(advisory, asked)
    if changed.body == advisory.body:
        return changed
    return replace(changed, quotes=find_quotes(changed.body, changed.language), links=find_links(changed.body))


def _field(line: str) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    if not colon or name.strip() not in FIELDS:
        raise Misuse(f"{line[:60]!r} is no line of the form; write it as field: value")
    return name.strip(), value.strip()


def _shown(advisory: Advisory, name: str) -> str:
    text = field_text(advisory, name)
    return text.strip("\n") if name == "body" else " ".join(text.split())
