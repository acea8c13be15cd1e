"""What taking back a decision on stories means for their ids: each story has the id again that it had before.

Left to itself, reading again gives an id to the larger part, so that what was apart before would change names. Here the
sides of a merge go back to the ids that the decision names, with what came since to either of them; a story that was
split off becomes part of the one it came from. Where the rules, or decisions that are left, say otherwise, nothing is
done: two stories that are one anyway stay one, and what does not belong together stays apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

from rashomon.desk.story_ids import NAME, name_of, story_of
from rashomon.records.desk import Decision
from rashomon.steps.group import Apart, Together
from rashomon.steps.group.events import AGAIN
from rashomon.steps.group.events import Decision as Bond
from rashomon.store import Store

TAKEN_BACK = "a decision was taken back"


class Undoing:
    """Gives ids back, in a transaction of the store. `moved`, `merged`: what the memory of grouping has to learn.

    `root`: the number of a report's first version; `move`: puts a report into a story; `part`: which reports reading
    again has together; `left`: the decisions that are left; `known`: what the memory knows of merged stories.
    """

    def __init__(
        self,
        store: Store,
        root: Callable[[str], int],
        move: Callable[[int, int, str, str], None],
        part: Mapping[int, int],
        left: Sequence[Bond],
        known: Mapping[int, int],
    ) -> None:
        self._store, self._root, self._move = store, root, move
        self._part, self._left, self._known = part, left, known
        self.moved: dict[int, int] = {}
        self.merged: dict[int, int] = {}
        self.touched: set[str] = set()

    def undo(self, decision: Decision, at: str) -> None:
        """Give back what this decision took; only for decisions on stories."""
        if decision.kind == "merge-stories":
            self._parted(decision, at)
        else:
            self._rejoined(decision, at)

    def _parted(self, decision: Decision, at: str) -> None:
        """Two stories that were made one: each side goes back to its id, and what came since goes with its side."""
        sides = [{self._root(a) for a in side} - {0} for side in decision.subject["articles"]]
        names = [str(name) for name in decision.subject.get("stories", ())]
        here = [{s for n in side if (s := self._name(n)) is not None} for side in sides]
        common = sorted(here[0] & here[1], key=story_of)
        if len(names) != 2 or len(set(names)) != 2 or not common or self._one(sides):
            return
        story = common[0]
        back = {n for n, name in enumerate(names) if name != story and self._leads(name, story, sides[n], names)}
        went = _majorities(sides, self._part)
        went_back = False
        for number in sorted({self._root(a) for a in self._store.members(story, versions=True)}):
            side = next((n for n in (0, 1) if number in sides[n]), went.get(self._part.get(number, -1)))
            if side in back:
                self.moved[number] = story_of(names[side])
                self._move(number, self.moved[number], TAKEN_BACK, at)
                went_back = True
        if went_back:
            self.touched.add(story)
            self._lead_back(story, {story_of(names[n]) for n in back}, at)

    def _lead_back(self, story: str, opened: Collection[int], at: str) -> None:
        """Ids that had become part of a story that is one again lead to it, not to the story it was part of."""
        for old in sorted(self._known.keys() - opened):
            into = self._known[old]
            while into not in opened and into in self._known:
                into = self._known[into]
            found = self._store.story(name_of(old)) if into in opened else None
            if found is not None and found.id == story != name_of(old):
                self._store.reopen_story(name_of(old), TAKEN_BACK, at)
                self._store.merge_story(name_of(old), name_of(into), TAKEN_BACK, at)

    def _rejoined(self, decision: Decision, at: str) -> None:
        """Reports that were split off: their story becomes part of the one that it came from, under its id."""
        sides = [{self._root(a) for a in side} - {0} for side in decision.subject["articles"]]
        into = self._store.story(str(decision.subject.get("story", "")))
        off = self._name(min(sides[0], default=0))
        if into is None or off is None or into.id == off or not self._one(sides, unknown=True):
            return
        if all(self._name(n) != into.id for n in sides[1]):
            return
        numbers = {self._root(a) for a in self._store.members(off, versions=True)}
        self._store.merge_story(off, into.id, TAKEN_BACK, at)
        self.touched |= {off, into.id}
        self.moved |= dict.fromkeys(sorted(numbers), story_of(into.id))
        self.merged[story_of(off)] = story_of(into.id)

    def _one(
        self,
        sides: Sequence[Collection[int]],
        unknown: bool = False,
    ) -> bool:
        """Whether both sides are one story when read again; `unknown`: for reports no longer remembered."""
        tops = [Counter(self._part[n] for n in sorted(side) if n in self._part).most_common(1) for side in sides]
        if all(tops):
            return tops[0][0][0] == tops[1][0][0]
        if any(isinstance(b, Apart) and _across(b, sides) for b in self._left):
            return False
        joined = set(sides[0])
        pairs = [{b.one, b.other} for b in self._left if isinstance(b, Together)]
        while more := [pair for pair in pairs if len(pair & joined) == 1]:
            joined.update(*more)
        return unknown or bool(joined & set(sides[1]))

    def _leads(self, name: str, story: str, side: Collection[int], names: Collection[str]) -> bool:
        """Whether an id can be given back: it leads to the story, or a rebuild has never used it."""
        if NAME.fullmatch(name) is None:
            return False
        found = self._store.story(name)
        if found is None:
            return story in names and story_of(name) % AGAIN in side
        return found.id == story

    def _name(self, number: int) -> str | None:
        """The id of the story of a report by its number."""
        row = self._store.article_row(number)
        return row.story if row is not None else None


def _across(bond: Apart, sides: Sequence[Collection[int]]) -> bool:
    one, other = bond.one, bond.other
    return (one in sides[0] and other in sides[1]) or (one in sides[1] and other in sides[0])


def _majorities(sides: Sequence[Collection[int]], part: Mapping[int, int]) -> dict[int, int]:
    """For each part the side that most of its reports were on; the first one of equals."""
    counted: dict[int, Counter[int]] = {}
    for n, side in enumerate(sides):
        for number in side:
            if number in part:
                counted.setdefault(part[number], Counter())[n] += 1
    return {name: max(found, key=lambda n: (found[n], -n)) for name, found in counted.items()}
