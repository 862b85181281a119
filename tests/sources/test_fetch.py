"""Fetching one address: what is asked, what is refused, and what a hostile server can do."""

import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.errors import NotFetched
from advisory_cli.model import Document
from advisory_cli.sources.addresses import Route, is_public, read_address
from advisory_cli.sources.fetch import _Connection, documents_from, fetch

PAGE = "AI Index: EUR 57/002/2012\n22 March 2012\n\nKazakhstan’s failure\n".encode()


class Handler(BaseHTTPRequestHandler):
    """Answers by path; `seen` keeps what was asked."""

    protocol_version = "HTTP/1.1"
    seen: list["Handler"]

    def do_GET(self) -> None:
        self.seen.append(self)
        answer = ANSWERS.get(self.path.partition("?")[0])
        try:
            answer(self) if answer else self.answer(PAGE)
        except OSError:  # who asked has left
            self.close_connection = True

    def answer(self, content: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def lead_to(self, location: str) -> None:
        self.answer(b"", 302, Location=location)

    def begin(self, **headers: str) -> None:
        """The head of an answer that ends when the connection does."""
        self.send_response(200)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.close_connection = True

    def stream(self, piece: bytes, *, pause: float = 0, **headers: str) -> None:
        self.begin(**headers)
        while not STOP.wait(pause):
            self.wfile.write(piece)

    def drip_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        while not STOP.wait(0.02):
            self.wfile.write(b"x")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Nothing."""


STOP = threading.Event()
BOMB = gzip.compress(bytes(64 * 1024 * 1024), 1)
ANSWERS: dict[str, Callable[[Handler], None]] = {
    "/": lambda it: it.answer(PAGE, Content_Type="text/html; charset=utf-8"),
    "/named": lambda it: it.answer(PAGE, Content_Disposition='attachment; filename="../../etc/EUR 57.txt"'),
    "/odd-name": lambda it: it.answer(PAGE, Content_Disposition=f"attachment; filename*{'9' * 5000}*=utf-8''x"),
    "/empty": lambda it: it.answer(b""),
    "/missing": lambda it: it.answer(b"not here", 404),
    "/odd-status": lambda it: it.answer(b"", 799),
    "/no-content": lambda it: it.answer(b"", 204),
    "/nowhere": lambda it: it.answer(b"", 302),
    "/there": lambda it: it.lead_to("/a/%D0%B1?q=1"),
    "/utf-8": lambda it: it.lead_to("/б".encode().decode("latin-1")),
    "/loop": lambda it: it.lead_to("/loop"),
    **{f"/{n}": (lambda it, n=n: it.lead_to(f"/{n - 1}" if n > 1 else "/")) for n in range(1, 8)},  # type: ignore[misc]
    "/to-file": lambda it: it.lead_to("file:///etc/passwd"),
    "/to-ftp": lambda it: it.lead_to("ftp://127.0.0.1/a"),
    "/to-user": lambda it: it.lead_to("http://me:secret@127.0.0.1/"),
    "/to-other": lambda it: it.lead_to(f"http://127.0.0.2:{it.server.server_port}/"),  # type: ignore[attr-defined]
    "/to-nonsense": lambda it: it.lead_to("http://[::1/"),
    "/endless": lambda it: it.stream(b"x" * 65_536),
    "/dripping": lambda it: it.stream(b"x", pause=0.02),
    "/dripping-headers": Handler.drip_headers,
    "/declared": lambda it: it.begin(Content_Length=str(10**12)),
    "/bomb": lambda it: it.answer(BOMB, Content_Encoding="gzip"),
    "/gzip": lambda it: it.answer(gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:]), Content_Encoding="gzip"),
    "/cut-gzip": lambda it: it.answer(gzip.compress(PAGE)[:-9], Content_Encoding="gzip"),
    "/no-gzip": lambda it: it.answer(PAGE, Content_Encoding="gzip"),
    "/brotli": lambda it: it.answer(PAGE, Content_Encoding="br"),
    "/cut": lambda it: (it.begin(Content_Length="1000"), it.wfile.write(PAGE)),  # type: ignore[func-returns-value, dict-item]
    "/cut-chunks": lambda it: (it.begin(Transfer_Encoding="chunked"), it.wfile.write(b"ff\r\nabc")),  # type: ignore[func-returns-value, dict-item]
    "/no-http": lambda it: it.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n"),  # type: ignore[dict-item]
    "/cookie": lambda it: it.answer(b"", 302, Location="/after-cookie", Set_Cookie="a=b"),
}


class Site:
    """A web server on this machine."""

    def __init__(self, *, tls: Path | None = None) -> None:
        self.seen: list[Handler] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("OneHandler", (Handler,), {"seen": self.seen}))
        self._server.daemon_threads = True
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(tls)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._server.handle_error = lambda *_: None  # type: ignore[method-assign]
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def address(self, path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def close(self) -> None:
        STOP.set()
        self._server.shutdown()
        self._server.server_close()
        STOP.clear()


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    running = Site()
    yield running
    running.close()


@pytest.fixture
def secure_site(tmp_path: Path) -> Iterator[Site]:
    (tmp_path / "localhost.pem").write_text(CERTIFICATE)
    running = Site(tls=tmp_path / "localhost.pem")
    yield running
    running.close()


def test_an_address_gives_its_bytes_with_name_media_type_and_final_address(site: Site) -> None:
    fetched = fetch(site.address("/there#part"), allow_private=True)
    assert fetched.content == PAGE
    assert fetched.url == site.address("/a/%D0%B1?q=1")
    assert fetched.name == "б"
    assert fetched.media_type is None


def test_the_media_type_is_told_with_the_encoding_alone(site: Site) -> None:
    assert fetch(site.address("/"), allow_private=True).media_type == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/named", "EUR 57.txt"),
        ("/", "127.0.0.1"),
        ("/library/eur570022012en.pdf?x=/y", "eur570022012en.pdf"),
        ("/a/..%2F..%2Fetc%2Fpasswd", "passwd"),
        ("/a/%00%1b%5b31mred.txt", "[31mred.txt"),
        ("/%2e%2e", "127.0.0.1"),
        ("/" + "a" * 300 + ".txt", "a" * 116 + ".txt"),
    ],
)
def test_the_name_is_a_plain_file_name(site: Site, path: str, name: str) -> None:
    assert fetch(site.address(path), allow_private=True).name == name


def test_letters_of_any_script_can_be_typed_and_redirected_to(site: Site) -> None:
    site.seen.clear()
    fetch(site.address("/utf-8"), allow_private=True)
    fetch(site.address("/Жанаозен и?q=é%20a b"), allow_private=True)
    assert [one.path for one in site.seen] == [
        "/utf-8",
        "/%D0%B1",
        "/%D0%96%D0%B0%D0%BD%D0%B0%D0%BE%D0%B7%D0%B5%D0%BD%20%D0%B8?q=%C3%A9%20a%20b",
    ]


def test_nothing_but_the_address_is_told_to_the_server(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """No cookies, no referrer, no language, no proxy of the environment."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    site.seen.clear()
    fetch(site.address("/cookie"), allow_private=True)
    sent = {name.lower() for one in site.seen for name in one.headers}
    assert sent == {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert site.seen[-1].headers["User-Agent"] == "advisory-cli"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "the server answers 404 Not Found"),
        ("/odd-status", "the server answers 799"),
        ("/no-content", "the server answers 204 No Content"),
        ("/nowhere", "the server answers 302 Found"),
        ("/loop", "it leads on more than 5 times"),
        ("/6", "it leads on more than 5 times"),
        ("/to-file", "it leads to 'file:///etc/passwd': only http:// and https:// addresses are fetched"),
        ("/to-ftp", "it leads to 'ftp://127.0.0.1/a': only http:// and https:// addresses are fetched"),
        ("/to-user", "it leads to 'http://127.0.0.1/': it has a user name or password in it; leave them out"),
        ("/to-nonsense", "it leads to 'http://[::1/': it is no web address"),
        ("/endless", "it is larger than 1 MiB"),
        ("/declared", "it is larger than 1 MiB"),
        ("/bomb", "it is larger than 1 MiB"),
        ("/brotli", "the server sends it compressed as 'br', which was not asked for"),
        ("/cut-gzip", "the server broke off before the end; try again"),
        ("/no-gzip", "what the server sends is compressed and damaged"),
        ("/cut", "the server broke off before the end; try again"),
        ("/cut-chunks", "the server broke off before the end; try again"),
        ("/odd-name", "the server does not answer as a web server does"),
        ("/no-http", "the server does not answer as a web server does"),
    ],
)
def test_what_is_no_document_is_told_in_one_sentence(site: Site, path: str, reason: str) -> None:
    address = site.address(path)
    with pytest.raises(NotFetched) as caught:
        fetch(address, allow_private=True, limit=1024 * 1024, seconds=20)
    assert caught.value.reason == reason


