"""One builder of scenes for all checks: with a cast that the test module gives (`CAST`), or read whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.steps.annotate import annotate
from rashomon.steps.reconcile.actors import find_actors
from rashomon.steps.reconcile.disagreements.claims import Scene, set_scene
from rashomon.steps.reconcile.kin import Kin

DAY = "2025-03-19"
"""A Wednesday."""


@pytest.fixture
def scene(told: Callable, request: pytest.FixtureRequest) -> Callable[..., Scene]:
    """Reports given one by one (ids a, b, c …) or by id, with the cast of the test module."""

    def build(*texts: str | dict[str, str], **more: object) -> Scene:
        reports = texts[0] if isinstance(texts[0], dict) else dict(zip("abcdef", texts, strict=False))
        story, cast = told(reports, request.module.CAST, **more)
        return set_scene(story, cast, Kin(cast))

    return build


@pytest.fixture
def read() -> Callable[..., Scene]:
    """Reports of one day (ids r0, r1 …), annotated and with the actors that are found in them."""

    def build(*texts: str, day: str | None = DAY, source: str = "given") -> Scene:
        articles = tuple(
            Article(
                f"r{n}", f"{n}.txt", t, (Block(0, len(t), "body"),), published=day,
                published_from=source if day else None, language="en",  # type: ignore[arg-type]
            )
            for n, t in enumerate(texts)
        )  # fmt: skip
        story = Story(articles, tuple(annotate(a) for a in articles))
        cast = find_actors(story)
        return set_scene(story, cast, Kin(cast))

    return build
