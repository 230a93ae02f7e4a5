import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// A stated change is not what base and new value give.
///
/// - zh-Hans: 所写变化与基线和目标值不符
/// - zh-Hant: 所寫變化與基線和目標值不符
///
/// ## Why it matters
/// An objective that asks for +30% and for a level that is +20% asks for two things; whoever is measured picks the
/// easier one.
///
/// ## How to mend
/// State the change that the target makes of the KPI's baseline, relative (`+30%`) or in points (`+10.5pp`); or mend
/// the target or the baseline.
///
/// ## Bad
/// ```yaml
/// kpis:
///   ticket: {unit: CNY, direction: up, baseline: 320元}
/// objectives:
///   ticket: {title: Raise the average ticket, kpi: ticket, target: 400元, change: +30%, due: 2025-12-31, owner: cmo}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   ticket: {unit: CNY, direction: up, baseline: 320元}
/// objectives:
///   ticket: {title: Raise the average ticket, kpi: ticket, target: 400元, change: +25%, due: 2025-12-31, owner: cmo}
/// ```
package struct ChangeOff: Rule {
  package static let code = "F911"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    for entry in context.plan.objectives?.entries ?? [] {
      let objective = entry.value
      guard let change = objective.change, let target = objective.target, !target.value.isRange,
        let kpi = objective.kpi.flatMap({ context.plan.kpis?[$0.value] }), let baseline = kpi.baseline,
        let level = baseline.value.quantity
      else { continue }
      check("objectives.\(entry.id.value).change", change, target, level, at: baseline.range, context)
    }
    checkEvidence(context)
  }

  // MARK: Evidence

  /// A fact's change, against its own path or another fact of its measure; a pair ends in the fact's value.
  private func checkEvidence(_ context: RuleContext) {
    guard let evidence = context.plan.evidence, evidence.entries.contains(where: { $0.value.change != nil }) else {
      return
    }
    var places: [Fact: [Int]] = [:]
    for place in evidence.entries.indices {
      let fact = evidence.entries[place].value
      if let asOf = fact.common.asOf?.value, let fact = Fact(fact, asOf) { places[fact, default: []].append(place) }
    }
    for entry in evidence.entries {
      guard let change = entry.value.change, let value = entry.value.value, let level = value.value.quantity,
        !level.isRange
      else { continue }
      let name = "evidence.\(entry.id.value).change"
      if let earlier = Self.earlier(entry, evidence, places), !earlier.value.isRange {
        check(name, change, Located(level, at: value.range), earlier.value, at: earlier.range, context)
      } else if case .pair(let from, let to) = change.value, let severity = severity(to, level, context) {
        report(name, change, Located(level, at: value.range), from, change.range, nil, severity, context)
      }
    }
  }

  /// What tells facts apart where a change asks for one: what is measured, when, by what kind of fact and where.
  private struct Fact: Hashable {
    let measure: String
    let time: Period
    let kind: Evidence.Kind?
    let place: [String]?

    /// Nil for a fact of no measure.
    init?(_ fact: Evidence, _ time: Period) {
      guard let measure = fact.measure?.value else { return nil }
      self.measure = measure
      self.time = time
      kind = fact.kind?.value
      place = fact.place?.wordings.map(\.text)
    }
  }

  /// The fact as it was in the period that the change is against: `against`, else the year before.
  private static func earlier(_ entry: Table<Evidence>.Entry, _ all: Table<Evidence>, _ places: [Fact: [Int]])
    -> Located<Quantity>?
  {
    let fact = entry.value
    guard let asOf = fact.common.asOf?.value else { return nil }
    let before = fact.against?.value ?? yearBefore(asOf)
    guard let before else { return nil }
    if let point = fact.path?.entries.first(where: { $0.period.value == before }) { return point.value }
    guard let other = Fact(fact, before).flatMap({ places[$0] })?.first(where: { all.ids[$0] != entry.id.value }),
      let value = all.entries[other].value.value, let level = value.value.quantity
    else { return nil }
    return Located(level, at: value.range)
  }

  private static func yearBefore(_ period: Period) -> Period? {
    let steps: [Period.Grain: Int] = [.year: 1, .half: 2, .quarter: 4, .month: 12]
    return steps[period.grain].map { period.advanced(by: -$0) }
  }

  private func check(
    _ id: String, _ change: Located<Literal>, _ target: Located<Quantity>, _ baseline: Quantity, at place: SourceRange,
    _ context: RuleContext
  ) {
    switch change.value {
    case .pair(let from, let to):
      guard
        let severity = [severity(from, baseline, context), severity(to, target.value, context)].compactMap({ $0 }).max()
      else { return }
      report(id, change, target, baseline, place, nil, severity, context)
    case .quantity(let stated):
      // Per cent taken for points is a finding of its own.
      guard context.percentageSlip(stated, from: baseline, to: target.value) == nil,
        let derived = derived(stated, from: baseline, to: target.value),
        let severity = severity(stated, derived.value, context)
      else { return }
      report(id, change, target, baseline, place, Result(derived.value, derived.way, like: stated), severity, context)
    case .period, .hours: return
    }
  }

  /// How much the difference of two figures matters: a step in the last place is advice; nil where they agree.
  private func severity(_ stated: Quantity, _ derived: Quantity, _ context: RuleContext) -> Severity? {
    switch agreement(stated: stated, derived: derived, approximate: context.resolved.approximate) {
    case .differs, .unlike: .error
    case .roundedTheWrongWay: .advice
    case .agrees, .onTheBound, .unknown: nil
    }
  }

  /// How a change is counted.
  private enum Way {
    case relative, multiple, difference

    func formula(_ target: some Phrased, _ baseline: some Phrased) -> Message {
      switch self {
      case .relative: Message("\(target) / \(baseline) - 1")
      case .multiple: Message("\(target) / \(baseline)")
      case .difference: Message("\(target) - \(baseline)")
      }
    }
  }

  /// What the change should be, as a finding shows it.
  private struct Result {
    let value: Quantity
    let way: Way
    let shown: Message

    init(_ value: Quantity, _ way: Way, like stated: Quantity) {
      self.value = value
      self.way = way
      // A change written with its plus is answered with one.
      let plus = value.low > 0 && stated.spelling?.hasPrefix("+") == true ? "+" : ""
      let figure = Shown(value, like: stated)
      shown = Message(en: "\(plus)\(figure)", hans: "\(plus)\(figure)", hant: "\(plus)\(figure)")
    }
  }

  /// The change in the stated one's own way of counting; nil where the two figures have none.
  private func derived(_ stated: Quantity, from: Quantity, to: Quantity) -> (value: Quantity, way: Way)? {
    switch stated.mark {
    case .percent, .permille: return relativeChange(from: from, to: to).map { ($0, .relative) }
    case .points: return pointChange(from: from, to: to).map { ($0, .difference) }
    case .score(let scale):
      guard from.unit == to.unit else { return nil }
      return (Quantity(to.value - from.value, mark: .score(scale)), .difference)
    case .ratio:
      guard from.unit == to.unit else { return nil }
      return to.value.divided(by: from.value).map { (Quantity($0, mark: .ratio), .multiple) }
    case .none:
      guard from.unit == to.unit, stated.unit == to.unit else { return nil }
      return (Quantity(to.value - from.value, to.unit), .difference)
    }
  }

  /// - Parameter result: what the change should be; nil where it is stated as the two levels themselves.
  private func report(
    _ id: String, _ change: Located<Literal>, _ target: Located<Quantity>, _ baseline: Quantity, _ place: SourceRange,
    _ result: Result?, _ severity: Severity, _ context: RuleContext
  ) {
    let level = target.value
    let ends = Message(en: "\(baseline)→\(level)", hans: "\(baseline)→\(level)", hant: "\(baseline)→\(level)")
    // Of a fact the levels are those of two times; of an objective, where it starts and where it is to end.
    let isFact = id.hasPrefix("evidence.")
    let (fromEnglish, toEnglish) = isFact ? ("earlier value", "value") : ("baseline", "target")
    let (fromSimplified, toSimplified) = isFact ? ("此前", "现值") : ("基线", "目标值")
    let (fromTraditional, toTraditional) = isFact ? ("此前", "現值") : ("基線", "目標值")
    let due = result?.shown ?? ends
    let message =
      result == nil
      ? Message(
        en:
          "the change is stated as \(change.value), but the \(fromEnglish) is \(baseline) and the \(toEnglish) \(level)",
        hans: "变化写作 \(change.value)，但\(fromSimplified)为 \(baseline)，\(toSimplified)为 \(level)",
        hant: "變化寫作 \(change.value)，但\(fromTraditional)為 \(baseline)，\(toTraditional)為 \(level)")
      : Message(
        en: "the change is stated as \(change.value), but from \(baseline) to \(level) it is \(due)",
        hans: "变化写作 \(change.value)，但从 \(baseline) 到 \(level) 应为 \(due)",
        hant: "變化寫作 \(change.value)，但從 \(baseline) 到 \(level) 應為 \(due)")
    let (to, from) = isFact ? ("value", "before") : ("target", "baseline")
    let help =
      isFact
      ? Message(
        en: "write \(due), or mend the value or the earlier one", hans: "请写 \(due)，或更正本期或上期数值",
        hant: "請寫 \(due)，或更正本期或上期數值")
      : Message(
        en: "write \(due), or mend the target or the KPI's baseline", hans: "请写 \(due)，或更正目标值或指标基线",
        hant: "請寫 \(due)，或更正目標值或指標基線")
    context.report(
      Diagnostic(
        Self.self, at: change.range, message, label: Message(en: "stated", hans: "所写", hant: "所寫"),
        labels: [.init(target.range, .figure(to, level)), .init(place, .figure(from, baseline))],
        notes: result.map { [note($0, level, baseline, (to, from))] } ?? [],
        help: help, severity: severity
      ).contradicting(
        Contradiction(
          id, stated: change.value,
          recomputed: result.map { .quantity($0.value) } ?? .pair(baseline, level))))
  }

  private func note(_ result: Result, _ target: Quantity, _ baseline: Quantity, _ names: (to: String, from: String))
    -> Message
  {
    let formula = result.way.formula(Message(verbatim: names.to), Message(verbatim: names.from))
    let figures = result.way.formula(target, baseline)
    let shown = result.shown
    return Message(
      en: "\(formula) = \(figures) = \(shown)", hans: "\(formula) = \(figures) = \(shown)",
      hant: "\(formula) = \(figures) = \(shown)")
  }
}
