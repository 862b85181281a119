"""Advisories for the tests of `render`, written by hand; the first is the seed document of the project."""

from advisory_cli.model import Advisory, Contact, Link, Number, Quote, Relation, Source

FIRST_QUOTE = (
    "Despite official declarations they are committed to upholding their international human rights obligations, "
    "the Kazakhstani authorities have a very poor record of investigating and prosecuting their own security forces "
    "for human rights violations,"
)
SECOND_QUOTE = (
    "The investigations must be conducted in accordance with international standards in the most thorough, impartial, "
    "transparent and credible manner in order to establish the truth about the December events and responsibility for "
    "the deaths and injuries during the protest and the torturing of detainees that followed it. This is the only way "
    "to prevent similar events in future."
)
BODY = f"""Many questions remain unanswered about violent clashes between security officers and protesters that left \
15 dead and dozens injured in Kazakhstan in December 2011.

Now, three months on, Amnesty International is demanding transparency in the wake of an unsatisfactory probe into the \
use of force and firearms by security officers in the south western oil city of Zhanaozen.

On 16 December 2011, as the city prepared to celebrate 20 years of independence oil workers on strike since May 2011 \
over pay and working conditions, and a group of young men, tore down festive displays in the town's central square and \
reportedly attacked police and local town officials.

Amateur footage show the security forces responding, taking aim and shooting their weapons at retreating protesters \
who included women and children. The video then shows those lying injured on the ground being beaten.

A number of opposition political activists and representatives of striking oil industry workers were arrested and \
charged with instigating the events. There is a strong indication that their right to a fair trial will be prejudiced.

Amnesty International is writing to the Kazakhstani authorities to pose a number of questions it believes have not \
been fully answered or addressed by the investigations to date into the use of lethal force by security forces and the \
widespread reports of beatings and torture of those detained by security forces.

"{FIRST_QUOTE}" said John Dalhuisen, Europe and Central Asia Programme Director.

"{SECOND_QUOTE}"

For more information please see:

[KAZAKHSTAN: PROGRESS AND NATURE OF OFFICIAL INVESTIGATIONS CALLED INTO QUESTION 100 DAYS AFTER VIOLENT CLASHES \
BETWEEN POLICE AND PROTESTERS IN ZHANAQZEN](#)

To arrange an interview please contact:

Lydia Aroyo, Europe and Central Asia Press Officer at Amnesty International at +44 (0)20 7413 5599 or \
+44 (0) 7771 796 350; email: laroyo@amnesty.org"""

SEED = Advisory(
    reference="EUR 57/002/2012",
    printed_reference="EUR 57/002/2012",
    language="en",
    organisation="AMNESTY INTERNATIONAL",
    kind="media_advisory",
    printed_kind="MEDIA ADVISORY",
    date="2012-03-22",
    title="Kazakhstan's failure to find truth about violent clashes",
    body=BODY,
    quotes=(
        Quote(
            text=FIRST_QUOTE,
            speaker="John Dalhuisen",
            role="Europe and Central Asia Programme Director",
            attribution="stated",
        ),
        Quote(
            text=SECOND_QUOTE,
            speaker="John Dalhuisen",
            role="Europe and Central Asia Programme Director",
            attribution="inherited",
        ),
    ),
    contacts=(
        Contact(
            name="Lydia Aroyo",
            role="Europe and Central Asia Press Officer",
            organisation="Amnesty International",
            phones=("+442074135599", "+447771796350"),
            emails=("laroyo@amnesty.org",),
        ),
    ),
    links=(
        Link(
            text="KAZAKHSTAN: PROGRESS AND NATURE OF OFFICIAL INVESTIGATIONS CALLED INTO QUESTION 100 DAYS AFTER "
            "VIOLENT CLASHES BETWEEN POLICE AND PROTESTERS IN ZHANAQZEN"
        ),
    ),
    countries=("KAZ",),
    region="EUR",
    source=Source(
        name="EUR-57-002-2012.txt",
        media_type="text/plain",
        sha256="9b73e1803e5ba56e1c1028b6e6d1e73aadf46e0310ab1624eb6f0bec948ef140",
        bytes=2654,
        encoding="utf-8",
    ),
    confidence={"reference": "found", "date": "found", "title": "found", "region": "guessed", "subtitle": "missing"},
    id=1,
    first=1,
    at="2026-01-02T03:04:05Z",
)

WITHDRAWN = Advisory(
    reference="MDE 12/003/2011",
    language="ar",
    organisation="منظمة العفو الدولية",
    kind="press_release",
    date="2011-02",
    title="مصر: يجب حماية المتظاهرين السلميين في ميدان التحرير",
    subtitle="بيان صحفي",
    body="قالت منظمة العفو الدولية اليوم إن على السلطات حماية المتظاهرين.\n\nوأضافت المنظمة أن الحق في التجمع مكفول.",
    countries=("EGY",),
    region="MDE",
    status="withdrawn",
    reason="the name of a witness stood in it",
    id=9,
    first=4,
    revision=3,
    action="withdraw",
    at="2026-02-03T04:05:06Z",
    previous="cd" * 32,
)

JAPANESE = Advisory(
    language="ja",
    organisation="アムネスティ・インターナショナル",
    kind="public_statement",
    date="2013",
    title="日本：死刑執行に抗議する声明",
    body="アムネスティ・インターナショナルは、本日行われた死刑の執行に強く抗議する。日本政府は国際社会の要請に応え、"
    "死刑の執行を停止し、廃止に向けた議論を始めなければならない。",
    countries=("JPN",),
    tags=("death penalty", "statements"),
    note="from the printed file\nsecond copy in box 4",
    id=17,
    first=17,
)

RUSSIAN = Advisory(
    reference="EUR 57/002/2012",
    printed_reference="Индекс МА: EUR 57/002/2012",
    language="ru",
    organisation="МЕЖДУНАРОДНАЯ АМНИСТИЯ",
    kind="media_advisory",
    printed_kind="СООБЩЕНИЕ ДЛЯ ПРЕССЫ",
    date="2012-03-22",
    title="Казахстан: Правда о событиях в Жанаозене остается не выясненной",
    body="Многие вопросы остаются без ответа.",
    links=(Link(text="amnesty.org", url="https://www.amnesty.org/ru?a=1&b=2"),),
    mentions=("EUR 57/001/2012",),
    relations=(Relation(type="translates", reference="EUR 57/002/2012"),),
    numbers=(Number(scheme="News Service", text="News Service 38/95"),),
    distribution="public",
    embargo="2012-03-22T10:00:00+06:00",
    printed_embargo="10:00 по времени Астаны",
    countries=("KAZ", "RUS"),
    id=2,
    first=2,
)

EMPTY = Advisory()

TITLE_ONLY = Advisory(title="Only a title", id=3, first=3)
