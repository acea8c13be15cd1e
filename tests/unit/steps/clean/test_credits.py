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


@pytest.mark.parametrize(
    ("line", "sources"),
    [
        (f"LORVIK (Sallow Wire) - {P1}", ("Sallow Wire",)),
        (f"PORT LORVIK, Ostland, May 3 (Sallow Wire) -- {P1}", ("Sallow Wire",)),
        (f"LORVIK (The Lantern) — {P1}", ("The Lantern",)),
        (f"LORVIK (Sallow Wire/Ostland News Agency) - {P1}", ("Sallow Wire", "Ostland News Agency")),
        (f"LORVIK (May 3) - {P1}", ()),
        (f"LORVIK (NATO) - {P1}", ()),
        (f"LORVIK - {P1}", ()),
        (f"Ada Lund (Green Party) - who is she? {P1}", ()),
    ],
)
def test_datelines_of_agencies_that_nobody_lists(line, sources):
    article = clean(Page("x", f"{line}\n{P1}"))
    assert [b.kind for b in article.blocks] == ["body", "body"]
    assert article.sources == sources


@pytest.mark.parametrize(
    ("line", "sources"),
    [
        ("Source: Sallow Wire", ("Sallow Wire",)),
        ("Source - Sallow Wire", ("Sallow Wire",)),
        ("(Source: Sallow Wire)", ("Sallow Wire",)),
        ("Sources: Sallow Wire, The Lantern", ("Sallow Wire", "The Lantern")),
        ("Source: agencies", ()),
        ("Source: NATO", ()),
        ("Source: our own measurements of May", ()),
        ("— Sallow Wire", ("Sallow Wire",)),
        ("-- Reuters", ("Reuters",)),
        ("© 2031 Sallow Wire", ("Sallow Wire",)),
        ("Copyright 2031 Sallow News Agency. All rights reserved.", ("Sallow News Agency",)),
        ("© 2031 Fjord Holdings", ()),
        ("Sallow Wire contributed to this report.", ("Sallow Wire",)),
        ("Ida Vik contributed to this report.", ()),
        ("Correction: An earlier version gave a wrong age.", ()),
    ],
)
def test_credit_lines_name_what_they_say(line, sources):
    article = clean(Page("x", f"{P1}\n{P1[:-9]} today.\n{line}"))
    assert [b.kind for b in article.blocks] == ["body", "body", "credit"]
    assert article.sources == sources


@pytest.mark.parametrize(
    ("holder", "sources"),
    [
        ("The Northern Lantern", ()),
        ("Lantern Media Ltd", ()),
        ("Sallow Courier", ("Sallow Courier",)),
        ("Sallow Wire", ("Sallow Wire",)),
    ],
)
def test_the_copyright_of_the_outlet_is_no_source(holder, sources):
    page = Page("x", f"{P1}\n{P1[:-9]} today.\n© 2031 {holder}", outlet="The Northern Lantern")
    assert clean(page).sources == sources


def test_the_outlet_is_never_its_own_source():
    assert clean(Page("x", f"LORVIK (Reuters) - {P1}\n{P1}", outlet="Reuters")).sources == ()


@pytest.mark.parametrize("line", ["— Ada Lund", "- the mayor of Lorvik", "— We shall see", "-- and so it went on"])
def test_other_lines_behind_a_dash_are_no_signatures(line):
    assert [b.kind for b in clean(Page("x", f"{P1}\n{P1}\n{line}")).blocks][-1] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version gave a wrong age.",
        "Editor's note: The name of the ship was added.",
        "This article was amended on 4 May 2031 to add a name.",
        "An earlier version of this article misspelt the name of the ship.",
    ],
)
def test_corrections_are_credits_and_say_so(line):
    (block,) = [b for b in clean(Page("x", f"{P1}\n{P1}\n{line}")).blocks if b.kind != "body"]
    assert (block.kind, block.reason) == ("credit", "correction or editor's note")
