"""Words that tell who a body is, acronyms, and the ways in which one body is written."""

from __future__ import annotations

import pytest

from rashomon.text.names.bodies import acronym, body_score, content, is_body, one_or_many, team, turned


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Norda Metals Ltd.", "norda metals"),
        ("The Norda Metals Company Limited", "norda metals"),
        ("Norda Metals GmbH & Co. KG", "norda metals"),
        ("Norda S.p.A.", "norda"),
        ("Norda S.A. de C.V.", "norda"),
        ("JSC Norda", "norda"),
        ("Public Joint Stock Company Norda", "norda"),
        ("Norda sp. z o.o.", "norda"),
        ("Limited", "limited"),
        ("Brook & Hale", "brook hale"),
        ("Bank of Orrin", "bank orrin"),
        ("Dept. of Works", "department works"),
        ("Natl. Seed Assn", "national seed association"),
        ("Second Orrin Brigade", "2 orrin brigade"),
        ("2nd Orrin Brigade", "2 orrin brigade"),
        ("Orrin Medical Centre", "orrin medical center"),
        ("St. Orrin", "saint orrin"),
        ("U.S. Seed Survey", "united states seed survey"),
        ("French Navy", "france navy"),
        ("France's Navy", "france navy"),
        ("Orrin’s Hospital", "orrin hospital"),
        ("startup Norda", "norda"),
        ("Norda.com", "norda"),
        ("T - Norda", "t norda"),
        ("M/V Ocean Dawn", "mv ocean dawn"),
        ("Orrin Police Department", "orrin police"),
        ("World Seed Programme (WSP)", "world seed program"),
        ("World Seed Programme ( WSP", "world seed program"),
        ("(WSP)", "wsp"),
        ("", ""),
        ("…", ""),
    ],
)
def test_content_words(name: str, words: str) -> None:
    assert " ".join(content(name)) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ministry of Works", "works ministry"),
        ("University of North Orrin", "north orrin university"),
        ("Fund for the Orrin Coast", "orrin coast fund"),
        ("Works Ministry", ""),
        ("School of Arts of the City of Orrin", ""),
    ],
)
def test_turned_names(name: str, words: str) -> None:
    assert " ".join(turned(name)) == words


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("AMD", "Advanced Mill Drives Inc.", True),
        ("A.M.D.", "Advanced Mill Drives", True),
        ("HP", "Halden-Packer Company", True),
        ("USSS", "U.S. Seed Survey", True),
        ("NOPD", "New Ostia Police", True),
        ("WSP", "World Seed Programme (WSP)", True),
        ("UNX", "Seed Programme (UNX)", True),
        ("AMD", "Advanced Mill", False),
        ("Amd", "Advanced Mill Drives", False),
        ("AMD", "AMD", False),
        ("ADVANCEDX", "Advanced Mill Drives", False),
    ],
)
def test_acronyms(short: str, long: str, fits: bool) -> None:
    assert acronym(short, long) is fits


@pytest.mark.parametrize(
    ("a", "b", "score"),
    [
        ("United Nations", "UN", 0.98),
        ("United Nations", "European Union", 0.05),
        ("Norda Metals Ltd", "Norda Metals", 0.97),
        ("Sea Norda", "SeaNorda", 0.97),
        ("Ministry of Works", "Works Ministry", 0.9),
        ("Lake Orrin", "Orrin Lake", 0.9),
        ("Norda Group", "Norda", 0.85),
        ("ferry Ocean Dawn", "Ocean Dawn", 0.97),
        ("Norda Metal", "Norda Metals", 0.6),
        ("RTX Machines", "RTX", 0.6),
        ("Norda Sheikhun", "Norda Shaykhoun", 0.7),
        ("Halden Shpping Lines", "Halden Shipping Lines", 0.7),
        ("Halden Shiping Lines", "Halden Shipping Lines", 0.85),
        ("Norda Metals", "Norda Motors", 0.0),
        ("Norda", "", 0.0),
        ("Group", "Holdings Group", 0.0),
    ],
)
def test_scores(a: str, b: str, score: float) -> None:
    assert body_score(a, b) == score
    assert body_score(b, a) == score


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("NATO", True),
        ("Peru", True),
        ("Norda Inc.", True),
        ("Marsh Valley Council", True),
        ("Ana Church", False),
        ("Ana Reyes", False),
        ("", False),
    ],
)
def test_what_looks_like_a_body(name: str, body: bool) -> None:
    assert is_body(name) is body


def test_one_or_many_and_teams() -> None:
    assert one_or_many("Orrin Democratic Force", "Orrin Democratic Forces")
    assert one_or_many("Orrin Democratic Forces", "Orrin Democratic Force")
    assert not one_or_many("Force", "Forces")
    assert not one_or_many("Orrin Force", "Norda Forces")
    assert team("Rovers", "Ostia Rovers")
    assert not team("Reyes", "Ana Reyes")
