"""What was decided stays decided when a detector looks again."""

from dataclasses import replace

from capture.redact.joining import for_another, fresh, same_place
from capture.redact.plan import Crop, Dismissed, Kept, Region, RegionKind

from .samples import SEED, plan_of

FACE = Region(100, 100, 60, 80, kind=RegionKind.FACE, found_by="centerface", confidence=900)
KEPT = Kept(300, 100, 60, 80, "Ana")
DISMISSED = Dismissed(500, 100, 60, 80, RegionKind.FACE, "retinaface", 300)
PLAN = replace(
    plan_of(800, 600, FACE), kept=(KEPT,), dismissed=(DISMISSED,), crop=Crop(0, 0, 700, 500)
)


def test_boxes_are_of_one_place_where_they_share_enough() -> None:
    assert same_place(FACE, replace(FACE, left=110))
    assert not same_place(FACE, replace(FACE, left=170))
    assert not same_place(FACE, replace(FACE, kind=RegionKind.TEXT))
    assert not same_place(FACE, replace(FACE, width=600, height=500))


def test_only_what_nobody_decided_about_is_covered() -> None:
    found = [replace(FACE, left=left) for left in (104, 304, 504, 700)]
    assert [one.left for one in fresh(found, (FACE,))] == [304, 504, 700]
    known = (FACE, KEPT, DISMISSED)
    assert [one.left for one in fresh(found, known)] == [700]


def test_another_photo_of_a_burst_keeps_no_face_visible() -> None:
    other = for_another(PLAN, SEED[::-1])
    assert (other.regions, other.crop) == (PLAN.regions, PLAN.crop)
    assert (other.kept, other.dismissed) == ((), ())
    assert other.seed != PLAN.seed
