from __future__ import annotations

from typing import Any

from tests.unit.export.conftest import cite

from rashomon.export.view import View
from rashomon.steps.compose.proof import prove


def test_the_sample_holds(dossier: dict[str, Any]) -> None:
    assert prove(dossier) == []


def test_passages_are_numbered_sources_with_their_words(dossier: dict[str, Any]) -> None:
    view = View(dossier)
    passage = view.passage(dossier["figures"][0]["readings"][1]["cite"])
    assert (passage.source, passage.text, passage.mark) == (2, "142 people", "[2:18-28]")
    assert passage.outlet == "two.txt (outlet not named)"


def test_names_and_days(dossier: dict[str, Any]) -> None:
    view = View(dossier)
    assert view.actor("sorokina") == "Sorokina"
    assert view.actor(None) == "the outlet"
    assert view.days() == "2025-10-15"
    dossier["articles"][0]["published"] = "2025-10-14T08:00"
    assert View(dossier).days() == "2025-10-14 to 2025-10-15"


def test_three_names_of_a_report_without_an_outlet(dossier: dict[str, Any]) -> None:
    view = View(dossier)
    assert view.outlet("a-2") == "two.txt (outlet not named)"
    assert view.short("a-2") == "unnamed outlet"
    assert view.named("a-2") == "Unnamed outlet (two.txt)"
    dossier["articles"][0]["outlet"] = "The Evening Lamp and Harbour Intelligencer"
    assert View(dossier).short("a-1") == "The Evening Lamp and …"


def test_cites_in_the_order_of_sources_each_once(dossier: dict[str, Any]) -> None:
    cites = [{"article": a, "start": s, "end": 9} for a, s in (("a-2", 1), ("a-1", 5), ("a-1", 2), ("a-2", 1))]
    ordered = [(c["article"], c["start"]) for c in View(dossier).order(cites)]
    assert ordered == [("a-1", 2), ("a-1", 5), ("a-2", 1)]


def test_the_length_of_a_quote_counts_its_own_words_only(dossier: dict[str, Any]) -> None:
    quote = {"content": [cite("a-1", "We must learn"), cite("a-1", "the truth")]}
    assert View(dossier).quoted(quote) == "We must learn […] the truth"
    assert View(dossier).length(quote) == 5
