#!/usr/bin/env python3
"""Makes src/check/units/units.txt: the administrative units of Vietnam before and since 01/7/2025.

usage: tools/units.py CONVERSION_TABLE.xlsx > src/check/units/units.txt

CONVERSION_TABLE.xlsx is the table "Đơn vị hành chính từ ngày 01/7/2025 / trước ngày 01/7/2025" of the
National Statistics Office (Cục Thống kê), one line for each old commune. Later acts are listed
below. Only the standard library is used. The output depends on the table and this file alone.
"""
import collections
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET
import zipfile

# Acts since: day, number, province that becomes a city, communes (codes) that become wards.
ACTS = [
    ("2026-04-30", "NQ 30/2026/QH16, NQ 237/NQ-UBTVQH16", "Đồng Nai",
     "25270 25357 25363 26116 26170 26248 26326 26368 26425 26485"),
    ("2026-09-01", "NQ 36/2026/QH16", "Quảng Ninh", ""),
    ("2026-09-20", "NQ 39/2026/QH16, NQ 388/NQ-UBTVQH16", "Bắc Ninh",
     "07294 07375 07399 07444 07840 09193 09292 09313 09319 09454 09475 09496"),
]
# Acts before that the table does not have: day, number, old unit, what it became.
BEFORE = [("2025-01-01", "NQ 175/2024/QH15", "tỉnh Thừa Thiên Huế", "thành phố Huế")]

# Slips of the table: cells without a kind, or with it misspelt.
SLIPS = {"Xuân Quang 3": "Xã Xuân Quang 3", "Xuân Phước": "Xã Xuân Phước",
         "Thi trấn Ngan Dừa": "Thị trấn Ngan Dừa", "Xa Ea Kly": "Xã Ea Kly"}
KINDS = [("xã", "x"), ("phường", "p"), ("thị trấn", "t"), ("đặc khu", "k"),
         ("huyện", "huyện"), ("quận", "quận"), ("thị xã", "thị xã"), ("thành phố", "thành phố"),
         ("tỉnh", "tỉnh")]
XMLNS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def rows(path):
    """The rows of the first sheet: letters of columns to texts."""
    book = zipfile.ZipFile(path)
    read = lambda name: ET.fromstring(book.read(name))
    shared = ["".join(t.text or "" for t in item.iter(XMLNS + "t"))
              for item in read("xl/sharedStrings.xml").iter(XMLNS + "si")]
    for row in read("xl/worksheets/sheet1.xml").iter(XMLNS + "row"):
        cells = {}
        for cell in row.iter(XMLNS + "c"):
            value = cell.find(XMLNS + "v")
            text = "" if value is None else value.text
            if cell.get("t") == "s" and text:
                text = shared[int(text)]
            text = unicodedata.normalize("NFC", re.sub(r"\s+", " ", text)).strip()
            cells[re.sub(r"\d", "", cell.get("r"))] = SLIPS.get(text, text)
        yield cells


def unit(text):
    """`Xã Nam Hưng (123)` as (kind, name)."""
    text = re.sub(r" *\(\d*\)$", "", text).strip()
    for kind, short in sorted(KINDS, key=lambda pair: -len(pair[0])):
        if text.lower().startswith(kind + " "):
            name = text[len(kind) + 1:]
            return short, re.sub(r" *[-–] *", " - ", name) if " " in name else name
    return None


def main():
    names, current = {}, {}
    tree = {}
    province = district = old_province = None
    new = None
    provinces = {}
    table = list(rows(sys.argv[1]))[2:]
    for cells in table:
        found = unit(cells.get("A", ""))
        if found and re.search(r"\(\d+\)$", cells["A"]):
            provinces[found[1]] = found[0]
    # Cells are merged over rows, and some name the province of the rows before.
    of_district = collections.defaultdict(collections.Counter)
    for cells in table:
        if cells.get("G") and cells.get("H") and cells["H"] != "()":
            of_district[cells["G"]][cells["H"]] += 1
    for cells in table:
        cell = lambda letter: cells.get(letter, "")
        if cell("A") and not any(cell(letter) for letter in "BCDEF"):
            # A row with the name of a province alone.
            continue
        if cell("A"):
            name = (unit(cell("A")) or ("", re.sub(r" *\(\d*\)$", "", cell("A"))))[1]
            province = name if name in provinces else province
        code = cell("C").zfill(5) if cell("C") else None
        if code and code in current and not cell("B"):
            new = current[code]
        elif cell("B"):
            new = (province, *unit(cell("B")))
            if code:
                current.setdefault(code, new)
                new = current[code]
        if unit(cell("G")):
            district = unit(cell("G"))
            before = of_district[cell("G")].most_common(1)[0][0]
            old_province = unit(before) or ("tỉnh", re.sub(r" *\(\d*\)$", "", before))
        below = tree.setdefault((provinces[new[0]], new[0]), {}).setdefault(old_province, {})
        into = below.setdefault(district, {}).setdefault(new[1:], [])
        old = unit(cell("D"))
        if old and old not in into:
            into.append(old)
    write = sys.stdout.write
    write("# Administrative units before and since 01/7/2025. Made by tools/units.py; do not edit.\n"
          "# Source: conversion table of the National Statistics Office (Cục Thống kê), 2025;\n"
          + "".join(f"# {act}: from {day}\n" for day, act, *_ in BEFORE + ACTS)
          + "# `+` province now, `=` province before, `-` district before, then each commune now and\n"
          "# those of the district that it was made of: x xã, p phường, t thị trấn, k đặc khu.\n"
          "# `~` a province that ended earlier. `!` a province that becomes a city, and its xã that\n"
          "# become phường.\n")
    for now, olds in tree.items():
        write(f"+ {now[0]} {now[1]}\n")
        for old, districts in olds.items():
            write(f"= {old[0]} {old[1]}\n")
            for name, communes in districts.items():
                write(f"- {name[0]} {name[1]}\n")
                for (kind, commune), parts in communes.items():
                    parts = ", ".join(f"{short} {part}" for short, part in parts)
                    write(f"{kind} {commune}: {parts}\n")
    for day, _, old, into in BEFORE:
        write(f"~ {day} {old}: {into}\n")
    for day, _, name, codes in ACTS:
        wards = [current[code] for code in codes.split()]
        assert all(it[0] == name and it[1] == "x" for it in wards), wards
        write(f"! {day} {name}: {', '.join(it[2] for it in wards)}\n")
    assert len(current) == 3321 and len(provinces) == 34, (len(current), len(provinces))


main()
