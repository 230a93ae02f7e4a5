import PlanText

/// Asks the plan's tasks for their dates, which the schedule is made of. An action that answers a risk may be written
/// without: a rule about responses asks for them.
///
/// What they may be dated by is in `WorkTask.dates`.
func checkTaskDates(_ plan: Plan, _ diagnostics: inout [Diagnostic]) {
  guard let tasks = plan.tasks else { return }
  for entry in tasks.entries where !WorkTask.dates.contains(where: entry.value.wrote) {
    diagnostics.append(
      MissingKey.diagnostic(
        WorkTask.dates[0], alternatives: Array(WorkTask.dates.dropFirst()), noun: WorkTask.nounName, at: entry.id.range)
    )
  }
}

extension WorkTask {
  /// The fields of which a task of the plan must have one.
  static let dates = ["period", "duration", "due"]
}
