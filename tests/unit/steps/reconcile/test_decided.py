"""What people decided wins over what the rules find, and only where it fits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.unit.asked import first_numbers

from rashomon.records.article import Article
from rashomon.records.codec import encode
from rashomon.records.decisions import NOTHING, Decided, RightSpeaker, fingerprint, named
from rashomon.records.dossier import Story
from rashomon.records.findings import Check, Side
from rashomon.records.span import Cite
from rashomon.run.compare import in_order
from rashomon.steps.annotate import annotate
from rashomon.steps.clean import clean
from rashomon.steps.compose import compose
from rashomon.steps.read import read_mapping
from rashomon.steps.reconcile import reconcile
from rashomon.steps.reconcile.decided import unlooked

POST = (
    "The ferry ran aground off Merrow on Tuesday.\n"
    "“We must learn the truth about this night,” Minister Anna Vega said. Her aide Lars Holm waited at the pier.\n"
    "In the disaster, 12 people were killed.\n"
)
TIMES = (
    "A ferry hit a sandbank near Merrow on Tuesday.\n"
    "“We must learn the truth about this night,” he said. Ana Vega met reporters. Orla Finch watched.\n"
    "In the disaster, 14 people were killed.\n"
)


def dossier(decided: Decided = NOTHING, *texts: str) -> dict[str, Any]:
    rows = zip(texts or (POST, TIMES), ("Post", "Times", "Echo"), strict=False)
    articles = in_order(clean(read_mapping({"text": text, "outlet": name, "id": name}, name)) for text, name in rows)
    story = Story(tuple(articles), tuple(annotate(a) for a in articles))
    return encode(compose(reconcile(story, decided=decided)))  # compose proves every cite


def spellings(found: dict[str, Any]) -> dict[str, set[str]]:
    return {a["name"]: {s["text"] for s in a["spellings"]} for a in found["actors"]}


def speakers(found: dict[str, Any]) -> dict[str, str | None]:
    names = {a["id"]: a["name"] for a in found["actors"]} | {None: None}
    return {q["article"]: names[q["speaker"]] for q in found["quotes"] if q["kind"] == "direct"}


def quotation(article: str, name: str | None, found: dict[str, Any] | None = None) -> RightSpeaker:
    found = found or dossier()
    quote = next(q for q in found["quotes"] if q["article"] == article and q["kind"] == "direct")
    sha = next(a["sha256"] for a in found["articles"] if a["id"] == article)
    return RightSpeaker(sha, quote["content"][0]["start"], quote["content"][-1]["end"], name)


def test_nothing_decided_changes_nothing() -> None:
    found = dossier()
    assert spellings(found)["Anna Vega"] == {"Anna Vega", "Ana Vega"}
    assert speakers(found)["Post"] == "Anna Vega"
    assert [d["kind"] for d in found["disagreements"]] == ["figure"]
    nobody = Decided((("Nils Aker", "Anna Vega"),), (("Nils Aker", "Orla Finch"),), (RightSpeaker("00", 1, 9, "X"),))
    assert dossier(nobody) == found


# Actors


def test_two_names_of_one_actor() -> None:
    found = spellings(dossier(Decided(same=(("lars  holm", "Orla Finch"),))))
    assert found["Orla Finch"] == {"Lars Holm", "Orla Finch"}
    assert "Lars Holm" not in found


def test_a_third_name_joins_through_either() -> None:
    found = spellings(dossier(Decided(same=(("Lars Holm", "Orla Finch"), ("Ana Vega", "Orla Finch")))))
    assert [names for names in found.values() if len(names) > 1] == [
        {"Anna Vega", "Ana Vega", "Lars Holm", "Orla Finch"}
    ]


def test_two_actors_of_like_names() -> None:
    found = spellings(dossier(Decided(apart=(("Anna Vega", "Ana Vega"),))))
    assert (found["Anna Vega"], found["Ana Vega"]) == ({"Anna Vega"}, {"Ana Vega"})


def test_a_no_wins_over_a_yes_that_leads_to_the_same() -> None:
    decided = Decided(same=(("Lars Holm", "Orla Finch"),), apart=(("Lars Holm", "Orla Finch"),))
    found = spellings(dossier(decided))
    assert (found["Lars Holm"], found["Orla Finch"]) == ({"Lars Holm"}, {"Orla Finch"})


def test_a_bare_surname_of_two_goes_with_the_one_named_more() -> None:
    more = "Anna Vega spoke. Anna Vega left. Anna Vega came back, and Anna Vega slept. Then Vega smiled at the crowd.\n"
    decided = Decided(apart=(("Anna Vega", "Ana Vega"),))
    found = spellings(dossier(decided, POST, TIMES, more))
    assert found["Ana Vega"] == {"Ana Vega"}
    assert {"Anna Vega", "Vega"} <= found["Anna Vega"]


def test_a_surname_between_two_people_goes_where_it_was_put() -> None:
    one = "Minister Anna Vega spoke in Merrow on Tuesday. Doctor Lea Vega spoke in Alba.\n"
    two = "Mr Holm said on Tuesday that Vega was not there.\n"
    assert "Vega" not in {s for names in spellings(dossier(NOTHING, one, two)).values() for s in names}
    found = spellings(dossier(Decided(same=(("Vega", "Lea Vega"),)), one, two))
    assert found["Lea Vega"] == {"Lea Vega", "Vega"}
    assert found["Anna Vega"] == {"Anna Vega"}


def test_a_body_and_a_person_can_be_one_when_people_say_so() -> None:
    one = "The Harbour Board said on Tuesday it would act. Lars Holm said nothing more.\n"
    found = spellings(dossier(Decided(same=(("Harbour Board", "Lars Holm"),)), one, POST))
    assert any({"Lars Holm", "Harbour Board"} <= names for names in found.values())


# Speakers


def test_a_pronoun_means_whom_people_say() -> None:
    found = dossier(Decided(speakers=(quotation("Times", "Orla Finch"),)))
    assert speakers(found) == {"Post": "Anna Vega", "Times": "Orla Finch"}
    quote = next(q for q in found["quotes"] if q["article"] == "Times")
    assert quote["confidence"] == 1.0


def test_a_wrong_name_gives_way_to_the_right_one() -> None:
    found = dossier(Decided(speakers=(quotation("Post", "Lars Holm"),)))
    quote = next(q for q in found["quotes"] if q["article"] == "Post")
    where = quote["speaker_cite"]
    assert speakers(found)["Post"] == "Lars Holm"
    assert POST[where["start"] : where["end"]] == "Lars Holm"


def test_a_speaker_another_report_names() -> None:
    found = dossier(Decided(speakers=(quotation("Post", "Orla Finch"),)))
    quote = next(q for q in found["quotes"] if q["article"] == "Post")
    assert speakers(found)["Post"] == "Orla Finch"
    assert quote["speaker_cite"] is None


def test_a_speaker_no_rule_saw_becomes_an_actor_where_a_report_names_him() -> None:
    text = POST + "The lamplighter of the night pier was there, too.\n"
    before = dossier(NOTHING, text, TIMES)
    assert "lamplighter of the night pier" not in spellings(before)
    decided = Decided(speakers=(quotation("Post", "lamplighter of the night pier", before),))
    found = dossier(decided, text, TIMES)
    assert speakers(found)["Post"] == "lamplighter of the night pier"
    assert spellings(found)["lamplighter of the night pier"] == {"lamplighter of the night pier"}


def test_a_speaker_whom_no_report_names_is_not_made_up() -> None:
    assert dossier(Decided(speakers=(quotation("Post", "Nils Aker"),))) == dossier()
    assert dossier(Decided(speakers=(quotation("Post", " "),))) == dossier()


def test_nobody_is_the_speaker() -> None:
    found = dossier(Decided(speakers=(quotation("Times", None),)))
    assert speakers(found) == {"Post": "Anna Vega", "Times": None}


def test_a_decision_holds_for_the_words_even_when_the_quotation_is_cut_otherwise() -> None:
    right = quotation("Times", "Orla Finch")
    moved = RightSpeaker(right.sha256, right.start + 4, right.end - 4, "Orla Finch")
    assert speakers(dossier(Decided(speakers=(moved,))))["Times"] == "Orla Finch"
    apart = RightSpeaker(right.sha256, right.end + 1, right.end + 9, "Orla Finch")
    assert dossier(Decided(speakers=(apart,))) == dossier()


# Contradictions


def settled(kind: str, one: str, other: str) -> Decided:
    return Decided(settled=frozenset({fingerprint(kind, one, other)}))


def passages() -> tuple[str, str]:
    found = dossier()
    texts = {a["id"]: a["text"] for a in found["articles"]}
    one, other = (s["cites"][0] for s in found["disagreements"][0]["sides"])
    return texts[one["article"]][one["start"] : one["end"]], texts[other["article"]][other["start"] : other["end"]]


def test_what_is_no_contradiction_is_not_shown_and_its_figure_is_compatible() -> None:
    assert [f["relation"] for f in dossier()["figures"]] == ["conflict"]
    found = dossier(settled("figure", *passages()))
    assert found["disagreements"] == []
    assert [f["relation"] for f in found["figures"]] == ["compatible"]


@pytest.mark.parametrize("kind", ["time", "stance"])
def test_another_kind_of_contradiction_stays(kind: str) -> None:
    assert dossier(settled(kind, *passages())) == dossier()


def test_a_third_value_brings_it_back() -> None:
    third = "A ferry ran aground near Merrow on Tuesday.\nIn the disaster, 19 people were killed.\n"
    found = dossier(settled("figure", *passages()), POST, TIMES, third)
    assert [len(d["sides"]) for d in found["disagreements"]] == [3]
    assert [f["relation"] for f in found["figures"]] == ["conflict"]


def test_a_second_witness_of_a_settled_value_does_not() -> None:
    third = "A ferry ran aground near Merrow on Tuesday.\nIn the disaster, 14 people were killed.\n"
    assert [d["kind"] for d in dossier(NOTHING, POST, TIMES, third)["disagreements"]] == ["figure"]
    assert dossier(settled("figure", *passages()), POST, TIMES, third)["disagreements"] == []


# Checks


def test_a_check_that_is_no_contradiction_is_gone_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.steps.reconcile.find_checks", first_numbers)
    before = dossier()
    (check,) = before["checks"]
    texts = {a["id"]: a["text"] for a in before["articles"]}
    words = [
        [texts[c["article"]][c["start"] : c["end"]] for c in (s["values"][0], s["cites"][0])] for s in check["sides"]
    ]
    assert [value for value, _ in words] == ["12 people", "14 people"]
    found = dossier(settled("figure", named(*words[0]), named(*words[1])))
    assert found == {**before, "checks": []}


def numbers(number: int, one: str, other: str) -> Check:
    """A check on two numbers of the same two sentences."""
    sides = [
        Side(text, None, (Cite(name, 0, len(text)),), (Cite(name, text.index(value), text.index(value) + len(value)),))
        for name, text, value in (("a", "It has 9 boats and 40 men.", one), ("b", "Its 8 boats need 50 men.", other))
    ]
    return Check(f"k{number}", "figure", f"“{one}” or “{other}”?", tuple(sides))


def test_the_same_passages_are_still_asked_about_for_another_number() -> None:
    articles = tuple(
        Article(n, n, text, ()) for n, text in (("a", "It has 9 boats and 40 men."), ("b", "Its 8 boats need 50 men."))
    )
    story, both = Story(articles, ()), (numbers(1, "9 boats", "8 boats"), numbers(2, "40 men", "50 men"))
    boats = settled("figure", "“9 boats” in “It has 9 boats and 40 men.”", "“8 boats” in “Its 8 boats need 50 men.”")
    assert unlooked(both, story, NOTHING) == both
    assert unlooked(both, story, boats) == (replace(both[1], id="k1"),)
    assert unlooked(both, story, settled("time", "“9 boats”", "“8 boats”")) == both


# Denials

SAID = "The line said a pilot was aboard the Alma on Tuesday night.\n"
UNSAID = "The harbour authority said no pilot was aboard the Alma on Tuesday night.\n"


def told(found: dict[str, Any]) -> dict[str, tuple[str, int, set[str]]]:
    return {
        s["gist"]: (s["verdict"], s["outlets"], {r["polarity"] for r in s["reports"]})
        for s in found["statements"]
        if "pilot" in s["gist"]
    }


def test_a_denial_that_is_none_is_a_statement_of_its_own() -> None:
    before = dossier(NOTHING, SAID, UNSAID)
    (disputed,) = [s for s in before["statements"] if s["verdict"] == "disputed"]
    texts = {a["id"]: a["text"] for a in before["articles"]}
    words = {
        r["polarity"]: texts[r["cite"]["article"]][r["cite"]["start"] : r["cite"]["end"]] for r in disputed["reports"]
    }
    found = dossier(settled("stance", words["affirmed"], words["denied"]), SAID, UNSAID)
    assert {verdict for verdict, _, _ in told(found).values()} == {"single"}
    assert {outlets for _, outlets, _ in told(found).values()} == {1}
    assert len(told(found)) == 2
    assert [s["id"] for s in found["statements"]] == [f"s{n}" for n in range(1, len(found["statements"]) + 1)]


def test_a_denial_by_another_report_stays() -> None:
    decided = settled("stance", "a pilot was aboard", "somebody else was aboard")
    assert told(dossier(decided, SAID, UNSAID)) == told(dossier(NOTHING, SAID, UNSAID))
