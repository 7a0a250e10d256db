"""What the video editor says of its looks, and what that does not mean."""

from capture.redact.film import Doubt
from capture.redact.rendered import TO_USUAL_COLOURS
from ui.desktop import phrases
from ui.desktop.film.work import Saved
from ui.desktop.translating import translate
from ui.desktop.widgets.notice import Notice


def say_begin(notice: Notice, *, picture: bool) -> None:
    """Say how to begin."""
    if not picture:
        notice.say(
            "plain",
            translate("film", "Nothing is changed yet."),
            translate("film", "Mark a stretch, and choose silence, a tone or another voice there."),
        )
        return
    notice.say(
        "plain",
        translate("film", "Nothing is covered yet."),
        translate("film", "Have faces found and followed, or draw what has to be covered."),
    )


def say_found(notice: Notice, count: int, doubtful: int) -> None:
    """Say how a look through the video ended."""
    if not count:
        notice.say(
            "warn",
            translate("film", "Nothing was found in the whole video."),
            translate(
                "film",
                "That does not mean that nothing is there: small, turned, dark and masked faces "
                "are missed. Watch it yourself, and draw what has to be covered.",
            ),
        )
    elif doubtful:
        notice.say(
            "warn",
            translate(
                "film", "Found, followed and covered: {number}. Places to be looked at: {doubtful}."
            ).format(number=phrases.count(count), doubtful=phrases.count(doubtful)),
            translate(
                "film",
                "Go to each of them, and say that you have looked. Others may be there as well.",
            ),
        )
    else:
        notice.say(
            "plain",
            translate("film", "Found, followed and covered: {number}.").format(
                number=phrases.count(count)
            ),
            translate("film", "Others may be there: watch it yourself."),
        )


def say_saved(notice: Notice, made: Saved) -> None:
    """Say that a copy is made, what a second look at it found, and what is blank in it."""
    tone, what, remedy = _saved(made)
    if made.added:
        more = translate(
            "film", "A second look found more, which is covered in it as well: {number}."
        ).format(number=phrases.count(len(made.added)))
        what = f"{what} {more}"
    if made.broken:
        blank = translate(
            "film", "Frames that could not be decoded are blank in it: {number}."
        ).format(number=phrases.count(made.broken))
        what = f"{what} {blank}"
    if TO_USUAL_COLOURS & {step.name for step in made.copy.steps}:
        colours = translate(
            "film", "Its colours were brought to those of usual screens (SDR, 8 bits)."
        )
        what = f"{what} {colours}"
    notice.say(tone, what, remedy)


def _saved(made: Saved) -> tuple[str, str, str]:
    if not made.picture:
        return (
            "good",
            translate("film", "The copy is made, with the sound as you chose."),
            translate("film", "Nothing listens to what is said: hear all of it before it leaves."),
        )
    again = sum(alarm.doubt is Doubt.AGAIN for alarm in made.again)
    if again:
        said = translate(
            "film", "The copy is made. A second look at it still finds something: {number}."
        )
        return (
            "warn",
            said.format(number=phrases.count(again)),
            translate(
                "film", "It leaves in no bundle yet. Look at each place, and make the copy again."
            ),
        )
    if made.held and not made.able:
        return (
            "warn",
            translate("film", "The copy is made, but nothing could look at it a second time."),
            translate("film", "It leaves in no bundle before you have watched all of it yourself."),
        )
    if made.held:
        return (
            "warn",
            translate(
                "film", "The copy is made. Doubtful places are left that nobody has looked at."
            ),
            translate(
                "film", "It leaves in no bundle before you have looked at them, and made it again."
            ),
        )
    return (
        "good",
        translate("film", "The covered copy is made. A second look at it left no question open."),
        translate(
            "film", "It is what leaves in a bundle. What no program finds, only you can see."
        ),
    )
