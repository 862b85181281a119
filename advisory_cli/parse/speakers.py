"""Who said it: verbs of saying beside a quotation, and the name and role that stand with them."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from advisory_cli.parse.lazy import pattern


class Speaker(NamedTuple):
    """A speaker as printed; without a name where only a pronoun or a bare verb stands for one."""

    name: str | None = None
    role: str | None = None


class Attribution(NamedTuple):
    """A speaker named behind a quotation, and where in that text the naming ends."""

    speaker: Speaker
    end: int


def named_after(text: str, *, quote: str, before: str, language: str) -> Attribution | None:
    """The speaker in `text`, which follows `quote`: `said NAME`, or `NAME said` where the sentence runs on.

    `before` stands in front of the quotation: some languages have the name there and the verb behind.
    """
    clause = _first_clause(text)
    if verb := _saying(language).match(clause, len(clause) - len(clause.lstrip(_LEAD))):
        speaker = _speaker(clause[verb.end() :])
        if speaker is None and language in _VERB_LAST:
            speaker = _speaker(_last_clause(before))
        return Attribution(speaker or Speaker(), len(clause))
    runs_on = quote.endswith(_RUNS_ON) or clause.lstrip().startswith(_RUNS_ON)
    announces = clause.rstrip().endswith(_COLONS) and not quote.endswith(_COMMAS)
    if runs_on and not announces and (verb := _verbs(language).search(clause)):
        subject = clause[: verb.start()]
        if len(subject.split()) <= _LONGEST_SUBJECT and not _CONJUNCTION().match(subject):
            return Attribution(_speaker(subject) or Speaker(), len(clause))
    return None


def named_before(text: str, *, language: str) -> Speaker | None:
    """The speaker at the end of `text`, which a quotation follows: `NAME said:`, or `said NAME:`."""
    clause = _last_clause(text)
    found = list(_verbs(language).finditer(clause))
    if not found:
        return None
    head, tail = clause[: found[-1].start()], clause[found[-1].end() :]
    if head.strip(_EDGES).casefold() in _CONNECTIVES:
        head = ""
    announced = clause.rstrip().endswith((*_COLONS, *_COMMAS))
    that = _THAT().search(tail)
    if not announced and not that and tail.strip():
        return None
    rest = tail[: that.start()] if that else tail
    if _named(head) or (head.strip() and not head.rstrip().endswith(",")):
        return _speaker(head) or Speaker()
    return _speaker(rest) or _speaker(head) or Speaker()


def named_source(text: str, following: Sequence[str]) -> Speaker | None:
    """The speaker of a pull quote: `Source:` with a name on its line, on the next or in the next paragraph.

    `text` stands behind the quotation in its paragraph, `following` are the next paragraphs.
    """
    parts = [part for part in (text, *following) if part.strip()]
    label = _SOURCE().match(parts[0]) if parts and ":" in parts[0] else None
    if label is None:
        return None
    name = parts[0][label.end() :].strip() or "".join(parts[1:2]).strip()
    line = name.partition("\n")[0]
    return _speaker(line) if len(line) <= _LONGEST_CLAUSE else None


_LONGEST_CLAUSE: Final = 300
"""Characters beside a quotation in which a speaker is looked for."""
_LONGEST_SUBJECT: Final = 25
_COMMAS: Final = (",", "،", "，")
_RUNS_ON: Final = (*_COMMAS, "!", "?", "？", "！", "…", "–", "—", "-")
_COLONS: Final = (":", "：")
_LEAD: Final = " \t\n\xa0,،，、;–—―-"
_VERB_LAST: Final = frozenset({"fa", "ja", "kk", "ko", "tr"})
_CLAUSE_END: Final = pattern(
    r"(?<!\b\w)(?<!\b[DMS][rst])(?<!\bMrs)(?<!\bProf)[.!?؟](?=\s+[^\sa-z]|\s*$)|[。！？;]|\n\s*\n"
)
_THAT: Final = pattern(r"\s*\b(?:that|que|che|dass|daß|что|що|że|إن|إنّ|أن|بأن|که)\s*$", re.IGNORECASE)
_CONJUNCTION: Final = pattern(
    r"[\s,–—-]*(?:and|but|which|that|while|who|although|as|y|pero|et|mais|und|aber|и|но|e|ma)\b"
)
_SOURCE: Final = pattern(r"\W*(?:source|fuente|quelle|fonte|источник|المصدر)\s*:", re.IGNORECASE)


def _first_clause(text: str) -> str:
    text = text[:_LONGEST_CLAUSE]
    end = _CLAUSE_END().search(text)
    return text[: end.end()] if end else text


def _last_clause(text: str) -> str:
    text = text[-_LONGEST_CLAUSE:]
    ends = [end.end() for end in _CLAUSE_END().finditer(text.rstrip())]
    return text[ends[-1] :] if ends else text


_VERBS: Final = {
    "en": "(?:(?:has|have|had) )?(?:said|says|saying|added|adds|adding|told|tells|stated|declared|commented|explained|"
    "explains|warned|warns|noted|notes|argued|argues|insisted|concluded|continued|urged|wrote|writes|asked|stressed|"
    "emphasi[sz]ed|remarked|replied|responded|recalled|pointed out)",
    "fr": "(?:(?:a|ont|avait)(?:[- ]t-(?:il|elle|on))? )?(?:déclaré|affirmé|ajouté|indiqué|expliqué|souligné|commenté|"
    "estimé|précisé|dit|averti|rappelé|conclu|dénoncé)|(?:déclare|affirme|ajoute|indique|explique|souligne|commente|"
    "estime|précise|rappelle|conclut|dénonce)(?:[- ]t-(?:il|elle|on))?",
    "es": "(?:han? )?(?:dijo|declaró|señaló|afirmó|manifestó|añadió|agregó|explicó|indicó|aseguró|advirtió|denunció|"
    "concluyó|subrayó|sostuvo|expresó|comentó|recordó|dicho|declarado|señalado|afirmado|manifestado|añadido|explicado|"
    "indicado|asegurado|dice|declara|señala|afirma|manifiesta|añade|explica|asegura)",
    "it": "(?:ha|hanno|aveva) (?:dichiarato|affirmato|affermato|aggiunto|commentato|detto|sottolineato|spiegato|"
    "concluso|ricordato|proseguito|denunciato)|dichiara|afferma|aggiunge|commenta|spiega|sottolinea",
    "pt": "afirmou|disse|declarou|acrescentou|explicou|ressaltou|destacou|comentou|alertou|concluiu|diz|afirma",
    "de": "sagte|sagt|erklärte|erklärt|betonte|betont|kommentierte|kritisierte|kritisiert|forderte|ergänzte|fügte|"
    "meinte|warnte|warnt|berichtete",
    "nl": "zei|zegt|verklaarde|stelde|stelt|benadrukte|voegde",
    "pl": "(?:powiedzia|stwierdzi|oświadczy|doda|podkreśli|skomentowa)ła?|mówi",
    "ru": "(?:сказал|заявил|отметил|подчеркнул|добавил|пояснил|сообщил|объяснил|напомнил|прокомментировал)[аи]?|"
    "считает|говорит|заявляет|отмечает|подч[её]ркивает",
    "uk": "(?:сказа|заяви|зазначи|наголоси|дода|підкресли|повідоми|поясни)(?:в|ла|ли)|каже|вважає|наголошує",
    "kk": "деп (?:айтты|мәлімдеді|атап өтті|хабарлады)|деді|дейді",
    "tr": "dedi|diyor|belirtti|söyledi|açıkladı|ifade etti|kaydetti|(?:diye|şöyle) konuştu|vurguladı|ekledi",
    "ar": "[وف]?(?:قالت?|[يت]قول|أضافت?|صرّ?حت?|أكّ?دت?|أوضحت?|ذكرت?|علّ?قت?|تابعت?)",
    "fa": "گفت(?:ه است)?|می‌گوید|افزود|اظهار داشت",
    "zh": "说道?|說道?|表示|指出|补充道|補充道|强调|強調|称|稱",
    "ja": "と?(?:(?:述べ|語っ|話し|指摘し|警告し|強調し|コメントし|訴え)(?:た|ている|ました|ています)|語る|話す)",
    "ko": "(?:라고 )?(?:말했다|밝혔다|강조했다|덧붙였다)",
}
"""Verbs of saying, by language."""
_ACCORDING: Final = {
    "en": "according to",
    "fr": "selon|d['’]après",
    "es": "según",
    "it": "secondo",
    "pt": "segundo",
    "de": "so|laut",
    "nl": "aldus|volgens",
    "pl": "zdaniem",
    "ru": "по словам",
    "uk": "за словами",
}
"""Words that name the speaker only right behind a quotation."""
_UNSPACED: Final = frozenset({"ja", "ko", "zh"})
"""Languages whose verbs stand without a blank before them."""


@cache
def _verbs(language: str) -> re.Pattern[str]:
    return re.compile("|".join(_alternatives(language, _VERBS)), re.IGNORECASE)


@cache
def _saying(language: str) -> re.Pattern[str]:
    words = [*_alternatives(language, _VERBS), *_alternatives(language, _ACCORDING)]
    return re.compile("|".join(words), re.IGNORECASE)


def _alternatives(language: str, words: Mapping[str, str]) -> list[str]:
    """Patterns of the language, of all languages where it is unknown."""
    chosen = [language] if language in _VERBS else list(words)
    return [words[one] if one in _UNSPACED else rf"\b(?:{words[one]})\b" for one in chosen if one in words]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NOT_NAMES: Final = _words(
    "he she they it i we who il elle ils elles on él ella ellos er sie es lui lei ele ela hij zij он она они я мы "
    "він вона вони هو هي o"
)
_CONNECTIVES: Final = _words("según como selon as wie come secondo segundo как як и y e et und and")
_TIMES: Final = pattern(
    r"(?:^|[\s,]+)(?:today|yesterday|hoy|ayer|heute|gestern|oggi|ieri|hoje|ontem|aujourd['’]hui|hier|сегодня|вчера|"
    r"сьогодні|bugün|اليوم|قائلاً?ة?|am \w+tag|(?:on |this )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?=[\s,:.]|$)",
    re.IGNORECASE,
)
_SEPARATOR: Final = pattern(r"\s*[,،，、;]\s*|\s+[–—-]\s+|\s*\(|\)")
_EDGES: Final = ' ,،，、;:：.。–—-―«»"“”'
_ASIDE: Final = _words(
    "who which whose where in on at after as when while during following speaking adding referring commenting ahead "
    "before and but because since with calling urging describing qui que dans lors en tras após dopo nel durante après "
    "nach bei в во на после который которая комментируя и y et und e"
)
"""Words with which something else begins that is no role."""
_PARTICLES: Final = _words(
    "al af ap bin bint ben da das de del della den der di do dos du el ibn la le ter ul ur van von"
)
_ARTICLES: Final = _words("the a an el la los las le les il lo der die das o os as een de")
_CUT: Final = pattern(r"\s(?:in|on|at|to|after|during|following|when|as|from|while)\s")
_OFFICES: Final = (
    "[Dd]irector|[Rr]esearcher|[Ss]ecretary[ -][Gg]eneral|[Pp]resident|[Ss]pokes(?:person|man|woman)|[Aa]dvis[eo]r|"
    "[Cc]ampaigner|[Cc]oordinator|[Oo]fficer|[Mm]inister|[Ee]xpert|[Cc]hair(?:person|man|woman)?"
)
_OFFICE: Final = pattern(rf"\b(?:{_OFFICES}|General)\b")
_TITLE_AND_NAME: Final = pattern(
    rf"(?P<role>.*(?:['’]s|\b(?:{_OFFICES})))\s+"
    r"(?P<name>[^\W\d_a-z][\w'’-]+(?:\s+[^\W\d_a-z][\w.'’-]*){1,3})"
)


def _speaker(phrase: str) -> Speaker | None:
    """Name and role in a phrase such as `John Dalhuisen, Europe Director`; None where there is no name."""
    plain = _without_times(" ".join(phrase.split())).strip(_EDGES).removesuffix("は")
    parts = [part for part in _SEPARATOR().split(plain) if part]
    if not parts or parts[0].casefold() in _NOT_NAMES:
        return None
    whole = _TITLE_AND_NAME().fullmatch(parts[0]) if _has_office(parts[0]) else None
    if whole and not _OFFICE().search(whole["name"]):
        return Speaker(whole["name"], whole["role"].removesuffix("'s").removesuffix("’s"))
    described = (index for index, part in enumerate(parts) if part.split()[0].lower() in _ARTICLES)
    at = next((index for index, part in enumerate(parts) if _named(part)), next(described, 0))
    return Speaker(_bare_name(parts[at]), _role(parts[at + 1 :]) or _role_before(parts[:at]))


def _without_times(phrase: str) -> str:
    folded = phrase.lower()
    return _TIMES().sub("", phrase) if any(word in folded for word in _TIME_WORDS) else phrase


_TIME_WORDS: Final = (
    "day", "tag", "hoy", "ayer", "heute", "gestern", "oggi", "ieri", "hoje", "ontem", "aujourd", "hier", "сегодня",
    "вчера", "сьогодні", "bugün", "اليوم", "قائل",
)  # fmt: skip


def _has_office(part: str) -> bool:
    """Whether a role may stand before a name: ``Amnesty International's Director John N``."""
    folded = part.lower()
    return "'s" in folded or "’s" in folded or any(office in folded for office in _OFFICE_STEMS)


