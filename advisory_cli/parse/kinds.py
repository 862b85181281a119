"""Kinds of documents: what kind lines say in many languages, and what else tells the kind where there is none."""

import re
from functools import cache
from typing import Final

from advisory_cli.parse.lazy import pattern
from advisory_cli.reference import Reference

_FOLD: Final = str.maketrans("áàâäãåéèêëíìîïóòôöõúùûüñçýёї’ış", "aaaaaaeeeeiiiiooooouuuuncyеі'is", "\u0307")

_PHRASES: Final = {
    "media_advisory": (
        "media advisory", "media advisories", "media invite", "media invitation", "media alert",
        "press advisory", "press invitation", "news advisory", "сообщение для прессы",
        "сообщение для сми", "информация для сми", "приглашение для сми", "анонс для сми",
        "информация для прессы", "повiдомлення для преси", "avis aux medias", "invitation a la presse",
        "invitation presse", "alerte medias", "aviso a los medios", "aviso a los medios de comunicacion",
        "convocatoria de prensa", "aviso aos meios", "convite a imprensa", "invito stampa",
        "invito ai media", "presseeinladung", "medieneinladung", "medienhinweis", "بيان للصحافة",
        "تنبيه إعلامي", "دعوة إعلامية", "دعوة صحفية", "basin daveti", "basın daveti", "媒体通告", "媒体通知",
        "メディア・アドバイザリー", "プレス・アドバイザリー",
    ),
    "media_briefing": (
        "media briefing", "press briefing", "international media briefing", "dossier de presse",
        "informe para los medios", "国際メディア・ブリーフィング", "メディア・ブリーフィング",
        "إحاطة إعلامية", "媒体简报",
        "брифинг для прессы",
    ),
    "press_release": (
        "press release", "press releases", "国際事務局発表ニュース", "news release", "news releases", "media release",
        "news flash",
        "press statement", "press note", "press communique", "media statement", "joint press release", "news alert",
        "communique conjoint", "communique de presse conjoint", "comunicado conjunto", "comunicado de prensa conjunto",
        "comunicado publico", "comunicato congiunto", "comunicato stampa congiunto", "nota stampa", "nota de imprensa",
        "gemeinsame pressemitteilung", "medieninformation", "presseaussendung", "pressemeldung", "pressestatement",
        "basın bülteni", "basin bulteni", "ortak basın aciklaması", "ortak basin aciklamasi", "пресрелиз", "пресреліз",
        "совместный пресс-релиз", "спільний прес-реліз", "сообщение пресс-службы", "تصريح صحفي", "بلاغ صحفي",
        "بيان صحفي مشترك", "新闻公报", "communique de presse", "communique", "comunicado de prensa", "comunicado",
        "nota de prensa", "boletin de prensa", "comunicado de imprensa", "nota a imprensa",
        "press item", "press notice", "баспасөз хабарламасы", "баспасөз релизі",
        "comunicato stampa", "comunicato", "pressemitteilung", "presseerklarung", "presseinformation",
        "medienmitteilung", "persbericht", "pressmeddelande", "komunikat prasowy", "basin aciklamasi",
        "basın açıklaması", "basın aciklaması", "basına ve kamuoyuna", "пресс-релиз", "прес-реліз", "بيان صحفي",
        "بيان صحافي",
        "نشرة صحفية", "新闻稿", "新聞稿", "プレスリリース", "ニュースリリース", "δελτιο τυπου", "δελτίο τύπου",
    ),
    "public_statement": (
        "public statement", "statement", "日本支部声明", "joint statement", "joint public statement", "oral statement",
        "written statement", "declaration publique", "declaration", "declaracion publica", "declaracion",
        "declaration conjointe", "declaracion conjunta", "dichiarazione congiunta", "gemeinsame erklarung",
        "declaracao conjunta", "совместное заявление", "спільна заява", "بيان مشترك", "共同声明", "联合声明",
        "offentliche erklarung", "erklarung", "dichiarazione", "stellungnahme", "offentliche stellungnahme",
        "dichiarazione pubblica",
        "declaracao publica", "nota publica", "nota de repudio", "nota oficial", "nota de solidariedade",
        "pronunciamiento", "presa di posizione", "ortak aciklama", "ortak acıklama", "会長声明", "会長談話", "抗議声明",
        "理事長声明", "決議", "declaracao",
        "публичное заявление", "заявление", "публічна заява", "заява", "بيان عام",
        "بيان علني", "بيان", "kamuoyu açıklaması", "kamuoyu aciklaması", "公開声明", "声明", "公开声明", "公開聲明",
    ),
    "urgent_action": (
        "urgent action", "urgent action bulletin", "action complementaire", "informacion complementaria",
        "urgent appeal", "llamado urgente", "llamamiento urgente", "appel urgent", "appello urgente", "apelo urgente",
        "action urgente", "accion urgente",
        "accionurgente", "eilaktion", "dringende aktion",
        "azione urgente", "acao urgente", "acil eylem", "dringende actie",
        "срочная акция", "термінова акція", "термінова акция", "عمل عاجل", "تحرك عاجل", "نداء عاجل", "緊急行動",
        "紧急行动", "pilna akcja",
    ),
    "news_service": (
        "news service", "weekly update service", "servicio de noticias", "service d'information",
    ),
    "newsletter": (
        "newsletter", "news letter", "ai newsletter", "amnesty newsletter", "boletin",
        "boletin informativo", "bulletin d'information",
        "lettre d'information", "rundbrief", "bollettino", "boletim", "النشرة الإخبارية", "ニュースレター",
        "информационный бюллетень",
    ),
    "report": (
        "report", "an amnesty international report", "summary", "summary report", "rapport", "informe", "bericht",
        "rapporto", "relatorio", "доклад", "report summary", "summary of report", "resume du rapport",
        "resumen del informe",
        "отчет", "доповідь", "звіт", "تقرير", "报告", "報告書", "報告", "rapor", "raport", "resumen",
        "executive summary", "external document",
    ),
    "briefing": (
        "briefing", "briefing paper", "amnesty international briefing", "an amnesty international briefing",
        "submission",
        "document d'information", "documento informativo", "memorandum", "nota informativa",
        "hintergrundpapier", "информационный документ", "questions and answers", "ブリーフィング", "مذكرة",
        "ورقة إحاطة",
    ),
    "annual_report": (
        "annual report", "rapport annuel", "informe anual", "jahresbericht", "rapporto annuale",
        "relatorio anual", "amnesty international report", "ежегодный доклад", "التقرير السنوي", "年次報告書",
        "年度报告", "yıllık rapor",
    ),
    "letter": (
        "open letter", "letter", "lettre ouverte", "carta abierta", "offener brief", "lettera aperta",
        "carta aberta", "открытое письмо", "відкритий лист", "رسالة مفتوحة", "公開書簡", "公开信", "açık mektup",
        "joint open letter", "joint letter", "lettre conjointe", "carta conjunta", "совместное письмо",
    ),
    "medical_action": (
        "medical action", "medical letter writing action", "medical concern", "accion medica",
        "action medicale", "health professional action",
    ),
    "opinion": (
        "opinion", "opinion piece", "op-ed", "oped", "opinion editorial", "commentary", "comment",
        "kommentar", "tribune", "articulo de opinion", "opiniao", "мнение", "رأي", "commento",
    ),
    "other": (
        "postcard", "poster", "calendar", "policy document", "action document", "petition",
    ),
}  # fmt: skip
"""Kind lines in lower case and without accents. Amnesty International's document system and the papers' own words."""

