"""What goes over the wire: parameters with their limits, bodies, and the lists that answers are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import Depends, Path, Query
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from rashomon.desk.claims import Line
from rashomon.records.desk import (
    ArticleRow,
    Change,
    Decision,
    Filter,
    Hit,
    Move,
    OutletRow,
    SavedSearch,
    Source,
    StoryRow,
)
from rashomon.store.cursor import LONGEST

DAY = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
MOMENT = DAY.removesuffix("$") + r"(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?Z?)?$"
NAME = r"^[^\x00-\x1f\x7f]+$"
ID = r"^[A-Za-z0-9_-]+$"
CURSOR = r"^[-A-Za-z0-9_]+$"
NUMBER = r"^\d{0,4}$"

_MEANT = {
    DAY: "give a day as YYYY-MM-DD",
    MOMENT: "give a day or a moment in UTC, as 2026-11-22 or 2026-11-22T09:30",
    NAME: "a name has no line breaks and no control characters",
    ID: "an id has letters, digits, - and _ only",
    CURSOR: "give what the page before has as its `next`",
    NUMBER: "give a whole number",
}
"""What a pattern asks for, in words."""

StoryId = Annotated[str, Path(max_length=64, pattern=ID, description="id of a story", examples=["s1"])]
ArticleId = Annotated[str, Path(max_length=64, pattern=ID, description="id of a report", examples=["a0123456789ab"])]
SearchName = Annotated[str, Path(max_length=100, pattern=NAME, description="name of a saved search")]
DecisionId = Annotated[int, Path(ge=1, le=2**53, description="id of a decision")]
After = Annotated[
    str | None,
    Query(max_length=LONGEST, pattern=CURSOR, description="the next page: `next` of the page before"),
]
Limit = Annotated[int, Query(ge=1, le=200, description="rows of a page at the most")]
Day = Annotated[str | None, Query(pattern=DAY, description="a day, YYYY-MM-DD")]
Moment = Annotated[str | None, Query(pattern=MOMENT, description="a day or a moment in UTC (2026-11-22T09:30)")]
Outlet = Annotated[str | None, Query(min_length=1, max_length=200, description="of this outlet, to the letter")]
Language = Annotated[str | None, Query(min_length=2, max_length=16, description="of this language: `en`")]
Story = Annotated[str | None, Query(max_length=64, pattern=ID, description="of this story")]
Text = Annotated[str, Query(min_length=1, max_length=1000)]


def in_words(problem: Mapping[str, Any], skip: int = 0) -> str:
    """What is wrong with a parameter, for people: its name (without `skip` leading parts) and what is expected."""
    where = ".".join(str(part) for part in problem["loc"][skip:])
    given = problem.get("ctx") or {}
    by = str(given.get("discriminator", "")).strip("'")
    match problem["type"]:
        case "string_pattern_mismatch":
            told = _MEANT.get(given["pattern"].removesuffix("|^$"), "it is not written as it should be")
        case "int_parsing" | "int_type" | "int_from_float":
            told = _MEANT[NUMBER]
        case "string_too_short" if given["min_length"] == 1:
            told = "it is empty"
        case "union_tag_invalid":
            told = f"there is no {by} {given['tag']!r}; known are {given['expected_tags']}"
        case "json_invalid":
            where, told = "", f"the body is no JSON: {given.get('error', 'it cannot be read')}"
        case "model_attributes_type" | "dict_type":
            told = "give a JSON object"
        case "union_tag_not_found":
            told = f"{by}: field required"
        case _:
            told = problem["msg"][:1].lower() + problem["msg"][1:]
    return f"{where}: {told}" if where else told


def reports_filter(
    since: Day = None, until: Day = None, outlet: Outlet = None, language: Language = None, story: Story = None
) -> Filter:
    """Which reports a list holds."""
    return Filter(since, until, outlet, language, story)


def stories_filter(
    since: Day = None,
    until: Day = None,
    outlet: Outlet = None,
    language: Language = None,
    reports: Annotated[int | None, Query(ge=1, le=10_000, description="stories of at least so many reports")] = None,
) -> Filter:
    """Which stories a list holds."""
    return Filter(since, until, outlet, language, None, reports)


OfReports = Annotated[Filter, Depends(reports_filter)]
OfStories = Annotated[Filter, Depends(stories_filter)]


class Wrong(BaseModel):
    """What went wrong: a word for programs and a sentence for people."""

    code: str
    message: str


class Error(BaseModel):
    """The one shape of every error."""

    error: Wrong


class Stories(BaseModel):
    """A page of stories."""

    items: list[StoryRow]
    next: str | None


class Articles(BaseModel):
    """A page of reports."""

    items: list[ArticleRow]
    next: str | None


class Hits(BaseModel):
    """A page of what a search found."""

    items: list[Hit]
    next: str | None


class Changes(BaseModel):
    """A page of the change log."""

    items: list[Change]
    next: str | None


class Lines(BaseModel):
    """Lines of dossiers, each with its passages."""

    items: list[Line]


class StoryPage(BaseModel):
    """A story with the rows of its reports; `version` changes whenever its dossier does."""

    story: StoryRow
    version: str
    articles: list[ArticleRow]


class Moves(BaseModel):
    """How a story came to have its reports."""

    items: list[Move]


class Decisions(BaseModel):
    """Decisions of people."""

    items: list[Decision]


class Searches(BaseModel):
    """Saved searches."""

    items: list[SavedSearch]


class Sources(BaseModel):
    """What is followed, and the outlets of the reports that are kept."""

    items: list[Source]
    outlets: list[OutletRow]


class Days(BaseModel):
    """A day with how many stories have their newest report on it."""

    day: str
    stories: int
    after: str


class Calendar(BaseModel):
    """Days of stories; `after` of a day is where a list of stories that begins there goes on."""

    items: list[Days]


class Section(BaseModel):
    """Lines of one section of a dossier; every cite has the words it stands for."""

    model_config = ConfigDict(json_schema_extra={"description": "Lines of a section, each cite with its words."})

    story: str
    version: str
    items: list[dict[str, Any]]


class Report(BaseModel):
    """A report with its text and what each stretch of it is."""

    row: ArticleRow
    text: str
    blocks: list[dict[str, Any]]
    authors: list[str]
    sources: list[str]
    captured: bool


class Revision(BaseModel):
    """A version of a report; `words` tells it from the one before: same, gone or new."""

    row: ArticleRow
    words: list[tuple[Literal["same", "gone", "new"], str]]


class Revisions(BaseModel):
    """The versions of a report, oldest first."""

    items: list[Revision]


# Bodies

Named = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=NAME, strip_whitespace=True)]
StoryName = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=ID)]
Short = Annotated[str, StringConstraints(max_length=2000, pattern=r"^[^\x00]*$")]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Said(_Body):
    note: Short = ""
    by: Short = ""


class SameActor(_Said):
    """Two names are one actor, or two: in a story, else everywhere."""

    kind: Literal["same-actor", "not-same-actor"]
    a: Named
    b: Named
    story: StoryName | None = None


class Speaker(_Said):
    """Who said a quotation of a dossier; without a name nobody known."""

    kind: Literal["speaker"]
    story: StoryName
    quote: StoryName
    name: Named | None = None


class NoContradiction(_Said):
    """A disagreement of a dossier, or a check, is none: `disagreement` is its id, `d1` or `k1`."""

    kind: Literal["not-a-contradiction"]
    story: StoryName
    disagreement: StoryName


class Merge(_Said):
    """Two stories are one."""

    kind: Literal["merge-stories"]
    one: StoryName
    other: StoryName


class Split(_Said):
    """Reports of a story are a story of their own."""

    kind: Literal["split-story"]
    story: StoryName
    articles: Annotated[list[StoryName], Field(min_length=1, max_length=500)]


NewDecision = Annotated[SameActor | Speaker | NoContradiction | Merge | Split, Field(discriminator="kind")]


class NewSearch(_Body):
    """A search to be kept under a name."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=NAME, strip_whitespace=True)]
    query: Annotated[str, StringConstraints(min_length=1, max_length=1000)]
