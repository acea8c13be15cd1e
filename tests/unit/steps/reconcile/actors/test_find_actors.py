from __future__ import annotations

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.records.findings import Actor
from rashomon.records.marks import Marks
from rashomon.records.span import Span
from rashomon.steps.annotate.names import find_mentions
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.actors import find_actors
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


def by_name(cast: Cast) -> dict[str, Actor]:
    return {a.name: a for a in cast.actors}


def texts(forms: tuple[object, ...]) -> set[str]:
    return {f.text for f in forms}  # type: ignore[attr-defined]


def who(cast: Cast, given: Story, article: int, words: str, nth: int = 0) -> str | None:
    text, start = given.articles[article].text, -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return cast.actor(f"a{article}", Span(start, start + len(words)))


def test_spellings_of_one_person_over_reports() -> None:
    given = story(
        "President Mykola Zavorsky spoke. Zavorsky left.",
        "President Mykola Zavorskyy spoke. Mr Zavorskyy left.",
        "Zavorskiy spoke to reporters in Norway.",
    )
    actors = by_name(find_actors(given))
    person = actors["Mykola Zavorskyy"]
    assert texts(person.spellings) == {"Mykola Zavorsky", "Zavorsky", "Mykola Zavorskyy", "Zavorskyy", "Zavorskiy"}
    assert texts(person.labels) == {"President"}
    assert person.id == "mykola-zavorskyy"


def test_every_form_stands_at_its_cites() -> None:
    given = story("Norwegian President Anna Lindqvist met Mr Halloway. The Norwegian leader left.")
    text = {a.id: a.text for a in given.articles}
    for actor in find_actors(given).actors:
        for form in (*actor.spellings, *actor.labels):
            assert {text[c.article][c.start : c.end] for c in form.cites} == {form.text}


def test_two_people_with_one_surname_stay_apart() -> None:
    given = story("Anna Reyes spoke. Luis Reyes left. Reyes returned.")
    cast = find_actors(given)
    assert {"Anna Reyes", "Luis Reyes"} <= set(by_name(cast))
    assert who(cast, given, 0, "Reyes returned"[:5], 2) is None


def test_a_headline_surname_joins_the_person_of_the_other_report() -> None:
    given = story("Halloway arrives in Norway on Monday.", "Martin Halloway arrived. Halloway spoke.")
    assert texts(by_name(find_actors(given))["Martin Halloway"].spellings) == {"Halloway", "Martin Halloway"}


def test_countries_have_one_actor_and_adjectives_none() -> None:
    given = story("The US and the U.S. are the United States. American troops left America.")
    actors = by_name(find_actors(given))
    assert texts(actors["United States"].spellings) == {"US", "U.S.", "United States", "America"}
    assert "American" not in actors


def test_an_acronym_of_the_story_joins_its_long_form() -> None:
    given = story("The Riverside Lifeboat Association (RLA) came. The RLA left.")
    actors = by_name(find_actors(given))
    assert texts(actors["Riverside Lifeboat Association"].spellings) == {"Riverside Lifeboat Association", "RLA"}


def test_metonyms_are_actors_of_their_own() -> None:
    given = story("The Kremlin agreed. Russia agreed. Russian President Pavel Orlov agreed.")
    actors = by_name(find_actors(given))
    assert actors["Kremlin"].speaks_for == actors["Russia"].id
    assert "Kremlin" not in texts(actors["Pavel Orlov"].spellings)


def test_roles_are_resolved_through_appositions_of_the_story() -> None:
    given = story(
        "Norwegian President Anna Lindqvist met US President Martin Halloway.",
        "Lindqvist arrived. The Norwegian leader smiled. The head of the White House waved.",
    )
    cast = find_actors(given)
    assert who(cast, given, 1, "Norwegian leader") == "anna-lindqvist"
    assert who(cast, given, 1, "head of the White House") == "martin-halloway"
    assert "Norwegian leader" in texts(by_name(cast)["Anna Lindqvist"].labels)


def test_a_role_that_fits_two_stays_open() -> None:
    given = story(
        "Norwegian Minister Anna Lindqvist met Norwegian Minister Jon Dahl. The Norwegian minister left the room."
    )
    assert who(find_actors(given), given, 0, "Norwegian minister") is None


def test_a_vice_president_is_not_the_president() -> None:
    given = story("US Vice President Jon Dahl met US President Martin Halloway. The US president left.")
    assert who(find_actors(given), given, 0, "US president") == "martin-halloway"


def test_pronouns_go_to_the_subject_of_fitting_gender() -> None:
    given = story("Spokeswoman Clara Benning met Martin Halloway. She left. He stayed.")
    cast = find_actors(given)
    assert who(cast, given, 0, "She") == "clara-benning"
    assert who(cast, given, 0, "He ") == "martin-halloway"


def test_pronouns_inside_quotation_marks_stay_open() -> None:
    given = story('Martin Halloway spoke. "Then he came back," said Jon Dahl.')
    assert who(find_actors(given), given, 0, "he came") is None


