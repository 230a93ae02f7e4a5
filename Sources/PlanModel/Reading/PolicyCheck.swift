import PlanExpressions
import PlanQuantities
import PlanText

/// Checks how a plan stands to its policies: which are in force, and how it restates their limits.
func checkPolicies(of resolved: ResolvedPlan, _ diagnostics: inout [Diagnostic]) {
  let (house, plan) = (resolved.house, resolved.plan)
  for member in house.members where !member.isInForce && member.isNamedByPlan {
    guard let period = member.policy.period, let own = plan.period else { continue }
    diagnostics.append(PolicyOutOfForce.diagnostic(member.id.value, in: period, plan: own, at: member.name.range))
  }
  for entry in plan.limits?.entries ?? [] {
    let limit = entry.value
    var isRestated = false
    var told: Set<String> = []
    for member in house.members {
      guard let other = member.policy.limits?[entry.id.value] else { continue }
      isRestated = true
      guard member.isInForce, !limit.mayLoosen(other) else { continue }
      for problem in limit.loosened(other, as: entry.id.value, of: member.id.value)
      where told.insert(problem.message.text(in: .english)).inserted {
        diagnostics.append(problem)
      }
    }
    if !isRestated { checkSelector(limit, &diagnostics) }
  }
  for member in house.members {
    for entry in member.policy.limits?.entries ?? [] where !house.restates(entry.id.value, in: member) {
      checkSelector(entry.value, &diagnostics)
    }
  }
}

/// A limit must say what it bounds.
private func checkSelector(_ limit: Limit, _ diagnostics: inout [Diagnostic]) {
  let selectors = ["line", "channel", "category", "reserve", "phase", "kpi", "each"]
  guard !limit.hasSelector, !selectors.contains(where: { limit.wrote($0) }) else { return }
  let others = Array(selectors.dropFirst())
  diagnostics.append(
    MissingKey.diagnostic("line", alternatives: others, noun: Limit.nounName, at: limit.common.keyRange))
}

extension PolicyBook {
  /// Whether a policy that a member extends has a limit of this id.
  fileprivate func restates(_ id: String, in member: Member) -> Bool {
    member.extends.contains { members[$0].policy.limits?[id] != nil }
  }
}

extension Limit {
  /// Where this limit allows more than the policy's that it restates, or says that it bounds something else.
  fileprivate func loosened(_ other: Limit, as id: String, of policy: String) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let path = "limits.\(id)"
    func add(_ path: String, _ own: Located<String>, _ above: Located<String>, _ tightening: Tightening = .no) {
      found.append(
        LoosenedLimit.diagnostic(
          path, says: own.value, policy: policy, allows: above.value, tightening,
          needsReason: other.overridable?.value == true, at: own.range, above: above.range))
    }
    if let own = selector, let above = other.selector, own.value != above.value { add(path, own, above) }
    if let own = base.map({ $0.map(\.text) }) {
      let above = other.base.map { $0.map(\.text) } ?? Located("budget.total", at: other.common.keyRange)
      if own.value != above.value { add(path + ".of", own, above) }
    }
    if let own = period, let above = other.period, own.value != above.value {
      add(path + ".period", own.map(\.text), above.map(\.text))
    }
    guard found.isEmpty else { return found }
    if let own = atMost, let above = other.atMost, own.value.isComparable(with: above.value),
      own.value.high > above.value.high
    {
      add(path + ".at_most", own.map(\.written), above.map(\.written), .lower)
    }
    if let own = atLeast, let above = other.atLeast, own.value.isComparable(with: above.value),
      own.value.low < above.value.low
    {
      add(path + ".at_least", own.map(\.written), above.map(\.written), .higher)
    }
    return found
  }

  /// What it bounds, as it is written: `line: media`; nil where it leaves that to the limit it restates.
  private var selector: Located<String>? {
    let words: [(String, Located<String>?)] = [
      ("line", line), ("channel", channel), ("category", category), ("reserve", reserve?.map(\.rawValue)),
      ("phase", phase), ("kpi", kpi), ("each", each?.map(\.rawValue)),
    ]
    for (key, word) in words { if let word { return word.map { "\(key): \($0)" } } }
    return nil
  }
}

extension Quantity {
  /// As it was written.
  fileprivate var written: String { spelling ?? canonicalText }
}
