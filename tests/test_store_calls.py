"""Whom a text says to call is read from its line as if all of it were read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.actions.people import Contacts, as_of
from advisory_cli.log import write_line
from advisory_cli.model import Contact, Redaction
from advisory_cli.ports import Place
from advisory_cli.store import TinyStore
from advisory_cli.store.calls import read_calls
from tests.fakes import an_advisory

words = st.text() | st.sampled_from(
    ['"contacts": [', ', "links": [', '\\", "contacts": [{', '"id": 7, "first": 7, "revision": ']
)
contacts = st.builds(Contact, st.none() | words, st.none() | words, st.none() | words, st.lists(words).map(tuple))


@given(
    reference=st.none() | words,
    organisation=st.none() | words,
    date=st.none() | words,
    title=words,
    body=words,
    note=words,
    distribution=st.none() | words,
    contacts=st.lists(contacts).map(tuple),
)
def test_a_line_of_ours_says_what_all_of_it_says(**values: object) -> None:
    advisory = an_advisory(id=3, first=2, **values)
    found = read_calls(write_line(3, advisory.to_dict()))
    assert found is not None
    for name in ("reference", "language", "organisation", "date", "contacts", "distribution", "status", "id", "first"):
        assert getattr(found, name) == getattr(advisory, name)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b'"1": {}',
        write_line(1, an_advisory(id=2, first=2).to_dict()),
        write_line(1, dict(reversed(an_advisory(id=1, first=1).to_dict().items()))),
        write_line(1, an_advisory(id=1, first=1).to_dict() | {"contacts": [{"name": 5}]}),
        write_line(1, an_advisory(id=1, first=1, redactions=(Redaction("body", "x"),)).to_dict()),
    ],
)
def test_any_other_line_is_read_as_a_whole(line: bytes) -> None:
    assert read_calls(line) is None


def test_a_roll_is_the_same_either_way(tmp_path: Path) -> None:
    store = TinyStore(tmp_path / "advisories.json", tell=lambda _: None)
    with store.writing():
        store.append([an_advisory(contacts=(Contact("Ann", phones=(str(number),)),)) for number in range(3)])
    short, whole = (Contacts(as_of("2012-04")) for _ in range(2))
    for place, advisory in store.entries():
        (text,) = store.calls([Place(*place)])
        short.add(text)
        whole.add(advisory)
    assert short.roll() == whole.roll()
