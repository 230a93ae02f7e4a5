import ArgumentParser
import PlanDriver
import PlanText

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compile plans into reports, schedules and data.",
    discussion: """
      Writes report.md, report.html, plan.json, schedule.ics, schedule.csv, schedule.mmd and budget.csv. A plan \
      with errors is built as far as it can be; its contradictions come first in the report, and the exit status is 1.
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write into; several plans get a folder each.", valueName: "dir"))
  var output: String

  @Option(help: "How findings are written: text or json.")
  var format: FindingFormat = .text

  @Flag(help: "Also print report.pdf, through WeasyPrint or Chromium, whichever PATH has.")
  var pdf = false

  func run() throws {
    let found = try common.files()
    let options = try common.checkOptions()
    let language = common.language.language
    let result = PlanDriver.build(found, options: options, language: language)
    writeOut(
      render(result.diagnostics, result.sources, format, language: language))
    for problem in result.problems { writeError("marplan: \(problem.path): \(problem.reason)\n") }
    guard result.problems.isEmpty else { throw cannotRun }
    guard !result.plans.isEmpty else {
      throw environment("no plan to build in \(common.paths.joined(separator: ", "))")
    }
    let folders = result.plans.map { result.plans.count == 1 ? output : output + "/" + $0.name }
    for (plan, folder) in zip(result.plans, folders) {
      switch writeFiles(plan.files, into: folder) {
      case .success: writeError("marplan: \(plan.name) → \(folder)\n")
      case .failure(let problem): throw environment("\(problem.path): \(problem.reason); nothing half-written is left")
      }
    }
    if pdf { try printReports(folders) }
    if result.diagnostics.contains(where: { $0.severity >= .warning }) { throw findingsFound }
  }

  /// Prints the report of each folder; ends the command with status 2 where nothing on this machine can.
  private func printReports(_ folders: [String]) throws {
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
