#!/usr/bin/env python3
"""Uses a finished program as an office would, and says what it saw. Standard library only.

The same checks run on Linux, macOS and Windows, in another root (`--root`) and under wine
(`--wine`). A check that cannot run there is named with the reason; exit code 1 if one fails.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMIT = 180  # seconds for one command


class Skip(Exception):
    """Why a check cannot run here."""


class Machine:
    """How the program is started here, and how it calls the files."""

    def __init__(self, options):
        self.program = options.program
        self.wine, self.root, self.typst, self.git = (
            options.wine, options.root, options.typst, options.git)
        self.hold = options.hold
        self.is_windows = bool(self.wine) or os.name == "nt"
        self.verbose = options.verbose
        self.work = Path(tempfile.mkdtemp(prefix="vanthu-smoke-", dir=self.root and
                                          os.path.join(self.root, "tmp")))
        if self.root:
            os.chmod(self.work, 0o777)

    def name(self, path):
        """`path` as the program is told it."""
        if self.wine:
            return "Z:" + str(path).replace("/", "\\")
        if self.root:
            return "/" + str(Path(path).relative_to(self.root))
        return str(path)

    def command(self, words, folder):
        if self.wine:
            return [self.wine, self.program, *words]
        if self.root:
            inside = ["env", "-C", self.name(folder), "HOME=/tmp", self.program, *words]
            return ["chroot", "--userspec=1000:1000", self.root, *inside]
        return [self.program, *words]

    def environment(self, more):
        kept = {key: value for key, value in os.environ.items() if not key.startswith("VANTHU_")}
        kept.update({"VANTHU_LANG": "vi", "VANTHU_COLOR": "never", **more})
        if self.git:
            kept["PATH"] = os.path.dirname(self.git) + os.pathsep + kept.get("PATH", "")
            kept["WINEPATH"] = self.name(os.path.dirname(self.git)) if self.wine else ""
        return kept

    def start(self, words, folder, **more):
        return subprocess.Popen(
            self.command(words, folder), cwd=folder, env=self.environment(more),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, folder, *words, code=0, **more):
        """Runs `vanthu words` in `folder`; what it printed. Fails on another exit code."""
        started = time.monotonic()
        child = self.start(words, folder, **more)
        try:
            out, err = child.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            child.kill()
            raise AssertionError(f"vanthu {' '.join(words)}: no end in {LIMIT} s") from None
        took = time.monotonic() - started
        said = (out + err).decode("utf-8", "replace").replace("\r\n", "\n")
        if self.verbose:
            print(f"$ vanthu {' '.join(words)}    [{took:.2f} s, exit {child.returncode}]\n{said}")
        assert child.returncode == code, f"vanthu {words}: exit {child.returncode}\n{said}"
        return said


DRAFT = """\
targets:
  chi-tieu:
    row_header: Thôn
    columns:
      - {id: nam_truoc, header: Thực hiện năm trước}
      - {id: nam_nay, header: Kế hoạch năm nay}
      - {id: tang, header: Số tăng, formula: nam_nay - nam_truoc}
    rows:
      Thôn Đông: [355, 412]
      Thôn Đoài: [301, 368]
    total: {label: Toàn xã}
body: |
  Ủy ban nhân dân xã đề nghị Trưởng các thôn vận động thêm {{ chi_tieu.total.tang }} người tham \
gia bảo hiểm y tế, cụ thể như sau:

  {{ table("chi-tieu") }}

  Báo cáo kết quả về Ủy ban nhân dân xã trước ngày 20 tháng 12 năm 2026./.
