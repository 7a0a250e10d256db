from capture.repeating import Measure, Repeated, SoundMeasure
from ui.words.copies import said_of_copy
from ui.words.english.copies import COPIES

_FIGURES = {"pictures", "no-pictures", "sound", "rhythm", "no-rhythm"}


def test_everything_that_repeating_can_show_has_words() -> None:
    assert set(COPIES) == {shown.value for shown in Repeated} | {"not-here"} | _FIGURES


def test_the_figures_of_every_measure_are_said() -> None:
    sound = {"heard": 9, "alike": 5, "quiet": 1, "wave": 0.98, "rhythm": 0.91, "holds": True}
    measure = {"pictures": 24, "width": 480, "height": 270, "fields": 900, "agree": 812,
               "seen": 700, "seen_agree": 640, "psnr": 39.5, "largest": 44, "sound": sound,
               "name": "firsthand likeness 1"}  # fmt: skip
    assert set(measure) == set(Measure.__dataclass_fields__)
    assert set(sound) == set(SoundMeasure.__dataclass_fields__)
    said = " ".join(said_of_copy("outside", measure))
    for figure in ("812 of 900 fields of 24 pictures", "39.5 dB", "5 have", "1 are", "by 0.91"):
        assert figure in said
    nothing = {**measure, "psnr": None, "sound": {**sound, "rhythm": None}}
    said = " ".join(said_of_copy("not-public", nothing))
    assert "Not one of 900 fields" in said
    assert "too little of them" in said
    assert len(said_of_copy("same", None)) == 1
