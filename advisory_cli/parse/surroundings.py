"""Lines above a document that only their neighbours give away: notes over mails, menus, headlines of other texts."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from advisory_cli.parse.pieces import Row
from advisory_cli.parse.title import is_prose
from advisory_cli.parse.wrappers import is_forwarding, is_mailed


def without_surroundings(rows: list[Row]) -> list[Row]:
    """The rows of a header window, those that belong to no document marked as wrappers."""
    rows = _without_cover(rows)
    last = max((at for at, row in enumerate(rows) if any(piece.flagged for piece in row.of("reference"))), default=0)
    others = {
        at for block in _blocks(rows) if _is_menu(block, rows) or _is_of_others(block, rows, last) for at in block
    }
    return [_wrapper(row) if at in others else row for at, row in enumerate(rows)] if others else rows


def _without_cover(rows: list[Row]) -> list[Row]:
    """The rows, those of a mail that was passed on and of the note above it marked as none of the document."""
    passed_on = next((at for at, row in enumerate(rows) if row.wrapper and is_forwarding(row.line.text)), None)
    if passed_on is None:
        return rows
    note, mail = rows[:passed_on], rows[passed_on:]
    head = 1 + sum(1 for _ in takewhile(_is_of_mail, mail[1:]))
    mail = [*map(_wrapper, mail[:head]), *mail[head:]]
    told = any(is_prose(row.line.text) for row in note)
    if any(row.is_core for row in note) or (told and not any(row.is_core for row in mail)):
        return note + mail
    return [row if is_prose(row.line.text) else _wrapper(row) for row in note] + mail


def _is_of_mail(row: Row) -> bool:
    return row.wrapper or (not row.line.gap and is_mailed(row.line.text))


def _wrapper(row: Row) -> Row:
    return Row(row.line, wrapper=True)


def _blocks(rows: Sequence[Row]) -> Iterator[range]:
    """Places of rows between which there is no blank line, where they are more than a few."""
    start = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at].line.gap:
            if at - start >= _FEWEST_ROWS:
                yield range(start, at)
            start = at


_FEWEST_ROWS: Final = 4


def _is_menu(block: range, rows: Sequence[Row]) -> bool:
    """Whether short lines of a web page lead to its other pages."""
    words = [rows[at].line.text for at in block]
    known = sum(text.casefold() in _OF_MENUS for text in words)
    return known >= _FEWEST_KNOWN and all(len(text) <= _LONGEST_ENTRY or " | " in text for text in words)


_FEWEST_KNOWN: Final = 3
_LONGEST_ENTRY: Final = 40
_OF_MENUS: Final = frozenset(
    {
        "home", "about", "about us", "who we are", "what we do", "our work", "news", "latest news", "press", "media",
        "press releases", "press room", "get involved", "take action", "act now", "donate", "donate now", "join",
        "join us", "contact", "contact us", "search", "menu", "login", "log in", "sign in", "sign up", "subscribe",
        "campaigns", "library", "publications", "reports", "documents", "blog", "shop", "jobs", "events", "countries",
        "faq", "sitemap", "accueil", "qui sommes-nous", "actualités", "agir", "faire un don", "nous contacter",
        "rechercher", "presse", "inicio", "quiénes somos", "noticias", "actúa", "dona", "contacto", "buscar", "prensa",
        "documentos", "startseite", "über uns", "aktuell", "mitmachen", "spenden", "kontakt", "suche", "chi siamo",
        "notizie", "contatti", "cerca", "dona ora", "stampa", "início", "quem somos", "notícias", "contato", "главная",
        "о нас", "новости", "контакты", "поиск", "пожертвовать", "ana sayfa", "hakkımızda", "haberler", "iletişim",
        "الرئيسية", "من نحن", "الأخبار", "اتصل بنا",
        "首页", "关于我们", "新闻", "联系我们", "ホーム", "ニュース", "お問い合わせ",
    }
)  # fmt: skip


def _is_of_others(block: range, rows: Sequence[Row], last: int) -> bool:
    """Whether headlines of other texts stand above a labelled index, each with its day on a line of its own."""
    if block.stop > last or any(rows[at].has("reference", "series", "kind", "organisation") for at in block):
        return False
    days = [piece.value for at in block if not rows[at].rest for piece in rows[at].of("date")]
    return len(set(days)) > 1
