"""The main job in one process: files in, one dossier out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from os import PathLike, fspath
from typing import Any

from rashomon.errors import NothingRead, Unreadable
from rashomon.records.article import Article, Page
from rashomon.records.dossier import Record, Story, Unread
from rashomon.settings import DEFAULTS, Settings
from rashomon.steps.annotate import annotate
from rashomon.steps.clean import clean
from rashomon.steps.compose import compose
from rashomon.steps.group.dating import date_by_story
from rashomon.steps.read import expand, read_mapping, read_path
from rashomon.steps.reconcile import reconcile

Progress = Callable[[str], None]


def compare_paths(paths: Iterable[str], settings: Settings = DEFAULTS, progress: Progress | None = None) -> Record:
    """The dossier of the files at `paths`. Raises NothingRead when none can be used, Unreadable when `strict`."""
    return compare_reports(paths, settings, progress)


def compare_reports(
    reports: Iterable[str | PathLike[str] | Mapping[str, Any]],
    settings: Settings = DEFAULTS,
    progress: Progress | None = None,
) -> Record:
    """The dossier of files, folders and records (mappings with at least `text`).

    Raises NothingRead when none can be used, Unreadable when `settings.strict` and one cannot.
    """
    paths: list[str] = []
    records: list[Mapping[str, Any]] = []
    for report in reports:
        if isinstance(report, Mapping):
            records.append(report)
        else:
            paths.append(fspath(report))
    pages: list[Page] = []
    unread: list[Unread] = []
    for path in expand(paths):
        found, refused = read_path(path, settings)
        pages += found
        unread += refused
    for record in records:
        try:
            pages.append(read_mapping(record, str(record.get("id") or "record"), settings))
        except Unreadable as problem:
            if settings.strict:
                raise
            unread.append(Unread(problem.path, problem.reason))
    if not pages:
        reasons = "; ".join(f"{u.path}: {u.reason}" for u in unread) or "no file was given"
        raise NothingRead(f"nothing could be read: {reasons}")
    return compare_pages(pages, settings, tuple(unread), progress)


def compare_pages(
    pages: Iterable[Page],
    settings: Settings = DEFAULTS,
    unread: tuple[Unread, ...] = (),
    progress: Progress | None = None,
) -> Record:
    """The dossier of pages that are already read."""
    say = progress or (lambda _: None)
    articles = date_by_story(in_order(clean(page, settings) for page in pages))
    marks = []
    for article in articles:
        say(f"reading {article.path}")
        marks.append(annotate(article, settings))
    say("comparing")
    findings = reconcile(Story(tuple(articles), tuple(marks)), settings)
    return compose(findings, unread)


def in_order(articles: Iterable[Article]) -> list[Article]:
    """Articles in dossier order: by path, then text; ids made unique. The order of the input has no influence."""
    ordered = sorted(articles, key=lambda a: (a.path, a.sha256, a.id))
    seen: dict[str, int] = {}
    out = []
    for article in ordered:
        seen[article.id] = seen.get(article.id, 0) + 1
        out.append(article if seen[article.id] == 1 else replace(article, id=f"{article.id}-{seen[article.id]}"))
    return out
