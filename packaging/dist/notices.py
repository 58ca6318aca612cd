"""The licences of the libraries and fonts that are part of the program."""

import json
import re
import subprocess
from pathlib import Path

from . import facts

HEAD = """\
vanthu contains the libraries and fonts below. Each is named with its version, its licence (SPDX)
and the texts that come with it. Texts that are equal are printed once.
"""

LICENCE_FILE = re.compile(r"^(licen[cs]e|copying|notice|unlicense|copyright)", re.IGNORECASE)


def notices(target):
    """The text for the program built for `target`."""
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--offline"]
    command += ["--filter-platform", target]
    said = subprocess.run(command, check=True, capture_output=True, cwd=facts.ROOT).stdout
    facts_of_all = json.loads(said)
    packages = {package["id"]: package for package in facts_of_all["packages"]}
    reached = _reached(facts_of_all["resolve"])
    crates = sorted((packages[key] for key in reached), key=lambda p: (p["name"], p["version"]))
    return text([_of_crate(crate) for crate in crates] + [_fonts()])


def _reached(resolve):
    """The ids of all packages that are compiled in: what is used to build or test is not."""
    nodes = {node["id"]: node for node in resolve["nodes"]}
    reached, waiting = set(), [resolve["root"]]
    while waiting:
        for dependency in nodes[waiting.pop()]["deps"]:
            is_part = any(kind["kind"] is None for kind in dependency["dep_kinds"])
            if is_part and dependency["pkg"] not in reached:
                reached.add(dependency["pkg"])
                waiting.append(dependency["pkg"])
    return reached


def _of_crate(crate):
    folder = Path(crate["manifest_path"]).parent
    paths = [path for path in folder.iterdir() if path.is_file() and LICENCE_FILE.match(path.name)]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(paths)]
    return f"{crate['name']} {crate['version']}", crate["license"] or "see its text", texts


def _fonts():
    licence = (facts.ROOT / "templates" / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    return "Liberation Serif (fonts)", "OFL-1.1", [licence]


def text(parts):
    """The text for `parts`: name, licence, and the texts that come with it."""
    numbers = {}
    for _, _, texts in parts:
        for licence in texts:
            numbers.setdefault(_normal(licence), len(numbers) + 1)
    lines = [HEAD]
    for name, licence, texts in parts:
        named = ", ".join(f"[{numbers[_normal(one)]}]" for one in texts) or "no text of its own"
        lines.append(f"{name}: {licence}: {named}\n")
    for licence, number in numbers.items():
        lines.append(f"\n{'=' * 70}\n[{number}]\n\n{licence}\n")
    return "".join(lines).encode()


def _normal(licence):
    """A text without what only editors see."""
    return "\n".join(line.rstrip() for line in licence.strip().splitlines())