def test_address_is_no_label() -> None:
    given = story("Mr Halloway spoke. Mr Halloway left.")
    assert by_name(find_actors(given))["Halloway"].labels == ()


def test_companies_with_and_without_their_suffix() -> None:
    given = story("Brightwell Inc. grew. Brightwell fell. Brightwell Ltd bought it.")
    actor = next(a for a in find_actors(given).actors if "Brightwell" in a.name)
    assert (actor.type, len(actor.spellings)) == ("organization", 3)


def test_the_order_of_reports_has_no_influence_on_names() -> None:
    one, two = "President Mykola Zavorsky spoke.", "President Mykola Zavorskyy spoke. Zavorskyy left."
    assert {a.name for a in find_actors(story(one, two)).actors} == {
        a.name for a in find_actors(story(two, one)).actors
    }


def test_an_empty_story_has_no_actors() -> None:
    assert find_actors(story("nothing here.")).actors == ()


def test_cast_prefers_the_exact_mention_then_the_longest_overlap() -> None:
    cast = Cast((), {("a", Span(0, 5)): "x", ("a", Span(6, 20)): "y", ("b", Span(0, 9)): "z"})
    assert cast.actor("a", Span(0, 5)) == "x"
    assert cast.actor("a", Span(3, 12)) == "y"
    assert cast.actor("a", Span(30, 40)) is None
    assert cast.actor("a", None) is None
    assert cast.actor("c", Span(0, 5)) is None


def test_an_unnamed_spokesperson_speaks_for_the_body() -> None:
    given = story("The Riverside Lifeboat Association came. A spokesman for the Riverside Lifeboat Association agreed.")
    cast = find_actors(given)
    assert who(cast, given, 0, "spokesman for the Riverside Lifeboat Association") == "riverside-lifeboat-association"
    assert "spokesman for the Riverside Lifeboat Association" in texts(cast.actors[0].labels)


def test_a_bare_body_is_the_one_that_has_the_word_in_its_name() -> None:
    given = story("The Ministry of Works closed. The ministry gave no reason.", "The ministry reopened.")
    cast = find_actors(given)
    assert who(cast, given, 0, "ministry") == "ministry-of-works"
    assert who(cast, given, 1, "ministry") is None


def test_a_list_of_results_teaches_no_surname() -> None:
    given = story("Martin Halloway won. Martin Halloway waved. Then Martin Halloway Dorento led. Dorento paid.")
    cast = find_actors(given)
    assert who(cast, given, 0, "Dorento paid"[:7], 1) != "martin-halloway"


def test_the_office_of_somebody_else_is_not_taken_for_the_holder() -> None:
    given = story("US Secretary of State Jon Dahl spoke. Reyes's secretary of state was another.")
    assert who(find_actors(given), given, 0, "secretary of state") is None


def test_the_president_is_the_one_whom_the_report_names_most() -> None:
    often = "Norwegian President Anna Lindqvist spoke. " + "Lindqvist spoke. " * 8
    given = story(often + "President Jon Dahl listened. The president left.")
    assert who(find_actors(given), given, 0, "president") == "anna-lindqvist"


def test_a_pronoun_after_a_cue_verb_takes_up_the_name_before_it() -> None:
    given = story("Asked why Martin Halloway left, Jon Dahl said he knew nothing.")
    start = given.articles[0].text.index(" he ") + 1
    assert find_actors(given).of["a0", Span(start, start + 2)] == "jon-dahl"


def test_a_subject_is_preferred_to_a_name_behind_a_preposition() -> None:
    given = story("After a talk with Martin Halloway, Jon Dahl smiled. He left.")
    start = given.articles[0].text.index("He left")
    assert find_actors(given).of["a0", Span(start, start + 2)] == "jon-dahl"


def test_names_inside_quotation_marks_are_no_antecedents() -> None:
    given = story("Jon Dahl smiled. “Martin Halloway is late,” was the comment. Later he left.")
    start = given.articles[0].text.index(" he left") + 1
    assert find_actors(given).of["a0", Span(start, start + 2)] == "jon-dahl"


def test_a_person_behind_a_preposition_is_not_taken_up() -> None:
    given = story("Jon Dahl smiled. After a talk with Martin Halloway, he left.")
    start = given.articles[0].text.index(" he left") + 1
    assert find_actors(given).of["a0", Span(start, start + 2)] == "jon-dahl"
    alone = story("In a talk with Martin Halloway he left.")
    start = alone.articles[0].text.index(" he left") + 1
    assert ("a0", Span(start, start + 2)) not in find_actors(alone).of


def test_two_places_side_by_side_teach_no_surname() -> None:
    given = story(
        "Fighting went on in Kalmeria. Nobody left Kalmeria. The road to Duvaria Kalmeria is closed in Kalmeria."
    )
    types = {a.type for a in find_actors(given).actors if a.name == "Kalmeria"}
    assert types == {"place"}
