"""The paths of the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from starlette.responses import RedirectResponse

from rashomon.errors import UsageError
from rashomon.serve.answers import HTML, answer, same
from rashomon.serve.desks import Desks, Reader
from rashomon.serve.pages import lists
from rashomon.serve.pages.reports import report
from rashomon.serve.pages.shown import page, policy
from rashomon.serve.pages.stories import entity, story_page
from rashomon.serve.rest.shapes import DAY, NUMBER, After, ArticleId, StoryId, reports_filter

Field = Annotated[str, Query(max_length=200)]
"""A field of a form: empty when the reader left it out."""
DayField = Annotated[str, Query(pattern=f"{DAY}|^$")]


def router(desks: Desks) -> APIRouter:
    """The pages, over these desks."""
    pages = APIRouter(include_in_schema=False)

    async def show(request: Request, template: str, here: str, made: Callable[[Reader], dict[str, Any]]) -> Response:
        body = await desks.ask(lambda d: page(template, here=here, **made(d)))
        return _page(answer(request, body, HTML))

    @pages.get("/")
    async def first() -> Response:
        return RedirectResponse("/stories", 307)

    @pages.get("/stories")
    async def stories(
        request: Request,
        day: DayField = "",
        outlet: Field = "",
        reports: Annotated[str, Query(pattern=NUMBER)] = "",
        after: After = None,
    ) -> Response:
        least = int(reports) if reports and int(reports) > 1 else None
        return await show(
            request,
            "stories.html.jinja",
            "/stories",
            lambda d: lists.stories(d, day or None, outlet or None, least, after),
        )

    @pages.get("/stories/{story}")
    async def story(request: Request, story: StoryId, after: After = None) -> Response:
        def made(desk: Reader) -> Response:
            name = desk.story(story).id
            if name != story:  # it has become part of another one
                return RedirectResponse(f"/stories/{name}", 308)
            version = entity(desk, story, after)
            if unchanged := same(request, version):
                return unchanged
            body = desk.desks.recall(("page", story), version)
            if body is None:
                body = story_page(desk, story, after)
                desk.desks.remember(("page", story), version, body)
            return answer(request, body, HTML, entity=version)

        return _page(await desks.ask(made), True)

    @pages.get("/search")
    async def search(
        request: Request,
        q: Annotated[str, Query(max_length=1000)] = "",
        outlet: Field = "",
        since: DayField = "",
        until: DayField = "",
        story: Field = "",
        everywhere: bool = False,
        after: After = None,
    ) -> Response:
        only = reports_filter(since or None, until or None, outlet or None, None, story or None)

        def made(desk: Reader) -> dict[str, Any]:
            try:
                return {**lists.search(desk, q.strip(), only, everywhere, after), "trouble": ""}
            except UsageError as problem:
                return {**lists.search(desk, "", only, everywhere, None), "q": q, "trouble": str(problem)}

        return await show(request, "search.html.jinja", "/search", made)

    @pages.get("/articles/{article}")
    async def article(
        request: Request,
        article: ArticleId,
        at: Annotated[str, Query(pattern=r"^(\d{1,9}-\d{1,9})?$")] = "",
    ) -> Response:
        start, _, end = at.partition("-")
        return await show(
            request, "article.html.jinja", "", lambda d: report(d, article, int(start or 0), int(end or 0))
        )

    @pages.get("/changes")
    async def changes(request: Request, after: After = None) -> Response:
        return await show(request, "changes.html.jinja", "/changes", lambda d: lists.changes(d, after))

    @pages.get("/sources")
    async def sources(request: Request) -> Response:
        return await show(request, "sources_page.html.jinja", "/sources", lists.sources)

    @pages.get("/decisions")
    async def decisions(request: Request) -> Response:
        return await show(request, "decisions.html.jinja", "/decisions", lists.decisions)

    return pages


def _page(response: Response, dossier: bool = False) -> Response:
    response.headers.update(policy(dossier))
    return response
