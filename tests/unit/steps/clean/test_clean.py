from __future__ import annotations

import json

import pytest

from rashomon.records.article import Block, Page
from rashomon.settings import Settings
from rashomon.steps.clean import clean
from rashomon.steps.read import read_file

P1 = "The harbour of Lorvik was closed on Monday after a ferry ran aground, the coast guard said in a statement."
P2 = "Ada Lund, the mayor, told reporters that nobody was hurt and that the ship would be towed away by nightfall."
P3 = "The company that runs the line said it would refund all tickets and look into the cause of the accident."


def labels(text: str, **fields) -> list[tuple[str, str]]:
    article = clean(Page("x.txt", text, **fields))
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def kinds(text: str, **fields) -> list[str]:
    return [kind for kind, _ in labels(text, **fields)]


def test_title_standfirst_and_text():
    text = f"Ferry runs aground off Lorvik\nNobody is hurt as the harbour closes for a day\n{P1}\n{P2}"
    assert kinds(text) == ["title", "subtitle", "body", "body"]
    assert clean(Page("x", text)).title == "Ferry runs aground off Lorvik"


def test_a_first_line_that_is_a_sentence_is_text():
    article = clean(Page("x", f"The ferry ran aground off Lorvik on Monday morning.\n\n{P1}\n"))
    assert [b.kind for b in article.blocks] == ["body", "body"]
    assert article.title is None


def test_a_headline_with_a_full_stop():
    assert kinds(f"Ferry Runs Aground Near Lorvik Harbour.\n{P1}") == ["title", "body"]


def test_a_dateline_is_no_title():
    assert kinds(f"LORVIK — The ferry that ran aground belongs to OstfoldX\n{P1}\n{P2}")[0] == "body"


def test_site_section_update_label_date_and_clock():
    text = f"Fjordblad. World\nUpdated\n\nFerry runs aground\n\n4 May, 2031 Sunday\n20:10\n\n{P1}\n"
    article = clean(Page("x", text))
    assert [b.kind for b in article.blocks] == ["furniture", "furniture", "title", "date", "date", "body"]
    assert (article.outlet, article.title) == ("Fjordblad", "Ferry runs aground")
    assert (article.published, article.published_from) == ("2031-05-04T20:10", "text")


def test_a_date_glued_to_the_title_is_cut_off():
    text = f" date 2031-05-04 Mayor says 'nobody is hurt' after ferry accident\n\n{P1}"
    assert labels(text)[:2] == [
        ("date", "date 2031-05-04"),
        ("title", "Mayor says 'nobody is hurt' after ferry accident"),
    ]
    assert clean(Page("x", text)).published == "2031-05-04"


def test_a_date_glued_to_a_text_on_one_line():
    rest = f"Ferry runs aground in Lorvik. {P1} {P2}"
    assert labels(f"Mon 05 May 2031 {rest}") == [("date", "Mon 05 May 2031"), ("body", rest)]


def test_a_sentence_that_begins_with_a_date_is_not_cut():
    assert kinds(
        "On 4 May 2031 the ferry ran aground off Lorvik, and the harbour was closed until nightfall for safety."
    ) == ["body"]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Published 3:14 PM EDT, Sun May 4, 2031", "2031-05-04T15:14"),
        ("4 May 2031 Last updated at 13:38 GMT", "2031-05-04"),
        ("Updated: May 04, 2031 15:50 IST", "2031-05-04"),
        ("LORVIK, May 4, 2031", "2031-05-04"),
        ("Sun May 04 2031, 14:58 hrs", "2031-05-04T14:58"),
        ("05/04/31 02:39 PM ET", None),
        ("2 hours ago", None),
    ],
)
def test_date_lines(line, value):
    article = clean(Page("x", f"Ferry runs aground off Lorvik\n{line}\n{P1}"))
    assert [b.kind for b in article.blocks] == ["title", "date", "body"]
    assert (article.published, article.published_from) == (value, "text" if value else None)


def test_a_labelled_date_below_the_text():
    article = clean(Page("x", f"Ferry runs aground off Lorvik\n{P1}\n{P2}\nDate Published: Sunday, May 4, 2031"))
    assert article.blocks[-1].kind == "date"
    assert article.published == "2031-05-04"


def test_metadata_wins_over_text_and_text_over_settings():
    text = f"Ferry runs aground off Lorvik\n4 May 2031\n{P1}"
    given = clean(Page("x", text, published="2031-05-05T08:00", published_from="metadata"))
    assert (given.published, given.published_from) == ("2031-05-05T08:00", "metadata")
    assert clean(Page("x", text), Settings(date="2031-06-01")).published == "2031-05-04"
    bare = clean(Page("x", P1), Settings(date="2031-06-01"))
    assert (bare.published, bare.published_from) == ("2031-06-01", "given")


