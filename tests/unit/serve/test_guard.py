"""Who may ask, from where and how much; what every answer carries."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from rashomon.serve.guard import CLOSED, LARGEST, LONGEST, _from_elsewhere, host_name, urlsplit_host

from .conftest import TOKEN

Serving = Callable[..., TestClient]
WRITE = {"name": "n", "query": "crane"}


def code(response: Any) -> str:
    return str(response.json()["error"]["code"])


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (["localhost:8765"], "localhost"),
        (["127.0.0.1"], "127.0.0.1"),
        (["[::1]:80"], "[::1]"),
        (["LocalHost."], "localhost"),
        (["rebound.example:8765"], "rebound.example"),
        ([], None),
        (["a", "b"], None),
        ([""], None),
        (["127.0.0.1:80:90"], None),
        (["127.0.0.1:"], None),
        (["a@b"], "a@b"),
    ],
)
def test_the_name_a_request_is_sent_to(given: list[str], name: str | None) -> None:
    assert host_name(given) == name


@pytest.mark.parametrize(
    "host", ["rebound.example", "127.0.0.1.rebound.example", "10.0.0.7:8765", "localhost@evil", ""]
)
def test_a_name_of_a_stranger_that_leads_here_is_refused(client: TestClient, host: str) -> None:
    response = client.get("/api/stories", headers={"Host": host})
    assert (response.status_code, code(response)) == (421, "wrong-host")


@pytest.mark.parametrize("host", ["localhost", "localhost:99", "127.0.0.1", "[::1]:8765", "LOCALHOST"])
def test_names_of_this_machine_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/api/stories", headers={"Host": host}).status_code == 200


def test_a_name_can_be_allowed(serving: Serving) -> None:
    client = serving(hosts=["desk.example"])
    assert client.get("/api/stories", headers={"Host": "desk.example:8765"}).status_code == 200
    assert client.get("/api/stories").status_code == 421


@pytest.mark.parametrize("path", ["/stories", "/api/stories", "/stories.atom", "/mcp", "/nothing", "/api/openapi.json"])
def test_with_a_token_everything_needs_it(locked: TestClient, path: str) -> None:
    response = locked.get(path)
    assert (response.status_code, code(response)) == (401, "unauthorized")
    assert response.headers["www-authenticate"].startswith("Basic ")


def basic(password: str) -> str:
    return "Basic " + base64.b64encode(f"editor:{password}".encode()).decode()


@pytest.mark.parametrize("given", [f"Bearer {TOKEN}", f"bearer {TOKEN}", basic(TOKEN)])
def test_the_token_opens(locked: TestClient, given: str) -> None:
    assert locked.get("/api/stories", headers={"Authorization": given}).status_code == 200


@pytest.mark.parametrize(
    "given",
    [
        "",
        "Bearer",
        "Bearer ",
        f"Bearer {TOKEN}x",
        f"Bearer {TOKEN[:-1]}",
        f"Digest {TOKEN}",
        TOKEN,
        basic(""),
        basic("wrong"),
        "Basic ###",
        "Basic /w==",
        "Bearer \u00e9",
    ],
)
def test_nothing_else_opens(locked: TestClient, given: str) -> None:
    headers = {"Authorization": given.encode("latin-1")}
    assert locked.get("/api/stories", headers=headers).status_code == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://127.0.0.1:9999"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://["}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
    ],
)
def test_a_page_of_somebody_else_changes_nothing(client: TestClient, headers: dict[str, str], status: int) -> None:
    response = client.post("/api/searches", json=WRITE, headers=headers)
    assert response.status_code == status
    assert "n" not in [s["name"] for s in client.get("/api/searches").json()["items"]]


def test_a_page_of_ours_may(writing: TestClient) -> None:
    for n, headers in enumerate(
        (
            {},
            {"Origin": "http://127.0.0.1:8765"},
            {"Origin": "http://127.0.0.1:8765", "Sec-Fetch-Site": "same-origin"},
            {"Sec-Fetch-Site": "none"},
            {"Content-Type": "application/json; charset=utf-8"},
        )
    ):
        body = {"name": f"n{n}", "query": "crane"}
        assert writing.post("/api/searches", json=body, headers=headers).status_code == 201
    assert len(writing.get("/api/searches").json()["items"]) == 6


def test_what_changes_something_must_say_that_it_is_json() -> None:
    own = Headers({"host": "localhost"})
    refused = _from_elsewhere("POST", own)
    assert refused is not None
    assert refused.status_code == 415
    assert _from_elsewhere("DELETE", own) is None


def test_the_host_of_an_origin() -> None:
    assert urlsplit_host("http://LocalHost:80") == "localhost:80"
    assert urlsplit_host("file:///etc") is None
    assert urlsplit_host("null") is None


def test_a_body_may_not_be_large(client: TestClient) -> None:
    response = client.post("/api/searches", content=b" " * (LARGEST + 1))
    assert (response.status_code, code(response)) == (413, "too-large")


def test_a_body_that_hides_its_length_is_counted(client: TestClient) -> None:
    def parts() -> Any:
        for _ in range(40):
            yield b" " * 4096

    response = client.post("/api/searches", content=parts())
    assert (response.status_code, code(response)) == (413, "too-large")


def test_a_length_that_is_none(client: TestClient) -> None:
    response = client.post("/api/searches", json=WRITE, headers={"Content-Length": "-1"})
    assert (response.status_code, code(response)) == (400, "bad-length")


def test_an_address_may_not_be_long(client: TestClient) -> None:
    response = client.get("/api/search?q=" + "a" * LONGEST)
    assert (response.status_code, code(response)) == (414, "too-long")


@pytest.mark.parametrize("path", ["/stories", "/api/stories", "/stories.atom", "/api/nothing", "/nothing"])
def test_headers_of_every_answer(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "private, no-cache"
    assert "access-control-allow-origin" not in headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert (policy == CLOSED) == (headers["content-type"].split(";")[0] != "text/html")


@pytest.mark.parametrize("path", ["/stories", "/api/stories", "/stories.atom"])
def test_head_is_get_without_a_body(client: TestClient, path: str) -> None:
    head, whole = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == whole.headers["etag"]
    assert head.headers["content-length"] == whole.headers["content-length"]


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_methods_that_are_none(client: TestClient, method: str) -> None:
    response = client.request(method, "/api/stories")
    assert (response.status_code, code(response)) == (405, "method-not-allowed")
    assert response.headers["allow"] == "GET"
