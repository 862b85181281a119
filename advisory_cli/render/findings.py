"""What a check found: grouped for a terminal, one line each for a pipe, one object for programs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from advisory_cli.model import SCHEMA
from advisory_cli.ports import Finding
from advisory_cli.render.clean import clean, tabbed
from advisory_cli.render.letters import dump

if TYPE_CHECKING:
    from rich.console import RenderableType

RULES: Final[Mapping[str, str]] = {
    "archive": "The archive file",
    "line": "Lines that are not what was written",
    "chain": "The chain",
    "number": "Numbers of revisions",
    "record": "Documents that are no advisories",
    "outside": "Written by other programs",
    "original": "Originals",
    "orphan": "Originals that no text names",
    "permissions": "Open to other users",
    "lock": "The lock file",
    "index": "The search index",
    "missing": "Not filled in",
    "date": "Odd dates",
    "reference": "Odd numbers",
    "look-alike": "Look-alikes of numbers",
    "duplicate": "The same text twice",
    "spelling": "Names spelled nearly alike",
    "link": "Links to nowhere",
    "unresolved": "Cited, but not in the archive",
    "guessed": "Not certain",
}
"""What each rule is called, the gravest first; a rule without a name stands behind them under its own."""

SHOWN: Final = 20
"""Findings of one rule on a terminal; a pipe gets all."""


def finding_line(finding: Finding) -> str:
    """Rule, where and what, with tabs between them."""
    return tabbed((finding.rule, finding.where, finding.what))


def findings_json(findings: Iterable[Finding], *, checked: Mapping[str, Any], versions: Mapping[str, str]) -> str:
    """Findings, what was looked at, and by which versions."""
    found = [finding._asdict() for finding in findings]
    return dump({"schema": SCHEMA, "findings": found, "checked": dict(checked), "versions": dict(versions)})


def findings_table(findings: Sequence[Finding]) -> "RenderableType":
    """Findings under their rules, the gravest rule first; of many alike the first ones and how many more."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    parts: list[RenderableType] = []
    for rule, group in _grouped(findings):
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(overflow="fold", ratio=1)
        grid.add_column(overflow="fold", ratio=3)
        for finding in group[:SHOWN]:
            grid.add_row(Text(clean(finding.where, lines=False)), Text(clean(finding.what, lines=False)))
        parts += [
            Text(f"{RULES.get(rule, rule)} ({len(group):,})", style="advisory.label"),
            Padding(grid, (0, 0, 0, 2)),
        ]
        if len(group) > SHOWN:
            parts.append(Text(f"  and {len(group) - SHOWN:,} more: advisory doctor | grep ^{rule}"))
    return Group(*parts)


def _grouped(findings: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(clean(finding.rule, lines=False), []).append(finding)
    order = list(RULES)
    return sorted(groups.items(), key=lambda group: order.index(group[0]) if group[0] in RULES else len(order))
