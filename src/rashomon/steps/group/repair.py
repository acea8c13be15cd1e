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
from rashomon.steps.group.memory import Memory

Before = Mapping[int, Collection[int]]
After = Sequence[Sequence[int]]


def parts(memory: Memory, decisions: Decisions) -> list[list[int]]:
    """The remembered article numbers by story, as they are when read again; each part and all of them in order."""
    from rashomon.steps.group.reading import read

    anchors = _anchors(memory, decisions)
    free = [n for n in sorted(memory.story_of) if anchors[n] == n and decisions.beside(n) != n]
    place = {number: n for n, number in enumerate(free)}
    barred = [(anchors.get(a, -1), anchors.get(b, -1)) for a, b in decisions.pairs_apart()]
    apart = sorted({(place[a], place[b]) for a, b in barred if a != b and a in place and b in place})
    found = dict(zip(free, (free[n] for n in read([memory.report(n) for n in free], apart)), strict=True))
    part = {number: found.get(anchor, anchor) for number, anchor in anchors.items()}
    for one, other in decisions.pairs_together():
        if one in part and other in part:
            a, b = sorted((part[one], part[other]))
            if not any({part.get(x), part.get(y)} == {a, b} for x, y in decisions.pairs_apart()):
                part = {number: a if name == b else name for number, name in part.items()}
    together: defaultdict[int, list[int]] = defaultdict(list)
    for number, name in part.items():
        together[name].append(number)
    return sorted(sorted(numbers) for numbers in together.values())


def _anchors(memory: Memory, decisions: Decisions) -> dict[int, int]:
    """For each remembered article the one in whose story it is by decision, at the end itself."""
    beside = {n: other for n, other in decisions.pins() if n in memory.story_of and other in memory.story_of}
    anchors = {}
    for number in memory.story_of:
        chain = [number]
        while (then := beside.get(chain[-1])) is not None and then not in chain:
            chain.append(then)
        anchors[number] = min(chain[chain.index(then) :]) if then is not None else chain[-1]
    return anchors


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
