"""A row from elsewhere as an accession: its columns under our names, each value checked, the rest kept as it is."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from typing import Any, Final, NamedTuple

from advisory_cli.actions.accession import FIELDS, read_field
from advisory_cli.errors import ArchiveError, InvalidRecord, Misuse, Unreadable
from advisory_cli.exchange.cells import LISTS, PARTS
from advisory_cli.exchange.ninjs import from_ninjs, is_ninjs
from advisory_cli.model import ORIGIN, Accession, Advisory, Confidence, Document, Source, is_date
from advisory_cli.places import countries_of
from advisory_cli.sources import LIMIT
from advisory_cli.sources.extracted import LONGEST, mebibytes


class Row(NamedTuple):
    """A row of a file, or why it is none."""

    where: str
    """File and row, as the user finds it: ``list.csv, row 5``."""
    record: Mapping[str, Any]
    error: str | None = None


class Columns:
    """Which column each of our fields is read from, where it is not called the same; dots lead into parts."""

    def __init__(self, named: Mapping[str, str]) -> None:
        self.named = named
        self.unmet = dict(named)
        """Those of which no row so far had anything."""

    @classmethod
    def parse(cls, mapping: Mapping[str, str]) -> "Columns":
        """What ``--map`` says; raises `Misuse` for a field that there is not."""
        for field in mapping:
            if field not in FROM_ELSEWHERE:
                raise Misuse(f"there is no field {field!r} to map to; take one of {', '.join(FROM_ELSEWHERE)}")
        return cls(mapping)

    def accession(self, row: Row) -> Accession | ArchiveError:
        """The row as an accession, or a sentence that names row, column and value."""
        try:
            if row.error:
                raise ValueError(row.error)  # noqa: TRY301 - one way for all that can be wrong with a row
            return self._accession(row)
        except (ValueError, ArchiveError) as error:
            return Unreadable(row.where, str(error))

    def _accession(self, row: Row) -> Accession:
        if _depth(row.record) > _DEEPEST:
            raise ValueError("it is nested too deeply")
        record = from_ninjs(row.record) if is_ninjs(row.record) else row.record
        taken = self._values(record)
        advisory = _advisory({name: value for name, (_, value) in taken.items()}, taken, row.where)
        if not (advisory.title or advisory.body.strip()):
            raise ValueError(f"it has neither title nor body; its columns are {_names(record)}: name them with --map")
        used = {column.partition(".")[0] for column, _ in taken.values()}
        left = {name: value for name, value in record.items() if name not in used | _OURS}
        extra = {name: value for name, value in left.items() if value not in (None, "")}
        document = _document(row)
        _check_length(record, document)
        advisory = replace(advisory, extra=extra, source=document.source)
        given = frozenset(taken) - {"confidence"}
        held_as, read_from = _whole(record.get("first")), _at(record, "source.sha256")
        read_from = read_from if isinstance(read_from, str) else None
        return Accession(advisory, document, given=given, held_as=held_as, read_from=read_from)

    def _values(self, record: Mapping[str, Any]) -> dict[str, tuple[str, Any]]:
        """Each of our fields that has a value, with the column it came from."""
        plain = {_plain_name(name): name for name in reversed(tuple(record)) if len(name) <= _SHOWN}
        found: dict[str, tuple[str, Any]] = {}
        for field in FROM_ELSEWHERE:
            column = self.named.get(field) or plain.get(field, field)
            value = _at(record, column)
            if value not in (None, "", [], {}):
                found[field] = column, value
                self.unmet.pop(field, None)
        return found


FROM_ELSEWHERE: Final = (
    *FIELDS,
    "status",
    "reason",
    "region",
    "printed_reference",
    "printed_kind",
    "printed_embargo",
    "quotes",
    "contacts",
    "links",
    "mentions",
    "relations",
    "numbers",
    "confidence",
    "redactions",
)
"""Fields that a row can fill."""

OWN: Final = frozenset(
    {"id", "first", "revision", "action", "at", "by", "batch", "undoes", "previous", "schema", "standing", "source"}
)
"""Names that the archive itself gives, or that say of a file what is not so of a row."""

_OURS: Final = frozenset({field.name for field in fields(Advisory)} | OWN | {ORIGIN})
"""Names under which nothing from elsewhere may stand beside our fields; the original has it."""

_DEEPEST: Final = 50
_DIGITS: Final = 18
_SHOWN: Final = 60


def _advisory(values: Mapping[str, Any], taken: Mapping[str, tuple[str, Any]], where: str) -> Advisory:
    """The record of checked values."""
    set_as_text: dict[str, Any] = {}
    sure: dict[str, Confidence] = {}
    parts: dict[str, Any] = {}
    for name, value in values.items():
        try:
            read = _read(name, value)
            if name in FIELDS and isinstance(read, str):
                set_as_text |= read_field(name, read)
                sure[name] = "found" if read.strip() else "missing"
            else:
                parts[name] = getattr(Advisory.from_dict({name: read}, where=where), name)
        except (Misuse, InvalidRecord, ValueError) as error:
            said = str(error) if isinstance(error, Misuse) else f"{_brief(value)} is no value for it"
            raise ValueError(f"column {taken[name][0]!r}: {said}") from error
    return replace(Advisory(), **{**set_as_text, "confidence": sure, **parts})


def _read(name: str, value: Any) -> Any:
    """A value as the record has it; raises `ValueError` or `Misuse`."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and name not in PARTS | LISTS:
        value = str(value)
    match name:
        case "countries":
            return _countries(value.split(";") if isinstance(value, str) else value)
        case "tags" | "mentions" if isinstance(value, str):
            return [one.strip() for one in value.replace(";", ",").split(",") if one.strip()]
        case "date" if isinstance(value, str):
            return _date(value.strip())
        case "language" if isinstance(value, str):
            return value.replace("_", "-").partition("-")[0]
        case "embargo" if isinstance(value, str):
            datetime.fromisoformat(value)
        case "status" if value == "removed":
            raise Misuse("a removed text comes only with its history; export with --full there")
        case _ if name in PARTS and isinstance(value, str):
            return json.loads(value)
    return value


