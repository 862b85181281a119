"""Families of layouts that the fixtures do not hold, as short texts of our own."""
# ruff: noqa: E501 - whole documents on one line are what some of these are about

from typing import Any

import pytest

from advisory_cli.parse import parse_advisory

FAMILIES: tuple[tuple[str, str, dict[str, Any]], ...] = (
    (
        "urgent action of 1993",
        """EXTERNAL (for general distribution)                     AI Index: AFR 17/01/93
                                                        Distr: UA/SC

                                                        10 February 1993

UA 32/93         Fear of Torture / Incommunicado Detention          10 February 1993

CAMEROON:        Jean Exemple, journalist
                 Paul Exemple, trade unionist

Amnesty International is concerned that the two men named above may be
tortured. They were arrested on 8 February 1993 in the capital.

RECOMMENDED ACTION: Please send telegrams/telexes/faxes/express and airmail letters:
- urging that they be released;
""",
        {
            "reference": "AFR 17/001/1993",
            "kind": "urgent_action",
            "date": "1993-02-10",
            "title": "Fear of Torture / Incommunicado Detention",
            "countries": ("CMR",),
            "distribution": "public",
        },
    ),
    (
        "urgent action of 2006",
        """PUBLIC                                                  AI Index: MDE 13/090/2006
18 August 2006

UA 219/06      Fear of torture / Possible prisoner of conscience

IRAN           Ali Nemuneh (m), aged 24, student

The student named above was arrested at his home. His family has no news.

BACKGROUND INFORMATION
Arrests have been frequent.

PLEASE SEND APPEALS TO ARRIVE AS QUICKLY AS POSSIBLE, before 29 September 2006.
""",
        {
            "reference": "MDE 13/090/2006",
            "kind": "urgent_action",
            "date": "2006-08-18",
            "title": "Fear of torture / Possible prisoner of conscience",
            "countries": ("IRN",),
        },
    ),
    (
        "urgent action on one line",
        """Total Page:16
PUBLIC AI Index: ASA 17/25/98 UA 210/98 Torture and ill-treatment / Fear for safety 24 July 1998 PEOPLE'S REPUBLIC OF CHINA Ngawang Example (f), aged 24 Amnesty International is concerned about the safety of the woman named above, who is held in a prison. She was sentenced in 1993. RECOMMENDED ACTION: Please send telegrams
""",
        {
            "reference": "ASA 17/025/1998",
            "kind": "urgent_action",
            "date": "1998-07-24",
            "title": "Torture and ill-treatment / Fear for safety",
            "countries": ("CHN",),
        },
    ),
    (
        "urgent action with glued headline",
        """Document - Honduras: Further information: Activist receives death threats

UA: 123/12 Index: AMR 37/007/2012 Honduras Date: 3 May 2012URGENT ACTION HUMAN RIGHTS DEFENDER THREATENED WITH DEATH A human rights defender in Honduras has received threats. She has asked for protection. Please write immediately. PLEASE SEND APPEALS BEFORE 14 JUNE 2012 TO: Minister of Example
""",
        {
            "reference": "AMR 37/007/2012",
            "kind": "urgent_action",
            "date": "2012-05-03",
            "title": "HUMAN RIGHTS DEFENDER THREATENED WITH DEATH",
            "countries": ("HND",),
        },
    ),
    (
        "Spanish action with glued country",
        """PÚBLICO Índice AI: AMR 23/05/00/s AU 31/00 9 de febrero del 2000 COLOMBIATemor por la seguridad

Campesinos de la comunidad han recibido amenazas de grupos armados en la zona. La organización ha pedido protección para ellos.
""",
        {
            "reference": "AMR 23/005/2000",
            "printed_reference": "AMR 23/05/00/s",
            "date": "2000-02-09",
            "title": "Temor por la seguridad",
            "countries": ("COL",),
        },
    ),
    (
        "Spanish action on one line",
        """AU: 256/09 Índice: AMR 41/048/2009 México Fecha: 23 de septiembre de 2009AMENAZAS DE MUERTE CONTRA UN DEFENSOR Un defensor de los derechos humanos ha recibido amenazas de muerte en México. Su familia teme por su vida. AcciónUrgente
""",
        {
            "reference": "AMR 41/048/2009",
            "date": "2009-09-23",
            "title": "AMENAZAS DE MUERTE CONTRA UN DEFENSOR",
            "countries": ("MEX",),
        },
    ),
    (
        "German action, number below",
        """Startseite

URGENT ACTION

DROHENDE FOLTER

TÜRKEI

UA-Nr: UA-074/2019 AI-Index: EUR 44/0440/2019 Datum: 24. Mai 2019 – sd

Herr ALI ÖRNEK, 34 Jahre
Frau AYSE ÖRNEK, 30 Jahre

Die beiden Personen wurden am 20. Mai 2019 festgenommen. Ihre Anwälte durften sie nicht besuchen.

HINTERGRUNDINFORMATIONEN

In den letzten Wochen gab es viele Festnahmen.

Weiterlesen
""",
        {
            "reference": "EUR 44/0440/2019",
            "kind": "urgent_action",
            "date": "2019-05-24",
            "title": "DROHENDE FOLTER",
            "language": "de",
        },
    ),
    (
        "German action of two countries",
        """UA-Nr: UA-123/2018 AI-Index: EUR 44/9012/2018 Datum: 5. September 2018

Türkei | Syrien: Flüchtlingen droht die Abschiebung

Mehrere Familien aus Syrien sollen abgeschoben werden. Ihnen droht in ihrem Herkunftsland Gefahr.
""",
        {"reference": "EUR 44/9012/2018", "kind": "urgent_action", "date": "2018-09-05", "countries": ("TUR", "SYR")},
    ),
    (
        "quoted mail",
        """> From: example@example.org
> Date: Thu, 1 Apr 1999 10:11:12 GMT
> Subject: AI on Yugoslavia
>
> * News Release Issued by the International Secretariat of Amnesty International *
>
> News Service: 063/99
> AI INDEX: EUR 70/24/99
> 31 March 1999
>
> Federal Republic of Yugoslavia
> Human rights crisis deepens -- military intelligence
> may be vital deterrent
>
> Amnesty International today called on governments to hand over
> information about grave abuses. "Time is running out," the
> organization said.
""",
        {
            "reference": "EUR 70/024/1999",
            "kind": "press_release",
            "date": "1999-03-31",
            "title": "Human rights crisis deepens -- military intelligence may be vital deterrent",
        },
    ),
    (
        "press release with embargo",
        """AI Index: EUR 62/017/2005 (Public)
News Service No: 185
7 July 2005

Embargo Date: 7 July 2005 20:00 GMT

Uzbekistan: Lifting the siege on the truth
The Uzbek government must allow an independent investigation, said Amnesty International today in a report on the killings of May, because the authorities have given no account.
The report is based on interviews. Many people did not wish to be named.
""",
        {
            "reference": "EUR 62/017/2005",
            "kind": "press_release",
            "date": "2005-07-07",
            "embargo": "2005-07-07T20:00:00+00:00",
            "title": "Uzbekistan: Lifting the siege on the truth",
        },
    ),
    (
        "memo to press officers",
        """AI INDEX: NWS 11/38/95
Distr: SC/PO

No. of words: 455

Amnesty International
International Secretariat
1 Easton Street
London WC1X 8DJ
United Kingdom

TO: PRESS OFFICERS
FROM: PRESS AND PUBLICATIONS
DATE: 3 MARCH 1995

NEWS SERVICE 38/95

EXTERNAL - Mexico

AI INDEX: AMR 41/WU 03/95
3 MARCH 1995

MEXICO: REPORTS OF TORTURE IN CHIAPAS

Amnesty International is concerned about reports of torture. The organization has asked for an inquiry.
""",
        {
            "reference": "NWS 11/038/1995",
            "kind": "news_service",
            "date": "1995-03-03",
            "title": "NEWS SERVICE 38/95",
            "distribution": "internal",
            "mentions": ("AMR 41/WU 03/1995",),
        },
    ),
    (
        "Spanish report cover",
        """Embargado hasta el 10 de septiembre de 1991

EXTERNO (para distribución general)

AMNISTÍA INTERNACIONAL

CHILE

UN TESTIMONIO DE SUFRIMIENTO
Y ESPERANZA

Septiembre de 1991 RESUMEN Índice AI: AMR 22/08/91/s DISTR: SC/CO/GR

El presente informe trata de los casos que se conocen. Muchas familias no tienen noticias de los suyos.
""",
        {
            "reference": "AMR 22/008/1991",
            "kind": "report",
            "date": "1991-09",
            "title": "UN TESTIMONIO DE SUFRIMIENTO Y ESPERANZA",
            "embargo": None,
        },
    ),
    (
        "French report cover",
        """Document - Tunisia: Torture

TUNISIE

LA TORTURE TOUJOURS EN COURS

Des voix étouffées

AMNESTY INTERNATIONAL

DOCUMENT PUBLIC

MDE 30/003/2010

ÉFAI

Mars 2010

INTRODUCTION

Les personnes qui sont arrêtées dans le pays sont souvent torturées par la police. Elles ne peuvent pas voir un avocat.
""",
        {
            "reference": "MDE 30/003/2010",
            "kind": "report",
            "date": "2010-03",
            "title": "LA TORTURE TOUJOURS EN COURS",
            "subtitle": "Des voix étouffées",
            "language": "fr",
        },
    ),
    (
        "report with imprint",
        """image2.png

DEFENDING RIGHTS UNDER PRESSURE
ACTIVISTS IN EXAMPLELAND

Amnesty International is a global movement of more than 7 million people who
campaign for a world where human rights are enjoyed by all.

Our vision is for every person to enjoy all the rights of the declaration.

© Amnesty International 2016
Except where otherwise noted, content in this document is licensed under a Creative Commons
First published in 2016
by Amnesty International Ltd
Peter Benenson House, 1 Easton Street
London WC1X 0DW, UK

Index: ASA 36/4563/2016
Original language: English

amnesty.org

CONTENTS

1. INTRODUCTION 4
See Amnesty International, Title of another report (AI Index: ASA 36/001/2014).
""",
        {
            "reference": "ASA 36/4563/2016",
            "kind": "report",
            "date": "2016",
            "title": "DEFENDING RIGHTS UNDER PRESSURE ACTIVISTS IN EXAMPLELAND",
            "mentions": ("ASA 36/001/2014",),
        },
    ),
    (
        "letter",
        """image1.png
AMNESTY INTERNATIONAL INTERNATIONAL SECRETARIAT
Peter Benenson House, 1 Easton Street
London WC1X 0DW, United Kingdom
T: +44 (0)20 7413 5500 F: +44 (0)20 7956 1157

Ref: TIGO IOR 40/2012.017
Index: MDE 15/029/2012

Mr Example Person
Minister of Examples

14 May 2012

Dear Mr Person

Re: Administrative detention of people on hunger strike

I am writing to express our concern about the state of health of several people who are held.

Yours sincerely
""",
        {
            "reference": "MDE 15/029/2012",
            "kind": "letter",
            "date": "2012-05-14",
            "title": "Administrative detention of people on hunger strike",
        },
    ),
    (
        "Japanese briefing",
        """国際メディア・ブリーフィング

AI Index: EUR 46/027/2004
(2004.06.23)

ロシア連邦:チェチェンの正義はどこに

アムネスティ・インターナショナルは今日、報告書を発表した。人びとは今も
恐怖の中で暮らしている。
""",
        {
            "reference": "EUR 46/027/2004",
            "kind": "media_briefing",
            "date": "2004-06-23",
            "language": "ja",
            "countries": ("RUS",),
        },
    ),
    (
        "Arabic news item",
        """تقرير منظمة العفو الدولية لعام  2013
حالة حقوق الإنسان في العالم

6 يناير 2012

ينبغي لجامعة الدول العربية أن توضح حالة حقوق الإنسان في سوريا

قالت منظمة العفو الدولية اليوم إن على المراقبين أن ينشروا تقريرهم عن الوضع في البلاد.

"يجب أن يعرف الناس ما حدث،" قال مدير البرنامج.
""",
        {"reference": None, "date": "2012-01-06", "language": "ar", "kind": "press_release"},
    ),
    (
        "Italian release with dateline",
        """From: ufficio stampa <press at amnesty.it>
Subject: comunicato

AMNESTY INTERNATIONAL
Sezione Italiana

COMUNICATO STAMPA
CS 29-2000

Turchia: la tortura continua, dice Amnesty International

Roma, 9 marzo 2000 - L'organizzazione ha chiesto oggi al governo della Turchia di mettere fine alla tortura nelle carceri del paese. Le vittime sono molte.
""",
        {
            "reference": None,
            "kind": "press_release",
            "date": "2000-03-09",
            "title": "Turchia: la tortura continua, dice Amnesty International",
            "language": "it",
        },
    ),
    (
        "French statement without blank lines",
        """AMNESTY INTERNATIONAL
DÉCLARATION PUBLIQUE
7 juin 2017
Index : AFR 55/6432/2017
Cameroun. Les autorités doivent libérer les journalistes
détenus depuis des mois
Amnesty International demande aux autorités du Cameroun de libérer les journalistes qui sont en prison. Ils ont été condamnés le 2 juin 2017.
""",
        {
            "reference": "AFR 55/6432/2017",
            "kind": "public_statement",
            "date": "2017-06-07",
            "title": "Cameroun. Les autorités doivent libérer les journalistes détenus depuis des mois",
        },
    ),
    (
        "Spanish statement",
        """AMNISTÍA INTERNACIONAL - DECLARACIÓN PÚBLICA

26 de junio de 2020 Índice: AMR 01/2609/2020

LA PANDEMIA DE COVID-19 DEBE SERVIR DE CATALIZADOR
PARA LA ACCIÓN CONTRA LA TORTURA
En el Día Internacional en Apoyo de las Víctimas de la Tortura, Amnistía Internacional pide a los Estados que actúen. La pandemia ha puesto en peligro a muchas personas.
""",
        {
            "reference": "AMR 01/2609/2020",
            "kind": "public_statement",
            "date": "2020-06-26",
            "title": "LA PANDEMIA DE COVID-19 DEBE SERVIR DE CATALIZADOR PARA LA ACCIÓN CONTRA LA TORTURA",
            "countries": (),
        },
    ),
    (
        "invitation under its title",
        """Russian Federation: Amnesty International launches annual report and second document

Media invite

AI Index: EUR 46/012/2009
25 May 2009

Amnesty International will launch its annual report at a press conference in Moscow on Thursday 28 May 2009 at 11am.

For further information please contact: Example Person, tel. (+44 20) 7413 5599
""",
        {"reference": "EUR 46/012/2009", "kind": "media_advisory", "date": "2009-05-25"},
    ),
    (
        "glued mail",
        """Date: Tue, 29 Sep 1998 12:34:56 +0900
From: someone@example.org
Subject: [asia-apec 1] AI on Anwar

/* Written 29 Sep 98News Service 189/98

AI INDEX: ASA 28/27/98
29 SEPTEMBER 1998 -- FOR IMMEDIATE RELEASE

MALAYSIA:  Anwar?s arrest and the use of the security act

     Amnesty International said today that the former minister should be
released. He was arrested at his home.
""",
        {"reference": "ASA 28/027/1998", "kind": "press_release", "date": "1998-09-29", "countries": ("MYS",)},
    ),
    (
        "release with bare number",
        """* News Release Issued by the International Secretariat of
Amnesty International *

7 September 1999
ASA 57/025/99
171/99

EAST TIMOR

Deportations must be stopped

Amnesty International today called for an end to the deportations of people from East Timor.
""",
        {"reference": "ASA 57/025/1999", "date": "1999-09-07", "title": "Deportations must be stopped"},
    ),
    (
        "newsletter",
        """Document - Newsletter May 1995

AMNESTY INTERNATIONAL NEWSLETTER

Vol. XXV, No. 5 MAY 1995

AI Index: NWS 21/05/95

RWANDA

Prisoners are dying in the prisons of the country. The organization asked the government for help.
""",
        {"reference": "NWS 21/005/1995", "kind": "newsletter", "date": "1995-05", "title": "Newsletter May 1995"},
    ),
    (
        "letter-spaced index",
        """ISRAEL

SUBMISSION TO THE UNITED NATIONS COMMITTEE AGAINST TORTURE
57TH SESSION, 18 APRIL - 13 MAY 2016

Index: MD E 1 5/3 68 8/2 0 16

Amnesty International is a global movement of people who campaign.
""",
        {"reference": "MDE 15/3688/2016", "kind": "briefing", "date": None},
    ),
    (
        "glued date",
        """Abdorrahman Boroumand Center

Iran New government fails to address dire human rights situation

Amnesty International
AI Index: MDE 13/010/200616 February 2006
Report

The new government has not acted. Many people are held in the prisons of the country.
""",
        {
            "reference": "MDE 13/010/2006",
            "kind": "report",
            "date": "2006-02-16",
            "title": "Iran New government fails to address dire human rights situation",
        },
    ),
    (
        "slash after the region",
        """AMNESTY INTERNATIONAL NEWS RELEASE

16 SEPTEMBER 1997 AI INDEX: AFR/17/25/97

CAMEROON: BLATANT DISREGARD FOR HUMAN RIGHTS

A report published today by Amnesty International says that people are beaten by the police. Many have died.
""",
        {"reference": "AFR 17/025/1997", "kind": "press_release", "date": "1997-09-16"},
    ),
    (
        "no advisory at all",
        """A letter home

I went to the market today. It was raining, and there was nobody to be seen in the streets of our town.

See Amnesty International, Some report (AI Index: ASA 36/001/2014), for the story behind it.
""",
        {"reference": None, "date": None, "kind": "other", "mentions": ("ASA 36/001/2014",)},
    ),
    (
        "another organisation",
        """EXAMPLE RIGHTS GROUP

PRESS RELEASE

For immediate release: 3 May 2014

Bolivia: Court must hear the families

The families of the victims have waited for years. The court should hear them, said the group.
""",
        {"organisation": "EXAMPLE RIGHTS GROUP", "kind": "press_release", "date": "2014-05-03", "countries": ("BOL",)},
    ),
    (
        "table of cases",
        """AI Index: ACT 75/02/92                                       March 1992
Distr: SC/CO

EXTERNAL

REVIEW OF MEDICAL CASES ISSUED IN 1991

Country    Index             Date
Chile      AMR 22/01/91      3 January 1991
Iran       MDE 13/02/91      5 February 1991
""",
        {
            "reference": "ACT 75/002/1992",
            "kind": "medical_action",
            "date": "1992-03",
            "mentions": ("AMR 22/001/1991", "MDE 13/002/1991"),
        },
    ),
)


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, data, id=name) for name, text, data in FAMILIES])
def test_family_is_read(text: str, expected: dict[str, Any]) -> None:
    advisory = parse_advisory(text).advisory
    assert {name: getattr(advisory, name) for name in expected} == expected
