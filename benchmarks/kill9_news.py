"""News that a local server tells, as of a step of time: feeds of six outlets with two new events in each step.

Which bytes an address gives depends on the step alone, so that a round of following that is killed and asked again sees
what it saw before. Reports are revised, with notice in the feed and without; one outlet closes its pages and carries
their text in its feed, one fails at first, and feeds name what robots.txt forbids and what is gone.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import random
import signal
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

EVENTS = 2
"""Events that are new in each step."""
OUTLETS = "Anchor,Beacon,Courier,Despatch,Echo,Flag".split(",")
NOTICED, SILENT, CLOSED, LATE = 2, 3, 4, 5
"""Outlets: revises with notice, revises without, is closed to us for every other event, fails at first."""
LISTED = 4
"""Steps that stand in a feed."""
HOURS = 5
"""Between two steps."""
EVERY = 250.0
"""Minutes between two looks at a feed: less than a step, and so long that it is the pause without news too."""
KINDS = (
    ("Ferry {thing} aground near {place}", "The ferry {thing} ran aground near {place} on {day} because of {cause}."),
    ("Fire in the {thing} mill of {place}", "A fire broke out in the {thing} mill of {place} on {day} after {cause}."),
    (
        "Thieves empty {thing} museum in {place}",
        "Thieves broke into the {thing} museum in {place} on {day} in {cause}.",
    ),
    ("{thing} bridge closed in {place}", "The {thing} bridge in {place} was closed on {day} because of {cause}."),
)
THINGS = "Alba Birch Corona Dunlin Elver Fulmar Gannet Heron Isolde Juno Kestrel Lapwing Merlin Nerine Orrin".split()
PLACES = "Marlow Calder Westhaven Pellbridge Sandmouth Torrey Ulvik Varne Wexley Yarrow Zennor Quill Rushby".split()
CAUSES = ["thick fog", "a power cut", "strong wind", "a faulty switch", "heavy rain", "a broken rail"]
PEOPLE = "Ida Brandt,Jon Vale,Mara Quist,Piet Olsen,Ruth Adler,Sven Holm".split(",")


def moment(step: int) -> datetime:
    """When a desk asks at this step."""
    return datetime(2026, 3, 1, 6, tzinfo=UTC) + timedelta(hours=HOURS * step)


def version(outlet: int, age: int) -> int:
    """Which version of its report an outlet shows, `age` steps after the event."""
    return {0: int(age >= 2), NOTICED: int(age >= 1), SILENT: int(age >= 1)}.get(outlet, 0)


def told(event: int, outlet: int, shown: int) -> tuple[str, list[str]]:
    """The title and the paragraphs of a report."""
    dice = random.Random(event)
    title, lead = KINDS[event % len(KINDS)]
    day = moment(event // EVENTS)
    words = {
        "thing": dice.choice(THINGS),
        "place": dice.choice(PLACES),
        "cause": dice.choice(CAUSES),
        "day": f"{day:%A}",
    }
    hurt = dice.randint(20, 400) + (3 if outlet == 1 else 0) + shown
    says = f"“Everybody is safe,” said mayor {dice.choice(PEOPLE)}." if outlet % 2 else "Nobody was badly hurt."
    paragraphs = [f"{lead} About {hurt} people had to leave. {says}", f"Work on the damage begins in {2 + shown} days."]
    return title.format(**words), [p.format(**words) for p in paragraphs]


class News:
    """A server in a process of its own, and what it shares with those that ask: the step, and what a writer does."""

    DOING = ("opening", "comparing reports", "asking sources", "fetching reports", "keeping reports", "between rounds")

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, 5)  # shared with every process that is forked later, and outlives them

    @property
    def step(self) -> int:
        """What time it is."""
        return int.from_bytes(self._shared[:4], "big")

    @step.setter
    def step(self, step: int) -> None:
        self._shared[:4] = step.to_bytes(4, "big")

    @property
    def doing(self) -> str:
        """What the writer does, of `DOING`."""
        return self.DOING[self._shared[4]]

    @doing.setter
    def doing(self, what: str) -> None:
        self._shared[4] = self.DOING.index(what)

    def now(self) -> str:
        """The time of the step, for desks."""
        return f"{moment(self.step):%Y-%m-%dT%H:%M:%SZ}"

    @contextmanager
    def open(self) -> Iterator[str]:
        """Serve on 127.0.0.1; gives the host with its port."""
        news = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                with contextlib.suppress(ConnectionError):  # who asked was killed
                    self.tell(*news.answer(self.path, f"http://{self.headers['Host']}"))

            def tell(self, status: int, kind: str, body: bytes) -> None:
                tag = f'"{zlib.crc32(body):x}"'
                if status == 200 and self.headers.get("If-None-Match") == tag:
                    status, body = 304, b""
                self.send_response(status)
                self.send_header("ETag", tag)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: Any) -> None:
                """Who asked was killed."""

        server = Server(("127.0.0.1", 0), Handler)
        child = os.fork()
        if not child:
            try:
                server.serve_forever()
            finally:
                os._exit(1)
        server.socket.close()
        try:
            yield f"127.0.0.1:{server.server_address[1]}"
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)

    def answer(self, path: str, root: str) -> tuple[int, str, bytes]:
        """Status, media type and body of an address at this step."""
        match path.strip("/").split("/"):
            case ["robots.txt"]:
                return 200, "text/plain", b"User-agent: *\nDisallow: /private/\n"
            case ["feed", outlet]:
                return 200, "application/rss+xml", self._feed(int(outlet), root)
            case ["report", outlet, event]:
                return self._report(int(outlet), int(event))
        return 404, "text/plain", b"no"

    def _report(self, outlet: int, event: int) -> tuple[int, str, bytes]:
        age = self.step - event // EVENTS
        if outlet == CLOSED and event % 2:
            return 402, "text/html", b"pay"
        if outlet == LATE and age < 1:
            return 503, "text/html", b"later"
        title, paragraphs = told(event, outlet, version(outlet, age))
        text = "".join(f"<p>{p}</p>" for p in paragraphs)
        head = f"<title>{title}</title><meta property='og:site_name' content='The {OUTLETS[outlet]}'>"
        page = f"<!doctype html><html><head>{head}</head><body><article><h1>{title}</h1>{text}</article></body></html>"
        return 200, "text/html; charset=utf-8", page.encode()

    def _feed(self, outlet: int, root: str) -> bytes:
        items = []
        for event in range(max(0, self.step - LISTED + 1) * EVENTS, (self.step + 1) * EVENTS):
            first, age = event // EVENTS, self.step - event // EVENTS
            shown = version(outlet, age)
            title, paragraphs = told(event, outlet, shown)
            when = f"<pubDate>{format_datetime(moment(first) - timedelta(hours=1))}</pubDate>"
            if shown and outlet != SILENT:
                changed = moment(first + (1 if outlet == NOTICED else 2)) - timedelta(minutes=30)
                when += f"<a:updated>{changed:%Y-%m-%dT%H:%M:%SZ}</a:updated>"
            if outlet == CLOSED and event % 2:
                when += f"<description>{escape(''.join(f'<p>{p}</p>' for p in paragraphs))}</description>"
            items.append(f"<item><title>{title}</title><link>{root}/report/{outlet}/{event}</link>{when}</item>")
        if outlet == 0:
            links = f"{root}/private/{self.step}", f"{root}/gone/{self.step}"
            items += [f"<item><title>Not for us</title><link>{link}</link></item>" for link in links]
        head = f"<rss version='2.0' xmlns:a='http://www.w3.org/2005/Atom'><channel><title>The {OUTLETS[outlet]}</title>"
        return f"{head}{''.join(items)}</channel></rss>".encode()
