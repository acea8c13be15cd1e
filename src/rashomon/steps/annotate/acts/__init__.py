"""Who did what, clause by clause, in one article."""

from __future__ import annotations

from dataclasses import replace

from rashomon.records.article import BlockKind
from rashomon.records.marks import Act, Marks, Mode, Polarity, QuoteMark
from rashomon.records.reading import Sentence, Tokens
from rashomon.records.span import Span
from rashomon.steps.annotate.acts.clauses import MARKS, Clause, split_clauses
from rashomon.steps.annotate.acts.groups import Group
from rashomon.steps.annotate.acts.holders import (
    Holders,
    according_to,
    aside_holder,
    conceived,
    frame_holder,
    turned_away,
)
from rashomon.steps.annotate.acts.negation import negative_noun, negative_object, undone
from rashomon.steps.annotate.acts.nominal import nominal_acts
from rashomon.steps.annotate.acts.roles import (
    Range,
    agent,
    characters,
    contact,
    object_range,
    phrase,
    subject,
    taken_up,
)
from rashomon.steps.annotate.acts.verbs import verb_forms, word_list

EDGE = frozenset({",", ";", ":", ".", "–", "—", "--", "-", "and", "but", "or"})
LONGEST_SENTENCE = 400
"""Tokens beyond which a "sentence" is no sentence (tables, lists run together) and is left alone."""


def find_acts(marks: Marks) -> tuple[Act, ...]:
    """The acts of the article, in text order; reads its words, mentions, times, measures and quotes."""
    holders = Holders.of(marks)
    acts: list[Act] = []
    for sentence in marks.words.sentences:
        if 0 < sentence.stop - sentence.first <= LONGEST_SENTENCE:
            acts += _sentence_acts(marks, sentence, holders)
    return tuple(acts)


def _sentence_acts(marks: Marks, sentence: Sentence, holders: Holders) -> list[Act]:
    tokens = marks.words.tokens
    place = marks.words.paragraphs[sentence.paragraph].kind
    clauses = split_clauses(tokens, sentence.first, sentence.stop)
    credited = according_to(tokens, sentence.first, sentence.stop)
    turn = turned_away(tokens, clauses)
    out: list[Act] = []
    for index, clause in enumerate(clauses):
        span = _trimmed(tokens, clause)
        if span is None:
            continue
        governed = _governed(tokens, clauses, index)
        if governed is not None:
            span = Span(span.start, governed.end)
        quote = holders.quote_at(tokens.starts[clause.groups[-1].main] if clause.groups else span.start)
        after_turn = turn is not None and index >= turn
        if (
            after_turn
            and quote
            and quote.kind == "indirect"
            and _begins(quote) < tokens.starts[clauses[turn or 0].first]
        ):
            quote = None
        holder = quote.speaker if quote else None
        if quote is None or (holder is None and quote.kind == "indirect"):
            holder = frame_holder(tokens, clauses, index, turn or 0 if after_turn else 0) or credited
            holder = holder or aside_holder(tokens, clauses, index)
        thought = conceived(tokens, clause) if holder is None and clause.groups else None
        frame = clauses[clause.frame] if clause.frame is not None else None
        denied = (
            frame is not None
            and frame.groups[-1].sense == "deny"
            and not frame.groups[-1].negated
            and frame.first < clause.first
            and (tokens.words[clause.first - 1].lower() == "that" or tokens.tags[clause.first] not in ("NN", "NNS"))
        )
        for group in clause.groups:
            whose = holder or (thought if group is clause.groups[0] else None)
            acts = _verb_acts(tokens, clauses, index, group, span, whose, place, denied)
            if governed is not None and group is clause.groups[-1]:
                acts = [replace(acts[0], object=governed)]
            out += acts
        for nominal in nominal_acts(tokens, clause):
            actor, target = characters(tokens, nominal.actor), characters(tokens, nominal.object)
            out.append(Act(span, nominal.lemma, nominal.sense, actor, target, holder, "affirmed", "reported", place))
    return out


def _begins(quote: QuoteMark) -> int:
    """Where what it reports begins."""
    parts = (*quote.content, quote.clause) if quote.clause else quote.content
    return parts[0].start if parts else 0


