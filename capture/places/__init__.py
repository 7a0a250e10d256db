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
    narrow = math.cos(math.radians(latitude))

    def squared(city: _City) -> float:
        east = abs(city.longitude - longitude)
        east = min(east, 360 - east) * narrow
        north = city.latitude - latitude
        return east * east + north * north

    found = min(cities, key=squared)
    distance = math.sqrt(squared(found)) * _KM_PER_DEGREE
    return Place(found.name, countries.get(found.country, found.country), distance)


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
