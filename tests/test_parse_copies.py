"""Documents as web sites, mailing lists and libraries copy them: where the title stands, and what tells the kind."""
# ruff: noqa: E501 - paragraphs on one line are what some of these are about

from typing import Any

import pytest

from advisory_cli.parse import parse_advisory

STORY_IT = (
    "La settimana di mobilitazione dell'associazione e' in pieno svolgimento in\n"
    "tutte le regioni. I gruppi locali hanno iniziato a trasmettere centinaia di\n"
    "lettere ai presidenti delle due Camere, per chiedere l'accelerazione\n"
    "dell'esame dei progetti di legge presentati in Parlamento."
)
PARAGRAPH_FR = (
    "En réaction à la décision rendue par la Cour suprême, qui a jugé illégal le plan du gouvernement visant à"
    " transférer des personnes vers un autre pays, Jeanne Exemple, directrice générale d’Amnesty International"
    " Exemple, a déclaré :"
)
QUOTE_FR = (
    "« Cette décision est cruciale pour protéger les personnes qui demandent l’asile. Elle doit être respectée. »"
)
CALLS_FR = (
    "Contact presse\nPour toute demande d'interview ou recevoir nos communiqués de presse :\n+33 1 99 00 12 34\n"
    "+33 1 99 00 56 78 (soir & week-end)\n"
)

