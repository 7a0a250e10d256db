"""The strip says how far an import is, which file it is at, and that more is to come."""

from pytestqt.qtbot import QtBot

from capture.intake import Phase, Standing
from ui.desktop.jobs import Job
from ui.desktop.widgets.strip import Strip


def test_it_says_the_phase_the_file_and_what_waits(qtbot: QtBot) -> None:
    strip = Strip()
    qtbot.addWidget(strip)
    job = Job(lambda _tick, _tell: None)
    strip.watch(job, "Taking in")
    assert "Taking in" in strip.words
    job.told.emit(
        Standing(
            Phase.SEALING, 5_000_000, 20_000_000, 90.0,
            file="/DCIM/IMG_0001.MOV", file_done=2_000_000, file_size=8_000_000, waiting=2,
        )
    )  # fmt: skip
    job.progressed.emit(5_000_000, 20_000_000, None)
    for said in ("Sealing in the vault", "IMG_0001.MOV", "2.0 MB / 8.0 MB", "2 min", "2 more"):
        assert said in strip.words, said
    assert "DCIM" not in strip.words
    job.told.emit(Standing(Phase.EXAMINING, 12_000_000, 20_000_000))
    job.progressed.emit(12_000_000, 20_000_000, None)
    assert "reading and cleaning" in strip.words
    assert "IMG_0001" not in strip.words
    for phase in Phase:
        job.told.emit(Standing(phase, 0, 0))
        assert strip.words
    strip.cancel.click()
    job.told.emit(Standing(Phase.SEALING, 0, 0))
    assert "Stopping" in strip.words
    job.run()
    qtbot.waitUntil(lambda: not strip.busy)
    assert strip.isHidden()


def test_a_job_that_waits_says_nothing_over_the_first(qtbot: QtBot) -> None:
    strip = Strip()
    qtbot.addWidget(strip)
    first, second = (Job(lambda _tick, _tell: None) for _ in range(2))
    strip.watch(first, "The first")
    strip.watch(second, "The second")
    second.told.emit(Standing(Phase.SEALING, 0, 0, file="b.jpg", file_size=1))
    second.progressed.emit(1, 2, None)
    assert "The first" in strip.words
    assert "b.jpg" not in strip.words
    for job in (first, second):
        job.run()
    qtbot.waitUntil(lambda: not strip.busy)
