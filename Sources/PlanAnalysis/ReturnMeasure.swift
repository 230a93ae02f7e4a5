import PlanExpressions
import PlanQuantities
import PlanText

/// One measure of return: its formula, unit and computation.
struct ReturnMeasure: Sendable {
  enum Kind: Sendable { case money, share, years, index }

  let formula: String
  let kind: Kind
  let needsRate: Bool
  let compute: @Sendable (CashFlows, Fraction) -> Result<Fraction, UndefinedReturn>

  /// Every measure by its name; formulas as in Brealey, Myers and Allen, *Principles of Corporate Finance*, ch. 5.
  static let all: [String: ReturnMeasure] = [
    "npv": ReturnMeasure(
      formula: "Σ flows(t) / (1 + discount_rate)^t - investment", kind: .money, needsRate: true,
      compute: { $0.npv(rate: $1) }),
    "irr": ReturnMeasure(
      formula: "r: Σ flows(t) / (1 + r)^t = investment", kind: .share, needsRate: false,
      compute: { flows, _ in flows.irr }),
    "mirr": ReturnMeasure(
      formula: "(Σ flows(t) * (1 + discount_rate)^(n - t) / investment)^(1/n) - 1", kind: .share, needsRate: true,
      compute: { $0.mirr(finance: $1, reinvest: $1) }),
    "pi": ReturnMeasure(
      formula: "Σ flows(t) / (1 + discount_rate)^t / investment", kind: .index, needsRate: true,
      compute: { $0.profitabilityIndex(rate: $1) }),
    "discounted_payback": ReturnMeasure(
      formula: "Σ flows(t) / (1 + discount_rate)^t = investment", kind: .years, needsRate: true,
      compute: { $0.discountedPayback(rate: $1) }),
    "roi_gross": ReturnMeasure(
      formula: "Σ flows / investment", kind: .share, needsRate: false, compute: { flows, _ in flows.roiGross }),
    "roi_net": ReturnMeasure(
      formula: "(Σ flows - investment) / investment", kind: .share, needsRate: false,
      compute: { flows, _ in flows.roiNet }),
    "roi_annual": ReturnMeasure(
      formula: "Σ flows / years / investment", kind: .share, needsRate: false, compute: { flows, _ in flows.roiAnnual }),
  ]

  func quantity(_ value: Fraction, _ unit: Unit) -> Quantity {
    switch kind {
    case .money: Quantity(value, unit)
    case .share: Quantity(value, mark: .percent)
    case .years: Quantity(value, .time)
    case .index: Quantity(value, mark: .ratio)
    }
  }

  func dimension(_ unit: Unit?) -> Dimension {
    switch kind {
    case .money: unit.map { .quantity($0, .none) } ?? .unknown
    case .share: .quantity(.none, .percent)
    case .years: .quantity(.time, .none)
    case .index: .quantity(.none, .ratio)
    }
  }
}
