"""What packages say of the program: name, version, time."""

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAME = "vanthu"
SUMMARY = "Vietnamese administrative documents (Nghị định 30/2020/NĐ-CP) from YAML"
LICENSE = "Apache-2.0 OR MIT"


def version():
    """The version in Cargo.toml."""
    manifest = (ROOT / "Cargo.toml").read_text(encoding="utf-8")
    return re.search(r'^version = "(.+)"$', manifest, re.MULTILINE).group(1)


def epoch():
    """The time all files get: `SOURCE_DATE_EPOCH`, else that of the last commit, in seconds."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    if not said:
        command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return int(said)
