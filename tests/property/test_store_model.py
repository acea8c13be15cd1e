"""Any row of operations leaves the store as a few plain dictionaries would have it, and whole."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from rashomon.errors import NotFound, UsageError
from rashomon.records.article import Article, Block
from rashomon.store import Store

AT = "2026-11-22T09:00:00Z"
TEXTS = st.sampled_from([f"Title {n}\nwords {n} of a report" for n in range(8)])
URLS = st.sampled_from([None, "https://a.example", "https://b.example"])
STORIES = st.sampled_from(["s1", "s2", "s3", "s4"])
PICK = st.integers(0, 30)


class Desk(RuleBasedStateMachine):
    """The store beside its model."""

    def __init__(self) -> None:
        super().__init__()
        self.store = Store()
        self.texts: dict[str, tuple[str | None, str]] = {}
        self.current: dict[str, str] = {}
        self.replaced: dict[str, str] = {}
        self.home: dict[str, str] = {}
        self.leads: dict[str, str] = {}

    def teardown(self) -> None:
        assert self.store.check(deep=True) == ()
        self.store.close()

    def picked(self, pick: int) -> str | None:
        return sorted(self.texts)[pick % len(self.texts)] if self.texts else None

    @rule(text=TEXTS, url=URLS)
    def put(self, text: str, url: str | None) -> None:
        blocks = (Block(0, 7, "title"), Block(8, len(text), "body"))
        row, arrival = self.store.put_article(Article("", "p", text, blocks, url, title=text[:7]), added=AT)
        if (url, text) in self.texts.values():
            assert (arrival, self.texts[row.id]) == ("known", (url, text))
            return
        assert row.id not in self.texts
        self.texts[row.id] = (url, text)
        if url is not None:
            assert arrival == ("revision" if url in self.current else "new")
            if url in self.current:
                self.replaced[self.current[url]] = row.id
            self.current[url] = row.id

    @rule(pick=PICK, story=STORIES)
    def assign(self, pick: int, story: str) -> None:
        name = self.picked(pick)
        if name is None:
            return
        self.leads.setdefault(story, story)
        self.home[name] = self.leads[story]
        assert self.store.assign(name, story, "why", AT) == self.leads[story]

    @rule(old=STORIES, into=STORIES)
    def merge(self, old: str, into: str) -> None:
        if old not in self.leads or into not in self.leads:
            with pytest.raises(NotFound):
                self.store.merge_story(old, into, "why", AT)
            return
        self.store.merge_story(old, into, "why", AT)
        source, target = self.leads[old], self.leads[into]
        self.leads = {name: target if lead == source else lead for name, lead in self.leads.items()}
        self.home = {name: target if lead == source else lead for name, lead in self.home.items()}

    @rule(story=STORIES)
    def reopen(self, story: str) -> None:
        if story not in self.leads or self.leads[story] == story:
            with pytest.raises((NotFound, UsageError)):
                self.store.reopen_story(story, "why", AT)
            return
        self.store.reopen_story(story, "why", AT)
        self.leads[story] = story

    @rule(pick=PICK)
    def remove(self, pick: int) -> None:
        name = self.picked(pick)
        if name is None:
            return
        self.store.remove_article(name)
        url, _ = self.texts.pop(name)
        self.home.pop(name, None)
        newer = self.replaced.pop(name, None)
        older = next((old for old, new in self.replaced.items() if new == name), None)
        if older is not None:
            del self.replaced[older]
            if newer is not None:
                self.replaced[older] = newer
        if url is not None and self.current[url] == name:
            del self.current[url]
            if older is not None:
                self.current[url] = older

    @rule(text=TEXTS)
    def fail(self, text: str) -> None:
        with pytest.raises(ZeroDivisionError), self.store.transaction():
            self.store.put_article(Article("", "p", f"{text} more", (), title="x"), added=AT)
            self.store.save_group_state({"x": b"1"})
            raise ZeroDivisionError

    @invariant()
    def same(self) -> None:
        rows = {row.id: row for row in self.store.article_rows(limit=1000).items}
        assert rows.keys() == self.texts.keys()
        for name, row in rows.items():
            assert (row.url, row.story, row.revised_by) == (
                self.texts[name][0],
                self.home.get(name),
                self.replaced.get(name),
            )
        for story, lead in self.leads.items():
            members = {name for name, home in self.home.items() if home == lead}
            assert set(self.store.members(story, versions=True)) == members
            assert set(self.store.members(story)) == members - self.replaced.keys()
            found = self.store.story(story)
            assert found is not None and (found.id, found.reports) == (lead, len(members - self.replaced.keys()))
        assert {hit.article for hit in self.store.search("words", limit=1000).items} == self.texts.keys()
        assert self.store.group_state() == {}


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
