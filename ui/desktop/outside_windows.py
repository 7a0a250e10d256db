"""What Windows tells of the person going away, in messages to a window of ours that nobody sees.

Constants and layouts are those of WinUser.h, WtsApi32.h and "Power Management" in Microsoft's
documentation of Windows: WM_POWERBROADCAST comes to every top-level window, of the lid and of a
locked session it is told to who asked. Written by that, not yet tried on a real one.
"""

import ctypes
import sys
import uuid
from ctypes import wintypes

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QWindow
from typing_extensions import override

_POWER = 0x0218
_SUSPEND, _SETTING = 0x0004, 0x8013
_SESSION = 0x02B1
_GONE = frozenset({0x2, 0x4, 0x7})
"""The session left the console, or its remote desktop, or was locked."""
_LID = uuid.UUID("ba3e0f4d-b817-4094-a2d1-d56379e6a0f3").bytes_le
"""GUID_LIDSWITCH_STATE_CHANGE, as it lies in memory."""
_MESSAGE = b"windows_generic_MSG"


class _Setting(ctypes.Structure):
    """POWERBROADCAST_SETTING, with the four bytes of its data that the lid has: 0 is shut."""

    _fields_ = (
        ("guid", ctypes.c_ubyte * 16),
        ("length", ctypes.c_uint32),
        ("data", ctypes.c_uint32),
    )


class Ear(QWindow):
    """Hears for as long as it lives. Lives in the window's thread, and is never shown."""

    left = Signal()
    """The computer goes to sleep, or its lid was shut."""
    session_gone = Signal()
    """The session was locked, or another has its screen."""

    def __init__(self) -> None:
        super().__init__()
        self._lid_told = False

    def listen(self) -> bool:
        """Ask to be told; say whether a locked session is."""
        told = False
        if sys.platform == "win32":
            self.create()
            handle = ctypes.c_void_p(int(self.winId()))
            lid = (ctypes.c_ubyte * 16)(*_LID)
            ctypes.windll.user32.RegisterPowerSettingNotification(handle, ctypes.byref(lid), 0)
            told = bool(ctypes.windll.wtsapi32.WTSRegisterSessionNotification(handle, 0))
        return told

    @override
    def nativeEvent(
        self, eventType: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        if eventType == _MESSAGE:
            said = wintypes.MSG.from_address(int(message))
            self.hear(said.message, said.wParam, said.lParam)
        return False, 0

    def hear(self, message: int, what: int, more: int) -> None:
        """Hear a message of Windows; ``more`` is an address where ``what`` says so."""
        if message == _SESSION and what in _GONE:
            self.session_gone.emit()
        elif message == _POWER and what == _SUSPEND:
            self.left.emit()
        elif message == _POWER and what == _SETTING and more:
            self._hear_setting(_Setting.from_address(more))

    def _hear_setting(self, setting: _Setting) -> None:
        if bytes(setting.guid) != _LID:
            return
        # The first word is how it stands: shut, perhaps, with a screen of its own beside it.
        if self._lid_told and setting.data == 0:
            self.left.emit()
        self._lid_told = True
