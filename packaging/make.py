#!/usr/bin/env python3
"""Makes packages of a program that is built already: `make.py linux|windows|macos|sums --help`."""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from dist import archives, deb, elf, facts, files, notices, texts, wheel  # noqa: E402
from dist.files import File  # noqa: E402

HERE = Path(__file__).resolve().parent
# What Debian's makensis makes installers of 64 bits with.
STUB = Path("/usr/share/nsis/Stubs/lzma_solid-amd64-unicode")
TARGETS = {"linux": "x86_64-unknown-linux-gnu", "windows": "x86_64-pc-windows-gnu",
           "macos": "aarch64-apple-darwin"}


class Build:
    """What all packages of one run share."""

    def __init__(self, options, system):
        self.version, self.epoch = facts.version(), facts.epoch()
        self.out = Path(options.out)
        self.path = Path(options.program)
        self.program = self.path.read_bytes()
        # Windows programs do not run everywhere; one of the same commit says the same.
        self.says = Path(options.says or options.program).resolve()
        target = options.target or TARGETS[system]
        said = Path(options.notices).read_bytes() if options.notices else notices.notices(target)
        self.notices = said
        self.documents = files.documents()

    def licences(self):
        named = [file for file in self.documents if file.path.startswith("LICENSE-")]
        return [*named, File("THIRD-PARTY-NOTICES.txt", self.notices)]

    def beside(self):
        """What lies beside the program in a portable archive."""
        return [*self.documents, File("THIRD-PARTY-NOTICES.txt", self.notices)]

    def write(self, name, data):
        self.out.mkdir(parents=True, exist_ok=True)
        (self.out / name).write_bytes(data)
        print(f"{self.out / name}: {len(data) / 1e6:.1f} MB")

    def write_wheel(self, program_name, platforms):
        readme = next(f for f in self.documents if f.path == "README.md").data.decode()
        data = wheel.wheel(self.program, program_name, self.licences(), readme, self.version,
                           platforms, self.epoch)
        self.write(wheel.name(self.version, platforms), data)


def linux(options):
    """The Debian package, the portable archive and the wheel for Linux."""
    build = Build(options, "linux")
    glibc = options.glibc or elf.needed_glibc(build.path)
    print(f"needs glibc {glibc} or newer")
    scripts = files.completions(build.says)
    manuals = {language: files.manual(build.says, language) for language in ("en", "vi")}
    installed = deb.installed(build.program, build.documents, build.notices, manuals, scripts)
    package = deb.package(installed, build.version, "amd64", glibc, build.epoch)
    build.write(f"vanthu_{build.version}_amd64.deb", package)
    name = f"vanthu-{build.version}-x86_64-linux"
    archive = archives.for_unix(name, build.program, build.beside(), manuals["en"], scripts,
                                build.epoch)
    build.write(f"{name}.tar.gz", archive)
    build.write_wheel("vanthu", wheel.tags("linux", glibc))


def macos(options):
    """The portable archive and the wheel for macOS."""
    build = Build(options, "macos")
    name = f"vanthu-{build.version}-arm64-macos"
    archive = archives.for_unix(name, build.program, build.beside(),
                                files.manual(build.says, "en"), files.completions(build.says),
                                build.epoch)
    build.write(f"{name}.tar.gz", archive)
    build.write_wheel("vanthu", wheel.tags("macos", machine="arm64"))


def windows(options):
    """The portable archive, the wheel and the installer for Windows."""
    build = Build(options, "windows")
    guide = (HERE / "windows" / "HUONG-DAN.txt").read_bytes().replace(b"\n", b"\r\n")
    script = files.completions(build.says)["powershell"]
    packed = [File("vanthu.exe", build.program, True), File("HUONG-DAN.txt", guide),
              File("vanthu.ps1", script), *build.beside()]
    name = f"vanthu-{build.version}-x86_64-windows"
    build.write(f"{name}.zip", archives.for_windows(name, packed, build.epoch))
    build.write_wheel("vanthu.exe", wheel.tags("windows"))
    installer(build, packed)


def installer(build, packed):
    """The installer, by makensis; where that is not installed there is none."""
    if not shutil.which("makensis"):
        print("no installer: makensis is not installed (Debian's package nsis)")
        return
    with tempfile.TemporaryDirectory() as folder:
        for file in packed:
            path = Path(folder, "files", file.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
            os.utime(path, (build.epoch, build.epoch))
        made = Path(folder, "vanthu.exe")
        size = sum(-(-len(file.data) // 1024) for file in packed)
        defines = {"VERSION": build.version, "FILES": f"{folder}/files", "OUT": made, "SIZE": size}
        if STUB.exists():
            defines["TARGET"] = "amd64-unicode"
        command = ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *(f"-D{key}={value}" for key, value in defines.items())]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(build.epoch)}
        subprocess.run([*command, str(HERE / "windows" / "vanthu.nsi")], check=True,
                       env=environment)
        build.write(f"vanthu-{build.version}-x86_64-setup.exe", made.read_bytes())


def sums(options):
    """SHA256SUMS of all packages, and what winget and scoop are told of those for Windows."""
    out, version = Path(options.out), facts.version()
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()
               for path in sorted(out.iterdir()) if path.is_file() and path.name != "SHA256SUMS"}
    name = f"vanthu-{version}-x86_64-windows"
    archive, setup = f"{name}.zip", f"vanthu-{version}-x86_64-setup.exe"
    managers = {}
    if archive in digests:
        url = f"{options.url}/{archive}"
        managers["scoop/vanthu.json"] = texts.scoop(version, url, digests[archive], name)
    if setup in digests:
        found = texts.winget(version, f"{options.url}/{setup}", digests[setup])
        managers.update({f"winget/{name}": text for name, text in found.items()})
    for path, text in managers.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(text)
    listing = "".join(f"{digest}  {name}\n" for name, digest in digests.items())
    (out / "SHA256SUMS").write_bytes(listing.encode())
    print(listing, end="")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="linux|windows|macos|sums")
    for work in (linux, windows, macos):
        command = commands.add_parser(work.__name__, help=work.__doc__)
        command.set_defaults(work=work)
        command.add_argument("--program", required=True, help="the program, stripped")
        command.add_argument("--says", help="a program of the same commit that runs here")
        command.add_argument("--target", help="the target it was built for")
        command.add_argument("--notices", help="the file to take third-party notices from")
        command.add_argument("--glibc", help="the glibc it needs, instead of what objdump tells")
        command.add_argument("--out", default="target/packages", help="the folder to write to")
    command = commands.add_parser("sums", help=sums.__doc__)
    command.set_defaults(work=sums)
    command.add_argument("--out", default="target/packages", help="the folder of the packages")
    # The address is that of whoever publishes; the project itself has none.
    command.add_argument("--url", default=os.environ.get("VANTHU_DOWNLOAD_URL")
                         or "https://example.invalid/vanthu", help="where they will be published")
    options = parser.parse_args()
    options.work(options)


if __name__ == "__main__":
    main()
