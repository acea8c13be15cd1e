from __future__ import annotations

import threading

import httpcore2
import httpx2
import pytest

from rashomon.follow.guard import Guard, GuardedTransport, Refused, check_url, is_public, within


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "10.0.0.1",
        "172.16.3.4",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "224.0.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.1.2.3",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "not an address",
        "",
    ],
)
def test_an_address_inside_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2001:4860:4860::8888", "::ffff:8.8.8.8"])
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://example.org/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("//example.org/a", "only http and https"),
        ("http://", "no host"),
        ("http:///path", "no host"),
        ("http://user:secret@example.org/", "user name or password"),
        ("http://example.org:99999/", "not an address"),
        ("http://example.org:0/", "port 0"),
        ("http://exa mple.org/", "blanks or control"),
        ("http://example.org/a\r\nHost: b", "blanks or control"),
        ("http://[::1/", "not an address"),
    ],
)
def test_an_address_that_is_no_web_address_is_refused_with_the_reason(url: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        check_url(url)


def test_a_refusal_never_repeats_a_password() -> None:
    with pytest.raises(Refused) as problem:
        check_url("http://user:secret@example.org/")
    assert "secret" not in str(problem.value)


def test_a_good_address_loses_its_fragment_only() -> None:
    assert check_url(" https://Example.org/a?b=c#d ") == "https://Example.org/a?b=c"


def test_one_private_answer_of_a_name_is_enough_to_refuse_it() -> None:
    guard = Guard(resolver=lambda host, port: ["93.184.216.34", "10.0.0.7"])
    with pytest.raises(
        Refused, match=r"news\.example: leads to 10\.0\.0\.7.*permit it by hand: --permit news\.example:80"
    ):
        guard.addresses("news.example", 80)


def test_a_permitted_host_is_permitted_at_its_port_only() -> None:
    guard = Guard(permit=["intranet:8080"], resolver=lambda host, port: ["10.0.0.7"])
    assert guard.addresses("intranet", 8080) == ["10.0.0.7"]
    with pytest.raises(Refused):
        guard.addresses("intranet", 8081)
    with pytest.raises(Refused):
        guard.addresses("other", 8080)


def test_the_address_that_was_checked_is_the_one_that_is_dialled(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    dialled: list[str] = []

    def connect(self: object, host: str, *_: object) -> httpcore2.NetworkStream:
        dialled.append(host)
        raise httpcore2.ConnectError("nobody there")

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connect)
    guard = Guard(resolver=lambda host, port: next(answers))
    with pytest.raises(httpcore2.ConnectError):
        guard.connect_tcp("rebinding.example", 80)
    assert dialled == ["93.184.216.34"]


def test_every_address_of_a_name_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    dialled: list[str] = []

    def connect(self: object, host: str, *_: object) -> httpcore2.NetworkStream:
        dialled.append(host)
        raise httpcore2.ConnectTimeout("slow")

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connect)
    guard = Guard(resolver=lambda host, port: ["93.184.216.34", "2001:4860:4860::8888"])
    with pytest.raises(httpcore2.ConnectTimeout):
        guard.connect_tcp("two.example", 443)
    assert dialled == ["93.184.216.34", "2001:4860:4860::8888"]


def test_an_unknown_name_is_a_connection_error() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    with pytest.raises(httpcore2.ConnectError, match=r"gone\.example: the name is not known"):
        Guard(resolver=unknown).addresses("gone.example", 80)


def test_a_name_that_is_never_looked_up_ends_in_time() -> None:
    gate = threading.Event()
    guard = Guard(resolver=lambda host, port: [str(gate.wait(5))])
    with pytest.raises(httpcore2.ConnectError, match=r"slow\.example: the name is not known \(no answer within 0\.1 s"):
        guard.connect_tcp("slow.example", 80, timeout=0.05)
    gate.set()


def test_work_within_a_time_gives_what_it_gives_and_raises_what_it_raises() -> None:
    assert within(None, lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        within(5.0, lambda: 1 // 0)


def test_sockets_of_the_machine_are_refused() -> None:
    with pytest.raises(Refused):
        Guard().connect_unix_socket("/run/docker.sock")


def test_the_transport_opens_connections_through_the_guard() -> None:
    seen: list[str] = []

    def inside(host: str, port: int) -> list[str]:
        seen.append(f"{host}:{port}")
        return ["169.254.169.254"]

    with httpx2.Client(transport=GuardedTransport(Guard(resolver=inside))) as client, pytest.raises(Refused):
        client.get("http://metadata.example/latest")
    assert seen == ["metadata.example:80"]
