from capture import places


def test_a_place_in_a_city_is_named_with_its_country() -> None:
    assert places.city_of(35.6892, 51.3890) == "Tehran, Iran"
    assert places.city_of(-33.8688, 151.2093) == "Sydney, Australia"


def test_a_place_far_from_every_city_has_no_city() -> None:
    assert places.city_of(0.0, -30.0) is None


def test_a_place_beside_the_date_line_is_measured_across_it() -> None:
    assert places.nearest(-16.8, -179.9).country == "Fiji"


def test_a_region_says_no_more_than_whole_degrees() -> None:
    assert places.region_of(35.6892, 51.3890) == "Iran (within about 100 km of 35° N, 51° E)"
    assert "34° S" in places.region_of(-33.8688, 151.2093)
