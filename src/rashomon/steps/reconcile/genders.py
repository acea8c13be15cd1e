"""Whether "he" or "she" may stand for an actor.

Decides from the genders that names and titles show in the reports ("Mrs", "chairwoman", a given name); an actor of whom
nothing or both is shown fits either pronoun.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from rashomon.records.dossier import Story
from rashomon.steps.reconcile.cast import Cast

PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}


def genders_of(story: Story, cast: Cast) -> dict[str, str]:
    """Actor id → "m" or "f", for the actors whose names show one."""
    shown: dict[str, set[str]] = defaultdict(set)
    for article, marks in zip(story.articles, story.marks, strict=True):
        for mention in marks.mentions:
            actor = cast.of.get((article.id, mention.span)) if mention.gender and mention.form != "pronoun" else None
            if actor:
                shown[actor].add(mention.gender)
    return {actor: min(found) for actor, found in shown.items() if len(found) == 1}


def fits(word: str, actor: str, genders: Mapping[str, str]) -> bool:
    """True unless `word` is a pronoun of the gender that `actor` has not."""
    wanted = PRONOUNS.get(word.casefold())
    return wanted is None or genders.get(actor, wanted) == wanted
