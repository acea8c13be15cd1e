"""Reports in other languages are labelled, kept and not read as English."""

from __future__ import annotations

from pathlib import Path

import pytest

import rashomon

FRENCH = (
    "Le maire de Corval a annoncé mardi que le pont serait fermé pendant deux semaines. « Nous devons agir vite », a "
    "déclaré Mme Lucie Arnoux aux journalistes. La police a confirmé la nouvelle.\n"
)
GERMAN = (
    "Der Bürgermeister von Corval sagte am Dienstag, die Brücke werde für zwei Wochen geschlossen. „Wir müssen schnell "
    "handeln“, sagte Lucie Arnoux vor Reportern. Die Polizei bestätigte das.\n"
)
ENGLISH = (
    "Mayor Lucie Arnoux said on Tuesday the Corval bridge would be closed for two weeks.\n\n"
    '"We must act quickly," Arnoux told reporters. Police confirmed the news.\n',
    "The Corval bridge will be closed for two weeks, Mayor Lucie Arnoux said on Tuesday.\n\n"
    '"We must act quickly," said Ms Arnoux, who was elected in May.\n',
)


@pytest.mark.parametrize(("text", "language", "sentences"), [(FRENCH, "fr", 3), (GERMAN, "de", 3)])
def test_annotate_labels_and_reads_nothing(text: str, language: str, sentences: int) -> None:
    told = rashomon.annotate({"id": "1", "text": text})
    assert told["language"] == language
    assert len(told["sentences"]) == sentences
    assert [told[key] for key in ("mentions", "quotes", "times", "measures")] == [[], [], [], []]


def test_a_stated_language_wins() -> None:
    assert rashomon.annotate({"id": "1", "text": ENGLISH[0], "language": "fr"})["mentions"] == []
    assert rashomon.annotate({"id": "1", "text": ENGLISH[0], "language": "en"})["mentions"] != []


def test_a_german_report_in_an_english_story_is_kept_and_changes_no_actor(tmp_path: Path) -> None:
    for number, text in enumerate((*ENGLISH, GERMAN)):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    files = [tmp_path / f"{n}.txt" for n in range(3)]
    mixed, plain = rashomon.compare(files).to_dict(), rashomon.compare(files[:2]).to_dict()
    german = next(a for a in mixed["articles"] if a["path"].endswith("2.txt"))
    assert (german["language"], german["text"]) == ("de", GERMAN)
    assert mixed["story"]["languages"] == ["de", "en"]
    assert mixed["actors"] == plain["actors"]
    assert [q for q in mixed["quotes"] if q["article"] == german["id"]] == []
    spelt = {s["text"] for a in mixed["actors"] for s in a["spellings"]}
    assert spelt == {"Lucie Arnoux", "Arnoux", "Corval", "Police"}
