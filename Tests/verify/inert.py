"""inert.py BINARY FOLDER: plans whose every text tries to be more than text, each beside a twin with harmless texts of the
same length. Whatever reads an output finds in both the same elements, blocks, cells, records and figures, and runs,
fetches, opens and obeys nothing. Exit 1 if a reader is harmed.

The texts are in hostile/texts.yaml. The readers: Chromium (page and PDF), markdown-it, LibreOffice, icalendar, libical,
json, Mermaid's parser, pyte (a terminal) and the log of a build server, by its rules.
"""

import collections
import csv
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import unicodedata

import icalendar
import markdown_it
import mdit_py_plugins.footnote
import pyte
import pypdf

import hostile
import libical
import mermaid
import spreadsheets
from browser import Browser

REPOSITORY = pathlib.Path(__file__).parent.parent.parent
PLANS = ("omnichannel-2025/corrected", "channel-cost-2026/corrected")
AS_OF = "2026-04-15"
FILES = ("report.html", "report.md", "plan.json", "schedule.ics", "schedule.csv", "budget.csv", "schedule.mmd")
# A name of a file that tries all at once; it ends in nothing that hides, for a file must be found by its ending.
NAME = "\x1b[31m=x\n::error::\u202e<img src=x onerror=alert(1)>`[a](b)\"' ##[error]"


class Twins:
    """One plan with hostile texts and with harmless ones: where they were compiled into, and what the texts are."""

    def __init__(self, binary, kind, name, folder, texts=None):
        self.binary, self.kind, self.name = binary, kind, name
        self.homes = [folder / side for side in ("hostile", "harmless")]
        self.plans = [pathlib.Path("plans") / name] * 2  # in their homes
        self.out = [home / "out" / name.replace("/", "-") for home in self.homes]
        self.texts = texts or {}  # by those of the twin

    def build(self, place, *options, out=None):
        """Compiles one of the two, in its home, so that paths are the same."""
        command = [self.binary, "build", self.plans[place], "-o", (out or self.out[place]).resolve(), "--as-of", AS_OF]
        run = subprocess.run([*command, "--lang", "en", *options], cwd=self.homes[place], capture_output=True)
        if run.returncode not in (0, 1):
            sys.exit(f"build {self.kind} {self.name}: exit {run.returncode}\n{run.stderr.decode()}")

    def read(self, file):
        return [(out / file).read_bytes().decode("utf-8") for out in self.out]


def main(binary, folder):
    binary, folder = pathlib.Path(binary).resolve(), pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    kinds = hostile.kinds()
    failures = 0
    counts = collections.Counter()

    def judge(where, problems):
        nonlocal failures
        told = 0
        for problem in problems:
            if problem is None:
                counts[where[1]] += 1
                continue
            failures += 1
            told += 1
            if told <= 5:
                print(f"FAIL  {', '.join(where)}: {problem}")

    twins = [twin for kind in kinds for twin in built(binary, kind, kinds[kind], folder / kind)]
    named = names(binary, folder / "names")
    with Browser() as browser:
        for twin in twins:
            for reader in (page, markdown, calendar, data, chart, terminal):
                judge((f"{twin.kind} {twin.name}", reader.__name__), reader(twin, browser))
        judge(("names", "page"), page(named, browser))
        judge(("names", "markdown"), markdown(named, browser))
        judge(("names", "terminal"), terminal(named, browser))
        judge(("names", "arguments"), arguments(binary, folder / "names"))
        judge(("themes", "page"), themes(binary, folder / "themes", kinds, browser))
    judge(("every kind", "tables"), tables(twins, folder / "tables"))
    judge(("markup", "pdf"), pdf(next(twin for twin in twins if twin.kind == "markup"), named))
    for reader, count in counts.items():
        print(f"{reader:10}  {count} right")
    print("inert" if failures == 0 else f"{failures} failures")
    return min(failures, 1)


# MARK: Plans


