package import PlanModel
package import PlanQuantities
package import PlanText

/// What a plan spends when: its total and every line and reserve, by month and by phase, exact to the minor unit.
package struct MoneyOverTime: Sendable {
  /// How many amounts there may be, so that they fit in memory: a line's by month and by phase.
  package static let mostAmounts = 1_000_000

  /// What all amounts are counted in.
  package let unit: Unit
  /// The months from the first to the last with money, without gaps, whole even where the plan begins inside one.
  package let months: [Period]
  /// Where each month stands, as paths name it.
  package let monthPlaces: [String: Int]
  /// The phases that money is spread over: the budget's, then those that only lines name; empty without phasing.
  package let phases: [String]
  /// The total. Its months add up to it, and where lines and reserves make the total, each is the sum of their rows.
  package let total: Row
  /// Every line that is not made of others, and every reserve, in the order written. Each row adds up to its amount.
  package let rows: [Row]
  /// Where each row stands, by its id.
  let places: [String: Int]
  /// What makes the total, and when it is spent.
  let spending: [(amount: Fraction, timing: SpendTiming)]
  /// When each row is spent.
  let timings: [SpendTiming]

  /// A stated share of a row's amount, and the days it has in a month.
  package struct Part: Sendable {
    /// The path of the share, or `period` for a line spent evenly over its own.
    package let name: String
    /// The share; nil for a line spent evenly over its own period.
    package let share: Located<Quantity>?
    /// Where the period stands, for a line without a share.
    package let place: SourceRange?
    /// The days it is spent over.
    package let days: Period
    /// How many of them lie in the month.
    package let common: Int
  }

  /// What of a row falls into a month; empty for an unknown row.
  package func parts(of id: String, in month: Period) -> [Part] {
    guard let place = places[id] else { return [] }
    return timings[place].parts.compactMap { part in
      guard !part.share.isZero, let common = part.days.intersection(month) else { return nil }
      return Part(name: part.name, share: part.stated, place: part.place, days: part.days, common: common.days)
    }
  }

  /// An amount and its parts.
  package struct Row: Sendable {
    /// The line's or reserve's id; empty for the total.
    package let id: String
    package let amount: Quantity
    /// One part a month; together the amount.
    package let months: [Quantity]
    /// One part a phase. Together the amount, where the row has phasing; else what falls on the phase's days, which may
    /// leave something outside all phases.
    package let phases: [Quantity]
  }
}

/// One month of a plan's spending.
package struct MonthSpend: Sendable {
  /// The calendar month.
  package let month: Period
  package let total: Quantity
  /// What is planned to have been spent by the month's last day.
  package let cumulative: Quantity
  /// What may have been spent by the month's last day, from `budget.released`; nil without it or before its first day.
  package let released: Quantity?
  /// Each line's and reserve's part, in the order written.
  package let byLine: [(id: String, money: Quantity)]
  /// The phases of the main timetable that have days in the month.
  package let phases: [String]
}

/// Spreads a plan's money over months and phases; nil where the plan does not say when all of it is spent.
///
/// A line is spent as its own `phasing` says or its parents'; else, where it has a `period`, every day of it alike; else
/// as `budget.months` says, and without them `budget.phasing`. A reserve goes with the budget. Money of a phase is spent
/// every calendar day alike, so that a month gets the days it has in common with the phase.
///
/// Nil also where shares do not make 100%, where a phase has no readable period, and where an amount is unknown, a range,
/// negative or in another currency.
///
/// - Parameters:
///   - count: set to how many amounts there are, a line's by month and by phase; past `mostAmounts` they are not made.
///   - amount: the money at the id of a line or reserve, or at `total`.
package func moneyOverTime(
  _ resolved: ResolvedPlan, count: inout Int, amount: (String) -> Quantity?
) -> MoneyOverTime? {
  SpendSpreader(resolved)?.spread(count: &count, amount: amount)
}

extension MoneyOverTime {
  /// The row of a line that is not made of others, or of a reserve; nil for an unknown one.
  package func row(of id: String) -> Row? { places[id].map { rows[$0] } }

