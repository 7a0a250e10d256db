"""What a child can be held to. A system that lacks a means says so, by leaving its name out."""

from enum import StrEnum


class Held(StrEnum):
    """One thing that the child cannot do any more, whatever a hostile file makes of it."""

    MEMORY = "memory"
    CORE_DUMP = "no-core-dump"
    WRITING = "no-file-writing"
    OPEN_FILES = "few-open-files"
    READING = "no-files-of-yours"
    NETWORK = "no-network"
    PROGRAMS = "no-other-programs"
    APART = "apart"
    """It sees no other process, no network device and no folder but its own code."""
