"""LibreOffice: opens budget.csv and schedule.csv, takes no text for a formula, and finds every sum and every date."""

import csv
import decimal
import pathlib
import subprocess
import xml.etree.ElementTree as tree

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def check(case):
    for name in ("budget.csv", "schedule.csv"):
        with (case.folder / name).open(encoding="utf-8", newline="") as file:
            written = list(csv.reader(file))
        opened = cells(opened_by_office(case.folder / name))
        yield None if len(opened) == len(written) else f"{name} has {len(written)} rows, LibreOffice finds {len(opened)}"
        for row, (left, right) in enumerate(zip(written, opened)):
            right += [("", None)] * (len(left) - len(right))
            for column, (text, (shown, formula)) in enumerate(zip(left, right)):
                where = f"{name}, row {row + 1}, {written[0][column]}"
                if formula is not None:
                    yield f"{where}: LibreOffice takes {text!r} for the formula {formula}"
                elif row and is_number(text):
                    yield None if decimal.Decimal(text) == shown else f"{where}: {text} is opened as {shown!r}"
                else:
                    yield None if text == shown else f"{where}: {text!r} is opened as {shown!r}"
    yield from sums(case)


def sums(case):
    """Sums over the cells as LibreOffice has them: rows make the amount, lines and reserves make the total."""
    head, *rows = cells(opened_by_office(case.folder / "budget.csv"))
    head = [text for text, _ in head]
    rows = [{name: value for name, (value, _) in zip(head, row)} for row in rows]
    total = next(row for row in rows if row["path"] == "budget.total")
    parents = {row["parent"] for row in rows if row["parent"]}
    leaves = [row for row in rows if row["path"] != "budget.total" and row["path"] not in parents]
    for prefix in ("month.", "phase."):
        columns = [name for name in head if name.startswith(prefix)]
        for row in rows:
            parts = [row[name] for name in columns if isinstance(row.get(name), decimal.Decimal)]
            if parts:
                yield None if sum(parts) == row["amount"] else f"{row['path']}: {prefix[:-1]}s make {sum(parts)}"
        if sum(row["amount"] for row in leaves) != total["amount"]:
            continue  # the plan's own mistake, which lint tells
        for name in columns:
            made = sum(row[name] for row in leaves)
            yield None if made == total[name] else f"{name}: lines and reserves make {made}, not {total[name]}"


def is_number(text):
    try:
        return decimal.Decimal(text).is_finite()
    except decimal.InvalidOperation:
        return False


def opened_by_office(file):
    """The file as LibreOffice opens it, saved as one XML document."""
    target = file.with_suffix(".fods")
    if not target.exists():
        profile = pathlib.Path("build/libreoffice").resolve().as_uri()
        # Comma, quote, UTF-8, from row 1, no columns set, no language, quoted fields as text, no special numbers.
        options = "CSV:44,34,76,1,,0,false,false,false"
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "fods"]
        subprocess.run(
            [*command, f"--infilter={options}", "--outdir", file.parent, file], check=True, capture_output=True, timeout=300
        )
    return tree.parse(target).getroot()


def cells(document):
    """Rows of cells: a number as decimal or a text, and the formula if it is one; without what is empty at the ends."""
    rows = []
    for row in document.iter(f"{TABLE}table-row"):
        found = []
        for cell in row.iter(f"{TABLE}table-cell"):
            text = "\n".join("".join(part.itertext()) for part in cell.iter(f"{TEXT}p"))
            is_float = cell.get(f"{OFFICE}value-type") == "float"
            value = decimal.Decimal(cell.get(f"{OFFICE}value")) if is_float else text
            entry = (value, cell.get(f"{TABLE}formula"))
            found += [entry] * min(int(cell.get(f"{TABLE}number-columns-repeated", 1)), 1000)
        while found and found[-1] == ("", None):
            found.pop()
        rows += [found] * min(int(row.get(f"{TABLE}number-rows-repeated", 1)), 1000)
    while rows and not rows[-1]:
        rows.pop()
    return rows
