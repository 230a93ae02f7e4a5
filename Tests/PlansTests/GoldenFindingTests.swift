import Foundation
import PlanDriver
import PlanText
import Testing

/// The findings worked out by hand from a real study, each by the right rule, at its place, with both figures.
@Suite struct GoldenFindingTests {
  /// The plans that stand twice: `stated` with their errors, `corrected` without.
  static let plans = ["omnichannel-2025", "channel-cost-2026"]

  @Test(arguments: plans)
  func everyGoldenFindingIsReported(plan: String) throws {
    let result = try lintFolder("plans/\(plan)/stated")
    for row in try rows("Tests/PlansTests/Golden/\(plan).txt") {
      let (finding, code, file, anchor) = (row[0], row[1], row[2], row[3])
      let line = try #require(
        anchorLine(anchor, in: file, of: "\(plan)/stated"), "\(finding): \(anchor) is not in \(file)")
      let found = result.diagnostics.first { diagnostic in
        diagnostic.code == code && touches(diagnostic.allRanges, file, line, result)
          && row[4...6].allSatisfy { said($0, by: diagnostic) }
      }
      #expect(
        found != nil,
        "\(finding) (\(code)) is not reported at \(file): \(anchor), with \(row[4]), \(row[5]) and \(row[6])")
    }
  }

  /// Nothing is reported but what the table has a row for: its code, at its line.
  @Test(arguments: plans)
  func nothingElseIsReported(plan: String) throws {
    let result = try lintFolder("plans/\(plan)/stated")
    let table = try rows("Tests/PlansTests/Golden/\(plan).txt")
    for diagnostic in result.diagnostics {
      let isInTable = table.contains { row in
        guard diagnostic.code == row[1], let line = anchorLine(row[3], in: row[2], of: "\(plan)/stated") else {
          return false
        }
        return touches(diagnostic.allRanges, row[2], line, result)
      }
      #expect(isInTable, "\(diagnostic.code): \(diagnostic.message.text(in: .english))")
    }
  }

  @Test(arguments: plans.map { "plans/\($0)/corrected" } + ["plans/quickstart", "plans/policies"])
  func soundPlansReportNothing(folder: String) throws {
    let result = try lintFolder(folder)
    #expect(result.fileCount > 0)
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map { $0.code + " " + $0.message.text(in: .english) })")
  }

  /// What looks like an error and is none is left alone, in the copy with errors too.
  @Test(arguments: ["stated", "corrected"])
  func trapsAreLeftAlone(copy: String) throws {
    let table = try rows("Tests/PlansTests/Golden/traps.txt")
    for plan in Self.plans {
      let result = try lintFolder("plans/\(plan)/\(copy)")
      for row in table where row[0] == plan {
        let (file, anchor, reason) = (row[1], row[2], row[3])
        let line = try #require(anchorLine(anchor, in: file, of: "\(plan)/\(copy)"), "\(anchor) is not in \(file)")
        for diagnostic in result.diagnostics where touches([diagnostic.range], file, line, result) {
          Issue.record("\(diagnostic.code) at \(file), \(anchor), but \(reason)")
        }
      }
    }
  }

  @Test func aNewPlanReportsNothing() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("marplan-new-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let plan = try writeNewPlan(in: folder.path).get()
    let result = lint(try discover([plan]).get(), options: CheckOptions(), jobs: 1)
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map { $0.code + " " + $0.message.text(in: .english) })")
    #expect(throws: (any Error).self) { try writeNewPlan(in: folder.path).get() }
  }

  /// The corrected copy is the stated one plus hunks, each line of which names its finding.
  @Test(arguments: plans)
  func everyCorrectionNamesItsFinding(plan: String) throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: path("plans/\(plan)/stated")).sorted()
    let others = try FileManager.default.contentsOfDirectory(atPath: path("plans/\(plan)/corrected")).sorted()
    #expect(files == others)
    for file in files where file.hasSuffix(".yaml") {
      let stated = try contents("plans/\(plan)/stated/\(file)").split(separator: "\n", omittingEmptySubsequences: false)
      let corrected = try contents("plans/\(plan)/corrected/\(file)").split(
        separator: "\n", omittingEmptySubsequences: false)
      for case .insert(_, let line, _) in corrected.difference(from: stated) {
        #expect(line.contains("# GF-"), "\(file): the changed line “\(line)” names no finding")
      }
    }
  }

  private func anchorLine(_ anchor: String, in file: String, of plan: String) -> Int? {
    let lines = try? contents("plans/\(plan)/\(file)").split(separator: "\n", omittingEmptySubsequences: false)
    return lines?.firstIndex { $0.contains(anchor) }.map { $0 + 1 }
  }

  /// Whether one of the ranges touches a line.
  private func touches(_ ranges: [SourceRange], _ file: String, _ line: Int, _ result: LintResult) -> Bool {
    ranges.contains { range in
      guard let source = result.sources[range.file], source.path.hasSuffix("/" + file) else { return false }
      let lines = LineTable(source)
      return lines.position(Int(range.start)).line <= line && line <= lines.position(Int(range.end)).line
    }
  }

  private func said(_ text: String, by diagnostic: Diagnostic) -> Bool {
    let texts = [diagnostic.message] + diagnostic.labels.map(\.message) + diagnostic.notes
    return text == "-" || texts.contains { $0.text(in: .english).contains(text) }
  }
}

extension Diagnostic {
  /// Its own range and those of its labels, such as the other half of a contradiction.
  fileprivate var allRanges: [SourceRange] { [range] + labels.map(\.range) }
}
