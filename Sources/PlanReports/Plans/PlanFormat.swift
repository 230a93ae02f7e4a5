/// A file that a plan compiles into; each format lives in a file of its own.
package protocol PlanFormat: Sendable {
  /// The file's name in the output folder.
  static var fileName: String { get }

  /// The whole file. The same plan gives the same bytes: nothing of clock, locale or machine goes in.
  func render(_ plan: CompiledPlan) -> String
}

/// The formats there are.
package enum PlanFormats {
  /// In the order of writing.
  package static let all = reports + data
  /// Those that are one report in several notations, which is put together once for a plan.
  package static let reports: [any PlanFormat] = [MarkdownReport(), HTMLReport()]
  /// Those that other programs read.
  package static let data: [any PlanFormat] = [PlanJSON(), Calendar(), ScheduleCSV(), MermaidGantt(), BudgetCSV()]
}
