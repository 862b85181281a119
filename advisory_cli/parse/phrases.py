"""Words and phrases of header lines that say by themselves what they are, in the languages of the documents."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Final, Literal

from advisory_cli.parse.beginnings import by_letter
from advisory_cli.parse.lazy import pattern

MarkName = Literal["series", "organisation", "public", "internal", "embargo", "label", "memo", "filler"]

_Marking = tuple[MarkName, Callable[[], re.Pattern[str]]]
_UPDATE: Final = (
    r"(?:(?:Further|More|Additional)\sinformation\son|Información\s(?:complementaria|adicional)\s(?:de|sobre)(?:\sla|\sel)?"
    r"|Más\sinformación\s(?:sobre|de)(?:\sla)?|(?:Weitere|Neue)\sInformationen?\szu[rm]?"
    r"|Informations?\scomplémentaires?\ssur(?:\sl['’])?|First|Second|Third|Fourth|Fifth|Primera|Segunda|Tercera|Première|Deuxième|Erste|Zweite|(?:\d(?:st|nd|rd|th)\s)?Update\son|Actualización\sde(?:\sla)?)\s?"
)
_BEGINS: Final = r"(?:^|(?<=[\d)]\s)|(?<=\s\s)|(?<=[-–|*(]\s)|(?<=\()|(?<=[Nn]ational\s)|(?<=NATIONAL\s))"
_MARK_ENDS: Final = r"(?=$|\s\W|\s+A[IIl][\s-]I|\s+[IÍ]nd|\s\s)"
_DAY: Final = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?=,)|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag"
    r"|Mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di(?=\s\d)|dimanche(?=\s\d)"
    r"|(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?=,?\s\d)"
)

_PHRASES: Final[tuple[tuple[MarkName, tuple[str, ...], Callable[[], re.Pattern[str]]], ...]] = (
    (
        "series",
        ("ua", "au ", "au:", "au-", "ae:", "ae ", "extra", "service", "servicio", "weekly", "cs", "vol", "bulletin n",
         "служб"),
        pattern(
            rf"(?<![A-Za-z])(?:{_UPDATE})?(?:UA-?Nr\.?\s?:?\s?)?(?:(?:UA|AU|AE|EXTRA)\s?[:-]?\s?\d{{1,3}}/\d\d(?:\d\d)?(?!\d)(?::\s\d{{1,3}}/\d\d\b)?"
            r"|(?:News\sService|Weekly\sUpdate(?:\sService)?|Servicio\sde\sNoticias)\s?(?:No\.?|Nr\.?)?\s?[:.]?\s?\d{1,3}(?:/\d\d(?:\d\d)?)?(?![\d/])"
            r"|UA-?Nr\.?\s?:\s?\d{1,3}/\d\d(?!\d)|Bulletin\s(?:n[°º]|no\.?)\s?\d{1,3}(?:/\d\d)?|CS\s?\d{1,4}[-/]\d{4}|CS\s\d{1,4}(?=:\s\d)"
            r"|(?:№|Номер)\s(?:сообщения\sслужбы\sновостей|повідомлення\sслужби\sновин)\s?[:.]?\s?\d{1,3}(?:/\d\d)?(?![\d/])"
            r"|Vol(?:\.|ume)?\s?[IVXL\d]{1,6}[,.]?\s(?:No|Number|Issue)\.?\s?\d{1,3})",
            re.IGNORECASE,
        ),
    ),
    (
        "embargo",
        ("embarg", "sperrfrist", "эмбарго", "حظر", "not for "),
        pattern(
            rf"{_BEGINS}(?-i:(?:STRICTLY |Strictly |UNDER |Under )?E(?:mbargo|MBARGO)(?:ed|ED)?\b"
            r"|EMBARGADO|Embargado|SPERRFRIST|Sperrfrist"
            r"|Sous embargo|SOUS EMBARGO"
            r"|Эмбарго|ЭМБАРГО|حظر النشر|N(?:ot|OT) (?:for|FOR) (?:release|publication|RELEASE|PUBLICATION)\b).*",
            re.IGNORECASE,
        ),
    ),
    (
        "organisation",
        ("amnesty",),
        pattern(
            r"Amnesty\s+International(?:\s(?:International\sSecretariat|Publications)\b)?(?!['’]s\s|\s(?-i:[a-zß-öø-ÿа-яёіїєґ]))",
            re.IGNORECASE,
        ),
    ),
    (
        "organisation",
        (
            "amnis", "anisti", "амн", "амністія", "العفو", "uluslararası af", "uluslararasi af", "アムネスティ", "特赦",
            "αμνηστ", "хьюман", "ووتش", "观察", "觀察", "ヒューマン", "human rights watch",
            "reporters", "front line", "article 19", "fidh", "omct",
        ),
        pattern(
            r"(?:Amnist[íi\ufffd]a\sInternacional|Amnistie\sinternationale(?:\sCanada\sfrancophone)?|Anistia\sInternacional|Международная\sАмнистия|Міжнародна\sАмністія"
            r"|منظمة العفو الدولية|Uluslararası\sAf\sÖrgütü|アムネスティ(?:・?インターナショナル)?(?:日本)?"
            r"|国际特赦组织|國際特赦組織|Διεθνής\sΑμνηστία|Human\sRights\sWatch|Хьюман\sРайтс\sВотч"
            r"|هيومن رايتس ووتش|人[权權][观觀]察|ヒューマン・?ライツ・?ウォッチ"
            r"|Reporters\s(?:Without\sBorders|sans\sFrontières)|Front\sLine\sDefenders|(?-i:ARTICLE\s19|FIDH|OMCT)\b)"
            r"(?!\s(?-i:[a-zß-öø-ÿа-яёіїєґ])|[はがのもを])",
            re.IGNORECASE,
        ),
    ),
    (
        "public",
        ("public", "públic", "extern", "öffentlich", "публич"),
        pattern(
            rf"\b(?-i:DOCUMENT (?:PUBLIC|EXTERNE)|Document (?:public|externe))\b"
            rf"|{_BEGINS}(?-i:\((?:Public|PUBLIC|Público|PÚBLICO|Externo)\)"
            r"|Public(?=$|\s\W)"
            r"|(?:EXTERNAL|EXTERNO|EXTERNE|EXTERN|External|Externo)(?:\s\([^)\n]{3,60}\))?(?=\s|$)(?!\s(?:DOCUMENT|RELATIONS|DEBT))"
            rf"|(?:PUBLIC|PÚBLICO|PUBLICO|Público|ÖFFENTLICH|ПУБЛИЧНЫЙ){_MARK_ENDS})",
            re.IGNORECASE,
        ),
    ),
    (
        "internal",
        ("internal", "interno", "interne", "distr"),
        pattern(
            rf"^(?-i:INTERNAL|INTERNO|INTERNE|Internal)(?:\s\([^)\n]{{3,60}}\))?{_MARK_ENDS}|Distr\s?[:.]\s?SC/PO\b",
            re.IGNORECASE,
        ),
    ),
    (
        "memo",
        ("to:", "to :", "from:", "from :", "cc:", "de:", "de :"),
        pattern(
            r"(?:^(?:TO|DE|FROM|CC|To|From)\s?:|(?<=\s)(?:TO|FROM):(?=\s(?:IS\s)?PRESS))"
            r".*?(?=\s+(?:AI\sINDEX|DISTR|DATE|FROM):|$)"
        ),
    ),
    (
        "label",
        (
            "date", "datum", "fecha", "data", "tarih", "published", "posted", "issued", "дата", "التاريخ", "tari̇h",
            "日付", "日期",
        ),
        pattern(
            r"(?:^|(?<=\W))(?:(?:Publication\s|Publishing\s)?Date(?:\s(?:Published|of\sissue|issued))?|Datum|Fecha(?:\sde\semisión)?|Data|Дата|التاريخ|Tarih"
            r"|Published|Posted(?:\son)?|Issued|日付|(?:[发發][布佈])?日期)\s{0,3}[:：|]\**",
            re.IGNORECASE,
        ),
    ),
    (
        "filler",
        ("ndex:", "ndex."),
        pattern(
            r"(?:\bA[Il1]\s?)?\b[Il1]ndex\s?[:.]\s?[A-Z0-9]{2,4}[\s/]{1,2}[\w?!|]{1,4}\s?[/;.,]"
            r"\s?[\w?!|]{1,4}\s?[/;.,]\s?[\w?!|]{1,5}(?=\s|$)",
            re.IGNORECASE,
        ),
    ),
    (
        "filler",
        (
            "release", "immediate use", "efai", "éfai", "ailrc-fr", "distr", "issued by", "of words",
            "authori", " news", " utc", " gmt", "0am", "0pm", "5am", "fin del ", "fine del ", "fin du ", "ende der ",
            "am ", "pm ", " - 0", " - 1", " - 2",
            "5pm", " г.", "год", "року", " р.",
        ),
        pattern(
            r"(?-i:FOR IMMEDIATE RELEASE|For [Ii]mmediate (?:[Rr]elease|[Uu]se)|FOR IMMEDIATE USE"
            r"|ÉFAI\b|EFAI\b|AILRC-FR\b)"
            r"|^(?:fine?|ende)\s(?:del|du|der)\s(?:comunicato|comunicado|communiqué|pressemitteilung)\b(?:\sstampa|\sde\sprensa|\sde\spresse)?|(?<=\d\s)(?:[гр]\.|года|року)(?!\w)"
            r"|(?<=\d\d\d\d)(?:,?\s\d\d?[:.]\d\d\s?(?:UTC|GMT|[AP]M)(?:\s[CEMP][DS]T|\s\|\s.{1,60})?|\s[-–]\s\d\d?[:.]\d\d|\sNews)$"
            r"|^\d\d?[:.]\d\d\s?[ap]m,?(?=\s[\dA-Z])"
            r"|\b[0-2]\d{3}\s?(?:hrs|hours)\s(?:GMT|BST|UTC)\b|Distr\s?[:.]\s?\w+(?:/[A-Z]{2})*|^for\sgeneral\sdistribution$|\bNO\.?\sOF\sWORDS:?\s[\d,.]+|^Electronic\sdistribution\sauthori[sz]ed"
            r"|Issued\sby(?:\sthe)?$|Issued\sby\s(?:the\s)?International(?:\sSecretariat(?:\sof(?=\sAmnesty\sInternational))?)?",
            re.IGNORECASE,
        ),
    ),
    (
        "filler",
        (
            "day", "mon,", "tue,", "wed,", "thu,", "fri,", "sat,", "sun,", "tag", "mittwoch", "di ", "dimanche ",
            "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "曜日",
        ),
        pattern(rf"\b(?:{_DAY})\b,?|[月火水木金土日]曜日[,、]?", re.IGNORECASE),
    ),
    (
        "filler",
        ("来源", "來源", "日0", "日1", "日2"),
        pattern(r"(?<=日)\s?\d\d?[:：]\d\d(?::\d\d)?(?:\s?\|?\s?[来來]源\s?[:：].{1,40})?$|^[来來]源\s?[:：].{1,40}$"),
    ),
    (
        "filler",
        ("secret", "benenson", "easton", "wc1x"),
        pattern(
            r"(?:International\sSecretariat\b(?!\sof\b)|Secretariado\sInternacional\b|Secrétariat\sinternational\b|Peter\sBenenson\sHouse|1\sEaston\sSt).*"
            r"|^Lond(?:on|res|ra)\sWC1X.*|^WC1X.*|^(?:International\s)?Secretariat\sof(?=\sAmnesty\sInternational$)",
            re.IGNORECASE,
        ),
    ),
)  # fmt: skip
"""Name of the piece; what a line in lower case must contain for the pattern to be worth trying; the pattern."""

_LINE_BEGINNINGS: Final = by_letter((
    "international", "united", "royaume", "reino", "bulletin", "sez", "sec", "sek", "seç", "from", "tel", "phone",
    "fax", "e-mail", "email", "web", "http", "www", "t:", "e:", "f:", "w:", "no", "original",
    "idioma original", "langue originale", "lingua originale",
    "10 southampton", "53 theobald", "tower house", "turnagain", "publication", "publisher", "author",
    "国・地域",
    "media contact", "press contact", "news ©", "contact", "isbn", "©", "copyright", "(c)",
    "pressestelle", "pressereferat", "press office", "ufficio", "oficina", "service", "by ", "por ", "par ", "di ",
    "von ", "published", "printed", "categor", "all", "region", "countr", "topic", "issue",
    "content type", "what we do", "where we are", "location",
))  # fmt: skip
_BARE_NUMBER: Final = 8
"""Characters of a number of a series or a time of day alone on a line: ``225/96``, ``11:10 PM``."""
_LINES: Final = pattern(
    r"(?:International|United\sKingdom|Royaume-Uni|Reino\sUnido|Bulletin|\d{1,3}/\d\d|\d\d?:\d\d(?:\s[AP]M)?|(?:Sezione|Section|Sección|Sektion|Seção)\s\w+|Sektion\sder\sBundesrepublik\sDeutschland(?:\se\.\s?V\.)?|Pressestelle|Pressereferat|(?:International\s)?Press\sOffice|Ufficio\s[Ss]tampa|Oficina\sde\s[Pp]rensa|Service\s(?:de\s)?[Pp]resse"
    r"|(?:Press\sOffice|Ufficio\s[Ss]tampa|Oficina\sde\s[Pp]rensa|Service\sde\s[Pp]resse|Pressestelle)(?-i:\s(?:de\sla|de\sl['’]|de|del|della|du|des|der|of|of\sthe)(?:\s[A-ZÀ-Þ][\w.-]*){1,4})"
    r"|Published\s(?:in\s)?(?:19|20)\d\d)$|(?:By|Por|Par|Di|Von)\s(?-i:[A-ZÀ-Þ][a-zà-ÿ.][\w.'’-]*(?:\s[a-z]{2,3})?(?:\s[A-ZÀ-Þ][\w.'’-]+){1,3})(?:$|,.{0,120}$|\s[|–-]\s.{0,120}$)"
    r"|from\b(?=\sAmnesty\sInternational\sNews)"
    r"|www\.\S+(?=\s(?-i:AMNESTY INTERNATIONAL [A-Z]))"
    r"|(?:Tel|Telephone|Phone|Fax|Telegrams|Telex|E-?mail|web\s?site|website|http|www\.)\b.*|[TEFW]:\s.*|No\.?\sof\swords.*|(?:Original\slanguage|Idioma\soriginal|Langue\soriginale|Originalsprache|Lingua\soriginale)\b.*"
    r"|(?:10\sSouthampton\sStreet|53\sTheobald|Tower\sHouse,|Turnagain\sLane).*"
    r"|(?:Media\s|Press\s)?Contacts?:\s?(?:$|.*[\d@].*|Amnesty\sInternational.{0,20}$)|ISBN.*|(?:(?:news\s)?©|Copyright|\(c\)).*|Printed\s(?:by|in)\b.*|Categories:.*|(?:国・地域)\s?[:：].*|Publications$|(?:Publisher|Author|Publication\sDate)(?=\s+(?:Amnesty|\d))|No\.\s\d{1,3}(?=\s\s|$)|All\srights\sreserved.*"
    r"|(?:Content\stype|What\swe\sdo|Where\swe\sare):\s.{1,80}$|Location:\s(?-i:[A-Z])[^\d,]{2,40}$"
    r"|(?:Region|Country|Countries|Topics?|Issues?)\s?:?\s[A-Z][\w .,'-]{1,60}$",
    re.IGNORECASE,
)
"""Lines that are filler by how they begin: some of their first letters, and in full."""


_FIGURE: Final = pattern("[0-9]")
_TIMES: Final = frozenset({" news", " utc", " gmt", "am ", "pm "})
"""Words that only figures make a mark of, as the numbers of series and the days of the week are."""
_DAYS: Final = "day"
"""First word of the phrase for days of the week, which stand before dates."""
_WITH_COLON: Final = frozenset({"memo", "label"})
"""Names of phrases that no line has without a colon or a bar."""


def has_figures(text: str) -> bool:
    """Whether there is any of the figures 0 to 9."""
    return _FIGURE().search(text) is not None


def find_marks(text: str) -> Sequence[tuple[MarkName, int, int]]:
    """Name, start and end of every mark in a line, in no order; marks may overlap."""
    folded = text.lower()
    colon = ":" in text or "|" in text or "：" in text
    likely = _likely()[text.isascii(), has_figures(text), colon]
    found = dict.fromkeys([phrase for word, phrase in likely if word in folded])
    marks = [(name, *match.span()) for name, expression in found for match in expression().finditer(text)]
    known = folded.startswith(_LINE_BEGINNINGS.get(folded[:1], ())) or len(text) <= _BARE_NUMBER
    if known and (line := _LINES().match(text)):
        marks.append(("filler", 0, line.end()))
    return marks


@cache
def _likely() -> Mapping[tuple[bool, bool, bool], Sequence[tuple[str, _Marking]]]:
    """Words and the phrase that each may be of, by whether a line is ASCII, has figures, has a colon.

    Most lines have but plain letters, and no figures, and no colon, and the words are many.
    """
    return {
        (plain, figures, colon): tuple(
            (word, (name, expression))
            for name, words, expression in _PHRASES
            if colon or name not in _WITH_COLON
            for word in words
            if not plain or (word.isascii() and (figures or word not in _TIMES))
            if figures or not (name == "series" or words[0] == _DAYS or has_figures(word))
        )
        for plain, figures, colon in product((False, True), repeat=3)
    }
