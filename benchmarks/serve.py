"""How long a reader of a served desk waits beside a process that writes.

`python benchmarks/serve.py FOLDER [--articles 20000] [--seconds 20]`; FOLDER keeps the desk for a second run. The desk
is filled with short made-up articles (benchmarks/store.py) in stories of five; then `rashomon desk serve` runs in a
process of its own, another process goes on storing batches of twenty, and one reader asks for pages and searches in
turn. Printed are milliseconds for each kind of request: median, 99th percentile, worst.
"""

from __future__ import annotations

import argparse
import http.client
import multiprocessing
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from multiprocessing.synchronize import Event
from pathlib import Path

from rashomon.desk import Desk
from rashomon.records.article import Article

sys.path.insert(0, str(Path(__file__).parent))
from store import NOW, articles, vocabulary  # type: ignore[import-not-found]

BATCH = 20
WORDS = 120
"""Words of an article: short ones."""


def short(count: int, seed: int, first: int = 0) -> Iterator[Article]:
    """Made-up articles, the headline and the first paragraphs of each."""
    for article in articles(count, seed, first):
        blocks = [b for b in article.blocks if b.end <= 6 * WORDS] or list(article.blocks[:1])
        yield Article(
            id="",
            path=article.path,
            text=article.text[: blocks[-1].end],
            blocks=tuple(blocks),
            url=article.url,
            outlet=article.outlet,
            title=article.title,
            published=article.published,
            language="en",
        )


def put(desk: Desk, batch: list[Article]) -> None:
    with desk.store.transaction():
        for article in batch:
            row, _ = desk.store.put_article(article, added=NOW)
            story = desk.store.assign(row.id, f"s{row.number // 5}", "made up", NOW)
            if row.number % 5 == 4:  # as if it had been compared
                desk.store.put_dossier(story, "none", b"{}", title=article.title, origins=5, disagreements=1)


def write(folder: str, stop: Event, done: multiprocessing.Queue[int]) -> None:
    source, kept = short(10**6, 99, 10**6), 0
    with Desk.open(folder) as desk:
        while not stop.is_set():
            put(desk, list(islice(source, BATCH)))
            kept += BATCH
    done.put(kept)


def ask(connection: http.client.HTTPConnection, path: str) -> tuple[float, int]:
    tick = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    size = len(answer.read())
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status}")
    return (time.perf_counter() - tick) * 1000, size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=20)
    args = parser.parse_args()
    if not (args.folder / "desk.db").exists():
        with Desk.init(args.folder) as desk:
            source = short(args.articles, 7)
            while batch := list(islice(source, 200)):
                put(desk, batch)
    command = [sys.executable, "-m", "rashomon.cli.main", "desk", "serve", "--desk", str(args.folder), "--port", "0"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    said = re.search(r"127\.0\.0\.1:(\d+)", server.stderr.readline())
    assert said
    words, dice = vocabulary(), random.Random(3)
    kinds = {
        "stories": lambda: f"/stories?day=2026-{dice.randint(2, 12):02d}-{dice.randint(1, 28):02d}",
        "stories (api)": lambda: "/api/stories",
        "search, rare": lambda: f"/search?q={dice.choice(words[2000:9000])}",
        "search, two words": lambda: f"/search?q={dice.choice(words[50:500])}+{dice.choice(words[50:500])}",
        "search, common": lambda: f"/search?q={dice.choice(words[:20])}",
        "search (api)": lambda: f"/api/search?q={dice.choice(words[500:5000])}",
    }
    context = multiprocessing.get_context("spawn")
    try:
        for writing in (False, True):
            stop, done = context.Event(), context.Queue()
            writer = context.Process(target=write, args=(str(args.folder), stop, done))
            if writing:
                writer.start()
            connection = http.client.HTTPConnection("127.0.0.1", int(said.group(1)), timeout=60)
            for kind in kinds.values():
                ask(connection, kind())
            took: dict[str, list[float]] = {name: [] for name in kinds}
            end = time.perf_counter() + args.seconds
            while time.perf_counter() < end:
                for name, kind in kinds.items():
                    took[name].append(ask(connection, kind())[0])
            connection.close()
            stop.set()
            kept = f", {done.get(timeout=60) / args.seconds:.0f} articles/s written meanwhile" if writing else ""
            if writing:
                writer.join()
            print(f"{'beside a writer' if writing else 'alone'}{kept}; ms: median, p99, worst")
            for name, found in [*took.items(), ("all", [v for values in took.values() for v in values])]:
                values = sorted(found)
                p99 = values[min(len(values) - 1, int(len(values) * 0.99))]
                print(f"  {name:<18} {values[len(values) // 2]:7.1f} {p99:7.1f} {values[-1]:7.1f}  ({len(values)})")
    finally:
        server.terminate()
        server.wait(30)


if __name__ == "__main__":
    main()
