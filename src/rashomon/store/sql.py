"""All SQL of the desk, and nothing else: the schema, its versions, every statement by name.

Rows are addressed by small numbers inside (`n`), by ids outside. Bodies stand apart from the rows of lists, so that a
list reads little. The index of words is contentless: it holds no text of its own, so what is deleted from it has to be
named word for word (`INDEX_REMOVE`); SQLite before 3.43 knows no other way.
"""

from __future__ import annotations

APPLICATION = 0x52415348
"""'RASH': says that an SQLite file is a desk."""

SCHEMA_1 = """
CREATE TABLE articles (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  url TEXT,
  outlet TEXT,
  title TEXT,
  published TEXT,
  language TEXT,
  path TEXT NOT NULL,
  added TEXT NOT NULL,
  revises INTEGER REFERENCES articles (n),
  revised_by INTEGER REFERENCES articles (n)
);
CREATE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_by_day ON articles (published, n);
CREATE INDEX articles_by_arrival ON articles (added, n);
CREATE TABLE bodies (
  n INTEGER PRIMARY KEY REFERENCES articles (n),
  text BLOB NOT NULL,
  page BLOB NOT NULL,
  labels BLOB NOT NULL
);
CREATE TABLE marks (
  n INTEGER PRIMARY KEY REFERENCES articles (n),
  version TEXT NOT NULL,
  data BLOB NOT NULL
);
CREATE TABLE stories (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  title TEXT,
  lead TEXT,
  first TEXT,
  last TEXT,
  day TEXT NOT NULL DEFAULT '',
  reports INTEGER NOT NULL DEFAULT 0,
  outlets INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL,
  merged_into INTEGER REFERENCES stories (n),
  origins INTEGER,
  disagreements INTEGER
);
CREATE INDEX stories_by_day ON stories (day, n) WHERE merged_into IS NULL;
CREATE TABLE members (
  article INTEGER PRIMARY KEY REFERENCES articles (n),
  story INTEGER NOT NULL REFERENCES stories (n)
);
CREATE INDEX members_by_story ON members (story);
CREATE TABLE moves (
  n INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  article TEXT,
  before TEXT,
  story TEXT,
  why TEXT NOT NULL
);
CREATE INDEX moves_by_story ON moves (story);
CREATE INDEX moves_by_before ON moves (before) WHERE before IS NOT NULL;
CREATE TABLE dossiers (
  story INTEGER PRIMARY KEY REFERENCES stories (n),
  fingerprint TEXT NOT NULL,
  data BLOB NOT NULL
);
CREATE TABLE changes (
  n INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  story TEXT NOT NULL,
  data BLOB NOT NULL
);
CREATE INDEX changes_by_story ON changes (story, n);
CREATE INDEX changes_by_time ON changes (at);
CREATE TABLE decisions (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  note TEXT NOT NULL,
  by TEXT NOT NULL,
  revoked TEXT
);
CREATE TABLE sources (
  url TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT,
  etag TEXT,
  modified TEXT,
  last_at TEXT,
  last_status INTEGER,
  failures INTEGER NOT NULL DEFAULT 0,
  next_at TEXT
);
CREATE TABLE seen (
  url TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  etag TEXT,
  modified TEXT,
  status INTEGER,
  article TEXT
);
CREATE INDEX seen_by_article ON seen (article);
CREATE TABLE searches (
  name TEXT PRIMARY KEY,
  query TEXT NOT NULL,
  created TEXT NOT NULL
);
CREATE TABLE grouping (
  name TEXT PRIMARY KEY,
  data BLOB NOT NULL
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
  title, body, rest, content='', tokenize="unicode61 remove_diacritics 2"
);
"""

SCHEMA_2 = """
CREATE TABLE away (
  host TEXT PRIMARY KEY,
  until TEXT NOT NULL
) WITHOUT ROWID;
"""

SCHEMA_3 = "ALTER TABLE seen ADD COLUMN missed TEXT;"

VERSIONS: tuple[str, ...] = (SCHEMA_1, SCHEMA_2, SCHEMA_3)
"""Script n turns a file of version n into one of version n + 1; the first makes an empty file a desk."""

