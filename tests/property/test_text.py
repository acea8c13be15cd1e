"""Whatever the text: the tools of `text` keep inside it, tell the same twice, and do no more work than it is long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rashomon.records.span import Span
from rashomon.text import align as aligner
from rashomon.text.align import BUDGET, Run, align, common
from rashomon.text.dates import add_days, add_months, bounds, easter, last_of_month, nth_weekday, parse_day, week_of
from rashomon.text.folding import fold, stem
from rashomon.text.language import detect
from rashomon.text.names.compare import same_name
from rashomon.text.quotemarks import MARK, Region, pair_marks
from rashomon.text.shingles import containment, pairs_sharing, sample, shingles
from rashomon.text.stamps import iso, local, shifted, stamp_at, whole_stamp

DAYS = st.dates(date(1, 1, 1), date(9998, 12, 31))
PIECES = st.sampled_from(
    [*"“ ” ‘ ’ \" ' « » „ `` '' the lock closed she said , . ? s 80s \n 6 - it’s sailors’".split(" "), "", " "]
)
QUOTED = st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80)
STAMPS = st.lists(
    st.sampled_from(
        "May 4 2031 31 03/04/2031 12:30 9.15pm p.m. GMT EDT +02:00 Updated Published on at | , - ago 2 hours".split()
    ),
    max_size=8,
).map(" ".join) | st.text(max_size=60)
WORDS = st.lists(st.sampled_from("a b c d e f g".split()), max_size=30)
NAMES = st.lists(
    st.sampled_from("Ana Vega van der Lund Dr Jr. O’Neil Jean-Luc US U.S. the Ministry of Defence Åse 李 X.".split()),
    max_size=5,
).map(" ".join) | st.text(max_size=20)


def paragraphs(text: str) -> list[Span]:
    """The lines of `text`."""
    out, at = [], 0
    for line in text.split("\n"):
        if line:
            out.append(Span(at, at + len(line)))
        at += len(line) + 1
    return out


def every(regions: list[Region]) -> Iterator[Region]:
    for region in regions:
        yield region
        yield from every(region.inside)


@settings(deadline=None)
@given(QUOTED)
def test_quoted_regions_stay_in_their_paragraph_and_apart(text: str) -> None:
    spans = paragraphs(text)
    found = pair_marks(text, spans)
    assert len(found) == len(spans)
    for span, regions in zip(spans, found, strict=True):
        for region in every(regions):
            assert span.covers(region.outer) and region.outer.covers(region.inner)
            assert any(c.isalnum() for c in region.inner.of(text))
            assert MARK.match(text, region.outer.start)
            assert region.inner.of(text) == region.inner.of(text).strip()
        ends = [r.outer.end for r in regions]
        assert all(r.outer.start >= end for end, r in zip(ends, regions[1:], strict=False))
        assert all(r.inner.covers(n.outer) and n.level == 2 for r in regions for n in r.inside)


@settings(deadline=None)
@given(QUOTED)
def test_quotation_marks_are_paired_the_same_way_twice(text: str) -> None:
    assert pair_marks(text, paragraphs(text)) == pair_marks(text, paragraphs(text))


@settings(deadline=None)
@given(st.lists(st.sampled_from("the lock closed again it rained".split()), min_size=1, max_size=12).map(" ".join))
def test_a_well_marked_quotation_is_one_region_and_certain(words: str) -> None:
    for opens, closes in ("“”", '""', "«»", "„”"):
        text = f"She said: {opens}{words}{closes} in the harbour."
        ((region,),) = pair_marks(text, [Span(0, len(text))])
        assert region.inner.of(text) == words
        assert (region.level, region.single, region.doubtful, region.open_end) == (1, False, False, False)


@settings(deadline=None)
@given(STAMPS, st.integers(0, 10))
def test_stamps_end_inside_the_text_and_say_real_days(text: str, start: int) -> None:
    assume(start <= len(text))
    found = stamp_at(text, start)
    if found is not None:
        assert start < found.end <= len(text)
        assert found.day is None or (found.dated and date.fromisoformat(found.day).isoformat() == found.day)
        assert found.clock is None or ("00:00" <= found.clock <= "23:59" and len(found.clock) == 5)
        assert found.value is None or found.value.startswith(found.day or "-")
    assert whole_stamp(text) == whole_stamp(f"  {text}\n")


@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)))
def test_a_day_is_read_in_every_way_it_is_printed(day: date) -> None:
    for line in (
        day.isoformat(),
        f"{day.day} {day:%B} {day.year}",
        f"{day:%b} {day.day}, {day.year}",
        f"{day:%d.%m.%Y}",
    ):
        stamp = whole_stamp(line)
        assert stamp is not None
        assert (stamp.day, stamp.end) == (day.isoformat(), len(line))
        assert iso(line) == day.isoformat()


@given(st.text(max_size=40))
def test_metadata_dates_never_raise_and_are_dates(value: str) -> None:
    found = iso(value)
    assert found is None or found[:4].isdigit()
    assert local([value]) == value


@given(st.datetimes(datetime(2031, 1, 1), datetime(2031, 12, 31)), st.integers(-28, 28))
def test_a_utc_time_and_its_local_stamp_meet(moment: datetime, halves: int) -> None:
    there = moment.replace(second=0, microsecond=0)
    stamp = whole_stamp(f"{there:%Y-%m-%d %H:%M}")
    assert stamp is not None
    utc = there - timedelta(minutes=30 * halves)
    found = shifted(f"{utc:%Y-%m-%dT%H:%M}Z", stamp)
    sign, (hours, minutes) = "+" if halves > 0 else "-", divmod(abs(30 * halves), 60)
    assert found == (f"{there:%Y-%m-%dT%H:%M}{sign}{hours:02}:{minutes:02}" if halves else None)


@given(DAYS, st.integers(-4000, 4000))
def test_days_forth_and_back(day: date, days: int) -> None:
    there = add_days(day, days)
    assert there is None or add_days(there, -days) == day


@given(st.integers(1, 9998), st.integers(1, 12), st.integers(-600, 600))
def test_months_forth_and_back(year: int, month: int, months: int) -> None:
    there = add_months(year, month, months)
    assert 1 <= there[1] <= 12
    assert add_months(*there, -months) == (year, month)


@given(st.integers(1, 9998), st.integers(1, 12))
def test_the_last_day_of_a_month_is_followed_by_a_first(year: int, month: int) -> None:
    last = last_of_month(year, month)
    assert last is not None and (last.year, last.month) == (year, month)
    assert (last + timedelta(days=1)).day == 1
    assert bounds(f"{year:04d}-{month:02d}") == (f"{year:04d}-{month:02d}-01", last.isoformat())


@given(DAYS)
def test_a_day_lies_in_its_week_and_weeks_have_seven_days(day: date) -> None:
    assume(day.isocalendar()[0] in range(1, 9999))
    first, last = bounds(week_of(day)) or ("", "")
    assert first <= day.isoformat() <= last
    assert date.fromisoformat(last) - date.fromisoformat(first) == timedelta(days=6)
    assert date.fromisoformat(first).weekday() == 0


@given(st.integers(1, 9998), st.integers(1, 12), st.integers(0, 6))
def test_the_nth_weekday_is_one(year: int, month: int, weekday: int) -> None:
    found = [nth_weekday(year, month, weekday, n) for n in (1, 2, 3, 4, -1)]
    assert all(d is not None and d.weekday() == weekday and d.month == month for d in found)
    assert [(d.day - 1) // 7 for d in found if d][:4] == [0, 1, 2, 3]
    assert found[4] is not None and (found[4] + timedelta(days=7)).month != month


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_in_its_five_weeks(year: int) -> None:
    day = easter(year)
    assert day is not None and day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@given(st.text(max_size=30))
def test_parse_day_reads_what_it_gives(text: str) -> None:
    day = parse_day(text)
    assert day is None or text.startswith(day.isoformat())


@given(WORDS, st.integers(1, 6))
def test_shingles_are_one_for_each_start_and_stable(words: list[str], size: int) -> None:
    found = shingles(words, size)
    assert len(found) == max(0, len(words) - size + 1)
    assert found == shingles(tuple(words), size)
    for n, number in enumerate(found):
        assert [number] == shingles(words[n : n + size], size)


@given(st.lists(st.integers(0, 2**32 - 1)), st.integers(1, 9))
def test_a_sample_keeps_what_another_text_keeps_too(numbers: list[int], one_in: int) -> None:
    half = numbers[: len(numbers) // 2]
    assert sample(half, one_in) == sample(numbers, one_in) & frozenset(half)
    assert sample(numbers, 1) == frozenset(numbers)


@given(st.frozensets(st.integers(0, 20)), st.frozensets(st.integers(0, 20)))
def test_containment_is_a_share_and_takes_no_side(a: frozenset[int], b: frozenset[int]) -> None:
    assert containment(a, b) == containment(b, a)
    assert 0.0 <= containment(a, b) <= 1.0
    assert containment(a, a | b) == (1.0 if a else 0.0)


@given(st.lists(st.frozensets(st.integers(0, 12), max_size=6), max_size=8), st.integers(1, 4))
def test_pairs_that_share_are_those_a_comparison_of_all_finds(sets: list[frozenset[int]], least: int) -> None:
    named = dict(enumerate(sets))
    wanted = {(a, b): n for a in named for b in named if a < b and (n := len(named[a] & named[b])) >= least}
    assert list(pairs_sharing(named, least).items()) == list(wanted.items())


class Counted(list[str]):
    """A passage that counts how often its words are looked at."""

    looked = 0

    def __getitem__(self, at: object) -> object:  # type: ignore[override]
        self.looked += 1
        return super().__getitem__(at)  # type: ignore[index]


def test_the_work_of_an_alignment_is_bounded() -> None:
    for size in (2_000, 4_000, 8_000):
        a = Counted(f"w{n % 97}" for n in range(size))
        b = Counted(f"w{n * 31 % 97}" for n in range(size))
        runs = aligner.align(a, b)
        assert a.looked + b.looked <= 2 * BUDGET + 8 * size
        assert common(runs) <= size


@settings(deadline=None)
@given(WORDS, st.lists(st.sampled_from("x y z".split()), max_size=30))
def test_an_alignment_finds_every_word_of_a_fragment(a: list[str], around: list[str]) -> None:
    longer = [*around, *a, *around]
    assert align(a, longer) == ([Run(0, len(around), len(a))] if a else [])
    assert common(align(longer, a)) == len(a)


@settings(deadline=None)
@given(st.text(max_size=120))
def test_folding_does_not_depend_on_case_or_what_stands_before(text: str) -> None:
    plain = [(w.key, w.start, w.end) for w in fold(text)]
    assert plain == [(w.key, w.start - 3, w.end - 3) for w in fold("## " + text)]


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz's", min_size=1, max_size=14))
def test_a_stem_is_the_start_of_its_word(word: str) -> None:
    assert word.startswith(stem(word))
    assert len(stem(word)) >= min(4, len(word.removesuffix("'s")))


@settings(deadline=None)
@given(NAMES, NAMES, st.sampled_from(["person", "organization", "place", "group", "work", "other", "odd"]))
def test_a_name_is_itself_and_the_order_of_two_does_not_count(a: str, b: str, kind: str) -> None:
    one, other = same_name(a, b, kind), same_name(b, a, kind)
    assert (one.same, one.score) == (other.same, other.score)
    assert 0.0 <= one.score <= 1.0


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=60))
def test_the_language_of_any_text_is_a_code_or_unknown(text: str) -> None:
    found = detect(text)
    assert found is None or (2 <= len(found) <= 3 and found.isascii() and found.islower())
    assert found == detect(text)
