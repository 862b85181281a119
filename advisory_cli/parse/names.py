"""Name and role of a speaker in the phrase that stands with a verb of saying."""

import re
from typing import Final, NamedTuple

from advisory_cli.parse.lazy import pattern
from advisory_cli.places import country_named


class Speaker(NamedTuple):
    """A speaker as printed; without a name where only a pronoun or a bare verb stands for one."""

    name: str | None = None
    role: str | None = None


NOBODY: Final = Speaker("")
"""Somebody whom the text does not name: `they said`."""
EDGES: Final = " ,،，、;:：.。–—-―«»“”"
"""What stands around a name and is no part of it."""


def speaker_in(phrase: str) -> Speaker | None:
    """Name and role in a phrase such as `John Dalhuisen, Europe Director`; None for a pronoun or nothing."""
    plain = _without_times(" ".join(phrase.split())).strip(EDGES)
    plain += "»" * (plain.count("«") - plain.count("»"))
    parts = [part.removesuffix("は") for part in _SEPARATOR().split(plain) if part]
    if not parts or parts[0].casefold() in _PRONOUNS or parts[-1].casefold() in _PRONOUNS:
        return None
    if len(parts) > 1 and parts[0].split(maxsplit=1)[0].lower() in _ASIDE:
        parts = parts[1:]
    at = _place_of_name(parts)
    if (
        parts[-1].casefold() in _PLURAL
        or parts[0].casefold() in _PLURAL
        or (parts[0][-1:].isdigit() and _LAW().match(parts[0]))
    ):
        return NOBODY
    if parts[at].split(maxsplit=1)[0].lower() in _ASIDE:
        return NOBODY
    if at + 1 < len(parts) and _describes(parts[at], parts[at + 1]):
        return Speaker(parts[at + 1], parts[at])
    if (titled := _titled(parts[at]) or _transcribed(parts[at])) is not None:
        return titled
    return Speaker(_bare_name(parts[at]), _role(parts[at + 1 :]) or _role_before(parts[:at]))


def is_named(text: str) -> bool:
    """Two words in capitals at the beginning, as names have; any text in a script without capitals."""
    first, _, rest = text.strip().partition(" ")
    if first and first.lower() == first.upper():
        return not first.isdigit()
    second = next((word for word in rest.split(maxsplit=3) if word not in _OF_NAMES), "")
    return first[:1].isupper() and second[:1].isupper()


def is_full_name(text: str) -> bool:
    """Two to five words, all of them in capitals or particles such as `van`, no article, no title of an office."""
    words = text.split()
    return (
        2 <= len(words) <= 5
        and words[0].lower() not in _ARTICLES
        and all(_is_capital(word) or word.lower() in _PARTICLES for word in words)
        and _is_capital(words[-1])
        and not _is_office(text)
    )


def is_role(text: str) -> bool:
    """Whether the words name an office: `Europe Director`, `chercheuse`."""
    return _is_office(text)