def _governed(tokens: Tokens, clauses: list[Clause], index: int) -> Span | None:
    """What a frame reports, when it stands behind the frame."""
    if clauses[index].kind != "frame":
        return None
    last = index
    while last + 1 < len(clauses) and clauses[last + 1].frame in range(index, last + 1):
        last += 1
    if last == index:
        return None
    begin, end = _trimmed(tokens, clauses[index + 1]), _trimmed(tokens, clauses[last])
    return Span(begin.start, end.end) if begin and end else None


def _verb_acts(
    tokens: Tokens,
    clauses: list[Clause],
    index: int,
    group: Group,
    span: Span,
    holder: Span | None,
    place: BlockKind,
    denied: bool,
) -> list[Act]:
    """The act of a verb group and, for "agreed to halt …", the act within its infinitive."""
    clause = clauses[index]
    reach = subject(tokens, clauses, index) if group is clause.groups[0] else None
    if group is not clause.groups[0] and reach is None:
        reach = subject(tokens, clauses, index)
    target = object_range(tokens, clause, group)
    if target is None and not group.passive:
        turned_round = taken_up(tokens, clause, group) or (contact(tokens, reach) if reach else None)
        if turned_round is not None:
            target, reach = turned_round
    told_of = reach
    if group.passive:
        reach, target = agent(tokens, clause, group), reach
    actor, thing = characters(tokens, reach), characters(tokens, target)
    negated = group.negated or negative_noun(tokens, told_of) or negative_object(tokens, clause, group)
    polarity: Polarity = "denied" if negated != denied else "hedged" if group.hedged else "affirmed"
    mode: Mode = "planned" if group.future else "reported" if holder else "happened"
    acts = [Act(span, group.lemma, group.sense, actor, thing, holder, polarity, mode, place)]
    inner = _infinitive(tokens, clause, group)
    if inner is not None and not group.passive:
        verb = verb_forms().get(tokens.words[inner].lower())
        lemma = verb.lemma if verb else tokens.lemmas[inner]
        end = target[1] if target else inner + 1
        goal = tokens.span(inner + 1, end) if end > inner + 1 else None
        turned = group.sense in ("reject", "deny") or undone(group)
        inner_polarity: Polarity = polarity if not turned else "affirmed" if group.negated else "denied"
        caused = _caused(tokens, group, inner)
        actor = characters(tokens, caused) if caused else actor
        acts.append(
            Act(span, lemma, verb.sense if verb else None, actor, goal, holder, inner_polarity, "planned", place)
        )
    return acts


def _caused(tokens: Tokens, group: Group, inner: int) -> Range | None:
    """As in "urged the board to act": who is to act stands between the verbs."""
    begin, end = group.main + 1, inner - 1
    if group.lemma not in word_list("causing", "verbs") or end <= begin:
        return None
    return phrase(tokens, begin, end)


def _infinitive(tokens: Tokens, clause: Clause, group: Group) -> int | None:
    """The verb of "to …" within five tokens behind the main verb; after a denial the verb in "-ing"."""
    if group.sense == "deny" or group.lemma == "rule out":
        for n in range(group.main + 1, min(clause.stop, group.main + 3)):
            if tokens.tags[n] == "VBG":
                return n
    for n in range(group.main + 1, min(clause.stop - 1, group.main + 6)):
        if tokens.words[n].lower() == "to":
            for k in range(n + 1, min(clause.stop, n + 3)):
                verb = verb_forms().get(tokens.words[k].lower())
                if tokens.tags[k] == "VB" or (
                    verb is not None and "base" in verb.shapes and not tokens.tags[k].startswith("NNP")
                ):
                    return k
            return None
    return None


def _trimmed(tokens: Tokens, clause: Clause) -> Span | None:
    """The clause without the commas, conjunctions and stray quotation marks at its edges."""
    first, stop = clause.first, clause.stop
    while first < stop and tokens.words[first].lower() in EDGE | MARKS:
        first += 1
    while stop > first and tokens.words[stop - 1].lower() in EDGE - {"."} | MARKS:
        stop -= 1
    if stop > first + 1 and tokens.words[stop - 1] == ".":
        stop -= 1
    return tokens.span(first, stop) if stop > first else None
