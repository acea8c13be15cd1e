from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.marks import Marks
from rashomon.records.span import Span
from rashomon.steps.annotate.acts import find_acts
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.statements.told import clauses_told

CAST = (("Orla Finch", "person", ("Finch",)), ("Ben Ode", "person", ("Ode",)))


@pytest.fixture
def clauses(told: Callable) -> Callable[..., list[str]]:
    def build(text: str, **more: object) -> list[str]:
        story, _ = told({"a": text}, CAST, **more)
        return [span.of(text) for span, _ in clauses_told(story.marks[0])]

    return build


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finch sold the tram and Ode bought the harbour.", ["Finch sold the tram", "Ode bought the harbour"]),
        ("Finch said that Ode sold the tram.", ["Ode sold the tram"]),
        ("Ode sold the tram, Finch said.", ["Ode sold the tram"]),
        ("Finch denied that Ode sold the tram.", ["Ode sold the tram"]),
        ("Finch agreed that Ode would sell the tram.", ["Finch agreed that Ode would sell the tram"]),
        (  # a dream does nothing
            "Finch dreamed that Ode would sell the tram.",
            ["Finch dreamed that Ode would sell the tram", "Ode would sell the tram"],
        ),
        ("Finch said that was a mistake.", ["that was a mistake"]),
        ("Finch told Ode to leave.", ["Finch told Ode to leave"]),
        ("Finch said on Monday.", []),
        ("Finch said a lot.", ["Finch said a lot"]),
        ("Finch must mend the wall before anyone sleeps well.", ["Finch must mend the wall before anyone sleeps well"]),
        (
            "Finch mended the wall before Ode sold the harbour.",
            ["Finch mended the wall", "before Ode sold the harbour"],
        ),
        ("A long night in the old harbour.", ["A long night in the old harbour."]),
        ("", []),
    ],
)
def test_which_clauses_are_told(clauses: Callable, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


def test_the_clauses_of_a_report_are_found_once(told: Callable) -> None:
    story, _ = told({"a": "Finch sold the tram."}, CAST)
    assert clauses_told(story.marks[0]) is clauses_told(story.marks[0])


@pytest.mark.parametrize(
    ("scrap", "own"),
    [
        ("before divers sleep", False),
        ("as divers sleep", False),
        ("before storms break the dam at night", False),
        ("when divers sleep", True),  # "when" mostly opens an event of its own
        ("because storms broke the dam", True),
        ("before old storms break the dam at night", True),  # four words of its own
        ("before Ode sleeps", True),
        ("before 40 divers sleep", True),
        ("where crabs live", True),  # not one of the words that only hang on a clause
    ],
)
def test_which_subordinate_clauses_are_scraps(clauses: Callable, scrap: str, own: bool) -> None:
    whole = f"Finch must mend the wall {scrap}"
    assert clauses(f"{whole}.") == (["Finch must mend the wall", scrap] if own else [whole])


def test_only_what_hangs_on_a_clause_is_its_scrap(clauses: Callable) -> None:
    assert clauses("Finch mended the wall before crabs slept.") == ["Finch mended the wall before crabs slept"]
    assert clauses("Finch mended the wall and crabs slept.") == ["Finch mended the wall", "crabs slept"]
    assert clauses("Finch mended the wall. Before crabs slept, Ode sold it.") == [
        "Finch mended the wall",
        "Before crabs slept",
        "Ode sold it",
    ]


def cue(text: str, verb: str) -> dict[str, list[dict[str, object]]]:
    start = text.index(verb)
    return {"a": [{"pieces": "I never saw the baths.", "cue": Span(start, start + len(verb))}]}


@pytest.mark.parametrize(
    ("frame", "kept"),
    [
        ("Finch wrote about the sale of the tram", False),
        ("Finch denied the sale of the tram", True),  # what is denied is told by nobody else here
        ("Finch smiled at the board of the tram", True),  # no verb of saying
        ("Finch wrote to the board of the harbour and to the long list of members of the union of the tram", False),
        (
            "Finch wrote to the board of the harbour of Alba and to the long list of members of the union of the tram"
            " about the sale of the baths",
            True,  # so long a frame tells something itself
        ),
    ],
)
def test_a_frame_gives_way_to_the_words_it_brings(clauses: Callable, frame: str, kept: bool) -> None:
    text = f'{frame}: "I never saw the baths."'
    said = ["I never saw the baths"]
    assert clauses(text, quotes=cue(text, frame.split()[1])) == ([frame, *said] if kept else said)
    assert clauses(text) == [frame, *said]  # nobody knows that it brings them


def test_a_frame_that_holds_the_words_is_told(clauses: Callable) -> None:
    text = 'Finch told Ode about "a mistake of the baths" in May.'
    start = text.index("told")
    quote = {"pieces": "a mistake of the baths", "cue": Span(start, start + len("told"))}
    assert clauses(text, quotes={"a": [quote]}) == ['Finch told Ode about "a mistake of the baths" in May']


def test_the_cue_of_the_next_clause_makes_no_frame(clauses: Callable) -> None:
    text = 'Finch told Ode about the harbour tram. Ode wrote: "I never saw the baths."'
    frame, said = "Finch told Ode about the harbour tram", "I never saw the baths"
    assert clauses(text, quotes=cue(text, "wrote")) == [frame, said]
    assert clauses(text, quotes=cue(text, "told")) == [said]


@pytest.mark.parametrize(("kind", "told"), [("body", True), ("title", True), ("caption", False)])
def test_a_sentence_without_a_verb_is_told_where_the_story_is(kind: str, told: bool) -> None:
    """A caption shows a picture, it tells nothing of the story."""
    text = "Finch sold the tram.\nThe old tram of the harbour"
    blocks = (Block(0, 20, "body"), Block(21, len(text), kind))  # type: ignore[arg-type]
    marks = Marks(split_words(Article("a", "a.txt", text, blocks, language="en")))
    marks.acts = find_acts(marks)
    found = [span.of(text) for span, _ in clauses_told(marks)]
    assert found == ["Finch sold the tram", "The old tram of the harbour"][: 1 + told]
