from __future__ import annotations

import json
import subprocess
import sys

import pytest

from rashomon.errors import Unreadable
from rashomon.records.dossier import Unread
from rashomon.settings import Settings
from rashomon.steps.read import read_bytes, read_file, read_mapping, read_path

STORY = "Ferry runs aground off Lorvik\n\nA ferry ran aground off Lorvik on Monday, the coast guard said.\n"
PAGE = "<!DOCTYPE html><html><body><article>" + "<p>The ferry was pulled free by two tugs at noon on Tuesday.</p>" * 8


def test_plain_text_is_kept_to_the_letter():
    text = "\n  " + STORY + "\n\n   "
    (page,) = read_bytes(text.encode(), "a.txt")
    assert (page.text, page.format, page.outlet, page.title, page.published) == (text, "text", None, None, None)


def test_html_is_known_by_content_even_under_another_name():
    assert read_bytes(PAGE.encode(), "a.txt")[0].format == "html"
    assert read_bytes(PAGE.encode(), "-")[0].format == "html"


def test_records_are_known_by_content_without_suffix():
    line = json.dumps({"text": STORY}).encode()
    assert [p.format for p in read_bytes(line, "-")] == ["jsonl"]
    assert [p.format for p in read_bytes(line + b"\n" + line, "-")] == ["jsonl", "jsonl"]


def test_a_text_file_that_begins_with_a_brace_is_text():
    assert read_bytes(b'{"text": 1} is how it began.', "a.txt")[0].format == "text"


def test_xml_feeds_are_refused_with_advice():
    with pytest.raises(Unreadable, match="HTML, text or JSON lines"):
        read_bytes(b"<?xml version='1.0'?><rss><channel/></rss>", "feed.xml")


def test_html_without_text_is_refused():
    with pytest.raises(Unreadable, match="no article text"):
        read_bytes(b"<html><body><script>draw()</script></body></html>", "a.html")


def test_html_that_is_nothing_at_all():
    with pytest.raises(Unreadable):
        read_bytes(b"<!-- -->", "a.html")


def test_text_is_bounded_at_a_line_end():
    text = "A line of the report.\n" * 100
    (page,) = read_bytes(text.encode(), "a.txt", Settings(max_characters=1000))
    assert page.truncated
    assert page.text == ("A line of the report.\n" * 45)[:-1]


def test_one_long_line_is_bounded_at_a_space():
    (page,) = read_bytes(b"word " * 1000, "a.txt", Settings(max_characters=1003))
    assert page.truncated
    assert page.text == ("word " * 201)[:-6]


def test_a_text_of_the_limit_is_whole():
    (page,) = read_bytes(b"a" * 1000, "a.txt", Settings(max_characters=1000))
    assert (len(page.text), page.truncated) == (1000, False)


def test_a_broken_line_is_refused_alone(tmp_path):
    path = tmp_path / "feed.jsonl"
    good = json.dumps({"text": STORY, "outlet": "Harbour Times"})
    path.write_text(f"{good}\n{{broken\n\n{good}\n[1]\n" + json.dumps({"title": "x"}) + "\n")
    pages, unread = read_path(str(path))
    assert [p.path for p in pages] == [f"{path}:1", f"{path}:4"]
    assert [u.path for u in unread] == [f"{path}:2", f"{path}:5", f"{path}:6"]
    assert "no JSON" in unread[0].reason
    assert "mend or remove" in unread[0].reason
    assert "'text', 'body' or 'content'" in unread[2].reason


def test_strict_raises_the_first(tmp_path):
    path = tmp_path / "feed.jsonl"
    path.write_text(json.dumps({"text": STORY}) + "\n{broken\n")
    with pytest.raises(Unreadable, match=r"feed\.jsonl:2"):
        read_path(str(path), Settings(strict=True))


def test_a_missing_file_is_an_unread_row(tmp_path):
    path = str(tmp_path / "no.txt")
    assert read_path(path) == ([], [Unread(path, "no such file: check the spelling of the path")])


def test_binary_file_is_an_unread_row(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x00\x01\x02\x03" * 100)
    pages, (unread,) = read_path(str(path))
    assert pages == []
    assert unread.reason.startswith("this is a binary file: give text")


def test_read_file_gives_pages_or_raises(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    assert read_file(str(path))[0].text == STORY
    with pytest.raises(Unreadable):
        read_file(str(tmp_path / "no.txt"))


def test_mapping_is_a_report():
    page = read_mapping({"text": "A\r\nb", "outlet": "Harbour Times", "date": "2031-05-04", "title": "Ferry"}, "record")
    assert (page.text, page.outlet, page.published, page.published_from) == (
        "A\nb",
        "Harbour Times",
        "2031-05-04",
        "metadata",
    )
    with pytest.raises(Unreadable, match="no text"):
        read_mapping({"title": "x"}, "record")


def test_reading_text_imports_no_html_library(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    code = (
        "import sys; from rashomon.steps.read import read_path; from rashomon.steps.clean import clean;"
        f"clean(read_path({str(path)!r})[0][0]);"
        "print([m for m in ('lxml', 'trafilatura', 'numpy', 'charset_normalizer', 'py3langid') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_all_shared_stories_can_be_read(shared):
    files = sorted((shared / "stories").glob("*/*.txt")) + sorted((shared / "stories").glob("*/html/*.html"))[::6]
    for file in files:
        pages, unread = read_path(str(file))
        assert (len(pages), unread) == (1, []), file
