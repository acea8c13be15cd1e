"""Reads CoNLL-U treebanks and makes the further sentences that news needs: hyphenated words, headlines, capitals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

SMALL = frozenset("a an the of in on at to for and or but by as with from vs".split())
MODIFIES = frozenset(("amod", "compound", "nmod", "nummod", "nmod:attributive", "advmod"))


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a treebank."""

    form: str
    lemma: str
    tag: str
    head: int
    relation: str
    spaced: bool
    entity: str


Line = list[Word]


def read(path: Path) -> Iterator[Line]:
    """The sentences of a CoNLL-U file."""
    line: Line = []
    for row in path.read_text(encoding="utf-8").splitlines():
        cells = row.split("\t")
        if not row.strip():
            if line:
                yield line
            line = []
        elif not row.startswith("#") and cells[0].isdigit():
            misc = dict(part.split("=", 1) for part in cells[9].split("|") if "=" in part)
            head = int(cells[6]) if cells[6].isdigit() else 0
            spaced = misc.get("SpaceAfter") != "No"
            line.append(Word(cells[1], cells[2], cells[4], head, cells[7], spaced, misc.get("NER", "_")))
    if line:
        yield line


def text_of(line: Line) -> str:
    """The sentence as it was written."""
    return "".join(word.form + " " * word.spaced for word in line).rstrip()


def join_hyphens(line: Line) -> Line:
    """The sentence with `long`, `-`, `term` joined to `long-term`, tagged as one word."""
    out: Line = []
    n = 0
    while n < len(line):
        stop = n + 1
        while (
            stop + 1 < len(line)
            and line[stop].tag == "HYPH"
            and line[stop].form == "-"
            and not line[n].form[0].isdigit()
            and not line[stop - 1].spaced
            and not line[stop].spaced
        ):
            stop += 2
        if stop == n + 1:
            out.append(line[n])
        else:
            form = "".join(word.form for word in line[n:stop])
            tag = _joined_tag(line, n, stop)
            out.append(Word(form, form.lower(), tag, 0, "_", line[stop - 1].spaced, line[n].entity))
        n = stop
    return out


def _joined_tag(line: Line, first: int, stop: int) -> str:
    parts = [word for word in line[first:stop] if word.tag != "HYPH"]
    last = parts[-1].tag
    if all(word.tag in ("NNP", "NNPS") for word in parts):
        return last
    if all(word.tag == "CD" for word in parts):
        return "CD"
    inner = range(first + 1, stop + 1)
    tops = [word for word in parts if word.head not in inner]
    top = tops[-1] if tops else parts[-1]
    if last in ("VBN", "VBG", "JJ", "CD", "VBD") or (top.relation in MODIFIES and top.head > stop):
        return "JJ"
    return last


def headline(line: Line) -> Line:
    """The sentence in headline case."""
    return [
        _with_form(word, word.form if n and word.form.lower() in SMALL else word.form[:1].upper() + word.form[1:])
        for n, word in enumerate(line)
    ]


def capitals(line: Line) -> Line:
    """The sentence in capitals."""
    return [_with_form(word, word.form.upper()) for word in line]


def _with_form(word: Word, form: str) -> Word:
    return Word(form, word.lemma, word.tag, word.head, word.relation, word.spaced, word.entity)


def further(lines: list[Line], random: Random) -> Iterator[Line]:
    """Sentences made from `lines`: hyphenated words joined, some in headline case, some in capitals."""
    for line in lines:
        draw = random.random()
        if any(word.tag == "HYPH" for word in line):
            yield join_hyphens(line)
        if draw < 0.06:
            yield headline(line)
        elif draw < 0.10:
            yield capitals(line)
