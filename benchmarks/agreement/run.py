"""How many hard pairs of sentences are agreed on, all invented. Prints figures, `--json` for floors.

`pairs.toml` holds short sentences; with `--second` it is `second.toml`, sentences as long as news writes them.

Each pair is told by two short reports among other sentences. `recall` is the share of pairs that assert the same and
are put as agreed; `false_agreement` the share of pairs that do not and are put as agreed all the same.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import rashomon

HERE = Path(__file__).resolve().parent
AROUND = (
    ("Readers of the Morning Ledger followed it live.", "More will be known in the evening, when the office opens."),
    ("Shops in the centre stayed open.", "The weather service expects a mild week with little wind."),
)
"""What stands before and behind the sentence in either report."""


def pairs(name: str = "pairs") -> list[dict[str, Any]]:
    """The pairs of the file `name`: `a`, `b`, `same`, `kind`."""
    found: list[dict[str, Any]] = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["pair"]
    return found


def verdict(pair: dict[str, Any]) -> str:
    """How the dossier puts the two sentences: agreed, disputed, or apart."""
    texts = [f"{before}\n\n{pair[side]}\n\n{after}\n" for side, (before, after) in zip("ab", AROUND, strict=True)]
    reports = [
        {"id": side, "outlet": name, "text": text, "date": "2024-03-08"}
        for side, name, text in zip("ab", ("Morning Ledger", "Evening Star"), texts, strict=True)
    ]
    dossier = rashomon.compare(reports).to_dict()
    spans = {side: (text.index(pair[side]), len(pair[side])) for side, text in zip("ab", texts, strict=True)}
    for statement in dossier["statements"]:
        sides = {
            c["article"]
            for c in (r["cite"] for r in statement["reports"])
            if spans[c["article"]][0] <= c["start"] < sum(spans[c["article"]])
        }
        if sides == {"a", "b"}:
            return str(statement["verdict"])
    return "apart"


def measure(name: str = "pairs") -> dict[str, Any]:
    """The figures of the file `name`, and the pairs that were put otherwise than they should."""
    found = [(pair, verdict(pair)) for pair in pairs(name)]
    same = [how == "agreed" for pair, how in found if pair["same"]]
    other = [how == "agreed" for pair, how in found if not pair["same"]]
    return {
        "pairs": len(found),
        "recall": round(sum(same) / len(same), 3),
        "false_agreement": round(sum(other) / len(other), 3),
        "wrong": [f"{p['kind']}: {p['a']} | {p['b']}" for p, how in found if p["same"] != (how == "agreed")],
    }


def main(arguments: list[str]) -> int:
    figures = measure("second" if "--second" in arguments else "pairs")
    if "--json" in arguments:
        print(json.dumps(figures))
        return 0
    print("\n".join(figures.pop("wrong")))
    print(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
