import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// A line, channel, category, phase, period or KPI is under its floor.
///
/// - zh-Hans: 科目、渠道、类别、阶段、期间或指标低于下限
/// - zh-Hant: 科目、通路、類別、階段、期間或指標低於下限
///
/// ## Why it matters
/// A floor protects what is cut first: the business that pays, training, data protection. Below it the policy's own
/// purpose is missed, however sound the rest is.
///
/// ## How to mend
/// Move money there from elsewhere. Where the policy lets a plan loosen the limit (`overridable`), restate it under the
/// same id with a `reason`.
///
/// ## Policy
/// `limits` with `at_least`, of the policy and of the plan; a share is of `of`, or of `budget.total`. Lines without a
/// category may belong to any, so that a floor on a category is judged only where they could not make up for it. Of several
/// floors on one thing that are missed, the gravest is told, and of those the tightest. A floor on a KPI bounds its target.
///
/// ## Bad
/// ```yaml
/// limits:
///   content-floor: {line: content, at_least: 30%}
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 250k, owner: cmo, for: films and articles}
///     media: {amount: CNY 750k, owner: cmo, for: search and social advertising}
/// ```
///
/// ## Mended
/// ```yaml
/// limits:
///   content-floor: {line: content, at_least: 30%}
/// budget:
///   total: CNY 1m
///   lines:
///     content: {amount: CNY 300k, owner: cmo, for: films and articles}
///     media: {amount: CNY 700k, owner: cmo, for: search and social advertising}
/// ```
package struct FloorMissed: Rule {
  package static let code = "B303"
  package static let severity = Severity.error

  package init() {}

  package func check(_ context: RuleContext) {
    guard context.hasLimits else { return }
    for breach in context.missedFloors(ofReserves: false) {
      context.report(Self.self, at: breach.bounded.place, severity: breach.limit.severity?.value.severity) {
        Self.finding(breach, context)
      }
    }
  }

  private static func finding(_ breach: LimitBreach, _ context: RuleContext) -> Diagnostic {
    let model = breach.model(context)
    let (name, asked) = (breach.bounded.name, breach.words(context))
    let (money, bar) = (Said(breach.money, like: model), Said(breach.bar, like: model))
    let missing = Said(Quantity(breach.bar.low - (breach.bounded.money.high ?? 0), breach.bar.unit), like: model)
    let part = breach.share(context) ?? Message(verbatim: "")
    let remedy =
      breach.limit.kpi == nil
      ? Message(
        en: "move \(missing) there: \(bar) or more is asked for", hans: "请再调入\(missing)：至少需要\(bar)",
        hant: "請再調入\(missing)：至少需要\(bar)")
      : Message(en: "aim at \(bar) or more", hans: "请把目标定在不低于\(bar)", hant: "請把目標定在不低於\(bar)")
    return Diagnostic(
      Self.self, at: breach.bounded.place,
      Message(
        en: "\(name) \(breach.verb) \(money)\(part), under the floor of \(asked)",
        hans: "\(name)为\(money)\(part)，低于下限\(asked)", hant: "\(name)為\(money)\(part)，低於下限\(asked)"),
      labels: [breach.label], notes: breach.notes(context), help: breach.loosening(remedy)
    ).contradicting(breach.contradiction)
  }
}
