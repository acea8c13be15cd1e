"""Refuses addresses that a follower has no business with (server-side request forgery).

A feed can name any address, and a redirect any other; a machine in a newsroom reaches printers, routers and cloud
metadata that no article lives on. So only http and https are followed, and only to addresses that are global on the
Internet. The check is made where the connection is opened, on the very address that is then dialled: a name that
answers differently to a second lookup gains nothing. If one answer of a name is private, the name is refused whole.
Hosts that an editor permits by hand (`permit`, as `host:port`) are exempt.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

import httpcore2
import httpx2

from rashomon.errors import RashomonError
from rashomon.follow.deadline import Deadline, TimedStream

Resolve = Callable[[str, int], list[str]]
"""The numeric addresses of a host (and port), as text."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Refused(RashomonError):
    """An address that is not followed; the message says why."""

    http_status = 400
    code = "refused"


def resolve(host: str, port: int) -> list[str]:
    """The numeric addresses of `host`, in the order of the system's resolver. Raises OSError when it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """True for a numeric address that is global on the Internet; what it embeds (IPv4 in IPv6) must be so too."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
    return ip.is_global and not ip.is_multicast


def check_url(url: str) -> str:
    """`url` without its fragment, when it is one that may be asked for at all. Raises Refused."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as problem:
        raise Refused(f"{url[:200]}: not an address ({problem})") from None
    if parts.scheme not in ("http", "https"):
        raise Refused(f"{url[:200]}: only http and https addresses are followed")
    if not parts.hostname:
        raise Refused(f"{url[:200]}: the address has no host")
    if parts.username is not None or parts.password is not None:
        raise Refused(f"{parts.hostname}: addresses with a user name or password are not followed")
    if any(ord(c) < 33 or ord(c) == 127 for c in url.strip()):
        raise Refused(f"{parts.hostname}: the address holds blanks or control characters")
    if port == 0:
        raise Refused(f"{parts.hostname}: port 0 is no port")
    return parts._replace(fragment="").geturl()


T = TypeVar("T")


def within(seconds: float | None, work: Callable[[], T]) -> T:
    """What `work` gives, or raises, within `seconds`. Raises TimeoutError, and leaves the work to end by itself.

    The system's resolver has no limit that a program could set, and a thread cannot be stopped.
    """
    done: queue.SimpleQueue[tuple[T | None, BaseException | None]] = queue.SimpleQueue()

    def run() -> None:
        try:
            done.put((work(), None))
        except BaseException as problem:
            done.put((None, problem))

    threading.Thread(target=run, name="lookup", daemon=True).start()
    try:
        found, problem = done.get(timeout=seconds)
    except queue.Empty:
        raise TimeoutError(f"no answer within {seconds:.1f} seconds") from None
    if problem is not None:
        raise problem
    return cast(T, found)


class Guard(httpcore2.NetworkBackend):
    """Opens connections to public addresses only. `permit`: `host:port` that an editor allows all the same."""

    def __init__(
        self, permit: Iterable[str] = (), resolver: Resolve = resolve, deadline: Deadline | None = None
    ) -> None:
        self._permit = frozenset(permit)
        self._deadline = deadline or Deadline()
        self._resolve = resolver
        self._inner = httpcore2.SyncBackend()

    def addresses(self, host: str, port: int, timeout: float | None = None) -> list[str]:
        """The addresses that may be dialled for `host`, looked up within `timeout` seconds.

        Raises Refused, or httpcore2.ConnectError without any.
        """
        try:
            found = within(timeout, lambda: self._resolve(host, port))
        except (OSError, UnicodeError) as problem:
            raise httpcore2.ConnectError(f"{host}: the name is not known ({problem})") from problem
        if f"{host}:{port}" in self._permit:
            return found
        private = [address for address in found if not is_public(address)]
        if private:
            raise Refused(
                f"{host}: leads to {private[0]}, which is no public address; "
                f"if this host is meant, permit it by hand: --permit {host}:{port}"
            )
        return found

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first address of `host` that answers (seconds of `timeout` for each)."""
        last: Exception = httpcore2.ConnectError(f"{host}: the name has no address")
        for address in self.addresses(host, port, self._deadline.left(timeout)):
            try:
                stream = self._inner.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
                return TimedStream(stream, self._deadline)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as problem:
                last = problem
        raise last

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore2.NetworkStream:
        """Never: a file is no news site."""
        raise Refused("sockets of this machine are not followed")

    def sleep(self, seconds: float) -> None:
        """Waits, as the connection pool asks."""
        self._inner.sleep(seconds)


class GuardedTransport(httpx2.HTTPTransport):
    """An httpx2 transport whose every connection is opened by a `Guard`; proxies of the environment are not used."""

    def __init__(self, guard: Guard, connections: int = 16) -> None:
        context = httpx2.create_ssl_context()
        super().__init__(verify=context, trust_env=False)
        self._pool.close()
        # httpx2 offers no parameter for the backend; tests/unit/follow/test_guard.py fails should this ever be lost.
        self._pool = httpcore2.ConnectionPool(
            ssl_context=context,
            max_connections=connections,
            max_keepalive_connections=connections,
            keepalive_expiry=30.0,
            network_backend=guard,
        )
