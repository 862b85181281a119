"""Kinds of documents in the words of a citation: in the language of the document, else in English."""

from collections.abc import Mapping
from typing import Final

from advisory_cli.model import Advisory
from advisory_cli.render.clean import clean
from advisory_cli.render.words import kind_in_words

_GENRES: Final[Mapping[str, Mapping[str, str]]] = {
    "ar": {
        "press_release": "بيان صحفي",
        "public_statement": "بيان علني",
        "report": "تقرير",
        "annual_report": "التقرير السنوي",
        "urgent_action": "تحرك عاجل",
        "letter": "رسالة مفتوحة",
    },
    "de": {
        "media_advisory": "Medienhinweis",
        "press_release": "Pressemitteilung",
        "public_statement": "Öffentliche Erklärung",
        "report": "Bericht",
        "annual_report": "Jahresbericht",
        "letter": "Offener Brief",
    },
    "es": {
        "media_advisory": "Aviso a los medios",
        "press_release": "Comunicado de prensa",
        "public_statement": "Declaración pública",
        "urgent_action": "Acción urgente",
        "newsletter": "Boletín",
        "report": "Informe",
        "annual_report": "Informe anual",
        "letter": "Carta abierta",
    },
    "fr": {
        "media_advisory": "Avis aux médias",
        "press_release": "Communiqué de presse",
        "public_statement": "Déclaration publique",
        "urgent_action": "Action urgente",
        "newsletter": "Bulletin d’information",
        "report": "Rapport",
        "annual_report": "Rapport annuel",
        "letter": "Lettre ouverte",
    },
    "it": {
        "press_release": "Comunicato stampa",
        "public_statement": "Dichiarazione pubblica",
        "urgent_action": "Azione urgente",
        "report": "Rapporto",
        "annual_report": "Rapporto annuale",
        "letter": "Lettera aperta",
    },
    "pt": {
        "press_release": "Comunicado de imprensa",
        "public_statement": "Declaração pública",
        "urgent_action": "Ação urgente",
        "report": "Relatório",
        "annual_report": "Relatório anual",
        "letter": "Carta aberta",
    },
    "ru": {
        "media_advisory": "Сообщение для прессы",
        "media_briefing": "Брифинг для прессы",
        "press_release": "Пресс-релиз",
        "public_statement": "Публичное заявление",
        "urgent_action": "Срочная акция",
        "newsletter": "Информационный бюллетень",
        "report": "Доклад",
        "annual_report": "Ежегодный доклад",
        "letter": "Открытое письмо",
    },
    "uk": {
        "press_release": "Пресреліз",
        "public_statement": "Публічна заява",
        "urgent_action": "Термінова акція",
        "report": "Доповідь",
        "letter": "Відкритий лист",
    },
}


def genre_of(advisory: Advisory) -> str | None:
    """``Media advisory``; for a kind that has no name of its own what is printed, or None."""
    if advisory.kind == "other":
        printed = clean(advisory.printed_kind or "", lines=False).strip()
        return (printed.capitalize() if printed.isupper() else printed) or None
    return _GENRES.get(advisory.language, {}).get(advisory.kind) or kind_in_words(advisory.kind)
