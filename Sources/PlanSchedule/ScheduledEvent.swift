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
  /// The rule by which its days follow from its cadence; nil for an event with `dates` or `times`, and without any day.
  package let recurrence: Recurrence?
  /// Its days in order, one day or stretch each, inside its period; empty for an event with `times`, whose days are not
  /// settled, and past the limit of days.
  package let occurrences: [Period]
  /// How often a year, as written under `times`.
  package let times: Quantity?
}

/// Everything that recurs, in the order written.
///
/// A daily event is held on every working day of the plan's calendar. Any other falls on its `day` in each week, month,
/// quarter, half or year of its period; without one, it recurs from the first day of its period on.
///
/// - Parameter book: the plan's calendars, where they are made ready for others too.
package func scheduledEvents(_ resolved: ResolvedPlan, _ book: WorkdayBook? = nil) -> [ScheduledEvent] {
  guard let events = resolved.plan.events, !events.isEmpty else { return [] }
  let workdays = (book ?? WorkdayBook(resolved)).workdays(resolved.calendarName(nil))
  let end = resolved.plan.firstEventPastLimit ?? events.count
  return events.entries.enumerated().map { place, entry in
    let event = entry.value
    var recurrence: Recurrence?
    var occurrences = (event.dates ?? []).map(\.value).sorted()
    if place < end, let cadence = event.cadence?.value, let period = event.period?.value ?? resolved.plan.period?.value
    {
      let days = EventDays(cadence, event.day?.value, period, yearStarts: resolved.yearStarts)
      recurrence = days.recurrence(workdays)
      occurrences = days.days(workdays).compactMap { Period(first: $0, last: $0) }
    }
    return ScheduledEvent(
      id: entry.id.value, title: event.common.title, kind: event.kind?.value,
      owner: event.owner?.value ?? event.raci?.value.roles("A").first?.value,
      attend: (event.attend ?? []).map(\.value), length: event.length?.value, cadence: event.cadence?.value,
      recurrence: recurrence, occurrences: occurrences, times: event.times?.value)
  }
}
