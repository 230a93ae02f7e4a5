import PlanAnalysis
import PlanQuantities
import PlanRules
import PlanText

extension ReportBuilder {
  /// Everything that does not hold, worst first: stated, recomputed, rule, place, what to do.
  var findingsSection: Report.Section {
    let name = word(ReportWord.findings)
    guard summary.count > 0 else {
      return Report.Section(
        id: "findings", name: name, headline: sentence(Sentence.clean(rules: Registry.rules.count)))
    }
    var section = Report.Section(
      id: "findings", name: name,
      headline: sentence(
        Sentence.findings(
          summary.count, errors: summary.errors, warnings: summary.warnings, advice: summary.advice)))
    let rows = summary.ordered.map { finding in
      let diagnostic = finding.diagnostic
      let grade: Report.Status =
        switch diagnostic.severity {
        case .error: .bad
        case .warning: .warn
        case .advice: .advice
        }
      let pair = diagnostic.contradiction
      let help: [Report.Span] = diagnostic.help.map { .message(word($0)) } ?? []
      return Report.Row(cells: [
        [.status(grade, word(diagnostic.severity.word))], .message(word(diagnostic.message)),
        pair.map { side($0.stated) } ?? [], pair.map { recomputed($0) } ?? [], .text(diagnostic.code),
        places(of: diagnostic), help,
      ])
    }
    section.blocks = table(
      ReportWord.findings,
      [
        column(ReportWord.grade), column(ReportWord.what, .name), column(ReportWord.statedFigure, .figures),
        column(ReportWord.recomputed, .figures), column(ReportWord.rule), column(ReportWord.place),
        column(ReportWord.todo, .wide),
      ], rows, isLong: true)
    if plan.figures.allPaths.contains(where: plan.isDoubtful) {
      section.blocks.append(
        .source([.text(word(ReportWord.doubtfulNote), .muted)]))
    }
    return section
  }

  /// Where a finding is, and the first of the other places it sets against that.
  private func places(of diagnostic: Diagnostic) -> [Report.Span] {
    let places = plan.places([diagnostic.range] + diagnostic.labels.map(\.range))
    let more = places.count > 3 ? [Report.Span.text("+\(places.count - 3)", .muted)] : []
    return places.prefix(3).flatMap { [.place($0), .text(" ", .plain)] } + more
  }
}
