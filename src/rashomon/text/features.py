"""The evidence the tagger looks at: the form of a word, its neighbours and the tags before it.

Each function gives feature names for one source of evidence, so that the tagger may add them up once per word form and
keep the sum. Curly marks count as straight ones, digits as zeros; in lines of capitals ("U") and headline case ("T")
capital letters are evidence of another kind than in running text, and the case of the line is part of the feature.
"""

from __future__ import annotations

from functools import lru_cache

STRAIGHT = str.maketrans("’‘ʼ`“”„0123456789", "''''\"\"\"0000000000")
LONGEST = 40
HEADLINE_WORDS = 3


def plain(word: str) -> str:
    """`word` in lower case with straight marks and zeros for digits; very long words are cut."""
    return word[:LONGEST].translate(STRAIGHT).lower()


def line_case(words: list[str]) -> str:
    """How a line is written: "" running text, "U" capitals, "T" headline case."""
    capital = upper = 0
    for word in words:
        if len(word) > 3:
            if word.islower():
                return ""
            if word[0].isupper():
                capital += 1
                upper += word.isupper()
    if capital >= HEADLINE_WORDS or (capital and upper == capital and all(not w.islower() for w in words)):
        return "U" if upper == capital else "T"
    return ""


@lru_cache(maxsize=50_000)
def shape(word: str) -> str:
    """The pattern of capitals, small letters and digits: "Xx", "d", "X.X."."""
    out: list[str] = []
    for char in word[:LONGEST]:
        kind = "X" if char.isupper() else "x" if char.isalpha() else "d" if char.isdigit() else char
        if not out or out[-1] != kind:
            out.append(kind)
    return "".join(out[:6])


def own(word: str, low: str, usual: str, case: str, first: str) -> list[str]:
    """Evidence of the word itself; `first` is "^" at a line's start, `usual` the tags the word usually has."""
    form = f"{case}{first}{shape(word)}"
    return [
        "B",
        f"w{low}",
        f"1{low[-1:]}",
        f"2{low[-2:]}",
        f"3{low[-3:]}",
        f"4{low[-4:]}",
        f"p{low[:1]}",
        f"q{low[:2]}",
        f"r{low[:3]}",
        f"h{form}",
        f"H{form} {low[-2:]}",
        f"c{usual}",
        f"C{form} {usual}",
    ]


def left(word: str, low: str, usual: str, case: str) -> list[str]:
    """Evidence of the word before."""
    return [f"a{low}", f"b{low[-3:]}", f"A{case}{shape(word)}", f"l{usual}"]


def left2(low: str, usual: str) -> list[str]:
    """Evidence of the word two places before."""
    return [f"d{low}", f"D{usual}"]


def right(word: str, low: str, usual: str, case: str) -> list[str]:
    """Evidence of the word after."""
    return [f"e{low}", f"f{low[-3:]}", f"g{case}{shape(word)}", f"k{usual}"]


def right2(low: str, usual: str) -> list[str]:
    """Evidence of the word two places after."""
    return [f"i{low}", f"j{usual}"]


def after(before: str, low: str) -> list[str]:
    """Evidence of the tag before, alone and with the word."""
    return [f"t{before}", f"v{before} {low}", f"x{before} {low[-3:]}"]


def ahead(before: str, low: str, usual: str) -> list[str]:
    """Evidence of the tag before together with the word after."""
    return [f"z{before} {usual}", f"Z{before} {low}"]


def turn(before2: str, before: str, usual: str) -> list[str]:
    """Evidence of the two tags before, alone and with the usual tags of the word."""
    return [f"u{before2} {before}", f"y{before2} {before} {usual}"]
