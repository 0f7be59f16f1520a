"""Commands run as a user would, in a process of their own."""

import os
import subprocess
import sys
from typing import NamedTuple

import pytest


class Run(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


@pytest.fixture
def rawi(tmp_path):
    """``rawi(*arguments, stdin=..., lang=...)`` in an empty folder."""

    def run(*arguments, stdin=b"", lang="en"):
        env = {**os.environ, "RAWI_LANG": lang, "COLUMNS": "200"}
        stdin = stdin.encode() if isinstance(stdin, str) else stdin
        command = [sys.executable, "-m", "rawi", *map(str, arguments)]
        done = subprocess.run(command, input=stdin, capture_output=True, cwd=tmp_path, env=env, check=False)
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
