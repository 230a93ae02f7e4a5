import Foundation
import Testing

/// What must not be found below the driver: disk, clock, environment, network, terminal.
@Suite struct HouseTests {
  static let pure = [
    "PlanText", "PlanSyntax", "PlanQuantities", "PlanExpressions", "PlanModel", "PlanSchedule", "PlanAnalysis",
    "PlanRules", "PlanReports",
  ]

  private func sources(of module: String) throws -> [(path: String, text: String)] {
    let folder = repository.appendingPathComponent("Sources/\(module)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return try (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }.map {
      ($0.path, try String(contentsOf: $0, encoding: .utf8))
    }
  }

  @Test(arguments: pure)
  func importsNothingOfTheWorld(module: String) throws {
    let forbidden = ["Foundation", "FoundationEssentials", "Glibc", "Dispatch", "ArgumentParser"]
    for source in try sources(of: module) {
      for line in source.text.split(separator: "\n") where line.contains("import ") && !line.hasPrefix("///") {
        let name = line.split(separator: " ").last.map(String.init) ?? ""
        #expect(!forbidden.contains(name), "\(source.path) imports \(name)")
        if name == "CYAML" { #expect(module == "PlanSyntax", "\(source.path) imports CYAML") }
      }
    }
  }

  @Test(arguments: pure + ["PlanDriver", "PlanCommands"])
  func nothingTrapsOnInput(module: String) throws {
    for source in try sources(of: module) {
      for line in source.text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for word in ["try!", "fatalError(", " as! "] {
          #expect(!line.contains(word), "\(source.path): \(line)")
        }
      }
    }
  }

  @Test(arguments: pure)
  func noFigureIsBinaryFloatingPoint(module: String) throws {
    for source in try sources(of: module) {
      for line in source.text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for word in ["Double", "Float"] {
          let isType = line.ranges(of: word).contains { found in
            let before = found.lowerBound == line.startIndex ? " " : line[line.index(before: found.lowerBound)]
            let after = found.upperBound == line.endIndex ? " " : line[found.upperBound]
            return !before.isLetter && before != "\"" && !after.isLetter
          }
          #expect(!isType, "\(source.path): \(line)")
        }
      }
    }
  }
}