"""


def filled(text):
    """The starting document with its fields filled in, as an officer would."""
    fields = [('subject: "[…]"', 'subject: rà soát người chưa tham gia bảo hiểm y tế năm 2026'),
              ('    - "[…]"\n', "    - Trưởng các thôn\n"),
              ('"[…] (để biết)"', "Đảng ủy xã (để biết)")]
    for blank, words in fields:
        assert blank in text, f"no field {blank!r}"
        text = text.replace(blank, words)
    head, rest = text.split("# Bảng số liệu", 1)
    return head + DRAFT + rest[rest.index("signatory:"):]


def read(path):
    return path.read_bytes().decode("utf-8")


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))


def assert_pdf(path):
    data = path.read_bytes()
    assert data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF"), f"no PDF: {path}"
    return data


def project(machine, *parts):
    """A new project with one document of its own; its folder and that document."""
    folder = machine.work.joinpath(*parts)
    folder.parent.mkdir(parents=True, exist_ok=True)
    if machine.root:
        for above in [folder.parent, *folder.parent.parents]:
            if machine.work in above.parents:
                os.chmod(above, 0o777)
    machine.run(folder.parent, "init", folder.name)
    machine.run(folder, "new", "cong-van", "data/2026/y-te.yaml")
    document = folder / "data" / "2026" / "y-te.yaml"
    write(document, filled(read(document)))
    return folder, document


def check_version(machine):
    said = machine.run(machine.work, "--version")
    assert re.match(r"vanthu \d+\.\d+\.\d+", said), said


def check_first_document(machine):
    """init, new, build: two PDF files; what was built is not built again."""
    folder, _ = project(machine, "van-ban")
    said = machine.run(folder, "build")
    assert_pdf(folder / "out" / "2026" / "y-te.pdf")
    assert_pdf(folder / "out" / "vi-du" / "ra-soat-bhyt.pdf")
    assert "out/2026/y-te.pdf" in said.replace("\\", "/"), said
    machine.run(folder, "check")
    machine.run(folder, "verify")


def check_mistake(machine):
    """A mistake is told with its place and its correction, and nothing is built from it."""
    folder, document = project(machine, "loi")
    good = read(document)
    write(document, good.replace("total.tang }}", "total.tangg }}"))
    said = machine.run(folder, "build", code=1)
    line = good[:good.index("total.tang }}")].count("\n") + 1
    assert "lỗi[N011]: bảng không có cột số `tangg`" in said, said
    assert re.search(rf"data.2026.y-te\.yaml:{line}:", said), said
    assert "ý bạn là `tang`?" in said, said
    assert not (folder / "out" / "2026" / "y-te.pdf").exists()
    write(document, good)
    machine.run(folder, "build")
    assert_pdf(folder / "out" / "2026" / "y-te.pdf")


def check_line_ends(machine):
    """A file saved with CRLF gives the same bytes."""
    folder, document = project(machine, "crlf")
    machine.run(folder, "build")
    before = assert_pdf(folder / "out" / "2026" / "y-te.pdf")
    write(document, read(document).replace("\n", "\r\n"))
    machine.run(folder, "build")
    assert assert_pdf(folder / "out" / "2026" / "y-te.pdf") == before


def check_names(machine):
    """Vietnamese letters and spaces in every name."""
    folder, document = project(machine, "Dự án số 1", "Văn bản của xã")
    other = folder / "data" / "Tháng 12" / "Kế hoạch đợt 2.yaml"
    write(other, read(document))
    machine.run(folder, "build")
    assert_pdf(folder / "out" / "Tháng 12" / "Kế hoạch đợt 2.pdf")
    said = machine.run(machine.work, "build", "-C", machine.name(folder))
    assert "Kế hoạch đợt 2.pdf" in said, said


def check_long_paths(machine):
    """Paths longer than the 260 characters that old Windows programs are held to."""
    folder, document = project(machine, "dài")
    parts = [f"thư mục rất dài số {number} để vượt giới hạn" for number in range(8)]
    deep = folder.joinpath("data", *parts, "công văn.yaml")
    assert len(str(deep)) > 300
    text = read(document)
    if os.name == "nt":
        deep = Path("\\\\?\\" + str(deep))
    write(deep, text)
    machine.run(folder, "build")
    made = Path(str(deep).replace(f"{os.sep}data{os.sep}", f"{os.sep}out{os.sep}", 1))
    assert_pdf(made.with_suffix(".pdf"))


def check_held_file(machine):
    """A PDF that a reader holds open: told, the others are built, and later it is, too."""
    if not machine.is_windows:
        raise Skip("files that are open can be replaced here")
    folder, document = project(machine, "mo-tep")
    machine.run(folder, "build")
    made, done = folder / "out" / "2026" / "y-te.pdf", machine.work / "done"
    before = made.read_bytes()
    with held(machine, made, done):
        write(document, read(document).replace("[355, 412]", "[355, 420]"))
        other = folder / "data" / "vi-du" / "ra-soat-bhyt.yaml"
        write(other, read(other) + "# sửa\n")
        said = machine.run(folder, "build", code=2)
        assert "y-te.pdf" in said, said
        assert made.read_bytes() == before
    machine.run(folder, "build")
    assert made.read_bytes() != before
    left = [path.name for path in made.parent.iterdir()]
    assert left == ["y-te.pdf"], left


class held:
    """Another program that has `path` open."""

    def __init__(self, machine, path, done):
        self.machine, self.path, self.done = machine, path, done

    def __enter__(self):
        if self.machine.wine:
            names = [self.machine.name(path) for path in (self.path, self.done)]
            command = [self.machine.wine, self.machine.hold, *names]
            self.child = subprocess.Popen(command, stdout=subprocess.PIPE)
            assert self.child.stdout.readline().strip() == b"open"
        else:
            self.file = open(self.path, "rb")

    def __exit__(self, *_):
        if self.machine.wine:
            self.done.write_bytes(b"")
            self.child.wait(timeout=30)
        else:
            self.file.close()


def check_diff(machine):
    """What a change means, against the last commit."""
    if machine.root or not (machine.git or shutil.which("git")):
        raise Skip("no git here")
    folder, document = project(machine, "kho git")
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        git(machine, folder, words)
    write(document, read(document).replace("[355, 412]", "[355, 420]"))
    said = machine.run(folder, "diff", "--no-pages")
    for line in ["Thôn Đông · Kế hoạch năm nay: 412 → 420 (+8; +1,94%)",
                 "Toàn xã · Số tăng: 124 → 132 (+8; +6,45%)", "[-124-]{+132+}"]:
        assert line in said, said


def git(machine, folder, words):
    command = [machine.wine, machine.git] if machine.wine else [machine.git or "git"]
    who = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "core.autocrlf=false"]
    subprocess.run([*command, *who, *words], cwd=folder, check=True, timeout=LIMIT,
                   env=machine.environment({}))


def check_watch(machine):
    """A save is followed by a build, twice."""
    folder, document = project(machine, "theo-doi")
    made = folder / "out" / "2026" / "y-te.pdf"
    child = machine.start(["watch", "-q"], folder)
    try:
        before = awaited(made, None, child)
        text = read(document)
        for number in ("420", "430"):
            time.sleep(0.5)
            write(document, text.replace("[355, 412]", f"[355, {number}]"))
            before = awaited(made, before, child)
    finally:
        end(machine, child)


def awaited(path, before, child):
    """The bytes at `path`, once they are others than `before`."""
    last = time.monotonic() + 60
    while time.monotonic() < last:
        assert child.poll() is None, child.communicate()
        try:
            now = path.read_bytes()
        except OSError:
            now = before
        if now != before:
            return now
        time.sleep(0.05)
    raise AssertionError(f"not built within a minute: {path}")


def end(machine, child):
    """Ends a program that would run on; what it started ends with it."""
    if machine.root:
        child.terminate()
    child.kill()
    child.communicate(timeout=30)


HOSTILE = """\
{% extends "van-ban.typ" %}
{% block type_name -%}
#let what = {{ type_name.subject | lit }}
#if what == "lâu" { for a in range(9000) { for b in range(9000) { for c in range(9000) {
  let _ = a + b + c } } } }
