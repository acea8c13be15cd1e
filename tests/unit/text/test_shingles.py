from rashomon.text.shingles import containment, pairs_sharing, sample, shingles

TEXT = "the ferry left the harbour at noon with forty people on board".split()


def test_one_number_for_each_run_of_words() -> None:
    numbers = shingles(TEXT, 5)
    assert len(numbers) == len(TEXT) - 4
    assert len(set(numbers)) == len(numbers)


def test_numbers_are_the_same_on_every_machine() -> None:
    assert shingles(["ferry", "harbour"], 2) == [3747991780]


def test_a_short_text_has_none() -> None:
    assert shingles(["one", "two"], 3) == []
    assert shingles([], 1) == []


def test_words_that_run_together_are_not_confused() -> None:
    assert shingles(["ab", "c"], 2) != shingles(["a", "bc"], 2)


def test_words_outside_unicode_do_not_raise() -> None:
    assert len(shingles(["\ud800", "x"], 2)) == 1


def test_two_texts_sample_the_same_shingles_of_a_shared_passage() -> None:
    long = [f"w{n}" for n in range(400)]
    whole = sample(shingles(long, 5), 4)
    part = sample(shingles(long[100:300], 5), 4)
    assert part <= whole
    assert 0 < len(part) < 196
    assert sample(shingles(long, 5), 1) == frozenset(shingles(long, 5))


def test_containment_is_the_share_of_the_smaller_one() -> None:
    assert containment(frozenset({1, 2}), frozenset({2, 3, 4, 5})) == 0.5
    assert containment(frozenset(), frozenset({1})) == 0.0


def test_pairs_are_found_without_comparing_all() -> None:
    sets = {"x": frozenset({1, 2, 3}), "y": frozenset({2, 3, 9}), "z": frozenset({3, 7})}
    assert pairs_sharing(sets) == {("x", "y"): 2, ("x", "z"): 1, ("y", "z"): 1}
    assert pairs_sharing(sets, least=2) == {("x", "y"): 2}
    assert list(pairs_sharing(sets)) == [("x", "y"), ("x", "z"), ("y", "z")]


def test_what_too_many_hold_brings_nobody_together() -> None:
    sets = {n: frozenset({0, n + 1}) for n in range(5)}
    assert pairs_sharing(sets, most_holders=4) == {}
    assert len(pairs_sharing(sets)) == 10
