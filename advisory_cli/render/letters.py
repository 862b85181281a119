"""JSON in readable letters, with nothing in it that a terminal acts on."""

import json
import re
from typing import Any

from advisory_cli.render.clean import UNSAFE


def dump(data: dict[str, Any]) -> str:
    """JSON in readable letters; what is unsafe on a terminal is escaped and reads back as it was."""
    return escaped(json.dumps(data, ensure_ascii=False, indent=2))


def escaped(text: str) -> str:
    """JSON with what is unsafe on a terminal escaped; it reads back as it was."""
    return text if text.isprintable() else UNSAFE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]
