"""How pages are dressed: one style, one script, and a policy that names both and nothing else."""

from __future__ import annotations

import json
import re

import pytest

from rashomon.export.html.shell import dress, fingerprint
from rashomon.serve.answers import trouble
from rashomon.serve.pages.shown import TROUBLE, dressed, page, policy, problem_page, readable


@pytest.mark.parametrize("dossier", [False, True])
def test_the_policy_names_the_style_and_the_script_of_the_page(dossier: bool) -> None:
    told = policy(dossier)["Content-Security-Policy"]
    style, script = str(dressed(dossier)["style"]), str(dressed(dossier)["script"])
    assert f"style-src '{fingerprint(style)}'" in told
    assert f"script-src '{fingerprint(script)}'" in told
    assert "connect-src 'self'" in told
    assert "form-action 'self'" in told
    assert told.endswith("frame-ancestors 'none'")


def test_a_page_alone_may_ask_nobody() -> None:
    plain = dress()
    assert "connect-src" not in str(plain["policy"])
    more = dress(style="p{}", script="let a;", connect="'self'")
    assert str(more["style"]) == str(plain["style"]) + "p{}"
    assert str(more["script"]).endswith("let a;")
    assert str(more["policy"]).endswith("connect-src 'self'")


def test_the_policy_stands_in_the_page_too() -> None:
    text = page("problem.html.jinja", here="", title="T", status=404, message="m").decode()
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    assert found
    assert policy()["Content-Security-Policy"].startswith(found[1])


def test_what_a_page_cannot_hold_is_replaced_in_its_place() -> None:
    assert readable("a\0b\ud800c\rd") == "a\ufffdb\ufffdc\nd"
    assert "\ufffd" in page("problem.html.jinja", here="", title="x\ud800", status=404, message="m").decode()


@pytest.mark.parametrize("status", [*TROUBLE, 418])
def test_problems_say_what_they_are(status: int) -> None:
    response = problem_page(status, "the <b>reason</b>", {"X-More": "1"})
    assert (response.status_code, response.headers["x-more"]) == (status, "1")
    text = bytes(response.body).decode()
    assert TROUBLE.get(status, "Something went wrong") in text
    assert "The &lt;b&gt;reason&lt;/b&gt;." in text
    assert json.loads(bytes(trouble(status, "c", "m").body)) == {"error": {"code": "c", "message": "m"}}
