/// A file that a plan compiles into; each format lives in a file of its own.
package protocol PlanFormat: Sendable {
  /// The file's name in the output folder.
  static var fileName: String { get }

  /// The whole file. The same plan gives the same bytes: nothing of clock, locale or machine goes in.
  func render(_ plan: CompiledPlan) -> String
}

/// A format that is a notation of a plan's report: all it needs is in the report, which is put together once.
package protocol ReportFormat: PlanFormat {
  /// The whole file.
  func render(_ report: Report) -> String
}

extension ReportFormat {
  package func render(_ plan: CompiledPlan) -> String { render(plan.report) }
}

/// The formats there are.
package enum PlanFormats {
  /// In the order of writing.
  package static let all: [any PlanFormat] = reports + data
  /// The report in several notations.
  package static let reports: [any ReportFormat] = [MarkdownReport(), HTMLReport()]
  /// Those that other programs read.
  package static let data: [any PlanFormat] = [PlanJSON(), Calendar(), ScheduleCSV(), MermaidGantt(), BudgetCSV()]
}
