from __future__ import annotations

from typing import Any

from rashomon.export.view import View, number, reading
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


def test_numbers_for_people() -> None:
    assert number(950000) == "950,000"
    assert number(6.5) == "6.5"
    assert number(None) == "?"
    assert reading({"modifier": "about", "value": 60, "counted": "call"}, "minute") == "about 60 minute"
    assert reading({"modifier": None, "value": 175, "counted": "prisoners"}, None) == "175 prisoners"
