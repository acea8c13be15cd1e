"""Kills `Desk.follow` at random moments and compares with a desk that nobody killed: `kill9.py --follow`.

A writer follows the feeds of a local server (`kill9_news`), round after round, each at the time of its step; whoever is
killed in the middle of a round is followed by a writer that asks again at the same step. In the end both desks must
have the same reports with the same numbers and times, the same revisions, stories, moves, dossiers, lines of the log,
addresses with what their servers said, and sources with the moment of their next look.

Two things are kept from differing, that honestly may. All outlets are of one host, which is asked one thing after the
other: of two hosts the quicker one would come first, and stories have the number of their first report. And feeds with
and without news are looked at equally often: a round that is asked again may find that all is there, and would look
again later, and at its sources in another order.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from kill9_news import EVERY, OUTLETS, News
from killing import articles_of, differences, one_round, stories_of
from rashomon.desk import Added, Desk
from rashomon.follow import Fetcher
from rashomon.follow.pace import Pace
from rashomon.records.article import Page

STEPS = 2
"""Rounds of following that a writer may live, at most."""
HIT = 0.5
"""Kills that must have struck a round of following, each that left something half done counts."""
KEEPING = 0.1
"""Kills that must have struck while reports were written and compared."""


class Watched(Desk):
    """A desk that says what it is doing."""

    news: News

    def take(self, pages: Iterable[Page]) -> Added:
        """As of `Desk`, said."""
        self.news.doing = "keeping reports"
        added = super().take(pages)
        self.news.doing = "fetching reports"
        return added

    def one(self, fetcher: Fetcher) -> None:
        """One round."""

        def progress(what: str, done: int, total: int) -> None:
            self.news.doing = what

        self.follow(fetcher, progress, every=EVERY)


def asking(host: str) -> Fetcher:
    return Fetcher(permit=[host], pace=Pace(least=0.0))


def begin(folder: Path, news: News, host: str) -> None:
    """A desk that follows every outlet."""
    with Desk.init(folder, now=news.now) as desk:
        desk.add_sources(*(f"http://{host}/feed/{n}" for n in range(len(OUTLETS))))


def follow_on(folder: Path, news: News, host: str, answer: int) -> None:
    """The life of a writer: follow round after round, and say so after each."""
    news.doing = "opening"
    Watched.news = news
    with Watched.open(folder, now=news.now) as desk, asking(host) as fetcher:
        while True:
            desk.one(fetcher)
            news.doing = "between rounds"
            os.write(answer, (news.step + 1).to_bytes(4, "big"))
            news.step += 1


def follow_through(folder: Path, news: News, host: str, last: int) -> None:
    """Follow from the step of the news to this one, in this process."""
    with Desk.open(folder, now=news.now) as desk, asking(host) as fetcher:
        while True:
            desk.follow(fetcher, every=EVERY)
            if news.step == last:
                return
            news.step += 1


def follow_rounds(folder: Path, count: int, seed: int, longest: float | None = None) -> tuple[int, list[str]]:
    """Kill `count` times, finish, compare; the rounds of following that were reported, and all that was wrong.

    `longest`: seconds a writer may live; else what `STEPS` rounds take here and now.
    """
    dice = random.Random(seed)
    news, struck, problems = News(), Counter[str](), list[str]()
    with news.open() as host:
        longest = longest or STEPS * measured(folder.with_name("warm"), news, host)
        news.step = 0
        begin(folder, news, host)
        before: list[str] = []
        reported = torn = 0
        for n in range(count):
            step = news.step
            reported = max(
                reported, one_round(lambda answer: follow_on(folder, news, host, answer), dice.random() * longest)
            )
            struck[news.doing] += 1
            with Desk.open(folder, now=news.now) as desk:
                ids = articles_of(desk)
                torn += news.step == step and ids != before
                problems += [f"round {n + 1}: {problem}" for problem in afterwards(desk, before, ids, n == count - 1)]
            before = ids
        last = news.step
        follow_through(folder, news, host, last)
        news.step = 0
        begin(folder.with_name("whole"), news, host)
        follow_through(folder.with_name("whole"), news, host, last)
        with Desk.open(folder, now=news.now) as desk, Desk.open(folder.with_name("whole"), now=news.now) as whole:
            problems += unlike(desk, whole)
            revised = sum(row.revises is not None for row in whole.store.rows(articles_of(whole)))
            logged = len(whole.changes(limit=1).items)
    print(f"killed while {', '.join(f'{what}: {times}' for what, times in sorted(struck.items()))}")
    print(f"{torn} kills left part of a round; {len(before)} reports, {revised} of them revisions")
    return reported, problems + too_few(struck, count, revised, logged)


def measured(folder: Path, news: News, host: str) -> float:
    """Seconds of a round of following, here and now; word lists are read on the way."""
    begin(folder, news, host)
    follow_through(folder, news, host, 1)
    begun = time.perf_counter()
    follow_through(folder, news, host, 3)
    return (time.perf_counter() - begun) / 3


def afterwards(desk: Desk, before: list[str], ids: list[str], deep: bool) -> list[str]:
    """What does not hold of a desk whose writer was just killed: `before` were there already, `ids` are there now."""
    problems = list(desk.check(deep))
    if ids[: len(before)] != before:
        problems.append("reports that were there are lost")
    texts = Counter((row.url, row.sha256) for row in desk.store.rows(ids))
    problems += [f"{url} is there {times} times" for (url, _), times in texts.items() if times > 1]
    return problems


def unlike(killed: Desk, whole: Desk) -> list[str]:
    """What is wrong with either desk, and in what they differ, sources and addresses too."""
    return differences(killed, whole) + [
        f"{name} are others" for name in ALSO if ALSO[name](killed) != ALSO[name](whole)
    ]


def too_few(struck: Counter[str], count: int, revised: int, logged: int) -> list[str]:
    """Why these kills prove little."""
    idle = struck["opening"] + struck["between rounds"]
    problems = []
    if count - idle < HIT * count:
        problems.append(f"only {count - idle} of {count} kills struck a round of following")
    if struck["keeping reports"] < KEEPING * count:
        problems.append(f"only {struck['keeping reports']} of {count} kills struck while reports were kept")
    if not revised or not logged:
        problems.append("no report was revised, or the log is empty")
    return problems


ALSO: dict[str, Callable[[Desk], object]] = {
    "sources": lambda desk: desk.sources(),
    "addresses": lambda desk: [desk.store.seen(str(row.url)) for row in desk.store.rows(articles_of(desk))],
    "misses": lambda desk: desk.store.missed(""),
    "histories": lambda desk: {row.id: desk.history(row.id) for row in stories_of(desk)},
}
"""What else two desks that followed must have alike."""
