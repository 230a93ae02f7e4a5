import PlanAnalysis
import PlanDriver
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanReports
import PlanRules
import PlanSyntax
import PlanText

/// A plan, policy, portfolio or theme with the files it names: read, judged by every rule, compiled into every format.
package struct PlanTarget: FuzzTarget {
  package static let name = "plan"
  package static let longest = 16_384
  package static var words: [String] { FuzzWords.plan }

  package init() {}

  package func check(_ bytes: [UInt8]) -> String? {
    let files = FuzzFiles(bytes)
    // Which language and which day are no part of the input, and so are drawn from it.
    let sum = bytes.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
    let language = Language.allCases[sum % Language.allCases.count]
    let options = CheckOptions(today: sum % 5 == 0 ? CivilDate(2025, 6, 30) : nil)
    let checked = check(files, options)
    if let problem = findings(checked, language) { return problem }
    let again = check(files, options)
    if again.diagnostics != checked.diagnostics { return "checked again, other findings" }
    if let problem = compile(checked, language) ?? explain(checked, language, sum) { return problem }
    return documents(of: files, checked, language)
  }

  private func check(_ files: FuzzFiles, _ options: CheckOptions) -> CheckedFile {
    let (source, problems) = files.first
    var checked = checkFile(source, problems: problems, files: files, options: options, isNamed: true)
    let sources = SourceMap(checked.files)
    checked.diagnostics = checked.diagnostics.inOrder { sources[$0]?.path ?? "" }
    return checked
  }

  /// Findings in every format.
  private func findings(_ checked: CheckedFile, _ language: Language) -> String? {
    let sources = SourceMap(checked.files)
    if let problem = RangeCheck(sources: sources).problem(checked.diagnostics) { return problem }
    let findings = Findings(
      checked.diagnostics, hiddenCount: checked.hidden.count, sources: sources, language: language,
      ruleName: { HouseRules.id(of: $0) ?? Registry.documentation(of: $0)?.name })
    for format in DiagnosticFormats.all {
      if let problem = OutputCheck.problem(type(of: format).name, format.render(findings)) { return problem }
    }
    return nil
  }

  /// A plan in every format, or a portfolio.
  private func compile(_ checked: CheckedFile, _ language: Language) -> String? {
    if let portfolio = checked.portfolio {
      let compiled = CompiledPortfolio(
        portfolio, diagnostics: checked.diagnostics, planFindings: portfolio.members.map { _ in [] },
        sources: SourceMap(checked.files), language: language)
      for format in PortfolioFormats.all {
        if let problem = OutputCheck.problem(type(of: format).fileName, format.render(compiled)) { return problem }
      }
    }
    guard let plan = checked.compiled(language: language) else { return nil }
    for format in PlanFormats.all {
      if let problem = OutputCheck.problem(type(of: format).fileName, format.render(plan)) { return problem }
    }
    if let problem = OutputCheck.problem("schedule.txt", TextGantt(plan, width: 80).text) { return problem }
    if let problem = OutputCheck.problem("schedule.json", ScheduleJSON().render(plan)) { return problem }
    return nil
  }

  /// Some of the figures, down to where they come from: all of them would take longer than everything else.
  private func explain(_ checked: CheckedFile, _ language: Language, _ sum: Int) -> String? {
    guard let plan = checked.compiled(language: language) else { return nil }
    for (place, path) in plan.figures.allPaths.enumerated()
    where (place + sum) % 16 == 0 && plan.figures.figure(path) != nil {
      guard let tree = FigureTree(path, plan) else { return "the figure \(path) cannot be explained" }
      if let problem = OutputCheck.problem("\(path).json", tree.json(plan)) { return problem }
      if let problem = OutputCheck.problem("\(path).txt", tree.text(plan)) { return problem }
    }
    return nil
  }

  /// What other commands make of policies and themes.
  private func documents(of files: FuzzFiles, _ checked: CheckedFile, _ language: Language) -> String? {
    guard checked.content == .policy || checked.content == .theme else { return nil }
    let ranges = RangeCheck(sources: SourceMap(checked.files))
    for document in Document.all(in: parseYAML(files.first.0).tree) {
      switch document.kind {
      case .policy:
        if let problem = ranges.problem(testHouseRules(document, files: files).diagnostics) { return problem }
      case .theme:
        let theme = ReportTheme(PlanModel.readTheme(document).theme, logo: nil)
        for problem in theme.unreadable { _ = problem.text(in: language) }
      default: break
      }
    }
    return nil
  }

  package func seeds(_ texts: SeedTexts) -> [[UInt8]] {
    texts.plans.map { Array($0.text.utf8) }.filter { $0.count <= PlanTarget.longest }
  }
}
