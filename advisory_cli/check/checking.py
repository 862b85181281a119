"""Holds a manuscript against an archive: what it names, what it quotes, what it took over."""

from datetime import datetime

from advisory_cli.actions.lookup import Lookup
from advisory_cli.check.citations import citations
from advisory_cli.check.holdings import Holdings
from advisory_cli.check.manuscript import Manuscript
from advisory_cli.check.quotations import Quotations
from advisory_cli.check.takings import Takings
from advisory_cli.check.values import Quotation, Report
from advisory_cli.ports import Progress, SearchIndex, Store


class Checking:
    """Checks manuscripts; the index must have caught up. `now`, with a zone, says which embargoes are over."""

    def __init__(self, store: Store, index: SearchIndex, lookup: Lookup, now: datetime) -> None:
        self._holdings = Holdings(store, index, lookup, now)

    def report(self, text: str, *, progress: Progress | None = None) -> Report:
        r"""All there is to say of a manuscript, with ``\n`` at its line ends, which is gone through twice."""
        tell = progress or (lambda _, __: None)
        manuscript = Manuscript(text)
        looked = Quotations(manuscript, self._holdings)
        checked: list[Quotation | None] = []
        for quoted in manuscript.quotations:
            checked += looked.check_all(quoted)
            tell(quoted.end, 2 * len(text))
        takings = Takings(manuscript, self._holdings, lambda place: tell(len(text) + place, 2 * len(text)))
        return Report(
            manuscript.language,
            tuple(citations(manuscript, self._holdings)),
            tuple(one for one in checked if one),
            tuple(takings.passages()),
            checked.count(None),
        )
