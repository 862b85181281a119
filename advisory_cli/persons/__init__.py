"""Printed names of people: read apart, compared, and joined where they are one person."""

from advisory_cli.persons.name import lone_word, tidy
from advisory_cli.persons.parts import parts
from advisory_cli.persons.people import People

__all__ = ["People", "lone_word", "parts", "tidy"]