_OFFICE_STEMS: Final = (
    "director", "researcher", "secretary", "president", "spokes", "advis", "campaigner", "coordinator", "officer",
    "minister", "expert", "chair",
)  # fmt: skip


def _named(text: str) -> bool:
    """Two words in capitals at the beginning, as names have; any text in a script without capitals."""
    words = text.split()[:2]
    if words and words[0].lower() == words[0].upper():
        return True
    return len(words) == 2 and all(word[:1].isupper() for word in words)


def _bare_name(part: str) -> str:
    """A name without what follows in small letters; a description is left whole."""
    if not _named(part) or part[:1].lower() == part[:1].upper():
        return _CUT().split(part, maxsplit=1)[0]
    words = part.split()
    end = next(
        (at for at, word in enumerate(words) if word[:1].islower() and word.lower() not in _PARTICLES), len(words)
    )
    while end > 1 and words[end - 1].islower():
        end -= 1
    return " ".join(words[:end])


def _role(parts: list[str]) -> str | None:
    """Parts behind a name as long as they describe it."""
    role: list[str] = []
    for part in parts:
        if part.split()[0].lower() in _ASIDE or (role and part[:1].islower()):
            break
        role.append(part)
    return ", ".join(role) or None


def _role_before(parts: list[str]) -> str | None:
    """Parts in front of a name if they describe it: `the Secretary General, Pierre Sané`."""
    first = parts[0].split()[0] if parts else ""
    describes = first.lower() in _ARTICLES or (first.islower() and first not in _ASIDE)
    return ", ".join(parts) if describes else None
