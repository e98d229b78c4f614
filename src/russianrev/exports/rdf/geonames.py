"""Which places of the data set in the package are which of GeoNames, https://www.geonames.org.

Only cities that GeoNames has under a name that the data have, in the country in which they lie today, and within ten
kilometres of the coordinates of the data; a test holds each to that.
"""

from collections.abc import Mapping
from types import MappingProxyType

GEONAMES: Mapping[str, int] = MappingProxyType(
    {
        "alma-ata": 1526384,
        "berlin": 2950159,
        "brest-litovsk": 629634,
        "geneva": 2660646,
        "kazan": 551487,
        "kiev": 703448,
        "kronstadt": 540771,
        "london": 2643743,
        "moscow": 524901,
        "murmansk": 524305,
        "new-york": 5128581,
        "orenburg": 515003,
        "paris": 2988507,
        "petrograd": 498817,
        "riga": 456172,
        "tambov": 484646,
        "vienna": 2761369,
        "warsaw": 756135,
        "yasnaya-polyana": 468691,
        "zimmerwald": 2657919,
    }
)
