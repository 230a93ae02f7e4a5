import PlanModel
package import PlanReports
package import PlanText

/// What building a set of paths gave.
package struct BuildResult {
  /// What was found in all files, as `lint` finds it, in the order of output.
  package var diagnostics: [Diagnostic]
  /// The findings as they are printed; nil without a printer.
  package var findings: String?
  /// Files that could not be read.
  package var problems: [FileProblem]
  /// Each plan's and portfolio's name, good for a folder and like no other's, and its files; nothing is written yet.
  package var plans: [(name: String, files: [OutputFile])]
}

/// Checks every file at the given paths and compiles each plan into all formats. A plan with errors is compiled as far
/// as it can be.
///
/// - Parameters:
///   - language: the language of the reports.
///   - presentation: what the user asks of the reports' looks.
///   - printer: how findings are printed, which is done while the plans are written.
///   - jobs: how many threads at most.
package func build(
  _ found: [FoundFile], options: CheckOptions, language: Language, presentation: Presentation = Presentation(),
  printer: FindingPrinter? = nil, jobs: Int = 1, store: FileStore = FileStore()
) -> BuildResult {
  let checked = lint(found, options: options, jobs: 1, store: store, keepsPlans: true)
  let rendered = render(checked, language, presentation, printer, jobs: jobs)
  var names = FolderNames()
  var plans: [(name: String, files: [OutputFile])] = []
  for (file, files) in zip(checked.plans, rendered.plans) {
    if let portfolio = file.portfolio {
      let compiled = compile(portfolio, file, options, language, store)
      let name = names.name(for: portfolio.portfolio.id?.value ?? "portfolio")
      plans.append((name, PortfolioFormats.all.map { OutputFile(type(of: $0).fileName, $0.render(compiled)) }))
    }
    guard let plan = file.plan?.plan else { continue }
    let path = file.files.first?.path
    let id = plan.id?.value ?? path?.split(separator: "/").last.map { String($0.prefix { $0 != "." }) }
    plans.append((names.name(for: id ?? "plan"), files))
  }
  return BuildResult(
    diagnostics: checked.diagnostics, findings: rendered.findings, problems: checked.problems, plans: plans)
}

/// Writes out all that was found and compiled: each plan in all formats, in the order of writing, with nothing for what is
/// no plan; and the findings.
///
/// With more than one thread, reports and data of a plan are written side by side, each from figures of its own, and the
/// findings beside them.
private func render(
  _ checked: LintResult, _ language: Language, _ presentation: Presentation, _ printer: FindingPrinter?, jobs: Int
) -> (plans: [[OutputFile]], findings: String?) {
  let plans = checked.plans
  let groups = jobs > 1 ? [PlanFormats.reports, PlanFormats.data] : [PlanFormats.all]
  // The findings come last, for they take least.
  let count = plans.count * groups.count
  let parts = inTurns(count + 1, jobs: jobs, perTurn: 1) {
    RenderedParts()
  } work: { parts, range in
    for number in range {
      if number == count {
        parts.findings = printer?.whole(checked.diagnostics, hiddenCount: checked.hidden.count, checked.sources)
      } else if let plan = plans[number / groups.count].compiled(language: language, presentation: presentation) {
        parts.files[number] = groups[number % groups.count].map { OutputFile(type(of: $0).fileName, $0.render(plan)) }
      }
    }
  } unite: {
    $0.add($1)
  }
  let files = plans.indices.map { plan in
    groups.indices.flatMap { parts.files[plan * groups.count + $0] ?? [] }
  }
  return (files, parts.findings)
}

/// What one thread has written out: a plan's files by the number of its turn.
private struct RenderedParts {
  var files: [Int: [OutputFile]] = [:]
  var findings: String?

  mutating func add(_ other: RenderedParts) {
    files.merge(other.files) { first, _ in first }
    findings = findings ?? other.findings
  }
}

/// The plans at some paths, each checked and ready for the formats; the first file or folder that cannot be read, if one
/// cannot.
package func compilePlans(
  _ paths: [String], options: CheckOptions, language: Language, store: FileStore = FileStore()
) -> Result<[CompiledPlan], FileProblem> {
  discover(paths).flatMap { found in
    var plans: [CompiledPlan] = []
    for file in found {
      if case .failure(let problem) = store.read(file.path) { return .failure(problem) }
      if let plan = compile(file, options, language, store) { plans.append(plan) }
    }
    return .success(plans)
  }
}

/// The plan in a file, with its own findings; nil for a file that holds none or cannot be read.
private func compile(
  _ file: FoundFile, _ options: CheckOptions, _ language: Language, _ store: FileStore
) -> CompiledPlan? {
  guard case .success(let (source, problems)) = store.read(file.path) else { return nil }
  let checked = checkFile(source, problems: problems, files: store, options: options, isNamed: file.isNamed)
  return checked.compiled(language: language)
}

/// A portfolio with its own findings and those of its plans, ready for the formats.
private func compile(
  _ portfolio: ResolvedPortfolio, _ file: CheckedFile, _ options: CheckOptions, _ language: Language,
  _ store: FileStore
) -> CompiledPortfolio {
  var sources = SourceMap(file.files)
  let findings = portfolio.members.map { member -> [Diagnostic] in
    guard case .success(let (source, problems)) = store.read(member.plan.file.path) else { return [] }
    let checked = checkFile(source, problems: problems, files: store, options: options)
    for file in checked.files { sources.add(file) }
    return checked.diagnostics
  }
  let own = sources
  return CompiledPortfolio(
    portfolio, diagnostics: file.diagnostics.inOrder { own[$0]?.path ?? "" }, planFindings: findings, sources: sources,
    language: language)
}

extension CheckedFile {
  /// The plan with its findings, ready for the formats; nil where the file holds no plan.
  package func compiled(language: Language, presentation: Presentation = Presentation()) -> CompiledPlan? {
    guard let plan else { return nil }
    let sources = SourceMap(files)
    let ordered = diagnostics.inOrder { sources[$0]?.path ?? "" }
    return CompiledPlan(
      plan, schedule: schedule, diagnostics: ordered, sources: sources, language: language, presentation: presentation)
  }
}

/// Gives each plan a folder's name: its id where that is a safe one, with a number where another plan has it already.
private struct FolderNames {
  private var taken: Set<String> = []

  mutating func name(for id: String) -> String {
    let base = FolderNames.safe(id)
    var name = base
    var number = 2
    // Some file systems take names in other letters' case for the same.
    while !taken.insert(name.lowercased()).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }

  /// A name without slashes, dots at its start or end, and whatever else a folder's name had better not have on any system.
  private static func safe(_ id: String) -> String {
    let letters = id.unicodeScalars.prefix(60).map { scalar -> Character in
      let isSafe =
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_.".unicodeScalars.contains(scalar)
      return isSafe ? Character(scalar) : "-"
    }
    var name = letters.drop { $0 == "." || $0 == "-" }
    while name.last == "." { name.removeLast() }
    if name.isEmpty { return "plan" }
    let isDevice = devices.contains(String(name.prefix { $0 != "." }).lowercased())
    return (isDevice ? "plan-" : "") + String(name)
  }

  /// Names that Windows keeps for devices.
  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
}
