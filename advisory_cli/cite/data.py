"""Citations that programs read: CSL-JSON, BibTeX and RIS."""

from typing import Any, Final

from advisory_cli.cite.work import Work, date_parts
from advisory_cli.render.machine import dump
from advisory_cli.render.words import language_in_words


def csl_item(work: Work) -> dict[str, Any]:
    """The work as the schema of CSL-JSON 1.0 has it."""
    return _known(
        {
            "id": work.key,
            "type": "report",
            "author": [{"literal": work.author}] if work.author else None,
            "title": work.title,
            "genre": work.genre,
            "number": work.number,
            "issued": _csl_date(work.date),
            "language": work.language,
            "URL": work.url,
            "accessed": _csl_date(_accessed(work)),
            "note": "; ".join(work.notes),
        }
    )


def csl_json(work: Work) -> str:
    """One object of CSL-JSON."""
    return dump(csl_item(work))


def bibtex(work: Work) -> str:
    """One entry, for BibTeX and biblatex; braces keep the capitals of the title and the organisation in one piece.

    Written here, since the writer of pybtex leaves braces, ``$`` and ``^`` of a title as they are.
    """
    year = work.date[:1]
    fields = _known(
        {
            "author": _braced(_braced(_latex(work.author))),
            "title": _braced(_braced(_latex(work.title))),
            "institution": _braced(_braced(_latex(work.author))),
            "type": _braced(_latex(work.genre)),
            "number": _braced(_latex(work.number)),
            "year": _braced("".join(f"{part:04}" for part in year)),
            "month": _MONTHS[work.date[1] - 1] if work.date[1:] else None,
            "date": _braced(_dashed(work.date)),
            "language": _braced(_latex(language_in_words(work.language).partition(" (")[0] if work.language else None)),
            "url": _braced((work.url or "").translate(_IN_ADDRESS)),
            "urldate": _braced(_dashed(_accessed(work))),
            "note": _braced(_latex("; ".join(work.notes))),
        }
    )
    lines = "".join(f",\n  {name} = {value}" for name, value in fields.items())
    return f"@techreport{{{work.key}{lines}\n}}"


def ris(work: Work) -> str:
    """One record, with the names that RIS has for reports."""
    from rispy import RisWriter, dumps  # noqa: PLC0415 - only who asks for it pays

    class Unnumbered(RisWriter):  # type: ignore[misc]
        """Without the number that rispy writes above each record, which is not of RIS."""

        def set_header(self, count: int) -> str:  # noqa: ARG002
            """Nothing."""
            return ""

    fields = _known(
        {
            "type_of_reference": "RPRT",
            "id": work.key,
            "authors": [work.author] if work.author else None,
            "title": work.title,
            "type_of_work": work.genre,
            "issn": work.number,  # SN, which is the number of a report
            "publisher": work.author,
            "year": f"{work.date[0]:04}" if work.date else None,
            "date": "/".join(f"{part:02}" for part in work.date) if len(work.date) > 1 else None,
            "language": work.language,
            "urls": [work.url] if work.url else None,
            "access_date": "/".join(f"{part:02}" for part in _accessed(work)),
            "notes": list(work.notes),
        }
    )
    return str(dumps([fields], implementation=Unnumbered)).strip("\n")


_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_IN_LATEX: Final = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_"},
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_IN_ADDRESS: Final = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _accessed(work: Work) -> tuple[int, ...]:
    return date_parts(work.accessed) if work.url else ()


def _csl_date(parts: tuple[int, ...]) -> dict[str, Any] | None:
    return {"date-parts": [list(parts)]} if parts else None


def _dashed(parts: tuple[int, ...]) -> str:
    return "-".join(f"{part:02}" for part in parts)


def _latex(text: str | None) -> str:
    return (text or "").translate(_IN_LATEX)


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""
