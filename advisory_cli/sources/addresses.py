"""Web addresses: what is one, where it leads, and which network addresses belong to the public internet."""

import re
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any, Final, NamedTuple, Self
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from advisory_cli.errors import NotFetched

_PORTS: Final = {"http": 80, "https": 443}
_KEPT: Final = "%/:=&?~#+!$,;'@()*[]|"
"""Characters of a path or query that are sent as they stand."""


class Route(NamedTuple):
    """One network address of a host, as the operating system connects to it."""

    family: socket.AddressFamily
    ip: str
    place: Any


class Address(NamedTuple):
    """A web address that may be asked for."""

    scheme: str
    host: str
    """ASCII, lower case; an IPv6 address without its brackets."""
    port: int
    target: str
    """Path and query, percent-encoded."""

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == self.default_port else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"

    @property
    def default_port(self) -> int:
        """80, or 443 of ``https``."""
        return _PORTS[self.scheme]

    @property
    def last_part(self) -> str:
        """The end of the path, decoded: a file name, or nothing."""
        return unquote(self.target.partition("?")[0].rpartition("/")[2])

    def leading_to(self, location: str) -> Self:
        """The address of a redirect; raises `NotFetched` where it must not be followed."""
        try:
            joined = urljoin(str(self), _as_utf8(location))
        except ValueError as error:
            raise _refused(location, "it is no web address", str(self)) from error
        there = read_address(joined, leading=str(self))
        if self.scheme == "https" and there.scheme == "http":
            raise NotFetched(str(self), f"it leads from https to {there}, which others on the way can read and change")
        return type(self)(*there)


def read_address(url: str, *, leading: str | None = None) -> Address:
    """The address that was typed, or that the address `leading` redirects to; raises `NotFetched`."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise _refused(url, "it is no web address", leading) from error
    if parts.scheme not in _PORTS:
        raise _refused(url, "only http:// and https:// addresses are fetched", leading)
    if "@" in parts.netloc:
        raise _refused(_without_user(parts), "it has a user name or password in it; leave them out", leading)
    ascii_host = _ascii(host)
    if not ascii_host or re.search(r"[\x00-\x1f\x7f]", url.strip()):
        raise _refused(url, "it is no web address", leading)
    target = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
    return Address(parts.scheme, ascii_host, port or _PORTS[parts.scheme], target)


def is_public(ip: str) -> bool:
    """Whether a network address belongs to the public internet, also where it carries an IPv4 address inside."""
    address = ip_address(ip)
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast and not address.is_reserved
    inner = _inner(address)
    if inner is not None:
        return is_public(str(inner))
    return address in _UNICAST and address.is_global


_UNICAST: Final = IPv6Network("2000::/3")
"""All that was ever given out for the public internet (RFC 4291, IANA)."""
_NAT64: Final = IPv6Network("64:ff9b::/96")
"""IPv4 as networks without it see it (RFC 6052)."""


def _inner(address: IPv6Address) -> IPv4Address | None:
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def _refused(url: str, reason: str, leading: str | None) -> NotFetched:
    return NotFetched(leading, f"it leads to {url!r}: {reason}") if leading else NotFetched(url, reason)


def _without_user(parts: SplitResult) -> str:
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def _ascii(host: str) -> str | None:
    """The host as it is looked up; None if it can be none."""
    try:
        name = host.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return name if re.fullmatch(r"[a-z0-9_-][a-z0-9._-]{0,252}|[0-9a-f:.]{2,45}", name) else None


def _as_utf8(header: str) -> str:
    """A header as servers mean it: the standard library takes its bytes for Latin 1."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header
