import PlanExpressions
package import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

/// Figures of assumptions, KPIs, objectives, and the smaller sections.
extension Figures {
  func assumptionFigure(_ path: String, _ id: String, _ rest: [String]) -> Figure? {
    guard let assumption = plan.assumptions?[id] else { return nil }
    switch rest {
    case [], ["value"]:
      if let value = supposed(.assumption(id))?.value {
        return Figure(path, .quantity(value), place: assumption.value?.range ?? assumption.equals?.range)
      }
      if let value = assumption.value {
        guard supposition != nil, let quantity = value.value.quantity, assumption.equals != nil else {
          return Figure(path, Value(value.value), place: value.range)
        }
        return stated(path, Located(quantity, at: value.range), equals: assumption.equals)
      }
      return assumption.equals.map { derived(path, $0) }
    case ["low"]: return stated(path, assumption.low, equals: nil)
    case ["high"]: return stated(path, assumption.high, equals: nil)
    default: return nil
    }
  }

  /// A KPI's figures; the KPI itself is its series, which only actual data give, unless its formula needs none.
  func kpiFigure(_ path: String, _ id: String, _ rest: [String]) -> Figure? {
    guard let kpi = plan.kpis?[id] else { return nil }
    let dimension = resolved.dimension(ofKPI: id)
    switch rest {
    case []: return kpiSeries(path, id, kpi, dimension)
    case ["baseline"]: return baseline(path, id, kpi, dimension)
    case ["target"]: return target(path, id, kpi, dimension)
    case ["change"]: return change(path, id, kpi)
    case ["formula"]: return kpi.formula.map { derived(path, $0) }
    case ["limit"]: return kpi.limit.map { Figure(path, .quantity($0.value), place: $0.range) }
    case ["actual"]:
      return Figure(path, .missing(noActuals(id)), dimension: dimension)
    default:
      guard rest.first == "path", rest.count == 2 else { return nil }
      return value(rest[1], in: kpi.path).map { Figure(path, .quantity($0.value), place: $0.range) }
    }
  }

  private func noActuals(_ id: String) -> Message {
    Message(en: "there are no actual figures for \(id)", hans: "缺少 \(id) 的实际数据", hant: "缺少 \(id) 的實際數據")
  }

  private func kpiSeries(_ path: String, _ id: String, _ kpi: KPI, _ dimension: Dimension?) -> Figure {
    let change = supposed(.kpi(id))
    if let path = kpi.path, !path.isEmpty {
      let factor = change?.factor
      let points = path.entries.map { point in
        Series.Point(
          point.period.value, .quantity(factor.map { point.value.value.scaled(by: $0) } ?? point.value.value))
      }
      return Figure(
        id, .series(Series(.level, points)), dimension: dimension.map { .series($0) }, place: kpi.common.keyRange)
    }
    if let value = change?.value { return Figure(path, .quantity(value), place: kpi.common.keyRange) }
    if let formula = kpi.formula {
      let figure = derived(path, formula)
      if figure.value.reason == nil { return figure }
    }
    return Figure(path, .missing(noActuals(id)), dimension: dimension, place: kpi.common.keyRange)
  }

  private func baseline(_ path: String, _ id: String, _ kpi: KPI, _ dimension: Dimension?) -> Figure? {
    if let value = supposed(.baseline(id))?.value { return Figure(path, .quantity(value), place: kpi.baseline?.range) }
    if let quantity = kpi.baseline?.value.quantity {
      return Figure(path, .quantity(quantity), place: kpi.baseline?.range)
    }
    let missing = Message(en: "\(id) has no baseline", hans: "\(id) 没有基线", hant: "\(id) 沒有基線")
    return Figure(path, .missing(missing), dimension: dimension, place: kpi.common.keyRange)
  }

  /// The objective that sets a KPI.
  package func objective(of kpi: String) -> Table<Objective>.Entry? {
    guard let entries = plan.objectives?.entries else { return nil }
    return objectives(of: kpi).first { entries[$0].value.scope == nil }.map { entries[$0] }
  }

  /// The places of the objectives that speak of a KPI, the first one first.
  package func objectives(of kpi: String) -> [Int] { objectivesByKPI[kpi] ?? [] }

  private func target(_ path: String, _ id: String, _ kpi: KPI, _ dimension: Dimension?) -> Figure? {
    if let value = supposed(.kpi(id))?.value {
      return Figure(path, .quantity(value), place: objective(of: id)?.value.target?.range ?? kpi.common.keyRange)
    }
    if let objective = objective(of: id), let figure = objectiveTarget(path, objective.value, kpi) { return figure }
    let missing = Message(en: "\(id) has no target", hans: "\(id) 没有目标值", hant: "\(id) 沒有目標值")
    return Figure(path, .missing(missing), dimension: dimension, place: kpi.common.keyRange)
  }

  private func change(_ path: String, _ id: String, _ kpi: KPI) -> Figure? {
    objective(of: id).flatMap { objectiveChange(path, $0.value, kpi) }
  }

