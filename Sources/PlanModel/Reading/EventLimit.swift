import PlanQuantities
import PlanSyntax
import PlanText

extension Plan {
  /// The place of the first event whose days are not worked out: with it, events by cadence would have more days together
  /// than timetables list. Nil where all are.
  package var firstEventPastLimit: Int? {
    var left = Limits().eventDays
    for (place, entry) in (events?.entries ?? []).enumerated() {
      guard let cadence = entry.value.cadence?.value, let period = entry.value.period?.value ?? self.period?.value
      else {
        continue
      }
      left -= period.first.days(until: period.last) / cadence.fewestDays + 1
      if left < 0 { return place }
    }
    return nil
  }
}

/// Tells where events have more days than timetables list.
func checkEventDays(_ plan: Plan, _ diagnostics: inout [Diagnostic]) {
  guard let events = plan.events, !events.isEmpty, let place = plan.firstEventPastLimit else { return }
  let entry = events.entries[place]
  diagnostics.append(
    ResourceLimit.tooManyDays(at: entry.value.cadence?.range ?? entry.id.range, limit: Limits().eventDays))
}

extension Cadence {
  /// The fewest days from one time to the next.
  fileprivate var fewestDays: Int {
    switch self {
    case .daily: 1
    case .weekly: 7
    case .biweekly: 14
    case .monthly: 28
    case .quarterly: 89
    case .halfYearly: 181
    case .yearly: 365
    }
  }
}
