"""What several reports took from one place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rashomon.records.dossier import Story
from rashomon.records.findings import Origin
from rashomon.steps.reconcile.origins import find_origins
from rashomon.steps.reconcile.utterances import find_utterances

AGENCY = (
    "The ferry Alma ran aground on rocks outside the harbour early on Wednesday after its engines failed in heavy fog. "
    "Rescue boats brought forty passengers ashore within two hours and nobody was hurt, although several people were "
    "treated for the cold. Divers will look at the hull before a tug pulls the vessel free at the next high tide."
)
REWRITTEN = AGENCY.replace("early on Wednesday", "before dawn").replace("although several people were", "but some were")
OWN = (
    "Fog and a broken fuel line put the Alma on the reef this morning, her owner told our reporter on the quay. All "
    "who were aboard reached land safely. A tug is on its way from the south and is due when the water is highest."
)
OTHER = (
    "Fishermen had long warned of that reef. The council once thought about a lighthouse there but never paid for one, "
    "and now the bill for the tug alone will be higher than the price of a lamp, the opposition says."
)


@pytest.fixture
def origins(make_story: Any) -> Any:
    def run(*texts: str, **changes: dict[str, Any]) -> tuple[Origin, ...]:
        story, _ = make_story([(text, []) for text in texts])
        articles = tuple(replace(a, **changes.get(a.id, {})) for a in story.articles)
        return find_origins(Story(articles, story.marks))

    return run


def holders(origin: Origin) -> list[str]:
    return sorted({c.article for p in origin.passages for c in p.cites})


def test_reports_of_their_own_have_no_common_origin(origins: Any) -> None:
    assert origins(AGENCY, OWN, OTHER) == ()
    assert origins(AGENCY) == ()
    assert origins() == ()


def test_a_copy_is_one_passage_with_all_words_in_common(origins: Any) -> None:
    (one,) = origins(AGENCY, OWN, AGENCY)
    assert (one.id, one.kind, one.source) == ("o1", "copies", None)
    (passage,) = one.passages
    assert [(c.article, c.start, c.end) for c in passage.cites] == [
        ("a", 0, len(AGENCY) - 1),
        ("c", 0, len(AGENCY) - 1),
    ]
    assert passage.shared == 1.0


def test_a_rewritten_copy_shows_its_share(origins: Any) -> None:
    (one,) = origins(AGENCY, REWRITTEN)
    (passage,) = one.passages
    assert 0.85 < passage.shared < 1.0
    assert holders(one) == ["a", "b"]


def test_a_passage_inside_another_report_is_found(origins: Any) -> None:
    (one,) = origins(AGENCY, f"{OTHER} {AGENCY[:226]} {OTHER[::-1]}")
    (passage,) = one.passages
    assert [c.article for c in passage.cites] == ["a", "b"]
    assert passage.cites[0].start == 0


def test_three_copies_are_one_origin(origins: Any) -> None:
    (one,) = origins(AGENCY, AGENCY, REWRITTEN)
    assert holders(one) == ["a", "b", "c"]
    assert all(len(p.cites) >= 2 for p in one.passages)


def test_the_earliest_report_comes_first(origins: Any) -> None:
    (one,) = origins(AGENCY, AGENCY, a={"published": "2021-06-16T10:00"}, b={"published": "2021-06-16T08:00"})
    assert [c.article for c in one.passages[0].cites] == ["b", "a"]


def test_without_a_time_the_dossier_order_stays(origins: Any) -> None:
    (one,) = origins(AGENCY, AGENCY, b={"published": None})
    assert [c.article for c in one.passages[0].cites] == ["a", "b"]


def test_shared_quotations_are_no_copying(origins: Any) -> None:
    speech = (
        "We have asked for a lamp on that reef for eleven years and nobody at the council has ever answered our letters"
    )
    assert (
        origins(f'"{speech}," said a fisherman. Fog hid it.', f'A man on the quay: "{speech}." The tug came late.')
        == ()
    )


def test_names_with_titles_and_stock_phrases_are_no_copying(origins: Any) -> None:
    title = "Ida Lund, deputy harbour master for Northern Services at the Port Ellery Harbour Board, said. "
    stock = "There was no immediate comment from the Harbour Board of Port Ellery on Wednesday. "
    assert origins(title + OWN + stock, title + OTHER + stock) == ()


@pytest.mark.parametrize(
    ("changes", "source"),
    [
        ({"a": {"sources": ("Reuters",)}, "b": {"sources": ("Reuters",)}}, "Reuters"),
        ({"a": {"sources": ("Reuters",)}}, "Reuters"),
        ({"a": {"sources": ("Reuters",)}, "b": {"sources": ("Associated Press",)}}, None),
        ({"a": {"sources": ("The Ellery Gazette",)}}, "The Ellery Gazette"),
        ({"a": {"outlet": "Reuters"}}, "Reuters"),
    ],
)
def test_the_source_is_the_agency_that_is_credited(origins: Any, changes: Any, source: str | None) -> None:
    (one,) = origins(AGENCY, AGENCY, **changes)
    assert one.source == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("PORT ELLERY (AP) - " + AGENCY, "Associated Press"),
        ("PORT ELLERY (Reuters) — " + AGENCY, "Reuters"),
        ("PORT ELLERY, Norland (North Wire) - " + AGENCY, "North Wire"),
        ("Port Ellery (North Wire) " + AGENCY, None),
        (AGENCY + " The harbour master told AFP that the tug was late.", "Agence France-Presse"),
        (AGENCY + " An AFP journalist saw the tug.", "Agence France-Presse"),
        (AGENCY + " The mayor has an app.", None),
    ],
)
def test_datelines_and_told_name_the_agency(origins: Any, text: str, source: str | None) -> None:
    (one, *_) = origins(text, AGENCY)
    assert one.source == source


def test_strays_have_no_part(origins: Any) -> None:
    assert origins(AGENCY, AGENCY, b={"stray": True}) == ()


def test_origins_do_not_depend_on_anything_but_the_reports(origins: Any) -> None:
    assert origins(AGENCY, REWRITTEN, OWN, AGENCY) == origins(AGENCY, REWRITTEN, OWN, AGENCY)


POST = "We are very much on the right course and I will ask the harbour master to tell you all about it on Friday"
WROTE = [{"pieces": POST, "speaker": "Lund", "channel": "Blue Square"}]


def shared(make_story: Any, *reports: Any) -> list[Origin]:
    story, cast = make_story(reports, [("Ida Lund", "person")])
    quotes, utterances = find_utterances(story, cast)
    return [o for o in find_origins(story, quotes, utterances, cast) if o.kind == "shares-source"]


def test_a_post_that_two_reports_quote_is_a_shared_source(make_story: Any) -> None:
    (one,) = shared(make_story, (f'"{POST}," Lund wrote.', WROTE), (f'Lund: "{POST}." Signed, Lund.', WROTE))
    assert one.source == "Ida Lund's post on Blue Square"
    assert [[c.article for c in p.cites] for p in one.passages] == [["a", "b"]]
    assert one.passages[0].shared == 1.0


def test_without_a_channel_or_a_speaker_the_source_is_named_as_far_as_known(make_story: Any) -> None:
    plain = [{"pieces": POST, "speaker": "Lund"}]
    (one,) = shared(make_story, (f'"{POST}," Lund said.', plain), (f'"{POST}," said Lund.', plain))
    assert one.source == "Ida Lund's words"
    nobody = [{"pieces": POST}]
    (one,) = shared(make_story, (f'It read: "{POST}."', nobody), (f'A note said: "{POST}."', nobody))
    assert one.source is None


def test_a_channel_that_is_no_name_is_worded_as_it_is(make_story: Any) -> None:
    briefing = [{"pieces": POST, "speaker": "Lund", "channel": "briefing"}]
    (one,) = shared(make_story, (f'"{POST}," Lund said.', briefing), (f'"{POST}," said Lund.', briefing))
    assert one.source == "Ida Lund's briefing"


def test_a_few_shared_words_are_no_source(make_story: Any) -> None:
    part = "very much on the right course"
    found = shared(
        make_story,
        (f'"{POST}," Lund wrote.', WROTE),
        (f'All is "{part}", Lund wrote.', [{"pieces": part, "speaker": "Lund", "kind": "mixed"}]),
    )
    assert found == []


def test_a_quotation_inside_two_copies_is_no_second_source(make_story: Any) -> None:
    text = f'{AGENCY} "{POST}," Lund wrote.'
    assert shared(make_story, (text, WROTE), (text, WROTE)) == []


SPEECH = "The crew of the Alma did what any crew would do and I will not hear one word against them from anybody here"


@pytest.mark.parametrize(
    ("channels", "sizes"), [((None, None), [2]), (("speech", "speech"), [2]), ((None, "speech"), [1, 1])]
)
def test_words_that_the_same_reports_quote_are_one_source(
    make_story: Any, channels: tuple[str | None, str | None], sizes: list[int]
) -> None:
    said = [{"pieces": p, "speaker": "Lund", "channel": c} for p, c in zip((POST, SPEECH), channels, strict=True)]
    found = shared(
        make_story,
        (f'"{POST}," Lund said. "{SPEECH}," Lund added.', said),
        (f'"{SPEECH}," said Lund. Before: "{POST}," Lund said.', said),
    )
    assert [len(o.passages) for o in found] == sizes
