"""The outlines of land and borders lie where the world has them."""

from capture import places
from capture.places import outlines
from capture.places.outlines import PER_DEGREE, Line


def inside(ring: Line, east: float, north: float) -> bool:
    x, y = east * PER_DEGREE, north * PER_DEGREE
    crossed = False
    for (x1, y1), (x2, y2) in zip(ring.points, ring.points[1:] + ring.points[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


def is_land(east: float, north: float) -> bool:
    return sum(inside(ring, east, north) for ring in outlines.world().land) % 2 == 1


def test_cities_are_on_land_and_oceans_are_not() -> None:
    for city in ((51.39, 35.69), (2.35, 48.86), (-58.44, -34.6), (37.62, 55.75), (149.1, -35.3)):
        assert is_land(*city), city
    for sea in ((-30.0, 0.0), (51.3, 41.0), (170.0, 30.0), (80.0, -20.0)):
        assert not is_land(*sea), sea


def test_borders_are_between_countries() -> None:
    near = [
        line
        for line in outlines.world().borders
        if line.meets(700, 4650, 850, 4780)  # where France, Switzerland and Germany meet
    ]
    assert len(near) >= 2
    assert all(-18000 <= x <= 18000 and -9000 <= y <= 9000 for one in near for x, y in one.points)


def test_a_way_has_its_length_and_its_direction() -> None:
    far, bearing = places.way(52.52, 13.405, 48.137, 11.575)  # Berlin, Munich
    assert abs(far - 504) < 5
    assert abs(bearing - 196) < 2
    assert places.way(0, 179.9, 0, -179.9)[0] < 25, "across the date line"
    assert places.way(10, 10, 10, 10) == (0, 0)


def test_towns_around_a_place_are_apart_and_in_order() -> None:
    towns = places.around(35.6892, 51.3890, 5, 80.0)
    assert (towns[0].name, towns[0].country) == ("Tehran", "Iran")
    assert [one.distance_km for one in towns] == sorted(one.distance_km for one in towns)
    assert all(
        places.way(one.latitude, one.longitude, other.latitude, other.longitude)[0] >= 80
        for one in towns
        for other in towns
        if one is not other
    )
