import Foundation
import PlanQuantities
import PlanSchedule
import Testing

/// Networks solved by hand: the head of each file says what its schedule must be.
@Suite struct NetworkTests {
  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: networks.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".policy.yaml") }.sorted()

  @Test func networksAreThere() { #expect(Self.names.count >= 15) }

  @Test(arguments: names)
  func datesAndFloatsAreThoseWorkedOutByHand(_ name: String) throws {
    let path = networks.appending(path: name)
    let bytes = try Array(Data(contentsOf: path))
    let schedule = schedule(try read(bytes, at: path.path))
    let rows = expected(String(decoding: bytes, as: UTF8.self))
    #expect(rows.count == schedule.tasks.count + schedule.milestones.count)
    for row in rows { #expect(found(row[0], schedule) == Array(row.dropFirst()), "\(row[0]) of \(name)") }
  }

  /// The rows of a file's head: id, first and last day, total and free float.
  func expected(_ text: String) -> [[String]] {
    let lines = text.split(separator: "\n").prefix { $0.hasPrefix("#") }
    return lines.compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      return words.count == 6 && words[3].hasPrefix("2025-") ? Array(words.dropFirst()) : nil
    }
  }

  /// What the schedule says of a task or milestone, in the columns of the files' heads.
  func found(_ id: String, _ schedule: Schedule) -> [String] {
    func shown(_ number: Int?) -> String { number.map(String.init) ?? "-" }
    if let task = schedule.task(id) {
      return [task.start?.text ?? "-", task.finish?.text ?? "-", shown(task.totalFloat), shown(task.freeFloat)]
    }
    guard let milestone = schedule.milestone(id) else { return [] }
    return ["-", milestone.expected?.text ?? "-", shown(milestone.float), "-"]
  }
}
