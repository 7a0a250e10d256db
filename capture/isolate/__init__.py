"""The confined child: everything that touches foreign bytes runs there and can be killed."""

from capture.isolate.pool import MediaPool

__all__ = ["MediaPool"]
