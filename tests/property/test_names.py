from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.records.marks import Marks
from rashomon.steps.annotate.names import find_mentions
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.actors import find_actors
from rashomon.text.names.compare import same_name

WORDS = st.sampled_from(
    "Anna Reyes Luis President of the Norway Norwegian leader , . ' ’s ( ) “ ” said he she Mr Lt. Gen. Ministry "
    "and & US Al al-Din spokesman White House Kremlin police May A. X Jr. \u202e \u0000 -".split(" ")
)
NAMES = st.lists(WORDS, max_size=6).map(" ".join)


@given(
    NAMES | st.text(max_size=40),
    NAMES | st.text(max_size=40),
    st.sampled_from(["person", "place", "organization", "?"]),
)
@settings(max_examples=200, deadline=None)
def test_comparison_is_symmetric_and_bounded(a: str, b: str, kind: str) -> None:
    there, back = same_name(a, b, kind), same_name(b, a, kind)
    assert there == back
    assert 0.0 <= there.score <= 1.0
    assert there.same == (there.score >= 0.5)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=40).map(" ".join), min_size=1, max_size=3))
@settings(max_examples=150, deadline=None)
def test_mentions_and_forms_stand_in_the_text(texts: list[str]) -> None:
    articles = [Article(f"a{n}", f"a{n}", t, (Block(0, len(t), "body"),), language="en") for n, t in enumerate(texts)]
    marks = []
    for article in articles:
        words = split_words(article)
        found = find_mentions(words)
        assert list(found) == sorted(found, key=lambda m: (m.span, m.form))
        for m in found:
            assert 0 <= m.span.start < m.span.end <= len(article.text)
            assert m.label is None or 0 <= m.label.start < m.label.end <= len(article.text)
        marks.append(Marks(words, found))
    cast = find_actors(Story(tuple(articles), tuple(marks)))
    assert len({a.id for a in cast.actors}) == len(cast.actors)
    for actor in cast.actors:
        for form in (*actor.spellings, *actor.labels):
            for c in form.cites:
                assert texts[int(c.article[1:])][c.start : c.end] == form.text
