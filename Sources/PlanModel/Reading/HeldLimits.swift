import PlanExpressions
import PlanQuantities
package import PlanText

/// A limit that holds for a plan.
package struct HeldLimit: Sendable {
  package let id: Located<String>
  /// The limit; what it leaves out stands as the policy says that it restates.
  package let limit: Limit
  /// The id of the policy it stands in; nil for one of the plan's own.
  package let policy: Located<String>?

  package init(id: Located<String>, limit: Limit, policy: Located<String>?) {
    self.id = id
    self.limit = limit
    self.policy = policy
  }
}

/// The limits that hold: those of the policies in force, extended ones first, then the plan's own.
///
/// A limit restated more tightly stands for both, and so does one that is loosened with leave: `overridable` above and a
/// `reason` below. One that is loosened without leave holds nothing, and what it restates stays.
func heldLimits(_ members: [PolicyBook.Member], _ own: Table<Limit>?) -> [HeldLimit] {
  guard own != nil || members.contains(where: { $0.policy.limits != nil }) else { return [] }
  var all: [RestatedLimit] = []
  var places: [String: [Int]] = [:]
  for place in members.indices where members[place].isInForce {
    for entry in members[place].policy.limits?.entries ?? [] {
      let above = (places[entry.id.value] ?? []).filter { other in
        all[other].member.map { members[place].extends.contains($0) } == true
      }
      places[entry.id.value, default: []].append(all.count)
      all.add(entry, policy: members[place].id, member: place, restating: above)
    }
  }
  for entry in own?.entries ?? [] {
    let above = places[entry.id.value] ?? []
    places[entry.id.value, default: []].append(all.count)
    all.add(entry, policy: nil, member: nil, restating: above)
  }
  return all.filter { !$0.isReplaced }.map { HeldLimit(id: $0.id, limit: $0.limit, policy: $0.policy) }
}

private struct RestatedLimit {
  let id: Located<String>
  let limit: Limit
  let policy: Located<String>?
  let member: Int?
  var isReplaced = false
}

extension [RestatedLimit] {
  fileprivate mutating func add(
    _ entry: Table<Limit>.Entry, policy: Located<String>?, member: Int?, restating above: [Int]
  ) {
    var limit = entry.value
    if let nearest = above.last { limit.fill(from: self[nearest].limit) }
    var held = RestatedLimit(id: entry.id, limit: limit, policy: policy, member: member)
    for place in above {
      if limit.mayLoosen(self[place].limit) || limit.stands(for: self[place].limit) {
        self[place].isReplaced = true
      } else if !self[place].isReplaced, limit.isAsTight(as: self[place].limit) == false {
        held.isReplaced = true
      }
    }
    append(held)
  }
}

extension Limit {
  /// Whether anything says what it bounds.
  package var hasSelector: Bool {
    line != nil || channel != nil || category != nil || reserve != nil || phase != nil || kpi != nil || each != nil
  }

  /// Takes what a restatement leaves out from the limit it restates.
  mutating func fill(from other: Limit) {
    if !hasSelector {
      line = other.line
      channel = other.channel
      category = other.category
      reserve = other.reserve
      phase = other.phase
      kpi = other.kpi
      each = other.each
    }
    atMost = atMost ?? other.atMost
    atLeast = atLeast ?? other.atLeast
    base = base ?? other.base
    period = period ?? other.period
    severity = severity ?? other.severity
    common.title = common.title ?? other.common.title
  }

  /// Whether this restatement may allow more than the limit it restates: that one is `overridable`, this has a `reason`.
  package func mayLoosen(_ other: Limit) -> Bool { other.overridable?.value == true && reason?.isEmpty == false }

  /// Whether what this limit does not allow is all that another does not, as gravely.
  fileprivate func stands(for other: Limit) -> Bool {
    isAsTight(as: other) == true && (severity?.value.severity ?? .error) >= (other.severity?.value.severity ?? .error)
  }

  /// Whether two bound the same thing: one selector, one base, one period.
  package func boundsTheSame(as other: Limit) -> Bool {
    line?.value == other.line?.value && channel?.value == other.channel?.value
      && category?.value == other.category?.value && reserve?.value == other.reserve?.value
      && phase?.value == other.phase?.value && each?.value == other.each?.value && kpi?.value == other.kpi?.value
      && base?.value.text == other.base?.value.text && period?.value == other.period?.value
  }

  /// Whether it allows no more than another; nil where the two bound different things, or say it in figures that
  /// cannot be compared, such as a share and an amount.
  package func isAsTight(as other: Limit) -> Bool? {
    guard boundsTheSame(as: other), Self.areAlike(atMost, other.atMost), Self.areAlike(atLeast, other.atLeast) else {
      return nil
    }
    if let cap = other.atMost, atMost.map({ $0.value.high > cap.value.high }) ?? true { return false }
    if let floor = other.atLeast, atLeast.map({ $0.value.low < floor.value.low }) ?? true { return false }
    return true
  }

  private static func areAlike(_ a: Located<Quantity>?, _ b: Located<Quantity>?) -> Bool {
    guard let a, let b else { return true }
    return a.value.isComparable(with: b.value)
  }
}

extension Quantity {
  /// Whether two figures of one field can be ordered: one unit, and both percentages or neither.
  func isComparable(with other: Quantity) -> Bool { unit == other.unit && isPercentage == other.isPercentage }
}
