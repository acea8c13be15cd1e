"""Statements bear any text, cite inside it, and do not depend on the order of anything."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import rashomon

WORDS = st.sampled_from(
    "Alba Berta Finch did not sold bought the harbour tram 12 people were killed injured if whether said that on Monday"
    " , . “ ” ( ) and rejected accepted no".split()
)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=14).map(" ".join), min_size=2, max_size=3)


def reports(texts: list[str]) -> list[dict[str, str]]:
    return [{"id": f"r{n}", "outlet": f"Outlet {n}", "text": f"{t}."} for n, t in enumerate(texts)]


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_any_text_is_borne_and_every_cite_holds(texts: list[str]) -> None:
    dossier = rashomon.compare(reports(texts)).to_dict()
    sizes = {a["id"]: len(a["text"]) for a in dossier["articles"]}
    for statement in dossier["statements"]:
        assert statement["gist"] == statement["gist"].strip()
        assert 1 <= statement["origins"] <= statement["outlets"] <= len(sizes)
        for report in statement["reports"]:
            assert 0 <= report["cite"]["start"] < report["cite"]["end"] <= sizes[report["cite"]["article"]]


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_one_report_is_never_agreed(texts: list[str]) -> None:
    dossier = rashomon.compare(reports(texts[:1])).to_dict()
    assert {s["verdict"] for s in dossier["statements"]} <= {"single", "disputed"}


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_what_is_agreed_is_told_by_two_outlets(texts: list[str]) -> None:
    dossier = rashomon.compare(reports(texts)).to_dict()
    for statement in dossier["statements"]:
        if statement["verdict"] == "agreed":
            assert len({r["cite"]["article"] for r in statement["reports"]}) >= 2
