"""What MkDocs does not know of this repository: pages beside its folder, and GitHub's tables.

The documents are written to be read in the repository. A few lie at its top, and some link to it;
here they become pages of the site, and the links follow.
"""

import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File  # type: ignore[import-not-found] # of docs.sh's own environment

PROJECT = Path(__file__).resolve().parents[2]
BESIDE = ("CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
INSTEAD = {
    "README.md": "index.md",
    "LICENSE": "licences.md",
    "docs/changes/README.md": "CONTRIBUTING.md",
}
LINK = re.compile(r"(\]\()(?!https?:|#)([^)#\s]+)")
CODE = re.compile(r"`[^`]*`")


def on_files(files: Any, config: Any) -> Any:  # MkDocs gives by name
    """Add the pages that lie beside the folder."""
    for name in BESIDE:
        files.append(File.generated(config, name, abs_src_path=str(PROJECT / name)))
    return files


def on_config(config: Any) -> Any:
    """List every decision after its overview, so that none has to be named twice."""
    decisions = sorted((PROJECT / "docs" / "decisions").glob("0*.md"))
    listed = [f"decisions/{path.name}" for path in decisions]
    developers = next(part["For developers"] for part in config.nav if "For developers" in part)
    part = next(one for one in developers if isinstance(one, dict) and "Decisions" in one)
    part["Decisions"] = ["decisions/README.md", *listed]
    return config


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:  # noqa: ARG001 # MkDocs names them
    """Turn links of the repository into the site's, and an escaped bar in a table into a bar."""
    source = page.file.src_uri
    markdown = LINK.sub(lambda match: match[1] + in_site(match[2], source), markdown)
    return "\n".join(_row(line) if line.startswith("|") else line for line in markdown.split("\n"))


def in_site(link: str, source: str) -> str:
    """Give a page's link as the site has it; what it does not have stays, and MkDocs complains."""
    start = "" if source in BESIDE else posixpath.join("docs", posixpath.dirname(source))
    target = posixpath.normpath(posixpath.join(start, link))
    target = INSTEAD.get(target, target).removeprefix("docs/")
    return posixpath.relpath(target, posixpath.dirname(source) or ".")


def _row(line: str) -> str:
    return CODE.sub(lambda match: match[0].replace("\\|", "|"), line)
