"""A job object of Windows: no other program, bounded memory, no clipboard, no desktop.

The process puts itself into a job that it cannot leave (``CreateJobObject``,
``SetInformationJobObject``), then gives itself low integrity, with which Windows lets it write to
nothing of the person's. It can still read files and reach the network: that would take a token
that only its parent could start it with, so neither is promised.
"""

import ctypes
import sys
from typing import Any

from capture.isolate.limits.promises import Held
from capture.isolate.limits.resources import MEMORY_LIMIT

_EXTENDED_LIMITS, _USER_INTERFACE = 9, 4
_ONE_PROCESS, _PROCESS_MEMORY, _DIE_ON_ERROR, _KILL_ON_CLOSE = 0x8, 0x100, 0x400, 0x2000
_NO_USER_INTERFACE = 0xFF
_ADJUST_DEFAULT, _TOKEN_INTEGRITY, _SE_GROUP_INTEGRITY = 0x80, 25, 0x20
_LOW_INTEGRITY = "S-1-16-4096"


class _Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process", ctypes.c_size_t),
        ("peak_job", ctypes.c_size_t),
    )


class _Label(ctypes.Structure):
    """TOKEN_MANDATORY_LABEL of winnt.h."""

    _fields_ = (("sid", ctypes.c_void_p), ("attributes", ctypes.c_uint32))


def apply() -> frozenset[Held]:
    """Bind this process and return what the system promised."""
    if sys.platform == "win32":
        return bind(ctypes.windll.kernel32, ctypes.windll.advapi32)
    return frozenset()


def bind(kernel: Any, advapi: Any) -> frozenset[Held]:
    """Do it through two libraries of the system."""
    kernel.GetCurrentProcess.restype = kernel.CreateJobObjectW.restype = ctypes.c_void_p
    this = ctypes.c_void_p(kernel.GetCurrentProcess())
    applied: set[Held] = set()
    if _in_a_job(kernel, this):
        applied |= {Held.MEMORY, Held.PROGRAMS}
    if _of_low_integrity(kernel, advapi, this):
        applied.add(Held.WRITING)
    return frozenset(applied)


def _in_a_job(kernel: Any, this: ctypes.c_void_p) -> bool:
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    limits = _Limits(
        flags=_ONE_PROCESS | _PROCESS_MEMORY | _DIE_ON_ERROR | _KILL_ON_CLOSE,
        processes=1,
        process_memory=MEMORY_LIMIT,
    )
    screen = ctypes.c_uint32(_NO_USER_INTERFACE)
    told = (
        (_EXTENDED_LIMITS, limits),
        (_USER_INTERFACE, screen),
    )
    for which, value in told:
        size = ctypes.sizeof(value)
        if not kernel.SetInformationJobObject(job, which, ctypes.byref(value), size):
            return False
    # The handle stays open on purpose: the job ends with the process.
    return bool(kernel.AssignProcessToJobObject(job, this))


def _of_low_integrity(kernel: Any, advapi: Any, this: ctypes.c_void_p) -> bool:
    token, sid = ctypes.c_void_p(), ctypes.c_void_p()
    if not advapi.OpenProcessToken(this, _ADJUST_DEFAULT, ctypes.byref(token)):
        return False
    try:
        if not advapi.ConvertStringSidToSidW(_LOW_INTEGRITY, ctypes.byref(sid)):
            return False
        label = _Label(sid, _SE_GROUP_INTEGRITY)
        size = ctypes.sizeof(label)
        done = advapi.SetTokenInformation(token, _TOKEN_INTEGRITY, ctypes.byref(label), size)
        kernel.LocalFree(sid)
        return bool(done)
    finally:
        kernel.CloseHandle(token)