# The file itself.
OPTIONS = ("PRAGMA foreign_keys = ON", "PRAGMA cache_size = -16000", "PRAGMA secure_delete = OFF")
OPTIONS_OF_A_WRITER = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA journal_size_limit = 67108864",
)
READ_APPLICATION = "PRAGMA application_id"
READ_VERSION = "PRAGMA user_version"
WRITE_APPLICATION = f"PRAGMA application_id = {APPLICATION}"
WRITE_VERSION = "PRAGMA user_version = {version:d}"
COUNT_TABLES = "SELECT count(*) FROM sqlite_master"
COPY_INTO = "VACUUM INTO ?"
QUICK_CHECK = "PRAGMA quick_check"
FOREIGN_KEY_CHECK = "PRAGMA foreign_key_check"

BEGIN_WRITING = "BEGIN IMMEDIATE"
BEGIN_READING = "BEGIN"
COMMIT = "COMMIT"
ROLLBACK = "ROLLBACK"
SAVEPOINT = "SAVEPOINT step"
RELEASE = "RELEASE step"
ROLLBACK_TO = "ROLLBACK TO step"

# Articles.
_ARTICLE = """
SELECT a.id, a.sha256, a.path, a.added, a.url, a.outlet, a.title, a.published, a.language,
       s.id, older.id, newer.id, a.n
FROM articles a
LEFT JOIN members m ON m.article = a.n
LEFT JOIN stories s ON s.n = m.story
LEFT JOIN articles older ON older.n = a.revises
LEFT JOIN articles newer ON newer.n = a.revised_by
"""
ARTICLE = _ARTICLE + "WHERE a.id = ?"
ARTICLE_OF_NUMBER = _ARTICLE + "WHERE a.n = ?"
LAST_NUMBERS = "SELECT n FROM (SELECT n FROM articles ORDER BY n DESC LIMIT ?) ORDER BY n"
ARTICLES_AFTER = _ARTICLE + "WHERE a.n > ? ORDER BY a.n LIMIT ?"
ARTICLES_BEFORE = _ARTICLE + "WHERE a.n < ? {where} ORDER BY a.n DESC LIMIT ?"
ARTICLE_NUMBER = "SELECT n FROM articles WHERE id = ?"
ARTICLE_HASH = "SELECT n, sha256, url FROM articles WHERE id = ?"
COUNT_ARTICLES = "SELECT count(*) FROM articles"
OUTLETS = """
SELECT outlet, count(*), max(substr(published, 1, 10)), max(added) FROM articles WHERE revised_by IS NULL
GROUP BY outlet ORDER BY count(*) DESC, outlet
"""
CURRENT_OF_URL = "SELECT n FROM articles WHERE url = ? AND revised_by IS NULL ORDER BY n DESC LIMIT 1"
ADD_ARTICLE = """
INSERT INTO articles (id, sha256, url, outlet, title, published, language, path, added, revises)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
LINK_REVISION = "UPDATE articles SET revised_by = ? WHERE n = ?"
ADD_BODY = "INSERT INTO bodies (n, text, page, labels) VALUES (?, ?, ?, ?)"
BODY = "SELECT text, labels FROM bodies WHERE n = ?"
PAGE = "SELECT text, page FROM bodies WHERE n = ?"
RELABEL_ARTICLE = "UPDATE articles SET outlet = ?, title = ?, published = ?, language = ? WHERE n = ?"
RELABEL_BODY = "UPDATE bodies SET labels = ? WHERE n = ?"
PUT_MARKS = """
INSERT INTO marks (n, version, data) VALUES (?, ?, ?)
ON CONFLICT (n) DO UPDATE SET version = excluded.version, data = excluded.data
"""
MARKS = "SELECT data, labels FROM marks JOIN bodies USING (n) WHERE n = ? AND version = ?"
FORGET_MARKS = "DELETE FROM marks WHERE n = ?"

UNLINK_OLDER = "UPDATE articles SET revised_by = ? WHERE n = ?"
UNLINK_NEWER = "UPDATE articles SET revises = ? WHERE n = ?"
LINKS = "SELECT revises, revised_by FROM articles WHERE n = ?"
REMOVE_ARTICLE = (
    "DELETE FROM marks WHERE n = ?",
    "DELETE FROM members WHERE article = ?",
    "DELETE FROM bodies WHERE n = ?",
    "DELETE FROM articles WHERE n = ?",
)

# Stories.
_STORY = """
SELECT s.id, coalesce(s.title, s.lead), s.first, s.last, s.reports, s.outlets, s.updated, t.id, s.origins,
       s.disagreements, s.n, s.day
