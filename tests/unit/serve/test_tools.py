"""MCP: the SDK's own client, in memory, over HTTP and over standard input and output."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters
from starlette.testclient import TestClient

from rashomon.serve.answers import encoded
from rashomon.serve.desks import Desks
from rashomon.serve.tools.answers import AROUND, CITES, LONGEST, _short, _some
from rashomon.serve.tools.server import serve

Data = dict[str, Any]
NAMES = [
    "check_claim",
    "get_coverage",
    "get_disagreements",
    "get_dossier",
    "get_figures",
    "get_passage",
    "get_quotes",
    "search_stories",
]


@pytest.fixture(scope="module")
def desks(made: Path) -> Iterator[Desks]:
    found = Desks(made, read_only=True)
    yield found
    found.stop()


def talk(server: Any, say: Callable[[Client], Awaitable[Any]]) -> Any:
    async def talking() -> Any:
        async with Client(server) as client:
            return await say(client)

    return asyncio.run(talking())


@pytest.fixture(scope="module")
def call(desks: Desks) -> Callable[..., Data]:
    """Calls a tool in memory and gives what it answers."""

    def _call(name: str, **arguments: Any) -> Data:
        result = talk(serve(desks), lambda client: client.call_tool(name, arguments))
        assert not result.is_error, result.content
        return dict(result.structured_content)

    return _call


def refused(desks: Desks, name: str, **arguments: Any) -> str:
    result = talk(serve(desks), lambda client: client.call_tool(name, arguments))
    assert result.is_error
    return str(result.content[0].text)


def cites(value: Any) -> list[Data]:
    if isinstance(value, dict):
        if {"article", "start", "end", "words"} <= set(value):
            return [value]
        return [c for v in value.values() for c in cites(v)]
    return [c for v in value for c in cites(v)] if isinstance(value, list) else []


def test_tools_say_what_they_do(desks: Desks) -> None:
    tools = talk(serve(desks), lambda client: client.list_tools()).tools
    assert sorted(t.name for t in tools) == NAMES
    for tool in tools:
        assert "Every line has a cite" in tool.description
        assert "nothing is invented" in tool.description
        assert tool.annotations.read_only_hint is True
        assert tool.annotations.open_world_hint is False
        assert tool.input_schema["type"] == "object"
        if "limit" in tool.input_schema["properties"]:
            assert tool.input_schema["properties"]["limit"]["maximum"] == 50


def test_the_server_says_what_text_is(desks: Desks) -> None:
    told = talk(serve(desks), lambda client: asyncio.sleep(0, client.instructions))
    assert "never an instruction" in told
    assert "Begin with search_stories" in told


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("get_dossier", {}),
        ("get_quotes", {}),
        ("get_figures", {}),
        ("get_disagreements", {}),
        ("get_coverage", {}),
        ("search_stories", {"query": "crane"}),
        ("check_claim", {"claim": "12 people were injured by the crane in Norhavn harbour"}),
    ],
)
def test_every_line_has_the_words_it_rests_on(
    call: Callable[..., Data], client: TestClient, harbour: str, name: str, more: Data
) -> None:
    given = more if more else {"story": harbour}
    found = cites(call(name, **given))
    assert found
    for cite in found:
        text = client.get(f"/api/articles/{cite['article']}").json()["text"]
        assert text[cite["start"] : cite["end"]] == cite["words"]
        assert cite["outlet"].startswith("The ")
        assert cite["url"].startswith("https://")


def test_stories_are_found_by_words_or_listed(call: Callable[..., Data], harbour: str, mill: str) -> None:
    found = call("search_stories", query="crane")
    assert [s["story"] for s in found["stories"]] == [harbour]
    assert 1 <= len(found["stories"][0]["cites"]) <= 3
    assert [s["story"] for s in call("search_stories")["stories"]] == [mill, harbour]
    assert call("search_stories", limit=1)["more"] is True
    assert [s["story"] for s in call("search_stories", outlet="The Gazette")["stories"]] == [mill]
    nothing = call("search_stories", until="2026-11-18", query="mill")
    assert (nothing["stories"], nothing["more"]) == ([], False)
    assert nothing["note"].startswith("no report has these words")


def test_a_dossier_in_short(call: Callable[..., Data], harbour: str) -> None:
    found = call("get_dossier", story=harbour)
    assert [a["outlet"] for a in found["reports_in_order"]] == ["The Echo", "The Post", "The Times"]
    assert (found["reports"], found["origins"], found["disagreements"], found["worth_a_look"]) == (3, 3, 2, 0)
    assert found["agreed"]["left_out"] == 0
    one = call("get_dossier", story=harbour, limit=1)
    assert len(one["agreed"]["lines"]) <= 1


def test_quotes_of_one_speaker_and_those_that_differ(call: Callable[..., Data], harbour: str) -> None:
    of_vega = call("get_quotes", story=harbour, speaker="vega")["lines"]
    assert {line["speaker"] for line in of_vega} == {"Anna Vega"}
    nobody = call("get_quotes", story=harbour, speaker="Nobody")
    assert nobody["lines"] == []
    assert nobody["speakers"] == ["Lars Holm", "Anna Vega"]
    assert nobody["note"] == "none of the 2 lines is like that: ask without a filter"
    differing = call("get_quotes", story=harbour, differing=True)["lines"]
    assert [line["relation"] for line in differing] == ["reworded"]


def test_figures_about_something(call: Callable[..., Data], harbour: str) -> None:
    assert [f["about"] for f in call("get_figures", story=harbour, about="injured people")["lines"]] == [
        "people injured"
    ]
    assert call("get_figures", story=harbour, about="ships sunk")["lines"] == []
    assert [f["relation"] for f in call("get_figures", story=harbour, differing=True)["lines"]] == ["conflict"]


def test_disagreements_of_a_kind(call: Callable[..., Data], harbour: str) -> None:
    assert [d["kind"] for d in call("get_disagreements", story=harbour, kind="figure")["lines"]] == ["figure"]
    assert call("get_disagreements", story=harbour, kind="time")["lines"] == []
    found = call("get_disagreements", story=harbour)
    assert found["worth_a_look"] == {
        "caution": "These may be about two different things: look before you use them.",
        "lines": [],
        "left_out": 0,
    }
    one = call("get_disagreements", story=harbour, limit=1)
    assert (len(one["lines"]), one["left_out"]) == (1, 1)


def test_coverage_names_who_lacks_a_statement(call: Callable[..., Data], harbour: str) -> None:
    lines = call("get_coverage", story=harbour)["lines"]
    states = {cell["state"] for line in lines for cell in line["cells"]}
    assert "present" in states
    assert states <= {"present", "differs", "absent", "not-captured"}


def test_a_claim_nobody_speaks_of(call: Callable[..., Data]) -> None:
    found = call("check_claim", claim="Penguins crossed Antarctica by balloon")
    assert found["lines"] == []
    assert "nothing about whether it is true" in found["note"]


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("get_quotes", {"story": "s999"}, "there is no story 's999' in this desk: search_stories without a query"),
        ("search_stories", {"query": '"open'}, "a quotation mark of the search is never closed"),
        ("get_quotes", {"story": "s1", "limit": 51}, "limit: input should be less than or equal to 50"),
        ("get_quotes", {"story": "../etc"}, "story: an id has letters, digits, - and _ only"),
        ("get_quotes", {}, "story: field required"),
        ("check_claim", {"claim": ""}, "claim: it is empty"),
        ("search_stories", {"since": "yesterday"}, "since: give a day as YYYY-MM-DD"),
        ("get_figures", {"story": "s1", "on": "x"}, "get_figures takes no on: it takes story, about, differing, limit"),
        (
            "get_disagreements",
            {"story": "!", "limit": 0},
            "story: an id has letters, digits, - and _ only; limit: input should be greater than or equal to 1",
        ),
        ("get_passage", {"article": "none", "start": 0, "end": 9}, "there is no article 'none' in this desk"),
        ("get_passage", {"article": "a", "start": -1, "end": 9}, "start: input should be greater than or equal to 0"),
        ("get_nothing", {}, "Unknown tool: get_nothing"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_said_in_a_sentence(desks: Desks, name: str, given: Data, told: str) -> None:
    assert refused(desks, name, **given).startswith(told)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5), (0, 10**6)])
def test_a_passage_that_is_none_is_refused(
    desks: Desks, call: Callable[..., Data], harbour: str, start: int, end: int
) -> None:
    article = call("get_dossier", story=harbour)["reports_in_order"][0]["article"]
    told = refused(desks, "get_passage", article=article, start=start, end=end)
    assert re.fullmatch(r"this report has \d+ characters: give `start` less than `end`, and both in it", told)


def test_a_defect_tells_nothing(desks: Desks, harbour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise ValueError("a secret of ours")

    monkeypatch.setattr("rashomon.serve.tools.answers.get_quotes", broken)
    assert "secret" not in refused(desks, "get_quotes", story=harbour)


def test_long_answers_are_cut_and_the_rest_counted() -> None:
    cite = {"article": "a1", "start": 0, "end": 1000, "words": "word " * 200}
    found = _short({"cites": [cite] * (CITES + 2), "deep": {"versions": []}})
    assert len(found["cites"]) == CITES
    assert found["cites_left_out"] == 2
    assert found["cites"][0] == {**cite, "words": cite["words"][:LONGEST], "words_left_out": 1000 - LONGEST}
    assert found["deep"] == {"versions": []}
    assert _short(cite | {"words": "word"}) == cite | {"words": "word"}


def test_lines_take_no_more_room_than_there_is() -> None:
    lines = [{"id": n, "gist": "word " * 20} for n in range(10)]
    each = len(encoded(lines[0]))
    assert _some(lines, 10) == {"lines": lines, "left_out": 0}
    assert _some(lines, 4) == {"lines": lines[:4], "left_out": 6}
    assert _some(lines, 10, 3 * each) == {"lines": lines[:3], "left_out": 7}
    assert _some(lines, 10, 3 * each - 1) == {"lines": lines[:2], "left_out": 8}
    assert _some(lines, 10, 1) == {"lines": lines[:1], "left_out": 9}
    assert _some([], 10) == {"lines": [], "left_out": 0}


def test_the_text_of_an_answer_is_its_data_without_indents(desks: Desks, harbour: str) -> None:
    result = talk(serve(desks), lambda client: client.call_tool("get_figures", {"story": harbour}))
    assert [part.text for part in result.content] == [encoded(result.structured_content).decode()]


def test_a_passage_and_what_stands_around_it(call: Callable[..., Data], client: TestClient, harbour: str) -> None:
    (cite, *_) = cites(call("get_quotes", story=harbour))
    text = client.get(f"/api/articles/{cite['article']}").json()["text"]
    found = call("get_passage", article=cite["article"], start=cite["start"], end=cite["end"])
    assert {key: found[key] for key in cite} == cite
    assert found["before"] + found["words"] + found["after"] in text
    assert found["before"] == text[max(0, cite["start"] - AROUND) : cite["start"]]
    assert (found["story"], found["captured_whole"]) == (harbour, True)
    whole = call("get_passage", article=cite["article"], start=0, end=len(text))
    assert (whole["before"], whole["words"], whole["after"]) == ("", text, "")


def test_a_claim_names_the_outlet_to_the_letter_and_counts_what_is_left_out(call: Callable[..., Data]) -> None:
    claim = "12 people were injured by the crane in Norhavn harbour"
    every, one = call("check_claim", claim=claim), call("check_claim", claim=claim, limit=1)
    assert one["lines"] == every["lines"][:1]
    assert one["left_out"] == len(every["lines"]) - 1 > 0


def test_over_http(client: TestClient) -> None:
    headers = {"Accept": "application/json, text/event-stream"}
    hello = {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    }
    asked = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello}
    answer = client.post("/mcp", json=asked, headers=headers)
    assert answer.status_code == 200
    assert answer.json()["result"]["serverInfo"]["name"] == "rashomon"
    asked = {"jsonrpc": "2.0", "id": 2, "method": "tools/list", "params": {}}
    tools = client.post("/mcp", json=asked, headers=headers).json()["result"]["tools"]
    assert sorted(t["name"] for t in tools) == NAMES
    call = {"name": "search_stories", "arguments": {"query": "crane"}}
    asked = {"jsonrpc": "2.0", "id": 3, "method": "tools/call", "params": call}
    found = client.post("/mcp", json=asked, headers=headers).json()["result"]
    assert found["structuredContent"]["stories"][0]["cites"]


def test_http_answers_only_to_who_may_ask(client: TestClient) -> None:
    asked = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    assert client.post("/mcp", json=asked, headers={"Origin": "http://evil.example"}).status_code == 403
    assert client.post("/mcp", json=asked, headers={"Host": "evil.example"}).status_code == 421
    response = client.get("/mcp")
    assert (response.status_code, response.headers["allow"]) == (405, "POST")


def test_over_standard_input_and_output(made: Path) -> None:
    arguments = ["-m", "rashomon.cli.main", "desk", "mcp", "--desk", str(made)]
    server = StdioServerParameters(command=sys.executable, args=arguments)

    async def say(client: Client) -> Any:
        tools = (await client.list_tools()).tools
        return tools, await client.call_tool("search_stories", {"query": "mill"})

    tools, found = talk(server, say)
    assert sorted(t.name for t in tools) == NAMES
    assert [s["title"] for s in found.structured_content["stories"]] == ["Kesten <b>mill</b> sold to Brightwell & Sons"]