COPIES: dict[str, tuple[str, dict[str, Any]]] = {
    "section number without a blank, under the note of the list": (
        (
            'Roma, 3 maggio: "Nessuno escluso!" iniziativa nella Giornata della stampa\n\n\n\nGent.mi tutti,\n\n'
            'vi trasmettiamo il comunicato stampa di Amnesty International:\n\nROMA, 3 MAGGIO: "NESSUNO ESCLUSO!"\n'
            "INIZIATIVA NELLA GIORNATA DELLA STAMPA\n\n\nGrazie per la cortese attenzione.\n\n"
            "Per ulteriori informazioni, approfondimenti e interviste:\nAmnesty International Ufficio stampa\n"
            "Tel. 06 99.00.112, e-mail: stampa at example.it\n-------------------------------\nCOMUNICATO STAMPA\n"
            "CS71-2004\n\nROMA, 3 MAGGIO: 'NESSUNO ESCLUSO!' INIZIATIVA DI AMNESTY IN OCCASIONE\n"
            f"DELLA GIORNATA DELLA STAMPA\n\n{STORY_IT}\n"
        ),
        {
            "title": "ROMA, 3 MAGGIO: 'NESSUNO ESCLUSO!' INIZIATIVA DI AMNESTY IN OCCASIONE DELLA GIORNATA"
            " DELLA STAMPA",
            "kind": "press_release",
            "language": "it",
        },
    ),
    "end mark, place and date on one line": (
        (
            "‘Siamo felici di sapere che la vicenda si sta concludendo in modo positivo, e che la persona è rientrata in"
            " Italia dopo oltre novecento giorni di carcere in condizioni disumane‘ – ha dichiarato Mario Esempio,"
            " presidente di Amnesty International Italia.\nFINE DEL COMUNICATO Roma, 14 luglio 2015\n"
            "Per interviste:Amnesty International Italia – Ufficio Stampa\nTel. 06 9900112, e-mail: stampa@example.it\n"
        ),
        {"date": "2015-07-14", "kind": "press_release", "title": None},
    ),
    "numbers to call above the title, each line a paragraph": (
        (
            f"Espace journalistes\n{CALLS_FR}Espace journalistes\n{CALLS_FR}"
            f"Royaume-Uni. Le gouvernement doit maintenant « tourner la page » de son plan\n{PARAGRAPH_FR}\n{QUOTE_FR}\n"
        ),
        {
            "title": "Royaume-Uni. Le gouvernement doit maintenant « tourner la page » de son plan",
            "kind": "press_release",
            "language": "fr",
        },
    ),
    "menu and numbers to call above the title, blank lines between": (
        "Aller au contenu\nAgir\nFaire un don\nou montant libre :\n/mois\n\nEspace journalistes\n\n"
        + CALLS_FR.replace("\n", "\n\n")
        + f"presse@example.fr\n\nRoyaume-Uni. Le plan du gouvernement est illégal\n\n{PARAGRAPH_FR}\n\n{QUOTE_FR}\n",
        {"title": "Royaume-Uni. Le plan du gouvernement est illégal", "kind": "press_release"},
    ),
    "headline that names the organisation twice, each line a paragraph": (
        (
            "Bakanın Uluslararası Af Örgütü’nün bulgularını sorguladığı konuşmasına Uluslararası Af Örgütü’nün yanıtı\n"
            "Bakan Ahmet Örnek’in, Uluslararası Af Örgütü'nün gözaltındaki kişilerin işkence gördüğü konusundaki bulgu ve"
            " açıklamalarını eleştiren konuşmasına yanıt veren Uluslararası Af Örgütü Genel Sekreteri Ada Example şöyle"
            ' dedi:\n"Yetkililer gözaltında tutulan bütün kişilerin haklarına saygı göstermelidir."\n'
        ),
        {
            "title": "Bakanın Uluslararası Af Örgütü’nün bulgularını sorguladığı konuşmasına Uluslararası Af Örgütü’nün"
            " yanıtı",
            "kind": "press_release",
            "language": "tr",
        },
    ),
    "subject of a mail to a list is the title of a text without one": (
        (
            "Date: Thu, 4 Nov 1999 18:15:08 -0500\nFrom: Example Sender <sender@example.org>\n"
            "Subject: [NEWS-L] Fwd: Documents must be returned intact\nTo: news-l@example.org\n"
            "* News Release Issued by the\nInternational Secretariat of Amnesty International*\nNews Service: 307/99\n"
            "AI INDEX: AMR 36/98/99\n4 November 1999\nAmnesty International supports the request by the Independent"
            " Expert that the General Assembly urge the government to return intact all documents confiscated in 1994.\n"
        ),
        {
            "reference": "AMR 36/098/1999",
            "date": "1999-11-04",
            "title": "Documents must be returned intact",
            "kind": "press_release",
        },
    ),
    "subject line of an old mail program": (
        (
            "[Date Prev][Date Next][Thread Prev]\n\nAmnesty International News Item, 26\n\n\n\n"
            'Subject: Amnesty International News Item, 26/10/95\n\n>From:\tHOST::"owner-news-l@example.org" 26-OCT-1995'
            " 19:36:50.61\nTo:\tnews-l-outgoing@example.org\nCC:\t\nSubj:\t \n\nThis News Service is posted by the"
            " International Secretariat\nof Amnesty International, 1 Easton Street, London WC1X 8DJ (Tel +44-20-7946-0500)\n"
            "Sender: sender@example.org\nPrecedence: bulk\nNEWS-L:\n********************\n/\n/ \n"
            "                                                     News\nService 192/95\nAI INDEX: ASA 16/96/95\n"
            "EMBARGOED UNTIL 0001 HRS GMT 26 OCTOBER 1995\n\nMYANMAR: GRAVE VIOLATIONS STILL CONTINUE\n\n"
            "Despite the release of a prisoner of conscience in July\nthis year, the situation remains critical, Amnesty"
            " International\nsaid in a report released today.\n"
        ),
        {"reference": "ASA 16/096/1995", "date": "1995-10-26", "title": "MYANMAR: GRAVE VIOLATIONS STILL CONTINUE"},
    ),
    "country between the title and the number of an action": (
        (
            "Nicht mehr in Gefahr\n\nTÜRKEI\n\nUA-Nr.: UA-974/2019-1AI-Index: EUR 44/9525/2019 Datum:\n\n"
            "Diese Urgent Action ist beendet.\n\nAlle Gefangenen, die in der Provinz in Gewahrsam gehalten worden waren,"
            " sind inzwischen entweder freigelassen oder in Gefängnisse verlegt worden.\n"
        ),
        {"reference": "EUR 44/9525/2019", "title": "Nicht mehr in Gefahr", "countries": ("TUR",)},
    ),
    "title and day of a web log above the headings of an appeal": (
        (
            "Tag Archives: Exemple\n\nTunisie: Harcèlement judiciaire à l’encontre de Me Jeanne Exemple\n\n\n"
            "le 8 juin, 2018\n\n\nNouvelles informations\n\nHarcèlement judiciaire /\n\nDescription de la situation :\n\n"
            "L’Observatoire a été informé par des sources fiables du harcèlement judiciaire continu à l’encontre de"
            " Me Jeanne Exemple, avocate spécialisée dans la défense des droits humains.\n"
        ),
        {
            "title": "Tunisie: Harcèlement judiciaire à l’encontre de Me Jeanne Exemple",
            "date": "2018-06-08",
            "language": "fr",
        },
    ),
    "time of day before the date, and who wrote it": (
        (
            "news News\n\nBurma: End the crackdown now\nby Amnesty International\n6:53pm 21st Jun, 2003\n \n"
            "Amnesty International is gravely concerned by recent violations in Myanmar.\n  \nMore than 100 members and"
            " supporters of a party are missing after an incident on 30 May 2003.\n"
        ),
        {"date": "2003-06-21", "title": "Burma: End the crackdown now"},
    ),
    "statement whose title has a full stop": (
        (
            "Заявление Amnesty International по России. Власти используют новое законодательство против критики\n\n"
            "Десяткам людей в России грозит до десяти лет лишения свободы за распространение того, что власти называют"
            " ложной информацией. Нельзя позволить заглушить эти голоса.\n"
        ),
        {
            "title": "Заявление Amnesty International по России. Власти используют новое законодательство против"
            " критики",
            "kind": "public_statement",
            "printed_kind": "Заявление",
            "language": "ru",
        },
    ),
    "list of facts above a statement without a title": (
        (
            "- 2016年3月25日\n- [日本支部声明]\n- 国・地域:日本\n- トピック:死刑廃止\n"
            "アムネスティ・インターナショナル日本は、本日、二人に死刑が執行されたことに対して強く抗議する。\n"
            "法務大臣は、昨年10月に就任してから12月に2名をすでに執行し、その3カ月後である本日に2名を執行した。\n"
        ),
        {"date": "2016-03-25", "kind": "public_statement", "title": None, "language": "ja"},
    ),
    "place and date before a full stop": (
        (
            "Genève-Paris, le 19 juin 2008. L’Observatoire pour la protection des défenseurs, programme conjoint de"
            " deux fédérations, publie aujourd’hui son Rapport 2007. Ce Rapport célèbre leur obstination.\n"
            "De nombreux Etats continuent de violer ces deux textes fondamentaux.\n"
        ),
        {"date": "2008-06-19", "kind": "press_release", "title": None},
    ),
    "place and date that a line is broken between": (
        (
            "Genève- New York - Paris, le 24\noctobre 2011. L’Observatoire pour la protection des défenseurs des droits"
            " de\nl’homme publie ce jour son rapport\nannuel sur la situation des défenseurs à l’occasion d’une\n"
            "conférence de presse organisée au siège.\n"
        ),
        {"date": "2011-10-24", "kind": "press_release"},
    ),
    "place and date in figures": (
        (
            "Das Urteil darf kein Schlussstrich sein\n\nBerlin, 11.07.2018 – Amnesty International begrüßt, dass mit dem"
            " Schuldspruch des Gerichts ein wichtiger Teil der juristischen Aufarbeitung abgeschlossen ist und die"
            " Behörden nun ihre Ermittlungen fortsetzen.\n"
        ),
        {"date": "2018-07-11", "kind": "press_release", "title": "Das Urteil darf kein Schlussstrich sein"},
    ),
    "invitation without a kind line": (
        (
            "Les défenseurs en première ligne\n\nLa publication du rapport annuel.\n\nLa Fédération internationale et"
            " l’Organisation ont l’honneur de vous inviter aux conférences de presse, qui se dérouleront à l’occasion de"
            " la publication du rapport annuel.\n"
        ),
        {"kind": "media_advisory", "title": "Les défenseurs en première ligne"},
    ),
    "abstract of a record page above the action itself": (
        (
            "• Campaigns\n\nTurkey: Torture / health concern: Ali Örnek\n\n, Index number: EUR 44/915/1995\n\n"
            "Ali Örnek is held incommunicado at the headquarters. According to the testimony of another prisoner, he had"
            " been badly ill-treated and is now in very poor health. This is his fourth time in detention.\n\n"
            "EXTERNAL (for general distribution) AI Index: EUR 44/915/95\nDistr: UA/SC\n"
            "UA 919/95 Torture / Health concern 23 January 1995\nTURKEY Ali Örnek, 30\nAli Örnek, who is held at the"
            " headquarters, is reported to be in a very bad state of health.\n"
        ),
        {"reference": "EUR 44/915/1995", "date": "1995-01-23", "kind": "urgent_action"},
    ),
    "imprint in the middle of a page on one line": (
        (
            "EGYPT: OFFICIALLY, NOBODY KNOWS\n\nSize: px\nStart display at page:\n\n"
            'Download "EGYPT: OFFICIALLY, NOBODY KNOWS"\n\nTranscription\n\n1 EGYPT: OFFICIALLY, NOBODY KNOWS\n\n'
            "2 is a global movement of more than 7 million people who campaign for a world where human rights are"
            f" enjoyed by all. {'Our vision is for every person to enjoy all the rights of the Declaration. ' * 8}"
            "First published in 2016 by Ltd Example House, London Cover image: A corridor. Index: MDE 12/9368/2016"
            " Original language: English example.org\n\n3 CONTENTS CONTENTS 3 GLOSSARY 6\n"
        ),
        {
            "reference": "MDE 12/9368/2016",
            "mentions": (),
            "date": "2016",
            "kind": "report",
            "title": "EGYPT: OFFICIALLY, NOBODY KNOWS",
        },
    ),
    "rubric and number of results above a list": (
        (
            "Sentenced\n\n165 results arranged by date\n\nAuthority sentences journalist Ann Example to 3 months in"
            " prison\n\nNew York, February 3, 2022 – The Authority should not contest the appeal of the journalist, the"
            " Committee said Thursday. On January 20, a court in the city sentenced the producer, to three…\n"
        ),
        {
            "title": "Authority sentences journalist Ann Example to 3 months in prison",
            "date": "2022-02-03",
            "kind": "press_release",
        },
    ),
    "answer of a list server, and no blank line anywhere": (
        (
            "Documents menu\nDate: Sun, 14 Jul 1996 06:30:02 -0500\nFrom:\n"
            '"list server at HOST1 (1.8b)" <LISTSERV@HOST1.example.org>\nSubject: File: "DATABASE OUTPUT"\n'
            "> S * IN NEWS-L\n--> Database NEWS-L, 6991 hits.\n> print 06953\n"
            ">>> Item number 6953, dated 96/07/12 23:34:43 -- ALL\nDate: Fri, 12 Jul 1996 23:34:43 GMT\n"
            "From: sender@example.org\nSubject: AI: RACIST APPLICATION OF THE DEATH PENALTY\n"
            "This News Service is posted by the\nInternational Secretariat of Amnesty International,\n"
            "1 Easton Street, London WC1X 8DJ\n(Tel +44-20-7946-0500, Fax +44-20-7946-0157)\nAMNESTY-L:\n"
            "Amnesty International holds press conference in Springfield, during the\n"
            "1996 Games, to release report exposing the racist application of the death\npenalty\n"
            "Press release by Amnesty International 9 July 1996\nContacts: Ann Example 404-555-0143\n"
            "Bob Example 212-555-0144\nSecretary General of Amnesty International, Jean Example, to\n"
            "present report and a\nhalf-million signatures\nSpringfield, July 9 - Amnesty International (AI) will hold"
            " a\npress conference on Tuesday, July 23 at\n10:00 a.m. to release its report.\n"
        ),
        {
            "date": "1996-07-09",
            "kind": "press_release",
            "title": "Amnesty International holds press conference in Springfield, during the 1996 Games, to release"
            " report exposing the racist application of the death penalty",
        },
    ),
    "headline that a site cut off": (
        (
            "Amnesty International bolsters its commitment to Nigeria as..\n\nAmnesty International today announced the"
            " opening of its new office, as part of a drive to increase the impact of its work in the country.\n"
        ),
        {"title": "Amnesty International bolsters its commitment to Nigeria as..", "kind": "press_release"},
    ),
    "day with blanks, and days of the event within the title": (
        (
            "Translate\n\n20. 01. 2017.\n\nMEDIA ADVISORY - New expert launches consultation / 24-25 January 2017 -"
            " Palais des Nations, Room\n\n\n\nTuesday and Wednesday 24-25 January 2017\nPalais des Nations, Geneva\n\n"
            "GENEVA (20 January 2017) – The new Independent Expert will convene a consultation to discuss his work and"
            " develop strategies for the years ahead.\n"
        ),
        {
            "date": "2017-01-20",
            "kind": "media_advisory",
            "title": "New expert launches consultation / 24-25 January 2017 - Palais des Nations, Room",
        },
    ),
    "kind behind the country of the title": (
        (
            "Sudan: Public statement on the occasion of the dialogue with the mission\n\nAmnesty International welcomes"
            " this week’s dialogue. The conflict continues to cause massive human rights crises.\n\n"
            "View Report in English\n"
        ),
        {
            "kind": "public_statement",
            "printed_kind": "Public statement",
            "title": "Sudan: Public statement on the occasion of the dialogue with the mission",
        },
    ),
    "French update of an action": (
        (
            "Guatémala: Action complémentaire: Craintes pour la sécurité / menaces de mort\n\nLe juge qui préside le"
            " tribunal a été menacé de mort. Plusieurs témoins seraient décédés.\n"
        ),
        {"kind": "urgent_action", "language": "fr"},
    ),
    "credit of a picture below the date": (
        (
            "• Press Release\n\nAmnesty International Response to the Determination \n\nDecember 7, 2023\n\n"
            "(AFP via Getty Images)\nIn response to the announcement, Kate Example, Africa Advocacy Director at Amnesty"
            " International USA, made the following statement: \n\n“I appreciate the efforts to sound the alarm on"
            " atrocities being committed by all parties to the conflict.”\n\nContact: [email protected]\n"
        ),
        {
            "date": "2023-12-07",
            "title": "Amnesty International Response to the Determination",
            "kind": "press_release",
        },
    ),
    "day, time of day and rubric on the line below the title": (
        (
            "Special Procedures - Latest News [Page 1]\n\nEnding Poverty Now A Fading Dream, Says Expert\n\n"
            "Wednesday, 8 July 2020, 7:35 am | Special Procedures - Human Rights\n\nThe pandemic has pushed millions of"
            " people to the brink of starvation, an expert says in a report published today.\n"
        ),
        {"date": "2020-07-08", "title": "Ending Poverty Now A Fading Dream, Says Expert", "kind": "press_release"},
    ),
    "what a site tells of its letters above a text without a title": (
        (
            "Text size\n\nAll popular browsers allow zooming in and out by pressing two keys.\n\nLine height\n\n\n\n"
            "Amnesty International remains deeply concerned about those who seek asylum.\n\n"
            "Amnesty International UK Director Ann Example said:\n\n'Thousands of people there are at risk of the most"
            " serious persecution and brutal summary justice'.\n"
        ),
        {"title": None, "kind": "press_release"},
    ),
    "Cyrillic month glued to the number": (
        (
            "МЕЖДУНАРОДНАЯ АМНИСТИЯ\nИндекс AI: EUR 46/910/200616 мая 2006\n\nРоссия: Дело должно быть пересмотрено\n\n"
            "Власти должны обеспечить справедливое разбирательство, заявила сегодня организация.\n"
        ),
        {"reference": "EUR 46/910/2006", "date": "2006-05-16", "language": "ru"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), COPIES.values(), ids=COPIES)
def test_a_copy_is_read(text: str, expected: dict[str, Any]) -> None:
    advisory = parse_advisory(text).advisory
    assert {name: getattr(advisory, name) for name in expected} == expected


def test_who_answers_a_speech_said_it_and_not_who_gave_the_speech() -> None:
    text = COPIES["headline that names the organisation twice, each line a paragraph"][0]
    assert [quote.speaker for quote in parse_advisory(text).advisory.quotes] == ["Ada Example"]


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        ("Ann Example, Director of Amnesty International’s Office", "press_release"),
        ("Ann Example, who sells shoes", "other"),
    ],
)
def test_a_text_in_which_the_organisation_speaks_is_a_release(speaker: str, kind: str) -> None:
    text = (
        "Leaders must act now\n\n“They must call for the release of all prisoners, including our colleagues,” said"
        f" {speaker}.\n"
    )
    assert parse_advisory(text).advisory.kind == kind


