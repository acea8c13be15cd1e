"""Verb groups of a sentence: where a finite verb stands, with its auxiliaries, negation and voice.

Decides from part-of-speech tags, and from the verb forms of the lexicon where a tag calls a listed verb a noun
although the words around it leave only a verb. A participle after a comma ("…, killing ten") makes a group of its
own. It refuses to guess a verb between a determiner or adjective and a noun.
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.records.reading import Tokens
from rashomon.steps.annotate.acts.verbs import is_speech, past_only, phrasal, verb_forms, word_list

BE = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re", "am", "get", "gets", "got"}
)
HAVE = frozenset({"has", "have", "had", "having", "'ve", "’ve"})
DO = frozenset({"do", "does", "did"})
MODAL = frozenset("will would can could may might must shall should cannot 'll ’ll 'd ’d wo ca".split())
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
AUX = BE | HAVE | DO | MODAL
FINITE_AUX = (AUX - {"be", "been", "being", "having", "get", "got"}) | {"am"}
ADVERBS = frozenset(
    "also now still already just only never not n't n’t ever since later recently reportedly allegedly effectively "
    "essentially previously temporarily immediately finally apparently possibly probably likely however then soon "
    "once again both all briefly officially formally initially repeatedly quickly simply largely even yet "
    "subsequently no longer".split()
)
NOT_PARTICIPLES = frozenset(
    "including following according regarding concerning during pending excluding starting beginning ranging depending "
    "considering barring notwithstanding being".split()
)
NOMINATIVES = frozenset({"i", "he", "she", "it", "we", "they"})
OBJECT_TAGS = frozenset({"NN", "NNS", "DT", "PRP", "PRP$", "JJ", "CD"})
NAMED_AFTER = frozenset("this last next earlier later here there".split())
NAMING = frozenset({"call", "name", "dub", "title", "entitle", "know"})
QUOTES = frozenset("\"“”‘’'`«»") | {"''", "``"}
DETERMINERS = frozenset(
    "the a an this that these those his her its their my our your no any some each every"
    " another 's ’s more most".split()
)


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group: tokens `[start, main]`, its lemma and sense, and what its auxiliaries say."""

    start: int
    main: int
    lemma: str
    sense: str | None
    negated: bool = False
    hedged: bool = False
    future: bool = False
    passive: bool = False
    participle: bool = False

    @property
    def speech(self) -> bool:
        """True when what follows is somebody's words."""
        return is_speech(self.lemma)


def verb_groups(tokens: Tokens, first: int, stop: int) -> list[Group]:
    """The verb groups of the sentence `[first, stop)`, in order."""
    groups = _scan(tokens, first, stop, -1)
    if not any(not g.participle for g in groups):
        only = _disguised(tokens, first, stop)
        if only >= 0:
            groups = _scan(tokens, first, stop, only)
    return groups


def _scan(tokens: Tokens, first: int, stop: int, also: int) -> list[Group]:
    groups: list[Group] = []
    n = first
    while n < stop:
        if n == also or _opens(tokens, n, first, stop):
            group = _read(tokens, n, stop)
            groups.append(group)
            n = group.main + 1
        else:
            n += 1
    return groups


def _disguised(tokens: Tokens, first: int, stop: int) -> int:
    """Where nothing else is a verb: the first participle or past form right behind a noun, or -1."""
    for n in range(first + 1, stop):
        word = tokens.words[n].lower()
        if not tokens.tags[n - 1].startswith(("NN", "PRP")) or tokens.words[n - 1].lower() in DETERMINERS:
            continue
        if (
            (tokens.tags[n] == "VBN" or _form(word, "past"))
            and not word.endswith("ing")
            and not _by_next(tokens, n, stop)
        ):
            return n
    return -1


def _by_next(tokens: Tokens, n: int, stop: int) -> bool:
    return n + 1 >= stop or tokens.words[n + 1].lower() == "by"


def _opens(tokens: Tokens, n: int, first: int, stop: int) -> bool:
    """Does a verb group begin at token `n`?"""
    word, tag = tokens.words[n].lower(), tokens.tags[n]
    before = tokens.words[n - 1].lower() if n > first else ""
    if word == "may" and n > first and tokens.words[n][0] == "M":
        return False
    if word in FINITE_AUX:
        return not (word in ("'s", "’s", "'d", "’d") and tag == "POS") and not (
            word in ("'s", "’s") and not _after_s(tokens, n, stop)
        )
    if tag in ("VBD", "VBZ", "VBP", "MD") or word in past_only():
        return before not in DETERMINERS and not (word in past_only() and before in ("to", "of"))
    if tag == "VBG" or (tag in ("NN", "") and _form(word, "gerund")):
        if word in NOT_PARTICIPLES:
            return False
        return before == "," or (
            n > first and tokens.tags[n - 1] == "NNP" and _form(word, "gerund") and is_speech(verb_forms()[word].lemma)
        )
    if tag == "VBN":
        return _bare_participle(tokens, n, first, stop)
    if tag in ("NN", "NNS", "VB", "JJ"):
        return _mistagged(tokens, n, first, stop)
    return False