def schemas(binary):
    def published(kind):
        return json.loads(subprocess.run([binary, "schema", kind], capture_output=True, text=True, check=True).stdout)

    return {kind: published(kind) for kind in ("plan", "part", "policy", "portfolio", "theme")}


def built(binary, kind, tried, folder):
    """The shipped plans with the texts of one kind, compiled."""
    known = schemas(binary)

    def text(number, is_prose=False):
        return tried[number % len(tried)]

    def twin(number, is_prose=False):
        # Prose has paragraphs of its own; they are no harm.
        parts = re.split("([\n\v\f\r\x85\u2028\u2029]+)", text(number)) if is_prose else [text(number)]
        parts[::2] = (part.strip() and hostile.harmless(number, len(part)) for part in parts[::2])
        return "".join(parts)

    source, pairs = REPOSITORY / "plans", {}

    def pair(number, is_prose):
        pairs[twin(number, is_prose)] = text(number)
        return twin(number, is_prose)

    count = hostile.rewrite(source, folder / "harmless/plans", known, pair)
    hostile.rewrite(source, folder / "hostile/plans", known, text)
    if count < 500:
        sys.exit(f"only {count} texts were found in {source}")
    for name in PLANS:
        case = Twins(binary, kind, name, folder, pairs)
        for place in range(2):
            case.build(place)
        yield case


def names(binary, folder):
    """A plan in a folder and in files whose names are hostile, and the same under harmless names."""
    for side, name in (("hostile", NAME), ("harmless", "x" * len(NAME))):
        base = folder / side / "plans" / name
        for file in sorted((REPOSITORY / "plans/omnichannel-2025/stated").iterdir()):
            base.mkdir(parents=True, exist_ok=True)
            (base / f"{file.stem} {name}.yaml").write_bytes(file.read_bytes())
        shutil.copytree(REPOSITORY / "plans/policies", base.parent / "policies")
        for file in base.glob("*.yaml"):
            file.write_text(file.read_text(encoding="utf-8").replace("../../policies", "../policies"), encoding="utf-8")
    twin = Twins(binary, "names", "names", folder)
    twin.plans = [pathlib.Path("plans") / name for name in (NAME, "x" * len(NAME))]
    template = "https://example.com/{rev}/{file}?a=\"><script>alert(1)</script>&b='#L{line}"
    for place, revision in enumerate((NAME, "r" * len(NAME))):
        twin.build(place, "--link-template", template, "--revision", revision)
    return twin


# MARK: Chromium


CENSUS = """(() => {
  const count = {}, drawn = {}, links = [], others = [], rules = [];
  for (const e of document.querySelectorAll('*')) {
    const attributes = [...e.attributes].map((a) => a.name).filter((a) => a !== 'lang').sort();
    // Cells have a class by how long their texts are.
    const kind = ['td', 'th'].includes(e.localName) ? null : e.getAttribute('class');
    const key = e.localName + (kind ? '.' + kind : '') + ' ' + attributes.filter((a) => kind || a !== 'class').join(' ');
    // A chart draws as many marks as its texts leave room for; what hides is a finding, with a row of its own in their
    // table; a stretch of text in another language has a span, a long word places to break at.
    if (e.closest('svg')) drawn[e.localName + ' ' + attributes.join(' ')] = 1;
    else if (e.closest('#findings')) drawn[key] = 1;
    else if (e.localName !== 'wbr' && !(e.localName === 'span' && attributes.length === 0)) count[key] = (count[key] ?? 0) + 1;
    for (const name of ['href', 'src', 'srcdoc', 'action', 'formaction', 'data', 'xlink:href'])
      if (e.hasAttribute(name)) (e.closest('#findings, #notes') ? others : links).push(name + '=' + e.getAttribute(name));
  }
  const walk = (list) => { for (const rule of list) { rules.push(rule.constructor.name + ' ' + (rule.selectorText ?? ''));
    if (rule.cssRules) walk(rule.cssRules); } };
  for (const sheet of document.styleSheets) walk(sheet.cssRules);
  return {count, drawn, links, others, rules};
})()"""
# Where charts draw what, one of them may be left out.
DRAWN = re.compile(r"^(text|tspan|path|rect|circle|wbr)\b")


