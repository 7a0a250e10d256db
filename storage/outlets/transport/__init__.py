"""Every connection that Firsthand makes: the one place where a socket is opened.

``dial`` opens sockets and nothing else does (a contract of the import linter
holds it so); ``socks`` and ``tls`` make of them what the person allowed, or
refuse; ``web`` speaks HTTP over that. Nothing here reads the environment.
"""

from storage.outlets.transport.dial import Line, Link, find_tor
from storage.outlets.transport.pace import Pace
from storage.outlets.transport.web import Body, Reply, Web

__all__ = ["Body", "Line", "Link", "Pace", "Reply", "Web", "find_tor"]
