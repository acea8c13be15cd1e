import pytest

from rashomon.text.align import BUDGET, Gap, Run, align, common, gaps


def words(text: str) -> list[str]:
    return text.split()


def weak(word: str) -> bool:
    return word in {"the", "of", "and", "a"}


def test_equal_passages_are_one_run() -> None:
    a = words("the ferry left the harbour at noon")
    runs = align(a, list(a))
    assert runs == [Run(0, 0, 7)]
    assert gaps(runs, 7, 7) == []
    assert common(runs) == 7


def test_a_changed_word_parts_two_runs() -> None:
    a, b = words("we must rebuild the bridge"), words("we should rebuild the bridge")
    runs = align(a, b)
    assert runs == [Run(0, 0, 1), Run(2, 2, 3)]
    assert gaps(runs, 5, 5) == [Gap(1, 2, 1, 2)]


def test_a_fragment_is_found_inside_the_longer_version() -> None:
    runs = align(words("rebuild the bridge"), words("we must rebuild the bridge this year"))
    assert runs == [Run(0, 2, 3)]
    assert gaps(runs, 3, 7) == [Gap(0, 0, 0, 2), Gap(3, 3, 5, 7)]


def test_a_splice_gives_two_runs_with_an_open_gap() -> None:
    runs = align(words("we are late we know it"), words("we are late said nobody but we know it"))
    assert runs == [Run(0, 0, 3), Run(3, 6, 3)]
    assert gaps(runs, 6, 9) == [Gap(3, 3, 3, 6)]


def test_passages_with_nothing_in_common() -> None:
    runs = align(words("one two"), words("three four five"))
    assert runs == []
    assert gaps(runs, 2, 3) == [Gap(0, 2, 0, 3)]


@pytest.mark.parametrize(("a", "b"), [([], []), ([], ["x"]), (["x"], [])])
def test_empty_passages(a: list[str], b: list[str]) -> None:
    assert align(a, b) == []


def test_order_counts() -> None:
    runs = align(words("red green"), words("green red"))
    assert common(runs) == 1


def test_a_lone_weak_word_between_changes_is_no_common_ground() -> None:
    a, b = words("ships sank off the northern coast today"), words("boats vanished near the outer islands yesterday")
    assert align(a, b) == [Run(3, 3, 1)]
    assert align(a, b, weak) == []


def test_weak_words_beside_a_real_run_stay() -> None:
    a, b = words("the ferry of the line"), words("the ferry of a line")
    assert align(a, b, weak) == [Run(0, 0, 3), Run(4, 4, 1)]


def test_very_common_words_continue_a_run_but_start_none() -> None:
    b = ["x"] * 60 + ["harbour"] + ["x"] * 60
    assert align(["x", "harbour", "x"], b) == [Run(0, 59, 3)]
    assert align(["x", "x"], ["y", *b]) == []


def test_a_hostile_pair_stays_within_the_budget() -> None:
    a = [f"w{n % 40}" for n in range(3_000)]
    b = [f"w{(n * 7) % 40}" for n in range(3_000)]
    runs = align(a, b)
    assert common(runs) <= 3_000
    assert BUDGET == 200_000


def test_same_input_same_alignment() -> None:
    a, b = words("a b a b a c"), words("b a b c a b")
    assert align(a, b) == align(list(a), list(b))
