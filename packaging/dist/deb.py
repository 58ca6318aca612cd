"""The Debian package, as deb(5) describes it: an `ar` archive of three members."""

import hashlib
import lzma
import os

from . import facts
from .archives import tar
from .files import File, below, gzipped

MAINTAINER = "the vanthu developers <vanthu@example.invalid>"

COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: 2026 the vanthu developers
License: Apache-2.0 or Expat
 The texts of both licences are in LICENSE-APACHE and LICENSE-MIT beside this file. Libraries and
 fonts that are part of the program, with their licences: THIRD-PARTY-NOTICES.txt.gz.
"""

CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: libc6 (>= {glibc})
Recommends: git
Section: text
Priority: optional
Description: {summary}
 Công cụ soạn công văn, kế hoạch và các loại văn bản hành chính khác đúng thể thức; tự tính các
 bảng số liệu và báo chỗ chưa khớp trước khi ký.
 .
 Builds documents as PDF, Word and Excel from YAML files, as Nghị định 30/2020/NĐ-CP requires.
 Tables are computed exactly; contradictions are reported before a document is signed. Works
 offline, without other programs.
"""


def installed(program, documents, notices, manuals, scripts):
    """All files the package installs, by their paths from the root of the system.

    `manuals` holds the manual pages by language; English ones are the default of man(1).
    """
    doc = f"usr/share/doc/{facts.NAME}"
    files = [File("usr/bin/vanthu", program, True), File(f"{doc}/copyright", COPYRIGHT.encode())]
    files.append(File(f"{doc}/THIRD-PARTY-NOTICES.txt.gz", gzipped(notices)))
    for file in documents:
        if file.path == "CHANGELOG.md":
            file = File("changelog.gz", gzipped(file.data))
        files.append(File(f"{doc}/{file.path}", file.data))
    for language, pages in manuals.items():
        folder = "usr/share/man/man1" if language == "en" else f"usr/share/man/{language}/man1"
        files += below(folder, [File(f"{page.path}.gz", gzipped(page.data)) for page in pages])
    files.append(File("usr/share/bash-completion/completions/vanthu", scripts["bash"]))
    files.append(File("usr/share/zsh/vendor-completions/_vanthu", scripts["zsh"]))
    files.append(File("usr/share/fish/vendor_completions.d/vanthu.fish", scripts["fish"]))
    return files


def control(files, version, architecture, glibc):
    """The text of the member `control`. The size is in KiB, each file rounded up."""
    size = sum(-(-len(file.data) // 1024) for file in files)
    maintainer = os.environ.get("VANTHU_MAINTAINER") or MAINTAINER
    return CONTROL.format(
        name=facts.NAME, version=version, architecture=architecture, maintainer=maintainer,
        size=size, glibc=glibc, summary=facts.SUMMARY,
    )


def package(files, version, architecture, glibc, epoch):
    """The package as bytes."""
    sums = [f"{hashlib.md5(file.data).hexdigest()}  {file.path}\n" for file in files]
    about = [
        File("./control", control(files, version, architecture, glibc).encode()),
        File("./md5sums", "".join(sorted(sums, key=lambda line: line[34:])).encode()),
    ]
    members = [
        ("debian-binary", b"2.0\n"),
        ("control.tar.xz", lzma.compress(tar(about, epoch), preset=9)),
        ("data.tar.xz", lzma.compress(tar(below(".", files), epoch), preset=9)),
    ]
    return b"!<arch>\n" + b"".join(_member(name, data, epoch) for name, data in members)


def _member(name, data, epoch):
    head = f"{name:<16}{epoch:<12}{0:<6}{0:<6}{100644:<8}{len(data):<10}`\n"
    return head.encode("ascii") + data + b"\n" * (len(data) % 2)
