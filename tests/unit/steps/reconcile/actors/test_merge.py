from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.records.marks import Marks, Mention
from rashomon.records.span import Span
from rashomon.steps.annotate.names import find_mentions
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.actors import find_actors
from rashomon.steps.reconcile.actors.authority import Known, lookup
from rashomon.steps.reconcile.actors.gather import Entry, gather
from rashomon.steps.reconcile.actors.merge import Group, body_key, merge
from rashomon.steps.reconcile.actors.resolve import find_role, learn
from rashomon.steps.reconcile.cast import Cast


def story(*texts: str) -> Story:
    articles = [
        Article(f"a{n}", f"a{n}.txt", t, (Block(0, len(t), "body"),), language="en") for n, t in enumerate(texts)
    ]
    marks = []
    for article in articles:
        words = split_words(article)
        marks.append(Marks(words, find_mentions(words)))
    return Story(tuple(articles), tuple(marks))


def entry(name: str, count: int = 1, kind: str = "person", article: str = "a", gender: str = "") -> Entry:
    mention = Mention(Span(0, len(name)), kind, name)  # type: ignore[arg-type]
    out = Entry(name, kind, [(article, mention)] * count)  # type: ignore[arg-type]
    if gender:
        out.gender[gender] += 1
    return out


def joined(*entries: Entry, known: tuple[Known, ...] = ()) -> tuple[list[set[str]], list[str]]:
    groups, left = merge(list(entries), known)
    return sorted(({e.name for e in g.entries} for g in groups), key=sorted), [e.name for e in left]


def test_a_bare_surname_joins_its_only_bearer() -> None:
    assert joined(entry("Ana Reyes"), entry("Reyes")) == ([{"Ana Reyes", "Reyes"}], [])


def test_a_bare_surname_between_two_is_left_open() -> None:
    assert joined(entry("Ana Reyes"), entry("Luis Reyes"), entry("Reyes")) == (
        [{"Ana Reyes"}, {"Luis Reyes"}],
        ["Reyes"],
    )


def test_a_bare_surname_joins_the_one_named_five_times_as_often() -> None:
    assert joined(entry("Ana Reyes", 5), entry("Luis Reyes"), entry("Reyes")) == (
        [{"Ana Reyes", "Reyes"}, {"Luis Reyes"}],
        [],
    )
    assert joined(entry("Ana Reyes", 4), entry("Luis Reyes"), entry("Reyes"))[1] == ["Reyes"]


def test_a_form_of_address_tells_two_apart() -> None:
    found = joined(entry("Ana Reyes", gender="f"), entry("Luis Reyes", gender="m"), entry("Reyes", gender="f"))
    assert found == ([{"Ana Reyes", "Reyes"}, {"Luis Reyes"}], [])


def test_father_and_son_in_one_report() -> None:
    assert joined(entry("Luis Reyes"), entry("Luis Reyes Jr."))[0] == [{"Luis Reyes"}, {"Luis Reyes Jr."}]
    assert joined(entry("Luis Reyes"), entry("Luis Reyes Jr.", article="b"))[0] == [{"Luis Reyes", "Luis Reyes Jr."}]


def test_nothing_joins_across_types() -> None:
    assert joined(entry("Ellery"), entry("Ellery", kind="place"))[0] == [{"Ellery"}, {"Ellery"}]


def test_the_authority_file_wins() -> None:
    known = (Known("Ana Reyes-Marsh", ("Ana Reyes", "A. Marsh"), "person", "Q1"),)
    assert joined(entry("Ana Reyes"), entry("A. Marsh"), entry("Reyes"), known=known) == (
        [{"Ana Reyes", "A. Marsh", "Reyes"}],
        [],
    )
    shared = (Known("Ana Reyes", ("Reyes",)), Known("Luis Reyes", ("Reyes",)))
    assert lookup(shared) == {"ana reyes": 0, "luis reyes": 1}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the Marine Salvage Union", "Marine Salvage Union"),
        ("Brightwell Steel Inc.", "Brightwell Steel"),
        ("Hurricane Teresa", "Storm Teresa"),
        ("Bank of Ellery", "Bank for Ellery"),
    ],
)
def test_bodies_with_one_key(a: str, b: str) -> None:
    assert body_key(a) == body_key(b)


def test_weight_and_gender_of_a_group() -> None:
    group = Group("person", [entry("Ana Reyes", 3, gender="f"), entry("Reyes", 2)])
    assert (group.weight, group.gender) == (5, "f")
    group.entries[1].gender["m"] += 1
    assert group.gender == ""


def test_gather_decides_the_type_over_all_reports() -> None:
    given = story("Halloway wins Norway cup.", "Mr Halloway smiled. Martin Halloway won. Halloway left for Norway.")
    assert [(e.name, e.type, len(e.mentions), e.gender["m"]) for e in gather(given)] == [
        ("Halloway", "person", 1, 0),
        ("Martin Halloway", "person", 3, 5),
        ("Norway", "place", 2, 0),
    ]


ROLES = [
    ("The minister", "Elena Sorokina"),
    ("The transport minister", "Elena Sorokina"),
    ("The Norwegian president", "Anna Lindqvist"),
    ("The Norwegian leader", "Anna Lindqvist"),
    ("The mayor", None),
    ("The deputy minister", None),
]


