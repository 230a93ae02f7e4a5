import ArgumentParser
import Glibc
import PlanDriver
import PlanQuantities
import PlanText

/// Options of every command that reads plans.
struct CommonOptions: ParsableArguments {
  @Argument(help: "Plan files, or folders to search. Without any: plans/")
  var paths: [String] = []

  @OptionGroup var day: DayOption

  @OptionGroup var language: LanguageOption

  @Flag(name: .customLong("no-cache"), help: "Check everything anew.")
  var noCache = false

  @Option(name: .shortAndLong, help: "How many files to check at a time.")
  var jobs: Int?

  /// The files to check; ends the command with status 2 where a path cannot be read.
  func files() throws -> [FoundFile] { try yamlFiles(paths) }

  /// The options for checking; an unreadable day is a usage error.
  func checkOptions() throws -> CheckOptions { try day.checkOptions() }

  /// How many threads to use.
  var threads: Int { jobs ?? Self.processorCount }

  static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
  }
}

/// The YAML files at some paths, `plans` without any; ends the command with status 2 where a path cannot be read.
func yamlFiles(_ paths: [String]) throws -> [FoundFile] {
  switch discover(paths.isEmpty ? ["plans"] : paths) {
  case .success(let found):
    if found.isEmpty {
      throw environment("no YAML file in \(paths.isEmpty ? "plans" : paths.joined(separator: ", "))")
    }
    return found
  case .failure(let problem):
    let hint = paths.isEmpty ? "; name the plan or its folder, or start one with `marplan new`" : ""
    throw environment("\(problem.path): \(problem.reason)\(hint)")
  }
}

/// What day today is.
struct DayOption: ParsableArguments {
  @Option(
    name: .customLong("as-of"), help: ArgumentHelp("What day today is; the clock is never asked.", valueName: "date"))
  var asOf: String?

  /// The options for checking; an unreadable day is a usage error.
  func checkOptions() throws -> CheckOptions {
    guard var text = asOf else { return CheckOptions() }
    switch text.withUTF8({ parseDate($0, Dialect()) }) {
    case .success(let day): return CheckOptions(today: day)
    case .failure: throw ValidationError("--as-of \(asOf ?? "") is no day; write it as 2025-03-01")
    }
  }
}

/// The language of messages and reports.
struct LanguageOption: ParsableArguments {
  @Option(name: .customLong("lang"), help: "en, zh-Hans or zh-Hant; else the locale's, else English.")
  var lang: String?

  /// The language asked for, else the locale's, else English.
  var language: Language {
    lang.flatMap { Language(tag: $0) } ?? Self.ofLocale
  }

  /// The locale's language, else English.
  static var ofLocale: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name), value.pointee != 0 else { continue }
      return Language(tag: String(cString: value)) ?? .english
    }
    return .english
  }

  func validate() throws {
    if let lang, Language(tag: lang) == nil {
      throw ValidationError("--lang \(lang) is not spoken here; there are en, zh-Hans and zh-Hant")
    }
  }
}

/// Says what keeps the command from running, and gives the error that ends it with status 2.
func environment(_ message: String) -> any Error {
  writeError("marplan: \(message)\n")
  return cannotRun
}

/// Whether standard output is a terminal that may be coloured.
var isColourWanted: Bool { isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil }
