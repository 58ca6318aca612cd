#!/usr/bin/env python3
"""Opens the Word and Excel files of the project in LibreOffice, and compares.

Every example of data/ and every table of tests/cases/tables/ is built. LibreOffice opens each Word
file and saves it as another one: what stands in it, paragraph by paragraph and cell by cell, must be
the same. It opens each Excel file, calculates all of it anew and saves it: every formula must come
to the value that the file had for it, and every other cell to itself.

It needs LibreOffice (writer and calc) and nothing else; the files are read with the standard
library of Python, which shares no code with the program.

    python3 tests/office/libreoffice.py target/quick/vanthu
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# LibreOffice takes values over from Excel files unless it is told to calculate.
ALWAYS_CALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" \
oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

# Figures are as exact as the numbers of a spreadsheet.
CLOSE = 1e-9


def build(program, folder):
    """Builds all documents below `folder`; the paths of the Word and Excel files."""
    shutil.copytree(ROOT / "data", folder / "data")
    for case in sorted((ROOT / "tests/cases/tables").iterdir()):
        if (case / "input.yaml").is_file():
            shutil.copytree(case, folder / "data/bang" / case.name)
    (folder / "vanthu.yaml").write_text("language: en\n")
    command = [str(program), "build", "--quiet", "--emit", "docx,xlsx"]
    # Some tables are mistakes on purpose: those have no documents.
    subprocess.run(command, cwd=folder, capture_output=True, check=False)
    found = sorted((folder / "out").rglob("*.docx")) + sorted((folder / "out").rglob("*.xlsx"))
    found = [path for path in found if not path.name.startswith("_") and ".vanthu" not in path.parts]
    assert len(found) > 150, f"only {len(found)} files were built"
    return found


def saved(files, folder):
    """The same files, opened and saved by LibreOffice."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user/registrymodifications.xcu").write_text(ALWAYS_CALCULATE)
    (folder / "in").mkdir()
    for index, path in enumerate(files):
        shutil.copy(path, folder / "in" / f"{index:04}{path.suffix}")
    for extension, form in (("docx", "docx:MS Word 2007 XML"), ("xlsx", "xlsx:Calc MS Excel 2007 XML")):
        these = sorted((folder / "in").glob(f"*.{extension}"))
        command = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}"]
        command += ["--convert-to", form, "--outdir", str(folder / "saved")]
        subprocess.run(command + these, check=True, capture_output=True)
    return [folder / "saved" / f"{index:04}{path.suffix}" for index, path in enumerate(files)]


def part(archive, name):
    return ElementTree.fromstring(archive.read(name))


def relations(archive, name):
    """Type and target of what a part names, by its id."""
    folder, file = name.rsplit("/", 1)
    tree = part(archive, f"{folder}/_rels/{file}.rels")
    return {
        it.get("Id"): (it.get("Type").rsplit("/", 1)[1], f"{folder}/{it.get('Target')}".replace("//", "/"))
        for it in tree
    }


def words(paragraph):
    """The text of a paragraph as it is shown."""
    text = ""
    for node in paragraph.iter():
        if node.tag == f"{W}t":
            text += node.text or ""
        elif node.tag in (f"{W}tab", f"{W}br"):
            text += " "
        elif node.tag == f"{W}noBreakHyphen":
            text += "-"
    return " ".join(text.replace("\u00a0", " ").split())


def blocks(node):
    """Paragraphs and cells in order; an empty paragraph is none."""
    for child in node:
        if child.tag == f"{W}p":
            text = words(child)
            if text:
                yield text
        elif child.tag == f"{W}tc":
            yield "| " + " / ".join(blocks(child))
        else:
            yield from blocks(child)


