import PlanModel
import PlanText
import Testing

@testable import PlanReports

/// Texts of a plan that try to be more than text, each put into every place of a plan that takes one, in every format: what
/// comes out has the structure it has with a harmless text.
@Suite struct InertOutputTests {
  /// What is tried; the plan's YAML has each as a quoted scalar.
  static let hostile: [String] = [
    // HTML and SVG
    #"<script>alert(1)</script>"#, #"" onmouseover="alert(1)"#, #"' autofocus onfocus='alert(1)"#, #"</style><script>"#,
    #"</title></svg><img src=x onerror=alert(1)>"#, #"<!-- "#, #"]]>"#, #"&lt;script&gt;&#60;b&#62;"#,
    #"javascript:alert(1)"#, #"data:text/html,<script>alert(1)</script>"#, #"}</style>*{display:none}"#,
    // Markdown
    "# heading", "- item", "1. item", "> quote", "```\ncode", "---", "===", "| a | b |", "[x](javascript:alert(1))",
    "![x](http://x/y.png)", "[^1]: note", "[x]: http://x", "<http://x>", "https://x.example www.x.example", "a  \nb\\",
    "**b** _i_ ~~s~~ `c` $x$ @user #1 :a:",
    // Spreadsheets
    "=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＠x", "a;=1+1", "a,\"=1", "\"=1\",=2",
    "=cmd|' /C calc'!A1",
    // Calendars
    "a\r\nBEGIN:VALARM", "a\nEND:VEVENT\nBEGIN:VEVENT", "a;b,c\\n:d", "a\n ATTACH:http://x",
    // Mermaid
    "a\nclick t1 href \"javascript:alert(1)\"", "%%{init: {\"theme\": \"x\"}}%%", "a :done, t9, 2025-01-01, 1d",
    "section x",
    "a; b # c", "title x", "click x call y()",
    // Terminals and build servers
    "\u{1B}[31mred\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{1B}]8;;http://x\u{1B}\\x\u{1B}]8;;\u{1B}\\", "\u{9B}2J",
    "a\u{8}\u{8}b",
    "a\rb", "::error::x", "##[error]x", "##vso[task.setvariable]x", "a\n::set-output name=x::y",
    // Ends of lines, and what hides
    "a\u{85}b", "a\u{2028}b\u{2029}c", "a\u{B}b\u{C}c", "a\u{0}b", "\u{202E}003\u{202C}", "\u{2066}a",
    "a\u{2069}\u{2069}b",
    "\u{2067}\u{202B}\u{200F}a", "a\u{200B}\u{2060}\u{FEFF}b", "\u{E0041}\u{E0042}", "a\u{AD}b\u{34F}c\u{3164}",
    // What is only odd
    "שלום 100", "عربي (5%)", "👨‍👩‍👧 ❤️", "Z" + String(repeating: "\u{301}\u{35B}", count: 30), "", " ", "\u{3000}",
    String(repeating: "x", count: 5000),
  ]

  /// A plan with the text in every place that takes one, as far as the formats print them.
  static func plan(_ text: String) -> String {
    let quoted =
      text.unicodeScalars.reduce(into: "\"") { yaml, scalar in
        switch scalar {
        case "\"", "\\": yaml += "\\" + String(scalar)
        case _ where scalar.value < 0x20 || !scalar.isASCII:
          let digits = String(scalar.value, radix: 16)
          yaml += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        default: yaml.unicodeScalars.append(scalar)
        }
      } + "\""
    return """
      kind: plan
      schema: 1
      id: case
      title: T
      period: 2025
      currency: CNY
      owner: cmo
      team: {roles: {cmo: {title: T, contact: W}}}
      scope: {in: T, out: T}
      objectives: {o: {title: T, kpi: k, target: 5%, due: 2025-06-30, owner: cmo, note: T}}
      kpis: {k: {title: T, unit: "%", share_of: T, direction: up, baseline: 4%, source: T}}
      assumptions: {a: {title: T, value: CNY 5, source: T, owner: cmo}}
      budget:
        total: CNY 100
        lines: {media: {title: T, amount: CNY 60, owner: cmo, for: T}, people: {title: T, amount: CNY 30, owner: cmo, for: T}}
        reserves: {open: {title: T, amount: CNY 10}}
        phasing: {p: 50%, q: 50%}
      phases: {p: {title: T, period: 2025H1}, q: {title: T, period: 2025H2}}
      milestones: {m: {title: T, date: 2025-06-30, deliverable: T, accept: T, owner: cmo, after: [t]}}
      tasks:
        t: {title: T, duration: 10wd, phase: p, owner: cmo, deliverable: T, after: [s]}
        s: {title: T, period: 2025-02-03..2025-02-14, owner: cmo}
      events: {e: {title: T, kind: meeting, cadence: weekly, day: mon, owner: cmo}}
      risks: {r: {title: T, cause: T, likelihood: high, impact: high, owner: cmo, response: T}}

      """.replacing(/\bT\b/, with: quoted).replacing(/\bW\b/, with: text.utf8.count > 1024 ? "w" : quoted)
  }

