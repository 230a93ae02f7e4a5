/// How a field of the plan may change once the plan is approved.
package enum FieldFreedom: Sendable {
  /// It is frozen: only an entry under `changes` may change it.
  case frozen
  /// It is money of the budget, which stays as approved: only `moves` change what it comes to.
  case money
  /// Approval does not freeze it.
  case free
}

extension ResolvedPlan {
  /// How the field at a path of the plan may change once the plan is approved; a path to a noun stands for its
  /// principal field.
  package func freedom(ofField names: [String]) -> FieldFreedom {
    guard let section = names.first else { return .free }
    let (id, key) = (names.count > 1 ? names[1] : nil, names.count > 2 ? names[2] : nil)
    switch section {
    case "budget": return budgetFreedom(Array(names.dropFirst()))
    case "objectives": return freedom(key ?? "target", Objective.self)
    case "milestones": return freedom(key ?? "date", Milestone.self)
    case "kpis": return kpiFreedom(key)
    case "scorecards" where names.count > 3: return freedom(names.count > 4 ? names[4] : "weight", Criterion.self)
    default: break
    }
    // A bare name is a KPI, whose target and change are its objective's.
    if plan.kpis?.place(of: section) != nil { return kpiFreedom(id) }
    return freedom(section, Plan.self)
  }

  private func kpiFreedom(_ key: String?) -> FieldFreedom {
    guard let key else { return .free }
    return key == "target" || key == "change" ? .frozen : freedom(key, KPI.self)
  }

  private func budgetFreedom(_ names: [String]) -> FieldFreedom {
    switch names.first {
    case nil, "total": return .money
    case "operating": return .frozen
    case "phasing", "months": return names.count == 2 ? .frozen : .free
    default: break
    }
    var rest = names
    if rest.first == "lines" || rest.first == "reserves" { rest.removeFirst() }
    if rest.last == "amount" || rest.last == "share" && rest.dropLast().last.map(isReserve) == true {
      rest.removeLast()
    }
    guard let id = rest.last else { return .free }
    if isReserve(id) { return .money }
    return lines[id].map { $0.isOperating ? .frozen : .money } ?? .free
  }

  private func isReserve(_ id: String) -> Bool { plan.budget?.reserves?.place(of: id) != nil }

  private func freedom<N: Noun>(_ key: String, _ noun: N.Type) -> FieldFreedom {
    N.table.fields.contains { $0.key == key && $0.isFrozen } ? .frozen : .free
  }
}
