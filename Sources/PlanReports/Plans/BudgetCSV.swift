import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

/// `budget.csv`: lines, reserves and total with their shares and, where the plan phases its money, what each phase
/// takes of them.
///
/// Parents stand above their lines and hold their money; yearly operating cost is no part of the total and left out.
package struct BudgetCSV: PlanFormat {
  package static let fileName = "budget.csv"

  package init() {}

  package func render(_ plan: CompiledPlan) -> String {
    let phases = Self.phases(plan)
    var csv = CSVWriter()
    let head = ["path", "line", "parent", "category", "owner", "amount", "currency", "share_of_total"]
    csv.row((head + phases.map { "phase.\($0)" }).map { .text($0) })
    let entries = plan.resolved.lines.entries
    for entry in entries where !entry.isOperating {
      let parent = entry.parent.map { "budget.\(entries[$0].id.value)" }
      csv.row(
        [
          .text("budget.\(entry.id.value)"), .text(plan.name(entry.line.common, id: entry.id.value)),
          .text(optional: parent), .text(optional: entry.category?.value), .text(optional: entry.owner?.value),
        ] + Self.amounts("budget.\(entry.id.value)", entry.line.phasing, phases, plan))
    }
    for entry in plan.plan.budget?.reserves?.entries ?? [] {
      csv.row(
        [
          .text("budget.\(entry.id.value)"), .text(plan.name(entry.value.common, id: entry.id.value)),
          .plain("budget.reserves"), .empty, .text(optional: entry.value.owner?.value),
        ] + Self.amounts("budget.\(entry.id.value)", nil, phases, plan))
    }
    if plan.plan.budget != nil {
      csv.row(
        [.plain("budget.total"), .text(ReportWord.total.text(in: plan.language)), .empty, .empty, .empty]
          + Self.amounts("budget.total", nil, phases, plan))
    }
    return csv.text
  }

  /// The phases that money is spread over, in the order written: the budget's, then those that only lines name.
  private static func phases(_ plan: CompiledPlan) -> [String] {
    var seen: Set<String> = []
    let tables = [plan.plan.budget?.phasing].compactMap { $0 } + plan.resolved.lines.entries.compactMap(\.line.phasing)
    return tables.flatMap(\.ids).filter { seen.insert($0).inserted }
  }

  /// Amount, currency, share of the total, and the amount's parts by phase.
  private static func amounts(
    _ path: String, _ phasing: Table<Located<Quantity>>?, _ phases: [String], _ plan: CompiledPlan
  ) -> [CSVWriter.Cell] {
    guard let money = plan.money(path) else { return Array(repeating: .empty, count: 3 + phases.count) }
    let minor = minorUnits(of: money.unit.currency)
    // An amount whose decimals never end is rounded first, so that its parts add up to the amount as printed.
    let amount = money.value.decimalPlaces == nil ? money.value.rounded(places: places(minor)) : money.value
    let share = plan.shareOfTotal(path)?.value.text(places: 6)
    let parts = split(amount, phasing ?? plan.plan.budget?.phasing, minor)
    return [.plain(amount.decimalText), .plain(optional: money.unit.currency), .plain(optional: share)]
      + phases.map { .plain(optional: parts[$0]?.decimalText) }
  }

  /// An amount by phase: exact to the minor unit and summing to the amount where the shares make 100%; else each
  /// phase's plain product, for the sum is then the plan's own mistake.
  private static func split(_ amount: Fraction, _ phasing: Table<Located<Quantity>>?, _ minor: Int) -> [String:
    Fraction]
  {
    guard let phasing, !phasing.isEmpty else { return [:] }
    let weights = phasing.entries.map(\.value.value.value)
    var parts = weights.map { ($0 * amount).rounded(places: places(minor)) }
    if weights.reduce(Fraction(0), +) == 1, let exact = apportion(amount, unit: Fraction(1, minor), by: weights) {
      parts = exact
    }
    return Dictionary(zip(phasing.ids, parts)) { first, _ in first }
  }

  /// Decimal places of a currency with so many minor units.
  private static func places(_ minor: Int) -> Int { minor == 1 ? 0 : minor == 1000 ? 3 : 2 }
}