def word_text(path):
    """All that a Word file says: its text, then headers, footers and notes as a set."""
    with zipfile.ZipFile(path) as archive:
        main = part(archive, "word/document.xml")
        # Word and LibreOffice both write what only one of them can show, twice.
        body = list(blocks(main.find(f"{W}body")))
        beside = set()
        for name in archive.namelist():
            if re.fullmatch(r"word/(header|footer|footnotes)\d*\.xml", name):
                beside.update(blocks(part(archive, name)))
    # The number of a page is a field, and what is kept of it no text.
    beside = {text for text in beside if not text.isdigit()}
    return body, sorted(beside)


def compare_word(before, after):
    (old, old_beside), (new, new_beside) = word_text(before), word_text(after)
    if old != new:
        for one, other in zip(old + ["(end)"], new + ["(end)"]):
            if one != other:
                yield f"`{one}` became `{other}`"
                break
    if old_beside != new_beside:
        yield f"beside the text: {old_beside} became {new_beside}"


def cells(path):
    """Every cell of a workbook by sheet and place: whether it is a formula, and its value."""
    with zipfile.ZipFile(path) as archive:
        shared = []
        if "xl/sharedStrings.xml" in archive.namelist():
            for item in part(archive, "xl/sharedStrings.xml"):
                runs = [it for it in item.iter(f"{S}t")]
                shared.append("".join(it.text or "" for it in runs))
        book = part(archive, "xl/workbook.xml")
        targets = relations(archive, "xl/workbook.xml")
        found = {}
        for sheet in book.iter(f"{S}sheet"):
            _, target = targets[sheet.get(f"{R}id")]
            for cell in part(archive, target).iter(f"{S}c"):
                value = cell.find(f"{S}v")
                kind = cell.get("t", "n")
                text = value.text if value is not None else None
                if kind == "s":
                    text = shared[int(text)]
                elif kind == "inlineStr":
                    text = "".join(it.text or "" for it in cell.iter(f"{S}t"))
                if text in (None, ""):
                    continue
                formula = cell.find(f"{S}f") is not None
                is_number = kind == "n"
                found[sheet.get("name"), cell.get("r")] = (formula, float(text) if is_number else text)
        return found


def is_same(one, other):
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= CLOSE * max(1.0, abs(one), abs(other))
    return one == other


def compare_excel(before, after):
    old, new = cells(before), cells(after)
    for place in sorted(old.keys() | new.keys()):
        (was_formula, one), (is_formula, other) = old.get(place, (False, "")), new.get(place, (False, ""))
        if not is_same(one, other):
            kind = "formula" if was_formula else "cell"
            yield f"{kind} {place[0]}!{place[1]}: {one!r} became {other!r}"
        elif was_formula != is_formula:
            yield f"{place[0]}!{place[1]}: formula {was_formula} became {is_formula}"


def falsified(workbook, path):
    """A workbook whose formulas have a value that they do not come to."""
    with zipfile.ZipFile(workbook) as good, zipfile.ZipFile(path, "w") as bad:
        for name in good.namelist():
            data = good.read(name)
            bad.writestr(name, re.sub(rb"(</f><v>)[0-9.]+(</v>)", rb"\g<1>4711\g<2>", data))
    return path


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        files = build(program, folder)
        with_formulas = next(it for it in files if it.suffix == ".xlsx" and any(
            is_formula for is_formula, _ in cells(it).values()))
        false = falsified(with_formulas, folder / "false.xlsx")
        *after_all, after_false = saved(files + [false], folder)
        assert list(compare_excel(false, after_false)), "LibreOffice calculates nothing"
        wrong, formulas = 0, 0
        for before, after in zip(files, after_all):
            name = before.relative_to(folder / "out")
            compare = compare_word if before.suffix == ".docx" else compare_excel
            if before.suffix == ".xlsx":
                formulas += sum(1 for is_formula, _ in cells(before).values() if is_formula)
            for line in list(compare(before, after))[:5]:
                print(f"{name}: {line}")
                wrong += 1
        documents = sum(1 for path in files if path.suffix == ".docx")
        books = len(files) - documents
        print(f"{documents} Word files, {books} Excel files with {formulas} formulas: {wrong} differences")
        sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
