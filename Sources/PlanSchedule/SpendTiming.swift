import PlanModel
import PlanQuantities
import PlanText

/// When an amount is spent: shares of it, each even over the calendar days of a period.
///
/// A share of a phase that begins or ends inside a month falls into that month by the calendar days they have in common.
/// Phases that overlap are added: each spends its own share over its own days.
struct SpendTiming: Sendable {
  /// One share and the days it is spent over.
  struct Part: Sendable {
    let days: Period
    let share: Fraction
    /// Where the share is said, and by which path; for a line spent evenly over its period, the period.
    var stated: Located<Quantity>?
    var name = "period"
    var place: SourceRange?
  }

  /// Together they make the whole.
  let parts: [Part]
  /// The share of each phase, where phases say it.
  let phases: [String: Fraction]?

  /// Shares by phase. A line's own period, where it shares days with a phase, is when that phase's money is spent.
  ///
  /// - Parameter path: the path of the phasing.
  init?(_ phasing: Table<Located<Quantity>>, at path: String, of plan: Plan, within period: Period?) {
    guard !phasing.isIncomplete else { return nil }
    var parts: [Part] = []
    var phases: [String: Fraction] = [:]
    for entry in phasing.entries {
      let share = entry.value.value
      guard let days = plan.phases?[entry.id.value]?.period?.value, share.isExact, !share.value.isNegative else {
        return nil
      }
      parts.append(
        Part(
          days: period.flatMap { days.intersection($0) } ?? days, share: share.value, stated: entry.value,
          name: "\(path).\(entry.id.value)"))
      phases[entry.id.value] = share.value
    }
    guard parts.reduce(Fraction(0), { $0 + $1.share }) == 1 else { return nil }
    self.parts = parts
    self.phases = phases
  }

  /// Shares by month, or whatever periods are written.
  init?(_ months: PeriodTable<Located<Quantity>>, phases: [String: Fraction]?) {
    guard !months.isIncomplete else { return nil }
    let shares = months.entries.map(\.value.value)
    guard shares.allSatisfy({ $0.isExact && !$0.value.isNegative }),
      shares.reduce(Fraction(0), { $0 + $1.value }) == 1
    else { return nil }
    parts = months.entries.map {
      Part(
        days: $0.period.value, share: $0.value.value.value, stated: $0.value,
        name: "budget.months.\($0.period.value.text)")
    }
    self.phases = phases
  }

  /// The whole, evenly over a period.
  ///
  /// - Parameter place: where the period is written.
  init(evenly period: Period, place: SourceRange?) {
    parts = [Part(days: period, share: 1, place: place)]
    phases = nil
  }

  /// What shares are spent over what days: what is spent by one pattern is spent alike.
  struct Pattern: Hashable {
    let phases: [String: Fraction]?
    let days: [Period]
    let shares: [Fraction]
  }

  var pattern: Pattern { Pattern(phases: phases, days: parts.map(\.days), shares: parts.map(\.share)) }

  /// The share spent in a period, by calendar days.
  func share(in period: Period) -> Fraction {
    parts.reduce(Fraction(0)) { sum, part in
      guard let common = part.days.intersection(period) else { return sum }
      return sum + part.share * Fraction(common.days, part.days.days)
    }
  }

  /// The share a phase takes: what its phasing says, else what falls on the phase's days.
  func share(ofPhase id: String, _ days: Period?) -> Fraction {
    phases.map { $0[id] ?? 0 } ?? days.map { share(in: $0) } ?? 0
  }

  /// First and last day with money.
  var span: (first: CivilDate, last: CivilDate)? {
    let spent = parts.filter { !$0.share.isZero }
    guard let first = spent.map(\.days.first).min(), let last = spent.map(\.days.last).max() else { return nil }
    return (first, last)
  }
}
