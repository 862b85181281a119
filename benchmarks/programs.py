"""The programs that are compared, ours first."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks import setups_debian as debian
from benchmarks import setups_python as python
from benchmarks.grounds import Ground
from benchmarks.measuring import Line
from benchmarks.texts import Text


class Program(NamedTuple):
    """A program, and the command lines that do the work with it."""

    name: str
    package: str
    """Of Debian or PyPI; empty for ours."""
    is_python: bool
    largest: int
    """Texts beyond which it takes minutes for one piece of work, or hours to be set up."""
    write: Callable[[Path, Iterable[Text]], None]
    """Lays the texts down as the program wants them; not measured."""
    build: Callable[[Path], list[Line]]
    """Takes them in, and makes what it searches with."""
    work: Callable[[Path, Ground], dict[str, Line]]
    """A line for each of `WORKS` that the program knows."""
    kept: tuple[str, ...]
    """Texts and index, once it is built."""
    how: str


PROGRAMS: Final = (
    Program(
        "advisory", "", False, 100_000,
        python.write_rows, python.advisory_build, python.advisory_work, ("advisories.json", ".advisories.index"),
        "the rows imported, then one search, which builds the index; 20 hits with a passage of each",
    ),
    Program(
        "sqlite-utils", "sqlite-utils", True, 100_000,
        python.write_rows, python.sqlite_build, python.sqlite_work, ("texts.db",),
        "the rows inserted, an index on the number, FTS5 on title and body with triggers; 20 hits by rank, no passages",
    ),
    Program(
        "papis", "papis", True, 10_000,
        python.papis_write, python.papis_build, python.papis_work, ("library", "cache"),
        "an info.yaml for each text, its body as abstract, default cache; folders of all hits; to show is to export",
    ),
    Program(
        "jrnl", "jrnl", True, 10_000,
        python.jrnl_write, python.jrnl_build, python.jrnl_work, ("journal.txt",),
        "one journal with an entry for each text, no index; finds parts of words; 20 headings",
    ),
    Program(
        "notmuch", "notmuch", False, 100_000,
        debian.notmuch_write, debian.notmuch_build, debian.notmuch_work, ("mail",),
        "a mail for each text with the number in its subject, Xapian; 20 hits by date, no passages",
    ),
    Program(
        "recoll", "recollcmd", False, 100_000,
        debian.recoll_write, debian.recoll_build, debian.recoll_work, ("texts", "recoll"),
        "a file for each text, Xapian; 20 hits by rank, no passages; to add is to index a file that lies there",
    ),
    Program(
        "ripgrep", "ripgrep", False, 100_000,
        debian.write_files, debian.ripgrep_build, debian.ripgrep_work, ("texts",),
        "a file for each text, no index; names of all files in which the words stand",
    ),
)  # fmt: skip
