"""Saved searches: names, what is put in for them, and the file they lie in."""

import errno
import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.actions.saved import LONGEST, expand, named, query_text, uses_saved, with_search, without_search
from advisory_cli.errors import Damaged, Locked, Misuse, WriteFailed
from advisory_cli.log.disk import Disk
from advisory_cli.log.lock import hold
from advisory_cli.query import combine, filters, parse_query
from advisory_cli.store.searches import SearchFile
from advisory_cli.wiring import saved_searches
from tests.disks import refusal

SEARCHES = {"kaz": "country:KAZ", "old": "saved:kaz date:..2000 OR torture", "жаңаөзен-2011": "Жанаозен"}


@pytest.mark.parametrize(
    ("text", "expanded"),
    [
        ("saved:kaz", "(country:KAZ)"),
        ("SAVED:KAZ strike", "(country:KAZ) strike"),
        ("strike -saved:kaz", "strike -(country:KAZ)"),
        ("(saved:kaz OR saved:old)", "((country:KAZ) OR ((country:KAZ) date:..2000 OR torture))"),
        ('"saved:kaz" “saved:no” title:saved:no unsaved:no', '"saved:kaz" “saved:no” title:saved:no unsaved:no'),
        ("saved:Жаңаөзен-2011", "(Жанаозен)"),
        ("no names", "no names"),
    ],
)
def test_a_name_stands_for_its_query_in_brackets(text: str, expanded: str) -> None:
    assert expand(text, SEARCHES) == expanded


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("saved:kax", 'no saved search "kax"; did you mean "kaz"?'),
        ("saved:zzzzz", 'no saved search "zzzzz"; "advisory search --saved" lists them'),
        ("saved:", "'' cannot name a search; take one word of letters, digits, - and _, as in zhanaozen-2011"),
        ("saved:a/b", "'a/b' cannot name a search; take one word of letters, digits, - and _, as in zhanaozen-2011"),
        ('saved:"kaz"', "'' cannot name a search; take one word of letters, digits, - and _, as in zhanaozen-2011"),
    ],
)
def test_a_name_that_there_is_not_is_told(text: str, sentence: str) -> None:
    with pytest.raises(Misuse) as caught:
        expand(text, SEARCHES)
    assert str(caught.value) == sentence


def test_a_search_cannot_use_itself_however_far_round() -> None:
    searches = with_search(with_search({"a": "x"}, "b", "saved:a"), "c", "saved:b")
    with pytest.raises(Misuse, match="a saved search cannot use itself: a -> c -> b -> a; save one of them anew"):
        with_search(searches, "a", "x saved:c")
    with pytest.raises(Misuse, match="cannot use itself: a -> a"):
        expand("saved:a", {"a": "saved:a"})


def test_searches_that_grow_without_measure_are_refused() -> None:
    searches = {"s0": "word " * 100} | {f"s{n}": f"saved:s{n - 1} saved:s{n - 1}" for n in range(1, 19)}
    with pytest.raises(Misuse, match="a query of more than 65,536 characters"):
        expand("saved:s18", searches)


@pytest.mark.parametrize("name", ["", " ", "a b", "a:b", "_a", "-a", "a" * 61, "../a", "a\n b", '"a"'])
def test_names_are_one_simple_word(name: str) -> None:
    with pytest.raises(Misuse, match="cannot name a search"):
        named(name)


def test_names_are_the_same_in_any_case_and_composition() -> None:
    assert named("E\u0301t\u00c9") == named("été") == "été"


@pytest.mark.parametrize("query", ["(a", "a)", ")a(", '"a', "a ”", "“a"])
def test_what_would_change_the_query_around_it_is_not_saved(query: str) -> None:
    with pytest.raises(Misuse, match="has no partner"):
        with_search({}, "a", query)


@pytest.mark.parametrize("query", ["", " ", "a\x1b[31m"])
def test_what_cannot_be_read_is_not_saved(query: str) -> None:
    with pytest.raises(Misuse, match="nothing to save"):
        with_search({}, "a", query)


