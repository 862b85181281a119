"""Lines that others put around a document: mail headers, web menus, record pages, viewers and lists."""

import re
from typing import Final

from advisory_cli.parse.beginnings import by_letter
from advisory_cli.parse.lazy import pattern


def record_title_start(text: str) -> int:
    """Where the title begins in a line of the old web library (``Document - Title``); 0 for any other line.

    It put the English title of the work before every language of it.
    """
    if not text.startswith(_RECORD_PREFIXES):
        return 0
    return next(len(prefix) for prefix in _RECORD_PREFIXES if text.startswith(prefix))


_RECORD_PREFIXES: Final = ("Document - ", "Documento - ")


def subject_start(text: str) -> int:
    """Where the words begin in the subject of a mail, behind the name of the list and marks of forwarding; else 0."""
    match = _SUBJECT().match(text) if ":" in text[:_LONGEST_NAME] else None
    return match.end() if match else 0


def download_start(text: str) -> int:
    """Where the title begins in a line that offers the document: ``Download "Title of it"``; 0 for any other line."""
    match = _DOWNLOAD().match(text) if text.startswith("Download ") else None
    return match.end() if match else 0


_DOWNLOAD: Final = pattern(r'Download "?(?=[^\W\d_]\S{0,60} \S{1,60} \S)(?!PDF|the |this )')
_LONGEST_NAME: Final = 9
_SUBJECT: Final = pattern(
    r"(?:Subject|SUBJECT|Betreff|Oggetto|Asunto|Objet|Assunto|Тема|Konu|主题|件名)\s?:\s{1,9}(?:\[[^\]]{1,40}\]\s{0,3})?"
    r"(?:(?:Re|RE|Fwd?|FWD?|WG|AW|Tr|TR|Rv|RV|Enc)\s?:\s{0,3}){0,4}+(?:\[[^\]]{1,40}\]\s{0,3})?"
    r"(?=[^\W\d_]\S{0,60} \S{1,60} \S)"
)
"""Of three words or more: fewer are no title."""


def is_wrapper(text: str) -> bool:
    """Whether a line is surely no part of the document it stands before."""
    return (
        text.startswith(_BEGINNINGS.get(text[:1], ()))
        or text in _WHOLE
        or text.endswith("wikipedia , lookup")
        or (":" in text and _is_mail_header(text))
        or is_forwarding(text)
        or (text[:1].isdecimal() and bool(_PRINTED().match(text)))
        or (text[-1:].isdecimal() and " P" in text and ":" in text and bool(_FAXED().match(text)))
        or (text.startswith(_ODD_BEGINNINGS.get(text[:1], ())) and bool(_ODD().match(text)))
        or (_may_be_transport(text) and bool(_TRANSPORT().match(text)))
        or text.count(" | ") > _MENU
        or (">" in text and len(text) <= _LONGEST_TRAIL and bool(_TRAIL().fullmatch(text)))
        or " A A A" in text
    )


def is_forwarding(text: str) -> bool:
    """Whether a line stands between a covering note and the mail that is passed on below it."""
    return text.startswith(("--", "Begin", "Début", "Inicio", "Inizio", "Anfang")) and bool(_FORWARDED().match(text))


def is_mailed(text: str) -> bool:
    """Whether a line below such a one tells of the mail in any language: it has an address or a time of day."""
    return "@" in text or bool(_CLOCK().search(text))


def _is_mail_header(text: str) -> bool:
    name, colon, value = text.partition(":")
    name = name.rstrip()
    if name in {"From", "To"} and "INDEX:" in value:
        return False  # a memo on one line
    if name == "Datum":
        return bool(_CLOCK().search(value))  # else it is the date of the document
    known = name in _MAIL or (name.startswith(("X-", "Content-")) and " " not in name)
    return bool(colon) and known and (not value or value[0].isspace())


def _may_be_transport(text: str) -> bool:
    """Whether a line has what times of day, addresses and numbers of conferences are written with."""
    if ("@" in text or " at " in text) and text.count(" ") <= _ADDRESS_BLANKS:
        return True
    return text.count(":") > 1 or text.startswith("Date:") or (": " in text and text[-1].isdecimal() and "." in text)


_ADDRESS_BLANKS: Final = 2
_MENU: Final = 3
"""A line with more bars than this is a menu."""

_LONGEST_TRAIL: Final = 120
_TRAIL: Final = pattern(r"[^\W\d_][^.>:\n]{0,30}(?:\s?(?:>>|»|>)\s?[^\W\d_][^.>:\n]{0,30}){1,5}")
"""The way through a site to one of its pages: ``News >> World``."""

