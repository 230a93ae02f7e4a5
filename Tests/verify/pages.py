"""Chromium and axe-core: report.html in three languages asks for nothing, scrolls nowhere, reads right by ear and prints right.

Its figures are the same in the three languages, and its bytes do not depend on where it is built.
"""

import functools
import itertools
import os
import pathlib
import re
import subprocess
import sys
import zipfile

from browser import Browser

CARRIER = ("axe-playwright-python", "0.1.8")  # carries axe-core 4.12.1
HERE = pathlib.Path(__file__).parent
LANGUAGES = ("en", "zh-Hans", "zh-Hant")
AS_OF = "2024-11-15"
WIDTHS = (320, 390, 720, 721, 1280)
SHEETS = {"A4": (8.27, 11.69), "Letter": (8.5, 11)}  # inches
PAGE_OF = {
    "en": r"Page\s*{0}\s*of\s*{1}",
    "zh-Hans": r"第\s*{0}\s*页，共\s*{1}\s*页",
    "zh-Hant": r"第\s*{0}\s*頁，共\s*{1}\s*頁",
}


def check(case):
    values = {}
    for language in LANGUAGES:
        file = build(case, language)
        for problem in page(file, language):
            yield f"{language}: {problem}" if problem else None
        yield from size(file, 250 if case.name == "quickstart" else 750)
        values[language] = re.findall(r'<data value="([^"]*)"', file.read_text(encoding="utf-8"))
    yield None if len(values["en"]) > 9 else f"only {len(values['en'])} figures in the report"
    for language in LANGUAGES[1:]:
        pairs = enumerate(itertools.zip_longest(values["en"], values[language]))
        place = next((place for place, (one, other) in pairs if one != other), None)
        yield None if place is None else (
            f"figure {place} is {values['en'][place : place + 1]} in en and {values[language][place : place + 1]} in {language}"
        )
    yield from same_bytes(case)


def size(file, kilobytes):
    """The style in 20 KB, page one in the first 50, the whole of a small plan in 250, of a whole study in 750."""
    data = file.read_bytes()
    style = data.index(b"</style>") - data.index(b"<style>")
    for name, length, limit in (
        ("style", style, 20 * 1024),
        ("page one", data.index(b"<nav "), 50 * 1024),
        ("page", len(data), kilobytes * 1024),
    ):
        yield None if length <= limit else f"{file.parent.name}: the {name} has {length} bytes, more than {limit}"


def build(case, language, where="", **environment):
    folder = case.folder / f"report-{language}{where}"
    command = [case.binary, "build", "--as-of", AS_OF, "--lang", language, "-o", folder, case.path]
    subprocess.run(command, capture_output=True, env=os.environ | environment)
    return folder / "report.html"


def same_bytes(case):
    """Two builds a language, at two ends of the earth."""
    for language in LANGUAGES:
        here = build(case, language, "-here", TZ="UTC", LC_ALL="C").read_bytes()
        there = build(case, language, "-there", TZ="Asia/Shanghai", LC_ALL="zh_CN.UTF-8").read_bytes()
        yield None if here == there else f"{language}: other bytes under another time zone and locale"


@functools.cache
def browser():
    """One browser for all pages; it ends with the program."""
    import atexit

    opened = Browser()
    atexit.register(opened.close)
    opened.call("Page.addScriptToEvaluateOnNewDocument", source=(HERE / "page.js").read_text(encoding="utf-8"))
    return opened


def page(file, language):
    """Everything about one page, on screens and on paper."""
    for dark in (False, True):
        yield from quiet(file, dark)
        yield from axe()
    for width in WIDTHS:
        browser().open(file, width)
        for name in ("sideways", "charts"):
            yield from found(name, f"{width} px")
    browser().open(file)
    for name in ("notes", "headings", "tables", "images", "policy"):
        yield from found(name)
    yield from keyboard()
    for name, size in SHEETS.items():
        yield from paper(file, name, size, language)