@pytest.mark.parametrize(("role", "name"), ROLES)
def test_roles_of_a_report(role: str, name: str | None) -> None:
    text = f"Transport Minister Elena Sorokina met Norwegian President Anna Lindqvist. {role} spoke."
    given = story(text)
    cast = find_actors(given)
    names = {a.id: a.name for a in cast.actors}
    found = cast.actor("a0", Span(text.index(role) + 4, text.index(role) + len(role)))
    assert names.get(found or "") == name


def test_an_office_that_only_another_report_tells() -> None:
    given = story("Transport Minister Elena Sorokina spoke.", "Elena Sorokina came. The minister spoke.")
    cast = find_actors(given)
    assert cast.actor("a1", Span(25, 33)) == "elena-sorokina"


def test_two_ministers_leave_the_minister_open() -> None:
    text = "Transport Minister Elena Sorokina met Finance Minister Olav Lund. The minister spoke."
    cast = find_actors(story(text))
    assert cast.actor("a0", Span(text.index("The minister") + 4, text.index("The minister") + 12)) is None


def test_find_role_asks_the_table() -> None:
    given = story("Norwegian President Anna Lindqvist spoke.")
    groups, _ = merge(gather(given))
    table = learn(groups, {"a0": given.articles[0].text})
    number = next(n for n, g in enumerate(groups) if g.entries[0].name == "Anna Lindqvist")
    assert find_role("Norway's president", "a0", table, {}) == number
    assert find_role("Peru's president", "a0", table, {}) is None
    assert find_role("bystander", "a0", table, {}) is None


def cast_of(text: str) -> tuple[Cast, str]:
    return find_actors(story(text)), text


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("The head of Lantern Lines", "ruben-castellane"),
        ("The head of Lantern Lines, Ruben Castellane", "ruben-castellane"),
        ("head of Lantern Lines", "ruben-castellane"),
        ("Lantern Lines", "lantern-lines"),
        ("of Lantern Lines", "lantern-lines"),
        ("was calm", None),
    ],
)
def test_a_title_beside_a_name_is_its_bearers(words: str, actor: str | None) -> None:
    cast, text = cast_of("The head of Lantern Lines, Ruben Castellane, was calm.")
    start = text.index(words)
    assert cast.actor("a0", Span(start, start + len(words))) == actor


def test_the_bearer_of_a_title() -> None:
    cast, text = cast_of("Ruben Castellane came. Its director, Ruben Castellane, was calm.")
    start = text.index("Its")
    assert cast.bearer("a0", Span(start, start + 12)) == "ruben-castellane"
    assert cast.bearer("a0", Span(start, start + 6)) is None
    assert cast.bearer("b", Span(start, start + 12)) is None
    assert Cast().bearer("a0", Span(0, 3)) is None


PRONOUNS = [
    ("Mayor Ana Reyes came. She left.", "She", "ana-reyes"),
    ("Ana Reyes met Luis Marsh. He left.", "He", "luis-marsh"),
    ("Ana Reyes said she would leave.", "she", "ana-reyes"),
    ("After a call with Ana Reyes, Ida Falk left. She smiled.", "She", "ida-falk"),
    ("Zarko Vuley came. The sun shone. It rained. Birds sang. He left.", "He", None),
    ("Nobody came. She left.", "She", None),
]


@pytest.mark.parametrize(("text", "pronoun", "actor"), PRONOUNS)
def test_pronouns(text: str, pronoun: str, actor: str | None) -> None:
    cast = find_actors(story(text))
    start = text.rindex(f"{pronoun} ")
    assert cast.actor("a0", Span(start, start + len(pronoun))) == actor


def test_a_span_that_holds_the_name_is_no_title() -> None:
    cast, text = cast_of("Reactions to President Ana Reyes's speech differed.")
    assert cast.bearer("a0", Span(0, text.index(" differed"))) is None
    assert cast.bearer("a0", Span(0, text.index(" Ana"))) == "ana-reyes"


def test_a_form_of_address_is_no_title() -> None:
    cast, _ = cast_of("Then Mr Reyes spoke.")
    assert cast.titled == {}


@pytest.mark.parametrize(
    ("second", "actor"),
    [
        ("Ana Reyes came. The mayor spoke.", "ana-reyes"),
        ("Ana Reyes came. His mayor spoke.", None),
        ("Nobody came. The mayor spoke.", None),
        ("Ana Reyes came. The deputy mayor spoke.", None),
    ],
)
def test_only_a_definite_public_office_is_told_by_other_reports(second: str, actor: str | None) -> None:
    cast = find_actors(story("Mayor Ana Reyes spoke.", second))
    start = second.index("mayor")
    assert cast.actor("a1", Span(start, start + 5)) == actor


def test_a_private_office_is_not_told_by_other_reports() -> None:
    second = "Ana Reyes came. The doctor spoke."
    cast = find_actors(story("The doctor Ana Reyes spoke.", second))
    assert cast.actor("a1", Span(20, 26)) is None


def test_the_leader_is_no_secretary_of_state() -> None:
    text = "Secretary of State Ana Reyes came. The leader spoke."
    cast = find_actors(story(text))
    start = text.index("leader")
    assert cast.actor("a0", Span(start, start + 6)) is None
