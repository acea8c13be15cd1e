"""Lines of dossiers and which of them are one line before and after."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from tests.unit.desk.conftest import FERRY, SMELTER, report

from rashomon.api import compare
from rashomon.desk.lines import ALIKE, CITED, Line, Lines, pairs, quoted


def dossier(**texts: str) -> dict[str, Any]:
    return compare([report(name, text) for name, text in texts.items()]).to_dict()


FERRIES = dossier(**FERRY)


def line(text: str, *keys: tuple[str, str], section: str = "statements", **more: Any) -> Line:
    return Line(section, frozenset(keys), f"“{text}”", text, **more)


# Lines


def test_sections_are_those_with_claims() -> None:
    found = Lines(FERRIES, {}).all()
    assert sorted(found) == ["disagreements", "figures", "positions", "statements", "timeline", "utterances"]
    assert {name for name, lines in found.items() for x in lines if x.section != name} == set()


def test_a_figure_tells_who_gives_what() -> None:
    found = next(x for x in Lines(FERRIES, {}).all()["figures"] if len(x.said) == 2)
    assert dict(found.said) == {"post": ("12",), "times": ("14",)}
    assert found.name.startswith("figure “people killed")
    assert dict(found.facts) == {"relation": "conflict"}
    assert found.whole == found.text
    assert "(conflict)" in found.text
    assert not found.lonely
    assert found.articles == {"post", "times"}


def test_a_quotation_tells_who_and_how_often() -> None:
    said = [x for x in Lines(FERRIES, {}).all()["utterances"] if "truth" in x.text]
    assert [dict(x.facts) for x in said] == [
        {"speaker": "Anna Vega", "relation": "same everywhere", "outlets": "2 outlets"}
    ]
    assert said[0].whole == "Anna Vega: “We must learn the whole truth about this night,”"


def test_a_quotation_of_two_speakers_names_both() -> None:
    """As when somebody decides for one report only who said it."""
    data = deepcopy(FERRIES)
    told = next(u for u in data["utterances"] if len(u["quotes"]) == 2 and u["speaker"] is not None)
    first = next(q for q in data["quotes"] if q["id"] == told["quotes"][0])
    other = next(a for a in data["actors"] if a["id"] != told["speaker"])
    name = next(a["name"] for a in data["actors"] if a["id"] == told["speaker"])
    told["speaker"], first["speaker"] = None, other["id"]
    found = Lines(data, {}).all()["utterances"][data["utterances"].index(told)]
    assert found.facts["speaker"] == f"{other['name']} or {name}"
    for quote in data["quotes"]:
        quote["speaker"] = None
    found = Lines(data, {}).all()["utterances"][data["utterances"].index(told)]
    assert found.facts["speaker"] == "somebody not named"


def test_a_statement_tells_its_verdict() -> None:
    facts = {x.facts["verdict"] for x in Lines(FERRIES, {}).all()["statements"]}
    assert "told by one" in facts
    assert any(fact.startswith("agreed, ") for fact in facts)


def test_a_disagreement_tells_its_sides() -> None:
    (found,) = Lines(FERRIES, {}).all()["disagreements"]
    assert found.name == "figure: people killed: “12 people” or “14 people”"
    assert dict(found.facts) == {"sides": "12 people / 14 people"}


def test_an_entry_tells_when() -> None:
    found = dossier(post=FERRY["post"] + "Anna Vega will speak on 24 November 2026 in Norhavn.\n")
    entries = [x for x in Lines(found, {}).all()["timeline"] if "24 November 2026" in x.facts["time"]]
    assert entries
    assert entries[0].lonely


def test_versions_of_a_report_are_one_report() -> None:
    found = Lines(FERRIES, {"times": "older"})
    assert found.root("times") == "older"
    assert found.root("post") == "post"
    assert found.outlets == {"older": "The Times", "post": "The Post", "echo": "The Echo"}
    assert any("older" in x.roots for x in found.all()["figures"])


def test_an_outlet_without_a_name_is_named_by_its_file() -> None:
    found = compare([{"text": SMELTER["ledger"], "id": "x", "path": "in/ledger.txt"}]).to_dict()
    assert Lines(found, {}).outlets == {"x": "Unnamed outlet (ledger.txt)"}


def test_white_space_makes_no_other_words() -> None:
    one = dossier(post="The ferry Alma ran aground off Merrow on Tuesday, and 12 people were killed.")
    two = dossier(post="The ferry  Alma ran\naground off Merrow on Tuesday, and 12 people were killed.")
    keys = [{k for x in Lines(d, {}).all()["figures"] for k in x.keys} for d in (one, two)]
    assert keys[0] == keys[1]


# Pairs


def told(found: tuple[list[tuple[Line, Line]], list[Line], list[Line]]) -> tuple[list[str], list[str], list[str]]:
    same, went, came = found
    return [f"{a.text} > {b.text}" for a, b in same], [x.text for x in went], [x.text for x in came]


def test_lines_that_cite_the_same_are_one_whatever_they_say() -> None:
    old = [line("A gist", ("post", "it sank"), ("times", "the ship sank"))]
    new = [line("Another gist", ("post", "it sank"), ("echo", "she went down"))]
    assert told(pairs(old, new)) == (["A gist > Another gist"], [], [])


def test_less_than_half_in_common_is_another_line() -> None:
    old = [line("One", ("p", "1"), ("p", "2"), ("p", "3"))]
    new = [line("Two", ("p", "1"), ("p", "4"), ("p", "5"))]
    assert CITED > 1 / 3
    assert told(pairs(old, new)) == ([], ["One"], ["Two"])


def test_the_more_in_common_the_sooner() -> None:
    old = [line("First", ("p", "1")), line("Second", ("p", "1"), ("p", "2"))]
    new = [line("Now", ("p", "1"), ("p", "2"))]
    assert told(pairs(old, new)) == (["Second > Now"], ["First"], [])


def test_of_two_that_cite_the_same_equal_words_win() -> None:
    old = [line("x", ("p", "1")), line("y", ("p", "1"))]
    new = [line("y", ("p", "1")), line("x", ("p", "1"))]
    assert told(pairs(old, new)) == (["y > y", "x > x"], [], [])


def test_a_rewritten_line_is_found_by_its_words() -> None:
    old = [line("Twelve people died in the fire", ("post", "twelve people died in the fire"))]
    new = [line("Fourteen people died in the fire", ("post", "fourteen people died in the fire"))]
    assert told(pairs(old, new))[0] == ["Twelve people died in the fire > Fourteen people died in the fire"]


def test_a_line_of_another_report_is_not_a_rewritten_one() -> None:
    old = [line("Twelve people died in the fire", ("post", "twelve people died in the fire"))]
    new = [line("Fourteen people died in the fire", ("times", "fourteen people died in the fire"))]
    assert told(pairs(old, new))[0] == []


def test_other_words_are_another_line() -> None:
    old = [line("Twelve people died in the fire", ("post", "a"))]
    new = [line("The mayor of Alba resigned", ("post", "b"))]
    assert told(pairs(old, new))[0] == []
    words = [frozenset(x.words) for x in (*old, *new)]
    assert len(words[0] & words[1]) / len(words[0] | words[1]) < ALIKE


def test_figures_of_one_name_are_one_even_when_every_word_changed() -> None:
    old = [Line("figures", frozenset({("post", "12")}), "figure “dead”", "dead: 12", said={"post": ("12",)})]
    new = [Line("figures", frozenset({("post", "a score")}), "figure “dead”", "x", said={"post": ("20",)})]
    other = [Line("figures", frozenset({("post", "a score")}), "figure “hurt”", "x", said={"post": ("20",)})]
    assert len(pairs(old, new)[0]) == 1
    assert len(pairs(old, other)[0]) == 0


def test_the_order_of_new_lines_is_kept() -> None:
    old = [line(str(n), ("p", str(n))) for n in range(5)]
    assert told(pairs(old, old[::-1]))[0] == [f"{n} > {n}" for n in (4, 3, 2, 1, 0)]


@pytest.mark.parametrize(("old", "new"), [([], []), ([], ["a"]), (["a"], [])])
def test_nothing_pairs_with_nothing(old: list[str], new: list[str]) -> None:
    found = pairs([line(t, ("p", t)) for t in old], [line(t, ("p", t)) for t in new])
    assert told(found) == ([], old, new)


def test_what_a_report_quotes_is_quoted_inside_quotation_marks() -> None:
    assert quoted("“We must know,” she said.", 160) == "“‘We must know,’ she said.”"
    assert quoted("word " * 50, 12) == "“word word …”"
