"""Which glibc a program for Linux needs."""

import re
import subprocess


def needed_glibc(program):
    """The highest version of glibc that `program` names a symbol of, as `objdump` lists them."""
    command = ["objdump", "-T", str(program)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return highest(said)


def highest(listing):
    """The highest version in a listing of `objdump -T`."""
    found = {tuple(map(int, found.split("."))) for found in re.findall(r"GLIBC_([0-9.]+)", listing)}
    return ".".join(map(str, max(found)))
