import PlanAnalysis
import PlanText

extension ReportBuilder {
  /// What does not hold: contradictions between figures first, worst first among them, each with its places.
  mutating func addFindings() {
    heading(ReportWord.findings)
    add(.paragraph([Report.Span(word(plan.findings.summary), .strong)]))
    let ordered = plan.diagnostics.enumerated()
      .sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }.map(\.element)
    let contradictions = ordered.filter(\.isContradiction)
    let others = ordered.filter { !$0.isContradiction }
    if !contradictions.isEmpty {
      heading(ReportWord.contradictions, level: 3)
      add(.list(contradictions.map(item)))
    }
    if !others.isEmpty {
      if !contradictions.isEmpty { heading(ReportWord.otherFindings, level: 3) }
      add(.list(others.map(item)))
    }
    if plan.figures.allPaths.contains(where: plan.isDoubtful) {
      add(.paragraph([Report.Span(word(ReportWord.doubtfulNote))]))
    }
  }

  private func item(_ diagnostic: Diagnostic) -> Report.Item {
    let head = "\(diagnostic.severity.word.text(in: plan.language)) \(diagnostic.code)"
    var items = [place(diagnostic.range, diagnostic.label)]
    items += diagnostic.labels.map { place($0.range, $0.message) }
    items += diagnostic.notes.map { Report.Item(.message(word($0))) }
    if let help = diagnostic.help { items.append(Report.Item(.message(word(help)))) }
    return Report.Item(
      [Report.Span(head, .strong), Report.Span(ReportWord.colon(plan.language))] + .message(word(diagnostic.message)),
      items.filter { !$0.spans.isEmpty })
  }

  /// A place as `file:line`, with what stands there.
  private func place(_ range: SourceRange, _ label: Message?) -> Report.Item {
    guard let place = plan.place(range) else { return Report.Item(label.map { .message(word($0)) } ?? []) }
    let at = Report.Span("\(place.file):\(place.line)", .code)
    guard let label else { return Report.Item([at]) }
    return Report.Item([at, Report.Span(" ")] + .message(word(label)))
  }
}

extension Diagnostic {
  /// Whether it sets a figure against another place or a computation of it, rather than against the language's form.
  fileprivate var isContradiction: Bool {
    severity >= .warning && !code.hasPrefix("S") && (!labels.isEmpty || !notes.isEmpty)
  }
}
