"""Who we are at an outlet: the name and password, or the keys, that its card gave us."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Account:
    """A login at an outlet; both are empty where it wants none."""

    user: str = ""
    password: str = field(default="", repr=False)

    def basic(self) -> Mapping[str, str]:
        """Return the header that logs in over HTTP (RFC 7617), or none."""
        if not self.user:
            return {}
        login = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        return {"Authorization": f"Basic {login}"}


NOBODY = Account()
