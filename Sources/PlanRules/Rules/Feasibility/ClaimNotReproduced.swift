import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// A stated figure is not what its own inputs yield, at the precision it is stated in.
///
/// - zh-Hans: 所写数字与其推导结果不符（按所写精度比较）
/// - zh-Hant: 所寫數字與其推導結果不符（按所寫精度比較）
///
/// ## Why it matters
/// A figure that the plan's own tables contradict is the first thing a committee finds, and after it nothing else
/// in the plan is believed.
///
/// ## How to mend
/// State the recomputed figure, or mend the inputs it comes from. A figure may be rounded: it agrees if it is within
/// half of its last written digit.
///
/// ## Policy
/// `approximate`: how far a figure written with ≈ or 约 reaches.
///
/// ## Bad
/// ```yaml
/// assumptions:
///   visits: {value: 20000 visits, source: web analytics, as_of: 2024}
///   orders: {value: 1000 orders, source: shop, as_of: 2024}
/// claims:
///   conversion: {says: 8%, equals: orders / visits * 1 visit / 1 order}
/// ```
///
/// ## Mended
/// ```yaml
/// assumptions:
///   visits: {value: 20000 visits, source: web analytics, as_of: 2024}
///   orders: {value: 1000 orders, source: shop, as_of: 2024}
/// claims:
///   conversion: {says: 5%, equals: orders / visits * 1 visit / 1 order}
/// ```
package struct ClaimNotReproduced: Rule {
  package static let code = "F901"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    var wrong: [Wrong] = []
    var places: [String: Int] = [:]
    for (place, stated) in context.statedFigures.enumerated() where !stated.isRepetition(in: context.figures) {
      // Once there have been too many what-ifs, no others are worked out.
      if stated.isModelled, context.figures.leftOut != nil, !context.figures.isKnown(stated.equals.value.text) {
        continue
      }
      guard let fault = Self.fault(stated, context) else { continue }
      // The same wrong figure of the same derivation said again is one finding with several places.
      let derivation = stated.equals.value.text
      let key = stated.isModelled ? derivation : "\(derivation)=\(stated.literal.value.canonicalText)"
      if let first = places[key] {
        wrong[first].again.append(stated.literal.range)
      } else {
        places[key] = wrong.count
        wrong.append(Wrong(place: place, fault: fault))
      }
    }
    for figure in wrong { figure.report(context) }
    for entry in context.plan.claims?.entries ?? [] { checkSentence(entry, context) }
  }

  /// What is wrong with a stated figure.
  private enum Fault {
    case differs, isRoundedTheWrongWay, isOnTheBound
    case isUnlike(Quantity, derived: Quantity)
  }

  /// One of the stated figures, and where it is said again.
  private struct Wrong {
    let place: Int
    let fault: Fault
    var again: [SourceRange] = []

    func report(_ context: RuleContext) {
      let stated = context.statedFigures[place]
      let (problem, severity): (any Problem.Type, Severity?) =
        switch fault {
        case .differs: (ClaimNotReproduced.self, stated.isModelled ? .warning : nil)
        case .isRoundedTheWrongWay, .isOnTheBound: (ClaimNotReproduced.self, .advice)
        case .isUnlike: (DimensionMismatch.self, nil)
        }
      context.report(problem, at: stated.literal.range, severity: severity) {
        let stated = context.statedFigures[place]
        var finding = ClaimNotReproduced.finding(stated, fault, context)
        finding.notes += context.todayNotes(stated.equals.value)
        finding.labels += again.map { .init($0, Message(en: "said again here", hans: "此处再次写出", hant: "此處再次寫出")) }
        return finding
      }
    }
  }

  private static func fault(_ stated: StatedFigure, _ context: RuleContext) -> Fault? {
    let value: Value
    if stated.isModelled, let path = stated.equals.value.bareReference {
      guard let figure = context.figures.figure(path.text, names: path.names) else { return nil }
      value = figure.value
    } else {
      let evaluation = context.figures.evaluate(stated.equals)
      // What counts nouns is a rule of its own.
      guard evaluation.problems.isEmpty, evaluation.dimension != .tally else { return nil }
      value = evaluation.value
    }
    switch (stated.literal.value, value) {
    case (.period(let period), .period(let derived)): return period.contains(derived) ? nil : .differs
    case (.quantity(let quantity), .quantity(let derived)):
      switch context.agreement(quantity, with: .quantity(derived)) {
      case .agrees, .unknown, nil: return nil
      case .roundedTheWrongWay: return .isRoundedTheWrongWay
      case .onTheBound: return .isOnTheBound
      case .differs: return .differs
      case .unlike: return .isUnlike(quantity, derived: derived)
      }
    default: return nil
    }
  }

  private static func finding(_ stated: StatedFigure, _ fault: Fault, _ context: RuleContext) -> Diagnostic {
    let evaluation = context.figures.evaluate(stated.equals)
    let derivation = Derivation(stated.equals.value, evaluation, context.figures, like: stated.literal.value.quantity)
    switch fault {
    case .differs: return diagnostic(stated, evaluation.value, derivation)
    case .isRoundedTheWrongWay: return rounded(stated, evaluation.value, derivation)
    case .isOnTheBound: return onTheBound(stated, evaluation.value, derivation)
    case .isUnlike(let quantity, let derived):
      return DimensionMismatch.stated(quantity, derived, at: stated.literal.range, equals: stated.equals.range)
    }
  }

  private static func diagnostic(_ stated: StatedFigure, _ value: Value, _ derivation: Derivation) -> Diagnostic {
    let literal = Shown(stated.literal.value)
    let derived = Shown(value, like: stated.literal.value.quantity)
    let name = stated.name
    return Diagnostic(
      Self.self, at: stated.literal.range,
      Message(
        en: "\(name) says \(literal), but its inputs give \(derived)", hans: "\(name) 写作 \(literal)，按其推导应为 \(derived)",
        hant: "\(name) 寫作 \(literal)，按其推導應為 \(derived)"),
      label: Message(en: "stated", hans: "所写", hant: "所寫"), labels: derivation.labels, notes: [derivation.note],
      help: Message(
        en: "write \(derived), or mend the figures it is computed from; either way the rest of the plan must follow",
        hans: "改为 \(derived)，或更正推导所用的数字，并相应调整计划其余部分",
        hant: "改為 \(derived)，或更正推導所用的數字，並相應調整計畫其餘部分")
    ).contradicting(Contradiction(name, stated: stated.literal.value, recomputed: value, by: stated.equals.value))
  }

  /// One unit off in the last place: advice.
  private static func rounded(_ stated: StatedFigure, _ value: Value, _ derivation: Derivation) -> Diagnostic {
    let literal = Shown(stated.literal.value)
    let derived = Shown(value, like: stated.literal.value.quantity)
    let name = stated.name
    return Diagnostic(
      Self.self, at: stated.literal.range,
      Message(
        en: "\(name) says \(literal), one step off \(derived) in the last place",
        hans: "\(name) 写作 \(literal)，与 \(derived) 末位相差一个单位", hant: "\(name) 寫作 \(literal)，與 \(derived) 末位相差一個單位"),
      label: Message(en: "rounded the wrong way", hans: "舍入有误", hant: "捨入有誤"), labels: derivation.labels,
      notes: [derivation.note],
      help: Message(
        en: "round \(derived) to the nearest in the last place written", hans: "请将 \(derived) 按四舍五入写到所写末位",
        hant: "請將 \(derived) 按四捨五入寫到所寫末位")
    ).contradicting(Contradiction(name, stated: stated.literal.value, recomputed: value, by: stated.equals.value))
  }

  /// A strict bound, and the figure lies on it: advice.
  private static func onTheBound(_ stated: StatedFigure, _ value: Value, _ derivation: Derivation) -> Diagnostic {
    let literal = Shown(stated.literal.value)
    let derived = Shown(value, like: stated.literal.value.quantity)
    let name = stated.name
    return Diagnostic(
      Self.self, at: stated.literal.range,
      Message(
        en: "\(name) says \(literal), and the figure is exactly \(derived)",
        hans: "\(name) 写作 \(literal)，而实际恰为 \(derived)",
        hant: "\(name) 寫作 \(literal)，而實際恰為 \(derived)"),
      label: Message(en: "not past it", hans: "并未超过", hant: "並未超過"), labels: derivation.labels,
      notes: [derivation.note],
      help: Message(en: "write \(derived) without the bound", hans: "请直接写 \(derived)", hant: "請直接寫 \(derived)")
    ).contradicting(Contradiction(name, stated: stated.literal.value, recomputed: value, by: stated.equals.value))
  }

  /// A sentence that must be true, and is not.
  private func checkSentence(_ entry: Table<Claim>.Entry, _ context: RuleContext) {
    guard let holds = entry.value.holds else { return }
    let evaluation = context.figures.evaluate(holds)
    guard evaluation.problems.isEmpty, evaluation.value.truth == false else { return }
    let derivation = Derivation(holds.value, evaluation, context.figures)
    let name = "claims.\(entry.id.value)"
    context.report(
      Diagnostic(
        Self.self, at: holds.range,
        Message(
          en: "\(name) does not hold: \(evaluation.trace.message)", hans: "\(name) 不成立：\(evaluation.trace.message)",
          hant: "\(name) 不成立：\(evaluation.trace.message)"),
        labels: derivation.labels, notes: [derivation.note],
        help: Message(
          en: "change the claim, or the figures that make it untrue", hans: "更正论断，或更正使其不成立的数字",
          hant: "更正論斷，或更正使其不成立的數字")))
  }
}
