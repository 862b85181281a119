"""The command line: a view on `Archive` that turns words into calls and values into output."""
