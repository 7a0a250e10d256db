"""What was found by comparing, and whether that is enough."""

from dataclasses import dataclass

from capture.likeness.pictures import Fields
from capture.likeness.sounds import Hearing

MOST_CHANGED = 0.01
"""Share of the fields of a video that may disagree: a frame may be shown a moment too late."""
LEAST_LEFT = 0.25
"""Share of what is to be seen that has to agree beside what was covered, to show anything."""
LEAST_FIELDS = 12
"""Fields of a photo that has to be left beside covers and crop, so that they show anything."""


@dataclass(frozen=True, slots=True)
class Compared:
    """``frames`` pictures at ``size`` (0, 0 without), and what is heard, None where nothing is."""

    frames: int
    size: tuple[int, int]
    fields: Fields
    sound: Hearing | None

    @property
    def holds(self) -> bool:
        """Whether the two are alike everywhere."""
        changed = self.fields.count - self.fields.agree
        allowed = 0 if self.frames == 1 else int(MOST_CHANGED * self.fields.count)
        if self.sound is None:
            return self.frames > 0 and changed <= allowed
        return changed <= allowed and self.sound.holds

    @property
    def holds_outside(self) -> bool:
        """Whether enough is alike beside what was covered to show that one comes of the other."""
        if self.frames:
            return self.fields.seen_agree > 0 and (
                self.fields.seen_agree >= LEAST_LEFT * self.fields.seen
            )
        return self.sound is not None and self.sound.holds_outside

    @property
    def shows_enough(self) -> bool:
        """Whether enough of a photo is left, beside the covers it is said to have and its crop.

        Whoever opens a copy says where it was covered and cropped: a plan that leaves next to
        nothing would turn any original into any copy.
        """
        left = self.fields.count - self.fields.covered
        return left >= max(LEAST_FIELDS, LEAST_LEFT * self.fields.count)

    @property
    def is_seen(self) -> bool:
        """Whether enough of what is to be seen in a photo agrees, for pixels coded otherwise."""
        least = max(LEAST_FIELDS, LEAST_LEFT * self.fields.seen)
        return self.shows_enough and self.fields.seen_agree >= least
