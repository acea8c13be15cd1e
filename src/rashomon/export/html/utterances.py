"""Utterance cards: the reference version, then each other version with its extent and its differing words.

Utterances that several outlets have come first; those of one outlet stand by speaker. Versions with the same words are
one version with several chips.
"""

from __future__ import annotations

from rashomon.export.html.cites import Cites
from rashomon.export.html.differences import extent, marked_versions
from rashomon.export.view import Data, View
from rashomon.export.words import RELATIONS, STATUS, clipped, count, day, via

UNKNOWN = "Speaker not known"


class Utterances:
    """Makes the cards from one dossier."""

    def __init__(self, view: View, cites: Cites) -> None:
        self.view, self.cites = view, cites

    def shared(self) -> list[Data]:
        """Cards of utterances that more than one outlet has, or one outlet in differing versions."""
        return [self.card(u) for u in self.view.dossier["utterances"] if not self._lone(u)]

    def lone(self) -> list[Data]:
        """Utterances of one outlet, by speaker; most quoted speaker first, unknown ones last."""
        groups: dict[str | None, list[Data]] = {}
        for u in self.view.dossier["utterances"]:
            if self._lone(u):
                groups.setdefault(u["speaker"], []).append(self.card(u))
        ranked = sorted(groups.items(), key=lambda item: (item[0] is None, -len(item[1])))
        return [{"actor": who or "", "name": self.view.actor(who, UNKNOWN), "cards": cards} for who, cards in ranked]

    def _lone(self, u: Data) -> bool:
        return bool(u["outlets"] < 2 and u["relation"] in ("single", "same"))

    def card(self, u: Data) -> Data:
        """One utterance."""
        versions = self._versions(u)
        quotes = [self.view.quotes[q] for q in u["quotes"]]
        first = quotes[0]
        return {
            **self.cites.proof([c for q in quotes for c in q["content"]]),
            "id": u["id"],
            "speaker": u["speaker"] or "",
            "name": self.view.actor(u["speaker"], UNKNOWN),
            "relation": u["relation"],
            "relation_words": RELATIONS[u["relation"]],
            "outlets": count(u["outlets"], "outlet"),
            "channel": via(u["channel"]),
            "when": day(u["when"]) if u["when"] else "",
            "through": ", ".join(self.view.actor(a, "?") for a in first["through"]),
            "pairs": self._pairs(u),
            "versions": versions,
        }

    def _pairs(self, u: Data) -> list[tuple[str, str]]:
        pairs = dict.fromkeys((a, b) for d in u["differences"] for a, b in d["words"])
        return [(clipped(a, 60) or "–", clipped(b, 60) or "–") for a, b in pairs][:8]

    def _versions(self, u: Data) -> list[Data]:
        versions: dict[tuple[object, ...], Data] = {}
        longest = max(self.view.length(self.view.quotes[q]) for q in u["quotes"])
        reference = self.view.quoted(self.view.quotes[u["quotes"][0]])
        for marked in marked_versions(self.view, u):
            q = self.view.quotes[marked["quote"]]
            text = self.view.quoted(q)
            key = (text, q["kind"], q["status"], q.get("teaser", False))
            version = versions.setdefault(
                key,
                {
                    "parts": marked["parts"],
                    "kind": q["kind"],
                    "status": STATUS[q["status"]],
                    "teaser": q.get("teaser", False),
                    "words": self.view.length(q),
                    "of": longest,
                    "extent": extent(text, reference) if self.view.length(q) < longest else [],
                    "cites": [],
                    "said": [],
                },
            )
            version["cites"] += q["content"]
            version["said"] += [c for c in (q["speaker_cite"] or q["cue"],) if c]
        for version in versions.values():
            version["chips"] = self.cites.chips(version.pop("cites"))
            version["said"] = self.cites.chips(version["said"])
        return list(versions.values())
