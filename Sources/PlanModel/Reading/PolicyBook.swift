package import PlanQuantities
package import PlanText

/// The policies a plan stands under, read as one.
///
/// They are the policies the plan names and those these extend. Of two bounds on one thing the tighter holds, lists add
/// up, and of what cannot be tightened (definitions, calendars, rates) the first policy that says it holds. A policy
/// whose `period` shares no day with the plan's binds it to nothing; what it defines keeps its meaning all the same.
///
/// A rule asks here and never searches policies itself; every answer names the policy it comes from.
package struct PolicyBook: Sendable {
  /// One policy, and its place in the house.
  package struct Member: Sendable {
    package let policy: Policy
    /// Places, among the members, of the policies it extends, directly or through others.
    package let extends: [Int]
    /// Where it is named: under the plan's `policy`, or in another policy's `extends`.
    package let name: Located<String>
    /// Whether the plan names it itself.
    package let isNamedByPlan: Bool
    /// Whether its period and the plan's share a day, or either is open.
    package internal(set) var isInForce = true

    /// What findings call it: its id, else the file it was named by.
    package var id: Located<String> { policy.id ?? name }
  }

  /// All policies: what is extended stands before what extends it.
  package let members: [Member]
  /// Every limit that holds, the policies' first, then the plan's own.
  package let limits: [HeldLimit]

  /// No policy at all.
  package static let none = PolicyBook(members: [], plan: Plan())

  /// - Parameter members: what is extended must stand before what extends it.
  package init(members: [Member], plan: Plan) {
    var members = members
    if let period = plan.period?.value {
      for place in members.indices {
        if let own = members[place].policy.period?.value { members[place].isInForce = own.overlaps(period) }
      }
    }
    self.members = members
    limits = heldLimits(members, plan.limits)
  }

  /// Whether the plan stands under no policy.
  package var isEmpty: Bool { members.isEmpty }
}

/// A value that a policy says, and the policy that says it.
package struct PolicyValue<Value: Sendable>: Sendable {
  package let stated: Located<Value>
  /// The policy's id.
  package let policy: Located<String>

  package init(_ stated: Located<Value>, _ policy: Located<String>) {
    self.stated = stated
    self.policy = policy
  }

  package var value: Value { stated.value }
  /// Where the policy says it.
  package var range: SourceRange { stated.range }

  /// The policy's own words, as a related place of a finding.
  package var label: Diagnostic.Label {
    Diagnostic.Label(
      range, Message(en: "policy `\(policy.value)`", hans: "政策 `\(policy.value)`", hant: "政策 `\(policy.value)`"))
  }
}

/// A noun that a policy holds under an id, and the policy that holds it.
package struct PolicyEntry<Value: Sendable>: Sendable {
  package let id: Located<String>
  package let value: Value
  /// The policy's id.
  package let policy: Located<String>
}

// MARK: Asking

extension PolicyBook {
  /// What each policy in force says of something.
  package func each<Value: Sendable>(_ field: (Policy) -> Value?) -> [(value: Value, policy: Located<String>)] {
    var found: [(value: Value, policy: Located<String>)] = []
    for place in members.indices where members[place].isInForce {
      if let value = field(members[place].policy) { found.append((value, members[place].id)) }
    }
    return found
  }

  /// The first word on something that cannot be tightened.
  package func first<Value: Sendable>(_ field: (Policy) -> Located<Value>?) -> PolicyValue<Value>? {
    for place in members.indices where members[place].isInForce {
      if let value = field(members[place].policy) { return PolicyValue(value, members[place].id) }
    }
    return nil
  }

  /// The value that no other is tighter than; of two alike, the first.
  ///
  /// - Parameter isTighter: whether the first of two is tighter than the second.
  package func tightest<Value: Sendable>(
    _ field: (Policy) -> Located<Value>?, _ isTighter: (Value, Value) -> Bool
  ) -> PolicyValue<Value>? {
    var best: PolicyValue<Value>?
    for place in members.indices where members[place].isInForce {
      guard let value = field(members[place].policy) else { continue }
      if let held = best, !isTighter(value.value, held.value) { continue }
      best = PolicyValue(value, members[place].id)
    }
    return best
  }

  /// The lowest of several caps; one in another unit than the first is left aside.
  package func lowest(_ field: (Policy) -> Located<Quantity>?) -> PolicyValue<Quantity>? {
    tightest(field) { $0.unit == $1.unit && $0.high < $1.high }
  }

  /// The highest of several floors; one in another unit than the first is left aside.
  package func highest(_ field: (Policy) -> Located<Quantity>?) -> PolicyValue<Quantity>? {
    tightest(field) { $0.unit == $1.unit && $0.low > $1.low }
  }

  /// The lowest of several whole numbers.
  package func lowest(_ field: (Policy) -> Located<Int>?) -> PolicyValue<Int>? { tightest(field, <) }

  /// The highest of several whole numbers.
  package func highest(_ field: (Policy) -> Located<Int>?) -> PolicyValue<Int>? { tightest(field, >) }

  /// All lists together, each item once.
  package func union<Value: Hashable & Sendable>(_ field: (Policy) -> [Located<Value>]?) -> [PolicyValue<Value>] {
    var found: [PolicyValue<Value>] = []
    var seen: Set<Value> = []
    for (items, policy) in each(field) {
      for item in items where seen.insert(item.value).inserted { found.append(PolicyValue(item, policy)) }
    }
    return found
  }

  /// Nouns of all policies in force by id; of two under one id, the first.
  package func entries<Value: Sendable>(_ field: (Policy) -> Table<Value>?) -> [PolicyEntry<Value>] {
    let tables = each(field)
    var found: [PolicyEntry<Value>] = []
    // One table has each id once.
    var seen: Set<String> = []
    for (table, policy) in tables {
      for entry in table where tables.count == 1 || seen.insert(entry.id.value).inserted {
        found.append(PolicyEntry(id: entry.id, value: entry.value, policy: policy))
      }
    }
    return found
  }

  /// A noun that is defined by id, whether its policy is in force or not; of two under one id, the first.
  package func defined<Value: Sendable>(_ id: String, _ field: (Policy) -> Table<Value>?) -> PolicyEntry<Value>? {
    for place in members.indices {
      guard let table = field(members[place].policy), let entry = table.place(of: id).map({ table.entries[$0] }) else {
        continue
      }
      return PolicyEntry(id: entry.id, value: entry.value, policy: members[place].id)
    }
    return nil
  }
}
