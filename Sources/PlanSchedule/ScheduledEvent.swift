package import PlanModel
package import PlanQuantities
import PlanText

/// Something that recurs, with its days.
package struct ScheduledEvent: Sendable {
  package let id: String
  package let title: Text?
  package let kind: Event.Kind?
  /// The owner, or who answers by the RACI row.
  package let owner: String?
  package let attend: [String]
  /// How long one takes, as written.
  package let length: Quantity?
  /// How often it recurs; nil for an event with `dates` or `times`.
  package let cadence: Cadence?
  /// The rule that all its days follow. Nil for an event with `dates` or `times`, and where no rule can say it, as with
  /// the last working day of a month under holidays: then the days stand alone.
  package let recurrence: Recurrence?
  /// Its occurrences in order, one day or stretch each, inside its period; empty for an event with `times`, whose days
  /// are not settled. At most 10,000.
  package let occurrences: [Period]
  /// How often a year, as written under `times`.
  package let times: Quantity?
}

/// Everything that recurs, in the order written.
package func scheduledEvents(_ resolved: ResolvedPlan) -> [ScheduledEvent] {
  (resolved.plan.events?.entries ?? []).map { entry in
    let event = entry.value
    return ScheduledEvent(
      id: entry.id.value, title: event.common.title, kind: event.kind?.value,
      owner: event.owner?.value ?? event.raci?.value.roles("A").first?.value,
      attend: (event.attend ?? []).map(\.value), length: event.length?.value, cadence: event.cadence?.value,
      recurrence: nil, occurrences: (event.dates ?? []).map(\.value).sorted(), times: event.times?.value)
  }
}
