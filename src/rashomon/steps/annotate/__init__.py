"""Step 3, once per article: sentences, tokens, mentions, times, measures, quotes and acts.

Order matters: names need tags; quotes need names and times; acts need all of them.
"""

from __future__ import annotations

from rashomon.records.article import Article
from rashomon.records.marks import Marks
from rashomon.settings import DEFAULTS, Settings
from rashomon.steps.annotate.acts import find_acts
from rashomon.steps.annotate.measures import find_measures
from rashomon.steps.annotate.names import find_mentions
from rashomon.steps.annotate.quotes import find_quotes
from rashomon.steps.annotate.times import find_times
from rashomon.steps.annotate.words import split_words

__all__ = ["annotate"]


def annotate(article: Article, settings: Settings = DEFAULTS) -> Marks:
    """All marks of `article`. Articles in a language without a lexicon get none beyond their words."""
    marks = Marks(split_words(article, settings.tagger))
    if article.language not in (None, "en"):
        return marks
    marks.mentions = find_mentions(marks.words)
    marks.times = find_times(marks.words, settings.date)
    marks.measures = find_measures(marks.words, marks.mentions, marks.times)
    marks.quotes = find_quotes(marks.words, marks.mentions, marks.times)
    marks.acts = find_acts(marks)
    return marks
