"""Values to Rich renderables, plain text, Markdown, HTML, JSON and tab-separated values; prints nothing.

`clean`, `words`, `facts`, `quoted`, `plain` and `machine` never import Rich: a pipe does not pay for it. What these
make for themselves is a `NamedTuple`, which a cold start builds in a quarter of the time of a frozen dataclass.
"""
