"""The chain: each revision names the hash of the one before it, so that no letter changes unseen."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def digest(document: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of a document in canonical JSON (names sorted, no spaces, UTF-8): the same in any layout."""
    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
