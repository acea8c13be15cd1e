"""Sorts the pairs that `rashomon same-name` misses by whether their letters could decide them.

`python training/name_misses.py PAIRS.jsonl` prints each class with its count. A side is *described* when it is a
pronoun, or when none of its words has a capital or a figure, or when all its capital words are titles, peoples or
adjectives of countries: it names nobody, so no rule on letters can tell who it is. Two sides are *unlike* when both are
names and no word of four letters and more, no acronym and no key joins them: world knowledge would be needed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from rashomon.text.names.compare import acronym, same_name
from rashomon.text.names.fold import fold
from rashomon.text.names.keys import key
from rashomon.text.names.known import world
from rashomon.text.names.titles import titles

PRONOUNS = frozenset(
    "i me my mine you your he him his she her hers it its we us our they them their who whom whose this that these "
    "those which".split()
)


def described(name: str) -> bool:
    """True for a side that names nobody."""
    words = name.split()
    if len(words) == 1 and fold(name) in PRONOUNS:
        return True
    written = [w.strip("'’\".,s") and w for w in words if w[:1].isupper() or any(c.isdigit() for c in w)]
    told = titles()
    return all(
        told.is_title(w) or w in world().adjectives or w in world().peoples or w.lower() in told.modifiers | PRONOUNS
        for w in written
    )


def unlike(a: str, b: str) -> bool:
    """True for two names without a word, key or acronym in common."""
    x, y = ({key(w) for w in fold(side).replace("-", " ").split() if len(w) > 3} for side in (a, b))
    return not (x & y or acronym(a, b) or acronym(b, a))


def kind_of(row: dict[str, Any]) -> str:
    """The class of a missed pair."""
    if described(row["a"]) or described(row["b"]):
        return "described: a role, a pronoun or a people"
    return "unlike: two names without a word in common" if unlike(row["a"], row["b"]) else "alike: letters could decide"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--show", action="store_true", help="print the pairs that letters could decide")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.pairs.read_text(encoding="utf-8").splitlines() if line.strip()]
    same = Counter(row.get("source", "") for row in rows if row["same"])
    missed: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if row["same"] and not same_name(row["a"], row["b"], row["type"]).same:
            missed[row.get("source", ""), kind_of(row)] += 1
            if options.show and kind_of(row).startswith("alike"):
                print(f"  {row['a']} | {row['b']} ({row['type']})")
    for (source, kind), count in sorted(missed.items()):
        print(f"{source}: {count} of {same[source]} same pairs missed, {kind}")


if __name__ == "__main__":
    main()
