import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// People or systems that go on after the investment have no yearly cost.
///
/// - zh-Hans: 投入之后仍会持续的人员或系统没有年度运营成本
/// - zh-Hant: 投入之後仍會持續的人員或系統沒有年度營運成本
///
/// ## Why it matters
/// The investment pays the first year. A team or a platform that is still there in the second costs money that the return
/// is computed without.
///
/// ## How to mend
/// Add a line of the category under `budget.operating.lines`. If the system ends with the plan, leave `operating` out and
/// say so under `scope.out`.
///
/// ## Policy
/// `categories` with `recurring: true`, and `finance.operating_at_least`: the share of the first year's people cost that
/// must go on. Without recurring categories the rule is silent.
///
/// ## Bad
/// ```yaml
/// policy: [house.yaml]
/// budget:
///   total: CNY 1m
///   lines: {people: {amount: CNY 1m, owner: cmo, category: people, for: the team}}
///   operating: {amount: CNY 100k/y, lines: {rise: {amount: CNY 100k/y, category: people}}}
/// # file: house.yaml
/// kind: policy
/// schema: 1
/// id: house
/// title: House policy
/// owner: cfo
/// categories: {people: {title: People, recurring: true}}
/// finance: {operating_at_least: 50%}
/// ```
///
/// ## Mended
/// ```yaml
/// policy: [house.yaml]
/// budget:
///   total: CNY 1m
///   lines: {people: {amount: CNY 1m, owner: cmo, category: people, for: the team}}
///   operating: {amount: CNY 900k/y, lines: {team: {amount: CNY 900k/y, category: people}}}
/// # file: house.yaml
/// kind: policy
/// schema: 1
/// id: house
/// title: House policy
/// owner: cfo
/// categories: {people: {title: People, recurring: true}}
/// finance: {operating_at_least: 50%}
/// ```
package struct RecurringCostMissing: Rule {
  package static let code = "B323"
  package static let severity = Severity.warning
  package static let needsWholePlan = true

  package init() {}

  package func check(_ context: RuleContext) {
    guard let budget = context.plan.budget, !context.resolved.house.isEmpty else { return }
    var recurring: [String] = []
    var seen: Set<String> = []
    for (categories, _) in context.resolved.house.each(\.categories) {
      for entry in categories.entries
      where entry.value.recurring?.value == true && seen.insert(entry.id.value).inserted {
        recurring.append(entry.id.value)
      }
    }
    guard !recurring.isEmpty, !endsWithThePlan(budget, context) else { return }
    let lines = linesByCategory(context)
    for category in recurring { check(category, lines[category] ?? [], budget, context) }
  }

  /// The lines of each category that are not made of others, in the order of the line book.
  private func linesByCategory(_ context: RuleContext) -> [String: [Int]] {
    let entries = context.resolved.lines.entries
    var found: [String: [Int]] = [:]
    for place in entries.indices where entries[place].isLeaf {
      if let category = entries[place].category?.value { found[category, default: []].append(place) }
    }
    return found
  }

  /// Whether what the plan builds is over with it: a plan of less than a year whose operation begins later, or a plan
  /// without operation whose scope leaves operation out.
  private func endsWithThePlan(_ budget: Budget, _ context: RuleContext) -> Bool {
    guard let operating = budget.operating else { return leavesOperationOut(context.plan) }
    guard let period = context.plan.period?.value, let from = operating.from?.value else { return false }
    return period.months < 12 && from > period.last
  }

  private func leavesOperationOut(_ plan: Plan) -> Bool {
    let words = ["operat", "运营", "運營", "營運", "运维", "運維", "维护", "維護", "maintenance"]
    for text in plan.scope?.outside ?? [] {
      for wording in text.wordings {
        let folded = wording.text.lowercased()
        if words.contains(where: { folded.contains($0) }) { return true }
      }
    }
    return false
  }

  private func check(_ category: String, _ own: [Int], _ budget: Budget, _ context: RuleContext) {
    let entries = context.resolved.lines.entries
    let once = own.filter { !entries[$0].isOperating }
    let yearly = own.filter { entries[$0].isOperating }
    guard !once.isEmpty, let spent = context.money(lines: once, in: context.moneyUnit), spent.low > 0 else { return }
    if yearly.isEmpty {
      // An operating amount that is not split into lines may hold it.
      if let operating = budget.operating, operating.lines?.isEmpty ?? true { return }
      report(category, once, spent, context)
    } else if category == "people" {
      checkPeople(once, yearly, spent, context)
    }
  }

  private func report(_ category: String, _ once: [Int], _ spent: MoneySpan, _ context: RuleContext) {
    let amount = Said(spent.quantity(context.moneyUnit), like: context.plan.budget?.total?.value)
    let operating = context.plan.budget?.operating
    let gap =
      operating == nil
      ? Message(en: "the plan has no operating cost", hans: "计划没有运营成本", hant: "計畫沒有營運成本")
      : Message(en: "no operating line is of it", hans: "运营成本中没有该类别的科目", hant: "營運成本中沒有該類別的科目")
    context.report(
      Diagnostic(
        Self.self, at: context.place(ofLine: once[0]),
        Message(
          en: "\(amount) goes into `\(category)`, which goes on after the investment, but \(gap)",
          hans: "投入之后仍会持续的类别 `\(category)` 投入\(amount)，而\(gap)",
          hant: "投入之後仍會持續的類別 `\(category)` 投入\(amount)，而\(gap)"),
        labels: Array(context.labels(ofLines: once).dropFirst())
          + (operating.map {
            [.init($0.common.keyRange, Message(en: "operating cost", hans: "运营成本", hant: "營運成本"))]
          } ?? []),
        help: Message(
          en:
            "add a line with `category: \(category)` under `budget.operating.lines`; if it ends with the plan, say so under `scope.out`",
          hans: "请在 `budget.operating.lines` 中增加 `category: \(category)` 的科目；若随计划结束，请在 `scope.out` 中说明",
          hant: "請在 `budget.operating.lines` 中增加 `category: \(category)` 的科目；若隨計畫結束，請在 `scope.out` 中說明")))
  }

  /// People: what goes on a year against the first year's cost.
  private func checkPeople(_ once: [Int], _ yearly: [Int], _ spent: MoneySpan, _ context: RuleContext) {
    guard let floor = context.resolved.house.operatingAtLeast,
      let goesOn = context.money(lines: yearly, in: context.moneyUnit * .perTime), let most = goesOn.high,
      let high = spent.high
    else { return }
    // The first year of a plan of several; what is over whole years is taken for getting under way.
    let years = max(1, (context.plan.period?.value.months ?? 12) / 12)
    let first = MoneySpan(low: spent.low * Fraction(1, years), high: high * Fraction(1, years))
    let least = floor.value.low * first.low
    guard most < least else { return }
    let model = context.plan.budget?.total?.value
    let unit = context.moneyUnit
    let (year, going) = (Said(first.quantity(unit), like: model), Said(goesOn.quantity(unit * .perTime), like: model))
    let needed = Quantity(least, unit * .perTime)
    let asked = Said(needed, like: model)
    guard let part = most.divided(by: first.low) else { return }
    let share = Quantity(part, mark: .percent)
    context.report(
      Diagnostic(
        Self.self, at: context.place(ofLine: yearly[0]),
        Message(
          en:
            "people cost \(year) in the first year, but only \(going) goes on, \(share) of it: the policy asks for \(floor.value)",
          hans: "人员首年成本为\(year)，之后每年仅\(going)，为其 \(share)，而政策要求不低于 \(floor.value)",
          hant: "人員首年成本為\(year)，之後每年僅\(going)，為其 \(share)，而政策要求不低於 \(floor.value)"),
        labels: Array(context.labels(ofLines: yearly).dropFirst()) + context.labels(ofLines: once)
          + [floor.label],
        notes: years > 1
          ? [
            Message(
              en: "the first year is the amount over \(years) years", hans: "首年成本按金额除以 \(years) 年计",
              hant: "首年成本按金額除以 \(years) 年計")
          ] : [],
        help: Message(
          en: "put the payroll that goes on under `budget.operating.lines`: at least \(asked)",
          hans: "请将持续的人员薪酬列入 `budget.operating.lines`：不低于\(asked)",
          hant: "請將持續的人員薪酬列入 `budget.operating.lines`：不低於\(asked)")
      ).contradicting(Contradiction("budget.operating", stated: goesOn.quantity(unit * .perTime), recomputed: needed)))
  }
}
