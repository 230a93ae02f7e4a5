import ArgumentParser
import Glibc
import PlanDriver
import PlanReports
import PlanText

struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "Draw a plan's timetable on the terminal.",
    discussion: """
      Bars stand for tasks, with critical ones filled and dots for float; mermaid, csv and json print the same \
      timetable for other programs.
      """)

  @Argument(help: "The plan's file or folder. Without: plans/")
  var plan = "plans"

  @OptionGroup var day: DayOption

  @OptionGroup var language: LanguageOption

  @Option(help: "text, mermaid, csv or json.")
  var format: ScheduleFormat = .text

  @Option(help: "The columns to draw in; else the terminal's, else 100.")
  var width: Int?

  func validate() throws {
    if let width, width < 40 { throw ValidationError("--width must be 40 or more") }
  }

  func run() throws {
    let compiled = try onePlan(plan, day, language)
    switch format {
    case .text:
      let gantt = TextGantt(
        compiled, width: width ?? terminalWidth ?? 100, signs: isUnicodeTerminal ? .unicode : .ascii,
        isColoured: isColourWanted)
      writeOut(gantt.text, isColoured: isColourWanted)
    case .mermaid: writeData(MermaidGantt().render(compiled))
    case .csv: writeData(ScheduleCSV().render(compiled))
    case .json: writeData(ScheduleJSON().render(compiled))
    }
  }
}

/// How a timetable is written.
enum ScheduleFormat: String, WordArgument { case text, mermaid, csv, json }

/// The columns of the terminal that standard output is, or what COLUMNS says; nil for neither.
private var terminalWidth: Int? {
  var size = winsize()
  if isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
    return max(40, Int(size.ws_col))
  }
  return getenv("COLUMNS").flatMap { Int(String(cString: $0)) }.flatMap { $0 >= 40 ? $0 : nil }
}

/// Whether the locale's characters are those of Unicode.
private var isUnicodeTerminal: Bool {
  for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
    guard let value = getenv(name), value.pointee != 0 else { continue }
    let name = String(cString: value).lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }
  return false
}