  /// The parts of a line made of others: the sums of theirs, month by month and phase by phase.
  ///
  /// - Parameter ids: the lines it is made of, down to those that are not made of others.
  package func sum(_ id: String, of ids: Set<String>) -> Row {
    let parts = ids.compactMap(row(of:))
    func sum(_ values: [Quantity]) -> Quantity { Quantity(values.reduce(Fraction(0)) { $0 + $1.value }, unit) }
    return Row(
      id: id, amount: sum(parts.map(\.amount)),
      months: months.indices.map { place in sum(parts.map { $0.months[place] }) },
      phases: phases.indices.map { place in sum(parts.map { $0.phases[place] }) })
  }

  /// What is planned to be spent in a period, by calendar days, unrounded.
  ///
  /// - Parameter ids: lines not made of others, and reserves; nil for all money. The answer is nil where one of them is
  ///   not known.
  package func spent(in period: Period, of ids: Set<String>? = nil) -> Fraction? {
    guard let ids else {
      return spending.reduce(Fraction(0)) { $0 + $1.amount * $1.timing.share(in: period) }
    }
    let places = ids.compactMap { self.places[$0] }
    guard places.count == ids.count else { return nil }
    return places.reduce(Fraction(0)) { $0 + rows[$1].amount.value * timings[$1].share(in: period) }
  }

  /// What is planned to have been spent by the end of a day, exact to the minor unit.
  package func spent(by day: CivilDate) -> Quantity {
    guard let first = months.first?.first, let until = Period(first: first, last: max(day, first)) else {
      return Quantity(0, unit)
    }
    if day < first { return Quantity(0, unit) }
    let sum = spending.reduce(Fraction(0)) { $0 + $1.amount * $1.timing.share(in: until) }
    let minor = minorUnits(of: unit.currency)
    return Quantity(sum.rounded(places: minor == 1 ? 0 : minor == 1000 ? 3 : 2), unit)
  }

  /// The months one by one, with what is spent by the end of each and what may be.
  package func monthly(_ plan: Plan) -> [MonthSpend] {
    var cumulative = Fraction(0)
    let releases = plan.budget?.releases ?? []
    return months.indices.map { place in
      cumulative += total.months[place].value
      let month = months[place]
      return MonthSpend(
        month: month, total: total.months[place], cumulative: Quantity(cumulative, unit),
        released: releases.last { $0.from <= month.last && $0.money.unit == unit }?.money,
        byLine: rows.map { ($0.id, $0.months[place]) },
        phases: (plan.phases?.entries ?? []).filter {
          $0.value.trackName == "main" && $0.value.period?.value.overlaps(month) == true
        }.map(\.id.value))
    }
  }
}

extension Budget {
  /// Money at hand from a day on, all releases until then together, in the order of days; exact ones only.
  package var releases: [(from: CivilDate, money: Quantity)] {
    (released?.entries ?? []).filter { $0.value.value.isExact }.map { ($0.period.value.first, $0.value.value) }
      .sorted { $0.from < $1.from }
  }
}

/// Puts the rows together and rounds them.
private struct SpendSpreader {
  let plan: Plan
  let resolved: ResolvedPlan
  let budget: Budget
  /// When money is spent of which nothing else is said.
  let common: SpendTiming?
  let phases: [String]

  init?(_ resolved: ResolvedPlan) {
    guard let budget = resolved.plan.budget else { return nil }
    self.resolved = resolved
    self.budget = budget
    plan = resolved.plan
    var common: SpendTiming?
    if let phasing = budget.phasing, !phasing.isEmpty {
      common = SpendTiming(phasing, at: "budget.phasing", of: resolved.plan, within: nil)
      if common == nil { return nil }
    }
    if let months = budget.months, !months.isEmpty {
      common = SpendTiming(months, phases: common?.phases)
      if common == nil { return nil }
    }
    self.common = common
    var seen: Set<String> = []
    let tables = [budget.phasing].compactMap { $0 } + resolved.lines.entries.compactMap(\.line.phasing)
    phases = tables.flatMap(\.ids).filter { seen.insert($0).inserted }
  }

