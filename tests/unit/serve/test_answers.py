"""Tags and the one shape of errors."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from starlette.requests import Request

from rashomon.records.desk import SavedSearch, Slice
from rashomon.serve.answers import answer, encoded, same, tag, trouble


def request(method: str = "GET", **headers: str) -> Request:
    raw = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
    return Request({"type": "http", "method": method, "path": "/", "headers": raw, "query_string": b""})


def test_records_become_objects() -> None:
    found = Slice((SavedSearch("a", "b", "c"),), None)
    assert json.loads(encoded(found)) == {"items": [{"name": "a", "query": "b", "created": "c"}], "next": None}


def test_half_a_character_does_not_stop_an_answer() -> None:
    assert json.loads(encoded({"a": "x\ud800y"})) == {"a": "x?y"}


def test_what_is_no_data_is_refused() -> None:
    with pytest.raises(TypeError, match="set is no data"):
        encoded({"a": {1}})

    @dataclass
    class Kind:
        a: int = 1

    with pytest.raises(TypeError):
        encoded(Kind)


def test_a_tag_depends_on_every_part_and_on_where_parts_end() -> None:
    tags = {tag("ab", "c"), tag("a", "bc"), tag("abc"), tag("ab", "c", ""), tag(b"ab", "d"), tag(1, 2), tag(12)}
    assert len(tags) == 7
    assert tag("ab", 1) == tag(b"ab", "1")
    assert all(t.startswith('"') and t.endswith('"') and len(t) == 26 for t in tags)


@pytest.mark.parametrize("known", ['"x"', 'W/"x"', '"a", "x"', '"a",W/"x"', "*"])
def test_what_a_client_has_is_not_sent_again(known: str) -> None:
    found = same(request(if_none_match=known), '"x"')
    assert found is not None
    assert (found.status_code, found.body, found.headers["etag"]) == (304, b"", '"x"')


@pytest.mark.parametrize(("method", "known"), [("GET", ""), ("GET", '"y"'), ("GET", "x"), ("POST", '"x"')])
def test_all_else_is_sent(method: str, known: str) -> None:
    assert same(request(method, if_none_match=known), '"x"') is None


def test_answers_carry_the_tag_of_their_bytes() -> None:
    first = answer(request(), {"a": 1})
    assert first.headers["etag"] == tag(b'{"a":1}')
    assert first.headers["content-type"] == "application/json"
    again = answer(request(if_none_match=first.headers["etag"]), {"a": 1})
    assert again.status_code == 304
    assert answer(request(if_none_match=first.headers["etag"]), {"a": 2}).status_code == 200


def test_what_was_made_has_no_tag() -> None:
    found = answer(request("POST"), {"a": 1}, status=201)
    assert found.status_code == 201
    assert "etag" not in found.headers


def test_trouble() -> None:
    found = trouble(404, "not-found", "nothing “here”", {"X-More": "1"})
    assert found.status_code == 404
    assert json.loads(found.body) == {"error": {"code": "not-found", "message": "nothing “here”"}}
    assert found.headers["x-more"] == "1"
