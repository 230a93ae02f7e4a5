import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

extension ReportBuilder {
  /// The budget: its lines and reserves, what each phase takes, and the yearly cost that stays.
  mutating func addMoney() {
    guard let budget = plan.plan.budget else { return }
    heading(ReportWord.money)
    let rows = lines(isOperating: false) + reserves(budget) + [total]
    add(
      ReportWord.budgetLines,
      [
        column(ReportWord.line), column(ReportWord.category), column(ReportWord.owner), figures(ReportWord.amount),
        figures(ReportWord.shareOfTotal), figures(ReportWord.statedShare),
      ], rows)
    addPhasing()
    addOperating(budget)
  }

  private func lines(isOperating: Bool) -> [Report.Row] {
    let entries = plan.resolved.lines.entries
    var depths: [Int] = []
    var rows: [Report.Row] = []
    for entry in entries {
      depths.append(entry.parent.map { depths[$0] + 1 } ?? 0)
      guard entry.isOperating == isOperating, let depth = depths.last else { continue }
      let path = "budget.\(entry.id.value)"
      let name = [Report.Span(plan.name(entry.line.common, id: entry.id.value))]
      let categories = plan.resolved.policies.lazy.compactMap { policy in
        entry.category.flatMap { policy.categories?[$0.value]?.common.title }
      }
      let category = categories.first.map { text($0) } ?? .text(entry.category.map { oneLine($0.value) })
      let head = [name, category, person(entry.owner?.value), figure(path)]
      rows.append(
        Report.Row(isOperating ? head : head + shares(path, entry.line.share?.value), indent: depth))
    }
    return rows
  }

  /// The share that the amount makes, and the one the plan states.
  private func shares(_ path: String, _ stated: Quantity?) -> [[Report.Span]] {
    [
      quantity(plan.shareOfTotal(path), isDoubtful: plan.isDoubtful(path) || plan.isDoubtful("budget.total")),
      quantity(stated, isDoubtful: plan.isDoubtful("\(path).share")),
    ]
  }

  private func reserves(_ budget: Budget) -> [Report.Row] {
    (budget.reserves?.entries ?? []).map { entry in
      let path = "budget.\(entry.id.value)"
      let name = [Report.Span(plan.name(entry.value.common, id: entry.id.value))]
      return Report.Row(
        [name, [], person(entry.value.owner?.value), figure(path)] + shares(path, entry.value.share?.value))
    }
  }

  private var total: Report.Row {
    Report.Row([.text(word(ReportWord.total)), [], [], figure("budget.total"), [], []], isTotal: true)
  }

  private mutating func addPhasing() {
    guard let spend = phaseSpend(plan.plan), let first = spend.first else { return }
    var rows = spend.map { phase in
      let path = "phases.\(phase.id)"
      let name = plan.name(plan.plan.phases?[phase.id]?.common ?? Common(), id: phase.id)
      return Report.Row([
        .text(name), period(phase.period),
        quantity(phase.share, isDoubtful: plan.isDoubtful("budget.phasing.\(phase.id)")),
        quantity(phase.money, isDoubtful: plan.isDoubtful(path)),
      ])
    }
    let share = spend.reduce(Fraction(0)) { $0 + $1.share.value }
    let money = spend.reduce(Fraction(0)) { $0 + $1.money.value }
    rows.append(
      Report.Row(
        [
          .text(word(ReportWord.sum)), [], quantity(Quantity(share, mark: .percent)),
          quantity(Quantity(money, first.money.unit), isDoubtful: plan.isDoubtful("budget.total")),
        ], isTotal: true))
    add(
      ReportWord.phasing,
      [column(ReportWord.phase), column(ReportWord.period), figures(ReportWord.share), figures(ReportWord.amount)], rows
    )
  }

  private mutating func addOperating(_ budget: Budget) {
    guard budget.operating != nil else { return }
    let sum = Report.Row([.text(word(ReportWord.sum)), [], [], figure("budget.operating")], isTotal: true)
    add(
      ReportWord.operating,
      [column(ReportWord.line), column(ReportWord.category), column(ReportWord.owner), figures(ReportWord.amount)],
      lines(isOperating: true) + [sum])
  }
}
