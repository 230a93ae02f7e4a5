import PlanText

/// Asks the plan's tasks for their dates, which the schedule is made of. An action that answers a risk may be written
/// without: a rule about responses asks for them.
func checkTaskDates(_ plan: Plan, _ diagnostics: inout [Diagnostic]) {
  guard let tasks = plan.tasks else { return }
  for entry in tasks.entries where !["period", "duration", "due"].contains(where: entry.value.wrote) {
    diagnostics.append(
      MissingKey.diagnostic("period", alternatives: ["duration", "due"], noun: WorkTask.nounName, at: entry.id.range))
  }
}