def _after_s(tokens: Tokens, n: int, stop: int) -> bool:
    """After "'s" as a verb comes a participle, a determiner or an adverb; after a possessive a noun."""
    if n + 1 >= stop:
        return False
    return tokens.tags[n + 1] in ("VBN", "VBG", "DT", "RB", "IN", "TO") and tokens.tags[n] != "POS"


def _form(word: str, *shapes: str) -> bool:
    verb = verb_forms().get(word)
    return verb is not None and any(shape in verb.shapes for shape in shapes)


def _bare_participle(tokens: Tokens, n: int, first: int, stop: int) -> bool:
    """A participle straight after its subject, without "by" behind it, is a past tense in disguise."""
    if n == first or n + 1 >= stop:
        return False
    before, after = tokens.tags[n - 1], tokens.words[n + 1].lower()
    if before == "PRP" and tokens.words[n - 1].lower() in NOMINATIVES:
        return after != "by"
    if after == "that" and before.startswith("NN"):
        return True  # "Finch suspected that …", of any verb
    if not _form(tokens.words[n].lower(), "past"):
        return False
    if tokens.words[n - 1].lower() in ("and", "but", "or"):
        return tokens.tags[n + 1] in ("NNP", "NNPS", "DT", "PRP", "PRP$", "WDT") or after in ("to", "that")
    if before in ("NN", "NNS"):
        return tokens.tags[n + 1] in OBJECT_TAGS and after not in NAMED_AFTER and tokens.lemmas[n] not in NAMING
    return before in ("NNP", "NNPS") and after not in ("by", "in", "on", "at", "with", "as")


def _mistagged(tokens: Tokens, n: int, first: int, stop: int) -> bool:
    """A listed verb tagged as a noun between a subject and an object."""
    word = tokens.words[n].lower()
    if not _form(word, "past", "third") or n == first or n + 1 >= stop:
        return False
    before, after = tokens.words[n - 1].lower(), tokens.words[n + 1].lower()
    if tokens.tags[n] in ("NNS", "JJ") and tokens.tags[n - 1] not in ("PRP", "WP", "WDT"):
        return False
    if (
        before in DETERMINERS
        or after in (",", ".", "of", "and", ";")
        or before in ("of", "by", "in", "on", "for", "to")
    ):
        return False
    return not _form(word, "third") or tokens.tags[n - 1] in ("NNP", "PRP")


def _read(tokens: Tokens, start: int, stop: int) -> Group:
    """The group that begins at `start`: auxiliaries and adverbs up to the main verb."""
    n = main = start
    negated = start > 0 and tokens.words[start - 1].lower() in ("never", "not", "n't", "n’t", "hardly", "scarcely")
    hedged = future = be = passive = False
    while n < stop:
        word, tag = tokens.words[n].lower(), tokens.tags[n]
        if word in AUX:
            future = future or word in FUTURE
            be = (be or word in BE) if word in BE or word not in HAVE | DO else be
            hedged = hedged or word in word_list("hedges")
            main = n
        elif word in word_list("negations") and word not in ("no", "without", "nobody", "none"):
            negated = True
        elif tag.startswith("VB") or (tag in ("NN", "") and n > start and _form(word, "participle", "base", "gerund")):
            main = n
            passive = be and (tag == "VBN" or (not tag.startswith("VB") and _form(word, "participle")))
            break
        elif word in QUOTES and n > start:
            pass
        elif tag.startswith("RB") or word in ADVERBS:
            hedged = hedged or word in word_list("hedges")
        else:
            break
        n += 1
    if n == start:
        main = start
    lemma, sense = _lemma(tokens, main, stop)
    hedged = hedged or _hedge_before(tokens, start)
    return Group(
        start, main, lemma, sense, negated, hedged, future, passive, tokens.words[start].lower().endswith("ing")
    )


def _hedge_before(tokens: Tokens, start: int) -> bool:
    return start > 0 and tokens.words[start - 1].lower() in word_list("hedges")


def _lemma(tokens: Tokens, main: int, stop: int) -> tuple[str, str | None]:
    """Lemma and sense of the main verb; a particle within three words makes it another verb ("call off")."""
    word = tokens.words[main].lower()
    if word in AUX:
        return ("be" if word in BE else "have" if word in HAVE else "do" if word in DO else word), None
    verb = verb_forms().get(word)
    lemma = verb.lemma if verb else (tokens.lemmas[main] or word)
    for particle, whole, sense in phrasal().get(lemma, ()):
        for n in range(main + 1, min(stop, main + 4)):
            if _reads(tokens, n, stop, particle):
                return whole, sense
    return lemma, verb.sense if verb else None


def _reads(tokens: Tokens, n: int, stop: int, particle: str) -> bool:
    """True where `particle` stands at token `n`; one of several words ("the life") by its lemmas too."""
    first, *rest = particle.split()
    if tokens.words[n].lower() != first or n + len(rest) >= stop:
        return False
    return all(word in (tokens.words[k].lower(), tokens.lemmas[k]) for k, word in enumerate(rest, n + 1))
