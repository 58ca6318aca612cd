"""What packages are made of, with a program that is none: no compiler, no network, no other tool."""

import base64
import csv
import hashlib
import io
import json
import lzma
import os
import stat
import subprocess
import sys
import tarfile
import tempfile
import unittest
import zipfile
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PACKAGING))
from dist import archives, deb, elf, facts, files, notices, texts, wheel  # noqa: E402
from dist.files import File  # noqa: E402

EPOCH = 1_700_000_000
VERSION = facts.version()
DUMMY = """\
#!{python}
import os, sys
if sys.argv[1] == "man":
    for name in ["vanthu.1", "vanthu-build.1"]:
        with open(os.path.join(sys.argv[2], name), "w") as page:
            page.write(".TH " + name + " " + os.environ["VANTHU_LANG"])
else:
    print(*sys.argv[1:])
"""


def members(package):
    """The members of an `ar` archive, by name."""
    assert package.startswith(b"!<arch>\n")
    found, at = {}, 8
    while at < len(package):
        head = package[at:at + 60].decode("ascii")
        assert head.endswith("`\n"), head
        size = int(head[48:58])
        found[head[:16].strip()] = package[at + 60:at + 60 + size]
        at += 60 + size + size % 2
    return found


def unpacked(data):
    """Path to (mode, owner, time, bytes) of each file of a tar archive, in its order."""
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        return {entry.name: (entry.mode, entry.uname, entry.mtime,
                             archive.extractfile(entry).read() if entry.isfile() else None)
                for entry in archive}