_OPENINGS: Final = (
    "briefing to", "briefing for", "submission to", "submission for", "opinion piece by", "op-ed by",
    "open letter to", "carta abierta a", "lettre ouverte a", "offener brief an", "lettera aperta a",
    "открытое письмо", "відкритий лист",
)  # fmt: skip
"""Kinds that go on into a title: ``BRIEFING TO THE COMMITTEE AGAINST TORTURE``."""

_CLASSES: Final = {
    "NWS 11": "news_service",
    "NWS 21": "newsletter",
    "NWS 22": "newsletter",
    "ACT 75": "medical_action",
    "POL 10": "annual_report",
    "PRE 01": "press_release",
    "PRE 02": "media_advisory",
    "PRE 03": "media_briefing",
}
"""Classes of index numbers that hold one kind of document."""


@cache
def _slugs() -> dict[str, str]:
    return {_folded(phrase): slug for slug, phrases in _PHRASES.items() for phrase in phrases}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in (*_slugs(), *_OPENINGS))


def _folded(text: str) -> str:
    folded = text.lower()
    return folded if folded.isascii() else folded.translate(_FOLD)


def kind_at_start(text: str) -> tuple[str, int] | None:
    """The kind that a line begins with, and how many characters name it; only whole words, the longest phrase wins."""
    if "・" in text[:_LONGEST_RUBRIC] and (slug := _slugs().get(text.partition("・")[0])):
        return (slug, len(text)) if len(text) <= _LONGEST_RUBRIC else None
    words = text[:80].split()
    if not words or _folded(words[0]).strip(_EDGES) not in _first_words():
        return None
    for count in range(min(6, len(words)), 0, -1):
        phrase = _folded(" ".join(words[:count])).strip(_EDGES)
        slug = _slugs().get(phrase)
        if slug:
            return slug, _end_of(text, words[:count])
    return None


