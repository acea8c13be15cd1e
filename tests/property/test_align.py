from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.text.align import align, common, gaps
from rashomon.text.folding import fold

WORDS = st.lists(st.sampled_from("the a ferry harbour must should not 40 noon".split()), max_size=40)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_runs_are_equal_words_in_the_order_of_both(a: list[str], b: list[str]) -> None:
    i = j = 0
    for run in align(a, b):
        assert run.size > 0
        assert run.a >= i and run.b >= j
        assert a[run.a : run.a + run.size] == b[run.b : run.b + run.size]
        i, j = run.a + run.size, run.b + run.size
    assert i <= len(a) and j <= len(b)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_runs_and_gaps_cover_both_sides_once(a: list[str], b: list[str]) -> None:
    runs = align(a, b)
    left_open = gaps(runs, len(a), len(b))
    assert common(runs) + sum(g.a_end - g.a for g in left_open) == len(a)
    assert common(runs) + sum(g.b_end - g.b for g in left_open) == len(b)


@settings(deadline=None)
@given(WORDS)
def test_a_passage_is_all_in_common_with_itself(a: list[str]) -> None:
    assert common(align(a, a)) == len(a)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_dropping_weak_runs_only_takes_away(a: list[str], b: list[str]) -> None:
    def weak(word: str) -> bool:
        return word in {"the", "a"}

    assert set(align(a, b, weak)) <= set(align(a, b))


@settings(deadline=None)
@given(st.text(max_size=200))
def test_folding_any_text_keeps_order_and_bounds(text: str) -> None:
    last = 0
    for word in fold(text):
        assert word.key
        assert 0 <= word.start < word.end <= len(text)
        assert word.start >= last
        last = word.start


@settings(deadline=None)
@given(st.text(max_size=100), st.integers(0, 100), st.integers(0, 100))
def test_folding_a_part_stays_inside_it(text: str, x: int, y: int) -> None:
    start, end = sorted((min(x, len(text)), min(y, len(text))))
    assert all(start <= w.start and w.end <= end for w in fold(text, start, end))