def page(twin, browser):
    """Chromium, with the page's own content policy taken out: no dialog, no request, no element, attribute, link or rule of
    style that the twin does not have."""
    found = []
    # A dialog would hold the page up.
    quiet = "for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => console.error(name)"
    script = browser.call("Page.addScriptToEvaluateOnNewDocument", source=quiet)["identifier"]
    for out in twin.out:
        html = (out / "report.html").read_text(encoding="utf-8")
        copy = out / "open.html"
        copy.write_text(re.sub(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", html, count=1), encoding="utf-8")
        yield None if copy.read_text(encoding="utf-8") != html else "the content policy was not found"
        events = browser.open(copy)
        browser.ask("new Promise((done) => setTimeout(() => done(1), 50))")
        events += browser.events
        asked = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
        asked = [url for url in asked if not url.startswith("data:image/") and not url.endswith("/open.html")]
        yield f"asks for {asked[:3]}" if asked else None
        acts = {e["method"] for e in events} & {
            "Page.javascriptDialogOpening", "Page.frameAttached", "Runtime.exceptionThrown", "Log.entryAdded",
            "Runtime.consoleAPICalled", "Page.windowOpen", "Page.frameRequestedNavigation",
        }  # fmt: skip
        yield f"acts: {sorted(acts)}" if acts else None
        found.append(browser.ask(CENSUS))
    browser.call("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
    tried, harmless = found
    for key in sorted({*tried["count"], *harmless["count"]}):
        one, other = tried["count"].get(key, 0), harmless["count"].get(key, 0)
        yield None if one == other else f"<{key}> {one} times, in the twin {other} times"
    for key in tried["drawn"]:
        is_known = key in harmless["drawn"] or key in harmless["count"] or DRAWN.match(key)
        yield None if is_known else f"there is <{key}>, in the twin none"
        yield f"a handler: {key}" if re.search(r"\bon\w+", key) else None
    yield None if tried["rules"] == harmless["rules"] else "other rules of style than in the twin"
    for link in tried["links"] + tried["others"]:
        own = r"href=#[\w-]+|src=data:image/\w+[+\w]*;base64,[\w+/=]*|href=https://example\.com/[!#-;=?-Z_a-z~]*"
        yield None if re.fullmatch(own, link) else f"a link: {link}"
    yield None if len(tried["links"]) == len(harmless["links"]) else "more links than in the twin"
    for text in twin.read("report.html"):
        yield from hidden(text, isolates=True)


def hidden(text, isolates=False):
    """Nothing steers or hides in a text but, where they may be, pairs of isolates within one line."""
    for line in text.split("\n"):
        depth = 0
        for place, sign in enumerate(line):
            if sign == "\u2068":
                depth += 1
            elif sign == "\u2069":
                depth -= 1
            elif steers(line, place) and not (sign == "\r" and place == len(line) - 1):
                yield f"U+{ord(sign):04X} in {line[max(0, place - 30) : place + 30]!r}"
            if depth not in ((0, 1) if isolates else (0,)):
                yield f"an isolate in {line[max(0, place - 30) : place + 30]!r}"
        yield "an isolate that does not end" if depth else None


def steers(line, place):
    """Whether a character is a control or shows nothing, by Python's own tables; what joins emoji or letters is used."""
    sign, before = line[place], line[place - 1] if place else ""
    kind = unicodedata.category(sign)
    if sign in "\u200c\u200d":
        return not before or ord(before) < 0x600
    if sign in "\u200e\u200f\u061c":
        return not any(unicodedata.bidirectional(c) in ("R", "AL") for c in line)
    if "\U000e0020" <= sign <= "\U000e007f":
        return not re.search("\U0001f3f4[\U000e0020-\U000e007f]{0,6}$", line[:place])
    if sign == "\u200b":
        return not before or not "\u0e00" <= before <= "\u17ff"
    return kind in ("Cc", "Cf", "Zl", "Zp") or sign in "\u034f\u115f\u1160\u3164\uffa0" or "\U000e0000" <= sign <= "\U000e00ff"


# MARK: Markdown


def markdown(twin, _):
    """markdown-it with what GitHub adds to CommonMark: the blocks, spans, links and notes of the twin, and no HTML."""
    reader = markdown_it.MarkdownIt("gfm-like").use(mdit_py_plugins.footnote.footnote_plugin)
    reader.linkify.set({"fuzzy_link": True, "fuzzy_ip": False})
    pages = [re.split(r"(?m)^(?=## \d+ )", text) for text in twin.read("report.md")]
    yield None if len(pages[0]) == len(pages[1]) else f"{len(pages[0])} sections, in the twin {len(pages[1])}"
    # What hides is a finding, with a row of its own.
    findings, rest = [], []
    for page in pages:
        rest.append(shape(reader.parse("".join(part for part in page if not re.match(r"## \d+ Findings", part)))))
        findings.append({*shape(reader.parse("".join(part for part in page if re.match(r"## \d+ Findings", part))))})
    tried, harmless = rest
    strange = findings[0] - findings[1] - {*harmless}
    yield f"among the findings {strange}" if strange else None
    yield None if len(harmless) > 100 else f"only {len(harmless)} tokens"
    for place, (one, other) in enumerate(zip(tried, harmless)):
        if one != other:
            yield f"token {place} is {one}, in the twin {other}; after {tried[max(0, place - 3) : place]}"
            break
        yield None
    yield None if len(tried) == len(harmless) else f"{len(tried)} tokens, in the twin {len(harmless)}"
    for text in twin.read("report.md"):
        yield from hidden(text, isolates=True)


def shape(tokens):
    """The kinds of tokens with the ends of links; texts of any length are one."""
    found = []
    for token in tokens:
        if token.type in ("text", "text_special"):
            if not found or found[-1] != "text":
                found.append("text")
        elif token.type == "inline":
            found += shape(token.children)
        else:
            ends = [str(token.attrs[name])[:20] for name in ("href", "src") if name in token.attrs]
            found.append(" ".join([token.type, token.tag, *ends]))
    return found


# MARK: Calendars, data, charts


def calendar(twin, _):
    """icalendar and libical: the components and properties of the twin, on the same days."""
    found = []
    for out in twin.out:
        raw = (out / "schedule.ics").read_bytes()
        yield None if raw.replace(b"\r\n", b"").isascii() or b"\n" not in raw.replace(b"\r\n", b"") else "a bare line end"
        read = icalendar.Calendar.from_ical(raw)
        found.append([(part.name, [p for p in part if p != "DESCRIPTION"], bool(part.errors)) for part in read.walk()])
    yield from same(found, "icalendar")
    runs = [subprocess.run([libical.program(), out / "schedule.ics"], capture_output=True) for out in twin.out]
    yield runs[0].stderr.decode()[:300] if runs[0].returncode else None
    yield from same([[line.split(b"\t")[1:3] for line in run.stdout.split(b"\n")] for run in runs], "libical")
    yield from hidden(twin.read("schedule.ics")[0].replace("\r\n ", ""))


def same(found, reader):
    tried, harmless = found
    yield None if len(tried) == len(harmless) else f"{reader} finds {len(tried)} things, in the twin {len(harmless)}"
    for one, other in zip(tried, harmless):
        yield None if one == other else f"{reader} finds {one}, in the twin {other}"


def data(twin, _):
    """json: where the twin has its text, plan.json has the text as the plan has it; all else is equal."""
    tried, harmless = (json.loads(text) for text in twin.read("plan.json"))
    texts = twin.texts

    def compare(one, other, path):
        if isinstance(one, dict) and isinstance(other, dict):
            for key in sorted({*one, *other}):
                if path == "" and key in ("findings", "diagnostics"):
                    continue  # hidden characters are findings
                if key in one and key in other:
                    yield from compare(one[key], other[key], f"{path}.{key}")
                else:
                    yield f"{path}.{key} only in one"
        elif isinstance(one, list) and isinstance(other, list):
            yield None if len(one) == len(other) else f"{path} has {len(one)} items, in the twin {len(other)}"
            for place, pair in enumerate(zip(one, other)):
                yield from compare(*pair, f"{path}[{place}]")
        elif other in texts and isinstance(other, str):
            yield None if one == texts[other] else f"{path} is {one!r}, in the plan {texts[other]!r}"
        elif not re.search("zq[a-z]{3}", str(other)):  # a harmless text inside another one
            yield None if one == other else f"{path} is {one!r}, in the twin {other!r}"

    yield from compare(tried, harmless, "")
    yield from hidden(twin.read("plan.json")[0])


def chart(twin, _):
    """Mermaid's own parser: the tasks of the twin, in the same sections, on the same days."""
    found = [mermaid.parse(out / "schedule.mmd") for out in twin.out]
    if any(isinstance(tasks, str) for tasks in found):
        yield f"Mermaid's parser: {[tasks for tasks in found if isinstance(tasks, str)][0]}"
        return
    yield None if found[1] else "no task"
    names = ("start", "end", "milestone", "done", "crit")
    yield from same([[{name: task[name] for name in names} for task in tasks] for tasks in found], "Mermaid")
    lines = [[line.startswith("    section ") for line in text.split("\n")] for text in twin.read("schedule.mmd")]
    yield None if lines[0] == lines[1] else "other lines than in the twin"
    yield from hidden(twin.read("schedule.mmd")[0])


# MARK: Spreadsheets


def tables(twins, folder):
    """LibreOffice: opened with commas, no cell is a formula and each is as written, in as many rows as the twin has; opened
    with semicolons, as where a comma parts decimals, no cell is a formula either."""
    folder.mkdir(parents=True)
    files = {}
    for twin in twins:
        for side, out in zip(("hostile", "harmless"), twin.out):
            for name in ("budget.csv", "schedule.csv"):
                key = f"{twin.kind}-{twin.name.replace('/', '-')}-{side}-{name}"
                files[key] = (twin, side, name)
                (folder / key).write_bytes((out / name).read_bytes())
    for separator in (44, 59):
        target = folder / str(separator)
        office(sorted(files), folder, target, separator)
        for key, (twin, side, name) in files.items():
            where = f"{twin.kind} {twin.name} {name}"
            opened = spreadsheets.cells(spreadsheets.tree.parse(target / key.replace(".csv", ".fods")).getroot())
            for row in opened:
                for shown, formula in row:
                    yield f"{where}: {shown!r} is the formula {formula}" if formula else None
            if separator == 59 or side == "harmless":
                continue
            written = list(csv.reader((folder / key).open(encoding="utf-8", newline="")))
            twins_rows = list(csv.reader((folder / key.replace("hostile", "harmless")).open(encoding="utf-8", newline="")))
            yield None if len(written) == len(opened) == len(twins_rows) else f"{where}: {len(opened)} rows of {len(written)}"
            for left, right in zip(written, opened):
                right += [("", None)] * (len(left) - len(right))
                yield None if len(left) == len(right) == len(written[0]) else f"{where}: {len(right)} cells of {len(left)}"
                for text, (shown, _) in zip(left, right):
                    if not spreadsheets.is_number(text):
                        yield None if text == shown else f"{where}: {text!r} is opened as {shown!r}"
            yield from hidden((folder / key).read_bytes().decode("utf-8"))


def office(names, folder, target, separator):
    """Has LibreOffice open tables with a separator and save them as XML."""
    profile = pathlib.Path("build/libreoffice").resolve().as_uri()
    options = f"CSV:{separator},34,76,1,,0,false,false,false"
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "fods"]
    files = [folder / name for name in names]
    subprocess.run(
        [*command, f"--infilter={options}", "--outdir", target, *files], check=True, capture_output=True, timeout=600
    )


# MARK: Terminals

STYLES = {(0,), (1,), (1, 31), (1, 33), (1, 36), (1, 34)}


class Terminal:
    """A terminal that remembers what it was told besides signs, line ends and the tool's own styles."""

    def __init__(self):
        self.screen = pyte.Screen(4000, 40)
        self.told = []

    def __getattr__(self, name):
        act = getattr(self.screen, name)
        if name not in pyte.Stream.events and name not in ("set_title", "set_icon_name", "debug"):
            return act

        def told(*values, **options):
            is_style = name == "select_graphic_rendition" and values in STYLES and not options
            if not is_style and name not in ("draw", "linefeed", "carriage_return"):
                self.told.append(name)
            return act(*values, **options)

        return told


def terminal(twin, _):
    """pyte: every command prints signs, line ends and its own styles, on a terminal and into a log; as many lines of
    timetable, derivation and explanation as the twin."""
    day = ["--as-of", AS_OF, "--lang", "en"]
    policies = pathlib.Path("plans/policies")
    commands = [
        ["lint", None, *day],
        ["schedule", None, "--width", "100", *day],
        ["why", "budget.total", None, *day],
    ]
    if twin.name != PLANS[0]:
        commands += [["test", policies, "--lang", "en"], ["explain", "house/pilot-first", policies, "--lang", "en"]]
    for command in commands:
        lines = []
        for plan, home in zip(twin.plans, twin.homes):
            for on_terminal in (True, False):
                shown = printed([twin.binary, *(word or plan for word in command)], on_terminal, home)
                yield f"{command[0]} prints nothing" if not shown else None
                yield from (f"{command[0]}: {p}" if p else None for p in obeyed(shown, on_terminal))
                lines.append(shown.count("\n"))
        if command[0] in ("schedule", "why", "explain"):
            yield None if len(set(lines)) == 1 else f"{command[0]} prints {lines} lines"


def printed(command, on_terminal, home):
    """What a command prints, on a terminal or into a log."""
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8", "COLUMNS": "100"}
    if not on_terminal:
        run = subprocess.run(command, capture_output=True, env=environment, cwd=home)
        return (run.stdout + run.stderr).decode("utf-8")
    own, other = pty.openpty()
    with subprocess.Popen(command, stdout=other, stderr=other, env=environment, cwd=home) as process:
        os.close(other)
        shown = bytearray()
        while True:
            try:
                part = os.read(own, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
        process.wait()
    os.close(own)
    return shown.decode("utf-8").replace("\r\n", "\n")


def obeyed(shown, on_terminal):
    """What a terminal and a build server did besides showing lines."""
    if on_terminal:
        terminal = Terminal()
        pyte.Stream(terminal).feed(shown.replace("\n", "\r\n"))
        yield f"a terminal is told {sorted(set(terminal.told))}" if terminal.told else None
    else:
        yield "an escape sequence where no terminal is" if "\x1b" in shown else None
    yield "an escape sequence that is shown to nobody" if re.search("\x1b(?!\\[(0|1|1;3[1346])m)", shown) else None
    plain = re.sub("\x1b\\[[0-9;]*m", "", shown)
    yield from hidden(plain)
    for line in plain.split("\n"):
        # github.com/actions/runner, ActionCommand.cs: `::command ...::` at the start, `##[command]` anywhere.
        found = re.match(r"\s*::[\w-]", line) or re.search(r"##(vso|teamcity)?\[", line)
        yield f"a build server is told {line[:80]!r}" if found else None


def arguments(binary, folder):
    """Names and words on the command line that are wrong, in what is said of them."""
    home, word, plan = folder / "hostile", NAME, pathlib.Path("plans", NAME)
    for command in (
        ["lint", word], ["lint", "--lang", word], ["lint", "--format", word], ["explain", word], ["explain", f"house/{word}", plan],
        ["why", word, plan], ["why", "budget.x\x1b[2J", plan], ["schedule", word], ["schedule", plan.parent], ["build", word, "-o", "x"],
        ["build", plan, "-o", next((home / plan).glob("plan*")).relative_to(home)], ["build", plan, "-o", "x", "--theme", word], [word],
        ["lint", "--as-of", word], ["new", word], ["test", word], ["schema", word], ["build", plan, "-o", "x", "--link-template", word],
    ):  # fmt: skip
        for on_terminal in (True, False):
            shown = printed([binary, *command], on_terminal, home)
            yield f"{command[0]} says nothing" if not shown else None
            yield from (f"{command[0][:9]!r}: {p}" if p else None for p in obeyed(shown, on_terminal))


# MARK: Themes


def themes(binary, folder, kinds, browser):
    """Texts and a logo of a theme do nothing; colours that are none are refused, and nothing is built."""
    logo = (
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script>"
        "<image href='http://127.0.0.1:9/'/></svg>"
    )
    tried = kinds["markup"] + kinds["direction"]
    for place, (text, other) in enumerate(zip(tried[::2], tried[1::2])):
        twin = Twins(binary, "themes", "quickstart", folder / str(place))
        twins = [hostile.harmless(place, len(words)) for words in (text, other)]
        for home, (addressee, foot) in zip(twin.homes, ((text, other), twins)):
            shutil.copytree(REPOSITORY / "plans/quickstart", home / "plans/quickstart")
            (home / "logo ' onerror=alert(1).svg").write_text(logo)
            (home / "theme.yaml").write_text(
                "kind: theme\nschema: 1\nlogo: \"logo ' onerror=alert(1).svg\"\ncolours: {accent: \"#0B4F6C\"}\n"
                f"addressee: {hostile.quoted(addressee)}\nfoot: {hostile.quoted(foot)}\n"
            )
            twin.build(twin.homes.index(home), "--theme", "theme.yaml")
        yield from page(twin, browser)
        home = twin.homes[0]
        (home / "theme.yaml").write_text(f"kind: theme\nschema: 1\ncolours: {{accent: {hostile.quoted(text)}}}\n")
        command = [binary, "build", twin.plans[0], "-o", "refused", "--theme", "theme.yaml"]
        run = subprocess.run(command, capture_output=True, cwd=home)
        is_refused = run.returncode == 2 and not (home / "refused").exists()
        yield None if is_refused else f"the colour {text!r} is taken: exit {run.returncode}"


# MARK: PDF


def pdf(twin, named):
    """pypdf: report.pdf starts nothing, and leads nowhere but to the addresses the user asked for."""
    for case in (twin, named):
        out = case.homes[0] / "printed"
        case.build(0, "--pdf", out=out)
        seen, acts = set(), collections.Counter()

        def walk(thing):
            thing = thing.get_object() if isinstance(thing, pypdf.generic.IndirectObject) else thing
            if id(thing) in seen:
                return
            seen.add(id(thing))
            if isinstance(thing, dict):
                for key, value in thing.items():
                    if key in ("/JS", "/JavaScript", "/Launch", "/URI", "/EmbeddedFiles", "/AA", "/RichMedia", "/GoToR", "/SubmitForm"):
                        acts[key] += 1
                    walk(value)
            elif isinstance(thing, list):
                for value in thing:
                    walk(value)

        reader = pypdf.PdfReader(out / "report.pdf")
        walk(reader.trailer)
        yield None if len(reader.pages) > 1 and len(seen) > 100 else "no PDF of several pages"
        yield f"{case.kind}: {dict(acts)}" if acts else None


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
