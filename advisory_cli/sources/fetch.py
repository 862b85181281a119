"""One document from the web, from an address that the user typed: nothing else here opens a connection.

The name of the host is looked up once; every address it has is checked, and one of these very addresses is connected
to, so that no second answer of a name server can lead elsewhere. No cookies, no proxies, no credentials.
"""

import gzip
import http.client
import socket
import ssl
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from http import HTTPStatus
from io import BufferedIOBase
from threading import Thread
from typing import Final, NamedTuple

from advisory_cli.errors import NotFetched, Unreadable
from advisory_cli.model import Document
from advisory_cli.sources import LIMIT, documents_in
from advisory_cli.sources.addresses import Address, Route, is_public, read_address
from advisory_cli.sources.decoding import media_type_of
from advisory_cli.sources.extracted import mebibytes

_REDIRECTS: Final = 5
_CONNECT_SECONDS: Final = 10.0
_READ_SECONDS: Final = 30.0
_CHUNK: Final = 64 * 1024
_NAME_LENGTH: Final = 120
_HEADERS: Final = {
    "User-Agent": "advisory-cli",
    "Accept": "text/html, text/plain, application/pdf, */*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_MOVED: Final = {301, 302, 303, 307, 308}


class Fetched(NamedTuple):
    """What an address gave."""

    content: bytes
    name: str
    """The file name that the server or the address says; the host where there is none."""
    media_type: str | None
    """As the server says, with the encoding of a text."""
    url: str
    """The address it came from in the end."""


def fetch(url: str, *, allow_private: bool = False, limit: int = LIMIT, seconds: float = 60) -> Fetched:
    """Fetch one ``http`` or ``https`` address within `limit` bytes, unpacked, and `seconds`; raises `NotFetched`.

    Addresses of this machine and of local networks are refused unless `allow_private`, for every address of every
    host on the way.
    """
    visit = _Visit(allow_private=allow_private, limit=limit)
    future: Future[Fetched] = Future()
    Thread(target=_settle, args=(future, lambda: visit.fetch(url)), name="fetch", daemon=True).start()
    try:
        return future.result(timeout=seconds)
    except TimeoutError as error:
        visit.give_up()
        raise NotFetched(url, f"it took longer than {seconds:g} seconds") from error


def documents_from(url: str, *, allow_private: bool = False) -> Iterator[Document | Unreadable]:
    """The documents that an address gives, as `documents_in` reads them, each with the address it came from."""
    fetched = fetch(url, allow_private=allow_private)
    for document in documents_in(fetched.content, fetched.name, media_type=fetched.media_type):
        if isinstance(document, Document):
            yield document._replace(source=document.source._replace(url=fetched.url))
        else:
            yield document


def _settle(future: "Future[Fetched]", work: "Callable[[], Fetched]") -> None:
    """Do the work in this thread; its result or its error is told in the other."""
    try:
        future.set_result(work())
    except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
        future.set_exception(error)


class _Visit:
    """One fetch with all its redirects; `give_up` ends it from another thread."""

    def __init__(self, *, allow_private: bool, limit: int) -> None:
        self._allow_private = allow_private
        self._limit = limit
        self._connection: _Connection | None = None
        self._over = False

    def fetch(self, url: str) -> Fetched:
        address = read_address(url)
        for _ in range(_REDIRECTS + 1):
            try:
                answer = self._get(address)
            except _FAULTS as error:
                raise NotFetched(str(address), _reason(error)) from error
            finally:
                self._close()
            if isinstance(answer, Fetched):
                return answer
            address = answer
        raise NotFetched(url, f"it leads on more than {_REDIRECTS} times")

    def give_up(self) -> None:
        """Let what is waiting for the network wait no longer."""
        self._over = True
        if self._connection:
            self._connection.cut()

    def _get(self, address: Address) -> Fetched | Address:
        """What the address gives, or where it leads."""
        routes = _routes(address, allow_private=self._allow_private)
        self._connection = _Connection(address, routes)
        self._connection.request("GET", address.target, headers=_HEADERS)
        with self._connection.getresponse() as response:
            if self._over:
                raise TimeoutError
            return self._answer(response, address)

    def _answer(self, response: http.client.HTTPResponse, address: Address) -> Fetched | Address:
        if response.status in _MOVED and (location := response.headers.get("Location")):
            return address.leading_to(location)
        if response.status != HTTPStatus.OK:
            raise NotFetched(str(address), f"the server answers {_words_of(response.status)}")
        return Fetched(
            content=self._content(response, address),
            name=_name(response.headers.get_filename(), address),
            media_type=media_type_of(response.headers) if "Content-Type" in response.headers else None,
            url=str(address),
        )

    def _content(self, response: http.client.HTTPResponse, address: Address) -> bytes:
        """The body, decompressed; counted while it comes."""
        body = _decompressed(response, address)
        content = bytearray()
        while max(len(content), response.length or 0) <= self._limit and (chunk := body.read(_CHUNK)):
            content += chunk
            if self._over:
                raise TimeoutError
        if max(len(content), response.length or 0) > self._limit:
            raise NotFetched(str(address), f"it is larger than {mebibytes(self._limit)}")
        if response.length:
            raise NotFetched(str(address), "the server broke off before the end; try again")
        return bytes(content)

    def _close(self) -> None:
        if self._connection:
            self._connection.close()


class _Connection(http.client.HTTPConnection):
    """A connection to a checked address that speaks to the host by its name."""

    def __init__(self, address: Address, routes: list[Route]) -> None:
        super().__init__(address.host, address.port, timeout=_READ_SECONDS)
        self.default_port = address.default_port
        self._routes = routes
        self._wire: socket.socket | None = None
        self._tls = ssl.create_default_context() if address.scheme == "https" else None

    def connect(self) -> None:
        """Connect to the first of the routes that answers."""
        self.sock = self._wire = _connected(self._routes)
        if self._tls:
            self.sock.settimeout(_CONNECT_SECONDS)
            secured = self._tls.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self.sock = self._wire = secured
            secured.do_handshake()
        self.sock.settimeout(_READ_SECONDS)

    def cut(self) -> None:
        """End all reading and writing at once, from another thread."""
        if self._wire:
            with suppress(OSError):  # it is over already
                socket.socket.shutdown(self._wire, socket.SHUT_RDWR)


def _routes(address: Address, *, allow_private: bool) -> list[Route]:
    """All network addresses of the host; raises `NotFetched` where one of them is not of the public internet."""
    found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    routes = [Route(family, str(place[0]), place) for family, _, _, _, place in found]
    for route in routes:
        if not allow_private and not is_public(route.ip):
            raise NotFetched(
                str(address),
                f"its host ({route.ip}) is this machine or in a local network; "
                "if you trust it, allow it with --allow-private",
            )
    return routes


def _connected(routes: list[Route]) -> socket.socket:
    """A socket to the first route that answers; raises the error of the last."""
    for place, route in enumerate(routes, start=1):
        connection = socket.socket(route.family, socket.SOCK_STREAM)
        connection.settimeout(_CONNECT_SECONDS)
        try:
            connection.connect(route.place)
        except OSError:
            connection.close()
            if place == len(routes):
                raise
        else:
            return connection
    raise OSError("the host has no address")


def _decompressed(response: http.client.HTTPResponse, address: Address) -> BufferedIOBase:
    """The body as it is read; compressed ones come although none was asked for."""
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding in {"", "identity"}:
        return response
    if encoding in {"gzip", "x-gzip"}:
        return gzip.GzipFile(fileobj=response)
    raise NotFetched(str(address), f"the server sends it compressed as {encoding[:20]!r}, which was not asked for")


def _reason(error: Exception) -> str:
    """In words what went wrong on the way."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"the certificate of the server is not valid ({error.verify_message})"
    said = (getattr(error, "strerror", None) or "the connection was lost").lower()
    return next((words for kinds, words in _REASONS if isinstance(error, kinds)), said)


_REASONS: Final[tuple[tuple[tuple[type[Exception], ...], str], ...]] = (
    ((socket.gaierror,), "there is no such host, or you are offline"),
    ((TimeoutError,), "the server does not answer"),
    ((ssl.SSLError,), "no encrypted connection came about"),
    ((http.client.IncompleteRead, EOFError), "the server broke off before the end; try again"),
    ((http.client.HTTPException, ValueError, LookupError), "the server does not answer as a web server does"),
    ((zlib.error, gzip.BadGzipFile), "what the server sends is compressed and damaged"),
)
_FAULTS: Final = (OSError, EOFError, ValueError, LookupError, http.client.HTTPException, zlib.error)
"""What the network, and the standard library on headers that nobody should send, raise."""


def _words_of(status: int) -> str:
    """``404 Not Found``, in the words of the standard and not of the server."""
    return f"{status} {http.client.responses.get(status, '')}".rstrip()


def _name(said: str | None, address: Address) -> str:
    """A file name without folders, of letters that can be shown."""
    last = (said or address.last_part).replace("\\", "/").rpartition("/")[2]
    name = "".join(letter for letter in last if letter.isprintable()).strip(" .")
    return name[-_NAME_LENGTH:] or address.host