_LONGEST_RUBRIC: Final = 12
"""Characters of the kinds that a page in Japanese is filed under: ``声明・決議``."""


def opening_kind(text: str) -> tuple[str, int] | None:
    """The kind of a title that names it and goes on (``Submission for the UN``), and how many characters name it."""
    words = _folded(text[:40])
    if not words.startswith(_OPENINGS):
        return None
    return _named(next((phrase for phrase in _OPENINGS if words.startswith(phrase)), ""))


def statement_at(text: str) -> tuple[str, int] | None:
    """The kind of a title that begins with whose statement it is, and how many characters name it."""
    words = _folded(text[:40])
    if not words.startswith(_STATEMENTS):
        if words.startswith(_DECLARATIONS):
            return _own_declaration(text, words)
        joint = _BY_INITIALS().match(text)
        return ("public_statement", joint.end()) if joint else None
    return _named(next(phrase for phrase in _STATEMENTS if words.startswith(phrase)))


_BY_INITIALS: Final = pattern(
    r"(?:[A-Z]{2,8}|Joint(?: NGO)?|Civil society) (?:[Jj]oint )?[Ss]tatement(?= (?:on|to|in|by|at|for|following)\b)"
    r"|Заявление(?= (?:[А-ЯЁ]{2}|[Сс]овета |[Пп]равления |[Уу]частников |[Оо]рганизаций |[Пп]равозащит|[Кк]оалиции ))"
    r"|Заява(?= (?:[А-ЯІЇЄ]{2}|[Рр]ади |[Пп]равління |[Уу]часників |[Оо]рганізацій |[Пп]равозахис|[Кк]оаліції ))"
)
"""Whose statement a title says it is: ``EU statement on ...``."""


def kind_behind_country(text: str) -> tuple[int, int, str] | None:
    """Place and slug of a kind of several words behind the head of a title: ``Sudan: Open letter to members``."""
    head, colon, title = text[:_HEAD].partition(": ")
    found = kind_at_start(title) if colon else None
    at = len(head) + len(colon)
    return (at, at + found[1], found[0]) if found and " " in title[: found[1]].strip(_EDGES) else None


_HEAD: Final = 90


def kind_at_end(title: str) -> str | None:
    """The kind in capitals behind the dash that ends a title, or in brackets: ``Three face death - URGENT ACTION``."""
    bracket = title.endswith(")") and title.rpartition("(")[2]
    words = bracket or title.replace(" – ", " - ").rpartition(" - ")[2]
    told = words.isupper() or " " in words or bracket
    found = kind_at_start(words) if told and words != title else None
    return found[0] if found and found[1] == len(words) else _kind_at_unspaced_end(title)


