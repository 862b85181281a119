"""Which texts of a list are corrected: the index and a plain look at every text say the same."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from advisory_cli.actions.corrections import Corrections
from advisory_cli.actions.standing import relating, removing
from advisory_cli.archive import Archive
from advisory_cli.index import TantivyIndex
from advisory_cli.model import CORRECTING, RELATIONS, Advisory, Relation
from advisory_cli.results import Row
from tests.fakes import MemoryStore, an_advisory

NUMBERS = [f"EUR 57/00{number}/2012" for number in range(1, 6)]

relations = st.lists(st.builds(Relation, st.sampled_from(RELATIONS), st.sampled_from(NUMBERS)), max_size=3).map(tuple)
texts = st.lists(st.builds(an_advisory, reference=st.sampled_from([None, *NUMBERS]), relations=relations), max_size=6)


def plainly(texts: list[Advisory], reference: str | None) -> set[str]:
    """The names of the texts that correct that number, found the long way."""
    return {
        text.name
        for text in texts
        if reference and text.reference != reference and text.status != "removed"
        for relation in text.relations
        if relation.type in CORRECTING and relation.reference == reference
    }


@settings(max_examples=25)
@given(added=texts, removed=st.sets(st.integers(0, 5)), later=relations)
def test_lists_and_single_texts_tell_the_same_corrections(
    added: list[Advisory], removed: set[int], later: tuple[Relation, ...]
) -> None:
    with TemporaryDirectory() as folder:
        store = MemoryStore(*added)
        archive = Archive(store, TantivyIndex(Path(folder) / "index"), now=lambda: "2026-01-02T03:04:05Z")
        archive.find("")
        archive.change([first for first in range(1, len(added) + 1) if first - 1 in removed], removing(None))
        own = [one for one in later if one.reference != (added[0].reference if added else None)]
        archive.change([1] if added and 0 not in removed else [], relating(own))
        now = [entry.advisory for entry in store.current()]
        for text in now:
            if text.status != "removed":
                (shown,) = [one for one in archive.show(f"#{text.first}") if one.advisory == text]
                assert set(shown.corrected_by) == plainly(now, text.reference)
        for row in archive.find("", limit=None).rows:
            assert set(row.corrected_by) == plainly(now, row.advisory.reference)


def test_rows_are_asked_about_some_hundreds_at_a_time(tmp_path: Path) -> None:
    store, index = MemoryStore(an_advisory()), TantivyIndex(tmp_path / "index")
    index.catch_up(store)
    read = 0

    def rows() -> Iterator[Row]:
        nonlocal read
        while True:
            read += 1
            yield Row(an_advisory())

    assert len(list(islice(Corrections(store, index).told(rows()), 3))) == 3
    assert read == 200
