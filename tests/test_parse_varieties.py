"""More documents of our own: other years, languages, issuers and orders of the header, glued, wrapped and on one line."""
# ruff: noqa: E501 - whole documents on one line are what some of these are about

from typing import Any

import pytest

from advisory_cli.parse import parse_advisory

Document = tuple[str, dict[str, Any]]


def document(text: str, **expected: Any) -> Document:
    return text, expected


DOCUMENTS: dict[str, Document] = {
    "ad-en": document(
        """AMNESTY INTERNATIONAL
MEDIA ADVISORY

AI Index: AFR 54/034/2011
9 July 2011

Sudan: New report on arms transfers to be launched in Nairobi

Amnesty International will hold a press conference on 12 July 2011 at 10:00 GMT in Nairobi to launch a new report.

The briefing documents how weapons have been used against civilians in Darfur.

For more information please contact Jane Doe, press officer, on +44 20 7413 5566.
""",
        reference="AFR 54/034/2011",
        date="2011-07-09",
        title="Sudan: New report on arms transfers to be launched in Nairobi",
        kind="media_advisory",
        language="en",
        countries=("SDN",),
    ),
    "ps-date-first": document(
        """AMNESTY INTERNATIONAL

PUBLIC STATEMENT

14 February 2013
Index: MDE 11/005/2013

Bahrain: Two years on, promises of reform remain unfulfilled

On the second anniversary of the uprising the authorities should release all prisoners of conscience, Amnesty International said today.

The organization has documented the cases of dozens of people.
""",
        reference="MDE 11/005/2013",
        date="2013-02-14",
        title="Bahrain: Two years on, promises of reform remain unfulfilled",
        kind="public_statement",
        language="en",
        countries=("BHR",),
    ),
    "ps-2016": document(
        """AMNESTY INTERNATIONAL PUBLIC STATEMENT
Date: 3 March 2016
Index: AMR 51/3553/2016

USA: ‘The end of one life, and a door opened wide’

The State of Texas is due to execute a man on 22 March 2016. He was sentenced to death in 2008.

Amnesty International opposes the death penalty in all cases.
""",
        reference="AMR 51/3553/2016",
        date="2016-03-03",
        title="USA: ‘The end of one life, and a door opened wide’",
        kind="public_statement",
        language="en",
        countries=("USA",),
    ),
    "ns-1997": document(
        """* News Release Issued by the International Secretariat of Amnesty International *

News Service 91/97
AI INDEX: AFR 47/20/97
EMBARGOED FOR 0001 HRS GMT 6 JUNE 1997

RWANDA: Thousands killed in first months of the year

At least 6,000 people, most of them unarmed civilians, have been killed since January, Amnesty International said today.

"The killings have gone on unnoticed," the organization added.

ENDS.../
""",
        reference="AFR 47/020/1997",
        date="1997-06-06",
        title="RWANDA: Thousands killed in first months of the year",
        kind="press_release",
        language="en",
        countries=("RWA",),
        embargo="1997-06-06T00:01:00+00:00",
    ),
    "ns-mail": document(
        """From: ainews@example.org
To: subscribers@example.org
Date: Wed, 17 Nov 1999 11:02:33 GMT
Subject: Guatemala: UN committee must press for reforms

* News Release Issued by the International Secretariat of Amnesty
International *

News Service: 217/99
AI Index: AMR 34/45/99
16 November 1999

Guatemala: UN committee must press for reforms

The UN Human Rights Committee should seek firm commitments
from the government when it meets today, Amnesty International
said.

You may repost this message onto other sources provided the main text is not altered.
""",
        reference="AMR 34/045/1999",
        date="1999-11-16",
        title="Guatemala: UN committee must press for reforms",
        kind="press_release",
        language="en",
        countries=("GTM",),
    ),
    "pr-2005": document(
        """AMNESTY INTERNATIONAL
Press Release

AI Index: MDE 31/012/2005 (Public)
News Service No: 301
9 November 2005

Embargo Date: 9 November 2005 00:01 GMT

Yemen: The Rule of Law Sidelined in the Name of Security

In a new report published today Amnesty International details arrests without charge.

The report is based on interviews with the families of those who have been held.
""",
        reference="MDE 31/012/2005",
        date="2005-11-09",
        title="Yemen: The Rule of Law Sidelined in the Name of Security",
        kind="press_release",
        language="en",
        countries=("YEM",),
        embargo="2005-11-09T00:01:00+00:00",
        distribution="public",
    ),
    "ua-1994": document(
        """EXTERNAL                                         AI Index: ASA 35/07/94
                                                 Distr: UA/SC

27 May 1994

Further information on UA 121/94 (ASA 35/05/94, 1 April 1994) - Fear of "Disappearance"

PHILIPPINES     Juan EJEMPLO, farmer
                Pedro EJEMPLO, his son

The two men named above were found alive on 20 May 1994. They are back with their family.

FURTHER RECOMMENDED ACTION: Please send telegrams/faxes/airmail letters:
- welcoming the news;
""",
        reference="ASA 35/007/1994",
        date="1994-05-27",
        title='Fear of "Disappearance"',
        kind="urgent_action",
        language="en",
        countries=("PHL",),
        mentions=("ASA 35/005/1994",),
        distribution="public",
        relations=(("follows", "ASA 35/005/1994"),),
    ),
    "ua-2003": document(
        """PUBLIC                                             AI Index: EUR 04/012/2003
                                                              14 October 2003

UA 298/03       Imminent execution/Fear of torture

UZBEKISTAN      Evgeny EXAMPLE (m), aged 27

Evgeny Example is in imminent danger of execution. His appeal was turned down on 3 October.

BACKGROUND INFORMATION
Death sentences are carried out in secret.

RECOMMENDED ACTION: Please send appeals to arrive as quickly as possible:
- urging the President to commute the sentence;

PLEASE SEND APPEALS IMMEDIATELY. Check with the International Secretariat, or your section office, if sending appeals after 25 November 2003.
""",
        reference="EUR 04/012/2003",
        date="2003-10-14",
        title="Imminent execution/Fear of torture",
        kind="urgent_action",
        language="en",
    ),
    "ua-2014": document(
        """UA: 55/14 Index: EUR 56/001/2014 Croatia Date: 13 March 2014

URGENT ACTION

ROMA FAMILIES FACE FORCED EVICTION
Around 20 families in a settlement in Zagreb are at risk of being forcibly evicted within days. They have not been offered alternative housing.

The settlement has existed for 30 years.

Please write immediately in Croatian, English or your own language:
  Urging the authorities to stop the eviction.

PLEASE SEND APPEALS BEFORE 24 APRIL 2014 TO:

Mayor of Example
Fax: +385 1 555 0100
""",
        reference="EUR 56/001/2014",
        date="2014-03-13",
        title="ROMA FAMILIES FACE FORCED EVICTION",
        kind="urgent_action",
        language="en",
    ),
    "ua-2021": document(
        """First UA: 67/21 Index: ASA 16/4385/2021 Myanmar Date: 29 June 2021

URGENT ACTION

JOURNALIST DETAINED FOR REPORTING

A journalist has been detained since 24 May 2021. He was on his way to see his parents when he was arrested.

TAKE ACTION: WRITE AN APPEAL IN YOUR OWN WORDS OR USE THIS MODEL LETTER
""",
        reference="ASA 16/4385/2021",
        date="2021-06-29",
        title="JOURNALIST DETAINED FOR REPORTING",
        kind="urgent_action",
        language="en",
        countries=("MMR",),
    ),
    "ua-second": document(
        """Second UA: 150/19 Index: MDE 12/2024/2020 Egypt Date: 20 March 2020

URGENT ACTION

ACTIVIST’S DETENTION EXTENDED AGAIN

The activist has been held since October 2019. A judge extended his detention without hearing him.
""",
        reference="MDE 12/2024/2020",
        date="2020-03-20",
        title="ACTIVIST’S DETENTION EXTENDED AGAIN",
        kind="urgent_action",
        language="en",
        countries=("EGY",),
    ),
    "ua-es": document(
        """PÚBLICO Índice AI: AMR 37/003/2004
19 de marzo de 2004

Más información sobre AU 345/03 (AMR 37/020/2003, de 9 de diciembre de 2003) - Temor por la seguridad

HONDURAS Dirigentes campesinos de Olancho

Los dirigentes han recibido nuevas amenazas de muerte. Las autoridades no han hecho nada para protegerlos.

ACCIONES RECOMENDADAS: Envíen los llamamientos
- pidiendo protección;
""",
        reference="AMR 37/003/2004",
        date="2004-03-19",
        title="Temor por la seguridad",
        kind="urgent_action",
        language="es",
        countries=("HND",),
        mentions=("AMR 37/020/2003",),
        relations=(("follows", "AMR 37/020/2003"),),
    ),
    "ua-fr": document(
        """ACTION URGENTE

DOCUMENT PUBLIC Index AI : AFR 59/004/2006
ÉFAI

AU 88/06 Craintes de torture / Détention au secret

OUGANDA Jean EXEMPLE (h)

Londres, le 7 avril 2006

L'homme nommé ci-dessus a été arrêté par les forces de sécurité dans la nuit. Sa famille ne sait pas où il est détenu.

ACTION RECOMMANDÉE : dans les appels que vous ferez parvenir
– demandez qu'il soit libéré ;
""",
        reference="AFR 59/004/2006",
        date="2006-04-07",
        title="Craintes de torture / Détention au secret",
        kind="urgent_action",
        language="fr",
        countries=("UGA",),
        distribution="public",
    ),
    "ua-de": document(
        """URGENT ACTION

FOLTERGEFAHR

ÄGYPTEN

UA-Nr: UA-191/2013 AI-Index: MDE 12/045/2013 Datum: 17. Juli 2013 - ar

Herr MUSTAFA BEISPIEL

Mustafa Beispiel wurde am 5. Juli 2013 in Kairo festgenommen. Er wird ohne Kontakt zur Außenwelt festgehalten, und seine Familie weiß nicht, wo er ist.

HINTERGRUNDINFORMATIONEN
Seit dem 3. Juli sind viele Menschen festgenommen worden.
""",
        reference="MDE 12/045/2013",
        date="2013-07-17",
        title="FOLTERGEFAHR",
        kind="urgent_action",
        language="de",
        countries=("EGY",),
    ),
    "ps-fr": document(
        """AMNESTY INTERNATIONAL
DÉCLARATION PUBLIQUE

20 octobre 2014
Index : AFR 44/012/2014

Mauritanie. Des militants antiesclavagistes doivent être libérés

Les autorités doivent libérer immédiatement les militants arrêtés le mois dernier, a déclaré Amnesty International.

Ils sont détenus dans la capitale, et leurs avocats n'ont pas pu les voir.
""",
        reference="AFR 44/012/2014",
        date="2014-10-20",
        title="Mauritanie. Des militants antiesclavagistes doivent être libérés",
        kind="public_statement",
        language="fr",
    ),
    "ps-es": document(
        """AMNISTÍA INTERNACIONAL
DECLARACIÓN PÚBLICA
Fecha: 5 de mayo de 2017
Índice: AMR 53/6194/2017

VENEZUELA: LOS TRIBUNALES MILITARES NO DEBEN JUZGAR A CIVILES

Amnistía Internacional expresa su preocupación por el uso de la justicia militar contra personas civiles en el país.

Las autoridades deben poner fin a esta práctica.
""",
        reference="AMR 53/6194/2017",
        date="2017-05-05",
        title="VENEZUELA: LOS TRIBUNALES MILITARES NO DEBEN JUZGAR A CIVILES",
        kind="public_statement",
        language="es",
    ),
    "cp-es": document(
        """Comunicado de prensa

Índice AI: AMR 41/022/2007 (Público)
Servicio de Noticias 089/07
14 de mayo de 2007

México: Un año después de San Salvador Atenco, no hay justicia

Las mujeres que denunciaron abusos sexuales siguen esperando justicia, ha manifestado hoy Amnistía Internacional.

La investigación no ha avanzado.
""",
        reference="AMR 41/022/2007",
        date="2007-05-14",
        title="México: Un año después de San Salvador Atenco, no hay justicia",
        kind="press_release",
        language="es",
        countries=("MEX",),
        distribution="public",
    ),
    "ar-idx": document(
        """منظمة العفو الدولية
بيان عام
رقم الوثيقة: MDE 24/022/2013
19 مارس/آذار 2013

سوريا: يجب حماية المدنيين من الهجمات

قالت منظمة العفو الدولية اليوم إن على جميع الأطراف أن تحمي المدنيين من الهجمات العشوائية التي تشن على المدن.

وأضافت المنظمة أن مئات الأشخاص قتلوا في الأسابيع الماضية.
""",
        reference="MDE 24/022/2013",
        date="2013-03-19",
        title="سوريا: يجب حماية المدنيين من الهجمات",
        kind="public_statement",
        language="ar",
    ),
    "ar-idx2": document(
        """وثيقة عامة
رقم الوثيقة: MDE 13/067/2009
15 يونيو/حزيران 2009
إيران: قلق على سلامة المتظاهرين

أعربت منظمة العفو الدولية عن قلقها على سلامة المتظاهرين الذين اعتقلتهم قوات الأمن في العاصمة خلال الأيام الماضية.
""",
        reference="MDE 13/067/2009",
        date="2009-06-15",
        title="إيران: قلق على سلامة المتظاهرين",
        language="ar",
    ),
    "ru-ps": document(
        """МЕЖДУНАРОДНАЯ АМНИСТИЯ
ПУБЛИЧНОЕ ЗАЯВЛЕНИЕ

Индекс: EUR 46/3390/2016
8 февраля 2016 г.

Россия: Закон об иностранных агентах угрожает правозащитникам

Власти должны прекратить преследование независимых организаций, заявила сегодня организация.

За последний год в реестр было внесено несколько десятков организаций.
""",
        reference="EUR 46/3390/2016",
        date="2016-02-08",
        title="Россия: Закон об иностранных агентах угрожает правозащитникам",
        kind="public_statement",
        language="ru",
        countries=("RUS",),
    ),
    "ru-pr": document(
        """Пресс-релиз

Amnesty International

Индекс МА: EUR 49/009/2012
12 июля 2012 года

Беларусь: Смертная казнь должна быть отменена

Международная Амнистия призвала власти страны немедленно ввести мораторий на казни.

«Казни должны прекратиться», – сказал директор программы.
""",
        reference="EUR 49/009/2012",
        date="2012-07-12",
        title="Беларусь: Смертная казнь должна быть отменена",
        kind="press_release",
        language="ru",
    ),
    "tr-ps": document(
        """ULUSLARARASI AF ÖRGÜTÜ
BASIN AÇIKLAMASI

AI Index: EUR 44/021/2007
19 Ocak 2007

TÜRKİYE: HRANT DİNK CİNAYETİ SORUŞTURULMALI

Uluslararası Af Örgütü, gazetecinin öldürülmesini kınadı ve yetkilileri bu cinayet için derhal etkili bir soruşturma başlatmaya çağırdı.

Bu olay ifade özgürlüğü için bir darbe olarak görülüyor.
""",
        reference="EUR 44/021/2007",
        date="2007-01-19",
        title="TÜRKİYE: HRANT DİNK CİNAYETİ SORUŞTURULMALI",
        kind="press_release",
        language="tr",
        countries=("TUR",),
    ),
    "zh-ps": document(
        """国际特赦组织
公开声明

索引号：ASA 17/022/2008
2008年7月28日

中国：奥运会前的人权状况恶化

国际特赦组织今天表示，中国当局必须在奥运会之前释放所有良心犯。

该组织说，最近几个月有许多人被拘留。
""",
        reference="ASA 17/022/2008",
        date="2008-07-28",
        title="中国：奥运会前的人权状况恶化",
        kind="public_statement",
        language="zh",
        countries=("CHN",),
    ),
    "ja-ps": document(
        """アムネスティ・インターナショナル
公開声明

AI Index: ASA 22/005/2010
2010年7月28日

日本：死刑の執行に抗議する

アムネスティ・インターナショナルは、本日行われた二人の死刑執行に対して強く抗議する。

日本政府は死刑の廃止に向けて議論を始めるべきである。
""",
        reference="ASA 22/005/2010",
        date="2010-07-28",
        title="日本：死刑の執行に抗議する",
        kind="public_statement",
        language="ja",
        countries=("JPN",),
    ),
    "pt-pr": document(
        """ANISTIA INTERNACIONAL
COMUNICADO DE IMPRENSA

Índice AI: AMR 19/009/2012
28 de fevereiro de 2012

Brasil: Despejos forçados antes da Copa do Mundo

A Anistia Internacional manifestou hoje a sua preocupação com os despejos que estão acontecendo no Rio de Janeiro.

As famílias não foram consultadas sobre os projetos.
""",
        reference="AMR 19/009/2012",
        date="2012-02-28",
        title="Brasil: Despejos forçados antes da Copa do Mundo",
        kind="press_release",
        language="pt",
        countries=("BRA",),
    ),
    "it-cs": document(
        """CS 112-2003
Amnesty International - Sezione Italiana

COMUNICATO STAMPA

Roma, 14 ottobre 2003

LIBERIA: AMNESTY INTERNATIONAL CHIEDE GIUSTIZIA PER LE VITTIME

La sezione italiana ha chiesto oggi che i responsabili dei crimini di guerra siano portati davanti alla giustizia.

Per interviste: Ufficio stampa, tel. 06 44901.
""",
        reference=None,
        date="2003-10-14",
        title="LIBERIA: AMNESTY INTERNATIONAL CHIEDE GIUSTIZIA PER LE VITTIME",
        kind="press_release",
        language="it",
        countries=("LBR",),
    ),
    "uk-pr": document(
        """AMNESTY INTERNATIONAL
ПРЕС-РЕЛІЗ
Індекс: EUR 50/010/2014
10 жовтня 2014 року
Україна: Розслідування злочинів на сході має бути неупередженим
Організація закликає владу розслідувати всі випадки викрадень і катувань, які були скоєні під час конфлікту.
""",
        reference="EUR 50/010/2014",
        date="2014-10-10",
        title="Україна: Розслідування злочинів на сході має бути неупередженим",
        kind="press_release",
        language="uk",
        countries=("UKR",),
    ),
    "rep-cover-93": document(
        """EXTERNAL

amnesty international

TURKEY

Escalation in human rights abuses against Kurdish villagers

July 1993
AI INDEX: EUR 44/64/93
DISTR: SC/CO/GR

INTERNATIONAL SECRETARIAT, 1 EASTON STREET, LONDON WC1X 8DJ, UNITED KINGDOM

TABLE OF CONTENTS

1. Introduction ................ 1
2. Background ................ 3

This report describes killings in the south-east. It is based on the work of delegates who went there.
""",
        reference="EUR 44/064/1993",
        date="1993-07",
        title="Escalation in human rights abuses against Kurdish villagers",
        kind="report",
        language="en",
        countries=("TUR",),
        distribution="public",
    ),
    "rep-imprint": document(
        """“WE ARE AT BREAKING POINT”

ROHINGYA: PERSECUTED IN MYANMAR, NEGLECTED IN BANGLADESH

Amnesty International is a global movement of more than 7 million people who campaign for a world where human rights are enjoyed by all.

© Amnesty International 2016
Except where otherwise noted, content in this document is licensed under a Creative Commons licence.
First published in 2016
by Amnesty International Ltd
Peter Benenson House, 1 Easton Street
London WC1X 0DW, UK

Index: ASA 16/5362/2016
Original language: English

amnesty.org

CONTENTS

1. EXECUTIVE SUMMARY
""",
        reference="ASA 16/5362/2016",
        date="2016",
        title="“WE ARE AT BREAKING POINT”",
        kind="report",
        language="en",
    ),
    "rep-fr": document(
        """EMBARGO : 8 juin 1999, 10 h 00 (heure de Paris)

AMNESTY INTERNATIONAL ÉFAI

DOCUMENT PUBLIC

TCHAD
L'HABRÉ ET LA JUSTICE

Index AI : AFR 20/08/99

Londres, juin 1999

Résumé
Depuis plusieurs années les victimes demandent que les responsables soient jugés. Ce rapport décrit les faits.
""",
        reference="AFR 20/008/1999",
        date="1999-06",
        title="L'HABRÉ ET LA JUSTICE",
        kind="report",
        language="fr",
        countries=("TCD",),
        embargo="1999-06-08T10:00:00+02:00",
    ),
    "rep-es": document(
        """AMNISTÍA INTERNACIONAL

PERÚ

MUJERES VALIENTES

Septiembre de 1996                         RESUMEN                    ÍNDICE AI: AMR 46/20/96/s
DISTR: SC/CO/GR

En este documento se describen los casos de varias mujeres que han sido víctimas de violaciones de derechos humanos.
Este informe resume un documento más largo titulado Perú: derechos humanos en tiempo de impunidad (Índice AI: AMR 46/01/96/s).
""",
        reference="AMR 46/020/1996",
        date="1996-09",
        title="MUJERES VALIENTES",
        kind="report",
        language="es",
        countries=("PER",),
        mentions=("AMR 46/001/1996",),
    ),
    "letter": document(
        """Ref: TG EUR 46/2013.011
AI Index: EUR 46/022/2013

Mr Example Examplov
Prosecutor General
Moscow

6 June 2013

AMNESTY INTERNATIONAL INTERNATIONAL SECRETARIAT
1 Easton Street, London WC1X 0DW, United Kingdom
T: +44 (0)20 7413 5500 F: +44 (0)20 7956 1157

Dear Prosecutor General,

Re: Detention of peaceful protesters

I am writing to you about the men and women who have been held since May 2012. They are to be tried in this month.

Yours sincerely,
""",
        reference="EUR 46/022/2013",
        date="2013-06-06",
        title="Detention of peaceful protesters",
        kind="letter",
        language="en",
    ),
    "open-letter": document(
        """AMNESTY INTERNATIONAL
OPEN LETTER

Date: 24 September 2018
Index: AFR 64/9131/2018

Zambia: Open letter to the President on freedom of assembly

Your Excellency,

We write to you to express our concern about the arrest of six activists. They were held for taking part in a march.
""",
        reference="AFR 64/9131/2018",
        date="2018-09-24",
        title="Zambia: Open letter to the President on freedom of assembly",
        kind="letter",
        language="en",
        countries=("ZMB",),
    ),
    "weekly": document(
        """AI Index: NWS 02/16/94
Distr: SC/PO
No. of words: 1450

-------------------------
Amnesty International
International Secretariat
1 Easton Street
London WC1X 8DJ
United Kingdom

TO: PRESS OFFICERS
FROM: PRESS OFFICE
DATE: 12 APRIL 1994

WEEKLY UPDATE SERVICE 16/94

Contained in this weekly update are external items on Rwanda and Bahrain.

1. AFR 47/WU 03/94 EXTERNAL
12 April 1994

RWANDA: AMNESTY INTERNATIONAL CALLS FOR AN END TO KILLINGS

Thousands have been killed since last week.
""",
        reference="NWS 02/016/1994",
        date="1994-04-12",
        kind="news_service",
        language="en",
        mentions=("AFR 47/WU 03/1994",),
        distribution="internal",
    ),
    "newsletter": document(
        """Document - Amnesty International News. August 1998. Vol.28, No.8.

AMNESTY INTERNATIONAL NEWS

Vol. 28 No. 8   August 1998   AI Index: NWS 21/08/98

CHILE
Families wait for news
The families of the disappeared have waited for 25 years. A march was held in the capital.

COLOMBIA
Defenders under attack
Two lawyers were killed in their office.
""",
        reference="NWS 21/008/1998",
        date="1998-08",
        kind="newsletter",
        language="en",
    ),
    "briefing-un": document(
        """ALGERIA

BRIEFING TO THE COMMITTEE AGAINST TORTURE

Amnesty International
Publications

First published in April 2008 by
Amnesty International Publications

AI Index: MDE 28/001/2008
17 April 2008

In this briefing Amnesty International sets out its concerns. It was sent to the Committee ahead of its fortieth session, to be held from 28 April to 16 May 2008.
""",
        reference="MDE 28/001/2008",
        date="2008-04-17",
        kind="briefing",
        language="en",
        countries=("DZA",),
    ),
    "upr": document(
        """UGANDA

HUMAN RIGHTS REVIEW

AMNESTY INTERNATIONAL SUBMISSION FOR THE UN UNIVERSAL PERIODIC REVIEW, 26TH SESSION OF THE UPR WORKING GROUP, NOVEMBER 2016

Index: AFR 59/4788/2016
March 2016

This submission was prepared for the review of Uganda. In it the organization evaluates the steps that were taken.
""",
        reference="AFR 59/4788/2016",
        kind="briefing",
        language="en",
        countries=("UGA",),
    ),
    "medical": document(
        """EXTERNAL

MEDICAL CONCERN

Death of a doctor in custody

AI Index: EUR 45/11/95
Distr: HP/SC
15 March 1995

UNITED KINGDOM

Dr Example was found dead in his cell. An inquest was opened.
""",
        reference="EUR 45/011/1995",
        date="1995-03-15",
        kind="medical_action",
        language="en",
        countries=("GBR",),
    ),
    "medact75": document(
        """MEDICAL LETTER WRITING ACTION
Health professional in prison
MALDIVES
Date: 11 August 2004
Summary
Dr Example has been held since 12 August.

AI Index: ASA 29/004/2004
Distr: PG HP SC

Recommended actions
Please write letters on your headed paper.
""",
        reference="ASA 29/004/2004",
        date="2004-08-11",
        kind="medical_action",
        language="en",
        countries=("MDV",),
    ),
    "record-page": document(
        """• Campaigns

Sri Lanka: Fear for safety of witnesses

, Index number: ASA 37/023/2006

The witnesses have received threats by telephone. They have asked the police for protection, but none has been given to them.
""",
        reference="ASA 37/023/2006",
        title="Sri Lanka: Fear for safety of witnesses",
        language="en",
        countries=("LKA",),
    ),
    "record-es": document(
        """• Campañas

Paraguay: Preocupación por los pueblos indígenas

, Número de índice: AMR 45/005/2009

La comunidad indígena lleva años esperando que el Estado le devuelva sus tierras. La organización ha pedido una solución.
""",
        reference="AMR 45/005/2009",
        language="es",
        countries=("PRY",),
    ),
    "oneline-ps": document(
        """AMNESTY INTERNATIONAL PUBLIC STATEMENT 26 June 2020 Index: ASA 34/2609/2020 MALDIVES: PROTECT MIGRANT WORKERS FROM ABUSE The authorities must protect migrant workers who have lost their jobs, Amnesty International said today. Many have not been paid for months. They live in crowded rooms.""",
        reference="ASA 34/2609/2020",
        date="2020-06-26",
        title="MALDIVES: PROTECT MIGRANT WORKERS FROM ABUSE",
        kind="public_statement",
        language="en",
    ),
    "oneline-fr": document(
        """AMNESTY INTERNATIONAL DÉCLARATION PUBLIQUE 7 juin 2018 Index : AFR 53/8541/2018 TOGO. LES AUTORITÉS DOIVENT LIBÉRER LES MILITANTS DÉTENUS Les autorités doivent libérer les militants qui sont détenus depuis janvier, a déclaré Amnesty International. Ils n'ont rien fait d'autre que manifester.""",
        reference="AFR 53/8541/2018",
        date="2018-06-07",
        title="TOGO. LES AUTORITÉS DOIVENT LIBÉRER LES MILITANTS DÉTENUS",
        kind="public_statement",
        language="fr",
        countries=("TGO",),
    ),
    "oneline-ua": document(
        """Document - China: Further information: Poet released UA: 28/10 Index: ASA 17/015/2010 China Date: 19 March 2010 URGENT ACTION POET RELEASED AFTER FIVE YEARS The poet was released on 15 March 2010 after serving his sentence. He is with his family. Thank you to all who sent appeals.""",
        reference="ASA 17/015/2010",
        date="2010-03-19",
        title="POET RELEASED AFTER FIVE YEARS",
        kind="urgent_action",
        language="en",
        countries=("CHN",),
    ),
    "glued": document(
        """News Service 101/99AI INDEX: EUR 63/14/9912 May 1999

BOSNIA-HERZEGOVINA: Minority returns must be safe

People who want to go home have been attacked, Amnesty International said today. The authorities did nothing.
""",
        reference="EUR 63/014/1999",
        date="1999-05-12",
        title="BOSNIA-HERZEGOVINA: Minority returns must be safe",
        kind="press_release",
        language="en",
        countries=("BIH",),
    ),
    "glued2": document(
        """AMNESTY INTERNATIONALPUBLIC STATEMENTAI Index: ASA 11/003/200417 March 2004

Afghanistan: Women still under attack

Women who want to register to vote have been threatened. The government must protect them, the organization said.
""",
        reference="ASA 11/003/2004",
        date="2004-03-17",
        title="Afghanistan: Women still under attack",
        language="en",
        countries=("AFG",),
    ),
    "small-l": document(
        """Al Index: AFR 44/02/82
Distr: NS/PO

Amnesty International
External
Date: 3 March 1982

MAURITANIA: A TITLE FROM A SCAN

The men were held in the desert for more than three years. Their families were not told where they were.
""",
        reference="AFR 44/002/1982",
        date="1982-03-03",
        title="MAURITANIA: A TITLE FROM A SCAN",
        language="en",
        countries=("MRT",),
    ),
    "scan-bad": document(
        """AMNESTY INTERNATIONAL
Al lndex: MDF 24/1O/84
S Y R I A
Briefing

Torture is reported by many of those who have been held in the country. They were held without charge for years.
""",
        reference=None,
        language="en",
    ),
    "scan-ocr2": document(
        """AI lNDEX: EUR 46/O3/91
External

USSR: A title that can be read

The men were tried in secret and sent to a camp. The court did not hear them.
""",
        reference=None,
        language="en",
    ),
    "footer-idx": document(
        """Uganda: Woman human rights defender attacked

A woman who speaks for the homeless was attacked at her home in Kampala last night. Her neighbours called the police, but nobody came.

“She must be protected,” said the deputy director.

Public Document
****************************************
For more information please call Amnesty International's press office in London, UK, on +44 20 7413 5566
AI Index: AFR 59/011/2009
""",
        reference="AFR 59/011/2009",
        title="Uganda: Woman human rights defender attacked",
        language="en",
        countries=("UGA",),
    ),
    "cite-only": document(
        """Nepal: Investigate deaths in custody

Kathmandu, 3 May 2011

The government must investigate, Amnesty International said. In its report Nepal: Missing (Index: ASA 31/001/2011) it had named twelve men. In an earlier report (AI Index: ASA 31/045/2008) it named more of them.
""",
        reference=None,
        language="en",
        countries=("NPL",),
        mentions=("ASA 31/001/2011", "ASA 31/045/2008"),
    ),
    "correction": document(
        """AMNESTY INTERNATIONAL
PUBLIC STATEMENT
Index: AFR 35/003/2012
2 May 2012

Correction to AFR 35/002/2012

Madagascar: Wrong figure in statement

The statement of 30 April 2012 (Index: AFR 35/002/2012) gave a wrong number of deaths. The right number is 17. We regret the error.
""",
        reference="AFR 35/003/2012",
        date="2012-05-02",
        language="en",
        mentions=("AFR 35/002/2012",),
        relations=(("corrects", "AFR 35/002/2012"),),
    ),
    "errata": document(
        """ERRATA
AI Index: POL 10/005/2004

Please note the following corrections to the Amnesty International Report 2004 (POL 10/004/2004).
Page 12: for "2002" read "2003".
""",
        reference="POL 10/005/2004",
        language="en",
        mentions=("POL 10/004/2004",),
    ),
    "supersede": document(
        """AMNESTY INTERNATIONAL
MEDIA BRIEFING
Index: EUR 03/007/2010
11 March 2010

This document replaces EUR 03/006/2010.

Visa and the rights of travellers from the region

The rules have been changed several times, and people have been stopped at borders without being told why this was done.
""",
        reference="EUR 03/007/2010",
        date="2010-03-11",
        kind="media_briefing",
        language="en",
        mentions=("EUR 03/006/2010",),
        relations=(("supersedes", "EUR 03/006/2010"),),
    ),
    "followup-fr": document(
        """ACTION URGENTE
DOCUMENT PUBLIC
Index AI : AMR 36/010/2004
10 mars 2004

Informations complémentaires sur l'AU 33/04 (AMR 36/005/2004 du 3 février 2004)

HAÏTI - Craintes pour la sécurité

Les personnes nommées ci-dessus ont pu quitter le pays. Elles sont maintenant en lieu sûr avec leurs familles.
""",
        reference="AMR 36/010/2004",
        date="2004-03-10",
        kind="urgent_action",
        language="fr",
        countries=("HTI",),
        mentions=("AMR 36/005/2004",),
        relations=(("follows", "AMR 36/005/2004"),),
    ),
    "embargo-cet": document(
        """AMNESTY INTERNATIONAL
PRESS RELEASE
AI Index: EUR 01/009/2010
EMBARGOED UNTIL 10:00 CET, 8 April 2010
8 April 2010

Europe: Stigma and exclusion of Roma must end

Millions of people live in poverty at the edge of cities. They are denied the rights that others have.
""",
        reference="EUR 01/009/2010",
        date="2010-04-08",
        title="Europe: Stigma and exclusion of Roma must end",
        kind="press_release",
        language="en",
        embargo="2010-04-08T10:00:00+01:00",
    ),
    "viewer-ru": document(
        """Вы находитесь на странице 1из 40

PRISONERS OF CONSCIENCE IN TURKEY
AI Index: EUR 44/12/88
November 1988
Amnesty International Publications

Hundreds of people have been held for what they think. This report tells of some of them and of their trials.
""",
        reference="EUR 44/012/1988",
        date="1988-11",
        title="PRISONERS OF CONSCIENCE IN TURKEY",
        language="en",
    ),
    "list-page": document(
        """Press releases
Amnesty International

30 May 2000
Sierra Leone: UN must act
The Security Council should act now. It has met twice.

29 May 2000
Fiji: Hostages must be freed
The hostages should be freed at once. They are in danger.

28 May 2000
Peru: Election marred
Observers left the country.
""",
        reference=None,
        language="en",
    ),
    "person-jordan": document(
        """AMNESTY INTERNATIONAL
PUBLIC STATEMENT
Index: AMR 51/055/2009
3 April 2009

Jordan Smith's family calls for justice after shooting

The family of a young man who was shot by police has asked for an inquiry. They were told to wait.
""",
        reference="AMR 51/055/2009",
        date="2009-04-03",
        title="Jordan Smith's family calls for justice after shooting",
        language="en",
        countries=("USA",),
    ),
    "person-georgia": document(
        """Amnesty International
Urgent Action
UA 101/05 Death penalty 20 April 2005
AI Index: AMR 51/071/2005

Statement by Chad Miller on the execution of his brother

The execution is set for May. Lawyers have asked the governor for mercy and have been told to wait for him.
""",
        reference="AMR 51/071/2005",
        date="2005-04-20",
        kind="urgent_action",
        language="en",
        countries=("USA",),
    ),
    "paris": document(
        """Communiqué de presse

Index AI : MDE 28/015/2003
Paris, le 4 mars 2003

Algérie. Les familles de disparus attendent toujours

Les familles ont manifesté mercredi devant le ministère. Elles demandent la vérité sur le sort de leurs proches.
""",
        reference="MDE 28/015/2003",
        date="2003-03-04",
        title="Algérie. Les familles de disparus attendent toujours",
        kind="press_release",
        language="fr",
        countries=("DZA",),
    ),
    "en-header-ru-body": document(
        """Document - Belarus: Prisoner of conscience must be released

AMNESTY INTERNATIONAL
ПУБЛИЧНОЕ ЗАЯВЛЕНИЕ
Индекс AI: EUR 49/002/2013
15 января 2013 г.

Беларусь: Узник совести должен быть освобожден

Организация требует немедленно освободить правозащитника, который был осужден в 2011 году по ложному обвинению.
""",
        reference="EUR 49/002/2013",
        date="2013-01-15",
        title="Беларусь: Узник совести должен быть освобожден",
        kind="public_statement",
        language="ru",
        countries=("BLR",),
    ),
    "running-head": document(
        """Guatemala: Lethal legacy of impunity                                   AI Index: AMR 34/001/2002

Amnesty International                                     28 February 2002

Guatemala's Lethal Legacy

Past Impunity and Renewed Human Rights Violations

Executive Summary
Human rights abuses have risen to a level not seen since the end of the war. This document tells of some of them.

Page 2 of 50
""",
        reference="AMR 34/001/2002",
        date="2002-02-28",
        language="en",
        countries=("GTM",),
    ),
    "nobreak-nsheet": document(
        """News Service 12/96
AI INDEX: MDE 15/05/96
18 JANUARY 1996
ISRAEL/OCCUPIED TERRITORIES: CALL FOR END TO TORTURE OF DETAINEES
Amnesty International today called on the government to stop the use of torture in its prisons.
The organization has written to the minister.
ENDS/
""",
        reference="MDE 15/005/1996",
        date="1996-01-18",
        title="ISRAEL/OCCUPIED TERRITORIES: CALL FOR END TO TORTURE OF DETAINEES",
        kind="press_release",
        language="en",
    ),
    "double": document(
        """> From: owner@example.org
>
> AMNESTY INTERNATIONAL
>
> URGENT ACTION BULLETIN
>
> UA 250/95 Fear of Torture 30 October 1995
>
> AI Index: EUR 44/150/95
>
> TURKEY: Ali ORNEK, teacher
>
> The teacher was taken from his home in the night. His family has asked where he is held, and nobody answers.
""",
        reference="EUR 44/150/1995",
        date="1995-10-30",
        title="Fear of Torture",
        kind="urgent_action",
        language="en",
        countries=("TUR",),
    ),
    "two-countries": document(
        """AMNESTY INTERNATIONAL
JOINT PUBLIC STATEMENT
Index: AFR 02/001/2013
9 May 2013

Rwanda/Uganda: Return refugees only if it is safe

Refugees should not be forced to go back, the organizations said. They have fled from a war that is not yet over.
""",
        reference="AFR 02/001/2013",
        date="2013-05-09",
        title="Rwanda/Uganda: Return refugees only if it is safe",
        kind="public_statement",
        language="en",
        countries=("RWA", "UGA"),
    ),
    "ussr": document(
        """AI Index: EUR 46/20/89
EXTERNAL
Date: 4 July 1989

USSR: Conscientious objectors still in camps

Several young men who refused to serve in the army are still held in camps. Others have been released.
""",
        reference="EUR 46/020/1989",
        date="1989-07-04",
        title="USSR: Conscientious objectors still in camps",
        language="en",
        countries=("SUN",),
    ),
    "zaire": document(
        """AI INDEX: AFR 62/12/93
EXTERNAL
16 September 1993

Violence against democracy

Soldiers have killed hundreds of unarmed civilians. The president has done nothing to stop them from doing so.
""",
        reference="AFR 62/012/1993",
        date="1993-09-16",
        title="Violence against democracy",
        language="en",
        countries=("ZAR",),
    ),
    "bulgaria-us-date": document(
        """News Service 150/97 AI INDEX: EUR 15/07/97 (9/19/97)

BULGARIA: Police abuse must stop

A man died in the hands of police in the town. His family has filed a complaint with the prosecutor of that place.
""",
        reference="EUR 15/007/1997",
        date="1997-09-19",
        title="BULGARIA: Police abuse must stop",
        kind="press_release",
        language="en",
        countries=("BGR",),
    ),
    "wiki-urls": document(
        """Home | News | Reports | Donate | Contact

You are here: Home > Library

IRAQ: HUMAN RIGHTS IN THE AFTERMATH OF THE WAR

AI Index: MDE 14/110/2003
Published: 18 April 2003

Posted in News by admin

Hospitals have been looted, and the people who live there have no water. The forces which hold the town must act.

Share this
""",
        reference="MDE 14/110/2003",
        date="2003-04-18",
        title="IRAQ: HUMAN RIGHTS IN THE AFTERMATH OF THE WAR",
        language="en",
        countries=("IRQ",),
    ),
    "slash-region": document(
        """From Amnesty International News Service 155/97
AI INDEX: AFR/16/22/97
22 SEPTEMBER 1997

Burundi: Executions must not go ahead

The government should halt all executions, Amnesty International said today. Six people were hanged in July.
""",
        reference="AFR 16/022/1997",
        date="1997-09-22",
        title="Burundi: Executions must not go ahead",
        kind="press_release",
        language="en",
        countries=("BDI",),
    ),
    "mm-invite": document(
        """Russian Federation: Launch of report on Chechnya

Media invite

AI Index: EUR 46/029/2007
21 May 2007

What: Press conference to launch a new report
When: 23 May 2007, 11am Moscow time
Where: Independent Press Centre, Moscow

For further information please contact: Lydia Example, tel. (+44 20) 7413 5500; e-mail: [email protected]
""",
        reference="EUR 46/029/2007",
        date="2007-05-21",
        title="Russian Federation: Launch of report on Chechnya",
        kind="media_advisory",
        language="en",
        countries=("RUS",),
    ),
    "b-invite": document(
        """Document - Georgia: Amnesty International to launch report in Tbilisi

Georgia: Amnesty International to launch report in Tbilisi

MEDIA INVITE

On 12 March 2008 Amnesty International will launch a report on violence in the family.

Press conference: 12 March, 11.00, Hotel Example, Tbilisi

AI Index: EUR 56/004/2008
Date: 7 March 2008

For further information or to request an interview please contact: Anna Example, tel. (+44 20) 7413 5500 or (+44) (0) 7771 555 010
""",
        reference="EUR 56/004/2008",
        date="2008-03-07",
        title="Georgia: Amnesty International to launch report in Tbilisi",
        kind="media_advisory",
        language="en",
        countries=("GEO",),
    ),
    "b-ca-list": document(
        """Home
Media advisories

May 14, 2010
Amnesty International launches report on the arms trade
Ottawa – Amnesty International will release a report on Monday. Journalists are invited.

Jane Example
Media Relations,
Amnesty International Canada
613-555-0100, ext 236

May 10, 2010
Vigil for prisoners
A vigil will be held in front of the embassy. It begins at noon.
""",
        reference=None,
        kind="media_advisory",
        language="en",
    ),
    "b-bulletin": document(
        """/* Written 5:22 PM  Oct 30, 1995 by list@example.org in conf.example */
/* ---------- "AI: Iraq bulletin" ---------- */

From: Network Example <owner@example.org>

AMNESTY INTERNATIONAL
URGENT ACTION BULLETIN

This bulletin expires on 15 December 1995. Do not act on it after that date.

AI Index: MDE 14/09/95
EXTRA 120/95      Fear of execution      27 October 1995

IRAQ     Ali EXAMPLE, officer

The officer was arrested in August. It is feared that he has been sentenced to death in secret.
""",
        reference="MDE 14/009/1995",
        date="1995-10-27",
        title="Fear of execution",
        kind="urgent_action",
        language="en",
        countries=("IRQ",),
    ),
    "b-ua1999": document(
        """From: owner-events@example.org
Date: Fri, 10 Sep 1999 08:05:01 -0400
Subject: [events] East Timor UA

Amnesty International - Urgent Action

PUBLIC AI Index: ASA 21/121/99

UA 235/99 Fear for safety 8 September 1999

EAST TIMOR All residents of Dili

The people of the town are in danger. Militia have attacked those who fled to the church and the school.
""",
        reference="ASA 21/121/1999",
        date="1999-09-08",
        title="Fear for safety",
        kind="urgent_action",
        language="en",
        countries=("TLS",),
    ),
    "b-de-page": document(
        """amnesty-beispiel.de
Startseite Berichte Eilaktionen Kontakt

URGENT ACTION

JOURNALIST IN HAFT

TÜRKEI | SYRIEN

UA-Nr: UA-101/2018 AI-Index: EUR 44/8411/2018 Datum: 16. Mai 2018 – jk

Herr KEMAL BEISPIEL, Journalist

Der Journalist wurde am 2. Mai an der Grenze festgenommen. Seitdem ist er in Haft, und seine Anwältin durfte nicht zu ihm.

SACHLAGE
Er hatte über die Lage der Flüchtlinge geschrieben.

Weiterlesen
""",
        reference="EUR 44/8411/2018",
        date="2018-05-16",
        title="JOURNALIST IN HAFT",
        kind="urgent_action",
        language="de",
        countries=("TUR", "SYR"),
    ),
    "b-blog-es": document(
        """Acción urgente sobre desaparición en Guerrero
AU: 77/11 Índice: AMR 41/015/2011 México Fecha: 24 de marzo de 2011TEMOR POR UN ACTIVISTA DESAPARECIDO El activista desapareció el 20 de marzo cuando volvía a su casa. Su familia no sabe dónde está y teme por su vida. AcciónUrgente Escriban inmediatamente, en español o en su propio idioma
""",
        reference="AMR 41/015/2011",
        date="2011-03-24",
        title="TEMOR POR UN ACTIVISTA DESAPARECIDO",
        kind="urgent_action",
        language="es",
        countries=("MEX",),
    ),
    "b-glued98": document(
        """[asia-list] 812 AI: Malaysia

AI list keeper list at example.org
Wed, 23 Sep 1998 09:12:44 +0900

     AI INDEX: ASA 28/30/98News Service 180/98
     22 SEPTEMBER 1998

     MALAYSIA:  Opposition leader must be released

     The arrest of the leader under the Internal Security Act is a blow to freedom. He should be released at once.
""",
        reference="ASA 28/030/1998",
        date="1998-09-22",
        title="MALAYSIA: Opposition leader must be released",
        kind="press_release",
        language="en",
        countries=("MYS",),
    ),
    "b-relief": document(
        """Angola: Freedom of expression on trial

Format: News and Press Release
Source: Amnesty International
Posted: 17 Dec 1999
Originally published: 17 Dec 1999

News Release Issued by the International Secretariat of Amnesty International
News Service 239/99 AI INDEX: AFR 12/18/99
17 December 1999

Angola: Freedom of expression on trial

A journalist has been tried for what he wrote. Two others were fined, and one of them has been held in prison.
""",
        reference="AFR 12/018/1999",
        date="1999-12-17",
        title="Angola: Freedom of expression on trial",
        kind="press_release",
        language="en",
        countries=("AGO",),
    ),
    "b-scoop": document(
        """Scoop World
Indonesia: Commission must be independent
Friday, 10 March 2000, 9:43 am
Article: Amnesty International

INDONESIA: COMMISSION MUST BE INDEPENDENT

* News Release Issued by the International Secretariat of Amnesty International *

9 March 2000
ASA 21/009/2000
43/00

The new commission must be able to work without fear, Amnesty International said today. It was set up last week.
""",
        reference="ASA 21/009/2000",
        date="2000-03-09",
        title="INDONESIA: COMMISSION MUST BE INDEPENDENT",
        kind="press_release",
        language="en",
        countries=("IDN",),
    ),
    "b-memo": document(
        """NEWS SERVICE 61/95

From: Amnesty International
International Secretariat, 1 Easton Street, London WC1X 8DJ, United Kingdom

TO: PRESS OFFICERS
DATE: 29 MARCH 1995

AI INDEX: NWS 11/61/95
DISTR: SC/PO
NO OF WORDS: 640

NEWS SERVICE ITEMS: EXTERNAL - BURUNDI
INTERNAL - None

PLEASE NOTE: Correction to News Service 60/95.

News Service 61/95

AI INDEX: AFR 16/WU 02/95
29 MARCH 1995

BURUNDI: TIME FOR ACTION

The killings must be stopped now. The UN should act before it is too late.
""",
        reference="NWS 11/061/1995",
        date="1995-03-29",
        kind="news_service",
        language="en",
        mentions=("AFR 16/WU 02/1995",),
        distribution="internal",
    ),
    "b-fr-kong": document(
        """République démocratique du Congo. Il faut enquêter

AMNESTY INTERNATIONAL
DÉCLARATION PUBLIQUE
AFR 62/6100/2017
2 mai 2017

République démocratique du Congo. Il faut enquêter
sur les massacres au Kasaï

Les Nations unies doivent ouvrir une enquête sur les massacres. Plusieurs centaines de personnes ont été tuées depuis août.
""",
        reference="AFR 62/6100/2017",
        date="2017-05-02",
        title="République démocratique du Congo. Il faut enquêter sur les massacres au Kasaï",
        kind="public_statement",
        language="fr",
        countries=("COD",),
    ),
    "b-es-covid": document(
        """AMNISTÍA INTERNACIONAL - DECLARACIÓN PÚBLICA

18 de junio de 2020 Índice: AMR 01/2540/2020

AMÉRICAS: LA RESPUESTA A LA PANDEMIA DEBE INCLUIR A LAS PERSONAS REFUGIADAS
Las autoridades deben garantizar el acceso a la salud de todas las personas. Muchas de ellas viven en la calle y no tienen agua.

Organizaciones de toda la región han pedido medidas.
""",
        reference="AMR 01/2540/2020",
        date="2020-06-18",
        title="AMÉRICAS: LA RESPUESTA A LA PANDEMIA DEBE INCLUIR A LAS PERSONAS REFUGIADAS",
        kind="public_statement",
        language="es",
    ),
    "b-fr-oneline": document(
        """LES ENFANTS SOLDATS AMNESTY INTERNATIONAL ÉFAI DOCUMENT PUBLIC Index AI : ACT 76/01/99 Londres, février 1999 SOMMAIRE 1. Qu'est-ce qu'un enfant soldat ? 2. Les causes. Ce document décrit la situation des enfants qui sont enrôlés dans les armées. Il est destiné aux enseignants.""",
        reference="ACT 76/001/1999",
        date="1999-02",
        kind="report",
        language="fr",
    ),
    "b-es-cover": document(
        """Amnistía Internacional

CUBA

NUEVAS MEDIDAS CONTRA LA DISIDENCIA

Agosto de 1998 Índice AI: AMR 25/20/98/s
Distr: SC/CO/GR
SECRETARIADO INTERNACIONAL, 1 EASTON STREET, LONDRES WC1X 8DJ, REINO UNIDO

En los últimos meses las autoridades han detenido a varios disidentes. Este documento actualiza la información contenida en Cuba: Represión (Índice AI: AMR 25/14/96/s).
""",
        reference="AMR 25/020/1998",
        date="1998-08",
        title="NUEVAS MEDIDAS CONTRA LA DISIDENCIA",
        kind="report",
        language="es",
        countries=("CUB",),
        mentions=("AMR 25/014/1996",),
    ),
    "b-es-doc": document(
        """Document - Mexico: Briefing to the Human Rights Committee

image2.png

MÉXICO

INFORME PARA EL COMITÉ DE DERECHOS HUMANOS

Amnesty International Publications

Publicado por primera vez en 2010 por
Amnesty International Publications
International Secretariat
Peter Benenson House
1 Easton Street
London WC1X 0DW
Reino Unido

© Copyright Amnesty International Publications 2010

Índice: AMR 41/011/2010

Idioma original: Español

Reservados todos los derechos.

En este documento la organización expone sus motivos de preocupación al Comité para que los tenga en cuenta en el examen del informe del Estado.
""",
        reference="AMR 41/011/2010",
        date="2010",
        title="INFORME PARA EL COMITÉ DE DERECHOS HUMANOS",
        language="es",
        countries=("MEX",),
    ),
    "b-ja": document(
        """アムネスティ・インターナショナル
国際メディア・ブリーフィング
(2005.03.14)
AI Index: EUR 46/008/2005

ロシア連邦：チェチェンにおける女性への暴力

要　約

チェチェンでは多くの女性が行方不明になっている。当局は調査を行っていない。
""",
        reference="EUR 46/008/2005",
        date="2005-03-14",
        title="ロシア連邦：チェチェンにおける女性への暴力",
        kind="media_briefing",
        language="ja",
    ),
    "b-it-mail": document(
        """[Data Prev][Data Succ][Thread Prev]
Subject: CS AI - Timor Est
From: "Lista" <lista at example.it>
Date: Fri, 24 Mar 2000 10:33:12 +0100

Amnesty International
Sezione Italiana

CS 41-2000

TIMOR EST: GIUSTIZIA PER LE VITTIME

"Le vittime hanno diritto alla giustizia" ha dichiarato oggi Amnesty International. I responsabili delle violenze non sono stati ancora processati.

Roma, 23 marzo 2000

Ufficio stampa: press at example.it
""",
        reference=None,
        title="TIMOR EST: GIUSTIZIA PER LE VITTIME",
        kind="press_release",
        language="it",
        countries=("TLS",),
    ),
    "b-ar-site": document(
        """تقرير منظمة العفو الدولية لعام  2013
حالة حقوق الإنسان في العالم

بيان صحفي

6 فبراير 2012

البحرين: يجب الإفراج عن سجناء الرأي

البحرين: يجب الإفراج عن سجناء الرأي

قالت منظمة العفو الدولية إن على السلطات أن تفرج عن جميع سجناء الرأي الذين اعتقلوا خلال الاحتجاجات التي شهدتها البلاد العام الماضي.
""",
        reference=None,
        date="2012-02-06",
        title="البحرين: يجب الإفراج عن سجناء الرأي",
        kind="press_release",
        language="ar",
        countries=("BHR",),
    ),
    "b-spaced": document(
        """ISRAEL

BRIEFING TO THE COMMITTEE AGAINST TORTURE

A M N E S T Y I N T E R N A T I O N A L

Ind ex: MD E 1 5/4 19 1/2 0 16
Ap ril 2 0 16

57th session, 18 April - 13 May 2016

This briefing was sent to the Committee before its review of Israel. It deals with the use of force and with prisons.
""",
        language="en",
        kind="briefing",
        countries=("ISR",),
    ),
    "b-medical-cases": document(
        """REVIEW OF MEDICAL CASES ISSUED IN 1994

ACT 75/01/95
January 1995

EXTERNAL

Country      Name       Index
Chile        Dr Uno     [AMR 22/03/94]
Syria        Dr Dos     [MDE 24/05/94]
Turkey       Dr Tres    [EUR 44/60/94]

This review lists the cases which were taken up in the year. Some of them go on.
""",
        reference="ACT 75/001/1995",
        date="1995-01",
        kind="medical_action",
        language="en",
        mentions=("AMR 22/003/1994", "MDE 24/005/1994", "EUR 44/060/1994"),
    ),
    "b-uk-list": document(
        """Amnesty International UK - News

News archive May 2001

Zimbabwe: Attacks on farm workers must end
Posted: 30 May 2001
Workers have been beaten and driven from their homes.

Algeria: Families demand the truth
Posted: 28 May 2001
Families of those who disappeared will march.

Sudan: Oil at the root of war
Posted: 3 May 2001
A new report tells how oil drives the war.
""",
        reference=None,
        language="en",
    ),
    "b-lj-letter": document(
        """Amnesty International's letter to the President
May. 12th, 2006 | 10:15 am

AMNESTY INTERNATIONAL
INTERNATIONAL SECRETARIAT
1 Easton Street London WC1X 0DW

Ref: EUR 49/005/2006

11 May 2006

Dear President,

I am writing to you to express our concern about the arrests of the last weeks. We ask you to see to it that all who were held are freed.

Yours sincerely
""",
        reference="EUR 49/005/2006",
        date="2006-05-11",
        kind="letter",
        language="en",
    ),
    "b-old-news": document(
        """AMNESTY INTERNATIONAL NEWSLETTER

Vol. III No. 7                                   July 1973

URUGUAY
Un-
iversity teachers were arrested
in the capital. AI has asked
for their release.

GREECE
Trials of students go on. An observer was sent.
""",
        reference=None,
        date="1973-07",
        kind="newsletter",
        language="en",
    ),
    "b-usa": document(
        """USA
STILL FAILING HUMAN RIGHTS IN THE NAME OF GLOBAL “WAR”

20 January 2010                         AI Index: AMR 51/006/2010

Amnesty International

One year after the President ordered the prison to be closed, some 200 men are still held there. This document looks at what has been done.
""",
        reference="AMR 51/006/2010",
        date="2010-01-20",
        title="STILL FAILING HUMAN RIGHTS IN THE NAME OF GLOBAL “WAR”",
        language="en",
        countries=("USA",),
    ),
    "b-gtm": document(
        """GUATEMALA

Submission to the Human Rights Committee

AI Index: AMR 34/007/2012
Amnesty International February 2012

GUATEMALA
Submission to the Human Rights Committee

March 2012: 104th session

INTRODUCTION
Amnesty International submits the following information. It does not cover all that the Committee will look at.
""",
        reference="AMR 34/007/2012",
        date="2012-02",
        kind="briefing",
        language="en",
        countries=("GTM",),
    ),
    "b-press-fr-rdc": document(
        """COMMUNIQUÉ DE PRESSE

Index AI : AFR 62/024/2003
Bulletin n° 230
9 octobre 2003

RÉPUBLIQUE DÉMOCRATIQUE DU CONGO
Massacre de Katshele : les responsables doivent être jugés

Amnesty International condamne le massacre de civils qui a eu lieu dans l'Ituri. Les auteurs doivent être traduits en justice.
""",
        reference="AFR 62/024/2003",
        date="2003-10-09",
        title="Massacre de Katshele : les responsables doivent être jugés",
        kind="press_release",
        language="fr",
        countries=("COD",),
    ),
    "b-md": document(
        """# Kazakhstan: Activist freed after hunger strike

**AMNESTY INTERNATIONAL**
**PRESS RELEASE**

**Index:** EUR 57/2345/2020
**Date:** 12 May 2020

An activist was freed today. She had been held for two months without a trial, and had refused to eat for a week.
""",
        reference="EUR 57/2345/2020",
        date="2020-05-12",
        title="Kazakhstan: Activist freed after hunger strike",
        kind="press_release",
        language="en",
        countries=("KAZ",),
    ),
    "b-table": document(
        """AMNESTY INTERNATIONAL | PUBLIC STATEMENT
Index | ASA 33/1234/2019
Date  | 30 October 2019

Pakistan: Stop harassing human rights defenders

The authorities must stop the harassment of those who speak up. Many have been called to police stations and threatened there.
""",
        reference="ASA 33/1234/2019",
        date="2019-10-30",
        title="Pakistan: Stop harassing human rights defenders",
        kind="public_statement",
        language="en",
        countries=("PAK",),
    ),
    "b-idxyear-note": document(
        """AI Index: AMR 46/026/2000
Fecha: 5 de septiembre del 2000
Servicio de Noticias 170/00

PERÚ
Las leyes antiterroristas violan las normas internacionales

Las leyes que se aprobaron en 1992 siguen en vigor. Miles de personas han sido condenadas por tribunales sin rostro.
""",
        reference="AMR 46/026/2000",
        date="2000-09-05",
        title="Las leyes antiterroristas violan las normas internacionales",
        kind="press_release",
        language="es",
        countries=("PER",),
    ),
    "b-zh-tw": document(
        """國際特赦組織
新聞稿

AI Index: ASA 38/001/2010
2010年4月30日

台灣：執行死刑是一大倒退

國際特赦組織對台灣在四年多之後恢復執行死刑表示震驚，並呼籲當局立即停止執行死刑。
""",
        reference="ASA 38/001/2010",
        date="2010-04-30",
        title="台灣：執行死刑是一大倒退",
        kind="press_release",
        language="zh",
        countries=("TWN",),
    ),
    "b-uk-ua": document(
        """ТЕРМІНОВА АКЦІЯ

UA 60/17 Індекс: EUR 50/6001/2017 Україна Дата: 4 квітня 2017

АКТИВІСТУ ЗАГРОЖУЄ НЕБЕЗПЕКА

Активіст отримав погрози після того, як він звернувся до поліції. Його родина боїться за його життя, але поліція нічого не робить.
""",
        reference="EUR 50/6001/2017",
        date="2017-04-04",
        title="АКТИВІСТУ ЗАГРОЖУЄ НЕБЕЗПЕКА",
        kind="urgent_action",
        language="uk",
        countries=("UKR",),
    ),
    "b-pt-ua": document(
        """AÇÃO URGENTE

AU: 12/15 Índice: AMR 19/001/2015 Brasil Data: 22 de janeiro de 2015

LÍDER RURAL AMEAÇADO DE MORTE

O líder recebeu ameaças por telefone depois de denunciar a extração ilegal de madeira. Ele não tem proteção da polícia e teme pela sua vida.
""",
        reference="AMR 19/001/2015",
        date="2015-01-22",
        title="LÍDER RURAL AMEAÇADO DE MORTE",
        kind="urgent_action",
        language="pt",
        countries=("BRA",),
    ),
    "b-tr-date": document(
        """Uluslararası Af Örgütü
ACİL EYLEM

UA: 66/14 Index: EUR 44/010/2014 Türkiye Tarih: 24 Mart 2014

GAZETECİ TEHDİT EDİLİYOR

Gazeteci, yazdığı bir haber nedeniyle ölüm tehditleri aldı ve polis onu korumak için hiçbir şey yapmadı.
""",
        reference="EUR 44/010/2014",
        date="2014-03-24",
        title="GAZETECİ TEHDİT EDİLİYOR",
        kind="urgent_action",
        language="tr",
        countries=("TUR",),
    ),
    "b-it-ua": document(
        """AZIONE URGENTE

UA 33/09 Indice AI: AFR 46/003/2009 Zimbabwe Data: 6 febbraio 2009

ATTIVISTI ANCORA IN CARCERE

Gli attivisti sono detenuti da dicembre e non hanno potuto vedere un medico. La corte ha ordinato che siano curati in ospedale.
""",
        reference="AFR 46/003/2009",
        date="2009-02-06",
        title="ATTIVISTI ANCORA IN CARCERE",
        kind="urgent_action",
        language="it",
        countries=("ZWE",),
    ),
}


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=name) for name, case in DOCUMENTS.items()])
def test_document_is_read(text: str, expected: dict[str, Any]) -> None:
    advisory = parse_advisory(text).advisory
    read = {name: getattr(advisory, name) for name in expected} | {
        "relations": tuple((relation.type, relation.reference) for relation in advisory.relations)
    }
    assert {name: read[name] for name in expected} == expected
