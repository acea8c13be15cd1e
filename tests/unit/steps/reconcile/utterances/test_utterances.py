"""The ledger: which quotations are one utterance, how they differ, who said it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rashomon.records.article import Block
from rashomon.records.dossier import Story
from rashomon.records.findings import Quote, Utterance
from rashomon.records.span import Span
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.utterances import find_utterances

IDA, TOM = ("Ida Lund", "person"), ("Tom Reyes", "person")
PORT = ("Harbour Board", "organization")


@pytest.fixture
def ledger(make_story: Any) -> Any:
    """Utterances as lists of article letters, with the quotes and utterances themselves."""

    def run(*reports: Any, people: Any = (IDA, TOM, PORT)) -> tuple[list[str], list[Quote], list[Utterance]]:
        story, cast = make_story(reports, people)
        quotes, utterances = find_utterances(story, cast)
        by_id = {q.id: q for q in quotes}
        together = ["".join(sorted(by_id[q].article for q in u.quotes)) for u in utterances]
        return together, list(quotes), list(utterances)

    return run


def said(pieces: Any, speaker: str | None = "Lund", **more: Any) -> dict[str, Any]:
    return {"pieces": pieces, "speaker": speaker, **more}


LONG = "We must rebuild the northern pier before the winter storms arrive"


def test_no_quotation_no_utterance(ledger: Any) -> None:
    assert ledger(("The pier fell.", [])) == ([], [], [])


def test_a_lone_quotation_is_single(ledger: Any) -> None:
    together, quotes, utterances = ledger((f'"{LONG}," Lund said.', [said(LONG)]))
    assert together == ["a"]
    assert (quotes[0].id, quotes[0].speaker, quotes[0].article) == ("q1", "Ida Lund", "a")
    assert utterances == [Utterance("u1", "Ida Lund", ("q1",), "single", (), 1, None, None)]


def test_verbatim_copies_are_the_same(ledger: Any) -> None:
    together, _, (one,) = ledger(
        (f'"{LONG}," Lund said.', [said(LONG)]),
        (f"“{LONG}”, said Ida Lund.", [said(LONG)]),
    )
    assert together == ["ab"]
    assert (one.relation, one.outlets, one.speaker, one.differences) == ("same", 2, "Ida Lund", ())


def test_dress_is_no_difference(ledger: Any) -> None:
    _, _, (one,) = ledger(
        (
            '"The harbour can\'t wait ten years for defence," Lund said.',
            [said("The harbour can't wait ten years for defence")],
        ),
        (
            '"the harbor cannot wait 10 years for defense," Lund said.',
            [said("the harbor cannot wait 10 years for defense")],
        ),
    )
    assert (one.relation, one.differences) == ("same", ())


def test_a_cut_version_points_to_the_longest(ledger: Any) -> None:
    part = "rebuild the northern pier"
    _, _, (one,) = ledger(
        (f'The board must "{part}", Lund said.', [said(part, kind="mixed")]),
        (f'"{LONG}," Lund said.', [said(LONG)]),
    )
    assert (one.relation, one.quotes, one.differences) == ("cut", ("q2", "q1"), ())


def test_a_splice_with_an_ellipsis_is_a_cut(ledger: Any) -> None:
    spliced = "We must rebuild ... before the winter storms arrive"
    _, _, (one,) = ledger((f'"{LONG}," Lund said.', [said(LONG)]), (f'"{spliced}," Lund said.', [said(spliced)]))
    assert (one.relation, one.differences) == ("cut", ())


def test_words_in_brackets_are_the_outlets(ledger: Any) -> None:
    edited = "[The board] must rebuild the northern pier before the winter storms arrive"
    _, _, (one,) = ledger((f'"{LONG}," Lund said.', [said(LONG)]), (f'"{edited}," Lund said.', [said(edited)]))
    assert (one.relation, one.differences) == ("cut", ())


def test_changed_words_are_shown_to_the_letter(ledger: Any) -> None:
    other = "We should rebuild the northern pier before the winter gales arrive"
    _, quotes, (one,) = ledger((f'"{LONG}," Lund said.', [said(LONG)]), (f'"{other}," Lund said.', [said(other)]))
    assert one.relation == "reworded"
    (difference,) = one.differences
    assert difference.quotes == ("q1", "q2") or difference.quotes == ("q2", "q1")
    pairs = difference.words if difference.quotes[0] == "q1" else tuple((y, x) for x, y in difference.words)
    assert pairs == (("must", "should"), ("storms", "gales"))
    assert [q.id for q in quotes] == ["q1", "q2"]


def test_a_longer_name_is_shown_beside_the_shorter(ledger: Any) -> None:
    one_text = "Norland and the U.S. must go on working for a real end to the strike"
    other = "Norland and the United States must go on working for a real end to the strike"
    _, _, (one,) = ledger((f'"{one_text}," Lund said.', [said(one_text)]), (f'"{other}," Lund said.', [said(other)]))
    (difference,) = one.differences
    assert {difference.words[0][0], difference.words[0][1]} == {"U.S.", "United States"}


def test_an_inserted_word_stands_against_nothing(ledger: Any) -> None:
    other = "We must rebuild the old northern pier before the winter storms arrive"
    _, _, (one,) = ledger((f'"{LONG}," Lund said.', [said(LONG)]), (f'"{other}," Lund said.', [said(other)]))
    assert one.relation == "reworded"
    assert one.differences[0].words == (("", "old"),) or one.differences[0].words == (("old", ""),)


def test_pieces_of_two_paragraphs_and_quotes_of_another_report_are_one_post(ledger: Any) -> None:
    first, second = (
        "Just had a very good talk with the harbour board about the pier",
        "We are very much on the right course and will report soon",
    )
    together, _, (one,) = ledger(
        (f'"{first}. {second}," Lund wrote.', [said(f"{first}. {second}")]),
        (f'"{first}."\n"{second}," Lund added.', [said(first), said(second)]),
    )
    assert together == ["abb"]
    assert (one.relation, one.outlets) == ("cut", 2)


def test_a_translation_that_keeps_half_the_words_is_reworded(ledger: Any) -> None:
    one_text = (
        "I believe that together with the fishermen of the coast it is possible to reach a long-term truce this year"
    )
    other = "I believe that together with the fishermen of the coast a lasting truce can be reached this year"
    _, _, (one,) = ledger((f'"{one_text}," Lund said.', [said(one_text)]), (f'"{other}," Lund said.', [said(other)]))
    assert one.relation == "reworded"
    words = {word for pair in one.differences[0].words for word in pair}
    assert any("long-term" in word for word in words) and any("lasting" in word for word in words)


def test_an_indirect_report_is_a_paraphrase(ledger: Any) -> None:
    text = "the council had quietly shelved the proposal for a new lighthouse"
    other = "the lighthouse proposal had in effect been shelved by the council"
    together, _, utterances = ledger(
        (f"Lund said that {text}.", [said(text, kind="indirect")]),
        (f"Lund complained that {other}.", [said(other, kind="indirect")]),
        people=(IDA,),
    )
    assert together == ["ab"]
    assert utterances[0].relation == "paraphrased"


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("12 fishing boats had sunk in the storm", "the storm had sunk 12 boats of the fishing fleet", ["ab"]),
        ("12 fishing boats had sunk in the storm", "the storm had sunk 30 boats of the fishing fleet", ["a", "b"]),
        ("the board approved the crane contract", "the crane contract was never approved by the board", ["a", "b"]),
    ],
)
def test_paraphrases_with_other_numbers_or_a_not_stay_apart(
    ledger: Any, one: str, other: str, together: list[str]
) -> None:
    found, _, _ = ledger(
        (f"Lund said that {one}.", [said(one, kind="indirect")]),
        (f"Lund said that {other}.", [said(other, kind="indirect")]),
    )
    assert found == together


def test_two_people_and_the_same_word_are_two_utterances(ledger: Any) -> None:
    together, _, _ = ledger(
        ('Lund called the talk about the pier "frank".', [said("frank", kind="mixed", speaker="Lund")]),
        ('Reyes spoke of a "frank" talk about the pier.', [said("frank", kind="mixed", speaker="Reyes")]),
    )
    assert together == ["a", "b"]


def test_one_word_of_one_speaker_joins_when_it_is_about_the_same(ledger: Any) -> None:
    together, _, utterances = ledger(
        ('Lund called the conversation "frank" and "useful".', [said(["frank", "useful"], kind="mixed")]),
        ('The conversation was "useful", Lund said.', [said("useful", kind="mixed")]),
    )
    assert together == ["ab"]
    assert utterances[0].relation == "cut"


def test_one_word_of_one_speaker_about_something_else_stays_apart(ledger: Any) -> None:
    together, _, _ = ledger(
        ('Lund called the conversation "useful".', [said("useful", kind="mixed")]),
        ('A second crane would be "useful", Lund said.', [said("useful", kind="mixed")]),
    )
    assert together == ["a", "b"]


def test_what_fragments_differ_in_is_shown(ledger: Any) -> None:
    _, _, (one,) = ledger(
        ('Lund said the conversation was "very useful and candid".', [said("very useful and candid", kind="mixed")]),
        (
            'Lund called the conversation "hopeful", "frank" and "very useful".',
            [said(["hopeful", "frank", "very useful"], kind="mixed")],
        ),
    )
    assert one.relation == "reworded"
    assert set(one.differences[0].words[0]) == {"candid", "hopeful frank"}


def test_a_repeated_phrase_in_one_report_does_not_tie_two_quotations(ledger: Any) -> None:
    one = "Today I will meet the board. We will discuss the details of the next steps"
    other = "The talks went well, for once. We will discuss the details of the next steps"
    together, _, _ = ledger((f'"{one}," Lund said. "{other}," Lund added.', [said(one), said(other)]))
    assert together == ["a", "a"]


def test_the_same_quotation_twice_in_one_report_is_single(ledger: Any) -> None:
    _, _, (one,) = ledger((f'"{LONG}" \n"{LONG}," Lund said. It was "{LONG}", Lund said.', [said(LONG), said(LONG)]))
    assert (one.relation, one.outlets, len(one.quotes)) == ("single", 1, 2)


def test_what_somebody_says_somebody_else_said_stays_apart(ledger: Any) -> None:
    outer, inner = "Reyes had promised to reopen the swimming baths", "to reopen the swimming baths"
    together, _, _ = ledger(
        (
            f"Lund said {outer} soon.",
            [said(outer, kind="indirect"), {"pieces": inner, "speaker": "Reyes", "kind": "indirect"}],
        )
    )
    assert together == ["a", "a"]


def test_strays_are_left_out(make_story: Any) -> None:
    story, cast = make_story([(f'"{LONG}," Lund said.', [said(LONG)])], (IDA,), stray=True)
    assert find_utterances(story, cast) == ((), ())


def test_teasers_are_marked_and_are_no_reference(ledger: Any) -> None:
    part = "rebuild the northern pier"
    _, quotes, (one,) = ledger(
        (f'Also read: "{LONG}": Lund', [said(LONG, place="teaser")]),
        (f'Lund wants to "{part}".', [said(part, kind="mixed", speaker="Lund")]),
    )
    assert [q.teaser for q in quotes] == [True, False]
    assert (one.quotes, one.outlets) == (("q2", "q1"), 1)


def test_quotes_are_numbered_in_dossier_order(ledger: Any) -> None:
    _, quotes, utterances = ledger(
        ('"Storms will come again," Lund said. "Nobody is to blame for it," Reyes said.',
         [said("Nobody is to blame for it", "Reyes"), said("Storms will come again")]),
    )  # fmt: skip
    assert [(q.id, q.content[0].start) for q in quotes] == [("q1", 1), ("q2", 38)]
    assert [u.id for u in utterances] == ["u1", "u2"]


def test_same_input_same_ledger(ledger: Any) -> None:
    reports = [(f'"{LONG}," Lund said.', [said(LONG)]), (f'"{LONG} at last," Reyes said.', [said(LONG, "Reyes")])]
    assert ledger(*reports) == ledger(*reports)


def test_what_is_said_to_have_been_refused_is_not_the_report_of_the_refusal(ledger: Any) -> None:
    outer, inner = (
        "the league refuses to share the money by the worth of each club",
        "to share the money by the worth of each club",
    )
    report = (f"Reyes said {outer}.", [said(outer, "Reyes", kind="indirect"), said(inner, None, kind="indirect")])
    together, _, _ = ledger(report, report)
    assert together == ["ab", "ab"]


def test_a_report_that_quotes_and_also_tells_is_no_paraphrase(ledger: Any) -> None:
    told = "the northern pier must be rebuilt before winter storms arrive"
    report = (f'Lund said {told}. "{LONG}," Lund said.', [said(told, kind="indirect"), said(LONG)])
    longer = f"{LONG} on our coast"
    together, _, (one,) = ledger(report, (f'"{longer}," Lund said.', [said(longer)]))
    assert together == ["aab"]
    assert (one.relation, one.differences) == ("cut", ())


def heading(make_story: Any, title: str, body: str, *quotes: dict[str, Any]) -> list[tuple[int, str]]:
    """Size and relation of each utterance of one report with a title."""
    text = f"{title}\n{body}"
    story, cast = make_story([(text, list(quotes))], [IDA, TOM])
    article = replace(
        story.articles[0], blocks=(Block(0, len(title), "title"), Block(len(title) + 1, len(text), "body"))
    )
    marks = replace(story.marks[0], words=split_words(article))
    _, utterances = find_utterances(Story((article,), (marks,)), cast)
    return [(len(u.quotes), u.relation) for u in utterances]


def test_a_title_repeats_what_the_body_quotes(make_story: Any) -> None:
    body = '"It was pure madness to sail that night," Lund said.'
    full = said("It was pure madness to sail that night")
    assert heading(make_story, "'Pure madness' off Alba", body, said("Pure madness", None, kind="mixed"), full) == [
        (2, "single")
    ]


def test_a_title_does_not_repeat_what_somebody_else_says(make_story: Any) -> None:
    body = '"It was pure madness to sail that night," Lund said.'
    title = "'Pure madness', Reyes says"
    fragment = said("Pure madness", None, kind="mixed")
    other = said("It was pure madness to sail that night")
    text = f"{title}\n{body}"
    story, cast = make_story([(text, [fragment, other])], [IDA, TOM])
    at = text.index("Reyes")
    (first, second) = story.marks[0].quotes
    marks = replace(story.marks[0], quotes=(replace(first, speaker=Span(at, at + 5)), second))
    assert len(find_utterances(Story(story.articles, (marks,)), cast)[1]) == 2


def test_two_fragments_of_one_body_stay_apart(make_story: Any) -> None:
    body = 'It was "madness", Lund said. It was madness, "madness at sea", she said.'
    first = said("madness", kind="mixed")
    second = said("madness at sea", None, kind="mixed")
    assert [size for size, _ in heading(make_story, "Barge sinks", body, first, second)] == [1, 1]


def test_who_tells_it_changes_pronouns_and_that_is_no_choice_of_words(ledger: Any) -> None:
    together, _, (one,) = ledger(
        ('"We had painted the ferry wrong," Lund said.', [said("We had painted the ferry wrong")]),
        (
            "Her crew had painted the ferry wrong, Lund thought.",
            [said("Her crew had painted the ferry wrong", kind="indirect")],
        ),
    )
    assert (together, one.differences) == (["ab"], ())


def test_of_identical_quotations_the_one_with_most_around_it_is_compared(ledger: Any) -> None:
    words = "rotten from the keel to the very last plank"
    together, _, _ = ledger(
        (f'It is "{words}", Lund said.', [said(words, kind="mixed")]),
        (
            f'The council tug bought in Alba is "{words}", Lund said.',
            [said(words, kind="mixed", clause=f'The council tug bought in Alba is "{words}"')],
        ),
        (
            "A rotten plank sank the council tug bought in Alba, Lund said.",
            [said("A rotten plank sank the council tug bought in Alba", kind="indirect")],
        ),
    )
    assert together == ["abc"]
