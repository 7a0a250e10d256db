"""Keeping the window out of other programs' screenshots, where the system offers that.

Windows leaves it out of what is captured (SetWindowDisplayAffinity, since Windows 10 2004). Linux
has nothing of the kind, and macOS no longer keeps to what a program asks for.
"""

import ctypes
import sys

from PySide6.QtWidgets import QWidget

_EXCLUDE_FROM_CAPTURE = 0x11


def hide_from_capture(window: QWidget) -> bool:
    """Ask the system to leave a shown window out of screenshots; say whether it agreed."""
    if sys.platform == "win32":
        user32 = ctypes.windll.user32
        handle = ctypes.c_void_p(int(window.winId()))
        return bool(user32.SetWindowDisplayAffinity(handle, _EXCLUDE_FROM_CAPTURE))
    return False
