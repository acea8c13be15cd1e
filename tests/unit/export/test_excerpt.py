from __future__ import annotations

from typing import Any

from rashomon.export.excerpt import Excerpt, excerpt
from rashomon.export.view import View

TEXT = "First sentence. The harbour master said it had stopped the “night ferries” for now. Another one."


def shown(words: str, dossier: dict[str, Any]) -> Excerpt:
    dossier["articles"][0]["text"] = TEXT
    start = TEXT.find(words)
    cites = [{"article": "a-1", "start": max(0, start), "end": max(1, start) + len(words)}]
    return excerpt(View(dossier), words, cites)


def test_a_whole_clause_stands_alone(dossier: dict[str, Any]) -> None:
    words = "The harbour master said it had stopped the “night ferries” for now"
    assert shown(words, dossier) == Excerpt("", words, "")


def test_a_clause_from_mid_sentence_gets_what_stands_before_it(dossier: dict[str, Any]) -> None:
    words = "it had stopped the “night ferries” for now"
    assert shown(words, dossier) == Excerpt("The harbour master said ", words, "")


def test_a_fragment_gets_the_rest_of_its_sentence(dossier: dict[str, Any]) -> None:
    assert shown("had stopped", dossier) == Excerpt(
        "The harbour master said it ", "had stopped", " the “night ferries” for now."
    )


def test_half_a_pair_of_quotation_marks_is_completed_by_the_source(dossier: dict[str, Any]) -> None:
    words = "The harbour master said it had stopped the “night ferries"
    assert shown(words, dossier) == Excerpt("", words, "” for now.")


def test_words_no_source_has_are_marked_as_a_fragment(dossier: dict[str, Any]) -> None:
    assert shown("a clause that nobody wrote at all", dossier) == Excerpt("… ", "a clause that nobody wrote at all", "")


def test_a_long_sentence_is_cut_at_a_word(dossier: dict[str, Any]) -> None:
    text = "word " * 60 + "it sank at last in the bay"
    dossier["articles"][0]["text"] = text
    cites = [{"article": "a-1", "start": 300, "end": len(text)}]
    got = excerpt(View(dossier), "it sank at last in the bay", cites)
    assert got.before.startswith("… word ")
    assert len(got.before) < 120


def test_the_words_at_the_cite_come_before_the_same_words_near_it(dossier: dict[str, Any]) -> None:
    text = "The chief spoke. Later the chief left."
    dossier["articles"][0]["text"] = text
    at = text.rindex("chief")
    got = excerpt(View(dossier), "chief", [{"article": "a-1", "start": at, "end": at + 5}])
    assert got == Excerpt("Later the ", "chief", " left.")
