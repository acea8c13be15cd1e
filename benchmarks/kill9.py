"""Kills a process that writes a desk, at random moments, and looks at what is left: `python benchmarks/kill9.py`.

Each round a writer keeps batches (reports, revisions, marks of grouping, stories, merges, changes, one transaction
each) and reports each one only when it is kept. It is killed with SIGKILL somewhere: while it opens, between batches,
in the middle of one, in the write-ahead log's checkpoint. Then must hold: every batch that was reported is there; at
most one more is; each is whole in every table; nothing is there twice; SQLite finds its file sound; the index of words
is that of the reports. The next round begins some batches back, so that much of it comes a second time.

`--desk` kills `Desk.add` instead, a whole desk that reads, marks, groups and compares: in the end it must hold what a
desk holds that nobody killed, story by story, dossier by dossier, and its log must tell the same lines for the same
reasons, though reports come in one transaction and their stories are compared in later ones.

`--follow` kills `Desk.follow` on sources of a local server (`kill9_follow`), `--points` after each of its transactions
(`kill9_points`; two rounds of following, whatever `--rounds` says).
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from pathlib import Path

from killing import differences, one_round
from rashomon.desk import Desk
from rashomon.records.article import Article, Block
from rashomon.records.desk import Change, Seen
from rashomon.store import Store

SIZE = 8
"""Reports of a batch."""
BACK = 3
"""Batches that a writer begins before the end of what is there."""
WORDS = ["".join(random.Random(n).choices("abdeiklmnorstu", k=2 + n % 8)) for n in range(5000)]
AT = "2026-11-22T09:00:00Z"
STEPS = 5
"""Steps that a desk may take before it is killed, at most: `BACK` of them are there already and cost little."""
LEAST = 0.1
"""Steps a kill that must have been reported, all rounds together; with fewer hardly anything was in danger."""
TOLD = 5
SHIPS = "Alba Birch Corona Dunlin Elver Fulmar Gannet Heron Isolde Juno Kestrel Lapwing".split()
TOWNS = "Marlow Calder Westhaven Orrin Pellbridge Sandmouth Torrey Ulvik Varne Wexley".split()
CAUSES = ["fog", "a broken rudder", "strong wind", "a faulty chart", "low water", "an engine fire"]
NAMES = "Ida Brandt,Jon Vale,Mara Quist,Piet Olsen,Ruth Adler,Sven Holm".split(",")


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
    with Store.open(path) if path.exists() and path.stat().st_size else Store.create(path) as store:
        batch = max(0, store.count_articles() // SIZE - BACK)
        while True:
            keep(store, batch)
            batch += 1
            os.write(answer, batch.to_bytes(4, "big"))


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
        reported = max(reported, one_round(lambda answer: write_on(path, answer), wait))
        found = wrong(path, reported, deep=n == count - 1)
        problems += [f"round {n + 1}: {problem}" for problem in found]
        if path.exists() and path.stat().st_size:
            with Store.open(path, read_only=True) as store:
                reported = max(reported, store.count_articles() // SIZE)
    return reported, problems


def told(n: int) -> dict[str, str]:
    """Report `n` for a desk: five outlets tell of each event; every seventh report is mended later."""
    event, outlet = divmod(n % 10_000, 5)
    dice = random.Random(event)
    ship, town, cause = (dice.choice(words) for words in (SHIPS, TOWNS, CAUSES))
    people = dice.randint(20, 400) + (3 if outlet == 4 else 0) + (1 if n >= 10_000 else 0)
    says = f"“Everybody is safe,” said harbour master {dice.choice(NAMES)}." if outlet % 2 else "Nobody was hurt."
    text = (
        f"{ship} aground near {town}\n\nThe ferry {ship} ran aground near {town} on Tuesday because of {cause}. "
        f"About {people} people were on board. {says}\n"
    )
    return {
        "text": text,
        "url": f"https://outlet{outlet}.example/{event}",
        "outlet": f"Outlet {outlet}",
        "date": f"2026-{1 + event // 28 % 12:02d}-{1 + event % 28:02d}",
    }


def told_in(step: int) -> list[dict[str, str]]:
    """The reports of a step: some new ones and now and then another version of an old one."""
    first = step * TOLD
    return [told(n) for n in range(first, first + TOLD)] + ([told(10_000 + first - 7)] if step % 3 == 2 else [])


def add_on(folder: Path, answer: int) -> None:
    """The life of a desk: add report after report, and say so after each step."""
    with Desk.open(folder, now=lambda: AT) as desk:
        step = max(0, desk.store.count_articles() // (TOLD + 1) - BACK)
        while True:
            desk.add(told_in(step))
            step += 1
            os.write(answer, step.to_bytes(4, "big"))


def desk_rounds(folder: Path, count: int, seed: int, longest: float | None = None) -> tuple[int, list[str]]:
    """Kill `Desk.add` `count` times, finish the work, and compare with a desk that was never killed.

    `longest`: seconds a writer may live; else what `STEPS` steps take here and now: a busy machine tests as much.
    """
    dice = random.Random(seed)
    reported, problems = 0, list[str]()
    with Desk.init(folder / "warm", now=lambda: AT) as desk:
        desk.add(told_in(0))  # word lists are read here, not again by each of those that are killed
        begun = time.perf_counter()
        desk.add(told_in(1))
        longest = longest or STEPS * (time.perf_counter() - begun)
    Desk.init(folder, now=lambda: AT).close()
    for n in range(count):
        reported = max(reported, one_round(lambda answer: add_on(folder, answer), dice.random() * longest))
        with Desk.open(folder, now=lambda: AT) as desk:
            problems += [f"round {n + 1}: {problem}" for problem in desk.store.check(deep=n == count - 1)]
            texts = {(article.url, article.text) for _, article in desk.store.last_articles(100_000)}
            wanted = [(report["url"], report["text"]) for step in range(reported) for report in told_in(step)]
            missing = sum(report not in texts for report in wanted)
            if missing:
                problems.append(f"round {n + 1}: {missing} reports are lost of {reported} steps")
            if len(texts) != desk.store.count_articles():
                problems.append(f"round {n + 1}: a report is there twice")
    with Desk.open(folder, now=lambda: AT) as desk, Desk.init(folder / "whole", now=lambda: AT) as whole:
        for step in range(max(reported + 1, STEPS)):  # so many that something changes
            desk.add(told_in(step))
            whole.add(told_in(step))
        problems += differences(desk, whole) + ([] if whole.changes(limit=1).items else ["the log is empty"])
    return reported, problems


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    kinds = options.add_mutually_exclusive_group()
    kinds.add_argument("--desk", action="store_true")
    kinds.add_argument("--follow", action="store_true")
    kinds.add_argument("--points", action="store_true")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        if chosen.points:
            from kill9_points import every_point

            found = [every_point(Path(folder) / str(step), step) for step in (0, 2)]
            chosen.rounds, problems = sum(count for count, _ in found), [p for _, some in found for p in some]
            batches = len(found)
        elif chosen.follow:
            from kill9_follow import follow_rounds  # needs the extra rashomon[follow]

            batches, problems = follow_rounds(Path(folder) / "desk", chosen.rounds, chosen.seed)
        elif chosen.desk:
            batches, problems = desk_rounds(Path(folder) / "desk", chosen.rounds, chosen.seed)
        else:
            batches, problems = rounds(Path(folder) / "desk.db", chosen.rounds, chosen.seed)
        if (chosen.desk or chosen.follow) and batches < LEAST * chosen.rounds:
            problems.append(f"only {batches} steps in {chosen.rounds} rounds: the writers were killed too early")
        print(f"{chosen.rounds} times killed in {time.perf_counter() - begun:.0f} s; {batches} batches were reported")
    for problem in problems:
        print(problem)
    print("nothing lost, nothing twice, every check ok" if not problems else f"{len(problems)} things are wrong")
    raise SystemExit(bool(problems))


if __name__ == "__main__":
    main()
