"""What a pair of coordinates is called, offline, at the precision that a witness chooses.

The gazetteer holds the populated places of 15,000 people and more from
GeoNames (https://www.geonames.org, CC BY 4.0), made by
``packaging/make_places.py``. Nothing is looked up anywhere else.
"""

import gzip
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources

_KM_PER_DEGREE = 111.2
CITY_WITHIN_KM = 50.0
"""A city further away than this does not describe the place."""


@dataclass(frozen=True, slots=True)
class Place:
    """The nearest city and its country; ``distance_km`` from the coordinates, as the crow flies."""

    city: str
    country: str
    distance_km: float


@dataclass(frozen=True, slots=True)
class _City:
    latitude: float
    longitude: float
    country: str
    name: str


def nearest(latitude: float, longitude: float) -> Place:
    """Return the nearest known city. Coordinates are decimal degrees, WGS 84."""
    countries, cities = _gazetteer()
    found = min(cities, key=lambda city: _squared(city, latitude, longitude))
    distance = math.sqrt(_squared(found, latitude, longitude)) * _KM_PER_DEGREE
    return Place(found.name, countries.get(found.country, found.country), distance)


def _squared(city: _City, latitude: float, longitude: float) -> float:
    """Return the square of about how far away a city is, in degrees of latitude."""
    east = abs(city.longitude - longitude)
    east = min(east, 360 - east) * math.cos(math.radians(latitude))
    north = city.latitude - latitude
    return east * east + north * north


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place seen from a point: how far, and in which direction from north, clockwise.

    The distance is along a great circle, the direction in degrees where that sets out.
    """

    name: str
    country: str
    latitude: float
    longitude: float
    distance_km: float
    bearing: float


def around(latitude: float, longitude: float, count: int, apart_km: float) -> tuple[Town, ...]:
    """Return the nearest towns, nearest first, no two of them nearer to each other than that."""
    countries, cities = _gazetteer()
    found: list[Town] = []
    for city in sorted(cities, key=lambda one: _squared(one, latitude, longitude)):
        if len(found) == count:
            break
        far, bearing = way(latitude, longitude, city.latitude, city.longitude)
        apart = (way(city.latitude, city.longitude, o.latitude, o.longitude)[0] for o in found)
        if all(one >= apart_km for one in apart):
            country = countries.get(city.country, city.country)
            found.append(Town(city.name, country, city.latitude, city.longitude, far, bearing))
    return tuple(found)


def way(latitude: float, longitude: float, to_north: float, to_east: float) -> tuple[float, float]:
    """Return the way to another place: kilometres along a great circle, degrees from north."""
    a, b = math.radians(latitude), math.radians(to_north)
    turn = math.radians(to_east - longitude)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(turn / 2) ** 2
    angle = 2 * math.asin(min(1.0, math.sqrt(half)))
    east = math.sin(turn) * math.cos(b)
    north = math.cos(a) * math.sin(b) - math.sin(a) * math.cos(b) * math.cos(turn)
    return math.degrees(angle) * _KM_PER_DEGREE, math.degrees(math.atan2(east, north)) % 360


def city_of(latitude: float, longitude: float) -> str | None:
    """Return "City, Country", or None where no city is near enough to say so."""
    place = nearest(latitude, longitude)
    return f"{place.city}, {place.country}" if place.distance_km <= CITY_WITHIN_KM else None


def region_of(latitude: float, longitude: float) -> str:
    """Return the country and the whole degrees, which leaves some 100 km of doubt."""
    country = nearest(latitude, longitude).country
    north = f"{abs(math.floor(latitude))}° {'N' if latitude >= 0 else 'S'}"
    east = f"{abs(math.floor(longitude))}° {'E' if longitude >= 0 else 'W'}"
    return f"{country} (within about 100 km of {north}, {east})"


@cache
def _gazetteer() -> tuple[dict[str, str], tuple[_City, ...]]:
    packed = resources.files("capture.places").joinpath("places.tsv.gz").read_bytes()
    countries_text, _, cities_text = gzip.decompress(packed).decode().partition("\n\n")
    countries = dict(line.split("\t") for line in countries_text.splitlines())
    rows = (line.split("\t") for line in cities_text.splitlines())
    cities = tuple(_City(float(lat), float(lon), country, name) for lat, lon, country, name in rows)
    return countries, cities
