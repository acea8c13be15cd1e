"""Is the desk whole? What SQLite says of its file, and what must be true between its tables."""

from __future__ import annotations

from rashomon.errors import RashomonError
from rashomon.records.article import digest
from rashomon.store import sql
from rashomon.store.articles import searchable
from rashomon.store.search import Search


class Check(Search):
    """The part of the store that proves itself."""

    def check(self, deep: bool = False) -> tuple[str, ...]:
        """Everything that is wrong, in plain words; empty when the desk is whole.

        With `deep` every text is read and hashed, and the index of words is built a second time and compared, which
        takes about as long as adding all reports again.
        """
        with self.snapshot():
            wrong = [f"file: {row[0]}" for row in self._rows(sql.QUICK_CHECK) if row[0] != "ok"]
            wrong += [f"{row[0]}: a row points at nothing in {row[2]}" for row in self._rows(sql.FOREIGN_KEY_CHECK)]
            for statement, says in (
                (sql.HOMELESS, "article {} has no text"),
                (sql.TORN, "article {} and a version of its URL do not know each other"),
                (sql.MISCOUNTED, "story {} has another number of reports than its row says"),
                (sql.MERGED_TWICE, "story {} became part of another one and still has reports, or was merged twice"),
                (sql.UNINDEXED, "article number {} cannot be searched for"),
                (sql.OVERINDEXED, "the index of words holds an article number {} that is none"),
            ):
                wrong += [says.format(row[0]) for row in self._rows(statement)]
            if deep and not wrong:
                wrong += self._deep()
        if not self.read_only:
            try:
                with self._whole():
                    self._do(sql.INDEX_CHECK)
            except RashomonError as problem:
                wrong.append(f"index of words: {problem}")
        return tuple(wrong)

    def _deep(self) -> list[str]:
        wrong = []
        self._do(sql.INDEX_AGAIN)
        for number, name, sha256 in self._rows(sql.ALL_NUMBERS):
            article = self._article(number)
            if not digest(article.text) == article.sha256 == sha256 or article.id != name:
                wrong.append(f"article {name} no longer has the text it came with")
            self._do(sql.INDEX_AGAIN_ADD, (number, *searchable(article)))
        for statement in sql.INDEX_AGAIN_WORDS:
            self._do(statement)
        wrong += [f"the index of words is wrong about {row[0]!r}" for row in self._rows(sql.INDEX_DIFFERS)]
        for statement in sql.INDEX_AGAIN_DROP:
            self._do(statement)
        return wrong