def test_byline_outlet_and_glued_label():
    text = (
        "Ferry runs aground off Lorvik\nby Fjordblad News Desk · FjordbladIn Short\n"
        f"- Nobody is hurt in Lorvik harbour\n- Ship is towed away by night\n{P1}\n{P2}"
    )
    article = clean(Page("x", text))
    assert [b.kind for b in article.blocks] == ["title", "byline", "subtitle", "subtitle", "body", "body"]
    assert (article.outlet, article.authors) == ("Fjordblad", ("Fjordblad News Desk",))


def test_an_author_and_an_outlet_on_lines_of_their_own():
    text = f"Ferry runs aground off Lorvik\n\nPer Moe\nFjord News\n\n{P1}\n"
    article = clean(Page("x", text))
    assert [b.kind for b in article.blocks] == ["title", "byline", "byline", "body"]
    assert (article.outlet, article.authors) == ("Fjord News", ("Per Moe",))


@pytest.mark.parametrize(
    ("line", "authors", "outlet"),
    [
        ("By Per Moe", ("Per Moe",), None),
        ("By PER MOE and Ida Vik, Fjord News", ("PER MOE", "Ida Vik"), "Fjord News"),
        ("By Per Moe | Fjord Post | May 4, 2031", ("Per Moe",), "Fjord Post"),
        ("by Per Moe for Fjord Online", ("Per Moe",), "Fjord Online"),
    ],
)
def test_bylines(line, authors, outlet):
    article = clean(Page("x", f"Ferry runs aground off Lorvik\n{line}\n{P1}"))
    assert article.blocks[1].kind == "byline"
    assert (article.authors, article.outlet) == (authors, outlet)


def test_an_agency_byline_is_a_source_and_no_author():
    article = clean(Page("x", f"Ferry runs aground off Lorvik\nBy The Associated Press\n{P1}"))
    assert (article.authors, article.sources) == ((), ("Associated Press",))


def test_a_sentence_that_begins_with_by_is_text():
    assert kinds(f"Ferry runs aground off Lorvik\n{P1}\nBy Monday the harbour was open.\n{P2}")[2] == "body"


def test_an_outlet_inside_a_sentence_is_never_the_outlet():
    assert (
        clean(Page("x", f"Ferry runs aground off Lorvik\n{P1}\nMayor Lund told BBC News she was glad.")).outlet is None
    )


def test_adverts_teasers_and_credit_between_paragraphs():
    text = f"{P1}\n\nAdvertisment\n\nAlso read: Older ferry taken out of service\n\n{P2}\n\n(With inputs from agencies)"
    assert kinds(text) == ["body", "advert", "teaser", "body", "credit"]


def test_two_headlines_in_a_row_are_teasers_and_one_is_a_subhead():
    pair = f"{P1}\n\nMayor says ferry line must change\n\nFive things to know about ferries\n\n{P2}"
    assert kinds(pair) == ["body", "teaser", "teaser", "body"]
    assert kinds(f"{P1}\n\nWhat the mayor said about it\n\n{P2}") == ["body", "subhead", "body"]


def test_a_headline_above_a_question_is_a_teaser():
    text = f"{P1}\nTravellers tell of long night in Lorvik\nWhat happens now?\n{P2}"
    assert kinds(text)[:3] == ["body", "teaser", "body"]


@pytest.mark.parametrize(
    "lines",
    [
        "The ships are:\nMS Solvik, built in Lorvik\nMS Havna, built in Sandby",
        "incites the crowd and then\nrepeatedly pledged to leave from",
        "“I was on deck when it struck” - Ida Vik\n“We saw nothing at all” - Per Moe",
        "1. Take the ferry to Sandby\n2. Walk to the old lighthouse there",
        "June 9 – Lorvik Arena in Lorvik\nJune 10 – Sandby Hall in Sandby",
    ],
)
def test_lists_broken_text_and_quotations_stay_text(lines):
    found = kinds(f"{P1}\n{P3}\n{lines}\n{P2}\n{P3}\n{P1}")
    assert set(found) == {"body"}


def test_tail_of_links_with_clock_times():
    links = "".join(f"{h}:10\nMayor opens hall number {h} in Sandby\n" for h in range(22, 12, -1))
    text = (
        f"Ferry runs aground off Lorvik\n\n{P1}\n\n{P2}\n\nTags:\nRead also:\n  • News\n"
        f"2031, Tuesday\n6 May\n{links}More news"
    )
    found = kinds(text)
    assert found[:3] == ["title", "body", "body"]
    assert set(found[3:]) == {"links"}


