"""The index answers as the in-memory matcher does, however it came to be."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisory_cli.index import TantivyIndex
from advisory_cli.model import Advisory, Contact, Quote, Relation
from advisory_cli.ports import Sort
from advisory_cli.query import Query, matches, needles, parse_query, tiers
from advisory_cli.query.fields import corrections
from advisory_cli.text import mark
from tests.fakes import MemoryStore, an_advisory
from tests.oracle import understood

WORDS = (
    "torture", "Torture", "TORTURE", "clashes", "Zhanaozen", "Жаңаөзен", "пытки", "Пытки",
    "ёлка", "елка", "café", "cafe", "Cafe\u0301", "Đorđe", "straße", "STRASSE", "محمد",
    "مُحَمَّد", "تعذيب", "人権宣言", "人権", "アムネスティ", "ก่อน", "हिन्दी", "한국어", "O’Brien", "O'Brien",
    "Kazakhstan’s", "Kazakhstan's", "kazakhstan", "½", "ﷺ", "x_y", "31/00", "EUR", "57", "2012",
    "٢٠١٢", "a", "b", "c", "İstanbul", "istanbul", "Zhanaosen", "Janaozen", "ZHANAQZEN", "Жанаозене", "جاناوزن",
    "Gaddafi", "Kadhafi", "القذافي", "tortured", "torturing", "пытками", "présidents", "president", "prison",
    "Prison", "Poison", "poison", "condamné", "condamnes", "القذافى", "Iran", "إيران", "Иран", "Irak",
    "العراق", "Nazarbayev", "Nazarbaeva",
)  # fmt: skip
JOINS = (" ", " ", " ", "\n\n", ", ", "—", "\u00a0", " “")
REFERENCES = ("EUR 57/002/2012", "EUR 57/003/2012", "ASA 17/8490/2018", "MDE 13/009/1991", "NWS 11/WU 03/1999", None)
DATES = ("2012-03-22", "2012-03", "2012", "2011-12-31", "1991", None, "in spring")

SORTS: tuple[Sort, ...] = ("date", "oldest", "reference", "added")

CITES = Relation("cites", "EUR 57/002/2012")

sentences = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(JOINS)), max_size=6).map(
    lambda pairs: "".join(word + join for word, join in pairs)
)
advisories = st.builds(
    an_advisory,
    reference=st.sampled_from(REFERENCES),
    language=st.sampled_from(("en", "EN", "ru", "fr", "ar", "kk", "und")),
    kind=st.sampled_from(("media_advisory", "report")),
    date=st.sampled_from(DATES),
    title=st.none() | sentences,
    subtitle=st.none() | sentences,
    body=sentences,
    note=st.none() | sentences,
    organisation=st.sampled_from((None, "Amnesty International")),
    quotes=st.lists(st.builds(Quote, text=sentences, speaker=sentences), max_size=2).map(tuple),
    contacts=st.lists(st.builds(Contact, name=sentences), max_size=2).map(tuple),
    mentions=st.lists(st.sampled_from(REFERENCES[:-1]), max_size=2).map(tuple),
    relations=st.sampled_from(
        ((), (Relation("corrects", "EUR 57/002/2012"),), (Relation("supersedes", "EUR 57/003/2012"),), (CITES,))
    ),
    countries=st.sampled_from(((), ("KAZ",), ("KAZ", "CHN"))),
    region=st.sampled_from((None, "EUR")),
    status=st.sampled_from(("current", "current", "current", "withdrawn", "removed")),
    tags=st.lists(st.sampled_from(("Zhanaozen", "to check", "\ud800")), max_size=2).map(tuple),
)


@st.composite
def histories(draw: st.DrawFn) -> list[Advisory]:
    """Revisions as a store gets them: new texts, and new revisions of texts that are there."""
    revisions: list[Advisory] = []
    firsts: list[int] = []
    for number, advisory in enumerate(draw(st.lists(advisories, max_size=8)), 1):
        first = draw(st.sampled_from([number, *firsts]))
        firsts.append(first)
        revisions.append(replace(advisory, first=first, revision=firsts.count(first)))
    return revisions


SYNTAX = (
    "EUR 57/002/2012", "ref:EUR57/2/2012", "eur570022012ru", "ASA 17/8490/2018", "date:2012-03",
    "date:2011..2012-02", "date:..1999", "date:2012..", "year:2012", "country:KAZ",
    "country:Kazakhstan", "region:EUR", "kind:report", "language:ru", "tag:zhanaozen",
    'tag:"to check"', "status:removed", "status:withdrawn", "is:correction", "is:corrected", "is:revised",
    "has:quotes", "has:note", "title:torture", "body:cafe", "speaker:obrien", 'title:"a b"',
    "note:torture", "ref:57", "organisation:amnesty", "tort*", "=tort*", "Жаңа*", "=torture",
    '"torture clashes"', '"a b"~2', '"b a"~3', '"a a"~1', '"a b c"~2', "人権*", "unknown:word",
    "prison~", "poisons", "Al-Kadhafi", "ZHANAOZEN~",
    "!!!", "Zhanaozen~", "=Zhanaozen", "title:Zhanaosen", '"torturing prison"', '"Janaozen president"',
    '"Zhanaosen tortured"~3', "-Zhanaosen", "speaker:Kadhafi", '="Gaddafi prison"', 'torture -"tortured prison"',
)  # fmt: skip
atoms = st.sampled_from(WORDS) | st.sampled_from(SYNTAX)
queries = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(" ".join),
        st.lists(inner, min_size=2, max_size=3).map(" OR ".join),
        inner.map("({})".format),
        inner.map("NOT ({})".format),
        inner.map("-{}".format),
    ),
    max_leaves=5,
)


def found(index: TantivyIndex, store: MemoryStore, query: Query, sort: Sort = "relevance") -> list[int | None]:
    hits = index.search(query, sort=sort, limit=100)
    assert hits.total == len(hits.hits)
    return [store.read(hit.place).first for hit in hits.hits]


def expected(store: MemoryStore, query: Query) -> list[Advisory]:
    corrected, texts = corrected_in(store), [entry.advisory for entry in store.current()]
    asked = understood(query, texts)
    return [text for text in texts if matches(asked, text, corrected=corrected)]


def corrected_in(store: MemoryStore) -> set[str]:
    """What the texts that are not removed correct or supersede."""
    texts = (entry.advisory for entry in store.current())
    return {number for text in texts if text.status != "removed" for number in corrections(text)}


def tier_of(advisory: Advisory, query: Query, store: MemoryStore) -> int:
    corrected = corrected_in(store)
    asked = tiers(understood(query, [entry.advisory for entry in store.current()]))
    return next(at for at, tier in enumerate(asked) if matches(tier.query, advisory, corrected=corrected))


def fill(folder: Path, revisions: Sequence[Advisory], steps: Sequence[int]) -> tuple[MemoryStore, TantivyIndex]:
    """A store and an index that caught up whenever so many revisions had been written."""
    store, index = MemoryStore(), TantivyIndex(folder / "index")
    for number, revision in enumerate(revisions):
        store.add(revision)
        if number in steps:
            index.catch_up(store)
    index.catch_up(store)
    return store, index


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(histories(), st.lists(queries, min_size=1, max_size=12), st.lists(st.integers(0, 7)))
def test_index_finds_what_the_matcher_finds_in_the_order_of_tiers(
    revisions: list[Advisory], typed: list[str], steps: list[int]
) -> None:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        store, index = fill(Path(folder), revisions, steps)
        for query in map(parse_query, typed):
            wanted = {advisory.first: tier_of(advisory, query, store) for advisory in expected(store, query)}
            hits = found(index, store, query)
            assert sorted(hits, key=str) == sorted(wanted, key=str), query
            assert [wanted[first] for first in hits] == sorted(wanted.values()), query


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(histories(), queries, st.lists(st.integers(0, 7)))
def test_however_often_it_caught_up_the_answer_is_that_of_an_index_built_at_once(
    revisions: list[Advisory], typed: str, steps: list[int]
) -> None:
    query = parse_query(typed)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        store, index = fill(Path(folder), revisions, steps)
        at_once = TantivyIndex(Path(folder) / "other")
        at_once.catch_up(store)
        for sort in SORTS:
            assert found(index, store, query, sort) == found(at_once, store, query, sort)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(histories(), st.lists(queries, min_size=1, max_size=6))
def test_words_are_marked_that_the_index_found_as_if_each_had_been_compared(
    revisions: list[Advisory], typed: list[str]
) -> None:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        store, index = fill(Path(folder), revisions, [])
        for query in map(parse_query, typed):
            asked = understood(query, [entry.advisory for entry in store.current()])
            hits = index.search(query, sort="relevance", limit=100)
            for text in (store.read(hit.place) for hit in hits.hits):
                known = needles(query._replace(forms=hits.forms), "body", language=text.language.casefold())
                compared = needles(asked, "body", language=text.language.casefold())
                assert mark(text.body, known) == mark(text.body, compared)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(histories(), queries)
def test_every_order_has_all_hits_and_pages_of_it_fit_together(revisions: list[Advisory], typed: str) -> None:
    query = parse_query(typed)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        store, index = fill(Path(folder), revisions, [])
        wanted = {advisory.first for advisory in expected(store, query)}
        for sort in get_args(Sort):
            whole = tuple(index.search(query, sort=sort, limit=None).hits)
            assert {store.read(hit.place).first for hit in whole} == wanted
            pages = [index.search(query, sort=sort, limit=2, offset=offset).hits for offset in range(0, 10, 2)]
            assert tuple(hit for page in pages for hit in page) == whole
