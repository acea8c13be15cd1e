from __future__ import annotations

import json

from lxml.html import fromstring

from rashomon.steps.read.metadata import Metadata, metadata_of


def metadata(head: str, body: str = "<p>x</p>", lang: str = "") -> Metadata:
    return metadata_of(fromstring(f"<html {lang}><head>{head}</head><body>{body}</body></html>"))


def ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_nothing_stated_is_nothing_known():
    assert metadata("") == Metadata()


def test_an_article_object_wins_over_the_bare_page():
    found = metadata(
        ld({"@type": "WebPage", "headline": "wrong"})
        + ld([{"@type": ["Thing", "NewsArticle"], "headline": "Ferry sinks", "datePublished": "2031-05-04"}])
    )
    assert (found.title, found.published) == ("Ferry sinks", "2031-05-04")


def test_the_first_of_two_articles_wins():
    found = metadata(ld([{"@type": "NewsArticle", "headline": "One"}, {"@type": "NewsArticle", "headline": "Two"}]))
    assert found.title == "One"


def test_objects_of_other_kinds_say_nothing():
    assert metadata(ld({"@type": "Event", "headline": "Sea day", "datePublished": "2031-05-04"})) == Metadata()


def test_publisher_as_name_object_or_list():
    for publisher in ("Fjord News", {"name": "Fjord News"}, [{"name": "Fjord News"}, {"name": "Other"}]):
        assert metadata(ld({"@type": "NewsArticle", "publisher": publisher})).outlet == "Fjord News"


def test_site_name_when_there_is_no_publisher():
    assert metadata('<meta property="og:site_name" content="Fjord News">').outlet == "Fjord News"


def test_the_site_is_cut_from_the_title():
    site = '<meta property="og:site_name" content="Fjord News">'
    for sign in ("|", "-", "–", "—"):
        assert metadata(f"{site}<title>Ferry sinks {sign} Fjord News</title>").title == "Ferry sinks"
    assert metadata(f"{site}<title>Ferry sinks - again</title>").title == "Ferry sinks - again"


def test_the_only_main_heading_is_the_title():
    og = '<meta property="og:title" content="You will not believe it">'
    assert metadata(og, "<h1>Ferry sinks off Lorvik</h1>").title == "Ferry sinks off Lorvik"
    assert metadata(og, "<h1>Fjord</h1>").title == "You will not believe it"
    assert metadata(og, "<h1>One two three</h1><h1>Four five six</h1>").title == "You will not believe it"


def test_language_from_page_article_or_locale():
    assert metadata("", lang='lang="de-AT"').language == "de"
    assert metadata(ld({"@type": "NewsArticle", "inLanguage": "en"})).language == "en"
    assert metadata('<meta property="og:locale" content="en_GB">').language == "en"


def test_address_canonical_first():
    head = '<link rel="canonical" href="https://a.example/1"><meta property="og:url" content="https://b.example/2">'
    assert metadata(head).url == "https://a.example/1"
    assert metadata('<meta property="og:url" content="https://b.example/2">').url == "https://b.example/2"


def test_date_from_a_time_element():
    assert metadata("", '<time itemprop="datePublished" datetime="2031-05-04">4 May</time>').published == "2031-05-04"
    assert metadata("", '<time datetime="2031-05-04">the day of the fair</time>').published is None


def test_the_outlet_is_no_source_of_itself():
    data = {
        "@type": "NewsArticle",
        "publisher": {"name": "Fjord News"},
        "provider": {"name": "Fjord News"},
        "sourceOrganization": [{"name": "Valley News Agency"}, {"name": "Valley News Agency"}],
    }
    assert metadata(ld(data)).sources == ("Valley News Agency",)


def test_an_address_is_no_source():
    assert metadata(ld({"@type": "NewsArticle", "isBasedOn": "https://a.example"})).sources == ()


UTC = "<meta property='article:published_time' content='2031-05-04T22:30:00Z'>"


def test_of_two_dates_of_one_instant_the_local_one_is_taken():
    article = ld({"@type": "NewsArticle", "headline": "Ferry aground", "datePublished": "2031-05-04T22:30:00Z"})
    found = metadata(article + "<meta property='article:published_time' content='2031-05-05T00:30:00+02:00'>")
    assert found.published == "2031-05-05T00:30+02:00"
    assert (
        metadata(UTC + "<meta name='date' content='2031-05-04T18:30:00-04:00'>").published == "2031-05-04T18:30-04:00"
    )


def test_of_two_dates_of_two_instants_the_first_one_is_taken():
    assert metadata(UTC + "<meta name='date' content='2031-05-06T00:30:00+02:00'>").published == "2031-05-04T22:30Z"
