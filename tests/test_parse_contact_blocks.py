"""Contacts as press documents print them, and officials who are none, in the languages of the archive."""
# ruff: noqa: E501 - a block is a line

import pytest

from advisory_cli.model import Contact
from advisory_cli.parse.contacts import find_contacts

# kind, text, and of each contact name, role, organisation, telephone numbers and addresses
BLOCKS: tuple[tuple[str, str, tuple[Contact, ...]], ...] = (
    ("press_release", "For further information, please contact Ann Lee, Press Officer, on +44 20 7413 5566 or ann.lee@amnesty.org", (Contact("Ann Lee", "Press Officer", None, ("+442074135566",), ("ann.lee@amnesty.org",)),)),
    ("press_release", "For further information please contact Amnesty International's press office in London, UK, on + 44 20 7413 5566 or email: press@amnesty.org", (Contact(None, "press office in London", "Amnesty International", ("+442074135566",), ("press@amnesty.org",)),)),
    ("press_release", "For more information please contact:\n\nTom Marsh in London on +44 20 7413 5810 or press@amnesty.org", (Contact("Tom Marsh", None, None, ("+442074135810",), ("press@amnesty.org",)),)),
    ("press_release", "For further information: Ann Lee: 00 44 (0)20 7413 5566; mobile 00 44 7771 796 350", (Contact("Ann Lee", None, None, ("+442074135566", "+447771796350"), ()),)),
    ("press_release", "Notes to editors\nSpokespeople are available for interview.\n\nMedia contacts:\nAnn Lee, Media Manager, 020 7033 1548, ann.lee@amnesty.org.uk\nBo Ray, Media Officer, 020 7033 1549, bo.ray@amnesty.org.uk", (Contact("Ann Lee", "Media Manager", None, ("+442070331548",), ("ann.lee@amnesty.org.uk",)), Contact("Bo Ray", "Media Officer", None, ("+442070331549",), ("bo.ray@amnesty.org.uk",)))),
    ("press_release", "To arrange an interview, please contact:\nElizabeth Bertin-Hall\nMedia Relations\nAmnesty International Canada (English)\n(416) 363-9933 ext 332\nebhall@amnesty.ca", (Contact("Elizabeth Bertin-Hall", "Media Relations", "Amnesty International Canada", ("+14163639933",), ("ebhall@amnesty.ca",)),)),
    ("press_release", "For interviews please contact Ann Lee or Bo Ray on +44 (0)20 7413 5566.", (Contact("Ann Lee", None, None, ("+442074135566",), ()), Contact("Bo Ray", None, None, ("+442074135566",), ()))),
    ("press_release", "Press contact: Ann Lee - ann.lee(at)amnesty.org - Tel. +32 2 502 14 99 - Fax +32 2 502 56 86", (Contact("Ann Lee", None, None, ("+3225021499",), ("ann.lee@amnesty.org",)),)),
    ("press_release", "Press contact: Ann Lee, ann.lee [at] amnesty [dot] org", (Contact("Ann Lee", None, None, (), ("ann.lee@amnesty.org",)),)),
    ("press_release", "For more information contact Ann Lee ([email protected]) or call +44 20 7413 5566", (Contact("Ann Lee", None, None, ("+442074135566",), ()),)),
    ("press_release", "Contact: Ann Lee, Tel: +44 20 7413 5566, Fax: +44 20 7956 1157, ISDN: +44 20 7413 5500", (Contact("Ann Lee", None, None, ("+442074135566",), ()),)),
    ("press_release", "Contact: Ann Lee, tel/mob: +44 7771 796 350, fax/ISDN +44 20 7413 5500", (Contact("Ann Lee", None, None, ("+447771796350",), ()),)),
    ("press_release", "| Contact | Ann Lee |\n| Tel | +44 20 7413 5566 |\n| Email | ann@amnesty.org |", (Contact("Ann Lee", None, None, ("+442074135566",), ("ann@amnesty.org",)),)),
    ("press_release", "Media contact\nName: Ann Lee\nPosition: Press Officer\nTelephone: +44 20 7413 5566\nEmail: ann@amnesty.org", (Contact("Ann Lee", "Press Officer", None, ("+442074135566",), ("ann@amnesty.org",)),)),
    ("press_release", "Pour toute information complémentaire, veuillez contacter le Service de presse d'Amnesty International, à Londres, au +44 20 7413 5566", (Contact(None, "Service de presse", "Amnesty International", ("+442074135566",), ()),)),
    ("press_release", "Pour plus d'informations, contactez Anne Lé, attachée de presse, au 01 53 38 65 41 ou à ale@amnesty.fr", (Contact("Anne Lé", "attachée de presse", None, ("+33153386541",), ("ale@amnesty.fr",)),)),
    ("press_release", "Contact presse : Anne Lé, 01 53 38 65 41 / 06 76 94 37 05 – spresse@amnesty.fr", (Contact("Anne Lé", None, None, ("+33153386541", "+33676943705"), ("spresse@amnesty.fr",)),)),
    ("press_release", "Renseignements et entrevues :\nAnne Tremblay, attachée de presse\nAmnistie internationale Canada francophone\n514 766-9766, poste 5236\natremblay@amnistie.ca", (Contact("Anne Tremblay", "attachée de presse", "Amnistie internationale Canada francophone", ("+15147669766",), ("atremblay@amnistie.ca",)),)),
    ("press_release", "Para más información, pónganse en contacto con el gabinete de prensa de Amnistía Internacional en Madrid, en el 91 310 12 77, prensa@es.amnesty.org", (Contact(None, "gabinete de prensa", "Amnistía Internacional", ("+34913101277",), ("prensa@es.amnesty.org",)),)),
    ("press_release", "Si desean más información o concertar una entrevista, pónganse en contacto con Ana Ley en el +52 1 55 4848 8266 o en ana.ley@amnesty.org", (Contact("Ana Ley", None, None, ("+5215548488266",), ("ana.ley@amnesty.org",)),)),
    ("press_release", "Contacto de prensa: Ana Ley, jefa de prensa, tel. +54 11 4811 6469", (Contact("Ana Ley", "jefa de prensa", None, ("+541148116469",), ()),)),
    ("press_release", "Für Rückfragen und Interviewwünsche wenden Sie sich bitte an Anna Ley, Pressesprecherin, Tel. 030 420248-306, presse@amnesty.de", (Contact("Anna Ley", "Pressesprecherin", None, ("+4930420248306",), ("presse@amnesty.de",)),)),
    ("press_release", "Pressekontakt:\nAmnesty International\nPressestelle\nT: +49 30 420248-306\nF: +49 30 420248-330\nE: presse@amnesty.de", (Contact(None, "Pressestelle", "Amnesty International", ("+4930420248306",), ("presse@amnesty.de",)),)),
    ("press_release", "Für Rückfragen: Pressestelle Amnesty International, Anna Ley, Tel.: 030 - 42 02 48 306, E-Mail: presse@amnesty.de", (Contact("Anna Ley", "Pressestelle", "Amnesty International", ("+4930420248306",), ("presse@amnesty.de",)),)),
    ("press_release", "For interviews contact press officer Jane Lee on +44 20 7413 5566 or jane@amnesty.org\n\nMedia contacts: Press Office New York: +1 212 633 4150", (Contact("Jane Lee", "press officer", None, ("+442074135566",), ("jane@amnesty.org",)), Contact(None, "Press Office New York", None, ("+12126334150",), ()))),
    ("press_release", "Informações à imprensa: Assessoria de imprensa da Anistia Internacional Brasil, Ana Lei, (21) 3174-8601", (Contact("Ana Lei", "Assessoria de imprensa", "Anistia Internacional Brasil", ("+552131748601",), ()),)),
    ("press_release", "Daha fazla bilgi için: Uluslararası Af Örgütü Basın Sorumlusu Ayşe Örnek, Tel: +90 212 361 6217", (Contact("Ayşe Örnek", "Basın Sorumlusu", "Uluslararası Af Örgütü", ("+902123616217",), ()),)),
    ("press_release", "媒体查询：国际特赦组织香港分会 传讯经理 陈小姐 电话：(852) 2300 1250 电邮：media@amnesty.org.hk", (Contact("陈小姐", "传讯经理", "国际特赦组织香港分会", ("+85223001250",), ("media@amnesty.org.hk",)),)),
    ("press_release", "لمزيد من المعلومات يرجى الاتصال بالمكتب الصحفي لمنظمة العفو الدولية على الهاتف: +44 20 7413 5566", (Contact(None, "المكتب الصحفي", "منظمة العفو الدولية", ("+442074135566",), ()),)),
    ("press_release", "Media information: Ann Lee 020 7033 1548, ann.lee@amnesty.org.uk", (Contact("Ann Lee", None, None, ("+442070331548",), ("ann.lee@amnesty.org.uk",)),)),
    ("press_release", "Media Contacts:\nAnn Lee, ann@example.org, Cell 202-555-0123 (on the ground)\nBo Ray, bo@example.com, Cell 202-555-0124\nPress office Geneva: +41 22 928 9000\ndr. Cy Low, +44 20 7413 5566", (Contact("Ann Lee", None, None, ("+12025550123",), ("ann@example.org",)), Contact("Bo Ray", None, None, ("+12025550124",), ("bo@example.com",)), Contact(None, "Press office Geneva", None, ("+41229289000",), ()), Contact("dr. Cy Low", None, None, ("+442074135566",), ()))),
    ("press_release", "Contact: Ann Lee (English): +44 20 7413 5566\nBo Ray (French): +33 1 53 38 65 41", (Contact("Ann Lee", None, None, ("+442074135566",), ()), Contact("Bo Ray", None, None, ("+33153386541",), ()))),
    ("press_release", "Per approfondimenti e interviste:\nAmnesty International Italia - Ufficio stampa\nTel. 06 4490224 - cell. 348 6974361, e-mail: press@amnesty.it", (Contact(None, "Ufficio stampa", "Amnesty International Italia", ("+39064490224", "+393486974361"), ("press@amnesty.it",)),)),
    ("press_release", "Para mais informações, contacte Ana Lei, assessora de imprensa, através do +351 213 861 664 ou a.lei@amnistia.pt", (Contact("Ana Lei", "assessora de imprensa", None, ("+351213861664",), ("a.lei@amnistia.pt",)),)),
    ("press_release", "Informações para a imprensa: Ana Lei, (21) 3174-8601, imprensa@anistia.org.br", (Contact("Ana Lei", None, None, ("+552131748601",), ("imprensa@anistia.org.br",)),)),
    ("press_release", "للمزيد من المعلومات، يُرجى الاتصال بالمكتب الصحفي لمنظمة العفو الدولية في لندن على الرقم: +44 20 7413 5566 أو press@amnesty.org", (Contact(None, "المكتب الصحفي", "منظمة العفو الدولية", ("+442074135566",), ("press@amnesty.org",)),)),
    ("press_release", "للحصول على مزيد من المعلومات أو لترتيب إجراء مقابلة، يرجى الاتصال بـ: سارة علي، المسؤولة الصحفية، هاتف: ٠٠٤٤٢٠٧٤١٣٥٥٦٦", (Contact("سارة علي", "المسؤولة الصحفية", None, ("+442074135566",), ()),)),
    ("press_release", "За дополнительной информацией или для организации интервью обращайтесь к Анне Ли, пресс-секретарю, по телефону +7 495 291 2904 или эл. почте: press@amnesty.org.ru", (Contact("Анне Ли", "пресс-секретарю", None, ("+74952912904",), ("press@amnesty.org.ru",)),)),
    ("press_release", "Контакты для прессы: Анна Ли, моб. +7 925 100 00 00, факс +7 495 291 2905", (Contact("Анна Ли", None, None, ("+79251000000",), ()),)),
    ("press_release", "Для получения дополнительной информации обращайтесь в пресс-службу Amnesty International в Лондоне: +44 20 7413 5566", (Contact(None, "пресс-службу", "Amnesty International", ("+442074135566",), ()),)),
    ("press_release", "За додатковою інформацією звертайтеся до Оксани Коваль, прессекретарки: +380 44 279 0000, press@amnesty.org.ua", (Contact("Оксани Коваль", "прессекретарки", None, ("+380442790000",), ("press@amnesty.org.ua",)),)),
    ("press_release", "Daha fazla bilgi için lütfen iletişime geçin: Ayşe Kaya, Basın Sorumlusu, +90 212 361 62 17, basin@amnesty.org.tr", (Contact("Ayşe Kaya", "Basın Sorumlusu", None, ("+902123616217",), ("basin@amnesty.org.tr",)),)),
    ("press_release", "Ayrıntılı bilgi için: Ayşe Kaya, 0212 361 62 17, basin@amnesty.org.tr", (Contact("Ayşe Kaya", None, None, ("+902123616217",), ("basin@amnesty.org.tr",)),)),
    ("press_release", "欲了解更多信息或安排采访，请联系：罗助华，电话：+852 3963 7100，电邮：press@amnesty.org", (Contact("罗助华", None, None, ("+85239637100",), ("press@amnesty.org",)),)),
    ("press_release", "新聞聯絡：羅助華，電話 +852 3963 7100", (Contact("羅助華", None, None, ("+85239637100",), ()),)),
    ("press_release", "お問い合わせ先：アムネスティ・インターナショナル日本 広報担当 田中太郎\nTel: 03-3518-6777 Fax: 03-3518-6778 E-mail: ttanaka@amnesty.or.jp", (Contact("田中太郎", "広報担当", "アムネスティ・インターナショナル日本", ("+81335186777",), ("ttanaka@amnesty.or.jp",)),)),
    ("press_release", "報道関係お問い合わせ：田中太郎（広報）電話 03-3518-6777", (Contact("田中太郎", "広報", None, ("+81335186777",), ()),)),
    ("urgent_action", "PLEASE SEND APPEALS TO:\n\nMinister of Justice\nTel: +1 202 555 0100\nEmail: minister@justice.gov.xx\n\nCOPIES TO: diplomatic representatives", ()),
    ("press_release", "Envoyez des appels à :\nMonsieur le Ministre de la Justice\nTél : +212 5 37 00 00 00\nCourriel : ministre@justice.gov.ma", ()),
    ("press_release", "Escriban a:\nSeñor Ministro\nTel: +57 1 555 0100\nCorreo-e: ministro@gov.co", ()),
    ("urgent_action", "Envíen llamamientos a:\nPresidente de la República, Fax: +57 1 555 0100, presidente@gov.co", ()),
    ("press_release", "Bitte schreiben Sie an:\nJustizminister\nFax: +90 312 555 0100\nE-Mail: info@adalet.gov.tr", ()),
    ("urgent_action", "TAKE ACTION\nWrite a letter, send an email, call, fax or tweet:\nContact the Governor:\nGovernor Bob Example, +1 512 555 0100, governor@example.gov", ()),
    ("press_release", "Contact these two officials by 5 July 2018:\nPresident Li Example, Fax +86 10 5555 0100, Email: office@example.gov.cn", ()),
    ("press_release", "Please contact your embassy. The Ambassador, tel. +44 20 7000 0000", ()),
    ("press_release", "END/\nPublic Document\n****************************************\nFor more information please call Amnesty International's press office in London, UK, on +44 20 7413 5566\nAmnesty International, 1 Easton St., London WC1X 0DW. web: http://www.amnesty.org", (Contact(None, "press office in London", "Amnesty International", ("+442074135566",), ()),)),
    ("press_release", "International Press Office: Ann Lee +44 171 413 5566 or +44 468 976 333 (mobile)", (Contact("Ann Lee", None, None, ("+441714135566", "+44468976333"), ()),)),
    ("press_release", "You can contact the family of the victim on 1234567 if you were born in 1980.", ()),
    ("press_release", "The contact group met in 1998. In 2003 12,345,678 people fled.", ()),
    ("press_release", "For media enquiries please contact Helen Ward on +44 (0) 203 036 5566 / +44 (0) 7961 421 583 or helen.ward@example.org", (Contact("Helen Ward", None, None, ("+442030365566", "+447961421583"), ("helen.ward@example.org",)),)),
    ("press_release", "MEDIA CONTACTS:\nHelen Ward, Senior Press Officer\nLondon: +44 20 7946 0101\nhelen@example.org\n\nPaul Hart, Regional Press Officer\nNairobi: +254 20 428 3000\npaul@example.org", (Contact("Helen Ward", "Senior Press Officer", None, ("+442079460101",), ("helen@example.org",)), Contact("Paul Hart", "Regional Press Officer", None, ("+254204283000",), ("paul@example.org",)))),
    ("press_release", "For further information contact the press team: press@example.org; out of hours +44 7778 472 126", (Contact(None, "press team", None, ("+447778472126",), ("press@example.org",)),)),
    ("press_release", "Contact: Helen Ward, 212-555-0134 (cell)", (Contact("Helen Ward", None, None, ("+12125550134",), ()),)),
    ("press_release", "Pour plus d’informations, merci de contacter : Claire Petit, 01 55 50 01 34, cpetit@example.fr", (Contact("Claire Petit", None, None, ("+33155500134",), ("cpetit@example.fr",)),)),
    ("press_release", "Contact presse : Service presse : 01 55 50 01 34 / presse@example.fr", (Contact(None, "Service presse", None, ("+33155500134",), ("presse@example.fr",)),)),
    ("press_release", "Para solicitar entrevistas: Carmen Ruiz, +34 91 555 01 34, cruiz@example.org", (Contact("Carmen Ruiz", None, None, ("+34915550134",), ("cruiz@example.org",)),)),
    ("press_release", "Más información y entrevistas: Carmen Ruiz, 91 555 01 34, cruiz@example.es", (Contact("Carmen Ruiz", None, None, ("+34915550134",), ("cruiz@example.es",)),)),
    ("press_release", "Kontakt für Medien: Petra Klein, Tel. +41 31 555 01 34, pklein@example.ch", (Contact("Petra Klein", None, None, ("+41315550134",), ("pklein@example.ch",)),)),
    ("press_release", "Per informazioni: Lucia Serra, responsabile ufficio stampa, cell. +39 348 555 0134", (Contact("Lucia Serra", "responsabile ufficio stampa", None, ("+393485550134",), ()),)),
    ("press_release", "Контактное лицо: Анна Белова, +7 916 555 01 34, abelova@example.org", (Contact("Анна Белова", None, None, ("+79165550134",), ("abelova@example.org",)),)),
    ("press_release", "للاتصال الصحفي: سارة علي +44 20 7946 0101", (Contact("سارة علي", None, None, ("+442079460101",), ()),)),
    ("press_release", "媒体联系：王明，电话 +86 10 5555 0134，电子邮件 wang@example.org", (Contact("王明", None, None, ("+861055550134",), ("wang@example.org",)),)),
    ("press_release", "Please send appeals before 1 May.\nFor more information please contact the Ministry of Justice, tel +1 555 010 0134", ()),
    ("urgent_action", "Please write to: President of the Republic, Fax: +222 45 25 00 00", ()),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "contacts"), BLOCKS)
