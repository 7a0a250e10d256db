"""A plan comes back as it was kept; what is out of bounds does not come back at all."""

import json
import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capture.errors import BadPlan
from capture.redact.cover import rendered
from capture.redact.plan import (
    MAX_PACKED,
    MAX_REGIONS,
    Crop,
    Dismissed,
    Kept,
    RedactionPlan,
    Region,
    RegionKind,
    Shape,
    Style,
    as_json,
    from_json,
)

from .samples import SEED, label_of, picture, plans

KEPT = Kept(1, 2, 30, 40, "Ana, who agreed", person=3)
DISMISSED = Dismissed(5, 6, 7, 8, RegionKind.FACE, "centerface", 250)
LABELLED = Region(0, 0, 30, 30, style=Style.LABEL, label=label_of("PLATE"), kind=RegionKind.PLATE)
FULL = RedactionPlan(
    64, 48, SEED, (LABELLED,), (KEPT,), (DISMISSED,), crop=Crop(0, 0, 32, 32), straighten=-500
)


def stored(plan: RedactionPlan) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(json.dumps(as_json(plan)))
    return loaded


@settings(max_examples=80, deadline=None)
@given(plan=plans())
def test_a_plan_comes_back_as_it_was_kept(plan: RedactionPlan) -> None:
    assert from_json(stored(plan)) == plan


def test_every_decision_comes_back() -> None:
    assert from_json(stored(FULL)) == FULL


def test_a_plan_of_the_first_version_is_read_and_keeps_its_meaning() -> None:
    region = {
        "box": [1, 2, 3, 4], "shape": "box", "style": "solid", "kind": "drawn",
        "found_by": "person", "confidence": 1000, "reason": "", "person": 2, "strokes": "",
    }  # fmt: skip
    old = {
        "version": 1, "width": 64, "height": 48, "seed": SEED, "regions": [region],
        "kept": [{"box": [1, 2, 3, 4], "reason": "agreed"}],
    }  # fmt: skip
    plan = from_json(old)
    assert plan.regions == (Region(1, 2, 3, 4, style=Style.SOLID, person=2),)
    assert plan.kept == (Kept(1, 2, 3, 4, "agreed"),)
    assert (plan.crop, plan.straighten, plan.dismissed) == (None, 0, ())


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("version",), 3), (("version",), True), (("version",), "2"), (("width",), 0),
        (("width",), 65_536), (("height",), 1.5), (("seed",), "x" * 32), (("seed",), "00"),
        (("straighten",), 45_001), (("straighten",), None), (("crop",), [0, 0, 65, 1]),
        (("crop",), [-1, 0, 5, 5]), (("crop",), [0, 0, 0, 5]), (("crop",), "all"),
        (("regions",), {}), (("regions",), [7]), (("regions",), [{}] * (MAX_REGIONS + 1)),
        (("regions", 0, "box"), [0, 0, 1]), (("regions", 0, "box"), [0, 0, 1, -1]),
        (("regions", 0, "kind"), "spy"), (("regions", 0, "style"), "blur"),
        (("regions", 0, "style"), "fill"), (("regions", 0, "label"), None),
        (("regions", 0, "label", "width"), 10**6), (("regions", 0, "label", "text"), " "),
        (("regions", 0, "person"), 100), (("regions", 0, "cell"), 17),
        (("regions", 0, "strokes"), "*"), (("regions", 0, "strokes"), 5),
        (("regions", 0, "confidence"), 1001), (("regions", 0, "reason"), "x" * 201),
        (("kept", 0, "reason"), "  "), (("kept", 0, "reason"), None),
        (("dismissed", 0, "found_by"), []),
    ],
)  # fmt: skip
def test_a_value_out_of_bounds_is_refused(place: tuple[str | int, ...], value: object) -> None:
    plan: Any = stored(FULL)
    *way, last = place
    inner = plan
    for step in way:
        inner = inner[step]
    inner[last] = value
    with pytest.raises(BadPlan):
        from_json(plan)


@pytest.mark.parametrize("name", list(as_json(FULL)))
def test_a_value_that_is_missing_is_refused(name: str) -> None:
    plan = stored(FULL)
    del plan[name]
    with pytest.raises(BadPlan):
        from_json(plan)


def test_more_strokes_than_a_plan_can_hold_are_refused() -> None:
    noise = random.Random(1).randbytes(MAX_PACKED // 2 + 1)
    brush = Region(0, 0, 32, 32, shape=Shape.BRUSH, strokes=noise)
    with pytest.raises(BadPlan):
        from_json(stored(replace(FULL, regions=(brush, brush))))


def test_a_mask_that_would_unpack_to_gigabytes_is_refused_before_it_is() -> None:
    brush = Region(0, 0, 131_070, 131_070, shape=Shape.BRUSH, strokes=b"small")
    with pytest.raises(BadPlan):
        from_json(stored(replace(FULL, regions=(brush,))))


_JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_hostile_plan_is_refused_or_rendered_and_nothing_else(data: st.DataObject) -> None:
    plan: Any = stored(FULL)
    target: Any = data.draw(
        st.sampled_from([plan, plan["regions"][0], plan["kept"][0], plan["dismissed"][0]])
    )
    target[data.draw(st.sampled_from(sorted(target)))] = data.draw(_JUNK)
    try:
        read = from_json(plan)
        if (read.width, read.height) == (64, 48):
            rendered(picture(64, 48), read)
    except BadPlan:
        pass
