"""`annotate`, `group` and `same-name` as filters: one line for each line, whatever the bytes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]
FERRY = "The ferry Halcyon ran aground off Port Merrow on Tuesday, and lifeboats took its passengers ashore."


def rows(out: str) -> list[Any]:
    assert out == "" or out.endswith("\n")
    return [json.loads(line) for line in out.split("\n")[:-1]]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("annotate",), {"id": "x", "text": FERRY}),
        (("group",), {"id": "x", "text": FERRY}),
        (("group", "--stream"), {"id": "x", "text": FERRY}),
        (("same-name",), {"a": "Ana", "b": "Bo"}),
    ],
)
def test_a_filter_without_trouble_is_silent(command: Run, arguments: tuple[str, ...], line: Any) -> None:
    assert command(*arguments) == (0, "", "")
    done = command(*arguments, stdin=(json.dumps(line) + "\n").encode())
    assert (done.status, done.err, len(rows(done.out))) == (0, "", 1)
    done = command(*arguments, stdin=b"{\n" + json.dumps(line).encode())
    assert (done.status, done.err) == (1, "")
    assert ["error" in row for row in rows(done.out)] == [True, False]


@pytest.mark.parametrize("arguments", [("annotate",), ("group",), ("group", "--stream")])
def test_only_a_newline_ends_a_line(command: Run, arguments: tuple[str, ...]) -> None:
    texts = ["One\u2028two.", "One\x85two.", "One\x0btwo."]
    lines = "\n".join(json.dumps({"id": n, "text": t}, ensure_ascii=False) for n, t in enumerate(texts))
    done = command(*arguments, stdin=lines.replace("\x0b", "\\u000b").encode() + b"\r\n")
    assert [row["id"] for row in rows(done.out)] == [0, 1, 2]
    assert done.status == 0


def test_a_lone_carriage_return_ends_no_line(command: Run) -> None:
    done = command("same-name", stdin=b'{"a": "Ana",\r "b": "Ana"}\r\n')
    assert [row["same"] for row in rows(done.out)] == [True]


def test_names_are_read_as_utf8_under_any_locale(command: Run) -> None:
    done = command("same-name", stdin='{"a": "Åse Ødegård", "b": "Ødegård"}\n'.encode())
    assert [row["same"] for row in rows(done.out)] == [True]


def test_bytes_that_are_no_utf8(command: Run) -> None:
    lines = b'{"id": "a", "text": "caf\xe9"}\n{"id": "b\xff", "text": "One."}\n'
    done = command("annotate", stdin=lines)
    assert done.status == 1
    first, second = rows(done.out)
    assert first == {"id": "a", "error": "the field 'text' holds bytes that are no UTF-8, or half a surrogate pair"}
    assert "error" not in second
    assert [row["id"] for row in rows(command("group", stdin=lines).out)] == ["a", "b\ufffd"]
    assert command("same-name", stdin=b'{"a": "Caf\xe9", "b": "Bo"}\n').status == 0


def test_output_keeps_letters(command: Run) -> None:
    done = command("group", stdin=json.dumps({"id": "løb", "text": FERRY}).encode())
    assert done.out == '{"id": "løb", "story": "s0-løb"}\n'


def test_half_a_pair_in_an_id_is_written_as_an_escape(command: Run) -> None:
    done = command("group", stdin=b'{"id": "\\ud800", "text": "One."}\n')
    assert done.status == 0
    assert done.out == '{"id": "\\ud800", "story": "s0-\\ud800"}\n'


def test_a_stream_says_what_the_batch_says(command: Run) -> None:
    lines = "".join(json.dumps({"id": n, "text": FERRY}) + "\n" for n in range(3)).encode()
    batch = command("group", stdin=lines)
    assert batch == command("group", "--stream", stdin=lines)
    assert (batch.status, [row["story"] for row in rows(batch.out)]) == (0, ["s0-0"] * 3)


def test_an_unknown_tagger_is_refused_before_the_first_line(command: Run) -> None:
    done = command("annotate", "--tagger", "nobody", stdin=b'{"text": "One."}\n')
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("rashomon: No tagger 'nobody'.")
