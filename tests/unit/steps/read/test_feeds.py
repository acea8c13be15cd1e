from __future__ import annotations

import json

import pytest

from rashomon.errors import Unreadable
from rashomon.records.article import Block
from rashomon.settings import Settings
from rashomon.steps.read.feeds import json_pages, line_pages, record_page

LIMITS = Settings()


def test_usual_names_of_fields():
    page = record_page(
        {
            "id": 7, "body": "The dam held.", "headline": "Dam holds", "publisher": {"name": "Valley Post"},
            "author": "By Ada Lund and Per Moe",
            "published_at": "2031-05-04T06:07:08+02:00", "link": "https://valley.example/dam", "lang": "en-GB",
        },
        "f:1",
        LIMITS,
    )  # fmt: skip
    assert (page.id, page.title, page.outlet, page.authors) == (
        "7",
        "Dam holds",
        "Valley Post",
        ("Ada Lund", "Per Moe"),
    )
    assert (page.published, page.published_from) == ("2031-05-04T06:07+02:00", "metadata")
    assert (page.url, page.language, page.text) == ("https://valley.example/dam", "en", "The dam held.")


def test_an_outlet_is_never_invented():
    page = record_page(
        {"text": "The dam held.", "url": "https://valley.example/x", "source": "https://valley.example"}, "f", LIMITS
    )
    assert page.outlet is None


def test_html_body_becomes_lines_with_hints():
    page = record_page(
        {"title": "Dam holds", "body": "<h2>Water</h2><p>The dam &amp; wall held.</p><p>All is <b>dry</b>.</p>"},
        "f",
        LIMITS,
    )
    assert page.text == "Dam holds\n\nWater\n\nThe dam & wall held.\n\nAll is dry."
    assert [(b.start, b.end, b.kind) for b in page.hints] == [(0, 9, "title"), (11, 16, "subhead")]


def test_a_text_field_is_never_taken_for_html():
    text = "In <p> marks a paragraph began.\nIt ended."
    assert record_page({"text": text}, "f", LIMITS).text == text


def test_scripts_and_captions_of_a_fragment():
    raw = "<figure><img><figcaption>The dam at dawn</figcaption></figure><script>x()</script><p>It held.</p>"
    page = record_page({"html": raw}, "f", LIMITS)
    assert page.text == "The dam at dawn\n\nIt held."
    assert page.hints == (Block(0, 15, "caption", "marked so in the source"),)


def test_ninjs_item():
    page = record_page(
        {
            "uri": "urn:valley:1", "headline": "Dam holds", "body_html": "<p>LORVIK (VNA) - The dam held.</p>",
            "byline": "By Ada Lund",
            "versioncreated": "2031-05-04T06:07:08Z", "firstcreated": "2031-05-03T06:00:00Z",
            "language": "en", "copyrightholder": "Valley News Agency", "infosource": [{"name": "Valley Water Board"}],
        },
        "f",
        LIMITS,
    )  # fmt: skip
    assert page.format == "ninjs"
    assert page.text == "Dam holds\n\nLORVIK (VNA) - The dam held."
    assert (page.outlet, page.sources, page.url) == ("Valley News Agency", ("Valley Water Board",), None)
    assert (page.authors, page.published) == (("Ada Lund",), "2031-05-04T06:07Z")


def test_ninjs_two_with_roles():
    item = {
        "headlines": [{"role": "main", "value": "Dam holds"}],
        "bodies": [{"role": "main", "contenttype": "text/html", "value": "<p>It held.</p>"}],
    }
    page = record_page(item, "f", LIMITS)
    assert (page.title, page.text) == ("Dam holds", "Dam holds\n\nIt held.")


def test_title_is_not_doubled():
    page = record_page({"headline": "Dam holds", "body_html": "<h1>Dam holds</h1><p>It held.</p>"}, "f", LIMITS)
    assert page.text == "Dam holds\n\nIt held."


@pytest.mark.parametrize(
    "record", [None, 3, "text", [], {}, {"text": ""}, {"text": 5}, {"body_html": "<script>a</script>"}]
)
def test_records_without_text_are_refused(record):
    with pytest.raises(Unreadable):
        record_page(record, "f:3", LIMITS)


def test_half_surrogates_and_line_ends_of_json():
    assert record_page(json.loads('{"text": "a\\ud800b\\r\\nc"}'), "f", LIMITS).text == "a\ufffdb\nc"


def test_json_of_one_a_list_and_a_wrapped_list():
    row = {"text": "The dam held."}
    assert [p.path for p in json_pages(json.dumps(row), "a.json", LIMITS)[0]] == ["a.json"]
    assert [p.path for p in json_pages(json.dumps([row, row]), "a.json", LIMITS)[0]] == ["a.json:1", "a.json:2"]
    assert [p.path for p in json_pages(json.dumps({"articles": [row]}), "a.json", LIMITS)[0]] == ["a.json:1"]
    pages, refused = json_pages(json.dumps([row, {"x": 1}]), "a.json", LIMITS)
    assert ([p.path for p in pages], [r.path for r in refused]) == (["a.json:1"], ["a.json:2"])


@pytest.mark.parametrize("text", ["{", "[]", "[" * 100_000, '{"text": ' + "9" * 5000 + "}", "nothing"])
def test_broken_json_is_refused_with_its_place(text):
    with pytest.raises(Unreadable, match=r"a\.json: "):
        json_pages(text, "a.json", LIMITS)


def test_a_record_over_many_lines_in_a_line_file():
    pages, refused = line_pages(json.dumps({"text": "The dam held."}, indent=2), "a.jsonl", LIMITS)
    assert (len(pages), refused) == (1, [])


def test_a_cut_record_says_so():
    page = record_page({"text": "word " * 100}, "f", Settings(max_characters=50))
    assert page.truncated
    assert len(page.text) <= 50


def test_odd_values_are_left_out():
    row = {
        "text": "It held.",
        "authors": [None, 3, {"name": "Ada Lund"}, "@ada"],
        "date": "03/04/2031",
        "language": "??",
        "url": "ftp://x",
    }
    page = record_page(row, "f", LIMITS)
    assert (page.authors, page.published, page.published_from, page.language, page.url) == (
        ("3", "Ada Lund")[1:],
        None,
        None,
        None,
        None,
    )
