"""The `Store` of the archive: revisions in a TinyDB file that only grows, originals beside it."""

from advisory_cli.store.store import TinyStore

__all__ = ["TinyStore"]
