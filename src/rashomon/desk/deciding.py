"""Decisions of people: how they are written down, and what they mean for grouping and for a dossier.

A subject names things by what they are: names of actors, the digest of a report and characters of it, passages of a
disagreement, ids of reports (which are hashes of their content). Nothing in it changes its meaning on a rebuild. Of two
decisions on the same thing the later one holds.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, get_args

from rashomon.errors import UsageError
from rashomon.records.decisions import Decided, RightSpeaker, fingerprint
from rashomon.records.desk import Decision, DecisionKind
from rashomon.text.names.fold import fold

KINDS: tuple[str, ...] = get_args(DecisionKind)
Subject = Mapping[str, Any]


def checked(kind: str, subject: Subject) -> tuple[DecisionKind, dict[str, Any]]:
    """The kind and subject of a decision; raises UsageError when they cannot be meant."""
    if kind not in KINDS:
        raise UsageError(f"there is no decision {kind!r}: choose one of {', '.join(KINDS)}")
    found: dict[str, Any] = dict(subject)
    problem = _CHECKS[kind](found)
    if problem:
        raise UsageError(f"{kind}: {problem}")
    return kind, found  # type: ignore[return-value]


def decided(
    decisions: Iterable[Decision], articles: Collection[str], shas: Collection[str]
) -> tuple[Decided, list[int]]:
    """What the decisions mean for a story of these reports, and the ids of those that concern it."""
    pairs: dict[tuple[str, str], tuple[bool, tuple[str, str], int]] = {}
    speakers: dict[tuple[str, int, int], tuple[RightSpeaker, int]] = {}
    settled: set[str] = set()
    ids: list[int] = []
    for d in decisions:
        scope = d.subject.get("articles")
        if d.kind in ("same-actor", "not-same-actor"):
            if scope is None or any(a in articles for a in scope):
                a, b = d.subject["a"], d.subject["b"]
                pairs[_pair(a, b)] = (d.kind == "same-actor", (a, b), d.id)
        elif d.kind == "speaker" and d.subject["sha256"] in shas:
            right = RightSpeaker(*(d.subject[k] for k in ("sha256", "start", "end", "name")))
            speakers[right.sha256, right.start, right.end] = (right, d.id)
        elif d.kind == "not-a-contradiction" and any(a in articles for a in scope or ()):
            settled |= set(_fingerprints(d.subject))
            ids.append(d.id)
    ids += [number for _, _, number in pairs.values()] + [number for _, number in speakers.values()]
    return Decided(
        same=tuple(names for same, names, _ in pairs.values() if same),
        apart=tuple(names for same, names, _ in pairs.values() if not same),
        speakers=tuple(right for right, _ in speakers.values()),
        settled=frozenset(settled),
    ), sorted(ids)


def bonds(decisions: Iterable[Decision]) -> list[tuple[str, str, bool]]:
    """Pairs of reports that belong together (True) or never do (False), as grouping obeys them."""
    found: dict[tuple[str, str], bool] = {}
    for d in decisions:
        if d.kind not in ("merge-stories", "split-story"):
            continue
        one, other = (list(dict.fromkeys(side)) for side in d.subject["articles"])
        same = d.kind == "merge-stories"
        across = {(min(a, b), max(a, b)) for a in one for b in other}
        # What is decided across the two sides now wins over what was decided across them before.
        found = {pair: bond for pair, bond in found.items() if pair not in across}
        for a, b in pairwise(sorted({*one, *other})) if same else (*pairwise(one), *pairwise(other)):
            found[min(a, b), max(a, b)] = True
        if not same:
            found |= dict.fromkeys(sorted(across), False)
    return [(*pair, bond) for pair, bond in found.items()]


def readable(d: Decision) -> str:
    """A decision in one line."""
    s = d.subject
    match d.kind:
        case "same-actor":
            return f"“{s['a']}” and “{s['b']}” are one{_where(s)}"
        case "not-same-actor":
            return f"“{s['a']}” and “{s['b']}” are two{_where(s)}"
        case "speaker":
            return f"“{s.get('words', '')}” was said by {s['name'] or 'nobody known'}"
        case "not-a-contradiction":
            return f"no contradiction: {s.get('note') or ' / '.join(side[0] for side in s['sides'])}"
        case "merge-stories":
            return f"stories {' and '.join(s.get('stories', ()))} are one"
        case _:
            return f"story {s.get('story')} without {', '.join(s['articles'][0])}"


def _where(subject: Subject) -> str:
    return f" in story {subject['story']}" if subject.get("story") else ""


def _pair(a: str, b: str) -> tuple[str, str]:
    one, other = sorted((fold(" ".join(a.split())), fold(" ".join(b.split()))))
    return one, other


def _fingerprints(subject: Subject) -> Iterator[str]:
    sides = subject["sides"]
    for n, one in enumerate(sides):
        for other in sides[n + 1 :]:
            yield from (fingerprint(subject["kind"], a, b) for a in one for b in other)


# What a subject must hold


def _actors(s: dict[str, Any]) -> str:
    if not all(isinstance(s.get(k), str) and s[k].strip() for k in ("a", "b")):
        return "give two names"
    if len(set(_pair(s["a"], s["b"]))) == 1:
        return f"{s['a']!r} and {s['b']!r} are one name already"
    return "" if "articles" not in s or _names(s["articles"]) else "'articles' must be ids of reports"


def _speaker(s: dict[str, Any]) -> str:
    name = s.setdefault("name", None)
    if name is not None and not (isinstance(name, str) and name.strip()):
        return "give the name of the speaker, or none"
    places = s.get("start"), s.get("end")
    if not isinstance(s.get("sha256"), str) or not all(type(p) is int for p in places):
        return "give 'sha256', 'start' and 'end' of the quotation"
    return "" if 0 <= s["start"] < s["end"] else "the quotation has no characters"


def _contradiction(s: dict[str, Any]) -> str:
    sides = s.get("sides")
    if not isinstance(s.get("kind"), str) or not isinstance(sides, list) or len(sides) < 2:
        return "give the kind and the sides of the disagreement"
    return "" if all(_names(side) for side in sides) and _names(s.get("articles")) else "each side needs a passage"


def _stories(s: dict[str, Any]) -> str:
    sides = s.get("articles")
    if not isinstance(sides, list) or len(sides) != 2 or not all(_names(side) for side in sides):
        return "give the reports of both sides"
    return "a report is on both sides" if set(sides[0]) & set(sides[1]) else ""


def _names(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, str) and v for v in value)


_CHECKS: dict[str, Callable[[dict[str, Any]], str]] = {
    "same-actor": _actors,
    "not-same-actor": _actors,
    "speaker": _speaker,
    "not-a-contradiction": _contradiction,
    "merge-stories": _stories,
    "split-story": _stories,
}
