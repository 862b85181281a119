"""What is to be marked as not to go out, as it was asked for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from advisory_cli.errors import NotInText
from advisory_cli.exchange.release import code_in_words
from advisory_cli.model import Redaction
from advisory_cli.redaction import field_marked, found_in, hide, nearly

if TYPE_CHECKING:
    from advisory_cli.model import Advisory


class Marks:
    """What is to be marked in texts."""

    def __init__(
        self, passages: Sequence[str], fields: Sequence[str], reason: str | None, people: Sequence[str] = ()
    ) -> None:
        self._passages = [Redaction(one, None, reason) for one in passages]
        self._passages += [Redaction(one, "names", reason) for one in people]
        self._fields = fields
        self._reason = reason

    def __bool__(self) -> bool:
        return bool(self._passages or self._fields)

    def are_passages(self) -> bool:
        """Whether they are passages alone and no fields."""
        return bool(self._passages) and not self._fields

    def of(self, text: "Advisory") -> Iterator[Redaction]:
        """The marks for a text: passages that stand in it, and fields."""
        yield from (one for one in self._passages if found_in(text, [one], words=code_in_words))
        for field in self._fields:
            yield from field_marked(text, field, self._reason)

    def refuse_absent(self, texts: "Sequence[Advisory]") -> None:
        """Raise `NotInText` for a passage that stands in none of these texts."""
        for one in self._passages:
            if not any(found_in(text, [one], words=code_in_words) for text in texts):
                raise NotInText(one.text or "", [text.name for text in texts] or ["any text without a mark"])

    def passages_in(self, texts: "Iterable[Advisory]") -> list[str]:
        """The passages themselves, and what the fields say in these texts."""
        in_fields = (one for text in texts for field in self._fields for one in field_marked(text, field))
        return list(dict.fromkeys(one.text for one in (*self._passages, *in_fields) if one.text))

    def nearly(self, text: "Advisory") -> tuple[str, ...]:
        """Words that may be of a marked name all the same, where it is hidden."""
        marks = (*text.redactions, *self.of(text))
        left = hide(text, marks, words=code_in_words).advisory if marks else text
        return nearly(left, [Redaction(one) for one in self.passages_in([text])])

    def unmarked(self, text: "Advisory") -> int:
        """How many of the passages stand in a text that no mark of it hides."""
        left = hide(text, text.redactions, words=code_in_words).advisory if text.redactions else text
        marks = [Redaction(one) for one in self.passages_in([text])]
        return sum(found_in(left, marks, words=code_in_words).values()) if marks else 0
