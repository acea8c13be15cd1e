"""The shipped example, line by line: every block that is not body, and what each of its six files says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.records.article import Article
from rashomon.steps.clean import clean
from rashomon.steps.read import read_path

FERRY = Path(__file__).parents[4] / "examples" / "ferry"
LINKS = [
    "Read also:",
    "• News",
    "2025, Saturday",
    "18 October",
    "11:20",
    "Council votes on new fish market",
    "11:05",
    "Storm warning lifted for the eastern isles",
    "10:48",
    "Merrow United sign striker from Valley Town for 2 million",
    "10:30",
]
MORE_LINKS = [
    "Why the old lighthouse should stay",
    "10:12",
    "Ferry fares to rise by nearly 8% in January",
    "09:55",
    "Three held after break-in at customs shed",
    "More news",
]
BLOCKS = {
    "coastline_daily.txt": [
        ("title", "Ferry with 142 aboard hits sandbank; no deaths"),
        ("credit", "(Reporting by Sana Whitlock; editing by Jo Pereira)"),
        ("credit", "© 2025 Meridian Wire"),
    ],
    "harbour_courier.txt": [
        ("furniture", "The Harbour Courier"),
        ("furniture", "Menu"),
        ("furniture", "Home | News | Port | Weather | Opinion"),
        ("title", "Ferry Halcyon runs aground off Port Merrow, all on board brought ashore"),
        ("date", "14 October, 2025 Tuesday"),
        ("date", "21:40"),
        ("byline", "By Odile Brannigan"),
        ("advert", "Advertisement"),
        ("teaser", "Also read: Lantern Lines ferry held 142 people when it struck the bank, coastguard log shows"),
        ("furniture", "Share this article"),
        ("furniture", "Facebook | X | WhatsApp"),
        *(("links", text) for text in LINKS),
        ("furniture", "OPINION"),
        *(("links", text) for text in MORE_LINKS),
    ],
    "lamplight.txt": [
        ("title", "Sorochina: ‘whole truth’ about the Halcyon must come out"),
        ("byline", "Marit Dunmore"),
        ("byline", "The Lamplight"),
        ("caption", "Meridian Images The ferry Halcyon on the Sorrel Bank at low tide.Meridian Images"),
        ("teaser", "Fog closes northern ports for a second day"),
        ("credit", "(With inputs from agencies)"),
    ],
    "morrow_gazette.txt": [
        ("furniture", "The Morrow Gazette"),
        ("date", "Wednesday 15.10.2025 08:20"),
        ("title", "Halcyon grounding: union says crew had warned of worn charts"),
        ("furniture", "Follow the Gazette on X"),
        ("furniture", "Subscribe to our newsletter"),
    ],
    "northern_ledger.html": [("title", "Minister demands answers after ferry grounding")],
    "valley_post.txt": [
        ("date", "date 2025-10-15"),
        ("title", "All safe after ferry runs on to sandbank"),
        ("byline", "By our foreign staff"),
        ("advert", "Advertisment"),
        ("teaser", "Also read: Petrel crew still waiting for wages"),
        ("credit", "Source: Meridian Wire"),
    ],
}
# outlet, authors, published, where the date is from, sources
FACTS = {
    "coastline_daily.txt": (None, (), None, None, ("Meridian Wire",)),
    "harbour_courier.txt": ("The Harbour Courier", ("Odile Brannigan",), "2025-10-14T21:40", "text", ()),
    "lamplight.txt": ("The Lamplight", ("Marit Dunmore",), None, None, ()),
    "morrow_gazette.txt": ("The Morrow Gazette", (), "2025-10-15T08:20", "text", ()),
    "northern_ledger.html": (
        "The Northern Ledger",
        ("Pell Arvidsson",),
        "2025-10-15T07:15+02:00",
        "metadata",
        (),
    ),
    "valley_post.txt": (None, (), "2025-10-15", "text", ("Meridian Wire",)),
}


def article(file: str) -> Article:
    (page,), refused = read_path(str(FERRY / file))
    assert refused == []
    return clean(page)


def test_the_tables_here_cover_the_example():
    assert sorted(p.name for p in FERRY.iterdir() if p.suffix in (".txt", ".html")) == sorted(BLOCKS) == sorted(FACTS)


@pytest.mark.parametrize("file", BLOCKS)
def test_every_block_that_is_no_body(file):
    found = article(file)
    assert [(b.kind, found.text[b.start : b.end]) for b in found.blocks if b.kind != "body"] == BLOCKS[file]


@pytest.mark.parametrize("file", FACTS)
def test_what_each_file_says_of_itself(file):
    found = article(file)
    assert (found.outlet, found.authors, found.published, found.published_from, found.sources) == FACTS[file]
    assert found.title == next(text for kind, text in BLOCKS[file] if kind == "title")
    assert (found.language, found.captured, found.day) == ("en", True, (FACTS[file][2] or "")[:10] or None)


@pytest.mark.parametrize("file", BLOCKS)
def test_every_character_is_in_exactly_one_block(file):
    found = article(file)
    position = 0
    for block in found.blocks:
        assert not found.text[position : block.start].strip()
        position = block.end
    assert not found.text[position:].strip()