def test_tail_of_links_below_a_head():
    text = (
        f"Ferry runs aground off Lorvik\n{P1}\n{P2}\nMost read\nMayor opens hall\n"
        "Why do ferries run aground?\nA life at sea"
    )
    assert kinds(text) == ["title", "body", "body", "links", "links", "links", "links"]


def test_links_inside_the_report_end_at_the_next_sentence():
    text = f"{P1}\nRelated\nOlder ferry taken out of service\nMayor opens hall in Sandby\n{P2}\n{P3}"
    assert kinds(text) == ["body", "links", "teaser", "teaser", "body", "body"]


def test_comments_of_readers():
    text = (
        f"{P1}\n{P2}\n{P3}\n12 comments\nOle B\n"
        "I saw it all from my window on the hill, and it was loud.\nReply\nAnna\nSad.\nReply"
    )
    assert kinds(text) == ["body"] * 3 + ["furniture"] * 7


def test_the_word_comments_alone_takes_nothing_with_it():
    assert kinds(f"{P1}\n{P2}\nComments\n{P3}") == ["body", "body", "furniture", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "Sign up for our daily newsletter",
        "We use cookies to improve your visit",
        "3 min read",
        "client/title.list_title",
        "Follow Per Moe on Twitter: @permoe",
        "Read or Share this story: https://fj.example/1",
        "View comments",
        "___",
        "Photo",
        "Get the day's news straight to your inbox every morning",
        "Do you have a story for us? Write to tips@fjord.example",
    ],
)
def test_furniture(line):
    assert kinds(f"{P1}\n{line}\n{P2}") == ["body", "furniture", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Per Moe; editing by Ida Vik)",
        "The Associated Press contributed to this report.",
        "© 2031 Fjord News",
        "Copyright 2031 Fjord News. All rights reserved.",
        "With assistance by Ida Vik",
        "Moe reported from Sandby.",
        "pm/iv (AFP, dpa)",
    ],
)
def test_credits(line):
    assert kinds(f"{P1}\n{P2}\n{line}") == ["body", "body", "credit"]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices of the ferry line fell by a tenth on Tuesday.",
        "Advertisements for the ferry had promised calm seas.",
        "Related families waited on the quay all night, police said.",
        "Close to 50 people were on board, the coast guard said.",
        "Reuters first reported the accident on Sunday.",
        "Explosions were reported from Sandby as well.",
        "By then the tide had turned, she said.",
        "The newsletter of the ferry line said nothing about it.",
        "“Sign up for the next boat,” she said.",
        "Live music was playing when it struck, he said.",
    ],
)
def test_sentences_that_look_like_furniture_stay_text(line):
    assert kinds(f"{P1}\n{line}\n{P2}") == ["body", "body", "body"]


def test_every_character_is_in_exactly_one_block():
    text = f"\n  Fjordblad. World \n\n\t{P1}  \n\u00a0\n Advertisement\n\n{P2}"
    article = clean(Page("x", text))
    covered = [n for b in article.blocks for n in range(b.start, b.end)]
    assert len(covered) == len(set(covered))
    assert "".join(text[n] for n in range(len(text)) if n not in set(covered)).strip() == ""
    assert all(text[b.start : b.end] == text[b.start : b.end].strip() for b in article.blocks)
    assert article.text == text


def test_each_block_has_a_reason():
    assert all(b.reason for b in clean(Page("x", f"Ferry runs aground off Lorvik\n{P1}\nAdvertisement\n{P2}")).blocks)


def test_hints_of_the_format_are_kept():
    text = f"Ferry aground\n\nWhat happened\n\n{P1}"
    hints = (Block(0, 13, "title"), Block(15, 28, "subhead"))
    assert kinds(text, format="html", title="Ferry aground", hints=hints) == ["title", "subhead", "body"]


def test_a_given_title_is_found_in_the_text():
    text = f"World\nFerry aground: “all safe”\n{P1}"
    article = clean(Page("x", text, title='Ferry aground: "all safe"', format="jsonl"))
    assert [b.kind for b in article.blocks] == ["furniture", "title", "body"]
    assert article.title == 'Ferry aground: "all safe"'