def test_contacts_are_those_whom_the_press_may_call(kind: str, text: str, contacts: tuple[Contact, ...]) -> None:
    assert find_contacts(text, kind=kind) == contacts


@pytest.mark.parametrize(
    "printed", ["Fax: {}", "fax {}", "Télécopie : {}", "F: {}", "факс: {}", "{} (fax)", "ISDN {}", "传真：{}"]
)
def test_a_fax_or_isdn_number_is_no_telephone_number(printed: str) -> None:
    text = "Press contact: Ann Lee, Tel: +44 20 7946 0500\n" + printed.format("+44 20 7946 0157")
    assert find_contacts(text, kind="press_release") == (Contact(name="Ann Lee", phones=("+442079460500",)),)


@pytest.mark.parametrize(
    "address", ["ann@example.org", "ann (at) example.org", "ann[at]example[dot]org", "Ann@Example.org."]
)
def test_an_address_may_be_spelt_out(address: str) -> None:
    assert find_contacts(f"Press contact: {address}", kind="press_release") == (Contact(emails=("ann@example.org",)),)


@pytest.mark.parametrize(
    ("printed", "phone"),
    [
        ("00 44 (0)20 7946 0500", "+442079460500"),
        ("020 7946 0500", "+442079460500"),
        ("(202) 555-0100", "+12025550100"),
        ("202.555.0100 ext. 12", "+12025550100"),
        ("0171 946 0500", "0171 946 0500"),
    ],
)  # fmt: skip
def test_a_number_without_its_country_is_read_by_shape_or_kept_as_printed(printed: str, phone: str) -> None:
    (contact,) = find_contacts(f"Press contact: Ann Lee, tel. {printed}", kind="press_release")
    assert contact.phones == (phone,)


@pytest.mark.parametrize("printed", ["aa@bb@example.org", "@example.org", "ann@", "ann@example", "ann at home"])
def test_half_an_address_is_none(printed: str) -> None:
    assert find_contacts(f"Press contact: {printed}", kind="press_release") == ()
