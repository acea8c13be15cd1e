from __future__ import annotations

import pytest

from rashomon.follow.fetch import Answer, Failed, Fetched, Unchanged
from rashomon.follow.robots import Robots

URL = "https://post.example/a"
FILE = "https://post.example/robots.txt"


def robots(answer: Answer, clock: list[float] | None = None, asked: list[str] | None = None) -> Robots:
    def get(url: str) -> Answer:
        if asked is not None:
            asked.append(url)
        return answer

    return Robots(get, "Rashomon/1", lambda: clock[0] if clock else 0.0)


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (Fetched(FILE, FILE, b"User-agent: *\nDisallow: /a", "text/plain"), "no"),
        (Fetched(FILE, FILE, b"User-agent: rashomon\nDisallow: /", "text/plain"), "no"),
        (Fetched(FILE, FILE, b"User-agent: other\nDisallow: /", "text/plain"), "yes"),
        (Fetched(FILE, FILE, b"\xff\x00 not a robots file", "text/plain"), "yes"),
        (Fetched(FILE, FILE, b"", "text/plain"), "yes"),
        (Failed(FILE, "gone", "404", status=404), "yes"),
        (Failed(FILE, "denied", "403", status=403), "yes"),
        (Failed(FILE, "later", "429", status=429), "unknown"),
        (Failed(FILE, "later", "503", status=503), "unknown"),
        (Failed(FILE, "later", "silent"), "unknown"),
        (Failed(FILE, "refused", "private"), "yes"),
        (Unchanged(FILE), "unknown"),
    ],
)
def test_what_an_answer_for_robots_txt_means(answer: Answer, verdict: str) -> None:
    assert robots(answer).verdict(URL) == verdict


def test_why_the_rules_cannot_be_had() -> None:
    rules = robots(Failed(FILE, "later", "post.example: silent for 15 seconds"))
    assert rules.trouble(URL) == "no answer"
    rules.verdict(URL)
    assert rules.trouble(URL) == "post.example: silent for 15 seconds"


def test_the_file_is_asked_for_once_a_day_and_sooner_when_it_could_not_be_had() -> None:
    clock, asked = [0.0], list[str]()
    rules = robots(Failed(FILE, "later", "503", status=503), clock, asked)
    rules.verdict(URL)
    rules.verdict(URL)
    clock[0] = 601.0
    rules.verdict(URL)
    assert asked == [FILE, FILE]
    asked.clear()
    rules = robots(Fetched(FILE, FILE, b"User-agent: *\nCrawl-delay: 4", "text/plain"), clock, asked)
    assert (rules.delay(URL), rules.delay("https://post.example/b")) == (4.0, 4.0)
    clock[0] += 86_401.0
    rules.verdict(URL)
    assert asked == [FILE, FILE]


def test_each_site_has_its_own_file() -> None:
    asked: list[str] = []
    rules = robots(Failed(FILE, "gone", "404", status=404), None, asked)
    for url in ("https://a.example/x", "http://a.example/x", "https://a.example:8443/x"):
        rules.verdict(url)
    assert asked == [
        "https://a.example/robots.txt",
        "http://a.example/robots.txt",
        "https://a.example:8443/robots.txt",
    ]