def found(name, where=""):
    """What one check in the page complains of; one right answer if it does not."""
    problems = browser().ask(f"marplan.{name}()")
    yield from ([f"{where} {name}: {problem}".strip() for problem in problems] or [None])


def quiet(file, dark):
    """Opened, the page says nothing on the console and asks for nothing but itself."""
    events = browser().open(file, dark=dark)
    asked = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
    yield None if asked == [file.resolve().as_uri()] else f"asks for {asked}"
    said = [e["params"]["entry"] for e in events if e["method"] == "Log.entryAdded"]
    said += [e["params"] for e in events if e["method"] in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown")]
    yield f"console: {said}" if said else None


def axe():
    """axe-core's rules for WCAG 2.2 and good practice, contrast in the theme that is on among them."""
    browser().call("Page.setBypassCSP", enabled=True)
    browser().ask(axe_source())
    result = browser().ask(
        "axe.run(document, {resultTypes: ['violations'], elementRef: false}).then(r => ({passes: r.passes.length,"
        " problems: r.violations.map(v => v.id + ': ' + v.nodes.length + ' × ' + v.nodes[0].html.slice(0, 160)"
        " + ' ' + v.nodes[0].failureSummary.slice(0, 300))}))"
    )
    yield from (f"axe-core: {problem}" for problem in result["problems"])
    yield None if result["passes"] > 20 else f"axe-core ran {result['passes']} rules only"


@functools.cache
def axe_source():
    """axe-core itself, fetched once, out of a Python package that carries it."""
    folder = pathlib.Path("build/axe")
    if not list(folder.glob("*.whl")):
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([*pip, "--dest", folder, "==".join(CARRIER)], check=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return wheel.read("axe_playwright_python/axe.min.js").decode()


def keyboard():
    """By keyboard alone: first the skip link, which works; then every link in the order of the page, none left out."""
    browser().press("Tab")
    yield None if browser().ask("document.activeElement.matches('a.skip')") else "the first stop is not the skip link"
    seen = "(e => { const b = e.getBoundingClientRect(); return b.left >= 0 && b.top >= 0 && b.width > 20 })"
    yield None if browser().ask(f"{seen}(document.activeElement)") else "the skip link is not seen when it has the focus"
    browser().press("Enter")
    browser().press("Tab")
    inside = "document.querySelector('#details').contains(document.activeElement)"
    yield None if browser().ask(inside) else "the skip link does not lead to the contents"
    # The rest by the list of what can have the focus: no tabindex puts it out of order, each can have it and shows it.
    yield from found("stops")


def paper(file, name, size, language):
    """Page one is one sheet, the first section begins the second; each sheet has its head, its number and something on it."""
    pdf = file.with_name(f"{name}.pdf")
    browser().open(file)
    browser().print(pdf, *size)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    sheets = text.split("\f")[:-1]
    joined = [re.sub(r"\s", "", sheet) for sheet in sheets]
    first = browser().ask("document.querySelector('section h2').textContent")
    title = browser().ask("document.querySelector('h1').firstChild.textContent").strip()
    where = next((place for place, sheet in enumerate(joined) if squeezed(first) in sheet), None)
    yield None if where == 1 else f"{name}: the first section begins on sheet {where and where + 1}, not on the second"
    topics = browser().ask("[...document.querySelectorAll('.p1 h2')].map(h => h.textContent)")
    for topic in topics:
        yield None if squeezed(topic) in joined[0] else f"{name}: {topic} is not on page one"
    for number, (sheet, flat) in enumerate(zip(sheets, joined), 1):
        foot = PAGE_OF[language].format(number, len(sheets))
        yield None if re.search(foot, sheet) else f"{name}: sheet {number} has no number"
        yield None if AS_OF in flat else f"{name}: sheet {number} does not say of which day it is"
        if number > 1:
            head = squeezed(title)
            yield None if flat.startswith(head) else f"{name}: sheet {number} has no running head, but {flat[:60]}"
            yield None if len(flat) > len(head) + 150 else f"{name}: sheet {number} is next to empty: {flat}"


def squeezed(text):
    return re.sub(r"\s", "", text)
