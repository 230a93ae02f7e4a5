import PlanQuantities
import PlanText

/// Checks that every id named somewhere is defined once, and says so where not.
func checkReferences(_ references: [Reference], in resolved: ResolvedPlan, _ diagnostics: inout [Diagnostic]) {
  checkSharedNames(resolved.plan, &diagnostics)
  checkLineIDs(resolved, &diagnostics)
  func check(_ reference: Reference) {
    if isKnown(reference, in: resolved) { return }
    diagnostics.append(
      UndefinedReference.diagnostic(
        reference.id, target: reference.target, known: ids(of: reference.target, in: resolved), at: reference.range))
  }
  for reference in references { check(reference) }
  resolved.plan.eachLink { link in check(Reference(target: .task, id: link.id.value, range: link.id.range)) }
}

/// Whether the plan has the noun that a reference names.
private func isKnown(_ reference: Reference, in resolved: ResolvedPlan) -> Bool {
  let plan = resolved.plan
  let id = reference.id
  switch reference.target {
  case .role, .roleOrUnit: return plan.team?.roles?.place(of: id) != nil
  case .kpi: return plan.kpis?.place(of: id) != nil
  case .line: return resolved.lines.place(of: id) != nil || plan.budget?.reserves?.place(of: id) != nil
  case .phase: return plan.phases?.place(of: id) != nil
  case .milestone: return plan.milestones?.place(of: id) != nil
  case .task: return plan.tasks?.place(of: id) != nil || plan.milestones?.place(of: id) != nil
  case .objective: return plan.objectives?.place(of: id) != nil
  case .assumption: return plan.assumptions?.place(of: id) != nil || plan.kpis?.place(of: id) != nil
  case .claim: return plan.claims?.place(of: id) != nil
  case .category: return resolved.policies.contains { $0.categories?.place(of: id) != nil }
  case .calendar: return resolved.policies.contains { $0.calendars?.place(of: id) != nil }
  }
}

/// The ids that a reference could have named.
package func ids(of target: Target, in resolved: ResolvedPlan) -> [String] {
  let plan = resolved.plan
  switch target {
  case .role, .roleOrUnit: return plan.team?.roles?.ids ?? []
  case .kpi: return plan.kpis?.ids ?? []
  case .line: return resolved.lines.entries.map(\.id.value) + (plan.budget?.reserves?.ids ?? [])
  case .phase: return plan.phases?.ids ?? []
  case .milestone: return plan.milestones?.ids ?? []
  case .task: return (plan.tasks?.ids ?? []) + (plan.milestones?.ids ?? [])
  case .objective: return plan.objectives?.ids ?? []
  case .assumption: return (plan.assumptions?.ids ?? []) + (plan.kpis?.ids ?? [])
  case .claim: return plan.claims?.ids ?? []
  case .category: return resolved.policies.flatMap { $0.categories?.ids ?? [] }
  case .calendar: return resolved.policies.flatMap { $0.calendars?.ids ?? [] }
  }
}

extension Plan {
  /// Every dependency on a task or milestone.
  fileprivate func eachLink(_ body: (Link) -> Void) {
    if let tasks { for entry in tasks { entry.value.after?.forEach(body) } }
    if let milestones { for entry in milestones { entry.value.after?.forEach(body) } }
  }
}

/// Assumptions and KPIs share one name space, since both are named bare in expressions.
private func checkSharedNames(_ plan: Plan, _ diagnostics: inout [Diagnostic]) {
  guard let assumptions = plan.assumptions, let kpis = plan.kpis else { return }
  for assumption in assumptions {
    if let kpi = kpis.range(of: assumption.id.value) {
      let (first, second) =
        kpi.start < assumption.id.range.start ? (kpi, assumption.id.range) : (assumption.id.range, kpi)
      diagnostics.append(DuplicateId.sharedName(assumption.id.value, at: second, first: first))
    }
  }
}

/// Line ids are unique in the whole tree, reserves and operating lines included.
private func checkLineIDs(_ resolved: ResolvedPlan, _ diagnostics: inout [Diagnostic]) {
  let lines = resolved.lines
  func check(_ id: Located<String>, before place: Int) {
    guard let first = lines.place(of: id.value), first < place else { return }
    diagnostics.append(
      DuplicateId.diagnostic(id.value, kind: Line.nounName, at: id.range, first: lines.entries[first].id.range))
  }
  for place in lines.entries.indices { check(lines.entries[place].id, before: place) }
  if let reserves = resolved.plan.budget?.reserves { for entry in reserves { check(entry.id, before: .max) } }
}
