#!/usr/bin/env python3
"""Times one document for each recipient (`copies`) against other ways to make the same letters.

N letters of two pages, each with the row of its commune, made from one source, in one run:

- vanthu, one directive with `copies`;
- vanthu, N directives of their own, one for each letter;
- typst-cli, one `typst compile` for each letter, two at a time, from Typst texts that vanthu has
  written: it lays out and nothing else;
- docxtpl fills a Word file of vanthu's in, and LibreOffice turns all N files into PDF in one batch.

Every figure of every letter is then compared with the source, and no letter may hold the name of
another recipient. The most memory that vanthu takes is told for N and for twenty times N.

    pip install docxtpl          # and pdftotext (poppler), LibreOffice, typst-cli
    python3 benches/letters.py target/release/vanthu target/tools/bin/typst [N] [ROUNDS]

Only figures of a release build say something. The aim: 6 times as fast as typst-cli, 40 times as
LibreOffice, twice as fast as directives of their own, in memory that does not grow with N.
"""

import concurrent.futures
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import docxtpl

HEAD = """\
kind: cong-van
issuer: {{name: Sở Y tế}}
symbol: SYT-VP
place: Thanh Bình
date: 2026-03-05
number: {number}
subject: giao chỉ tiêu khám sức khỏe năm 2026
recipients: {{to: [{to}], cc: [Như trên], file: {{unit: VP}}}}
targets:
  chi-tieu:
    title: Chỉ tiêu khám sức khỏe
    row_header: Đơn vị
    columns:
      - {{id: truoc, header: Năm trước}}
      - {{id: nay, header: Năm nay}}
      - {{id: tang, header: Tăng, formula: nay - truoc}}
    rows:
{rows}    total: {{label: Tổng cộng}}
"""

BODY = """\
body: |
  Thực hiện kế hoạch năm 2026, chỉ tiêu khám sức khỏe của {name} là {now} lượt người, tăng {more} lượt người so với năm trước, chi tiết tại {{{{ appendix("chi-tieu") }}}}.

{paragraphs}
  Đề nghị các đơn vị thực hiện./.
signatory: {{title: Giám đốc, name: Nguyễn Văn A}}
"""

PARAGRAPH = (
    "  Đơn vị phối hợp với trạm y tế rà soát danh sách người thuộc diện khám, thông báo thời gian, "
    "địa điểm đến từng hộ, bố trí người hướng dẫn và tổng hợp kết quả, báo cáo theo quy định.\n"
)
PARAGRAPHS = "\n".join(PARAGRAPH for _ in range(9))


def name(number):
    return f"Xã Thử {number:05}"


def in_text(number):
    return f"xã Thử {number:05}"


def figures(number):
    return 40009 + 13 * number, 50021 + 17 * number


def row(number):
    before, now = figures(number)
    return f"      {name(number)}: [{before}, {now}]\n"


def grouped(figure):
    return f"{figure:,}".replace(",", ".")


def project(folder):
    (folder / "data").mkdir(parents=True)
    (folder / "vanthu.yaml").write_text("language: en\n")
    return folder


def of_copies(folder, count):
    """One directive for all letters."""
    rows = "".join(map(row, range(count)))
    head = HEAD.format(number=100, to="Ủy ban nhân dân các xã", rows=rows)
    copies = "copies: {rows: chi-tieu, to: [\"Ủy ban nhân dân {{ row | thuong }}\"], appendix: row, general: false}\n"
    words = {"name": "{{ row | thuong }}", "now": "{{ row.nay }}", "more": "{{ row.tang }}"}
    text = head + copies + BODY.format(paragraphs=PARAGRAPHS, **words)
    (project(folder) / "data/thu.yaml").write_text(text)


def of_directives(folder, count):
    """One directive for each letter."""
    project(folder)
    for number in range(count):
        head = HEAD.format(number=100 + number, to=f"Ủy ban nhân dân {in_text(number)}", rows=row(number))
        words = {
            "name": in_text(number),
            "now": "{{ chi_tieu.total.nay }}",
            "more": "{{ chi_tieu.total.tang }}",
        }
        text = head + BODY.format(paragraphs=PARAGRAPHS, **words)
        (folder / f"data/{number:05}.yaml").write_text(text)


def peak(pid):
    """The most memory of a process and of those it has started, in KiB, asked while it runs."""
    total = 0
    for task in pathlib.Path("/proc").glob("[0-9]*/status"):
        try:
            text = task.read_text()
        except OSError:
            continue
        parent = int(re.search(r"PPid:\s+(\d+)", text).group(1))
        if parent == pid or int(task.parent.name) == pid:
            total += int((re.search(r"VmHWM:\s+(\d+)", text) or [0, 0])[1])
    return total


