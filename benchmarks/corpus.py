"""A seeded archive of made-up advisories in the layout of the file, for measuring: same seed, same bytes.

    python benchmarks/corpus.py FOLDER/advisories.json 100000

Words follow Zipf's law, six languages in four scripts; about 3.5 KB a record, of which two are text. Paragraphs are
used again, so that a million records take two minutes. Nothing in it is a real press text.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any, Final

from advisory_cli.log import write_line
from advisory_cli.log.layout import HEAD, TAIL
from advisory_cli.model import KINDS, Advisory, Contact, Quote, Source, digest

COMMON: Final = "torture"
"""A word of a third of the English texts."""

RARE: Final = "Zhanaozen"
"""A word of about one English text in a hundred."""

FREQUENT: Final = "ment mar pol"
"""Three of the most frequent words, in a row in one English text of five hundred."""

_VOCABULARY: Final = 20_000
_PARAGRAPHS: Final = 2_000
_LANGUAGES: Final = ("en", "en", "en", "en", "en", "fr", "es", "ru", "ar", "zh")
"""Half of the texts are English, the others share the rest."""

_SYLLABLES: Final = {
    "en": "tion ment pol ar re st con der ing pro ver al con ter in den mar kel ist er th ough ra be",
    "fr": "té ment dé li pri son au to ri es pré ve nue tion dro its hu main ê tre ça lè",
    "es": "ción de re chos hu ma nos pri sión tor tu ra año ni ñez jus ti cia es ta do pú bli",
    "ru": "пра во че ло век ство ни за дер жа ние пыт ка след суд по ли ция тюрь ма о бви не",
    "ar": "ال حق وق ان سان تع ذيب سج ين مح كمة شر طة من ظم عد الة حر ية است جو",
    "zh": "人 权 酷 刑 警 察 监 狱 法 院 政 府 自 由 调 查 逮 捕 抗 议 者 国 际 组 织 声 明 要 求 停 止",
}
_PLACES: Final = (
    ("EUR", "57", "KAZ"), ("EUR", "46", "RUS"), ("ASA", "17", "CHN"), ("MDE", "13", "IRN"), ("AFR", "44", "NGA"),
    ("AMR", "41", "MEX"), ("ASA", "20", "IND"), ("MDE", "12", "EGY"), ("EUR", "44", "TUR"), ("AMR", "51", "USA"),
)  # fmt: skip


def documents(records: int, *, seed: int = 42) -> Iterator[dict[str, Any]]:
    """So many records as they stand in the file, chained and numbered from 1."""
    random = Random(seed)
    texts = {language: _texts(language, random, min(records, _PARAGRAPHS)) for language in dict.fromkeys(_LANGUAGES)}
    previous = None
    for number in range(1, records + 1):
        language = random.choice(_LANGUAGES)
        document = _document(number, texts[language], random) | {"previous": previous}
        previous = digest(document)
        yield document


def write_corpus(path: Path, records: int, *, seed: int = 42) -> None:
    """Write an archive file of so many records."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(HEAD)
        for document in documents(records, seed=seed):
            file.write((b",\n" if document["id"] > 1 else b"") + write_line(document["id"], document))
        file.write(TAIL)


@dataclass(frozen=True, slots=True)
class _Texts:
    """What texts of one language are put together from, and a record with all that they share."""

    words: list[str]
    weights: list[float]
    paragraphs: list[str]
    record: dict[str, Any]

    def sentence(self, random: Random, length: int) -> str:
        return " ".join(random.choices(self.words, cum_weights=self.weights, k=length))


def _texts(language: str, random: Random, paragraphs: int) -> _Texts:
    syllables = _SYLLABLES[language].split()
    words = ["".join(random.choices(syllables, k=random.randint(1, 4))) for _ in range(_VOCABULARY)]
    if language == "en":
        words[60], words[3_000] = COMMON, RARE
    weights = list(accumulate(1 / (rank + 3) for rank in range(_VOCABULARY)))
    texts = _Texts(words, weights, [], _shared(language).to_dict())
    texts.paragraphs.extend(f"{texts.sentence(random, 62).capitalize()}." for _ in range(paragraphs))
    return texts


def _shared(language: str) -> Advisory:
    contact = Contact(
        name="Lydia Example", role="Press Officer", phones=("+442074135599",), emails=("press@example.org",)
    )
    return Advisory(
        language=language,
        organisation="Example International",
        quotes=(Quote(text="We call for an inquiry.", speaker="John Example", role="Director", attribution="stated"),),
        contacts=(contact,),
        at="2026-01-01T00:00:00Z",
        confidence={"date": "found", "title": "found"},
    )


def _document(number: int, texts: _Texts, random: Random) -> dict[str, Any]:
    region, topic, country = random.choice(_PLACES)
    year = random.randint(1985, 2024)
    reference = (
        f"{region} {topic}/{number % 1000:03}/{year}"
        if year < 2015
        else f"{region} {topic}/{number % 10_000:04}/{year}"
    )
    content = f"{number:064x}"
    return texts.record | {
        "reference": reference,
        "printed_reference": reference,
        "kind": random.choice(KINDS),
        "date": f"{year}-{random.randint(1, 12):02}-{random.randint(1, 28):02}",
        "title": texts.sentence(random, 8),
        "body": "\n\n".join([texts.sentence(random, 12), *random.choices(texts.paragraphs, k=4)]),
        "countries": [country],
        "region": region,
        "source": {**_SOURCE, "name": f"{number}.txt", "sha256": content},
        "id": number,
        "first": number,
    }


_SOURCE: Final = Advisory(
    source=Source(name="", media_type="text/plain", sha256="", bytes=2700, encoding="utf-8")
).to_dict()["source"]


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]))
