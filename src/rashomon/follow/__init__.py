"""Feeds and sites over time: what to ask for, how politely, and what came. Knows neither store nor desk.

A caller hands over its sources and what it has seen; `rounds.follow` asks for what is due and yields, one by one, each
source's new state and each page that came. Nothing is fetched from a private address (`guard`), against a site's
`robots.txt` (`robots`), faster than a site bears (`pace`) or beyond a size and a time (`fetch`).
"""

from __future__ import annotations

from rashomon.follow import feeds, schedule
from rashomon.follow.feeds import Entry, Feed
from rashomon.follow.fetch import Failed, Fetched, Fetcher, Limits, Unchanged
from rashomon.follow.rounds import Asked, Came, Missed, Still, follow, retry_due

__all__ = [
    "Asked",
    "Came",
    "Entry",
    "Failed",
    "Feed",
    "Fetched",
    "Fetcher",
    "Limits",
    "Missed",
    "Still",
    "Unchanged",
    "feeds",
    "follow",
    "retry_due",
    "schedule",
]
