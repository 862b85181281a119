"""The language of a text by its script and its small words."""

import pytest

from advisory_cli.parse.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The organisation said that it was concerned about the safety of the men who are held in the city.", "en"),
        ("L'organisation demande que les avocats puissent travailler librement dans le pays.", "fr"),
        ("Las autoridades han adoptado algunas medidas desde entonces. Otras están en estudio por el gobierno.", "es"),
        ("Die beiden Personen wurden in der Stadt festgenommen und sind nicht bei ihren Familien.", "de"),
        ("Il caso deve essere discusso nelle sedi competenti e con la famiglia della vittima.", "it"),
        ("As autoridades não deram informações sobre o caso e a família não foi ouvida pela polícia.", "pt"),
        ("De autoriteiten zijn niet bereid om het onderzoek te openen en de familie wacht op een antwoord.", "nl"),
        ("Yetkililer olay ile ilgili bir açıklama yapmadı ve aile daha çok bilgi için bekliyor.", "tr"),
        ("Проверка должна быть открытой и завершиться публичным докладом.", "ru"),
        ("Влада не відповіла на запитання організації, і родини їхніх рідних чекають.", "uk"),
        ("Билік ұйымның сұрақтарына жауап бермеді, отбасылар әлі күтуде.", "kk"),
        ("تنظم المنظمة أنشطة عامة في عدد كبير من البلدان هذا العام.", "ar"),
        ("این سازمان از مقامات خواست که زندانیان را آزاد کنند چون گناهی نکرده‌اند.", "fa"),
        ("人びとは今も恐怖の中で暮らしている。", "ja"),
        ("当局没有回答该组织提出的问题。", "zh"),
        ("Οι αρχές δεν απάντησαν στις ερωτήσεις της οργάνωσης.", "el"),
        ("", "und"),
        ("12 34 56", "und"),
        ("Xyzzy plugh", "und"),
    ],
)
def test_language_is_told_by_script_or_small_words(text: str, language: str) -> None:
    assert detect_language(text)[0] == language


def test_two_small_words_are_not_sure() -> None:
    assert detect_language("Prisoners of conscience and torture") == ("en", False)


@pytest.mark.parametrize(
    ("text", "language", "sure"),
    [
        ("α" * 20, "el", True),
        ("α" * 19, "el", False),
        ("αβγδ abc", "el", False),  # more letters of that script than of any other sign beyond ASCII
        ("か" + "漢" * 7, "ja", False),  # kana among Chinese characters, if they are not one by chance
        ("か" + "漢" * 8, "zh", False),
        ("漢" * 20, "zh", True),
        ("ж" * 999 + "ә", "ru", True),  # a name brings a letter of another language now and then
        ("ж" * 998 + "әә", "kk", True),
        ("жЎ" * 15, "be", True),
        ("жђ" * 15, "sr", True),
        ("ٹسلام" * 9, "ur", True),
        ("ۆسلام" * 9, "ku", True),
        ("ټسلام" * 9, "ps", True),
        ("한국어" * 7, "ko", True),
        ("א" * 20, "he", True),
        ("the of and", "en", True),
        ("the of", "en", False),
        ("x " * 600 + "the of and to in that was", "und", False),  # the beginning is looked at
        ("l'homme d'Etat n'a qu'une c'est", "fr", True),
        ("l’homme d’Etat n’a qu’une c’est", "fr", True),
        ("ğ ış", "tr", False),  # own letters tell where no words do
        ("ğı", "und", False),
        ("ñ ¿ ¡ tal", "es", False),
    ],
)
def test_a_language_is_sure_where_much_tells_it(text: str, language: str, *, sure: bool) -> None:
    assert detect_language(text) == (language, sure)
