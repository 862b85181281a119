"""Works and their languages, as lines, as JSON and as a table."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from advisory_cli.actions.coverage import Coverage, Work
from advisory_cli.model import SCHEMA
from advisory_cli.render.clean import clean
from advisory_cli.render.letters import dump
from advisory_cli.render.words import reference_of, title_of

if TYPE_CHECKING:
    from rich.console import RenderableType


def coverage_tsv(works: Iterable[Work]) -> Iterator[str]:
    """Number, languages, languages older than the latest correction, title: a line for each work."""
    return ("\t".join(_cells(work)) for work in works)


def coverage_json(coverage: Coverage) -> str:
    """Works with their texts; ``outdated`` where a text is older than the latest correction of another one."""
    works = [
        {
            "reference": work.texts[0].advisory.reference,
            "texts": [
                {
                    "language": text.advisory.language,
                    "first": text.advisory.first,
                    "revision": text.advisory.revision,
                    "status": text.advisory.status,
                    "outdated": text.is_outdated,
                }
                for text in work.texts
            ],
        }
        for work in coverage.works
    ]
    return dump({"schema": SCHEMA, "total": coverage.total, "works": works})


def coverage_table(coverage: Coverage) -> "RenderableType":
    """The same for who looks, with how many works there are."""
    from rich.console import Group  # only for a terminal
    from rich.text import Text

    from advisory_cli.render.columns import columns

    table = columns("Number", "Languages", "Older than the correction", "Title")
    for work in coverage.works:
        number, languages, outdated, title = map(Text, _cells(work))
        outdated.stylize("advisory.warning")
        table.add_row(number, languages, outdated, title)
    more = "; --limit 0 for all" if len(coverage.works) < coverage.total else ""
    return Group(table, Text(f"{len(coverage.works):,} of {coverage.total:,}{more}"))


def _cells(work: Work) -> tuple[str, str, str, str]:
    one = work.texts[0].advisory
    languages, outdated = (clean(", ".join(some), lines=False) for some in (work.languages, work.outdated))
    return reference_of(one), languages, outdated, title_of(one)
