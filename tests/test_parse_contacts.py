"""Press contacts."""

import subprocess
import sys
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.model import Contact
from advisory_cli.parse.contacts import find_contacts

SEED = (Path(__file__).parent / "fixtures" / "EUR-57-002-2012.txt").read_text(encoding="utf-8")
LONDON = "+442079460500"


def contacts(text: str, kind: str = "press_release") -> tuple[Contact, ...]:
    return find_contacts(text, kind=kind)


def test_the_sample_has_one_contact_with_both_numbers() -> None:
    assert contacts(SEED, "media_advisory") == (
        Contact(
            name="Lydia Aroyo",
            role="Europe and Central Asia Press Officer",
            organisation="Amnesty International",
            phones=("+442074135599", "+447771796350"),
            emails=("laroyo@amnesty.org",),
        ),
    )


def test_a_national_section_says_in_which_country_its_numbers_are() -> None:
    text = (
        "Roma, 30 aprile 2014\n\nPer interviste:Amnesty International Italia – Ufficio Stampa\n"
        "Tel. 06 5550123 – cell. 333 5550123, e-mail: Press@Example.org"
    )
    assert contacts(text) == (
        Contact(
            role="Ufficio Stampa",
            organisation="Amnesty International Italia",
            phones=("+39065550123", "+393335550123"),
            emails=("press@example.org",),
        ),
    )


def test_an_address_says_in_which_country_its_numbers_are() -> None:
    assert contacts("Per informazioni: tel. 06 5550123, press at example.it") == (
        Contact(phones=("+39065550123",), emails=("press@example.it",)),
    )


@pytest.mark.parametrize(("printed", "phone"), [("+44-20-7946-0500", LONDON), ("+44-71-413-5500", "+44714135500")])
@pytest.mark.parametrize("kind", ["press_release", "opinion", "urgent_action"])
def test_a_posting_notice_gives_organisation_and_telephone_but_no_fax(printed: str, phone: str, kind: str) -> None:
    text = (
        "This News Service is posted by theInternational Secretariat of Amnesty International, 1 Easton Street,\n"
        f"London WC1X 8DJ (Tel {printed}, Fax +44-20-7946-0157)\n\nSender: someone@example.org\n"
    )
    assert contacts(text, kind) == (Contact(organisation="Amnesty International", phones=(phone,)),)


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        (
            "For interviews: Bo Ray, tel. (+44 20) 7946 0500 or (+44) (0) 7700 900 123, in Kyiv +380 44 279 00 00",
            Contact(name="Bo Ray", phones=(LONDON, "+447700900123", "+380442790000")),
        ),
        (
            "Please contact:\n\nAnn Lee\nMedia Relations,\nAmnesty International Canada\n613-744-7667, ext 236",
            Contact(
                name="Ann Lee",
                role="Media Relations",
                organisation="Amnesty International Canada",
                phones=("+16137447667",),
            ),
        ),
        (
            "Contact: Tel: +44 (0) 20 7946 0500,After hours: +44 7700 900123,Email:,press@example.org",
            Contact(phones=(LONDON, "+447700900123"), emails=("press@example.org",)),
        ),
        (
            "For more information please call Amnesty International's press office in London, UK, on +44 20 7946 0500",
            Contact(role="press office in London", organisation="Amnesty International", phones=(LONDON,)),
        ),
        (
            "Pour plus d'informations, contactez le service de presse d'Amnesty International au +44 20 7946 0500",
            Contact(role="service de presse", organisation="Amnesty International", phones=(LONDON,)),
        ),
        (
            "Für weitere Informationen: Amnesty International Deutschland, Pressestelle, Tel: 030 - 42 02 48 306",
            Contact(role="Pressestelle", organisation="Amnesty International Deutschland", phones=("+4930420248306",)),
        ),
        (
            "Para más información: Ana Ley, responsable de prensa, +34 913 10 12 77",
            Contact(name="Ana Ley", role="responsable de prensa", phones=("+34913101277",)),
        ),
        (
            "За дополнительной информацией обращайтесь: Анна Ли, пресс-секретарь, тел. +44 20 7946 0500",
            Contact(name="Анна Ли", role="пресс-секретарь", phones=(LONDON,)),
        ),
        (
            "للمزيد من المعلومات، يرجى الاتصال بـ: سارة علي، هاتف +44 20 7946 0500",
            Contact(name="سارة علي", phones=(LONDON,)),
        ),
        ("CONTACT: Ann Lee, ann [at] example.org", Contact(name="Ann Lee", emails=("ann@example.org",))),
        ("Press contact: Ann Lee, Tel/Fax: +44 20 7946 0500", Contact(name="Ann Lee", phones=(LONDON,))),
        ("Contact: Ann Lee, tel. 555 01", Contact(name="Ann Lee", phones=("555 01",))),
    ],
)
def test_a_contact_is_read_from_block_or_sentence(text: str, contact: Contact) -> None:
    assert contacts(text) == (contact,)


