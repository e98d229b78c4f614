"""Why a goal may be missed, and where the floor lies, by the name of the row; the page tells it where one is missed."""

from __future__ import annotations

WHY: dict[str, str] = {}
