"""Quotations and contacts in the forms that are handed on: without passages that are marked as not to go out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from advisory_cli.exchange.release import passages_marked, without_passages
from advisory_cli.model import Advisory, Contact, Redaction
from advisory_cli.query import Query, Value, combine
from advisory_cli.redaction import hide, is_in, wanted_by

if TYPE_CHECKING:
    from advisory_cli.actions.people import Person
    from advisory_cli.actions.voices import Said
    from advisory_cli.archive import Archive


def passages_in(archive: "Archive", asked: "Query | Iterable[Advisory]") -> tuple[Redaction, ...]:
    """The passages that are marked in any of these texts, or of those that answer a query."""
    if not isinstance(asked, Query):
        return passages_marked(asked)
    marked = archive.find(combine(asked, Query(Value("is", "redacted"))), limit=None)
    return passages_marked(row.advisory for row in marked.rows)


class Handing:
    """Takes passages out of what is handed on, and counts where it did."""

    def __init__(self, marks: Iterable[Redaction]) -> None:
        self._marks = tuple(marks)
        self._whole = tuple(mark._replace(field=None) if mark.field == "names" else mark for mark in self._marks)
        """The same, but names as they are in full: in an address book others have the same given name."""
        self.changed: dict[int | str | None, None] = {}
        """The texts or people in which something is hidden, each once."""

    def quotations(self, quotations: "Iterable[Said]") -> "Iterator[Said]":
        """Quotations, and what is said of their texts, with blocks; none of a text whose quotations are all marked."""
        for said in quotations:
            text = said.row.advisory
            found = without_passages(text, self._marks)
            person = None if said.person and is_in(said.person, wanted_by(self._marks)) else said.person
            if not found.hidden or found.advisory is None:
                yield said._replace(person=person)
                continue
            self.changed[text.first] = None
            marked = replace(found.advisory, redactions=text.redactions or self._marks)  # that it is, is still said
            if found.advisory.quotes:
                quote = found.advisory.quotes[text.quotes.index(said.quote)]
                yield said._replace(quote=quote, row=said.row._replace(advisory=marked), person=person)

    def people(self, people: "Iterable[Person]") -> "Iterator[Person]":
        """People without numbers and addresses that are marked; nobody whose name is, or of whom nothing is left."""
        for person in people:
            left = self._person(person)
            if left != person:
                self.changed[person.name or person.organisation] = None
            if left:
                yield left

    def _person(self, person: "Person") -> "Person | None":
        contact = Contact(person.name, person.role, person.organisation, person.phones, person.emails)
        if any(is_in(name, wanted_by(self._whole)) for name in (person.name or "", *person.spellings)):
            return None
        (left,) = hide(Advisory(contacts=(contact,)), self._whole).advisory.contacts or (Contact(),)
        if left == contact:
            return person
        if not (left.phones or left.emails):
            return None
        return person._replace(role=left.role, organisation=left.organisation, phones=left.phones, emails=left.emails)
