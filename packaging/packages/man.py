"""The manual page: what ``docs/cli.md`` says of the commands, in the form that ``man`` reads."""

import re
from pathlib import Path

_ROW = re.compile(r"^\| (`.+`) \| (.+) \|$")
_CODE = re.compile(r"`([^`]*)`")
_BOLD, _SLANTED = r"\fB", r"\fI"
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")


def page(contract: Path, version: str) -> str:
    """Return the page in roff, from the table of commands in the contract."""
    rows = [row for row in map(_ROW.match, contract.read_text("utf-8").splitlines()) if row]
    commands = "".join(f".TP\n{_line(row[1], _BOLD)}\n{_line(row[2], _SLANTED)}\n" for row in rows)
    return _PAGE.format(version=version, commands=commands)


def _line(marked: str, font: str) -> str:
    """Return a cell of the table as one line of text."""
    plain = _LINK.sub(r"\1", marked.replace("\\|", "|")).replace("\\", "\\e").replace("-", "\\-")
    line = _CODE.sub(lambda code: f"{font}{code[1]}\\fR", plain)
    return f"\\&{line}" if line[:1] in {".", "'"} else line


_PAGE = r""".TH FIRSTHAND 1 "" "firsthand {version}" "User Commands"
.SH NAME
firsthand \- keep evidence from a phone, and clean it of what gives people away
.SH SYNOPSIS
.B firsthand
.RI [ COMMAND
.RI [ ARGUMENT ...]]
.SH DESCRIPTION
Without a command it opens the desktop. It takes photos and videos in, keeps the originals in an
encrypted vault with a log of custody, says what each file gives away, makes cleaned and covered
copies, and packs them into a bundle that anybody checks with everyday tools. It connects to
nothing by itself, and claims of nothing that it is safe.
.SH COMMANDS
{commands}.SH EXIT STATUS
.B 0
done,
.B 1
something was refused or failed,
.B 2
wrong usage,
.B 3
wrong passphrase or key,
.B 4
damaged vault or bundle,
.B 5
the network or an outlet,
.B 130
cancelled.
.SH FILES
.TP
.I ~/Firsthand
where the desktop looks for a vault; nothing is remembered of another place
.TP
.I ~/.config/firsthand/language
the language of the window, where one was chosen
"""
