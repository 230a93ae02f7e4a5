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
      let line = try #require(anchorLine(anchor, in: file, of: plan), "\(finding): \(anchor) is not in \(file)")
      let found = result.diagnostics.first { diagnostic in
        diagnostic.code == code && touches(diagnostic, file, line, result)
          && row[4...6].allSatisfy { said($0, by: diagnostic) }
      }
      #expect(
        found != nil,
        "\(finding) (\(code)) is not reported at \(file): \(anchor), with \(row[4]), \(row[5]) and \(row[6])")
    }
  }

  /// Nothing is reported but what the table or a comment of the plan names.
  @Test(arguments: plans)
  func nothingElseIsReported(plan: String) throws {
    let result = try lintFolder("plans/\(plan)/stated")
    let table = try rows("Tests/PlansTests/Golden/\(plan).txt")
    for diagnostic in result.diagnostics {
      let file = try #require(result.sources[diagnostic.range.file])
      let lines = LineTable(file)
      let line = lines.text(ofLine: lines.position(Int(diagnostic.range.start)).line)
      let isInTable = table.contains { $0[1] == diagnostic.code && file.path.hasSuffix($0[2]) }
      #expect(isInTable || line.contains("# GF-"), "\(diagnostic.code) at \(file.path): \(line)")
    }
  }

  @Test(arguments: plans.map { "plans/\($0)/corrected" } + ["plans/quickstart", "plans/policies"])
  func soundPlansReportNothing(folder: String) throws {
    let result = try lintFolder(folder)
    #expect(result.fileCount > 0)
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map { $0.code + " " + $0.message.text(in: .english) })")
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
    let lines = try? contents("plans/\(plan)/stated/\(file)").split(separator: "\n", omittingEmptySubsequences: false)
    return lines?.firstIndex { $0.contains(anchor) }.map { $0 + 1 }
  }

  /// Whether a diagnostic's range, or the range of the other half of its contradiction, touches a line.
  private func touches(_ diagnostic: Diagnostic, _ file: String, _ line: Int, _ result: LintResult) -> Bool {
    ([diagnostic.range] + diagnostic.labels.map(\.range)).contains { range in
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
