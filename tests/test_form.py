"""The readable form: there and back again, and no line lost on the way."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from advisory_cli.actions.form import from_form, to_form
from advisory_cli.errors import Misuse
from advisory_cli.model import Link, Quote
from tests.fakes import an_advisory

words = st.text(st.characters(codec="utf-8"), max_size=40)


@given(title=words, note=words, body=words, tags=st.lists(words, max_size=3))
@example(title="", note="", body="a line\r", tags=[])
def test_a_form_that_was_only_looked_at_changes_nothing(title: str, note: str, body: str, tags: list[str]) -> None:
    advisory = an_advisory(title=title or None, note=note or None, body=body, tags=tuple(tags))
    assert from_form(to_form(advisory), advisory) == advisory


@pytest.mark.parametrize("saved", [str.rstrip, lambda text: text + "\n\n", lambda text: text.replace("\n", "\r\n")])
def test_what_editors_do_to_line_ends_changes_nothing(saved: Callable[[str], str]) -> None:
    advisory = an_advisory(body="One paragraph.\n\nAnother.")
    assert from_form(saved(to_form(advisory)), advisory) == advisory


def test_an_empty_text_needs_no_empty_line() -> None:
    advisory = an_advisory(body="")
    assert from_form(to_form(advisory).rstrip(), advisory) == advisory


def test_what_is_changed_is_changed_and_quotations_are_read_again() -> None:
    advisory = an_advisory(quotes=(Quote("Old."),), links=(Link("old"),))
    form = to_form(advisory).replace("title: Kazakhstan’s", "title: Our").replace("remain", "stay")
    changed = from_form(form, advisory)
    assert changed == replace(
        advisory,
        title="Our failure to find truth about violent clashes",
        body=advisory.body.replace("remain", "stay"),
        quotes=(),
        links=(),
        confidence={"title": "found", "body": "found"},
    )


def test_an_empty_value_clears_and_a_line_left_out_keeps() -> None:
    advisory = an_advisory(note="ours", organisation="AI")
    lines = to_form(advisory).replace("note: ours", "note:").split("\n")
    changed = from_form("\n".join(line for line in lines if not line.startswith("organisation")), advisory)
    assert (changed.note, changed.organisation) == (None, "AI")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("date: ", "date: the ", "no date"),
        ("date: ", "day: ", "no line of the form"),
        ("\n\n", "\n", "empty line before the text is missing"),
        ("\ntitle: ", "\n\ntitle: ", "an empty line stands before 'title'"),
        ("\ntitle: ", "\n  \ntitle: ", "an empty line stands before 'title'"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(before: str, after: str, said: str) -> None:
    advisory = an_advisory()
    with pytest.raises(Misuse, match=said):
        from_form(to_form(advisory).replace(before, after), advisory)


@pytest.mark.parametrize("form", ["", "\n\n", "# only this\n\ntext\n"])
def test_an_empty_form_is_refused(form: str) -> None:
    with pytest.raises(Misuse, match="empty"):
        from_form(form, an_advisory())