class Packages(unittest.TestCase):
    """Everything `make.py` makes of a dummy, twice."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        root = Path(cls.folder.name)
        cls.program = root / "vanthu"
        cls.program.write_text(DUMMY.format(python=sys.executable), encoding="utf-8")
        cls.program.chmod(0o755)
        (root / "notices").write_bytes(b"serde 1: MIT\n")
        cls.outs = [root / "one", root / "two"]
        for out, umask in zip(cls.outs, (0o022, 0o077)):
            old = os.umask(umask)
            for system in ("linux", "windows", "macos"):
                cls.make(system, "--program", cls.program, "--notices", root / "notices",
                         "--glibc", "2.17", "--out", out)
            cls.make("sums", "--out", out, "--url", "https://example.org/v1")
            os.umask(old)

    @classmethod
    def make(cls, *words):
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(EPOCH), "PATH": "/usr/bin:/bin"}
        subprocess.run([sys.executable, PACKAGING / "make.py", *words], check=True,
                       capture_output=True, env=environment)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def data(self, name):
        return (self.outs[0] / name).read_bytes()

    def test_the_second_run_gives_the_same_bytes(self):
        trees = [{path.relative_to(out): path.read_bytes() for path in out.rglob("*")
                  if path.is_file()} for out in self.outs]
        self.assertGreaterEqual(len(trees[0]), 8)
        self.assertEqual(trees[0], trees[1])

    def test_the_debian_package(self):
        found = members(self.data(f"vanthu_{VERSION}_amd64.deb"))
        self.assertEqual(list(found), ["debian-binary", "control.tar.xz", "data.tar.xz"])
        about = unpacked(lzma.decompress(found["control.tar.xz"]))
        data = unpacked(lzma.decompress(found["data.tar.xz"]))
        control = about["./control"][3].decode()
        fields = dict(line.split(": ", 1) for line in control.splitlines() if line[0] != " ")
        self.assertEqual(list(fields), ["Package", "Version", "Architecture", "Maintainer",
                                        "Installed-Size", "Depends", "Recommends", "Section",
                                        "Priority", "Description"])
        self.assertEqual((fields["Package"], fields["Version"]), ("vanthu", VERSION))
        self.assertEqual(fields["Depends"], "libc6 (>= 2.17)")
        self.assertTrue(control.endswith("\n"))
        plain = {path: facts for path, facts in data.items() if facts[3] is not None}
        sums = "".join(f"{hashlib.md5(plain[path][3]).hexdigest()}  {path[2:]}\n"
                       for path in sorted(plain))
        self.assertEqual(about["./md5sums"][3].decode(), sums)
        self.assertEqual({entry[1:3] for entry in data.values()}, {("root", EPOCH)})
        runs = [path for path, entry in plain.items() if entry[0] & stat.S_IXUSR]
        self.assertEqual(runs, ["./usr/bin/vanthu"])
        for path in ["man/man1/vanthu.1.gz", "man/man1/vanthu-build.1.gz",
                     "man/vi/man1/vanthu.1.gz", "bash-completion/completions/vanthu",
                     "zsh/vendor-completions/_vanthu", "fish/vendor_completions.d/vanthu.fish",
                     "doc/vanthu/copyright", "doc/vanthu/README.vi.md",
                     "doc/vanthu/changelog.gz", "doc/vanthu/LICENSE-MIT",
                     "doc/vanthu/THIRD-PARTY-NOTICES.txt.gz"]:
            self.assertIn(f"./usr/share/{path}", plain)
        # Every folder is listed before what is in it.
        for number, path in enumerate(data):
            self.assertIn(os.path.dirname(path) or ".", [*list(data)[:number], "."])

    def test_the_portable_archives(self):
        for name, beside in [(f"vanthu-{VERSION}-x86_64-linux", "tar.gz"),
                             (f"vanthu-{VERSION}-arm64-macos", "tar.gz")]:
            found = unpacked(self.data(f"{name}.{beside}"))
            self.assertEqual(found[f"{name}/vanthu"][0], 0o755)
            self.assertIn(f"{name}/completions/_vanthu", found)
            self.assertIn(f"{name}/THIRD-PARTY-NOTICES.txt", found)
            self.assertTrue(all(path == name or path.startswith(f"{name}/") for path in found))
        name = f"vanthu-{VERSION}-x86_64-windows"
        with zipfile.ZipFile(io.BytesIO(self.data(f"{name}.zip"))) as archive:
            self.assertEqual(archive.namelist(), sorted(archive.namelist()))
            guide = archive.read(f"{name}/HUONG-DAN.txt")
            self.assertEqual(archive.read(f"{name}/vanthu.exe"), self.program.read_bytes())
        self.assertEqual(guide.count(b"\n"), guide.count(b"\r\n"))

    def test_the_wheels(self):
        linux = f"vanthu-{VERSION}-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
        for name, program in [(linux, "vanthu"),
                              (f"vanthu-{VERSION}-py3-none-win_amd64.whl", "vanthu.exe"),
                              (f"vanthu-{VERSION}-py3-none-macosx_11_0_arm64.whl", "vanthu")]:
            with zipfile.ZipFile(io.BytesIO(self.data(name))) as archive:
                names = archive.namelist()
                held = {path: archive.read(path) for path in names}
                mode = archive.getinfo(f"vanthu-{VERSION}.data/scripts/{program}").external_attr
            self.assertEqual(mode >> 16, 0o100755)
            record = f"vanthu-{VERSION}.dist-info/RECORD"
            self.assertEqual(names[-1], record)
            rows = list(csv.reader(io.StringIO(held[record].decode())))
            self.assertEqual([row[0] for row in rows], names)
            self.assertEqual(rows[-1][1:], ["", ""])
            for path, digest, size in rows[:-1]:
                made = base64.urlsafe_b64encode(hashlib.sha256(held[path]).digest()).decode()
                self.assertEqual((digest, size), (f"sha256={made.rstrip('=')}",
                                                  str(len(held[path]))))
            metadata = held[f"vanthu-{VERSION}.dist-info/METADATA"].decode()
            self.assertTrue(metadata.startswith("Metadata-Version: 2.4\nName: vanthu\n"))
            for line in metadata.split("\n\n")[0].splitlines():
                if line.startswith("License-File: "):
                    self.assertIn(f"vanthu-{VERSION}.dist-info/licenses/{line[14:]}", names)
            tags = [line[5:] for line in held[f"vanthu-{VERSION}.dist-info/WHEEL"].decode()
                    .splitlines() if line.startswith("Tag: ")]
            platforms = name[:-4].split("-")[-1].split(".")
            self.assertEqual(tags, [f"py3-none-{platform}" for platform in platforms])

    def test_the_sums_are_those_of_all_packages(self):
        lines = self.data("SHA256SUMS").decode().splitlines()
        said = dict(reversed(line.split("  ")) for line in lines)
        made = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()
                for path in self.outs[0].iterdir() if path.is_file() and path.name != "SHA256SUMS"}
        self.assertEqual(said, made)
        name = f"vanthu-{VERSION}-x86_64-windows"
        scoop = json.loads(self.data("scoop/vanthu.json"))
        self.assertEqual(scoop["architecture"]["64bit"],
                         {"url": f"https://example.org/v1/{name}.zip", "hash": made[f"{name}.zip"],
                          "extract_dir": name})


class Texts(unittest.TestCase):
    """Parts that need no program."""

    def test_winget_names_three_files_with_one_version_and_the_digest(self):
        found = texts.winget("1.2.3", "https://example.org/setup.exe", "ab" * 32)
        self.assertEqual(list(found), ["Vanthu.Vanthu.installer.yaml",
                                       "Vanthu.Vanthu.locale.vi-VN.yaml", "Vanthu.Vanthu.yaml"])
        for text in found.values():
            self.assertIn("PackageVersion: 1.2.3\n", text.decode())
            self.assertTrue(text.decode().endswith(f"ManifestVersion: {texts.WINGET_VERSION}\n"))
        self.assertIn("AB" * 32, found["Vanthu.Vanthu.installer.yaml"].decode())

    def test_the_glibc_is_the_highest_one_by_its_numbers(self):
        listing = "x GLIBC_2.9 a\nx (GLIBC_2.17) b\nx GLIBC_2.2.5 c\n"
        self.assertEqual(elf.highest(listing), "2.17")

    def test_wheels_of_old_glibc_have_the_old_name_too(self):
        self.assertEqual(wheel.tags("linux", "2.17"),
                         ["manylinux_2_17_x86_64", "manylinux2014_x86_64"])
        self.assertEqual(wheel.tags("linux", "2.28"), ["manylinux_2_28_x86_64"])

    def test_equal_licences_are_printed_once(self):
        said = notices.text([("a 1", "MIT", ["words \n"]), ("b 1", "MIT", ["words"]),
                             ("c 1", "ISC", [])]).decode()
        self.assertEqual(said.count("words"), 1)
        for line in ["a 1: MIT: [1]\n", "b 1: MIT: [1]\n", "c 1: ISC: no text of its own\n"]:
            self.assertIn(line, said)

    def test_the_order_of_the_files_does_not_matter(self):
        some = [File("b", b"1"), File("a/c", b"2", True), File("a/b", b"")]
        self.assertEqual(archives.tar(some, EPOCH), archives.tar(some[::-1], EPOCH))
        self.assertEqual(archives.for_windows("x", some, EPOCH),
                         archives.for_windows("x", some[::-1], EPOCH))

    def test_times_before_1980_do_not_fail(self):
        self.assertTrue(archives.zipped([File("a", b"")], 0).startswith(b"PK"))

    def test_the_size_is_rounded_up_for_each_file(self):
        held = [File("usr/a", b"x"), File("usr/b", b"x" * 1025), File("usr/c", b"")]
        self.assertIn("\nInstalled-Size: 3\n", deb.control(held, "1", "amd64", "2.17"))

    def test_documents_are_named_as_in_the_project(self):
        names = [file.path for file in files.documents()]
        self.assertIn("docs/cli.md", names)
        self.assertIn("README.vi.md", names)


if __name__ == "__main__":
    unittest.main()
