"""How near a word of a text is to one that is looked for: other case, ending, script, spelling.

Index and in-memory matcher share these functions: the index keeps words by what `stems`, `sounds` and `consonants` make
of them, so that the words `nearness` speaks for can be looked up.
"""

from advisory_cli.nearness.compare import Kind, nearness

__all__ = ["Kind", "nearness"]
