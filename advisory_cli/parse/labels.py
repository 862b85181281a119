"""What the labels of index numbers are known by, before any of them is read."""

from typing import Final


def labels_in(text: str) -> int:
    """How many labels of index numbers may stand in a text, counted cheaply; never less than there are."""
    return sum(map(text.count, _LATIN if text.isascii() else LABELS))


_LATIN: Final = ("ndex", "NDEX")
LABELS: Final = (*_LATIN, "ndice", "NDICE", "ndeks", "ндекс", "НДЕКС", "رقم", "番号", "索引", "インデックス")
"""What every spelling of the label contains."""
