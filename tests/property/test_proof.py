"""Whatever is changed in a dossier that holds, the proof names it; whatever the data, the proof does not raise."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

import rashomon
from rashomon.run.verify import verify
from rashomon.steps.compose import prove

ONE = """Lock of Port Merrow shut

Minister Ana Vega said on Tuesday that the lock of Port Merrow was closed. “We must close the lock before winter,” Vega
said. About 40 ships wait outside the harbour, the Merrow Port Authority said.
"""
TWO = """Ships wait as Merrow closes its lock

The lock of Port Merrow was closed on Tuesday, Minister Ana Vega said. “We should close the lock before winter,” Ms Vega
told reporters. At least 55 ships wait outside the harbour, captains said.
"""
Path = tuple[str | int, ...]


@cache
def dossier_text() -> str:
    reports = [{"id": name, "text": text, "date": "2031-05-06"} for name, text in (("one", ONE), ("two", TWO))]
    return rashomon.compare(reports).to_json()


def dossier() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(dossier_text())
    return data


def walk(node: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    yield path, node
    if isinstance(node, dict):
        for key, value in node.items():
            yield from walk(value, (*path, key))
    elif isinstance(node, list):
        for n, value in enumerate(node):
            yield from walk(value, (*path, n))


def put(data: Any, path: Path, value: Any) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = value


@cache
def cites() -> tuple[Path, ...]:
    return tuple(p for p, n in walk(dossier()) if isinstance(n, dict) and {"article", "start", "end"} <= n.keys())


@cache
def references() -> tuple[Path, ...]:
    """Every place where one line uses the id of another one."""
    single = {
        ("quotes", "speaker"), ("quotes", "article"), ("utterances", "speaker"), ("positions", "actor"),
        ("coverage", "statement"), ("figures", "holder"), ("statements", "holder"), ("disagreements", "holder"),
    }  # fmt: skip
    many = {("utterances", "quotes"), ("quotes", "through")}
    out = []
    for path, node in walk(dossier()):
        if not isinstance(node, str) or len(path) < 3 or "differences" in path:
            continue
        last = path[-1] if isinstance(path[-1], str) else path[-2]
        if (path[0], last) in single | many or last == "article":
            out.append(path)
    return tuple(p for p in out if p[0] != "wording" or "cites" in p)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 500) | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from("id article start end cites text content quotes words x".split()), inner)
    ),
    max_leaves=8,
)


def test_the_sample_holds_and_is_rich() -> None:
    data = dossier()
    assert prove(data) == []
    assert all(data[name] for name in ("actors", "quotes", "utterances", "figures", "statements", "coverage"))
    assert len(cites()) > 20
    assert len(references()) > 20


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(["start", "end"]), st.integers(0, 10**6) | st.sampled_from([None, "3", 1.0, True]))
def test_an_offset_that_leaves_the_text_is_named(data: Any, side: str, value: Any) -> None:
    broken, path = dossier(), data.draw(st.sampled_from(cites()))
    place = dict(walk(broken))[path]
    size = len(next(a["text"] for a in broken["articles"] if a["id"] == place["article"]))
    place[side] = value if type(value) is not int else (size + value if side == "start" else size + 1 + value)
    (line,) = prove(broken)
    assert "is outside the text of" in line


def test_every_id_that_nobody_has_is_named() -> None:
    sections = {path[0] for path in references()}
    assert sections >= {"quotes", "utterances", "coverage", "statements", "figures"}
    for path in references():
        broken = dossier()
        put(broken, path, "nobody")
        found = prove(broken)
        assert found and all("'nobody'" in line for line in found), path


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_spelling_whose_cite_moved_is_named(data: Any) -> None:
    broken = dossier()
    path = data.draw(st.sampled_from([p for p in cites() if p[0] == "actors"]))
    actor, form, place = (dict(walk(broken))[path[:n]] for n in (2, 4, 6))
    text = next(a["text"] for a in broken["articles"] if a["id"] == place["article"])
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(text[start:end] != form["text"])
    place.update(start=start, end=end)
    assert prove(broken) == [f"{actor['id']}: {form['text']!r} is {text[start:end]!r} in the text"]


@settings(max_examples=60, deadline=None)
@given(st.data(), st.characters(codec="utf-8"))
def test_a_changed_character_of_a_report_is_named(data: Any, character: str) -> None:
    broken = dossier()
    article = data.draw(st.sampled_from(broken["articles"]))
    at = data.draw(st.integers(0, len(article["text"]) - 1))
    assume(article["text"][at] != character)
    article["text"] = article["text"][:at] + character + article["text"][at + 1 :]
    assert f"article {article['id']}: sha256 is not that of its text" in prove(broken)


@settings(max_examples=40, deadline=None)
@given(st.data(), st.text(alphabet="qxz", min_size=3, max_size=5))
def test_a_word_nobody_quoted_is_named(data: Any, word: str) -> None:
    broken = dossier()
    places = [p for p, n in walk(broken) if p and p[0] == "utterances" and "words" in p and isinstance(n, str)]
    put(broken, data.draw(st.sampled_from(places)), word)
    (line,) = prove(broken)
    assert f"{word!r} is not in quote" in line


@settings(max_examples=40, deadline=None)
@given(st.sampled_from("articles actors quotes utterances figures timeline statements".split()), st.data())
def test_a_line_that_stands_twice_is_named(section: str, data: Any) -> None:
    broken = dossier()
    assume(broken[section])
    broken[section].append(copy.deepcopy(data.draw(st.sampled_from(broken[section]))))
    name = broken[section][-1]["id"]
    assert prove(broken) == [
        f"article {name}: two articles have this id" if section == "articles" else f"{section}: two lines have one id"
    ]


@settings(max_examples=150, deadline=None)
@given(st.data(), JSON)
def test_any_value_at_any_place_is_judged_without_raising(data: Any, value: Any) -> None:
    broken = dossier()
    path = data.draw(st.sampled_from([p for p, _ in walk(broken) if p]))
    put(broken, path, value)
    assert all(isinstance(line, str) for line in prove(broken))
    proof = verify(broken)
    assert list(proof.broken) == prove(broken)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_key_may_be_missing(data: Any) -> None:
    broken = dossier()
    path = data.draw(st.sampled_from([p for p, _ in walk(broken) if p and isinstance(p[-1], str)]))
    owner = dict(walk(broken))[path[:-1]]
    del owner[path[-1]]
    assert all(isinstance(line, str) for line in prove(broken))


@settings(max_examples=60, deadline=None)
@given(JSON)
def test_any_json_is_no_dossier(value: Any) -> None:
    assert prove(value)


def test_a_bottomless_dossier_is_named() -> None:
    data = dossier()
    deep: list[Any] = []
    for _ in range(200_000):
        deep = [deep]
    data["story"] = deep
    assert prove(data) == ["not a dossier: it is nested too deep to be read"]
    while deep:  # taken apart by hand, so that freeing it needs no deep recursion
        deep = deep.pop()
