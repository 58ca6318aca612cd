#!/usr/bin/env python3
"""size.py SYMBOLS STRIPPED: what takes the room in a program, by library, from its symbols.

Sizes are those of functions and data with a name; what has none (fonts and other bytes that are
compiled in, tables for unwinding) is told by section. Says where the program is larger than the
45 MB that are the aim.
"""

import collections
import re
import subprocess
import sys
from pathlib import Path

MOST = 45_000_000


def sections(program):
    """Name and size of each section that is loaded."""
    said = subprocess.run(["size", "-A", "-d", program], check=True, capture_output=True,
                          text=True).stdout
    rows = [line.split() for line in said.splitlines() if re.match(r"\.\S+ +\d+ +\d+$", line)]
    return {name: int(size) for name, size, address in rows if int(address)}


def library(symbol):
    """The library that a symbol in plain words belongs to: the first one it names."""
    found = re.search(r"(?<![\w:])([a-z][a-z0-9_]*)::", symbol)
    return found.group(1) if found else "C and without a name"


def by_library(program):
    """Bytes of functions and of data, by library."""
    command = ["nm", "--print-size", "--demangle", "--defined-only", program]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    sizes = collections.Counter()
    for line in said.splitlines():
        parts = line.split(" ", 3)
        if len(parts) == 4 and parts[2] in "tTwWrRdDbBvV":
            sizes[library(parts[3])] += int(parts[1], 16)
    return sizes


def main():
    symbols, stripped = sys.argv[1:]
    whole = Path(stripped).stat().st_size
    fonts = sum(path.stat().st_size for path in
                (Path(__file__).resolve().parents[1] / "templates" / "fonts").glob("*.ttf"))
    print(f"{stripped}: {whole / 1e6:.1f} MB, of these {fonts / 1e6:.1f} MB of fonts")
    for name, size in sorted(sections(stripped).items(), key=lambda item: -item[1])[:8]:
        print(f"  {size / 1e6:6.2f} MB  {name}")
    sizes = by_library(symbols)
    typst = sum(size for name, size in sizes.items() if name.startswith("typst"))
    print(f"named functions and data: {sum(sizes.values()) / 1e6:.1f} MB, Typst's own crates "
          f"{typst / 1e6:.1f} MB")
    for name, size in sizes.most_common(30):
        print(f"  {size / 1e6:6.2f} MB  {name}")
    if whole > MOST:
        print(f"more than the {MOST / 1e6:.0f} MB that are the aim")


if __name__ == "__main__":
    main()
