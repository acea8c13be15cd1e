"""The main job in one process: files in, one dossier out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from os import PathLike, fspath
from typing import Any

from rashomon.errors import NothingRead, Unreadable
from rashomon.records.article import Article, Page
from rashomon.records.dossier import Record, Story, Unread
from rashomon.records.marks import Marks
from rashomon.run.garbage import seldom_searched
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


@seldom_searched()
def compare_pages(
    pages: Iterable[Page],
    settings: Settings = DEFAULTS,
    unread: tuple[Unread, ...] = (),
    progress: Progress | None = None,
) -> Record:
    """The dossier of pages that are already read."""
    say = progress or (lambda _: None)
    articles: list[Article] = []
    marks: list[Marks] = []
    for article in date_by_story(in_order(clean(page, settings) for page in pages)):
        say(f"reading {article.path}")
        try:
            marks.append(annotate(article, settings))
        except Exception as problem:
            # A defect of ours in one report must not take the others with it; it is named, never hidden.
            reason = f"could not be annotated ({type(problem).__name__}: {problem}); please report this defect"
            if settings.strict:
                raise Unreadable(article.path, reason) from problem
            unread = (*unread, Unread(article.path, reason))
        else:
            articles.append(article)
    if not articles:
        raise NothingRead("nothing could be read: " + "; ".join(f"{u.path}: {u.reason}" for u in unread))
    say("comparing")
    findings = reconcile(Story(tuple(articles), tuple(marks)), settings)
    return compose(findings, unread)


def in_order(articles: Iterable[Article]) -> list[Article]:
    """Articles in dossier order: by path, then text; ids made unique. The order of the input has no influence."""
    ordered = sorted(articles, key=lambda a: (a.path, a.sha256, a.id))
    taken = {a.id for a in ordered}
    seen: set[str] = set()
    out = []
    for article in ordered:
        name, n = article.id, 1
        while name in seen or (n > 1 and name in taken):
            n += 1
            name = f"{article.id}-{n}"
        seen.add(name)
        out.append(article if name == article.id else replace(article, id=name))
    return out
