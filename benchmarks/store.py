"""How fast the store keeps and finds, on articles made up here.

`python benchmarks/store.py FOLDER [--articles 100000]`; FOLDER keeps the desk, so that a second run only reads it.

Words follow Zipf's law over an invented vocabulary, so that the commonest stand in nearly every article, as they do in
news. Printed are articles kept a second (batches of 100, each one transaction), bytes an article, milliseconds of
searches (median, 99th percentile, worst), and how long a reader waits beside a process that writes.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import time
from collections.abc import Callable, Iterator
from itertools import accumulate, islice
from multiprocessing.synchronize import Event
from pathlib import Path

from rashomon.records.article import Article, Block
from rashomon.records.desk import Filter
from rashomon.records.packed import pack_marks, unpack_marks
from rashomon.steps.annotate import annotate
from rashomon.store import Store

NOW = "2026-11-22T09:00:00Z"
BATCH = 100
WORDS = 60_000


def vocabulary() -> list[str]:
    """Invented words, the commonest first; short ones are common."""
    dice = random.Random(1)
    starts, middles = "b d f g k l m n p r s t v st br tr pl kr".split(), "a e i o u ai ea ou".split()
    seen: dict[str, None] = {}
    while len(seen) < WORDS:
        parts = 1 + min(4, len(seen) // 60 and 1 + len(seen) // 9000)
        seen["".join(dice.choice(starts) + dice.choice(middles) for _ in range(parts)) + dice.choice("nrtsk")] = None
    return list(seen)


def articles(count: int, seed: int = 7, first: int = 0) -> Iterator[Article]:
    """Articles of 100 to 1,100 words, spread over a year, 40 outlets."""
    words = vocabulary()
    weights = list(accumulate(1 / (n + 2.7) for n in range(len(words))))
    dice = random.Random(seed)
    for n in range(first, first + count):
        length = dice.randint(100, 1100)
        drawn = dice.choices(words, cum_weights=weights, k=length + 8)
        paragraphs = [" ".join(drawn[:8]).capitalize()]
        paragraphs += [" ".join(drawn[k : k + 50]).capitalize() + "." for k in range(8, len(drawn), 50)]
        blocks, at = [], 0
        for k, paragraph in enumerate(paragraphs):
            blocks.append(Block(at, at + len(paragraph), "body" if k else "title", "text"))
            at += len(paragraph) + 1
        day = f"2026-{1 + n * 12 // max(count, first + count):02d}-{1 + dice.randrange(28):02d}"
        yield Article(
            id="",
            path=f"{n}.txt",
            text="\n".join(paragraphs),
            blocks=tuple(blocks),
            url=f"https://outlet{n % 40}.example/{seed}/{n}",
            outlet=f"Outlet {n % 40}",
            title=paragraphs[0],
            published=day,
            language="en",
        )


def fill(path: Path, count: int) -> None:
    with Store.create(path) as store:
        source = articles(count)
        waited = used = 0.0
        while batch := list(islice(source, BATCH)):
            tick, cpu = time.perf_counter(), time.process_time()
            with store.transaction():
                for article in batch:
                    row, _ = store.put_article(article, added=NOW)
                    store.assign(row.id, f"s{row.number // 5}", "made up", NOW)
            waited += time.perf_counter() - tick
            used += time.process_time() - cpu
    print(f"kept {count} articles with their stories, {BATCH} a transaction: {count / waited:.0f} a second of time, ")
    print(f"{count / used:.0f} a second of CPU")
    print(f"size {path.stat().st_size / count:.0f} bytes an article, {path.stat().st_size / 2**20:.0f} MiB")


def spread(label: str, job: Callable[[int], object], times: int) -> None:
    taken, used = [], []
    for n in range(times):
        tick, cpu = time.perf_counter(), time.process_time()
        job(n)
        taken.append((time.perf_counter() - tick) * 1000)
        used.append((time.process_time() - cpu) * 1000)
    print(f"{label}: {figures(taken)}; CPU {figures(used)} ({times} times)")


def figures(taken: list[float]) -> str:
    taken = sorted(taken)
    return f"median {taken[len(taken) // 2]:.1f} ms, p99 {taken[int(len(taken) * 0.99)]:.1f}"


def searches(path: Path, times: int) -> None:
    words = vocabulary()
    dice = random.Random(3)
    with Store.open(path, read_only=True) as store:
        rare = [words[dice.randrange(20_000, 60_000)] for _ in range(times)]
        middle = [words[dice.randrange(500, 3_000)] for _ in range(times)]
        common = [words[dice.randrange(0, 20)] for _ in range(times)]
        hits = len(store.search(rare[0], limit=1000).items), len(store.search(middle[0], limit=1000).items)
        print(f"a rare word is in {hits[0]} articles, a middling one in {hits[1]} (1000 = or more)")
        spread("search, rare word", lambda n: store.search(rare[n]), times)
        spread("search, middling word", lambda n: store.search(middle[n]), times)
        spread("search, common word", lambda n: store.search(common[n]), times)
        spread("search, two common words", lambda n: store.search(f"{common[n]} {common[-n]}"), times)
        spread("search, common or common", lambda n: store.search(f"{common[n]} OR {common[-n]}"), times)
        spread("search, common not middling", lambda n: store.search(f"{common[n]} NOT {middle[n]}"), times)
        spread("search, phrase of common words", lambda n: store.search(f'"{words[n % 9]} {words[n % 7]}"'), times)
        spread("search, prefix of three", lambda n: store.search(f"{middle[n][:3]}*"), times)
        spread("search, prefix of four", lambda n: store.search(f"{middle[n][:4]}*"), times)
        spread("search, prefix of five", lambda n: store.search(f"{middle[n][:5]}*"), times)
        month = Filter(since="2026-03-01", until="2026-03-31")
        spread("search, common word, one month", lambda n: store.search(common[n], month), times)
        spread("search, common word, one outlet", lambda n: store.search(common[n], Filter(outlet="Outlet 3")), times)
        spread("search, common word, no such outlet", lambda n: store.search(common[n], Filter(outlet="-")), times)
        spread("search, common word, one story", lambda n: store.search(common[n], Filter(story=f"s{n}")), times)
        cursor = None
        tick, pages = time.perf_counter(), 0
        while pages < 60:
            page = store.search(common[0], cursor=cursor)
            cursor, pages = page.next, pages + 1
            if cursor is None:
                break
        print(f"search, {pages} pages one after the other: {(time.perf_counter() - tick) * 1000 / pages:.1f} ms each")
        spread("list of stories", lambda n: store.stories(), times)
        spread("list of stories of one outlet", lambda n: store.stories(Filter(outlet="Outlet 3")), times)
        ids = store.article_ids(limit=1000).items
        spread("one article", lambda n: store.article(ids[n % len(ids)]), times)
        spread("members of a story", lambda n: store.members(f"s{n + 1}"), times)


def write_on(path: str, stop: Event, written: object) -> None:
    """A process of its own that writes all the time, 20 articles a transaction."""
    source = articles(1_000_000, seed=int(time.time()), first=0)
    with Store.open(path) as store:
        while not stop.is_set():
            with store.transaction():
                for _ in range(20):
                    row, _ = store.put_article(next(source), added=NOW)
                    store.assign(row.id, f"w{row.number // 5}", "made up", NOW)
                    written.value += 1  # type: ignore[attr-defined]


def beside(path: Path, seconds: float) -> None:
    """A reader alone, then beside a live writer: what the machine's other work costs is in both."""
    read(path, seconds / 2, "reader alone")
    context = multiprocessing.get_context("spawn")
    stop, written = context.Event(), context.Value("i", 0)
    writer = context.Process(target=write_on, args=(str(path), stop, written))
    writer.start()
    while not written.value:
        time.sleep(0.05)
    before, begun = written.value, time.perf_counter()
    read(path, seconds, "reader beside a writer")
    rate = (written.value - before) / (time.perf_counter() - begun)
    stop.set()
    writer.join()
    print(f"meanwhile the writer kept {rate:.0f} articles a second (20 a transaction)")


