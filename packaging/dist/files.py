"""The files beside the program: documentation, licences, manual pages, completion scripts."""

import gzip
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from . import facts

SHELLS = ["bash", "zsh", "fish", "powershell"]
DOCUMENTS = ["README.md", "README.vi.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"]


@dataclass(frozen=True)
class File:
    """A file of a package: its path there, its bytes, whether it can be run."""

    path: str
    data: bytes
    is_program: bool = False

    @property
    def mode(self):
        return 0o755 if self.is_program else 0o644


def below(folder, files):
    """The same files in `folder`."""
    return [File(f"{folder}/{file.path}", file.data, file.is_program) for file in files]


def gzipped(data):
    """`data` as gzip packs it, without time or name."""
    return gzip.compress(data, 9, mtime=0)


def documents():
    """Licences, the two READMEs and docs/."""
    paths = [facts.ROOT / name for name in DOCUMENTS]
    paths += sorted((facts.ROOT / "docs").glob("*.md"))
    paths += sorted((facts.ROOT / "docs" / "images").glob("*.png"))
    return [File(str(path.relative_to(facts.ROOT).as_posix()), path.read_bytes()) for path in paths]


def _said(program, *arguments, language="en"):
    """What `program` prints, with nothing of this environment that could change it."""
    kept = {key: os.environ[key] for key in ["PATH", "SYSTEMROOT", "TEMP"] if key in os.environ}
    command = [str(program), *arguments]
    environment = {**kept, "VANTHU_LANG": language}
    return subprocess.run(command, check=True, capture_output=True, env=environment).stdout


def manual(program, language):
    """The manual pages in `language`, one for each command: `vanthu-build.1`."""
    with tempfile.TemporaryDirectory() as folder:
        _said(program, "man", folder, language=language)
        return [File(path.name, path.read_bytes()) for path in sorted(Path(folder).iterdir())]


def completions(program):
    """The completion script of each shell, by the name of the shell."""
    return {shell: _said(program, "completions", shell, language="vi") for shell in SHELLS}
