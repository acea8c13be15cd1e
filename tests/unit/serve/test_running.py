"""Running: tokens, addresses, a clean end; the commands."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from rashomon.errors import MissingExtra, NotADesk, UsageError
from rashomon.serve import missing
from rashomon.serve.running import TOKEN as VARIABLE
from rashomon.serve.running import find_token, is_loopback, names_of, run

from .conftest import TOKEN


@pytest.fixture
def token_file(tmp_path: Path) -> Path:
    path = tmp_path / "token"
    path.write_text(TOKEN + "\n")
    path.chmod(0o600)
    return path


def test_a_token_from_a_file_or_the_environment(token_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert find_token(None) is None
    assert find_token(str(token_file)) == TOKEN
    monkeypatch.setenv(VARIABLE, "another-token-of-letters")
    assert find_token(None) == "another-token-of-letters"
    assert find_token(str(token_file)) == TOKEN


@pytest.mark.parametrize(
    "token", ["", "short", "fifteen-letters", "with a space in it", "not\u00e9ascii-but-long-enough"]
)
def test_tokens_that_protect_nothing(token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, token)
    with pytest.raises(UsageError, match="at least 16"):
        find_token(None)


def test_a_token_that_others_can_read(token_file: Path) -> None:
    token_file.chmod(0o644)
    with pytest.raises(UsageError, match="chmod 600"):
        find_token(str(token_file))


def test_a_token_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--token-file"):
        find_token(str(tmp_path / "none"))


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("localhost", True),
        ("::1", True),
        ("[::1]", True),
        ("0.0.0.0", False),
        ("::", False),
        ("10.0.0.1", False),
        ("desk.example", False),
    ],
)
def test_which_addresses_are_this_machine(host: str, own: bool) -> None:
    assert is_loopback(host) is own


def test_names_a_server_answers_to() -> None:
    assert names_of("127.0.0.1", 80, ["Desk.Local"]) == ["localhost", "127.0.0.1", "[::1]", "127.0.0.1", "desk.local"]
    assert "[::1]" in (names_of("::1", 80, []) or [])
    assert names_of("0.0.0.0", 80, []) is None
    assert names_of("10.0.0.1", 80, ["desk.example"]) == ["desk.example", "10.0.0.1"]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1"])
def test_others_may_not_be_let_in_without_a_token(made: Path, host: str) -> None:
    with pytest.raises(UsageError, match="give a token with --token-file"):
        run(str(made), host)


def test_an_address_that_is_taken(made: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError, match="cannot be had"):
        run(str(made), port=taken.getsockname()[1])
    with pytest.raises(UsageError, match="cannot be had"):
        run(str(made), port=70_000)


def test_a_folder_that_is_no_desk(tmp_path: Path) -> None:
    with pytest.raises(NotADesk):
        run(str(tmp_path))


def test_a_missing_package_names_the_extra() -> None:
    problem = missing(ModuleNotFoundError("no", name="fastapi.routing"))
    assert isinstance(problem, MissingExtra)
    assert "rashomon[serve]" in str(problem)
    own = ModuleNotFoundError("no", name="rashomon.none")
    assert missing(own) is own


def test_without_the_packages_the_command_says_so(made: Path) -> None:
    code = (
        "import sys; sys.modules['fastapi'] = None\n"
        "from rashomon.cli.main import main\n"
        f"sys.exit(main(['desk', 'serve', '--desk', {str(made)!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "pip install 'rashomon[serve]'" in done.stderr
    assert "Traceback" not in done.stderr


class Running:
    """`rashomon desk serve` in a process of its own."""

    def __init__(self, folder: Path, *more: str, **environment: str) -> None:
        command = [sys.executable, "-m", "rashomon.cli.main", "desk", "serve", "--desk", str(folder), "--port", "0"]
        env = {**os.environ, **environment}
        self.process = subprocess.Popen([*command, *more], stderr=subprocess.PIPE, text=True, env=env)
        assert self.process.stderr is not None
        self.said = self.process.stderr.readline()
        found = re.search(r"http://\S+", self.said)
        assert found, self.said + self.process.stderr.read()
        self.address = found.group()

    def get(self, path: str, **headers: str) -> int:
        request = urllib.request.Request(self.address.rstrip("/") + path, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as problem:
            problem.close()
            return problem.code

    def stop(self, which: signal.Signals) -> tuple[int, str]:
        self.process.send_signal(which)
        _, rest = self.process.communicate(timeout=30)
        return self.process.returncode, rest


@pytest.mark.parametrize("which", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_and_ends_cleanly(folder: Path, which: signal.Signals) -> None:
    running = Running(folder)
    assert running.said.startswith(f"serving {folder} at http://127.0.0.1:")
    assert running.get("/stories") == 200
    assert running.get("/stories", Host="rebound.example") == 421
    assert running.stop(which) == (0, "")


def test_with_a_token_it_may_be_reached_from_outside(folder: Path, token_file: Path) -> None:
    running = Running(folder, "--host", "0.0.0.0", "--token-file", str(token_file), "--read-only")
    assert "(with a token)" in running.said
    running.address = running.address.replace("0.0.0.0", "127.0.0.1")
    assert running.get("/stories") == 401
    assert running.get("/stories", Authorization=f"Bearer {TOKEN}") == 200
    assert running.get("/stories", Authorization=f"Bearer {TOKEN}", Host="any.example") == 200
    assert running.stop(signal.SIGTERM) == (0, "")
