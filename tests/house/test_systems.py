"""What only one system has is named in few files, and each of them asks which system it runs on.

The types are read for every system, too: the check before a change runs mypy as if on Windows
and as if on macOS.
"""

import ast
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

MODULES = """
fcntl resource pwd grp spwd termios tty pty syslog crypt posix readline curses nis
msvcrt winreg winsound _winapi nt
"""
"""Modules of the standard library that not every system has."""

NAMES = {
    "os": """
        kill killpg getuid geteuid getgid getegid setuid setgid setsid setpgid getpgid getpgrp
        fork forkpty posix_spawn wait wait3 wait4 waitid nice getpriority setpriority chroot
        mkfifo mknod chown lchown fchown fchmod getxattr setxattr listxattr removexattr lockf
        readv writev pread pwrite preadv pwritev sendfile splice copy_file_range
        memfd_create eventfd pipe2 openpty ttyname tcgetpgrp ctermid set_blocking
        posix_fadvise posix_fallocate sync fdatasync statvfs fstatvfs major minor makedev
        uname getloadavg sysconf confstr sched_getaffinity sched_setaffinity
        O_PATH O_CLOEXEC O_DIRECTORY O_TMPFILE O_NOATIME startfile
    """,
    "signal": """
        SIGKILL SIGHUP SIGUSR1 SIGUSR2 SIGALRM SIGCHLD SIGPIPE SIGSTOP SIGCONT SIGTSTP SIGWINCH
        SIGQUIT SIGXCPU pthread_sigmask SIG_BLOCK SIG_UNBLOCK SIG_SETMASK alarm setitimer sigwait
        pause siginterrupt CTRL_C_EVENT CTRL_BREAK_EVENT
    """,
    "socket": "AF_UNIX AF_NETLINK AF_PACKET SCM_RIGHTS send_fds recv_fds",
}
"""Module → names in it that not every system has, or that do something else there."""

ALLOWED = {
    "fcntl": {"storage/vault/system.py", "capture/isolate/window.py"},
    "resource": {"storage/vault/memory.py", "capture/isolate/limits/resources.py"},
    "msvcrt": {"storage/vault/system.py"},
    "os.kill": {"capture/export.py", "storage/outlets/transport/tor.py"},  # a question; not there
    "os.killpg": {"capture/isolate/process.py"},
    "os.getuid": {"capture/sources/arrivals.py", "capture/sources/drives.py"},  # GVfs
    "os.memfd_create": {"capture/isolate/window.py", "capture/unwritten.py"},
    "os.pread": {"storage/bundle/apart.py"},
    "os.readv": {"capture/sources/camera.py"},  # libgphoto2, which Windows has not
    "os.posix_fadvise": {"storage/vault/system.py"},
    "os.O_PATH": {"capture/isolate/limits/landlock.py"},
    "os.O_CLOEXEC": {"capture/isolate/limits/landlock.py"},
    "os.major": {"storage/vault/memory.py"},
    "os.minor": {"storage/vault/memory.py"},
    "signal.SIGKILL": {"capture/isolate/process.py"},
    "signal.pthread_sigmask": {"capture/isolate/process.py"},
    "signal.SIG_BLOCK": {"capture/isolate/process.py"},
    "signal.SIG_SETMASK": {"capture/isolate/process.py"},
}
"""What is said all the same → by which files of the program alone."""

QUESTIONS = ("sys.platform", "os.name", "hasattr(os")
"""How a file asks which system it runs on."""


@cache
def program() -> dict[str, str]:
    """Give the text of every file of the program."""
    paths = [path for top in ("ui", "capture", "storage") for path in (PROJECT / top).rglob("*.py")]
    return {
        path.relative_to(PROJECT).as_posix(): path.read_text("utf-8")
        for path in (*paths, PROJECT / "main.py")
    }


def named(tree: ast.Module) -> set[str]:
    """Give what a file names that not every system has, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found.add(f"{node.value.id}.{node.attr}")
        elif isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    one = {f"{owner}.{name}" for owner, names in NAMES.items() for name in names.split()}
    return found & (one | set(MODULES.split()))


def test_what_one_system_has_is_named_where_it_has_a_twin() -> None:
    found: dict[str, set[str]] = {}
    for file, text in program().items():
        for name in named(ast.parse(text)):
            found.setdefault(name, set()).add(file)
    assert found == ALLOWED


def test_every_file_that_names_such_a_thing_asks_which_system_it_runs_on() -> None:
    files = set[str]().union(*ALLOWED.values())
    assert [file for file in files if not any(ask in program()[file] for ask in QUESTIONS)] == []


def test_nothing_goes_through_a_shell_or_runs_between_fork_and_exec() -> None:
    asked = {
        file
        for file, text in program().items()
        if "shell" in text or "preexec_fn" in text
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.keyword) and node.arg in {"shell", "preexec_fn"}
    }
    assert asked == set()


def test_what_hides_in_a_function_is_found() -> None:
    hidden = "def f():\n    import pwd\n    from os import fork\n    os.killpg(1, 2)\n    os.open()"
    assert named(ast.parse(hidden)) == {"pwd", "os.fork", "os.killpg"}