  /// What a format's output is made of besides text: equal for two plans that differ in their words.
  struct Outputs {
    var skeletons: [String: [String]] = [:]

    init(_ text: String) throws {
      let plan = try compiled(InertOutputTests.plan(text))
      skeletons["report.html"] = InertOutputTests.tags(HTMLReport().render(plan))
      skeletons["report.md"] = InertOutputTests.markdown(MarkdownReport().render(plan))
      for format in [Calendar(), ScheduleCSV(), BudgetCSV()] as [any PlanFormat] {
        let lines = format.render(plan)
        #expect(!lines.replacing("\r\n", with: "").unicodeScalars.contains { $0.value < 0x20 }, "\(type(of: format))")
        skeletons[type(of: format).fileName] =
          format is Calendar ? InertOutputTests.properties(lines) : InertOutputTests.cells(lines)
      }
      skeletons["schedule.mmd"] = InertOutputTests.statements(MermaidGantt().render(plan))
      skeletons["plan.json"] = InertOutputTests.shape(try JSONValue(parsing: PlanJSON().render(plan)))
      skeletons["schedule.json"] = InertOutputTests.shape(try JSONValue(parsing: ScheduleJSON().render(plan)))
      for name in ["gantt", "findings", "why"] {
        let lines =
          switch name {
          case "gantt": TextGantt(plan, width: 100, isColoured: true).text
          case "findings":
            TextFormat().render(
              Findings(plan.diagnostics, sources: plan.sources, isColoured: true))
          default: FigureTree("budget.total", plan)?.text(plan) ?? ""
          }
        let screen = terminalText(lines, isColoured: true)
        #expect(screen == lines || text.contains("::") || text.contains("##"), "\(name) leaves work to the last gate")
        let plain = TerminalStyle.sequences.reduce(screen) { $0.replacing($1, with: "") }
        #expect(!plain.unicodeScalars.contains { $0.value != 0x0A && HiddenCharacters.isControl($0.value) })
        if name != "findings" { skeletons[name] = ["\(lines.split(separator: "\n").count) lines"] }
      }
      for (name, output) in texts(plan) { InertOutputTests.expectNothingHidden(name, output) }
    }

    private func texts(_ plan: CompiledPlan) -> [(String, String)] {
      PlanFormats.all.map { (type(of: $0).fileName, $0.render(plan)) } + [
        ("schedule.json", ScheduleJSON().render(plan))
      ]
    }
  }

  static let twin = Result { try Outputs("Harmless words") }

  @Test(arguments: hostile) func textStaysText(text: String) throws {
    let (tried, twin) = (try Outputs(text), try Self.twin.get())
    for (name, skeleton) in twin.skeletons {
      // Without a title an id is printed; a section without text may be left out.
      if text.allSatisfy(\.isWhitespace), name != "plan.json", name != "schedule.csv" { continue }
      #expect(tried.skeletons[name] == skeleton, "\(name)")
    }
  }

  @Test(arguments: hostile) func jsonKeepsTheText(text: String) throws {
    let plan = try compiled(Self.plan(text))
    // An empty title is none.
    guard !text.allSatisfy(\.isWhitespace) else { return }
    let line = try JSONValue(parsing: PlanJSON().render(plan))["lines"]?.items.first?["title"]
    #expect(line?["en"]?.text ?? line?.text == plan.plan.budget?.lines?["media"]?.common.title?.phrase(in: .english))
  }

  // MARK: Skeletons

