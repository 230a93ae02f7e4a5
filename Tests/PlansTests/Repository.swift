import Foundation
import PlanDriver
import PlanQuantities
import PlanText

/// Where the repository is.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

func path(_ relative: String) -> String { repository.appendingPathComponent(relative).path }

func contents(_ relative: String) throws -> String {
  try String(contentsOf: repository.appendingPathComponent(relative), encoding: .utf8)
}

/// What linting a folder of the repository finds.
func lintFolder(_ relative: String) throws -> LintResult {
  try lint(discover([path(relative)]).get(), options: CheckOptions(), jobs: 1)
}

/// The rows of a table written by hand: cells between bars; comments and blank lines are left out.
func rows(_ relative: String) throws -> [[String]] {
  try contents(relative).split(separator: "\n").filter { !$0.hasPrefix("#") && $0.contains("|") }.map { line in
    line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
