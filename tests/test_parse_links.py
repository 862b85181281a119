"""Links of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.model import Link
from advisory_cli.parse.links import find_links


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("[KAZAKHSTAN: PROGRESS](#)", Link(text="KAZAKHSTAN: PROGRESS", url=None)),
        ("[text]()", Link(text="text", url=None)),
        ("[text](report.pdf)", Link(text="text", url=None)),
        ("[a\nlong title](https://example.org/a)", Link(text="a long title", url="https://example.org/a")),
        ('[text](https://example.org "Title")', Link(text="text", url="https://example.org")),
        ("[text](https://example.org/a_(b))", Link(text="text", url="https://example.org/a_(b)")),
        ("[write](mailto:press@example.org)", Link(text="write", url="mailto:press@example.org")),
        ("[site](www.example.org)", Link(text="site", url="http://www.example.org")),
        ("see https://example.org/a?b=1&c=2 for", Link(text="https://example.org/a?b=1&c=2", url="https://example.org/a?b=1&c=2")),
        ("web site: http://www.amnesty.org", Link(text="http://www.amnesty.org", url="http://www.amnesty.org")),
        ("HTTP://EXAMPLE.ORG/A", Link(text="HTTP://EXAMPLE.ORG/A", url="HTTP://EXAMPLE.ORG/A")),
        ("at www.example.org.", Link(text="www.example.org", url="http://www.example.org")),
        ("(https://example.org/a).", Link(text="https://example.org/a", url="https://example.org/a")),
        ("https://example.org/a_(b), and", Link(text="https://example.org/a_(b)", url="https://example.org/a_(b)")),
        ("«https://example.org/a»", Link(text="https://example.org/a", url="https://example.org/a")),
        ("<https://example.org/a>", Link(text="https://example.org/a", url="https://example.org/a")),
    ],
)  # fmt: skip
def test_a_link_is_found_as_printed(text: str, link: Link) -> None:
    assert find_links(text) == (link,)


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///etc/passwd", "//x"]
)
def test_only_web_and_mail_addresses_can_be_followed(target: str) -> None:
    assert find_links(f"[text]({target})") == (Link(text="text", url=None),)


@pytest.mark.parametrize(
    "text", ["", "no link", "press@example.org", "[1] (note)", "a@www.example.org", "ftp://example.org"]
)
def test_what_is_no_link_is_left_alone(text: str) -> None:
    assert find_links(text) == ()


def test_links_come_in_order_and_once() -> None:
    text = "www.b.example, [one](#), https://a.example/ and again www.b.example"
    assert [link.text for link in find_links(text)] == ["www.b.example", "one", "https://a.example/"]


@pytest.mark.parametrize(
    "unit", ["[", "](", "[](", "[a](", "(", '"', "http://", "www.", "[a]((b)", 'h[a](b "', "a@", "1"]
)
def test_a_megabyte_of_marks_is_read(unit: str) -> None:
    links = find_links(unit * (1_000_000 // len(unit)) + " https://example.org/end")
    assert links[-1].url is not None
    assert links[-1].url.endswith("https://example.org/end")


@given(st.text(alphabet="[]()#:/. \nwhtpsWMailo<>\"'", max_size=60))
def test_any_text_is_read_and_no_other_scheme_is_kept(text: str) -> None:
    assert all(
        link.url is None or link.url.lower().startswith(("http://", "https://", "mailto:")) for link in find_links(text)
    )
