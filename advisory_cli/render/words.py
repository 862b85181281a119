"""Codes of a record in English words: dates, kinds, languages, how a speaker is known, how a text stands."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from advisory_cli.model import Advisory, Number, Quote, Relation
from advisory_cli.release import Hold
from advisory_cli.render.clean import clean
from advisory_cli.results import Row, Tie

if TYPE_CHECKING:  # a start-up saved: only a search makes snippets
    from advisory_cli.text import Snippet

NO_TITLE: Final = "(no title)"

_LANGUAGES: Final[Mapping[str, str]] = {
    "ar": "Arabic",
    "az": "Azerbaijani",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "bs": "Bosnian",
    "ca": "Catalan",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "km": "Khmer",
    "ko": "Korean",
    "ku": "Kurdish",
    "ky": "Kyrgyz",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mk": "Macedonian",
    "mn": "Mongolian",
    "my": "Burmese",
    "ne": "Nepali",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "si": "Sinhala",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "sw": "Swahili",
    "ta": "Tamil",
    "tg": "Tajik",
    "th": "Thai",
    "tk": "Turkmen",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "uz": "Uzbek",
    "vi": "Vietnamese",
    "zh": "Chinese",
}

_MOST: Final = 20
"""Names that anybody reads in one line."""

_KNOWN: Final = {
    "stated": "stated",
    "inherited": "inherited from the quotation before",
    "unknown": "not certain",
}

_MATCHES: Final = {
    "mention": "mentions the number",
    "folded": "in another case or with other accents",
    "stem": "matched by word stem",
    "script": "in another script or romanisation",
    "near": "similar spelling",
}
"""What is said of hits that are not what was typed, letter by letter."""

_PLAINLY: Final = {"reference": "bears the number", "exact": "as typed", "filter": "by the filters alone"}

LOOSE: Final = ("mention", "stem", "script", "near")
"""How hits match that a reader would wonder about."""

_BY_WORDS: Final = ("exact", "folded", "stem", "script", "near")
"""Kinds of match that are told word by word."""

_FORMS: Final = 8
"""Words that are named of one kind of match."""

RELATIONS: Final = {
    "corrects": ("corrects", "corrected by"),
    "supersedes": ("supersedes", "superseded by"),
    "follows": ("follows", "followed by"),
    "translates": ("translation of", "translated by"),
    "cites": ("cites", "cited by"),
    "related": ("related to", "related to"),
}
"""What a text says of another, and what the other may say."""


def kind_in_words(kind: str) -> str:
    """``media_advisory`` as ``Media advisory``."""
    return "Document" if kind == "other" else clean(kind, lines=False).replace("_", " ").capitalize()


def language_in_words(language: str) -> str:
    """``ru`` as ``Russian (ru)``."""
    if language == "und":
        return "not known (und)"
    code = clean(language, lines=False)
    return f"{_LANGUAGES[code]} ({code})" if code in _LANGUAGES else code


def country_in_words(country: str) -> str:
    """``KAZ`` as ``Kazakhstan``."""
    from advisory_cli.places import country_name  # the table of names is large

    return clean(country_name(country), lines=False)


def region_in_words(region: str) -> str:
    """``EUR`` as ``Europe and Central Asia (EUR)``."""
    from advisory_cli.places import region_name  # the table of names is large

    code, name = clean(region, lines=False), region_name(region)
    return f"{name} ({code})" if name else code


def number_in_words(number: Number) -> str:
    """A number of another series, the series named once: ``News Service 38/95``, ``AI press: 12/99``."""
    named = number.text.casefold().startswith(number.scheme.casefold())
    return clean(number.text if named else f"{number.scheme}: {number.text}", lines=False)


def speaker_in_words(quote: Quote) -> str:
    """Who said it and how that is known: ``John Dalhuisen, Programme Director (stated)``."""
    speaker = ", ".join(part for part in (quote.speaker, quote.role) if part)
    return f"{clean(speaker, lines=False)} ({_KNOWN[quote.attribution]})" if speaker else "speaker not named"


def attribution_in_words(quote: Quote) -> str:
    """How the speaker is known: ``stated``, ``inherited from the quotation before``, ``not certain``."""
    return _KNOWN[quote.attribution] if quote.speaker or quote.role else "speaker not named"


def reference_of(advisory: Advisory) -> str:
    """What people call the text: its number, or ``#17``, or the lack of both before it is stored."""
    number = f"#{advisory.known_by}" if advisory.known_by else "no number"
    return clean(advisory.reference or number, lines=False)