_MAIL: Final = frozenset(
    {
        "From", "To", "Cc", "CC", "Bcc", "Subj", "Sender", "Reply-To", "Subject", "Message-Id", "Message-ID",
        "Date sent", "Send reply to", "Copies to",
        "Organization", "Organisation", "Newsgroups", "Lines", "References", "Received", "Return-Path",
        "MIME-Version", "Mime-Version", "Approved", "Path", "Xref", "Delivered-To", "Sent", "Precedence",
        "Status", "In-Reply-To", "Von", "Betreff", "An", "Gesendet", "Oggetto", "Mittente", "Asunto", "Para",
        "Enviado", "Objet", "Envoyé", "De", "À", "Assunto", "Inviato", "Тема", "От", "Кому", "Від",
        "Konu", "Kimden", "Kime", "发件人", "收件人", "主题", "差出人", "宛先", "件名",
    }
)  # fmt: skip

_WHOLE: Final = frozenset(
    {
        "Anuncio", "←", "→", "University of Minnesota", "Faire un don", "Faites un don.", "Agir", "Donate",
        "Donate now", "Espace presse", "Espace journalistes", "Jetzt spenden", "Haz un donativo", "Dona ora",
        "Log in", "Login", "Log In", "Sign in",
        "Transkript", "Transcript", "Transcription", "Weiterlesen", "Read more", "Home", "Home page",
        "Loading...", "Embed Size (px)", "Size: px", "Start display at page:", "AMNESTY-L:",
        "Documents menu", "Text size", "Line height", "TRANSCRIPT", "Category:", "0 download",
        "en todo el mundo", "Survey", "Document related concepts", "Thank you for your participation!",
        "Documents", "Page content transcription",
        "Transcription du contenu de la page",
        "Transcripción del contenido de la página", "Transkription von Seiteninhalten", "CONTINUER À LIRE",
        "SEGUIR LEYENDO", "WEITER LESEN", "CONTINUA A LEGGERE", "Format", "Source", "Posted", "Originally published",
        "News and Press Release", "Red de acciones urgentes", "حالة حقوق الإنسان في العالم",
        "The state of the world's human rights", "The state of the world’s human rights",
    }
)  # fmt: skip

_BEGINNINGS: Final = by_letter((
    "<<", "PDF - ", "CONTINUE READING", "Continue reading", "Page created by", "Page créée par", "Página creada",
    "Die Seite wird erstellt", "Pagina creata da", "Transcript of ", "Home > ", "Home | ", "HOME | ", "HOME > ",
    "Accueil > ", "Inicio > ", "Startseite > ", "ホーム > ", "Report this document", "Last Updated: ", "Cite as",
    "Disclaimer", "Posted to the web", "Estás aquí: ", "You are here: ", "Vous êtes ici : ", "Sie sind hier: ",
    "Вы находитесь на странице", "You are on page", "Você está na página", "Estás en la página",
    "Vous êtes sur la page",
    "Sie sind auf Seite", "Tempo di lettura", "Reading time", "tips on searching", "[Documents menu]",
    "[Date Prev", "[Thread Prev",
    "تقرير منظمة العفو الدولية لعام", "Posted by ", "Posted in ", "Share this", "Share on", "Print this", "Print page",
    "Download", "View as", "Filed under", "This News Service is posted by",
    "For more information on Amnesty International, visit", "International Secretariat Web site at",
    "or send an e-mail message for an automatic", "This bulletin expires", "Date Distributed", "Contains (",
    "Skip to ", "Aller au contenu", "Accéder au contenu", "Zum Inhalt", "Zum Hauptinhalt", "Saltar al contenido",
    "Ir al contenido",
    "Ir para o conte", "Pular para o conte", "Vai al contenuto", "Salta al contenuto", "Перейти к ", "Перейти до ",
    "İçeriğe ", "Ana içeriğe ", "跳转到", "跳到主要", "コンテンツへ", "الانتقال إلى", "Tag Archives",
    "Category Archives", "Any links to other sites", "given the difficulty in maintaining", "FORWARDED APPEAL",
    "Forwarded from",
    "Forwarded message", "Forwarded by", "Forwarded for", "Begin forwarded", "Begin included", "Fwd: ", "[Fwd: ",
    "of Amnesty International, 1 Easton Street, London", "The Wayback Machine - ", "Переслано ",
    "All popular browsers allow zooming", "Amnesty Icons", "Actuamos por los derechos humanos", "yes no Was this",
    "Willkommen auf den Seiten", "Welcome to the website", "Welcome to the official", "Bienvenue sur le site",
    "Bienvenido al sitio", "Bienvenidos al sitio", "Benvenuti nel sito", "Добро пожаловать на сайт",
    "Ласкаво просимо на сайт", "Logo do ", "Logo da ", "Logo de ", "Logo of ", "Logo der ", "Logo des ",
    "If your browser does not render", "Si votre navigateur ne rend pas", "Si su navegador no muestra",
    "Si tu navegador no muestra", "Wenn Ihr Browser", "Se il vostro browser",
    "Your assessment is very important", "Upload: ", "Uploaded by ", "Post on ", "Date post: ", "All Categories",
))  # fmt: skip