def read(path: Path, seconds: float, label: str) -> None:
    """Read all the time, and print how long each kind of reading took."""
    words = vocabulary()
    dice = random.Random(5)
    with Store.open(path, read_only=True) as store:
        ids = store.article_ids(limit=1000).items

        def turn(n: int) -> None:
            store.search(words[dice.randrange(5_000, 60_000)])

        begun, used = time.perf_counter(), list[float]()
        jobs: dict[str, Callable[[int], object]] = {
            "search": turn,
            "stories": lambda n: store.stories(),
            "article": lambda n: store.article(ids[n % len(ids)]),
            "members": lambda n: store.members(f"s{n % 500 + 1}"),
        }
        taken: dict[str, list[float]] = {name: [] for name in jobs}
        n = 0
        while time.perf_counter() - begun < seconds:
            for name, job in jobs.items():
                tick, cpu = time.perf_counter(), time.process_time()
                job(n)
                taken[name].append((time.perf_counter() - tick) * 1000)
                used.append((time.process_time() - cpu) * 1000)
            n += 1
    every = sorted(t for times in taken.values() for t in times)
    taken["all"] = every
    for name, times in taken.items():
        times.sort()
        print(f"{label}, {name}: {figures(times)}, worst {times[-1]:.1f} ({len(times)} reads)")
    print(f"{label}: CPU {figures(used)}")


def marks() -> None:
    """Bytes and speed of packed marks, on the bundled example."""
    folder = Path(__file__).parents[1] / "examples" / "ferry"
    from rashomon.steps.clean import clean
    from rashomon.steps.read import read_path

    found = [annotate(clean(page)) for file in sorted(folder.glob("*")) for page in read_path(str(file))[0]]
    packed = [pack_marks(one) for one in found]
    letters = sum(len(one.words.text) for one in found)
    print(f"marks: {sum(map(len, packed)) / letters:.2f} bytes a character of text ({len(found)} reports)")
    spread("pack the marks of a report", lambda n: pack_marks(found[n % len(found)]), 300)
    spread(
        "unpack the marks of a report",
        lambda n: unpack_marks(packed[n % len(found)], found[n % len(found)].words.article),
        300,
    )
    assert all(unpack_marks(data, one.words.article) == one for data, one in zip(packed, found, strict=True))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--times", type=int, default=100)
    options.add_argument("--seconds", type=float, default=20)
    chosen = options.parse_args()
    path = chosen.folder / f"store{chosen.articles}.db"
    chosen.folder.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        fill(path, chosen.articles)
    searches(path, chosen.times)
    beside(path, chosen.seconds)
    marks()


if __name__ == "__main__":
    main()