  /// The kinds of tags with the names of their attributes, each once: charts have as many marks as their texts leave room.
  static func tags(_ html: String) -> [String] {
    var kinds: Set<String> = []
    for piece in html.utf8.split(separator: UInt8(ascii: "<")).dropFirst() {
      // Values out; what is left is the name of the element and those of its attributes.
      var isValue = false
      var tag: [UInt8] = []
      for byte in piece {
        if byte == UInt8(ascii: "\"") {
          isValue.toggle()
        } else if !isValue {
          if byte == UInt8(ascii: ">") { break }
          tag.append(byte)
        }
      }
      let words = String(decoding: tag, as: UTF8.self).split(separator: " ").filter { $0 != "lang=" && $0 != "class=" }
      guard let name = words.first, !name.hasPrefix("/"), !svgMarks.contains(String(name)) else { continue }
      kinds.insert(words.joined(separator: " "))
    }
    return kinds.sorted()
  }

  /// What a chart draws more or less of, and what a stretch in another language or a long word has.
  static let svgMarks: Set<String> = ["text", "rect", "path", "circle", "span", "tspan", "wbr"]

  /// The marks at the start of each line; a table's line with how many cells it has.
  static func markdown(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("|") {
        var bars = 0
        var last: UInt8 = 0
        for byte in line.utf8 {
          if byte == UInt8(ascii: "|"), last != UInt8(ascii: "\\") { bars += 1 }
          last = byte
        }
        return "| \(bars)"
      }
      let content = line.drop { $0 == " " }
      let digits = content.prefix { $0.isNumber }
      if !digits.isEmpty, content.dropFirst(digits.count).hasPrefix(". ") { return "1. " }
      if content.hasPrefix("[^") { return "[^" }
      // As many of a sign as begin the line: a heading, a list, a fence, a rule, a quote, HTML, a picture.
      guard let sign = content.first, "#-+*>`~=<![".contains(sign) else { return "" }
      return String(content.prefix { $0 == sign })
    }
  }

  /// Rows by their cells; a cell that a spreadsheet would compute is told.
  static func cells(_ csv: String) -> [String] {
    csv.split(separator: "\r\n").map { line in
      var cells = [""]
      var isQuoted = false
      var last: Character = ","
      for sign in line {
        switch sign {
        case "\"":
          isQuoted.toggle()
          if isQuoted, last == "\"" { cells[cells.count - 1].append(sign) }
        case "," where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(sign)
        }
        last = sign
      }
      // Where a comma parts decimals, a semicolon parts cells, quotes or not.
      for cell in cells.flatMap({ $0.split(separator: ";", omittingEmptySubsequences: false) }) {
        guard let first = cell.unicodeScalars.first, "=+-@＝＋－＠\t\r".unicodeScalars.contains(first) else { continue }
        #expect(first == "-" && cell.dropFirst().allSatisfy { $0.isNumber || $0 == "." } && cell.count > 1, "\(cell)")
      }
      return "\(cells.count)"
    }
  }

  /// The names of properties, of lines unfolded.
  static func properties(_ calendar: String) -> [String] {
    #expect(calendar.utf8.split(separator: 0x0A).allSatisfy { $0.count <= 76 })
    return calendar.replacing("\r\n ", with: "").split(separator: "\r\n").map { String($0.prefix { $0 != ":" }) }
      .filter { $0 != "DESCRIPTION" }
  }

  /// Lines by the word they begin with, tasks by what stands after their names.
  static func statements(_ chart: String) -> [String] {
    chart.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if let colon = line.firstIndex(of: ":"), line[colon...].contains(",") { return String(line[colon...]) }
      return line.split(separator: " ").first.map(String.init) ?? ""
    }
  }

  /// The paths of members.
  static func shape(_ value: JSONValue, _ path: String = "") -> [String] {
    switch value {
    case .object(let members): members.sorted { $0.key < $1.key }.flatMap { shape($0.value, "\(path).\($0.key)") }
    case .array(let items): items.enumerated().flatMap { shape($0.element, "\(path)[\($0.offset)]") }
    default: path.contains("findings") ? [] : [path]
    }
  }

  /// Nothing hides in an output but pairs of our own isolates.
  static func expectNothingHidden(_ name: String, _ output: String) {
    for line in output.unicodeScalars.split(separator: "\n") {
      var depth = 0
      var hidden = HiddenCharacters(in: String(line))
      for scalar in line {
        let hides = hidden.hides(scalar.value)
        if scalar == "\u{2068}" {
          depth += 1
        } else if scalar == "\u{2069}" {
          depth -= 1
        } else if hides, scalar != "\r" {
          Issue.record("\(name) hides U+\(String(scalar.value, radix: 16)): \(String(line).prefix(200))")
          return
        }
        #expect(depth == 0 || depth == 1, "\(name)")
      }
      #expect(depth == 0, "\(name): an isolate that does not end")
    }
  }
}
