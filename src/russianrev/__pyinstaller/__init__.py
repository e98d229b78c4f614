"""What PyInstaller asks for: where the hook is that tells it what belongs to the package."""

from __future__ import annotations

from pathlib import Path


def get_hook_dirs() -> list[str]:
    """Name the folder of the hook. Rule: https://pyinstaller.org/en/stable/hooks.html#provide-hooks-with-package.

    >>> [Path(folder).name for folder in get_hook_dirs()]
    ['__pyinstaller']
    """
    return [str(Path(__file__).parent)]
