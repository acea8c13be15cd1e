"""Planted differences: how many of the changes a program makes are found, how many appear that nobody made.

Each story in `stories/` is own-written: three reports that agree, and changes to plant, one at a time: a number, a
day, a polarity, a speaker, words inside a quotation, a copy. A plant counts as found when the dossier puts the changed
words on one side of a disagreement (for `number` also of a figure in conflict; for `wording` also of a word difference
of an utterance; for `copy` an origin of kind `copies`). Every other disagreement or conflict that the untouched story
does not have counts as false, and so does every one of the untouched story itself. What the dossier only asks about
("checks": worth a look) is counted apart: `shown` is the share that is found or asked about, and
`false_shown_per_story` counts false differences and needless questions together.

Usage: python benchmarks/planted/run.py [--json] [--notes] [--held-out [--lot E]] [--stories DIR]
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import rashomon

HERE = Path(__file__).parent


def reports(story: dict[str, Any], plant: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """The reports of `story`, changed as `plant` says."""
    texts = [r["text"].strip() + "\n" for r in story["report"]]
    if plant and plant["kind"] == "copy":
        # A copy with another headline and without its last paragraph, as desks make them.
        body = texts[0].split("\n\n")
        texts[plant["report"]] = "\n\n".join(["News in brief", *body[1:-1]]) + "\n"
    elif plant:
        changed = texts[plant["report"]].replace(plant["old"], plant["new"])
        if changed == texts[plant["report"]]:
            raise ValueError(f"nothing to change: {plant['old']!r}")
        texts[plant["report"]] = changed
    return [
        {"id": f"r{n}", "path": f"r{n}", "outlet": r["outlet"], "text": text, "date": story["date"]}
        for n, (r, text) in enumerate(zip(story["report"], texts, strict=True))
    ]


def questions(dossier: dict[str, Any]) -> set[tuple[str, str]]:
    """What the dossier asks somebody to look at: kind and note."""
    return {(c["kind"], c["note"]) for c in dossier["checks"]}


def differences(dossier: dict[str, Any]) -> list[tuple[str, str, list[list[str]]]]:
    """What the dossier calls a difference: kind, note, and the words of each side with their paragraph."""
    texts = {a["id"]: a["text"] for a in dossier["articles"]}

    def words(cite: dict[str, Any]) -> str:
        return texts[cite["article"]][cite["start"] : cite["end"]]

    found = [
        (d["kind"], d["note"], [[words(c) for c in s["cites"]] for s in d["sides"]]) for d in dossier["disagreements"]
    ]
    covered = {w for _, _, sides in found for side in sides for w in side}
    for f in dossier["figures"]:
        sides = [[words(r["cite"])] for r in f["readings"]]
        if f["relation"] == "conflict" and not any(w in c for side in sides for w in side for c in covered):
            found.append(("figure", f["about"], sides))
    return found


def touches(plant: dict[str, Any], dossier: dict[str, Any], section: str = "disagreements") -> bool:
    """Whether `section` of `dossier` shows what `plant` changed; "disagreements" takes other findings in as well."""
    if plant["kind"] == "copy":
        return any(o["kind"] == "copies" for o in dossier["origins"])
    (text,) = [a["text"] for a in dossier["articles"] if a["outlet"] == plant["outlet"]]
    start = text.index(plant["new"])
    end = start + len(plant["new"])
    (name,) = [a["id"] for a in dossier["articles"] if a["outlet"] == plant["outlet"]]

    def near(cite: dict[str, Any]) -> bool:
        """The cite lies in the changed words or in their paragraph, where the rest of the sentence stands."""
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        return bool(cite["article"] == name and cite["start"] < last and cite["end"] > first)

    def opposed(sides: list[list[dict[str, Any]]]) -> bool:
        return any(near(c) for side in sides for c in side) and any(c["article"] != name for s in sides for c in s)

    if any(opposed([s["cites"] for s in d["sides"]]) for d in dossier[section]):
        return True
    if section != "disagreements":
        return False
    if plant["kind"] == "number":
        return any(
            f["relation"] == "conflict" and opposed([[r["cite"]] for r in f["readings"]]) for f in dossier["figures"]
        )
    if plant["kind"] == "wording":
        quotes = {q["id"]: q for q in dossier["quotes"]}
        return any(
            d["words"] and opposed([quotes[q]["content"] for q in d["quotes"]])
            for u in dossier["utterances"]
            for d in u["differences"]
        )
    return False


def measure(notes: bool = False, folder: Path = HERE / "stories", lot: str | None = None) -> dict[str, Any]:
    """Shares found by kind, and false differences per story, over the stories in `folder`; zeros when it is empty.

    `lot`: only the stories that were written together under this letter.
    """
    found: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    false = asked = runs = 0
    for path in sorted(folder.glob("*.toml")):
        story = tomllib.loads(path.read_text(encoding="utf-8"))
        if lot and story.get("lot") != lot:
            continue
        untouched = rashomon.compare(reports(story)).to_dict()
        plain, known = {(k, n) for k, n, _ in differences(untouched)}, questions(untouched)
        runs, false, asked = runs + 1, false + len(plain), asked + len(known)
        for kind, note in sorted(plain):
            if notes:
                print(f"false in {path.stem}: {kind}: {note}")
        for kind, note in sorted(known):
            if notes:
                print(f"asked in {path.stem}: {kind}: {note}")
        for plant in story["plant"]:
            plant["outlet"] = story["report"][plant["report"]]["outlet"]
            dossier = rashomon.compare(reports(story, plant)).to_dict()
            hit = touches(plant, dossier)
            seen = hit or touches(plant, dossier, "checks")
            if plant.get("expect", True):
                planted[plant["kind"]] += 1
                found[plant["kind"]] += hit
                shown[plant["kind"]] += seen
                if notes and not hit:
                    outcome = "only asked" if seen else "missed"
                    print(f"{outcome} in {path.stem}: {plant['kind']}: {plant.get('new', 'copy')}")
            if plant["kind"] == "copy":
                continue
            runs += 1
            new = [(k, n) for k, n, sides in differences(dossier) if (k, n) not in plain]
            extra = max(0, len(new) - 1)  # the planted one may be told once, by whatever note
            false += extra
            asked += max(0, len(questions(dossier) - known) - (seen and not hit))
            if notes and extra:
                print(f"extra in {path.stem} ({plant['kind']}): {'; '.join(f'{k}: {n}' for k, n in new)}")
    whole = max(1, sum(planted.values()))
    return {
        "metrics": {
            "found": sum(found.values()) / whole,
            "shown": sum(shown.values()) / whole,
            "false_per_story": false / max(1, runs),
            "false_shown_per_story": (false + asked) / max(1, runs),
            **{f"found_{kind}": found[kind] / planted[kind] for kind in sorted(planted)},
            **{f"shown_{kind}": shown[kind] / planted[kind] for kind in sorted(planted)},
        },
        "counts": {"planted": whole, "runs": runs, "false": false, "asked": asked},
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--notes", action="store_true", help="print what was missed and what was false")
    parser.add_argument("--held-out", action="store_true", help="the stories that no rule was written with in view")
    parser.add_argument("--lot", help="of these only the stories of one lot: C, E or F")
    parser.add_argument("--stories", type=Path, help="a folder of stories elsewhere")
    args = parser.parse_args()
    result = measure(args.notes, args.stories or HERE / ("held_out" if args.held_out else "stories"), args.lot)
    print(json.dumps(result) if args.json else "\n".join(f"{k:<20} {v:.3f}" for k, v in result["metrics"].items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
