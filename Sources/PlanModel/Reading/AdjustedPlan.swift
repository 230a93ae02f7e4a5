package import PlanQuantities
import PlanText

extension ResolvedPlan {
  /// The same plan with other amounts, as it stands after some entries of its ledger: whatever looks at a plan can look at
  /// that state.
  ///
  /// - Parameter amounts: money by the id of a line or reserve, or under `total`; what is not among them stays as written.
  ///   A line that its own lines make, and says no amount itself, follows them.
  package func adjusted(_ amounts: [String: Quantity]) -> ResolvedPlan {
    guard var budget = plan.budget else { return self }
    func places(_ amount: Located<Quantity>?, _ other: SourceRange?, _ id: String) -> SourceRange {
      amount?.range ?? other ?? lines[id]?.id.range ?? budget.common.keyRange
    }
    func change(_ id: String, _ line: inout Line) {
      line.lines = line.lines?.changed(change)
      guard let amount = amounts[id], line.amount != nil || line.equals != nil || line.lines == nil else { return }
      line.amount = Located(amount, at: places(line.amount, line.equals?.range, id))
    }
    budget.lines = budget.lines?.changed(change)
    budget.reserves = budget.reserves?.changed { id, reserve in
      guard let amount = amounts[id] else { return }
      reserve.amount = Located(amount, at: places(reserve.amount, reserve.share?.range, id))
      reserve.share = nil
    }
    if let total = amounts["total"] {
      budget.total = Located(total, at: places(budget.total, budget.equals?.range, "total"))
    }
    var adjusted = plan
    adjusted.budget = budget
    return ResolvedPlan(
      plan: adjusted, house: house, dialect: dialect, expressions: expressions, references: references, texts: texts,
      file: file, files: files, today: today, isDamaged: isDamaged, kpiDimensions: kpiDimensions)
  }
}
