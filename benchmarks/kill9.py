"""Kills a process that writes a desk, at random moments, and looks at what is left: `python benchmarks/kill9.py`.

Each round a writer keeps batches (reports, revisions, marks of grouping, stories, merges, changes, one transaction
each) and reports each one only when it is kept. It is killed with SIGKILL somewhere: while it opens, between batches,
in the middle of one, in the write-ahead log's checkpoint. Then must hold: every batch that was reported is there; at
most one more is; each is whole in every table; nothing is there twice; SQLite finds its file sound; the index of words
is that of the reports. The next round begins some batches back, so that much of it comes a second time.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import tempfile
import time
from pathlib import Path

from rashomon.records.article import Article, Block
from rashomon.records.desk import Change, Seen
from rashomon.store import Store

SIZE = 8
"""Reports of a batch."""
BACK = 3
"""Batches that a writer begins before the end of what is there."""
WORDS = ["".join(random.Random(n).choices("abdeiklmnorstu", k=2 + n % 8)) for n in range(5000)]
AT = "2026-11-22T09:00:00Z"


def report(batch: int, n: int) -> Article:
    """Report `n` of a batch; every fourth is another version of one before."""
    dice = random.Random(batch * SIZE + n)
    words = " ".join(dice.choices(WORDS, k=dice.randint(20, 900)))
    title, body = f"Report {batch} {n}", f"{words}."
    blocks = (Block(0, len(title), "title"), Block(len(title) + 1, len(title) + 1 + len(body), "body"))
    url = f"https://post.example/{batch}/{n - n % 4 if n % 4 == 3 else n}"
    return Article("", f"{batch}-{n}.txt", f"{title}\n{body}", blocks, url, "Post", title, published="2026-11-22")


def keep(store: Store, batch: int) -> None:
    """Keep one batch, in every table; a batch that is there already changes nothing."""
    with store.transaction():
        came = 0
        for n in range(SIZE):
            row, arrival = store.put_article(report(batch, n), added=AT)
            if arrival == "known":
                continue
            came += 1
            store.assign(row.id, f"s{batch}-{n % 3}", "made up", AT)
            store.put_seen(Seen(str(row.url), AT, article=row.id))
        if came:
            store.merge_story(f"s{batch}-2", f"s{batch}-0", "made up", AT)
            store.put_dossier(f"s{batch}-0", str(batch), os.urandom(20_000))
            store.add_changes([Change(AT, f"s{batch}-0", "added", "figures", str(batch))])
            store.save_group_state({"stream": str(batch + 1).encode() + bytes(random.Random(batch).randbytes(50_000))})


def write_on(path: Path, answer: int) -> None:
    """The life of a writer: keep batch after batch, and say so after each."""
    with Store.open(path) if path.exists() else Store.create(path) as store:
        batch = max(0, store.count_articles() // SIZE - BACK)
        while True:
            keep(store, batch)
            batch += 1
            os.write(answer, batch.to_bytes(4, "big"))


def one_round(path: Path, wait: float) -> int:
    """Start a writer, kill it `wait` seconds later; how many batches it reported as kept, all rounds together."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(read)
            write_on(path, write)
        finally:
            os._exit(1)
    os.close(write)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(read, "rb") as answers:
        data = answers.read()
    return int.from_bytes(data[-4:], "big") if data else 0


def wrong(path: Path, reported: int, deep: bool) -> list[str]:
    """What does not hold of the desk, in words."""
    if not path.exists() or not path.stat().st_size:
        return ["the desk is gone"] if reported else []
    with Store.open(path) as store:
        problems = list(store.check(deep))
        count = store.count_articles()
        batches = count // SIZE
        if count % SIZE:
            problems.append(f"{count} reports: part of a batch was kept")
        if not reported <= batches <= reported + 1:
            problems.append(f"{reported} batches were reported, {batches} are there")
        state = store.group_state().get("stream", b"0")
        if batches and int(state[: len(str(batches))]) != batches:
            problems.append("the memory of grouping is not that of the last batch")
        ids = [f"{batch}" for batch in range(batches)]
        lines: list[str] = []
        page = store.changes(limit=1000)
        while True:
            lines += [change.line for change in page.items]
            if page.next is None:
                break
            page = store.changes(cursor=page.next, limit=1000)
        if sorted(lines) != sorted(ids):
            problems.append(f"{len(lines)} changes for {batches} batches")
        for batch in range(max(0, batches - BACK), batches):
            members = [*store.members(f"s{batch}-0", versions=True), *store.members(f"s{batch}-1", versions=True)]
            texts = {article.text for _, article in store.articles(members)}
            if texts != {report(batch, n).text for n in range(SIZE)} or len(members) != SIZE:
                problems.append(f"batch {batch} is not what was written")
            if store.dossier(f"s{batch}-2") != store.dossier(f"s{batch}-0") or not store.dossier(f"s{batch}-0"):
                problems.append(f"the dossier of batch {batch} is gone")
    return problems


def rounds(path: Path, count: int, seed: int, longest: float = 0.5) -> tuple[int, list[str]]:
    """Kill `count` times; the batches that are there in the end, and everything that was wrong."""
    dice = random.Random(seed)
    reported, problems = 0, []
    for n in range(count):
        wait = dice.random() * (0.05 if n % 8 == 0 else longest)
        reported = max(reported, one_round(path, wait))
        found = wrong(path, reported, deep=n == count - 1)
        problems += [f"round {n + 1}: {problem}" for problem in found]
        if path.exists() and path.stat().st_size:
            with Store.open(path, read_only=True) as store:
                reported = max(reported, store.count_articles() // SIZE)
    return reported, problems


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        batches, problems = rounds(Path(folder) / "desk.db", chosen.rounds, chosen.seed)
        print(f"{chosen.rounds} times killed in {time.perf_counter() - begun:.0f} s; {batches} batches of {SIZE} kept")
    for problem in problems:
        print(problem)
    print("nothing lost, nothing twice, every check ok" if not problems else f"{len(problems)} things are wrong")
    raise SystemExit(bool(problems))


if __name__ == "__main__":
    main()
