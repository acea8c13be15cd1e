"""The paths of the REST interface."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.exceptions import RequestValidationError

from rashomon.desk import Desk
from rashomon.export.view import View
from rashomon.records.desk import Decision, SavedSearch
from rashomon.serve.answers import answer, same, tag
from rashomon.serve.desks import Desks, Reader
from rashomon.serve.rest import shapes as s
from rashomon.serve.rest.sections import SECTIONS
from rashomon.serve.revisions import versions

WRONG: dict[int | str, dict[str, Any]] = {
    400: {"model": s.Error, "description": "A query, a cursor or a subject that cannot be meant"},
    401: {"model": s.Error, "description": "The token is missing or wrong"},
    404: {"model": s.Error, "description": "There is no such thing in this desk"},
    405: {"model": s.Error, "description": "Not a method of this path"},
    413: {"model": s.Error, "description": "The request is too large"},
    414: {"model": s.Error, "description": "The address is too long"},
    421: {"model": s.Error, "description": "The server does not answer to that name"},
    422: {"model": s.Error, "description": "A parameter is missing or outside its limits"},
    500: {"model": s.Error, "description": "A defect of ours"},
    503: {"model": s.Error, "description": "Somebody else is writing to the desk"},
}
SAME: dict[int | str, dict[str, Any]] = {304: {"description": "The client has this answer already"}}
WRITING: dict[int | str, dict[str, Any]] = {
    403: {"model": s.Error, "description": "A read-only desk, or a page of another site"},
    415: {"model": s.Error, "description": "The body is not JSON"},
    507: {"model": s.Error, "description": "No room left on the disk"},
}


def only_known(request: Request) -> None:
    """Refuses a parameter that a path does not have, and one that is there twice: no filter is left out in silence."""
    described = request.app.openapi()["paths"][request.scope["route"].path_format]
    known = sorted(p["name"] for p in described[request.method.lower()].get("parameters", ()) if p["in"] == "query")
    for name in request.query_params:
        if name in known and len(request.query_params.getlist(name)) > 1:
            raise RequestValidationError([{"type": "unknown", "loc": ("query", name), "msg": "give it once"}])
        if name not in known:
            told = (
                f"there is no such parameter here; known are {', '.join(known)}"
                if known
                else "no parameter is known here"
            )
            raise RequestValidationError([{"type": "unknown", "loc": ("query", name[:100]), "msg": told}])


def router(desks: Desks) -> APIRouter:
    """The paths, over these desks."""
    api = APIRouter(prefix="/api", responses=WRONG, dependencies=[Depends(only_known)])
    _lists(api, desks)
    _stories(api, desks)
    _reports(api, desks)
    _writing(api, desks)
    return api


def _lists(api: APIRouter, desks: Desks) -> None:
    @api.get("/stories", response_model=s.Stories, responses=SAME, tags=["stories"])
    async def stories(request: Request, only: s.OfStories, after: s.After = None, limit: s.Limit = 50) -> Response:
        """Stories, those with the newest report first."""
        return answer(request, await desks.ask(lambda d: d.stories(only, after, limit)))

    @api.get("/days", response_model=s.Calendar, responses=SAME, tags=["stories"])
    async def days(request: Request, only: s.OfStories) -> Response:
        """The days of stories, newest first; `after` of a day begins a list of stories there."""
        found = await desks.ask(lambda d: d.story_days(only))
        return answer(request, {"items": [{"day": day, "stories": n, "after": after} for day, n, after in found]})

    @api.get("/search", response_model=s.Hits, responses=SAME, tags=["finding"])
    async def search(
        request: Request,
        q: Annotated[str, Query(min_length=1, max_length=1000, description='words, "phrases", AND, OR, NOT, begin*')],
        only: s.OfReports,
        everywhere: Annotated[bool, Query(description="also in adverts, link lists and the like")] = False,
        after: s.After = None,
        limit: s.Limit = 20,
    ) -> Response:
        """Reports that match, the best first; `excerpt` is the text from `start` to `end`, `found` its words."""
        return answer(request, await desks.ask(lambda d: d.search(q, only, after, limit, everywhere)))

    @api.get("/claims", response_model=s.Lines, responses=SAME, tags=["finding"])
    async def claims(
        request: Request,
        text: Annotated[str, Query(min_length=1, max_length=1000, description="a claim in a sentence")],
        limit: Annotated[int, Query(ge=1, le=100)] = 20,
    ) -> Response:
        """Lines of dossiers that speak of a claim, each with its passages; no verdict of truth."""
        return answer(request, {"items": await desks.ask(lambda d: d.check_claim(text, limit))})

    @api.get("/changes", response_model=s.Changes, responses=SAME, tags=["changes"])
    async def changes(
        request: Request,
        story: s.Story = None,
        since: s.Moment = None,
        after: s.After = None,
        limit: s.Limit = 100,
    ) -> Response:
        """Lines of dossiers that came, went or changed, newest first, with the reports that caused it."""
        return answer(request, await desks.ask(lambda d: d.changes(story, since, after, limit)))

    @api.get("/sources", response_model=s.Sources, responses=SAME, tags=["sources"])
    async def sources(request: Request) -> Response:
        """What is followed and how it fares; the outlets of the reports that are kept."""
        return answer(request, await desks.ask(lambda d: {"items": d.sources(), "outlets": d.outlets()}))

    @api.get("/decisions", response_model=s.Decisions, responses=SAME, tags=["decisions"])
    async def decisions(
        request: Request, revoked: Annotated[bool, Query(description="also those taken back")] = False
    ) -> Response:
        """What people decided, in the order they did."""
        return answer(request, {"items": await desks.ask(lambda d: d.decisions(active=not revoked))})

    @api.get("/searches", response_model=s.Searches, responses=SAME, tags=["finding"])
    async def searches(request: Request) -> Response:
        """The saved searches by name."""
        return answer(request, {"items": await desks.ask(lambda d: d.searches())})

    @api.get("/searches/{name:path}/hits", response_model=s.Hits, responses=SAME, tags=["finding"])
    async def alerts(request: Request, name: s.SearchName, since: s.Moment = None, limit: s.Limit = 50) -> Response:
        """What a saved search finds among reports that came since a moment, else since it was saved; newest first."""
        found = await desks.ask(lambda d: d.alerts(name, since, limit))
        return answer(request, {"items": found, "next": None})


def _stories(api: APIRouter, desks: Desks) -> None:
    @api.get("/stories/{story}", response_model=s.StoryPage, responses=SAME, tags=["stories"])
    async def story(request: Request, story: s.StoryId) -> Response:
        """A story and its reports, in the order of its dossier."""

        def found(d: Reader) -> Any:
            return {"story": d.story(story), "version": d.version(story)[0], "articles": d.members(story)}

        return answer(request, await desks.ask(found))

    @api.get("/stories/{story}/dossier", response_model=dict[str, Any], responses=SAME, tags=["stories"])
    async def dossier(request: Request, story: s.StoryId) -> Response:
        """The whole dossier, schema `rashomon.dossier/1` (docs/dossier.md)."""
        entity = tag("dossier", await desks.ask(lambda d: d.version(story)[0]))
        return same(request, entity) or answer(request, await desks.ask(lambda d: d.dossier(story)), entity=entity)

    @api.get("/stories/{story}/changes", response_model=s.Changes, responses=SAME, tags=["changes"])
    async def changes(
        request: Request, story: s.StoryId, since: s.Moment = None, after: s.After = None, limit: s.Limit = 100
    ) -> Response:
        """The change log of a story, newest first."""
        return answer(request, await desks.ask(lambda d: d.changes(story, since, after, limit)))

    @api.get("/stories/{story}/history", response_model=s.Moves, responses=SAME, tags=["stories"])
    async def history(request: Request, story: s.StoryId) -> Response:
        """Why each report is in the story, oldest first."""
        return answer(request, {"items": await desks.ask(lambda d: d.history(story))})

    @api.get("/stories/{story}/{section}", response_model=s.Section, responses=SAME, tags=["stories"])
    async def section(
        request: Request, story: s.StoryId, section: Literal["figures", "quotes", "disagreements", "checks", "coverage"]
    ) -> Response:
        """One section of the dossier with names for ids and the words of every cite."""

        def found(d: Reader) -> Any:
            kept = d.kept(story)
            return {"story": d.story(story).id, "version": kept.version, "items": SECTIONS[section](View(kept.data))}

        return answer(request, await desks.ask(found))


def _reports(api: APIRouter, desks: Desks) -> None:
    @api.get("/articles", response_model=s.Articles, responses=SAME, tags=["reports"])
    async def articles(request: Request, only: s.OfReports, after: s.After = None, limit: s.Limit = 50) -> Response:
        """Reports, newest arrival first."""
        return answer(request, await desks.ask(lambda d: d.articles(only, after, limit)))

    @api.get("/articles/{article}", response_model=s.Report, responses=SAME, tags=["reports"])
    async def article(request: Request, article: s.ArticleId) -> Response:
        """A report: its row, its whole text, and what each stretch of it is."""

        def found(d: Reader) -> Any:
            row, a = d.article(article)
            blocks = [asdict(b) for b in a.blocks]
            return {
                "row": row,
                "text": a.text,
                "blocks": blocks,
                "authors": a.authors,
                "sources": a.sources,
                "captured": a.captured,
            }

        return answer(request, await desks.ask(found))

    @api.get("/articles/{article}/revisions", response_model=s.Revisions, responses=SAME, tags=["reports"])
    async def revisions(request: Request, article: s.ArticleId) -> Response:
        """The versions of a report, oldest first, each with its words against the version before."""
        found = await desks.ask(lambda d: versions(d, article))
        return answer(request, {"items": [{"row": row, "words": words} for row, words in found]})


def _writing(api: APIRouter, desks: Desks) -> None:
    @api.post("/decisions", response_model=Decision, status_code=201, responses=WRITING, tags=["decisions"])
    async def decide(request: Request, body: s.NewDecision) -> Response:
        """Decide what rules cannot: it wins over them, now and on every rebuild."""
        return answer(request, await desks.write(lambda desk: _decide(desk, body)), status=201)

    @api.delete("/decisions/{decision}", response_model=Decision, responses=WRITING, tags=["decisions"])
    async def revoke(request: Request, decision: s.DecisionId) -> Response:
        """Take a decision back; it stays on record."""
        return answer(request, await desks.write(lambda desk: desk.revoke(decision)))

    @api.post("/searches", response_model=SavedSearch, status_code=201, responses=WRITING, tags=["finding"])
    async def save(request: Request, body: s.NewSearch) -> Response:
        """Keep a search under a name; one of that name is replaced."""
        return answer(request, await desks.write(lambda desk: desk.save_search(body.name, body.query)), status=201)

    @api.delete("/searches/{name:path}", status_code=204, responses=WRITING, tags=["finding"])
    async def forget(name: s.SearchName) -> Response:
        """Forget a saved search."""
        await desks.write(lambda desk: desk.remove_search(name))
        return Response(status_code=204)


def _decide(desk: Desk, body: Any) -> Decision:
    said = {"note": body.note, "by": body.by}
    match body:
        case s.SameActor(kind="same-actor"):
            return desk.same_actor(body.a, body.b, body.story, **said)
        case s.SameActor():
            return desk.not_same_actor(body.a, body.b, body.story, **said)
        case s.Speaker():
            return desk.speaker(body.story, body.quote, body.name, **said)
        case s.NoContradiction():
            return desk.not_a_contradiction(body.story, body.disagreement, **said)
        case s.Merge():
            return desk.merge(body.one, body.other, **said)
        case _:
            return desk.split(body.story, body.articles, **said)
