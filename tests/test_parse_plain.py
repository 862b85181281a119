"""A header is read as people see it: broken dates joined, blanks alike, nothing that is unseen; places stay known."""

import pytest

from advisory_cli.parse.plain import plain


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("28 May\n2018", "28 May 2018"),
        ("on 28\nMay 2018 and", "on 28 May 2018 and"),
        ("28.\nMai 2018", "28. Mai 2018"),
        ("28 de mayo\n2018", "28 de mayo 2018"),
        ("\n\n28 May\n2018 x\n3\nJune 1999", "\n\n28 May 2018 x\n3 June 1999"),
    ],
)
def test_a_date_that_a_line_break_parts_is_joined(printed: str, read: str) -> None:
    assert plain(printed) == (read, None)


@pytest.mark.parametrize(
    "printed",
    [
        "in May\n2018", "12\n2018 people", "28 May\nJune 2018", "3/28\nMay 2018", "3.28\nMay 2018", "128\nMay 2018",
        "28 May\n20180", "28 May \n2018", "28 May 2018\nMay 2018", "28 th\nMay 2018", "x" * 1_990 + " 28 May\n2018",
    ],
)  # fmt: skip
def test_any_other_line_break_stays_and_so_do_those_far_below(printed: str) -> None:
    assert plain(printed) == (printed, None)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("a =20\nb=\nc=20 d", "a    \nb \nc=20 d"),
        ("a\r\nb\rc\vd\fe", "a \nb\nc\nd\ne"),
        ("ü\u00a0\u202f\u2007\u2009b", "ü    b"),
        ("ü\u2028a\u2029b", "ü\na\nb"),
        ("ü\r\n\u00a0x", "ü \n x"),
    ],
)
def test_breaks_and_blanks_of_any_kind_are_alike_and_stay_at_their_places(printed: str, read: str) -> None:
    assert plain(printed) == (read, None)
    assert plain(printed).place(2) == 2


@pytest.mark.parametrize(
    ("printed", "read", "places"),
    [
        ("a\u00adb\u200bc", "abc", [0, 2, 4, 5]),
        ("\ufeffa\u202eb\u2066", "ab", [1, 3, 5]),
        ("e\u0301a", "\u00e9a", [0, 2, 3]),
        ("\u200be\u200b\u0301x", "\u00e9x", [1, 4, 5]),
        ("q\u0301e\u0301", "q\u0301\u00e9", [0, 1, 2, 4]),
        ("\u0301e\u0301", "\u0301\u00e9", [0, 1, 3]),
        ("e\u0301\u0301", "\u00e9\u0301", [0, 2, 3]),
        ("\u00e9\u00ad", "\u00e9", [0, 2]),
        ("\u00ad", "", [1]),
    ],
)
def test_what_is_unseen_is_left_out_accents_are_joined_and_each_sign_knows_its_place(
    printed: str, read: str, places: list[int]
) -> None:
    found = plain(printed)
    assert found.text == read
    assert [found.place(at) for at in range(len(read) + 1)] == places


@pytest.mark.parametrize("text", ["", "AFR 12/001/2001", "Türkei: 3. Mai", "می\u200cخواهم", "क्\u200dष"])
def test_nearly_every_text_stays_as_it_is(text: str) -> None:
    assert plain(text) == (text, None)
