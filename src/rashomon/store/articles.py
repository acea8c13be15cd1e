"""Reports: kept for ever, each under the hash of where it stands and what it says.

The same address with another text is a revision of what stood there; both stay. What our own code read into a report
(labels, marks) carries the version of that code and is replaced when the code changes; text, address and time of
arrival never are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from rashomon.errors import NotFound, Unreadable
from rashomon.records.article import STORY_KINDS, Article, Page
from rashomon.records.desk import ANY, Arrival, ArticleRow, Filter, Slice
from rashomon.records.marks import Marks
from rashomon.records.packed import (
    pack_article,
    pack_marks,
    pack_page,
    pack_text,
    unpack_article,
    unpack_marks,
    unpack_page,
    unpack_text,
)
from rashomon.store import cursor as cursors
from rashomon.store import sql
from rashomon.store.connection import MEMORY, WAIT, Connection

NEWEST = 2**62
KEPT_CHARACTERS = 300_000
"""Characters of the reports whose marks stay unpacked: those of a large story, some fifty megabytes."""
SEARCHED_KINDS = STORY_KINDS | {"caption"}


class Articles(Connection):
    """The part of the store that keeps reports and what was found in each."""

    def __init__(
        self, path: str | Path = MEMORY, *, read_only: bool = False, wait: float = WAIT, older: bool = False
    ) -> None:
        super().__init__(path, read_only=read_only, wait=wait, older=older)
        self._unpacked: dict[int, tuple[tuple[bytes, bytes], Marks]] = {}
        """Number of a report → its marks and labels as they are kept, and unpacked: a story is compared often."""

    def put_article(self, article: Article, page: Page | None = None, *, added: str) -> tuple[ArticleRow, Arrival]:
        """Keep a report, and say whether it is new, known already, or a revision of one with the same URL.

        The stored article bears the id of its row. `page`: as it was read, for `page()`; made up from the article when
        not given. Raises Unreadable for half a surrogate pair in the text or in a field of it.
        """
        page = page or page_of(article)
        refuse_halves(article, page)
        with self._whole():
            name, known = self._name(article, page)
            if known:
                return self._required(name), "known"
            row = (article.sha256, article.url, article.outlet, article.title, article.published, article.language)
            older = self._row(sql.CURRENT_OF_URL, (article.url,)) if article.url else None
            number = self._do(sql.ADD_ARTICLE, (name, *row, article.path, added, older[0] if older else None)).lastrowid
            if older:
                self._do(sql.LINK_REVISION, (number, older[0]))
                self._touch_story_of(older[0])
            named = replace(article, id=name)
            self._do(sql.ADD_BODY, (number, pack_text(article.text), pack_page(page), pack_article(named)))
            self._do(sql.INDEX_ADD, (number, *searchable(named)))
            return self._required(name), "revision" if older else "new"

    def article(self, article_id: str) -> tuple[ArticleRow, Article] | None:
        """A report with its row; None when there is none of that id."""
        row = self._row(sql.ARTICLE, (article_id,))
        return (article_row(row), self._article(row[-1])) if row else None

    def articles(self, ids: Iterable[str]) -> list[tuple[ArticleRow, Article]]:
        """Several reports, in the order asked for; raises NotFound for an unknown id."""
        found = []
        for article_id in ids:
            one = self.article(article_id)
            if one is None:
                raise NotFound(f"there is no article {article_id!r} in this desk")
            found.append(one)
        return found

    def rows(self, ids: Iterable[str]) -> list[ArticleRow]:
        """The rows of several reports, no text read, in the order asked for; raises NotFound for an unknown id."""
        found = []
        for article_id in ids:
            row = self._row(sql.ARTICLE, (article_id,))
            if row is None:
                raise NotFound(f"there is no article {article_id!r} in this desk")
            found.append(article_row(row))
        return found

    def article_row(self, number: int) -> ArticleRow | None:
        """The row of the report that came as number `number`, or None."""
        row = self._row(sql.ARTICLE_OF_NUMBER, (number,))
        return article_row(row) if row else None

    def last_articles(self, count: int) -> Iterator[tuple[ArticleRow, Article]]:
        """The last `count` reports to come, oldest first; read one by one."""
        for (number,) in self._rows(sql.LAST_NUMBERS, (count,)):
            yield article_row(self._row(sql.ARTICLE_OF_NUMBER, (number,))), self._article(number)

    def page(self, article_id: str) -> Page:
        """A report as it was read, before any label; raises NotFound."""
        text, page = self._row(sql.PAGE, (self._number(article_id),))
        return unpack_page(page, unpack_text(text))

    def article_ids(self, cursor: str | None = None, limit: int = 100) -> Slice[str]:
        """Ids in order of arrival, oldest first."""
        last = (cursors.read("ids", cursor, int) or [0])[0]
        rows = self._rows(sql.ARTICLES_AFTER, (last, cursors.size(limit) + 1))
        more = cursors.write("ids", rows[limit - 1][-1]) if len(rows) > limit else None
        return Slice(tuple(row[0] for row in rows[:limit]), more)

    def article_rows(self, only: Filter = ANY, cursor: str | None = None, limit: int = 50) -> Slice[ArticleRow]:
        """Rows, newest arrival first."""
        before = (cursors.read("articles", cursor, int) or [NEWEST])[0]
        where, values = self._article_conditions(only)
        rows = self._rows(sql.ARTICLES_BEFORE.format(where=where), (before, *values, cursors.size(limit) + 1))
        more = cursors.write("articles", rows[limit - 1][-1]) if len(rows) > limit else None
        return Slice(tuple(article_row(row) for row in rows[:limit]), more)

    def count_articles(self) -> int:
        """How many reports there are, replaced versions included."""
        return int(self._row(sql.COUNT_ARTICLES)[0])

    def put_labels(self, article: Article) -> None:
        """Replace what `clean` made of the stored report `article.id`, and forget its marks.

        Raises NotFound, and ValueError when the text is not the stored one.
        """
        refuse_halves(article)
        with self._whole():
            number = self._number(article.id)
            old = self._article(number)
            if old.text != article.text:
                raise ValueError(f"the text of {article.id} is not the one that is stored: articles never change")
            self._do(sql.INDEX_REMOVE, (number, *searchable(old)))
            self._do(sql.INDEX_ADD, (number, *searchable(article)))
            self._do(sql.RELABEL_BODY, (pack_article(article), number))
            row = (article.outlet, article.title, article.published, article.language)
            self._do(sql.RELABEL_ARTICLE, (*row, number))
            self._do(sql.FORGET_MARKS, (number,))
            self._touch_story_of(number)

    def remove_article(self, article_id: str) -> None:
        """Take a report out for good: text, marks, words of the index, dossier of its story. Raises NotFound.

        For what must not be kept. Its id stays in histories and changes; versions before and after it are linked.
        """
        with self._whole():
            number = self._number(article_id)
            story = self._row(sql.STORY_OF, (number,))
            older, newer = self._row(sql.LINKS, (number,))
            self._do(sql.INDEX_REMOVE, (number, *searchable(self._article(number))))
            self._do(sql.UNLINK_OLDER, (newer, older))
            self._do(sql.UNLINK_NEWER, (older, newer))
            if older is not None:
                self._touch_story_of(older)  # it is current again, perhaps in another story
            if story:
                self._do(sql.FORGET_DOSSIER, (story[0],))
                self._stale.add(story[0])
            for statement in sql.REMOVE_ARTICLE:
                self._do(statement, (number,))

    def put_marks(self, article_id: str, version: str, marks: Marks) -> None:
        """Keep the marks of a report; those of another version are replaced. Raises NotFound."""
        data = pack_marks(marks)
        with self._whole():
            self._do(sql.PUT_MARKS, (self._number(article_id), version, data))

    def marks(self, article_id: str, version: str) -> Marks | None:
        """The marks that this version of the code made of a report; None when there are none of it.

        Marks that cannot be read, because they were packed otherwise, are as good as none: they can be made again.
        """
        number = self._number(article_id)
        row = self._row(sql.MARKS, (number, version))
        if row is None:
            return None
        known = self._unpacked.get(number)
        if known is not None and known[0] == row:  # labels too: marks are over an article, which knows its day
            return known[1]
        try:
            found = unpack_marks(row[0], self._article(number))
        except ValueError:
            return None
        self._keep_unpacked(number, row, found)
        return found

    def _keep_unpacked(self, number: int, packed: tuple[bytes, bytes], marks: Marks) -> None:
        """Remember marks as long as there is room; whoever only reads compares too seldom to need them."""
        if self.read_only:
            return
        self._unpacked.pop(number, None)
        self._unpacked[number] = (packed, marks)
        room = KEPT_CHARACTERS - sum(len(m.words.text) for _, m in self._unpacked.values())
        while room < 0 and len(self._unpacked) > 1:
            _, gone = self._unpacked.pop(next(iter(self._unpacked)))
            room += len(gone.words.text)

    def _name(self, article: Article, page: Page) -> tuple[str, bool]:
        """The id of the report, and whether it is there already. It grows only where two would share the short one."""
        whole = content_key(article, page)
        for letters in range(12, len(whole) + 1, 4):
            name = "a" + whole[:letters]
            row = self._row(sql.ARTICLE_HASH, (name,))
            if row is None or (row[1] == article.sha256 and row[2] == article.url):
                return name, row is not None
        raise AssertionError("two reports with one SHA-256")

    def _article(self, number: int) -> Article:
        text, labels = self._row(sql.BODY, (number,))
        return unpack_article(labels, unpack_text(text))

    def _number(self, article_id: str) -> int:
        row = self._row(sql.ARTICLE_NUMBER, (article_id,))
        if row is None:
            raise NotFound(f"there is no article {article_id!r} in this desk")
        return int(row[0])

    def _required(self, article_id: str) -> ArticleRow:
        return article_row(self._row(sql.ARTICLE, (article_id,)))

    def _touch_story_of(self, number: int) -> None:
        row = self._row(sql.STORY_OF, (number,))
        if row:
            self._stale.add(row[0])

    def _article_conditions(self, only: Filter) -> tuple[str, list[str | int]]:
        """The conditions of a filter on articles, in SQL by name, and their values."""
        asked: Iterator[tuple[str, str | None]] = iter(
            [
                (sql.SINCE, only.since),
                (sql.UNTIL, only.until),
                (sql.ARRIVED, only.arrived),
                (sql.OUTLET, only.outlet),
                (sql.LANGUAGE, only.language),
            ]
        )
        wanted = [(condition, value) for condition, value in asked if value is not None]
        values: list[str | int] = [value for _, value in wanted]
        conditions = [condition for condition, _ in wanted]
        if only.story is not None:
            row = self._row(sql.STORY_NUMBER, (only.story,))
            if row is None:
                raise NotFound(f"there is no story {only.story!r} in this desk")
            conditions.append(sql.IN_STORY)
            values.append(row[1] or row[0])
        return " ".join(conditions), values


def content_key(article: Article, page: Page) -> str:
    """What makes a report this report: its URL, else the outlet that its source stated, and its text. SHA-256."""
    where = article.url or page.outlet or ""
    return hashlib.sha256(f"{where}\0{article.text}".encode()).hexdigest()


def page_of(article: Article) -> Page:
    """A page that stands for an article whose page was not kept."""
    return Page(
        path=article.path,
        text=article.text,
        format="given",
        id=article.id,
        url=article.url,
        outlet=article.outlet,
        title=article.title,
        authors=article.authors,
        published=article.published,
        published_from=article.published_from,
        language=article.language,
        sources=article.sources,
    )


def article_row(row: tuple[object, ...]) -> ArticleRow:
    """The record of a row of `sql.ARTICLE`."""
    return ArticleRow(*row)  # type: ignore[arg-type]


def searchable(article: Article) -> tuple[str, str, str]:
    """What a search looks into: the title, the words of the report, everything else on the page.

    The index has to be told these words again when they leave it: a change here needs a new schema version that
    builds the index anew.
    """
    parts: tuple[list[str], list[str]] = ([], [])
    for block in article.blocks:
        parts[block.kind not in SEARCHED_KINDS].append(article.text[block.start : block.end])
    return article.title or "", "\n".join(parts[0]), "\n".join(parts[1])


def refuse_halves(article: Article, page: Page | None = None) -> None:
    """Raise Unreadable when a text holds half a surrogate pair: no file could keep it."""
    fields = [article.path, article.text, article.url, article.outlet, article.title, article.published]
    fields += [article.language, *article.authors, *article.sources, *(b.reason for b in article.blocks)]
    if page is not None:
        fields += [page.path, page.id, page.url, page.outlet, page.title, page.published, page.language]
        fields += [*page.authors, *page.sources, *(b.reason for b in page.hints)]
    for text in fields:
        try:
            (text or "").encode()
        except UnicodeEncodeError as problem:
            shown = article.path.encode("utf-8", "backslashreplace").decode()
            raise Unreadable(shown, f"half a surrogate pair at character {problem.start} of a field") from None
