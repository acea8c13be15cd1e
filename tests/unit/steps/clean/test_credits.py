from __future__ import annotations

import pytest

from rashomon.records.article import Page
from rashomon.steps.clean import clean

P1 = "The harbour of Lorvik was closed on Monday after a ferry ran aground, the coast guard said in a statement."


def test_a_dateline_stays_text_and_names_its_agency():
    article = clean(Page("x", f"LORVIK, Norway (Reuters) - {P1}\n{P1}"))
    assert [b.kind for b in article.blocks] == ["body", "body"]
    assert article.sources == ("Reuters",)


def test_an_agency_in_the_running_text_is_no_source():
    assert clean(Page("x", f"{P1}\nThe mayor told Reuters on Monday that all was well.")).sources == ()


@pytest.mark.parametrize(
    ("tail", "sources"),
    [
        ("--Reuters", ("Reuters",)),
        ("(AFP)", ("Agence France-Presse",)),
        ("(Reporting by Per Moe; Editing by Ida Vik)", ()),
        ("Source Fjordblad and agencies", ()),
        ("(With inputs from PTI)", ("Press Trust of India",)),
    ],
)
def test_a_signature_behind_the_last_sentence_is_cut_off(tail, sources):
    article = clean(Page("x", f"{P1}\n{P1} {tail}"))
    assert [(b.kind, article.text[b.start : b.end]) for b in article.blocks] == [
        ("body", P1), ("body", P1), ("credit", tail),
    ]  # fmt: skip
    assert article.sources == sources


def test_credits_name_their_agencies_once_and_unnamed_ones_never():
    text = (
        f"{P1}\nThe Associated Press contributed to this report.\n"
        "Copyright 2031 The Associated Press. All rights reserved."
    )
    assert clean(Page("x", text)).sources == ("Associated Press",)
    assert clean(Page("x", f"{P1}\n(With inputs from agencies)")).sources == ()


def test_sources_of_metadata_come_first():
    page = Page("x", f"{P1}\n(With inputs from PTI)", sources=("County Gazette",))
    assert clean(page).sources == ("County Gazette", "Press Trust of India")
