"""Values of keyword fields as people write them → as records hold them."""

from collections.abc import Iterable
from typing import Final

from advisory_cli.model import KINDS
from advisory_cli.query.fields import HAS, IS, folded_tag, period
from advisory_cli.query.nodes import NOTHING, Dates, Node, Or, Value
from advisory_cli.reference import REGIONS

STATUSES: Final = ("current", "withdrawn", "removed")


class Unknown(ValueError):
    """A value that no record can hold, with a hint at what may have been meant."""

    def __init__(self, field: str, typed: str, hint: str) -> None:
        self.field = field
        what = f'"{field}:{typed}"' if field in {"is", "has"} else f'{field} "{typed}"'
        super().__init__(f"no {what}{hint and '; '}{hint}")


def value_node(field: str, typed: str) -> Node:
    """The node for a value of a keyword field; raises `Unknown` for a value that makes no sense there."""
    match field:
        case "country":
            return _country(typed)
        case "date" | "year":
            return dates(field, *_ends(typed))
        case "tag":
            return Value("tag", folded_tag(typed))
        case "language":
            return Value("language", _language(typed))
        case _:
            return Value(field, _choice(field, typed))


def dates(field: str, since: str | None, until: str | None) -> Dates:
    """A period with one or two ends, as precise as typed; raises `Unknown` for what is no date or runs backwards."""
    read = [_iso(field, end) if end else None for end in (since, until)]
    begin, end = period(read[0]), period(read[1])
    if begin and end and begin[0] > end[1]:
        raise Unknown(field, f"{since}..{until}", f"{until} is before {since}")
    return Dates(read[0], read[1])


def nearest(typed: str, known: Iterable[str]) -> str:
    """The known name that is spelled nearly like the typed one; empty if none is."""
    from difflib import get_close_matches  # only what was not understood needs it

    return next(iter(get_close_matches(typed, list(known), n=1, cutoff=0.6)), "")


_DATES: Final = "write it as 2012, 2012-03, 2012-03-22 or 2011-12..2012-03"
_CHOICES: Final = {"kind": KINDS, "region": REGIONS, "status": STATUSES, "has": HAS, "is": IS}


def _meant(near: str) -> str:
    return f'did you mean "{near}"?' if near else ""


def _country(typed: str) -> Node:
    from advisory_cli.places import countries_of, country_names

    codes = countries_of(typed)
    if not codes:
        raise Unknown("country", typed, _meant(nearest(typed.title(), country_names())))
    return Or(tuple(Value("country", code) for code in codes)) if len(codes) > 1 else Value("country", codes[0])


def _ends(typed: str) -> tuple[str | None, str | None]:
    """Both ends of ``2011-12..2012-03``; a single date is a period of its own."""
    since, dots, until = typed.partition("..")
    if not (since or until):
        raise Unknown("date", typed, _DATES)
    return since or None, (until or None) if dots else since


def _iso(field: str, typed: str) -> str:
    year, *rest = typed.strip().split("-")
    written = "-".join((year, *(part.zfill(2) for part in rest)))
    if period(written) is None:
        raise Unknown(field, typed, _DATES)
    return written


def _language(typed: str) -> str:
    primary = typed.strip().casefold().partition("-")[0]
    if not (primary.isascii() and primary.isalpha() and len(primary) in {2, 3}):
        raise Unknown("language", typed, "it is a code: en, fr, ru")
    return primary


def _choice(field: str, typed: str) -> str:
    """One of the slugs of a field, in any case, with blanks, in the plural."""
    known = _CHOICES[field]
    wanted = "_".join(typed.replace("-", " ").split())
    wanted = wanted.upper() if field == "region" else wanted.lower()
    for slug in (wanted, f"{wanted}s", wanted.removesuffix("s")):
        if slug in known:
            return slug
    raise Unknown(field, typed, _meant(nearest(wanted, known)) or f"take one of {', '.join(known)}")


def nothing_of(field: str, typed: str) -> Node:
    """What stands for an unknown value: it is held by no record."""
    return Value(field, typed.upper()) if field == "country" else NOTHING
