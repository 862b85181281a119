"""The global options of one call, and the values that options of several commands have."""

from enum import StrEnum
from typing import NamedTuple


class Colour(StrEnum):
    """When output is coloured."""

    auto = "auto"
    always = "always"
    never = "never"


class Settings(NamedTuple):
    """The global options of one call."""

    lock_timeout: float
    colour: Colour
    asks: bool
    """Whether there is somebody to answer a question."""


class Sort(StrEnum):
    """Order of results."""

    relevance = "relevance"
    date = "date"
    oldest = "oldest"
    reference = "reference"
    added = "added"


class Format(StrEnum):
    """Form of results."""

    table = "table"
    tsv = "tsv"
    json = "json"
    ids = "ids"
