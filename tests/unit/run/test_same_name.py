from __future__ import annotations

import json

from rashomon.run.same_name import same_name_lines


def test_one_answer_for_each_line_in_order() -> None:
    rows = [
        {"a": "Reyes", "b": "Ana Reyes", "type": "person"},
        {"a": "US", "b": "America", "type": "location"},
        {"a": "Ana", "b": "Bo"},
    ]
    answers = list(same_name_lines([json.dumps(r) + "\n" for r in rows] + ["\n"]))
    assert [(a["same"], ok) for a, ok in answers] == [
        (True, True),
        (True, True),
        (False, True),
        (False, False),  # a blank line has its answer too, so that lines keep step
    ]
    assert answers[0][0] == {"same": True, "score": 0.85}


def test_a_bad_line_gives_an_answer_too() -> None:
    answers = list(same_name_lines(["{", "[]", '{"a": 1, "b": "x"}', '{"a": "x", "b": "x", "type": null}']))
    assert [ok for _, ok in answers] == [False, False, False, True]
    assert all(a["same"] is False and "error" in a for a, ok in answers if not ok)
