"""What the editor says of its looks at a photo, and what that does not mean."""

from ui.desktop import phrases
from ui.desktop.editor.photo import Saved
from ui.desktop.translating import translate
from ui.desktop.widgets.notice import Notice


def say_found(notice: Notice, anything: bool) -> None:  # noqa: FBT001 # it is all there is to say
    """Say how a thorough look ended."""
    if anything:
        notice.say(
            "plain",
            translate("editor", "These places were found. Others may be there: look for yourself."),
        )
        return
    notice.say(
        "warn",
        translate("editor", "No face was found."),
        translate(
            "editor",
            "That does not mean that there is none: small, turned, dark and masked faces are "
            "missed. Look for yourself, and draw what has to be covered.",
        ),
    )


def say_saved(notice: Notice, made: Saved) -> None:
    """Say that a copy is saved, and what a second look at it found."""
    if made.again:
        notice.say(
            "warn",
            translate(
                "editor", "The copy is saved. A second look at it still finds: {number}."
            ).format(number=phrases.count(len(made.again))),
            translate(
                "editor",
                "It leaves in no bundle yet. Decide about each one in the list, and save again.",
            ),
        )
    elif made.held:
        notice.say(
            "warn",
            translate("editor", "The copy is saved, but nothing could look at it a second time."),
            translate(
                "editor", "It leaves in no bundle before you have looked at all of it yourself."
            ),
        )
    else:
        notice.say(
            "good",
            translate(
                "editor", "The covered copy is saved. A second look at it left no question open."
            ),
            translate(
                "editor", "It is what leaves in a bundle. What no program finds, only you can see."
            ),
        )
