"""Letters of any script become the bits that a plan keeps and the renderer reads."""

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from capture.redact.cover import cover
from capture.redact.plan import RedactionPlan, Region, Style, as_json, from_json
from ui.desktop.editor.letters import lettered


@pytest.mark.parametrize("words", ["FACE", "چهره", "лицо", "x" * 400])
def test_words_are_read_on_the_cover(qapp: QApplication, words: str) -> None:
    label = lettered(words)
    assert label is not None
    region = Region(0, 0, 1600, 320, style=Style.LABEL, label=label)
    plan = from_json(as_json(RedactionPlan(1600, 320, "0" * 32, (region,))))
    covered = cover(np.full((320, 1600, 3), 128, dtype=np.uint8), plan)
    ink = covered[:, :, 0] > 128
    assert 0.005 < ink.mean() < 0.5
    rows = np.flatnonzero(ink.any(axis=1))
    assert 40 < rows[0] < 160 < rows[-1] < 280


def test_nothing_is_no_label(qapp: QApplication) -> None:
    assert lettered("  ") is None
