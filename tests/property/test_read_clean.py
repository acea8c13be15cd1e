"""Whatever the bytes: nothing raises but Unreadable, nothing of the text is lost, nothing depends on chance."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import Unreadable
from rashomon.records.article import Page
from rashomon.steps.clean import clean
from rashomon.steps.read import read_bytes
from rashomon.steps.read.decode import normal
from rashomon.text.stamps import iso, local, shifted, whole_stamp

LINE = st.sampled_from(
    [
        "Advertisement",
        "By Ada Lund",
        "4 May 2031",
        "20:10",
        "Read also:",
        "Ferry runs aground off Lorvik",
        "",
        " ",
        "…",
        "(AFP)",
        "Comments",
        "Getty Images A ferry.Getty Images",
        "The ferry ran aground on Monday, the coast guard of Lorvik said in a long statement to all.",
        "date 2031-05-04 Ferry sinks in the harbour",
        "1/9 A ferry",
        "Tags:",
        "“We saw it,” she said. --Reuters",
        "by X · YIn Short",
        "Home | News | Port | Weather",
        "Facebook X WhatsApp",
        "Ada Lund",
        "The Lantern",
        "Ada Lund | The Lantern | 4 May 2031",
        "Von Ada Lund",
        "Tideway Photos A barge.Tideway Photos",
        "The lock at night (Ida Vik/Tideway)",
        "— Sallow Wire",
        "© 2031 Sallow Wire",
        "LORVIK (Sallow Wire) - A ferry ran aground.",
        "Museum returns stolen violin to grateful family",
        "15. Oktober 2031, 08:20 Uhr",
        "May 4, 2031 11:30 PM EDT",
    ]
)
TEXT = st.one_of(st.text(max_size=400), st.lists(st.one_of(LINE, st.text(max_size=60)), max_size=25).map("\n".join))


@given(TEXT)
@settings(max_examples=300, deadline=None)
def test_each_character_is_in_exactly_one_block(raw):
    text = normal(raw)
    article = clean(Page("x", text))
    position = 0
    for block in article.blocks:
        assert position <= block.start < block.end <= len(text)
        assert not text[position : block.start].strip()
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        assert block.reason
        position = block.end
    assert not text[position:].strip()
    assert article == clean(Page("x", text))


@given(
    st.one_of(st.binary(max_size=300), TEXT.map(lambda t: t.encode("utf-8", "replace"))),
    st.sampled_from(["a.txt", "a.jsonl", "a.json", "-"]),
)
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_or_refused(data, path):
    try:
        pages = read_bytes(data, path)
    except Unreadable as problem:
        assert problem.reason
        assert problem.path.startswith(path)
        return
    for page in pages:
        assert page.text == normal(page.text)
        page.text.encode("utf-8")


@given(TEXT)
@settings(max_examples=200, deadline=None)
def test_utf8_text_comes_back_to_the_letter(raw):
    text = normal(raw.replace("\0", "")).lstrip("\ufeff")
    data = text.encode("utf-8")
    try:
        (page,) = read_bytes(data, "a.txt")
    except Unreadable:
        return
    if page.format == "text":
        assert page.text == text


@given(st.text(max_size=80))
@settings(max_examples=300, deadline=None)
def test_stamps_never_raise(text):
    iso(text)
    stamp = whole_stamp(text)
    assert stamp is None or stamp.end <= len(text)
    local([text, text + "Z"])
    assert stamp is None or stamp.zone is None or stamp.clock


@given(st.datetimes(min_value=datetime(1990, 1, 2), max_value=datetime(2090, 1, 1)), st.integers(-24, 28))
@settings(max_examples=100, deadline=None)
def test_a_date_line_in_any_zone_tells_the_instant_of_its_metadata(moment, halves):
    there = moment + timedelta(minutes=30 * halves)
    stamp = whole_stamp(f"{there:%Y-%m-%d %H:%M}")
    assert stamp is not None
    found = shifted(f"{moment:%Y-%m-%dT%H:%M}Z", stamp)
    if halves == 0:
        assert found is None
    else:
        assert found is not None
        assert found[:16] == f"{there:%Y-%m-%dT%H:%M}"
        assert datetime.fromisoformat(found).astimezone(UTC) == moment.replace(second=0, microsecond=0, tzinfo=UTC)
