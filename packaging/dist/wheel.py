"""The wheel: the program as `pip install` puts it on the PATH of an environment."""

import base64
import hashlib

from . import facts
from .archives import zipped
from .files import File

METADATA = """\
Metadata-Version: 2.4
Name: {name}
Version: {version}
Summary: {summary}
License-Expression: {license}
License-File: LICENSE-APACHE
License-File: LICENSE-MIT
License-File: THIRD-PARTY-NOTICES.txt
Classifier: Environment :: Console
Classifier: Natural Language :: Vietnamese
Classifier: Topic :: Text Processing :: Markup
Requires-Python: >=3.8
Description-Content-Type: text/markdown

{readme}"""

WHEEL = """\
Wheel-Version: 1.0
Generator: vanthu packaging
Root-Is-Purelib: false
"""


def tags(system, glibc=None, machine="x86_64"):
    """The platform tags of `system`; for Linux by the glibc the program needs."""
    if system == "windows":
        return ["win_amd64"]
    if system == "macos":
        return [f"macosx_11_0_{machine}"]
    major, minor = glibc.split(".")
    found = [f"manylinux_{major}_{minor}_{machine}"]
    # The name that older pip knows for the same.
    return found + [f"manylinux2014_{machine}"] * (int(minor) <= 17)


def name(version, platforms):
    """The file name, with what the wheel runs on."""
    return f"{facts.NAME}-{version}-py3-none-{'.'.join(platforms)}.whl"


def wheel(program, program_name, licences, readme, version, platforms, epoch):
    """The wheel as bytes. RECORD stands last, and has the digest of every other file."""
    stem = f"{facts.NAME}-{version}"
    about = f"{stem}.dist-info"
    metadata = METADATA.format(
        name=facts.NAME, version=version, summary=facts.SUMMARY, license=facts.LICENSE,
        readme=readme,
    )
    said = WHEEL + "".join(f"Tag: py3-none-{platform}\n" for platform in platforms)
    files = [
        File(f"{stem}.data/scripts/{program_name}", program, True),
        File(f"{about}/METADATA", metadata.encode()),
        File(f"{about}/WHEEL", said.encode()),
        *(File(f"{about}/licenses/{file.path}", file.data) for file in licences),
    ]
    files.sort(key=lambda file: file.path)
    rows = [f"{file.path},sha256={_digest(file.data)},{len(file.data)}\n" for file in files]
    record = f"{about}/RECORD"
    files.append(File(record, ("".join(rows) + f"{record},,\n").encode()))
    return zipped(files, epoch)


def _digest(data):
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode("ascii")
