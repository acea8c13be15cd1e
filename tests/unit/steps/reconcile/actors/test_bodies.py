"""Bodies, groups and places of a story: which names are one, which are not, and how the actor is called."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.records.findings import Actor
from rashomon.records.marks import Marks, Mention, QuoteMark
from rashomon.records.span import Span
from rashomon.steps.annotate.names import find_mentions
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.actors import find_actors
from rashomon.steps.reconcile.actors.build import name_of, slug
from rashomon.steps.reconcile.actors.gather import Entry, gather
from rashomon.steps.reconcile.actors.merge import Group, body_key
from rashomon.steps.reconcile.actors.unnamed import find_bodies, find_unnamed, inside, wording


def story(*texts: str) -> Story:
    articles = [
        Article(f"a{n}", f"a{n}.txt", t, (Block(0, len(t), "body"),), language="en") for n, t in enumerate(texts)
    ]
    marks = []
    for article in articles:
        words = split_words(article)
        marks.append(Marks(words, find_mentions(words)))
    return Story(tuple(articles), tuple(marks))


def actors(*texts: str) -> dict[str, Actor]:
    return {a.name: a for a in find_actors(story(*texts)).actors}


def spellings(actor: Actor) -> set[str]:
    return {form.text for form in actor.spellings}


@pytest.mark.parametrize(
    ("texts", "name", "forms"),
    [
        (
            ("The U.S. Air Force said so. The Air Force left.", "The US Air Force said so."),
            "U.S. Air Force",
            {"U.S. Air Force", "Air Force", "US Air Force"},
        ),
        (
            ("Norda Metals Corp. will close. Norda Metals left.", "Norda Metals Inc said so."),
            "Norda Metals Corp.",
            {"Norda Metals Corp.", "Norda Metals", "Norda Metals Inc"},
        ),
        (
            ("The Orrin Observatory for Human Rights said so.", "The Orrin Observatory for Human Rights left. "
             "The Orrin Observatory agreed."),
            "Orrin Observatory for Human Rights",
            {"Orrin Observatory for Human Rights", "Orrin Observatory"},
        ),
        (
            ("The Orrin Democratic Forces left. The ODF said so.", "The Orrin Democratic Force left."),
            "Orrin Democratic Forces",
            {"Orrin Democratic Forces", "Orrin Democratic Force", "ODF"},
        ),
        (
            ("The Transport for Orrin board met. A TfO spokesman left.", "TfO said so. Transport for Orrin agreed."),
            "Transport for Orrin",
            {"Transport for Orrin", "TfO"},
        ),
        (
            ("The U.N. Relief Command said so.", "The United Nations Relief Command agreed."),
            "United Nations Relief Command",
            {"U.N. Relief Command", "United Nations Relief Command"},
        ),
    ],
)  # fmt: skip
def test_one_body(texts: tuple[str, ...], name: str, forms: set[str]) -> None:
    found = [a for a in actors(*texts).values() if forms & spellings(a)]
    assert [spellings(a) for a in found] == [forms]
    assert name in forms


@pytest.mark.parametrize(
    "texts",
    [
        ("The French Navy left. The Polish Navy stayed.",),
        ("Ford Motor Co. closed. Ford Theatre Club opened.",),
        ("The Orrin Democratic Forces left. The Orrin Democratic Front stayed.",),
    ],
)
def test_two_bodies(texts: tuple[str, ...]) -> None:
    assert len([a for a in actors(*texts).values() if a.type == "organization"]) == 2


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("al-Orra", "Orra", True),
        ("Salah al-Din", "Salaheddin", True),
        ("Republic of Peru", "Peru", True),
        ("Hurricane Mara", "Mara", True),
        ("Norda Group Holdings", "Norda Group", True),
        ("Norda Metals Ltd", "Norda Metals", True),
        ("Department of Works", "Works Department", False),
        ("North Orrin", "South Orrin", False),
    ],
)
def test_keys_of_bodies(a: str, b: str, same: bool) -> None:
    assert (body_key(a) == body_key(b)) is same


def test_a_lost_apostrophe_makes_no_second_place() -> None:
    found = actors("Perus army left. The army of Peru left. Perus Ostia Valley was calm.")
    assert spellings(found["Peru"]) == {"Peru", "Perus"}


def test_a_company_that_one_report_names_in_full_is_no_person_in_another() -> None:
    found = actors("Brook Nevada Corp. will build it.", "On Monday Brook Nevada said so. Brook Nevada left.")
    assert {a.type for a in found.values() if "Brook Nevada" in a.name} == {"organization"}


def test_an_acronym_is_not_spelled_out_by_the_world_alone() -> None:
    assert set(actors("On Monday the EPA and the FBI met.")) == {"EPA", "FBI"}
    assert "World Health Organization" in actors("The World Health Organization (WHO) met. The WHO said so.")


def test_a_country_is_called_by_its_usual_name() -> None:
    assert set(actors("On Monday the US and the UK met.")) == {"United States", "United Kingdom"}


def speaking(text: str, *said: str) -> Story:
    """A report in which every one of `said` speaks."""
    told = story(text)
    quotes = []
    for words in said:
        begin = text.index(words)
        span = Span(begin, begin + len(words))
        quotes.append(QuoteMark("indirect", (span,), speaker=span))
    told.marks[0].quotes = tuple(quotes)
    return told


def test_a_group_by_a_noun_behind_the_name_is_the_named_body() -> None:
    told = story("The Islamic State group left. Islamic State fighters stayed. Later Islamic State returned.")
    entries = gather(told)
    groups = [Group(e.type, [e]) for e in entries]
    of = {(a, m.span): n for n, g in enumerate(groups) for e in g.entries for a, m in e.mentions}
    found = find_bodies(told, groups, of)
    text = told.articles[0].text
    assert {span.of(text) for _, span in found} == {"Islamic State group"}


def test_a_people_that_is_named_is_no_second_actor() -> None:
    text = "On Monday the Democrats agreed. Democrats said so."
    told = speaking(text, "Democrats said"[:9])
    names = [a.name for a in find_actors(told).actors]
    assert names.count("Democrats") == 1


def test_who_speaks_without_a_name_is_an_actor_of_each_wording() -> None:
    text = "European allies refused. Norwegian police agreed. Norway’s police left. Some officials slept."
    told = speaking(text, "European allies", "Norwegian police")
    groups = find_unnamed(told, {})
    assert [[e.name for e in g.entries] for g in groups] == [["European allies"], ["Norwegian police"]]
    assert wording(Mention(Span(0, 1), "group", "Norway's police", "role")) == "norway police"
    assert wording(Mention(Span(0, 1), "group", "Norwegian police", "role")) == "norway police"


def test_spans_inside_a_span() -> None:
    spans = [Span(0, 4), Span(2, 8), Span(5, 7), Span(9, 12)]
    assert inside(spans, Span(2, 8)) == [Span(2, 8), Span(5, 7)]
    assert inside(spans, Span(2, 8), touching=True) == [Span(0, 4), Span(2, 8), Span(5, 7)]
    assert inside([], Span(2, 8)) == []


def test_ids_are_plain_and_unique() -> None:
    taken: set[str] = set()
    assert [slug(name, taken) for name in ("Ána Réyes", "Ana Reyes", "…", "王")] == [
        "ana-reyes",
        "ana-reyes-2",
        "actor",
        "actor-2",
    ]
    assert len(slug("x" * 900, taken)) == 60


def test_the_best_form_is_the_full_one_that_most_outlets_use() -> None:
    texts = {"a": "Ana Reyes", "b": "Ana Reyes", "c": "Ana Maria Reyes"}
    mentions = [(k, Mention(Span(0, len(t)), "person", t)) for k, t in texts.items()]
    assert name_of(Group("person", [Entry("Ana Reyes", "person", mentions)]), texts) == "Ana Reyes"
