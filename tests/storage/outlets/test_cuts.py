"""A few of the cuts that ``packaging/test-outlets.sh`` makes two hundred of."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]


def test_cut_at_random_uploads_arrive_whole_and_nothing_half_has_their_name() -> None:
    few = ["--cuts", "6", "--size", "17", "--kinds", "tus,s3,sftp"]
    done = subprocess.run(
        [sys.executable, str(PROJECT / "packaging" / "cuts.py"), *few],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("sent again for a cut: ") == 3
