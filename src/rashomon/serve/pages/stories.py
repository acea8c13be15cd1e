"""What the page of a story shows beside its dossier: its change log, its history, decisions that concern it."""

from __future__ import annotations

from typing import Any

from rashomon.desk.deciding import readable
from rashomon.errors import NotFound
from rashomon.export.html.context import context
from rashomon.export.sections import Section
from rashomon.export.view import View
from rashomon.records.desk import Decision, Filter, Move, StoryRow
from rashomon.serve.answers import tag
from rashomon.serve.desks import Reader
from rashomon.serve.pages.lists import log, path
from rashomon.serve.pages.shown import page

Data = dict[str, Any]
LOGGED = 40
"""Changes that the page of a story shows; the rest has pages of its own."""
OTHERS = 100
"""Stories of the same days that the page offers to be merged with it."""
LOG = Section("Changes", "What changed in this dossier since it was first made, and because of which report.", "log")
HISTORY = Section("In this story", "Why each report is in this story, and what people decided about it.", "history")


def entity(desk: Reader, story: str, after: str | None) -> str:
    """The tag of the page of a story: all that it depends on. Raises NotFound."""
    row = desk.story(story)
    changes = desk.changes(row.id, limit=1).items
    moves = len(desk.history(row.id))
    decided = [(d.id, d.revoked) for d in desk.decisions(active=False)]
    newest = changes[0].id if changes else 0
    return tag("story", desk.version(row.id)[0], row, newest, moves, decided, after, desk.desks.read_only)


def story_page(desk: Reader, story: str, after: str | None) -> bytes:
    """The page of a story. Raises NotFound, UsageError."""
    row = desk.story(story)
    shown = context(View(desk.dossier(row.id)))
    changes = desk.changes(row.id, cursor=after, limit=LOGGED)
    moves = desk.history(row.id)
    members = desk.members(row.id)
    ids = set(desk.store.members(row.id, versions=True))
    decisions = [d for d in desk.decisions() if concerns(d, row, ids)]
    shown["order"] = [*shown["order"], *([LOG] if changes.items else []), HISTORY]
    shown["counts"] = {**shown["counts"], "log": len(changes.items), "history": row.reports}
    return page(
        "story.html.jinja",
        dossier=True,
        here="/stories",
        row=row,
        log=log(desk, changes.items),
        log_section=LOG,
        log_more=path(f"/stories/{row.id}", after=changes.next) + "#log" if changes.next else None,
        history=[_told(desk, move) for move in moves],
        members=members,
        others=_others(desk, row),
        history_section=HISTORY,
        decisions=[(d, readable(d)) for d in decisions],
        read_only=desk.desks.read_only,
        back=path("/stories", day=row.last),
        **shown,
    )


def _others(desk: Reader, row: StoryRow) -> list[StoryRow]:
    """Stories of the same days: those with which this one may have to be merged."""
    found = desk.stories(Filter(since=row.first, until=row.last), limit=OTHERS).items
    return [other for other in found if other.id != row.id]


def concerns(decision: Decision, row: StoryRow, ids: set[str]) -> bool:
    """Whether a decision is about this story or a report of it."""
    named = decision.subject.get("articles") or [decision.subject.get("article")]
    flat = {a for side in named for a in (side if isinstance(side, list) else [side])}
    return bool(flat & ids) or decision.subject.get("story") == row.id or row.id in decision.subject.get("stories", ())


def _told(desk: Reader, move: Move) -> Data:
    """A line of the history: its report, which may have been removed, and the older version that it replaced."""
    try:
        row = desk.store.rows([move.article])[0] if move.article else None
    except NotFound:
        row = None
    older = row.revises if row and row.revises and row.revises in move.why else None
    return {"move": move, "row": row, "older": older}
