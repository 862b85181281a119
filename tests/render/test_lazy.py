import subprocess
import sys

PIPED = ("clean", "words", "facts", "quoted", "plain", "machine", "entry")


def test_a_pipe_loads_neither_rich_nor_anything_else_that_is_slow() -> None:
    names = ", ".join(f"advisory_cli.render.{name}" for name in PIPED)
    slow = {"rich", "tinydb", "tantivy", "urllib", "csv", "logging", "html", "hashlib", "asyncio"}
    code = f"import sys, {names}; print(*sorted({slow} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "\n"
