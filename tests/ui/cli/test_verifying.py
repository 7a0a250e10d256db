from capture.opening import Repeated
from ui.cli import verifying


def test_everything_that_repeating_can_show_has_words() -> None:
    assert set(verifying.COPY_WORDS) == {shown.value for shown in Repeated} | {"not-here"}
