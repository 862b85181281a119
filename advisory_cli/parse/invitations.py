"""How press documents invite journalists to call, and how others are told whom to write to."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

POSTED: Final = "is posted by"
"""The notice that says who posts a text."""
MOST: Final = 20
"""Invitations that are followed: no document has as many, and each costs."""


def invitations_in(text: str, *, only_posted: bool) -> list[tuple[int, str]]:
    """Where each invitation stands, in order of the text."""
    small = text.lower()
    if len(small) != len(text):  # a few capitals become two characters, which would shift every place behind them
        small = "".join(character.lower()[0] for character in text)
    if only_posted:
        return [(start, POSTED) for start in islice(_places(POSTED, small), MOST)]
    stems = _LATIN if small.isascii() else [stem for stem in _ALL if stem[0] in small]
    return sorted({found for stem in stems if stem in small for found in _near(stem, small)})[:MOST]


def is_other_matter(paragraph: str) -> bool:
    """Whether a paragraph begins as mail headers do, or tells whom to write to."""
    folded = paragraph.lstrip().lower()
    return folded.startswith(_OTHER_MATTER) or folded.partition(":")[0].rstrip() in _MAIL_HEADERS


def _near(stem: str, small: str) -> list[tuple[int, str]]:
    """The first phrases that hold a stem, where they stand."""
    phrases = _ALL[stem]
    found: list[tuple[int, str]] = []
    for at in _places(stem, small):
        begin = max(at - _LONGEST, 0)
        near = small[begin : at + _LONGEST]
        found += [(begin + near.index(phrase), phrase) for phrase in filter(near.__contains__, phrases)]
        if len(found) >= MOST:
            break
    return found[:MOST]


_LONGEST: Final = 40
"""Characters of the longest phrase."""


def _places(phrase: str, text: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + len(phrase))


_LATIN: Final = {
    "contact": (
        "please contact", "press contact", "media contact", "contact:", "contacts:", "contact :", "contacts :",
        "| contact", "contact presse", "contacts presse", "veuillez contacter", "pónganse en contacto",
        "póngase en contacto", "contacto:", "contactos:", "contacto de prensa", "contactos de prensa",
    ),
    "contat": ("contato:", "contatos:", "contato para", "contatos para", "per contatti", "contattare"),
    "informa": (
        "for further information", "for more information", "per informazioni", "per ulteriori informazioni",
        "per maggiori informazioni", "pour plus d'informations", "pour plus d’informations", "pour toute information",
        "pour de plus amples", "pour obtenir de plus amples", "para más información", "para obtener más información",
        "para mayor información", "si desea más información", "si desean más información", "para mais informações",
        "informações para a imprensa", "für weitere informationen", "weitere informationen und",
        "voor meer informatie",
    ),
    "media": ("media information:", "media information :"),
    "interv": (
        "to arrange an interview", "for interview", "request an interview", "per interviste", "interviste:",
        "für interviews", "interviewwünsche", "concertar una entrevista", "to interview",
    ),
    "entrev": (
        "para concertar", "solicitar entrevistas", "información y entrevistas", "renseignements et entrevues",
        "demandes d'entrevue", "demandes d’entrevue",
    ),
    "renseign": ("renseignements :", "renseignements:", "pour tout renseignement"),
    "kontakt": ("kontakt für", "medienkontakt", "pressekontakt", "kontakt:"),
    "quir": ("media enquir", "media inquir", "press enquir", "press inquir"),
    "press": ("pressestelle", "press office:", "service de presse", "relations presse"),
    "prens": ("gabinete de prensa", "oficina de prensa", "assessoria de imprensa", "gabinete de imprensa"),
    "stampa": ("ufficio stampa",),
    "bilgi": ("daha fazla bilgi", "ayrıntılı bilgi"),
    "posted": (POSTED,),
}  # fmt: skip
"""Phrases in small letters by what must stand in a text for any of them to be in it."""
_OTHER_SCRIPTS: Final = {
    "ückfragen": ("für rückfragen", "bei rückfragen"),
    "ęcej": ("więcej informacji",),
    "basın": ("basın iletişim", "basın sorumlusu"),
    "информаци": (
        "за дополнительной информацией", "для получения дополнительной", "за более подробной информацией",
        "дополнительная информация:",
    ),
    "обраща": ("обращайтесь", "просьба обращаться"),
    "контакт": (
        "контакты для", "контакты:", "контакт для", "контактное лицо", "контактна особа", "контакти для",
        "контакти:",
    ),
    "інформац": ("за додатковою інформацією", "для отримання додаткової"),
    "معلومات": ("للمزيد من المعلومات", "لمزيد من المعلومات", "للحصول على مزيد", "للحصول على معلومات"),
    "تصال": ("يرجى الاتصال", "يُرجى الاتصال", "للاتصال الصحفي"),
    "問": ("問い合わせ",),
    "詳": ("詳しくは",),
    "更多": ("更多信息", "更多資料", "更多資訊", "更多资料"),
    "联": ("联系：", "联系:", "媒体联系", "联系人"),
    "聯": ("聯絡：", "聯絡:", "聯絡人", "新聞聯絡", "媒體聯絡"),
    "媒": ("媒體查詢", "媒体查询"),
}  # fmt: skip
_ALL: Final = {**_LATIN, **_OTHER_SCRIPTS}
_OTHER_MATTER: Final = (
    "appeals to", "copies to", "please send", "please write", "recommended action", "further recommended action",
    "salutation", "take action", "write to", "write a letter", "send appeals",
    "envoyez", "veuillez écrire", "écrivez", "appels à", "copies à", "formule d",
    "acciones recomendadas", "escriban a", "envíen", "escriba a", "llamamientos a", "copias a", "tratamiento",
    "schreiben sie", "bitte schreiben", "appelle an", "kopien an", "anrede", "inviate", "scrivete", "appelli a",
    "escrevam", "enviem", "пишите", "направляйте", "обращения", "копии", "أرسلوا", "يرجى الكتابة",
)  # fmt: skip
_MAIL_HEADERS: Final = frozenset(
    {
        "from", "to", "cc", "sender", "subject", "reply-to", "date", "newsgroups", "message-id",
    }
)  # fmt: skip
