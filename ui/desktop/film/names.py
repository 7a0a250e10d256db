"""What a video's parts are called: moments, tracks, doubts, what becomes of a voice."""

from capture.redact.film import Answer, Coding, Doubt, Track, Voice
from ui.desktop import phrases
from ui.desktop.editor.names import kind_words
from ui.desktop.translating import marked, translate

MICRO = 1_000_000
_ANSWERS = {
    Answer.COVER: marked("film", "Covered"),
    Answer.VISIBLE: marked("film", "Stays visible"),
    Answer.DISMISSED: marked("film", "Nothing to cover"),
}
_DOUBTS = {
    Doubt.LOST: marked("film", "Followed through a gap in which nothing was found"),
    Doubt.WEAK: marked("film", "May or may not be something to cover"),
    Doubt.SUDDEN: marked("film", "Came or went in the middle of the picture"),
    Doubt.BROKEN: marked("film", "Frames that cannot be decoded; they will be blank"),
    Doubt.AGAIN: marked("film", "Found in the covered copy by a second look"),
    Doubt.CROWDED: marked("film", "So much was found that covers are put together"),
    Doubt.MANY: marked("film", "Many at once: small faces among them are easily missed"),
}
_VOICES = {
    Voice.MUTE: marked("film", "Silence"),
    Voice.TONE: marked("film", "A tone"),
    Voice.DISGUISE: marked("film", "A disguised voice"),
}
_CODINGS = {
    Coding.H264: marked("film", "H.264 (MP4), plays everywhere"),
    Coding.VP9: marked("film", "VP9 (WebM)"),
    Coding.AV1: marked("film", "AV1, small and slow"),
}


def moment(at: int) -> str:
    """Say a moment in microseconds: "1:05.24"; hours only where there are some."""
    hundredths = max(at, 0) // (MICRO // 100)
    seconds, rest = divmod(hundredths, 100)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    whole = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return f"{whole}.{rest:02}"


def between(begins: int, ends: int) -> str:
    """Say a stretch of time."""
    return f"\u2066{moment(begins)} – {moment(ends)}\u2069"  # noqa: RUF001 # isolated: from the left


def answer_words(answer: Answer) -> str:
    """Say what was decided about a track."""
    return translate("film", _ANSWERS[answer])


def doubt_words(doubt: Doubt) -> str:
    """Say why somebody has to look."""
    return translate("film", _DOUBTS[doubt])


def voice_words(voice: Voice) -> str:
    """Say what is heard in place of the sound."""
    return translate("film", _VOICES[voice])


def coding_words(coding: Coding) -> str:
    """Say how a copy is coded."""
    return translate("film", _CODINGS[coding])


def track_words(number: int, track: Track) -> str:
    """Name a track in a list: "3. Face: covered, Ana"."""
    said = f"{phrases.count(number)}. {kind_words(track.kind)}: {answer_words(track.answer)}"
    return f"{said}, {track.reason}" if track.reason else said


def blank_words() -> str:
    """Say what stands where the whole picture is covered."""
    return translate("film", "All covered")


def cut_words() -> str:
    """Say what stands where a stretch is left out."""
    return translate("film", "Left out")
