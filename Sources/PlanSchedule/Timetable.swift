package import PlanModel
package import PlanQuantities
import PlanText

/// One row of the timetable: a phase, milestone or task with its dates.
package struct TimetableRow: Sendable {
  package enum Kind: String, Sendable { case phase, milestone, task }

  package let kind: Kind
  package let id: String
  package let title: Text?
  /// First and last day; nil for a task whose dates follow from a duration and what it waits for.
  package let period: Period?
  package let owner: String?
  /// The phase it belongs to, as written or, for a milestone of no phase, by its date in the main timetable.
  package let phase: String?
  package let deliverable: Text?
  package let status: Status
  package let after: [Link]
  package let duration: Quantity?
}

/// Every phase, milestone and task of a plan, in the order written; phases first.
package func timetable(_ plan: Plan) -> [TimetableRow] {
  let phases = (plan.phases?.entries ?? []).map { entry in
    TimetableRow(
      kind: .phase, id: entry.id.value, title: entry.value.common.title, period: entry.value.period?.value, owner: nil,
      phase: nil, deliverable: entry.value.deliverables?.first, status: .planned, after: [], duration: nil)
  }
  let milestones = (plan.milestones?.entries ?? []).map { entry in
    let milestone = entry.value
    return TimetableRow(
      kind: .milestone, id: entry.id.value, title: milestone.common.title,
      period: milestone.day.flatMap { Period(first: $0, last: $0) },
      owner: milestone.owner?.value ?? milestone.raci?.value.roles("A").first?.value,
      phase: plan.phase(of: milestone)?.id.value, deliverable: milestone.deliverable,
      status: milestone.status?.value ?? .planned, after: milestone.after ?? [], duration: nil)
  }
  let tasks = (plan.tasks?.entries ?? []).map { entry in
    let task = entry.value
    return TimetableRow(
      kind: .task, id: entry.id.value, title: task.common.title, period: task.period?.value,
      owner: task.owner?.value ?? task.raci?.value.roles("A").first?.value, phase: task.phase?.value,
      deliverable: task.deliverable, status: task.status?.value ?? .planned, after: task.after ?? [],
      duration: task.duration?.value)
  }
  return phases + milestones + tasks
}

extension Milestone {
  /// The day it stands for: its date, or the last day of its period.
  package var day: CivilDate? { date?.value.last }
}

extension Plan {
  /// The phase a milestone belongs to: the one it names, else the one of the main timetable that holds its day.
  package func phase(of milestone: Milestone) -> Table<Phase>.Entry? {
    guard let phases else { return nil }
    if let named = milestone.phase?.value { return phases.place(of: named).map { phases.entries[$0] } }
    guard let day = milestone.day else { return nil }
    // By place: phases are large, and a long plan asks for many.
    let place = phases.entries.indices.first { place in
      phases.entries[place].value.period?.value.contains(day) == true && phases.entries[place].value.trackName == "main"
    }
    return place.map { phases.entries[$0] }
  }
}
