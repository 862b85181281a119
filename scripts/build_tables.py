"""Build `advisory_cli/tables/countries.json`: names of countries in many languages, folded, with their codes.

Names come from CLDR (Babel) and, in English, from ISO 3166 (pycountry; its translations mix countries up), both of the
dependency group `tables`; old names, territories and the words of press documents stand below.
Run it after a change here or after a new release of either library:

    python scripts/build_tables.py

`advisory_cli/tables/classes.tsv`, the classes of index numbers, is kept by hand: region, number, name, countries.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pycountry
from babel import Locale

from advisory_cli.places import fold_name

TABLE = Path(__file__).resolve().parent.parent / "advisory_cli" / "tables" / "countries.json"

LANGUAGES = "en fr es de it pt ar ru uk tr zh zh_Hant ja ko nl pl fa kk az uz ky ro"
"""The first language wins where two countries share a name."""

ENGLISH = {
    "CIV": "Côte d'Ivoire",
    "COD": "Democratic Republic of the Congo",
    "COG": "Republic of the Congo",
    "HKG": "Hong Kong",
    "MAC": "Macao",
    "MMR": "Myanmar",
    "PSE": "Palestine",
    "TUR": "Turkey",
    "USA": "United States of America",
    "VNM": "Viet Nam",
}
"""What press documents print, where CLDR prefers another form."""

FORMER = {
    "ANT": ("AN", "Netherlands Antilles"),
    "CSK": ("CS", "Czechoslovakia"),
    "DDR": ("DD", "German Democratic Republic"),
    "SCG": ("", "Serbia and Montenegro"),
    "SUN": ("SU", "USSR"),
    "XKX": ("XK", "Kosovo"),
    "YMD": ("YD", "South Yemen"),
    "YUG": ("YU", "Yugoslavia"),
    "ZAR": ("ZR", "Zaire"),
}
"""Codes of ISO 3166-3, and the code in common use for Kosovo: alpha-2, English name."""

OTHER_NAMES = {
    "AFG": "Islamic Emirate of Afghanistan",
    "ARE": "UAE|Emirates|EAU|ОАЭ",
    "BFA": "Upper Volta|Haute-Volta|Alto Volta",
    "BIH": "Bosnia|Bosnia-Herzegovina|Bosnia and Hercegovina|Bosnie|Bosnien|Босния",
    "BLR": "Byelorussia|Belorussia|Biélorussie|Bielorrusia|Bielorussia|Weißrussland|Белоруссия",
    "BRN": "Brunei",
    "CAF": "CAR|Centrafrique|RCA",
    "CHN": "PRC|西藏|チベット|新疆|People's Republic of China|Peoples Republic of China|République populaire de Chine"
    "|República Popular China"
    "|Volksrepublik China|Tibet|Tibet Autonomous Region|Xinjiang|Xinjiang Uighur Autonomous Region|XUAR"
    "|Тибет|KHP|КНР",
    "CIV": "Ivory Coast",
    "COD": "DRC|DR Congo|D.R. Congo|Congo-Kinshasa|Congo (Kinshasa)|Congo, Democratic Republic of the"
    "|Democratic Republic of Congo|RDC|RD Congo|République démocratique du Congo"
    "|República Democrática del Congo"
    "|Repubblica Democratica del Congo|Demokratische Republik Kongo|República Democrática do Congo"
    "|Демократическая Республика Конго|ДР Конго|ДРК|جمهورية الكونغو الديمقراطية|コンゴ民主共和国|刚果民主共和国",
    "COG": "Congo-Brazzaville|Congo (Republic of)|Congo, Republic of|République du Congo|Congo|Конго",
    "CPV": "Cape Verde",
    "CZE": "Czech Republic|République tchèque|República Checa|Repubblica Ceca|Tschechische Republik|Чешская Республика",
    "CSK": "Czechoslovak Socialist Republic|Czech and Slovak Federal Republic|Tchécoslovaquie|Checoslovaquia"
    "|Tschechoslowakei|Cecoslovacchia|Checoslováquia|Чехословакия|Чехословаччина|Czechosłowacja|Çekoslovakya"
    "|Tsjecho-Slowakije|تشيكوسلوفاكيا|チェコスロバキア|捷克斯洛伐克",
    "DDR": "East Germany|GDR|RDA|RFA et RDA|DDR|Ostdeutschland|République démocratique allemande"
    "|República Democrática Alemana|ГДР|Германская Демократическая Республика|NRD|東ドイツ|东德",
    "DEU": "West Germany|Federal Republic of Germany|FRG|BRD|Bundesrepublik Deutschland|ФРГ",
    "ESH": "Sahrawi Arab Democratic Republic",
    "FSM": "Federated States of Micronesia",
    "GBR": "UK|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|Grande-Bretagne|Gran Bretaña"
    "|Großbritannien"
    "|Gran Bretagna|Royaume Uni|Великобритания|Англия|Северная Ирландия|İngiltere|Büyük Britanya|بريطانيا"
    "|Engeland"
    "|Irlande du Nord|Irlanda del Norte|Nordirland",
    "GEO": "Abkhazia|South Ossetia|Абхазия|Южная Осетия",
    "GMB": "The Gambia",
    "GNB": "Guinea Bissau",
    "GUY": "British Guiana",
    "HKG": "Hong Kong SAR|Hongkong|香港|ホンコン|Гонконг|هونغ كونغ",
    "MAC": "澳門|澳门|マカオ|Макао",
    "IDN": "Irian Jaya|West Papua|Papua (Indonesia)|Aceh",
    "IND": "Jammu and Kashmir|Jammu & Kashmir",
    "IRN": "Islamic Republic of Iran|Persia|République islamique d'Iran|Исламская Республика Иран",
    "IRQ": "Iraqi Kurdistan|Kurdistan Region of Iraq|Kurdistan-Iraq",
    "ISR": "Israel/OPT|Israel/OT|Israel and the Occupied Territories|Israel/Occupied Territories"
    "|Israel and the Occupied Palestinian Territories|Israel and Occupied Palestinian Territories"
    "|Israel/Occupied Palestinian Territories|Israel and the OPT|Israël/TPO|Israel/TPO"
    "|Israël et territoires palestiniens occupés|Israel y los Territorios Palestinos Ocupados",
    "JEY": "Jersey",
    "KAZ": "Kazakstan|Kazakh SSR|Қазақстан Республикасы",
    "KGZ": "Kyrgyz Republic|Kirghizia|Kirghizstan|Kirgizstan|Киргизия|Кыргызстан",
    "KHM": "Kampuchea|Democratic Kampuchea",
    "KOR": "Republic of Korea|ROK|South Korea|Korea (South)|Korea, South",
    "LBY": "Libyan Arab Jamahiriya|Jamahiriya",
    "LKA": "Ceylon",
    "MDA": "Moldavia|Transdniestria|Transnistria|Молдавия|Приднестровье",
    "MKD": "Macedonia|FYROM|Former Yugoslav Republic of Macedonia|Macédoine|Mazedonien|Македония",
    "MMR": "Burma|Burma/Myanmar|Myanmar/Burma|Birmanie|Birmania|Birma|Burma (Myanmar)|Бирма|ビルマ|ミャンマー",
    "NLD": "Holland|Pays Bas|Голландия|Olanda",
    "PAK": "Azad Kashmir|Azad Jammu and Kashmir",
    "PNG": "Bougainville|Papua-New Guinea",
    "PRK": "DPRK|North Korea|Democratic People's Republic of Korea|Korea (North)|Korea, North|КНДР",
    "PSE": "Palestine|State of Palestine|Palestinian Authority|Palestinian National Authority|OPT"
    "|Occupied Palestinian Territory|Occupied Palestinian Territories|Occupied Territories|Gaza|Gaza Strip"
    "|West Bank"
    "|Palestina|Palästina|Палестина|فلسطين|Filistin|パレスチナ|巴勒斯坦|Cisjordanie|Cisjordania|Bande de Gaza"
    "|Territoires palestiniens occupés|Territorios Palestinos Ocupados|السلطة الفلسطينية|قطاع غزة|غزة|Газа",
    "RUS": "Russian Federation|RSFSR|RF|Fédération de Russie|Federación de Rusia|Federación Rusa"
    "|Russische Föderation"
    "|Federazione russa|Federação Russa|Российская Федерация|РФ|Rusya Federasyonu|Російська Федерація"
    "|الاتحاد الروسي|ロシア連邦|俄罗斯联邦|Russische Federatie|Federacja Rosyjska|فدراسیون روسیه|Ресей Федерациясы"
    "|Chechnya|Chechen Republic|Chechenya|Tchétchénie|Tschetschenien|Chechenia|Cecenia|Tchetchênia|Чечня"
    "|Чеченская Республика|Çeçenistan|الشيشان|チェチェン|车臣|Tsjetsjenië|Czeczenia|Ingushetia|Ингушетия|Dagestan"
    "|Дагестан",
    "SCG": "Serbia-Montenegro|State Union of Serbia and Montenegro",
    "SDN": "Darfur|Дарфур|دارفور",
    "SOM": "Somaliland|Puntland",
    "STP": "Sao Tome|Sao Tome & Principe",
    "SUN": "Soviet Union|Union of Soviet Socialist Republics|U.S.S.R.|URSS|UdSSR|Union soviétique"
    "|Unión Soviética"
    "|Sowjetunion|Unione Sovietica|União Soviética|СССР|Советский Союз|СРСР|Радянський Союз|SSCB"
    "|Sovyetler Birliği"
    "|ZSRR|Związek Radziecki|Sovjet-Unie|الاتحاد السوفيتي|الاتحاد السوفييتي|ソ連|ソビエト連邦|苏联|蘇聯|شوروی",
    "SWZ": "Swaziland|Swazilandia|Swasiland|Свазиленд|Eswatini (Swaziland)",
    "SYR": "Syrian Arab Republic|République arabe syrienne|República Árabe Siria|Сирийская Арабская Республика",
    "TCD": "Tchad",
    "THA": "Siam",
    "TLS": "East Timor|Timor Leste|Timor oriental|Timor Oriental|Osttimor|Timor Est|Восточный Тимор"
    "|Doğu Timor|東ティモール"
    "|东帝汶|Oost-Timor|Timor Wschodni|تيمور الشرقية",
    "TUR": "Türkiye|Turkiye|Republic of Türkiye",
    "TWN": "Republic of China|Chinese Taipei|Formosa",
    "TZA": "United Republic of Tanzania|Zanzibar",
    "UKR": "Crimea|Crimée|Krim|Крым|Крим|Ukrainian SSR",
    "USA": "USA|US|U.S.|United States|America (USA)|Estados Unidos de América|EE.UU.|EE UU|EEUU"
    "|États-Unis d'Amérique"
    "|Stati Uniti d'America|Vereinigte Staaten von Amerika|США|Соединенные Штаты Америки|ABD|米国|美國|Guantánamo"
    "|Estados Unidos da América|EUA|Vereinigte Staaten|VS|الولايات المتحدة الأمريكية|Guantánamo Bay"
    "|アメリカ|アメリカ合衆国",
    "VAT": "Holy See|Vatican|Saint-Siège|Santa Sede",
    "VEN": "Bolivarian Republic of Venezuela",
    "VNM": "Vietnam|Viet-Nam|South Vietnam|North Vietnam|Democratic Republic of Viet Nam",
    "XKX": "Kosovo|Kosova|Kosovo/Kosova|Kosovo (Serbia)|Косово|コソボ|科索沃|كوسوفو|Kosowo|Republic of Kosovo",
    "YEM": "North Yemen|Yemen Arab Republic|Republic of Yemen",
    "YMD": "People's Democratic Republic of Yemen|PDRY|Democratic Yemen|Yémen du Sud|Yemen del Sur|Südjemen"
    "|Южный Йемен",
    "YUG": "Former Yugoslavia|Federal Republic of Yugoslavia|FRY|SFRY|FR Yugoslavia"
    "|Socialist Federal Republic of Yugoslavia"
    "|Yougoslavie|Ex-Yougoslavie|Yugoslavia (Federal Republic of)|Jugoslawien|Jugoslavia|Iugoslávia"
    "|Jugoslávia|Югославия"
    "|Югославія|Yugoslavya|Jugosławia|Joegoslavië|يوغوسلافيا|ユーゴスラビア|南斯拉夫|یوگسلاوی",
    "ZAF": "RSA",
    "ZAR": "Republic of Zaire|Zaïre|Заир|زائير|ザイール|扎伊尔",
    "ZWE": "Rhodesia|Southern Rhodesia|Rhodésie",
}
"""Old names, short forms and territories that documents put where a country stands, separated by bars."""


def main() -> None:
    """Write the table and say what was left out."""
    english, spellings = english_names(), collect_spellings()
    lines = [
        f"{json.dumps(code)}: {json.dumps([alpha2(code), english[code], sorted(spellings[code])], ensure_ascii=False)}"
        for code in sorted(english)
    ]
    TABLE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{len(english)} countries, {sum(map(len, spellings.values()))} names, {TABLE.stat().st_size} bytes")


def english_names() -> dict[str, str]:
    """The name to display of each alpha-3 code."""
    territories = Locale.parse("en").territories
    plain = {alpha3: plain_english(territories[country.alpha_2]) for alpha3, country in countries().items()}
    return plain | {code: name for code, (_, name) in FORMER.items()} | ENGLISH


def plain_english(name: str) -> str:
    """A CLDR name as running text has it."""
    return name.replace("’", "'").replace(" & ", " and ").replace("St. ", "Saint ")


def collect_spellings() -> dict[str, set[str]]:
    """Folded names of each alpha-3 code; a name that two countries share goes to the first in order, with a notice."""
    owner: dict[str, str] = {}
    for code, name in all_names():
        folded = fold_name(name)
        if folded and owner.setdefault(folded, code) != code:
            print(f"{name!r}: {owner[folded]}, not {code}", file=sys.stderr)
    spellings = defaultdict(set)
    for folded, code in owner.items():
        spellings[code].add(folded)
    return spellings


def all_names() -> Iterator[tuple[str, str]]:
    """Pairs of alpha-3 code and name, the most trusted first."""
    yield from ((code, name) for code, name in english_names().items())
    yield from ((code, name) for code, names in OTHER_NAMES.items() for name in names.split("|"))
    for language in LANGUAGES.split():
        territories = Locale.parse(language).territories
        yield from ((code, territories.get(country.alpha_2, "")) for code, country in countries().items())
        yield "XKX", territories.get("XK", "")
    for code, country in countries().items():
        yield from ((code, getattr(country, field, "")) for field in ("name", "official_name", "common_name"))


def countries() -> dict[str, Any]:
    """Countries of ISO 3166-1 by alpha-3 code."""
    return {country.alpha_3: cast("Any", country) for country in pycountry.countries}


def alpha2(code: str) -> str:
    """The two-letter code; empty where there is none."""
    return FORMER[code][0] if code in FORMER else countries()[code].alpha_2


if __name__ == "__main__":
    main()
