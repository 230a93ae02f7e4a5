import Foundation
import PlanDriver
import PlanModel
import PlanQuantities
import PlanSchedule
import PlanSyntax
import PlanText
import Testing

let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The folder of networks solved by hand.
let networks = repository.appending(path: "Tests/PlanScheduleTests/Networks")

/// A plan with its head, which stands among the networks, so that it may name their calendars.
func plan(_ body: String, period: String = "2025-01-06..2025-12-31") throws -> ResolvedPlan {
  let head = """
    kind: plan
    schema: 1
    id: case
    title: Case
    period: \(period)
    currency: CNY
    owner: pmo
    policy: calendars.policy.yaml
    team: {roles: {pmo: PMO}}

    """
  return try read(Array((head + body).utf8), at: networks.appending(path: "case.yaml").path)
}

func read(_ bytes: [UInt8], at path: String) throws -> ResolvedPlan {
  let store = FileStore()
  let (source, problems) = decodeSource(bytes, id: FileID(0), path: path)
  let checked = checkFile(source, problems: problems, files: store, options: CheckOptions())
  return try #require(checked.plan)
}

func day(_ text: String) throws -> CivilDate {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  try #require(parts.count == 3)
  return try #require(CivilDate(parts[0], parts[1], parts[2]))
}