def is_newsletter(title: str) -> bool:
    """Whether a short title calls itself a newsletter: ``Group Newsletter February 2017``."""
    words = title.casefold().split()
    return len(words) <= _NEWSLETTER_WORDS and "newsletter" in words


_NEWSLETTER_WORDS: Final = 6


def _kind_at_unspaced_end(title: str) -> str | None:
    """The same in scripts without blanks, with or without a bracket behind it: ``抗議声明(Amnesty)``."""
    words = title.partition("(")[0].partition("(")[0]
    if title.isascii() or not "\u3040" <= words[-1:] <= "\u9fff":
        return None
    return next((slug for phrase, slug in _slugs().items() if not phrase.isascii() and words.endswith(phrase)), None)


def _own_declaration(text: str, words: str) -> tuple[str, int] | None:
    """The kind of a first line that says which officer of the organisation declares something."""
    is_own = any(name in text[:_HEAD] for name in _OWN_NAMES)
    return _named(next(phrase for phrase in _DECLARATIONS if words.startswith(phrase))) if is_own else None


_DECLARATIONS: Final = ("declaracao de ", "declaration de ", "declaracion de ", "dichiarazione di ", "erklarung de")
_OWN_NAMES: Final = ("Amnesty", "Amnistía", "Anistia", "Amnistia")
_STATEMENTS: Final = (
    "oral statement ", "joint statement ", "written statement ", "joint oral statement ", "joint written statement ",
    "joint public statement ",
    "statement by ", "statement of ", "statement to the ", "statement on ",
    "declaration d'amnesty", "declaracion de amnistia",
    "dichiarazione di amnesty", "erklarung von ", "stellungnahme von ", "urgent action for ",
    "action urgente pour ", "заявление amnesty",
    "заявление международной амн", "заява amnesty", "declaracao da anistia",
    "declaration sur ", "declaracion sobre ", "comunicado sobre ", "erklarung zu", "stellungnahme zu",
    "dichiarazione su", "nota publica sobre ", "declaracao sobre ", "заявление по ", "заявление о ",
    "заявление в связи ", "заява щодо ", "заява про ", "заява з приводу ",
)  # fmt: skip


def _named(opening: str) -> tuple[str, int] | None:
    """The kind that the first words of a phrase name, and how many characters these are."""
    while opening and opening not in _slugs():
        opening = opening.rpartition(" ")[0]
    return (_slugs()[opening], len(opening)) if opening else None


_EDGES: Final = ".,:;-–—|*•\"'()[]<>＜＞【】「」［］《》"


def _end_of(text: str, words: list[str]) -> int:
    position = 0
    for word in words:
        position = text.index(word, position) + len(word)
    return position


def kind_of_class(reference: Reference) -> str | None:
    """The kind that a class of index numbers holds: ``NWS 21`` newsletters, ``PRE 01`` press releases."""
    return _CLASSES.get(f"{reference.region} {reference.topic}")


