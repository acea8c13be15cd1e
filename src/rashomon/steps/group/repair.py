"""Reads all that a stream remembers again: which stories its reports make, and what changed against before.

The parts come from average linkage over the reports, within what people decided: reports pinned side by side stay so,
those kept apart never meet, and stories said to be one are one. A story id goes to the part that most of the story's
reports are in; a part that inherits several ids keeps the eldest, the others are merged into it; a part that inherits
none is split off under the number of its first report.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from rashomon.steps.group.decisions import Decisions
from rashomon.steps.group.events import AGAIN, Event, Merged, Moved, Split
from rashomon.steps.group.likeness import Story, summed
from rashomon.steps.group.linkage import link
from rashomon.steps.group.memory import Memory

Before = Mapping[int, Collection[int]]
After = Sequence[Sequence[int]]


def parts(memory: Memory, decisions: Decisions, threshold: float) -> list[list[int]]:
    """The remembered article numbers by story, as they are when read again; each part and all of them in order."""
    nodes = _nodes(memory, decisions)
    node_of = {number: n for n, story in enumerate(nodes) for number in story.members}
    apart = {
        (node_of[a], node_of[b])
        for a, b in decisions.pairs_apart()
        if a in node_of and b in node_of and node_of[a] != node_of[b]
    }
    alone = [node_of[a] for a in decisions.alone() if a in node_of]
    apart |= {(a, b) for a in alone for b in range(len(nodes)) if a != b}
    found = link([s.size or 1 for s in nodes], summed(nodes), threshold, sorted(apart))
    for one, other in decisions.pairs_together():
        if one in node_of and other in node_of:
            a, b = sorted((found[node_of[one]], found[node_of[other]]))
            if not any({found[x], found[y]} == {a, b} for x, y in apart):
                found = [a if n == b else n for n in found]
    together: defaultdict[int, list[int]] = defaultdict(list)
    for number, n in node_of.items():
        together[found[n]].append(number)
    return sorted(sorted(part) for part in together.values())


def _nodes(memory: Memory, decisions: Decisions) -> list[Story]:
    """What linkage starts from: each report alone, those pinned side by side as one."""
    root = {number: number for number in memory.story_of}

    def find(number: int) -> int:
        while root[number] != number:
            number = root[number]
        return number

    for number, beside in decisions.pins():
        if number in root and beside in root:
            a, b = sorted((find(number), find(beside)))
            root[b] = a
    nodes: defaultdict[int, Story] = defaultdict(Story)
    for number in sorted(root):
        nodes[find(number)].add(memory.report(number))
    return list(nodes.values())


def changes(before: Before, after: After, is_taken: Callable[[int], bool], why: str) -> list[Event]:
    """The events that turn the stories `before` into the parts `after`; `is_taken` tells which ids were ever used."""
    part_of = {number: n for n, part in enumerate(after) for number in part}
    heir = _heirs(before, part_of)
    names = _names(heir, after, is_taken)
    into = {story: names[heir[story]] for story in sorted(before)}
    events: list[Event] = [Merged(story, name, why) for story, name in into.items() if story != name]
    was = {number: into[story] for story, members in before.items() for number in members}
    for part, name in zip(after, names, strict=True):
        leaving: defaultdict[int, list[int]] = defaultdict(list)
        for number in part:
            if was[number] != name:
                leaving[was[number]].append(number)
        if leaving and name not in into:
            origin = max(leaving, key=lambda s: (len(leaving[s]), -s))
            events.append(Split(origin, name, tuple(leaving.pop(origin)), why))
        events += [Moved(n, origin, name, why) for origin, numbers in sorted(leaving.items()) for n in numbers]
    return events


def _heirs(before: Before, part_of: Mapping[int, int]) -> dict[int, int]:
    """For each story the part that most of its reports are in; of equals the one with the elder report."""
    heirs = {}
    for story, members in before.items():
        counted = Counter(part_of[number] for number in members)
        heirs[story] = max(counted, key=lambda n: (counted[n], -n))
    return heirs


def _names(heir: Mapping[int, int], after: After, is_taken: Callable[[int], bool]) -> list[int]:
    """The id of each part: the eldest it inherits, else the first one of its first report that was never used."""
    inherited: defaultdict[int, list[int]] = defaultdict(list)
    for story, n in heir.items():
        inherited[n].append(story)
    names = []
    for n, part in enumerate(after):
        name = min(inherited[n], default=part[0])
        if not inherited[n]:
            while is_taken(name):
                name += AGAIN
        names.append(name)
    return names
