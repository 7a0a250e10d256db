"""What the status of an HTTP answer means to the person: one table for every outlet."""

from storage.errors import NotThere, OutletBusy, OutletRefused, OutletTrouble
from storage.outlets.transport import Reply

_REASONS = {
    401: "wrong-login",
    402: "no-room",
    403: "wrong-login",
    404: "no-such-place",
    409: "no-such-place",
    410: "no-such-place",
    413: "too-large",
    507: "no-room",
}
_BUSY = (408, 423, 425, 429)
_BROKEN = 500
_MOVED = range(300, 400)
_GOOD = range(200, 300)


def good(reply: Reply, *also: int) -> Reply:
    """Return an answer that means yes (2xx, or one of ``also``); raise what another means."""
    if reply.status in _GOOD or reply.status in also:
        return reply
    raise meant(reply.status)


def meant(status: int) -> OutletTrouble:
    """Return what an answer that means no stands for."""
    said = f"the outlet answered {status}"
    if status in _REASONS:
        return OutletRefused(said, reason=_REASONS[status], status=status)
    if status in _MOVED:
        return OutletRefused(said, reason="moved", status=status)
    if status in _BUSY or status >= _BROKEN:
        return OutletBusy(said, status=status)
    return OutletRefused(said, reason="refused", status=status)


def there(status: int) -> None:
    """Raise NotThere for 404, and what else an answer that means no stands for."""
    if status == 404:  # noqa: PLR2004  # Not Found
        raise NotThere(status=status)
    if status not in _GOOD:
        raise meant(status)
