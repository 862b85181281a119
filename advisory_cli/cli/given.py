"""The global options of one call."""

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