@pytest.mark.parametrize("path", ["/dripping", "/dripping-headers"])
def test_the_time_in_all_is_limited_however_the_server_drips(site: Site, path: str) -> None:
    with pytest.raises(NotFetched, match=r"it took longer than 0.3 seconds"):
        fetch(site.address(path), allow_private=True, seconds=0.3)
    for thread in threading.enumerate():
        if thread.name == "fetch":
            thread.join(10)
            assert not thread.is_alive()


def test_five_redirects_are_followed_and_compressed_members_are_joined(site: Site) -> None:
    assert fetch(site.address("/5"), allow_private=True).content == PAGE
    assert fetch(site.address("/gzip"), allow_private=True).content == PAGE


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "[::ffff:127.0.0.1]", "①②⑦.0.0.1"]
)
def test_this_machine_is_refused_in_every_spelling_and_nothing_is_sent(site: Site, host: str) -> None:
    site.seen.clear()
    with pytest.raises(NotFetched, match="is this machine or in a local network"):
        fetch(site.address("/", host=host))
    assert site.seen == []


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("www.amnesty.org/en", "only http"),
        ("file:///etc/passwd", "only http"),
        ("ftp://amnesty.org/a", "only http"),
        ("data:text/plain,abc", "only http"),
        ("javascript:alert(1)", "only http"),
        ("", "only http"),
        ("http://", "no web address"),
        ("http:///path", "no web address"),
        ("http://amnesty.org:99999/", "no web address"),
        ("http://[fe80::1%eth0]/", "no web address"),
        ("http://amnesty..org/", "no web address"),
        ("http://" + "a" * 64 + ".org/", "no web address"),
        ("http://amnesty.org\\@127.0.0.1/", "user name or password"),
        ("http://amnesty.org/a\r\nX-Evil: 1", "no web address"),
        ("http://ex ample.org/", "no web address"),
        ("https://me:secret@amnesty.org/", "user name or password"),
    ],
)
def test_what_is_no_web_address_is_refused(url: str, reason: str) -> None:
    with pytest.raises(NotFetched, match=reason) as caught:
        fetch(url)
    assert "secret" not in str(caught.value)


