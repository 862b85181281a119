"""How near two words are: names in the news, as they are met in texts, and words that only look so."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from advisory_cli.nearness import Kind, nearness
from advisory_cli.nearness.compare import differ_by
from advisory_cli.nearness.sounds import coded, edits, script, sounds
from advisory_cli.nearness.usage import Usage, is_taken
from advisory_cli.text import fold, spellings


def language_of(word: str) -> str:
    return {"latin": "en", "cyrillic": "ru", "abjad": "ar"}.get(script(word), "und")


@pytest.mark.parametrize(
    "names",
    [
        "Zhanaozen Janaozen Жанаозен Жаңаөзен Жанаозене جاناوزن",
        "Gaddafi القذافي Gadhafi",
        "Qaddafi Kadhafi Каддафи القذافي",
        "Mohammed Mohamed Мохаммед محمد",
        "Muhammad Мухаммад محمد",
        "Tchetchnia Chechnya Чечня",
        "Kyiv Київ",
        "Kiev Киев",
        "Lukashenko Loukachenko Lukaschenko Лукашенко لوكاشينكو",
        "Kazakhstan Казахстан كازاخستان",
        "Nazarbayev Nazarbaev Назарбаев نزارباييف",
        "Zelensky Zelenskyy Зеленський Зеленский زيلينسكي",
        "Navalny Nawalny Навальный نافالني",
        "Putin Путин بوتين",
        "Putin Путин פוטין",
        "Iran Иран إيران",
        "Iran Иран איראן",
        "Iraq Ирак العراق",
        "Erdogan Эрдоган أردوغان",
        "Tokayev Toqaev Токаев Тоқаев توكاييف",
        "Saakashvili Саакашвили სააკაშვილი",
        "Živković Живковић",
        "Hussein Хусейн حسين",
        "Andijan Andizhan Андижан أنديجان",
        "Guantanamo Гуантанамо غوانتانامو",
        "Turkmenistan Туркменистан تركمانستان",
        "Arménie Armenia Армения",
        "Iraq Irak Ирак العراق",
    ],
)
def test_a_name_sounds_the_same_in_every_script_and_by_every_rule(names: str) -> None:
    for one, other in permutations(names.split(), 2):
        assert nearness(one, other, language_of(other)) in {Kind.FOLDED, Kind.STEM, Kind.SCRIPT}, (one, other)


@pytest.mark.parametrize(
    "names",
    [
        "Zhanaozen Zhanaosen",
        "Zhanaosen جاناوزن",
        "ZHANAQZEN Жаңаөзен",
        "ZHANAQZEN جاناوزن",
        "Muhammad Mohammed",
        "Gaddafi Kadhafi",
        "Kazakhstan Kasachstan",
        "Kazakhstan Қазақстан",
        "Lukashenka Лукашенко",
        "Selenskyj Zelensky",
        "Tashkent Toshkent",
        "Georgetwon Georgetown",
        "Zivkovic Живковић",
        "القذافى القذاقي",
        "Tchétchénie Chechnya",
        "Tchétchénie Чечня",
    ],
)
def test_one_or_two_letters_off_is_near(names: str) -> None:
    for one, other in permutations(names.split(), 2):
        assert nearness(one, other, language_of(other)) is Kind.NEAR, (one, other)


@pytest.mark.parametrize(
    ("wanted", "word", "kind"),
    [
        ("janaozen", "Zhanaozen", Kind.SCRIPT),
        ("janaozen", "ZHANAOZEN", Kind.SCRIPT),
        ("Janaozen", "zhanaozen", None),
        ("threat", "Treat", Kind.SCRIPT),
        ("Threat", "treat", Kind.NEAR),
        ("early", "yearly", Kind.NEAR),
        ("science", "sense", None),
        ("faced", "phased", None),
        ("torture", "tortrue", Kind.NEAR),
        ("demonstration", "demonstartoin", Kind.NEAR),
        ("Жанаозен", "zhanaozen", Kind.SCRIPT),
        ("zhanaozen", "жанаозен", Kind.SCRIPT),
        ("Казахстан", "қазақстан", Kind.NEAR),
        ("القذافى", "القذاقي", Kind.NEAR),
    ],
)
def test_rules_of_spelling_are_for_names_and_letters_for_words(wanted: str, word: str, kind: Kind | None) -> None:
    assert nearness(wanted, word, "und") is kind


@pytest.mark.parametrize(
    ("wanted", "word", "language", "kind"),
    [
        ("president", "président", "fr", Kind.FOLDED),
        ("turkiye", "Türkiye", "tr", Kind.FOLDED),
        ("Lodz", "Łódź", "pl", Kind.FOLDED),
        ("torture", "torturing", "en", Kind.STEM),
        ("demonstration", "Demonstrators", "en", Kind.STEM),
        ("detained", "detainees", "en", None),
        ("nations", "nation", "fr", Kind.STEM),
        ("condamne", "condamnés", "fr", Kind.STEM),
        ("пытка", "пытками", "ru", Kind.STEM),
        ("новый", "новыми", "ru", Kind.STEM),
        ("Караганда", "Караганде", "ru", Kind.STEM),
        ("Жанаозен", "Жанаозене", "uk", Kind.SCRIPT),
        ("torture", "torturing", "zh", None),
        ("men", "man", "en", None),
        ("2012", "2013", "en", None),
        ("20123456", "20123457", "en", None),
    ],
)
def test_endings_count_by_the_language_of_the_text(wanted: str, word: str, language: str, kind: Kind | None) -> None:
    assert nearness(wanted, word, language) is kind


@pytest.mark.parametrize(
    "words",
    [
        "Iran Iraq", "Mali Malawi", "Niger Nigeria", "Chad China", "Korea Kenya", "man men", "prison person", "war was",
        "army arms", "Oman Amman", "arrest harass", "military militia", "women مون", "police بلاد", "torture التي",
        "Kurd كرة", "Libya Lebanon", "Sana Sanaa", "rape rope", "dead dear", "trial trials1",
        "Iran Irak", "Sent Cent", "Rise Rice", "Thank Tank", "Quit Kit", "Kenya Guinea", "West Vest",
    ],
)  # fmt: skip
def test_words_that_only_look_alike_are_not_near(words: str) -> None:
    for one, other in permutations(words.split(), 2):
        assert nearness(one, other, language_of(other)) is None, (one, other)


WORDS = st.sampled_from(
    (
        "Zhanaozen",
        "Жаңаөзен",
        "جاناوزن",
        "café",
        "torture",
        "ТЮРЬМА",
        "İstanbul",
        "Straße",
        "½",
        "2012",
        "人権",
        "हिन्दी",
    )
)
ANY = WORDS | st.text(max_size=12).map(spellings).filter(bool).map(lambda words: words[0])


@given(ANY, ANY, st.sampled_from(["en", "ru", "ar", "tr", "und", ""]))
def test_any_two_words_can_be_compared(one: str, other: str, language: str) -> None:
    assert nearness(one, one, language) is Kind.EXACT
    found = nearness(one, other, language)
    assert (found in {Kind.EXACT, Kind.FOLDED}) == (fold(one) == fold(other))


@given(ANY)
def test_a_word_in_small_letters_folds_and_sounds_like_the_word(word: str) -> None:
    assert fold(word.lower()) == fold(word)
    assert sounds(word.lower()) == sounds(word)


@given(ANY)
def test_keys_are_short_and_their_beginning_cannot_be_mistaken(word: str) -> None:
    for key in map(coded, sounds(word)):
        assert 3 <= len(key) <= 42
        assert key[:1] * 3 == key[:3] or not edits(key)


@pytest.mark.parametrize("letter", ["a", "ш", "ا", "و", "ש", "ñ", "ა", "한", "\u0301", "9"])
def test_the_longest_word_of_one_letter_is_compared_at_once(letter: str) -> None:
    assert nearness(letter * 200, letter * 199, "en") in {None, Kind.STEM, Kind.FOLDED}
    assert nearness(letter * 40, "Zhanaozen", "ar") is None


@given(st.text("abc", max_size=6), st.text("abc", max_size=6), st.sampled_from((1, 2)))
def test_edits_are_counted_as_a_library_counts_them(one: str, other: str, most: int) -> None:
    assert differ_by(one, other, most) == (OSA.distance(one, other) <= most)


@pytest.mark.parametrize(
    ("wanted", "of_wanted", "word", "of_word", "taken"),
    [
        ("thraet", Usage(0, 0), "threat", Usage(90, 1), True),
        ("threat", Usage(90, 1), "treat", Usage(9, 0), False),
        ("Threat", Usage(90, 1), "Treat", Usage(0, 3), False),
        ("Sudan", Usage(0, 9), "sedan", Usage(2, 0), False),
        ("Zhanaozen", Usage(1, 9), "ZHANAQZEN", Usage(0, 1), True),
        ("Zhanaozen", Usage(1, 9), "جاناوزن", Usage(0, 4), True),
        ("women", Usage(90, 9), "ومن", Usage(0, 90), False),
        ("سجن", Usage(0, 9), "سجل", Usage(0, 9), False),
        ("جاناوزن", Usage(0, 4), "Zhanaozen", Usage(1, 9), True),
    ],
)
def test_names_are_taken_for_names_and_ordinary_words_for_none(
    wanted: str, of_wanted: Usage, word: str, of_word: Usage, *, taken: bool
) -> None:
    assert is_taken(wanted, of_wanted, word, lambda _: of_word) is taken
