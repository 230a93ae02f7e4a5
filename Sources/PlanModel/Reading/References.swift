import PlanQuantities
import PlanText

/// Checks that every id named somewhere is defined once, and says so where not.
func checkReferences(_ references: [Reference], in resolved: ResolvedPlan, _ diagnostics: inout [Diagnostic]) {
  checkSharedNames(resolved.plan, &diagnostics)
  checkLineIDs(resolved, &diagnostics)
  checkSegmentIDs(resolved.plan, &diagnostics)
  // Dozens of references ask for the same few sections.
  var sections: [Target: [any Section]] = [:]
  // A section a risk, or a dimension, may be many.
  var idsOfMany: [Target: (ids: Set<String>, isIncomplete: Bool)] = [:]
  var known: [Target: KnownWords] = [:]
  var effort = KnownWords.effort
  func check(_ reference: Reference) {
    let target = reference.target
    let tables = sections[target] ?? resolved.tables(of: target)
    sections[target] = tables
    if tables.count > 8 {
      let all = idsOfMany[target] ?? (Set(tables.lazy.flatMap(\.ids)), tables.contains(where: \.isIncomplete))
      idsOfMany[target] = all
      if all.isIncomplete || all.ids.contains(reference.id) { return }
    } else if isKnown(reference.id, in: tables, resolved) {
      return
    }
    let words = known[target] ?? KnownWords(ids(of: target, in: resolved))
    known[target] = words
    let near = words.nearest(to: reference.id, effort: &effort)?.word
    diagnostics.append(
      UndefinedReference.diagnostic(
        reference.id, target: target, near: near, known: words.words, at: reference.range))
  }
  for reference in references { check(reference) }
  resolved.plan.eachLink { link in check(Reference(target: .task, id: link.id.value, range: link.id.range)) }
  for entry in resolved.plan.duties?.entries ?? [] {
    for link in entry.value.after ?? [] {
      check(Reference(target: .duty, id: link.id.value, range: link.id.range))
    }
  }
}

/// Whether one of the sections has the noun of an id, or may have had it where a syntax error cost it nouns.
private func isKnown(_ id: String, in tables: [any Section], _ resolved: ResolvedPlan) -> Bool {
  if tables.contains(where: { $0.place(of: id) != nil || $0.isIncomplete }) { return true }
  // The section may have been lost whole.
  return tables.isEmpty && resolved.isDamaged
}

/// Whether the plan has a noun under an id.
package func hasNoun(_ id: String, of target: Target, in resolved: ResolvedPlan) -> Bool {
  resolved.tables(of: target).contains { $0.place(of: id) != nil }
}

/// The ids that a reference could have named.
private func ids(of target: Target, in resolved: ResolvedPlan) -> [String] {
  resolved.tables(of: target).flatMap(\.ids)
}

/// A table whose nouns are looked for by id.
private protocol Section {
  func place(of id: String) -> Int?
  var ids: [String] { get }
  /// Whether nouns were written that could not be read.
  var isIncomplete: Bool { get }
}

extension Table: Section {}

/// The budget's lines, wherever they stand in the tree.
extension LineBook: Section {
  fileprivate var ids: [String] { entries.map(\.id.value) }
}

extension ResolvedPlan {
  /// The tables that hold what a reference may name.
  fileprivate func tables(of target: Target) -> [any Section] {
    func all(_ tables: (any Section)?...) -> [any Section] { tables.compactMap { $0 } }
    func ofPolicies<N: Noun>(_ table: (Policy) -> Table<N>?) -> [any Section] {
      house.members.compactMap { table($0.policy) }
    }
    switch target {
    case .role: return all(plan.team?.roles)
    case .unit: return all(plan.team?.units)
    case .roleOrUnit: return all(plan.team?.roles, plan.team?.units)
    case .kpi: return all(plan.kpis)
    case .line: return all(lines, plan.budget?.reserves)
    case .phase: return all(plan.phases)
    case .milestone: return all(plan.milestones)
    case .task:
      return all(plan.tasks, plan.milestones) + (plan.risks?.entries ?? []).compactMap { $0.value.actions }
    case .objective: return all(plan.objectives)
    case .assumption: return all(plan.assumptions, plan.kpis)
    case .claim: return all(plan.claims)
    case .category: return ofPolicies(\.categories)
    case .calendar: return ofPolicies(\.calendars)
    case .channel: return all(plan.channels)
    case .stage: return all(plan.journey)
    case .segment: return (plan.segments?.entries ?? []).compactMap { $0.value.parts }
    case .module: return all(plan.modules)
    case .partner: return all(plan.partners)
    case .alert: return all(plan.alerts) + ofPolicies(\.alerts)
    case .risk: return all(plan.risks)
    case .adjustment: return all(plan.adjustments)
    case .scorecard: return all(plan.scorecards)
    case .duty: return all(plan.duties)
    case .evidence: return all(plan.evidence)
    case .serviceLevel: return all(plan.serviceLevels) + ofPolicies(\.serviceLevels)
    case .served: return all(plan.pillars, plan.objectives)
    case .means: return all(plan.channels, plan.modules, plan.milestones, plan.events)
    case .audience: return all(plan.channels) + tables(of: .segment) + tables(of: .line)
    case .provided: return all(plan.modules, plan.channels)
    case .exposed: return all(plan.channels, plan.modules, plan.partners) + tables(of: .line)
    }
  }
}

extension Plan {
  /// Every dependency on a task or milestone.
  fileprivate func eachLink(_ body: (Link) -> Void) {
    if let tasks { for entry in tasks { entry.value.after?.forEach(body) } }
    if let milestones { for entry in milestones { entry.value.after?.forEach(body) } }
    if let risks {
      for risk in risks { for action in risk.value.actions?.entries ?? [] { action.value.after?.forEach(body) } }
    }
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

/// Segment ids are unique over all dimensions, since they are named without one.
private func checkSegmentIDs(_ plan: Plan, _ diagnostics: inout [Diagnostic]) {
  guard let segments = plan.segments, segments.count > 1 else { return }
  var first: [String: SourceRange] = [:]
  for dimension in segments {
    for part in dimension.value.parts?.entries ?? [] {
      if let known = first[part.id.value] {
        diagnostics.append(DuplicateId.diagnostic(part.id.value, kind: "segment", at: part.id.range, first: known))
      } else {
        first[part.id.value] = part.id.range
      }
    }
  }
}
