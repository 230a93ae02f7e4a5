package import PlanExpressions
package import PlanModel
import PlanQuantities
import PlanText

/// What a result comes to with a driver at another value.
package struct WhatIf: Sendable {
  /// The result, or why there is none.
  package let value: Value
  /// The driver as supposed, and what the result was computed from.
  package let inputs: [FigureInput]
}

/// Results recomputed with drivers at other values.
extension Figures {
  /// A result with other values of drivers.
  ///
  /// Unknown, with the reason, where nothing that the result is computed from follows from any of them.
  ///
  /// - Parameter result: a name of `returns`.
  package func result(_ result: String, supposing values: [Driver: SupposedValue]) -> WhatIf {
    let base = supposition?.base ?? self
    guard base.bounds.openWhatIfs < FigureBounds.mostOpenWhatIfs, base.hasSteps(Self.stepsOfWhatIf) else {
      return WhatIf(value: .unknown(Self.tooManySteps), inputs: [])
    }
    base.bounds.openWhatIfs += 1
    defer { base.bounds.openWhatIfs -= 1 }
    let other = base.supposing(values)
    other.takeSteps(Self.stepsOfWhatIf)
    let inputs = values.sorted { $0.key.path < $1.key.path }.compactMap { driver, supposed in
      supposed.value.map { FigureInput(driver.path, .quantity($0), place: base.figure(driver.path)?.place) }
    }
    guard let figure = other.figure("feasibility.\(result)") else {
      return WhatIf(value: .unknown(CashFlowGap.noFlows.message), inputs: inputs)
    }
    let isOther = values.contains { $0.value.factor != 1 }
    if isOther, case .success(let changed)? = other.cashFlows, case .success(let own)? = base.cashFlows,
      changed.flows == own.flows, changed.rate == own.rate
    {
      let names = values.keys.map(\.path).sorted().joined(separator: ", ")
      return WhatIf(value: .unknown(Self.nothingFollows(names)), inputs: inputs)
    }
    let named = Set(inputs.map(\.name))
    return WhatIf(value: figure.value, inputs: inputs + figure.inputs.filter { !named.contains($0.name) })
  }

  /// What a what-if takes besides the figures it asks for: rows of many results suppose the same, and ask for few.
  private static let stepsOfWhatIf = 5

  static var tooManySteps: Message {
    Message(
      en: "the plan asks for more what-ifs than are worked out", hans: "计划要求的假设测算过多，超出部分不予计算",
      hant: "計畫要求的假設測算過多，超出部分不予計算")
  }

  private static func nothingFollows(_ names: String) -> Message {
    Message(
      en: "neither investment nor flows are derived from \(names)", hans: "投资额与现金流均非由 \(names) 推得",
      hant: "投資額與現金流均非由 \(names) 推得")
  }

  private static func noDriver(_ text: String) -> Message {
    Message(
      en: "\(text) is not a figure that can be given another value", hans: "\(text) 不是可以另行取值的数",
      hant: "\(text) 不是可以另行取值的數")
  }

  // MARK: Sensitivity

  /// Which end of a sensitivity.
  package enum End: String, Sendable, CaseIterable {
    case low = "at_low"
    case base = "at_base"
    case high = "at_high"
  }

  /// What a row of the sensitivity analysis comes to at one of its ends.
  ///
  /// - Parameter result: another result than the row's own.
  package func sensitivity(_ row: Sensitivity, _ end: End, result: String? = nil) -> WhatIf? {
    guard let result = result ?? row.result?.value.rawValue, let expression = row.driver else { return nil }
    let change: Literal?
    switch end {
    case .low: change = row.low?.value
    case .high: change = row.high?.value
    case .base:
      guard let figure = figure("feasibility.\(result)") else { return nil }
      return WhatIf(value: figure.value, inputs: figure.inputs)
    }
    guard let change else { return nil }
    guard let path = expression.value.bareReference, let driver = driver(path),
      let supposed = supposed(driver, changed: change)
    else { return WhatIf(value: .unknown(Self.noDriver(expression.value.text)), inputs: []) }
    return self.result(result, supposing: [driver: supposed])
  }

  /// `feasibility.sensitivity.ROW.at_low`, and `.at_low.npv` for another result than the row's own.
  func sensitivityFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let row = plan.feasibility?.sensitivity?[names[0]], let end = End(rawValue: names[1]),
      let own = row.result?.value.rawValue
    else { return nil }
    let result = names.count > 2 ? names[2] : own
    guard Self.returns.contains(result), result != "benefits", let found = sensitivity(row, end, result: result) else {
      return nil
    }
    let place = row.driver?.range
    guard end != .base else {
      return Figure(
        path, found.value, dimension: dimension(of: result), formula: "feasibility.\(result)", inputs: found.inputs,
        place: place)
    }
    let change = (end == .low ? row.low : row.high)?.value.phrase(in: .english) ?? ""
    return Figure(
      path, found.value, dimension: dimension(of: result),
      formula: "feasibility.\(result), with \(row.driver?.value.text ?? "") \(change)", inputs: found.inputs,
      place: place)
  }

  func dimension(of result: String) -> Dimension? { figure("feasibility.\(result)")?.dimension }

  // MARK: Scenarios

  /// The drivers that a scenario sets; nil where one of them cannot be given its value.
  package func drivers(of scenario: Scenario) -> [Driver: SupposedValue]? {
    var values: [Driver: SupposedValue] = [:]
    for entry in scenario.set ?? Table() {
      guard let driver = driver(named: [entry.id.value]), let supposed = supposed(driver, at: entry.value.value) else {
        return nil
      }
      values[driver] = supposed
    }
    return values.isEmpty ? nil : values
  }

  /// `feasibility.scenarios.ID.npv` and its fellows.
  func scenarioFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let scenario = plan.feasibility?.scenarios?[names[0]], names[1] != "benefits",
      Self.returns.contains(names[1])
    else { return nil }
    let place = plan.feasibility?.scenarios?.range(of: names[0])
    guard let values = drivers(of: scenario) else {
      let all = (scenario.set?.ids ?? []).joined(separator: ", ")
      return Figure(path, .unknown(Self.noDriver(all)), dimension: dimension(of: names[1]), place: place)
    }
    let found = result(names[1], supposing: values)
    let set = (scenario.set?.entries ?? []).map { "\($0.id.value) = \($0.value.value.phrase(in: .english))" }
    return Figure(
      path, found.value, dimension: dimension(of: names[1]),
      formula: "feasibility.\(names[1]), with \(set.joined(separator: ", "))", inputs: found.inputs, place: place)
  }
}
