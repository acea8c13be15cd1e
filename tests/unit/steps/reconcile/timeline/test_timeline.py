"""The timeline of a whole story. Names, places and events are invented."""

from dataclasses import replace

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.records.findings import TimelineEntry
from rashomon.steps.annotate import annotate
from rashomon.steps.reconcile.actors import find_actors
from rashomon.steps.reconcile.timeline import find_timeline

ONE = (
    "The ferry Alma sank off Port Ellery on Tuesday. President Ida Lund of Norland told reporters on Wednesday that the"
    " ferry was old. The parliament of Norland will debate the disaster on Sunday, March 23."
)
TWO = "The ferry Alma sank off Port Ellery on March 18 in a storm. In 2011 another ferry burned in Port Ellery."


def story(*texts: str, day: str | None = "2025-03-19", outlets: tuple[str | None, ...] = ()) -> Story:
    articles = [
        Article(
            f"r{n}", f"{n}.txt", text, (Block(0, len(text), "body"),), published=day, language="en",
            outlet=outlets[n] if outlets else None,
        )
        for n, text in enumerate(texts)
    ]  # fmt: skip
    return Story(tuple(articles), tuple(annotate(a) for a in articles))


def timeline(made: Story) -> tuple[TimelineEntry, ...]:
    return find_timeline(made, find_actors(made))


def test_one_event_of_two_reports_is_one_entry() -> None:
    entries = [e for e in timeline(story(ONE, TWO)) if "sank" in e.what]
    assert len(entries) == 1
    assert (entries[0].start, entries[0].end, entries[0].precision) == ("2025-03-18", "2025-03-18", "day")
    assert (entries[0].outlets, entries[0].of, entries[0].mode) == (2, "event", "happened")
    assert {c.article for c in entries[0].cites} == {"r0", "r1"}


def test_entries_cite_the_words_of_their_time() -> None:
    made = story(ONE, TWO)
    texts = {a.id: a.text for a in made.articles}
    (entry,) = [e for e in timeline(made) if "sank" in e.what]
    assert sorted(t.span.of(texts[t.article]) for t in entry.times) == ["March 18", "Tuesday"]
    assert any(c.span.of(texts[c.article]) == entry.what for c in entry.cites)


def test_entries_stand_in_order_and_are_numbered() -> None:
    entries = timeline(story(ONE, TWO))
    assert [e.id for e in entries] == [f"t{n}" for n in range(1, len(entries) + 1)]
    assert [e.start[:10] for e in entries] == sorted(e.start[:10] for e in entries)


def test_planned_and_said_are_told_apart() -> None:
    entries = {e.start: e for e in timeline(story(ONE))}
    assert (entries["2025-03-23"].mode, entries["2025-03-23"].of) == ("planned", "event")
    assert entries["2025-03-19"].of == "utterance"


def test_two_reports_of_one_outlet_are_one_voice() -> None:
    made = story(ONE, TWO, outlets=("The Ellery Post", "the ellery post"))
    (entry,) = [e for e in timeline(made) if "sank" in e.what]
    assert entry.outlets == 1


def test_strays_take_no_part() -> None:
    made = story(ONE, TWO)
    made = Story((made.articles[0], replace(made.articles[1], stray=True)), made.marks)
    assert {c.article for e in timeline(made) for c in e.cites} == {"r0"}


def test_the_publication_is_an_entry_where_the_text_has_it() -> None:
    text = "19 March 2025, 20:10\n" + ONE
    blocks = (Block(0, 20, "date"), Block(21, len(text), "body"))
    article = Article(
        "r0", "0.txt", text, blocks, published="2025-03-19T20:10", published_from="text", language="en"
    )  # fmt: skip
    made = Story((article,), (annotate(article),))
    (entry,) = [e for e in timeline(made) if e.of == "publication"]
    assert (entry.start, entry.precision, entry.what) == ("2025-03-19T20:10", "minute", "19 March 2025, 20:10")


def test_a_date_from_metadata_proves_no_publication_entry() -> None:
    assert [e for e in timeline(story(ONE)) if e.of == "publication"] == []


def test_without_dates_there_is_no_timeline() -> None:
    assert timeline(story("The ferry Alma sank off Port Ellery on Tuesday.", day=None)) == ()
    assert timeline(Story((), ())) == ()


def test_the_order_of_reports_changes_no_entry() -> None:
    one, two = timeline(story(ONE, TWO)), timeline(story(TWO, ONE))
    assert [(e.start, e.what, e.outlets) for e in one] == [(e.start, e.what, e.outlets) for e in two]


def what(text: str, day: str | None = "2025-03-19") -> list[tuple[str, str]]:
    return [(e.start, e.mode) for e in timeline(story(text, day=day)) if e.of != "publication"]


def test_what_is_over_was_not_planned() -> None:
    assert what("In January the voters of Norland decided to leave the union.") == [("2025-01-01", "happened")]
    assert what("The council of Alba plans to sell the harbour on Friday.") == [("2025-03-21", "planned")]


def test_stamps_of_pages_and_posts_are_no_events() -> None:
    assert what("Posted on March 17, 2025 by Ida Lund the ferry Alma sank off Port Ellery in a storm.") == []
    assert what("This article was amended on 18 March 2025 to correct the name of the ferry Alma.") == []
    assert what("A post shared by Ferry Alma on March 17, 2025 showed the harbour of Port Ellery.") == []


def test_the_day_a_thing_is_named_by_tells_no_state() -> None:
    assert what("Monday's crash is the worst accident in the history of Port Ellery.") == []
    assert what("Monday's crash killed the mayor of Port Ellery.") == [("2025-03-17", "happened")]


def test_one_blow_on_one_day_told_in_other_words_is_one_event() -> None:
    one = "Rebel drones hit the grain silos of Port Ellery on Monday and burned for hours."
    other = "The port authority said that an attack on silos full of grain in Port Ellery on Monday left a crater."
    assert [e.outlets for e in timeline(story(one, other)) if e.start == "2025-03-17"] == [2]
    elsewhere = other.replace("Port Ellery", "Lorn").replace("silos full of grain", "a barracks")
    assert [e.outlets for e in timeline(story(one, elsewhere)) if e.start == "2025-03-17"] == [1, 1]


def test_a_day_counted_from_an_event_is_that_of_the_clause_in_front_of_it() -> None:
    text = "The council of Alba held the vote on Monday. Mayor Ida Lund resigned two days before the vote."
    entries = {e.start: e for e in timeline(story(text))}
    assert (entries["2025-03-15"].precision, "resigned" in entries["2025-03-15"].what) == ("day", True)
    assert "held the vote" in entries["2025-03-17"].what


def test_an_event_of_no_known_day_gives_no_entry() -> None:
    assert what("President Ida Lund left Port Ellery hours after the wedding.") == []