def vanthu(program, folder, emit="pdf", watched=False):
    """Seconds for the documents of a project from nothing; with `watched` the most memory in KiB."""
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    command = [program, "build", "--quiet", "--emit", emit]
    start = time.perf_counter()
    run = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    most = 0
    while watched and run.poll() is None:
        most = max(most, peak(run.pid))
        time.sleep(0.05)
    _, said = run.communicate()
    assert run.returncode == 0, said.decode()
    return most if watched else time.perf_counter() - start


def letters(folder, extension):
    found = (path for path in (folder / "out").rglob(f"*.{extension}") if path.stem[0] != "_")
    return sorted(path for path in found if "lib" not in path.parts)


def typst_cli(typst, folder, target):
    """Seconds for one call for each letter, two at a time."""
    target.mkdir(exist_ok=True)
    fonts = pathlib.Path(__file__).resolve().parent.parent / "templates/fonts"

    def one(path):
        command = [typst, "compile", "--root", folder / "out", "--ignore-system-fonts"]
        command += ["--font-path", fonts, path, target / f"{path.stem}.pdf"]
        subprocess.run(command, check=True, capture_output=True)

    start = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(one, letters(folder, "typ")))
    return time.perf_counter() - start


def libreoffice(pattern, folder, count):
    """Seconds for docxtpl and one batch of LibreOffice."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    start = time.perf_counter()
    for number in range(count):
        before, now = figures(number)
        letter = docxtpl.DocxTemplate(pattern)
        letter.render({"name": name(number), "now": grouped(now), "before": grouped(before), "more": grouped(now - before)})
        letter.save(folder / f"{number:05}.docx")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*command, *sorted(folder.glob("*.docx"))], check=True, capture_output=True)
    seconds = time.perf_counter() - start
    assert len(list(folder.glob("*.pdf"))) == count
    return seconds


def pattern_of(program, folder):
    """A Word file of vanthu's with the names of docxtpl in place of the words of one letter."""
    of_directives(folder, 1)
    vanthu(program, folder, "docx")
    import docx

    found = letters(folder, "docx")[0]
    document = docx.Document(found)
    before, now = figures(0)
    words = {name(0): "name", in_text(0): "name", grouped(now): "now", grouped(before): "before", grouped(now - before): "more"}
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    texts = [*document.paragraphs, *(text for cell in cells for text in cell.paragraphs)]
    for text in texts:
        for run in text.runs:
            for known, field in words.items():
                run.text = run.text.replace(known, "{{ " + field + " }}")
    document.save(folder / "pattern.docx")
    return folder / "pattern.docx"


def text_of(path):
    run = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True)
    return run.stdout


def compared(paths, count):
    """Compares every letter with its row."""
    assert len(paths) == count, f"{len(paths)} of {count} letters"
    for number, path in enumerate(paths):
        text = text_of(path)
        before, now = figures(number)
        for figure in (before, now, now - before):
            assert re.search(rf"(?<![\d.]){re.escape(grouped(figure))}(?![\d.]*\d)", text), f"{path}: {figure}"
        names = {it.lower() for it in re.findall(r"[Xx]ã Thử \d{5}", text)}
        assert names == {name(number).lower()}, f"{path}: {names}"
    return len(paths)


def main():
    program, typst = (str(pathlib.Path(it).resolve()) for it in sys.argv[1:3])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 500
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    root = pathlib.Path(tempfile.mkdtemp())
    of_copies(root / "copies", count)
    of_directives(root / "directives", count)
    of_copies(root / "typ", count)
    vanthu(program, root / "typ", "typ")
    has_office = shutil.which("soffice")
    pattern = pattern_of(program, root / "pattern") if has_office else None
    ways = {
        "vanthu, copies": lambda: vanthu(program, root / "copies"),
        "vanthu, directives of their own": lambda: vanthu(program, root / "directives"),
        "typst-cli, two at a time": lambda: typst_cli(typst, root / "typ", root / "cli"),
    }
    if has_office:
        ways["docxtpl and LibreOffice"] = lambda: libreoffice(pattern, root / "office", count)
    times = {way: [] for way in ways}
    for _ in range(rounds):
        for way, run in ways.items():
            times[way].append(run())
    own = statistics.median(times["vanthu, copies"])
    for way, seconds in times.items():
        middle = statistics.median(seconds)
        print(f"{way:34} {middle:7.2f} s  {middle / count * 1e3:7.2f} ms a letter  {middle / own:6.1f} times")
    if not has_office:
        print("docxtpl and LibreOffice            not measured: there is no soffice")
    print(f"compared: {compared(letters(root / 'copies', 'pdf'), count)} letters of copies")
    print(f"compared: {compared(letters(root / 'directives', 'pdf'), count)} letters of directives")
    of_copies(root / "many", 20 * count)
    for way, number in (("copies", count), ("many", 20 * count)):
        most = vanthu(program, root / way, watched=True)
        print(f"memory for {number} letters: {most / 1024:.0f} MiB, all processes together")
    shutil.rmtree(root)


if __name__ == "__main__":
    main()
