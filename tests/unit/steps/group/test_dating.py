import pytest

from rashomon.records.article import Article, Block
from rashomon.steps.group.dating import date_by_story

DAY = "2021-06-16"  # a Wednesday


def report(text: str, published: str | None = None, language: str = "en", kind: str = "body") -> Article:
    blocks = (Block(0, len(text), kind),)  # type: ignore[arg-type]
    source = "text" if published else None
    return Article(text[:8], "x.txt", text, blocks, published=published, published_from=source, language=language)  # type: ignore[arg-type]


def dated(text: str, *days: str, **more: str) -> Article:
    known = [report(f"Report {n} of the ferry.", day) for n, day in enumerate(days)]
    return date_by_story([*known, report(text, **more)])[-1]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry Alma ran aground on Wednesday.",
        "Wednesday's accident was the second this year.",
        "On Tuesday the ferry was late, on Wednesday it ran aground.",
        "The ferry ran aground on Wednesday (June 16).",
        "The ferry ran aground on 16 June.",
        "It ran aground on June 16, 2021.",
        "It ran aground on June 16th. The harbour will open again on Friday.",
        "It ran aground on Wednesday. A hearing is due on Thursday.",
        "It ran aground on Wednesday; on 3 May 2019 another one did.",
        "It ran aground on Wednesday. Last Thursday all was well.",
    ],
)
def test_a_report_whose_words_agree_takes_the_day_of_the_story(text: str) -> None:
    found = dated(text, DAY)
    assert (found.published, found.published_from) == (DAY, "story")


@pytest.mark.parametrize(
    "text",
    [
        "The ferry Alma ran aground.",
        "The ferry ran aground on Tuesday.",
        "The ferry ran aground on Wednesday, the police said on Thursday.",
        "It ran aground on June 16, an inquiry opened on June 18.",
        "The ferry ran aground on Wednesday (June 17).",
        "The ferry will sail on Wednesday.",
        "It ran aground on 16 June 2019.",
        "It ran aground in June.",
        "It ran aground on February 31.",
    ],
)
def test_otherwise_the_day_stays_unknown(text: str) -> None:
    assert dated(text, DAY).published is None


def test_the_latest_day_that_agrees_is_taken() -> None:
    text = "It ran aground on Tuesday. On Wednesday it was towed away."
    assert dated(text, "2021-06-15", DAY).published == DAY
    assert dated("It ran aground on Tuesday.", "2021-06-15", DAY).published == "2021-06-15"


def test_a_day_that_is_stated_stays() -> None:
    first, second = report("On Wednesday.", DAY), report("It sank on Wednesday.", "2021-06-17T08:00")
    assert date_by_story([first, second]) == [first, second]


def test_a_story_without_any_day_gives_none() -> None:
    undated = report("It sank on Wednesday.")
    assert date_by_story([undated]) == [undated]
    assert date_by_story([]) == []


def test_a_report_known_to_the_year_only_has_no_day() -> None:
    found = date_by_story([report("A.", DAY), report("It sank on Wednesday.", "2021")])
    assert found[1].published == DAY


def test_link_lists_and_other_languages_are_not_read() -> None:
    assert dated("On Wednesday", DAY, kind="links").published is None
    assert dated("It sank on Wednesday.", DAY, language="de").published is None


STAMPED = "The ferry Alma ran aground on Wednesday. This article was amended on 17 June 2021 to correct a name."


def test_a_correction_dates_a_story_of_which_no_report_is_dated() -> None:
    found = date_by_story([report(STAMPED), report("The ferry Alma sank on Wednesday."), report("A ferry sank.")])
    assert [a.published for a in found] == ["2021-06-17", "2021-06-16", None]


def test_an_embedded_post_dates_it_too() -> None:
    post = "The ferry sank on Wednesday. A sad day. Ida Lund (@idalund) June 16, 2021"
    found = date_by_story([report(post), report("It ran aground on Wednesday.")])
    assert [(a.published, a.published_from) for a in found] == [("2021-06-16", "story")] * 2


def test_a_stamp_that_reports_do_not_agree_with_dates_nothing() -> None:
    found = date_by_story([report(STAMPED.replace("17", "20")), report("It ran aground on Wednesday.")])
    assert [a.published for a in found] == [None, None]
    assert date_by_story([report(STAMPED)])[0].published is None
    assert (
        date_by_story([report("It sank on 17 June 2021, a Thursday."), report("It sank on Thursday.")])[0].published
        is None
    )
