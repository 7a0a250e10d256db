"""A confined child whose reading of a file is taken over: the first bytes say how it misbehaves."""

import os
import sys
import time
from pathlib import Path
from typing import BinaryIO

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from capture import examine
from capture.errors import Damaged
from capture.isolate import child
from capture.kinds import MediaKind
from capture.progress import Tick
from capture.report import Facts, Harm, MetadataReport, Trace

FACTS = Facts("1.000000", "-2.000000", "2024-05-01T10:00:00+02:00", "Maker Model", "1.5", 40, 30)


def _misbehave(source: BinaryIO, tick: Tick) -> MetadataReport:  # noqa: C901 # one case each
    behaviour = source.read(16).rstrip(b".").decode()
    match behaviour:
        case "crash":
            os.abort()
        case "hang":
            time.sleep(3600)
        case "hang-loudly":
            while True:
                tick(0, 0)
                time.sleep(0.01)
        case "eat":
            bytearray(64 << 30)
        case "bug":
            raise KeyError(behaviour)
        case "damaged":
            raise Damaged("at the start", part="header")
        case "write-file":
            Path(os.environ["ROGUE_FILE"]).write_bytes(b"x" * 10)
        case "nonsense":
            os.write(3, b"\xff" * 64)
            os.write(4, b"\xff" * 64)
        case _:
            pass
    source.seek(0)
    return MetadataReport(
        MediaKind.JPEG,
        len(source.read()),
        (Trace("GPS", "here", Harm.LOCATION, "APP1", (b"needle\x00",)),),
        facts=FACTS,
    )


examine.inspect = _misbehave  # type: ignore[assignment] # the point of this file
sys.exit(child.main())
