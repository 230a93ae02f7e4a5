import ArgumentParser
import PlanDriver
import PlanReports
import PlanRules
import PlanText

struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check plans and say what does not hold.",
    discussion:
      "Exit status: 0 when nothing is found at or above --fail-on, 1 when something is, 2 when a file cannot be read.")

  @OptionGroup var common: CommonOptions

  @Option(help: "text, or json for other programs.")
  var format: FindingFormat = .text

  @Option(name: .customLong("fail-on"), help: "The least severity that makes the exit status 1.")
  var failOn: FailOn = .warning

  func run() throws {
    let found = try common.files()
    let result = PlanDriver.lint(found, options: try common.checkOptions(), jobs: common.threads)
    writeOut(
      render(
        result.diagnostics, result.sources, format, language: common.language.language,
        hiddenCount: result.hidden.count))
    for problem in result.problems { writeError("marplan: \(problem.path): \(problem.reason)\n") }
    if !result.problems.isEmpty { throw cannotRun }
    if result.diagnostics.contains(where: { $0.severity >= failOn.severity }) { throw findingsFound }
  }
}

/// How findings are written.
enum FindingFormat: String, WordArgument { case text, json }

/// The least severity that counts as a finding for the exit status.
enum FailOn: String, WordArgument {
  case error, warning, advice
  var severity: Severity { Severity(rawValue: rawValue) ?? .warning }
}

/// The findings in a format.
func render(
  _ diagnostics: [Diagnostic], _ sources: SourceMap, _ format: FindingFormat, language: Language, hiddenCount: Int = 0
) -> String {
  let findings = Findings(
    diagnostics, hiddenCount: hiddenCount, sources: sources, language: language, isColoured: isColourWanted,
    ruleName: { HouseRules.id(of: $0) ?? Registry.documentation(of: $0)?.name })
  return switch format {
  case .text: TextFormat().render(findings)
  case .json: JSONFormat().render(findings)
  }
}
