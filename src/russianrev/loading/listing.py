"""The files of a folder that are the user's: what the system and other programs leave there is left alone."""

from __future__ import annotations

from pathlib import Path


def list_files(folder: Path, *suffixes: str, below: bool = False) -> list[Path]:
    """List the files in a folder, or also below it, whose names end so in any case, in order of name.

    Hidden files and folders are passed over (`.vscode`, `.ipynb_checkpoints`, the `._ideas.toml` of a Mac), and those
    whose names begin with two underscores (`__MACOSX`).
    """
    found = folder.rglob("*") if below else folder.glob("*")
    return sorted(
        file
        for file in found
        if file.suffix.lower() in suffixes
        and not any(part.startswith((".", "__")) for part in file.relative_to(folder).parts)
        and file.is_file()
    )