def words_in(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


_PRONOUNS: Final = words_in(
    "he she il elle él ella er sie lui lei ele ela hij zij он она він вона هو هي o 他 她 彼 彼女"
)
_PLURAL: Final = words_in(
    "they it i we you ils elles on nous je ellos ellas yo nosotros es wir ich man io noi loro essi nós eu eles elas "
    "es ik они я мы вони ми هم نحن أنا biz ben onlar who which qui que che quien which 他们 她们 我们 我 彼ら 私"
)
_ARTICLES: Final = words_in("the a an el la los las le les il lo der die das o os as een de un una une ein eine один")
_PARTICLES: Final = words_in(
    "al af ap bin bint ben da das de del della den der di do dos du e el ibn la le ter ul ur van von y"
)
_OF_NAMES: Final = words_in("al af bin bint ben ibn den der ter ul ur van von")
"""Those of them that stand in names of persons alone."""
_ADVERBS: Final = words_in(
    "meanwhile however later earlier nevertheless also then moreover furthermore finally now still instead "
    "cependant toutefois ensuite además también sin inoltre infine dazu außerdem однако также"
)
_ASIDE: Final = words_in(
    "chaired headed "
    "who which whose where not in on at after as when while during following speaking adding referring commenting "
    "ahead before and but because since with calling urging describing signed qui que dans lors en tras après dopo "
    "nel durante nach bei в во на после который которая которого которую яку який яка комментируя и y et und e "
    "ajoutant précisant añadiendo aggiungendo добавив ходе こう 次のように by citing quoting stressing noting warning"
)
"""Words with which something else begins that is no role."""
_SEPARATOR: Final = pattern(r"[,،，、;]\s*|\s\s*(?:[,،，、;]\s*|[–—-]\s+|\()|[()]")
"""Each way begins with a set of characters, which decides quickly."""
_TIMES: Final = pattern(
    r"(?:^|[\s,]+)(?:today|yesterday|hoy|ayer|heute|gestern|oggi|ieri|hoje|ontem|aujourd['’]hui|hier|сегодня|вчера|"
    r"weiter|abschließend|ferner|"
    r"сьогодні|bugün|اليوم|قائلاً?ة?|am \w+tag|(?:on |this )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?=[\s,:.]|$)",
    re.IGNORECASE,
)
_TIME_WORDS: Final = (
    "day", "tag", "hoy", "ayer", "heute", "gestern", "oggi", "ieri", "hoje", "ontem", "aujourd", "hier", "сегодня",
    "вчера", "сьогодні", "weiter", "abschl", "ferner", "bugün", "اليوم", "قائل",
)  # fmt: skip
_PLAIN_TIME_WORDS: Final = tuple(filter(str.isascii, _TIME_WORDS))
_OFFICES: Final = (
    "director", "researcher", "chief", "activist", "delegate", "secretary", "general", "president", "spokes",
    "advis", "campaigner", "geschäftsführ",
    "coordinator", "officer", "consultant", "analyst", "counsel", "minister", "expert", "chair", "lawyer", "head of",
    "commissioner", "ambassador", "rapporteur", "directeur", "directrice", "chercheu", "secrétaire", "président",
    "porte-parole", "responsable", "avocat", "avvocat", "ministre", "secretari", "investigador", "portavoz",
    "asesor", "abogad", "direttor", "direttric", "portavoce", "ricercat", "diretor", "pesquisador",
    "porta-voz", "generalsekretär", "sprecher", "direktor", "referent", "präsident", "директор", "исследовател",
    "секретар", "представител", "адвокат", "министр", "правозащитни", "юрист", "активист", "direktör",
    "sözcü", "başkan", "araştırmacı", "sekreter",
)  # fmt: skip
"""Beginnings of words for offices."""
_PLAIN_OFFICES: Final = tuple(filter(str.isascii, _OFFICES))


def _without_times(phrase: str) -> str:
    folded = phrase.lower()
    likely = any(map(folded.__contains__, _PLAIN_TIME_WORDS if folded.isascii() else _TIME_WORDS))
    return _TIMES().sub("", phrase) if likely else phrase


def _place_of_name(parts: list[str]) -> int:
    """Which part is the name: the first with two capitals or a lone first name, else the first description."""
    if " " not in parts[0] and _is_capital(parts[0]) and parts[0].lower() not in _ADVERBS:
        return 0
    described = (at for at, part in enumerate(parts) if part.split()[0].lower() in _ARTICLES)
    return next((at for at, part in enumerate(parts) if is_named(part)), next(described, 0))


def _describes(part: str, following: str) -> bool:
    """Whether the name comes behind: `The Minister of Justice, Ali Hassan`, `his mother, Amina`."""
    if part.split(maxsplit=1)[0].lower() in _POSSESSIVES:
        return is_full_name(following) or (_is_capital(following) and " " not in following)
    return is_full_name(following) and _is_office(part) and not is_full_name(part)


_POSSESSIVES: Final = words_in("his her their my its son sa su sein seine ihr ihre suo sua seu")
_LAW: Final = pattern(
    r"(?:art(?:icle|ículo|icolo|ikel|igo|\.)|section|rule|principle|resolution|стать[яи]|المادة|第)\s?\d", re.IGNORECASE
)


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _is_office(text: str) -> bool:
    folded = text.lower()
    return any(map(folded.__contains__, _PLAIN_OFFICES if folded.isascii() else _OFFICES))


def _titled(part: str) -> Speaker | None:
    """A name behind a role: ``Amnesty International's Director John N``, `la directrice Marie N`."""
    if "'s " not in part and "’s " not in part and not _is_office(part):
        return None
    words = part.split()
    ends = (
        at
        for at in range(len(words), 0, -1)
        if words[at - 1].endswith(("'s", "’s", "CEO")) or _is_office(words[at - 1])
    )
    at = next(ends, 0)
    while at and len(words) - at > 2 and len(words[at]) > 1 and words[at].isupper():  # `Представитель МВД Олег Ильин`
        at += 1
    name = " ".join(words[at:])
    if at and (place := _beat(words[at:])):
        at += place
        name = " ".join(words[at:])
    if at and (employer := _EMPLOYER().match(name)):  # `la ricercatrice di Amnesty International Lama N`
        at += employer[0].count(" ")
        name = name[employer.end() :]
    name = _bare_name(name) if at and name else ""
    if not at or not is_full_name(name):
        return None
    return Speaker(name, " ".join(words[:at]).removesuffix("'s").removesuffix("’s"))


def _beat(words: list[str]) -> int:
    """How many words behind an office name its country or part of the world: ``Researcher for Thailand Ann Lee``."""
    if len(words) < _FEWEST_OF_BEAT or words[0] not in _FOR:
        return 0
    first = 2 if words[1].lower() in _ARTICLES else 1
    counts = range(min(len(words) - 2, first + _LONGEST_BEAT), first, -1)
    return next((end for end in counts if _is_place(" ".join(words[first:end]))), 0)


def _is_place(name: str) -> bool:
    return name in _PARTS_OF_WORLD or country_named(name) is not None


_FOR: Final = frozenset({"for", "in", "on", "of", "para", "pour", "für", "per", "por"})
_FEWEST_OF_BEAT: Final = 4
_LONGEST_BEAT: Final = 4
_PARTS_OF_WORLD: Final = frozenset(
    {
        "Africa", "West Africa", "East Africa", "Southern Africa", "Americas", "Asia", "South Asia", "East Asia",
        "Central Asia", "Southeast Asia", "South East Asia", "Europe", "Eastern Europe", "Middle East", "Asia-Pacific",
        "Europa", "América", "Afrique", "Amériques", "Américas", "Amerika", "Afrika", "Asien",
    }
)  # fmt: skip


_EMPLOYER: Final = pattern(
    r"(?:(?:di|de|da|von|bei|of|at|for|pour|per|en)\s(?:l[ae]\s)?|d['’])?"
    r"(?:Amnesty International|Amnist[íi]a Internacional|Anistia Internacional)\s"
)


def _transcribed(part: str) -> Speaker | None:
    """A foreign name in Chinese or Japanese letters: `国际特赦组织研究员尼科拉·范例`, `マリア・ケラー地域部長`."""
    if part.isascii():
        return None
    if _DOTS.isdisjoint(part):
        match = _OF_AMNESTY().fullmatch(part) if "特赦" in part else None
    else:
        match = _WITH_OFFICE().fullmatch(part) or _TRANSCRIBED().fullmatch(part)
    return Speaker(match["name"], match["role"] and match["role"].removesuffix("の")) if match else None


_DOTS: Final = frozenset("·・‧•")
_TRANSCRIBED: Final = pattern(
    r"(?P<role>[\u3040-\u9fff·・]{2,40}(?:研究[员員]|[总總][监監]|主任|部?[长長]|主席|代表|[发發]言人|[顾顧]问|[顾顧]問|担当|调查员|調査員|専門家|の))"
    r"(?P<name>[\u30a0-\u30ff\u4e00-\u9fff]{1,12}(?:[·・‧•][\u30a0-\u30ff\u4e00-\u9fff]{1,12}){1,3})"
)
"""Office, and a name in parts that a dot separates."""
_WITH_OFFICE: Final = pattern(
    r"(?:[\u3040-\u9fff・]{2,40}の)?(?P<name>[\u30a1-\u30fa\u30fc]{1,12}(?:[・＝][\u30a1-\u30fa\u30fc]{1,12}){1,3})"
    r"(?:(?P<role>(?:[\u4e00-\u9fff][\u30a1-\u30fc\u4e00-\u9fff]{0,20})?(?:[長員官士家問人監任]|代表|担当|教授|理事))|氏|さん)"
)
"""A name in katakana and behind it, not in katakana, the office or a form of address."""
_OF_AMNESTY: Final = pattern(
    r"(?P<role>(?:国际特赦组织|國際特赦組織)[\u4e00-\u9fff]{0,20}(?:研究[员員]|[总總][监監]|主任|[长長]|主席|代表|[发發]言人|[顾顧][问問]))"
    r"(?P<name>[\u4e00-\u9fff]{2,4})"
)


def _bare_name(part: str) -> str:
    """A name without what follows in small letters; a description is left whole."""
    if not is_named(part) or part[:1].lower() == part[:1].upper():
        return _CUT().split(part, maxsplit=1)[0]
    words = part.split()
    lower = (at for at, word in enumerate(words) if word[:1].islower() and word.lower() not in _PARTICLES)
    end = next(lower, len(words))
    if words[end : end + 1] and words[end] in _AND and is_full_name(" ".join(words[end + 1 : end + 3])):
        return " ".join([*words[: end + 1], _bare_name(" ".join(words[end + 1 :]))])
    if words[end - 1].endswith(("'s", "’s")):  # `Mehdi N’s sister`
        return part
    while end > 1 and words[end - 1].islower():
        end -= 1
    return " ".join(words[:end])


_AND: Final = words_in("and et und и та")
_CUT: Final = pattern(
    r"\s(?:in|on|at|to|after|during|following|when|as|while|à|dans|lors|tras|nach|во?|на)\s|\sلمنظمة\s"
)


def _role(parts: list[str]) -> str | None:
    """Parts behind a name as long as they describe it; an age is none."""
    role: list[str] = []
    for part in parts:
        if part.split()[0].isdigit() and not role:
            continue
        if _is_aside(part) or (role and part[:1].islower()):
            break
        role.append(part)
    return ", ".join(role) or None


def _is_aside(part: str) -> bool:
    """Whether something else begins that is no role: `who was there`, `adding that`, `subrayando`."""
    first = part.split(maxsplit=1)[0].lower()
    return first in _ASIDE or (part[0].islower() and first.endswith(_GERUNDS) and first not in _OFFICES_IN_ING)


_GERUNDS: Final = ("ing", "ando", "endo", "iendo")
_OFFICES_IN_ING: Final = words_in("acting leading managing visiting")


def _role_before(parts: list[str]) -> str | None:
    """Parts in front of a name if they describe it: `the Secretary General, Pierre Sané`."""
    first = parts[0].split()[0] if parts else ""
    describes = first.lower() in _ARTICLES or (first.islower() and first not in _ASIDE)
    return ", ".join(parts) if describes else None
