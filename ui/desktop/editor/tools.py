"""The tools that a hand can hold over a picture."""

from enum import Enum


class Tool(Enum):
    """What a press on the picture does."""

    PICK = "pick"
    BOX = "box"
    ELLIPSE = "ellipse"
    BRUSH = "brush"
    ERASER = "eraser"
    HAND = "hand"
    FRAME = "frame"


STROKES = frozenset((Tool.BRUSH, Tool.ERASER))
OUTLINES = frozenset((Tool.BOX, Tool.ELLIPSE))