_ODD_BEGINNINGS: Final = by_letter((
    "•", "Total ", "image", "Page ", "Página ", "Seite ", "Pagina ", "Annual Report ", "Informe Anual ",
    "Rapport annuel ", "(", "--", "Topic", "Written", "From ", "On ", "reg.", "id ", "RECEIVED", "Received", "Shelf",
    "Box ", *"123456789", "Accession", "Call n", "Scanned", "Copied from", "Retrieved from", "Saved from",
))  # fmt: skip
_ODD: Final = pattern(
    r"•\s*\S+(?:\s\S+){0,2}\s*$|Total (?:Pages?\s?:|downloads?\b)|image\d+\.(?:png|jpe?g|gif)$"
    r"|(?:Page|Página|Seite|Pagina)\s\d+(?:\s?(?:of|de|von|/)\s?\d+)?\b.{0,30}$"
    r"|(?:Annual Report|Informe Anual|Rapport annuel) (?:19|20)\d\d$|\(\d\) AI Press Release"
    r"|\((?:Photo|AFP|AP|REUTERS|Reuters|EPA|Getty|Credit)\b[^()]{0,90}\)$"
    r"|(?:Topic|Written)\b.{0,60}\d|From \S+@\S+|On .{5,60} wrote:$"
    r"|reg\.\w+|id \w+; |(?:RECEIVED|Received)(?: on)?:? .{0,16}\d\d$"
    r"|\d{1,9} (?:views?|downloads?)$"
    r"|\d{1,5} (?:results?|résultats?|resultados?|risultati|Ergebnisse|результатов)\b.{0,30}$"
    r"|(?:Shelf|Box|Accession(?: no\.)?|Call n\w+\.?|Scanned)[ :][^.]{0,24}\d|(?:Copied|Retrieved|Saved) from:? http"
)
_CLOCK: Final = pattern(r"\b\d\d?[:.]\d\d(?:\b|[AP]M)")
_PRINTED: Final = pattern(r"\d\d?[./]\d\d?[./]\d{2,4}, \d\d?:\d\d(?:\s[AP]M)?\s")
"""When a browser printed a page."""
_FAXED: Final = pattern(
    r"(?=.{0,60}\b(?:FROM|TO|ID|FAX|TEL|PHONE)\b).{0,120}\sP(?:AGE)?[ .:]{0,2}\d{1,3}(?:/\d{1,3})?$"
)
"""What a fax machine prints over each page."""
_FORWARDED: Final = pattern(
    r"-{2,}\s?(?:Forwarded|Original|Begin|Message (?:transféré|d['’]origine)"
    r"|(?:Weitergeleitete|Ursprüngliche) Nachricht|Mensaje (?:reenviado|original)"
    r"|Mensagem (?:encaminhada|original)|Messaggio (?:inoltrato|originale)"
    r"|Пересылаемое сообщение|Переслан|Исходное сообщение|İletilen ileti|转发|原始邮件|رسالة)"
    r"|(?:Begin forwarded|Début du message (?:réexpédié|transféré)|Inicio del mensaje reenviado"
    r"|Inizio messaggio inoltrato|Anfang der weitergeleiteten)",
    re.IGNORECASE,
)
_TRANSPORT: Final = pattern(
    r"Date:\s.*\d:\d\d"
    r"|(?!(?:19|20)\d\d-\d\d-\d\d \S{7,8}$).{0,40}\d\d?:\d\d:\d\d(?:\s|$)"
    r"|\S+ at \S+\.\w+$|[\w.+-]+@[\w.-]+$|\S+:\s\d+\.\d+$"
)
