"""Which deed a clause tells and what its numbers count, in own-written sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.text.similarity import term


@pytest.mark.parametrize(
    ("text", "thing", "deed"),
    [
        ("Nine guests slept in the harbour.", "guest", "sleep"),
        ("The crew slept beside nine guests.", "guest", "sleep"),
        ("The crew slept long and well beside the nine guests.", "guest", None),  # an "and" between them
        ("Nine guests, and the crew slept.", "guest", None),
        ("Nine guests of the hotel slept.", "guest", "sleep"),
        ("Nine guests of the old harbour hotel in the bay slept.", "guest", None),  # too far
        ("Nine people died in the harbour.", None, "die"),  # people without more say nothing
        ("Nine dead were found in the harbour.", None, "dead"),  # a fate is what is told of them
        ("The storm left nine people homeless in the harbour.", None, "homeless"),
        ("Nine were arrested in the harbour.", None, "arrest"),
        ("The harbour tram went nine times.", None, None),  # a weak verb is no deed
    ],
)
def test_what_a_number_counts(read: Callable, text: str, thing: str | None, deed: str | None) -> None:
    (count,) = read(text)[0].asserted.counts
    assert (count.thing, count.deed) == (thing and term(thing), deed and term(deed))
    assert (count.value, count.low, count.high, count.loose) == (9, 9, 9, False)


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("nine boats", (9, 9, 9, False)),
        ("at least nine boats", (9, 9, float("inf"), True)),
        ("between three and nine boats", (9, 3, 9, True)),
    ],
)
def test_the_bounds_of_a_number(read: Callable, words: str, bounds: tuple) -> None:
    (count,) = read(f"The crew bought {words}.")[0].asserted.counts
    assert (count.value, count.low, count.high, count.loose) == bounds


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Finch tested the poisoned wells of the harbour.", {"test"}),
        ("Finch tested the wells poisoned by Ode.", {"test", "poison"}),
        ("Finch has poisoned wells of the harbour.", {"poison"}),
        ("According to Ode, Finch sold the tram following a dispute.", {"sell"}),
        ("Finch looked after the harbour tram.", set()),
        ("Finch went to the harbour.", set()),
    ],
)
def test_which_verbs_tell_a_deed(read: Callable, text: str, verbs: set[str]) -> None:
    assert read(text)[0].asserted.verbs == {term(v) for v in verbs}


def test_a_verb_of_two_words_is_that_of_its_sense(read: Callable) -> None:
    off, on = (read(f"Finch called {words} the harbour race.")[0].asserted.verbs for words in ("off", "for"))
    assert term("halt") in off
    assert term("halt") not in on
