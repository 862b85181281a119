"""Whole documents of many families, languages and line forms, as short texts of our own."""
# ruff: noqa: E501 - whole documents on one line are what some of these are about

from typing import Any

import pytest

from advisory_cli.parse import parse_advisory

DOCUMENTS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    (
        "Portuguese statement",
        """ANISTIA INTERNACIONAL
NOTA PÚBLICA
Índice: AMR 19/2041/2015
15 de julho de 2015
Brasil: Mortes pela polícia precisam ser investigadas
A Anistia Internacional pede que as autoridades investiguem as mortes que foram causadas por policiais no Rio.
""",
        {
            "reference": "AMR 19/2041/2015",
            "date": "2015-07-15",
            "title": "Brasil: Mortes pela polícia precisam ser investigadas",
            "kind": "public_statement",
            "language": "pt",
            "countries": ("BRA",),
            "organisation": "ANISTIA INTERNACIONAL",
        },
    ),
    (
        "Ukrainian statement",
        """МІЖНАРОДНА АМНІСТІЯ
ПУБЛІЧНА ЗАЯВА
Індекс: EUR 50/001/2014
20 січня 2014 року
Україна: Нові закони обмежують право на протест
Організація закликає владу скасувати закони, які були ухвалені без обговорення. Їх критикують усі.
""",
        {
            "reference": "EUR 50/001/2014",
            "date": "2014-01-20",
            "title": "Україна: Нові закони обмежують право на протест",
            "kind": "public_statement",
            "language": "uk",
            "countries": ("UKR",),
            "organisation": "МІЖНАРОДНА АМНІСТІЯ",
        },
    ),
    (
        "Turkish statement",
        """ULUSLARARASI AF ÖRGÜTÜ
KAMUOYU AÇIKLAMASI
Index: EUR 44/005/2013
11 Haziran 2013
Türkiye: Polis şiddeti soruşturulmalıdır
Uluslararası Af Örgütü, yetkilileri gösterilerde yaşanan polis şiddetini soruşturmaya ve sorumluları yargılamaya çağırdı.
""",
        {
            "reference": "EUR 44/005/2013",
            "date": "2013-06-11",
            "title": "Türkiye: Polis şiddeti soruşturulmalıdır",
            "kind": "public_statement",
            "language": "tr",
            "countries": ("TUR",),
            "organisation": "ULUSLARARASI AF ÖRGÜTÜ",
        },
    ),
    (
        "Chinese statement",
        """国际特赦组织
公开声明
索引号：ASA 17/4815/2016
2016年9月13日
中国：必须释放被拘留的律师
国际特赦组织今天表示，中国当局必须立即释放所有因工作而被拘留的律师。他们的家人没有得到任何消息。
""",
        {
            "reference": "ASA 17/4815/2016",
            "date": "2016-09-13",
            "title": "中国：必须释放被拘留的律师",
            "kind": "public_statement",
            "language": "zh",
            "countries": ("CHN",),
            "organisation": "国际特赦组织",
        },
    ),
    (
        "Arabic statement",
        """منظمة العفو الدولية
بيان عام
رقم الوثيقة: MDE 24/012/2012
6 فبراير/شباط 2012
سوريا: يجب وقف الهجمات على المدنيين
قالت منظمة العفو الدولية اليوم إن على السلطات أن توقف الهجمات فوراً وأن تسمح للمراقبين بالدخول إلى المدينة.
""",
        {
            "reference": "MDE 24/012/2012",
            "date": "2012-02-06",
            "title": "سوريا: يجب وقف الهجمات على المدنيين",
            "kind": "public_statement",
            "language": "ar",
            "countries": ("SYR",),
        },
    ),
    (
        "header on one line",
        """AMNESTY INTERNATIONAL PUBLIC STATEMENT Index: MDE 15/016/2012 22 March 2012 Israel: Stop the transfer of Bedouin communities

The plans of the army would displace 2,300 people. They have had no say in them.
""",
        {
            "reference": "MDE 15/016/2012",
            "date": "2012-03-22",
            "title": "Israel: Stop the transfer of Bedouin communities",
            "kind": "public_statement",
            "countries": ("ISR",),
        },
    ),
    (
        "territory of another country's class",
        """From: someone@example.org
Date: Thu, 9 Sep 1999 10:00:00 -0400
Subject: Urgent Action East Timor

Amnesty International - Urgent Action

PUBLIC AI Index: ASA 21/140/99

UA 225/99 Fear for safety 8 September 1999

EAST TIMOR (INDONESIA): Up to 500 people sheltering in a church

Amnesty International fears for the safety of those who have taken refuge in the church in Dili.
""",
        {
            "reference": "ASA 21/140/1999",
            "date": "1999-09-08",
            "title": "Fear for safety",
            "kind": "urgent_action",
            "countries": ("TLS",),
            "organisation": "Amnesty International",
        },
    ),
    (
        "headline on two lines",
        """First UA: 10/20 Index: MDE 13/1234/2020 Iran Date: 20 January 2020
URGENT ACTION
LAWYER JAILED
FOR DEFENDING WOMEN
Human rights lawyer Nasrin Example has been given a long prison sentence. She is in Evin prison.
TAKE ACTION: WRITE AN APPEAL IN YOUR OWN WORDS
""",
        {
            "reference": "MDE 13/1234/2020",
            "date": "2020-01-20",
            "title": "LAWYER JAILED FOR DEFENDING WOMEN",
            "kind": "urgent_action",
            "countries": ("IRN",),
        },
    ),
    (
        "German action, two countries",
        """Urgent Action
Türkei | Syrien
ABSCHIEBUNG DROHT
UA-Nr: UA-123/2018 AI-Index: EUR 44/9012/2018 Datum: 5. September 2018 – mr
Mehrere Familien aus Syrien sollen abgeschoben werden. Ihnen droht in ihrem Herkunftsland Gefahr.
""",
        {
            "reference": "EUR 44/9012/2018",
            "date": "2018-09-05",
            "title": "ABSCHIEBUNG DROHT",
            "kind": "urgent_action",
            "countries": ("TUR", "SYR"),
            "language": "de",
        },
    ),
    (
        "German action, country below",
        """URGENT ACTION
JOURNALIST FREIGELASSEN
TÜRKEI
UA-Nr: UA-074/2018-3 AI-Index: EUR 44/8888/2018 Datum: 24. Mai 2018 - sd
Herr ALI ÖRNEK
Der Journalist wurde gestern gegen Kaution aus der Haft entlassen. Sein Verfahren geht weiter.
""",
        {
            "reference": "EUR 44/8888/2018",
            "date": "2018-05-24",
            "title": "JOURNALIST FREIGELASSEN",
            "kind": "urgent_action",
            "countries": ("TUR",),
            "language": "de",
        },
    ),
    (
        "French action",
        """AU 12/15, AFR 59/001/2015 Ouganda 14 janvier 2015
ACTION URGENTE
UN MILITANT RISQUE LA TORTURE
Un militant des droits humains a été arrêté à Kampala. Il est détenu dans un lieu qui n'est pas connu.
""",
        {
            "reference": "AFR 59/001/2015",
            "date": "2015-01-14",
            "title": "UN MILITANT RISQUE LA TORTURE",
            "kind": "urgent_action",
            "countries": ("UGA",),
            "language": "fr",
        },
    ),
    (
        "slash after the region",
        """IRIN Newsletter
News Release Issued by the International Secretariat of Amnesty International
AI INDEX: AFR/17/25/97
16 SEPTEMBER 1997

CAMEROON: BLATANT DISREGARD FOR HUMAN RIGHTS

Human rights abuses are common in the country. A report shows that they are not punished.
""",
        {
            "reference": "AFR 17/025/1997",
            "date": "1997-09-16",
            "title": "CAMEROON: BLATANT DISREGARD FOR HUMAN RIGHTS",
            "kind": "press_release",
            "countries": ("CMR",),
        },
    ),
    (
        "embargo and story on one line",
        """News Service 225/96 AI INDEX: ASA 21/79/96 EMBARGOED FOR RELEASE 0001 HRS GMT 27 NOVEMBER 1996 INDONESIA: CRACKDOWN CONTINUES AS ASEAN LEADERS MEET Leaders of the region meet this week while several court cases are under way. A report was released today.
""",
        {
            "reference": "ASA 21/079/1996",
            "date": "1996-11-27",
            "title": "INDONESIA: CRACKDOWN CONTINUES AS ASEAN LEADERS MEET",
            "kind": "press_release",
            "countries": ("IDN",),
        },
    ),
    (
        "release without blank lines",
        """AI Index: MDE 14/004/2004 (Public)
News Service No: 034
9 February 2004
Embargo Date: 9 February 2004 10:00 GMT
Iraq: One year on, people still wait for justice
Amnesty International said today that the coalition must publish the results of its enquiries.
"Families have a right to know," the organization said.
""",
        {
            "reference": "MDE 14/004/2004",
            "date": "2004-02-09",
            "title": "Iraq: One year on, people still wait for justice",
            "kind": "press_release",
            "countries": ("IRQ",),
            "organisation": None,
        },
    ),
    (
        "Spanish cover without blank lines",
        """AMNISTÍA INTERNACIONAL
CUBA
Disidentes encarcelados
Junio de 1996 RESUMEN Índice AI: AMR 25/19/96/s DISTR: SC/CO/GR
En los últimos meses se han producido numerosas detenciones de disidentes. El presente informe describe los casos.
""",
        {
            "reference": "AMR 25/019/1996",
            "date": "1996-06",
            "title": "Disidentes encarcelados",
            "kind": "report",
            "countries": ("CUB",),
            "language": "es",
        },
    ),
    (
        "French cover without blank lines",
        """Document - Tunisia: Freed but not free
TUNISIE
LIBÉRÉS MAIS PAS LIBRES
Les anciens prisonniers politiques
AMNESTY INTERNATIONAL
DOCUMENT PUBLIC
MDE 30/003/2010
ÉFAI
Mars 2010
Les prisonniers qui ont été libérés dans le pays sont soumis à des mesures qui les empêchent de vivre.
""",
        {
            "reference": "MDE 30/003/2010",
            "date": "2010-03",
            "title": "LIBÉRÉS MAIS PAS LIBRES",
            "kind": "report",
            "language": "fr",
            "countries": ("TUN",),
        },
    ),
    (
        "French report on one line",
        """AMNESTY INTERNATIONAL ÉFAI Document public Index AI : ACT 77/06/97 Londres, juin 1997 QU'EST-CE QUE LES MUTILATIONS GÉNITALES FÉMININES Le terme désigne l'ablation d'une partie des organes. On pense que plusieurs millions de femmes en sont les victimes dans le monde.
""",
        {
            "reference": "ACT 77/006/1997",
            "date": "1997-06",
            "title": "QU'EST-CE QUE LES MUTILATIONS GÉNITALES FÉMININES",
            "kind": "report",
            "language": "fr",
            "organisation": "AMNESTY INTERNATIONAL",
        },
    ),
    (
        "imprint below the title",
        """THINK BEFORE YOU POST

Closing down social media space in Zimbabwe

Amnesty International Publications
First published in 2014 by
Amnesty International Publications
International Secretariat
Peter Benenson House
1 Easton Street
London WC1X 0DW
United Kingdom
www.amnesty.org
© Amnesty International Publications 2014
Index: AFR 46/002/2014
Original Language: English
Printed by Amnesty International, International Secretariat, United Kingdom
All rights reserved.
""",
        {"reference": "AFR 46/002/2014", "date": "2014", "title": "THINK BEFORE YOU POST", "kind": "report"},
    ),
    (
        "Spanish letter",
        """AMNISTÍA INTERNACIONAL
Ref.: TIGO AMR 41/2009.012
Índice: AMR 41/031/2009
Londres, 3 de junio de 2009
Señor Presidente de la República
Estimado Señor Presidente:
Asunto: Situación de los defensores
Le escribo para expresar la preocupación de la organización por la situación de los defensores en el país.
""",
        {
            "reference": "AMR 41/031/2009",
            "date": "2009-06-03",
            "title": "Situación de los defensores",
            "kind": "letter",
            "language": "es",
        },
    ),
    (
        "contact line first",
        """FOR IMMEDIATE RELEASE
January 9, 2015
Contact: Tel: +44 (0) 20 7413 5566,After hours: +44 7778 472 126,Email:,press@amnesty.org
Flogging of Raif Badawi in Saudi Arabia 'vicious act of cruelty'
LONDON - The flogging of the Saudi Arabian blogger is a vicious act of cruelty which is prohibited.
""",
        {
            "date": "2015-01-09",
            "title": "Flogging of Raif Badawi in Saudi Arabia 'vicious act of cruelty'",
            "kind": "press_release",
            "countries": ("SAU",),
        },
    ),
    (
        "double-spaced mail",
        """* News Release Issued by the International Secretariat of Amnesty

International *



AI INDEX: EUR 70/123/99

News Service: 188/99

8 October 1999



Kosovo: Leader must make clear that abuses will not be

tolerated



Amnesty International today criticised the leader of the army

for his remarks. "They are not acceptable," the organization

said, and it called on him to make clear that

abuses will not be tolerated.

You may repost this message onto other sources provided the main

text is not altered in any way and both the header crediting

Amnesty International and this footer remain intact.
""",
        {
            "reference": "EUR 70/123/1999",
            "date": "1999-10-08",
            "title": "Kosovo: Leader must make clear that abuses will not be tolerated",
            "kind": "press_release",
            "organisation": "Amnesty International",
        },
    ),
    (
        "title above",
        """Kosovo: Six months on, climate of violence and fear flies in the face of UN mission

News Release Issued by the International Secretariat of Amnesty International

News Service 242/99

AI INDEX: EUR 70/138/99
23 December 1999

Six months after the arrival of the mission, violence is a daily event. Amnesty International calls for action.
""",
        {
            "reference": "EUR 70/138/1999",
            "date": "1999-12-23",
            "title": "Kosovo: Six months on, climate of violence and fear flies in the face of UN mission",
            "kind": "press_release",
            "organisation": "Amnesty International",
            "countries": ("XKX",),
        },
    ),
    (
        "three countries",
        """AI Index: AMR 51/027/2005 (Public)
News Service No: 034
10 February 2005
Embargo Date: 10 February 2005 20:00 GMT
USA/Jordan/Yemen: Torture and secret detention
Torture and secret detention are part of the practice, said Amnesty International today.
"They must end," the organization said.
""",
        {
            "reference": "AMR 51/027/2005",
            "date": "2005-02-10",
            "title": "USA/Jordan/Yemen: Torture and secret detention",
            "kind": "press_release",
            "countries": ("USA", "JOR", "YEM"),
            "organisation": None,
        },
    ),
    (
        "glued letter",
        """image1.pngDear Mr Example

AMNESTY INTERNATIONAL INTERNATIONAL SECRETARIAT
Peter Benenson House, 1 Easton Street
London WC1X 0DW, United Kingdom
T: +44 (0)20 7413 5500 F: +44 (0)20 7956 1157
E: amnestyis@amnesty.org W: www.amnesty.org

Ref: TIGO IOR 40/2012.017
AI Index: MDE 15/029/2012
14 May 2012

Dear Mr Example

RE: ADMINISTRATIVE DETENTION AND HUNGER STRIKE

I write to express our concern.
""",
        {
            "reference": "MDE 15/029/2012",
            "date": "2012-05-14",
            "title": "ADMINISTRATIVE DETENTION AND HUNGER STRIKE",
            "kind": "letter",
            "organisation": "AMNESTY INTERNATIONAL INTERNATIONAL SECRETARIAT",
        },
    ),
    (
        "briefing in small letters",
        """Public
amnesty international
ISRAEL AND THE OCCUPIED PALESTINIAN TERRITORIES
Briefing to the Committee against Torture
September 2008
AI Index: MDE 15/040/2008
INTERNATIONAL SECRETARIAT, 1 EASTON STREET, LONDON WC1X 0DW, UNITED KINGDOM

Contents
Introduction
""",
        {
            "reference": "MDE 15/040/2008",
            "date": "2008-09",
            "kind": "briefing",
            "organisation": "amnesty international",
            "countries": ("ISR",),
        },
    ),
    (
        "Spanish imprint",
        """Document - Mexico: Invisible victims

image2.png

DOCUMENTO INFORMATIVO

DERECHOS EN PELIGRO
PERIODISTAS EN MÉXICO

Amnistía Internacional es un movimiento mundial integrado por más de tres millones de personas.

Amnesty International Publications
Publicado por primera vez en 2011 por
Amnesty International Publications
International Secretariat
Peter Benenson House
Índice: AMR 41/081/2011
Idioma original: inglés
""",
        {
            "reference": "AMR 41/081/2011",
            "date": "2011",
            "title": "DERECHOS EN PELIGRO PERIODISTAS EN MÉXICO",
            "kind": "briefing",
            "language": "es",
            "countries": ("MEX",),
        },
    ),
    (
        "address first",
        """Amnesty International
International Secretariat
1 Easton Street
London WC1X 0DW
United Kingdom

GUATEMALA

"Disappearances": Briefing to the UN Committee against Torture

October 2000

AI Index: AMR 34/044/00

Introduction

This briefing deals with the people who disappeared.
""",
        {
            "reference": "AMR 34/044/2000",
            "date": "2000-10",
            "title": '"Disappearances": Briefing to the UN Committee against Torture',
            "kind": "briefing",
            "countries": ("GTM",),
            "organisation": "Amnesty International",
        },
    ),
    (
        "Japanese without blank lines",
        """アムネスティ・プレスリリース
国際メディア・ブリーフィング
AI Index: EUR 46/027/2004
(2004.06.23)
ロシア連邦：チェチェン紛争の「正常化」は誰のた
めか
要　約
アムネスティは本日、新しい報告書（EUR 46/028/2004）を発表した。人権侵害は今も続いている。人びとは恐怖の中で暮
らしている。
""",
        {
            "reference": "EUR 46/027/2004",
            "date": "2004-06-23",
            "kind": "media_briefing",
            "language": "ja",
            "mentions": ("EUR 46/028/2004",),
            "countries": ("RUS",),
        },
    ),
    (
        "Arabic, title twice",
        """تقرير منظمة العفو الدولية لعام  2013
حالة حقوق الإنسان في العالم
ينبغي لجامعة الدول العربية أن توضح حالة حقوق الإنسان في سوريا
Fri, 06/01/2012
ينبغي لجامعة الدول العربية أن توضح حالة حقوق الإنسان في سوريا
قالت منظمة العفو الدولية اليوم إن على المراقبين أن ينشروا تقريرهم عن الوضع في البلاد.
""",
        {
            "reference": None,
            "date": "2012-01-06",
            "title": "ينبغي لجامعة الدول العربية أن توضح حالة حقوق الإنسان في سوريا",
            "kind": "press_release",
            "language": "ar",
            "organisation": "منظمة العفو الدولية",
        },
    ),
    (
        "letter-spaced imprint",
        """ISRAEL

SUBMISSION TO THE UNITED NATIONS COMMITTEE AGAINST TORTURE

57TH SESSION, 18 APRIL - 13 MAY 2016

Amnesty International Publications
First published in 2016 by
Amnesty International Ltd
Index: MD E 1 5/3 68 8/2 0 16
Original language: English

INTRODUCTION
This submission was prepared for the committee.
""",
        {"reference": "MDE 15/3688/2016", "date": "2016", "kind": "briefing", "countries": ("ISR",)},
    ),
    (
        "glued date",
        """Report
Iran New government fails to address dire human rights situation
Amnesty International
February 16, 2006
AI Index: MDE 13/010/200616 February 2006
Six months after the elections, abuses continue. This report tells of them and of the victims.
""",
        {
            "reference": "MDE 13/010/2006",
            "date": "2006-02-16",
            "title": "Iran New government fails to address dire human rights situation",
            "kind": "report",
            "countries": ("IRN",),
            "organisation": "Amnesty International",
        },
    ),
    (
        "list of posted items",
        """Press releases: May 2000

Sierra Leone: Arms must not be sold
Posted: 31 May 2000
The trade in arms must end.

Peru: Election observers leave
Posted: 30 May 2000
The election is not fair.

Zimbabwe: Violence must end
Posted: 29 May 2000
""",
        {
            "reference": None,
            "date": "2000-05-31",
            "title": "Sierra Leone: Arms must not be sold",
            "kind": "press_release",
            "countries": ("SLE",),
        },
    ),
    (
        "Turkish action",
        """ACİL EYLEM
GAZETECİ TUTUKLANDI
UA: 45/17 Index: EUR 44/5678/2017 Türkiye Tarih: 10 Şubat 2017
Bir gazeteci İstanbul'da tutuklandı. Ailesi nerede olduğunu bilmiyor. Yetkililer bu konuda bilgi vermiyor.
""",
        {
            "reference": "EUR 44/5678/2017",
            "date": "2017-02-10",
            "title": "GAZETECİ TUTUKLANDI",
            "kind": "urgent_action",
            "language": "tr",
            "countries": ("TUR",),
        },
    ),
    (
        "Ukrainian release",
        """Amnesty International Україна
ПРЕС-РЕЛІЗ
12 травня 2014 р.
Україна: Слід припинити викрадення
Викрадення людей на сході країни тривають. Їхні родини не знають, де вони перебувають.
""",
        {
            "date": "2014-05-12",
            "title": "Україна: Слід припинити викрадення",
            "kind": "press_release",
            "language": "uk",
            "countries": ("UKR",),
            "organisation": "Amnesty International Україна",
        },
    ),
    (
        "release of a section",
        """Amnesty International USA
News Release
For Immediate Release
Wednesday, March 5, 2008
Amnesty International Calls for Release of Detained Lawyers
(Washington, DC) - Amnesty International today called for the release of lawyers who are detained in Pakistan.
""",
        {
            "date": "2008-03-05",
            "title": "Amnesty International Calls for Release of Detained Lawyers",
            "kind": "press_release",
            "organisation": "Amnesty International USA",
        },
    ),
    (
        "citations only",
        """Amnesty International
PUBLIC STATEMENT
Colombia: Peace must bring justice
The agreement is a step. It follows reports (AMR 23/001/2005, AMR 23/002/2006) and letters of the organization.
See also AI Index: AMR 23/003/2007.
""",
        {
            "reference": None,
            "title": "Colombia: Peace must bring justice",
            "kind": "public_statement",
            "mentions": ("AMR 23/001/2005", "AMR 23/002/2006", "AMR 23/003/2007"),
        },
    ),
)


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, data, id=name) for name, text, data in DOCUMENTS])
def test_document_is_read(text: str, expected: dict[str, Any]) -> None:
    advisory = parse_advisory(text).advisory
    assert {name: getattr(advisory, name) for name in expected} == expected
