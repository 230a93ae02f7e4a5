import PlanModel
package import PlanText

/// The yearly operating cost is not what its own `equals` gives.
///
/// - zh-Hans: 年度运营成本与自身的推导式不符
/// - zh-Hant: 年度營運成本與自身的推導式不符
///
/// ## Why it matters
/// Yearly cost is mostly stated as a share of the investment: 18% of it, a year. Where the amount is another one, either
/// the share that finance checks or the money that the system needs is wrong, and it is wrong every year.
///
/// ## How to mend
/// State what the share gives, or correct the share. The amount may be rounded: it agrees within half of its last written
/// digit. A share of money once is money; `/ 1y` makes it money a year.
///
/// ## Policy
/// `approximate`: how far a figure written with ≈ or 约 reaches.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: 1.2亿元
///   lines:
///     technology: {amount: 1.2亿元, owner: cmo, for: data platform}
///   operating: {amount: 2400万元/年, equals: 18% * budget.total / 1y}
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: 1.2亿元
///   lines:
///     technology: {amount: 1.2亿元, owner: cmo, for: data platform}
///   operating: {amount: 2160万元/年, equals: 18% * budget.total / 1y}
/// ```
package struct OperatingRatioOff: Rule {
  package static let code = "B319"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard let operating = context.plan.budget?.operating, let amount = operating.amount, let equals = operating.equals
    else { return }
    context.compare(amount, with: equals, "budget.operating", key: "amount", Self.self)
  }
}
