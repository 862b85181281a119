"""Correcting a record: what an edit comes to, given what is there."""

from dataclasses import replace

from advisory_cli.actions.lookup import Lookup, content_of, name_of, was_removed
from advisory_cli.errors import NameTaken, NotFound, Outdated
from advisory_cli.model import Advisory
from advisory_cli.reference import Target
from advisory_cli.results import Outcome


def edited(changed: Advisory, lookup: Lookup) -> Outcome:
    """The next revision, or that nothing changes; raises `NotFound`, `Removed`, `Outdated` or `NameTaken`."""
    revisions = lookup.revisions("first", changed.first or 0)
    if not revisions:
        raise NotFound(changed.name)
    current = revisions[-1]
    if current.status == "removed":
        raise was_removed(current, Target(id=current.first))
    if current.id != changed.id:
        who = f" by {current.by}" if current.by else ""
        what = f"{current.name} was changed{who} (revision {current.revision}, {current.action})"
        raise Outdated(what, "look at it and edit it again")
    if content_of(current) == content_of(changed):
        return Outcome("unchanged", current)
    if name_of(current) != name_of(changed) and (held := lookup.same_name(changed)):
        raise NameTaken(changed.name, f"#{held[0].first}")
    return Outcome("revised", replace(changed, action="edit", revision=current.revision + 1))
