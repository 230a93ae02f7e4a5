import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
package import PlanText

/// Whether the plan may be approved, as the first page says it.
package enum Verdict: Sendable {
  case ready
  case conditions
  case notReady
  /// There is nothing to judge by.
  case unknown

  /// The words of the stamp.
  package var word: Message {
    switch self {
    case .ready: Message(en: "Ready to approve", hans: "可以批准", hant: "可以核准")
    case .conditions: Message(en: "Ready with conditions", hans: "附条件可批准", hant: "附條件可核准")
    case .notReady: Message(en: "Not ready to approve", hans: "暂不宜批准", hant: "暫不宜核准")
    case .unknown: Message(en: "Cannot be judged", hans: "无法判断", hant: "無法判斷")
    }
  }

  var status: Report.Status {
    switch self {
    case .ready: .good
    case .conditions: .warn
    case .notReady: .bad
    case .unknown: .unknown
    }
  }
}

extension ReportBuilder {
  /// Errors or a loss stand against approval; warnings and open gates are conditions of it; without a total nothing can
  /// be judged.
  var verdict: Verdict {
    if summary.errors > 0 || npv.map({ $0 < 0 }) == true { return .notReady }
    if money("budget.total") == nil { return .unknown }
    return summary.warnings > 0 || hasOpenGate ? .conditions : .ready
  }

  var npv: Fraction? { money("feasibility.npv") }

  /// Whether a phase has begun whose gate is not passed.
  private var hasOpenGate: Bool {
    guard let today = plan.resolved.today else { return false }
    return (plan.plan.phases?.entries ?? []).contains { entry in
      guard let gate = entry.value.gate?.value, let start = entry.value.period?.value.first else { return false }
      return start <= today && plan.plan.milestones?[gate]?.status?.value != .done
    }
  }

  /// The report in one sentence: what the money brings back, joined to whether the figures hold.
  var lead: [Report.Span] {
    let holds = summary.errors == 0
    guard let finance else { return beginning(integrity) + .text(Sentence.stop(language)) }
    let isSameSign = finance.isGood == holds
    return finance.spans + .text(Sentence.joint(isSameSign: isSameSign, language)) + integrity
      + .text(Sentence.stop(language))
  }

  /// A clause as the beginning of a sentence.
  private func beginning(_ clause: [Report.Span]) -> [Report.Span] {
    guard case .text(let text, let style)? = clause.first else { return clause }
    return [.text(text.prefix(1).uppercased() + text.dropFirst(), style)] + clause.dropFirst()
  }

  private var finance: (spans: [Report.Span], isGood: Bool)? {
    guard let npv else { return nil }
    let slots = [
      "npv": figure("feasibility.npv", .headline), "rate": figure("feasibility.discount_rate", .headline),
      "payback": figure("feasibility.payback", .table),
    ]
    let isPaidBack = plan.figures.figure("feasibility.payback")?.quantity != nil
    return (sentence(Sentence.worth(isLoss: npv < 0, isPaidBack: isPaidBack), slots), npv >= 0)
  }

  private var integrity: [Report.Span] {
    guard summary.errors > 0 else { return sentence(Sentence.figuresHold(warnings: summary.warnings)) }
    if let reserves = unfundedReserves {
      return sentence(Sentence.unfunded(errors: summary.errors), ["money": figure(reserves, .headline)])
    }
    if let costliest = summary.costliest {
      let money = amounts.inText(costliest.difference)
      return sentence(Sentence.errors(summary.errors, over: true), ["money": .text(money)])
    }
    return sentence(Sentence.errors(summary.errors, over: false))
  }

  /// The reserves that are promised beyond a total the lines spend already.
  var unfundedReserves: NoteBook.Derived? {
    guard summary.has("B322"), let reserved = plan.figures.figure("budget.reserved")?.quantity,
      let lines = money("budget.lines"), let total = money("budget.total"), !reserved.isRange
    else { return nil }
    let missing = min(reserved.value, lines + reserved.value - total)
    guard missing > 0 else { return nil }
    return NoteBook.Derived(
      key: "unfunded", name: Message(en: "Reserves without money", hans: "没有资金来源的预备金", hant: "沒有資金來源的預備金"),
      value: .quantity(Quantity(missing, reserved.unit)), formula: "budget.lines + budget.reserved - budget.total",
      inputs: ["budget.lines", "budget.reserved", "budget.total"],
      places: [plan.figures.figure("budget.reserved")?.place].compactMap { $0 })
  }
}
