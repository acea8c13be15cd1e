"""The claim change log: what of a dossier changed against the one before, line by line, and because of which report.

Decides by what lines cite (see `lines`). A report that is new brings lines of its own; only how many is told, for they
are nobody's change; what it changes of lines that were there is told one by one, and so is all that a revision changes.
A pure function: the same two dossiers give the same log.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from rashomon.desk.lines import Line, Lines, pairs, quoted
from rashomon.export.words import count
from rashomon.records.desk import Change, ChangeKind

Data = dict[str, Any]
NOUNS = {
    "figures": "figure",
    "statements": "statement",
    "utterances": "quotation",
    "timeline": "entry of the timeline",
    "positions": "position",
    "disagreements": "disagreement",
}
COUNTED = NOUNS | {"timeline": "timeline entry"}
"""Nouns that can be counted."""


@dataclass(slots=True)
class Versions:
    """`roots`: article id → id of its first version; `revised`: id of a new version → when it was made ("10:40")."""

    roots: dict[str, str] = field(default_factory=dict)
    revised: dict[str, str] = field(default_factory=dict)


def diff(
    old: Data, new: Data, *, story: str, at: str, because: Iterable[str] = (), versions: Versions | None = None
) -> list[Change]:
    """What changed from the dossier `old` to `new` (JSON data): reports first, then section by section."""
    log = _Log(old, new, versions or Versions())
    rows = [*log.reports(), *log.head(), *log.rows]
    why = tuple(because)
    return [Change(at, story, kind, section, line, before, after, why) for kind, section, line, before, after in rows]


Row = tuple[ChangeKind, str, str, str | None, str | None]


class _Log:
    def __init__(self, old: Data, new: Data, versions: Versions) -> None:
        self.old, self.new = old, new
        self.before, self.after = Lines(old, versions.roots), Lines(new, versions.roots)
        self.outlets = {**self.before.outlets, **self.after.outlets}
        self.revised = {self.after.root(a["id"]): versions.revised.get(a["id"]) for a in new["articles"]}
        self.revised = {root: when for root, when in self.revised.items() if when}
        ids = {a["id"] for a in old["articles"]}
        self.fresh = {a["id"] for a in new["articles"] if a["id"] not in ids} - {
            a["id"] for a in new["articles"] if self.after.root(a["id"]) in self.revised
        }
        kept = {self.after.root(a["id"]) for a in new["articles"]}
        self.left = {a["id"] for a in old["articles"] if self.before.root(a["id"]) not in kept}
        self.lonely: dict[str, Counter[str]] = {a: Counter() for a in self.fresh | self.left}
        self.told: set[tuple[frozenset[str], ...]] = set()
        self.rows = list(self._sections())

    def reports(self) -> Iterator[Row]:
        old = {self.before.root(a["id"]): a for a in self.old["articles"]}
        new = {self.after.root(a["id"]): a for a in self.new["articles"]}
        for root, a in new.items():
            outlet, title = self.outlets[root], f" {quoted(a['title'], 100)}" if a["title"] else ""
            if root not in old:
                told = self._alone(a["id"], "; nobody else has {} of it")
                yield "added", "articles", f"new report: {outlet}{title}{told}", None, a["title"] or outlet
            elif root in self.revised:
                yield (
                    "changed",
                    "articles",
                    f"{outlet} revised its report at {self.revised[root]}{title}",
                    old[root]["title"],
                    a["title"],
                )
        for root, a in old.items():
            if root not in new:
                told = self._alone(a["id"], ", with {} that nobody else had")
                yield "removed", "articles", f"no longer in this story: {self.outlets[root]}{told}", a["title"], None

    def _alone(self, article: str, words: str) -> str:
        """How many lines a report alone has, in these words."""
        found = [count(n, COUNTED[s]) for s, n in self.lonely.get(article, Counter()).items()]
        return words.format(", ".join(found)) if found else ""

    def head(self) -> Iterator[Row]:
        was, is_ = self.old["story"]["origins"], self.new["story"]["origins"]
        if was != is_:
            line = f"independent origins: now {is_} (was {was})"
            yield "changed", "origins", line, count(was, "origin"), count(is_, "origin")

    def _sections(self) -> Iterator[Row]:
        before, after = self.before.all(), self.after.all()
        for section in after:
            same, went, came = pairs(before[section], after[section])
            for old, new in same:
                yield from self._changed(old, new)
            for line in went:
                if not self._counted(line, self.left):
                    yield "removed", section, f"{NOUNS[section]} gone: {line.whole}{self._after(line)}", line.text, None
            for line in came:
                if not self._counted(line, self.fresh):
                    yield "added", section, f"new {NOUNS[section]}: {line.whole}{self._after(line)}", None, line.text

    def _counted(self, line: Line, articles: set[str]) -> bool:
        """Whether the line is only counted: it came or went with the one report that has it."""
        if not (line.lonely and line.articles <= articles):
            return False
        self.lonely[min(line.articles)][line.section] += 1
        return True

    def _changed(self, old: Line, new: Line) -> Iterator[Row]:
        yield from self._values(old, new)
        facts = [f for f in new.facts if new.facts[f] != old.facts.get(f) and (f != "sides" or old.keys != new.keys)]
        if facts:
            was, now = (", ".join(line.facts[f] for f in facts) for line in (old, new))
            name = f"disagreement {new.name.partition(': ')[2].partition(': ')[0]}" if "sides" in facts else new.name
            yield "changed", new.section, f"{name}: now {now} (was {was})", was, now
        if self._rewritten(old, new):
            both = new.roots & old.roots
            told = sorted(self.outlets[r] for r in both if r in self.revised) or sorted(self.outlets[r] for r in both)
            was, now = quoted(old.text, 160), quoted(new.text, 160)
            line = f"{', '.join(told)} now has {now} (was {was}){self._after(new)}"
            yield "changed", new.section, line, old.text, new.text

    def _rewritten(self, old: Line, new: Line) -> bool:
        """Whether a report tells the line in other words; the same words changed in several lines are told once."""
        both = old.roots & new.roots
        quoted = new.section == "utterances" and any(root in self.revised for root in both)
        if new.said or old.text == new.text or (old.keys & new.keys and not quoted):
            return False
        change = (both, old.words - new.words, new.words - old.words)
        if change in self.told:
            return False
        self.told.add(change)
        return True

    def _values(self, old: Line, new: Line) -> Iterator[Row]:
        """What each report gives for a figure, before and now."""
        for root in sorted({*old.said, *new.said}, key=lambda r: (self.outlets[r], r)):
            was, now = " and ".join(old.said.get(root, ())), " and ".join(new.said.get(root, ()))
            if was == now:
                continue
            who, after = (
                self.outlets[root],
                f" after its revision of {self.revised[root]}" if root in self.revised else "",
            )
            if was and now:
                yield "changed", "figures", f"{new.name}: {who} now gives {now} (was {was}){after}", was, now
            elif now:
                yield "added", "figures", f"{new.name}: {who} gives {now}{after}", None, now
            else:
                yield "removed", "figures", f"{new.name}: {who} no longer gives {was}{after}", was, None

    def _after(self, line: Line) -> str:
        """Whose revision brought it about, when one report alone has the line."""
        found = [r for r in line.roots if r in self.revised]
        if len(found) != 1:
            return ""
        return f" ({self.outlets[found[0]]}, revision of {self.revised[found[0]]})"
