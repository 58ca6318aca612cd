#!/usr/bin/env python3
"""Times Word and Excel files of vanthu against python-docx, docxtpl and openpyxl.

The same documents in one run: a letter of one page and a table of twelve rows, once for each of N
communes. vanthu makes them from YAML, with all checks and its own layout, and writes them to the
disk: on one processor, and on all, as `vanthu build` does. The others save to memory. They start
from a file of vanthu's, so that they need not lay anything out: docxtpl fills the words in,
python-docx writes them into the paragraphs and cells that are there, openpyxl into the cells. "From
nothing" python-docx and openpyxl write the same words in the same type, with no more layout than
that.

    pip install python-docx docxtpl openpyxl
    python3 benches/office.py target/release/vanthu [N]

Only figures of a release build say something. The aim: vanthu is twenty times as fast, and takes
two milliseconds for a document.
"""

import io
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import docx
import docx.table
import docxtpl
import openpyxl
import openpyxl.styles

ROWS = 12
ROUNDS = 3

# Words that no other part of the document has, to be put in by the others.
PLACE, FIGURE = "Xã Mẫu Đơn", 40009

DIRECTIVE = """\
kind: cong-van
issuer: {{name: Sở Y tế}}
symbol: SYT-VP
subject: giao chỉ tiêu khám sức khỏe năm 2026 cho {place}
recipients: {{to: [Ủy ban nhân dân {place}], cc: [Như trên], file: {{unit: VP}}}}
targets:
  chi-tieu:
    title: Chỉ tiêu khám sức khỏe
    row_header: Thôn
    columns:
      - {{id: truoc, header: Năm trước}}
      - {{id: nay, header: Năm nay}}
      - {{id: tang, header: Tăng, formula: nay - truoc}}
    rows:
{rows}    total: {{label: Tổng cộng}}
body: |
  Chỉ tiêu của {place} là {{{{ chi_tieu.total.nay }}}} lượt người, chi tiết tại {{{{ appendix("chi-tieu") }}}}.

  Đề nghị các đơn vị thực hiện./.
signatory: {{title: Giám đốc, name: Nguyễn Văn A}}
"""


def directive(place, figure):
    rows = (f"      Thôn {row}: [{figure + row}, {figure + 3 * row}]\n" for row in range(1, ROWS + 1))
    return DIRECTIVE.format(place=place, rows="".join(rows))


def project(folder, count):
    (folder / "data").mkdir(parents=True)
    (folder / "vanthu.yaml").write_text("language: en\n")
    for number in range(count):
        text = directive(f"Xã Số {number}", 40009 + 100 * number)
        (folder / f"data/{number:05}.yaml").write_text(text)


def with_vanthu(program, folder, emit, processors):
    """Microseconds for a document of a project, from nothing."""
    out = folder / "out"
    jobs = ["-j", str(processors)]
    command = [program, "build", "--quiet", "--force", *jobs, "--emit", emit, "--out", out]
    count = len(list((folder / "data").iterdir()))
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    made = len(list(out.rglob(f"*.{emit}")))
    assert made == count, f"{made} of {count} documents were made"
    return (time.perf_counter() - start) / count * 1e6


def each(count, make):
    start = time.perf_counter()
    for number in range(count):
        make(f"Xã Số {number}", 40009 + 100 * number)
    return (time.perf_counter() - start) / count * 1e6


def with_python_docx(sample):
    def make(place, figure):
        document = docx.Document(io.BytesIO(sample))
        for paragraph in document.paragraphs:
            for run in paragraph.runs:
                if PLACE in run.text:
                    run.text = run.text.replace(PLACE, place)
        for table in document.tables[-1:]:
            for number, row in enumerate(table.rows[1:-1], 1):
                # Each access to `cells` goes through the whole row.
                cells = row.cells
                for cell, value in zip(cells[2:5], (figure + number, figure + 3 * number, 2 * number)):
                    runs = cell.paragraphs[0].runs
                    if runs:
                        runs[0].text = f"{value:,}".replace(",", ".")
        document.save(io.BytesIO())

    return make