#if what == "bộ nhớ" { let a = "x"; for _ in range(60) { a = a + a }; [#a.len()] }
{%- endblock %}
"""


def check_limits(machine):
    """Documents beyond their time and memory are ended and named; the others are built."""
    folder, _ = project(machine, "gioi-han")
    write(folder / "templates" / "ten-loai.typ", HOSTILE)
    wanted = {"lau": ("lâu", "P005"), "bo-nho": ("bộ nhớ", "P006")}
    if machine.wine:
        # wine takes the job object and holds nobody to its memory.
        del wanted["bo-nho"]
    for name, (subject, _) in wanted.items():
        text = f"kind: thong-bao\nsymbol: TB-UBND\nsubject: {subject}\nbody: Thông báo./.\n"
        write(folder / "data" / f"{name}.yaml", text)
    said = machine.run(folder, "build", "--format", "short", "--time-limit", "5",
                       "--memory-limit", "512", code=1)
    for name, (_, code) in wanted.items():
        assert re.search(rf"data/{name}\.yaml:1:1: lỗi\[{code}\]", said), said
    assert_pdf(folder / "out" / "2026" / "y-te.pdf")


def check_reading_limits(machine):
    """A file that takes too long, or too much memory, to read is named; the others are checked."""
    folder, _ = project(machine, "doc-lau")
    columns = "".join(f", {{id: c{n}, header: C{n}, formula: rank(so) + {n}}}" for n in range(30))
    rows = "".join(f"      X{n}: [{n}]\n" for n in range(80_000))
    write(folder / "data" / "lau.yaml",
          "kind: cong-van\nsymbol: UBND-VX\nsubject: rà soát\nbody: Rà soát./.\ntargets:\n  t:\n"
          "    title: T\n    row_header: Xã\n    columns: [{id: so, header: Số}"
          f"{columns}]\n    rows:\n{rows}")
    limits = [("VANTHU_TIME_LIMIT", "1", "P005"), ("VANTHU_MEMORY_LIMIT", "100", "P006")]
    if sys.platform == "darwin":
        del limits[1]  # this system does not tell how much memory a program has
    for variable, limit, code in limits:
        said = machine.run(folder, "check", "--format", "short", code=1, **{variable: limit})
        assert f"data/lau.yaml:1:1: lỗi[{code}]" in said, said


def check_engines(machine):
    """Both engines give the same bytes."""
    if not machine.typst:
        raise Skip("no Typst program was named (--typst)")
    folder, _ = project(machine, "hai-may")
    machine.run(folder, "build")
    outs = [folder / "out", folder / "out-cli"]
    machine.run(folder, "build", "--engine", "typst-cli", "--typst", machine.name(machine.typst),
                "-o", "out-cli")
    names = ["2026/y-te.pdf", "vi-du/ra-soat-bhyt.pdf"]
    for name in names:
        assert assert_pdf(outs[0] / name) == assert_pdf(outs[1] / name), name


def check_helpers(machine):
    """doctor, fonts, completions, man, schema, explain answer."""
    folder, _ = project(machine, "giup")
    assert "vanthu" in machine.run(folder, "doctor")
    assert "Liberation Serif" in machine.run(folder, "fonts")
    assert "vanthu" in machine.run(folder, "completions", "powershell")
    machine.run(folder, "man", "trang")
    assert (folder / "trang" / "vanthu-build.1").exists()
    assert '"$schema"' in machine.run(folder, "schema")
    assert "D500" in machine.run(folder, "explain", "D500")
    machine.run(folder, "build", "--emit", "docx,xlsx", "data/2026/y-te.yaml")
    assert (folder / "out" / "2026" / "y-te.docx").read_bytes()[:2] == b"PK"


def check_start(machine):
    """`check` of one file: the best of twenty, at most 20 ms where the program runs as it is."""
    if machine.wine or machine.root:
        raise Skip("what starts the program takes longer than the program")
    folder, document = project(machine, "nhanh")
    name = str(document.relative_to(folder))
    times = []
    for _ in range(20):
        started = time.monotonic()
        machine.run(folder, "check", "-q", name)
        times.append(time.monotonic() - started)
    print(f"  check of one file: best {min(times) * 1000:.1f} ms of 20")
    limit = 0.2 if os.name == "nt" else 0.02
    assert min(times) < limit, f"{min(times) * 1000:.1f} ms"


CHECKS = [check_version, check_first_document, check_mistake, check_line_ends, check_names,
          check_long_paths, check_held_file, check_diff, check_watch, check_limits,
          check_reading_limits, check_engines, check_helpers, check_start]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", help="the program; with --root, its path in that root")
    parser.add_argument("--wine", help="the wine to start it with")
    parser.add_argument("--hold", help="hold.exe, for --wine")
    parser.add_argument("--root", help="the root of the system to run it in, by chroot")
    parser.add_argument("--typst", help="a Typst program, to compare both engines")
    parser.add_argument("--git", help="the git that the program finds")
    parser.add_argument("--only", help="the names of checks, separated by commas")
    parser.add_argument("--verbose", action="store_true", help="print what the program prints")
    options = parser.parse_args()
    if not options.root:
        options.program = os.path.abspath(options.program)
    machine = Machine(options)
    wanted = options.only.split(",") if options.only else None
    failed = 0
    for check in CHECKS:
        name = check.__name__[len("check_"):]
        if wanted and name not in wanted:
            continue
        started = time.monotonic()
        try:
            check(machine)
            verdict = "ok"
        except Skip as why:
            verdict = f"not here: {why}"
        except (AssertionError, OSError, subprocess.SubprocessError) as error:
            failed += 1
            verdict = f"FAILED: {error}"
        print(f"{name}: {verdict} ({time.monotonic() - started:.1f} s)", flush=True)
    shutil.rmtree(machine.work, ignore_errors=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    main()
