"""The data set as JSON, in the form of the data files; and answers as JSON, in that of `to_dict`."""

from __future__ import annotations

import json
from typing import Any

from russianrev.exports.plain import plain
from russianrev.loading.structure import written
from russianrev.queries.corpus import Corpus


def export(dataset: Corpus) -> str:
    """Write the whole data set as JSON, which `rr.load` reads as an equal one; the licence has no place in it.

    >>> import russianrev as rr
    >>> len(json.loads(export(rr.according_to("boden-review")))["source"])
    1
    """
    return written(dataset.records)


def to_json(answer: Any, *, full: bool = False) -> str:
    """Write whatever a query answers with as JSON text; its tables are those of `to_dict`.

    >>> import russianrev as rr
    >>> json.loads(to_json(rr.sources["boden-review"].date))["edtf"]
    '1937-09'
    """
    return json.dumps(plain(answer, full=full), ensure_ascii=False, indent=2)
