import ArgumentParser
import PlanDriver
import PlanReports
import PlanText

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compile plans into reports, schedules and data.",
    discussion: """
      Writes report.md, report.html, plan.json, schedule.ics, schedule.csv, schedule.mmd and budget.csv of a plan; \
      report.md and portfolio.json of a portfolio, whose figures are those of its plans together. A plan \
      with errors is built as far as it can be; its contradictions come first in the report, and the exit status is 1.
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write into; several plans get a folder each.", valueName: "dir"))
  var output: String

  @Option(help: "How findings are written: text or json.")
  var format: FindingFormat = .text

  @Option(help: ArgumentHelp("How the reports look: colours, logo, texts, sections.", valueName: "file"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Turns places into links, such as https://host/blob/{rev}/{file}#L{line}.", valueName: "address"))
  var linkTemplate: String?

  @Option(help: ArgumentHelp("The revision of the plan, for the report's head and {rev}.", valueName: "text"))
  var revision: String?

  @Flag(help: "Also print report.pdf, through WeasyPrint or Chromium, whichever PATH has.")
  var pdf = false

  func run() throws {
    let found = try common.files()
    let options = try common.checkOptions()
    let language = common.language.language
    let presentation = try presentation(language)
    let result = PlanDriver.build(
      found, options: options, language: language, presentation: presentation,
      printer: findingPrinter(format, language: language), jobs: common.threads)
    writeData(result.findings ?? "")
    for problem in result.problems { writeError("marplan: \(problem.path): \(problem.reason)\n") }
    guard result.problems.isEmpty else { throw cannotRun }
    guard !result.plans.isEmpty else {
      throw environment("no plan to build in \(common.paths.joined(separator: ", "))")
    }
    let whole = try opened(OutputFolder.open(output, waiting: { waiting(output) }))
    let folders = try result.plans.map { plan in
      guard result.plans.count > 1 else { return whole }
      return try opened(whole.folder(plan.name, waiting: { waiting(whole.path + "/" + plan.name) }))
    }
    for (plan, folder) in zip(result.plans, folders) { try check(folder.stage(plan.files)) }
    for (plan, folder) in zip(result.plans, folders) {
      try check(folder.publish())
      writeError("marplan: \(plan.name) → \(folder.path)\n")
    }
    if pdf { try printReports(folders) }
    if result.diagnostics.contains(where: { $0.severity >= .warning }) { throw findingsFound }
  }

  private func waiting(_ folder: String) {
    writeError("marplan: another build is writing into \(folder); waiting for it to end\n")
  }

  private func opened(_ folder: Result<OutputFolder, FileProblem>) throws -> OutputFolder {
    switch folder {
    case .success(let folder): return folder
    case .failure(let problem): throw environment("\(problem.path): \(problem.reason); nothing is written")
    }
  }

  private func check(_ problem: FileProblem?) throws {
    guard let problem else { return }
    throw environment("\(problem.path): \(problem.reason); nothing half-written is left")
  }

  /// The theme, read and checked, and the template of links; ends the command with status 2 where one cannot be used.
  private func presentation(_ language: Language) throws -> Presentation {
    var presentation = Presentation(revision: revision)
    if let linkTemplate {
      guard let links = LinkTemplate(linkTemplate, revision: revision) else {
        throw ValidationError(
          "--link-template takes an address of the web with {file}, and {rev} only beside --revision: "
            + "https://host/blob/{rev}/{file}#L{line}")
      }
      presentation.links = links
    }
    guard let theme else { return presentation }
    switch readTheme(at: theme) {
    case .failure(let problem): throw environment("\(problem.path): \(problem.reason)")
    case .success(let file):
      if !file.diagnostics.isEmpty {
        writeError(TextFormat().render(Findings(file.diagnostics, sources: file.sources, language: language)))
        throw environment("the theme \(theme) does not hold; nothing is built")
      }
      for problem in file.theme.unreadable { writeError("marplan: \(theme): \(problem.text(in: language))\n") }
      guard file.theme.unreadable.isEmpty else { throw environment("a report must be readable; nothing is built") }
      presentation.theme = file.theme
    }
    return presentation
  }

  /// Prints the report of each folder; ends the command with status 2 where nothing on this machine can.
  private func printReports(_ folders: [OutputFolder]) throws {
    guard let printer = PDFPrinter() else {
      for folder in folders { PDFPrinter.removeReport(in: folder) }
      let names = PDFPrinter.names.map(\.name).joined(separator: ", ")
      throw environment("no report.pdf: PATH has none of \(names); print report.html from a browser instead")
    }
    for folder in folders {
      if let problem = printer.printReport(in: folder) { throw environment("\(problem.path): \(problem.reason)") }
    }
  }
}
