"""The figure ledger on small invented stories, with exact relations, notes and readings."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.records.findings import Actor, Figure, Form
from rashomon.records.marks import Marks, Mention, QuoteMark
from rashomon.records.span import Cite, Span
from rashomon.steps.annotate.measures import find_measures
from rashomon.steps.annotate.times import find_times
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.figures import find_figures

NAMES = ("Orla Brandt", "Tam Reyes", "Ida Lund", "Norvia", "Estmark", "Port Vale", "Police")


def report(name: str, text: str, kind: str = "body", published: str | None = None, stray: bool = False) -> Article:
    block = Block(0, len(text), kind)  # type: ignore[arg-type]
    return Article(name, name, text, (block,), published=published, stray=stray)


def story_of(reports: Sequence[Article], quotes: dict[str, tuple[QuoteMark, ...]] | None = None) -> tuple[Story, Cast]:
    marks, of, cites = [], {}, {name: [] for name in NAMES}  # type: ignore[var-annotated]
    for article in reports:
        words = split_words(article)
        times = find_times(words, None)
        mentions = []
        for name in NAMES:
            for match in re.finditer(rf"\b{name}\b|\b{name.split()[-1]}\b", article.text):
                span = Span(*match.span())
                mentions.append(Mention(span, "person", name))
                of[article.id, span] = name
                cites[name].append(Cite(article.id, *span))
        quoted = (quotes or {}).get(article.id, ())
        marks.append(Marks(words, tuple(mentions), times, find_measures(words, (), times), quoted))
    actors = tuple(Actor(n, n, "person", (Form(n, tuple(cites[n])),)) for n in NAMES if cites[n])
    return Story(tuple(reports), tuple(marks)), Cast(actors, of)


def ledger(*reports: Article, quotes: dict[str, tuple[QuoteMark, ...]] | None = None) -> tuple[Figure, ...]:
    return find_figures(*story_of(reports, quotes))


def values(figure: Figure) -> list[tuple[str, float]]:
    return [(r.cite.article, r.value) for r in figure.readings]


def test_one_call_in_three_wordings_is_compatible() -> None:
    (figure,) = ledger(
        report("a", "Orla Brandt and Tam Reyes spoke for about an hour."),
        report("b", "Brandt held an hour-long call with Reyes."),
        report("c", "Brandt, Reyes hold phone call for almost an hour", "teaser"),
    )
    assert (figure.relation, figure.unit) == ("compatible", "hour")
    assert figure.note == "about an hour / hour-long / almost an hour"
    assert values(figure) == [("a", 1), ("b", 1), ("c", 1)]
    assert [r.kind for r in figure.readings] == ["report", "report", "teaser"]
    assert figure.about == "length of call (Orla Brandt, Tam Reyes)"


def test_units_of_one_figure_are_made_alike() -> None:
    (figure,) = ledger(
        report("a", "Orla Brandt and Tam Reyes spoke for 60 minutes."),
        report("b", "Brandt held a one-hour call with Reyes."),
        report("c", "The call between Brandt and Reyes lasted 60 minutes."),
    )
    assert (figure.relation, figure.unit) == ("same", "minute")
    assert values(figure) == [("a", 60), ("b", 60), ("c", 60)]


def test_calls_with_different_people_are_two_figures() -> None:
    found = ledger(
        report("a", "Brandt spoke with Reyes for an hour. Brandt spoke with Ida Lund for two hours."),
        report("b", "Brandt and Reyes spoke for an hour. The call of Brandt with Lund took two hours."),
    )
    assert [(f.relation, values(f)) for f in found] == [
        ("same", [("a", 1), ("b", 1)]),
        ("same", [("a", 2), ("b", 2)]),
    ]


def test_each_side_is_counted_twice_in_a_sum() -> None:
    (figure,) = ledger(
        report(
            "a", "Norvia and Estmark swapped prisoners. Each side freed 40 POWs. Norvia added six wounded soldiers."
        ),
        report("b", "Norvia and Estmark swap 86 POWs", "teaser"),
    )
    assert (figure.relation, figure.note) == ("sum", "40 + 40 + 6 = 86")
    assert values(figure) == [("a", 40), ("a", 6), ("b", 86)]


def test_passengers_and_crew_make_all_on_board() -> None:
    found = ledger(
        report("a", "The ferry had 129 people on board, Port Vale police said."),
        report("b", "There were 103 passengers and 26 crew members on the ferry from Port Vale."),
    )
    assert [(f.relation, f.note) for f in found] == [("sum", "103 + 26 = 129")]


def test_chance_sums_of_different_things_are_none() -> None:
    found = ledger(
        report("a", "Port Vale has 12 schools and 30 bridges."),
        report("b", "There are 42 dentists in Port Vale."),
    )
    assert {f.relation for f in found} == {"single"}


def test_the_same_length_of_another_thing_is_another_figure() -> None:
    found = ledger(
        report("a", "Norvia agreed to a 30-day pause on energy strikes against Estmark."),
        report("b", "Norvia rejected a full 30-day ceasefire with Estmark."),
    )
    assert [(f.relation, f.readings[0].counted) for f in found] == [("single", "pause"), ("single", "ceasefire")]


def test_tolls_that_exclude_each_other_conflict_lowest_sourced_first() -> None:
    (figure,) = ledger(
        report("a", "A blast in Port Vale killed 31 people."),
        report("b", "Police said 22 people died in the Port Vale blast."),
        report("c", "The Port Vale blast killed 48 people."),
    )
    assert figure.relation == "conflict"
    assert figure.note == "22 people (lowest with a named source) against 31 people, 48 people"
    assert [r.holder for r in figure.readings] == [None, "Police", None]


def test_rising_tolls_are_compatible() -> None:
    (figure,) = ledger(
        report("a", "A quake in Port Vale killed three people.", published="2031-05-01T08:00"),
        report("b", "The Port Vale quake killed 12 people.", published="2031-05-01T15:00"),
        report("c", "The quake in Port Vale killed 24 people.", published="2031-05-02T07:00"),
    )
    assert figure.relation == "compatible"
    assert figure.note == (
        "later higher: three people (2031-05-01T08:00), 12 people (2031-05-01T15:00), 24 people (2031-05-02T07:00)"
    )


def test_falling_tolls_are_a_conflict() -> None:
    (figure,) = ledger(
        report("a", "A quake in Port Vale killed 24 people.", published="2031-05-01T08:00"),
        report("b", "The Port Vale quake killed 12 people.", published="2031-05-02T07:00"),
    )
    assert figure.relation == "conflict"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("at least 70 people", "86 people"),
        ("more than 50 people", "51 people"),
        ("nearly 100 people", "95 people"),
        ("dozens of people", "150 people"),
        ("up to 40 people", "38 people"),
    ],
)
def test_hedges_leave_room(one: str, other: str) -> None:
    (figure,) = ledger(
        report("a", f"The Port Vale fire killed {one}."), report("b", f"The Port Vale fire killed {other}.")
    )
    assert figure.relation == "compatible"


def test_a_hedged_lead_speaks_for_its_headline() -> None:
    (figure,) = ledger(
        report("a", "Five dead in Port Vale fire\nAt least five people died in Port Vale."),
        report("b", "Seven people died in the Port Vale fire."),
    )
    assert figure.relation == "compatible"


def test_dead_and_injured_keep_their_own_numbers() -> None:
    found = ledger(
        report("a", "The Port Vale blast killed 31 people and wounded 170 others."),
        report("b", "In Port Vale 31 people were killed and 170 injured by the blast."),
    )
    assert [(f.about, f.relation, values(f)) for f in found] == [
        ("people killed (Port Vale)", "same", [("a", 31), ("b", 31)]),
        ("people injured (Port Vale)", "same", [("a", 170), ("b", 170)]),
    ]


def test_an_older_disaster_is_no_rival() -> None:
    found = ledger(
        report("a", "The Port Vale quake killed 24 people.", published="2031-05-01"),
        report("b", "The Port Vale quake killed 24 people. In 2004 a quake killed 80 people.", published="2031-05-01"),
    )
    assert [(f.relation, values(f)) for f in found] == [("same", [("a", 24), ("b", 24)]), ("single", [("b", 80)])]


def test_a_share_of_a_toll_is_no_rival() -> None:
    found = ledger(
        report("a", "The Port Vale blast killed 31 people, including nine children."),
        report("b", "The Port Vale blast killed 31 people."),
    )
    assert [(f.relation, f.note) for f in found] == [("same", ""), ("part", "part of 31 people")]


def test_a_number_and_its_conversion_are_one_figure() -> None:
    (figure,) = ledger(
        report("a", "The quake near Port Vale struck at a depth of 10 kilometres (6.2 miles)."),
        report("b", "The quake near Port Vale struck at a depth of 10 kilometres."),
    )
    assert (figure.relation, figure.unit) == ("same", "kilometre")
    assert values(figure) == [("a", 10), ("a", pytest.approx(9.98, abs=0.01)), ("b", 10)]


def test_ages_are_in_years() -> None:
    (figure,) = ledger(
        report("a", "The 42-year-old tram driver was held in Port Vale."),
        report("b", "The tram driver, 42, was held in Port Vale."),
    )
    assert (figure.relation, figure.unit, values(figure)) == ("same", "year", [("a", 42), ("b", 42)])


def test_an_amount_is_named_after_the_noun_beside_it() -> None:
    (figure,) = ledger(
        report("a", "Brandt got an electricity bill of $284.46 by mail."),
        report("b", "The bill of Brandt was corrected to $284.46."),
    )
    assert (figure.relation, figure.unit, figure.about) == ("same", "USD", "bill in USD (Orla Brandt)")


def test_first_offers_of_different_size_conflict() -> None:
    (figure,) = ledger(
        report("a", "Brandt made an initial $103 billion offer to buy the maker Lund in November."),
        report("b", "Brandt raised the original $105 billion offer to buy Lund."),
    )
    assert figure.relation == "conflict"


def test_prices_per_share_and_in_all_stay_apart() -> None:
    found = ledger(
        report("a", "Brandt offers $82 per share for Lund."),
        report("b", "Brandt offers $82 for a Lund mug."),
    )
    assert [f.relation for f in found] == ["single", "single"]


def test_holder_is_the_speaker_of_the_quotation() -> None:
    text = '"There are 15 boats missing," Ida Lund told reporters in Port Vale.'
    quote = QuoteMark("direct", (Span(1, 27),), speaker=Span(30, 38))
    (figure,) = ledger(report("a", text), quotes={"a": (quote,)})
    assert figure.readings[0].holder == "Ida Lund"


def test_people_already_named_are_not_counted_again() -> None:
    assert ledger(report("a", "The two leaders met.")) == ()
    assert len(ledger(report("a", "Two leaders met."))) == 1


def test_strays_are_left_out() -> None:
    found = ledger(report("a", "It sank 12 boats."), report("b", "It sank 12 boats.", stray=True))
    assert [values(f) for f in found] == [[("a", 12)]]


def test_every_reading_stands_in_one_figure() -> None:
    reports = (
        report("a", "The Port Vale fire killed 12 people, hurt 30 and burnt 9 homes. It cost $4 million."),
        report("b", "The fire in Port Vale killed 12 people. About 200 firefighters worked for three days."),
    )
    story, cast = story_of(reports)
    cites = [r.cite for f in find_figures(story, cast) for r in f.readings]
    measured = [Cite(a.id, *m.span) for a, marks in zip(reports, story.marks, strict=True) for m in marks.measures]
    assert sorted(cites) == sorted(measured)
    assert len(measured) == 7


def test_an_outlet_does_not_contradict_itself() -> None:
    found = ledger(
        report("a", "Port Vale burnt 40 houses. Later Port Vale burnt 60 houses."),
        report("b", "Port Vale burnt 40 houses."),
    )
    assert "conflict" not in {f.relation for f in found}


def test_no_reports_no_figures() -> None:
    assert ledger() == ()
    assert ledger(report("a", "Nothing was counted here.")) == ()


def test_ids_run_from_the_most_reported_figure() -> None:
    found = ledger(
        report("a", "There were nine goats. The Port Vale fire killed 12 people."),
        report("b", "The Port Vale fire killed 12 people."),
    )
    assert [(f.id, len(f.readings)) for f in found] == [("f1", 2), ("f2", 1)]


def relations(*reports: Article) -> list[str]:
    return sorted(figure.relation for figure in ledger(*reports))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Lund scored 40 points in the match.", "Lund scored 24 points in the match.", False),
        ("Lund scored 40 points in the match.", "Lund scored 24 points in overtime of the match.", True),
        ("Some 2.4 million people cast ballots.", "Some 3.1 million people cast ballots.", False),
        ("Some 2.4 million people cast ballots.", "Some 3.1 million people were eligible to cast ballots.", True),
        ("Some 40 percent of Lorn's women backed the pier.", "Some 50 percent of women backed the pier.", False),
        ("Some 40 percent of people backed the pier.", "Some 50 percent of adults backed the pier.", False),
        ("Some 40 percent of women backed the pier.", "Some 50 percent of men backed the pier.", True),
        ("Repairs to the pier last two weeks.", "Repairs to the pier last three weeks.", False),
        ("Repairs to the pier last two weeks.", "Repairs to the pier start within three weeks.", True),
    ],
)
def test_what_stands_around_a_number_sets_it_apart(one: str, other: str, apart: bool) -> None:
    found = relations(report("a", one, published="2025-05-14"), report("b", other, published="2025-05-14"))
    assert found == (["single", "single"] if apart else ["conflict"])


def test_a_length_told_on_a_later_day_may_have_grown() -> None:
    one, other = "Riots shook the harbour town for four days.", "Riots shook the harbour town for eight days."
    early = report("a", one, published="2025-05-14")
    assert relations(early, report("b", other, published="2025-05-14")) == ["conflict"]
    assert relations(early, report("b", other, published="2025-05-18")) == ["single", "single"]


def test_both_values_side_by_side_are_two_things() -> None:
    one = report("a", "The gale tore roofs off 250 homes in Port Vale.")
    other = report("b", "The gale tore roofs off 300 homes in Port Vale.")
    both = report("c", "Some 250 homes are old. In the hills another 300 homes stand.")
    assert relations(one, other) == ["conflict"]
    assert "conflict" not in relations(one, other, both)


def test_the_toll_of_an_event_that_the_sentence_before_brings_in() -> None:
    calm = "The old port lay quiet. Boats were out. The fog was thick."
    here = report("a", "The gale killed 12 people in Port Vale.", published="2025-05-14")
    then = report("b", f"{calm} In 2010 a gale struck Port Vale. It killed 40 people there.", published="2025-05-14")
    now = report("b", f"{calm} A gale struck Port Vale. It killed 40 people there.", published="2025-05-14")
    assert relations(here, now) == ["conflict"]
    assert relations(here, then) == ["single", "single"]
    dated = f"{calm} In 2010 a gale struck Port Vale. It killed 40 people there on Tuesday."
    assert relations(here, report("b", dated, published="2025-05-14")) == ["conflict"]
    opening = "In 2010 a gale struck Port Vale. It killed 40 people there."
    assert relations(here, report("b", opening, published="2025-05-14")) == ["conflict"]