def name_of(advisory: Advisory) -> str:
    """`reference_of` with the language: ``EUR 57/002/2012 (en)``."""
    return f"{reference_of(advisory)} ({clean(advisory.language, lines=False)})"


def title_of(advisory: Advisory) -> str:
    """The title in one line, or that there is none."""
    return clean(advisory.title or "", lines=False).strip() or NO_TITLE


def standing_of(advisory: Advisory, corrected_by: Collection[str] = (), held: Collection[Hold] = ()) -> str:
    """How the text stands: ``current``, or ``withdrawn, corrected by EUR 57/009/2012 (en), embargoed for 4 h, ...``."""
    return ", ".join(_standing(advisory, corrected_by, held)) or "current"


def _standing(advisory: Advisory, corrected_by: Collection[str], held: Collection[Hold]) -> Iterator[str]:
    if advisory.status != "current":
        yield advisory.status
    if corrected_by:
        yield f"corrected by {names_in_words(corrected_by)}"
    elif advisory.was_corrected and advisory.status == "current":
        yield "corrected"
    if advisory.redactions:
        yield "redacted"
    if held:
        from advisory_cli.render.holds import hold_in_words  # hardly any text is held

        yield from map(hold_in_words, held)


def counted(number: int, noun: str) -> str:
    """``1 text``, ``1,234 texts``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def these_texts(count: int) -> str:
    """What a question is about: ``this text`` or ``these 3 texts``."""
    return "this text" if count == 1 else f"these {count:,} texts"


def names_in_words(names: Collection[str]) -> str:
    """The names in one line; of very many the first, and how many more."""
    return clean(some_of(list(names), _MOST), lines=False)


def some_of(names: Sequence[str], most: int) -> str:
    """The first names, not yet cleaned, and how many more: ``EUR 57/002/2012 (en), #17 (ru) and 3 more``."""
    rest = f" and {len(names) - most:,} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{rest}"


def relation_in_words(relation: Relation) -> str:
    """``supersedes EUR 57/002/2012``."""
    return clean(f"{RELATIONS.get(relation.type, (relation.type, ''))[0]} {relation.reference}", lines=False)


def ties_in_words(ties: Collection[Tie]) -> Iterator[str]:
    """``superseded by EUR 57/009/2012 (en), EUR 57/009/2012 (ru)``: one for each relation."""
    for kind in dict.fromkeys(tie.type for tie in ties):
        said = RELATIONS.get(kind, ("", f"{kind} of it:"))[1]
        yield f"{clean(said, lines=False)} {names_in_words([tie.name for tie in ties if tie.type == kind])}"


def facet_in_words(facet: str, value: str) -> str:
    """A value of a facet for readers: ``Kazakhstan (KAZ)``, ``Media advisory``, ``(none)``."""
    match facet:
        case _ if not value:
            return "(none)"
        case "country":
            name, code = country_in_words(value), clean(value, lines=False)
            return code if name == code else f"{name} ({code})"
        case "region":
            return region_in_words(value)
        case "kind":
            return kind_in_words(value)
        case "language":
            return language_in_words(value)
        case _:
            return clean(value, lines=False)


def match_in_words(matched: str | None) -> str:
    """How near a hit is, where it is not what was typed; else nothing."""
    return _MATCHES.get(matched or "", "")


def reason_of(row: Row) -> str:
    """Why a hit is one: the words it was found by as they are written there, by how near they are, and its score."""
    how = [_near_in_words(row.matched)] if row.matched not in _BY_WORDS or not row.forms else []
    forms = kinds_in_words(row.forms or {})
    score = f" (score {row.score:.2f})" if row.score else ""
    return clean("; ".join((*how, *((forms,) if forms else ()))), lines=False) + score


def kinds_in_words(kinds: Mapping[str, Sequence[str]]) -> str:
    """Words by how near they are: ``as typed: Zhanaozen; in another script or romanisation: Жанаозен``."""
    return "; ".join(f"{_near_in_words(kind)}: {some_of(forms, _FORMS)}" for kind, forms in kinds.items())


def passages_of(row: Row) -> "tuple[Snippet, ...]":
    """All passages of a hit, the best first."""
    return row.snippets or ((row.snippet,) if row.snippet else ())


def _near_in_words(matched: str | None) -> str:
    return _MATCHES.get(matched or "") or _PLAINLY.get(matched or "", "")
