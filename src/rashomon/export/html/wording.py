"""Wording: who calls whom what, by actor and outlet; verbs and words that one outlet alone uses; spellings."""

from __future__ import annotations

from rashomon.export.html.cites import Cites
from rashomon.export.view import Data, View

HEADINGS = {"verb-of-saying": "Verbs of saying that one outlet alone uses", "word": "Words that one outlet alone uses"}


class Wording:
    """Makes these parts from one dossier."""

    def __init__(self, view: View, cites: Cites) -> None:
        self.view, self.cites = view, cites
        self.rows: list[Data] = view.dossier.get("wording", [])

    def labels(self) -> list[Data]:
        """For each labelled actor its labels, each with the outlets that use it; `alone`: one outlet only."""
        alone = {(w["about"], w["article"], w["text"].lower()) for w in self.rows if w["kind"] == "label"}
        out = []
        for actor in self.view.dossier["actors"]:
            same: dict[str, Data] = {}
            for f in actor["labels"]:
                form = same.setdefault(f["text"].lower(), {"text": f["text"], "cites": []})
                form["cites"] = [*form["cites"], *f["cites"]]
            forms = [self._label(actor["id"], f, alone) for f in same.values()]
            if len(forms) > 1 or any(f["alone"] for f in forms):
                forms.sort(key=lambda f: (-len(f["chips"]), f["text"].lower()))
                cites = [c for f in actor["labels"] for c in f["cites"]]
                out.append({**self.cites.proof(cites), "actor": actor["id"], "name": actor["name"], "forms": forms})
        out.sort(key=lambda a: (-sum(len(f["chips"]) for f in a["forms"]), a["name"]))
        return out

    def _label(self, actor: str, form: Data, alone: set[tuple[str, str, str]]) -> Data:
        chips = self.cites.chips(form["cites"])
        articles = {c["article"] for c in form["cites"]}
        only = any((actor, article, form["text"].lower()) in alone for article in articles)
        return {"text": form["text"], "chips": chips, "alone": only and len(articles) == 1}

    def choices(self) -> list[Data]:
        """Verbs and words of one outlet alone, by kind, then by what they are about."""
        out = []
        for kind, heading in HEADINGS.items():
            about: dict[str, list[Data]] = {}
            for n, w in enumerate(self.rows, 1):
                if w["kind"] == kind:
                    row = {**self.cites.proof(w["cites"]), "id": f"w{n}", "text": w["text"]}
                    about.setdefault(w["about"], []).append(row)
            groups = [{"name": self.view.actor(who, who), "actor": who, "rows": rows} for who, rows in about.items()]
            if groups:
                out.append({"heading": heading, "groups": groups})
        return out

    def spellings(self) -> list[Data]:
        """Actors written in more than one way, most ways first."""
        rows = [a for a in self.view.dossier["actors"] if len(a["spellings"]) > 1]
        rows.sort(key=lambda a: (-len(a["spellings"]), a["name"]))
        return [
            {
                "id": a["id"],
                "name": a["name"],
                "type": a["type"],
                "numbers": self.cites.numbers([c for f in a["spellings"] for c in f["cites"]]),
                "forms": [{"text": f["text"], "chips": self.cites.chips(f["cites"])} for f in a["spellings"]],
            }
            for a in rows
        ]

    def actors(self) -> list[Data]:
        """Actors for the filter, most cited first: id, name, and every form to look for."""

        def weight(a: Data) -> int:
            return sum(len(f["cites"]) for f in (*a["spellings"], *a["labels"]))

        rows = sorted(self.view.dossier["actors"], key=lambda a: (-weight(a), a["name"]))[:80]
        return [
            {"id": a["id"], "name": a["name"], "forms": "|".join(f["text"].lower() for f in a["spellings"])}
            for a in rows
            if weight(a) > 1
        ]
