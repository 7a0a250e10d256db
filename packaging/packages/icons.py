"""The icon in the forms that programs of Windows (ICO) and macOS (ICNS) carry.

Usage: python packaging/packages/icons.py   (build/icons; before PyInstaller, on those systems)
"""

import io
import os
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

PROJECT = Path(__file__).resolve().parents[2]
DRAWING = PROJECT / "packaging/packages/desktop/org.firsthand.Firsthand.svg"
SIDE = 1024


def main() -> int:
    """Write both forms, and say where they are."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    drawn = _drawn()
    app.quit()
    out = PROJECT / "build" / "icons"
    out.mkdir(parents=True, exist_ok=True)
    drawn.save(out / "firsthand.ico", sizes=[(side, side) for side in (16, 32, 48, 256)])
    drawn.save(out / "firsthand.icns")
    print(out)
    return 0


def _drawn() -> Image.Image:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # bytes are refused, whatever the stub says
    return Image.open(io.BytesIO(buffer.data().data())).convert("RGBA")


if __name__ == "__main__":
    sys.exit(main())
