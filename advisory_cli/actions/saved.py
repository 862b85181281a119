"""Saved searches: a name for a query, and ``saved:NAME`` in another query. Pure: where they lie is not known here."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final
from unicodedata import normalize

from advisory_cli.errors import Misuse

Searches = Mapping[str, str]
"""Text of each query by its name, as `named` gives it."""

LONGEST: Final = 65_536
"""Characters of a query with all that it names put in."""
_DEEPEST: Final = 20
"""Searches within searches."""


def named(name: str) -> str:
    """The name of a search, in the one spelling under which it is kept; raises `Misuse` for what is no name."""
    folded = normalize("NFC", name.strip()).casefold()
    if not re.fullmatch(r"[^\W_][\w-]{0,59}", folded):
        raise Misuse(f"{name!r} cannot name a search; take one word of letters, digits, - and _, as in zhanaozen-2011")
    return folded


def with_search(searches: Searches, name: str, query: str) -> dict[str, str]:
    """The searches and this one, by name; raises `Misuse` for a query that could not be used by ``saved:NAME``."""
    _check(query)
    changed = dict(sorted({**searches, named(name): query}.items()))
    expand(f"saved:{name}", changed)
    return changed


def without_search(searches: Searches, name: str) -> dict[str, str]:
    """The searches but this one; raises `Misuse` if there is none of that name."""
    query_of(name, searches)
    return {other: query for other, query in searches.items() if other != named(name)}


def query_of(name: str, searches: Searches) -> str:
    """The query under a name; raises `Misuse` if there is none, with a name that may be meant."""
    found = searches.get(named(name))
    if found is None:
        from difflib import get_close_matches  # only who mistypes needs it

        near = get_close_matches(named(name), searches, n=1)
        hint = f'did you mean "{near[0]}"?' if near else '"advisory search --saved" lists them'
        raise Misuse(f'no saved search "{named(name)}"; {hint}')
    return found


def users_of(name: str, searches: Searches) -> tuple[str, ...]:
    """Names of the searches that name this one."""
    return tuple(other for other, query in searches.items() if named(name) in _names_in(query))


def uses_saved(text: str) -> bool:
    """Whether a query may name saved searches; told cheaply."""
    return "saved:" in text.lower()


def expand(text: str, searches: Searches) -> str:
    """The query with each ``saved:NAME`` outside of quotation marks replaced by what it stands for, in brackets.

    Raises `Misuse` for a name that there is not, a search that uses itself, and one that grows beyond `LONGEST`.
    """
    return _expanded(text, searches, ())


def query_text(words: str, filters: Mapping[str, Sequence[str]], *, since: str | None, until: str | None) -> str:
    """Words and filter options as one query: any of the values of a field, but all of the tags."""
    parts = [part for field, values in filters.items() for part in _parts(field, values)]
    if since or until:
        parts.append(f"date:{since or ''}..{until or ''}")
    return " ".join([f"({words})" if words and parts else words, *parts]).strip()


def _names_in(query: str) -> set[str]:
    return {match["name"].casefold() for match in _token().finditer(query) if match["name"]}


def _expanded(text: str, searches: Searches, inside: tuple[str, ...]) -> str:
    def put_in(match: re.Match[str]) -> str:
        if match["name"] is None:
            return match[0]
        name = named(match["name"])
        if name in inside or len(inside) == _DEEPEST:
            raise Misuse(f"a saved search cannot use itself: {' -> '.join((*inside, name))}; save one of them anew")
        return f"({_expanded(query_of(name, searches), searches, (*inside, name))})"

    expanded = _token().sub(put_in, text)
    if len(expanded) > LONGEST:
        raise Misuse(f"a query of more than {LONGEST:,} characters, saved searches put in, cannot be asked; shorten it")
    return expanded


@cache
def _token() -> re.Pattern[str]:
    return re.compile(rf"{_QUOTED}|(?<![\w:=]){_SAVED}:(?P<name>[^\s()\"“”„«»]*)")


_SAVED: Final = "(?i:saved)"
_QUOTED: Final = '["“„«][^"“”„«»]*["”“»]'


def _check(query: str) -> None:
    """Raise `Misuse` for a query that would change the meaning of what stands around it."""
    bare = re.sub(_QUOTED, "", query)
    depth = 0
    for sign in re.findall(r"[()]", bare):
        depth += 1 if sign == "(" else -1
        if depth < 0:
            break
    if depth or re.search('["“”„«»]', bare):
        raise Misuse(f"a bracket or quotation mark in {query[:60]!r} has no partner; saved searches need both")
    if not query.strip() or not query.isprintable():
        raise Misuse('nothing to save; type a query, as in "advisory search --save kaz country:KAZ"')


def _parts(field: str, values: Sequence[str]) -> list[str]:
    parts = [f'{field}:"{value}"' if re.search(r"[^\w.-]", value) else f"{field}:{value}" for value in values]
    return [f"({' OR '.join(parts)})"] if len(parts) > 1 and field != "tag" else parts
