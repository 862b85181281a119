"""How well quotations are told from each other: manuscripts with planted mistakes, made from the fixtures by a seed.

    python -m benchmarks.check_quality

Quotations are taken from the texts as they stand, or changed in one of the ways below; each must get its verdict.
Exit 1 where precision or recall of a verdict falls below its level.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, NamedTuple

from advisory_cli import open_archive, read_file
from advisory_cli.model import Advisory

if TYPE_CHECKING:
    from advisory_cli.check import Quotation

FIXTURES: Final = Path(__file__).resolve().parents[1] / "tests" / "fixtures"

LEVELS: Final = {"verbatim": (0.995, 0.995), "altered": (0.995, 0.99), "absent": (0.99, 0.995)}
"""Least precision and recall; raise them when the check gets better, never lower them."""

MARKS: Final = ("“%s”", '"%s"', "«%s»", "„%s“", "\n\n> %s\n\n")
SEEDS: Final = range(20)
PER_WAY: Final = 12


class Planted(NamedTuple):
    """A quotation as it is written into a manuscript, and what must be said of it."""

    way: str
    words: str
    verdict: str
    reference: str | None


class Sentence(NamedTuple):
    """A sentence of a text and the next but one."""

    words: list[str]
    later: list[str]
    reference: str | None
    language: str


Way = Callable[[Sentence, Random, list[str]], str | None]
"""Makes a quotation of a sentence; `list[str]` are words of all texts. None where the sentence is too short."""


def as_it_stands(sentence: Sentence, random: Random, _: list[str]) -> str:
    """A piece, as it is."""
    return " ".join(_piece(sentence, random))


def hyphenated(sentence: Sentence, random: Random, _: list[str]) -> str | None:
    """A long word parted at the end of a line."""
    piece = _piece(sentence, random)
    long = [at for at, word in enumerate(piece) if len(word) > 7 and word.isalpha()]
    if not long:
        return None
    at = random.choice(long)
    return " ".join((*piece[:at], f"{piece[at][:4]}-\n{piece[at][4:]}", *piece[at + 1 :]))


def broken_lines(sentence: Sentence, random: Random, _: list[str]) -> str:
    """Line ends and blanks anywhere."""
    blanks = (" ", "  ", "\n", "\xa0")
    return "".join(f"{word}{random.choice(blanks)}" for word in _piece(sentence, random)).strip()


def ellipsis(sentence: Sentence, random: Random, _: list[str]) -> str | None:
    """Words left out with a sign."""
    words = sentence.words
    if len(words) < 14:
        return None
    return " ".join((*words[:5], random.choice(("…", "...", "[...]", "(…)", "[…]")), *words[-5:]))


def bracketed(sentence: Sentence, random: Random, _: list[str]) -> str:
    """Words put in with brackets."""
    piece = _piece(sentence, random)
    at = random.randrange(2, len(piece) - 1)
    return " ".join((*piece[:at], random.choice(("[sic]", "[the police]", "[emphasis added]")), *piece[at:]))


def another_case(sentence: Sentence, random: Random, _: list[str]) -> str:
    """The first letter as the manuscript needs it."""
    text = " ".join(_piece(sentence, random))
    return text[:1].swapcase() + text[1:]


def other_word(sentence: Sentence, random: Random, vocabulary: list[str]) -> str:
    """One word is another."""
    piece = _piece(sentence, random)
    at = random.randrange(len(piece))
    piece[at] = next(word for word in iter(lambda: random.choice(vocabulary), "") if _key(word) != _key(piece[at]))
    return " ".join(piece)


def dropped_word(sentence: Sentence, random: Random, _: list[str]) -> str | None:
    """One word inside is missing."""
    piece = _piece(sentence, random)
    inside = [
        at for at in range(1, len(piece) - 1) if _key(piece[at]) not in {_key(piece[at - 1]), _key(piece[at + 1])}
    ]
    if not inside or len(piece) < 6:
        return None
    at = random.choice([at for at in inside if _key(piece[at])] or [inside[0]])
    return " ".join((*piece[:at], *piece[at + 1 :])) if _key(piece[at]) else None


def inserted_word(sentence: Sentence, random: Random, vocabulary: list[str]) -> str:
    """One word is put in."""
    piece = _piece(sentence, random)
    at = random.randrange(1, len(piece))
    taken = {_key(word) for word in piece[at - 1 : at + 1]}
    word = next(word for word in iter(lambda: random.choice(vocabulary), "") if _key(word) not in taken)
    return " ".join((*piece[:at], word, *piece[at:]))


def joined(sentence: Sentence, _: Random, __: list[str]) -> str | None:
    """Two sentences that stand apart, without a sign between them."""
    return " ".join((*sentence.words, *sentence.later)) if len(sentence.later) >= 5 else None


def swapped(sentence: Sentence, random: Random, _: list[str]) -> str | None:
    """Two neighbours in another order."""
    piece = _piece(sentence, random)
    at = random.randrange(1, len(piece) - 2)
    if _key(piece[at]) == _key(piece[at + 1]) or not (_key(piece[at]) and _key(piece[at + 1])):
        return None
    return " ".join((*piece[:at], piece[at + 1], piece[at], *piece[at + 2 :]))


def invented(sentence: Sentence, random: Random, vocabulary: list[str]) -> str:
    """Words of the archive that nobody put together so."""
    return " ".join(random.choice(vocabulary) for _ in sentence.words)


def from_elsewhere(_: Sentence, random: Random, __: list[str]) -> str:
    """What people say, in the words in which they say it, but never here."""
    return random.choice(ELSEWHERE)


ELSEWHERE: Final = (
    "we are deeply concerned about the safety of all journalists who work in the capital",
    "the government must immediately release everyone who was arrested after the election",
    "those responsible for the attack will be brought to justice before the end of this year",
    "there has been no progress at all on the investigation into the death of my brother",
    "human rights defenders should be able to carry out their work without fear of reprisals",
    "they came at night and took my father away, and nobody told us where he was",
    "this law is a serious blow to freedom of expression in the whole region",
    "we call on the authorities to guarantee that the trial will be fair and open to observers",
)

WAYS: Final[dict[str, tuple[str, Way]]] = {
    "as it stands": ("verbatim", as_it_stands),
    "hyphenated": ("verbatim", hyphenated),
    "broken lines": ("verbatim", broken_lines),
    "ellipsis": ("verbatim", ellipsis),
    "brackets": ("verbatim", bracketed),
    "first letter": ("verbatim", another_case),
    "other word": ("altered", other_word),
    "dropped word": ("altered", dropped_word),
    "inserted word": ("altered", inserted_word),
    "joined": ("altered", joined),
    "swapped": ("altered", swapped),
    "invented": ("absent", invented),
    "from elsewhere": ("absent", from_elsewhere),
}


def main() -> int:
    """Print precision and recall of each verdict, and what was told wrongly."""
    with TemporaryDirectory() as folder:
        archive = open_archive(Path(folder) / "advisories.json")
        texts = list(_add_fixtures(archive.add))
        told: Counter[tuple[str, str]] = Counter()
        wrong: dict[str, list[tuple[Planted, Quotation | None]]] = defaultdict(list)
        for seed in SEEDS:
            planted = list(_planted(texts, Random(seed)))
            report = archive.check_manuscript(_manuscript(planted, Random(seed)))
            found = {_key(one.text): one for one in report.quotations}
            for one in planted:
                quotation = found.get(_key(one.words))
                verdict = quotation.verdict if quotation else "not found"
                told[one.verdict, verdict] += 1
                if verdict != one.verdict:
                    wrong[f"{one.way} told as {verdict}"].append((one, quotation))
    for name, cases in sorted(wrong.items()):
        print(f"{len(cases):4} {name}: {cases[0][0].words[:160]!r}")
    return _scored(told)


def _scored(told: Counter[tuple[str, str]]) -> int:
    is_below = False
    for verdict, levels in LEVELS.items():
        right = told[verdict, verdict]
        precision = right / max(1, sum(count for (_, said), count in told.items() if said == verdict))
        recall = right / max(1, sum(count for (wanted, _), count in told.items() if wanted == verdict))
        is_below |= precision < levels[0] or recall < levels[1]
        print(
            f"{verdict:9} precision {precision:.4f}  recall {recall:.4f}  of {right} (levels {levels[0]}, {levels[1]})"
        )
    return int(is_below)


def _add_fixtures(add: Callable[..., object]) -> Iterator[Advisory]:
    for path in (FIXTURES / "EUR-57-002-2012.txt", *sorted((FIXTURES / "layouts").glob("*.txt"))):
        yield add(read_file(path), keep_both=True).advisory  # type: ignore[attr-defined]


def _planted(texts: list[Advisory], random: Random) -> Iterator[Planted]:
    """So many quotations of each way, each of its own sentence, from texts in scripts with blanks between words."""
    sentences = [sentence for text in texts for sentence in _sentences(text)]
    vocabulary = [word for text in texts if text.language == "en" for word in text.body.split() if word.isalpha()]
    seen: set[str] = set()
    for way, (verdict, make) in WAYS.items():
        for sentence in random.sample(sentences, min(PER_WAY, len(sentences))):
            words = make(sentence, random, vocabulary)
            if words and _key(words) not in seen:
                seen.add(_key(words))
                is_english = sentence.language == "en"
                yield Planted(way, words, verdict, sentence.reference if is_english or verdict != "absent" else None)


def _sentences(text: Advisory) -> Iterator[Sentence]:
    """Sentences without quotation marks, signs of ellipsis or brackets, which are what is planted."""
    for paragraph in text.body.split("\n\n"):
        parts = [part.split() for part in paragraph.replace("\n", " ").replace("! ", ". ").split(". ")]
        for at, words in enumerate(parts):
            if len(words) >= 8 and not set('"“”„«»‘…[]()#') & set(" ".join(words)) and ".." not in " ".join(words):
                later = parts[at + 2] if at + 2 < len(parts) else []
                plain = not set('"“”„«»‘…[]()#') & set(" ".join(later))
                yield Sentence(words, later if plain else [], text.reference, text.language)


def _piece(sentence: Sentence, random: Random) -> list[str]:
    """At least seven words of a sentence."""
    size = random.randint(7, max(7, len(sentence.words)))
    start = random.randint(0, max(0, len(sentence.words) - size))
    return list(sentence.words[start : start + size])


def _manuscript(planted: list[Planted], random: Random) -> str:
    """Paragraphs with one quotation each, of which half name their source."""
    ordered = random.sample(planted, len(planted))
    return "\n\n".join(_paragraph(one, random) for one in ordered)


def _paragraph(one: Planted, random: Random) -> str:
    cited = f" ({one.reference})" if one.reference and random.random() < 0.5 else ""
    marks = random.choice(MARKS)
    words = one.words.replace("\n", "\n> ") if ">" in marks else one.words
    return f"In the words of a witness: {marks % words}{cited}. That is what we know."


def _key(words: str) -> str:
    """Letters and digits alone, by which a quotation is found again."""
    return "".join(char for char in words.casefold() if char.isalnum())


if __name__ == "__main__":
    sys.exit(main())
