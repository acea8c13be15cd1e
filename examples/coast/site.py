"""Three small news sites on this machine, for docs/tutorial.md: feeds, and pages to follow.

`python examples/coast/site.py` serves them at http://127.0.0.1:8899 until stopped. A look at /later makes it later:
the Pier Times corrects its report, Coast Radio brings one of its own. Names, places and events are invented.
"""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HOST, PORT = "127.0.0.1", 8899
OUTLETS = {"post": "Harbour Post", "times": "Pier Times", "radio": "Coast Radio"}
CRANE = {
    "post": (
        "Crane topples in Norhavn harbour",
        "2026-11-17T09:10:00Z",
        "A loading crane toppled onto the quay in Norhavn harbour on Tuesday morning, and 12 people were injured.",
        "“We must find out why the crane fell,” Harbour Minister Anna Vega said at the quay.",
        "Divers searched the basin for about three hours. Harbour master Lars Holm closed the port until Friday.",
        "The crane belongs to Norhavn Lifting, which had it inspected in March, the company said.",
    ),
    "times": (
        "Fourteen injured as harbour crane falls",
        "2026-11-17T11:30:00Z",
        "A loading crane fell onto the quay in Norhavn harbour on Tuesday. In the accident, 14 people were injured.",
        "“We should find out why the crane fell,” Harbour Minister Anna Vega told reporters at the quay.",
        "Harbour master Lars Holm closed the port until Saturday. Divers searched the harbour basin.",
        "A union of dockers said that the crane had not been inspected this year.",
    ),
    "radio": (
        "Norhavn: what is known of the fallen crane",
        "2026-11-18T06:00:00Z",
        "A day after a loading crane fell onto the quay in Norhavn harbour, 12 injured people are still in hospital.",
        "Harbour Minister Anna Vega promised an inquiry into why the crane fell.",
        "Harbour master Lars Holm said the port of Norhavn would stay closed until Friday.",
        "Norhavn Lifting rejected the claim of the union that the crane had not been inspected.",
    ),
}
MILL = (
    "Kesten paper mill finds a buyer",
    "2026-11-17T15:00:00Z",
    "The paper mill of Kesten will be sold to Brightwell and Sons for 40 million dollars, the owners announced.",
    "“Nobody will lose a job at the mill,” chief executive Piet Dorn said. The mill employs 300 people.",
    "Brightwell and Sons runs four other mills and wants to make cardboard in Kesten from next summer.",
)
later: list[str] = []
"""When somebody asked for it to be later."""


def reports(outlet: str) -> dict[str, tuple[str, ...]]:
    """The reports of an outlet by the name of their page."""
    found = {} if outlet == "radio" and not later else {"crane": CRANE[outlet]}
    if outlet == "times" and later:
        found["crane"] = tuple(
            part.replace("14 people", "16 people").replace("Fourteen", "Sixteen") for part in CRANE["times"]
        )
    return found | ({"mill": MILL} if outlet == "post" else {})


def feed(outlet: str) -> str:
    """The Atom feed of an outlet."""
    entries = []
    for name, (title, published, lead, *_) in reports(outlet).items():
        address = f"http://{HOST}:{PORT}/{outlet}/{name}.html"
        updated = later[0] if later and outlet == "times" else published
        entries.append(
            f"<entry><id>{address}</id><title>{escape(title)}</title><link href='{address}'/>"
            f"<published>{published}</published><updated>{updated}</updated><summary>{escape(lead)}</summary></entry>"
        )
    return (
        f"<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'>"
        f"<id>http://{HOST}:{PORT}/{outlet}/</id><title>{OUTLETS[outlet]}</title>"
        f"<updated>{later[0] if later else '2026-11-17T15:00:00Z'}</updated>{''.join(entries)}</feed>"
    )


def page(outlet: str, name: str) -> str:
    """A report as a page."""
    title, published, *paragraphs = reports(outlet)[name]
    text = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{escape(title)} | {OUTLETS[outlet]}</title>"
        f"<meta property='og:site_name' content='{OUTLETS[outlet]}'>"
        f"<meta property='og:title' content='{escape(title)}'>"
        f"<meta property='article:published_time' content='{published}'></head><body><nav><a href='/'>Home</a></nav>"
        f"<main><article><h1>{escape(title)}</h1>{text}</article></main><footer>{OUTLETS[outlet]}</footer></body></html>"
    )


class Site(BaseHTTPRequestHandler):
    """Answers for all three."""

    def do_GET(self) -> None:
        """A feed, a page, or the step to later."""
        parts = self.path.strip("/").split("/")
        kind, body = "text/html; charset=utf-8", None
        if self.path == "/later":
            later[:] = [datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")]
            body = "it is later now\n"
        elif len(parts) == 2 and parts[0] in OUTLETS and parts[1] == "feed.xml":
            kind, body = "application/atom+xml", feed(parts[0])
        elif len(parts) == 2 and parts[0] in OUTLETS and parts[1].removesuffix(".html") in reports(parts[0]):
            body = page(parts[0], parts[1].removesuffix(".html"))
        data = (body or "nothing here\n").encode()
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


if __name__ == "__main__":
    print(f"three sites at http://{HOST}:{PORT} – stop with Ctrl-C", flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        ThreadingHTTPServer((HOST, PORT), Site).serve_forever()