def test_several_people_are_several_contacts() -> None:
    text = "Contact: Ann Lee, Press Officer, +44 20 7946 0500 or Bo Ray, Researcher, +44 20 7946 0501; bo@example.org"
    assert contacts(text) == (
        Contact(name="Ann Lee", role="Press Officer", phones=(LONDON,)),
        Contact(name="Bo Ray", role="Researcher", phones=("+442079460501",), emails=("bo@example.org",)),
    )


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "urgent_action",
            "PLEASE SEND APPEALS TO:\nMinister of Justice\nFax: +44 20 7946 0500\n\nContact: x@example.org",
        ),
        ("press_release", "APPEALS TO:\nThe Governor, Tel +44 20 7946 0500, a@example.org"),
        ("press_release", "Please contact the Minister of Justice, Tel +44 20 7946 0500"),
        ("press_release", "For more information:\n\nAPPEALS TO: a@example.org"),
        ("press_release", "From: a@example.org\nTo: b@example.org\n\nbody"),
        ("press_release", "The film is posted by them (Tel +44 20 7946 0500)"),
        ("press_release", "Contact: nobody\n\nSender: a@example.org"),
        ("press_release", "Contact: Ann Lee, Fax: +44 20 7946 0500"),
        ("press_release", "For more information see EUR 57/002/2012, ISBN 0 86210 066 6, 22 March 2012"),
        ("press_release", "Correo-e: oficina@example.org\n\nSeñor Director: Tel. +44 20 7946 0500"),
        ("press_release", ""),
    ],
)
def test_officials_senders_faxes_and_other_numbers_are_no_press_contacts(kind: str, text: str) -> None:
    assert contacts(text, kind) == ()


def test_capitals_that_grow_in_small_letters_do_not_shift_the_contact() -> None:
    text = "İİİİ " * 50 + "Contact: Ann Lee, ann@example.org"
    assert contacts(text) == (Contact(name="Ann Lee", emails=("ann@example.org",)),)


@pytest.mark.parametrize(
    "unit", ["contact: ", "contact: +1 (", "a@", "a.", "1", "(", '"', "contact: \n\n1 ", " at ", "[", "İ"]
)
def test_a_megabyte_of_marks_is_read(unit: str) -> None:
    assert contacts("contact: ann@example.org\n\n" + unit * (1_000_000 // len(unit)))[:1]


@given(st.text(alphabet="contact: +4@.aB(0)-\n,", max_size=80))
def test_any_text_gives_contacts_that_can_be_reached(text: str) -> None:
    assert all(contact.phones or contact.emails for contact in contacts(f"Contact: {text}"))


@pytest.mark.parametrize(
    "printed",
    [
        "+44 (0)20 7413 5599",
        "+44 (0) 7771 796 350",
        "+44(0)2074135599",
        "+44 020 7413 5599",
        "+442074135599",
        "+44 20 7413 5599",
        "+44-20-7413-5599",
        "+39 06 44901",
        "+39 (0)6 44901",
        "+7 925 123 45 67",
        "+1 212 555 0123",
        "+962 6 566 0000",
    ],
)
def test_numbers_read_without_tables_are_those_the_tables_give(printed: str) -> None:
    (contact,) = find_contacts(
        f"For more information please contact:\n\nLydia Aroyo at {printed}", kind="press_release"
    )
    number = phonenumbers.parse(printed)
    assert contact.phones == (phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),)


def test_numbers_with_their_country_code_and_dates_need_no_tables() -> None:
    program = (
        "import sys; from advisory_cli.parse.contacts import find_contacts\n"
        "text = 'For more information please contact:\\n\\nLydia Aroyo at +44 (0)20 7413 5599\\n\\nMay 12 2026.'\n"
        "assert find_contacts(text, kind='press_release')[0].phones == ('+442074135599',)\n"
        "print('phonenumbers' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
