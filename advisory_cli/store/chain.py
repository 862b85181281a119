"""The chain: each revision names the hash of the one before it, so that no letter changes unseen."""

import json
from collections.abc import Mapping
from typing import Any


def digest(document: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of a document in canonical JSON (names sorted, no spaces, UTF-8): the same in any layout."""
    from hashlib import sha256  # noqa: PLC0415 - three thousandths of a second that only writers need to spend

    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