def test_a_subject_of_one_or_two_words_is_no_title() -> None:
    text = (
        "From: sender@example.org\nSubject: Re: your mail\n\nThe families have waited for years, and they ask for it.\n"
    )
    assert parse_advisory(text).advisory.title is None


def test_a_place_that_opens_the_story_said_nothing() -> None:
    text = (
        "Groups call for arrests\n\n(New York - July 10, 1997) --A coalition of groups today announced the launch of a"
        ' world-wide "Arrest them all now!" campaign.\n'
    )
    assert "New York" not in {quote.speaker for quote in parse_advisory(text).advisory.quotes}


def test_who_underlines_something_is_named_behind_comme_le() -> None:
    text = (
        "Comme le souligne Jean Exemple, Secrétaire général, « nous attendions des Etats qu’ils adoptent des mesures »."
    )
    assert [quote.speaker for quote in parse_advisory(text, language="fr").advisory.quotes] == ["Jean Exemple"]


def test_a_quotation_that_name_and_office_follow_is_theirs() -> None:
    text = (
        "«Die Behörden irren sich, wenn sie glauben, dass wir unsere Arbeit einstellen werden.» Ada Beispiel,"
        " internationale Generalsekretärin von Amnesty International\n"
    )
    (quote,) = parse_advisory(text).advisory.quotes
    assert (quote.speaker, quote.attribution) == ("Ada Beispiel", "stated")


def test_who_made_the_following_statement_is_the_speaker() -> None:
    text = COPIES["credit of a picture below the date"][0]
    assert [quote.speaker for quote in parse_advisory(text).advisory.quotes] == ["Kate Example"]