def _date(value: str) -> str:
    """A date as records have it, of one as people write it; raises `Misuse` where day and month may be exchanged."""
    day = value[:_DAY]
    if is_date(value) or (is_date(day) and value[_DAY] in "T "):
        return day
    if value.isascii() and value.isdigit():
        figures = f"{value[:4]}-{value[4:6]}-{value[6:]}"
        return figures if is_date(figures) else value
    from advisory_cli.parse.dates import find_dates  # not every table has such dates

    found = next(iter(find_dates(value[:_SHOWN])), None)
    if found is None or (found.start, found.end) != (0, len(value)) or found.iso[:4] not in value:
        return value
    if found.ambiguous and "." not in value:
        raise Misuse(f"{value!r} may be two dates; write it as in 2012-03-22")
    return found.iso


_DAY: Final = len("2012-03-22")


def _countries(names: Any) -> list[str]:
    if not isinstance(names, list):
        raise ValueError("no list")  # noqa: TRY004 - a value of the file, not of a caller
    codes: dict[str, None] = {}
    for name in names:
        # a comma may stand between two countries or within the name of one
        found = countries_of(str(name)) or tuple(code for part in str(name).split(",") for code in _country(part))
        codes |= dict.fromkeys(found)
    return list(codes)


def _country(name: str) -> tuple[str, ...]:
    found = countries_of(name.strip())
    if not found:
        raise Misuse(f"{_brief(name.strip())} is no country; write a name or a code as in Kazakhstan or KAZ")
    return found


def _document(row: Row) -> Document:
    """The row as it came, whatever the order of its columns, to be kept as the original of its text."""
    kept = {name: value for name, value in row.record.items() if name not in OWN}
    lines = ",\n".join(f" {_encoded(name)}: {_laid_out(kept[name])}" for name in sorted(kept))
    text = f"{{\n{lines}\n}}\n" if kept else "{}\n"
    content = text.encode("utf-8", "surrogatepass")
    url = _at(row.record, "source.url")
    url = url if isinstance(url, str) else None
    source = Source(row.where, "application/json", sha256(content).hexdigest(), len(content), "utf-8", url)
    return Document(content, text, source, "json")


def _check_length(record: Mapping[str, Any], document: Document) -> None:
    """Refuse a row with more in it than any document has; raises `ValueError`."""
    for name, value in record.items():
        if isinstance(value, str) and len(value) > LONGEST:
            raise ValueError(f"column {_brief(name)}: it has more than {LONGEST:,} characters of text")
    if len(document.content) > LIMIT:
        raise ValueError(f"it is larger than {mebibytes(LIMIT)}")


def _laid_out(value: Any) -> str:
    """A value as in a file that is indented: the library does that ten times as slowly, and most need it not."""
    if not value or not isinstance(value, (dict, list)):
        return _encoded(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).replace("\n", "\n ")


_encoded: Final = json.JSONEncoder(ensure_ascii=False).encode


def _at(record: Mapping[str, Any], column: str) -> Any:
    """The value of a column; of ``meta.headline`` what is in the part, unless a column is called so."""
    if column in record:
        return record[column]
    value: Any = record
    for name in column.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _whole(value: Any) -> int | None:
    """A number, also as a cell has it."""
    digits = str(value)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS else None


@lru_cache(maxsize=1024)
def _plain_name(name: str) -> str:
    return "_".join(name.casefold().split())


def _names(record: Mapping[str, Any]) -> str:
    shown = ", ".join(islice(_paths(record), 20))
    return shown if len(shown) <= 3 * _SHOWN else f"{shown[: 3 * _SHOWN]}..."


def _paths(record: Mapping[str, Any]) -> Iterator[str]:
    """The names of columns, with those of parts as ``--map`` takes them."""
    for name, value in record.items():
        yield from (f"{name}.{part}" for part in value) if value and isinstance(value, dict) else (name,)


def _brief(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}..."


def _depth(value: Any) -> int:
    """How many levels there are; looks no further than the deepest that is taken."""
    level = [value]
    for depth in range(_DEEPEST + 1):
        level = [
            inner
            for one in level
            if isinstance(one, (dict, list))
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return depth
    return _DEEPEST + 1
