"""The step of the build that validates `data/` and compiles it into one file in the package.

An invalid record stops the build, with every fault named. It runs for wheels, sdists and editable installs alike;
an editable install must be built anew after a change of the data: `pip install -e .`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileData(BuildHookInterface[Any]):
    """Compiles the data set with the library's own loader, from the source tree."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write `src/russianrev/bundle.jsonl` from `data/`. Raises `DataError` if the data break a rule."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from russianrev.loading.bundle import BUNDLE
            from russianrev.loading.compile import compiled

            target = root / "src" / "russianrev" / BUNDLE
            target.write_bytes(compiled(root / "data"))
        finally:
            sys.path.remove(str(root / "src"))