@pytest.mark.parametrize(
    ("text", "captured"),
    [
        (f"{P1}\n{P2}", True),
        (f"{P1}\nSubscribe to continue reading", False),
        (f"{P1}\nThe company said\n…", False),
        ("The ferry sank.\n" + "Share this article\n" * 40, False),
    ],
)
def test_whether_the_report_was_captured(text, captured):
    assert clean(Page("x", text)).captured is captured


def test_a_cut_page_is_not_captured():
    assert clean(Page("x", P1, truncated=True)).captured is False


def test_ids_are_stable():
    assert clean(Page("a", P1)).id == clean(Page("b", P1)).id
    assert clean(Page("a", P1, id="n7")).id == "n7"
    assert clean(Page("a", P1)).id.startswith("a-")


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "a", ".", "\u200b", "By", "by ", "date", "2031-05-04", "\x1f", "…", "((((", "Tags:"]
)
def test_tiny_texts_do_not_raise(text):
    article = clean(Page("x", text))
    assert article.text == text


def test_seeds_reach_the_gold(shared):
    gold = json.loads((shared / "gold" / "seed_blocks.json").read_text())["files"]
    content = {"body", "subhead", "subtitle", "title"}
    for file, info in gold.items():
        article = clean(read_file(str(shared / "seeds" / file))[0])
        at = {n: b.kind for b in article.blocks for n in range(b.start, b.end)}
        for block in info["blocks"]:
            found = {at[n] for n in range(block["start"], block["end"]) if n in at}
            if block["kind"] == "body":
                assert found <= content, (file, block)
            elif not {block["kind"], *block["accept"]} & content:
                assert not found & content, (file, block)
        assert article.title == info["title"]
        assert article.outlet == info["outlet"]
        assert list(article.authors) == info["authors"]


def test_a_last_line_without_a_stop_is_text_unless_headlines_stand_in_rows():
    assert kinds(f"{P1}\n{P2}\n{P3}\nThe shops also sell soap, candles and rope") == ["body"] * 4
    rows = (
        f"{P1}\nMayor says ferry line must change\nFive things to know about old ferries\n{P2}\n"
        "Travellers tell of a long night in Lorvik"
    )
    assert kinds(rows) == ["body", "teaser", "teaser", "body", "teaser"]


def test_spaced_quotation_marks_end_a_sentence():
    line = "We have seen worse in this town , and we will be back . ''"
    assert kinds(f"{P1}\n{line}\n{line}\n{P2}") == ["body"] * 4


@pytest.mark.parametrize("text", ["Advertisement", "4 May 2031", "www.fjord.example/a", "Read also:", "> = 2031", "a"])
def test_a_line_alone_is_text_whatever_it_says(text):
    article = clean(Page("x", text))
    assert [(b.kind, b.reason) for b in article.blocks] == [("body", "text")]
    assert (article.published, article.captured) == (None, True)


@pytest.mark.parametrize(
    "title", ["Opinion: Let the ferry rest", "Live updates: Storm hits Lorvik", "Fact check: Did it sink?"]
)
def test_a_pointing_word_at_the_top_is_part_of_the_title(title):
    assert kinds(f"{title}\n{P1}\n{P2}") == ["title", "body", "body"]
    assert kinds(f"World\n{title}\n{P1}", title=title)[1] == "title"
    assert kinds(f"{P1}\n{title}\n{P2}") == ["body", "teaser", "body"]


def test_stamps_below_the_head_are_dates_and_no_headlines():
    stamps = "PUBLISHED: WEDNESDAY, MAY 4, 2031, 2:29 PM\nUPDATED: THURSDAY, MAY 5, 2031, 9:31 AM"
    article = clean(Page("x", f"{P1}\n{stamps}\n{P2}"))
    assert [b.kind for b in article.blocks] == ["body", "date", "date", "body"]
    assert article.published == "2031-05-04T14:29"


def test_metadata_in_utc_follow_the_local_time_of_the_text():
    text = f"Ferry runs aground off Lorvik\n5 May 2031 00:30\n{P1}"
    article = clean(Page("x", text, published="2031-05-04T22:30Z", published_from="metadata"))
    assert (article.published, article.published_from, article.day) == (
        "2031-05-05T00:30+02:00",
        "metadata",
        "2031-05-05",
    )
    other = clean(Page("x", text, published="2031-05-04T21:17Z", published_from="metadata"))
    assert other.published == "2031-05-04T21:17Z"


def test_posts_in_metadata_are_no_authors():
    assert clean(Page("x", P1, authors=("Staff Reporter", "Ada Lund"))).authors == ("Ada Lund",)
    assert clean(Page("x", f"Ferry aground\nBy Per Moe\n{P1}", authors=("admin",))).authors == ("Per Moe",)
