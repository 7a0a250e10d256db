"""What every outlet promises, where a proxy is the only way out and the environment is hostile.

A part of it: ``packaging/test-outlets.sh`` has all tests of outlets run so, by both kinds of proxy.
"""

import subprocess
from pathlib import Path

import pytest

from tests.storage.outlets.alone import PROJECT, WITHIN, can_be_alone


@pytest.mark.skipif(not can_be_alone(), reason="no network of its own here (Linux, root, iproute2)")
def test_nothing_leaves_but_by_the_proxy(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            *WITHIN,
            str(tmp_path),
            "socks5h",
            "tests/contracts/test_outlets.py",
            "-k",
            "small or asked",
        ],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    *_, left, controls = done.stdout.splitlines()
    assert left == "left: 0", "packets went elsewhere"
    assert min(map(int, controls.split()[1:])) > 0, "the counter counts nothing"
