"""Every command of docs/tutorial.md is run as it stands there, and prints what stands there."""

from __future__ import annotations

import os
import re
import shlex
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

for module in ("feedparser", "httpx2", "protego", "fastapi", "mcp"):
    pytest.importorskip(module, reason="needs the extra rashomon[desk]")

ROOT = Path(__file__).parents[2]
HOST, PORT = "127.0.0.1", 8899


def commands() -> list[tuple[str, list[str]]]:
    """Each command of the console blocks with the lines that follow it."""
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"```console\n(.*?)```", (ROOT / "docs/tutorial.md").read_text(encoding="utf-8"), re.S):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


@pytest.fixture
def sites() -> Iterator[None]:
    with socket.socket() as tried:
        if tried.connect_ex((HOST, PORT)) == 0:
            pytest.skip(f"port {PORT} is taken")
    with subprocess.Popen([sys.executable, ROOT / "examples/coast/site.py"], stdout=subprocess.PIPE, text=True) as site:
        assert site.stdout is not None
        assert "three sites" in site.stdout.readline()
        yield
        site.terminate()


def test_the_tutorial_runs(sites: None, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    server = None
    try:
        for command, shown in commands():
            words = shlex.split(command)
            if words[0] == "python" or "--every" in words:  # the sites, and what never ends
                continue
            if words[0] == "rashomon":
                words = [sys.executable, "-m", "rashomon.cli.main", *words[1:]]
            elif words[0] == "curl":
                words = [sys.executable, "-c", CURL, words[1]]
            env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
            if "serve" in words:
                server = subprocess.Popen(words, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env=env)
                assert server.stderr is not None
                assert server.stderr.readline().splitlines() == shown
                continue
            done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, env=env, encoding="utf-8")
            assert done.returncode == 0, (command, done.stderr)
            assert done.stdout.splitlines()[: len(shown)] == shown, command
    finally:
        if server is not None:
            server.terminate()
            server.communicate(timeout=30)


CURL = "import sys, urllib.request as u; sys.stdout.write(u.urlopen(sys.argv[1]).read().decode())"