  func spread(count: inout Int, amount: (String) -> Quantity?) -> MoneyOverTime? {
    guard let total = amount("total"), total.unit.isMoney, total.isExact, !total.value.isNegative else { return nil }
    var rows: [(id: String, units: Fraction, timing: Int)] = []
    var timings = common.map { [$0] } ?? []
    var timingPlaces: [TimingSource: Int] = [:]
    let scale = Fraction(minorUnits(of: total.unit.currency))
    func units(_ money: Quantity?) -> Fraction? {
      guard let money, money.unit == total.unit, money.isExact, !money.value.isNegative else { return nil }
      return (money.value * scale).rounded(places: 0)
    }
    /// The place of what says when a line is spent: made once for all lines that it says it of.
    func timing(ofLine place: Int) -> Int? {
      let source = timingSource(ofLine: place)
      if let known = timingPlaces[source] { return known }
      if source == TimingSource(phasing: nil, period: nil) { return common == nil ? nil : 0 }
      guard let timing = spendTiming(by: source) else { return nil }
      timingPlaces[source] = timings.count
      timings.append(timing)
      return timings.count - 1
    }
    for place in resolved.lines.entries.indices {
      let entry = resolved.lines.entries[place]
      guard entry.isLeaf, !entry.isOperating else { continue }
      guard let units = units(amount(entry.id.value)), let timing = timing(ofLine: place) else { return nil }
      rows.append((entry.id.value, units, timing))
    }
    for id in budget.reserves?.ids ?? [] {
      guard let units = units(amount(id)), common != nil else { return nil }
      rows.append((id, units, 0))
    }
    guard let whole = units(total), let months = months(timings) else { return nil }
    count = rows.count * (months.count + phases.count)
    guard count <= MoneyOverTime.mostAmounts else { return nil }
    let table = Spread(months: months, phases: phases.map { ($0, plan.phases?[$0]?.period?.value) }, unit: total.unit)
    guard let parts = table.parts(rows.map { ($0.units, $0.timing) }, timings) else { return nil }
    let made = zip(rows, parts).map { row, parts in
      table.row(row.id, Fraction(1).divided(by: scale).map { row.units * $0 } ?? 0, parts, scale)
    }
    let isBalanced = rows.reduce(Fraction(0)) { $0 + $1.units } == whole
    var top = isBalanced ? table.sum(parts) : common.flatMap { table.parts([(whole, 0)], [$0])?.first }
    if top == nil { top = table.inProportion(whole, to: table.sum(parts)) }
    guard let top else { return nil }
    let spending = zip(made, rows).map { (amount: $0.amount.value, timing: timings[$1.timing]) }
    return MoneyOverTime(
      unit: total.unit, months: months,
      monthPlaces: Dictionary(zip(months.lazy.map(\.text), months.indices)) { first, _ in first },
      phases: phases, total: table.row("", total.value, top, scale), rows: made,
      places: Dictionary(zip(made.map(\.id), made.indices)) { first, _ in first },
      spending: isBalanced ? spending : common.map { [(total.value, $0)] } ?? spending,
      timings: rows.map { timings[$0.timing] })
  }

  /// What says when a line is spent: the place of the line whose phasing it is, and the period within.
  private struct TimingSource: Hashable {
    let phasing: Int?
    /// Nil for what holds for all.
    let period: Period?
    var place: SourceRange?
  }

  /// Its own phasing or its nearest parent's, then its own period or its nearest parent's, then what holds for all.
  private func timingSource(ofLine place: Int) -> TimingSource {
    var period: Located<Period>?
    var next: Int? = place
    while let current = next {
      let line = resolved.lines.entries[current].line
      period = period ?? line.period
      if let phasing = line.phasing, !phasing.isEmpty { return TimingSource(phasing: current, period: period?.value) }
      next = resolved.lines.entries[current].parent
    }
    return TimingSource(phasing: nil, period: period?.value, place: period?.range)
  }

  private func spendTiming(by source: TimingSource) -> SpendTiming? {
    if let place = source.phasing, let phasing = resolved.lines.entries[place].line.phasing {
      let path = "budget.\(resolved.lines.entries[place].id.value).phasing"
      return SpendTiming(phasing, at: path, of: plan, within: source.period)
    }
    return source.period.map { SpendTiming(evenly: $0, place: source.place) }
  }

