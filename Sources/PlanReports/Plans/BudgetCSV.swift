import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanSchedule
import PlanText

/// `budget.csv`: lines, reserves and total with their shares and, where the plan says when its money is spent, what each
/// phase and each month takes of them.
///
/// Parents stand above their lines and hold their money; yearly operating cost is no part of the total and left out. With
/// adjustments, `moved` and `today` say what they made of each amount; all else speaks of the amount as approved. Months
/// are there where the plan says when all of its money is spent; then every row adds up to its amount, and where lines and
/// reserves make the total, every column adds up too.
package struct BudgetCSV: PlanFormat {
  package static let fileName = "budget.csv"

  package init() {}

  package func render(_ plan: CompiledPlan) -> String {
    let table = BudgetTable(plan)
    var csv = CSVWriter()
    let head = ["path", "line", "parent", "category", "owner", "amount", "currency", "share_of_total"]
    csv.row(
      (head + (table.hasLedger ? ["moved", "today"] : []) + table.phases.map { "phase.\($0)" }
        + table.months.map { "month.\($0.text)" }).map { .text($0) })
    let entries = plan.resolved.lines.entries
    for place in entries.indices where !entries[place].isOperating {
      let entry = entries[place]
      let parent = entry.parent.map { "budget.\(entries[$0].id.value)" }
      csv.row(
        [
          .text("budget.\(entry.id.value)"), .text(plan.name(entry.line.common, id: entry.id.value)),
          .text(optional: parent), .text(optional: entry.category?.value), .text(optional: entry.owner?.value),
        ] + table.cells("budget.\(entry.id.value)", entry.line.phasing, table.row(ofLine: place)))
    }
    for entry in plan.plan.budget?.reserves?.entries ?? [] {
      csv.row(
        [
          .text("budget.\(entry.id.value)"), .text(plan.name(entry.value.common, id: entry.id.value)),
          .plain("budget.reserves"), .empty, .text(optional: entry.value.owner?.value),
        ] + table.cells("budget.\(entry.id.value)", nil, table.money?.row(of: entry.id.value)))
    }
    if plan.plan.budget != nil {
      csv.row(
        [.plain("budget.total"), .text(ReportWord.total.text(in: plan.language)), .empty, .empty, .empty]
          + table.cells("budget.total", nil, table.money?.total))
    }
    return csv.text
  }
}

/// What the rows of `budget.csv` are made from.
private struct BudgetTable {
  let plan: CompiledPlan
  let money: MoneyOverTime?
  /// The phases that money is spread over, in the order written: the budget's, then those that only lines name.
  let phases: [String]
  let months: [Period]
  /// Whether adjustments stand in the plan.
  let hasLedger: Bool

  init(_ plan: CompiledPlan) {
    self.plan = plan
    money = plan.figures.moneyOverTime
    months = money?.months ?? []
    hasLedger = plan.plan.adjustments?.isEmpty == false
    var seen: Set<String> = []
    let tables =
      [plan.plan.budget?.phasing].compactMap { $0 } + plan.resolved.lines.entries.compactMap(\.line.phasing)
    phases = tables.flatMap(\.ids).filter { seen.insert($0).inserted }
  }

  /// A line's parts by time: its own, or its lines' together.
  func row(ofLine place: Int) -> MoneyOverTime.Row? {
    let entries = plan.resolved.lines.entries
    guard !entries[place].isLeaf else { return money?.row(of: entries[place].id.value) }
    var leaves: Set<String> = []
    var open = entries[place].children
    while let next = open.popLast() {
      if entries[next].isLeaf { leaves.insert(entries[next].id.value) } else { open += entries[next].children }
    }
    return money?.sum(entries[place].id.value, of: leaves)
  }

  /// Amount, currency, share of the total, and the amount's parts by phase and month.
  func cells(_ path: String, _ phasing: Table<Located<Quantity>>?, _ row: MoneyOverTime.Row?) -> [CSVWriter.Cell] {
    guard let money = plan.money(path) else {
      return Array(repeating: .empty, count: (hasLedger ? 5 : 3) + phases.count + months.count)
    }
    let minor = minorUnits(of: money.unit.currency)
    let places = minor == 1 ? 0 : minor == 1000 ? 3 : 2
    // An amount whose decimals never end is rounded first, so that its parts add up to the amount as printed; where they
    // are known to the minor unit, so is the amount.
    let isRounded = money.value.decimalPlaces == nil || row != nil
    let amount = isRounded ? money.value.rounded(places: places) : money.value
    let share = plan.shareOfTotal(path)?.value.text(places: 6)
    let head: [CSVWriter.Cell] =
      [
        .plain(amount.decimalText), .text(optional: money.unit.currency), .plain(optional: share),
      ] + ledger(path, places)
    guard self.money != nil else {
      let parts = split(amount, phasing ?? plan.plan.budget?.phasing, minor, places)
      return head + phases.map { .plain(optional: parts[$0]?.decimalText) }
    }
    // A line that its own lines do not make has no parts that add up to it.
    guard let row, row.amount.value == amount else {
      return head + Array(repeating: .empty, count: phases.count + months.count)
    }
    return head + (row.phases + row.months).map { .plain($0.value.decimalText) }
  }

  /// What the ledger moved and what it comes to with that, in the plan's currency; nothing without adjustments.
  private func ledger(_ path: String, _ places: Int) -> [CSVWriter.Cell] {
    guard hasLedger else { return [] }
    return ["moved", "today"].map { name in
      .plain(optional: plan.money("\(path).\(name)")?.value.rounded(places: places).decimalText)
    }
  }

  /// An amount by phase, where not all of the plan's money is spread: exact to the minor unit and summing to the amount
  /// where the shares make 100%; else each phase's plain product, for the sum is then the plan's own mistake.
  private func split(
    _ amount: Fraction, _ phasing: Table<Located<Quantity>>?, _ minor: Int, _ places: Int
  ) -> [String: Fraction] {
    guard let phasing, !phasing.isEmpty else { return [:] }
    let weights = phasing.entries.map(\.value.value.value)
    var parts = weights.map { ($0 * amount).rounded(places: places) }
    if weights.reduce(Fraction(0), +) == 1, let exact = apportion(amount, unit: Fraction(1, minor), by: weights) {
      parts = exact
    }
    return Dictionary(zip(phasing.ids, parts)) { first, _ in first }
  }
}