  func objectiveFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let id = names.first, let objective = plan.objectives?[id] else { return nil }
    let kpi = objective.kpi.flatMap { plan.kpis?[$0.value] }
    switch Array(names.dropFirst()) {
    case [], ["target"]: return objectiveTarget(path, objective, kpi)
    case ["change"]: return objectiveChange(path, objective, kpi)
    case ["due"]: return objective.due.flatMap { day(path, $0.value, at: $0.range) }
    default: return nil
    }
  }

  /// The stated target, else the level that the stated change makes of the baseline.
  private func objectiveTarget(_ path: String, _ objective: Objective, _ kpi: KPI?) -> Figure? {
    if let value = supposedLevel(objective) { return Figure(path, .quantity(value), place: objective.target?.range) }
    if let target = objective.target { return Figure(path, .quantity(target.value), place: target.range) }
    guard let change = objective.change, let baseline = baselineLevel(objective, kpi),
      let level = PlanAnalysis.level(baseline, after: change.value)
    else { return nil }
    let inputs = [
      FigureInput("baseline", .quantity(baseline), place: kpi?.baseline?.range),
      FigureInput("change", Value(change.value), place: change.range),
    ]
    return Figure(path, .quantity(level), formula: "baseline + change", inputs: inputs, place: change.range)
  }

  /// The stated change, else the one that the target makes of the baseline.
  private func objectiveChange(_ path: String, _ objective: Objective, _ kpi: KPI?) -> Figure? {
    if let change = objective.change {
      return supposedChange(path, objective, change, kpi) ?? Figure(path, Value(change.value), place: change.range)
    }
    guard let target = objective.target, let baseline = baselineLevel(objective, kpi),
      let relative = relativeChange(from: baseline, to: supposedLevel(objective) ?? target.value)
    else { return nil }
    let inputs = [
      FigureInput("target", .quantity(target.value), place: target.range),
      FigureInput("baseline", .quantity(baseline), place: kpi?.baseline?.range),
    ]
    return Figure(path, .quantity(relative), formula: "target / baseline - 1", inputs: inputs, place: target.range)
  }

  /// The level an objective's KPI is supposed to reach.
  private func supposedLevel(_ objective: Objective) -> Quantity? {
    guard supposition != nil, objective.scope == nil, let id = objective.kpi?.value else { return nil }
    return supposed(.kpi(id))?.value
  }

  private func baselineLevel(_ objective: Objective, _ kpi: KPI?) -> Quantity? {
    if supposition != nil, let id = objective.kpi?.value, let value = supposed(.baseline(id))?.value { return value }
    return kpi?.baseline?.value.quantity
  }

  /// A stated change, counted anew from the level or the baseline that is supposed; nil where neither is.
  private func supposedChange(_ path: String, _ objective: Objective, _ change: Located<Literal>, _ kpi: KPI?)
    -> Figure?
  {
    guard supposition != nil, let id = objective.kpi?.value,
      supposed(.kpi(id)) != nil || supposed(.baseline(id)) != nil, let from = baselineLevel(objective, kpi),
      let to = supposedLevel(objective) ?? objective.target?.value
    else { return nil }
    let counted: Quantity?
    switch change.value.quantity?.mark {
    case .points, .score: counted = pointChange(from: from, to: to)
    case .ratio:
      counted = from.unit == to.unit ? to.value.divided(by: from.value).map { Quantity($0, mark: .ratio) } : nil
    default: counted = relativeChange(from: from, to: to)
    }
    return counted.map { Figure(path, .quantity($0), place: change.range) }
  }

  // MARK: Smaller sections

  func limitFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let id = names.first, let limit = plan.limits?[id] else { return nil }
    switch Array(names.dropFirst()) {
    case []: return stated(path, limit.atMost ?? limit.atLeast, equals: nil)
    case ["at_most"]: return stated(path, limit.atMost, equals: nil)
    case ["at_least"]: return stated(path, limit.atLeast, equals: nil)
    default: return nil
    }
  }

  /// The weight of a scorecard's criterion.
  func scorecardFigure(_ path: String, _ names: [String]) -> Figure? {
    guard names.count == 3 || names.count == 4 && names[3] == "weight", names[1] == "criteria" else { return nil }
    return stated(path, plan.scorecards?[names[0]]?.criteria?[names[2]]?.weight, equals: nil)
  }

  func claimFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let id = names.first, let claim = plan.claims?[id] else { return nil }
    guard names.count == 1 || names.dropFirst() == ["says"] else { return nil }
    if supposition != nil, let says = claim.says, let quantity = says.value.quantity, claim.equals != nil {
      return stated(path, Located(quantity, at: says.range), equals: claim.equals)
    }
    return claim.says.map { Figure(path, Value($0.value), place: $0.range) } ?? claim.equals.map { derived(path, $0) }
  }

  func teamFigure(_ path: String, _ names: [String]) -> Figure? {
    names == ["headcount"] ? stated(path, plan.team?.headcount, equals: nil) : nil
  }
}

extension Value {
  /// What a literal says, as a value; a pair is its change.
  init(_ literal: Literal) {
    switch literal {
    case .quantity(let quantity): self = .quantity(quantity)
    case .period(let period): self = .period(period)
    case .pair(let from, let to):
      self =
        relativeChange(from: from, to: to).map { .quantity($0) }
        ?? .undefined(Message(en: "a change from nothing", hans: "从零起的变化", hant: "從零起的變化"))
    case .hours(let perDay, let days):
      self = .quantity(Quantity(Fraction(perDay * days, 168), mark: .percent))
    }
  }
}