def test_a_redirect_from_https_to_http_is_refused() -> None:
    with pytest.raises(NotFetched, match="which others on the way can read and change"):
        read_address("https://amnesty.org/a").leading_to("http://amnesty.org/a")
    assert str(read_address("http://amnesty.org").leading_to("//b.org")) == "http://b.org/"


def test_every_redirect_is_checked_before_anything_is_sent(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first address stands in for a public one: a test has no other."""
    monkeypatch.setattr("advisory_cli.sources.fetch.is_public", lambda ip: ip == "127.0.0.1")
    site.seen.clear()
    with pytest.raises(NotFetched, match=r"its host \(127.0.0.2\) is this machine or in a local network"):
        fetch(site.address("/to-other"))
    assert [one.path for one in site.seen] == ["/to-other"]


def test_the_checked_address_is_connected_to_whatever_the_name_would_lead_to_by_then(site: Site) -> None:
    address = read_address(f"http://name.invalid:{site.port}/")
    closed, route = (Route(socket.AF_INET, "127.0.0.1", ("127.0.0.1", port)) for port in (1, site.port))
    connection = _Connection(address, [closed, route])
    connection.request("GET", "/")
    assert connection.getresponse().read() == PAGE
    assert site.seen[-1].headers["Host"] == f"name.invalid:{site.port}"
    connection.close()


def test_a_certificate_that_nobody_vouches_for_is_refused(secure_site: Site) -> None:
    with pytest.raises(NotFetched, match="the certificate of the server is not valid"):
        fetch(secure_site.address("/", "localhost", "https"), allow_private=True)
    assert secure_site.seen == []


def test_a_certificate_must_name_the_host(secure_site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "localhost.pem"))
    assert fetch(secure_site.address("/", "localhost", "https"), allow_private=True).content == PAGE
    with pytest.raises(NotFetched, match="the certificate of the server is not valid"):
        fetch(secure_site.address("/", "127.0.0.1", "https"), allow_private=True)


def test_https_to_a_server_without_it_is_told(site: Site) -> None:
    with pytest.raises(NotFetched, match="no encrypted connection came about"):
        fetch(site.address("/", scheme="https"), allow_private=True)


def test_nobody_there_is_told() -> None:
    with pytest.raises(NotFetched, match="connection refused"):
        fetch("http://127.0.0.1:1/", allow_private=True)


@pytest.mark.parametrize(
    "ip",
    [
        *("0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.168.1.1"),  # noqa: S104
        *("192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *("::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "2001:db8::1"),
        *("fc00::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "100::1", "4000::1"),
    ],
)
def test_network_addresses_that_are_not_of_the_public_internet(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["9.9.9.9", "2620:fe::9", "64:ff9b::909:909", "::ffff:9.9.9.9", "2002:909:909::1"])
def test_network_addresses_of_the_public_internet(ip: str) -> None:
    assert is_public(ip)


@given(st.text(max_size=40), st.sampled_from(["", "http://", "https://a.org/", "http://a.org:80?"]))
def test_any_text_is_an_address_or_is_refused(text: str, before: str) -> None:
    try:
        address = read_address(before + text)
    except NotFetched:
        return
    assert str(address).isascii()
    assert read_address(str(address)) == address


def test_documents_know_the_address_they_came_from(site: Site) -> None:
    (document,) = documents_from(site.address("/there"), allow_private=True)
    assert isinstance(document, Document)
    assert document.source.url == site.address("/a/%D0%B1?q=1")
    assert document.content == PAGE


CERTIFICATE = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgcKDNQnFlxRzSZF7X
++fCLIxBxuU8OQnE5zbNpqKJWUWhRANCAAT5ln/2uZVO4QsXbkJcyq7uAEItG5CP
XkrAwS/YB/bJMD6aP11Czf/yihsmSgL+yiNLAPOip8cTDxc7A/Yl6k6x
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBcDCCARegAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMDAwMTAxMDAwMDAwWhgPMjk5OTAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPmWf/a5lU7hCxdu
QlzKru4AQi0bkI9eSsDBL9gH9skwPpo/XULN//KKGyZKAv7KI0sA86KnxxMPFzsD
9iXqTrGjWDBWMBQGA1UdEQQNMAuCCWxvY2FsaG9zdDAPBgNVHRMBAf8EBTADAQH/
MB0GA1UdDgQWBBSA5pTk+ZWxaooZKpflQPSw0IpccDAOBgNVHQ8BAf8EBAMCAYYw
CgYIKoZIzj0EAwIDRwAwRAIgAxqwryprl+kwaL4U9a+t6fyyPzX1+cUxPL4821Np
tQ8CIFBhrNc4mmrytR+EjAfL7qgMqEZJsu31k3kO5p24VBJg
-----END CERTIFICATE-----
"""
"""Of ``localhost`` alone, made for these tests, good until 2999."""
