"""Sources that several reports quote."""

from __future__ import annotations

from rashomon.records.article import Article, Block
from rashomon.records.findings import Actor, Form, Quote, Utterance
from rashomon.records.span import Cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.origins.quoting import LEAST, shared_sources

LONG = "we will bring every single passenger of the old ferry safely back to the harbour tonight"
SHORT = "we will bring them home"


def article(name: str, text: str = LONG) -> Article:
    return Article(name, f"{name}.txt", text, (Block(0, len(text), "body"),))


def quote(name: str, text: str = LONG, **more: object) -> Quote:
    return Quote(f"q-{name}", name, "direct", (Cite(name, 0, len(text)),), "lund", **more)  # type: ignore[arg-type]


LUND = Cast((Actor("lund", "Ida Lund", "person", (Form("Lund", (Cite("a", 0, 1),)),)),))


def utterance(*names: str, channel: str | None = None) -> Utterance:
    return Utterance("u1", "lund", tuple(f"q-{n}" for n in names), "same", channel=channel)


def test_a_long_quotation_of_two_reports_is_a_source() -> None:
    assert len(LONG.split()) >= LEAST
    ((source, passages),) = shared_sources(
        [article("a"), article("b")], [quote("a"), quote("b")], [utterance("a", "b")], LUND, {}
    )
    assert source == "Ida Lund's words"
    assert [[c.article for c in p.cites] for p in passages] == [["a", "b"]]
    assert passages[0].shared == 1.0


def test_a_post_is_named_by_its_channel() -> None:
    told = [utterance("a", "b", channel="Blue Square")]
    ((source, _),) = shared_sources([article("a"), article("b")], [quote("a"), quote("b")], told, LUND, {})
    assert source == "Ida Lund's post on Blue Square"


def test_short_quotations_prove_no_source() -> None:
    articles = [article("a", SHORT), article("b", SHORT)]
    quotes = [quote("a", SHORT), quote("b", SHORT)]
    assert shared_sources(articles, quotes, [utterance("a", "b")], LUND, {}) == []


def test_copies_of_one_text_are_no_two_quotations() -> None:
    quotes = [quote("a"), quote("b")]
    assert shared_sources([article("a"), article("b")], quotes, [utterance("a", "b")], LUND, {"b": "a"}) == []


def test_a_teaser_quotes_nothing() -> None:
    quotes = [quote("a"), quote("b", teaser=True)]
    assert shared_sources([article("a"), article("b")], quotes, [utterance("a", "b")], LUND, {}) == []


def test_a_quotation_of_one_report_is_no_shared_source() -> None:
    assert shared_sources([article("a")], [quote("a")], [utterance("a")], LUND, {}) == []
