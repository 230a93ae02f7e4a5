import ArgumentParser
import PlanDriver
import PlanReports
import PlanText

struct Why: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Show where a figure comes from, down to the lines of the plan.",
    discussion: """
      The figure goes by its path as expressions name it: budget.technology, feasibility.npv, claims.payback. \
      plan.json lists all of them. A figure that the plan does not have ends with status 2.
      """)

  @Argument(help: "The figure's path, such as feasibility.npv.")
  var path: String

  @Argument(help: "The plan's file or folder. Without: plans/")
  var plan = "plans"

  @OptionGroup var day: DayOption

  @OptionGroup var language: LanguageOption

  @Option(help: "text or json.")
  var format: FindingFormat = .text

  func run() throws {
    let compiled = try onePlan(plan, day, language)
    guard let tree = FigureTree(path, compiled) else {
      let unknown = FigureWord.unknown(path, suggestion: compiled.suggestion(for: path))
      throw environment(unknown.text(in: compiled.language))
    }
    switch format {
    case .text: writeOut(tree.text(compiled))
    case .json: writeData(tree.json(compiled))
    }
  }
}
