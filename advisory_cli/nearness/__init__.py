"""How near a word of a text is to one that is looked for: other case, ending, script, spelling.

Index and in-memory matcher share these functions: the index keeps words by what `stems`, `sounds` and `consonants` make
of them, so that the words `nearness` speaks for can be looked up.
"""

from advisory_cli.nearness.kind import Kind

__all__ = ["Kind", "nearness"]


def nearness(wanted: str, word: str, language: str) -> Kind | None:
    """How near a word of a text in this language is to the one that is wanted; None if it is another word."""
    from advisory_cli.nearness.compare import compare

    return compare(wanted, word, language)
