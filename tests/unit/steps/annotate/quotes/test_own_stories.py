"""The invented stories of this repository: the name behind every quotation and report that has one."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from rashomon.run.filter import annotate_row

ROOT = Path(__file__).parents[5]
STORIES = ROOT / "benchmarks" / "planted" / "stories"

QUOTED: dict[str, list[list[str | None]]] = {
    "border_talks": [["Milena Horak", "Goran Basic"], ["Milena Horak", "Goran Basic"], []],
    "coach_leaves": [["Dario Marchetti"], ["Dario Marchetti"], ["Beth Okonjo"]],
    "dam_ruling": [["Rohana Silva"], ["Rohana Silva", "Meena Rathi"], []],
    "drug_trial": [["Grace Mwangi"], ["Grace Mwangi"], []],
    "hotel_fire": [["Lenka Moravcova"], ["Lenka Moravcova"], ["Ioana Petrescu"]],
    "island_quake": [["Tevita Lolo"], [], ["Ana Vaka"]],
    "smelter_sale": [["Aino Rautio"], ["Aino Rautio"], ["Stig Bakken"]],
    "tram_vote": [["Signe Halvorsen"], ["Halvorsen"], ["Bram Oosterhuis", "Signe Halvorsen"]],
}


@pytest.mark.parametrize("story", sorted(QUOTED))
def test_every_quotation_has_its_name(story: str) -> None:
    with (STORIES / f"{story}.toml").open("rb") as file:
        reports = tomllib.load(file)["report"]
    found = [
        [
            q["speaker_name"]
            for q in annotate_row({"id": "a", "text": report["text"]})["quotes"]
            if q["kind"] != "indirect"
        ]
        for report in reports
    ]
    assert found == QUOTED[story]


FERRY: dict[str, list[tuple[str, str | None, str | None]]] = {
    "coastline_daily.txt": [("direct", "Yelena Sorokhina", None)],
    "harbour_courier.txt": [("direct", "Yelena Sorokhina", None), ("direct", "Tomas Ekberg", None)],
    "morrow_gazette.txt": [
        ("direct", "Dilan Osei", "Gazette"),
        ("mixed", "Lantern Lines", None),
        ("mixed", "Sorokhina", None),
    ],
    "valley_post.txt": [],
}


@pytest.mark.parametrize("name", sorted(FERRY))
def test_the_ferry(name: str) -> None:
    answer: dict[str, Any] = annotate_row({"id": name, "text": (ROOT / "examples" / "ferry" / name).read_text("utf-8")})
    quotes = [q for q in answer["quotes"] if q["kind"] != "indirect"]
    assert [(q["kind"], q["speaker_name"], q["channel"]) for q in quotes] == FERRY[name]


def test_unnamed_speakers_of_the_ferry_keep_their_words() -> None:
    text = (ROOT / "examples" / "ferry" / "harbour_courier.txt").read_text("utf-8")
    quotes = annotate_row({"id": "a", "text": text})["quotes"]
    unnamed = {text[slice(*q["speaker"])] for q in quotes if q["speaker"] and q["speaker_name"] is None}
    assert unnamed == {"the coastguard", "two fishermen"}
