"""The stories of a desk: `steps.group` with a memory that survives, and every step of it written into the store.

What the stream remembers is kept whole from time to time, and the reports that came since are read into it again; so
it is the same whether the desk was closed, killed or open all the time. A revision of a report goes where its first
version is and is not counted again. Story `s17` was opened by report number 17; `s17-2` is a second one split off under
that number. Every function is called inside a transaction of the store.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass

from rashomon.desk.deciding import bonds
from rashomon.desk.story_ids import name_of, story_of
from rashomon.desk.undoing import Undoing
from rashomon.desk.unsettled import Unsettled
from rashomon.records.article import STORY_KINDS, Article
from rashomon.records.desk import ArticleRow, Decision
from rashomon.steps.group import Apart, Assigned, Item, Merged, Moved, Split, Stream, Together
from rashomon.steps.group.events import AGAIN, Event
from rashomon.steps.group.events import Decision as Bond
from rashomon.steps.group.state import decode, encode, from_decision
from rashomon.steps.group.stream import WINDOW
from rashomon.store import Store

KEEP = 250
"""Reports after which the whole memory is written down again."""
REPAIR = 1000
"""Reports after which all that is remembered is read again, even in the middle of a large intake."""
SHARE = 100
"""What came must be one in so many of what is remembered before a small intake has everything read again."""
TOLD = STORY_KINDS - {"title"}
MEMORY, THROUGH, HEAD = "memory", "through", "head"
AS_DECIDED = "decided by a person"


def item_of(article: Article) -> Item:
    """What grouping needs of a report: what it tells, without what else stood on the page."""
    told = "\n".join(block.span.of(article.text) for block in article.of_kind(TOLD))
    return Item(told or article.text, article.title, article.day, article.language)


@dataclass(slots=True)
class Head:
    """The state of the memory: its number, the report it goes up to, how many came since all was read again."""

    generation: int = 0
    through: int = 0
    unrepaired: int = 0


class Grouping:
    """The stream of a desk. `touched` are the stories that changed since somebody emptied it.

    They are also written down as unsettled, with what changed them.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stream: Stream | None = None
        self._unsettled = Unsettled(store)
        self._head = Head()
        self._began = 0
        self._since = 0
        self._roots: dict[str, int] = {}
        self.touched: set[str] = set()

    def forget(self) -> None:
        """Forget what was read from the store: the transaction it belonged to was taken back."""
        self._stream = None
        self.touched.clear()

    def open_batch(self) -> None:
        """Begin with the memory as all who wrote to this desk left it; call it first in a transaction."""
        self._ready()

    def add(self, row: ArticleRow, article: Article, at: str) -> None:
        """Put a stored report into its story. Between `open_batch` and `close_batch`."""
        assert self._stream is not None, "open_batch comes first"
        if row.revises is not None:
            self._follow(row, at)
        else:
            self._apply(self._stream.add(item_of(article), row.number), at)
            self._since += 1
            self._head.unrepaired += 1
        self._head.through = row.number
        if self._head.unrepaired >= REPAIR:  # by number of reports, whatever the batches
            self._repair(at)

    def close_batch(self) -> None:
        """Note what was added; write the whole memory down when much has come since the last time."""
        self._keep(whole=self._since >= KEEP)

    def repair(self, at: str) -> None:
        """Read all that is remembered again; the memory is written down, for nothing else says that this happened."""
        self._ready()
        self._repair(at)

    def unrepaired(self) -> int:
        """How many reports came since everything was read again."""
        return self._stored_head().unrepaired

    def through(self) -> int:
        """The number of the last report that is in its story."""
        return self._stored_head().through

    def is_due(self, least: int) -> bool:
        """Whether enough came, and at least so many, that reading everything again is worth its time."""
        head = self._stored_head()
        return head.unrepaired >= max(least, min(head.through, WINDOW) // SHARE)

    def merge(self, one: str, other: str, decisions: Iterable[Decision], at: str) -> str:
        """Make two stories one, as a person decided; gives its id, the elder one."""
        into, old = sorted((one, other), key=story_of)
        moved = {self._root(a): story_of(into) for s in (one, other) for a in self._store.members(s, versions=True)}
        self._store.merge_story(old, into, AS_DECIDED, at)
        self.touched |= {old, into}
        self._restate(moved, decisions, {story_of(old): story_of(into)})
        return into

    def split(self, story: str, articles: Sequence[str], decisions: Iterable[Decision], at: str) -> str:
        """Make these reports of a story a story of their own, as a person decided; gives its id."""
        roots = sorted({self._root(a) for a in articles})
        new = roots[0]
        while self._store.story(name_of(new)) is not None:
            new += AGAIN
        for article in self._store.members(story, versions=True):
            if self._root(article) in roots:
                self._store.assign(article, name_of(new), AS_DECIDED, at)
        self.touched |= {story, name_of(new)}
        self._restate(dict.fromkeys(roots, new), decisions, {})
        return name_of(new)

    def reconsider(self, decisions: Sequence[Decision], at: str, back: Sequence[Decision] = ()) -> None:
        """Group again by the decisions that are left; stories that those taken `back` were about get their ids again.

        Left to itself, reading again gives an id to the larger part, and what was apart before would change names.
        """
        self._restate({}, decisions, {})
        if back:
            merged = dict(decode(self._ready().state())["merged"])
            undoing = Undoing(self._store, self._root, self._move, self._read_again(), self._bonds(decisions), merged)
            for decision in back:
                undoing.undo(decision, at)
            self.touched |= undoing.touched
            self._restate(undoing.moved, decisions, undoing.merged)
        self.repair(at)

    # The memory

    def _ready(self) -> Stream:
        """The stream as all who wrote to this desk left it."""
        head = self._stored_head()
        if self._stream is None or head.generation != self._head.generation:
            self._stream = self._recalled(head.through)
        self._head, self._began = head, head.through
        return self._stream

    def _recalled(self, through: int) -> Stream:
        """The memory as it was written down, with the reports that came since up to number `through`."""
        memory = self._store.group_part(MEMORY)
        self._since = 0
        try:
            stream = Stream.restore(memory) if memory else self._fresh()
        except ValueError:  # written by another version: what it remembered is read again from the reports
            return self._from_reports(through)
        for number in range(int(self._store.group_part(THROUGH) or 0) + 1, through + 1):
            row = self._store.article_row(number)
            found = self._store.article(row.id) if row is not None and row.revises is None else None
            if found is not None:
                stream.add(item_of(found[1]), number)
                self._since += 1
        return stream

    def _fresh(self) -> Stream:
        return Stream(decisions=self._bonds(self._store.decisions()))

    def _from_reports(self, through: int) -> Stream:
        empty = self._fresh()
        rows: Iterator[tuple[int, int, Item]] = (
            (row.number, story_of(row.story), item_of(article))
            for row, article in self._store.last_articles(empty.window)
            if row.revises is None and row.story is not None and row.number <= through
        )
        return Stream.recall(rows, self._bonds(self._store.decisions()))

    def _repair(self, at: str) -> None:
        assert self._stream is not None
        self._apply(self._stream.repair(), at)
        self._head.unrepaired = 0
        self._keep()

    def _keep(self, whole: bool = True) -> None:
        """Write down which state the memory is in, and the memory itself when `whole`."""
        assert self._stream is not None
        self._head.generation += 1
        parts = {HEAD: json.dumps(astuple(self._head)).encode()}
        if whole:
            parts |= {MEMORY: self._stream.state(), THROUGH: b"%d" % self._head.through}
            self._since = 0
        self._store.save_group_state(parts)
        self._unsettled.note(self.touched, self._began, self._head.through)

    def _stored_head(self) -> Head:
        data = self._store.group_part(HEAD)
        return Head(*json.loads(data)) if data else Head()

    def _restate(self, moved: Mapping[int, int], decisions: Iterable[Decision], merged: Mapping[int, int]) -> None:
        """The memory with these reports in these stories and with exactly these decisions."""
        bonds_now = self._bonds(decisions)
        record = decode(self._ready().state())
        for report in record["reports"]:
            report[1] = moved.get(report[0], report[1])
        named = {n for bond in bonds_now for n in _numbers(bond)}
        where = {report[0]: report[1] for report in record["reports"]}
        before = dict(record["decided"])
        known = {n: moved.get(n, where.get(n, before.get(n))) for n in sorted(named)}
        for number in sorted(n for n, story in known.items() if story is None):
            known[number] = self._stored_story(number)
        record["decided"] = sorted((n, story) for n, story in known.items() if story is not None)
        opened = set(moved.values()) - set(merged)
        record["merged"] = sorted((k, v) for k, v in ({**dict(record["merged"]), **merged}).items() if k not in opened)
        record["decisions"] = [from_decision(bond) for bond in bonds_now]
        self._stream = Stream.restore(encode({k: v for k, v in record.items() if k != "version"}))
        self._keep()

    def _stored_story(self, number: int) -> int | None:
        row = self._store.article_row(number)
        return story_of(row.story) if row is not None and row.story is not None else None

    # From the stream to the store

    def _apply(self, events: Iterable[Event], at: str) -> None:
        for event in events:
            if isinstance(event, Assigned):
                self._move(event.number, event.story, event.why or "it opens the story", at)
            elif isinstance(event, Moved):
                self.touched.add(name_of(event.was))
                self._move(event.number, event.story, event.why, at)
            elif isinstance(event, Merged):
                self._store.merge_story(name_of(event.old), name_of(event.into), event.why, at)
                self.touched |= {name_of(event.old), name_of(event.into)}
            elif isinstance(event, Split):
                self.touched.add(name_of(event.story))
                for number in event.numbers:
                    self._move(number, event.new, event.why, at)

    def _move(self, number: int, story: int, why: str, at: str) -> None:
        """The report of this number, with all its later versions, into a story."""
        name = name_of(story)
        found = self._store.story(name)
        if found is not None and found.id != name:  # it had become part of another one, and is one again
            self._store.reopen_story(name, why, at)
        row = self._store.article_row(number)
        while row is not None:
            self._store.assign(row.id, name, why, at)
            row = self._row(row.revised_by)
        self.touched.add(name)

    def _follow(self, row: ArticleRow, at: str) -> None:
        older = self._row(row.revises)
        if older is not None and older.story is not None:
            self.touched.add(self._store.assign(row.id, older.story, f"a revision of {older.id}", at))

    def _row(self, article: str | None) -> ArticleRow | None:
        found = self._store.article(article) if article is not None else None
        return found[0] if found else None

    def _root(self, article: str) -> int:
        """The number of the first version of a report; it never changes. 0 when there is no such report."""
        if article not in self._roots:
            row = self._row(article)
            while row is not None and row.revises is not None:
                row = self._row(row.revises)
            if row is None:
                return 0
            self._roots[article] = row.number
        return self._roots[article]

    def _read_again(self) -> dict[int, int]:
        """Which reports reading again would have together: the same number for those of one story."""
        trial = Stream.restore(self._ready().state())
        trial.repair()
        return {number: story for story, numbers in trial.stories().items() for number in numbers}

    def _bonds(self, decisions: Iterable[Decision]) -> list[Bond]:
        found = ((sorted((self._root(one), self._root(other))), same) for one, other, same in bonds(decisions))
        return [(Together if same else Apart)(a, b) for (a, b), same in found if 0 < a < b]


def _numbers(bond: Bond) -> tuple[int, int]:
    return (bond.one, bond.other) if isinstance(bond, (Together, Apart)) else (bond.number, bond.beside)
