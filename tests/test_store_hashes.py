"""Hashes are found by all their bytes, with the number that came first."""

from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.store import hashes
from advisory_cli.store.hashes import Hashes

# few different bytes: where one hash ends and a number begins, another may seem to stand
digests = st.lists(st.sampled_from((b"\0", b"\1")), min_size=32, max_size=32).map(b"".join)
named = st.lists(st.tuples(digests, st.integers(1, 10**18 - 1) | st.sampled_from((1, 256))))


@given(named, st.lists(digests), st.data())
def test_they_are_as_in_a_dictionary(named: list[tuple[bytes, int]], others: list[bytes], data: st.DataObject) -> None:
    found, wanted = Hashes(), dict[bytes, int]()
    for sha256, number in named:
        found.add(sha256, number)
        wanted.setdefault(sha256, number)
    seen = data.draw(st.sets(st.sampled_from(sorted(wanted)))) if wanted else set()
    for sha256 in (*seen, *others):
        found.see(sha256)
    assert {sha256: found.number(sha256) for sha256 in (*wanted, *others)} == {
        sha256: wanted.get(sha256) for sha256 in (*wanted, *others)
    }
    left = {sha256: number for sha256, number in wanted.items() if sha256 not in {*seen, *others}}
    assert dict(found.unseen()) == left
    assert [number for _, number in found.unseen()] == sorted(left.values())


def test_a_hash_is_not_found_across_two_others() -> None:
    found = Hashes()
    shelf = hash(b"\0" * 32) % hashes._SHELVES
    found._shelves[shelf] += b"\1" + b"\0" * 39 + b"\0" * 31 + b"\1" + b"\0" * 7 + b"\5"
    assert found.number(b"\0" * 32) is None
