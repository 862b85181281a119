"""Whatever is done to an archive, in whatever order: what a plain list of texts says of it holds."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tinydb import TinyDB

from advisory_cli.actions.standing import reinstating, withdrawing
from advisory_cli.errors import Misuse, NotFound, NothingToUndo
from advisory_cli.model import Accession, Advisory
from advisory_cli.wiring import open_archive
from tests.fakes import an_advisory

WORDS = ("barley", "cedar", "hazel", "juniper", "willow")


@dataclass
class Text:
    """What should be known of a text: what each write left of it, and how many revisions it has."""

    number: int
    """That of its reference."""
    first: int
    """That of its first revision."""
    states: dict[int, tuple[str, str]] = field(default_factory=dict)
    """By the number of the write: how it stood then, and its word."""
    revisions: int = 0
    is_erased: bool = False

    @property
    def now(self) -> tuple[str, str]:
        """Its standing and its word."""
        return list(self.states.values())[-1] if self.states else ("removed", "")


class Machine(RuleBasedStateMachine):
    """An archive and the list of what should be in it."""

    @initialize()
    def begin(self) -> None:
        """An empty folder."""
        self.folder = Path(tempfile.mkdtemp())
        self.texts: dict[int, Text] = {}
        self.write = 0
        self.open()

    @rule()
    def open(self) -> None:
        """Another process comes."""
        self.archive = open_archive(self.folder / "a.json", tell=pytest.fail)

    @rule()
    def lose_the_index(self) -> None:
        """Somebody deletes it, as anybody may."""
        shutil.rmtree(self.folder / ".advisories.index", ignore_errors=True)
        self.open()

    @rule(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
    def add(self, words: list[str]) -> None:
        """Some new texts, as one write."""
        first = len(self.texts) + 1
        with self.archive.batch():
            outcomes = self.archive.add_many([_typed(first + at, word) for at, word in enumerate(words)])
        self.write += 1
        for at, (word, outcome) in enumerate(zip(words, outcomes, strict=True)):
            assert not isinstance(outcome, Exception)
            assert outcome.action == "added"
            text = self.texts[first + at] = Text(first + at, outcome.advisory.first or 0)
            self._note(text, "current", word)

    @precondition(lambda self: any(self._standing()))
    @rule(data=st.data(), word=st.sampled_from(WORDS))
    def edit(self, data: st.DataObject, word: str) -> None:
        """One text gets another word; its own again changes nothing."""
        text = self._one(data)
        standing, before = text.now
        outcome = self.archive.edit(replace(self._get(text), body=_body(word, text.number)))
        assert outcome.action == ("unchanged" if word == before else "revised")
        if word != before:
            self.write += 1
            self._note(text, standing, word)

    @precondition(lambda self: any(self._standing()))
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        """Some texts go out of all lists, as one write."""
        chosen = self._some(data)
        assert self.archive.remove([text.first for text in chosen]) == len(chosen)
        self.write += 1
        for text in chosen:
            self._note(text, "removed", text.now[1])

    @precondition(lambda self: any(self._standing()))
    @rule(data=st.data(), again=st.booleans())
    def withdraw(self, data: st.DataObject, *, again: bool) -> None:
        """Some texts are withdrawn, or stand again; of those that do so already nothing changes."""
        chosen = self._some(data)
        change, standing = (reinstating("error"), "current") if again else (withdrawing("wrong"), "withdrawn")
        changed = [text for text in chosen if text.now[0] != standing]
        assert self.archive.change([text.first for text in chosen], change) == len(changed)
        self.write += bool(changed)
        for text in changed:
            self._note(text, standing, text.now[1])

    @rule(count=st.integers(1, 3))
    def undo(self, count: int) -> None:
        """The last writes that were not taken back are."""
        writes = sorted({number for text in self.texts.values() for number in text.states}, reverse=True)[:count]
        if len(writes) < count:
            with pytest.raises((Misuse, NothingToUndo)):
                self.archive.undo(count)
            return
        assert len(self.archive.undo(count)) == count
        for text in self.texts.values():
            taken = [text.states.pop(number) for number in writes if number in text.states]
            text.revisions += len(taken)
        self.write += 1

    @precondition(lambda self: any(self._standing()))
    @rule(data=st.data())
    def purge(self, data: st.DataObject) -> None:
        """One text is erased for good."""
        text = self._one(data)
        self.archive.purge(self._get(text), reason="a witness asked for it")
        text.states, text.is_erased = {}, True
        self.write += 1

    @invariant()
    def is_as_told(self) -> None:
        """Every text is found as it stands, by number and by word, and nothing else is."""
        if not self.texts:
            return
        for text in self.texts.values():
            if text.now[0] == "removed":
                with pytest.raises(NotFound):
                    self.archive.get(f"#{text.first}")
            else:
                found = self._get(text)
                assert (found.status, found.body, found.first) == (
                    text.now[0],
                    _body(text.now[1], text.number),
                    text.first,
                )
        for word in WORDS:
            named = {row.advisory.first for row in self.archive.find(word, limit=None).rows}
            assert named == {text.first for text in self._standing() if text.now[1] == word}

    @invariant()
    def no_revision_is_lost(self) -> None:
        """History has each, numbered without a gap; the stock library sees them all, and a check finds nothing."""
        if not self.texts:
            return
        for text in self.texts.values():
            if text.is_erased:
                continue
            (line,) = self.archive.history(f"#{text.first}")
            assert [revision.revision for revision in line] == list(range(1, text.revisions + 1))
        with TinyDB(self.folder / "a.json", encoding="utf-8", access_mode="r") as stock:
            assert len(stock.table("advisories")) == sum(text.revisions for text in self.texts.values())
        self.archive.check(lambda finding: pytest.fail(str(finding)))

    def teardown(self) -> None:
        """Take the folder away."""
        shutil.rmtree(self.folder, ignore_errors=True)  # the index may still be merging

    def _note(self, text: Text, standing: str, word: str) -> None:
        text.states[self.write] = (standing, word)
        text.revisions += 1

    def _standing(self) -> Iterator[Text]:
        return (text for text in self.texts.values() if text.now[0] != "removed")

    def _one(self, data: st.DataObject) -> Text:
        return data.draw(st.sampled_from(list(self._standing())))

    def _some(self, data: st.DataObject) -> list[Text]:
        return data.draw(st.lists(st.sampled_from(list(self._standing())), min_size=1, max_size=3, unique_by=id))

    def _get(self, text: Text) -> Advisory:
        return self.archive.get(f"#{text.first}")


def _typed(number: int, word: str) -> Accession:
    return Accession(an_advisory(reference=f"EUR 57/{number:03}/2012", body=_body(word, number)))


def _body(word: str, number: int) -> str:
    return f"The {word} stood in garden {number}."


def test_nothing_is_lost_whatever_is_done_in_whatever_order() -> None:
    # 250 orders of thirty steps were run once
    run_state_machine_as_test(Machine, settings=settings(max_examples=10, stateful_step_count=15))
