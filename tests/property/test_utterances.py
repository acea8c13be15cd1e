"""Whatever the marks say, the ledger holds every quotation once and every difference to the letter."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.records.marks import Marks, QuoteMark
from rashomon.records.span import Span
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.origins import find_origins
from rashomon.steps.reconcile.utterances import find_utterances
from rashomon.steps.reconcile.wording import find_wording

WORDS = "the ferry must should sail not [we] ... 40 noon. U.S. harbour, don't “frank” very".split()
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join)


@st.composite
def report(draw: Any) -> tuple[str, list[QuoteMark]]:
    text = draw(TEXT)
    marks = []
    for _ in range(draw(st.integers(0, 4))):
        cuts = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=4, unique=True)))
        pieces = tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False))
        if pieces:
            kind = draw(st.sampled_from(["direct", "mixed", "indirect"]))
            marks.append(QuoteMark(kind, pieces, speaker_name=draw(st.sampled_from([None, "Ida Lund"]))))
    return text, marks


@settings(deadline=None)
@given(st.lists(report(), max_size=5))
def test_every_quotation_is_in_one_utterance(reports: list[tuple[str, list[QuoteMark]]]) -> None:
    articles, marks = [], []
    for n, (text, quotes) in enumerate(reports):
        article = Article(f"a{n}", f"{n}.txt", text, (Block(0, len(text), "body"),), language="en")
        found = Marks(split_words(article))
        found.quotes = tuple(quotes)
        articles.append(article)
        marks.append(found)
    story = Story(tuple(articles), tuple(marks))
    quotes, utterances = find_utterances(story, Cast())
    assert sorted(q for u in utterances for q in u.quotes) == sorted(q.id for q in quotes)
    texts = {a.id: a.text for a in articles}
    said = {q.id: " ".join(texts[c.article][c.start : c.end] for c in q.content) for q in quotes}
    for utterance in utterances:
        for difference in utterance.differences:
            for pair in difference.words:
                assert all(word in said[q] for q, word in zip(difference.quotes, pair, strict=True))
    assert find_utterances(story, Cast()) == (quotes, utterances)
    find_origins(story, quotes, utterances, Cast())
    find_wording(story, Cast(), quotes)