def with_python_docx_from_nothing(sample):
    source = docx.Document(io.BytesIO(sample))
    runs = lambda p: [(r.text, r.bold, r.italic, r.font.size) for r in p.runs]
    paragraph = lambda p: (p.alignment, runs(p))
    parts = []
    for part in source.iter_inner_content():
        if isinstance(part, docx.table.Table):
            parts.append([[[paragraph(p) for p in c.paragraphs] for c in r.cells] for r in part.rows])
        else:
            parts.append(paragraph(part))

    def write(target, part, place):
        alignment, words = part
        target.alignment = alignment
        for text, bold, italic, size in words:
            run = target.add_run(text.replace(PLACE, place))
            run.bold, run.italic, run.font.size = bold, italic, size

    def make(place, figure):
        document = docx.Document()
        document.styles["Normal"].font.name = "Times New Roman"
        for part in parts:
            if isinstance(part, tuple):
                write(document.add_paragraph(), part, place)
                continue
            table = document.add_table(len(part), len(part[0]))
            for row, cells in zip(table.rows, part):
                for cell, inner in zip(row.cells, cells):
                    for number, words in enumerate(inner):
                        target = cell.add_paragraph() if number else cell.paragraphs[0]
                        write(target, words, place)
        document.save(io.BytesIO())

    return make


def with_docxtpl(sample):
    document = docx.Document(io.BytesIO(sample))
    paragraphs = list(document.paragraphs)
    for table in document.tables:
        paragraphs += [p for row in table.rows for cell in row.cells for p in cell.paragraphs]
    for paragraph in paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(PLACE, "{{ place }}")
    template = io.BytesIO()
    document.save(template)

    def make(place, figure):
        filled = docxtpl.DocxTemplate(io.BytesIO(template.getvalue()))
        filled.render({"place": place, "figure": figure})
        filled.save(io.BytesIO())

    return make


def with_openpyxl(sample):
    def make(place, figure):
        book = openpyxl.load_workbook(io.BytesIO(sample))
        for row in book.worksheets[0].iter_rows():
            for cell in row:
                if isinstance(cell.value, int):
                    cell.value += figure - FIGURE
                elif isinstance(cell.value, str) and PLACE in cell.value:
                    cell.value = cell.value.replace(PLACE, place)
        book.save(io.BytesIO())

    return make


def with_openpyxl_from_nothing(sample):
    sheet = openpyxl.load_workbook(io.BytesIO(sample)).worksheets[0]
    values = [(c.row, c.column, c.value) for row in sheet.iter_rows() for c in row if c.value is not None]
    side = openpyxl.styles.Side("thin")
    border = openpyxl.styles.Border(side, side, side, side)
    font = openpyxl.styles.Font("Times New Roman", 12)

    def make(place, figure):
        book = openpyxl.Workbook()
        for row, column, value in values:
            if isinstance(value, int):
                value += figure - FIGURE
            elif isinstance(value, str):
                value = value.replace(PLACE, place)
            cell = book.active.cell(row, column, value)
            cell.font, cell.border = font, border
        book.save(io.BytesIO())

    return make


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "one/data").mkdir(parents=True)
        (folder / "one/data/a.yaml").write_text(directive(PLACE, FIGURE))
        build = [program, "build", "--quiet", "--emit", "docx,xlsx"]
        subprocess.run(build, cwd=folder / "one", check=True, capture_output=True)
        word, excel = ((folder / f"one/out/a.{it}").read_bytes() for it in ("docx", "xlsx"))
        project(folder / "many", count)
        print(f"| files of {count} documents | µs a document | times vanthu |\n|---|---|---|")
        for emit, others in (
            (
                "docx",
                (
                    ("python-docx", with_python_docx(word)),
                    ("python-docx, from nothing", with_python_docx_from_nothing(word)),
                    ("docxtpl", with_docxtpl(word)),
                ),
            ),
            (
                "xlsx",
                (
                    ("openpyxl", with_openpyxl(excel)),
                    ("openpyxl, from nothing", with_openpyxl_from_nothing(excel)),
                ),
            ),
        ):
            all_of_them = os.cpu_count() or 1
            own, alone = (
                min(with_vanthu(program, folder / "many", emit, it) for _ in range(ROUNDS))
                for it in (all_of_them, 1)
            )
            print(f"| vanthu, {emit}, {all_of_them} processors | {own:.0f} | 1 |")
            print(f"| vanthu, {emit}, one processor | {alone:.0f} | {alone / own:.1f} |")
            for name, make in others:
                took = min(each(count, make) for _ in range(ROUNDS))
                print(f"| {name} | {took:.0f} | {took / own:.1f} |")


if __name__ == "__main__":
    main()
