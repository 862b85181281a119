"""Lines that others put around a document: mail headers, web menus, record pages, viewers and lists."""

import re
from functools import cache
from typing import Final

_RECORD_PREFIX: Final = re.compile(r"Documen(?:t|to) - ")
"""The old web library put the English title of the work before every language of it."""


def record_title_start(text: str) -> int:
    """Where the title begins in a line of the old web library (``Document - Title``); 0 for any other line."""
    match = _RECORD_PREFIX.match(text)
    return match.end() if match else 0


def is_wrapper(text: str) -> bool:
    """Whether a line is surely no part of the document it stands before."""
    return bool(_wrapper().match(text)) or text.count(" | ") > 3


_MAIL: Final = (
    "From|To|Cc|Bcc|Sender|Reply-To|Subject|Message-I[Dd]|Organization|Organisation|Newsgroups|Lines|References|Received"
    r"|Return-Path|X-[\w-]+|Content-[\w-]+|MIME-Version|Mime-Version|Approved|Path|Xref|Delivered-To|Sent|Precedence|Status"
    "|In-Reply-To|Von|Betreff|An|Gesendet|Oggetto|Mittente|Asunto|Para|Enviado|Objet|Envoyé|Тема|От|Кому"
)

_FURNITURE: Final = (
    r"<<|•\s*\S+(?:\s\S+){0,2}\s*$|Anuncio$|Transkript$|Transcript(?:ion)?$|PDF - |Weiterlesen$"
    r"|CONTINUE READING|Continue reading|Read more$|Page created by|Total Pages?\s?:|Total downloads?\b"
    r"|Report this document|Home(?: page)?$|Вы находитесь на странице|You are on page|Estás en la página"
    r"|Vous êtes sur la page|Sie sind auf Seite"
    r"|(?:Page|Página|Seite|Pagina)\s\d+(?:\s?(?:of|de|von|/)\s?\d+)?\b.{0,30}$|Tempo di lettura|Reading time"
    r"|tips on searching|\[Documents menu\]|Red de acciones urgentes$|Annual Report (?:19|20)\d\d$"
    r"|Informe Anual (?:19|20)\d\d$|Rapport annuel (?:19|20)\d\d$|The state of the world.s human rights$"
    r"|تقرير منظمة العفو الدولية لعام|حالة حقوق الإنسان في العالم$|image\d+\.(?:png|jpe?g|gif)$|Posted by "
    r"|Posted in |Share (?:this|on)|Print this|Print page|Download|View as|Filed under"
    r"|This News Service is posted by|For more information on Amnesty International, visit"
    r"|International Secretariat Web site at|or send an e-mail message for an automatic|This bulletin expires"
    r"|Date Distributed|Contains \(\d\)|\(\d\) AI Press Release|Skip to |Any links to other sites"
    r"|given the difficulty in maintaining|of Amnesty International, 1 Easton Street, London.*$"
)


@cache
def _wrapper() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_MAIL})\s?:(?:\s|$)|{_FURNITURE}"
        r"|Date:\s.*\d:\d\d|.{0,40}\d\d?:\d\d:\d\d(?:\s|$)|\S+ at \S+\.\w+$|[\w.+-]+@[\w.-]+$"
        r"|-{2,}\s?(?:Forwarded|Original|Begin)|Forwarded (?:from|message|by|for)|Begin (?:forwarded|included)"
        r"|(?:Topic|Written)\b.{0,60}\d|\S+:\s\d+\.\d+$|FORWARDED APPEAL|From \S+@\S+|On .{5,60} wrote:$|\[?Fwd: "
        r"|reg\.\w+|id \w+; "
    )
