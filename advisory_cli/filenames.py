"""What the files and folders beside an archive file are called: each name stands here alone."""

from typing import Final

ORIGINALS: Final = "originals"
INDEX: Final = ".advisories.index"
SAVED_SEARCHES: Final = "saved-searches.json"
TAKEN_APART: Final = "taken-apart.tsv"

FAILURES: Final = "failures.tsv"
"""What `add` could not take."""

FAILED_ROWS: Final = "import-failures.jsonl"
"""What `import` could not take."""

UNSAVED_EDIT: Final = "unsaved-edit-"
"""How the name of a text begins that came out of an editor and could not be saved."""

EDITING: Final = ".edit-"
"""How the name of a folder begins that holds a text for as long as an editor has it."""

IMPORTING: Final = ".import-"
"""How the name of a folder begins that holds standard input for as long as it is read."""
