"""Names as the press of many languages spells them, and ordinary words that must not be taken for each other.

All texts lie in one archive: whatever is asked, the other texts are there as well.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from advisory_cli.index import TantivyIndex
from advisory_cli.nearness.sounds import script
from advisory_cli.query import parse_query
from tests.fakes import MemoryStore, an_advisory

Search = Callable[[str], set[str]]

NAMES = (
    "Kyiv Kiev Київ Киев kyiv / Kyiv, Kiev, Київ, Киев, в Киеве, у Києві",
    "Kharkiv Kharkov Харків Харьков / Kharkiv, Kharkov, Харків, Харьков",
    "Lviv Lvov Львів Львов / Lviv, Lvov, Львів, Львов",
    "Odesa Odessa Одеса Одесса / Odesa, Odessa, Одеса, Одесса",
    "Minsk Мінск Минск / Minsk, Мінск, Минск",
    "Gaddafi Qadhafi Kadhafi Qaddafi Khadafi القذافي Каддафи / Gaddafi, Qadhafi, Kadhafi, القذافي, Каддафи",
    "Muhammad Mohamed Mohammed Muhammed محمد Мухаммад / Muhammad, Mohamed, Mohammed, محمد, Мухаммад, Muhammed",
    "Mehmed Mehmet / Mehmed, Mehmet",
    "Uighur Uyghur Uigur Уйгур ئۇيغۇر / Uighur, Uyghur, Uigur, Уйгур, ئۇيغۇر",
    "Chechnya Tchétchénie Tschetschenien Чечня / Chechnya, Tchétchénie, Tschetschenien, Чечня, в Чечне",
    "Şırnak Sirnak ŞIRNAK şırnak / Şırnak, Sirnak, ŞIRNAK",
    "İstanbul ISTANBUL istanbul İSTANBUL Istanbul / İstanbul, ISTANBUL, istanbul, İSTANBUL, Istanbul",
    "Diyarbakır Diyarbakir DİYARBAKIR / Diyarbakır, Diyarbakir, DİYARBAKIR",
    "Nazarbayev Nasarbajew Назарбаев Nazarbaïev / Nazarbayev, Nasarbajew, Назарбаев, Nazarbaïev, слова Назарбаева",
    "Lukaschenko Łukaszenka Лукашенко Лукашэнка / Lukaschenko, Lukashenko, Łukaszenka, Лукашенко, Лукашэнка",
    "Lukashenko Loukachenko / Lukaschenko, Lukashenko, Łukaszenka, Лукашенко, Loukachenko",
    "Straße Strasse STRASSE / Straße, Strasse, STRASSE",
    "Göteborg Goeteborg Goteborg / Göteborg, Goeteborg, Goteborg",
    "Müller Mueller Muller / Müller, Mueller, Muller",
    "Đorđe Djordje Ђорђе / Đorđe, Djordje, Ђорђе",
    "Çetin Chetin / Çetin, Chetin",
    "Çetin Cetin / Çetin, Cetin",
    "Al-Jazeera Aljazeera الجزيرة / Al-Jazeera, Aljazeera, الجزيرة",
    "Tymoshenko Timoshenko Тимошенко Timochenko Tymoszenko / Tymoshenko, Timoshenko, Тимошенко, Timochenko, Tymoszenko",
    "Yanukovych Yanukovich Янукович Ianoukovitch / Yanukovych, Yanukovich, Янукович, Ianoukovitch",
    "Khodorkovsky Chodorkowski Ходорковский / Khodorkovsky, Chodorkowski, Ходорковский",
    "Politkovskaya Politkowskaja Политковская / Politkovskaya, Politkovskaïa, Politkowskaja, Политковская",
    "Tashkent Taschkent Tachkent Ташкент / Tashkent, Taschkent, Tachkent, Ташкент",
    "Bishkek Bichkek Бишкек / Bishkek, Bichkek, Бишкек",
    "Yerevan Erevan Ереван Երևան / Yerevan, Erevan, Ереван, Երևան",
    "Baku Bakou Баку / Baku, Bakou, Баку",
    "Abu Abou أبو / Abu, Abou, أبو",
    "Assad Asad الأسد Асад / Assad, Asad, الأسد, Асад",
    "Hussein Husayn Hussain حسين Хусейн / Hussein, Husayn, Hussain, حسين, Хусейн",
    "Tehran Teheran Téhéran تهران / Tehran, Teheran, Téhéran, تهران",
    "Kurdistan Kurdistán كردستان کردستان Курдистан / Kurdistan, كردستان, کردستان, Курдистан",
    "Netanyahu נתניהו Нетаньяху Nétanyahou / Netanyahu, נתניהו, Нетаньяху, Nétanyahou",
    "Erdoğan Erdogan Эрдоган / Erdoğan, Erdogan, Эрдоган",
    "Gorbachev Gorbatschow Gorbatchev Горбачёв / Gorbachev, Gorbatschow, Gorbatchev, Горбачёв, Горбачев",
    "Milošević Milosevic Милошевић Milosevich / Milošević, Milosevic, Милошевић",
    "Karadžić Karadzic Караџић / Karadžić, Karadzic, Караџић",
    "محمود مُحَمُود محـــمود / محمود, مُحَمُود, محـــمود",
    "آزادی آزادي ازادی / آزادی, آزادي",
    "アムネスティ ｱﾑﾈｽﾃｨ / アムネスティは, ｱﾑﾈｽﾃｨは",
    "酷刑 人权 / 谴责酷刑侵犯人权的行为",
    "سجين السجين / السجين, سجين",
    "Nigreia Nigeira / floods in Nigeria",
    "Turkmenistn Turkemnistan / prisoners in Turkmenistan",
)
"""What is typed, and the texts that each of these words must find."""

WORDS = (
    *("threat / they treat them badly", "treat / the threat of force", "state / статья закона, о статье"),
    *("torture / his tutor spoke", "police / a policy was adopted", "policy / the police came"),
    *("prison / a person was held", "prison / poison was found", "trial / the trail went cold", "court / قررت المحكمة"),
    *("rights / many nights", "peace / a place of safety", "women / a woman spoke", "women / ومن ناحية أخرى"),
    *("conviction / the convention", "prosecution / the persecution", "execution / no exception", "not / нота"),
    *("protest / the protect mandate", "science / it makes sense", "killed / جلد الظهر", "security / سخرية"),
    *("prisión / la presión subió", "суд / сад цвёл", "право / трава", "محكمة / الحكومة قالت", "سجن / سجل الناخبين"),
    *("Iran / Iraq", "Iraq / Iran", "Niger / Nigeria", "Austria / Australia", "Mali / Malawi", "Slovakia / Slovenia"),
    *("Guinea / Guyana", "Syria / Serbia", "Chad / a chat", "Sudan / a sedan", "Mauritania / Mauritius", "Kiev / Kivu"),
    *("Lviv / they live here", "Odessa / an odyssey", "Minsk / mink", "Baku / he came back", "Georgia / Georges"),
    *("=torture / he was tortured", "=Kyiv / Kiev", "Assad / a sad day", "Hussein / Hessen refused"),
)
"""What is typed, and a text that it must not find."""

PLAIN = (
    "the threat to treat a state, police and policy, torture in a prison, the trial in court, rights, peace and women",
    "a conviction, the prosecution, an execution, not a protest, no science, killed for security",
    *("la prisión", "суд и право", "محكمة", "سجن"),
    "Iran, Iraq, Niger, Austria, Mali, Slovakia, Guinea, Syria, Chad, Sudan",
)
"""The words typed, as texts have them."""

_LANGUAGES = {"cyrillic": "ru", "abjad": "ar", "30": "ja"}


def language_of(text: str) -> str:
    return _LANGUAGES.get(script(text), "es" if text.startswith("la ") else "en")


def texts_of(line: str) -> list[str]:
    return line.partition(" / ")[2].split(", ")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Search:
    texts = dict.fromkeys([*PLAIN, *(text for line in (*NAMES, *WORDS) for text in texts_of(line))])
    plain = {"title": None, "quotes": (), "contacts": ()}
    store = MemoryStore(*(an_advisory(language=language_of(text), body=text, **plain) for text in texts))
    index = TantivyIndex(Path(tmp_path_factory.mktemp("names")) / "index")
    index.catch_up(store)

    def search(typed: str) -> set[str]:
        hits = index.search(parse_query(typed), sort="relevance", limit=None).hits
        return {store.read(hit.place).body for hit in hits}

    return search


@pytest.mark.parametrize("line", NAMES)
def test_each_spelling_of_a_name_finds_all_others(found: Search, line: str) -> None:
    for typed in line.partition(" / ")[0].split():
        assert set(texts_of(line)) <= found(typed), typed


@pytest.mark.parametrize("line", WORDS)
def test_a_word_does_not_find_another_that_only_looks_or_sounds_like_it(found: Search, line: str) -> None:
    assert not set(texts_of(line)) & found(line.partition(" / ")[0])


@pytest.mark.parametrize(
    ("typed", "others"), [("threat~", "they treat them badly"), ("police~", "a policy was adopted")]
)
def test_with_a_tilde_an_ordinary_word_finds_what_looks_like_it(found: Search, typed: str, others: str) -> None:
    assert others in found(typed)