def test_forgetting_takes_one_away_and_needs_it_to_be_there() -> None:
    assert without_search(SEARCHES, "KAZ") == {name: SEARCHES[name] for name in ("old", "жаңаөзен-2011")}
    with pytest.raises(Misuse, match='no saved search "x"'):
        without_search(SEARCHES, "x")


@given(st.text(alphabet='saved:kzolx ()"-', max_size=40))
def test_any_query_expands_or_is_refused(text: str) -> None:
    try:
        expanded = expand(text, SEARCHES)
    except Misuse:
        assert uses_saved(text)
    else:
        assert len(expanded) <= LONGEST
        assert uses_saved(text) or expanded == text


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("torture OR strike", {"country": ["KAZ", "EUR 57"], "tag": ["fair trial", "x"]}),
        ("torture", {"kind": ["press_release"], "language": ["en", "ru"], "region": ["EUR"]}),
        ("", {"country": ["Kazakhstan"]}),
        ('"use of force"', {}),
    ],
)
@pytest.mark.parametrize(("since", "until"), [(None, None), ("2011-12", None), (None, "2012"), ("2011", "2012-03-22")])
def test_options_saved_as_text_ask_the_same(
    words: str, chosen: dict[str, list[str]], since: str | None, until: str | None
) -> None:
    text = query_text(words, chosen, since=since, until=until)
    asked = combine(parse_query(words), filters(**chosen, since=since, until=until))  # type: ignore[arg-type]
    assert set(map(repr, _parts(text))) == set(map(repr, getattr(asked.root, "parts", (asked.root,))))


def _parts(text: str) -> list[object]:
    root = parse_query(text).root
    return list(getattr(root, "parts", (root,))) if type(root).__name__ == "And" else [root]


def test_searches_lie_beside_the_archive_readable_by_the_owner_alone(tmp_path: Path) -> None:
    archive = tmp_path / "new" / "advisories.json"
    file = saved_searches(archive)
    assert file.read() == {}
    file.change(lambda searches: with_search(searches, "Kaz", "страна"))
    path = archive.with_name("saved-searches.json")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert json.loads(path.read_text(encoding="utf-8")) == {"schema": 1, "searches": {"kaz": "страна"}}
    assert saved_searches(archive).read() == {"kaz": "страна"}
    assert not archive.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[" * 100_000, b"[]", b"{}", b'{"schema": 2, "searches": {}}', b'{"schema": 1, "searches": []}',
        b'{"schema": 1, "searches": {"a": 1}}', b"\xff", b" " * 5_000_000,
    ],
)  # fmt: skip
def test_a_damaged_file_is_told_and_never_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "saved-searches.json"
    path.write_bytes(content)
    file = saved_searches(tmp_path / "advisories.json")
    with pytest.raises(Damaged, match="mend it in an editor"):
        file.read()
    with pytest.raises(Damaged):
        file.change(lambda searches: searches)
    assert path.read_bytes() == content


def test_a_refused_change_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = saved_searches(tmp_path / "advisories.json")
    file.change(lambda _: {"a": "b"})
    with pytest.raises(Misuse):
        file.change(lambda searches: with_search(searches, "c", "saved:c"))
    assert file.read() == {"a": "b"}


def test_a_change_waits_for_who_writes(tmp_path: Path) -> None:
    archive = tmp_path / "advisories.json"
    with hold(archive, 0, Disk()), pytest.raises(Locked):
        saved_searches(archive, lock_timeout=0).change(lambda searches: searches)


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "saved-searches.json").mkdir()
    with pytest.raises(Damaged, match="cannot be read"):
        saved_searches(tmp_path / "advisories.json").read()


def test_a_full_disk_is_told_and_changes_nothing(tmp_path: Path) -> None:
    archive = tmp_path / "advisories.json"
    saved_searches(archive).change(lambda _: {"a": "b"})

    def full(*_: object) -> None:
        raise refusal(errno.ENOSPC)

    with pytest.raises(WriteFailed, match="No space left"):
        SearchFile(archive, disk=Disk(replace=full)).change(lambda _: {})
    assert saved_searches(archive).read() == {"a": "b"}
