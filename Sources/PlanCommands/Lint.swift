import ArgumentParser
import PlanDriver
import PlanReports
import PlanRules
import PlanText

struct Lint: ParsableCommand {
  static let name = "lint"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Check plans and say what does not hold.",
    discussion:
      "Exit status: 0 when nothing is found at or above --fail-on, 1 when something is, 2 when a file cannot be read.")

  @OptionGroup var common: CommonOptions

  @Option(help: "text, or json for other programs.")
  var format: FindingFormat = LintRun.plain.format

  @Option(name: .customLong("fail-on"), help: "The least severity that makes the exit status 1.")
  var failOn: FailOn = LintRun.plain.failOn

  func run() throws {
    var lint = LintRun(paths: common.paths)
    lint.checks = try common.checkOptions()
    lint.language = common.language.language
    lint.format = format
    lint.failOn = failOn
    lint.usesCache = !common.noCache
    lint.threads = common.jobs
    try lint.run()
  }
}

/// One run of `lint`: what it is asked for, as the command line without options has it.
struct LintRun {
  static let plain = LintRun(paths: [])

  let paths: [String]
  var checks = CheckOptions()
  var language = LanguageOption.ofLocale
  var format = FindingFormat.text
  var failOn = FailOn.warning
  var usesCache = true
  /// How many threads to use; nil for as many as there are processors.
  var threads: Int?

  init(paths: [String]) { self.paths = paths }

  /// `lint` with nothing but paths, as editors and hooks call it; nil for every other command line.
  ///
  /// ArgumentParser's tables cost such a call more than checking a plan does, and there is nothing to look up in them.
  init?(bare arguments: [String]) {
    guard arguments.first == Lint.name else { return nil }
    let paths = arguments.dropFirst()
    guard paths.allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") }) else { return nil }
    self.paths = Array(paths)
  }

  /// Checks, prints, and ends the command with its exit status where that is not 0.
  func run() throws {
    let found = try yamlFiles(paths)
    let printer = findingPrinter(format, language: language)
    let progress = Progress(of: found.count, language: language)
    let jobs = found.count == 1 ? 1 : threads ?? CommonOptions.processorCount
    let result = printedLint(
      found, options: checks, jobs: jobs, printer: printer, cache: cache(found, printer),
      endsProcess: true, progress: { progress?.add($0) })
    progress?.erase()
    result.write { writeData($0) }
    for problem in result.problems { writeError("marplan: \(problem.path): \(problem.reason)\n") }
    if !result.problems.isEmpty { throw cannotRun }
    if result.counts.reach(failOn.severity) { throw findingsFound }
  }

  /// What earlier runs have found, where it is worth looking.
  private func cache(_ found: [FoundFile], _ printer: FindingPrinter) -> LintCache? {
    guard usesCache, found.count >= LintCache.fewestFiles, let folder = CacheFolder.path.flatMap(CacheFolder.init)
    else { return nil }
    return LintCache(folder, paths: paths, options: checks, printer: printer)
  }
}

/// How findings are written.
enum FindingFormat: String, WordArgument { case text, json }

/// The least severity that counts as a finding for the exit status.
enum FailOn: String, WordArgument {
  case error, warning, advice
  var severity: Severity { Severity(rawValue: rawValue) ?? .warning }
}

/// How findings are printed in a format.
func findingPrinter(_ format: FindingFormat, language: Language) -> FindingPrinter {
  let format: any DiagnosticFormat =
    switch format {
    case .text: TextFormat()
    case .json: JSONFormat()
    }
  return FindingPrinter(format, language: language, isColoured: isColourWanted, ruleName: ruleName)
}

/// A rule's name by its code.
@Sendable private func ruleName(_ code: String) -> String? {
  HouseRules.id(of: code) ?? Registry.documentation(of: code)?.name
}
