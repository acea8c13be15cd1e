"""Own-written stories of many name cultures: which spellings are one actor, and which are not."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.records.marks import Marks
from rashomon.steps.annotate.names import find_mentions
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.actors import find_actors


def actors(*texts: str) -> dict[str, tuple[str, set[str]]]:
    """Name → type and spellings of every actor of the reports."""
    articles = [
        Article(f"a{n}", f"a{n}.txt", t, (Block(0, len(t), "body"),), language="en") for n, t in enumerate(texts)
    ]
    marks = []
    for article in articles:
        words = split_words(article)
        marks.append(Marks(words, find_mentions(words)))
    cast = find_actors(Story(tuple(articles), tuple(marks)))
    return {a.name: (a.type, {s.text for s in a.spellings}) for a in cast.actors}


ARABIC = (
    "Libyan Prime Minister Abdel Karim al-Mansouri met Energy Minister Youssef Haddad in Tripoli on Sunday. "
    "Al-Mansouri said the port would reopen. Haddad declined to comment.",
    "Prime Minister Abdul Karim Al Mansuri said the port would reopen. Yusuf Haddad, the energy minister, was silent.",
    "Abdelkarim el-Mansouri arrived with Khalid al-Mansouri, his brother. Mr Haddad stayed in Tripoli.",
)
CHINESE = (
    "Chinese Foreign Minister Zhou Meiling arrived in Lagos. Zhou thanked the hosts. Her deputy, Deng Haoran, stayed.",
    "Foreign Minister Zhou Meiling spoke for an hour. Ms Zhou left at noon. Mr Deng will follow.",
    "Zhou Mei-ling was met by the governor.",
)
KOREAN = (
    "North Korean leader Pak Jong-hun inspected a factory with his sister, Pak Yo-hun. Pak Yo-hun took notes.",
    "Pak Jong Hun praised the workers. Pak Yo Hun, the leader's sister, said little.",
)
SPANISH = (
    "Mayor Rodrigo Velarde Montalvo opened the tram in Cartagena. Velarde thanked the drivers.",
    "Rodrigo Velarde said the tram would be free. Mr Velarde rode it himself.",
    "The mayor, Rodrigo Velarde Montalvo, rode the tram.",
)
DUTCH = (
    "Minister Pieter van der Hoek opened the dyke. Van der Hoek said it would hold. Engineer Lotte de Wit agreed.",
    "The dyke will hold, said Pieter van der Hoek. Mr van der Hoek added that De Wit had tested it.",
)
INDONESIAN = (
    "President Suhendro visited Padang on Friday. Suhendro, 61, promised new houses.",
    "Indonesian President Suhendro promised houses. Vice President Budi Santika came later.",
)
ICELANDIC = (
    "Prime Minister Guðrún Þorvaldsdóttir spoke in Reykjavik. Þorvaldsdóttir said the eruption was over. "
    "Her brother, Einar Þorvaldsson, is a geologist.",
    "Gudrun Thorvaldsdottir said the eruption was over. Einar Thorvaldsson disagreed.",
)
GERMAN = (
    "Finance Minister Jörg Schäufler spoke in Berlin. Schäufler said taxes would fall.",
    "Joerg Schaeufler said taxes would fall. Mr Schaeufler smiled.",
    "Jorg Schaufler did not say when.",
)
TURKISH = (
    "Interior Minister Işıl Şenol spoke in Ankara. Şenol blamed the weather.",
    "Isil Senol blamed the weather. Ms Senol left at once.",
)


@pytest.mark.parametrize(
    ("reports", "name", "spellings"),
    [
        (
            ARABIC,
            "Abdel Karim al-Mansouri",
            {"Abdel Karim al-Mansouri", "Abdul Karim Al Mansuri", "Abdelkarim el-Mansouri", "Al-Mansouri"},
        ),
        (ARABIC, "Youssef Haddad", {"Youssef Haddad", "Yusuf Haddad", "Haddad"}),
        (ARABIC, "Khalid al-Mansouri", {"Khalid al-Mansouri"}),
        (CHINESE, "Zhou Meiling", {"Zhou Meiling", "Zhou", "Zhou Mei-ling"}),
        (CHINESE, "Deng Haoran", {"Deng Haoran", "Deng"}),
        (KOREAN, "Pak Jong-hun", {"Pak Jong-hun", "Pak Jong Hun"}),
        (KOREAN, "Pak Yo-hun", {"Pak Yo-hun", "Pak Yo Hun"}),
        (SPANISH, "Rodrigo Velarde Montalvo", {"Rodrigo Velarde Montalvo", "Rodrigo Velarde", "Velarde"}),
        (DUTCH, "Pieter van der Hoek", {"Pieter van der Hoek", "Van der Hoek", "van der Hoek"}),
        (DUTCH, "Lotte de Wit", {"Lotte de Wit", "De Wit"}),
        (INDONESIAN, "Suhendro", {"Suhendro"}),
        (INDONESIAN, "Budi Santika", {"Budi Santika"}),
        (ICELANDIC, "Gudrun Thorvaldsdottir", {"Guðrún Þorvaldsdóttir", "Þorvaldsdóttir", "Gudrun Thorvaldsdottir"}),
        (ICELANDIC, "Einar Thorvaldsson", {"Einar Þorvaldsson", "Einar Thorvaldsson"}),
        (
            GERMAN,
            "Joerg Schaeufler",
            {"Jörg Schäufler", "Schäufler", "Joerg Schaeufler", "Schaeufler", "Jorg Schaufler"},
        ),
        (TURKISH, "Işıl Şenol", {"Işıl Şenol", "Şenol", "Isil Senol", "Senol"}),
    ],
)
def test_one_person_of_each_culture(reports: tuple[str, ...], name: str, spellings: set[str]) -> None:
    assert actors(*reports).get(name) == ("person", spellings)


BROTHERS = (
    "Governor Marco Belloni and his brother, Senator Dario Belloni, opened the bridge. Marco Belloni spoke first. "
    "Belloni waved.",
    "Dario Belloni said the bridge was safe.",
)
COUPLE = (
    "Singer Nora Castellan and her husband, Paul Castellan, sold the house. Mr Castellan signed. "
    "Ms Castellan did not come.",
)
COMPANY = (
    "Ambrose Tarkin founded Tarkin Motors in 1961. Tarkin Motors said the plant would close. Mr Tarkin died in 1990.",
    "Tarkin Motors closes its plant. The company was founded by Ambrose Tarkin.",
)
PLACE = (
    "Mayor Edith Lindenfeld spoke in Lindenfeld on Monday. Mayor Lindenfeld said the town of Lindenfeld was safe.",
)
ACRONYM = (
    "The Marine Salvage Union (MSU) called a strike. The MSU said talks had failed.",
    "MSU members walked out. The Marine Salvage Union has 900 members.",
)
TEAMS = (
    "Ellery Rovers beat Sandvik United 3-1 on Saturday. Rovers coach Tim Harlow praised his team. United lost again.",
    "Ellery Rovers won in Sandvik. Harlow said his side had been lucky.",
)
SHIPS = (
    "The trawler Margaret Dunn sank off Cape Sorrel. The Margaret Dunn had a crew of six. "
    "Hurricane Teresa hit the coast. Hurricane Teresa killed nobody. Teresa weakened on Friday.",
    "Captain Owen Marsh said the Margaret Dunn was old. Storm Teresa weakened.",
)


def test_two_brothers_stay_apart_and_the_bare_surname_is_open() -> None:
    found = actors(*BROTHERS)
    assert found["Marco Belloni"] == ("person", {"Marco Belloni"})
    assert found["Dario Belloni"] == ("person", {"Dario Belloni"})
    assert "Belloni" not in found


def test_husband_and_wife_by_form_of_address() -> None:
    found = actors(*COUPLE)
    assert set(found) >= {"Nora Castellan", "Paul Castellan"}
    assert not {"Castellan"} & set(found)


def test_a_company_and_its_founder() -> None:
    found = actors(*COMPANY)
    assert found["Tarkin Motors"] == ("organization", {"Tarkin Motors"})
    assert found["Ambrose Tarkin"] == ("person", {"Ambrose Tarkin", "Tarkin"})


def test_a_place_and_a_person() -> None:
    found = actors(*PLACE)
    assert found["Edith Lindenfeld"] == ("person", {"Edith Lindenfeld", "Lindenfeld"})


def test_acronyms() -> None:
    found = actors(*ACRONYM)
    assert found["Marine Salvage Union"] == ("organization", {"Marine Salvage Union", "MSU"})


def test_teams_are_no_people() -> None:
    found = actors(*TEAMS)
    assert found["Ellery Rovers"][0] == "organization"
    assert found["Sandvik United"][0] == "organization"
    assert found["Tim Harlow"] == ("person", {"Tim Harlow", "Harlow"})
    assert "person" not in {kind for name, (kind, _) in found.items() if name != "Tim Harlow"}


def test_ships_and_storms_with_human_names() -> None:
    found = actors(*SHIPS)
    assert found["Margaret Dunn"] == ("other", {"Margaret Dunn"})
    assert found["Owen Marsh"] == ("person", {"Owen Marsh"})
    assert found["Hurricane Teresa"] == ("other", {"Hurricane Teresa", "Storm Teresa", "Teresa"})
