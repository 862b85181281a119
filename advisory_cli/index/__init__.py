"""The search index: a folder beside the archive that holds no truth and can be deleted at any time."""

from advisory_cli.index.tantivy_index import TantivyIndex

__all__ = ["TantivyIndex"]