_TRACES: Final = (
    (
        "urgent_action",
        (
            "please send",
            "urgent intervention",
            "recommended action",
            "acciones recomendadas",
            "empfohlene aktionen",
            "urgent action ",
        ),
        (
            r"please send (?:telegrams|appeals)|requests? your urgent intervention|recommended action"
            r"|acciones recomendadas|empfohlene aktionen"
            r"|this urgent action expires"
        ),
    ),
    (
        "press_release",
        ("fin", "ende "),
        r"(?:fine|fin|ende) (?:del|du|der) (?P<printed>comunicato|comunicado|communiqué|pressemitteilung)",
    ),
    (
        "press_release",
        ("for immediate ", "diffusion immédiate", "difusión inmediata", "sofortigen veröffentlichung"),
        (
            r"for immediate (?:release|use|publication)|pour diffusion immédiate|para (?:su )?difusión inmediata"
            r"|zur sofortigen veröffentlichung"
        ),
    ),
    (
        "press_release",
        ("responding to ", "reacting to ", "following statement", "réagissant ", "en réaction à "),
        (
            r"(?m)^[ \t>]*(?:responding|reacting) to [^\n]{10,500} said:"
            r"|(?:released|issued) the following statement\b"
            r"|^[ \t>]*(?:réagissant [àa]|en réaction [àa]) [^\n]{10,500} a déclaré"
        ),
    ),
    (
        "press_release",
        (".- amnist", ".-amnist"),
        r"(?m)^[ \t>]*[^\W\d_][^\n.]{2,30}\.-\s?amnist[ií]a internacional",
    ),
    (
        "media_advisory",
        (
            "vous inviter à",
            "vous inviter aux",
            "einladung zu",
            " invites ",
            "invita a ",
            "lädt ",
            "приглашает ",
            "приглашаем ",
            "запрошує ",
            "convida ",
        ),
        (
            r"vous inviter (?:à (?:la|une)|aux) conférences? de presse|\binvites (?:journalists|the media|the press)\b"
            r"|\binvita (?:a los (?:medios|periodistas)|a la prensa|(?:la stampa|i giornalisti))"
            r"|\blädt .{0,60}\bzu(?:r| einer) pressekonferenz"
            r"|einladung zu(?:r| einer) (?:gemeinsamen )?pressekonferenz|приглаша(?:ет|ем) журналистов"
            r"|запрошує журналістів|convida (?:a imprensa|os jornalistas)"
        ),
    ),
    (
        "annual_report",
        ("year under review", "amnesty international report"),
        r"(?:the|this) year under review|amnesty international report (?:19|20)\d\d",
    ),
    (
        "letter",
        ("dear ",),
        (
            r"(?m)^[ \t>]*dear (?:(?:mr|ms|mrs|madam)\.? )?(?:president|prime minister|minister|secretary|governor)\b"
            r"[^\n,:]{0,40}[,:]$"
        ),
    ),
    (
        "newsletter",
        ("the newsletter", "global magazine", "magazine mondial d", "revista global de am", "通讯", "通訊"),
        (
            r"\A.{0,300}?\bthe newsletter (?:for|of) (?:amnesty|members|local|groups)"
            r"|amnesty(?: international)?['’]s global magazine|magazine mondial d['’]amnesty"
            r"|revista global de amnist[ií]a|国际特赦组织通讯|國際特赦組織通訊"
        ),
    ),
    (
        "public_statement",
        ("stellung:",),
        r"\bnimmt [^\n:]{3,300} stellung:",
    ),
    (
        "public_statement",
        ("ladies and gent", "distinguished ", "mr. president,", "mr president,", "adame president,"),
        (
            r"(?m)^[ \t>“«\"]*(?:(?:mr\.?|madame) president,|ladies and gentlemen"
            r"|distinguished (?:delegates|members|colleagues|guests|ambassadors))"
        ),
    ),
    (
        "letter",
        (
            "dear ",
            "excellency",
            "estimad",
            "monsieur ",
            "madame ",
            "sehr geehrte",
            "prezad",
            "excelent",
            "respetable",
            "уважаем",
            "шановн",
        ),
        (
            r"(?m)^[ \t>]*(?:dear |(?:your )?excellency|estimad[oa]s? |monsieur |madame (?!president,|high )"
            r"|sehr geehrte|prezad[oa]s? |excelent[ií]ssim[oa] |respetables? se|уважаем|шановн)"
        ),
    ),
    (
        "briefing",
        ("submission ", "briefing "),
        r"submission (?:to|for) the|briefing (?:to|for|paper)",
    ),
    (
        "report",
        ("this report", "of a report", "rapport", "document", "informe", "dieser bericht"),
        (
            r"this report|this is a summary of a report|ce (?:rapport|document)|le présent (?:rapport|document)"
            r"|est[ea] (?:informe|documento)|el presente (?:documento|informe)|dieser bericht|questo rapporto"
        ),
    ),
    (
        "report",
        ("contents", "sommaire", "table des mati", "indice", "inhalt", "resum", "résum"),
        (
            r"(?m)list of contents\b"
            r"|^[ \t>]*(?:(?:table of )?contents\b|(?:sommaire|table des mati|indice|inhalt|r[eé]sum[eé]n?)[ \t]*$)"
        ),
    ),
    (
        "report",
        ("introduc", "introduz", "einleitung"),
        r"(?m)^[ \t>]*(?:1\.?[ \t])?(?:introduction|introducción|introduzione|einleitung)[ \t]*$",
    ),
    (
        "report",
        ("first published", "isbn", "publicado ", "original"),
        (
            r"(?m)first published (?:by|(?:in )?(?:\w+ )?\d{4})\b|\bisbn\b"
            r"|publicado (?:originalmente|por primera vez) e[nm]"
            r"|^[ \t>]*(?:original language|idioma original|l[ií]ngua original|originalsprache)"
        ),
    ),
    ("urgent_action", ("distr",), r"distr ?[:.] ?ua\b"),
    ("report", ("distr",), r"distr ?[:.] ?sc/c[co]"),
    (
        "press_release",
        ("embargo", "international today", "d today"),
        (
            r"\bembargo|amnesty international (?:said |has responded )?today|said today"
            r"|report (?:published|released|issued) today"
        ),
    ),
    (
        "press_release",
        ("قالت منظمة", "a déclaré ", "ha dichiarato "),
        r"قالت منظمة العفو الدولية|a déclaré (?:aujourd.hui )?amnesty|ha dichiarato (?:oggi )?amnesty",
    ),
    (
        "press_release",
        ("amnesty international’s ", "amnesty international's ", "at amnesty international", "ت منظمة العفو"),
        (
            r"[”\"],? (?:said|says) [^.\n]{3,80}amnesty international\b"
            r"|[”\"],? amnesty international['’]s [^.\n]{3,80} (?:said|says)\b"
            r"|(?:دع|حث|أدان|طالب|رحب|أعرب)ت منظمة العفو الدولية"
        ),
    ),
    ("press_release", ("cs ",), r"(?m)(?:^|\) |: {1,12}\t?)cs \d{1,3}-(?:19|20)\d\d - "),
    (
        "press_release",
        (" today ",),
        (
            r"(?:international|watch|groups?|organi[sz]ations?|committee|federation|borders|article 19) today"
            r" (?:called|urged|condemned|announced|welcomed|warned|expressed|appealed|released)\b"
        ),
    ),
    (
        "press_release",
        ("af örgütü",),
        r"af örgütü [^.\n]{3,120} (?:şöyle dedi|şunları söyledi|şu ifadeleri kullandı)",
    ),
    (
        "press_release",
        (
            "erklärte amnesty",
            "заявила сегодня",
            "amnist",
            "pressestelle von",
            "eine presse",
            "au service ",
            "人",
            "特赦",
            "ヒューマン",
            "アムネスティ",
        ),
        (
            r"erklärte amnesty|an die pressestelle von|eine presse(?:mitteilung|information|erklärung) de[rs]"
            r"|contacter au service (?:de )?presse"
            r"|(?:人[权權][观觀]察|特赦[组組][织織])(?:今天|今日|星期|表示)|(?:ウォッチ|インターナショナル)は(?:本日|今日)"
            r"|заявила сегодня|(?:dijo|declaró|manifestó) (?:hoy )?amnist"
        ),
    ),
    (
        "report",
        ("movement of", "movement that"),
        r"is a (?:worldwide|global)(?: voluntary)? movement (?:of more than|of over|that works)",
    ),
)
"""Words that only one kind has, strongest first; looked for in the beginning of a text without a kind line.

Before them what must stand in the text for the expression to be worth trying.
"""


@cache
def _trace(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


def kind_by_traces(text: str) -> tuple[str | None, str | None]:
    """The kind that words of the text give away, and how an end mark prints it (``FINE DEL COMUNICATO``)."""
    folded = text.lower()
    for slug, words, expression in _TRACES:
        match = _trace(expression).search(text) if any(map(folded.__contains__, words)) else None
        if match:
            return slug, match.groupdict().get("printed")
    return None, None
