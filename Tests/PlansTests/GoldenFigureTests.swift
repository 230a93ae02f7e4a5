import Foundation
import PlanDriver
import PlanQuantities
import PlanText
import Testing

/// The figures worked out by hand, as other programs read them from plan.json.
@Suite struct GoldenFigureTests {
  @Test(arguments: [
    ("plans/omnichannel-2025/stated", ["both", "stated"]), ("plans/omnichannel-2025/corrected", ["both", "corrected"]),
    ("plans/channel-cost-2026/corrected", ["channels"]),
  ])
  func figuresAreExact(folder: String, names: [String]) throws {
    let figures = try figures(of: folder, .english)
    for row in try rows("Tests/PlansTests/Golden/figures.txt") where names.contains(row[1]) {
      let (number, path, unit) = (row[0], row[2], row[4])
      let figure = try #require(figures[path] as? [String: Any], "\(number): \(path) is missing")
      let value = try decimal(#require(figure["value"] as? String, "\(number): \(path) has no value"))
      let (expected, tolerance) = (try decimal(row[3]), try decimal(row[5]))
      #expect((value - expected).magnitude <= tolerance, "\(number): \(path) is \(value), not \(expected)")
      #expect(figure["unit"] as? String == unit, "\(number): \(path) is in \(figure["unit"] ?? "no unit")")
      #expect(figure["text"] as? String != nil)
      let trace = try #require(figure["trace"] as? [String: Any], "\(path) has no trace")
      let inputs = try #require(trace["inputs"] as? [[String: Any]])
      let isStated = figure["stated"] as? Bool == true
      #expect(!inputs.isEmpty || isStated, "\(path) has no inputs")
      #expect(inputs.allSatisfy { $0["file"] is String && $0["line"] is Int }, "an input of \(path) has no place")
    }
  }

  /// What is computed does not hang on the language it is told in.
  @Test func figuresAreTheSameInEveryLanguage() throws {
    let values = try Language.allCases.map { language in
      try figures(of: "plans/omnichannel-2025/corrected", language).mapValues {
        ($0 as? [String: Any])?["value"] as? String
      }
    }
    #expect(values[0] == values[1])
    #expect(values[0] == values[2])
  }

  /// Two builds of one plan are the same bytes.
  @Test func buildsAreByteIdentical() throws {
    let builds = try (0..<2).map { _ in
      try #require(try compile("plans/omnichannel-2025/corrected", .simplified)).files.map { $0.name + "\n" + $0.text }
    }
    #expect(builds[0] == builds[1])
  }

  private func compile(_ folder: String, _ language: Language) throws -> (name: String, files: [OutputFile])? {
    build(try discover([path(folder)]).get(), options: CheckOptions(), language: language).plans.first
  }

  private func figures(of folder: String, _ language: Language) throws -> [String: Any] {
    let files = try #require(try compile(folder, language)).files
    let text = try #require(files.first { $0.name == "plan.json" }).text
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require(json?["figures"] as? [String: Any])
  }

  private func decimal(_ text: String) throws -> Fraction {
    var text = text
    let literal = try text.withUTF8 { try parseQuantity($0, Dialect()).get() }
    return literal.value
  }
}
