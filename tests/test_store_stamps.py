"""Stamps of revisions are read without the text, and are those of the whole revision."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.log import Line, parse_line, write_line
from advisory_cli.model import Advisory
from advisory_cli.ports import Entry, Place, Stamp
from advisory_cli.store import TinyStore
from advisory_cli.store.stamps import read_stamp
from tests.fakes import an_advisory

LOOKALIKE = '"id": 9, "first": 9, "revision": 9, "action": "add", "at": null, "by": null, "batch": 9, "undoes": null'


def line_of(advisory: Advisory, number: int = 7) -> Line:
    return Line(100, write_line(number, advisory.to_dict()))


@given(
    texts=st.lists(st.text() | st.sampled_from([LOOKALIKE, '"', "\\\\"]), min_size=4, max_size=4),
    reference=st.none() | st.just("EUR 57/002/2012"),
    numbers=st.lists(st.integers(1, 10**12), min_size=3, max_size=3),
    undoes=st.none() | st.integers(1, 99),
)
def test_a_stamp_is_that_of_the_whole_revision(
    texts: list[str], reference: str | None, numbers: list[int], undoes: int | None
) -> None:
    title, body, printed, by = texts
    first, revision, batch = numbers
    advisory = an_advisory(
        reference=reference,
        title=title,
        body=body,
        printed_reference=printed,
        by=by,
        id=7,
        first=first,
        revision=revision,
        batch=batch,
        undoes=undoes,
        action="edit",
        at="2026-01-02T03:04:05Z",
        previous="ab" * 32,
    )
    line = line_of(advisory)
    whole = Stamp.of(Entry(Place(100, len(line.content)), Advisory.from_dict(parse_line(line.content)[1])))
    assert read_stamp(line) in (whole, *((None,) if len(by) > 100 else ()))


@pytest.mark.parametrize("changes", [{"extra": {"shelf": 3}}, {"first": None}, {"batch": None}, {"language": "x-1"}])
def test_what_this_version_did_not_write_is_left_to_be_read_as_a_whole(changes: dict[str, object]) -> None:
    assert read_stamp(line_of(an_advisory(id=7, first=7, batch=7))) is not None
    assert read_stamp(line_of(an_advisory(**{"id": 7, "first": 7, "batch": 7, **changes}))) is None
    assert read_stamp(line_of(an_advisory(id=7, first=7, batch=7), number=8)) is None


@pytest.mark.parametrize("content", [b"", b'"7": {}', b'"7": {"id": 7}', b"\x00" * 2000])
def test_what_is_no_revision_has_no_stamp(content: bytes) -> None:
    assert read_stamp(Line(0, content)) is None


def test_stamps_are_read_newest_first_whoever_wrote(tmp_path: Path) -> None:
    store = TinyStore(tmp_path / "advisories.json", tell=print)
    with store.writing():
        store.append([an_advisory(), an_advisory(reference=None, extra={"shelf": 3})])
    store.db.table("advisories").insert({"title": "by another program"})
    assert list(store.stamps()) == [Stamp.of(entry) for entry in store.entries()][::-1]
    told = [(one.batch, one.name) for one in store.stamps()]
    assert told == [(3, "#3 (und)"), (1, "#2 (en)"), (1, "EUR 57/002/2012 (en)")]
