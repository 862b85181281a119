"""Documents under wrappers and with faults that the layouts in `fixtures` do not show."""
# ruff: noqa: E501 - whole documents on one line are what some of these are about

from typing import Any

import pytest

from advisory_cli.parse import parse_advisory

Document = tuple[str, dict[str, Any]]


def document(text: str, **expected: Any) -> Document:
    return text, expected


DOCUMENTS: dict[str, Document] = {
    "menu over a list of media advisories": document(
        """   Media advisories

   Amnesty International Canada
   HOME | WHAT WE DO | MEDIA TYPES

   Amnesty International spokespeople available for comment on hearing
   September 14, 2011

   OTTAWA - Experts of the organization are available for interviews in English and French on the hearing of this week before the Supreme Court.

   Contact:
   Beth Example
   Media Relations,
   Amnesty International Canada
   613-555-0143, ext 236

   Read more

   Media availability on the visit of the Premier
   September 9, 2011

   Amnesty International will hold a news conference ahead of the visit. The organization has repeatedly called on the government to ratify the treaty and to bring its law into line with it. No reply to a letter sent in March had been received at the time of writing.
""",
        reference=None,
        date="2011-09-14",
        title="Amnesty International spokespeople available for comment on hearing",
        kind="media_advisory",
        language="en",
        mentions=(),
    ),
    "title over the number, addressee below": document(
        """Amnesty International Türkei-Koordinationsgruppe

Startseite | Urgent Actions | Berichte

Türkei: Anwältin in Haft

UA-Nr: UA-071/2019 AI-Index: EUR 44/0440/2019 Datum: 24. Mai 2019 - sd

Frau Ayşe Örnek, Anwältin

Amnesty International befürchtet, dass die Festgenommenen gefoltert werden könnten. Ihre Angehörigen haben seit der Festnahme nichts mehr von ihnen gehört.

Nach Angaben von Augenzeugen wurden sie in den frühen Morgenstunden von Männern in Zivil abgeholt und an einen unbekannten Ort gebracht.

Die Haftbedingungen sind nach wie vor schlecht. In vielen Zellen sind mehr Menschen untergebracht als vorgesehen, und der Zugang zu Anwälten wird verweigert.

HINTERGRUNDINFORMATIONEN
Seit dem Putschversuch wurden zahlreiche Anwältinnen und Anwälte festgenommen.

Weiterlesen
""",
        reference="EUR 44/0440/2019",
        date="2019-05-24",
        title="Türkei: Anwältin in Haft",
        kind="urgent_action",
        language="de",
        mentions=(),
        countries=("TUR",),
    ),
    "cut-off line of a site, then the document on one line": document(
        """PÚBLICO Índice AI: AMR 23/05/00/s AU 31/00 9 de febrero d...

PÚBLICO Índice AI: AMR 23/05/00/s AU 31/00 9 de febrero del 2000 Temor por la seguridad / Amenazas de muerte COLOMBIATemor por la seguridad de los habitantes de San José de Apartadó Amnistía Internacional siente honda preocupación por la seguridad de las personas cuyos nombres figuran arriba, que han recibido amenazas de muerte tras denunciar los abusos cometidos en la zona. Según los testimonios recogidos, varios hombres armados entraron en la vivienda durante la noche y se llevaron documentos y un ordenador. No se ha abierto ninguna investigación. En los últimos años han sido numerosos los casos de dirigentes campesinos que han sufrido hostigamiento a causa de su trabajo, sin que nadie haya respondido ante los tribunales. ACCIONES RECOMENDADAS: Envíen telegramas, fax, cartas por vía aérea: - urgiendo a las autoridades que investiguen. LLAMAMIENTOS A: Presidente de la República Fax: + 57 1 555 0111
""",
        reference="AMR 23/005/2000",
        date="2000-02-09",
        title="Temor por la seguridad / Amenazas de muerte",
        kind="urgent_action",
        language="es",
        mentions=(),
        countries=("COL",),
    ),
    "capitals with the next word glued on": document(
        """videoamlo

martes 22 de septiembre de 2009

Acción Urgente sobre amenazas de muerte en Guerrero

AU: 252/09 Índice: AMR 41/046/2009 México Fecha: 21 de septiembre de 2009AMENAZAS DE MUERTE CONTRA DEFENSORAAcciónUrgente La defensora de los derechos humanos Lucía Ejemplo ha recibido amenazas de muerte por teléfono. Amnistía Internacional siente honda preocupación por la seguridad de las personas cuyos nombres figuran arriba, que han recibido amenazas de muerte tras denunciar los abusos cometidos en la zona. Según los testimonios recogidos, varios hombres armados entraron en la vivienda durante la noche y se llevaron documentos y un ordenador. No se ha abierto ninguna investigación.
Escriban inmediatamente, en español o en su propio idioma: Pidiendo protección para ella.
ENVÍEN LLAMAMIENTOS ANTES DEL 2 DE NOVIEMBRE DE 2009 A:
Gobernador del Estado
Fax: +52 747 555 0114
Publicado por videoamlo en 10:14
""",
        reference="AMR 41/046/2009",
        date="2009-09-21",
        title="AMENAZAS DE MUERTE CONTRA DEFENSORA",
        kind="urgent_action",
        language="es",
        mentions=(),
        countries=("MEX",),
    ),
    "labels of a site on lines of their own": document(
        """Kosovo: Six months on, climate of violence and fear flies in the face of UN mission

Format
News and Press Release
Source
Amnesty
Posted
23 Dec 1999
Originally published
23 Dec 1999

* News Release Issued by the International Secretariat of Amnesty International *

News Service 246/99 AI INDEX: EUR 70/137/99
23 December 1999

KOSOVO
Six months on, climate of violence and fear flies in the face of UN mission

In recent years dozens of trade unionists, lawyers and students have been held for weeks without access to a lawyer. Several were released without charge. Others were sentenced after trials which fell short of international standards.

"Those responsible for these violations must be brought to justice," Amnesty International said today. "The authorities should make public the results of the inquiry without delay."

""",
        reference="EUR 70/137/1999",
        date="1999-12-23",
        title="Six months on, climate of violence and fear flies in the face of UN mission",
        kind="press_release",
        language="en",
        mentions=(),
    ),
    "headline that touches the index": document(
        """Amnesty denuncia

Amnesty International accuses coalition of using
cluster bombs in populated
areas of Afghanistan
AI Index ASA 11/022/2001 - News Service Nr. 186
26 October 2001
"Those responsible for these violations must be brought to justice," Amnesty International said today. "The authorities should make public the results of the inquiry without delay."
In recent years dozens of trade unionists, lawyers and students have been held for weeks without access to a lawyer. Several were released without charge. Others were sentenced after trials which fell short of international standards.
""",
        reference="ASA 11/022/2001",
        date="2001-10-26",
        title="Amnesty International accuses coalition of using cluster bombs in populated areas of Afghanistan",
        kind="press_release",
        language="en",
        mentions=(),
        countries=("AFG",),
    ),
    "viewer's lines in French": document(
        """AMNESTY INTERNATIONAL DÉCLARATION PUBLIQUE

Page créée par Laurence Exemple

CONTINUER À LIRE

AMNESTY INTERNATIONAL
DÉCLARATION PUBLIQUE
7 juin 2017
Index : AFR 62/6420/2017

République démocratique du Congo. Les autorités doivent
libérer les militants pacifiques
détenus au secret
Amnesty International est préoccupée par le sort de plusieurs défenseurs des droits humains arrêtés au cours des dernières semaines. Leurs familles n'ont reçu aucune nouvelle depuis lors.
Selon les informations recueillies par l'organisation, ils ont été conduits dans un lieu inconnu par des hommes en civil, puis accusés d'atteinte à la sûreté de l'État.
""",
        reference="AFR 62/6420/2017",
        date="2017-06-07",
        title="République démocratique du Congo. Les autorités doivent libérer les militants pacifiques détenus au secret",
        kind="public_statement",
        language="fr",
        mentions=(),
        countries=("COD",),
    ),
    "contents behind the header of a cover": document(
        """Tunisie Les violations des droits humains se poursuivent au nom de la sécurité

Page créée par Dominique Exemple

TUNISIE
Les violations des droits humains
se poursuivent au nom
de la sécurité

Amnesty International
Publications

DOCUMENT PUBLIC
MDE 30/010/2010
ÉFAI
Londres, mars 2010

SOMMAIRE
Introduction .......... 3
Les arrestations .......... 7

Amnesty International est préoccupée par le sort de plusieurs défenseurs des droits humains arrêtés au cours des dernières semaines. Leurs familles n'ont reçu aucune nouvelle depuis lors.
""",
        reference="MDE 30/010/2010",
        date="2010-03",
        title="Les violations des droits humains se poursuivent au nom de la sécurité",
        kind="report",
        language="fr",
        mentions=(),
        countries=("TUN",),
    ),
    "imprint in Spanish, year only": document(
        """Document - Mexico: Briefing to the UN Committee Against Torture

image2.png

MÉXICO

INFORME PARA EL COMITÉ CONTRA LA TORTURA

Amnesty International Publications

Publicado originalmente en 2011 por
Amnesty International Publications
International Secretariat
Peter Benenson House
1 Easton Street
London WC1X 0DW
Reino Unido
www.amnesty.org

© Amnesty International Publications 2011

Índice: AMR 41/081/2011
Idioma original: inglés
Impreso por Amnistía Internacional, Secretariado Internacional, Reino Unido

Reservados todos los derechos. Esta publicación tiene derechos de autor.

INTRODUCCIÓN

Según los testimonios recogidos, varios hombres armados entraron en la vivienda durante la noche y se llevaron documentos y un ordenador. No se ha abierto ninguna investigación.

En los últimos años han sido numerosos los casos de dirigentes campesinos que han sufrido hostigamiento a causa de su trabajo, sin que nadie haya respondido ante los tribunales.
""",
        reference="AMR 41/081/2011",
        date="2011",
        title="INFORME PARA EL COMITÉ CONTRA LA TORTURA",
        kind="briefing",
        language="es",
        mentions=(),
        countries=("MEX",),
    ),
    "title without blanks between its words": document(
        """チェチェンニュース

ロシア連邦:チェチェンの「正常化」は誰のためか

アムネスティ・インターナショナル 国際メディア・ブリーフィング
AI Index: EUR 46/027/2004
(2004.06.23)

要 約

アムネスティ・インターナショナルは本日、当局に対し、拘束されているすべての良心の囚人を直ちに釈放するよう求めた。
目撃者によると、私服の男たちが早朝に家に入り、三人の男性を連れ去ったという。家族には何の知らせもない。
詳しくは報告書(AI Index: EUR 46/025/2004)を参照のこと。
""",
        reference="EUR 46/027/2004",
        date="2004-06-23",
        title="ロシア連邦:チェチェンの「正常化」は誰のためか",
        kind="media_briefing",
        language="ja",
        mentions=("EUR 46/025/2004",),
        countries=("RUS",),
    ),
    "label and number with letters set apart": document(
        """Israel - slidelegend

Israel
Submission to the Human Rights Committee

AMNESTY INTERNATIONAL
SUBMISSION TO THE UNITED NATIONS HUMAN RIGHTS COMMITTEE
112TH SESSION, 7-31 OCTOBER 2014

ISRAEL

I n d e x : MD E 1 5/3 68 8/2 0 16

CONTENTS
Introduction 2

In recent years dozens of trade unionists, lawyers and students have been held for weeks without access to a lawyer. Several were released without charge. Others were sentenced after trials which fell short of international standards.

The organization has repeatedly called on the government to ratify the treaty and to bring its law into line with it. No reply to a letter sent in March had been received at the time of writing.
""",
        reference="MDE 15/3688/2016",
        date=None,
        title="Submission to the Human Rights Committee",
        kind="briefing",
        language="en",
        mentions=(),
        countries=("ISR",),
    ),
    "index in brackets at the head": document(
        """REVIEW OF MEDICAL CASES ISSUED IN 1991 (ACT 75/02/92) MARCH 1992 EXTERNAL

EXTERNAL (for general distribution)

REVIEW OF MEDICAL CASES ISSUED IN 1991

(ACT 75/02/92)                MARCH 1992

This paper summarizes developments in the cases on which the medical groups have worked.

Country      Name            Index              Date
Cuba         Dr J Ejemplo    AMR 25/11/91       3 June 1991
Sudan        Dr M Mithal     AFR 54/12/91       28 August 1991
Syria        Dr A Mithal     MDE 24/09/91       2 May 1991

The organization has repeatedly called on the government to ratify the treaty and to bring its law into line with it. No reply to a letter sent in March had been received at the time of writing.
""",
        reference="ACT 75/002/1992",
        date="1992-03",
        title="REVIEW OF MEDICAL CASES ISSUED IN 1991",
        kind="medical_action",
        language="en",
        mentions=("AMR 25/011/1991", "AFR 54/012/1991", "MDE 24/009/1991"),
    ),
    "press contact in Portuguese": document(
        """Brasil: Operação policial deixa mortos no Rio de Janeiro

Anistia Internacional
NOTA À IMPRENSA

Índice: AMR 19/4088/2021
6 de maio de 2021

A Anistia Internacional está preocupada com a segurança das famílias que foram ameaçadas por homens armados depois de terem denunciado os abusos cometidos pela polícia na região.

Segundo testemunhas, os policiais entraram nas casas durante a madrugada e levaram três jovens, cujo paradeiro continua desconhecido. Nenhuma investigação foi aberta até agora.

“As autoridades devem garantir uma investigação imediata e imparcial”, disse a diretora executiva da organização. “As famílias têm o direito de saber a verdade.”

Contato para a imprensa:
Maria Exemplo, assessora de imprensa, +55 21 5555-0134, imprensa@example.org
""",
        reference="AMR 19/4088/2021",
        date="2021-05-06",
        title="Brasil: Operação policial deixa mortos no Rio de Janeiro",
        kind="press_release",
        language="pt",
        mentions=(),
        countries=("BRA",),
    ),
    "label in Turkish": document(
        """ULUSLARARASI AF ÖRGÜTÜ
BASIN AÇIKLAMASI

AI Endeks: EUR 44/005/2013
2 Ekim 2013

Türkiye: Gezi Parkı protestolarında toplanma hakkı ihlal edildi

Uluslararası Af Örgütü, gözaltına alınan insan hakları savunucularının durumundan endişe duymaktadır. Aileleri haftalardır onlardan haber alamıyor.

Görgü tanıklarına göre, sivil giyimli kişiler sabahın erken saatlerinde evlere girerek üç kişiyi bilinmeyen bir yere götürdü.

“Yetkililer derhal bağımsız bir soruşturma başlatmalıdır” dedi Uluslararası Af Örgütü Türkiye araştırmacısı.

Basın için iletişim: Ayşe Örnek, Basın Sorumlusu, +90 212 555 01 34
""",
        reference="EUR 44/005/2013",
        date="2013-10-02",
        title="Türkiye: Gezi Parkı protestolarında toplanma hakkı ihlal edildi",
        kind="press_release",
        language="tr",
        mentions=(),
        countries=("TUR",),
    ),
    "open letter named above its header": document(
        """Открытое письмо Президенту Республики Узбекистан

Index: EUR 62/7250/2017
17 октября 2017

Уважаемый господин Президент!

Международная Амнистия обеспокоена судьбой задержанных, о местонахождении которых родственникам ничего не известно уже несколько недель.

По словам очевидцев, вооружённые люди в гражданской одежде ворвались в дом рано утром и увезли троих мужчин в неизвестном направлении.
""",
        reference="EUR 62/7250/2017",
        date="2017-10-17",
        title="Открытое письмо Президенту Республики Узбекистан",
        kind="letter",
        language="ru",
        mentions=(),
        countries=("UZB",),
    ),
    "Italian number with the date behind it": document(
        """Amnesty International - Sezione Italiana
Comunicato stampa CS 112: 14/10/2008

Iran: la morte di un minorenne e' una vergogna

Amnesty International ha condannato l'esecuzione, avvenuta ieri. Secondo i testimoni, gli uomini sono stati prelevati dalle loro case all'alba da agenti in borghese e portati in un luogo sconosciuto.

«Le autorità devono avviare subito un'inchiesta indipendente», ha dichiarato Amnesty International. «I responsabili devono essere portati davanti alla giustizia.»

FINE DEL COMUNICATO                              Roma, 14 ottobre 2008

Per ulteriori informazioni, approfondimenti e interviste:
Amnesty International Italia - Ufficio stampa
Tel. 06 5550 1224 - cell. 348-5550123, e-mail press@example.it
""",
        reference=None,
        date="2008-10-14",
        title="Iran: la morte di un minorenne e' una vergogna",
        kind="press_release",
        language="it",
        mentions=(),
        countries=("IRN",),
    ),
    "index and month at both ends of a page's foot": document(
        """Urgent need for reform
The justice system in Georgia

Introduction

In recent years dozens of trade unionists, lawyers and students have been held for weeks without access to a lawyer. Several were released without charge. Others were sentenced after trials which fell short of international standards.

The report documents cases of prisoners who were held in overcrowded cells, and of relatives who had to travel for days to see them for some minutes.

Amnesty International March 1998                    AI Index: EUR 56/02/98

2                                             Georgia: Urgent need for reform

The organization has repeatedly called on the government to ratify the treaty and to bring its law into line with it. No reply to a letter sent in March had been received at the time of writing.

AI Index: EUR 56/02/98                    Amnesty International March 1998
""",
        reference="EUR 56/002/1998",
        date="1998-03",
        title="Urgent need for reform The justice system in Georgia",
        kind="report",
        language="en",
        mentions=(),
    ),
    "kind and date on one line, others cited": document(
        """Nigeria: Four years after the executions

Press release, 10 November 1999

In recent years dozens of trade unionists, lawyers and students have been held for weeks without access to a lawyer. Several were released without charge. Others were sentenced after trials which fell short of international standards. For details see Nigeria: A travesty of justice (AI Index: AFR 44/23/95, 26 October 1995), and Nigeria: Time to end contempt (AFR 44/14/96).

The organization has repeatedly called on the government to ratify the treaty and to bring its law into line with it. No reply to a letter sent in March had been received at the time of writing.
""",
        reference=None,
        date="1999-11-10",
        title="Nigeria: Four years after the executions",
        kind="press_release",
        language="en",
        mentions=("AFR 44/023/1995", "AFR 44/014/1996"),
        countries=("NGA",),
    ),
    "damaged number that is neither reference nor title": document(
        """AN AMNESTY INTERNATIONAL BRIEFING

BRIEFING

SYRIA

AIDE 24/13/83
November 1983

In recent years dozens of trade unionists, lawyers and students
have been held for weeks without access to a lawyer. Several
were released without charge. Others were sentenced after trials
which fell short of international standards.

The report documents cases of prisoners who were held in
overcrowded cells, and of relatives who had to travel for days
to see them for some minutes.
""",
        reference=None,
        date="1983-11",
        title="AN AMNESTY INTERNATIONAL BRIEFING",
        kind="briefing",
        language="en",
        mentions=(),
        countries=("SYR",),
    ),
    "address of the seventies": document(
        """amnesty international
INTERNATIONAL SECRETARIAT
10 Southampton Street London WC2E 7HF England
Telephone: 01-836 7788   Telegrams: Amnesty London WC2   Telex: 28502

AI INDEX: ASA 16/05/79
Distr: SC
Date: 3 October 1979

NEWS RELEASE

AMNESTY INTERNATIONAL APPEALS FOR POLITICAL PRISONERS
IN BURMA

In recent years dozens of trade unionists, lawyers and students
have been held for weeks without access to a lawyer. Several were
released without charge. Others were sentenced after trials which
fell short of international standards.

The organization has repeatedly called on the government to ratify
the treaty and to bring its law into line with it. No reply to a
letter sent in March had been received at the time of writing.
""",
        reference="ASA 16/005/1979",
        date="1979-10-03",
        title="AMNESTY INTERNATIONAL APPEALS FOR POLITICAL PRISONERS IN BURMA",
        kind="press_release",
        language="en",
        mentions=(),
        countries=("MMR",),
    ),
    "index under the story": document(
        """URGENT ACTION

UA 23/76     Fear of torture     14 April 1976

ARGENTINA : Juan EJEMPLO - lawyer

Amnesty International is concerned for the safety of the men named
above, who were taken from their homes in the early morning by
armed men in plain clothes. Their families have been told nothing
about their whereabouts since then.

According to witnesses, the vehicles had no number plates. A
complaint was filed with the office of the prosecutor, but no
investigation is known to have been opened.

AMR 13/12/76
""",
        reference="AMR 13/012/1976",
        date="1976-04-14",
        title="Fear of torture",
        kind="urgent_action",
        language="en",
        mentions=(),
        countries=("ARG",),
    ),
    "colons for slashes are no number": document(
        """AI INDEX: AFR 53:08:85   DISTR: SC/CO
MARCH 1985

SOUTH AFRICA
DETENTION WITHOUT TRIAL

In recent years dozens of trade unionists, lawyers and students
have been held for weeks without access to a lawyer. Several were
released without charge. Others were sentenced after trials which
fell short of international standards.

The report documents cases of prisoners who were held in
overcrowded cells, and of relatives who had to travel for days to
see them for some minutes.
""",
        reference=None,
        date="1985-03",
        title="DETENTION WITHOUT TRIAL",
        kind="report",
        language="en",
        mentions=(),
        countries=("ZAF",),
    ),
    "menu between organisation and kind": document(
        """AMNESTY INTERNATIONAL

HOME
WHO WE ARE
WHAT WE DO
COUNTRIES
GET INVOLVED
LATEST

PRESS RELEASE
27 May 2009
RUSSIAN FEDERATION

Russian Federation: Amnesty International launches Annual Report and second report on the North Caucasus

AI Index: PRE 01/180/2009

Amnesty International will hold a press conference in Moscow on 28 May 2007 at 12 noon.

In recent years dozens of trade unionists, lawyers and students have been held for weeks without access to a lawyer. Several were released without charge. Others were sentenced after trials which fell short of international standards.

The organization has repeatedly called on the government to ratify the treaty and to bring its law into line with it. No reply to a letter sent in March had been received at the time of writing.

For further information or to request an interview please contact: Lydia Example, tel. (+44 20) 7946 0584; e-mail: [email protected]
""",
        reference="PRE 01/180/2009",
        date="2009-05-27",
        title="Russian Federation: Amnesty International launches Annual Report and second report on the North Caucasus",
        kind="press_release",
        language="en",
        mentions=(),
        countries=("RUS",),
    ),
    "news page of 2021": document(
        """Skip to main content

Latest
Campaigns
Research

19 January 2021 News
Russia: Opposition activist must be released

• Share on Facebook
• Share on Twitter

Responding to the arrest of an opposition activist at an airport in Moscow, Natalia Example, Amnesty International's Moscow Office Director, said:

"The arrest is further evidence that the authorities are seeking to silence him. He is a prisoner of conscience and must be released."

In recent years dozens of trade unionists, lawyers and students have been held for weeks without access to a lawyer. Several were released without charge. Others were sentenced after trials which fell short of international standards.

Topics
Russian Federation
Freedom of Expression
""",
        reference=None,
        date="2021-01-19",
        title="Russia: Opposition activist must be released",
        kind="press_release",
        language="en",
        mentions=(),
        countries=("RUS",),
    ),
    "time of day and contact above the headline": document(
        """FOR IMMEDIATE RELEASE
January 9, 2015
2:10 PM

CONTACT: Amnesty International

Contact: Tel: +44 (0) 20 7946 0566,After hours: +44 7700 900472,Email:,press@example.org

Flogging of Blogger in Saudi Arabia 'Vicious Act of Cruelty'

WASHINGTON - January 9 - The flogging of the activist this morning is a vicious act of cruelty, said Amnesty International.

The organization has repeatedly called on the government to ratify the treaty and to bring its law into line with it. No reply to a letter sent in March had been received at the time of writing.

"Those responsible for these violations must be brought to justice," Amnesty International said today. "The authorities should make public the results of the inquiry without delay."

###

Amnesty International is a worldwide movement of people who campaign for internationally recognized human rights for all.
""",
        reference=None,
        date="2015-01-09",
        title="Flogging of Blogger in Saudi Arabia 'Vicious Act of Cruelty'",
        kind="press_release",
        language="en",
        mentions=(),
    ),
    "several issuers on one line": document(
        """JOINT PUBLIC STATEMENT

Amnesty International, Human Rights Watch and Front Line Defenders

Index: MDE 25/2345/2023
5 July 2023

UNITED ARAB EMIRATES: SIXTY PRISONERS PAST THE END OF THEIR TERMS

The organization has repeatedly called on the government to ratify the treaty and to bring its law into line with it. No reply to a letter sent in March had been received at the time of writing.

In recent years dozens of trade unionists, lawyers and students have been held for weeks without access to a lawyer. Several were released without charge. Others were sentenced after trials which fell short of international standards.
""",
        reference="MDE 25/2345/2023",
        date="2023-07-05",
        title="UNITED ARAB EMIRATES: SIXTY PRISONERS PAST THE END OF THEIR TERMS",
        kind="public_statement",
        language="en",
        mentions=(),
        countries=("ARE",),
    ),
    "French name in Canada": document(
        """COMMUNIQUÉ - PRESS RELEASE

Amnistie internationale Canada francophone

Montréal, le 10 décembre 2006

Amnistie internationale demande au gouvernement d'agir

Selon les informations recueillies par l'organisation, ils ont été conduits dans un lieu inconnu par des hommes en civil, puis accusés d'atteinte à la sûreté de l'État.

Les détenus sont maintenus dans des cellules surpeuplées et n'ont pas pu consulter un avocat. Le procès a été reporté à plusieurs reprises sans explication.

Renseignements :
Anne Exemple, responsable des relations avec les médias
514 555-0178, poste 22
""",
        reference=None,
        date="2006-12-10",
        title="Amnistie internationale demande au gouvernement d'agir",
        kind="press_release",
        language="fr",
        mentions=(),
    ),
    "urgent action with its header at the foot": document(
        """URGENT ACTION

OIL SPILL SUSPECTS DIS-
APPEARED AFTER ARREST

Four men have not been seen since their arrest on 2 March. Their families fear for their lives.

TAKE ACTION: WRITE AN APPEAL IN YOUR OWN WORDS OR USE THIS MODEL LETTER

Minister of Interior
Email: minister@example.org

Dear Minister,

According to witnesses, the vehicles had no number plates. A complaint was filed with the office of the prosecutor, but no investigation is known to have been opened.

First UA: 31/19 Index: AFR 44/0003/2019 Nigeria                                 Date: 8 March 2019
""",
        reference="AFR 44/0003/2019",
        date="2019-03-08",
        title="OIL SPILL SUSPECTS DIS- APPEARED AFTER ARREST",
        kind="urgent_action",
        language="en",
        mentions=(),
        countries=("NGA",),
    ),
    "date behind the story": document(
        """From: Amnesty Italia <press at amnesty.it>
To: dirittiglobali at peacelink.it
Date: Thu, 9 Mar 2000 17:59:12 +0100
Subject: CS 29-2000 Cina

SEZIONE ITALIANA DI AMNESTY INTERNATIONAL
CS 29-2000

CINA: AMNESTY INTERNATIONAL CHIEDE ALL'ONU DI
CONDANNARE LA REPRESSIONE

«La Commissione deve agire», ha dichiarato Amnesty International.
La repressione e' aumentata, la liberta' di religione e' negata.

Roma, 9 marzo 2000

FINE DEL COMUNICATO
Ufficio Stampa - tel. 06 5550 1234, e-mail: press at amnesty.it
""",
        reference=None,
        date="2000-03-09",
        title="CINA: AMNESTY INTERNATIONAL CHIEDE ALL'ONU DI CONDANNARE LA REPRESSIONE",
        kind="press_release",
        language="it",
        mentions=(),
        countries=("CHN",),
    ),
    "countries between kind and number": document(
        """amnesty-tuerkei.de

Seite 13

Abschiebung droht

Urgent Action

Türkei | Syrien

UA-Nr: UA-092/2019 AI-Index: EUR 44/0762/2019 Datum: 18. Juli 2019 – mr

Mehrere tausend Menschen sind in Gefahr. Nach Angaben von Augenzeugen wurden sie in den frühen Morgenstunden von Männern in Zivil abgeholt und an einen unbekannten Ort gebracht.

Die Haftbedingungen sind nach wie vor schlecht. In vielen Zellen sind mehr Menschen untergebracht als vorgesehen, und der Zugang zu Anwälten wird verweigert.

Weiterlesen

Menschenrechtler vor Gericht

Urgent Action

UA-Nr: UA-215/2017-5 AI-Index: EUR 44/0640/2019 Datum: 26. Juni 2019 – gs

Amnesty International befürchtet, dass die Festgenommenen gefoltert werden könnten. Ihre Angehörigen haben seit der Festnahme nichts mehr von ihnen gehört.

Weiterlesen
""",
        reference="EUR 44/0762/2019",
        date="2019-07-18",
        title="Abschiebung droht",
        kind="urgent_action",
        language="de",
        mentions=("EUR 44/0640/2019",),
    ),
    "title that ends in a word for a kind": document(
        """AMNESTY INTERNATIONAL
PRESS RELEASE
AI Index: AFR 34/005/2010

26 May 2010

Liberia: War crimes trial must
not be delayed any further, says
report

Monrovia, 26 May 2010 - The government of Liberia must act on the recommendations of the commission. The organization has repeatedly called on the government to ratify the treaty and to bring its law into line with it. No reply to a letter sent in March had been received at the time of writing.

"Those responsible for these violations must be brought to justice," Amnesty International said today. "The authorities should make public the results of the inquiry without delay."

""",
        reference="AFR 34/005/2010",
        date="2010-05-26",
        title="Liberia: War crimes trial must not be delayed any further, says report",
        kind="press_release",
        language="en",
        mentions=(),
        countries=("LBR",),
    ),
    "imprint in Portuguese": document(
        """MOÇAMBIQUE
JÁ NÃO ACREDITO NA JUSTIÇA

Amnistia Internacional Publicações

Publicado originalmente em 2009 por
Amnesty International Publications
International Secretariat
Peter Benenson House
1 Easton Street
London WC1X 0DW
Reino Unido

© Amnesty International Publications 2009

Índice: AFR 41/004/2009
Língua original: Inglês

A Anistia Internacional está preocupada com a segurança das famílias que foram ameaçadas por homens armados depois de terem denunciado os abusos cometidos pela polícia na região.

Segundo testemunhas, os policiais entraram nas casas durante a madrugada e levaram três jovens, cujo paradeiro continua desconhecido. Nenhuma investigação foi aberta até agora.
""",
        reference="AFR 41/004/2009",
        date="2009",
        title="JÁ NÃO ACREDITO NA JUSTIÇA",
        kind="report",
        language="pt",
        mentions=(),
        countries=("MOZ",),
    ),
    "imprint in German": document(
        """WEGGESPERRT
Gewaltlose politische Gefangene in Eritrea

Amnesty International

Erstveröffentlichung Mai 2013
AI Index: AFR 64/001/2013
Originalsprache: Englisch

INHALT
1. Einleitung ........ 5

Amnesty International befürchtet, dass die Festgenommenen gefoltert werden könnten. Ihre Angehörigen haben seit der Festnahme nichts mehr von ihnen gehört.

Die Haftbedingungen sind nach wie vor schlecht. In vielen Zellen sind mehr Menschen untergebracht als vorgesehen, und der Zugang zu Anwälten wird verweigert.
""",
        reference="AFR 64/001/2013",
        date="2013-05",
        title="WEGGESPERRT",
        kind="report",
        language="de",
        mentions=(),
    ),
    "nothing printed but title and date": document(
        """Bahrain: Activists' sentences upheld

7 January 2013

A court in Bahrain has upheld the sentences of 13 opposition activists. The organization has repeatedly called on the government to ratify the treaty and to bring its law into line with it. No reply to a letter sent in March had been received at the time of writing.

"This unjust decision will confirm the view of many that the judiciary is more concerned about toeing the government's line than upholding the rule of law," said Hassiba Example, Middle East and North Africa Deputy Director at Amnesty International.

In recent years dozens of trade unionists, lawyers and students have been held for weeks without access to a lawyer. Several were released without charge. Others were sentenced after trials which fell short of international standards.
""",
        reference=None,
        date="2013-01-07",
        title="Bahrain: Activists' sentences upheld",
        kind="press_release",
        language="en",
        mentions=(),
        countries=("BHR",),
    ),
    "Ukrainian document under a Russian viewer's line": document(
        """Вы находитесь на странице 1 из 3

Поиск   Загрузить   Войти

Публічна заява

AI Index: EUR 50/003/2014
28 лютого 2014 р.

Україна: Нова влада повинна покласти край безкарності

Міжнародна Амністія занепокоєна долею затриманих, про місце перебування яких родичам нічого не відомо вже кілька тижнів.

За словами очевидців, озброєні люди в цивільному одязі увірвалися до будинку вранці й вивезли трьох чоловіків у невідомому напрямку.

«Влада повинна негайно провести незалежне розслідування», – сказала представниця організації.
""",
        reference="EUR 50/003/2014",
        date="2014-02-28",
        title="Україна: Нова влада повинна покласти край безкарності",
        kind="public_statement",
        language="uk",
        mentions=(),
        countries=("UKR",),
    ),
    "record of Refworld": document(
        """Last Updated: Friday, 14 October 2022, 12:11 GMT

Yemen: Torture must be investigated

Publisher  Amnesty International
Author  Amnesty International
Publication Date  5 October 1999
Citation / Document Symbol  MDE 31/12/99
Cite as  Amnesty International, Yemen: Torture must be investigated, 5 October 1999, MDE 31/12/99, available at: https://www.refworld.org/docid/example.html [accessed 14 October 2022]
Disclaimer  This is not a UNHCR publication. UNHCR is not responsible for, nor does it necessarily endorse, its content.

In recent years dozens of trade unionists, lawyers and students have been held for weeks without access to a lawyer. Several were released without charge. Others were sentenced after trials which fell short of international standards.

The report documents cases of prisoners who were held in overcrowded cells, and of relatives who had to travel for days to see them for some minutes.
""",
        reference="MDE 31/012/1999",
        date="1999-10-05",
        title="Yemen: Torture must be investigated",
        kind="other",
        language="en",
        mentions=(),
        countries=("YEM",),
    ),
    "dateline with a full stop under a site's trail": document(
        """Amnistía Internacional España

Estás aquí: Inicio | En qué estamos | Noticias

Nota de prensa

Nicaragua: Deben cesar los ataques a la prensa

Madrid, 15 de octubre de 2019.- En los últimos años han sido numerosos los casos de dirigentes campesinos que han sufrido hostigamiento a causa de su trabajo, sin que nadie haya respondido ante los tribunales.

«Las autoridades deben garantizar la protección de quienes defienden los derechos humanos», ha declarado hoy Amnistía Internacional.

#FIN

Para más información:
Gabinete de prensa, 91 555 01 34, prensa@example.es
""",
        reference=None,
        date="2019-10-15",
        title="Nicaragua: Deben cesar los ataques a la prensa",
        kind="press_release",
        language="es",
        mentions=(),
        countries=("NIC",),
    ),
    "joint statement in French": document(
        """DÉCLARATION CONJOINTE

Index : AFR 44/7890/2018
Date : 12 février 2018

Nigeria. Les expulsions forcées doivent cesser immédiatement

Selon les informations recueillies par l'organisation, ils ont été conduits dans un lieu inconnu par des hommes en civil, puis accusés d'atteinte à la sûreté de l'État.

« Les autorités doivent ouvrir sans délai une enquête indépendante », a déclaré Amnesty International. « Les responsables doivent être traduits en justice. »

Signataires : Amnesty International ; FIDH
""",
        reference="AFR 44/7890/2018",
        date="2018-02-12",
        title="Nigeria. Les expulsions forcées doivent cesser immédiatement",
        kind="public_statement",
        language="fr",
        mentions=(),
        countries=("NGA",),
    ),
    "header of an action broken over lines": document(
        """UA: 123/09 Index:
MDE 13/046/2009
Iran
Date: 12 May 2009

URGENT ACTION
STUDENT ACTIVIST
FACES FLOGGING

A student activist is at risk of flogging. Amnesty International is concerned for the safety of the men named above, who were taken from their homes in the early morning by armed men in plain clothes. Their families have been told nothing about their whereabouts since then.

PLEASE WRITE IMMEDIATELY in Persian, English or your own language:
Calling on the authorities not to carry out the sentence.

PLEASE SEND APPEALS BEFORE 23 JUNE 2009 TO:
Head of the Judiciary
""",
        reference="MDE 13/046/2009",
        date="2009-05-12",
        title="STUDENT ACTIVIST FACES FLOGGING",
        kind="urgent_action",
        language="en",
        mentions=(),
        countries=("IRN",),
    ),
    "date of posting under the date": document(
        """allAfrica.com

Amnesty International (London)

Gambia: Editor Still Missing

PRESS RELEASE
11 July 2007
Posted to the web 12 July 2007

AI Index: AFR 27/004/2007

Amnesty International is concerned for the safety of the men named above, who were taken from their homes in the early morning by armed men in plain clothes. Their families have been told nothing about their whereabouts since then.

The organization has repeatedly called on the government to ratify the treaty and to bring its law into line with it. No reply to a letter sent in March had been received at the time of writing.

Copyright © 2007 Amnesty International. All rights reserved.
""",
        reference="AFR 27/004/2007",
        date="2007-07-11",
        title="Gambia: Editor Still Missing",
        kind="press_release",
        language="en",
        mentions=(),
        countries=("GMB",),
    ),
    "mark in brackets and nothing else": document(
        """Chad: Thousands flee fighting

News and Press Release Source Amnesty
Posted 6 Feb 2008 Originally published 6 Feb 2008

AI Index: AFR 20/002/2008 (Public)
Date: 6 February 2008

Chad: Civilians fleeing the capital need protection

The organization has repeatedly called on the government to ratify the treaty and to bring its law into line with it. No reply to a letter sent in March had been received at the time of writing.

In recent years dozens of trade unionists, lawyers and students have been held for weeks without access to a lawyer. Several were released without charge. Others were sentenced after trials which fell short of international standards.
""",
        reference="AFR 20/002/2008",
        date="2008-02-06",
        title="Chad: Civilians fleeing the capital need protection",
        kind="press_release",
        language="en",
        mentions=(),
        countries=("TCD",),
    ),
    "page number and whole header on one line": document(
        """RWANDA APPEAL CASES "NO ONE IS TALKING ABOUT IT ANYMORE" BACKGROUND

Size: px
Start display at page:
Download "RWANDA APPEAL CASES"

Transcription

1 EXTERNAL AI Index: AFR 47/25/94 Distr: SC/CC/CO/GR No. of words: 1904 Amnesty International International Secretariat 1 Easton Street London WC1X 8DJ United Kingdom October 1994 RWANDA APPEAL CASES "NO ONE IS TALKING ABOUT IT ANYMORE" BACKGROUND In recent years dozens of trade unionists, lawyers and students have been held for weeks without access to a lawyer. Several were released without charge. Others were sentenced after trials which fell short of international standards. The report documents cases of prisoners who were held in overcrowded cells, and of relatives who had to travel for days to see them for some minutes.
""",
        reference="AFR 47/025/1994",
        date="1994-10",
        title='RWANDA APPEAL CASES "NO ONE IS TALKING ABOUT IT ANYMORE" BACKGROUND',
        kind="report",
        language="en",
        mentions=(),
        countries=("RWA",),
    ),
    "letters lost in label and name": document(
        """CUBANET - DOCUMENTOS

16 de marzo de 2000

AMNIST�A INTERNACIONAL

CUBA
Detenciones de disidentes durante la Cumbre

�ndice AI: AMR 25/04/00/s
Distr: SC/CO/GR

Según los testimonios recogidos, varios hombres armados entraron en la vivienda durante la noche y se llevaron documentos y un ordenador. No se ha abierto ninguna investigación.

En los últimos años han sido numerosos los casos de dirigentes campesinos que han sufrido hostigamiento a causa de su trabajo, sin que nadie haya respondido ante los tribunales.
""",
        reference="AMR 25/004/2000",
        date="2000-03-16",
        title="Detenciones de disidentes durante la Cumbre",
        kind="report",
        language="es",
        mentions=(),
        countries=("CUB",),
    ),
    "month in a title is no date": document(
        """AI INDEX: AFR 65/08/96
NEWS SERVICE 102/96

BOTSWANA: OPEN LETTER ON EXECUTIONS IN JUNE 1996

The Secretary General has written to the President. The organization has repeatedly called on the government to ratify the treaty and to bring its law into line with it. No reply to a letter sent in March had been received at the time of writing.

In recent years dozens of trade unionists, lawyers and students have been held for weeks without access to a lawyer. Several were released without charge. Others were sentenced after trials which fell short of international standards.
""",
        reference="AFR 65/008/1996",
        date=None,
        title="BOTSWANA: OPEN LETTER ON EXECUTIONS IN JUNE 1996",
        kind="press_release",
        language="en",
        mentions=(),
    ),
}


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_document_is_read(text: str, expected: dict[str, Any]) -> None:
    advisory = parse_advisory(text).advisory
    assert {name: getattr(advisory, name) for name in expected} == expected
