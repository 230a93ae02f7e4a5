import Foundation
import PlanDriver
import PlanModel
import PlanSyntax
import PlanText
import Seeded
import Testing

/// What every rule makes of shipped plans that were cut off or damaged: never a crash, and never silence where the file
/// could not be read whole. A sample, the same in every run; `make verify` takes a larger one and asks other readers.
@Suite struct DamagedPlanTests {
  static let files: [(plan: String, file: String)] = [
    "quickstart", "omnichannel-2025/stated", "omnichannel-2025/corrected", "channel-cost-2026/stated",
    "channel-cost-2026/corrected",
  ].flatMap { plan in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path("plans/\(plan)"))) ?? []
    return names.sorted().filter { $0.hasSuffix(".yaml") }.map { ("plans/\(plan)/plan.yaml", "plans/\(plan)/\($0)") }
  }

  /// The repository's files, one of them with other bytes.
  private struct Damaged: FileAccess {
    let store = FileStore()
    let path: String
    let bytes: [UInt8]

    func file(at name: String, namedBy file: SourceFile) -> FileAnswer {
      let answer = store.file(at: name, namedBy: file)
      guard case .found(let source, _) = answer, source.path == path else { return answer }
      let (damaged, problems) = decodeSource(bytes, id: source.id, path: path)
      return .found(damaged, problems)
    }

    func read(_ plan: String) -> (source: SourceFile, problems: [Diagnostic])? {
      guard case .success(let (source, problems)) = store.read(plan) else { return nil }
      if plan != path { return (source, problems) }
      return decodeSource(bytes, id: source.id, path: path)
    }
  }

  @Test(arguments: files.indices)
  func damagedPlansAreToldOf(place: Int) throws {
    let (plan, file) = (path(Self.files[place].plan), path(Self.files[place].file))
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
    var dice = SeededGenerator(UInt64(place))
    for turn in 0..<4 {
      let spot = Int.random(in: bytes.indices, using: &dice)
      var damaged = bytes
      switch turn {
      case 0: damaged = Array(bytes[..<spot])
      case 1: damaged[spot] = "\"'[]{}:,#\n\t &*|>%@\0".utf8.randomElement(using: &dice) ?? 0
      case 2: damaged.remove(at: spot)
      default: damaged.insert("\"'[]{}:,#\n\t &*|>%@\0".utf8.randomElement(using: &dice) ?? 0, at: spot)
      }
      let files = Damaged(path: file, bytes: damaged)
      let given = try #require(files.read(plan))
      let checked = checkFile(
        given.source, problems: given.problems, files: files, options: CheckOptions(), isNamed: true)
      let isWhole = checked.plan?.isDamaged == false
      #expect(isWhole || !checked.diagnostics.isEmpty, "turn \(turn) at \(spot)")
      for diagnostic in checked.diagnostics {
        for range in [diagnostic.range] + diagnostic.labels.map(\.range) where range.isSomewhere {
          let source = checked.files.first { $0.id == range.file }
          #expect(range.start <= range.end && Int(range.start) <= source?.bytes.count ?? 0, "\(diagnostic.code)")
        }
      }
    }
  }
}
