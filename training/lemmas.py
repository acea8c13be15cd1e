"""Writes the table of irregular lemmas: forms of the treebank that the rules get wrong.

`python training/lemmas.py --data ../shared/data/syntax --out src/rashomon/weights`
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path

from rashomon.text.lemmas import FAMILY, by_rule
from treebank import Line, read

DOUBLES = re.compile(r"[^aeiou][aeiou][bdglmnprt]$")  # "stop": the last letter may be doubled
SPELT = re.compile(r"[^\W\d_'][\w-]+|'\w+|n't[\w']+")
OPEN = ("NNP", "FW", "GW", "ADD", "SYM", "CD", "LS", "NFP", "UH")


def table(lines: list[Line]) -> str:
    """The table as text: `word family`, tab, lemma; sorted."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    wrong: set[tuple[str, str]] = set()
    for line in lines:
        for word in line:
            low, lemma = word.form.lower().replace("’", "'"), word.lemma.lower().replace("’", "'")
            if word.tag in OPEN or lemma in ("", "_") or not SPELT.fullmatch(low + lemma):
                continue
            key = low, FAMILY.get(word.tag, word.tag)
            seen[key][lemma] += 1
            if by_rule(low, word.tag) != lemma:
                wrong.add(key)
    rows = [f"{form} V\t{lemma}\n" for form, lemma in _unseen(seen).items()]
    for key in sorted(wrong):
        lemma, count = min(seen[key].items(), key=lambda item: (-item[1], item[0]))
        low, family = key
        if count > 1 or family in ("N", "V", "A", "R"):
            rows.append(f"{low} {family}\t{lemma}\n")
    return "".join(sorted(rows))


def _unseen(seen: dict[tuple[str, str], Counter[str]]) -> dict[str, str]:
    """Regular forms in -ed and -ing of the treebank's verbs that the rules would get wrong, where the form is new."""
    lemmas = sorted({lemma for (_, family), counts in seen.items() if family == "V" for lemma in counts})
    out: dict[str, str] = {}
    for lemma in lemmas:
        if not lemma.isalpha() or len(lemma) < 3 or DOUBLES.search(lemma):
            continue
        stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) else lemma
        for ending, tag in (("ed", "VBD"), ("ing", "VBG")):
            form = stem + ending
            if (form, "V") not in seen and form not in out and by_rule(form, tag) != lemma:
                out[form] = lemma
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    text = table(list(read(options.data / "train.conllu")))
    (options.out / "lemmas.txt").write_text(text, encoding="utf-8")
    print(f"{text.count(chr(10))} forms")


if __name__ == "__main__":
    main()
