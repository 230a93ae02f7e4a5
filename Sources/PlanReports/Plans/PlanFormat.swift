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
  package static let all: [any PlanFormat] = [
    MarkdownReport(), HTMLReport(), PlanJSON(), Calendar(), ScheduleCSV(), MermaidGantt(), BudgetCSV(),
  ]
}