  private func months(_ timings: [SpendTiming]) -> [Period]? {
    let spans = timings.compactMap(\.span)
    guard let first = spans.map(\.first).min(), let last = spans.map(\.last).max(),
      let span = Period(first: first.firstOfMonth, last: last.lastOfMonth, grain: .month), span.months <= 1200
    else { return nil }
    return span.splitIntoMonths
  }
}

/// Amounts in minor units spread over months and phases.
private struct Spread {
  let months: [Period]
  let phases: [(id: String, days: Period?)]
  let unit: Unit

  typealias Parts = (months: [Int], phases: [Int])

  /// The parts of some amounts, rounded so that they add up both ways; nil where that cannot be.
  ///
  /// - Parameter timings: when the amounts are spent, which name them by place.
  func parts(_ rows: [(units: Fraction, timing: Int)], _ timings: [SpendTiming]) -> [Parts]? {
    var known: [(months: [Fraction], phases: [Fraction])] = []
    var places: [SpendTiming.Pattern: Int] = [:]
    let patterns = timings.map { timing -> Int in
      let pattern = timing.pattern
      if let place = places[pattern] { return place }
      places[pattern] = known.count
      known.append(
        (months.map { timing.share(in: $0) }, phases.map { timing.share(ofPhase: $0.id, $0.days) }))
      return known.count - 1
    }
    let shares = rows.map { patterns[$0.timing] }
    let groups = groups(known)
    let byMonth = zip(rows, shares).map { row, place in known[place].months.map { $0 * row.units } }
    guard let months = roundTable(byMonth, groups: groups) else { return nil }
    if let groups {
      return months.map { row in
        var byPhase = Array(repeating: 0, count: phases.count)
        for (phase, units) in zip(groups, row) { byPhase[phase] += units }
        return (row, byPhase)
      }
    }
    // What falls outside all phases is a column of its own, so that rows add up; where phases overlap, none does.
    let byPhase = zip(rows, shares).map { row, place in
      let parts = known[place].phases.map { $0 * row.units }
      return parts + [row.units - parts.reduce(Fraction(0), +)]
    }
    let phased = roundTable(byPhase) ?? byPhase.map { $0.map { $0.rounded(places: 0).int ?? 0 } }
    return zip(months, phased).map { ($0, Array($1.dropLast())) }
  }

  /// The phase of each month, where phases are made of whole months and every share of a phase falls into them.
  private func groups(_ shares: [(months: [Fraction], phases: [Fraction])]) -> [Int]? {
    let groups = months.map { month in phases.firstIndex { $0.days?.contains(month) == true } }
    let found = groups.compactMap { $0 }
    guard !found.isEmpty, found.count == groups.count else { return nil }
    for (byMonth, byPhase) in shares {
      var sums = Array(repeating: Fraction(0), count: phases.count)
      for (phase, share) in zip(found, byMonth) { sums[phase] += share }
      if sums != byPhase { return nil }
    }
    return found
  }

  func sum(_ rows: [Parts]) -> Parts {
    rows.reduce((months.map { _ in 0 }, phases.map { _ in 0 })) { sum, row in
      (zip(sum.0, row.months).map { $0 + $1 }, zip(sum.1, row.phases).map { $0 + $1 })
    }
  }

  /// An amount in the proportions of other parts.
  func inProportion(_ units: Fraction, to parts: Parts) -> Parts? {
    guard let whole = units.int, let months = apportion(whole, by: parts.months.map { Fraction($0) }) else {
      return nil
    }
    return (months, apportion(whole, by: parts.phases.map { Fraction($0) }) ?? parts.phases.map { _ in 0 })
  }

  func row(_ id: String, _ amount: Fraction, _ parts: Parts, _ scale: Fraction) -> MoneyOverTime.Row {
    func money(_ units: Int) -> Quantity { Quantity(Fraction(units).divided(by: scale) ?? 0, unit) }
    return MoneyOverTime.Row(
      id: id, amount: Quantity(amount, unit), months: parts.months.map(money), phases: parts.phases.map(money))
  }
}
