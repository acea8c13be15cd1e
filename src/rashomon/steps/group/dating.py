"""Dates reports that state no date, from the story they belong to.

Decides on the days other reports of the story were published on: a report takes the latest of them that its own words
name, by weekday ("on Wednesday") or by date ("March 19"), as something past or of today. It refuses when the report
names no such day, when it names a later one as past, or when a weekday and a date that stand together ("Wednesday
(March 19)") do not fall on one day in that year. A report that has a day keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from rashomon.records.article import Article
from rashomon.text.dates import parse_day
from rashomon.text.lexicon import lexicon

TOLD = frozenset({"title", "subtitle", "body", "subhead"})
AHEAD = re.compile(
    r"\b(?:will|would|shall|to be|is to|are to|next|coming|scheduled|expected|due|plans?|planned|set to|until|by|from|"
    r"starting|upcoming)\b",
    re.IGNORECASE,
)
BACK = re.compile(r"\b(?:last|previous|earlier|every|each)\s*$", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?]\s|\n")
AHEAD_REACH = 60
"""Characters before a day in which a word may say that it is still to come."""
WEEK = timedelta(days=7)


@cache
def _patterns() -> tuple[re.Pattern[str], dict[str, int], dict[str, int]]:
    """The pattern of a weekday or a day of a month, the numbers of weekdays and months."""
    table = lexicon("calendar")
    weekdays = {str(k).casefold(): int(v) for k, v in table["weekdays"].items()}
    months = {str(k).casefold(): int(v) for k, v in table["months"].items()}
    days = "|".join(sorted((str(k) for k in table["weekdays"]), key=lambda w: (-len(w), w)))
    names = "|".join(sorted((str(k) for k in table["months"]), key=lambda w: (-len(w), w)))
    pattern = re.compile(
        rf"\b(?P<weekday>{days})\b|\b(?P<month>{names})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<year>\d{{4}})\b)?"
        rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month2>{names})\b(?:,?\s(?P<year2>\d{{4}})\b)?"
    )
    return pattern, weekdays, months


def date_by_story(articles: Iterable[Article]) -> list[Article]:
    """The articles in the same order; those without a day got one from the story where their words agree with it."""
    given = list(articles)
    days = sorted({day for a in given if a.day and (day := parse_day(a.day))}, reverse=True)
    if not days:
        return given
    return [a if a.day else _dated(a, days) for a in given]


def _dated(article: Article, days: list[date]) -> Article:
    """`article` with the latest of `days` that its words agree with, or as it was."""
    if article.language not in (None, "en"):
        return article
    mentions = list(_mentions(article))
    for day in days:
        if _agrees(day, mentions):
            return replace(article, published=day.isoformat(), published_from="story")
    return article


Named = tuple[int | None, tuple[int, int] | None, int | None, int]


def _mentions(article: Article) -> Iterator[Named]:
    """Each day the article names as past or present: weekday, (month, day), year, position; unknown parts are None."""
    pattern, weekdays, months = _patterns()
    for block in article.of_kind(TOLD):
        for match in pattern.finditer(article.text, block.start, block.end):
            before = article.text[max(block.start, match.start() - AHEAD_REACH) : match.start()]
            clause = SENTENCE_END.split(before)[-1]
            if AHEAD.search(clause) or BACK.search(clause):
                continue
            if match["weekday"]:
                yield weekdays[match["weekday"].casefold()], None, None, match.start()
            else:
                month = months[(match["month"] or match["month2"]).casefold()]
                year = match["year"] or match["year2"]
                yield None, (month, int(match["day"] or match["day2"])), int(year) if year else None, match.start()


def _agrees(day: date, mentions: list[Named]) -> bool:
    """Whether a report with these mentions can be of `day`."""
    named = False
    later = {(day + n * timedelta(days=1)).weekday() for n in (1, 2)}
    for place, (weekday, month_day, year, start) in enumerate(mentions):
        if weekday is not None:
            beside = mentions[place + 1] if place + 1 < len(mentions) else None
            if (
                beside
                and beside[1]
                and beside[3] - start <= 16
                and not _falls(weekday, beside[1], beside[2] or day.year)
            ):
                return False
            named = named or weekday == day.weekday()
            if weekday in later:
                return False
        elif month_day and year in (None, day.year):
            if month_day == (day.month, day.day):
                named = True
            elif _after(month_day, day):
                return False
    return named


def _falls(weekday: int, month_day: tuple[int, int], year: int) -> bool:
    try:
        return date(year, *month_day).weekday() == weekday
    except ValueError:
        return False


def _after(month_day: tuple[int, int], day: date) -> bool:
    """True when the date is one of the days just after `day`: named as past, it makes the report a later one."""
    try:
        named = date(day.year, *month_day)
    except ValueError:
        return False
    return day < named <= day + WEEK
