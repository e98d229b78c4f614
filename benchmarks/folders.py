"""Measure how long it takes to look for the documents in a folder of other things, and how much memory.

Each folder has 600 MB, in one of several shapes. It is made in a temporary folder, looked at in a process of its own,
and removed again.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random
from zipfile import ZipFile

import russianrev as rr

TOTAL = 600_000_000
"""Bytes in a folder."""

_RANDOM = Random(1917)
_WORDS = ["".join(_RANDOM.choices("aeioulnrstdkmv", k=_RANDOM.randint(2, 9))) for _ in range(5000)]


def _files(folder: Path, size: int, contents: Iterable[bytes]) -> None:
    """Write as many files of a size as there is room for, which repeat these contents."""
    given = [*contents]
    for number in range(TOTAL // size):
        below = folder / str(number // 1000)
        below.mkdir(exist_ok=True)
        content = given[number % len(given)]
        (below / f"{number}.txt").write_bytes((content * (size // len(content) + 1))[:size])


def _noise(size: int) -> Callable[[Path], None]:
    return lambda folder: _files(folder, size, (_RANDOM.randbytes(min(size, 1_000_000)) for _ in range(3)))


def _sparse(folder: Path) -> None:
    for number in range(6):
        (folder / str(number)).touch()
        os.truncate(folder / str(number), TOTAL // 6)


def _archives(folder: Path) -> None:
    for number in range(60):
        with ZipFile(folder / str(number), "w") as archive:
            for part in range(1000):
                archive.writestr(f"{part}.dat", _RANDOM.randbytes(10_000))


def _logs(size: int) -> Callable[[Path], None]:
    def line(number: int) -> str:
        took = _RANDOM.randint(1, 9999)
        day, minute = number % 28 + 1, number % 60
        return f"2024-05-{day:02} 12:{minute:02}:00,{took:04} INFO [{number % 8}] GET /x/{took} 200 {took} ms"

    return lambda folder: _files(folder, size, [("\n".join(map(line, range(20_000))) + "\n").encode()])


def _tables(folder: Path) -> None:
    rows = (",".join(str(_RANDOM.randint(0, 99_999)) for _ in range(8)) for _ in range(20_000))
    _files(folder, 1_000_000, ["\n".join(rows).encode()])


def _programs(folder: Path) -> None:
    found = sorted(Path(sysconfig.get_path("stdlib")).glob("*.py"))
    _files(folder, 20_000, [content for path in found if (content := path.read_bytes())])


def _prose() -> Iterator[str]:
    for _ in range(20_000):
        yield " ".join(_RANDOM.choices(_WORDS, k=_RANDOM.randint(4, 20))).capitalize() + "."


def _books(folder: Path) -> None:
    _files(folder, 750_000, [" ".join(_prose()).encode()])


def _pages(folder: Path) -> None:
    picture = "QUJD" * 250_000
    page = f"<!DOCTYPE html><p>{'<p>'.join(_prose())}<img src='data:image/png;base64,{picture}'>"
    _files(folder, len(page.encode()), [page.encode()])


SHAPES: dict[str, Callable[[Path], None]] = {
    "12 of noise": _noise(50_000_000),
    "6 of nothing but zeros": _sparse,
    "6,000 of noise": _noise(100_000),
    "100,000 of noise": _noise(6_000),
    "60 archives": _archives,
    "12 large logs": _logs(50_000_000),
    "30 logs": _logs(19_900_000),
    "6,000 logs": _logs(100_000),
    "600 tables": _tables,
    "30,000 programs": _programs,
    "250 web pages with pictures": _pages,
    "800 books": _books,
}


def look(folder: Path) -> str:
    """Look for the documents in a folder, and tell how long it took and how much memory, as a row."""
    _ = rr.sources[0].title
    begun = time.perf_counter()
    documents = rr.documents(folder)
    opened = time.perf_counter()
    missing = len(documents.missing)
    done = time.perf_counter()
    reasons = Counter(each.reason for each in documents.passed_over)
    passed_over = ", ".join(f"{count:,} {reason}" for reason, count in reasons.items())
    return f"{opened - begun:.2f} | {done - begun:.2f} | {_peak():.0f} | {missing} | {passed_over}"


def _peak() -> float:
    """Tell the most memory that this process had, in MB; on Linux `getrusage` counts that of who started it too."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\s*(\d+)", status.read_text())[1]) / 1000  # type: ignore[index]
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def main() -> None:
    """Print a table of all shapes, or of one."""
    parser = argparse.ArgumentParser(description="Measure how long it takes to look into a folder of other things.")
    parser.add_argument("--shape", choices=SHAPES, help="only this one")
    parser.add_argument("--look", type=Path, metavar="FOLDER", help="look into a folder, and print its row")
    options = parser.parse_args()
    if options.look:
        print(look(options.look))
        return
    print("| 600 MB: files | seconds to open | and to know what is missing | MB at most | missing | passed over |")
    print("|---|--:|--:|--:|--:|---|")
    for name in [options.shape] if options.shape else SHAPES:
        with tempfile.TemporaryDirectory() as folder:
            SHAPES[name](Path(folder))
            command = [sys.executable, __file__, "--look", folder]
            row = subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()
        print(f"| {name} | {row} |", flush=True)


if __name__ == "__main__":
    main()