FROM stories s LEFT JOIN stories t ON t.n = s.merged_into
"""
STORY = _STORY + "WHERE s.id = ?"
STORY_BY_NUMBER = _STORY + "WHERE s.n = ?"
STORIES_BEFORE = (
    _STORY + "WHERE s.merged_into IS NULL AND (s.day, s.n) < (?, ?) {where} ORDER BY s.day DESC, s.n DESC LIMIT ?"
)
STORY_DAYS = """
SELECT s.day, count(*) FROM stories s WHERE s.merged_into IS NULL {where} GROUP BY s.day ORDER BY s.day DESC
"""
STORY_NUMBER = "SELECT n, merged_into FROM stories WHERE id = ?"
ADD_STORY = "INSERT INTO stories (id, updated) VALUES (?, ?)"
STORY_OF = "SELECT s.n, s.id FROM members m JOIN stories s ON s.n = m.story WHERE m.article = ?"
PUT_MEMBER = "INSERT OR REPLACE INTO members (article, story) VALUES (?, ?)"
STORY_IDS = "SELECT id FROM stories ORDER BY n"
MOVE_MEMBERS = "UPDATE members SET story = ? WHERE story = ?"
MERGE = "UPDATE stories SET merged_into = ?, updated = ? WHERE n = ? OR merged_into = ?"
UNMERGE = "UPDATE stories SET merged_into = NULL, updated = ? WHERE id = ?"
TOUCH = "UPDATE stories SET updated = max(updated, ?) WHERE n = ?"
MEMBERS = """
SELECT a.id FROM members m JOIN articles a ON a.n = m.article WHERE m.story = ? AND a.revised_by IS NULL
ORDER BY a.path, a.sha256, a.id
"""
OUTLETS_OF = """
SELECT a.outlet FROM members m JOIN articles a ON a.n = m.article WHERE m.story = ? AND a.revised_by IS NULL
GROUP BY a.outlet ORDER BY min(coalesce(a.published, '9')), min(a.n)
"""
ALL_MEMBERS = """
SELECT a.id FROM members m JOIN articles a ON a.n = m.article WHERE m.story = ? ORDER BY a.path, a.sha256, a.id
"""
RECOUNT = """
UPDATE stories SET (first, last, reports, outlets, day) = (
  SELECT min(substr(a.published, 1, 10)), max(substr(a.published, 1, 10)), count(*), count(DISTINCT a.outlet),
         coalesce(max(substr(a.published, 1, 10)), max(substr(a.added, 1, 10)), '')
  FROM members m JOIN articles a ON a.n = m.article WHERE m.story = stories.n AND a.revised_by IS NULL
), lead = (
  SELECT a.title FROM members m JOIN articles a ON a.n = m.article
  WHERE m.story = stories.n AND a.revised_by IS NULL AND a.title IS NOT NULL
  ORDER BY a.published IS NULL, a.published, a.n LIMIT 1
) WHERE n = ?
"""
ADD_MOVE = "INSERT INTO moves (at, article, before, story, why) VALUES (?, ?, ?, ?, ?)"
MOVES = "SELECT at, article, before, story, why FROM moves WHERE story = ?1 OR before = ?1 ORDER BY n"
PUT_DOSSIER = """
INSERT INTO dossiers (story, fingerprint, data) VALUES (?, ?, ?)
ON CONFLICT (story) DO UPDATE SET fingerprint = excluded.fingerprint, data = excluded.data
"""
DOSSIER = "SELECT fingerprint, data FROM dossiers WHERE story = ?"
HEAD_STORY = "UPDATE stories SET title = ?, origins = ?, disagreements = ? WHERE n = ?"
FORGET_DOSSIER = "DELETE FROM dossiers WHERE story = ?"
FORGET_DERIVED = (
    "DELETE FROM dossiers",
    "DELETE FROM members",
    "DELETE FROM stories",
    "DELETE FROM grouping",
)

# Changes, decisions, grouping.
ADD_CHANGE = "INSERT INTO changes (at, story, data) VALUES (?, ?, ?)"
CHANGES_BEFORE = "SELECT n, at, story, data FROM changes WHERE n < ? {where} ORDER BY n DESC LIMIT ?"
ADD_DECISION = "INSERT INTO decisions (at, kind, subject, note, by) VALUES (?, ?, ?, ?, ?)"
DECISIONS = "SELECT n, at, kind, subject, note, by, revoked FROM decisions ORDER BY n"
ACTIVE_DECISIONS = "SELECT n, at, kind, subject, note, by, revoked FROM decisions WHERE revoked IS NULL ORDER BY n"
DECISION = "SELECT n, at, kind, subject, note, by, revoked FROM decisions WHERE n = ?"
REVOKE = "UPDATE decisions SET revoked = ? WHERE n = ? AND revoked IS NULL"
PUT_GROUPING = """
INSERT INTO grouping (name, data) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data
"""
GROUPING = "SELECT name, data FROM grouping ORDER BY name"
GROUPING_PART = "SELECT data FROM grouping WHERE name = ?"
GROUPING_PARTS = "SELECT name, data FROM grouping WHERE name >= ? AND name < ? ORDER BY name"
FORGET_GROUPING = "DELETE FROM grouping WHERE name = ?"

# What is followed and saved.
_SOURCE = "SELECT url, kind, title, etag, modified, last_at, last_status, failures, next_at FROM sources "
SOURCES = _SOURCE + "ORDER BY url"
SOURCE = _SOURCE + "WHERE url = ?"
DUE_SOURCES = _SOURCE + "WHERE next_at IS NULL OR next_at <= ? ORDER BY coalesce(next_at, ''), url"
PUT_SOURCE = """
INSERT INTO sources (url, kind, title, etag, modified, last_at, last_status, failures, next_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (url) DO UPDATE SET kind = excluded.kind, title = excluded.title, etag = excluded.etag,
  modified = excluded.modified, last_at = excluded.last_at, last_status = excluded.last_status,
  failures = excluded.failures, next_at = excluded.next_at
"""
REMOVE_SOURCE = "DELETE FROM sources WHERE url = ?"
PUT_SEEN = "INSERT OR REPLACE INTO seen (url, at, etag, modified, status, article, missed) VALUES (?, ?, ?, ?, ?, ?, ?)"
_SEEN = "seen.url, seen.at, seen.etag, seen.modified, seen.status, seen.article, seen.missed"
SEEN = f"SELECT {_SEEN} FROM seen WHERE url = ?"
LOOKS = f"SELECT {_SEEN}, a.added FROM articles a JOIN seen ON seen.article = a.id WHERE a.added >= ? ORDER BY seen.url"
MISSED = f"SELECT {_SEEN} FROM seen WHERE article IS NULL AND coalesce(missed, at) >= ? ORDER BY url"
PUT_AWAY = "INSERT INTO away (host, until) VALUES (?, ?) ON CONFLICT (host) DO UPDATE SET until = excluded.until"
AWAY = "SELECT host, until FROM away WHERE until > ? ORDER BY host"
PUT_SEARCH = """
INSERT INTO searches (name, query, created) VALUES (?, ?, ?)
ON CONFLICT (name) DO UPDATE SET query = excluded.query, created = excluded.created
"""
SEARCHES = "SELECT name, query, created FROM searches ORDER BY name"
REMOVE_SEARCH = "DELETE FROM searches WHERE name = ?"

# The index of words.
INDEX_ADD = "INSERT INTO words (rowid, title, body, rest) VALUES (?, ?, ?, ?)"
INDEX_REMOVE = "INSERT INTO words (words, rowid, title, body, rest) VALUES ('delete', ?, ?, ?, ?)"
INDEX_CHECK = "INSERT INTO words (words) VALUES ('integrity-check')"
UNINDEXED = "SELECT n FROM articles EXCEPT SELECT id FROM words_docsize"
OVERINDEXED = "SELECT id FROM words_docsize EXCEPT SELECT n FROM articles"
SEARCH = """
SELECT n, score FROM (
  SELECT words.rowid AS n, bm25(words, 8.0, 1.0, 0.1) AS score
  FROM words {join} WHERE words MATCH ? AND words.rowid BETWEEN ? AND ? {where} ORDER BY words.rowid DESC LIMIT ?
) ORDER BY score, n DESC
"""
SEARCH_JOIN = "CROSS JOIN articles a ON a.n = words.rowid"
SEARCH_STORY_JOIN = "CROSS JOIN articles a ON a.n = words.rowid CROSS JOIN members m ON m.article = a.n"
SEARCH_NEWEST = """
SELECT words.rowid AS n, 0.0
FROM words {join} WHERE words MATCH ? AND words.rowid BETWEEN ? AND ? {where} ORDER BY words.rowid DESC LIMIT ?
"""
BETWEEN_DAYS = "SELECT min(a.n), max(a.n) FROM articles a WHERE true {where}"
IN_THAT_STORY = "SELECT min(m.article), max(m.article) FROM members m WHERE true {where}"
FOUND = """
SELECT a.id, s.id, a.outlet, a.title, a.published, a.added, b.text, b.labels
FROM articles a JOIN bodies b ON b.n = a.n
LEFT JOIN members m ON m.article = a.n LEFT JOIN stories s ON s.n = m.story WHERE a.n = ?
"""
INDEX_AGAIN = (
    "CREATE VIRTUAL TABLE temp.again USING fts5 (title, body, rest, content='', "
    "tokenize='unicode61 remove_diacritics 2')"
)
INDEX_AGAIN_ADD = "INSERT INTO temp.again (rowid, title, body, rest) VALUES (?, ?, ?, ?)"
INDEX_AGAIN_WORDS = (
    "CREATE VIRTUAL TABLE temp.kept_words USING fts5vocab (main, words, col)",
    "CREATE VIRTUAL TABLE temp.again_words USING fts5vocab (temp, again, col)",
)
INDEX_DIFFERS = """
SELECT DISTINCT term FROM (
  SELECT * FROM (SELECT term, col, doc, cnt FROM kept_words EXCEPT SELECT term, col, doc, cnt FROM again_words)
  UNION ALL
  SELECT * FROM (SELECT term, col, doc, cnt FROM again_words EXCEPT SELECT term, col, doc, cnt FROM kept_words)
) ORDER BY term LIMIT 5
"""
INDEX_AGAIN_DROP = ("DROP TABLE temp.kept_words", "DROP TABLE temp.again_words", "DROP TABLE temp.again")
ALL_NUMBERS = "SELECT n, id, sha256 FROM articles ORDER BY n"
MISCOUNTED = """
SELECT s.id FROM stories s WHERE s.reports <> (
  SELECT count(*) FROM members m JOIN articles a ON a.n = m.article WHERE m.story = s.n AND a.revised_by IS NULL
)
"""
MERGED_TWICE = """
SELECT s.id FROM stories s JOIN stories t ON t.n = s.merged_into
WHERE t.merged_into IS NOT NULL OR EXISTS (SELECT 1 FROM members m WHERE m.story = s.n)
"""
TORN = """
SELECT a.id FROM articles a LEFT JOIN articles newer ON newer.n = a.revised_by
LEFT JOIN articles older ON older.n = a.revises
WHERE (a.revised_by IS NOT NULL AND newer.revises IS NOT a.n) OR (a.revises IS NOT NULL AND older.revised_by IS NOT a.n)
"""
HOMELESS = "SELECT a.id FROM articles a LEFT JOIN bodies b ON b.n = a.n WHERE b.n IS NULL"

# Conditions a list may be cut down by.
SINCE = "AND a.published >= ?"
ARRIVED = "AND a.added > ?"
UNTIL = "AND substr(a.published, 1, 10) <= ?"
OUTLET = "AND a.outlet = ?"
LANGUAGE = "AND a.language = ?"
IN_STORY = "AND m.story = ?"
STORY_SINCE = "AND s.last >= ?"
STORY_UNTIL = "AND s.first <= ?"
STORY_REPORTS = "AND s.reports >= ?"
STORY_OUTLET = (
    "AND EXISTS (SELECT 1 FROM members m JOIN articles a ON a.n = m.article WHERE m.story = s.n AND a.outlet = ?)"
)
STORY_LANGUAGE = (
    "AND EXISTS (SELECT 1 FROM members m JOIN articles a ON a.n = m.article WHERE m.story = s.n AND a.language = ?)"
)
CHANGE_SINCE = "AND at >= ?"
CHANGE_STORY = "AND story = ?"
