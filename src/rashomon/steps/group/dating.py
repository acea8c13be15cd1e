"""Dates reports that state no date, from the story they belong to.

Decides on the days other reports of the story were published on: a report takes the latest of them that its own words
name, by weekday ("on Wednesday") or by date ("March 19"), as something past or of today. It refuses when the report
names no such day, when it names a later one as past, or when a weekday and a date that stand together ("Wednesday
(March 19)") do not fall on one day in that year. A report that has a day keeps it. Where no report has one, the stamp
of an embedded post or of a correction stands in for it, if half of the reports agree with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from rashomon.records.article import Article
from rashomon.text.dates import add_days, make_day, parse_day
from rashomon.text.lexicon import lexicon

TOLD = frozenset({"title", "subtitle", "body", "subhead"})
AHEAD = re.compile(
    r"\b(?:will|would|shall|to be|is to|are to|next|coming|scheduled|expected|due|plans?|planned|set to|until|by|from|"
    r"starting|upcoming)\b",
    re.IGNORECASE,
)
BESIDE = re.compile(r"\s*[,(]?\s*(?:the\s)?")
BACK = re.compile(r"\b(?:last|previous|earlier|every|each)\s*$", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?]\s|\n")
AHEAD_REACH = 60
"""Characters before a day in which a word may say that it is still to come."""
STAMP = re.compile(
    r"(?:\(@\w{1,30}\)\s|\b(?:amended|corrected|updated|posted)\son\s)"
    r"(?:(?P<month>[A-Z][a-z]{2,8})\.?\s(?P<day>\d{1,2})|(?P<day2>\d{1,2})\s(?P<month2>[A-Z][a-z]{2,8})),?\s(?P<year>(?:19|20)\d\d)\b"
)
"""The date of an embedded post, or of a note by the desk: both are made when the report is."""
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
    days = sorted({day for a in given if a.day and (day := parse_day(a.day))} or _stamped(given), reverse=True)
    if not days:
        return given
    return [a if a.day else _dated(a, days) for a in given]


def _stamped(articles: list[Article]) -> set[date]:
    """Days for a story of which no report is dated.

    They are the last day that a post or a correction in it is stamped with, and the day before it, when at least two
    reports and half of all can be of these days.
    """
    _, _, months = _patterns()
    found = [
        day
        for a in articles
        for m in STAMP.finditer(a.text)
        if (number := months.get((m["month"] or m["month2"]).casefold()))
        and (day := make_day(int(m["year"]), number, int(m["day"] or m["day2"])))
    ]
    if not found:
        return set()
    days = {max(found), add_days(max(found), -1) or max(found)}
    agree = sum(any(_agrees(day, list(_mentions(a))) for day in days) for a in articles)
    return days if agree >= max(2, len(articles) / 2) else set()


def _dated(article: Article, days: list[date]) -> Article:
    """`article` with the latest of `days` that its words agree with, or as it was."""
    if article.language not in (None, "en"):
        return article
    mentions = list(_mentions(article))
    for day in days:
        if _agrees(day, mentions):
            return replace(article, published=day.isoformat(), published_from="story")
    return article


class Named(NamedTuple):
    """A day that a report names as past or present. `beside`: it stands right behind the weekday before it."""

    weekday: int | None
    month_day: tuple[int, int] | None
    year: int | None
    beside: bool


def _mentions(article: Article) -> Iterator[Named]:
    """Each day the article names as past or present, in text order."""
    pattern, weekdays, months = _patterns()
    for block in article.of_kind(TOLD):
        end = -1
        for match in pattern.finditer(article.text, block.start, block.end):
            before = article.text[max(block.start, match.start() - AHEAD_REACH) : match.start()]
            clause = SENTENCE_END.split(before)[-1]
            beside = end >= 0 and BESIDE.fullmatch(article.text, end, match.start()) is not None
            end = match.end() if match["weekday"] else -1
            if AHEAD.search(clause) or BACK.search(clause):
                continue
            if match["weekday"]:
                yield Named(weekdays[match["weekday"].casefold()], None, None, False)
            else:
                month = months[(match["month"] or match["month2"]).casefold()]
                year = match["year"] or match["year2"]
                day = int(match["day"] or match["day2"])
                yield Named(None, (month, day), int(year) if year else None, beside)


def _agrees(day: date, mentions: list[Named]) -> bool:
    """Whether a report with these mentions can be of `day`."""
    named = False
    later = {(day.weekday() + n) % 7 for n in (1, 2)}
    weekday: int | None = None
    for mention in mentions:
        if mention.weekday is not None:
            weekday = mention.weekday
            named = named or weekday == day.weekday()
            if weekday in later:
                return False
        elif mention.month_day:
            year = mention.year or day.year
            if mention.beside and weekday is not None and not _falls(weekday, mention.month_day, year):
                return False
            if year != day.year:
                continue
            if mention.month_day == (day.month, day.day):
                named = True
            elif _after(mention.month_day, day):
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
    return timedelta() < named - day <= WEEK
